// Printed words: dates, figures, lists, capitals. One place decides how each looks.
import { isCalendarDate, type PartialDate, weekday } from "../model/index.ts";

const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const;
const WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"] as const;

export interface DateStyle {
  /** Name the weekday of a full date. */
  readonly weekday?: boolean;
  /** Leave the year out. */
  readonly year?: boolean;
  /** Three-letter months, for the chronology. */
  readonly short?: boolean;
}

const monthName = (date: string, short: boolean): string => {
  const name = MONTHS[Number(date.slice(5, 7)) - 1] ?? date.slice(5, 7);
  return short ? name.slice(0, 3) : name;
};

/** `2025-02-07` → `Friday 7 February 2025`; `2025-02` → `February 2025`; `FY2027` → `fiscal 2027`. Unreadable values are given back as they are. */
export function printDate(date: PartialDate, style: DateStyle = {}): string {
  const { weekday: named = false, year = true, short = false } = style;
  if (/^FY\d{4}$/.test(date)) return `fiscal ${date.slice(2)}`;
  if (/^\d{4}-\d{2}$/.test(date)) return `${monthName(date, short)}${year ? ` ${date.slice(0, 4)}` : ""}`;
  if (!isCalendarDate(date)) return date;
  const day = `${Number(date.slice(8, 10))} ${monthName(date, short)}`;
  return `${named ? `${WEEKDAYS[weekday(date) - 1]} ` : ""}${day}${year ? ` ${date.slice(0, 4)}` : ""}`;
}

/** One day, or the first and last of several: `Thursday 4 to Friday 5 April 2024`. */
export function printDays(start: PartialDate, end: PartialDate | null): string {
  if (end === null || end === start) return printDate(start, { weekday: true });
  if (!isCalendarDate(start) || !isCalendarDate(end)) return `${printDate(start)} to ${printDate(end)}`;
  const first =
    start.slice(0, 7) === end.slice(0, 7)
      ? `${WEEKDAYS[weekday(start) - 1]} ${Number(start.slice(8, 10))}`
      : printDate(start, { weekday: true, year: start.slice(0, 4) !== end.slice(0, 4) });
  return `${first} to ${printDate(end, { weekday: true })}`;
}

/** The calendar day of an ISO date or date-time in its own zone. */
export const dayOf = (published: string): string => published.slice(0, 10);

/** `2025-01-31T18:20:00+09:00` → `31 January 2025, 18:20 (UTC+9)`; a bare date stays a date. */
export function printMoment(published: string): string {
  const time = /T(\d{2}:\d{2})/.exec(published)?.[1];
  const day = printDate(dayOf(published));
  if (!time) return day;
  const zone = /(Z|[+-]\d{2}:?\d{2})$/.exec(published)?.[1];
  return `${day}, ${time}${zone ? ` (${printZone(zone)})` : ""}`;
}

function printZone(zone: string): string {
  if (zone === "Z") return "UTC";
  const hours = Number(zone.slice(1, 3));
  const minutes = zone.slice(-2);
  if (hours === 0 && minutes === "00") return "UTC";
  return `UTC${zone.startsWith("-") ? "−" : "+"}${hours}${minutes === "00" ? "" : `:${minutes}`}`;
}

/** `6 February 2025, 24:00 UTC` for a bare date, the minute for a date-time. */
export function printCutOff(asOf: string): string {
  if (isCalendarDate(asOf)) return `${printDate(asOf)}, 24:00 UTC`;
  return printMoment(asOf.replace(/T23:59:59(?:\.\d+)?/, "T24:00"));
}

/** `a`, `a and b`, `a, b and c`. */
export function listWords(items: readonly string[]): string {
  if (items.length <= 1) return items[0] ?? "";
  return `${items.slice(0, -1).join(", ")} and ${items[items.length - 1]}`;
}

/** As a list of labels; where one of them has an “and” of its own, parted by semicolons. */
export const listLabels = (labels: readonly string[]): string =>
  labels.length > 1 && labels.some((label) => / and /.test(label)) ? labels.join("; ") : listWords(labels);

