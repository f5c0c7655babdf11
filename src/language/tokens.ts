// The tokeniser: white-space-free stretches of text → tokens in UD English tokenisation, each an exact slice.
import type { Span } from "../model/index.ts";
import { BLANK, classAt, isInnerFormat, LETTER, SYMBOL, widthAt } from "./tokens/chars.ts";
import { currencyEnd, numberEnd, symbolEnd, webEnd } from "./tokens/shapes.ts";
import { APHERESES } from "./tokens/tables.ts";
import { abbreviationEnd, pushWord, wordEnd } from "./tokens/words.ts";

export interface RawToken extends Span {
  readonly text: string;
}

export interface RawSentence extends Span {
  readonly tokens: readonly RawToken[];
  readonly paragraph: number;
  readonly kind: "prose" | "heading" | "list-item";
}

/** Longest token in UTF-16 units: bounds what later stages do with one token; longer stretches are cut. Addresses on the net may be longer. */
const LONGEST = 120;

/**
 * Tokens of `text` from `start` to `end`, in order. Together they cover every character that is not white space,
 * a control character or a format character outside a word. Linear in the length.
 */
export function tokenize(text: string, start = 0, end = text.length): readonly RawToken[] {
  const tokens: RawToken[] = [];
  let at = start;
  while (at < end) {
    if (classAt(text, at) === BLANK) {
      at += widthAt(text, at);
      continue;
    }
    let stop = at + widthAt(text, at);
    while (stop < end && !endsChunk(text, stop)) stop += widthAt(text, stop);
    scanChunk(text, at, Math.min(stop, end), start, tokens);
    at = stop;
  }
  return tokens;
}

function endsChunk(text: string, index: number): boolean {
  if (classAt(text, index) !== BLANK) return false;
  return !(isInnerFormat(text.charCodeAt(index)) && index + 1 < text.length && classAt(text, index + 1) !== BLANK);
}

function scanChunk(text: string, from: number, to: number, textStart: number, out: RawToken[]): void {
  const push = (start: number, end: number): void => {
    let at = start;
    while (end - at > LONGEST) {
      const cut = at + LONGEST - (/[\udc00-\udfff]/.test(text[at + LONGEST]!) ? 1 : 0);
      out.push({ start: at, end: cut, text: text.slice(at, cut) });
      at = cut;
    }
    out.push({ start: at, end, text: text.slice(at, end) });
  };
  const web = /[@/]|www\.|\.[a-z]{2,}/i.test(text.slice(from, Math.min(to, from + 2048)));
  let at = from;
  while (at < to) {
    const kind = classAt(text, at);
    if (kind === BLANK) {
      at += widthAt(text, at);
      continue;
    }
    let end = web && (at === from || classAt(text, at - 1) === SYMBOL) ? webEnd(text, at, to) : at;
    if (end > at) {
      out.push({ start: at, end, text: text.slice(at, end) });
    } else if (kind === LETTER) {
      end = currencyEnd(text, at, to);
      if (end === at) end = abbreviationEnd(text, at, to, textStart, out);
      if (end > at) push(at, end);
      else {
        end = wordEnd(text, at, to);
        pushWord(text, at, end, push);
      }
    } else {
      end = numberEnd(text, at, from, to);
      if (end === at) end = apostropheEnd(text, at, from, to);
      if (end === at) end = symbolEnd(text, at, from, to);
      push(at, end);
    }
    at = end;
  }
}

/** End of a clitic after something that is no word (`”’s`), of a short form (`’em`) or of a decade (`’90s`); `at` when there is none. */
function apostropheEnd(text: string, at: number, from: number, to: number): number {
  const mark = text[at];
  if (mark !== "'" && mark !== "’" && mark !== "`") return at;
  const found = /\p{L}{1,4}(?![\p{L}\p{N}])/uy;
  found.lastIndex = at + 1;
  const word = found.exec(text.slice(0, Math.min(to, at + 8)))?.[0].toLowerCase();
  if (word !== undefined && mark !== "`" && (at > from ? word === "s" : APHERESES.has(word))) return at + 1 + word.length;
  const decade = /\d{2}s(?![\p{L}\p{N}])/uy;
  decade.lastIndex = at + 1;
  return at === from && mark !== "`" && decade.test(text) ? at + 4 : at;
}
