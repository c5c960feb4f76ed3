// Moments as people write them, in the zone of the scene.

import { language, locale, say } from "./words.js";

let zone = "Europe/Stockholm";

export function setZone(name) {
  zone = name;
}

/** "söndag 22 november 2026 · 16.05 · v. 47" */
export function wholeMoment(iso) {
  return `${day(iso, { year: "numeric" })} · ${clock(iso)} · ${say("week")} ${isoWeek(iso)}`;
}

/** "måndag 23 november" */
export function day(iso, more = {}) {
  const looks = { weekday: "long", day: "numeric", month: "long", timeZone: zone, ...more };
  // English would put a comma after the weekday.
  return new Intl.DateTimeFormat(locale(), looks).format(new Date(iso)).replace(",", "");
}

/** "08.30", in English "08:30" */
export function clock(iso) {
  const looks = { hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone: zone };
  const parts = new Intl.DateTimeFormat("en-GB", looks).formatToParts(new Date(iso));
  const [hour, minute] = ["hour", "minute"].map((type) => parts.find((part) => part.type === type).value);
  return hour + (language() === "en" ? ":" : ".") + minute;
}

/** The calendar day in the zone, as 2026-11-22. */
export function date(iso) {
  return new Intl.DateTimeFormat("sv-SE", { dateStyle: "short", timeZone: zone }).format(new Date(iso));
}

/** ISO 8601: weeks begin on Monday, and week 1 holds the year's first Thursday. */
export function isoWeek(iso) {
  const here = new Date(`${date(iso)}T00:00:00Z`);
  here.setUTCDate(here.getUTCDate() + 4 - (here.getUTCDay() || 7));
  const newYear = Date.UTC(here.getUTCFullYear(), 0, 1);
  return Math.ceil(((here - newYear) / 86_400_000 + 1) / 7);
}
