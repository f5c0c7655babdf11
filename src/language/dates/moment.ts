// What a rule of dates knows when it reads: publication day, the date last spoken of, tense; and what it answers.

import { dayNumber, type PartialDate, weekday } from "../../model/index.ts";
import type { DateMention } from "../annotation.ts";
import { dateFrom, dayOf, monthOf, pad, yearOf } from "./calendar.ts";
import type { Holiday } from "./lexicon.ts";
import type { Bindings } from "./pattern.ts";

/** `conditional`: “would”, “could”: after the time of the verb before it, which need not be now. */
export type Tense = "past" | "future" | "conditional" | null;

/** The date that the text spoke of last. */
export interface Reference {
  readonly value: string;
  /** First day it covers. */
  readonly date: string;
  readonly last: string;
  /** Sentence in which it stands. */
  readonly sentence: number;
  /** Its year stood in the text. */
  readonly explicit: boolean;
}

export interface Moment {
  /** Publication day `YYYY-MM-DD`; null when unknown. */
  readonly now: string | null;
  readonly reference: Reference | null;
  /** A text about days long before its publication: its dates hang on each other, not on the publication day. */
  readonly narrative: boolean;
  readonly dayFirst: boolean;
  /** First month of the fiscal years that the text speaks of; null when unknown. */
  readonly fiscalYearStart: number | null;
  readonly sentence: number;
  /** Token positions of the match, half-open. */
  readonly from: number;
  readonly to: number;
  /** Lower-case word at a distance before the match (1: just before it) or after it (0: just after it); empty beyond the text. */
  before(distance: number): string;
  after(distance: number): string;
  /** Whether the token just after the match is a noun or adjective (something counted). */
  nounFollows(): boolean;
  /** The state that stands beside the match as an owner (“Brazil's …”, “Ukrainian …”, “… of Ghana”), or stood beside the same words before in the text; else null. */
  owner(): string | null;
  /** Tense of the words that govern the match. */
  tense(): Tense;
}

/** What “last”, “the next”, “that same” say: how many units on, and whether from the date spoken of rather than from publication. */
export interface Step {
  readonly by: -1 | 0 | 1;
  readonly fromReference: boolean;
}

export interface Reading {
  readonly type: DateMention["type"];
  readonly value: string;
  readonly mod?: DateMention["mod"];
  readonly how: string;
  /** Where the value alone does not say it. */
  readonly first?: PartialDate | null;
  readonly last?: PartialDate | null;
  /** Its year is in the text. */
  readonly explicit?: boolean;
  /** Said in passing (“a year earlier” in news): nothing is counted from it. */
  readonly passing?: boolean;
}

/** A rule: a row that tests and documentation read. `examples`: text → value at a publication on Wednesday 2025-03-12. */
export interface DateRule {
  readonly id: string;
  readonly pattern: string;
  readonly examples: readonly (readonly [text: string, value: string])[];
  read(bound: Bindings, moment: Moment): Reading | null;
}

export const number = (bound: Bindings, name: string): number => bound.get(name) as number;
export const optionalNumber = (bound: Bindings, name: string): number | null => (bound.get(name) as number | undefined) ?? null;
export const string = (bound: Bindings, name: string): string => bound.get(name) as string;

/** The reference, when it is close enough to be spoken of still: anywhere in a narrative, else in the last three sentences. */
export function reference(moment: Moment): Reference | null {
  const { reference: found } = moment;
  return found !== null && (moment.narrative || moment.sentence - found.sentence <= 3) ? found : null;
}

