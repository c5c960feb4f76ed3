// The page's own language: its texts come from the catalogues, through /playground/state.

const REMEMBERED = "femma-language";
const LOCALES = { sv: "sv-SE", nb: "nb-NO", en: "en-GB" };

let catalogues = {};
let chosen = "sv";
const listeners = new Set();

/** Takes the catalogues, and the language chosen last time or the one the page was served in. */
export function learn(texts) {
  catalogues = texts;
  const remembered = localStorage.getItem(REMEMBERED);
  chosen = remembered in texts ? remembered : document.documentElement.lang;
  fill();
}

export function say(key) {
  return catalogues[chosen][`playground-${key}`];
}

export const language = () => chosen;
export const languages = () => Object.keys(catalogues);
export const locale = (tag = chosen) => LOCALES[tag];

export function speak(tag) {
  chosen = tag;
  localStorage.setItem(REMEMBERED, tag);
  fill();
  for (const listener of listeners) listener();
}

/** Calls back whenever another language is chosen. */
export function whenSpoken(listener) {
  listeners.add(listener);
}

function fill() {
  document.documentElement.lang = chosen;
  for (const node of document.querySelectorAll("[data-say]")) {
    node.textContent = catalogues[chosen][node.dataset.say];
  }
  for (const node of document.querySelectorAll("[data-say-label]")) {
    node.setAttribute("aria-label", catalogues[chosen][node.dataset.sayLabel]);
  }
}
