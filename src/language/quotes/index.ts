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
      speaker: attribution.source === null ? null : speakerIn(tokens, sentences[attribution.sentence]!, mentions, attribution.source),
      cue: attribution.cue,
      sentence: attribution.sentence,
    }));
}

/** Mentions looked at before the end of a source: nested and neighbouring ones; bounds the work in a text of many thousand. */
const NEIGHBOURS = 64;

/** The token that a source hangs on its sentence by, and what stands beside that as an apposition: `its director, | Lena Holt`. */
function namedIn(
  tokens: readonly Token[],
  sentence: Sentence,
  source: Span,
): { readonly head: number; readonly beside: ReadonlySet<number> } {
  let head = -1;
  for (let t = sentence.from; t < sentence.to && head < 0; t++) {
    const token = tokens[t]!;
    if (token.start < source.start || token.end > source.end || token.upos === "PUNCT") continue;
    const above = token.head < 0 ? null : tokens[token.head]!;
    if (above === null || above.start < source.start || above.end > source.end) head = t;
  }
  const beside = new Set<number>();
  for (let t = head + 1; head >= 0 && t < sentence.to; t++) if (tokens[t]!.head === head && tokens[t]!.deprel === "appos") beside.add(t);
  return { head, beside };
}

/**
 * The person named beside the source's head (`its director, Lena Holt`); else the actor mention that the source begins with, the longest of those
 * (`An official at Ghana's central bank` is the official, `Osei's team` the team). `mentions` are in text order.
 */
function speakerIn(tokens: readonly Token[], sentence: Sentence, mentions: readonly Mention[], source: Span): number | null {
  let low = 0;
  let high = mentions.length;
  while (low < high) {
    const mid = (low + high) >> 1;
    if (mentions[mid]!.start < source.end) low = mid + 1;
    else high = mid;
  }
  const { head, beside } = namedIn(tokens, sentence, source);
  let best: Mention | null = null;
  for (const mention of mentions.slice(Math.max(0, low - NEIGHBOURS), low)) {
    if (mention.kind !== "actor" || mention.end <= source.start) continue;
    if (beside.has(mention.head) && mention.form === "name" && best !== null && best.kind === "actor" && best.head !== head)
      return mention.id;
    const start = Math.max(mention.start, source.start);
    const leads = best ? start - Math.max(best.start, source.start) : -1;
    if (!best || leads < 0 || (leads === 0 && mention.end > best.end)) best = mention;
  }
  return best?.id ?? null;
}
