// Rules for times of the day.

import { pad } from "../calendar.ts";
import { type DateRule, type Moment, optionalNumber, type Reading, string } from "../moment.ts";
import type { Bindings } from "../pattern.ts";

/** `09:30` of a clock or an hour with a half of the day. */
function clockOf(bound: Bindings): string | null {
  const clock = (bound.get("clock") as string | undefined) ?? null;
  let hour = clock === null ? optionalNumber(bound, "hour") : Number(clock.slice(0, 2));
  if (hour === null) return null;
  const half = (bound.get("ampm") as string | undefined) ?? "";
  if (half !== "" && (hour > 12 || hour < 1)) return null;
  if (half === "p" && hour < 12) hour += 12;
  if (half === "a" && hour === 12) hour = 0;
  return `${pad(hour)}:${clock === null ? "00" : clock.slice(3)}`;
}

/** The day a time stands with: in the words, else the day spoken of in this sentence, else publication. */
function dayFor(bound: Bindings, moment: Moment): { day: string; how: string } {
  const given = bound.get("date") as Reading | undefined;
  if (given !== undefined) return { day: given.value, how: given.how };
  const near = moment.reference;
  if (near !== null && /^\d{4}-\d{2}-\d{2}$/.test(near.value) && (moment.narrative || near.sentence === moment.sentence))
    return { day: near.value, how: `on ${near.value}` };
  return moment.now === null || moment.narrative
    ? { day: "XXXX-XX-XX", how: "day unknown" }
    : { day: moment.now, how: `on the day of publication ${moment.now}` };
}

function time(bound: Bindings, moment: Moment, local: string | null): Reading | null {
  if (local === null) return null;
  const clock = /^(?:utc|gmt)$/.test((bound.get("zone") as string | undefined) ?? "") ? `${local}Z` : local;
  const { day, how } = dayFor(bound, moment);
  return { type: "TIME", value: `${day}T${clock}`, how };
}

function partOf(bound: Bindings): Reading | null {
  const given = bound.get("date") as Reading;
  return /^\d{4}-\d{2}-\d{2}$/.test(given.value) ? { ...given, type: "TIME", value: `${given.value}T${string(bound, "part")}` } : null;
}

const NAMED: Readonly<Record<string, string>> = { noon: "12:00", midnight: "24:00" };
const ZONE = "( <zone> | local time )?";
const DAY = "( ,? on? <date> )?";

export const CLOCK: readonly DateRule[] = [
  {
    id: "four-digits",
    pattern: `<military:clock> ( <zone> | hours|hrs | local time ) ${DAY}`,
    examples: [["at 0800 UTC", "2025-03-12T08:00Z"]],
    read: (b, m) => time(b, m, clockOf(b)),
  },
  {
    id: "clock",
    pattern: `<clock> ( hours|hrs )? <ampm>? ${ZONE} ${DAY}`,
    examples: [["10:35 a.m.", "2025-03-12T10:35"]],
    read: (b, m) => time(b, m, clockOf(b)),
  },
  {
    id: "hour",
    pattern: `<hour> <ampm> ${ZONE} ${DAY}`,
    examples: [["9 a.m. on Monday", "2025-03-10T09:00"]],
    read: (b, m) => time(b, m, clockOf(b)),
  },
  {
    id: "o-clock",
    pattern: `<hour> o'clock|o’clock ( in the <part> )? ${DAY}`,
    examples: [["four o'clock", "2025-03-12T04:00"]],
    read: (b, m) => time(b, m, clockOf(new Map([...b, ["ampm", b.get("part") === "MO" ? "a" : b.has("part") ? "p" : ""]]))),
  },
  {
    id: "noon",
    pattern: `noon|midnight ${ZONE} ${DAY}`,
    examples: [["noon", "2025-03-12T12:00"]],
    read: (b, m) => time(b, m, NAMED[m.before(0)] ?? null),
  },
  {
    id: "date-clock",
    pattern: `<date> at ( <clock> <ampm>? | <hour> <ampm> ) ${ZONE}`,
    examples: [["Monday at 9 a.m.", "2025-03-10T09:00"]],
    read: (b, m) => time(b, m, clockOf(b)),
  },
  {
    id: "part-of-date",
    pattern: "( the early? )? <part> of <date>",
    examples: [["the morning of March 3", "2025-03-03TMO"]],
    read: partOf,
  },
  {
    id: "part-alone",
    pattern: "night",
    examples: [["at night", "XXXX-XX-XXTNI"]],
    read: (_, m) =>
      /^(?:at|by)$/.test(m.before(1)) && !m.nounFollows()
        ? { type: "TIME", value: "XXXX-XX-XXTNI", how: "no day named", first: null, last: null }
        : null,
  },
  { id: "date-part", pattern: "<date> ( ,? in the )? <part>", examples: [["Monday night", "2025-03-10TNI"]], read: partOf },
];
