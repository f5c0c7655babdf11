// What a figure is about where it does not say itself: the issue of the claims it stands in, or that was last spoken of before it.
import type { FigureClaim } from "../../model/index.ts";
import type { View } from "./view.ts";

/** How far back, in UTF-16 units, a topic reaches: about three sentences of news. “France has offered 30 percent” follows its topic within two. */
const REACH = 500;

export interface Spoken {
  readonly start: number;
  readonly end: number;
  readonly issue: string;
}

/** Named issues by document, in the order of the text. */
export function topicsOf(view: View): ReadonlyMap<string, readonly Spoken[]> {
  const byDocument = new Map<string, Spoken[]>();
  for (const { claim, document } of [
    ...view.claims("issue"),
    ...view.claims("position"),
    ...view.claims("commitment"),
    ...view.claims("figure"),
  ]) {
    if (claim.issue === null || claim.issue.startsWith("other:")) continue;
    const { start, end } = claim.evidence[0]!;
    const list = byDocument.get(document);
    const spoken = { start, end, issue: claim.issue };
    if (list) list.push(spoken);
    else byDocument.set(document, [spoken]);
  }
  for (const list of byDocument.values()) list.sort((a, b) => a.start - b.start || a.end - b.end || (a.issue < b.issue ? -1 : 1));
  return byDocument;
}

/** The issue at a figure’s place: of a claim that overlaps it, else the last one before it. */
export function topicAt(claim: FigureClaim, spoken: readonly Spoken[]): string | null {
  const { start, end } = claim.evidence[0]!;
  let before: Spoken | null = null;
  for (const one of spoken) {
    if (one.start >= end) break;
    if (one.end > start) return one.issue;
    if (start - one.end <= REACH) before = one;
  }
  return before?.issue ?? null;
}
