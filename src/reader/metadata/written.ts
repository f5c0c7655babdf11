// Dates as people write them on pages: `March 7, 2024, 5:40 p.m.`, `5 avril 2024`, `02/04/2025 09:45 PM EST`, `2024年4月5日`.
import { eraYear, persianDay } from "./calendars.ts";
import { dayMoment, type Moment, timedMoment } from "./moment.ts";
import { foldForDates, monthOf, PERSIAN_MONTH_PATTERN, persianMonthOf } from "./months.ts";
import { zoneOffset } from "./zones.ts";

export interface WrittenDate extends Moment {
  /** Half-open range of the date (without its time) in the text. */
  readonly start: number;
  readonly end: number;
  /** Day and month could be swapped: both are 12 or less, and the form does not say which is which. */
  readonly ambiguous: boolean;
  /** The time of day as written, in minutes after midnight; null where none stands with the date. */
  readonly clock: number | null;
}

export type FieldOrder = "dmy" | "mdy";

/** Years as written; those from 2401 on are counted from the Buddha's death, as in Thailand. */
const YEAR = "(?:19|20|24|25)\\d{2}";
/**
 * Any words where the name of a month may stand; which month is looked up afterwards. (One pattern of all 716 names takes 300 ms to
 * compile, and is tried after every number of a page.)
 */
const WORD = "\\p{L}[\\p{L}\\p{M}.'’]*";
const NAME = `${WORD}(?:\\s${WORD})??`;
const DAY_MONTH = new RegExp(
  `(?<![\\p{L}\\d])(\\d{1,2})(?:st|nd|rd|th|er|º|ª|\\.)?[\\s.,/_-]{1,2}(?:(?:of|de|del)\\s|d['’]\\s?)?(${NAME})(?:\\s?/\\s?(?:${NAME}))?[\\s,./_،-]{0,3}(?:(?:de|del|of)\\s)?[’']?(${YEAR})(?!\\d)`,
  "giu",
);
const DAY_YEAR = new RegExp(`[\\s_-](\\d{1,2})(?:st|nd|rd|th)?(?:\\s?,\\s?|\\s|_|-)\\s?(${YEAR})(?!\\d)`, "giu");
/** What stands before the day: one word, else two. */
const NAMES_BEFORE = [WORD, `${WORD}\\s${WORD}`].map((name) => new RegExp(`(?<!\\p{L})(${name})[\\s_-]?$`, "iu"));
/** More units than a name of a month with its dot and space has. */
const MONTH_ROOM = 30;
const YEAR_FIRST = /(?<![\d./-])((?:19|20)\d{2})([-/.])\s?(\d{1,2})\2\s?(\d{1,2})(?![\d])/gu;
const NUMERIC = /(?<![\d./-])(\d{1,2})([-/.])(\d{1,2})\2((?:19|20)\d{2}|\d{2})(?![\d/-])(?!\.\d)/gu;
/** `4. 2. 2022`, `26 | 01 | 2022`: fields set apart by spaces. */
const SPACED = /(?<![\d./-])(\d{1,2})(\.| \|) (\d{1,2})\2 ((?:19|20)\d{2})(?!\d)/gu;
/** With the era instead of the year of the Lord: `令和6年4月5日`, `民國113年4月5日`. */
const EAST_ASIAN = /(?:((?:19|20)\d{2})|(令和|平成|民[国國])\s?(\d{1,3}|元))\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]/gu;
const VIETNAMESE = /(?<!\p{L})(?:ngày\s)?(\d{1,2})\s(?:tháng\s(\d{1,2}),?\snăm|tháng\s(\d{1,2}),)\s((?:19|20)\d{2})(?!\d)/giu;
/** `2024 m. balandžio 5 d.`, `2024. április 5.`, `2024. gada 5. aprīlī`. */
const YEAR_MONTH_NAME = new RegExp(
  `(?<![\\p{L}\\d])((?:19|20)\\d{2})[\\s.,-]{1,3}(?:m\\.\\s)?(${NAME})[\\s.-]{1,2}(\\d{1,2})(?!\\d)`,
  "giu",
);
const YEAR_DAY_MONTH = /(?<!\d)((?:19|20)\d{2})\.\sgada\s(\d{1,2})\.\s(\p{L}+)/giu;
const PERSIAN = new RegExp(`(?<![\\p{L}\\d])(\\d{1,2})\\s?(${PERSIAN_MONTH_PATTERN})(?:\\sماه)?\\s?(1[34]\\d{2})(?!\\d)`, "gu");
const PERSIAN_NUMERIC = /(?<![\d./-])(1[34]\d{2})\/(\d{1,2})\/(\d{1,2})(?![\d/])/gu;

