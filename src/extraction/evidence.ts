// The words that carry a claim: the shortest contiguous clause around a predicate, inside its sentence.
import type { Span } from "../model/index.ts";
import type { Context } from "./context.ts";
import type { Range } from "./tree.ts";

/** What is left out at the start of evidence: “Therefore,”, “In addition,”, “and”. */
const CONNECTIVES = new Set(
  "therefore however additionally furthermore moreover also meanwhile nevertheless nonetheless thus hence and but or so yet while although though because since that which as then instead still for".split(
    " ",
  ),
);
/** Longest evidence in tokens; longer clauses are cut after the complement they are evidence for. Gold evidence: median 14, p95 47 tokens. */
const MAX_TOKENS = 70;

/** Words that a dateline can hold before its dash or colon: “PARIS, April 2 (CPA) -”. */
const MAX_DATELINE = 12;

/** First token after a dateline at `from`, when one opens the sentence there: a place in capitals or before a colon. */
export function afterDateline(ctx: Context, from: number): number {
  const { tree } = ctx;
  const sentence = tree.sentence(from);
  if (from !== sentence.from) return from;
  for (let i = from; i < Math.min(from + MAX_DATELINE, sentence.to - 1); i++) {
    const { text, upos } = tree.token(i);
    if (/^(?:[–—]|--?)$/.test(text) && i > from) {
      const words = tree.tokens.slice(from, i).map((t) => t.text);
      const glued = tree.token(i).start === tree.token(i - 1).end && tree.token(i).end === tree.token(i + 1).start;
      return !glued && /^[A-Z]{3,}/.test(words[0] ?? "") ? i + 1 : from;
    }
    if (upos === "VERB" || upos === "AUX") return from;
  }
  return from;
}

/** Text span of the tokens `[from, to)` without connectives and punctuation at its ends. */
export function spanOf(ctx: Context, range: Range): Span {
  const { tokens } = ctx.tree;
  let { from, to } = range;
  from = Math.min(afterDateline(ctx, from), to - 1);
  const punctuation = (i: number) => tokens[i]!.upos === "PUNCT" && !/^["“”'‘’($€£]/.test(tokens[i]!.text);
  while (from < to - 1 && (punctuation(from) || tokens[from]!.text === ")")) from++;
  while (
    from < to - 1 &&
    CONNECTIVES.has(tokens[from]!.text.toLowerCase()) &&
    /^(?:ADV|CCONJ|SCONJ|PRON|DET)$/.test(tokens[from]!.upos) &&
    ctx.tree.relation(from) !== "nsubj"
  ) {
    from++;
    while (from < to - 1 && punctuation(from)) from++;
  }
  while (to - 1 > from && tokens[to - 1]!.upos === "PUNCT" && !/^["”’'%)]/.test(tokens[to - 1]!.text)) to--;
  return { start: tokens[from]!.start, end: tokens[to - 1]!.end };
}

/** Relations whose subtrees say something of their own and are left out of the clause. */
const OWN_CLAIMS = new Set(["parataxis", "discourse", "vocative", "list"]);

/**
 * The clause of a predicate as a token range: its subtree without conjoined verbs that have clauses of their own, without
 * what is coordinated after it, and without parataxis. `keep` are tokens that must stand inside (they lie in the same sentence).
 */
export function clauseRange(ctx: Context, predicate: number, keep: readonly number[] = []): Range {
  const { tree } = ctx;
  const skip = (k: number): boolean => {
    const rel = tree.relation(k);
    if (rel === "punct" || OWN_CLAIMS.has(rel)) return true;
    if (rel === "cc" && k < predicate) return true;
    return rel === "conj" && tree.head(k) === predicate && (tree.isVerbal(k) || tree.by(k, "nsubj").length > 0);
  };
  const inside = tree.subtree(predicate, skip);
  let from = Math.min(...inside, ...keep);
  let to = Math.max(...inside, ...keep) + 1;
  const sentence = tree.sentence(predicate);
  from = Math.max(from, sentence.from);
  to = Math.min(to, sentence.to);
  if (to - from > MAX_TOKENS) to = Math.max(from + MAX_TOKENS, predicate + 1, ...keep.map((k) => k + 1));
  // conjoined clauses that stand between are inside a contiguous span; a trailing one is not
  return { from, to: Math.min(to, sentence.to) };
}

/** The evidence of a predicate: its clause as a text span. */
export function clauseSpan(ctx: Context, predicate: number, keep: readonly number[] = []): Span {
  return spanOf(ctx, clauseRange(ctx, predicate, keep));
}

/** The evidence of a noun phrase: its subtree as a text span, without relative clauses and appositions that trail. */
export function phraseRange(ctx: Context, head: number, keep: readonly number[] = []): Range {
  const { tree } = ctx;
  const skip = (k: number) => {
    const { deprel } = tree.token(k);
    return (
      (deprel === "acl:relcl" ||
        deprel === "appos" ||
        deprel === "parataxis" ||
        deprel === "conj" ||
        deprel === "punct" ||
        deprel === "cc") &&
      k > head
    );
  };
  const inside = tree.subtree(head, skip);
  return { from: Math.min(...inside, ...keep), to: Math.max(...inside, ...keep) + 1 };
}
