// On a narrow screen one pane shows at a time, and these buttons choose which. On a wide one they are hidden.

import { el } from "./dom.js";
import { FEMMA } from "./message.js";
import { titleOf } from "./store.js";
import { say, whenSpoken } from "./words.js";

export function startTabs(panes) {
  const nav = document.getElementById("tabs");
  const buttons = panes.map((pane, at) =>
    el("button", { type: "button", "aria-controls": pane.node.id, onclick: () => show(at) }),
  );
  nav.append(...buttons);

  function show(chosen) {
    panes.forEach((pane, at) => {
      pane.node.classList.toggle("shown", at === chosen);
      buttons[at].setAttribute("aria-current", String(at === chosen));
    });
    buttons[chosen].classList.remove("has-new");
    name();
    panes[chosen].toLatest();
  }

  function name() {
    panes.forEach((pane, at) => {
      const button = buttons[at];
      button.replaceChildren(el("span", { class: "tab-name" }, titleOf(pane.conversation())));
      if (button.classList.contains("has-new")) {
        button.append(el("span", { class: "visually-hidden" }, ` (${say("new")})`));
      }
    });
  }

  panes.forEach((pane) => pane.whenSwitched(name));
  whenSpoken(name);
  show(0);
  return {
    /** Marks a tab whose pane has something new of Femma's and is not in sight. */
    take(line) {
      panes.forEach((pane, at) => {
        if (line.author !== FEMMA || pane.conversation() !== line.conversation) return;
        if (!pane.node.classList.contains("shown")) buttons[at].classList.add("has-new");
      });
      name();
    },
  };
}
