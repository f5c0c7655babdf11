// Direct and mixed speech: which verb a quoted stretch belongs to, by the words beside its marks.
import type { Sentence, Token } from "../annotation.ts";
import type { Tree } from "../tree.ts";
import { SPEECH } from "./cues.ts";
import type { Quoted } from "./marks.ts";
import { sourceOf, type TokenRange, trimmed } from "./source.ts";

/** A cue found for a quoted stretch. */
export interface Attached {
  readonly cue: number;
  readonly source: TokenRange | null;
  /** Where the cue stands. */
  readonly side: "after" | "before" | "within";
}

/** Farthest that a cue may stand from a mark, in tokens: 90 % of cues in PolNeAR train stand within 12. */
const REACH = 25;

/** Longest speaker between a mark and a cue, in tokens, that the parse does not know as the subject. */
const LONGEST = 20;

/** The verb of speech that governs the quoted words: after the closing mark, before the opening one, or in the clause around. Null when there is none. */
export function cueOf(tree: Tree, sentences: readonly Sentence[], quoted: Quoted, inQuotes: (at: number) => boolean): Attached | null {
  const { tokens } = tree;
  const last = sentences[tokens[quoted.end - 1]!.sentence]!;
  const first = sentences[tokens[quoted.open]!.sentence]!;
  const comma = pauses(tokens, quoted);
  const after = cueAfter(tree, last, quoted, inQuotes);
  if (after !== null && (comma || quoted.open === first.from)) return { ...after, side: "after" };
  const before = cueBefore(tree, first, quoted, inQuotes);
  if (before !== null) return { ...before, side: "before" };
  return after === null ? null : { ...after, side: "after" };
}

/** “…,” said Lund; “…,” Lund said: a verb of speech right after the closing mark with no other verb between. Surer than any parse. */
export function strongCueAfter(
  tree: Tree,
  sentences: readonly Sentence[],
  quoted: Quoted,
  inQuotes: (at: number) => boolean,
): Attached | null {
  const { tokens } = tree;
  if (quoted.end === quoted.to || !pauses(tokens, quoted)) return null;
  const sentence = sentences[tokens[quoted.end - 1]!.sentence]!;
  const found = cueAfter(tree, sentence, quoted, inQuotes);
  return found === null || found.source === null || isBroken(tokens, quoted.end, found.cue) ? null : { ...found, side: "after" };
}

const NEW_CLAUSE = /^(?:[;:]|but|because|when|while|after|before|if)$/i;
const JOINS = /^(?:and|as|that|for)$/i;

/** Whether the words between a closing mark and a cue are more than a speaker. One described between commas, “Lund, an adviser and former envoy hired in May, said”, may join nouns. */
function isBroken(tokens: readonly Token[], mark: number, cue: number): boolean {
  const described = describedFrom(tokens, mark, cue);
  for (let at = mark; at < cue; at++) {
    const { text, upos, xpos } = tokens[at]!;
    // “Lund (Greens)”
    const close = text === "(" ? closing(tokens, at, cue) : at;
    if (close < 0) return true;
    if (close > at) at = close;
    else if (NEW_CLAUSE.test(text)) return true;
    else if (at < described ? JOINS.test(text) || upos === "VERB" : /^(?:VBD|VBZ|VBP|MD)$/.test(xpos)) return true;
  }
  return false;
}

/** Position after the name that a description between commas follows; that of the cue where there is none. */
function describedFrom(tokens: readonly Token[], mark: number, cue: number): number {
  if (tokens[cue - 1]?.text !== ",") return cue;
  for (let at = mark + 1; at < cue - 1; at++) {
    if (tokens[at]!.text === "," && (tokens[at - 1]!.upos === "PROPN" || tokens[at - 1]!.text === ")")) return at + 1;
  }
  return cue;
}

/** Position of the bracket that closes the one at `at`, before `limit`; -1 where none does. */
function closing(tokens: readonly Token[], at: number, limit: number): number {
  for (let i = at + 1; i < limit; i++) if (tokens[i]!.text === ")") return i;
  return -1;
}

/** A comma, question or exclamation at the closing mark: the quoted words are a part of their own. */
function pauses(tokens: readonly Token[], quoted: Quoted): boolean {
  return /^[,?!—–-]+$/.test(tokens[quoted.to - 1]?.text ?? "") || tokens[quoted.end]?.text === ",";
}

/** A quotation that begins its sentence after one that ends with a colon: “He said: ¶ “…””. */
export function introducing(
  tree: Tree,
  sentences: readonly Sentence[],
  quoted: Quoted,
  inQuotes: (at: number) => boolean,
): Attached | null {
  const { tokens } = tree;
  const sentence = sentences[tokens[quoted.open]!.sentence]!;
  const before = sentences[sentence.index - 1];
  if (before === undefined || sentence.from !== quoted.open || tokens[before.to - 1]!.text !== ":") return null;
  const found = cueBefore(tree, before, { ...quoted, open: before.to }, inQuotes);
  return found === null ? null : { ...found, side: "before" };
}

