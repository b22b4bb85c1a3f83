// Dated entries drawn in lanes, a mark for each outcome.
//
//   <figure class="app-timeline" data-timeline>
//     <ol> <li data-date="2018-02-07" data-lane="Cabinet" data-mark="agreed"><a href="...">Family centres</a> ...</li>
//
// or, where a list shows only some of what is drawn, and the picture zooms the list's form (zoom.js):
//
//   <figure data-timeline data-zooms data-first="2018-01-01" data-last="2018-12-31" data-least data-most
//     data-lanes='["Cabinet"]' data-marks='[["2018-02-07", 0, "agreed", 1, "Family centres", "/decisions/..."]]'>
import * as Plot from "@observablehq/plot";
import { MARKS, day, dayInWords, key, picture, place } from "./picture.js";
import { zoomable } from "./zoom.js";

const LANE = 44;
// What one lane has of one day stands in a pile on its line, and beyond so many in a second one beside it.
const STEP = 14;
const PILE = 6;
const NAME = 180;
const NAME_IN_EMS = 12;
const NARROW = 480;
// The size of the letters (pixels), which the widths of lines are counted in.
const LETTERS = 14;
const OTHER = "other";
const RADIUS = 6;
const SMALLEST = 3;
const LARGEST = 9;

export function drawTimeline(figure, width) {
  const zooms = "zooms" in figure.dataset;
  const view = zooms ? zoomable.view(figure) : null;
  const all = entriesOf(figure);
  const entries = piled(view ? all.filter(({ date }) => date >= view.first && date <= view.last) : all);
  if (!entries.length && !zooms) return;
  const marks = commonest(all);
  const drawn = draw(figure, entries, marks, width, view);
  if (!zooms) return place(figure, key(marks, MARKS), drawn);
  place(figure, ...(marks.length ? [key(marks, MARKS)] : []), zoomable.stage(figure, drawn), zoomable.buttons(figure));
  zoomable.restore();
}

function draw(figure, entries, marks, width, view) {
  const lanes = figure.dataset.lanes ? JSON.parse(figure.dataset.lanes) : [...new Set(entries.map(({ lane }) => lane))];
  const mark = ({ mark }) => (marks.includes(mark) ? mark : OTHER);
  // Where there is no room beside the lanes, their names stand in them, in two lines at most.
  const beside = width > NARROW;
  const lane = Math.max(LANE, STEP * Math.max(1, ...entries.map(({ pile }) => pile)) + (beside ? 16 : 60));
  return picture({
    width,
    height: Math.max(1, lanes.length) * lane + 40,
    marginLeft: beside ? NAME : 8,
    marginRight: 16,
    x: { type: "utc", label: null, grid: true, inset: 10, ticks: Math.max(2, Math.floor(width / 140)), ...(view ? { domain: [view.first, view.last] } : {}) },
    y: { type: "point", domain: lanes, padding: 0.5, label: null, axis: null },
    r: { type: "identity" },
    symbol: { domain: marks, range: marks.map((_, index) => MARKS[index].symbol) },
    color: { domain: marks, range: marks.map((_, index) => MARKS[index].colour) },
    marks: [
      Plot.ruleY(lanes, { stroke: "#b1b4b6" }),
      beside ? Plot.axisY({ lineWidth: NAME_IN_EMS, tickSize: 0 }) : Plot.text(lanes, { y: (lane) => lane, frameAnchor: "left", dy: 2 - lane / 2, textAnchor: "start", lineAnchor: "top", lineWidth: (width - 24) / LETTERS }),
      ...[...Map.groupBy(entries, ({ dx, dy }) => `${dx} ${dy}`).values()].map((shifted) =>
        Plot.dot(shifted, {
          ...{ x: "date", y: "lane", dx: shifted[0].dx, dy: shifted[0].dy, symbol: mark, fill: mark, r: "radius", stroke: "white" },
          ...{ href: "href", title: "title" },
        }),
      ),
    ],
  });
}

// How far from its place on the line each entry is drawn (dx, dy, in pixels), and how high its pile is.
function piled(entries) {
  const days = Map.groupBy(entries, ({ lane, date }) => `${lane} ${+date}`);
  return [...days.values()].flatMap((day) =>
    day.map((entry, index) => {
      const pile = Math.min(day.length, PILE);
      return { ...entry, pile, dx: Math.floor(index / PILE) * -STEP, dy: ((index % PILE) - (pile - 1) / 2) * STEP };
    }),
  );
}

function entriesOf(figure) {
  return figure.dataset.marks ? givenOf(figure) : listedIn(figure);
}

// What the figure's own attributes say; a mark of a period is larger the more it counts, and says how many.
function givenOf(figure) {
  const lanes = JSON.parse(figure.dataset.lanes);
  const largest = Math.max(...JSON.parse(figure.dataset.marks).map(([, , , count]) => count));
  return JSON.parse(figure.dataset.marks).map(([iso, lane, mark, count, title, href]) => {
    const date = new Date(`${iso}T00:00:00Z`);
    return {
      ...{ date, mark, count, lane: lanes[lane], href: href || null },
      radius: href ? RADIUS : SMALLEST + (LARGEST - SMALLEST) * Math.sqrt(count / largest),
      title: href ? `${dayInWords(date)}: ${title}` : `${title}, ${lanes[lane]}: ${count} ${mark}`,
    };
  });
}

function listedIn(figure) {
  return [...figure.querySelectorAll("[data-date]")].map((item) => {
    const date = day(item);
    const says = (item.querySelector("a") ?? item).textContent.trim().replace(/\s+/g, " ");
    return {
      ...{ date, count: 1, radius: RADIUS, title: `${dayInWords(date)}: ${says}` },
      lane: item.dataset.lane || "Not stated",
      mark: item.dataset.mark || OTHER,
      href: item.querySelector("a")?.getAttribute("href"),
    };
  });
}

// The outcomes that have a mark of their own: where there are more than marks, the rarest share one.
function commonest(entries) {
  const counts = new Map();
  entries.forEach(({ mark, count }) => counts.set(mark, (counts.get(mark) ?? 0) + count));
  const ranked = [...counts.keys()].sort((one, other) => counts.get(other) - counts.get(one));
  return ranked.length <= MARKS.length ? ranked : [...ranked.filter((m) => m !== OTHER).slice(0, MARKS.length - 1), OTHER];
}
