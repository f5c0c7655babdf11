// The sentence splitter: paragraphs and lines of the frozen text → sentences with their tokens.
import { BLANK, classAt, isLower, isUpper } from "./tokens/chars.ts";
import { ALSO_WORDS, LABELS, SPEAKING, STARTERS, TITLES } from "./tokens/tables.ts";
import { titleCase } from "./tokens/words.ts";
import { type RawSentence, type RawToken, tokenize } from "./tokens.ts";

/** A sentence is cut at the first pause after so many tokens, and hard after twice as many: bounds the work of the parser. The longest in EWT and GUM has 230. */
const LONG = 250;

const TERMINAL = /^(?:[.!?。！？؟।]|[.!?]{2,}|…|\.\?)$/;
const CLOSER = /^(?:["'”’»)\]}]|''|’’)$/;
const OPENER = /^(?:["'“‘«([{]|``|‘‘|[-–—•*]|--)$/;
const BULLET = /^(?:[•·▪◦‣●○■□–—*-]|--|\d{1,3}\.|\(?(?:\d{1,3}|[a-z]|[ivx]{1,4})[).]|#+)$/i;
const ABBREVIATION = /^(?:\p{L}+\.|(?:\p{L}{1,4}\.)+\p{L}*\.?)$/u;

/**
 * Sentences of the whole text in order. A blank line, and a line break that is no wrapping, always ends a sentence.
 * Tokens are those of `tokenize`. `paragraph` counts blocks between blank lines, from 0.
 */
export function segment(text: string): readonly RawSentence[] {
  const sentences: RawSentence[] = [];
  let paragraph = 0;
  for (const block of blocks(text)) {
    for (const line of linesOf(text, block.start, block.end)) {
      const tokens = tokenize(text, line.start, line.end);
      if (tokens.length > 0) pushSentences(text, tokens, paragraph, sentences);
    }
    paragraph++;
  }
  return sentences;
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Stretches between blank lines that hold at least one visible character. */
function blocks(text: string): readonly Stretch[] {
  const found: Stretch[] = [];
  let start = -1;
  let last = 0;
  let at = 0;
  while (at < text.length) {
    const next = lineEnd(text, at);
    if (hasText(text, at, next)) {
      if (start < 0) start = at;
      last = next;
    } else if (start >= 0) {
      found.push({ start, end: last });
      start = -1;
    }
    at = next + (text.startsWith("\r\n", next) ? 2 : 1);
  }
  if (start >= 0) found.push({ start, end: last });
  return found;
}

function lineEnd(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 10 || code === 13 || code === 0x2028 || code === 0x2029 || code === 12 || code === 11) return at;
  }
  return text.length;
}

function hasText(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (classAt(text, at) !== BLANK) return true;
  return false;
}

/** Lines of a block, with lines that were wrapped to a fixed width joined again. */
function linesOf(text: string, start: number, end: number): readonly Stretch[] {
  const lines: Stretch[] = [];
  for (let at = start; at < end; ) {
    const next = Math.min(lineEnd(text, at), end);
    if (hasText(text, at, next)) lines.push({ start: at, end: next });
    at = next + 1;
  }
  const joined: Stretch[] = [];
  for (const line of lines) {
    const before = joined.at(-1);
    if (before !== undefined && continues(text, before.end, line)) joined[joined.length - 1] = { start: before.start, end: line.end };
    else joined.push(line);
  }
  return joined;
}

/** A line goes on in the next when that begins in lower case, or when neither ends a sentence nor is short, as text wrapped at 60 columns or more is not. */
function continues(text: string, endOfFirst: number, second: Stretch): boolean {
  let last = endOfFirst - 1;
  while (last > 0 && classAt(text, last) === BLANK) last--;
  let first = second.start;
  while (first < second.end && classAt(text, first) === BLANK) first++;
  if (/[.!?:;"”’)…]/.test(text[last] ?? "")) return false;
  if (isLower(text, first)) return true;
  const width = endOfFirst - 1 - text.lastIndexOf("\n", endOfFirst - 1);
  return width >= 60 && width <= 90 && second.end - second.start <= 90 && !/[•·▪*–—-]/.test(text[first] ?? "");
}

function pushSentences(text: string, tokens: readonly RawToken[], paragraph: number, out: RawSentence[]): void {
  const first = out.length;
  let from = 0;
  const close = (to: number): void => {
    const own = tokens.slice(from, to);
    out.push({ start: own[0]!.start, end: own.at(-1)!.end, tokens: own, paragraph, kind: "prose" });
    from = to;
  };
  for (let i = 0; i < tokens.length; i++) {
    const length = i + 1 - from;
    const pause = length >= LONG && /^[,;:–—]$/.test(tokens[i]!.text);
    if (pause || length >= 2 * LONG) {
      close(i + 1);
      continue;
    }
    const stop = isEdge(text, tokens, i, from) ? i + 1 : sentenceEnd(text, tokens, i, from);
    if (stop > i && stop < tokens.length) {
      close(stop);
      i = stop - 1;
    }
  }
  if (from < tokens.length) close(tokens.length);
  const kind = kindOf(tokens, out.length - first);
  if (kind !== "prose") for (let i = first; i < out.length; i++) out[i] = { ...out[i]!, kind };
}

function kindOf(tokens: readonly RawToken[], sentences: number): RawSentence["kind"] {
  if (tokens.length > 1 && BULLET.test(tokens[0]!.text) && tokens[0]!.end < tokens[1]!.start) return "list-item";
  const last = tokens.at(-1)!;
  const open = !TERMINAL.test(last.text) && !CLOSER.test(last.text) && !ABBREVIATION.test(last.text);
  // 25 tokens: the longest headline in the Wikinews corpus has 22.
  return sentences === 1 && open && tokens.length <= 25 ? "heading" : "prose";
}

const RULE = /^(?:_{5,}|-{5,}|={5,}|\*{5,})$/;
const STAMP_DAY = /^\d{1,2}\/\d{1,2}\/(?:\d{2}|\d{4})$/;
const CAPTION = /^(?:Figure|Table|Fig\.)$/;

/**
 * Whether a sentence without a full stop ends after `tokens[i]`: before and after a drawn line or the stamp of a mail (`03/26/2001 08:58 PM`), after the
 * number of a figure (`Figure 2.2 Copper …`), and at the dash of a speech broken off (`we might have to — But then he left`).
 */
function isEdge(text: string, tokens: readonly RawToken[], i: number, from: number): boolean {
  const [token, next] = [tokens[i]!, tokens[i + 1]];
  if (next === undefined) return false;
  if (RULE.test(token.text) || RULE.test(next.text)) return true;
  if (isStamp(tokens, i + 1) || (i >= 2 && isStamp(tokens, i - 2))) return true;
  if (i === from + 1 && CAPTION.test(tokens[from]!.text)) return /^\d+\.\d+$/.test(token.text) && isUpper(text, next.start);
  const isBroken =
    i - from >= 5 && /^(?:—|–|--)$/.test(token.text) && next.text !== "I" && STARTERS.has(next.text) && isUpper(text, next.start);
  // A dateline and a heading have few words in lower case.
  return isBroken && tokens.slice(from, i).filter((t) => isLower(text, t.start)).length >= 3;
}

/** A day in figures, a time and its half of the day. */
function isStamp(tokens: readonly RawToken[], at: number): boolean {
  return (
    STAMP_DAY.test(tokens[at]?.text ?? "") &&
    /^\d{1,2}:\d\d$/.test(tokens[at + 1]?.text ?? "") &&
    /^[AP]M$/.test(tokens[at + 2]?.text ?? "")
  );
}

/** Where the sentence that `tokens[i]` may end does end (exclusive), or -1. `from` is its first token. */
function sentenceEnd(text: string, tokens: readonly RawToken[], i: number, from: number): number {
  const token = tokens[i]!;
  const terminal = TERMINAL.test(token.text);
  if (!terminal && !(token.text.endsWith(".") && ABBREVIATION.test(token.text))) return -1;
  let next = i + 1;
  while (next < tokens.length && closes(tokens, next)) next++;
  while (next < tokens.length && TERMINAL.test(tokens[next]!.text) && tokens[next]!.start === tokens[next - 1]!.end) {
    next++;
    while (next < tokens.length && closes(tokens, next)) next++;
  }
  if (terminal) next = afterNotes(tokens, next);
  if (next >= tokens.length) return -1;
  const closed = next > i + 1;
  const following = tokens[next]!;
  const glued = following.start === tokens[next - 1]!.end;
  if (!terminal) return !closed && !glued && abbreviationEnds(token.text, text, tokens, next, from, i) ? next : -1;
  if (glued && !startsUpper(text, tokens, next)) return -1;
  if (/^[,;:]$/.test(following.text)) return -1;
  if (startsLower(text, tokens, next)) {
    // A text written without capitals: its sentences begin in lower case too.
    const stop = token.text === "." || (/^[!?]+$/.test(token.text) && startsLower(text, tokens, from));
    return stop && !closed && i > from ? next : -1;
  }
  if (i === from && token.text === ".") return -1;
  if (closed && token.text !== "." && isSpeakerClause(tokens, next)) return -1;
  if (token.text === "." && i === from + 2 && /^\d/.test(tokens[i - 1]!.text) && LABELS.has(tokens[from]!.text)) return -1;
  return next;
}

/** “… ready?” Merkel asked.: up to three words of a speaker, then a verb of speech, after a question or exclamation that is closed by a quotation mark. */
function isSpeakerClause(tokens: readonly RawToken[], index: number): boolean {
  for (let at = index + 1; at <= index + 3 && at < tokens.length; at++)
    if (SPEAKING.has(tokens[at]!.text)) return !/^["“‘]/.test(tokens[index]!.text);
  return false;
}

/** Position after the numbers of footnotes that follow a full stop (“… in 2014. [4] [5] He …”): they belong to the sentence before them. */
function afterNotes(tokens: readonly RawToken[], index: number): number {
  let at = index;
  while (at + 2 < tokens.length && tokens[at]!.text === "[" && tokens[at + 2]!.text === "]" && tokens[at + 2]!.end - tokens[at]!.start <= 5)
    at += 3;
  const note = tokens[at];
  const glued = note !== undefined && note.start === tokens[at - 1]!.end && /^\d{1,3}$/.test(note.text);
  return glued && at + 1 < tokens.length && tokens[at + 1]!.start > note.end ? at + 1 : at;
}

/** A closing mark that is written to the token before it; a straight quote after a blank opens. */
function closes(tokens: readonly RawToken[], index: number): boolean {
  return CLOSER.test(tokens[index]!.text) && tokens[index]!.start === tokens[index - 1]!.end;
}

function firstWord(tokens: readonly RawToken[], index: number): RawToken {
  let at = index;
  while (at < tokens.length - 1 && at < index + 3 && OPENER.test(tokens[at]!.text)) at++;
  return tokens[at]!;
}

function startsUpper(text: string, tokens: readonly RawToken[], index: number): boolean {
  return isUpper(text, firstWord(tokens, index).start);
}

function startsLower(text: string, tokens: readonly RawToken[], index: number): boolean {
  return isLower(text, firstWord(tokens, index).start);
}

/** Whether an abbreviation ends the sentence before `tokens[next]`. Titles, months and initials do not; others do before a word that begins sentences. */
function abbreviationEnds(word: string, text: string, tokens: readonly RawToken[], next: number, from: number, i: number): boolean {
  const bare = titleCase(word.slice(0, -1));
  if (TITLES.has(bare) && !ALSO_WORDS.has(bare)) return false;
  if (i === from && /^\d+\.$/.test(word)) return false;
  const following = firstWord(tokens, next);
  if (!isUpper(text, following.start)) return false;
  if (/^\p{Lu}\.$/u.test(word)) return false;
  return STARTERS.has(following.text);
}
