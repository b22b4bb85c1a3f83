// The names of lines at their ends, wrapped where they are long and pushed apart where lines end close together.
import * as Plot from "@observablehq/plot";

const LINE_OF_TEXT = 16;
// What a letter takes at most, and an em (pixels).
const LETTER = 9;
const EM = 14;

export function roomForNames(names, width) {
  const longest = Math.max(...names.map(({ length }) => length));
  return Math.min(longest * LETTER + 20, width / 3);
}

// At the end of the picture, which may be later than that of the line.
export function nameAtEnd(name, last, end, colour, room, fontWeight = "bold") {
  const look = { fill: colour, fontWeight, className: "app-chart__name" };
  const where = { x: () => end, y: "value", dx: 10, textAnchor: "start", lineWidth: (room - 16) / EM };
  return Plot.text([last], { ...where, ...look, text: () => name });
}

// From the top down each name is pushed below the one above; what is then below the frame pushes them up again.
export function spread(names, bottom) {
  const labels = [...names].map((name) => ({ name, ...placeOf(name), tall: linesIn(name) * LINE_OF_TEXT }));
  labels.sort((one, other) => one.y - other.y);
  const apart = (one, other) => (one.tall + other.tall) / 2;
  labels.forEach((label, index) => {
    const above = labels[index - 1];
    if (above) label.y = Math.max(label.y, above.y + apart(above, label));
  });
  for (let index = labels.length - 1; index >= 0; index -= 1) {
    const below = labels[index + 1];
    labels[index].y = Math.min(labels[index].y, below ? below.y - apart(labels[index], below) : bottom - labels[index].tall / 2);
  }
  labels.forEach(({ name, x, y }) => name.setAttribute("transform", `translate(${x},${y})`));
}

function linesIn(name) {
  return Math.max(1, name.querySelectorAll("tspan").length);
}

function placeOf(name) {
  const [x, y] = name.getAttribute("transform").match(/-?[\d.]+/g).map(Number);
  return { x, y };
}
