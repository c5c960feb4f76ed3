// One pane: a conversation, who is in it, and everything that can be done there.

import { prepare } from "./api.js";
import { makeComposer } from "./composer.js";
import { el } from "./dom.js";
import { openForm } from "./forms.js";
import { openLook } from "./look.js";
import { avatar } from "./message.js";
import { makeLog } from "./log.js";
import { channelOf, known, linesOf, ownerOf, personOf, speakerIn, titleOf } from "./store.js";
import { say, whenSpoken } from "./words.js";

export function makePane(place, opening, number) {
  const memory = `femma-pane-${number}`;
  let { conversation, person } = remembered(memory) ?? opening;
  let switched = () => {};

  const title = el("h2", { class: "visually-hidden", id: `pane-title-${number}` });
  const face = el("div", { class: "pane-face" });
  const where = el("select", { class: "where", onchange: () => go(where.value) });
  const about = el("p", { class: "pane-about" });
  const speaker = el("select", { onchange: () => speakAs(speaker.value) });
  const speakerName = el("span", {});
  const speakerLabel = el("label", { class: "speaker" }, speakerName, speaker);
  const log = makeLog(number, { press, look: openLook, makeIdea, answer });
  const composer = makeComposer(number, { say: write, newIdea: () => want("") });
  const node = el(
    "section",
    { class: "pane", id: `pane-${number}`, "aria-labelledby": title.id },
    el("header", { class: "pane-head" }, title, face, el("div", { class: "pane-names" }, where, about), speakerLabel),
    log.node,
    composer.node,
  );
  place.append(node);

  const inChannel = () => !ownerOf(conversation);

  function go(next) {
    conversation = next;
    person = ownerOf(next)?.id ?? speakerIn(next, person);
    sessionStorage.setItem(memory, JSON.stringify({ conversation, person }));
    dress();
    log.show(conversation, person, inChannel());
    arrive();
    switched();
  }

  function speakAs(next) {
    person = next;
    sessionStorage.setItem(memory, JSON.stringify({ conversation, person }));
  }

  /** Every word of the pane that is not a message. */
  function dress() {
    const owner = ownerOf(conversation);
    title.textContent = `${say(owner ? "pane-direct" : "pane-channel")}: ${titleOf(conversation)}`;
    face.replaceChildren(owner ? avatar(owner.id) : el("span", { class: "avatar channel", "aria-hidden": "true" }, "#"));
    where.replaceChildren(
      choices("directs", known.scene.people.map((one) => [one.conversation, one.name])),
      choices("channels", known.scene.channels.map((one) => [one.conversation, one.name])),
    );
    where.value = conversation;
    where.setAttribute("aria-label", say("pane-show"));
    about.textContent = owner ? owner.role : say("pane-channel");
    about.lang = owner ? owner.language : "";
    if (!owner) about.removeAttribute("lang");
    speakerLabel.hidden = Boolean(owner);
    speakerName.textContent = say("speak-as");
    speaker.replaceChildren(...known.scene.people.map((one) => el("option", { value: one.id }, one.name)));
    speaker.value = person;
    composer.dress(inChannel());
    node.classList.toggle("in-channel", inChannel());
  }

  function choices(key, entries) {
    const group = el("optgroup", { label: say(key) });
    group.append(...entries.map(([value, name]) => el("option", { value }, name)));
    return group;
  }

  // What can be done

  /** Femma greets whoever opens an empty chat. */
  function arrive() {
    if (!inChannel() && linesOf(conversation).length === 0) perform(prepare("open", { person }), null);
  }

  function write(text, thread, photo) {
    const said = { person, conversation, text, thread };
    perform(prepare("say", photo ? { ...said, photo } : said), null);
  }

  function want(text) {
    perform(prepare("want", { person, text }), null);
  }

  function makeIdea(line) {
    want(line.text);
  }

  function answer(line) {
    composer.answer(line.thread || line.message);
  }

  function press(button, message) {
    const { action, value } = button.dataset;
    perform(prepare("press", { person, conversation, message, action, value }), button);
  }

  async function perform(act, button) {
    const here = conversation;
    button?.setAttribute("aria-busy", "true");
    try {
      const given = await act.send();
      if (conversation === here) show(given);
    } catch {
      if (conversation === here) log.fault(() => perform(act, null));
    } finally {
      button?.removeAttribute("aria-busy");
    }
  }

  function show(given) {
    if (given.kind === "line") log.privately(given.text, personOf(person).language, composer.focus);
    if (given.kind === "form") openForm(node, given, person, show);
  }

  whenSpoken(() => {
    dress();
    log.show(conversation, person, inChannel());
  });
  go(conversation);

  return {
    node,
    conversation: () => conversation,
    take: (line, change) => line.conversation === conversation && log.take(line, change),
    rename: dress,
    toLatest: log.toLatest,
    whenSwitched: (listener) => {
      switched = listener;
    },
  };
}

/** What this pane showed before a reload, if it is still there. */
function remembered(memory) {
  const kept = JSON.parse(sessionStorage.getItem(memory) ?? "null");
  const there = kept && (ownerOf(kept.conversation) || channelOf(kept.conversation)) && personOf(kept.person);
  return there ? kept : null;
}
