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

interface Paragraph extends Span {
  /** Its word sequences, and how many of them the other text holds. */
  readonly size: number;
  readonly common: number;
  readonly taken: boolean;
}

function compare(text: string, other: Uint32Array): readonly Paragraph[] {
  return [...paragraphs(text)].map(({ start, end }) => {
    const print = fingerprint(text.slice(start, end));
    const common = shared(print, other);
    return { start, end, size: print.length, common, taken: common >= LEAST_SHARED && common >= TAKEN_OVER * print.length };
  });
}

/** The paragraphs of `text` that another text holds too, by its fingerprint; neighbours as one range. Words in quotation marks do not count. */
export function takenOver(text: string, other: Uint32Array): readonly Span[] {
  const found: { start: number; end: number }[] = [];
  let before = -1;
  for (const { start, end, taken } of compare(text, other)) {
    const last = found.at(-1);
    if (taken && last && last.end === before) last.end = end;
    else if (taken) found.push({ start, end });
    before = end;
  }
  return found;
}

/** Share of what two texts have in common that stands in whole paragraphs, where one took some over; in a text rewritten by a fifth it is spread over all. */
const CONCENTRATED = 0.8;
/** A report is independent if more than this share of it stands in other paragraphs. */
const MOSTLY_OWN = 0.5;

/** A text with its fingerprint. */
export interface Printed {
  readonly text: string;
  readonly print: Uint32Array;
}

/** Whether two texts that share words have whole paragraphs in common and are otherwise, and mostly, two reports. Symmetric. */
export function shareParagraphsOnly(a: Printed, b: Printed): boolean {
  const sum = (list: readonly Paragraph[], count: (paragraph: Paragraph) => number) => list.reduce((all, one) => all + count(one), 0);
  return [compare(a.text, b.print), compare(b.text, a.print)].every((list) => {
    const taken = list.filter((paragraph) => paragraph.taken);
    const concentrated = sum(taken, ({ common }) => common) >= CONCENTRATED * sum(list, ({ common }) => common);
    return concentrated && sum(taken, ({ size }) => size) < (1 - MOSTLY_OWN) * sum(list, ({ size }) => size);
  });
}
