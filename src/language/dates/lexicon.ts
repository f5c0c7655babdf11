// Words of time: what each token can mean in a date, before any rule looks at it.
import { digitsValue, readNumber, readOrdinal } from "../tokens/numbers.ts";

export type Unit =
  | "second"
  | "minute"
  | "hour"
  | "day"
  | "week"
  | "weekend"
  | "fortnight"
  | "month"
  | "quarter"
  | "season"
  | "year"
  | "decade"
  | "century";

/** Number in ISO 8601 durations of one unit: letter and factor; times of the day after `T`. */
export const DURATION: Readonly<Record<Unit, readonly [letter: string, factor: number]>> = {
  second: ["TS", 1],
  minute: ["TM", 1],
  hour: ["TH", 1],
  day: ["D", 1],
  week: ["W", 1],
  weekend: ["WE", 1],
  fortnight: ["W", 2],
  month: ["M", 1],
  quarter: ["Q", 1],
  season: ["M", 3],
  year: ["Y", 1],
  decade: ["Y", 10],
  century: ["Y", 100],
};

const MONTHS = "january february march april may june july august september october november december".split(" ");
const WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split(" ");
const MONTH = new Map<string, number>(
  MONTHS.flatMap((name, i): [string, number][] => [
    [name, i + 1],
    [name.slice(0, 3), i + 1],
    [`${name.slice(0, 3)}.`, i + 1],
  ]).concat([
    ["sept", 9],
    ["sept.", 9],
  ]),
);
MONTH.delete("may.");
const WEEKDAY = new Map<string, number>(
  WEEKDAYS.flatMap((name, i): [string, number][] => [
    [name, i + 1],
    [`${name}s`, i + 1],
    [`${name.slice(0, 3)}.`, i + 1],
  ]).concat([
    ["tues.", 2],
    ["thurs.", 4],
    ["thur.", 4],
    ["tues", 2],
    ["thurs", 4],
    ["tue", 2],
    ["thu", 4],
    ["fri", 5],
  ]),
);
const UNITS = new Map<string, Unit>(
  (["minute", "hour", "day", "week", "weekend", "fortnight", "month", "quarter", "year", "decade"] as const)
    .flatMap((unit): [string, Unit][] => [
      [unit, unit],
      [`${unit}s`, unit],
    ])
    .concat([
      ["seconds", "second"],
      ["century", "century"],
      ["centuries", "century"],
      ["yrs", "year"],
      ["yrs.", "year"],
      ["hrs", "hour"],
      ["hr", "hour"],
      ["mins", "minute"],
      ["secs", "second"],
    ]),
);
const SEASON = new Map([
  ["spring", "SP"],
  ["summer", "SU"],
  ["autumn", "FA"],
  ["fall", "FA"],
  ["winter", "WI"],
  ["springs", "SP"],
  ["summers", "SU"],
  ["autumns", "FA"],
  ["winters", "WI"],
]);
const PART = new Map([
  ["morning", "MO"],
  ["mornings", "MO"],
  ["afternoon", "AF"],
  ["afternoons", "AF"],
  ["evening", "EV"],
  ["evenings", "EV"],
  ["night", "NI"],
  ["nights", "NI"],
  ["dawn", "MO"],
  ["dusk", "EV"],
  ["midday", "MI"],
  ["daytime", "DT"],
  ["nightfall", "EV"],
]);
/** A day with a name. */
export interface Holiday {
  /** Month and day, or a rule. */
  readonly rule: string;
  /** The state whose day it is; null where it is the same day in most. */
  readonly of: string | null;
}

/** Days of the United States that other states have too, on other days. */
const AMERICAN: ReadonlySet<string> = new Set([
  "independence day",
  "veterans day",
  "thanksgiving",
  "thanksgiving day",
  "labor day",
  "memorial day",
  "election day",
]);
/** Days with a name: month and day, or a rule. */
const HOLIDAY = new Map<string, string>([
  ["christmas", "12-25"],
  ["christmas day", "12-25"],
  ["christmas eve", "12-24"],
  ["boxing day", "12-26"],
  ["new year 's day", "01-01"],
  ["new year ’s day", "01-01"],
  ["new year 's eve", "12-31"],
  ["new year ’s eve", "12-31"],
  ["valentine 's day", "02-14"],
  ["halloween", "10-31"],
  ["independence day", "07-04"],
  ["veterans day", "11-11"],
  ["armistice day", "11-11"],
  ["bastille day", "07-14"],
  ["may day", "05-01"],
  ["thanksgiving", "11:4:4"],
  ["thanksgiving day", "11:4:4"],
  ["labor day", "09:1:1"],
  ["memorial day", "05:1:-1"],
  ["election day", "11:2:E"],
  ["easter", "easter:0"],
  ["easter sunday", "easter:0"],
  ["good friday", "easter:-2"],
  ["easter monday", "easter:1"],
]);
const DECADES = new Map([
  ["twenties", 2],
  ["thirties", 3],
  ["forties", 4],
  ["fifties", 5],
  ["sixties", 6],
  ["seventies", 7],
  ["eighties", 8],
  ["nineties", 9],
]);

