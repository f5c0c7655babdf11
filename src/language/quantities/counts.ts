// What a number counts: the noun it belongs to, as a plural, and the numbers that count nothing.
import type { Token } from "../annotation.ts";
import type { Amount, Source } from "./amounts.ts";
import { LABELS, NOT_COUNTED, plural, SAME_UNIT, SHORT_UNITS } from "./units.ts";

/** Farthest that the counted noun may stand from its number: “26 new twin-engine carrier-based Rafale Marine fighters” has 9 tokens between. */
const REACH = 10;

const DETERMINERS = /^(?:the|its|their|his|her|our|those|these|them)$/;

export interface Counted {
  readonly unit: string;
  /** Position after the noun. */
  readonly to: number;
  readonly head: number;
}

/** What the number counts, before `end`; null when nothing. */
export function countedBy(source: Source, amount: Amount, end: number): Counted | null {
  const { tokens, words } = source;
  const at = amount.to;
  if (at >= end) return null;
  const hyphen = words[at] === "-" && tokens[at]!.start === tokens[at - 1]!.end;
  const short = SHORT_UNITS.get(words[hyphen ? at + 1 : at] ?? "");
  if (short !== undefined && !amount.spelled && (hyphen ? at + 1 : at) < end) return shortUnit(tokens, short, hyphen ? at + 1 : at);
  if (hyphen) return hyphenated(source, at + 1, end);
  // “ten of its plants”
  const part = words[at] === "of" && amount.value > 1 && DETERMINERS.test(words[at + 1] ?? "") ? partOf(tokens, words, at + 1, end) : null;
  const noun =
    part ?? (tokens[amount.number]!.xpos === "" ? nounByForm(tokens, words, at, end) : nounByTree(tokens, amount.number, at, end));
  if (noun === null || NOT_COUNTED.has(words[noun]!) || NOT_COUNTED.has(tokens[noun]!.lemma) || isModel(tokens, amount, noun)) return null;
  return { unit: unitOf(tokens[noun]!), to: noun + 1, head: noun };
}

/** The plural noun of the phrase at `at`, before `end`, with or without an article or possessor; null where it has none. */
export function partOf(tokens: readonly Token[], words: readonly string[], at: number, end: number): number | null {
  for (let i = DETERMINERS.test(words[at] ?? "") ? at + 1 : at; i < end && i < at + 6; i++) {
    const { xpos, text } = tokens[i]!;
    if (xpos === "NNS" || xpos === "NNPS" || (xpos === "" && /^(?:people|\p{L}{2,}[^s]s)$/u.test(text))) return i;
    if (!/^(?:JJ[RS]?|NNP?|HYPH|VB[NG]|)$/.test(xpos)) return null;
  }
  return null;
}

/** “its 777 airliner”, “the 787 Dreamliner”: a number before a noun in the singular is the name of a model, unless the noun has one form for one and many. */
function isModel(tokens: readonly Token[], amount: Amount, noun: number): boolean {
  const { xpos, lemma } = tokens[noun]!;
  if (amount.value === 1 || amount.spelled || (xpos !== "NN" && xpos !== "NNP") || /^(?:year|quarter|month|week|day)$/.test(lemma))
    return false;
  if (xpos === "NN") return plural(lemma.toLowerCase()) !== lemma.toLowerCase();
  const before = tokens[amount.from - 1];
  return before !== undefined && before.sentence === tokens[noun]!.sentence && /^(?:DET|PRON|PART|ADJ|PROPN)$/.test(before.upos);
}

/** “m”, “t”, “g” stand for units only written to their number. */
function shortUnit(tokens: readonly Token[], unit: string, at: number): Counted | null {
  return tokens[at]!.text.length > 1 || tokens[at]!.start === tokens[at - 1]!.end ? { unit, to: at + 1, head: at } : null;
}

/** “a 2,000-kilometre pipeline”: the unit is written in the singular after a hyphen. Other compounds (“a 12-member team”) count nothing that is there. */
function hyphenated({ words }: Source, at: number, end: number): Counted | null {
  if (at >= end) return null;
  const unit = SAME_UNIT.get(plural(words[at]!)) ?? plural(words[at]!);
  return /^(?:kilometres|miles|metres|feet|tonnes|tons|pounds|barrels|megawatts|gigawatts|acres|hectares|kilograms|kilotons|kilotonnes|degrees|points)$/.test(
    unit,
  )
    ? { unit, to: at + 1, head: at }
    : null;
}

