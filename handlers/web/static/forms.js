// Femma's forms in a dialog. The form's markup comes from the edge; what is written in it is kept when
// it comes back with errors.

import { prepare } from "./api.js";
import { el } from "./dom.js";
import { say } from "./words.js";

let forms = 0;

/** Opens the dialog inside `place`. `done(answer)` gets what Femma said when the form was taken. */
export function openForm(place, answer, person, done) {
  const dialog = el("dialog", { class: "form-dialog" });
  let current = answer;
  let pending = { words: "", act: null };
  draw();
  place.append(dialog);
  dialog.addEventListener("close", () => dialog.remove());
  dialog.showModal();
  (firstWrong() ?? dialog.querySelector("input, textarea, select"))?.focus();

  function draw() {
    dialog.innerHTML = current.html;
    const form = dialog.querySelector("form");
    const title = form.querySelector("h3");
    title.id = `form-title-${(forms += 1)}`;
    dialog.setAttribute("aria-labelledby", title.id);
    form.querySelector("[data-cancel]").addEventListener("click", () => dialog.close());
    form.addEventListener("submit", send);
  }

  function firstWrong() {
    return dialog.querySelector('[aria-invalid="true"]');
  }

  async function send(event) {
    event.preventDefault();
    const form = event.target;
    const written = Object.fromEntries(new FormData(form));
    const act = actFor(form, written);
    wait(form, true);
    try {
      const given = await act.send();
      if (given.kind === "form") again(given, written);
      else {
        dialog.close();
        done(given);
      }
    } catch {
      wait(form, false);
      fault(form);
    }
  }

  /** The same words are the same act, also when they are sent a second time. */
  function actFor(form, written) {
    const words = JSON.stringify(written);
    if (pending.words !== words) {
      const body = { person, form: form.dataset.form, value: form.dataset.value, ...sorted(written) };
      pending = { words, act: prepare("send", body) };
    }
    return pending.act;
  }

  function sorted(written) {
    const people = Object.entries(written).filter(([name]) => current.people.includes(name));
    const fields = Object.entries(written).filter(([name]) => !current.people.includes(name));
    return { people: Object.fromEntries(people), fields: Object.fromEntries(fields) };
  }

  function again(given, written) {
    current = given;
    pending = { words: "", act: null };
    draw();
    for (const [name, value] of Object.entries(written)) {
      const input = dialog.querySelector("form").elements.namedItem(name);
      if (input) input.value = value;
    }
    (firstWrong() ?? dialog.querySelector("input, textarea, select"))?.focus();
  }
}

function wait(form, waiting) {
  form.setAttribute("aria-busy", String(waiting));
  form.querySelector('[type="submit"]').disabled = waiting;
}

function fault(form) {
  form.querySelector(".error.fault")?.remove();
  form.querySelector(".actions").before(el("p", { class: "error fault", role: "alert" }, say("fault")));
  form.querySelector('[type="submit"]').focus();
}
