// Quantities: money, shares, points, measures and counts, with ranges, bounds, bases, and conversions that the text gives beside.
import type { DateMention, QuantityMention, Sentence, Token } from "../annotation.ts";
import { readAge } from "./ages.ts";
import { type Amount, readAmount, readShare, type Source } from "./amounts.ts";
import { countedBy, isLabel, standsAlone, unitOf } from "./counts.ts";
import { SIGNS } from "./currencies.ts";
import { MANY, readMany } from "./many.ts";
import { qualifierOf } from "./quantifiers.ts";
import { baseOf } from "./shares.ts";
import { MEASURES } from "./units.ts";
import { readVotes, VOTES } from "./votes.ts";

type Draft = { -readonly [Key in keyof QuantityMention]: QuantityMention[Key] };

/**
 * All quantities in order, without overlaps; `id` is the position in the result, and `sameAs` speaks of it.
 * `dates`: what they cover is not read, except stretches of hours, minutes and seconds, which are counts too.
 * A mention covers the number, its unit and, for counts, the words up to the counted noun. Linear in the number of tokens.
 */
export function findQuantities(
  tokens: readonly Token[],
  sentences: readonly Sentence[],
  dates: readonly Pick<DateMention, "from" | "to" | "type" | "value">[],
): readonly QuantityMention[] {
  const taken = new Uint8Array(tokens.length);
  for (const date of dates) if (!(date.type === "DURATION" && date.value.startsWith("PT"))) taken.fill(1, date.from, date.to);
  const source: Source = { tokens, words: tokens.map((token) => token.text.toLowerCase()) };
  const found: Draft[] = [];
  for (const sentence of sentences) {
    for (let at = sentence.from; at < sentence.to; ) {
      const next = taken[at] === 1 || !mayBegin(tokens[at]!.text) ? at : readAt(source, at, sentence, taken, found);
      at = Math.max(next, at + 1);
    }
  }
  linkConversions(source.words, found);
  completeBare(source, found, sentences);
  return found;
}

const STARTS = new Set(
  "a an one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety zero half third quarter".split(
    " ",
  ),
);

function mayBegin(text: string): boolean {
  const code = text.charCodeAt(0);
  return (
    (code >= 48 && code <= 57) ||
    code === 46 ||
    /^[½¼¾⅓⅔]/.test(text) ||
    SIGNS.has(text) ||
    STARTS.has(text.toLowerCase()) ||
    MANY.has(text.toLowerCase())
  );
}

/** Reads what begins at `at` into `found`; the position after it, or `at`. */
function readAt(source: Source, at: number, sentence: Sentence, taken: Uint8Array, found: Draft[]): number {
  const { words } = source;
  const special = readSpecial(source, at, sentence, found);
  if (special !== null) return special;
  const share = readShare(source, at, sentence.to);
  if (share !== null) return push(source, share, null, share.unit!, share.to, share.number, sentence, found);
  const amount = readAmount(source, at, sentence.to);
  if (amount === null || taken[amount.to - 1] === 1) return amount?.to ?? at;
  if (amount.unit === null && isLabel(source, amount, sentence.from, sentence.to)) return amount.to;
  const second = secondOf(source, amount, sentence, taken);
  if (second === null) return single(source, amount, sentence, taken, found);
  const shared = second.unit ?? null;
  const unit = amount.unit ?? shared;
  const counted = unit === null ? countedBy(source, second, sentence.to) : null;
  if (unit === null && counted === null) return amount.to;
  const name = unit ?? counted!.unit;
  const to = unit === null ? counted!.to : second.to;
  const head = unit === null ? counted!.head : second.number;
  const scaled = scaleFromSecond(source, amount, second);
  if (words[amount.from - 1] === "from") {
    push(source, { ...amount, value: scaled }, null, name, amount.to, amount.number, sentence, found);
    const next = push(source, second, null, name, to, head, sentence, found);
    found.at(-2)!.base ??= found.at(-1)!.base;
    return next;
  }
  return push(source, { ...amount, value: scaled }, second.value, name, to, head, sentence, found);
}