function nounByTree(tokens: readonly Token[], number: number, at: number, end: number): number | null {
  const { deprel } = tokens[number]!;
  let { head } = tokens[number]!;
  // A number is often hung on the first part of a compound: “20,000 student visas”.
  for (let step = 0; step < REACH && head >= at && tokens[head]!.deprel === "compound" && tokens[head]!.head > head; step++)
    head = tokens[head]!.head;
  if (
    head >= at &&
    head < end &&
    head - number <= REACH &&
    (deprel === "nummod" || deprel === "compound" || deprel === "amod" || deprel === "det")
  ) {
    const { upos } = tokens[head]!;
    if (upos === "SYM") return null;
    if (upos === "NOUN" || upos === "PROPN") return head;
  }
  // The parse lost it: the last noun of an unbroken row of modifiers and nouns.
  let found: number | null = null;
  for (let i = at; i < end && i < at + REACH; i++) {
    const { upos, text, deprel: relation } = tokens[i]!;
    if (upos === "NOUN" || upos === "PROPN") found = i;
    else if (!(upos === "ADJ" || text === "-" || (upos === "VERB" && relation === "amod"))) break;
    if (upos === "NOUN" && tokens[i]!.xpos === "NNS") break;
  }
  return found !== null && (tokens[found]!.xpos === "NNS" || tokens[found]!.xpos === "NNPS" || tokens[number]!.text.toLowerCase() === "one")
    ? found
    : null;
}

/** Without tags: the first word in plural form among the next five, with plain words between. */
function nounByForm(tokens: readonly Token[], words: readonly string[], at: number, end: number): number | null {
  for (let i = at; i < end && i < at + 6; i++) {
    const word = words[i]!;
    if (/^(?:people|men|women|children|aircraft|personnel|troops)$/.test(word)) return i;
    if (/^\p{L}{3,}s$/u.test(word) && !/(?:ss|us|is|'s|has|was|does|this)$/.test(word)) return i;
    if (
      !/^(?:\p{L}[\p{L}\p{N}]*|-)$/u.test(tokens[i]!.text) ||
      /^(?:and|or|of|in|on|at|to|from|for|with|by|as|the|a|an|that|which|who|is|are|was|were|will|has|have|had|but|than|after|before|per|said|when|while|since|its|their|it|he|she|they)$/.test(
        word,
      )
    )
      return null;
  }
  return null;
}

/** The noun as a plural unit. */
export function unitOf(token: Token): string {
  const { text, xpos } = token;
  const lower = text.toLowerCase();
  const lemma = token.lemma === "" ? lower : token.lemma.toLowerCase();
  if (/^\p{Lu}{2,}s?$/u.test(text)) return text.endsWith("s") ? text : `${text}s`;
  if (token.upos === "PROPN") return SAME_UNIT.get(lower) ?? text;
  // Without tags, or where the lemma is still the plural, the word stands as it is.
  const already =
    xpos === "" ? /s$|^(?:people|men|women|children|aircraft|personnel|troops)$/.test(lower) : xpos === "NNS" && lemma === lower;
  const unit = already ? lower : plural(lemma);
  return SAME_UNIT.get(unit) ?? unit;
}

/** Whether a number is part of a name, a label, an age, a score or a list, and counts nothing. */
export function isLabel({ tokens, words }: Source, amount: Amount, start: number, end: number): boolean {
  const { from, to } = amount;
  const before = from > start ? tokens[from - 1]! : null;
  if (before === null) return to < end && /^[.)]$/.test(words[to]!) && !amount.spelled;
  const word = words[from - 1]!;
  if (word === "#" || word === "№" || word === "aged" || word === "age" || (LABELS.has(word.replace(/\.$/, "")) && before.upos !== "VERB"))
    return true;
  // “F-35”, “COVID-19”: written to a word with a hyphen.
  if (
    /^[-–]$/.test(word) &&
    before.end === tokens[from]!.start &&
    from - 2 >= start &&
    tokens[from - 2]!.end === before.start &&
    /\p{L}/u.test(tokens[from - 2]!.text)
  )
    return true;
  // “Smith, 40, said”
  if (word === "," && words[to] === "," && amount.unit === null) return true;
  if (word === "(" && words[to] === ")") return true;
  // “Boeing 737”, “Group of 20”: a capital name before it, and no noun after it that it belongs to.
  const { head, deprel } = tokens[amount.number]!;
  if (
    /^\p{Lu}/u.test(before.text) &&
    before.end < tokens[from]!.start &&
    from - 1 > start &&
    (before.upos === "PROPN" || before.upos === "") &&
    !(head >= to && deprel === "nummod")
  )
    return true;
  return word === "of" && from - 2 >= start && /^(?:Group|Committee|Council|Gang|Big|Article|Club)$/.test(tokens[from - 2]!.text);
}

/** Whether a number without a noun stands where a clause has a subject or object: “killed at least 40”. */
export function standsAlone(tokens: readonly Token[], amount: Amount): boolean {
  const token = tokens[amount.number]!;
  const next = tokens[amount.to];
  const rate =
    next !== undefined &&
    /^(?:a|per|each|every)$/.test(next.text) &&
    /^(?:year|month|week|day|hour|second|minute)$/.test(tokens[amount.to + 1]?.text ?? "");
  // “closed at 8,579.19”
  const level = /\.\d/.test(token.text) && /^(?:at|to|of|from|by)$/.test(tokens[amount.from - 1]?.text ?? "");
  if (rate || level) return true;
  // “Boeing's 747”, “the 777”
  if (/^(?:['’]s?|the|its|their)$/.test(tokens[amount.from - 1]?.text ?? "")) return false;
  return token.upos === "NUM" && /^(?:obj|nsubj|nsubj:pass|obl|conj)$/.test(token.deprel) && amount.value >= 2;
}
