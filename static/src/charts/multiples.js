// A small chart for each area, on the same axes: the council's own line stands in each of them.
//
//   <figure class="app-chart" data-multiples data-unit="%"> <table> head: Period | Wexcombe (data-place="own") | Larchester | Marl ...
import * as Plot from "@observablehq/plot";
import { note, picture, place, startInWords } from "./picture.js";
import { isKnown, linesOf } from "./table.js";
import { offer } from "./taking_away.js";

const SMALL = 210;
const TALL = 150;
const OWN = { stroke: "#505a5f", strokeWidth: 1.5, strokeDasharray: "5 3" };
const OTHER = "#1d70b8";

export function drawMultiples(figure, width) {
  const lines = linesOf(figure.querySelector("table"), Infinity);
  const own = lines.find(({ isOwn }) => isOwn) ?? { name: "", points: [] };
  const others = lines.filter((line) => line !== own);
  if (!others.length) return;
  const drawn = pictureOf(figure, own, others, width);
  const same = `Every chart has the same axes. ${startInWords(drawn, figure.dataset.unit)}`;
  const said = own.name ? `The dashed line in each chart is ${own.name}. ${same}` : same;
  place(figure, note(said), drawn);
  offer(figure, (wide) => ({ again: pictureOf(figure, own, others, wide), said }));
}

function pictureOf(figure, own, others, width) {
  const columns = Math.max(1, Math.min(others.length, Math.floor((width - 50) / SMALL)));
  const rows = Math.ceil(others.length / columns);
  const where = (index) => ({ fx: index % columns, fy: Math.floor(index / columns) });
  const inEach = (points, name, index) => points.map((point) => ({ ...point, ...where(index), name }));
  const theirs = others.flatMap(({ points, name }, index) => inEach(points, name, index));
  const ours = others.flatMap((_, index) => inEach(own.points, own.name, index));
  const says = ({ name, says }) => `${name}, ${says}`;
  const facet = { fx: "fx", fy: "fy" };
  const line = { ...facet, x: "date", y: "value", z: (point) => `${point.fx} ${point.fy}` };
  return picture({
    ...{ width, height: rows * (TALL + 34) + 60, marginLeft: 52, marginRight: 12, marginTop: 40, marginBottom: 34 },
    fx: { axis: null, padding: 0.12 },
    fy: { axis: null, padding: 0.24 },
    x: { type: "utc", label: null, ticks: 3 },
    y: { grid: true, nice: 4, ticks: 4, label: figure.dataset.unit || null },
    marks: [
      Plot.frame({ stroke: "#b1b4b6" }),
      Plot.line(ours, { ...line, ...OWN }),
      Plot.line(theirs, { ...line, stroke: OTHER, strokeWidth: 2 }),
      Plot.dot(theirs.filter(isKnown), { ...facet, x: "date", y: "value", r: 2.5, fill: OTHER, title: says }),
      Plot.text(others.map(({ name }, index) => ({ ...where(index), name })), {
        ...{ ...facet, text: "name", frameAnchor: "top-left", dy: -16, fontWeight: "bold", className: "app-chart__name" },
        ...{ lineWidth: (width / columns - 40) / 14, textOverflow: "ellipsis" },
      }),
    ],
  });
}
