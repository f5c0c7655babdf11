// The words of a claim made whole: extraction keeps the first words of a phrase; the passage they stand in tells where the phrase ends.
import { countWords, plain } from "./words.ts";

/** Extraction keeps twelve tokens (`Modi’s` and `2.5%` are two each), so a phrase of fewer words than this is whole. */
const KEPT_WORDS = 9;
/** Words of a clause in print. */
const MAX_WORDS = 25;
/** A clause cut at a comma keeps at least this many words. */
const MIN_WORDS = 6;

/** The end of the clause in `rest`, which begins after the kept words: a stop, a semicolon, a closing quotation mark, or the end of the passage. */
function clauseEnd(rest: string): number {
  const stop = /[;:!?”"]|\.(?=\s|$)|\s[–—-]\s/u.exec(rest);
  return stop ? stop.index : rest.length;
}

/**
 * The phrase that begins with `words` in `passage`, to its end or, when that is too long, to the last comma before; null when the words
 * were cut and no whole phrase of at most 25 words is to be had. Both as printed (`plain`).
 */
export function wholePhrase(words: string, passage: string): string | null {
  const phrase = plain(words);
  if (countWords(phrase) < KEPT_WORDS) return phrase;
  const text = plain(passage);
  const at = text.indexOf(phrase);
  if (at < 0) return null;
  const rest = text.slice(at + phrase.length);
  if (/^(?:$|[,;:.!?”")])/.test(rest)) return phrase;
  const full = text.slice(at, at + phrase.length + clauseEnd(rest)).trim();
  if (countWords(full) <= MAX_WORDS) return full;
  return atComma(full);
}

/** The longest beginning of at most 25 words that ends at a comma. */
function atComma(text: string): string | null {
  for (let at = text.lastIndexOf(", "); at > 0; at = text.lastIndexOf(", ", at - 1)) {
    const words = countWords(text.slice(0, at));
    if (words <= MAX_WORDS && words >= MIN_WORDS) return text.slice(0, at);
    if (words < MIN_WORDS) return null;
  }
  return null;
}
