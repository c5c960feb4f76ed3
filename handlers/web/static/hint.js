// The first steps: shown until they are put away, and again when asked for.

const REMEMBERED = "femma-hint";
const hint = document.getElementById("hint");
const opener = document.getElementById("hint-open");

export function startHint() {
  show(localStorage.getItem(REMEMBERED) !== "away");
  document.getElementById("hint-close").addEventListener("click", () => {
    show(false);
    opener.focus();
  });
  opener.addEventListener("click", () => show(hint.hidden));
}

function show(visible) {
  hint.hidden = !visible;
  opener.setAttribute("aria-expanded", String(visible));
  localStorage.setItem(REMEMBERED, visible ? "here" : "away");
}
