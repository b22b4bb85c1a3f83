// What is drawn beside the lines of a chart: the levels that a council set itself, and what happened when.
import * as Plot from "@observablehq/plot";
import { nameAtEnd } from "./names.js";

const INK = "#0b0c0c";
const GREY = "#505a5f";
// A mark under the axis: its radius, the height of its row, and how far below the frame the first row is (pixels).
const RADIUS = 10;
const ROW = 24;
const BELOW = 40;
const YEAR = 366 * 24 * 60 * 60 * 1000;
const SYMBOLS = { decision: "circle", inspection: "square", definition: "diamond2" };

// The days that the picture shows: those of the values, and what is marked or aimed at up to two years after them.
export function daysOf(lines, bounds, marks) {
  const days = lines.flatMap(({ points }) => points.map(({ date }) => +date));
  const [first, last] = [Math.min(...days), Math.max(...days)];
  const later = [...marks.map(({ date }) => +date), ...bounds.flatMap(({ steps }) => steps.map(({ since }) => +since + YEAR / 4))];
  return [new Date(first), new Date(Math.max(last, ...later.filter((day) => day > last && day < last + 2 * YEAR)))];
}

// The steps of each bound that are within the picture.
export function shownOf(bounds, [first, last]) {
  const cut = ({ since, until, ...step }) => ({ ...step, from: new Date(Math.max(since, first)), to: new Date(Math.min(until ?? last, last)) });
  return bounds
    .map(({ name, steps }) => ({ name, steps: steps.map(cut).filter(({ from, to }) => from <= to) }))
    .filter(({ steps }) => steps.length);
}

export function boundMarks(bounds) {
  const look = { stroke: INK, strokeWidth: 1.5, strokeDasharray: "10 4", className: "app-chart__bound" };
  return bounds.map(({ steps }) => Plot.line(corners(steps), { x: "date", y: "value", ...look }));
}

export const boundInWords = ({ name, steps }) => `${name}: ${steps.at(-1).says}`;

// The name of each over its last step, if that ends within the picture; else it stands beside those of the lines.
export function boundNames(bounds, [, last]) {
  const look = { fill: INK, stroke: "white", strokeWidth: 4, className: "app-chart__bound" };
  return bounds
    .filter((bound) => !lasts(bound, last))
    .map((bound) => Plot.text([bound.steps.at(-1)], { ...look, x: "to", y: "value", dx: -4, dy: -9, textAnchor: "end", text: () => boundInWords(bound) }));
}

export function boundEnds(bounds, [, last], room) {
  const lasting = bounds.filter((bound) => lasts(bound, last));
  return lasting.map((bound) => nameAtEnd(boundInWords(bound), bound.steps.at(-1), last, INK, room, "normal"));
}

function lasts({ steps }, last) {
  return steps.at(-1).to >= last;
}

// A step that follows the one before on the next day is joined to it; else there is a gap.
function corners(steps) {
  return steps.flatMap(({ from, to, value }, index) => {
    const apart = index && from - steps[index - 1].to > 2 * 24 * 60 * 60 * 1000;
    return [...(apart ? [{ date: from, value: NaN }] : []), { date: from, value }, { date: to, value }];
  });
}

// The marks within the picture, each in the first row under the axis in which it has room.
export function placed(marks, [first, last], width) {
  const ends = [];
  return marks
    .filter(({ date }) => date >= first && date <= last)
    .map((mark) => {
      const x = ((mark.date - first) / Math.max(1, last - first)) * width;
      const free = ends.findIndex((end) => end + 2 * RADIUS + 2 <= x);
      const row = free < 0 ? ends.length : free;
      ends[row] = x;
      return { ...mark, row };
    });
}

export function roomFor(marks) {
  return marks.length ? BELOW + ROW * Math.max(...marks.map(({ row }) => row)) + RADIUS + 4 : 0;
}

// A change of what is counted parts the figures before from those after, so its line is whole.
export function eventMarks(marks) {
  const [parting, others] = [true, false].map((parts) => marks.filter(({ sort }) => (sort === "definition") === parts));
  return [
    Plot.ruleX(others, { x: "date", stroke: GREY, strokeDasharray: "2 3" }),
    Plot.ruleX(parting, { x: "date", stroke: GREY }),
    ...[...Map.groupBy(marks, ({ row }) => row).values()].flatMap(inRow),
  ];
}

function inRow(marks) {
  const where = { x: "date", frameAnchor: "bottom", dy: BELOW + ROW * marks[0].row, href: "href", title: "says", className: "app-chart__mark" };
  const symbol = { transform: (of) => of.map(({ sort }) => SYMBOLS[sort] ?? "circle") };
  return [
    Plot.dot(marks, { ...where, r: RADIUS, fill: INK, symbol }),
    Plot.text(marks, { ...where, text: "number", lineAnchor: "middle", fill: "white", fontWeight: "bold", fontSize: 12 }),
  ];
}
