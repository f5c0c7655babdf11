// Rules for stretches of time and for times that repeat.

import { pad } from "../calendar.ts";
import { DURATION, type Unit } from "../lexicon.ts";
import { type DateRule, duration, type Moment, optionalNumber, type Reading, string } from "../moment.ts";
import type { Bindings } from "../pattern.ts";

const of = (unit: Unit, count: number | null): string => duration(DURATION[unit][0], DURATION[unit][1], count);
const length = (value: string): Reading => ({ type: "DURATION", value, how: "length of time", first: null, last: null });
const set = (value: string): Reading => ({ type: "SET", value, how: "repeats", first: null, last: null });

function counted(bound: Bindings, moment: Moment): Reading | null {
  const unit = string(bound, "unit") as Unit;
  const count = (bound.get("count") as number | null | undefined) ?? null;
  // Ages, shares (“three quarters of”) and “the 1988 quarter” are no lengths of time.
  if (moment.after(0) === "-" && moment.after(1) === "old") return null;
  if (unit === "quarter" && ((/^(?:of|-)$/.test(moment.after(0)) && (count === null || count === 3)) || (count !== null && count > 40)))
    return null;
  const half = bound.get("half") === true && count !== null ? 0.5 : 0;
  return length(of(unit, count === null ? null : count + half));
}

/** “a year” after an amount or a count is a rate: “40,000 a year”. */
function single(bound: Bindings, moment: Moment): Reading | null {
  const unit = string(bound, "unit") as Unit;
  if (unit === "quarter" && /^(?:of|-|in|to)$/.test(moment.after(0))) return null;
  const before = moment.before(1);
  const rate =
    /^(?:\d|million|billion|trillion|percent|%|times|once|twice|people|dollars|euros|hours|days|tons|tonnes|barrels|points|cents|pounds)/.test(
      before,
    );
  return rate ? set(of(unit, 1)) : length(of(unit, 1));
}

/** Bare “years”, “weeks” where a stretch is meant. */
function bare(bound: Bindings, moment: Moment): Reading | null {
  const unit = string(bound, "unit") as Unit;
  const fits =
    /^(?:for|in|within|after|over|during|of|recent|coming|many|past|last|few|several|next|some|the|through|takes|took|take|spent|previous|more|early|and|or|,)$/.test(
      moment.before(1),
    ) || moment.from === 0;
  return fits && !/^seconds?$/.test(moment.before(0)) ? length(of(unit, null)) : null;
}

function every(bound: Bindings): Reading | null {
  const on = optionalNumber(bound, "weekday");
  const part = (bound.get("part") as string | undefined) ?? null;
  if (on !== null) return set(`XXXX-WXX-${on}${part === null ? "" : `T${part}`}`);
  const month = optionalNumber(bound, "month");
  if (month !== null) return set(`XXXX-${pad(month)}`);
  const season = bound.get("season") as string | undefined;
  if (season !== undefined) return set(`XXXX-${season}`);
  if (part !== null) return set(`XXXX-XX-XXT${part}`);
  const unit = bound.get("unit") as Unit | undefined;
  return unit === undefined ? null : set(of(unit, optionalNumber(bound, "number") ?? 1));
}

const ADVERBS: Readonly<Record<string, string>> = {
  daily: "P1D",
  weekly: "P1W",
  monthly: "P1M",
  quarterly: "P1Q",
  yearly: "P1Y",
  annually: "P1Y",
  hourly: "PT1H",
  nightly: "XXXX-XX-XXTNI",
  everyday: "P1D",
  biweekly: "P2W",
  biannually: "P6M",
};

export const DURATIONS: readonly DateRule[] = [
  {
    id: "count-unit",
    pattern:
      "( the|these|those? <span>? )? <count> more|additional|full|consecutive|straight|whole|long|trading|working|business|calendar? <unit> ( and a half <half> )?",
    examples: [
      ["three years", "P3Y"],
      ["the past two months", "P2M"],
      ["two and a half years", "P2Y6M"],
    ],
    read: counted,
  },
  { id: "count-hyphen-unit", pattern: "<count> - <unit> ( - long )?", examples: [["a two-day visit", "P2D"]], read: counted },
  {
    id: "half-unit",
    pattern: "( half a|an | a|one half ) -? <unit>",
    examples: [["half an hour", "PT30M"]],
    read: (b) => length(of(string(b, "unit") as Unit, 0.5)),
  },
  {
    id: "unit-and-half",
    pattern: "a|an|one <unit> and a half",
    examples: [["a year and a half", "P1Y6M"]],
    read: (b) => length(of(string(b, "unit") as Unit, 1.5)),
  },
  {
    id: "a-unit",
    pattern: "a|an|another|one full|single|whole|additional? <singular:unit>",
    examples: [["for a year", "P1Y"]],
    read: single,
  },
  {
    id: "span-units",
    pattern: "the? <span> <units:unit>",
    examples: [
      ["in recent years", "PXY"],
      ["the coming weeks", "PXW"],
    ],
    read: counted,
  },
  { id: "bare-units", pattern: "<units:unit>", examples: [["for weeks", "PXW"]], read: bare },
  {
    id: "unit-long",
    pattern: "( <singular:unit> | <units> ) - long",
    examples: [["a year-long inquiry", "P1Y"]],
    read: (b) => length(b.has("units") ? of(string(b, "units") as Unit, null) : of(string(b, "unit") as Unit, 1)),
  },
  {
    id: "every",
    pattern: "every|each ( <number> )? ( <weekday> <part>? | <month> | <season> | <part> | <unit> )",
    examples: [
      ["every summer", "XXXX-SU"],
      ["each Thursday", "XXXX-WXX-4"],
      ["every two years", "P2Y"],
    ],
    read: every,
  },
  { id: "plural-weekday", pattern: "<weekdays:weekday> <part>?", examples: [["on Mondays", "XXXX-WXX-1"]], read: every },
  { id: "weekday-parts", pattern: "<weekday> <parts:part>", examples: [["Tuesday nights", "XXXX-WXX-2TNI"]], read: every },
  { id: "rate", pattern: "( once|twice | <number> times ) a|per|each|every <unit>", examples: [["twice a week", "P1W"]], read: every },
  { id: "per-unit", pattern: "per <unit>", examples: [["per year", "P1Y"]], read: every },
  {
    id: "adverb",
    pattern: "daily|weekly|monthly|quarterly|yearly|annually|hourly|nightly|everyday|biweekly|biannually",
    examples: [["daily", "P1D"]],
    // “quarterly dividend”: the adjective says what kind, not how often.
    read: (b, m) => (string(b, "name") === "quarterly" && m.nounFollows() ? null : set(ADVERBS[string(b, "name")] ?? "P1D")),
  },
];
