// The clock at the top, and the buttons that move it.

import { act } from "./api.js";
import { known } from "./store.js";
import { wholeMoment } from "./time.js";
import { say, whenSpoken } from "./words.js";

const shown = document.getElementById("clock-now");
const moved = document.getElementById("clock-moved");
const moves = document.getElementById("clock-moves");

export function startClock() {
  moves.addEventListener("click", async (event) => {
    const button = event.target.closest("[data-move]");
    if (!button || button.getAttribute("aria-disabled") === "true") return;
    moves.classList.add("moving");
    try {
      showClock((await act("clock", { move: button.dataset.move })).clock);
      // Only a move is read out: time that passes by itself is no news.
      moved.textContent = `${say("clock-moved")} ${shown.textContent}`;
    } finally {
      moves.classList.remove("moving");
    }
  });
  whenSpoken(() => showClock(known.clock));
}

export function showClock(clock) {
  known.clock = clock;
  const text = wholeMoment(clock.now);
  shown.textContent = text;
  shown.dateTime = clock.now;
  const digest = moves.querySelector('[data-move="digest"]');
  digest.setAttribute("aria-disabled", String(clock.nextDigest === null));
  digest.title = clock.nextDigest === null ? say("clock-none") : wholeMoment(clock.nextDigest);
}
