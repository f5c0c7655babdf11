// Shapes that are no plain words: numbers, dates and times in digits, addresses of the net, currency signs, runs of marks, faces.
import { classAt, DIGIT, LETTER, SYMBOL, widthAt } from "./chars.ts";
import { GLUED_UNITS, SLASHED } from "./tables.ts";

// All patterns are sticky, and every repeat in them is bounded or runs over a class that the next part cannot match: linear time.
const EMAIL = /[\w.+%-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}/y;
const ADDRESS = /(?:(?:https?|ftp|file|mailto|doi):\/{0,2}|www\.)[^\s<>"“”«»]{1,2000}/iy;
const TAIL = /[.,;:!?'’)\]}…]$/;
const DIGITAL = [
  /\d{3}-\d{3}-\d{4}(?!\d)/y,
  /\d-\d{3}-\d{3}-\d{4}(?!\d)/y,
  /\d{3}-\d{4}(?![\d-])/y,
  /\d{4}-\d{1,2}-\d{1,2}(?:T[\d:.+Z-]{2,30})?(?!\d)/y,
  /\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}(?![\d])/y,
  /\d{1,4}\/\d{1,4}(?![\d/])/y,
];
/** Thousands in threes, or in twos as in India; decimals; times; versions. A comma with anything else separates two numbers. */
const PLAIN = /\d{1,3}(?:,\d{2,3}){0,8},\d{3}(?:\.\d+)?(?![\d])|\d+(?:[.:]\d+)*/y;
const ORDINAL = /(?:st|nd|rd|th|s|['’]s)(?![\p{L}\p{N}])/iuy;
const UNIT = /[\p{L}]{1,7}(?:\/h|[.]m\.?)?(?![\p{L}\p{N}])/uy;
const ALPHANUMERIC = /[\p{L}\p{N}]+/uy;
/** “US$”, and a code or abbreviation glued to its amount: “USD50 million”, “Rs900 crore”. */
const CURRENCY_PREFIX =
  /(?:US|AU|NZ|HK|CA|NT|A|C|S|R|Z|TT|J|B)\$|(?:USD|EUR|GBP|JPY|CNY|INR|KRW|AUD|CAD|NZD|CHF|SEK|NOK|DKK|BRL|ZAR|RMB|Rs)(?=\d)/y;
const RUNS = /\.{2,}|-{2,}|–{2,}|—{2,}|[!?]{2,}|''|``|‘‘|’’|<{2,}|>{2,}|={2,}|\*{2,}|~{2,}|#{2,}|_{2,}|\.\?/y;
const FACE = /(?:[:;=8][-o^]?[)(\][DPpO|/\\]{1,3}|<3|\^_\^)(?![\p{L}\p{N}])/uy;
const PICTURE =
  /\p{RI}\p{RI}|[\p{Extended_Pictographic}](?:\ufe0f|\p{EMod})?(?:\u200d\p{Extended_Pictographic}(?:\ufe0f|\p{EMod})?){0,6}/uy;

function matchEnd(pattern: RegExp, text: string, at: number, to: number): number {
  pattern.lastIndex = at;
  const end = pattern.test(text) ? pattern.lastIndex : at;
  return end <= to ? end : at;
}

/** End of an address (e-mail, URL, hashtag, handle, slashed short form) at `at`, or `at`. */
export function webEnd(text: string, at: number, to: number): number {
  let end = matchEnd(EMAIL, text, at, to);
  if (end === at) end = matchEnd(ADDRESS, text, at, to);
  while (end > at && TAIL.test(text[end - 1]!)) {
    const open = text[end - 1] === ")" && text.slice(at, end).includes("(");
    if (open) break;
    end--;
  }
  if (end > at) return end;
  const slashed = text.slice(at, Math.min(to, at + 8)).toLowerCase();
  for (const form of SLASHED) if (slashed.startsWith(form) && !isWordish(text, at + form.length, to)) return at + form.length;
  return at;
}

function isWordish(text: string, at: number, to: number): boolean {
  return at < to && (classAt(text, at) === LETTER || classAt(text, at) === DIGIT);
}

/** End of a number at `at` (a digit, or a sign or point that belongs to one), or `at`. */
export function numberEnd(text: string, at: number, from: number, to: number): number {
  let digits = at;
  if (classAt(text, at) === SYMBOL) {
    const sign = text[at];
    const starts = (sign === "." || sign === "+") && (at === from || classAt(text, at - 1) === SYMBOL) && text[at - 1] !== ".";
    if (!starts || at + 1 >= to || classAt(text, at + 1) !== DIGIT) return at;
    digits = at + 1;
  }
  for (const shape of DIGITAL) {
    const end = matchEnd(shape, text, digits, to);
    if (end > digits && !isWordish(text, end, to)) return end;
  }
  let end = matchEnd(PLAIN, text, digits, to);
  if (end === digits) {
    // Digits of other scripts.
    while (end < to && classAt(text, end) === DIGIT) end += widthAt(text, end);
    return end;
  }
  const ordinal = matchEnd(ORDINAL, text, end, to);
  if (ordinal > end) {
    const possessive = /['’]/.test(text[end]!);
    return possessive && text[end - 1] !== "0" ? end : ordinal;
  }
  const unit = matchEnd(UNIT, text, end, to);
  if (unit > end && GLUED_UNITS.has(text.slice(end, unit).replace(/\.$/, ""))) return end;
  end = Math.max(end, matchEnd(ALPHANUMERIC, text, end, to));
  return end + (listNumber(text, at, end, from) ? 1 : 0);
}

/** “1.” at the start of a line, before a blank: the number of a list item keeps its full stop. */
function listNumber(text: string, at: number, end: number, from: number): boolean {
  return at === from && end - at <= 3 && text[end] === "." && /^[ \t]$/.test(text[end + 1] ?? "") && (at === 0 || text[at - 1] === "\n");
}

/** End of the mark or run of marks at `at`; always beyond `at`. */
export function symbolEnd(text: string, at: number, from: number, to: number): number {
  const face = matchEnd(FACE, text, at, to);
  if (face > at && (at === from || classAt(text, at - 1) !== DIGIT)) return face;
  const run = matchEnd(RUNS, text, at, to);
  if (run > at) return run;
  if (
    (text[at] === "#" || text[at] === "@") &&
    at + 1 < to &&
    classAt(text, at + 1) === LETTER &&
    (at === from || classAt(text, at - 1) === SYMBOL)
  ) {
    return matchEnd(ALPHANUMERIC, text, at + 1, to);
  }
  const picture = matchEnd(PICTURE, text, at, to);
  return picture > at ? picture : at + widthAt(text, at);
}

/** End of “US$”, “A$” at `at`, or `at`. */
export function currencyEnd(text: string, at: number, to: number): number {
  return matchEnd(CURRENCY_PREFIX, text, at, to);
}
