// Helpers for those who read annotations: questions about phrases and mentions, answered over the document.
import type { AnnotatedDocument, Mention, Token } from "./annotation.ts";
import { type Range, treeOf } from "./tree.ts";

/** Token positions that depend on `token`, in text order. */
export function childrenOf(document: AnnotatedDocument, token: number): readonly number[] {
  return treeOf(document.tokens).children(token);
}

/** First dependent with one of the relations; `nsubj` finds `nsubj:pass` too. -1 when there is none. */
export function childOf(document: AnnotatedDocument, token: number, ...relations: readonly string[]): number {
  return treeOf(document.tokens).child(token, ...relations);
}

/** Half-open range of token positions from the first to the last descendant of `token`, itself included. */
export function subtreeOf(document: AnnotatedDocument, token: number): Range {
  return treeOf(document.tokens).subtree(token);
}

/** The tokens of a sentence; empty for a sentence that is not there. */
export function sentenceTokens(document: AnnotatedDocument, sentence: number): readonly Token[] {
  const s = document.sentences[sentence];
  return s ? document.tokens.slice(s.from, s.to) : [];
}

/**
 * The mention a token stands for: the longest one whose head it is, else the shortest that covers it.
 * So the head of `Japanese officials` gives the group, and `Japan` inside a longer name gives that name. Null when none covers it.
 */
export function mentionAt<K extends Mention["kind"]>(
  document: AnnotatedDocument,
  token: number,
  kind?: K,
): Extract<Mention, { readonly kind: K }> | null {
  const ids = document.mentionsAt.get(token) ?? [];
  let inner: Mention | null = null;
  for (const id of ids) {
    const mention = document.mentions[id]!;
    if (kind !== undefined && mention.kind !== kind) continue;
    if (mention.head === token) return mention as Extract<Mention, { readonly kind: K }>;
    inner = mention;
  }
  return inner as Extract<Mention, { readonly kind: K }> | null;
}

/** Mentions that lie wholly in a range of token positions, in text order. */
export function mentionsIn(document: AnnotatedDocument, range: Range): readonly Mention[] {
  const found = new Set<number>();
  for (let i = range.from; i < range.to; i++) {
    for (const id of document.mentionsAt.get(i) ?? []) {
      const mention = document.mentions[id]!;
      if (mention.from >= range.from && mention.to <= range.to) found.add(id);
    }
  }
  return [...found].sort((a, b) => a - b).map((id) => document.mentions[id]!);
}

const NEGATORS = new Set(["not", "n't", "never", "no", "neither", "nor", "without", "hardly", "nobody", "nothing", "none"]);

/** Whether a predicate is negated: by `not` or `never`, or because its subject or object is `no one`, `no deal`. */
export function isNegated(document: AnnotatedDocument, token: number): boolean {
  const tree = treeOf(document.tokens);
  for (const child of tree.children(token)) {
    const { lemma, deprel } = document.tokens[child]!;
    if (NEGATORS.has(lemma.toLowerCase()) && /^(?:advmod|cc|det|nsubj|obj)/.test(deprel)) return true;
    if (!/^(?:nsubj|obj)/.test(deprel)) continue;
    for (const inner of tree.children(child)) {
      if (document.tokens[inner]!.deprel === "det" && NEGATORS.has(document.tokens[inner]!.lemma.toLowerCase())) return true;
    }
  }
  return false;
}
