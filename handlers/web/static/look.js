// How the same card looks in Slack and in Teams, and the JSON of both.

import { drawAdaptiveCard } from "./adaptive.js";
import { read } from "./api.js";
import { drawBlocks } from "./blockkit.js";
import { el, icon } from "./dom.js";
import { say } from "./words.js";

const NAMES = ["slack", "teams", "json"];

export async function openLook(line) {
  const dialog = el("dialog", { class: "look-dialog", "aria-labelledby": "look-title" });
  const close = el("button", { type: "button", class: "round", "aria-label": say("close"), onclick: () => dialog.close() }, icon("close"));
  const panels = NAMES.map((name) =>
    el("div", { role: "tabpanel", id: `look-${name}`, "aria-labelledby": `look-tab-${name}`, tabindex: 0, class: `look-panel look-${name}` }),
  );
  dialog.append(
    el("header", { class: "look-head" }, el("h2", { id: "look-title" }, say("look-title")), close),
    tabs(panels),
    ...panels,
    el("p", { class: "look-note" }, say("look-note")),
  );
  dialog.addEventListener("close", () => dialog.remove());
  // A click beside the dialog closes it; the keyboard has Escape.
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
  document.body.append(dialog);
  panels.forEach((panel) => panel.append(el("p", { class: "waiting" }, say("wait"))));
  dialog.showModal();
  dialog.querySelector('[aria-selected="true"]').focus();
  await fill(line, panels);
}

async function fill(line, [slack, teams, json]) {
  try {
    const look = await read(`/playground/look/${encodeURIComponent(line.message)}`);
    slack.replaceChildren(drawBlocks(look.slack.blocks, look.language));
    json.replaceChildren(source("look-json-slack", look.slack), source("look-json-teams", look.teams));
    teams.replaceChildren(await drawAdaptiveCard(look.teams));
  } catch (error) {
    for (const panel of [slack, teams, json]) {
      const waiting = panel.querySelector(".waiting");
      if (waiting) waiting.textContent = say("fault");
    }
    throw error;
  }
}

function tabs(panels) {
  const list = el("div", { role: "tablist", class: "look-tabs", "aria-labelledby": "look-title", onkeydown: key });
  const buttons = NAMES.map((name, at) =>
    el("button", { type: "button", role: "tab", id: `look-tab-${name}`, "aria-controls": `look-${name}`, onclick: () => choose(at) }, say(`look-${name}`)),
  );
  list.append(...buttons);

  function choose(chosen) {
    buttons.forEach((button, at) => {
      button.setAttribute("aria-selected", String(at === chosen));
      button.tabIndex = at === chosen ? 0 : -1;
      panels[at].hidden = at !== chosen;
    });
  }

  function key(event) {
    const at = buttons.indexOf(document.activeElement);
    const steps = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: buttons.length - 1 };
    if (at < 0 || !(event.key in steps)) return;
    event.preventDefault();
    const next = (steps[event.key] + buttons.length) % buttons.length;
    choose(next);
    buttons[next].focus();
  }

  choose(0);
  return list;
}

function source(key, value) {
  const text = JSON.stringify(value, null, 2);
  const copy = el("button", { type: "button", class: "quiet-button", onclick: copyIt }, say("copy"));
  async function copyIt() {
    await navigator.clipboard.writeText(text);
    copy.textContent = say("copied");
  }
  const title = el("h3", {}, say(key));
  return el("section", {}, el("div", { class: "source-head" }, title, copy), el("pre", { tabindex: 0 }, text));
}
