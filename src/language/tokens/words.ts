// Words: where one ends, which full stops are part of it, and how UD splits contractions, possessives and hyphenated compounds.
import { BLANK, classAt, DIGIT, isInnerFormat, isLower, isUpper, LETTER, widthAt } from "./chars.ts";
import { ABBREVIATIONS, ALSO_WORDS, BEFORE_DIGIT, CLITICS, DOTTED, JOINED, NET_SUFFIXES, PREFIXES, STARTERS, TITLES } from "./tables.ts";

type Push = (start: number, end: number) => void;

const APOSTROPHE = /['’`]/;

/** End of a run of letters, digits, joiners, and of `'` or `&` between letters. */
export function wordEnd(text: string, at: number, to: number): number {
  let end = runEnd(text, at, to);
  for (;;) {
    const next = end + 1;
    if (end < to && isFragment(text, at, end, to)) return next;
    if (end >= to || next >= to) return end;
    const mark = text[end]!;
    if (APOSTROPHE.test(mark) ? classAt(text, next) === LETTER : mark === "&" && joinsAmpersand(text, at, end, to))
      end = runEnd(text, next, to);
    else if (mark === "-" && joinsHyphen(text, at, end, to)) end = runEnd(text, next, to);
    else if ((mark === "@" || mark === ".") && joinsName(text, end, to, mark)) end = runEnd(text, next, to);
    else return end;
  }
}

function runEnd(text: string, at: number, to: number): number {
  let end = at;
  while (end < to) {
    const kind = classAt(text, end);
    if (kind !== LETTER && kind !== DIGIT && !(kind === BLANK && isInnerFormat(text.charCodeAt(end)))) break;
    end += widthAt(text, end);
  }
  while (end > at && classAt(text, end - 1) === BLANK) end--;
  return end;
}

/** “R&D”, “AT&T”: both sides short capitals. */
function joinsAmpersand(text: string, at: number, end: number, to: number): boolean {
  if (end - at > 4 || !isUpper(text, at) || !isUpper(text, end + 1)) return false;
  const right = runEnd(text, end + 1, to);
  return right - end <= 5 && text.slice(at, right) === text.slice(at, right).toUpperCase();
}

/** “mid- and long-term”, “th-”: a prefix or a broken-off word keeps a hyphen that nothing follows. */
function isFragment(text: string, at: number, end: number, to: number): boolean {
  if (text[end] !== "-" || (end + 1 < to && !/[,.;:?!)"”]/.test(text[end + 1]!))) return false;
  return end - at <= 2 || PREFIXES.has(text.slice(at, end).toLowerCase());
}

/** UD keeps prefixes with their word, and the hyphen of a syllable in a name such as “Chi-wai” is split like any other. */
function joinsHyphen(text: string, at: number, end: number, to: number): boolean {
  return end - at <= 7 && end + 1 < to && classAt(text, end + 1) === LETTER && PREFIXES.has(text.slice(at, end).toLowerCase());
}

/** “Rice@ENRON”; “whitehouse.gov” but not a full stop with a missing space. */
function joinsName(text: string, end: number, to: number, mark: string): boolean {
  if (classAt(text, end + 1) !== LETTER) return false;
  if (mark === "@") return true;
  const right = runEnd(text, end + 1, to);
  return right - end <= 7 && NET_SUFFIXES.has(text.slice(end + 1, right)) && (right >= to || text[right] !== "'");
}

/** End of an abbreviation with its full stops at `at`, or `at`. `before` are the tokens so far. */
export function abbreviationEnd(
  text: string,
  at: number,
  to: number,
  textStart: number,
  before: readonly { readonly text: string }[],
): number {
  if (at > textStart && classAt(text, at - 1) === LETTER) return at;
  const run = runEnd(text, at, to);
  if (text[run] !== "." || run >= to) return at;
  DOTTED.lastIndex = at;
  if (DOTTED.test(text)) return DOTTED.lastIndex;
  const single = run - at === widthAt(text, at);
  if (single && run + 2 < text.length && classAt(text, run + 1) === LETTER) return dottedEnd(text, at, to, run);
  const word = text.slice(at, run);
  const stop = run + 1;
  if (text[stop] === "." && text[stop + 1] === ".") return at;
  const next = nextVisible(text, stop);
  if (single) return initial(text, word, stop, next, before) ? stop : at;
  const digitNext = next < text.length && classAt(text, next) === DIGIT;
  if (BEFORE_DIGIT.has(word) && digitNext) return stop;
  const title = TITLES.has(titleCase(word));
  if (!title && !ABBREVIATIONS.has(word)) return at;
  if (!ALSO_WORDS.has(word)) return stop;
  if (next >= text.length) return at;
  const follows =
    digitNext || isLower(text, next) || /[,;:)]/.test(text[stop] ?? "") || (title && isUpper(text, next) && next === stop + 1);
  return follows ? stop : at;
}

/** “U.S.”, “a.m.”, “U.S.A”: letters with full stops; the last letter may go without. A capital that begins a longer word ends it: “J.Smith”. */
function dottedEnd(text: string, at: number, to: number, firstStop: number): number {
  let end = firstStop + 1;
  while (end < to && classAt(text, end) === LETTER) {
    const next = end + widthAt(text, end);
    if (next < to && text[next] === ".") end = next + 1;
    else if (next >= to || classAt(text, next) !== LETTER) return next;
    else break;
  }
  return end > firstStop + 1 || isUpper(text, at) ? end : at;
}

/** Whether a single letter with a full stop is an initial (“George W. Bush”, “b. 1960”) rather than the end of a sentence. */
function initial(text: string, letter: string, stop: number, next: number, before: readonly { readonly text: string }[]): boolean {
  if (next >= text.length) return false;
  const previous = before.at(-1)?.text ?? "";
  if (isLower(text, stop - 2)) {
    const label = previous === "(" || classAt(text, next) === DIGIT;
    return label && letter !== "a";
  }
  if (!isUpper(text, stop - 2)) return false;
  if (/[,)]/.test(text[stop] ?? "")) return letter !== "I";
  if (!isUpper(text, next) || next > stop + 1) return false;
  if (/^\p{Lu}/u.test(previous)) return true;
  return (
    letter !== "I" && !(/^\p{Ll}/u.test(previous) && STARTERS.has(text.slice(next, runEnd(text, next, Math.min(text.length, next + 12)))))
  );
}

/** “GEN” → “Gen”; other words as they are. */
export function titleCase(word: string): string {
  return word.length > 1 && word === word.toUpperCase() ? word[0] + word.slice(1).toLowerCase() : word;
}

function nextVisible(text: string, at: number): number {
  let next = at;
  while (next < text.length && next < at + 4 && classAt(text, next) === BLANK) next++;
  return next;
}

/** Pushes a word, split as UD does: `do|n't`, `Japan|'s`, `can|not`. */
export function pushWord(text: string, start: number, end: number, push: Push): void {
  const length = end - start;
  if (length >= 4 && length <= 8) {
    const first = JOINED.get(text.slice(start, end).toLowerCase());
    if (first !== undefined) {
      push(start, start + first);
      push(start + first, end);
      return;
    }
  }
  const cuts: number[] = [];
  let stop = end;
  for (let cut = cliticStart(text, start, stop); cut > start; cut = cliticStart(text, start, stop)) {
    cuts.push(cut);
    stop = cut;
  }
  let at = start;
  for (const cut of cuts.reverse()) {
    push(at, cut);
    at = cut;
  }
  push(at, end);
}

/** Where the last clitic of `[start, end)` begins; -1 when there is none. */
function cliticStart(text: string, start: number, end: number): number {
  for (const clitic of CLITICS) {
    const cut = end - clitic.length - 1;
    if (cut > start && APOSTROPHE.test(text[cut]!) && text.slice(cut + 1, end).toLowerCase() === clitic) {
      if (clitic === "m" && !/[iy]/i.test(text[cut - 1]!)) continue;
      return cut;
    }
  }
  const negation = end - 3;
  if (negation > start && /^n['’`]t$/i.test(text.slice(negation, end))) return negation;
  return -1;
}
