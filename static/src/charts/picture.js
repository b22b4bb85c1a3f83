// What the pictures have in common: colours, symbols, and a place in the page that its security policy allows.
import * as Plot from "@observablehq/plot";

// Each pair is told apart without colour too; each colour has a contrast of at least 4.5 to 1 with white.
export const LOOKS = [
  { colour: "#1d70b8", symbol: "circle", dash: null },
  { colour: "#ca3535", symbol: "square", dash: "6 3" },
  { colour: "#0f7a52", symbol: "triangle", dash: "2 3" },
  { colour: "#54319f", symbol: "diamond2", dash: "8 3 2 3" },
];

// Marks of a timeline, of which there may be more, as they are not joined to lines.
export const MARKS = [
  ...LOOKS,
  { colour: "#8a4b00", symbol: "star" },
  { colour: "#0b0c0c", symbol: "cross" },
  { colour: "#801650", symbol: "wye" },
];

// The picture says nothing that the table or list beside it does not, so it is hidden from screen readers.
export function picture(options) {
  return admissible(Plot.plot({ className: "app-plot", ...options }));
}

// What each symbol and colour stands for.
export function key(names, looks = LOOKS) {
  const symbol = { domain: names, range: names.map((_, index) => looks[index].symbol) };
  const color = { domain: names, range: names.map((_, index) => looks[index].colour), type: "ordinal" };
  return admissible(Plot.legend({ className: "app-plot", symbol, color, fill: "color", stroke: "none" }));
}

// Plot writes a <style> element into what it makes; the page forbids it, and _chart.scss says the same.
function admissible(element) {
  element.querySelectorAll("style").forEach((style) => style.remove());
  element.querySelectorAll("a").forEach((link) => link.setAttribute("tabindex", "-1"));
  element.setAttribute("aria-hidden", "true");
  element.setAttribute("data-drawn", "");
  return element;
}

// An axis that does not start at nought makes a small change look large, so where it starts is said.
export function startInWords(drawn, unit) {
  const [least] = drawn.scale("y").domain;
  const [before, after] = [unit === "£" ? "£" : "", unit === "%" ? "%" : ""];
  const figure = `${least < 0 ? "−" : ""}${before}${Math.abs(least).toLocaleString("en-GB")}${after}`;
  return least === 0 ? "The axis starts at 0." : `The axis starts at ${figure}, not at 0.`;
}

// A sentence about the picture, which goes when it is drawn anew.
export function note(words) {
  const element = document.createElement("p");
  element.className = "govuk-body-s app-chart__note";
  element.setAttribute("data-drawn", "");
  element.textContent = words;
  return element;
}

export function place(figure, ...pictures) {
  const caption = figure.querySelector(":scope > figcaption");
  if (caption && caption === figure.firstElementChild) caption.after(...pictures);
  else figure.prepend(...pictures);
}

export function day(element) {
  const text = element?.dataset.date ?? element?.querySelector("time")?.getAttribute("datetime");
  return text ? new Date(`${text}T00:00:00Z`) : null;
}

const written = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });

export const dayInWords = (date) => written.format(date);
