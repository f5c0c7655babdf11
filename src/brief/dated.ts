// Relative days of a text with the calendar beside them: “next week” says nothing to whoever reads the brief a month later.
import { addDays, dayNumber, isCalendarDate, weekday } from "../model/index.ts";
import type { Context } from "./context.ts";
import { publishedDay } from "./context.ts";
import { printDate, printDays } from "./words.ts";

const DAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
const WEEKDAY = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday";
const MONTH = "January|February|March|April|May|June|July|August|September|October|November|December";
/** A weekday that a date follows, that an article precedes, or that names a part of the week is left alone. */
const EXPRESSION = new RegExp(
  `(?<!\\b(?:the|a|every|each|one|Black|Good|Ash) )\\b(?:(next|last|this) (week|weekend|month|year|${WEEKDAY}|${MONTH})|(today|tomorrow|yesterday)|(${WEEKDAY})(?!s|[’']s| and | to ))\\b(?!,? (?:the )?(?:\\d|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec))`,
  "g",
);
/** What tells that a bare weekday is to come, and, closer to it, that it is past. */
const AHEAD =
  /\b(?:will|would|to|due|plans?|flies|fly|leaves?|arrives?|lands?|returns?|meets?|ahead|before|until|by|scheduled|expected|going)\b/i;
const PAST = /\b(?:said|told|met|held|went|came|began|wrote|\p{Ll}{3,}ed)\b(?:\s\S+){0,3}\s*$/u;
const PAST_AFTER = /^\s(?:\S+\s)?(?:said|told|met|held|went|came|began|\p{Ll}{3,}ed)\b/u;
/** A calendar day in the same sentence: a bare weekday is the one nearest to it. */
const CALENDAR = new RegExp(
  `(?:(\\d{1,2})\\s(${MONTH})|\\b(${MONTH}|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\\.?\\s(\\d{1,2})(?!\\d))`,
);

const month = (day: string, by: number): string => {
  const count = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + by;
  return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, "0")}`;
};

const mondayOf = (day: string): string => addDays(day, 1 - weekday(day));

function span(direction: string, unit: string, day: string): string | null {
  const by = { next: 1, last: -1, this: 0 }[direction] ?? 0;
  const at = MONTH.split("|").indexOf(unit);
  if (at >= 0) {
    const own = `${day.slice(0, 4)}-${String(at + 1).padStart(2, "0")}`;
    const other = direction === "last" ? own < day.slice(0, 7) : own > day.slice(0, 7);
    return printDate(direction === "this" || other ? own : month(`${own}-01`, direction === "last" ? -12 : 12));
  }
  if (unit === "year") return String(Number(day.slice(0, 4)) + by);
  if (unit === "month") return printDate(month(day, by));
  const monday = addDays(mondayOf(day), 7 * by);
  if (unit === "week") return printDays(monday, addDays(monday, 6)).replace(/\p{L}+day /gu, "");
  if (unit === "weekend") return printDays(addDays(monday, 5), addDays(monday, 6)).replace(/\p{L}+day /gu, "");
  return named(unit, day, direction === "last" ? -1 : 1);
}

/** The nearest such weekday before or after a day; the day itself when it is one. */
function named(name: string, day: string, direction: 1 | -1): string | null {
  const target = DAYS.indexOf(name.toLowerCase()) + 1;
  if (target === 0) return null;
  const ahead = (target - weekday(day) + 7) % 7;
  return printDate(addDays(day, direction === 1 ? ahead : ahead === 0 ? 0 : ahead - 7));
}

const NEAR = { today: 0, tomorrow: 1, yesterday: -1 } as const;

/** What the meetings of a document were read from: `next friday` → the day the ledger has for it. */
function knownDays(context: Context, document: string): ReadonlyMap<string, string> {
  const claims = (context.byDocument.get(document) ?? []).flatMap(({ claim }) => (claim.kind === "meeting" ? [claim] : []));
  return new Map(
    claims.flatMap(({ dateText, start }) =>
      dateText !== null && start !== null && isCalendarDate(start) ? [[dateText.toLowerCase(), start] as const] : [],
    ),
  );
}

/** The calendar day that a sentence names, in the year that puts it nearest to the day of publication. */
function calendarDay(words: string, day: string): string | null {
  const found = CALENDAR.exec(words);
  if (!found) return null;
  const number = Number(found[1] ?? found[4]);
  const at = MONTH.split("|").findIndex((name) => name.startsWith((found[2] ?? found[3] ?? "").slice(0, 3)));
  const year = Number(day.slice(0, 4));
  const all = [year - 1, year, year + 1].map((y) => `${y}-${String(at + 1).padStart(2, "0")}-${String(number).padStart(2, "0")}`);
  const near = (a: string): number => Math.abs(dayNumber(a) - dayNumber(day));
  return all.filter(isCalendarDate).sort((a, b) => near(a) - near(b))[0] ?? null;
}

interface Moment {
  readonly day: string;
  readonly known: ReadonlyMap<string, string>;
  /** The whole sentence. */
  readonly words: string;
}

/** The calendar value of one relative expression; null for “next Friday” unless a meeting was read from it: texts mean the coming one and the one after it. */
function calendarValue(match: readonly (string | undefined)[], at: number, { day, known, words }: Moment): string | null {
  const [text = "", direction, unit, near, name] = match;
  const meeting = known.get(text.toLowerCase());
  const past = PAST.test(words.slice(0, at)) || PAST_AFTER.test(words.slice(at + text.length));
  if (meeting && !past) return printDate(meeting);
  if (direction !== undefined && unit !== undefined) {
    if (direction === "next" && DAYS.includes(unit.toLowerCase())) return null;
    return span(direction, unit, day);
  }
  if (near !== undefined) return printDate(addDays(day, NEAR[near as keyof typeof NEAR]));
  if (name === undefined) return null;
  const other = past ? null : calendarDay(words, day);
  if (other !== null) {
    const ahead = (DAYS.indexOf(name.toLowerCase()) + 1 - weekday(other) + 7) % 7;
    return printDate(addDays(other, ahead <= 3 ? ahead : ahead - 7));
  }
  return named(name, day, !past && AHEAD.test(words) ? 1 : -1);
}

/**
 * Words of a document with the calendar beside their relative days, read from its day of publication: `next week (3 to 9 February 2025)`.
 * Quoted words stay as they are; what they leave open is told after the sentence.
 */
export function withDates(context: Context, document: string, words: string): string {
  const day = publishedDay(context, document);
  if (day === null || !isCalendarDate(day)) return words;
  const moment = { day, known: knownDays(context, document), words };
  const after: string[] = [];
  let at = 0;
  const parts = words.split(/(“[^”]*”)/).map((part) => {
    const start = at;
    at += part.length;
    return part.replace(EXPRESSION, (text: string, ...rest: unknown[]) => {
      const groups = rest.slice(0, 4).map((group) => (typeof group === "string" ? group : undefined));
      const value = calendarValue([text, ...groups], start + Number(rest[4]), moment);
      if (value === null) return text;
      if (!part.startsWith("“")) return `${text} (${value})`;
      after.push(`${text}: ${value}`);
      return text;
    });
  });
  const told = parts.join("");
  return after.length > 0 ? `${told.replace(/(?<!\b\p{Lu})\.$/u, "")} (${[...new Set(after)].join("; ")})` : told;
}
