// Making elements. Text is always set as text, never as markup.

/** An element with attributes; a function under `onclick` and the like becomes a listener. */
export function el(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") node.addEventListener(name.slice(2), value);
    else if (value === true) node.setAttribute(name, "");
    else if (value !== false && value !== null && value !== undefined) node.setAttribute(name, value);
  }
  node.append(...children.filter((child) => child !== null && child !== undefined));
  return node;
}

const SVG = "http://www.w3.org/2000/svg";

/** The same for SVG. */
export function svg(tag, attributes = {}, ...children) {
  const node = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  node.append(...children);
  return node;
}

/** A small line drawing beside a word; hidden from screen readers. */
export function icon(name) {
  const drawing = svg("svg", { class: "icon", viewBox: "0 0 20 20", "aria-hidden": "true" });
  drawing.append(svg("path", { d: PATHS[name] }));
  return drawing;
}

const PATHS = {
  send: "M3 10h12M10.5 5.5 15 10l-4.5 4.5",
  look: "M2 10s3-5.2 8-5.2 8 5.2 8 5.2-3 5.2-8 5.2S2 10 2 10Zm8 2.2a2.2 2.2 0 1 0 0-4.4 2.2 2.2 0 0 0 0 4.4Z",
  more: "M4.5 10h.01M10 10h.01M15.5 10h.01",
  plus: "M10 4v12M4 10h12",
  close: "m5 5 10 10M15 5 5 15",
  answer: "M8 5 4 9l4 4M4 9h7a5 5 0 0 1 5 5v1",
  photo: "M3 6h3l1.5-2h5L14 6h3v10H3Zm7 7.5a3 3 0 1 0 0-6 3 3 0 0 0 0 6Z",
  down: "M10 4v12m-5-5 5 5 5-5",
};

/** Anything that a server or a language file made an id of, as a part of an element's id. */
export function idFor(text) {
  return text.replace(/[^A-Za-z0-9_-]/g, "-");
}
