// Claims without an issue of the table: they take the issue of a claim in the same words, or stand under “Other points”.
import type { StoredClaim } from "../ledger/index.ts";
import { type FigureClaim, overlaps, type PositionClaim } from "../model/index.ts";
import type { Context } from "./context.ts";

/** Id of the group for what no issue of the table fits. */
export const OTHER = "other";

const isOther = (issue: string | null): boolean => issue === null || issue.startsWith("other:");

/** The issue a claim is printed under: its own, that of an overlapping claim (the nearest start first), or `other`. */
export function adoptedIssue(context: Context, { claim, document }: StoredClaim<PositionClaim | FigureClaim>): string {
  if (claim.issue !== null && !isOther(claim.issue)) return claim.issue;
  const [own] = claim.evidence;
  const near = (context.byDocument.get(document) ?? []).flatMap(({ claim: other }) => {
    if (!("issue" in other) || isOther(other.issue)) return [];
    const span = other.evidence.find((evidence) => overlaps(evidence, own!));
    return span ? [{ issue: other.issue!, distance: Math.abs(span.start - own!.start) }] : [];
  });
  near.sort((a, b) => a.distance - b.distance || (a.issue < b.issue ? -1 : a.issue > b.issue ? 1 : 0));
  return near[0]?.issue ?? OTHER;
}

/** The issue a gap or change of the ledger is printed under. */
export const printedIssue = (issue: string): string => (isOther(issue) ? OTHER : issue);
