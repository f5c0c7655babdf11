// The ordered list of extractors: what each needs from those before it and what it adds.
import type { ActorRef, Claim, ClaimKind, Problem } from "../model/index.ts";
import { COMMITMENT_RULES, extractCommitments } from "./commitments/index.ts";
import type { Context } from "./context.ts";
import { EVENT_RULES, extractEvents } from "./events/index.ts";
import { extractFigures, FIGURE_RULES } from "./figures/index.ts";
import { extractIssues, ISSUE_RULES } from "./issues/index.ts";
import { extractMeetings, MEETING_RULES } from "./meetings/index.ts";
import { extractPositions, POSITION_RULES } from "./positions/index.ts";
import { extractQuotes, QUOTE_RULES } from "./quotes/index.ts";
import type { RuleInfo } from "./rules.ts";
import { extractTies, TIE_RULES } from "./ties/index.ts";

/** What extractors can need and add: claims of a kind, and the parties of the text. */
export type Product = ClaimKind | "parties";

export interface Extractor {
  readonly kind: ClaimKind;
  readonly needs: readonly Product[];
  readonly adds: readonly Product[];
  readonly rules: readonly RuleInfo[];
  readonly run: (
    ctx: Context,
    claims: readonly Claim[],
  ) => {
    readonly claims: readonly Claim[];
    readonly parties?: readonly ActorRef[];
    readonly problems?: readonly Problem[];
  };
}

export const EXTRACTORS: readonly Extractor[] = [
  { kind: "meeting", needs: [], adds: ["meeting", "parties"], rules: MEETING_RULES, run: (ctx) => extractMeetings(ctx) },
  { kind: "quote", needs: [], adds: ["quote"], rules: QUOTE_RULES, run: (ctx) => extractQuotes(ctx) },
  { kind: "figure", needs: ["parties"], adds: ["figure"], rules: FIGURE_RULES, run: (ctx) => ({ claims: extractFigures(ctx) }) },
  {
    kind: "position",
    needs: ["parties", "figure"],
    adds: ["position"],
    rules: POSITION_RULES,
    run: (ctx, claims) => ({
      claims: extractPositions(
        ctx,
        claims.filter((c) => c.kind === "figure"),
      ),
    }),
  },
  {
    kind: "commitment",
    needs: ["parties"],
    adds: ["commitment"],
    rules: COMMITMENT_RULES,
    run: (ctx) => ({ claims: extractCommitments(ctx) }),
  },
  { kind: "tie", needs: ["parties"], adds: ["tie"], rules: TIE_RULES, run: (ctx) => ({ claims: extractTies(ctx) }) },
  {
    kind: "event",
    needs: ["parties", "meeting", "position", "commitment"],
    adds: ["event"],
    rules: EVENT_RULES,
    run: (ctx, claims) => ({ claims: extractEvents(ctx, claims) }),
  },
  {
    kind: "issue",
    needs: ["meeting", "position", "commitment", "figure"],
    adds: ["issue"],
    rules: ISSUE_RULES,
    run: (ctx, claims) => ({ claims: extractIssues(ctx, claims) }),
  },
];

/** What is wrong with an order of extractors: each need must be added by one before it. Empty when nothing is. */
export function checkOrder(extractors: readonly Extractor[]): string[] {
  const have = new Set<Product>();
  const wrong: string[] = [];
  for (const { kind, needs, adds } of extractors) {
    for (const need of needs) if (!have.has(need)) wrong.push(`${kind} needs ${need}, which nothing before it adds`);
    for (const product of adds) have.add(product);
  }
  return wrong;
}
