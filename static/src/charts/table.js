// Reads the lines of a chart from the table in the page, and its bounds and marks from the lists beside it.
//
//   <tr><th scope="row" data-date="2018-03-31">March 2018</th><td data-value="35.2"><a href="...">35.2</a></td><td></td>
//
// A cell without a number is a gap in its line. A point leads where the cell's link leads.
import { day } from "./picture.js";

// Of each column its name and its points in the order of time; columns without a figure are left out.
export function linesOf(table, most) {
  const rows = [...table.tBodies[0].rows].filter((row) => day(row.cells[0]));
  rows.sort((one, other) => day(one.cells[0]) - day(other.cells[0]));
  return [...table.tHead.rows[0].cells]
    .map((head, column) => ({ name: words(head), isOwn: head.dataset.place === "own", points: column ? pointsOf(rows, column) : [] }))
    .filter(({ points }) => points.some(isKnown))
    .slice(0, most);
}

// Two periods may end on one day, such as a quarter and its last month: the gap is where neither has a figure.
function pointsOf(rows, column) {
  const points = rows.map((row) => point(row, row.cells[column]));
  const days = new Set(points.filter(isKnown).map(({ date }) => +date));
  return points.filter((one) => isKnown(one) || !days.has(+one.date));
}

export function isKnown({ value }) {
  return !Number.isNaN(value);
}

function point(row, cell) {
  return {
    date: day(row.cells[0]),
    value: valueOf(cell),
    says: `${words(row.cells[0])}: ${cell?.querySelector("abbr")?.title ?? words(cell)}`,
    href: cell?.querySelector("a")?.getAttribute("href"),
    symbol: cell?.dataset.symbol ?? "",
    isFinal: !cell?.dataset.status,
  };
}

export function words(element) {
  return (element?.textContent ?? "").trim().replace(/\s+/g, " ");
}

// The figure that the cell has for programs, else the first in its text.
function valueOf(cell) {
  const exact = cell?.dataset.value;
  if (exact !== undefined) return exact === "" ? NaN : Number(exact);
  const figure = (cell?.textContent ?? "").replaceAll(",", "").match(/-?\d+(\.\d+)?/);
  return figure ? Number(figure[0]) : NaN;
}

// What the council set itself: the steps of each bound by its name.
export function boundsOf(figure) {
  const steps = [...figure.querySelectorAll("[data-bound]")].map(({ dataset }) => ({
    name: dataset.bound,
    value: Number(dataset.value),
    says: dataset.text,
    since: dated(dataset.since),
    until: dated(dataset.until),
  }));
  return [...Map.groupBy(steps, ({ name }) => name).entries()].map(([name, of]) => ({ name, steps: of }));
}

// What happened, with the number that it has in the list.
export function marksOf(figure) {
  return [...figure.querySelectorAll("[data-mark]")].map((item, index) => ({
    number: index + 1,
    date: day(item),
    sort: item.dataset.mark,
    says: words(item),
    href: item.querySelector("a")?.getAttribute("href"),
  }));
}

function dated(iso) {
  return iso ? new Date(`${iso}T00:00:00Z`) : null;
}
