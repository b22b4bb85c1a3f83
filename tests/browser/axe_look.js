// Looks at the page with axe: {violations, right}, of which `right` are inks that axe found right here.
//
// An ink is all that the contrast of words depends on: their colour, size and weight, and the ground behind them. Words
// that leave their ground, lie on a picture or meet something that is placed freely have none, and are always asked for.
async ({ tags, known }) => {
  const CONTRAST = "color-contrast";
  const box = (element) => element.getBoundingClientRect();
  const isWithin = (one, other) =>
    one.left >= other.left - 1 && one.right <= other.right + 1 &&
    one.top >= other.top - 1 && one.bottom <= other.bottom + 1;
  const meet = (one, other) =>
    one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
  const areApart = (one, other) => !one.contains(other) && !other.contains(one);
  const isWritten = ({ childNodes, tagName }) =>
    ["INPUT", "SELECT", "TEXTAREA"].includes(tagName) ||
    [...childNodes].some(({ nodeType, data }) => nodeType === Node.TEXT_NODE && data.trim());

  const styles = new Map();
  const styleOf = (element) => styles.get(element) ?? styles.set(element, getComputedStyle(element)).get(element);
  const isShown = (element) => element.checkVisibility({ visibilityProperty: true });
  const isFree = (element) => !["static", "relative"].includes(styleOf(element).position) && box(element).width > 1;
  const shown = [...document.body.querySelectorAll("*")].filter(isShown);
  const free = shown.filter(isFree);

  function inkOf(element) {
    const place = box(element);
    if (free.some((other) => areApart(other, element) && meet(place, box(other)))) return "";
    const { color, fontSize, fontWeight } = styleOf(element);
    const ink = [color, fontSize, fontWeight];
    for (let ground = element; ground; ground = ground.parentElement) {
      const { opacity, backgroundImage, backgroundColor } = styleOf(ground);
      ink.push(opacity);
      if (backgroundImage !== "none") return "";
      if (backgroundColor === "rgba(0, 0, 0, 0)") continue;
      ink.push(backgroundColor);
      if (!isWithin(place, box(ground))) return "";
    }
    return ink.join();
  }

  const right = new Set(known);
  const inks = new Map(shown.filter(isWritten).map((element) => [element, inkOf(element)]));
  const include = [...inks.keys()].filter((element) => !right.has(inks.get(element)));
  // What was looked at and is right, which is much, stays in the browser.
  const all = { runOnly: { type: "tag", values: tags }, resultTypes: ["violations"] };
  const { violations } = await axe.run({ ...all, rules: { [CONTRAST]: { enabled: false } } });
  if (!include.length) return { violations, right: [] };
  const one = { runOnly: [CONTRAST], resultTypes: ["violations", "passes"], elementRef: true };
  const contrast = await axe.run({ include }, one);
  const passed = contrast.passes.flatMap(({ nodes }) => nodes.map(({ element }) => inks.get(element)));
  const wrong = contrast.violations.map(({ id, impact, nodes }) => ({ id, impact, nodes: nodes.map(({ html }) => ({ html })) }));
  return { violations: [...violations, ...wrong], right: [...new Set(passed)].filter(Boolean) };
}
