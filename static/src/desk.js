// The desk by keyboard: moves between findings, shows where each was read, and keeps the focus after a decision.
// Also ends the asking for progress of a document that is no longer there for this person.

const findings = document.getElementById("findings");
const place = () => document.getElementById("place");
const KEPT = "shortcuts";

function all() {
  return [...findings.querySelectorAll(".app-finding")];
}

function isPending(finding) {
  return finding.dataset.verdict === "pending";
}

// The next finding to be checked below, else the first one above; none when all are checked.
function nextPending(element) {
  const waiting = all().filter((finding) => isPending(finding) && finding !== element);
  const below = (finding) => element.compareDocumentPosition(finding) & Node.DOCUMENT_POSITION_FOLLOWING;
  return waiting.find(below) || waiting[0];
}

function step(from, by) {
  const list = all();
  const here = list.indexOf(from);
  const to = here < 0 ? list.find(isPending) || list[0] : list[here + by];
  if (to) to.focus();
}

function press(finding, key) {
  if (finding) finding.querySelector(`[data-key="${key}"]`)?.click();
}

function help() {
  const keys = document.getElementById("keys");
  keys.open = true;
  keys.querySelector("summary").focus();
}

const SHORTCUTS = {
  j: (finding) => step(finding, 1),
  n: (finding) => step(finding, 1),
  k: (finding) => step(finding, -1),
  p: (finding) => step(finding, -1),
  a: (finding) => press(finding, "a"),
  e: (finding) => press(finding, "e"),
  r: (finding) => press(finding, "r"),
  u: (finding) => press(finding, "u"),
  "?": help,
};

function isTyping(element) {
  return element.matches("textarea, select, input:not([type=checkbox], [type=submit])");
}

function onKey(event) {
  const shortcut = SHORTCUTS[event.key];
  if (!shortcut || event.ctrlKey || event.altKey || event.metaKey || isTyping(event.target)) return;
  if (!document.getElementById("shortcuts").checked) return;
  event.preventDefault();
  shortcut(event.target.closest(".app-finding"));
}

let waiting;

// What is looked at is marked on the page's picture, and is where a reload comes back to.
function select(finding) {
  if (finding.classList.contains("app-finding--selected")) return;
  all().forEach((other) => other.classList.toggle("app-finding--selected", other === finding));
  window.history.replaceState(window.history.state, "", `${finding.dataset.where}#${finding.id}`);
  clearTimeout(waiting);
  waiting = setTimeout(() => window.htmx.ajax("GET", finding.dataset.where, { target: "#place", swap: "outerHTML" }), 150);
}

function focusIn(finding) {
  const form = finding.querySelector(".app-finding__form");
  const wrong = form?.querySelector("[aria-invalid=true]");
  (wrong || form?.querySelector("input:not([type=hidden]), textarea, select") || finding).focus();
}

// Scrolls the pane, and not the page, to what is marked in it.
function reveal() {
  const mark = place().querySelector(".app-picture__mark, .app-paragraph--marked");
  const pane = place().parentElement;
  if (mark && pane.scrollHeight > pane.clientHeight) {
    pane.scrollTop += mark.getBoundingClientRect().top - pane.getBoundingClientRect().top - pane.clientHeight / 3;
  }
}

// Who has gone on while the answer was awaited, perhaps to type elsewhere, is not called back.
function isElsewhere(target) {
  return document.activeElement !== document.body && !target.contains(document.activeElement);
}

function settled({ target }) {
  if (target.id === "place") {
    reveal();
    if (document.activeElement === document.body) place().focus({ preventScroll: true });
  } else if (isElsewhere(target)) {
    return;
  } else if (target.matches(".app-finding")) {
    const stays = "takesFocus" in target.dataset || isPending(target) || target.querySelector(".app-finding__stale");
    stays ? focusIn(target) : (nextPending(target) || target).focus();
  } else if (target.matches(".app-group")) {
    const heading = target.querySelector("h2, h3");
    heading.tabIndex = -1;
    (nextPending(heading) || heading).focus();
  }
}

// Without storage the switch holds for this page only.
function remembered() {
  try {
    return localStorage.getItem(KEPT);
  } catch {
    return null;
  }
}

function remember(choice) {
  try {
    localStorage.setItem(KEPT, choice);
  } catch {
    // See above.
  }
}

function startDesk() {
  const shortcuts = document.getElementById("shortcuts");
  shortcuts.checked = remembered() !== "off";
  shortcuts.addEventListener("change", () => remember(shortcuts.checked ? "on" : "off"));
  findings.addEventListener("keydown", onKey);
  findings.addEventListener("focusin", ({ target }) => {
    const finding = target.closest(".app-finding");
    if (finding) select(finding);
  });
  document.addEventListener("htmx:afterSettle", settled);
  reveal();
}

function endAsking({ detail }) {
  if (detail.xhr.status !== 404 || !detail.elt.matches(".app-progress")) return;
  const gone = document.createElement("p");
  gone.className = "govuk-body";
  gone.textContent = "This document is no longer in your list.";
  detail.elt.replaceWith(gone);
}

document.addEventListener("htmx:responseError", endAsking);
if (findings) startDesk();
