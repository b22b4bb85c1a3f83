// A drawn line of time that is zoomed by dragging across it, by buttons and by keyboard. What it comes to show is asked
// of the list's own form, by its dates, so that the list below has exactly what is drawn.
import { dayInWords } from "./picture.js";

const DAY = 24 * 60 * 60 * 1000;
const LEAST = 7 * DAY;
// A press that moves less (pixels) is a click.
const STILL = 5;
// Keys that are pressed soon after each other are one wish (milliseconds).
const PAUSE = 350;
const SVG = "http://www.w3.org/2000/svg";

// What was asked for and is not answered yet, and what the form said before the first zoom.
let wanted = null;
let before = null;
let timer = 0;
// The id of what has the focus, which it keeps when a new picture takes the place of this one.
let focused = "";

const dated = (iso) => new Date(`${iso}T00:00:00Z`);
const iso = (date) => date.toISOString().slice(0, 10);

// The days that are shown, and those that there are.
function view(figure) {
  const { first, last, least, most } = figure.dataset;
  const shown = wanted ?? { first: dated(first), last: dated(last) };
  // A picture of one day has some days around it.
  const missing = Math.max(0, LEAST - (shown.last - shown.first)) / 2;
  return {
    first: new Date(+shown.first - missing),
    last: new Date(+shown.last + missing),
    least: new Date(Math.min(dated(least), shown.first)),
    most: new Date(Math.max(dated(most), shown.last)),
  };
}

const deeds = {
  in: ({ first, last }) => narrowed(first, last, (last - first) / 4),
  out: ({ first, last }) => narrowed(first, last, (first - last) / 2),
  earlier: ({ first, last }) => moved(first, last, (first - last) / 4),
  later: ({ first, last }) => moved(first, last, (last - first) / 4),
};
const keys = { "+": "in", "=": "in", "-": "out", _: "out", ArrowLeft: "earlier", ArrowRight: "later", Escape: "all" };
const labels = { earlier: "Earlier", later: "Later", in: "Zoom in", out: "Zoom out", all: "Show all" };

function narrowed(first, last, by) {
  if (by > 0 && last - first - 2 * by < LEAST) by = Math.max(0, (last - first - LEAST) / 2);
  return { first: new Date(+first + by), last: new Date(+last - by) };
}

function moved(first, last, by) {
  return { first: new Date(+first + by), last: new Date(+last + by) };
}

function act(figure, deed, pause = 0) {
  const shown = view(figure);
  if (deed === "all") return ask(figure, null, pause);
  const next = deeds[deed](shown);
  const all = next.first <= shown.least && next.last >= shown.most;
  // What lies wholly outside of what there is has nothing to show.
  if (next.last < shown.least || next.first > shown.most) return;
  ask(figure, all ? null : next, pause);
}

// Draws the days at once from what the page has, and then asks for them.
function ask(figure, days, pause) {
  remember();
  wanted = days ? { first: dated(iso(days.first)), last: dated(iso(days.last)) } : { first: dated(figure.dataset.least), last: dated(figure.dataset.most) };
  figure.dispatchEvent(new CustomEvent("redraw", { bubbles: true }));
  clearTimeout(timer);
  timer = setTimeout(() => submit(days && wanted), pause);
}

function submit(days) {
  const { elements } = document.getElementById("filters");
  const when = document.querySelector("#filters [name=when]:checked");
  before ??= { from: elements.date_from.value, to: elements.date_to.value, when: when?.value ?? "" };
  elements.date_from.value = days ? iso(days.first) : before.from;
  elements.date_to.value = days ? iso(days.last) : before.to;
  const chosen = days ? "" : before.when;
  document.querySelectorAll("#filters [name=when]").forEach((radio) => (radio.checked = radio.value === chosen));
  if (!days) before = null;
  wanted = null;
  document.getElementById("filters").requestSubmit();
}

function remember() {
  focused = document.activeElement.closest(".app-timeline") ? document.activeElement.id : "";
}

function restore() {
  if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
  focused = "";
}

document.addEventListener("htmx:beforeSwap", remember);

// The picture with what it takes to zoom it.
function stage(figure, drawn) {
  const element = document.createElement("div");
  element.id = "timeline-picture";
  element.className = "app-timeline__stage";
  element.tabIndex = 0;
  element.setAttribute("data-drawn", "");
  element.setAttribute("role", "application");
  element.setAttribute("aria-roledescription", "timeline");
  element.setAttribute("aria-label", label(view(figure)));
  element.append(drawn);
  element.addEventListener("keydown", (event) => {
    const deed = keys[event.key];
    if (!deed || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    act(figure, deed, PAUSE);
  });
  brush(figure, drawn);
  return element;
}

function label({ first, last }) {
  const days = `${dayInWords(first)} to ${dayInWords(last)}`;
  return `Timeline, ${days}. Left and right arrows move it, plus and minus zoom, Escape shows all.`;
}

function buttons(figure) {
  const group = document.createElement("div");
  group.className = "app-timeline__buttons";
  group.setAttribute("data-drawn", "");
  group.setAttribute("role", "group");
  group.setAttribute("aria-label", "Zoom the timeline");
  Object.entries(labels).forEach(([deed, words]) => {
    const button = document.createElement("button");
    button.type = "button";
    button.id = `timeline-${deed}`;
    button.className = "govuk-button govuk-button--secondary";
    button.textContent = words;
    button.addEventListener("click", () => act(figure, deed));
    group.append(button);
  });
  const hint = document.createElement("p");
  hint.className = "govuk-hint";
  hint.textContent = "Drag across the picture to zoom in, or use the arrow, plus, minus and Escape keys on it.";
  group.append(hint);
  return group;
}

// What is dragged over is marked, and shown when the pointer is let go.
function brush(figure, svg) {
  const scale = svg.scale("x");
  let start = null;
  let mark = null;
  let dragged = false;
  const at = ({ clientX }) => clientX - svg.getBoundingClientRect().left;
  svg.addEventListener("dragstart", (event) => event.preventDefault());
  svg.addEventListener("pointerdown", (event) => {
    dragged = false;
    if (event.button === 0) start = at(event);
  });
  svg.addEventListener("pointermove", (event) => {
    if (start === null || (!mark && Math.abs(at(event) - start) < STILL)) return;
    if (!mark) {
      svg.setPointerCapture(event.pointerId);
      mark = svg.appendChild(document.createElementNS(SVG, "rect"));
      mark.setAttribute("class", "app-timeline__brush");
      mark.setAttribute("height", svg.getAttribute("height"));
    }
    mark.setAttribute("x", Math.min(start, at(event)));
    mark.setAttribute("width", Math.abs(at(event) - start));
  });
  const end = (event) => {
    const ends = mark && [start, at(event)].sort((one, other) => one - other).map((x) => scale.invert(x));
    dragged = Boolean(mark);
    mark?.remove();
    start = mark = null;
    if (ends && event.type === "pointerup") ask(figure, within(ends, view(figure)), 0);
  };
  svg.addEventListener("pointerup", end);
  svg.addEventListener("pointercancel", end);
  // A mark that was dragged over is not followed.
  svg.addEventListener("click", (event) => dragged && event.preventDefault(), true);
}

function within([first, last], shown) {
  const days = { first: new Date(Math.max(first, shown.first)), last: new Date(Math.min(last, shown.last)) };
  return last - first < DAY ? { first: days.first, last: days.first } : days;
}

export const zoomable = { view, stage, buttons, restore };