/** What one token can be in a date. Absent fields: it cannot. */
export interface Lex {
  readonly word: string;
  readonly month?: number;
  readonly weekday?: number;
  readonly unit?: Unit;
  readonly plural?: boolean;
  readonly season?: string;
  readonly part?: string;
  /** Four digits that can be a year. */
  readonly year?: number;
  /** `’98`, `98` after an apostrophe. */
  readonly shortYear?: number;
  /** First year of `1990s`, `’90s`. */
  readonly decade?: number;
  /** Day of the month in digits or as an ordinal in digits. */
  readonly day?: number;
  readonly clock?: string;
  readonly iso?: string;
  readonly slash?: readonly [number, number, number];
  /** From a glued prefix: `mid-July`. */
  readonly mod?: "START" | "MID" | "END" | "BEFORE" | "AFTER";
  /** `FY2027`, `FY27`. */
  readonly fiscal?: number;
  /** `Q3`, `3Q`. */
  readonly quarter?: number;
  readonly half?: number;
}

const PREFIX = new Map([
  ["mid", "MID"],
  ["early", "START"],
  ["late", "END"],
  ["post", "AFTER"],
  ["pre", "BEFORE"],
] as const);
const MONTH_LIKE = /^(?:mar|may|march|dec|jan|jun|sun|sat|apr|aug|oct|nov|feb|jul|sep)$/;

/** `30` for `1930s`, in the century of the years around it. */
function century(two: number): number {
  return two < 30 ? 2000 + two : 1900 + two;
}

/** Readings of words met lately: most words of a text come again. */
const KNOWN = new Map<string, Lex>();
const MOST_KNOWN = 10_000;

/** What a token can be in a date. */
export function lex(text: string): Lex {
  const known = KNOWN.get(text);
  if (known !== undefined) return known;
  if (KNOWN.size >= MOST_KNOWN) KNOWN.clear();
  const found = readLex(text);
  KNOWN.set(text, found);
  return found;
}

function readLex(text: string): Lex {
  const word = text.toLowerCase();
  const first = word.charCodeAt(0);
  const digit = first >= 48 && first <= 57;
  if (digit) return lexDigits(word);
  if (first === 39 || first === 8217) return lexShort(word);
  const hyphen = word.indexOf("-");
  if (hyphen > 0) {
    const mod = PREFIX.get(word.slice(0, hyphen) as "mid");
    if (mod !== undefined) return { ...lexWord(text.slice(hyphen + 1)), word: word.slice(hyphen + 1), mod };
  }
  return lexWord(text);
}

