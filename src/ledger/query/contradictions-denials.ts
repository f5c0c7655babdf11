// Denials: a side says that what another source claims of it is not so.
import { type ActorRef, type Claim, type PositionClaim, principal } from "../../model/index.ts";
import type { Contradiction, StoredClaim } from "../types.ts";
import { cite, type Desk, latestPublished, type View } from "./view.ts";
import { common, content, overlap } from "./words.ts";

/** Words of a denial that say that a number or a request is what is denied. */
const OF_A_REQUEST = /\b(number|figure|amount|sum|rate|request(?:ed|s)?|demand(?:ed|s)?|ask(?:ed|s)?)\b/i;

/** A denial is about what was said within this many days before it, or after it. */
const WINDOW_DAYS = 45;
const DAY = 86_400_000;

const about = (actors: readonly ActorRef[], holder: string): boolean => actors.some((actor) => principal(actor) === holder);

/** The party a claim says something of, if what it says can be denied by `holder`. */
function deniable(claim: Claim, holder: string): { readonly words: string; readonly request: boolean } | null {
  if (claim.modality === "negated" || claim.modality === "hypothetical") return null;
  if (claim.kind === "figure") {
    const addressed = about(claim.toward, holder) || (claim.whose !== null && principal(claim.whose) === holder);
    const other = claim.holder !== null && principal(claim.holder) !== holder;
    return claim.role === "demand" && addressed && other ? { words: `${claim.measure} ${claim.text}`, request: true } : null;
  }
  if (claim.kind === "commitment")
    return about(claim.by, holder) && claim.status !== "refused" ? { words: claim.action, request: false } : null;
  if (claim.kind === "position" && claim.stance !== "denies") {
    const demand = claim.stance === "demands" || claim.stance === "seeks";
    return principal(claim.holder) !== holder && about(claim.toward, holder) ? { words: claim.about, request: demand } : null;
  }
  return null;
}

const issueOf = (claim: Claim): string | null => ("issue" in claim ? claim.issue : null);

/** Whether `claim` is what `denial` denies: one issue, and either a number or request denied and made, or words in common. */
function denied(denial: StoredClaim<PositionClaim>, stored: StoredClaim, desk: Desk): boolean {
  if (stored.document === denial.document && stored.claim.evidence[0]!.start === denial.claim.evidence[0]!.start) return false;
  const { claim } = denial;
  const target = deniable(stored.claim, principal(claim.holder));
  if (!target || issueOf(stored.claim) !== claim.issue) return false;
  const apart = Math.abs(desk.instant(denial.document) - desk.instant(stored.document));
  if (!(apart <= WINDOW_DAYS * DAY)) return false;
  const words = `${claim.about} ${claim.evidence[0]!.quote}`;
  if (target.request && stored.claim.kind === "figure" && OF_A_REQUEST.test(words)) return true;
  const [a, b] = [content(target.words), content(words)];
  return common(a, b) >= 2 && overlap(a, b) >= 0.5;
}

function sentence(claim: Claim): string {
  switch (claim.kind) {
    case "figure":
      return `${claim.measure}: ${claim.text}`;
    case "commitment":
      return claim.action;
    case "position":
      return claim.about;
    default:
      return claim.evidence[0]!.quote;
  }
}

/** Denials with what they deny; denials of one holder on one issue stand together. */
export function denials(view: View, desk: Desk): readonly Contradiction[] {
  const targets: readonly StoredClaim[] = [...view.claims("figure"), ...view.claims("position"), ...view.claims("commitment")];
  const byIssue = new Map<string, { readonly denials: StoredClaim<PositionClaim>[]; readonly claims: Map<string, StoredClaim> }>();
  for (const denial of view.claims("position")) {
    if (denial.claim.stance !== "denies" || denial.claim.modality === "hypothetical") continue;
    const found = targets.filter((stored) => denied(denial, stored, desk));
    if (found.length === 0) continue;
    const key = `${principal(denial.claim.holder)} ${denial.claim.issue}`;
    const group = byIssue.get(key) ?? { denials: [], claims: new Map<string, StoredClaim>() };
    group.denials.push(denial);
    for (const stored of found) group.claims.set(stored.claim.id, stored);
    byIssue.set(key, group);
  }
  return [...byIssue.values()].map((group) => {
    const claims = [...group.claims.values()].sort((a, b) => desk.order(a.document) - desk.order(b.document));
    const first = group.denials[0]!.claim;
    return {
      type: "denial" as const,
      about: first.issue,
      values: [
        { value: sentence(claims[0]!.claim), citations: cite(claims), published: latestPublished(claims, desk) },
        {
          value: `denied by ${first.holder.name}: ${first.about}`,
          citations: cite(group.denials),
          published: latestPublished(group.denials, desk),
        },
      ],
      resolved: null,
    };
  });
}
