// A drawn chart as a file: SVG, or PNG of twice its size, with the title, the sentence, what is listed and the source
// written into the picture, which looks right by itself.
const SVG = "http://www.w3.org/2000/svg";
const WIDE = 960;
const EDGE = 24;
const TWICE = 2;
const FONT = "Arial, Helvetica, sans-serif";
const INK = "#0b0c0c";
const SORTS = { SVG: asSvg, PNG: asPng };

// Puts a button for each sort of file under the chart, once; `drawn` draws it anew at a width and says what it must.
export function offer(figure, drawn) {
  if (figure.querySelector("[data-take]")) return;
  const place = figure.querySelector(".app-exports") ?? figure.appendChild(exports());
  Object.entries(SORTS).forEach(([sort, make]) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "app-link-button app-exports__link";
    button.dataset.take = sort;
    button.append(sort, hidden(" picture of this chart"));
    button.addEventListener("click", async () => save(await make(whole(figure, drawn(WIDE))), `${fileName(figure)}.${sort.toLowerCase()}`));
    place.append(" ", button);
  });
}

function exports() {
  const place = document.createElement("p");
  place.className = "govuk-body-s app-exports";
  place.append("Take this chart away:");
  return place;
}

function hidden(words) {
  const span = document.createElement("span");
  span.className = "govuk-visually-hidden";
  span.textContent = words;
  return span;
}

function titleOf(figure) {
  return figure.dataset.title || document.querySelector("h1")?.textContent.trim() || document.title;
}

function fileName(figure) {
  return titleOf(figure).toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "").slice(0, 80) || "chart";
}

// The chart between its words, as a document of its own.
function whole(figure, { again, said }) {
  const text = (element) => element?.textContent.trim().replace(/\s+/g, " ") ?? "";
  const sheet = made("svg", { "font-family": FONT, fill: INK, width: WIDE + 2 * EDGE });
  const sentence = text(figure.querySelector(":scope > figcaption"));
  const source = figure.dataset.publication ? [`Source: ${figure.dataset.publication}.`] : [];
  const listed = [...figure.querySelectorAll("[data-bound]")].map(text);
  const numbered = [...figure.querySelectorAll("[data-mark]")].map((mark, index) => `${index + 1}. ${text(mark)}`);
  const symbols = [...figure.querySelectorAll("[data-symbols]")].map(text);
  let y = write(sheet, EDGE, [titleOf(figure)], 22, "bold");
  y = write(sheet, y, sentence ? [sentence] : [], 16);
  y = inset(sheet, again, y + 12);
  y = write(sheet, y, [said, ...listed, ...numbered, ...symbols, ...source, `Taken from ${location.origin}${location.pathname}`], 13);
  sheet.setAttribute("height", Math.ceil(y + EDGE));
  sheet.setAttribute("viewBox", `0 0 ${WIDE + 2 * EDGE} ${Math.ceil(y + EDGE)}`);
  sheet.prepend(titled("title", titleOf(figure)), titled("desc", sentence), made("rect", { width: "100%", height: "100%", fill: "white" }));
  return sheet;
}

function titled(name, words) {
  const element = made(name, {});
  element.textContent = words;
  return element;
}

function inset(sheet, drawn, y) {
  const height = Number(drawn.getAttribute("height"));
  drawn.removeAttribute("aria-hidden");
  drawn.removeAttribute("data-drawn");
  const look = { x: EDGE, y, color: INK, overflow: "visible", "font-family": FONT, "font-size": 14 };
  Object.entries(look).forEach(([name, value]) => drawn.setAttribute(name, value));
  // A file has no page to which an address could be relative.
  drawn.querySelectorAll("a").forEach((link) => {
    const address = link.getAttribute("href") ?? link.getAttribute("xlink:href");
    link.removeAttribute("xlink:href");
    link.setAttribute("href", new URL(address, location.href).href);
  });
  sheet.append(drawn);
  return y + height + 12;
}

// Writes paragraphs, each wrapped to the width, and gives where the next may begin.
function write(sheet, y, paragraphs, size, weight = "normal") {
  const pen = document.createElement("canvas").getContext("2d");
  pen.font = `${weight} ${size}px ${FONT}`;
  paragraphs.forEach((paragraph) => {
    wrapped(pen, paragraph).forEach((line) => {
      y += size * 1.35;
      const text = titled("text", line);
      Object.entries({ x: EDGE, y: y.toFixed(1), "font-size": size, "font-weight": weight }).forEach(([name, value]) => text.setAttribute(name, value));
      sheet.append(text);
    });
  });
  return y;
}

function wrapped(pen, paragraph) {
  return paragraph.split(" ").reduce((lines, word) => {
    const longer = lines.length ? `${lines.at(-1)} ${word}` : word;
    if (lines.length && pen.measureText(longer).width <= WIDE) lines[lines.length - 1] = longer;
    else lines.push(word);
    return lines;
  }, []);
}

function made(name, attributes) {
  const element = document.createElementNS(SVG, name);
  Object.entries(attributes).forEach(([attribute, value]) => element.setAttribute(attribute, value));
  return element;
}

function asSvg(sheet) {
  return new Blob([new XMLSerializer().serializeToString(sheet)], { type: "image/svg+xml" });
}

async function asPng(sheet) {
  const address = URL.createObjectURL(asSvg(sheet));
  const image = new Image();
  image.src = address;
  await image.decode();
  URL.revokeObjectURL(address);
  const canvas = document.createElement("canvas");
  canvas.width = TWICE * Number(sheet.getAttribute("width"));
  canvas.height = TWICE * Number(sheet.getAttribute("height"));
  canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((done) => canvas.toBlob(done, "image/png"));
}

function save(file, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  // The browser has taken the address by then.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
