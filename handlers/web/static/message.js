// One message as elements: words of a person, or a card of Femma's.

import { el, icon, idFor } from "./dom.js";
import { personOf } from "./store.js";
import { clock } from "./time.js";
import { say } from "./words.js";

export const FEMMA = "femma";

/** `reader` is who sees the pane; `on` holds what the buttons beside the message do. */
export function drawMessage(line, reader, inChannel, on) {
  const femma = line.author === FEMMA;
  const side = femma ? "femma" : line.author === reader && !inChannel ? "own" : "other";
  const body = el("div", { class: "message-body" }, heading(line, inChannel, on), content(line));
  const node = el("div", { class: `message ${side}`, "data-message": line.message }, body);
  if (side !== "own") node.prepend(avatar(line.author));
  return node;
}

/** Femma's mark, or a person's initials on one of six quiet colours; never the only bearer of the name. */
export function avatar(author) {
  if (author === FEMMA) {
    return el("img", { class: "avatar", src: "/static/mark.svg", alt: "", width: 32, height: 32 });
  }
  const name = personOf(author)?.name ?? "?";
  const words = name.split(/\s+/).filter(Boolean);
  const initials = [words[0], words.length > 1 ? words.at(-1) : ""].map((word) => [...word][0] ?? "").join("");
  const colour = [...author].reduce((sum, letter) => sum + letter.codePointAt(0), 0) % 6;
  return el("span", { class: `avatar colour-${colour}`, "aria-hidden": "true" }, initials);
}

export function nameOf(author) {
  return author === FEMMA ? say("femma") : (personOf(author)?.name ?? "");
}

function heading(line, inChannel, on) {
  const row = el("div", { class: "message-by" });
  row.append(
    el("span", { class: "message-name" }, nameOf(line.author)),
    el("time", { datetime: line.at }, clock(line.at)),
  );
  if (line.edited) row.append(el("span", { class: "edited" }, say("edited")));
  const tools = el("div", { class: "message-tools" });
  if (line.html) tools.append(lookButton(line, on));
  if (inChannel) tools.append(menu(line, on));
  row.append(tools);
  return row;
}

function content(line) {
  if (!line.html) return el("p", { class: "words", dir: "auto" }, line.text);
  const holder = el("div", { class: "card-holder" });
  // The one place besides dialogs where markup is taken: the edge made it, with every text escaped.
  holder.innerHTML = line.html;
  return holder;
}

function lookButton(line, on) {
  const hidden = el("span", { class: "visually-hidden" }, say("look-label"));
  return el(
    "button",
    { type: "button", class: "quiet-button look", title: say("look-label"), onclick: () => on.look(line) },
    icon("look"),
    say("look"),
    hidden,
  );
}

function menu(line, on) {
  const id = `menu-${idFor(line.message)}-${(menus += 1)}`;
  const list = el("div", { class: "menu-list", id, hidden: true });
  const opener = el(
    "button",
    {
      type: "button",
      class: "quiet-button menu-open",
      "aria-label": say("menu"),
      "aria-expanded": "false",
      "aria-controls": id,
      onclick: () => open(list.hidden),
    },
    icon("more"),
  );
  const holder = el("div", { class: "menu" }, opener, list);

  function open(wanted) {
    list.hidden = !wanted;
    opener.setAttribute("aria-expanded", String(wanted));
    if (wanted) list.querySelector("button").focus();
  }
  function choose(act) {
    open(false);
    opener.focus();
    act(line);
  }

  if (!line.html) list.append(entry("make-idea", () => choose(on.makeIdea)));
  list.append(entry("answer-thread", () => choose(on.answer)));
  holder.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || list.hidden) return;
    event.stopPropagation();
    open(false);
    opener.focus();
  });
  holder.addEventListener("focusout", (event) => {
    if (!holder.contains(event.relatedTarget)) open(false);
  });
  return holder;
}

let menus = 0;

function entry(key, onclick) {
  return el("button", { type: "button", onclick }, say(key));
}