/** A day with its year filled in, and how. `day` null asks for the month alone. */
export function fillYear(
  moment: Moment,
  month: number,
  day: number | null,
  on: number | null,
): { readonly year: number; readonly how: string } | null {
  const { now } = moment;
  if (moment.narrative && moment.reference !== null)
    return { year: narrativeYear(moment.reference, month), how: `near ${moment.reference.value}` };
  const near = moment.reference;
  // A past year just named goes on: “in May 2019 and again in June”.
  if (
    near?.explicit &&
    moment.sentence === near.sentence &&
    near.value.length >= 7 &&
    (now === null || yearOf(near.date) < yearOf(now)) &&
    monthOf(near.date) <= month &&
    moment.tense() !== "future"
  )
    return { year: yearOf(near.date), how: `year of ${near.value}` };
  if (now === null) return null;
  if (on !== null && day !== null) {
    const years = [0, 1, -1, 2, -2, 3, -3, 4, -4, 5, -5, 6, -6].map((step) => yearOf(now) + step);
    const fits = years.filter((year) => {
      const date = dateFrom(year, month, day);
      return date !== null && weekday(date) === on;
    });
    const nearest = fits.sort((a, b) => distance(now, a, month, day) - distance(now, b, month, day))[0];
    if (nearest !== undefined) return { year: nearest, how: `year in which the weekday fits, nearest to publication ${now}` };
  }
  const year = yearOf(now);
  if (day === null && month === monthOf(now)) return { year, how: `month of publication ${now}` };
  const past = isAfter(month, day, now) ? year - 1 : year;
  const future = isAfter(month, day, now) || (month === monthOf(now) && day === dayOf(now)) ? year : year + 1;
  if (past === future) return { year, how: `day of publication ${now}` };
  const tense = moment.tense();
  // A day is rarely spoken of by month and day alone from farther than this; so a near one wins over the tense, which parses get wrong more often.
  const gap = distance(now, past, month, day ?? 15) - distance(now, future, month, day ?? 15);
  const chosen = tense === "past" && gap < LEAN ? past : tense === "future" && gap > -LEAN ? future : gap <= 0 ? past : future;
  return {
    year: chosen,
    how: `${chosen === past ? "last" : "next"} before or after publication ${now}`.replace(
      chosen === past ? " or after" : "before or ",
      "",
    ),
  };
}

/** In a narrative a month lies in the year of the date spoken of last, unless that makes a leap back of half a year or more: then time went on. */
function narrativeYear(spoken: Reference, month: number): number {
  const year = yearOf(spoken.date);
  return spoken.value.length >= 7 && month - monthOf(spoken.date) <= -LEAP ? year + 1 : year;
}

/** Days: from 150 to 300 the values of timebank-aquaint stay within .003, at 365 they lose .01. */
const LEAN = 200;

/** Months: on WikiWars train, 6 gives the best values of 4 to 10. */
const LEAP = 6;

function distance(now: string, year: number, month: number, day: number): number {
  return Math.abs(dayNumber(`${pad(year, 4)}-${pad(month)}-${pad(day)}`) - dayNumber(now));
}

function isAfter(month: number, day: number | null, now: string): boolean {
  return month > monthOf(now) || (month === monthOf(now) && day !== null && day > dayOf(now));
}

/** The rule of a holiday; null for a day of one state where another is its owner (“Brazil's Independence Day”). */
export function holidayRule(bound: Bindings, moment: Moment): string | null {
  const { rule, of } = bound.get("holiday") as Holiday;
  const owner = of === null ? null : moment.owner();
  return owner === null || owner === of ? rule : null;
}

/** TIMEX3 duration of `count` units; null counts as unknown: `PXY`. */
export function duration(letter: string, factor: number, count: number | null): string {
  const time = letter.startsWith("T") ? "T" : "";
  const unit = letter.slice(time.length);
  if (count === null) return `P${time}X${unit}`;
  const value = count * factor;
  const whole = Math.floor(value);
  const rest = value - whole;
  if (rest === 0.5 && letter === "Y") return whole === 0 ? "P6M" : `P${whole}Y6M`;
  if (rest === 0.5 && letter === "TH") return whole === 0 ? "PT30M" : `PT${whole}H30M`;
  if (rest === 0.5 && letter === "TM") return whole === 0 ? "PT30S" : `PT${whole}M30S`;
  return `P${time}${Number(value.toPrecision(8))}${unit}`;
}
