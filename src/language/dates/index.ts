// Dates: tokens → TIMEX3 mentions, resolved against the publication day, the tense, and the date spoken of last.

import { dayRange, isCalendarDate } from "../../model/index.ts";
import type { DateMention, Sentence, Token } from "../annotation.ts";
import { calendarForm, daysOf, shift, yearOf } from "./calendar.ts";
import { type Candidate, Grammar } from "./grammar.ts";
import { relationBefore, shadeBefore } from "./modifiers.ts";
import type { Moment, Reading, Reference, Tense } from "./moment.ts";
import { tenseOf } from "./tense.ts";

export interface DateContext {
  /** Publication day in the text's own zone, `YYYY-MM-DD`; null (or no such date) when unknown: what depends on it then has `X` in its value. */
  readonly published: string | null;
  /** Whether `03/04/2025` is 3 April. */
  readonly dayFirst: boolean;
  /** Month, 1 to 12, in which the fiscal years begin that the text speaks of; when absent, “this fiscal year” is only a year. */
  readonly fiscalYearStart?: number;
  /** The state whose name or adjective a token ends or begins; absent when nobody knows. */
  readonly stateAt?: (token: number) => string | null;
}

type Mention = Omit<DateMention, "id">;

/**
 * All mentions of times in order, without overlaps. Values are TIMEX3; methods follow HeidelTime (Strötgen and Gertz 2010) and the TimeML guidelines,
 * except that `April 4 and 5` is one mention with its first and last day, and fiscal years keep `FY`. Linear in the number of tokens.
 */
export function findDates(tokens: readonly Token[], sentences: readonly Sentence[], context: DateContext): readonly Mention[] {
  const known = context.published !== null && isCalendarDate(context.published);
  return new Finder(tokens, sentences, known ? context : { ...context, published: null }).run();
}

class Finder {
  private readonly tokens: readonly Token[];
  private readonly sentences: readonly Sentence[];
  private readonly context: DateContext;
  private readonly grammar: Grammar;
  private readonly narrative: boolean;
  private readonly asides: ReadonlySet<number>;
  /** Small letters of a match → the state that stood beside it as an owner. */
  private readonly owners = new Map<string, string>();
  private reference: Reference | null = null;
  private sentence = 0;

  constructor(tokens: readonly Token[], sentences: readonly Sentence[], context: DateContext) {
    this.tokens = tokens;
    this.sentences = sentences;
    this.context = context;
    const ends = new Int32Array(tokens.length);
    for (const sentence of sentences) ends.fill(sentence.to, sentence.from, sentence.to);
    this.grammar = new Grammar(tokens, ends);
    this.grammar.resolveInner = (candidate) => candidate.rule.read(candidate.bound, this.moment(candidate));
    this.narrative = isNarrative(this.grammar, context.published);
    this.asides = this.narrative ? yearsAside(this.grammar) : new Set();
  }

  run(): readonly Mention[] {
    const mentions: Mention[] = [];
    for (const sentence of this.sentences) {
      this.sentence = sentence.index;
      let last = sentence.from;
      for (let at = sentence.from; at < sentence.to; ) {
        const found = this.grammar.mayBegin(at) ? this.best(at) : null;
        if (found === null) {
          at++;
          continue;
        }
        const mention = this.mention(found.reading, found.candidate, sentence, last);
        mentions.push(mention);
        if (!this.isAside(at, found.candidate.to)) this.remember(found.reading);
        at = found.candidate.to;
        last = at;
      }
    }
    return mentions;
  }

  private isAside(from: number, to: number): boolean {
    for (let at = from; this.asides.size > 0 && at < to; at++) if (this.asides.has(at)) return true;
    return false;
  }

  private best(at: number): { candidate: Candidate; reading: Reading } | null {
    for (const candidate of this.grammar.candidates(at, false)) {
      const reading = candidate.rule.read(candidate.bound, this.moment(candidate));
      if (reading !== null) return { candidate, reading };
    }
    return null;
  }

