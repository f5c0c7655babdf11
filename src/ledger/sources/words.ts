// A text as plain words for comparing: what editors of copies change at will (marks, spelling of numbers, quotations) is levelled.

/** Editors abbreviate numbers: `$68.5bn`, `1tn`, `5m`. */
const SCALES: Readonly<Record<string, string>> = {
  bn: "billion",
  b: "billion",
  tn: "trillion",
  m: "million",
  mn: "million",
  k: "thousand",
};

/** Spellings of one word on two sides of the Atlantic, by ending; enough to keep word sequences of edited copies alike. */
const ENDINGS: readonly (readonly [string, string])[] = [
  ["isation", "ization"],
  ["ised", "ized"],
  ["ising", "izing"],
  ["ise", "ize"],
  ["ence", "ense"],
  ["ences", "enses"],
  ["lling", "ling"],
  ["lled", "led"],
  ["our", "or"],
  ["ours", "ors"],
  ["oured", "ored"],
  ["wards", "ward"],
];

function levelEnding(word: string): string {
  if (word.length < 6) return word;
  for (const [from, to] of ENDINGS) {
    if (word.endsWith(from)) return word.slice(0, -from.length) + to;
  }
  return word;
}

/** A quotation longer than this many UTF-16 units is taken for a lost closing mark and ends with its paragraph. */
const QUOTATION_LIMIT = 1500;

const OPENING = /["“„«]/g;

/**
 * The paragraph without what stands between double quotation marks: two reporters at one press conference quote the same words and copy nobody.
 * A quotation without its closing mark runs to the end of the paragraph, as multi-paragraph quotations do.
 */
function withoutQuotations(paragraph: string): string {
  let out = "";
  let at = 0;
  while (at < paragraph.length) {
    OPENING.lastIndex = at;
    const opening = OPENING.exec(paragraph);
    out += paragraph.slice(at, opening?.index);
    if (!opening) break;
    at = opening.index;
    const mark = opening[0];
    const closing = mark === "«" ? /»/g : mark === "„" ? /[“”"]/g : mark === "“" ? /[”"]/g : /"/g;
    closing.lastIndex = at + 1;
    const end = closing.exec(paragraph)?.index ?? paragraph.length;
    at = (end - at > QUOTATION_LIMIT ? paragraph.length : end) + 1;
    out += " ";
  }
  return out;
}

const TOKEN = /[\p{L}\p{N}]+(?:[.,]\p{N}+)*(?:[’'][\p{L}]+)?/gu;
const NUMBER_WITH_SCALE = /^(\d[\d.,]*)(bn|tn|mn|b|m|k)$/;

function push(words: string[], token: string): void {
  const scaled = token < ":" ? NUMBER_WITH_SCALE.exec(token) : null;
  if (scaled) {
    words.push(scaled[1]!, SCALES[scaled[2]!]!);
  } else if (token === "cent" && words.at(-1) === "per") {
    words[words.length - 1] = "percent";
  } else if (token !== "mr" && token !== "mrs" && token !== "ms" && token !== "shri") {
    words.push(levelEnding(token));
  }
}

/** Words of running text outside quotations, lower case, in order: `$68.5bn` and `$68.5 billion`, `per cent` and `percent`, `U.S.` and `US` come out alike. */
export function plainWords(text: string): string[] {
  const words: string[] = [];
  for (const paragraph of text.normalize("NFKC").split(/\n\s*\n/)) {
    const running = withoutQuotations(paragraph)
      .toLowerCase()
      .replace(/%/g, " percent")
      // Initials lose their points: u.s. → us.
      .replace(/\b(\p{L})\.(?=\p{L}\.)/gu, "$1")
      .replace(/’/g, "'");
    for (const match of running.matchAll(TOKEN)) push(words, match[0].endsWith("'s") ? match[0].slice(0, -2) : match[0]);
  }
  return words;
}