/** “…” – Amina Okoro: a name after a dash that ends its line. */
export function signedBy(tokens: readonly Token[], sentences: readonly Sentence[], quoted: Quoted): TokenRange | null {
  const dash = tokens[quoted.end];
  if (dash === undefined || !/^(?:[-–—―]|--)$/.test(dash.text)) return null;
  const sentence = sentences[dash.sentence]!;
  if (sentence.paragraph !== quoted.paragraph) return null;
  let to = quoted.end + 1;
  while (to < sentence.to && /^(?:\p{Lu}[\p{L}.’'-]*|of|the|de|van|von|al|,)$/u.test(tokens[to]!.text)) to++;
  const rest = tokens.slice(to, sentence.to).every((token) => /^\p{P}$/u.test(token.text));
  return rest && to > quoted.end + 1 && to - quoted.end <= 12 ? trimmed(tokens, { from: quoted.end + 1, to }, sentence) : null;
}

/** “…,” said Lund / “…,” Lund said / “…,” Lund, the envoy, told reporters. */
function cueAfter(
  tree: Tree,
  sentence: Sentence,
  quoted: Quoted,
  inQuotes: (at: number) => boolean,
): { cue: number; source: TokenRange | null } | null {
  const { tokens } = tree;
  for (let at = quoted.end; at < sentence.to && at < quoted.end + REACH; at++) {
    if (inQuotes(at)) return null;
    const token = tokens[at]!;
    if (/^(?:but|and|;)$/i.test(token.text) && at > quoted.end + 1 && !hasVerb(tokens, quoted.end, at)) continue;
    if ((token.upos === "VERB" || token.upos === "AUX") && SPEECH.has(token.lemma.toLowerCase()) && token.xpos !== "VB") {
      return { cue: at, source: speakerBeside(tree, at, quoted.end, sentence, inQuotes) };
    }
    if (token.text.toLowerCase() === "according" && tokens[at + 1]?.text === "to")
      return { cue: at, source: phraseAfter(tree, at + 2, sentence) };
  }
  return null;
}

function hasVerb(tokens: readonly Token[], from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (tokens[at]!.upos === "VERB") return true;
  return false;
}

/** The speaker beside a verb: its subject, where that stands outside the quotation; else the words between mark and verb; else those after the verb. */
function speakerBeside(tree: Tree, cue: number, from: number, sentence: Sentence, inQuotes: (at: number) => boolean): TokenRange | null {
  const { tokens } = tree;
  const subject = sourceOf(tree, cue, sentence);
  if (subject !== null && subject.from >= from && !inQuotes(subject.from)) return subject;
  let start = from;
  while (start < cue && /^(?:\p{P}+)$/u.test(tokens[start]!.text)) start++;
  const between = trimmed(tokens, { from: start, to: cue }, sentence);
  if (between.to > between.from && between.to - between.from <= LONGEST && isNominal(tokens, between)) return between;
  return phraseAfter(tree, cue + 1, sentence);
}

function isNominal(tokens: readonly Token[], range: TokenRange): boolean {
  for (let at = range.from; at < range.to; at++) if (/^(?:NOUN|PROPN|PRON)$/.test(tokens[at]!.upos)) return true;
  return false;
}

/** A noun phrase that begins at `at`: the widest subtree that begins there. */
function phraseAfter(tree: Tree, at: number, sentence: Sentence): TokenRange | null {
  const { tokens } = tree;
  let best: TokenRange | null = null;
  for (let i = at; i < sentence.to && i < at + 8; i++) {
    if (!/^(?:NOUN|PROPN|PRON)$/.test(tokens[i]!.upos)) {
      if (/^(?:VERB|AUX|PUNCT)$/.test(tokens[i]!.upos)) break;
      continue;
    }
    const range = tree.subtree(i);
    if (range.from === at && (best === null || range.to > best.to)) best = range;
    else if (best === null) best = { from: at, to: i + 1 };
  }
  return best === null ? null : trimmed(tokens, best, sentence);
}

/** He said: “…” / He told reporters that it was “…”. The nearest verb of speech to the left in the sentence. */
function cueBefore(
  tree: Tree,
  sentence: Sentence,
  quoted: Quoted,
  inQuotes: (at: number) => boolean,
): { cue: number; source: TokenRange | null } | null {
  const { tokens } = tree;
  for (let at = quoted.open - 1; at >= sentence.from && at >= quoted.open - REACH; at--) {
    if (inQuotes(at)) continue;
    const token = tokens[at]!;
    const lemma = token.lemma.toLowerCase();
    if (token.upos === "VERB" && SPEECH.has(lemma)) return { cue: at, source: sourceOf(tree, at, sentence) };
    if (lemma === "according" && tokens[at + 1]?.text === "to") return { cue: at, source: phraseAfter(tree, at + 2, sentence) };
  }
  return null;
}
