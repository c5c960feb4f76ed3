// A photo chosen beside the composer: what stands there in words until it is sent, or taken away again.

import { el, icon } from "./dom.js";
import { say } from "./words.js";

const KINDS = "image/jpeg,image/png,image/webp,image/gif";
// As the edge takes it; a larger one is told at once.
const MOST_BYTES = 10 * 1024 * 1024;

/** `button` and `chosen` are elements; `take()` gives what is to be sent and forgets it. */
export function makePhoto(number) {
  let file = null;
  const input = el("input", { type: "file", accept: KINDS, id: `photo-${number}`, class: "visually-hidden", onchange: choose });
  const label = el("label", { class: "photo-label", for: input.id });
  const button = el("span", { class: "photo-pick" }, input, label);
  const words = el("span", { role: "status" });
  const away = el("button", { type: "button", class: "quiet-button", onclick: () => forget(true) });
  const chosen = el("p", { class: "photo-chosen", hidden: true }, icon("photo"), words, away);

  function choose() {
    const found = input.files[0] ?? null;
    const fits = found && found.size <= MOST_BYTES;
    file = fits ? found : null;
    chosen.hidden = !found;
    words.textContent = !found ? "" : fits ? `${say("photo-chosen")} ${found.name}` : say("photo-too-big");
    if (!fits) input.value = "";
  }

  function forget(back) {
    file = null;
    input.value = "";
    words.textContent = "";
    chosen.hidden = true;
    if (back) input.focus();
  }

  async function take() {
    if (!file) return null;
    const sent = file;
    forget(false);
    return { name: sent.name.slice(0, 200), kind: sent.type, data: await base64(sent) };
  }

  function dress() {
    label.replaceChildren(icon("photo"), say("photo"));
    away.setAttribute("aria-label", say("photo-away"));
    away.replaceChildren(icon("close"));
  }

  return { button, chosen, take, dress, there: () => file !== null };
}

function base64(file) {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result.slice(reader.result.indexOf(",") + 1));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });
}
