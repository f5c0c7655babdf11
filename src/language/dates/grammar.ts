// The grammar of dates over a document: classes of the pattern language, and the longest rule at a position.
import type { Token } from "../annotation.ts";
import { beginsNumber, beginsOrdinal, readNumber, readOrdinal } from "../tokens/numbers.ts";
import { beginsHoliday, type Lex, lex, readHoliday, readYear, type Unit } from "./lexicon.ts";
import type { DateRule, Step } from "./moment.ts";
import { type Bindings, compile, type Matched, type Pattern, type Subject } from "./pattern.ts";
import { CALENDAR } from "./rules/calendar.ts";
import { CLOCK } from "./rules/clock.ts";
import { DEICTIC } from "./rules/deictic.ts";
import { DURATIONS } from "./rules/durations.ts";
import { VAGUE } from "./rules/vague.ts";

interface Row {
  readonly rule: DateRule;
  readonly pattern: Pattern;
  readonly order: number;
}

export interface Candidate {
  readonly rule: DateRule;
  readonly bound: Bindings;
  readonly from: number;
  readonly to: number;
}

export const RULES: readonly DateRule[] = [...CALENDAR, ...DEICTIC, ...CLOCK, ...DURATIONS, ...VAGUE];

/** Rules whose result other rules may take as `<date>`. */
const INNER = new Set([...CALENDAR, ...DEICTIC].filter((rule) => !rule.pattern.includes("<date>")).map((rule) => rule.id));
const ROWS: readonly Row[] = RULES.map((rule, order) => ({ rule, pattern: compile(rule.pattern), order }));

const BY_WORD = new Map<string, Row[]>();
const BY_CLASS = new Map<string, Row[]>();
for (const row of ROWS) {
  for (const word of row.pattern.firstWords) BY_WORD.set(word, [...(BY_WORD.get(word) ?? []), row]);
  for (const kind of row.pattern.firstClasses) BY_CLASS.set(kind, [...(BY_CLASS.get(kind) ?? []), row]);
}

const CLASSES: readonly string[] = [...BY_CLASS.keys()];

const STEPS: Readonly<Record<string, Step>> = {
  last: { by: -1, fromReference: false },
  past: { by: -1, fromReference: false },
  latest: { by: -1, fromReference: false },
  this: { by: 0, fromReference: false },
  current: { by: 0, fromReference: false },
  next: { by: 1, fromReference: false },
  coming: { by: 1, fromReference: false },
  upcoming: { by: 1, fromReference: false },
  following: { by: 1, fromReference: true },
  previous: { by: -1, fromReference: true },
  preceding: { by: -1, fromReference: true },
  same: { by: 0, fromReference: true },
  that: { by: 0, fromReference: true },
};
const RELATIVE_YEAR: Readonly<Record<string, string>> = { last: "last", next: "next", this: "this", same: "ref", that: "ref" };
const VAGUE_COUNTS = new Set(["several", "few", "many", "numerous", "countless", "some"]);
const SPANS = new Set([
  "past",
  "last",
  "next",
  "coming",
  "first",
  "final",
  "previous",
  "following",
  "preceding",
  "recent",
  "early",
  "opening",
  "closing",
  "remaining",
  "intervening",
  "future",
  "initial",
]);
const ZONES = new Set([
  "gmt",
  "utc",
  "est",
  "edt",
  "et",
  "cet",
  "cest",
  "bst",
  "ist",
  "jst",
  "kst",
  "pst",
  "pdt",
  "pt",
  "ct",
  "msk",
  "eastern",
  "zulu",
]);
const HALVES: Readonly<Record<string, number>> = { first: 1, second: 2, last: 2, latter: 2 };
const HALF_OF_DAY = /^([ap])\.?m\.?$/;
const WAY = /^(?:ago|earlier|later|before|previously|afterwards?|hence|back)$/;

