// The stream of server-sent events. The browser goes on by itself after a break, with Last-Event-ID;
// only when the server has answered with an error has it to be opened anew.

const PAUSE = 3000;

export function listen(sequence, { line, now, contact }) {
  let last = sequence;
  let source;

  function open() {
    source = new EventSource(`/playground/events?after=${last}`);
    source.addEventListener("open", () => contact(true));
    source.addEventListener("line", (event) => {
      last = Math.max(last, Number(event.lastEventId));
      line(JSON.parse(event.data));
    });
    source.addEventListener("now", (event) => now(JSON.parse(event.data)));
    source.addEventListener("error", () => {
      contact(false);
      if (source.readyState === EventSource.CLOSED) setTimeout(open, PAUSE);
    });
  }

  // A page kept by the browser for "back" holds no connection, and one that is left should free its own.
  window.addEventListener("pagehide", () => source.close());
  window.addEventListener("pageshow", (event) => event.persisted && open());
  open();
}
