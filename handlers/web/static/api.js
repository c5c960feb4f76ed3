// Speaking with the edge. An act gets one id, and keeps it however often it has to be sent.

const TRIES = 4;
const FIRST_PAUSE = 300;

/** Something did not get through. */
export class Fault extends Error {}

export async function read(path) {
  const response = await fetch(path, { headers: { Accept: "application/json" } });
  if (!response.ok) throw new Fault(String(response.status));
  return response.json();
}

/** An act that can be sent again: `await act.send()`. */
export function prepare(path, body) {
  const whole = JSON.stringify({ ...body, delivery: crypto.randomUUID() });
  return { send: () => patiently(() => post(path, whole)) };
}

export const act = (path, body) => prepare(path, body).send();

async function post(path, body) {
  const headers = { "Content-Type": "application/json", Accept: "application/json" };
  const response = await fetch(`/playground/${path}`, { method: "POST", headers, body });
  if (!response.ok) throw new Fault(String(response.status));
  return response.json();
}

/** Again after a short while when Femma was busy (503) or the network was away; at once a fault otherwise. */
async function patiently(send) {
  for (let tried = 1; ; tried += 1) {
    try {
      return await send();
    } catch (error) {
      const passing = error instanceof TypeError || error.message === "503";
      if (!passing || tried === TRIES) throw error instanceof Fault ? error : new Fault("network");
      await new Promise((resolve) => setTimeout(resolve, FIRST_PAUSE * 2 ** tried));
    }
  }
}
