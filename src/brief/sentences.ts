// Sentences of the documents of a brief: what a claim stands in, and what stands beside it.
import type { StoredClaim } from "../ledger/index.ts";
import { type Evidence, evidenceOf, type Span } from "../model/index.ts";
import type { Context } from "./context.ts";
import { DATELINE } from "./words.ts";

const CACHE = new WeakMap<Context, Map<string, readonly Span[]>>();

/** Sentences of a document in the order of the text, as half-open ranges, without datelines and without those that hold a corrected figure; split once a brief. */
export function sentencesOf(context: Context, document: string): readonly Span[] {
  const cache = CACHE.get(context) ?? new Map<string, readonly Span[]>();
  CACHE.set(context, cache);
  const known = cache.get(document);
  if (known) return known;
  const struck = context.corrections.flatMap((one) => one.struck.filter((s) => s.document === document));
  const text = context.byId.get(document)?.text ?? "";
  const sentences = context.names
    .sentences(text)
    .map(({ start, end }) => ({ start: start + (DATELINE.exec(text.slice(start, end))?.[0].length ?? 0), end }))
    .filter(({ start, end }) => !struck.some((s) => start < s.end && s.start < end));
  cache.set(document, sentences);
  return sentences;
}

/** The sentence at an offset of a document; null where there is none. */
export function sentenceAt(context: Context, document: string, at: number): Evidence | null {
  const found = sentencesOf(context, document).find(({ start, end }) => start <= at && at < end);
  return found ? evidenceOf(context.byId.get(document)!.text, found) : null;
}

/** The sentence a claim was read from; its own evidence where that runs over more than one. */
export function sentenceOf(context: Context, { document, claim }: StoredClaim): Evidence {
  const own = claim.evidence[0]!;
  const sentence = sentenceAt(context, document, own.start);
  return sentence && own.end <= sentence.end + 1 ? sentence : own;
}

/** Names a sentence of a document among all documents. */
export const sentenceKey = (context: Context, stored: StoredClaim): string => `${stored.document} ${sentenceOf(context, stored).start}`;
