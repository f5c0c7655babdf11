// Quotations and reported statements: words in marks with their speakers, and clauses that somebody is said to have said.
import type { Span } from "../../model/index.ts";
import type { Mention, Quotation, Sentence, Token } from "../annotation.ts";
import { findAttributions } from "./attributions.ts";

export { type Attribution, findAttributions } from "./attributions.ts";

/**
 * Quotations and reported statements with the ids of their speakers, in text order. Thoughts, wishes, attitudes and things only talked about are left out.
 * The speaker is the actor mention that shares most characters with the words that name the source.
 */
export function findQuotations(
  text: string,
  tokens: readonly Token[],
  sentences: readonly Sentence[],
  mentions: readonly Mention[],
): readonly Quotation[] {
  return findAttributions(text, tokens, sentences)
    .filter((attribution) => attribution.said && (attribution.clausal || attribution.quoted.length > 0))
    .map((attribution, id) => ({
      id,
      kind: attribution.kind,
      content: attribution.kind === "indirect" ? attribution.content : attribution.quoted,
      speaker: attribution.source === null ? null : speakerIn(mentions, attribution.source),
      cue: attribution.cue,
      sentence: attribution.sentence,
    }));
}

/** Mentions looked at before the end of a source: nested and neighbouring ones; bounds the work in a text of many thousand. */
const NEIGHBOURS = 64;

/**
 * The actor mention a source begins with, the longest of those (`An official at Ghana's central bank` is the official, `Osei's team` the team).
 * `mentions` are in text order.
 */
function speakerIn(mentions: readonly Mention[], source: Span): number | null {
  let low = 0;
  let high = mentions.length;
  while (low < high) {
    const mid = (low + high) >> 1;
    if (mentions[mid]!.start < source.end) low = mid + 1;
    else high = mid;
  }
  let best: Mention | null = null;
  for (const mention of mentions.slice(Math.max(0, low - NEIGHBOURS), low)) {
    if (mention.kind !== "actor" || mention.end <= source.start) continue;
    const start = Math.max(mention.start, source.start);
    const leads = best ? start - Math.max(best.start, source.start) : -1;
    if (!best || leads < 0 || (leads === 0 && mention.end > best.end)) best = mention;
  }
  return best?.id ?? null;
}