/** Ages, votes and round numbers into `found`; the position after them, null where there are none. */
function readSpecial(source: Source, at: number, sentence: Sentence, found: Draft[]): number | null {
  const age = readAge(source, at, sentence.from, sentence.to);
  if (age !== null) return push(source, age, null, age.unit!, age.to, age.number, sentence, found);
  const count = readVotes(source, at, sentence.from, sentence.to);
  if (count !== null) {
    const { votes, other } = count;
    const next = push(source, votes, null, VOTES, votes.to, votes.number, sentence, found);
    return other === null ? next : push(source, other, null, VOTES, other.to, other.number, sentence, found);
  }
  const many = MANY.has(source.words[at]!) ? readMany(source, at, sentence.to) : null;
  if (many === null) return null;
  const { amount, noun, qualifier } = many;
  const unit = noun === null ? amount.unit! : unitOf(source.tokens[noun]!);
  const to = push(source, amount, null, unit, noun === null ? amount.to : noun + 1, noun ?? amount.number, sentence, found);
  found.at(-1)!.qualifier ??= qualifier;
  return to;
}

/** The other end of a range: “40-50”, “2 to 3 percent”, “between $3bn and $4bn”, “two or three”. */
function secondOf(source: Source, amount: Amount, sentence: Sentence, taken: Uint8Array): Amount | null {
  const { words } = source;
  const joiner = words[amount.to] ?? "";
  const between = words[amount.from - 1] === "between";
  const spelledOr = joiner === "or" && amount.value < 20;
  if (amount.to + 1 >= sentence.to || !(/^(?:-|–|to)$/.test(joiner) || (joiner === "and" && between) || spelledOr)) return null;
  const start = amount.to + 1;
  const second = readAmount(source, start, sentence.to);
  if (second === null || taken[start] === 1 || taken[second.to - 1] === 1) return null;
  const value = scaleFromSecond(source, amount, second);
  const ordered = second.value > value || words[amount.from - 1] === "from";
  const sameUnit = amount.unit === null || second.unit === null || amount.unit === second.unit;
  if (!ordered || !sameUnit) return null;
  return amount.signed && second.unit === null ? { ...second, unit: amount.unit } : second;
}

/** “$3-4 billion”, “2 to 3 million”: the first number takes the scale of the second when it has none of its own. */
function scaleFromSecond({ tokens }: Source, amount: Amount, second: Amount): number {
  const bare = amount.number === (amount.signed ? amount.from + 1 : amount.from) && amount.value < 1000;
  const scale =
    second.number > (second.signed && SIGNS.has(tokens[second.from]!.text) ? second.from + 1 : second.from) ? scaleOf(second.value) : 1;
  return bare && scale > 1 && !amount.spelled ? Number((amount.value * scale).toPrecision(12)) : amount.value;
}

function scaleOf(value: number): number {
  return value >= 1e12 ? 1e12 : value >= 1e9 ? 1e9 : value >= 1e6 ? 1e6 : value >= 1e3 ? 1e3 : 1;
}

function single(source: Source, amount: Amount, sentence: Sentence, taken: Uint8Array, found: Draft[]): number {
  if (amount.unit !== null) return push(source, amount, null, amount.unit, amount.to, amount.number, sentence, found);
  const noun = countedBy(source, amount, sentence.to);
  // A noun that a date covers is not counted: “10,200 last year”; before the date's own unit (“60 and 90 days”) the number counts time.
  const counted = noun !== null && taken[noun.head] === 1 ? null : noun;
  if (noun !== null && counted === null) {
    if (amount.spelled || /^(?:and|or|to|-|–)$/.test(source.words[amount.to] ?? "")) return amount.to;
    return push(source, amount, null, "number", amount.to, amount.number, sentence, found);
  }
  if (counted !== null) {
    push(source, amount, null, counted.unit, counted.to, counted.head, sentence, found);
    return counted.to;
  }
  const bounded = qualifierOf(source.words, amount.from, amount.to, sentence.from, sentence.to) !== null;
  if ((bounded || standsAlone(source.tokens, amount)) && !(amount.spelled && amount.value < 2))
    return push(source, amount, null, "number", amount.to, amount.number, sentence, found);
  return amount.to;
}