/** Whether a class beyond those of the lexicon and of STARTS can begin with this word. */
function beginsClass(word: string): boolean {
  return (
    beginsNumber(word) ||
    beginsOrdinal(word) ||
    beginsHoliday(word) ||
    ZONES.has(word) ||
    Object.hasOwn(HALVES, word) ||
    WAY.test(word) ||
    HALF_OF_DAY.test(word)
  );
}

const LONG_UNITS: ReadonlySet<Unit> = new Set(["week", "weekend", "month", "quarter", "year"] as const);

/** A document seen by the rules. Readings of tokens are computed once. */
export class Grammar implements Subject {
  readonly words: readonly string[];
  readonly lexes: readonly Lex[];
  private readonly tokens: readonly Token[];
  private readonly ends: Int32Array;
  private readonly innerAt = new Map<number, Matched | null>();
  /** Readings of classes so far, a list of positions for each class; `date` changes with what was read before and is kept apart. */
  private readonly readings = new Map<string, (Matched | null)[]>();
  /** Set by the caller: reads a candidate into a `<date>` binding. */
  resolveInner: (candidate: Candidate) => unknown = () => null;

  constructor(tokens: readonly Token[], ends: Int32Array) {
    this.tokens = tokens;
    this.ends = ends;
    this.lexes = tokens.map((token) => lex(token.text));
    this.words = tokens.map((token) => token.text.toLowerCase());
  }

  /** Whether any rule can begin at a token: most tokens are passed over by this test alone. */
  mayBegin(at: number): boolean {
    const found = this.lexes[at]!;
    if (
      found.month !== undefined ||
      found.weekday !== undefined ||
      found.unit !== undefined ||
      found.season !== undefined ||
      found.part !== undefined
    )
      return true;
    const word = this.words[at]!;
    const code = word.charCodeAt(0);
    return (
      (code >= 48 && code <= 57) ||
      BY_WORD.has(word) ||
      STARTS.has(word) ||
      found.decade !== undefined ||
      found.fiscal !== undefined ||
      found.quarter !== undefined ||
      found.half !== undefined ||
      code === 39 ||
      code === 8217 ||
      (beginsClass(word) && /^\p{Lu}/u.test(this.tokens[at]!.text))
    );
  }

  /** Candidates at a token, longest first, then in the order of the rules. */
  candidates(at: number, inner: boolean): readonly Candidate[] {
    const byWord = BY_WORD.get(this.words[at]!);
    const classes = CLASSES.filter((kind) => !(inner && kind === "date") && this.read(kind, at) !== null);
    if (byWord === undefined && classes.length === 0) return [];
    const rows = new Set(byWord);
    for (const kind of classes) for (const row of BY_CLASS.get(kind)!) rows.add(row);
    const found: (Candidate & { order: number })[] = [];
    for (const row of rows) {
      if (inner && !INNER.has(row.rule.id)) continue;
      const bound: Bindings = new Map();
      const to = row.pattern.match(this, at, bound);
      if (to > at && to <= this.ends[at]!) found.push({ rule: row.rule, bound, from: at, to, order: row.order });
    }
    return found.sort((a, b) => b.to - a.to || a.order - b.order);
  }

  read(kind: string, at: number): Matched | null {
    if (at >= this.words.length) return null;
    if (kind === "date") return this.inner(at);
    let readings = this.readings.get(kind);
    if (readings === undefined) {
      readings = new Array(this.words.length);
      this.readings.set(kind, readings);
    }
    const known = readings[at];
    if (known !== undefined) return known;
    const found = this.readClass(kind, at);
    readings[at] = found;
    return found;
  }

