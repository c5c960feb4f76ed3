// Where one writes: Enter sends, Shift+Enter makes a new line.

import { el, icon } from "./dom.js";
import { makePhoto } from "./photo.js";
import { say } from "./words.js";

const MAX_TEXT = 4000;

/** `on.say(text, thread, photo)`, `on.newIdea()`. */
export function makeComposer(number, on) {
  let thread = "";
  const text = el("textarea", { rows: 2, maxlength: MAX_TEXT, enterkeyhint: "send", onkeydown: key });
  const hint = el("span", { class: "visually-hidden", id: `send-hint-${number}` });
  text.setAttribute("aria-describedby", hint.id);
  const send = el("button", { type: "submit", class: "send" });
  const idea = el("button", { type: "button", class: "new-idea", onclick: () => on.newIdea() });
  const photo = makePhoto(number);
  const answering = el("p", { class: "answering", hidden: true });
  const node = el(
    "form",
    { class: "composer", onsubmit: submit },
    answering,
    text,
    hint,
    photo.chosen,
    el("div", { class: "composer-row" }, idea, photo.button, send),
  );

  function key(event) {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) submit(event);
    if (event.key === "Escape" && thread) answer("");
  }

  async function submit(event) {
    event.preventDefault();
    const words = text.value.trim();
    const answered = thread;
    if (!words && !photo.there()) return;
    text.value = "";
    on.say(words, answered, await photo.take());
    answer("");
  }

  function answer(message) {
    thread = message;
    answering.hidden = !message;
    if (message) text.focus();
  }

  /** Names everything anew: another language or conversation. */
  function dress(inChannel) {
    const words = say(inChannel ? "write-channel" : "write-direct");
    text.placeholder = words;
    text.setAttribute("aria-label", words);
    hint.textContent = say("send-hint");
    send.replaceChildren(el("span", {}, say("send")), icon("send"));
    idea.replaceChildren(icon("plus"), say("new-idea"));
    const stop = el("button", { type: "button", class: "quiet-button", onclick: () => stopAnswering() });
    stop.setAttribute("aria-label", say("answering-stop"));
    stop.append(icon("close"));
    photo.dress();
    answering.replaceChildren(icon("answer"), say("answering"), stop);
  }

  function stopAnswering() {
    answer("");
    text.focus();
  }

  return { node, dress, answer, focus: () => text.focus() };
}