function push(
  source: Source,
  amount: Amount,
  high: number | null,
  unit: string,
  to: number,
  head: number,
  sentence: Sentence,
  found: Draft[],
): number {
  const { tokens, words } = source;
  const { from } = amount;
  let text = tokens[from]!.text;
  for (let i = from + 1; i < to; i++) text += " ".repeat(tokens[i]!.start - tokens[i - 1]!.end) + tokens[i]!.text;
  found.push({
    id: found.length,
    kind: "quantity",
    start: tokens[from]!.start,
    end: tokens[to - 1]!.end,
    sentence: sentence.index,
    from,
    to,
    head,
    text,
    value: amount.value,
    high,
    unit,
    qualifier: qualifierOf(words, from, to, sentence.from, sentence.to),
    base: unit === "%" ? baseOf(tokens, words, to, sentence.to) : null,
    sameAs: null,
  });
  return to;
}

/** Sentences back in which a number without unit finds its like. */
const BACK = 2;

/**
 * Numbers whose unit the text leaves out because it has just said it: the same value again (“30 percent … we are at 30”), money in millions after money
 * (“asks 6.6 billion euros and is offered 5.4 billion”), counts of like size (“granted 900 visas and will issue 1,200”). Also the base of “up from 50 percent”.
 */
function completeBare({ words }: Source, found: readonly Draft[], sentences: readonly Sentence[]): void {
  found.forEach((mention, i) => {
    const from = mention.unit === "%" && mention.base === null && words[mention.from - 1] === "from";
    if (mention.unit !== "number" && !from) return;
    for (let j = i - 1; j >= 0 && mention.sentence - found[j]!.sentence <= BACK; j--) {
      const before = found[j]!;
      if (from) {
        if (before.sentence !== mention.sentence) break;
        if (before.unit === "%" && before.base !== null) mention.base = before.base;
        continue;
      }
      const together = sentences[before.sentence]!.paragraph === sentences[mention.sentence]!.paragraph;
      const ends = j === i - 1 && /^[.,;:”"]$/.test(words[mention.to] ?? ".");
      if (before.unit === "number" || !(before.value === mention.value || (together && isLike(before, mention, ends)))) continue;
      mention.unit = before.unit;
      if (before.unit === "%") mention.base = before.base;
      break;
    }
  });
}

/** Whether a number can be of the unit of the one before. A percentage only goes on right after, at the end of a clause: “to 40 percent. They still ask for 60.” */
function isLike(before: Draft, bare: Draft, endsClause: boolean): boolean {
  const ratio = before.value / Math.max(bare.value, 1e-9);
  if (ratio >= 10 || ratio <= 0.1 || bare.sentence - before.sentence > 1) return false;
  if (/^[A-Z]{3}$/.test(before.unit)) return bare.value >= 1e6 && before.value >= 1e6;
  if (before.unit === "%") return endsClause && bare.value <= 100 && bare.value >= 5;
  return bare.value >= 20 && !/points$/.test(before.unit);
}

const CONVERTS =
  /^(?:\(|,|or|about|around|roughly|approximately|nearly|almost|some|equivalent|equal|to|worth|=|≈|~|the|of|currently|i\.e\.|–|—)$/;
const TELLS = /^(?:\(|or|about|around|roughly|approximately|nearly|equivalent|equal|worth|=|≈|~)$/;

/** An amount right after another in a different currency or measure, with only words of equivalence between, is a conversion of it. */
function linkConversions(words: readonly string[], found: readonly Draft[]): void {
  for (let i = 1; i < found.length; i++) {
    const a = found[i - 1]!;
    const b = found[i]!;
    if (a.sentence !== b.sentence || a.unit === b.unit || b.from - a.to > 6 || b.from <= a.to) continue;
    const money = /^[A-Z]{3}$/.test(a.unit) && /^[A-Z]{3}$/.test(b.unit);
    const measures = MEASURES.has(a.unit) && MEASURES.has(b.unit);
    if (!money && !measures) continue;
    const between = words.slice(a.to, b.from);
    if (between.every((word) => CONVERTS.test(word)) && between.some((word) => TELLS.test(word))) b.sameAs = a.id;
  }
}
