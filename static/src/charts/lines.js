// A line for each column of figures in a table whose rows are periods, with the bounds and marks that are listed beside it.
//
//   <figure class="app-chart" data-chart data-unit="%" data-zero>
//     <figcaption>...</figcaption>
//     <table> head: Period | Wexcombe | England ...
//     <li data-bound="Target" data-value="90" data-since="2024-04-01" data-until="2026-03-31">...</li>
//     <li data-mark="decision" data-date="2025-10-16"><a href="...">...</a></li>
//
// data-zero: the axis starts at nought.
import * as Plot from "@observablehq/plot";
import { LOOKS, key, note, picture, place, startInWords } from "./picture.js";
import { boundEnds, boundInWords, boundMarks, boundNames, daysOf, eventMarks, placed, roomFor, shownOf } from "./beside.js";
import { nameAtEnd, roomForNames, spread } from "./names.js";
import { boundsOf, isKnown, linesOf, marksOf } from "./table.js";
import { offer } from "./taking_away.js";

const NARROW = 480;
// What the figures of an axis take at least, and each letter of them (pixels).
const LEFT = 52;
const LETTER = 9;
const AXIS = 30;
// About how many figures an axis has.
const TICKS = 6;

export function drawLines(figure, width) {
  const lines = linesOf(figure.querySelector("table"), LOOKS.length);
  if (!lines.length) return;
  const drawn = pictureOf(figure, lines, width);
  const named = width > NARROW ? [] : [key(lines.map(({ name }) => name))];
  place(figure, ...named, drawn, note([...(named.length ? levels(figure) : []), startInWords(drawn, figure.dataset.unit)].join(" ")));
  offer(figure, (wide) => {
    const again = pictureOf(figure, lines, wide);
    return { again, said: startInWords(again, figure.dataset.unit) };
  });
}

// What the long dashes are, where there is no room for it in the picture.
function levels(figure) {
  const bounds = boundsOf(figure).map(boundInWords);
  return bounds.length ? [`Long dashes: ${bounds.join(", ")}.`] : [];
}

function pictureOf(figure, lines, width) {
  const [bounds, marks] = [boundsOf(figure), marksOf(figure)];
  // Where there is no room at the end of the lines, their names stand above the picture.
  const beside = width > NARROW;
  const days = daysOf(lines, bounds, marks);
  const shown = shownOf(bounds, days);
  const right = beside ? roomForNames([...lines.map(({ name }) => name), ...shown.map(boundInWords)], width) : 16;
  const zero = "zero" in figure.dataset;
  const left = roomForFigures(lines, shown);
  const listed = placed(marks, days, width - left - right);
  const [height, below] = [beside ? 320 : 260, Math.max(AXIS, roomFor(listed))];
  const drawn = picture({
    ...{ width, height: height + below - AXIS, marginLeft: left, marginRight: right, marginTop: 28, marginBottom: below },
    x: { type: "utc", label: null, domain: days, ticks: Math.max(2, Math.floor(width / 110)) },
    y: { grid: true, nice: TICKS, ticks: TICKS, label: figure.dataset.unit || null, zero, ...flat(lines, shown, zero) },
    marks: [
      ...eventMarks(listed),
      ...boundMarks(shown),
      ...lines.flatMap((line, index) => marksOfLine(line, index, days[1], beside && right)),
      ...(beside ? [...boundNames(shown, days), ...boundEnds(shown, days, right)] : []),
    ],
  });
  spread(drawn.querySelectorAll(".app-chart__name text"), height - AXIS);
  return drawn;
}

function figuresIn(lines, bounds) {
  const points = lines.flatMap(({ points }) => points.filter(isKnown));
  return [...points, ...bounds.flatMap(({ steps }) => steps)].map(({ value }) => value);
}

function roomForFigures(lines, bounds) {
  const longest = Math.max(...figuresIn(lines, bounds).map((figure) => Math.round(figure).toLocaleString("en-GB").length));
  return Math.max(LEFT, longest * LETTER + 16);
}

// An axis on which every value is the same has some room around it.
function flat(lines, bounds, zero) {
  const figures = figuresIn(lines, bounds);
  const [least, most] = [Math.min(...figures), Math.max(...figures)];
  if (least !== most || (zero && least)) return {};
  return { domain: [least < 1 && least >= 0 ? 0 : least - 1, least + 1] };
}

function marksOfLine({ name, points }, index, end, room) {
  const { colour, symbol, dash } = LOOKS[index];
  const known = points.filter(isKnown);
  const says = ({ says }) => `${name}, ${says}`;
  const dot = { x: "date", y: "value", symbol, r: 4.5, stroke: colour, href: "href", title: says };
  // What is provisional is hollow; the symbol of what is suppressed or missing stands at the foot.
  return [
    Plot.line(points, { x: "date", y: "value", stroke: colour, strokeWidth: 2.5, strokeDasharray: dash }),
    Plot.dot(known, { ...dot, fill: ({ isFinal }) => (isFinal ? colour : "white") }),
    Plot.text(points.filter(({ symbol }) => symbol), {
      ...{ x: "date", frameAnchor: "bottom", dy: -6 - 14 * index, text: "symbol", fill: colour, title: says },
      ...{ fontWeight: "bold", className: "app-chart__gap" },
    }),
    room ? nameAtEnd(name, known.at(-1), end, colour, room) : null,
  ];
}