  private moment(candidate: Candidate): Moment {
    const { tokens, grammar } = this;
    const { words } = grammar;
    const sentence = this.sentences[this.sentence]!;
    const { from, to } = candidate;
    candidate.bound.set("name", words[to - 1]);
    let tense: Tense | undefined;
    return {
      now: this.context.published,
      reference: this.reference,
      narrative: this.narrative,
      dayFirst: this.context.dayFirst,
      fiscalYearStart: this.context.fiscalYearStart ?? null,
      sentence: this.sentence,
      from,
      to,
      before: (distance) => (from - distance >= sentence.from ? words[from - distance]! : ""),
      after: (distance) => (to + distance < sentence.to ? words[to + distance]! : ""),
      nounFollows: () => to < sentence.to && isNoun(tokens[to]!),
      owner: () => this.owner(from, to, sentence),
      tense: () => {
        if (tense === undefined) tense = words[from - 1] === "since" ? "past" : tenseOf(tokens, sentence.from, sentence.to, from, to);
        return tense;
      },
    };
  }

  private owner(from: number, to: number, sentence: Sentence): string | null {
    const { words } = this.grammar;
    const stateAt = (at: number): string | null => (at >= sentence.from && at < sentence.to ? (this.context.stateAt?.(at) ?? null) : null);
    const possessive = /^(?:['’]s|['’])$/.test(words[from - 1] ?? "") ? 1 : 0;
    const after = words[to] === "of" ? stateAt(words[to + 1] === "the" ? to + 2 : to + 1) : null;
    const beside = stateAt(from - 1 - possessive) ?? after;
    const match = words.slice(from, to).join(" ");
    if (beside !== null) this.owners.set(match, beside);
    return beside ?? this.owners.get(match) ?? null;
  }

  private mention(reading: Reading, candidate: Candidate, sentence: Sentence, floor: number): Mention {
    const { words, lexes } = this.grammar;
    const length = reading.type === "DURATION";
    const shaded =
      reading.type === "SET" || /_REF$/.test(reading.value)
        ? null
        : shadeBefore(words, candidate.from, floor, length || /^(?:ago|earlier|later)$/.test(words[candidate.to - 1]!) ? "length" : "date");
    const from = shaded?.from ?? candidate.from;
    const mod = reading.mod ?? shaded?.mod ?? lexes[candidate.from]!.mod ?? null;
    const to = candidate.to;
    const stated = relationBefore(words, from, sentence.from);
    // “from 4 to 6 May” says its own end.
    const relation = stated === "since" && typeof reading.last === "string" ? "on" : stated;
    return {
      kind: "date",
      start: this.tokens[from]!.start,
      end: this.tokens[to - 1]!.end,
      sentence: sentence.index,
      from,
      to,
      head: headOf(this.tokens, from, to),
      text: textOf(this.tokens, from, to),
      type: reading.type,
      value: reading.value,
      mod,
      relation,
      how: reading.how,
      ...this.bounds(reading, mod, relation, to),
    };
  }

  /** First and last day as far as the value, the shading and the relation tell. */
  private bounds(
    reading: Reading,
    mod: DateMention["mod"],
    relation: DateMention["relation"],
    to: number,
  ): Pick<DateMention, "first" | "last"> {
    if (reading.type === "DURATION" && relation === "within") return this.deadline(reading.value, to);
    const form = calendarForm(reading.value);
    let first = reading.first !== undefined ? reading.first : (form?.first ?? null);
    let last = reading.last !== undefined ? reading.last : (form?.last ?? null);
    if (mod === "END" && last !== null && last.length < 10 && (relation === "by" || relation === "before" || relation === "until"))
      last = dayRange(last)?.last ?? last;
    if (relation === "by" || relation === "before" || relation === "until") first = null;
    if (relation === "since" || relation === "after") last = null;
    return { first, last };
  }

  /** “within 100 days”: counted from publication, or from the day spoken of when the words go on “of that” or “of 5 May”. */
  private deadline(value: string, to: number): Pick<DateMention, "first" | "last"> {
    const open = { first: null, last: null };
    const length = /^P(\d+)([DWMY])$/.exec(value);
    if (length === null) return open;
    const { words } = this.grammar;
    let base = this.context.published;
    if (/^(?:of|after|from|following)$/.test(words[to] ?? "")) {
      const skip = /^(?:the|their|its|his|her|our)$/.test(words[to + 1] ?? "") ? 1 : 0;
      const inner = this.grammar.read("date", to + 1) ?? this.grammar.read("date", to + 1 + skip);
      const day = inner === null ? null : daysOf((inner.value as Reading).value);
      if (day === null) return open;
      base = day.last;
    }
    if (base === null) return open;
    const unit = ({ D: "day", W: "week", M: "month", Y: "year" } as const)[length[2] as "D"];
    return { first: base, last: shift(base, unit, Number(length[1])) };
  }

