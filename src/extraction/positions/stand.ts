// A position while it is read, and how it becomes claims: one for each holder and each issue of what it is about.
import {
  type ActorRef,
  actorKind,
  type FigureClaim,
  type Modality,
  overlaps,
  type PositionClaim,
  principal,
  type Span,
  type Stance,
} from "../../model/index.ts";
import { attributionOf } from "../attribution.ts";
import { makeClaim } from "../claim.ts";
import type { Context } from "../context.ts";
import { clauseRange, spanOf } from "../evidence.ts";
import { isOfficial } from "../official.ts";
import { actorsIn, actorsOf, type Party, voices } from "../parties.ts";
import { nounClause } from "../predicate.ts";
import { topicRange, topicsOf } from "../topics.ts";
import { AT_HOME, left, NO_OFFICIAL } from "../trace.ts";
import { isChatter } from "./chatter.ts";

export const POLARITY: Record<Stance, 1 | 0 | -1> = {
  seeks: 1,
  supports: 1,
  opposes: -1,
  demands: 1,
  offers: 1,
  concerned: -1,
  denies: -1,
  welcomes: 1,
  reaffirms: 1,
};
export interface Stand {
  readonly rule: string;
  readonly stance: Stance;
  readonly strength: number | null;
  readonly holders: readonly Party[];
  readonly about: number;
  readonly toward: readonly Party[];
  readonly modality: Modality;
  readonly span: Span;
  readonly token: number;
  /** The verb whose clause it stands in. */
  readonly verb: number;
}

/** The holders of a position: official actors, as the states and organisations they speak for. */
export function holdersOf(ctx: Context, parties: readonly Party[]): ActorRef[] {
  return voices(
    ctx,
    actorsOf(parties).filter((a) => isOfficial(ctx, a)),
  );
}

function towardOf(ctx: Context, stand: Stand, holders: readonly ActorRef[], from: number, to: number): ActorRef[] {
  const own = new Set(holders.map(principal));
  const foreign = (actors: readonly ActorRef[]) =>
    actors.filter((a) => isOfficial(ctx, a) && (holders.length > 1 || !own.has(principal(a))) && !holders.some((h) => h.id === a.id));
  const named = foreign(voices(ctx, actorsOf(stand.toward)));
  if (named.length > 0) return named;
  return foreign(voices(ctx, actorsIn(ctx, from, to)))
    .filter((a) => actorKind(a.id) !== "person" && !own.has(principal(a)))
    .slice(0, 2);
}

/** The figure that a position is about, if it is about one: “is asking €6.6 billion for 26 fighters”. */
function figureIn(ctx: Context, span: Span, figures: readonly FigureClaim[]): FigureClaim | null {
  const words = ctx.text.slice(span.start, span.end);
  return figures.find((f) => f.evidence.some((e) => overlaps(e, span)) && words.includes(f.text)) ?? null;
}

/** Claims of a position; `figures` are those of the document, which give an issue and a firmness to a position about one. */
export function toClaims(ctx: Context, stand: Stand, figures: readonly FigureClaim[]): PositionClaim[] {
  const holders = holdersOf(ctx, stand.holders);
  if (holders.length === 0 || holders.length > 8) {
    left(ctx, stand.rule, stand.token, holders.length === 0 ? NO_OFFICIAL : "too many hold it");
    return [];
  }
  const complement = nounClause(ctx.tree, stand.about);
  const range = topicRange(ctx, stand.about, complement === null ? [] : ctx.tree.subtree(complement));
  const figure = figureIn(ctx, spanOf(ctx, range), figures);
  // asking for a number is a demand; asking that one stay as it is is not
  const firm = figure?.role === "demand" && stand.stance === "seeks" && FIRM.has(ctx.tree.lemma(stand.token));
  const stance: Stance = firm ? "demands" : stand.stance;
  const claims: PositionClaim[] = [];
  const attribution = attributionOf(ctx, stand.token);
  const people = actorsIn(ctx, range.from, range.to).filter((a) => actorKind(a.id) === "person");
  for (const topic of topicsOf(ctx, stand.about, complement, clauseRange(ctx, stand.verb))) {
    if (!topic.cued && topic.issue.startsWith("other:") && figure === null && isChatter(ctx, stand.about)) continue;
    const issue = figure?.issue != null && (topic.issue.startsWith("other:") || !topic.cued) ? figure.issue : topic.issue;
    for (const holder of holders) {
      // “criticized his predecessor's golfing”: about one's own people, on nothing that states deal with
      const among = people.length > 0 && people.every((a) => principal(a) === principal(holder));
      if (among && issue.startsWith("other:") && towardOf(ctx, stand, [holder], range.from, range.to).length === 0) {
        left(ctx, stand.rule, stand.token, AT_HOME);
        continue;
      }
      claims.push(
        makeClaim<PositionClaim>(
          ctx,
          {
            kind: "position",
            holder,
            stance,
            polarity: POLARITY[stance],
            issue,
            about: topic.about,
            toward: towardOf(ctx, stand, [holder], range.from, range.to),
            strength: stand.strength,
          },
          {
            rule: stand.rule,
            modality: stand.modality,
            attribution,
            evidence: [stand.span],
            weak: stand.holders.some((h) => h.how === "fallback"),
          },
        ),
      );
    }
  }
  return claims;
}

/** Verbs of asking that demand when they come with a number. */
const FIRM = new Set(["ask", "want", "request", "seek", "call"]);
