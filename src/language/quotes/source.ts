// Sources: the phrase that says whose words a cue reports.
import type { Sentence, Token } from "../annotation.ts";
import { base, type Tree } from "../tree.ts";

/** Half-open range of token positions. */
export interface TokenRange {
  readonly from: number;
  readonly to: number;
}

/** Whose words: the subject; for participles and conjuncts the subject of what they hang on; for passives the agent. */
export function sourceOf(tree: Tree, cue: number, sentence: Sentence, passive = false): TokenRange | null {
  const { tokens } = tree;
  if (passive) {
    const agent = tree.child(cue, "obl:agent");
    if (agent < 0) return null;
    const range = tree.subtree(agent);
    const preposition = tree.child(agent, "case");
    return trimmed(tokens, { from: preposition >= 0 ? preposition + 1 : range.from, to: range.to }, sentence);
  }
  // “footage of Lund saying”: a participle right behind a name is what the name does.
  if (tokens[cue]!.xpos === "VBG" && tokens[cue - 1]?.upos === "PROPN" && cue - 1 >= sentence.from) {
    let from = cue - 1;
    while (from > sentence.from && tokens[from - 1]!.upos === "PROPN") from--;
    return { from, to: cue };
  }
  let at = cue;
  for (let step = 0; step < 6 && at >= 0; step++) {
    const subject = subjectOf(tree, at);
    if (subject >= 0 && subject !== cue) return subjectRange(tree, subject, cue, sentence);
    const relation = base(tokens[at]!.deprel);
    const { head } = tokens[at]!;
    if (head < 0) return null;
    if (relation === "acl") return subjectRange(tree, head, cue, sentence);
    if (!/^(?:conj|xcomp|advcl|parataxis|ccomp|appos|dep|cop)$/.test(relation)) return null;
    at = head;
  }
  return null;
}

/** The subject that stands nearest to the verb: where the parse gives it two, the farther one is a dateline or a fronted phrase. */
function subjectOf(tree: Tree, verb: number): number {
  let best = -1;
  for (const child of tree.children(verb)) {
    const { deprel } = tree.tokens[child]!;
    if (/^nsubj/.test(deprel) && !/outer/.test(deprel) && (best < 0 || Math.abs(child - verb) < Math.abs(best - verb))) best = child;
  }
  return best;
}

/** The subject's phrase, without clauses that hold the cue itself. */
function subjectRange(tree: Tree, subject: number, cue: number, sentence: Sentence): TokenRange {
  const { tokens } = tree;
  let { from, to } = tree.subtree(subject);
  if (cue >= from && cue < to) {
    if (cue > subject) to = firstOf(tree, cue, subject);
    else from = subject;
  }
  return withName(tokens, trimmed(tokens, { from, to }, sentence), cue);
}

/** “spokesman” “Josh Lund” “said”: a name between a description and its verb belongs to the description, whatever the parse hung it on. */
function withName(tokens: readonly Token[], range: TokenRange, cue: number): TokenRange {
  let { to } = range;
  while (to < cue && tokens[to]!.upos === "PROPN") to++;
  const reaches = to > range.to && (to === cue || /^(?:AUX|ADV)$/.test(tokens[to]!.upos) || tokens[to]!.text === ",");
  return reaches ? { from: range.from, to } : range;
}

/** First token of the clause under `subject` that holds the cue. */
function firstOf(tree: Tree, cue: number, subject: number): number {
  let at = cue;
  while (tree.tokens[at]!.head !== subject && tree.tokens[at]!.head >= 0) at = tree.tokens[at]!.head;
  return Math.max(subject + 1, tree.subtree(at).from);
}

/** Longest dateline, in tokens: “SHARM EL-SHEIKH, Egypt, March 3 (Agency) –”. */
const DATELINE = 16;

/** Position after a dateline (“OSLO, Feb 7 (TPS) -”): a first word in capitals and a dash with nothing but names, figures and marks before it. */
function afterDateline(tokens: readonly Token[], sentence: Sentence): number {
  if (!/^\p{Lu}[\p{Lu}.'’]{2,}$/u.test(tokens[sentence.from]!.text)) return sentence.from;
  for (let at = sentence.from + 1; at < sentence.to && at < sentence.from + DATELINE; at++) {
    const { text, start } = tokens[at]!;
    if (/^(?:[–—_-]|--)$/.test(text) && start > tokens[at - 1]!.end) return at + 1;
    if (!/^(?:\p{Lu}.*|\d+|[,()./-]|of|de|the)$/u.test(text)) return sentence.from;
  }
  return sentence.from;
}

/** A range without white marks at its ends: commas, dashes, full stops; brackets and quotation marks stay. */
export function trimmed(tokens: readonly Token[], range: TokenRange, sentence: Sentence): TokenRange {
  let from = Math.max(range.from, sentence.from);
  if (from === sentence.from) from = Math.min(afterDateline(tokens, sentence), Math.max(range.to, from));
  let to = Math.min(range.to, sentence.to);
  while (from < to && /^(?:[,;:.–—-]|--|and|but|while|although|though)$/i.test(tokens[from]!.text)) from++;
  while (to > from && /^(?:[,;:.–—-]|--)$/.test(tokens[to - 1]!.text)) to--;
  return { from, to };
}
