// Paragraphs that stand in another text too: what an independent report took over from an agency is the agency's.
import type { Span } from "../../model/index.ts";
import { fingerprint, shared } from "./shingles.ts";

/** A paragraph is taken over from this share of its word sequences on; with every tenth word rewritten, 59 % of them are left. */
const TAKEN_OVER = 0.5;
/** Fewer shared sequences than this are a set phrase: the full name of a treaty, a title with its name. */
const LEAST_SHARED = 10;

/** Half-open ranges of the paragraphs of a text. */
function* paragraphs(text: string): Generator<Span> {
  let start = 0;
  for (const gap of text.matchAll(/\n\s*\n/g)) {
    yield { start, end: gap.index };
    start = gap.index + gap[0].length;
  }
  yield { start, end: text.length };
}

/** The paragraphs of `text` that another text holds too, by its fingerprint; neighbours as one range. Words in quotation marks do not count. */
export function takenOver(text: string, other: Uint32Array): readonly Span[] {
  const found: { start: number; end: number }[] = [];
  let before = -1;
  for (const { start, end } of paragraphs(text)) {
    const print = fingerprint(text.slice(start, end));
    const common = shared(print, other);
    if (common >= LEAST_SHARED && common >= TAKEN_OVER * print.length) {
      const last = found.at(-1);
      if (last && last.end === before) last.end = end;
      else found.push({ start, end });
    }
    before = end;
  }
  return found;
}