/** A time right after a date: separators, hour, minute, half of the day, zone. */
const TIME_AFTER =
  /^\)?(?:\s*(?:,|\||-|–|—|•|·|\/|@|at|um|à|a las|alle|às|om|kl\.?|klo|\()?\s*|T)(\d{1,2})(?:\s?[:.h]\s?(\d{2}))?(?::(\d{2}))?\s?([ap]\.?\s?m\.?(?![a-z]))?(?:\s?(?:uhr|h|hrs|hours))?\s?\(?((?:GMT|UTC)\s?[+-−]\d{1,2}(?::?\d{2})?|[A-Z]{2,5}(?![A-Za-z])|[+-]\d{2}:?\d{2})?/i;
/** A time right before a date: `5:40 p.m. EST, March 7, 2024`. */
const TIME_BEFORE =
  /(?<!\d)(\d{1,2})[:.](\d{2})\s?([ap]\.?\s?m\.?)?\s?([A-Z]{2,5})?\s?(?:,|on|-|–|—|\||·)?\s?(?:[A-Z][a-z]{2,8}\.?,?\s)?$/i;

function withTime(text: string, start: number, end: number, day: Moment): { moment: Moment; clock: number | null } {
  const after = TIME_AFTER.exec(text.slice(end, end + 60));
  let hour: number | null = null;
  let minute = 0;
  let second: number | null = null;
  let half: string | undefined;
  let zone: string | undefined;
  if (after && (after[2] !== undefined || after[4] !== undefined)) {
    hour = Number(after[1]);
    minute = Number(after[2] ?? 0);
    second = after[3] === undefined ? null : Number(after[3]);
    half = after[4];
    zone = after[5];
  } else {
    const before = TIME_BEFORE.exec(text.slice(Math.max(0, start - 40), start));
    if (before) {
      hour = Number(before[1]);
      minute = Number(before[2]);
      half = before[3];
      zone = before[4];
    }
  }
  if (hour === null) return { moment: day, clock: null };
  if (half && /^p/i.test(half) && hour < 12) hour += 12;
  if (half && /^a/i.test(half) && hour === 12) hour = 0;
  const offset = zone ? zoneOffset(zone, day.value) : null;
  return { moment: timedMoment(day, hour, minute, second, offset), clock: hour * 60 + minute };
}

const commonYear = (written: string): number => Number(written) - (Number(written) > 2400 ? 543 : 0);

/** The month that a word names, with or without the dot of an abbreviation behind it; 0 where it names none. */
const nameOf = (word: string): number => monthOf(word) ?? monthOf(`${word}.`) ?? 0;

/** Zones whose outlets write the month first. */
const AMERICAN = /\b(?:E[SD]?T|C[SD]?T|M[SD]?T|P[SD]?T)\b/;

/**
 * All dates written in `text`, in order of place. `order` says how to read `04/05/2024` where nothing else does.
 * Texts longer than 5,000 units are cut there.
 */
export function writtenDates(text: string, order: FieldOrder): WrittenDate[] {
  const input = foldForDates(text.slice(0, 5000));
  const found: WrittenDate[] = [];
  const add = (start: number, end: number, day: Moment | null, ambiguous = false): void => {
    if (!day || found.some((other) => other.start < end && start < other.end)) return;
    const { moment, clock } = withTime(input, start, end, day);
    found.push({ ...moment, start, end, ambiguous, clock });
  };
  if (!/\d/.test(input)) return found;
  const each = (pattern: RegExp, read: (m: RegExpExecArray) => Moment | null): void => {
    for (const m of input.matchAll(pattern)) add(m.index, m.index + m[0].length, read(m));
  };
  const named = (year: string, month: string, day: string): Moment | null => dayMoment(commonYear(year), nameOf(month), Number(day));
  each(EAST_ASIAN, (m) => dayMoment(m[1] ? Number(m[1]) : eraYear(m[2]!, m[3]!), Number(m[4]), Number(m[5])));
  each(YEAR_FIRST, (m) => dayMoment(Number(m[1]), Number(m[3]), Number(m[4])));
  each(PERSIAN, (m) => persianDay(Number(m[3]), persianMonthOf(m[2]!) ?? 0, Number(m[1])));
  each(PERSIAN_NUMERIC, (m) => persianDay(Number(m[1]), Number(m[2]), Number(m[3])));
  each(VIETNAMESE, (m) => dayMoment(Number(m[4]), Number(m[2] ?? m[3]), Number(m[1])));
  each(YEAR_DAY_MONTH, (m) => named(m[1]!, m[3]!, m[2]!));
  each(DAY_MONTH, (m) => named(m[3]!, m[2]!, m[1]!));
  for (const m of input.matchAll(DAY_YEAR)) {
    const from = Math.max(0, m.index - MONTH_ROOM);
    const before = input.slice(from, m.index);
    const month = NAMES_BEFORE.map((pattern) => pattern.exec(before)).find((words) => words && nameOf(words[1]!) > 0);
    if (month) add(from + month.index, m.index + m[0].length, named(m[2]!, month[1]!, m[1]!));
  }
  each(YEAR_MONTH_NAME, (m) => named(m[1]!, m[2]!, m[3]!));
  each(SPACED, (m) => dayMoment(Number(m[4]), Number(m[3]), Number(m[1])));
  for (const m of input.matchAll(NUMERIC)) {
    const [a, b] = [Number(m[1]), Number(m[3])];
    const year = m[4]!.length === 2 ? Number(m[4]) + (Number(m[4]) < 70 ? 2000 : 1900) : Number(m[4]);
    const end = m.index + m[0].length;
    // A dot or dash between the fields is European; a slash is read by the language of the page, or the zone beside it.
    const american = m[2] === "/" && (order === "mdy" || AMERICAN.test(input.slice(end, end + 20)));
    const monthFirst = a > 12 ? false : b > 12 ? true : american;
    add(m.index, end, monthFirst ? dayMoment(year, a, b) : dayMoment(year, b, a), a <= 12 && b <= 12 && a !== b && m[2] !== ".");
  }
  return found.sort((x, y) => x.start - y.start);
}
