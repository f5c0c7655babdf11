// Disputed figures: what a contradiction is about must not stand elsewhere as settled.
import type { Citation, StoredClaim } from "../ledger/index.ts";
import type { Context } from "./context.ts";

/** Independent sources behind citations. */
function sourcesOf(context: Context, citations: readonly Citation[]): number {
  return new Set(citations.flatMap((citation) => context.sourceAt(citation) ?? [])).size;
}

/**
 * Whether a claim rests on a value that sources dispute and that does not have the most of them behind it; where the values have equally
 * many, each is disputed.
 */
export function isDisputed(context: Context, { claim, document }: StoredClaim): boolean {
  const spans = claim.evidence;
  return context.contradictions.some(({ type, values, resolved }) => {
    if (type !== "figure" || resolved !== null) return false;
    const counts = values.map(({ citations }) => sourcesOf(context, citations));
    const most = Math.max(...counts);
    const alone = counts.filter((count) => count === most).length === 1;
    return values.some(
      ({ citations }, index) =>
        !(alone && counts[index] === most) &&
        citations.some(
          (citation) =>
            citation.document === document &&
            spans.some((span) => span.start < citation.evidence.end && citation.evidence.start < span.end),
        ),
    );
  });
}
