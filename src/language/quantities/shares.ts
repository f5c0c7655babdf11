// What a share is a share of: “2 per cent of gross domestic product” → `GDP`, “half of the work” → `work`.
import type { Token } from "../annotation.ts";

/** Ways to write a base that has one usual short form. */
const SHORT: ReadonlyMap<string, string> = new Map([
  ["gross domestic product", "GDP"],
  ["gdp", "GDP"],
  ["economic output", "GDP"],
  ["national output", "GDP"],
  ["gross national income", "GNI"],
  ["gni", "GNI"],
  ["gross national product", "GNP"],
  ["gnp", "GNP"],
  ["national income", "national income"],
]);

const OPENERS = /^(?:the|its|their|his|her|our|my|your|all|that|this|these|those|a|an|total|annual|overall|nominal|national|own)$/;
const DROPPED = /^(?:the|its|their|his|her|our|my|your|all|that|this|these|those|a|an|total|annual|overall|nominal|own)$/;

/** Words for a measure of something, which an “of” after them names. */
const MEASURED = /^(?:value|cost|price|size|volume|output|budget|revenue|income|capacity)$/;

/** Position after “of” where the base of a share that ends at `at` begins, or null. */
function baseStart(words: readonly string[], at: number, end: number): number | null {
  if (words[at] === "of" && at + 1 < end) return at + 1;
  return null;
}

/** The base of a share whose words end before `at`; null when it is not stated. Possessors and articles are left out: “of Japan's GDP” → `GDP`. */
export function baseOf(tokens: readonly Token[], words: readonly string[], at: number, end: number): string | null {
  const direct = SHORT.get(words[at] ?? "");
  if (direct !== undefined) return direct;
  const start = baseStart(words, at, end);
  if (start === null) return null;
  let from = start;
  let to = start;
  while (to < end && to < start + 12) {
    const token = tokens[to]!;
    const word = words[to]!;
    if (/^['’]s?$/.test(word) && to > from) {
      to++;
      from = to;
      continue;
    }
    const opener = OPENERS.test(word) && to === from;
    if (!opener && !isNominal(token, to + 1 < end ? tokens[to + 1]! : null)) break;
    to++;
  }
  while (from < to && DROPPED.test(words[from]!)) from++;
  while (to > from && /^(?:-|&)$/.test(words[to - 1]!)) to--;
  if (from >= to) return null;
  const text = joined(tokens, from, to);
  // “the value of the contract” is the contract value.
  const inner = MEASURED.test(text) ? baseOf(tokens, words, to, end) : null;
  if (inner !== null && inner.split(" ").length <= 3) return `${inner} ${text}`;
  return SHORT.get(text.toLowerCase()) ?? SHORT.get(text.toLowerCase().replace(/^(?:national|annual) /, "")) ?? text;
}

function isNominal(token: Token, next: Token | null): boolean {
  if (token.text === "-" || token.text === "&") return next !== null;
  if (token.upos === "") return /^[\p{L}][\p{L}\p{N}]*$/u.test(token.text) && !FUNCTION.has(token.text.toLowerCase());
  if (token.upos === "ADJ" || token.upos === "NOUN" || token.upos === "PROPN") return true;
  // “contracted value”, “spending plans”: a participle before a noun.
  return token.upos === "VERB" && next !== null && (next.upos === "NOUN" || next.upos === "ADJ") && token.deprel.startsWith("amod");
}

const FUNCTION: ReadonlySet<string> = new Set(
  "and or but by in on at to from for with of as if when while since until after before than that which who whom whose is are was were be been being has have had do does did will would can could may might should must not no nor so yet also only about over under between among during through against within without per i you he she it we they this these those there here then now last next year month week today yesterday tomorrow said says".split(
    " ",
  ),
);

function joined(tokens: readonly Token[], from: number, to: number): string {
  let text = tokens[from]!.text;
  for (let i = from + 1; i < to; i++) text += (tokens[i]!.start > tokens[i - 1]!.end ? " " : "") + tokens[i]!.text;
  return text;
}
