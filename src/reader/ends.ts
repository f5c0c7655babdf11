// The end of a text: marks such as `###` and `(END)`, and what stands after them.
import type { Removal } from "../model/index.ts";
import { wordCount } from "./whitespace.ts";

/** A mark that only stands at the end of a release. */
const END = /^(?:#{2,}|#(?: #)+|\(?-?\s?(?:end|ends|30)\s?-?\)?)$/i;
/** A mark that may also part the sections of a text. */
const RULE = /^(?:[*·•~=_-]\s?){3,}$/;

const isProse = (paragraph: string): boolean => wordCount(paragraph) >= 20 && /[.!?]["”’')]*(?:\s|$)/.test(paragraph);

/**
 * Leaves out end marks, what follows the last one when it is short against the text (initials, addresses, listings),
 * and editorial notes in square brackets at either end.
 */
export function withoutEnds(paragraphs: readonly string[]): {
  readonly paragraphs: readonly string[];
  readonly removals: readonly Removal[];
} {
  const counts = paragraphs.map(wordCount);
  const all = counts.reduce((sum, n) => sum + n, 0);
  let end = paragraphs.length;
  let after = 0;
  for (let i = paragraphs.length - 1; i > 0; i--) {
    const text = paragraphs[i]!;
    const strong = END.test(text);
    if (strong || RULE.test(text)) {
      const tail = paragraphs.slice(i + 1, end);
      if (after <= (strong ? 0.3 : 0.2) * all && (strong || !tail.some(isProse))) end = i;
    }
    after += counts[i]!;
    if (after > 0.3 * all) break;
  }
  const kept: string[] = [];
  const removals: Removal[] = [];
  for (const [i, text] of paragraphs.entries()) {
    if (i > end) removals.push({ step: "ends", reason: "after the end mark", text });
    else if (END.test(text) || RULE.test(text)) removals.push({ step: "ends", reason: "end mark", text });
    else if (/^\[[^\]]*\]$/.test(text) && (i === 0 || i >= end - 1) && paragraphs.length > 1) {
      removals.push({ step: "ends", reason: "note in square brackets", text });
    } else kept.push(text);
  }
  return { paragraphs: kept, removals };
}
