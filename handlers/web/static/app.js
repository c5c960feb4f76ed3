// Puts the page together: reads the state once, makes the panes, and then follows the stream.

import { read } from "./api.js";
import { showClock, startClock } from "./clock.js";
import { el } from "./dom.js";
import { startHint } from "./hint.js";
import { listen } from "./live.js";
import { makePane } from "./pane.js";
import { known, openingPanes, take } from "./store.js";
import { startTabs } from "./tabs.js";
import { setZone } from "./time.js";
import { language, languages, learn, speak } from "./words.js";

async function start() {
  const state = await read("/playground/state");
  learn(state.texts);
  know(state);
  for (const lines of Object.values(state.conversations)) lines.forEach(take);
  startLanguages();
  startClock();
  startHint();

  const place = document.getElementById("panes");
  const panes = openingPanes(language()).map((pane, at) => makePane(place, pane, at));
  const tabs = startTabs(panes);
  showClock(state.clock);
  listen(state.sequence, {
    line: (line) => {
      const change = take(line);
      if (!change) return;
      panes.forEach((pane) => pane.take(line, change));
      tabs.take(line);
    },
    now: (present) => {
      const before = JSON.stringify(known.scene);
      know(present);
      showClock(present.clock);
      if (JSON.stringify(known.scene) !== before) panes.forEach((pane) => pane.rename());
    },
    contact: (there) => {
      document.getElementById("offline").hidden = there;
    },
  });
  // For tests, and for anybody who wonders: the page is ready to be used.
  document.documentElement.dataset.ready = "yes";
}

function know({ scene, clock }) {
  known.scene = scene;
  known.clock = clock;
  setZone(scene.zone);
}

function startLanguages() {
  const select = document.getElementById("language");
  for (const tag of languages()) {
    const name = new Intl.DisplayNames([tag], { type: "language" }).of(tag);
    select.append(el("option", { value: tag, lang: tag }, name.charAt(0).toUpperCase() + name.slice(1)));
  }
  select.value = language();
  select.addEventListener("change", () => speak(select.value));
}

try {
  await start();
} catch (error) {
  document.getElementById("fault-page").hidden = false;
  throw error;
}