  private remember(reading: Reading): void {
    if (reading.type === "DURATION" || reading.type === "SET" || reading.passing === true) return;
    const days = daysOf(reading.value);
    // A decade or a century is no date to count from.
    if (days === null || reading.value.length < 4) return;
    this.grammar.forget();
    this.reference = {
      value: reading.value.slice(0, reading.type === "TIME" ? 10 : undefined),
      date: days.first,
      last: (reading.last ?? "").length === 10 ? reading.last! : days.last,
      sentence: this.sentence,
      explicit: reading.explicit === true,
    };
  }
}

function isNoun(token: Token): boolean {
  if (token.upos !== "") return token.upos === "NOUN" || token.upos === "ADJ" || token.upos === "PROPN";
  return (
    /^\p{Ll}{3,}$/u.test(token.text) &&
    !/^(?:and|but|the|for|with|when|after|before|was|were|who|which|that|has|had|have|will|would|from|into|about|said|says|says|while|where|because|until|since|under|over|its|their|his|her|are|also|did|does|not|than|then|they|she|amid|at|to|in|on|by|as|is|to)$/.test(
      token.text,
    )
  );
}

/**
 * A text is a narrative of the past when it names seven years or more, most of them two years or more before its publication, and has few words
 * that count from its own day. Measured: all 22 texts of WikiWars pass (least: 7 years named; share of old years 0.62 or more; at most one such word in four years named),
 * and of the 256 of timebank-aquaint none does.
 */
function isNarrative(grammar: Grammar, published: string | null): boolean {
  if (published === null) return false;
  let named = 0;
  let old = 0;
  let near = 0;
  const limit = yearOf(published) - 2;
  for (let at = 0; at < grammar.lexes.length; at++) {
    const { year, weekday } = grammar.lexes[at]!;
    const word = grammar.words[at]!;
    const bc = /^(?:bc|b\.c\.?|bce)$/.test(word);
    const deictic = word === "week" && /^(?:this|last|next)$/.test(grammar.words[at - 1] ?? "");
    if (weekday !== undefined || deictic || /^(?:today|yesterday|tomorrow|tonight)$/.test(word)) near++;
    if (bc || (year !== undefined && year <= 2100)) named++;
    if (bc || (year !== undefined && year <= limit)) old++;
  }
  return named >= 7 && old >= named * 0.6 && near * 4 <= named;
}

/** Years: what lies farther than `ASIDE` from the years named before and after, which are within `NEAR` of each other, is not where a narrative has gone on to. */
const ASIDE = 20;
const NEAR = 5;

/** Tokens with a year that a narrative only compares with: “as in 1812” in a history of 1920. */
function yearsAside(grammar: Grammar): ReadonlySet<number> {
  const named = grammar.lexes.flatMap(({ year }, at) => (year === undefined ? [] : [{ year, at }]));
  const aside = named.filter(({ year }, i) => {
    const [before, after] = [named[i - 1]?.year, named[i + 1]?.year];
    return before !== undefined && after !== undefined && Math.abs(before - after) <= NEAR && Math.abs(year - before) > ASIDE;
  });
  return new Set(aside.map((y) => y.at));
}

/** The token of `[from, to)` whose head lies outside it; the last one when the parse does not tell. */
function headOf(tokens: readonly Token[], from: number, to: number): number {
  for (let i = from; i < to; i++) {
    const { head } = tokens[i]!;
    if (head >= 0 && (head < from || head >= to)) return i;
  }
  return to - 1;
}

/** Words of the tokens with the white space between them as blanks. */
function textOf(tokens: readonly Token[], from: number, to: number): string {
  let text = tokens[from]!.text;
  for (let i = from + 1; i < to; i++) text += " ".repeat(tokens[i]!.start - tokens[i - 1]!.end) + tokens[i]!.text;
  return text;
}
