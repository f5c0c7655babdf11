// The words of a claim made whole: extraction keeps the head of a phrase; the passage it stands in tells where the phrase ends.
import { countWords, houseStyle, plain } from "./words.ts";

/** Extraction keeps twelve tokens (`Modi’s` and `2.5%` are two each), so a phrase of fewer words than this was not cut. */
const KEPT_WORDS = 9;
/** Words of a clause in print. */
const MAX_WORDS = 25;
/** A clause cut at a comma keeps at least this many words. */
const MIN_WORDS = 6;

/** Words of a tail that is taken as it is. */
const TAIL_WORDS = 7;

const BOUNDARY = /^(?:$|,(?!\d)|\.(?!\d)|[;:!?”")])/;
/** What ends a clause: a stop, a semicolon, a closing mark, a dash; for a phrase also a comma or a word that joins another clause. */
const CLAUSE_END = /[;:!?”"]|(?<!\b(?:\p{Lu}|Mr|Mrs|Ms|Dr|Gen|Sen|St))\.(?=\s|$)|\s[–—-]\s/u;
const PHRASE_END =
  /,(?!\d)|[;:!?”"]|(?<!\b(?:\p{Lu}|Mr|Mrs|Ms|Dr|Gen|Sen|St))\.(?=\s|$)|\s[–—-]\s|\s(?:and|or|but|while|because|after|although|unless|if|as|when|where|which|who|said|says|told)\s/u;
/** A short phrase goes on when one of these follows it: it says of what, for what, by when. */
const CONTINUES =
  /^\s(?:in|for|on|of|to|from|with|by|at|under|until|over|between|against|beyond|before|this|next|without|unless|within|towards?|through|during|into|across)\s/;
/** What follows such a comma says more of the same thing. */
const ELABORATES = /^,\s(?:particularly|notably|especially|including|in particular|such as)\s/;
/** The beginning of a further clause that a comma cut off: `… after Trump, on his first day …`. */
const DANGLING =
  /,?\s(?:(?:after|before|as|when|while|because|if|until|since|although|though|which|who|that|where)\s(?:the\s)?\p{L}[\p{L}.’'-]*(?:\s\p{Lu}[\p{L}.’'-]*)?|and\s(?:I|we|he|she|they|it))$/u;

/**
 * The phrase that begins with `words` in `passage`, to its end or, when that is too long, to the last comma before; null when the words
 * were cut and no whole phrase of at most 25 words is to be had. White space is made single spaces.
 */
export function wholePhrase(words: string, passage: string): string | null {
  return phraseIn(words, passage)?.replace(/,?\s(?:such(?:\sas)?|including)$/, "") ?? null;
}

function phraseIn(words: string, passage: string): string | null {
  const phrase = plain(words);
  const text = plain(passage);
  const at = text.indexOf(phrase);
  const cut = countWords(phrase) >= KEPT_WORDS;
  if (at < 0) return cut ? atComma(phrase, 3) : phrase;
  const rest = text.slice(at + phrase.length);
  if (ELABORATES.test(rest)) {
    const more = /[;:!?”"]|(?<!\b(?:\p{Lu}|Mr|Mrs|Ms|Dr|Gen|Sen|St))\.(?=\s|$)|$/u.exec(rest)!.index;
    if (countWords(phrase + rest.slice(0, more)) <= MAX_WORDS) return phrase + rest.slice(0, more);
  }
  // The passage is the claim's own clause: a short tail of it belongs to the phrase.
  if (rest !== "" && !/[,;:.!?"“”]/.test(rest) && countWords(rest) <= TAIL_WORDS) return phrase + rest;
  if (BOUNDARY.test(rest)) return rest.startsWith(",") ? phrase.replace(DANGLING, "") : phrase;
  if (!cut && !CONTINUES.test(rest)) return phrase;
  const end = (cut ? CLAUSE_END : PHRASE_END).exec(rest);
  const full = (phrase + rest.slice(0, end ? end.index : rest.length)).trim();
  if (countWords(full) <= MAX_WORDS) return full;
  return cut ? atComma(full) : phrase;
}

/** Stance words that govern a preposition, so that what follows it is what is wanted or meant. */
const GOVERNS =
  /\b(?:call|ask|press|push|insist|agree|focus|commit|pledg|dedicat|oppos|object|support|adher|attach|respect|return|open|appeal|welcom|thank|prais|plea|plan|hope|need|demand|desire|wish|request|bid|case|offer|look|import|value|role|right|concern|worr|fear|wary|express|warn)\p{L}*\s(?:about|for|of|on|to|with|over|against|in)\s+$/iu;

/**
 * Whether a thing lost the word that governs it: it hangs on a preposition of something else (`cooperation on X`), on an infinitive (`to sustain X`)
 * or stands further on in a list. “Wants X” would then say what the text does not.
 */
export function hangsOnOther(words: string, passage: string): boolean {
  const text = plain(passage);
  const at = text.indexOf(plain(words));
  if (at <= 0) return false;
  // A name cut in two: `60R` of `MH-60R`.
  if (/[^\s“"‘(]$/.test(text.slice(0, at))) return true;
  const before = text.slice(0, at).replace(/\b(?:the|an?|its|their|our|his|her|any|all|more|further)\s+$/i, "");
  if (/[,;]\s*(?:and\s+)?$/.test(before) || /\b(?:including|such as|as)\s+$/.test(before)) return true;
  if (/\bto\s\p{Ll}{3,}(?:\s(?:and|or)\s\p{Ll}{3,})?\s+$/u.test(before)) return true;
  return /\b(?:on|of|in|with|between|at|from|by|across|through|to|within|under)\s+$/.test(before) && !GOVERNS.test(before);
}

/** The words without the beginning of a further clause at their end. */
export const withoutDangling = (words: string): string => words.replace(DANGLING, "");

/** The longest beginning of at most 25 words that ends at a comma. */
function atComma(text: string, least = MIN_WORDS): string | null {
  for (let at = text.lastIndexOf(", "); at > 0; at = text.lastIndexOf(", ", at - 1)) {
    const words = countWords(text.slice(0, at));
    if (words <= MAX_WORDS && words >= least) return text.slice(0, at).replace(DANGLING, "");
    if (words < least) return null;
  }
  return null;
}

/** Verbs whose object may stand between them and the infinitive that says what it is to do. */
const COMMANDING =
  /\b(?:want(?:s|ed|ing)?|ask(?:s|ed|ing)?|press(?:es|ed|ing)?|urg(?:e|es|ed|ing)|call(?:s|ed|ing)? (?:up)?on|push(?:es|ed|ing)?|expect(?:s|ed|ing)?|would like|tell(?:s|ing)?|told|invit(?:e|es|ed|ing)|wish(?:es|ed)?|requir(?:e|es|ed))\s+(\P{P}{2,50}?)\s*$/u;
/** Words that govern an infinitive of the subject itself: verbs, and the nouns and adjectives of wanting. */
const OWN_INFINITIVE =
  /\b(?:want|hope|wish|seek|ask|aim|intend|plan|prepar|try|tri|offer|agree|refus|declin|decid|pledg|promis|vow|propos|threaten|insist|demand|press|push|like|need|expect|determin|commit|ready|willing|open|unwilling|reluctant|keen|eager|goal|desire|intention|effort|effort|readiness|willingness|commitment|resolve|determination|call|not|will|would|continu|begin|start|work|look|strive|mov|go)\p{Ll}*\s*$/iu;

/** How an infinitive of the passage gets its subject. */
export type Infinitive = { readonly kind: "own" } | { readonly kind: "object"; readonly words: string } | { readonly kind: "unclear" };

/**
 * Who is to do what an infinitive says: the subject (`refuses to pay`), an object between verb and infinitive (`asks Germany to pay`), or
 * nobody that the words just before it tell.
 */
export function readInfinitive(infinitive: string, passage: string): Infinitive {
  // In the spelling of the brief: the point of `Mr.` ends no phrase.
  const text = houseStyle(passage);
  const phrase = houseStyle(infinitive);
  const at = text.indexOf(phrase);
  if (at <= 0) return { kind: "own" };
  const before = text.slice(0, at).replace(/\sto\s*$/, " ");
  const object = COMMANDING.exec(before)?.[1];
  if (object) return { kind: "object", words: `${object} ${phrase.startsWith("to ") ? phrase : `to ${phrase}`}` };
  return OWN_INFINITIVE.test(before) ? { kind: "own" } : { kind: "unclear" };
}
