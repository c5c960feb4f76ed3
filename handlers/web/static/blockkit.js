// Slack's Block Kit as elements: the blocks that Femma uses, close to how Slack draws them.

import { drawBars } from "./bars.js";
import { el } from "./dom.js";

export function drawBlocks(blocks, language) {
  return el("div", { class: "slack-card", lang: language }, ...blocks.map(block));
}

const KINDS = {
  header: (it) => el("h3", { class: "slack-header" }, it.text.text),
  section: (it) => el("div", { class: "slack-section" }, ...section(it)),
  context: (it) => el("div", { class: "slack-context" }, ...it.elements.map(contextual)),
  actions: (it) => el("div", { class: "slack-actions" }, ...it.elements.map(button)),
  image: (it) => el("img", { class: "slack-image", src: it.image_url, alt: it.alt_text }),
  divider: () => el("hr"),
  rich_text: (it) => el("div", { class: "slack-rich" }, ...rich(it.elements)),
  data_visualization: (it) => drawBars(chart(it)),
};

/** A block that is not drawn here is named, not hidden. */
function block(it) {
  return KINDS[it.type]?.(it) ?? unknown(it);
}

function unknown(it) {
  return el("p", { class: "slack-unknown" }, el("code", {}, it.type));
}

function section(it) {
  const texts = [it.text, ...(it.fields ?? [])].filter(Boolean);
  return texts.map((text) => el("p", {}, text.text));
}

function contextual(it) {
  if (it.type === "image") return el("img", { src: it.image_url, alt: it.alt_text });
  return el("span", {}, it.text);
}

function button(it) {
  if (it.type !== "button") return unknown(it);
  return el("button", { type: "button", class: it.style ?? "default" }, it.text.text);
}

function chart(it) {
  return {
    title: it.title,
    categories: it.chart.axis_config.categories,
    series: it.chart.series.map((row) => ({ name: row.name, values: row.data.map((point) => point.value) })),
  };
}

// Rich text: sections, quotes and lists; lists that stand deeper follow the one above them.

function rich(elements) {
  return elements.map((it) => {
    switch (it.type) {
      case "rich_text_section":
        return el("p", {}, ...it.elements.map(run));
      case "rich_text_quote":
        return el("blockquote", {}, ...it.elements.map(run));
      case "rich_text_preformatted":
        return el("pre", {}, ...it.elements.map(run));
      case "rich_text_list":
        return list(it);
      default:
        return unknown(it);
    }
  });
}

function list(it) {
  const ordered = it.style === "ordered";
  const start = ordered && it.offset ? it.offset + 1 : null;
  const rows = it.elements.map((row) => el("li", {}, ...row.elements.map(run)));
  return el(ordered ? "ol" : "ul", { class: `indent-${it.indent ?? 0}`, start }, ...rows);
}

const TAGS = { bold: "strong", italic: "em", strike: "s", code: "code" };

function run(it) {
  if (it.type === "link") return el("span", { class: "slack-link" }, it.text ?? it.url);
  if (it.type !== "text") return unknown(it);
  const styles = Object.keys(TAGS).filter((name) => it.style?.[name]);
  return styles.reduce((inner, name) => el(TAGS[name], {}, inner), document.createTextNode(it.text));
}
