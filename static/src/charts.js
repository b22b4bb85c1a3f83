// Draws the page's charts from the tables and lists that are in the page; without scripts those are all there is.
import { drawLines } from "./charts/lines.js";
import { drawMultiples } from "./charts/multiples.js";
import { drawTimeline } from "./charts/timeline.js";

const drawers = {
  "figure[data-chart]": drawLines,
  "figure[data-multiples]": drawMultiples,
  "figure[data-timeline]": drawTimeline,
};

const drawnAt = new WeakMap();
const resized = new ResizeObserver((entries) => entries.forEach(({ target }) => draw(target)));

// A picture is drawn for the width at hand, so that its words keep their size on a telephone.
function draw(element) {
  const width = Math.round(element.clientWidth);
  if (!width || drawnAt.get(element) === width) return;
  drawnAt.set(element, width);
  element.querySelectorAll(":scope > [data-drawn]").forEach((old) => old.remove());
  const [, drawer] = Object.entries(drawers).find(([selector]) => element.matches(selector));
  drawer(element, width);
}

function start(scope) {
  scope.querySelectorAll(Object.keys(drawers).join()).forEach((element) => {
    draw(element);
    resized.observe(element);
  });
}

start(document);
// A timeline whose days were changed is drawn again for the same width.
document.addEventListener("redraw", ({ target }) => {
  drawnAt.delete(target);
  draw(target);
});
document.addEventListener("htmx:load", ({ target }) => start(target.parentElement ?? target));
