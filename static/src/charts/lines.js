// A line for each column of figures in a table whose rows are periods.
//
//   <figure class="app-chart" data-chart data-unit="%">
//     <figcaption>...</figcaption>
//     <table> head: Period | Wexcombe | England
//       <tr><th scope="row" data-date="2018-03-31">March 2018</th><td data-value="35.2"><a href="...">35.2</a></td><td></td>
//
// A cell without a number is a gap in its line. A point leads where the cell's link leads. data-zero: start at nought.
import * as Plot from "@observablehq/plot";
import { LOOKS, day, key, picture, place } from "./picture.js";

const LETTER = 9;
const LINE_OF_TEXT = 16;
const NARROW = 480;

export function drawLines(figure, width) {
  const series = seriesOf(figure.querySelector("table"));
  if (!series.length) return;
  const longest = Math.max(...series.map(({ name }) => name.length));
  // Where there is no room at the end of the lines, their names stand above the picture.
  const beside = width > NARROW;
  const drawn = picture({
    width,
    height: beside ? 320 : 260,
    marginLeft: 48,
    marginRight: beside ? Math.min(longest * LETTER + 20, width / 3) : 16,
    marginTop: 28,
    x: { type: "utc", label: null, ticks: Math.max(2, Math.floor(width / 110)) },
    y: { grid: true, nice: true, label: figure.dataset.unit ?? null, zero: "zero" in figure.dataset },
    marks: series.flatMap((line, index) => marks(line, LOOKS[index], beside)),
  });
  if (beside) spread(drawn.querySelectorAll(".app-chart__name text"));
  place(figure, ...(beside ? [] : [key(series.map(({ name }) => name))]), drawn);
}

function seriesOf(table) {
  const names = [...table.tHead.rows[0].cells].slice(1).map(words);
  const rows = [...table.tBodies[0].rows].filter((row) => day(row.cells[0]));
  rows.sort((one, other) => day(one.cells[0]) - day(other.cells[0]));
  return names
    .map((name, index) => ({ name, points: pointsOf(rows, index + 1) }))
    .filter(({ points }) => points.some(isKnown))
    .slice(0, LOOKS.length);
}

// Two periods may end on one day, such as a quarter and its last month: the gap is where neither has a figure.
function pointsOf(rows, column) {
  const points = rows.map((row) => point(row, row.cells[column]));
  const days = new Set(points.filter(isKnown).map(({ date }) => +date));
  return points.filter((one) => isKnown(one) || !days.has(+one.date));
}

function isKnown({ value }) {
  return !Number.isNaN(value);
}

function point(row, cell) {
  return {
    date: day(row.cells[0]),
    value: number(cell?.dataset.value ?? cell?.textContent ?? ""),
    says: `${words(row.cells[0])}: ${words(cell)}`,
    href: cell?.querySelector("a")?.getAttribute("href"),
  };
}

function words(cell) {
  return (cell?.textContent ?? "").trim().replace(/\s+/g, " ");
}

function number(text) {
  const figure = text.replaceAll(",", "").match(/-?\d+(\.\d+)?/);
  return figure ? Number(figure[0]) : NaN;
}

function marks({ name, points }, { colour, symbol, dash }, beside) {
  const known = points.filter(isKnown);
  return [
    Plot.line(points, { x: "date", y: "value", stroke: colour, strokeWidth: 2.5, strokeDasharray: dash }),
    Plot.dot(known, {
      ...{ x: "date", y: "value", symbol, r: 4.5, fill: colour },
      ...{ href: "href", title: ({ says }) => `${name}, ${says}` },
    }),
    beside ? nameAtEnd(name, known.at(-1), colour) : null,
  ];
}

function nameAtEnd(name, last, colour) {
  const look = { fill: colour, fontWeight: "bold", className: "app-chart__name" };
  return Plot.text([last], { x: "date", y: "value", text: () => name, dx: 10, textAnchor: "start", ...look });
}

// Names of lines that end close together are pushed apart.
function spread(names) {
  const placed = [...names].map((name) => ({ name, ...transform(name) })).sort((one, other) => one.y - other.y);
  placed.forEach((label, index) => {
    const above = placed[index - 1];
    if (above && label.y - above.y < LINE_OF_TEXT) label.y = above.y + LINE_OF_TEXT;
    label.name.setAttribute("transform", `translate(${label.x},${label.y})`);
  });
}

function transform(name) {
  const [x, y] = name.getAttribute("transform").match(/-?[\d.]+/g).map(Number);
  return { x, y };
}
