// The messages of a pane, oldest first: a live region, so that what comes is read out.

import { el, icon } from "./dom.js";
import { drawMessage } from "./message.js";
import { linesOf } from "./store.js";
import { date, day } from "./time.js";
import { say } from "./words.js";

/** How far from the end, in pixels, still counts as reading the end. */
const NEAR = 120;
/** Pixels left free above a message that is scrolled to. */
const MARGIN = 12;

/** `on` holds what is done with a message: press, look, makeIdea, answer. */
export function makeLog(number, on) {
  let conversation = "";
  let reader = "";
  let inChannel = false;
  let lastDay = "";
  let drawn = new Map();
  let unseen = null;
  let placed = 0;

  const list = el("div", { class: "log", id: `log-${number}`, role: "log", tabindex: 0, onclick: click, onscroll: seen });
  const below = el("button", { type: "button", class: "below", hidden: true, onclick: toUnseen });
  const node = el("div", { class: "log-holder" }, list, below);

  function click(event) {
    const button = event.target.closest(".card [data-action]");
    if (!button || button.getAttribute("aria-busy") === "true") return;
    on.press(button, button.closest("[data-message]").dataset.message);
  }

  /** Everything anew: another conversation or another language. */
  function show(nextConversation, nextReader, channel) {
    [conversation, reader, inChannel] = [nextConversation, nextReader, channel];
    // Old messages are not news: they come into a region that is silent for the moment.
    list.setAttribute("aria-live", "off");
    list.setAttribute("aria-label", say("messages"));
    list.replaceChildren();
    drawn = new Map();
    lastDay = "";
    const lines = linesOf(conversation);
    if (lines.length === 0) list.append(empty());
    lines.forEach(add);
    forget();
    below.replaceChildren(icon("down"), say("new"));
    toLatest();
    requestAnimationFrame(() => list.setAttribute("aria-live", "polite"));
  }

  function take(line, change) {
    const atEnd = nearEnd();
    const untouched = list.scrollTop === placed;
    if (change === "changed") {
      replace(line);
      if (atEnd) toEnd();
      else if (untouched) placed = list.scrollTop;
      return;
    }
    list.querySelector(".empty")?.remove();
    const message = add(line);
    message.classList.add("fresh");
    message.addEventListener("animationend", () => message.classList.remove("fresh"));
    // Where nobody has scrolled and no pointer rests, nobody is reading: a card must not come unseen.
    if (atEnd || line.author === reader || (untouched && !list.matches(":hover"))) toBegin(message);
    else {
      unseen ??= message;
      below.hidden = false;
    }
  }

  function add(line) {
    const message = drawMessage(line, reader, inChannel, on);
    drawn.set(line.message, message);
    const parent = drawn.get(line.thread);
    if (parent) {
      answersOf(parent).append(message);
      return message;
    }
    if (date(line.at) !== lastDay) {
      lastDay = date(line.at);
      list.append(el("p", { class: "day" }, el("span", {}, day(line.at))));
    }
    list.append(message);
    return message;
  }

  /** A card that was changed keeps its place, its answers, and the keyboard if it was there. */
  function replace(line) {
    const old = drawn.get(line.message);
    const next = drawMessage(line, reader, inChannel, on);
    const answers = old.querySelector(":scope > .answers");
    const held = old.contains(document.activeElement) && !answers?.contains(document.activeElement);
    if (answers) next.append(answers);
    old.replaceWith(next);
    if (unseen === old) unseen = next;
    drawn.set(line.message, next);
    if (held) focusOn(next);
  }

  function focusOn(message) {
    const card = message.querySelector(".card") ?? message;
    card.tabIndex = -1;
    card.focus({ preventScroll: true });
  }

  function answersOf(message) {
    let answers = message.querySelector(":scope > .answers");
    if (!answers) {
      answers = el("div", { class: "answers", role: "group", "aria-label": say("answers") });
      message.append(answers);
    }
    return answers;
  }

  function empty() {
    return el("p", { class: "empty" }, say(inChannel ? "empty-channel" : "empty-direct"));
  }

  /** A line that only this pane shows, and only until it is put away. */
  function privately(text, language, afterwards) {
    const close = el(
      "button",
      {
        type: "button",
        class: "quiet-button",
        "aria-label": say("private-close"),
        onclick: () => {
          row.remove();
          afterwards();
        },
      },
      icon("close"),
    );
    const words = el("p", { dir: "auto", lang: language }, text);
    const row = el("div", { class: "private" }, el("div", {}, el("p", { class: "private-why" }, say("private")), words), close);
    list.append(row);
    toEnd();
  }

  /** What did not get through can be sent again as it was, or be dropped. */
  function fault(again) {
    const retry = el("button", { type: "button", onclick: () => leave(again) }, say("fault-again"));
    const forget = el("button", { type: "button", onclick: () => leave(() => {}) }, say("fault-forget"));
    const row = el("div", { class: "fault" }, el("p", {}, say("fault")), retry, forget);
    function leave(then) {
      row.remove();
      then();
    }
    list.append(row);
    toEnd();
  }

  const nearEnd = () => list.scrollHeight - list.scrollTop - list.clientHeight < NEAR;
  const toEnd = () => place(list.scrollHeight);

  function place(top) {
    list.scrollTo({ top });
    placed = list.scrollTop;
  }

  /** The newest message, from its beginning. */
  function toLatest() {
    const latest = list.querySelector(":scope > .message:last-of-type");
    if (latest) toBegin(latest);
    else toEnd();
  }

  /** As far down as the message still begins in sight: a long card is read from its top. */
  function toBegin(message) {
    const top = message.getBoundingClientRect().top - list.getBoundingClientRect().top;
    place(list.scrollTop + top - MARGIN);
  }

  /** The keyboard goes along: the button that was pressed is hidden. */
  function toUnseen() {
    toBegin(unseen);
    focusOn(unseen);
    forget();
  }

  function seen() {
    if (nearEnd()) forget();
  }

  function forget() {
    unseen = null;
    below.hidden = true;
  }

  return { node, show, take, privately, fault, toLatest };
}