  private readClass(kind: string, at: number): Matched | null {
    const found = this.lexes[at]!;
    const one = (value: unknown): Matched | null => (value === undefined ? null : { value, next: at + 1 });
    switch (kind) {
      case "month":
        return one(found.month);
      case "weekday":
        return found.plural === true ? null : one(found.weekday);
      case "weekdays":
        return found.plural === true ? one(found.weekday) : null;
      case "season":
        return found.plural === true ? null : one(found.season);
      case "part":
        return found.plural === true ? null : one(found.part);
      case "parts":
        return found.plural === true ? one(found.part) : null;
      case "unit":
        return one(found.unit);
      case "singular":
        return found.plural === true ? null : one(found.unit);
      case "place":
        return this.place(at);
      case "units":
        return found.plural === true ? one(found.unit) : null;
      case "longunit":
        return found.unit !== undefined && found.plural !== true && LONG_UNITS.has(found.unit) ? one(found.unit) : null;
      case "year": {
        if (found.year !== undefined) return one(found.year);
        if (/^['’]$/.test(this.words[at]!) && this.lexes[at + 1]?.shortYear !== undefined && this.words[at + 1]!.length === 2) {
          const short = this.lexes[at + 1]!.shortYear!;
          return { value: short < 30 ? 2000 + short : 1900 + short, next: at + 2 };
        }
        const spelled = readYear(this.tokens, at);
        return spelled === null ? null : { value: spelled.value, next: spelled.next };
      }
      case "anyyear":
        return /^\d{1,4}$/.test(found.word) ? one(Number(found.word)) : null;
      case "day":
        return one(found.day) ?? this.ordinalDay(at);
      case "decade":
      case "clock":
      case "iso":
      case "slash":
      case "fiscal":
      case "quarter":
      case "half":
        return one(found[kind]);
      case "military": {
        const digits = /^([01]\d|2[0-4])([0-5]\d)$/.exec(found.word);
        return digits === null ? null : one(`${digits[1]}:${digits[2]}`);
      }
      case "ordinal": {
        const ordinal = readOrdinal(this.tokens, at);
        return ordinal === null ? null : { value: ordinal.value, next: ordinal.next };
      }
      case "ordhalf":
        return one(HALVES[this.words[at]!]);
      case "number": {
        const number = readNumber(this.tokens, at);
        return number === null ? null : { value: number.value, next: number.next };
      }
      case "hour": {
        const number = readNumber(this.tokens, at);
        return number !== null && number.next === at + 1 && Number.isInteger(number.value) && number.value >= 1 && number.value <= 24
          ? { value: number.value, next: number.next }
          : null;
      }
      case "ampm": {
        const half = HALF_OF_DAY.exec(this.words[at]!);
        return half === null ? null : one(half[1]);
      }
      case "zone":
        return ZONES.has(this.words[at]!) ? one(this.words[at]) : null;
      case "count":
        return this.count(at);
      case "acount":
        return /^an?$/.test(this.words[at]!) && this.lexes[at + 1]?.unit !== undefined ? one(1) : this.count(at);
      case "span":
        return SPANS.has(this.words[at]!) ? one(true) : null;
      case "dayword":
        return /^(?:today|tonight|yesterday|tomorrow)$/.test(this.words[at]!) ? one(this.words[at]) : null;
      case "way":
        return WAY.test(this.words[at]!) ? one(this.words[at]) : null;
      case "step":
        return this.step(at);
      case "relyear":
        return this.relative(at, "year");
      case "relweek":
        return this.relative(at, "week");
      case "holiday": {
        const holiday = readHoliday(this.tokens, at);
        return holiday === null ? null : { value: holiday.holiday, next: holiday.next };
      }
      default:
        throw new RangeError(`no class <${kind}>`);
    }
  }

  /** “first”, “third”, “last”, “final” as a place in a row; -1 for the last. */
  private place(at: number): Matched | null {
    if (/^(?:last|final|closing)$/.test(this.words[at]!)) return { value: -1, next: at + 1 };
    if (this.words[at] === "opening") return { value: 1, next: at + 1 };
    const ordinal = readOrdinal(this.tokens, at);
    return ordinal !== null && ordinal.value <= 12 ? { value: ordinal.value, next: ordinal.next } : null;
  }

  private ordinalDay(at: number): Matched | null {
    const ordinal = readOrdinal(this.tokens, at);
    return ordinal !== null && ordinal.value >= 1 && ordinal.value <= 31 ? { value: ordinal.value, next: ordinal.next } : null;
  }

  /** A number, “several”, “a few”, “a couple of”, “another two”; null as value where no number is known. */
  private count(at: number): Matched | null {
    const word = this.words[at]!;
    if (word === "another") return this.count(at + 1);
    if (word === "a" || word === "the") {
      const next = this.words[at + 1];
      if (next === "few" || next === "number") return { value: null, next: next === "number" ? at + 3 : at + 2 };
      if (next === "couple") return { value: 2, next: this.words[at + 2] === "of" ? at + 3 : at + 2 };
    }
    if (word === "couple") return { value: 2, next: this.words[at + 1] === "of" ? at + 2 : at + 1 };
    if (VAGUE_COUNTS.has(word)) return { value: null, next: at + 1 };
    if (/^(?:dozens|hundreds|thousands|tens|scores)$/.test(word) && this.words[at + 1] === "of") return { value: null, next: at + 2 };
    const number = word === "a" && !/^(?:hundred|thousand|dozen)$/.test(this.words[at + 1] ?? "") ? null : readNumber(this.tokens, at);
    if (number === null) return null;
    if (/^(?:or|to|-|–)$/.test(this.words[number.next] ?? "")) {
      const high = readNumber(this.tokens, number.next + 1);
      if (high !== null && high.value > number.value && this.lexes[high.next]?.unit !== undefined)
        return { value: number.value, next: high.next };
    }
    return { value: number.value, next: number.next };
  }

  private step(at: number): Matched | null {
    let here = at;
    if (this.words[here] === "the") here++;
    const word = this.words[here] ?? "";
    const next = this.words[here + 1] ?? "";
    if ((word === "this" || word === "these") && (next === "past" || next === "last")) return { value: STEPS.last, next: here + 2 };
    if (word === "this" && (next === "coming" || next === "next")) return { value: STEPS.next, next: here + 2 };
    if ((word === "that" || word === "this") && next === "same") return { value: STEPS.same, next: here + 2 };
    const found = Object.hasOwn(STEPS, word) ? STEPS[word] : undefined;
    // “past Monday”, “coming year” need an article or “this”; “that” takes none.
    if (found === undefined || (here > at && (word === "this" || word === "that"))) return null;
    return { value: found, next: here + 1 };
  }

  private relative(at: number, unit: Unit): Matched | null {
    const step = this.step(at);
    if (step === null) {
      if (unit === "year" && this.words[at] === "the" && this.words[at + 1] === "year") return { value: "ref", next: at + 2 };
      return null;
    }
    if (this.lexes[step.next]?.unit !== unit || this.lexes[step.next]?.plural === true) return null;
    const word = this.words[step.next - 1]!;
    if (unit === "week") return { value: (step.value as Step).by, next: step.next + 1 };
    const relative = Object.hasOwn(RELATIVE_YEAR, word) ? RELATIVE_YEAR[word] : undefined;
    return relative === undefined ? null : { value: relative, next: step.next + 1 };
  }

  private inner(at: number): Matched | null {
    const known = this.innerAt.get(at);
    if (known !== undefined) return known;
    let found: Matched | null = null;
    if (this.mayBegin(at)) {
      for (const candidate of this.candidates(at, true)) {
        const value = this.resolveInner(candidate);
        if (value === null) continue;
        found = { value, next: candidate.to };
        break;
      }
    }
    this.innerAt.set(at, found);
    return found;
  }

  /** To be called when what dates are counted from has changed. */
  forget(): void {
    this.innerAt.clear();
  }
}

/** Words that no pattern begins with literally but that a class may read. */
const STARTS: ReadonlySet<string> = new Set(
  [
    "a an the another several few many some couple dozens hundreds thousands tens scores numerous countless this these that",
    "last past latest current next coming upcoming following previous preceding same",
    "today tonight yesterday tomorrow midday",
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety",
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth",
    [...SPANS].join(" "),
  ].flatMap((words) => words.split(" ")),
);
