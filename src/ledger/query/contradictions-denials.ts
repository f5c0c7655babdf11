// Denials: a side says that what another source claims of it is not so.
import type { ActorRef, Claim, PositionClaim } from "../../model/index.ts";
import type { Contradiction, StoredClaim } from "../types.ts";
import { sideOf } from "./side.ts";
import { cite, type Desk, latestPublished, type View } from "./view.ts";
import { common, content, overlap } from "./words.ts";

/** Words of a denial that say that a number or a request is what is denied. */
const OF_A_REQUEST = /\b(number|figure|amount|sum|rate|request(?:ed|s)?|demand(?:ed|s)?|ask(?:ed|s)?)\b/i;

/** A denial is about what was said within this many days before it, or after it. */
const WINDOW_DAYS = 45;
const DAY = 86_400_000;

const about = (actors: readonly ActorRef[], holder: string): boolean => actors.some((actor) => sideOf(actor) === holder);

/** What a claim says of `holder` or asks of it, in words, if `holder` can deny it. */
function deniable(claim: Claim, holder: string): string | null {
  if (claim.modality === "negated" || claim.modality === "hypothetical") return null;
  if (claim.kind === "figure") {
    const addressed = about(claim.toward, holder) || (claim.whose !== null && sideOf(claim.whose) === holder);
    const other = claim.holder !== null && sideOf(claim.holder) !== holder;
    return claim.role === "demand" && addressed && other ? `${claim.measure} ${claim.text}` : null;
  }
  if (claim.kind === "commitment") return about(claim.by, holder) && claim.status !== "refused" ? claim.action : null;
  if (claim.kind !== "position" || claim.stance === "denies") return null;
  return sideOf(claim.holder) !== holder && about(claim.toward, holder) ? claim.about : null;
}

/** A claim that somebody may deny, with the words to compare. */
interface Target {
  readonly stored: StoredClaim;
  readonly words: readonly string[];
  /** A request with a number in it. */
  readonly numbered: boolean;
}

interface Denial {
  readonly stored: StoredClaim<PositionClaim>;
  readonly words: readonly string[];
  readonly ofRequest: boolean;
}

/** What can be denied by the holder of a denial, by issue; computed once for each holder. */
function targetsOf(view: View, holder: string): ReadonlyMap<string, readonly Target[]> {
  const byIssue = new Map<string, Target[]>();
  for (const stored of [...view.claims("figure"), ...view.claims("position"), ...view.claims("commitment")]) {
    const target = deniable(stored.claim, holder);
    if (target === null || stored.claim.issue === null) continue;
    const list = byIssue.get(stored.claim.issue) ?? [];
    list.push({ stored, words: content(target), numbered: stored.claim.kind === "figure" });
    byIssue.set(stored.claim.issue, list);
  }
  return byIssue;
}

/** Whether the target is what is denied: told not long before or after, and either a number denied and asked, or words in common. */
function denies({ stored: denial, words, ofRequest }: Denial, target: Target, desk: Desk): boolean {
  const { stored } = target;
  if (stored.document === denial.document && stored.claim.evidence[0]!.start === denial.claim.evidence[0]!.start) return false;
  const apart = Math.abs(desk.instant(denial.document) - desk.instant(stored.document));
  if (!(apart <= WINDOW_DAYS * DAY)) return false;
  return (target.numbered && ofRequest) || (common(target.words, words) >= 2 && overlap(target.words, words) >= 0.5);
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

function denialsIn(view: View): readonly Denial[] {
  return view
    .claims("position")
    .filter(({ claim }) => claim.stance === "denies" && claim.modality !== "hypothetical")
    .map((stored) => {
      const said = `${stored.claim.about} ${stored.claim.evidence[0]!.quote}`;
      return { stored, words: content(said), ofRequest: OF_A_REQUEST.test(said) };
    });
}

/** Denials with what they deny; denials of one holder on one issue stand together. */
export function denials(view: View, desk: Desk): readonly Contradiction[] {
  const targets = new Map<string, ReturnType<typeof targetsOf>>();
  const groups = new Map<string, { readonly denials: StoredClaim<PositionClaim>[]; readonly claims: Map<string, StoredClaim> }>();
  for (const denial of denialsIn(view)) {
    const { holder, issue } = denial.stored.claim;
    const of = sideOf(holder);
    const known = targets.get(of) ?? targetsOf(view, of);
    targets.set(of, known);
    const found = (known.get(issue) ?? []).filter((target) => denies(denial, target, desk));
    if (found.length === 0) continue;
    const group = groups.get(`${of} ${issue}`) ?? { denials: [], claims: new Map<string, StoredClaim>() };
    group.denials.push(denial.stored);
    for (const { stored } of found) group.claims.set(stored.claim.id, stored);
    groups.set(`${of} ${issue}`, group);
  }
  return [...groups.values()].map((group) => {
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
