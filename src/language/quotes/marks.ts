// Quotation marks: which open, which close, and the stretches between them, by tokens.
import type { Sentence, Token } from "../annotation.ts";

/** A stretch between quotation marks. Token positions; `from` and `to` are the words without the marks. */
export interface Quoted {
  readonly from: number;
  readonly to: number;
  /** Position of the opening mark. */
  readonly open: number;
  /** Position after the closing mark; `to` where none stands. */
  readonly end: number;
  readonly paragraph: number;
  /** Goes on in the next paragraph, which opens with a mark again: `“… ¶ “…”`. */
  readonly continues: boolean;
}

type Family = "double" | "single" | "guillemet";

const OPENING: ReadonlyMap<string, Family> = new Map([
  ["“", "double"],
  ["„", "double"],
  ["‟", "double"],
  ["``", "double"],
  ["«", "guillemet"],
  ["‘", "single"],
  ["‘‘", "double"],
]);
const CLOSING: ReadonlyMap<string, Family> = new Map([
  ["”", "double"],
  ["''", "double"],
  ["»", "guillemet"],
  ["’", "single"],
  ["’’", "double"],
]);
/** Longest stretch between single marks, in tokens: an apostrophe that opens nothing must not swallow a paragraph. */
const SINGLE = 60;

/** Outermost quoted stretches in order. One that never closes ends with its paragraph. */
export function findQuoted(tokens: readonly Token[], sentences: readonly Sentence[]): readonly Quoted[] {
  const found: Quoted[] = [];
  for (let first = 0; first < sentences.length; ) {
    const { paragraph } = sentences[first]!;
    let last = first;
    while (last + 1 < sentences.length && sentences[last + 1]!.paragraph === paragraph) last++;
    inParagraph(tokens, sentences[first]!.from, sentences[last]!.to, paragraph, found);
    first = last + 1;
  }
  return found.map((quoted, i) => {
    const next = found[i + 1];
    const again =
      next !== undefined &&
      quoted.end === quoted.to &&
      next.paragraph === quoted.paragraph + 1 &&
      isParagraphStart(tokens, sentences, next);
    return again ? { ...quoted, continues: true } : quoted;
  });
}

function isParagraphStart(tokens: readonly Token[], sentences: readonly Sentence[], quoted: Quoted): boolean {
  const sentence = sentences[tokens[quoted.open]!.sentence]!;
  return sentence.from === quoted.open && (sentence.index === 0 || sentences[sentence.index - 1]!.paragraph !== sentence.paragraph);
}

function inParagraph(tokens: readonly Token[], start: number, end: number, paragraph: number, found: Quoted[]): void {
  for (let at = start; at < end; at++) {
    const family = opens(tokens, at, start, end);
    if (family === null) continue;
    const close = closeOf(tokens, at, family, end);
    if (close === null && family === "single") continue;
    const to = close ?? end;
    if (to > at + 1) found.push({ open: at, from: at + 1, to, end: close === null ? to : close + 1, paragraph, continues: false });
    at = close ?? end;
  }
}

const spaceBefore = (tokens: readonly Token[], at: number, start: number): boolean =>
  at === start || tokens[at - 1]!.end < tokens[at]!.start;
const spaceAfter = (tokens: readonly Token[], at: number, end: number): boolean => at + 1 >= end || tokens[at + 1]!.start > tokens[at]!.end;

/** Family of the mark at `at` when it opens. A straight mark opens after a blank, a bracket or a dash, before a word. */
function opens(tokens: readonly Token[], at: number, start: number, end: number): Family | null {
  const { text } = tokens[at]!;
  const family = OPENING.get(text);
  if (family !== undefined) return family === "single" && spaceAfter(tokens, at, end) ? null : family;
  if (text !== '"' && text !== "'" && text !== "''") return null;
  const free = spaceBefore(tokens, at, start) || /^[([—–:-]$|^--$/.test(tokens[at - 1]!.text);
  if (text === "'") return free && !spaceAfter(tokens, at, end) ? "single" : null;
  return text === '"' ? (!spaceAfter(tokens, at, end) || free ? "double" : null) : free && !spaceAfter(tokens, at, end) ? "double" : null;
}

function closeOf(tokens: readonly Token[], open: number, family: Family, end: number): number | null {
  const straight = tokens[open]!.text === '"' || tokens[open]!.text === "''";
  const limit = family === "single" ? Math.min(end, open + SINGLE) : end;
  let depth = 0;
  for (let at = open + 1; at < limit; at++) {
    const { text } = tokens[at]!;
    // a straight mark before a word opens a quotation of its own, whatever hand set the first
    if (text === '"' && !straight && spaceBefore(tokens, at, open) && !spaceAfter(tokens, at, end)) continue;
    const closing = CLOSING.get(text) ?? (text === '"' ? "double" : text === "'" ? "single" : undefined);
    if (family === "double" && !straight && OPENING.get(text) === "double" && text !== "``") {
      // Opened again without a close: the writer forgot one, or it is nested.
      depth++;
      continue;
    }
    if (closing !== family) continue;
    if (family === "single" && !spaceAfter(tokens, at, end) && !/^[,.;:!?)”"]$/.test(tokens[at + 1]?.text ?? ".")) continue;
    // A plural possessive is no closing mark: “the states’ rights”.
    if (
      family === "single" &&
      /s$/.test(tokens[at - 1]!.text) &&
      at + 1 < limit &&
      /^\p{Ll}/u.test(tokens[at + 1]!.text) &&
      hasLaterClose(tokens, at + 1, limit)
    )
      continue;
    if (depth > 0) {
      depth--;
      continue;
    }
    return at;
  }
  return null;
}

function hasLaterClose(tokens: readonly Token[], from: number, limit: number): boolean {
  for (let at = from; at < limit; at++) if (/^['’]$/.test(tokens[at]!.text)) return true;
  return false;
}
