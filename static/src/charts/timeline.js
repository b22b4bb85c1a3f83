// Dated entries drawn in lanes, a mark for each outcome.
//
//   <figure class="app-timeline" data-timeline>
//     <ol> <li data-date="2018-02-07" data-lane="Cabinet" data-mark="agreed"><a href="...">Family centres</a> ...</li>
import * as Plot from "@observablehq/plot";
import { LOOKS, day, dayInWords, key, picture, place } from "./picture.js";

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

export function drawTimeline(figure, width) {
  const entries = piled(entriesOf(figure));
  if (!entries.length) return;
  const lanes = [...new Set(entries.map(({ lane }) => lane))];
  const marks = commonest(entries.map(({ mark }) => mark));
  const symbol = { domain: marks, range: marks.map((_, index) => LOOKS[index].symbol) };
  const color = { domain: marks, range: marks.map((_, index) => LOOKS[index].colour) };
  const mark = ({ mark }) => (marks.includes(mark) ? mark : OTHER);
  // Where there is no room beside the lanes, their names stand in them, in two lines at most.
  const beside = width > NARROW;
  const lane = Math.max(LANE, STEP * Math.max(...entries.map(({ pile }) => pile)) + (beside ? 16 : 60));
  const drawn = picture({
    width,
    height: lanes.length * lane + 40,
    marginLeft: beside ? NAME : 8,
    marginRight: 16,
    x: { type: "utc", label: null, grid: true, inset: 10, ticks: Math.max(2, Math.floor(width / 140)) },
    y: { type: "point", domain: lanes, padding: 0.5, label: null, axis: null },
    symbol,
    color,
    marks: [
      Plot.ruleY(lanes, { stroke: "#b1b4b6" }),
      beside ? Plot.axisY({ lineWidth: NAME_IN_EMS, tickSize: 0 }) : Plot.text(lanes, { y: (lane) => lane, frameAnchor: "left", dy: 2 - lane / 2, textAnchor: "start", lineAnchor: "top", lineWidth: (width - 24) / LETTERS }),
      ...[...Map.groupBy(entries, ({ dx, dy }) => `${dx} ${dy}`).values()].map((shifted) =>
        Plot.dot(shifted, {
          ...{ x: "date", y: "lane", dx: shifted[0].dx, dy: shifted[0].dy, symbol: mark, fill: mark, r: 6, stroke: "white" },
          ...{ href: "href", title: ({ date, says }) => `${dayInWords(date)}: ${says}` },
        }),
      ),
    ],
  });
  place(figure, key(marks), drawn);
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
  return [...figure.querySelectorAll("[data-date]")].map((item) => ({
    date: day(item),
    lane: item.dataset.lane || "Not stated",
    mark: item.dataset.mark || OTHER,
    says: (item.querySelector("a") ?? item).textContent.trim().replace(/\s+/g, " "),
    href: item.querySelector("a")?.getAttribute("href"),
  }));
}

// The outcomes that have a mark of their own: where there are more than marks, the rarest share one.
function commonest(marks) {
  const counts = Map.groupBy(marks, (mark) => mark);
  const ranked = [...counts.keys()].sort((one, other) => counts.get(other).length - counts.get(one).length);
  return ranked.length <= LOOKS.length ? ranked : [...ranked.filter((m) => m !== OTHER).slice(0, LOOKS.length - 1), OTHER];
}