/** First letter in capitals, the rest untouched; a quotation mark before it is skipped. */
export function capitalise(text: string): string {
  return text.replace(/^([“"‘'(]*)(\p{Ll})/u, (_, marks: string, letter: string) => marks + letter.toUpperCase());
}

/** The text with one full stop at its end, none after `!`, `?`, or a stop before a closing mark. */
export function stopped(text: string): string {
  const trimmed = text.trimEnd().replace(/[,;:]$/, "");
  return /[.!?][”"’')]*$/.test(trimmed) ? trimmed : `${trimmed}.`;
}

/** White space runs made single spaces; control, bidirectional and other invisible marks left out (joiners stay: Indic scripts need them). */
export function plain(text: string): string {
  return text
    .replace(/\s+/g, " ")
    .replace(/(?![\u200c\u200d])[\p{Cc}\p{Cf}]/gu, "")
    .trim();
}

/**
 * Words of a text in the spelling of the brief, for use outside quotation marks: `2 per cent` → `2%`, `U.S.` → `US`, `Mr. X` → `Mr X`,
 * typographic apostrophes. No word is changed.
 */
export function houseStyle(text: string): string {
  return plain(text)
    .replace(/(\d)\s?(?:per ?cent|%)(?![\p{L}])/gu, "$1%")
    .replace(/(?<=\d)\s(?=(?:st|nd|rd|th)\b)/g, "")
    .replace(/\bof gross domestic product\b/g, "of GDP")
    .replace(
      /(\d[\d.,]*)\s(trillion|billion|million)\s(?:US\s|U\.S\.\s)?(euros|dollars)\b/g,
      (_, number: string, scale: string, unit: string) => `${unit === "euros" ? "€" : "$"}${number} ${scale}`,
    )
    .replace(/\bU\.S\.(?=\s|$|[,;’'-])/g, "US")
    .replace(/\b(Mr|Ms|Mrs|Dr)\.(?=\s)/g, "$1")
    .replace(/(^|[\s(])"/g, "$1“")
    .replace(/"/g, "”")
    .replace(/^([^“]*)”/, "“$1”")
    .replace(/“([^”]*)$/, "“$1”")
    .replace(/(?<=\p{L})'(?=\p{L}|\s|$)/gu, "’");
}

const MARKER = /^(?:\d{1,3}\\?[.)]|\((?:\d{1,2}|[A-Za-z]|[ivx]{1,4})\)|(?:[a-z]|[ivx]{1,4})\))\s+(?=\S)/u;
/** A heading in capitals that runs into its text. */
const HEADING = /^(?:[\p{Lu}\d][\p{Lu}\d.,’'&/-]*\s?){2,12}:\s+(?=\p{Lu})/u;

/** `OSLO/LIMA, May 3 (CPW) - `, `THE HAGUE - `, `TROMSO. `: where and when a report was sent off. */
export const DATELINE =
  /^\p{Lu}[\p{Lu}.’' /-]{2,60}(?:(?:,\s\p{Lu}\p{Ll}+\.?(?:\s\d{1,2})?(?:,\s\d{4})?)?\s*(?:\([^()]{2,40}\)\s*)?\s[-–—]{1,2}\s+(?=[\p{Lu}“"])|(?<=\p{Lu}{3})\.\s(?=\p{Lu}))/u;

/** A sentence without what joins it to the page: a dateline, the number of a list, a heading in capitals, “But” and its like. */
export const withoutLead = (text: string): string =>
  plain(text)
    .replace(DATELINE, "")
    .replace(HEADING, "")
    .replace(MARKER, "")
    .replace(
      /^(?:But|And|So|Yet|Meanwhile,|However,|Still,|(?:In this|In that) (?:regard|context|respect),|To (?:this|that) end,)\s(\S)/,
      (_, letter: string) => letter.toUpperCase(),
    );

/** Words to stand between “ ”: double marks inside become single ones. */
export function innerQuotes(text: string): string {
  const inner = plain(text)
    .replace(/(^|[\s(])["“]/g, "$1‘")
    .replace(/["”]/g, "’");
  // A passage that ends inside a quotation closes it.
  return (inner.match(/(^|[\s(])‘/g) ?? []).length > (inner.match(/’(?![\p{L}])/gu) ?? []).length ? `${inner}’` : inner;
}

/** Whether a word is a gerund: `buying`, not `bring`. */
export const isGerund = (word: string): boolean =>
  /^\p{Ll}{2,}ing$/u.test(word) && !/^(?:b|s?p?|w|sw|cl|fl|st|th|k|r)r?ing$/.test(word) && word !== "during";

/** A text as a pattern that matches it alone. */
export const escapePattern = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** Letters that Unicode does not take apart, and what texts in English write for them. */
const PLAIN: Readonly<Record<string, string>> = { ı: "i", ø: "o", Ø: "O", ł: "l", Ł: "L", đ: "d", Đ: "D" };

/** A name as texts in English write it: `Erdogan` for Erdoğan. */
export const unaccented = (name: string): string =>
  name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[ıøØłŁđĐ]/g, (letter) => PLAIN[letter]!);

/** A pattern that finds a name with its accents or without. */
export const namePattern = (name: string): string =>
  [...name.normalize("NFC")]
    .map((letter) => (unaccented(letter) === letter ? escapePattern(letter) : `[${letter}${unaccented(letter)}]`))
    .join("");

/** Number of words, as a word processor counts them. */
export function countWords(text: string): number {
  return text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

const NUMBER_WORDS = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

/** `three`, `13`. */
export const numberWord = (n: number): string => NUMBER_WORDS[n] ?? String(n);

/** `1 point`, `2 points`. */
export const counted = (n: number, one: string, many: string = `${one}s`): string => `${n} ${n === 1 ? one : many}`;
