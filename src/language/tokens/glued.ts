// Words written together, as text copied from a PDF or a page without its blanks has them: “PrimeMinisterAnwarIbrahim”, “urgedIndonesia”.

/** More letters than any English word has that news would print. */
const LONGEST = 28;
/** Three capitals after small letters; names such as “McDonald” and “YouTube” have one. */
const CAPITALS = /(?:\p{Ll}\p{Lu}.*){3}/u;
/** A small word and a name: “onMonday”. “iPhone” and “eBay” have one small letter before the capital. */
const SMALL_FIRST = /^\p{Ll}{2,}\p{Lu}\p{Ll}{2,}/u;
/** Addresses, tags and names of files are written in one word by rule. */
const ADDRESS = /[@#/\\:_.]/;
/** Fewer than these in a text are names and slips. */
const FEWEST = 3;

/** Whether a word looks like several. */
export function isGlued(word: string): boolean {
  if (word.length < 6 || ADDRESS.test(word)) return false;
  return (/^\p{L}+$/u.test(word) && word.length > LONGEST) || CAPITALS.test(word) || SMALL_FIRST.test(word);
}

/** The words of a text that look like several written together, in order; none where there are only a few. */
export function gluedIn(sentences: readonly { readonly tokens: readonly { readonly text: string }[] }[]): readonly string[] {
  const found = sentences.flatMap((s) => s.tokens.filter((t) => isGlued(t.text)).map((t) => t.text));
  return found.length < FEWEST ? [] : found;
}