function lexWord(text: string): Lex {
  const word = text.toLowerCase();
  const capital = text !== word;
  const month = MONTH.get(word);
  if (month !== undefined && capital && !(text === text.toUpperCase() && text.length === 3 && !MONTH_LIKE.test(word)))
    return { word, month };
  const weekday = WEEKDAY.get(word);
  if (weekday !== undefined && capital) return { word, weekday, plural: word.endsWith("days") };
  const unit = UNITS.get(word);
  if (unit !== undefined) return { word, unit, plural: word.endsWith("s") };
  const season = SEASON.get(word);
  if (season !== undefined) return { word, season, plural: word.endsWith("s") };
  const part = PART.get(word);
  if (part !== undefined) return { word, part, plural: word.endsWith("s") };
  const decade = DECADES.get(word);
  if (decade !== undefined) return { word, decade: 1900 + decade * 10 };
  const fiscal = /^fy[’']?(\d{2}|\d{4})$/.exec(word);
  if (fiscal !== null) return { word, fiscal: fiscal[1]!.length === 2 ? century(Number(fiscal[1])) : Number(fiscal[1]) };
  const part2 = /^([qh])([1-4])$/.exec(word);
  if (part2 !== null && capital) return part2[1] === "q" ? { word, quarter: Number(part2[2]) } : { word, half: Number(part2[2]) };
  return { word };
}

function lexShort(word: string): Lex {
  const decade = /^['’](\d)0s$/.exec(word);
  if (decade !== null) return { word, decade: century(Number(decade[1]) * 10) };
  return { word };
}

function lexDigits(word: string): Lex {
  const slash = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})$/.exec(word);
  if (slash !== null)
    return { word, slash: [Number(slash[1]), Number(slash[2]), slash[3]!.length === 2 ? century(Number(slash[3])) : Number(slash[3])] };
  const iso = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(t[\d:]{2,8})?/.exec(word);
  if (iso !== null && Number(iso[2]) <= 12 && Number(iso[3]) <= 31)
    return { word, iso: `${iso[1]}-${iso[2]!.padStart(2, "0")}-${iso[3]!.padStart(2, "0")}${(iso[4] ?? "").toUpperCase()}` };
  const decade = /^(\d{3}|\d)0['’]?s$/.exec(word);
  if (decade !== null) return { word, decade: decade[1]!.length === 3 ? Number(decade[1]) * 10 : century(Number(decade[1]) * 10) };
  const clock = /^(\d{1,2})[:.](\d{2})(?::\d{2})?(?:hrs?)?$/.exec(word);
  if (clock !== null && Number(clock[1]) < 25 && Number(clock[2]) < 60 && word.includes(":"))
    return { word, clock: `${clock[1]!.padStart(2, "0")}:${clock[2]}` };
  const hours = /^(\d{2}):?(\d{2})(?:hrs?|h)$/.exec(word);
  if (hours !== null && Number(hours[1]) < 25 && Number(hours[2]) < 60) return { word, clock: `${hours[1]}:${hours[2]}` };
  const ordinal = /^(\d{1,2})(?:st|nd|rd|th)$/.exec(word);
  if (ordinal !== null && Number(ordinal[1]) >= 1 && Number(ordinal[1]) <= 31) return { word, day: Number(ordinal[1]) };
  const quarter = /^([1-4])q$/.exec(word);
  if (quarter !== null) return { word, quarter: Number(quarter[1]) };
  if (/^\d{4}$/.test(word)) {
    const year = Number(word);
    return year >= 1000 && year <= 2199 ? { word, year } : { word };
  }
  if (/^\d{1,2}$/.test(word)) {
    const value = Number(word);
    return { word, shortYear: value, ...(value >= 1 && value <= 31 ? { day: value } : {}) };
  }
  return { word };
}

/** A year in words (“nineteen ninety-six”, “two thousand (and) ten”) at `at`. */
export function readYear(tokens: readonly { readonly text: string }[], at: number): { value: number; next: number } | null {
  const word = tokens[at]?.text.toLowerCase();
  if (word === "nineteen" || word === "eighteen" || word === "twenty") {
    const rest = readNumber(tokens, at + 1);
    if (rest?.spelled && rest.value >= 10 && rest.value < 100)
      return { value: (word === "nineteen" ? 1900 : word === "eighteen" ? 1800 : 2000) + rest.value, next: rest.next };
  }
  if (word === "two" && tokens[at + 1]?.text.toLowerCase() === "thousand") {
    const all = readNumber(tokens, at);
    if (all !== null && all.value >= 2000 && all.value < 2100) return { value: all.value, next: all.next };
  }
  return null;
}

const HOLIDAY_STARTS: ReadonlySet<string> = new Set([...HOLIDAY.keys()].map((name) => name.split(" ", 1)[0]!));

/** Whether a holiday's name can begin with this word, in small letters. */
export const beginsHoliday = (word: string): boolean => HOLIDAY_STARTS.has(word);

/** A holiday's name at `at`, and the position after it. */
export function readHoliday(tokens: readonly { readonly text: string }[], at: number): { holiday: Holiday; next: number } | null {
  const first = tokens[at]?.text ?? "";
  if (!beginsHoliday(first.toLowerCase()) || !/^\p{Lu}/u.test(first)) return null;
  let name = "";
  let found: { holiday: Holiday; next: number } | null = null;
  for (let next = at; next < at + 4 && next < tokens.length; next++) {
    name = next === at ? tokens[next]!.text.toLowerCase() : `${name} ${tokens[next]!.text.toLowerCase()}`;
    const rule = HOLIDAY.get(name);
    if (rule !== undefined) found = { holiday: { rule, of: AMERICAN.has(name) ? "USA" : null }, next: next + 1 };
  }
  return found;
}

export { digitsValue, readNumber, readOrdinal };
