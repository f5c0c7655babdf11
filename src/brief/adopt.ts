// Claims without an issue of the table: they take the issue of the words or the paragraph they stand in, or go under “Other points”.
import type { StoredClaim } from "../ledger/index.ts";
import { type CommitmentClaim, type FigureClaim, overlaps, type PositionClaim, type Span } from "../model/index.ts";
import type { Context } from "./context.ts";

/** Id of the group for what no issue of the table fits. */
export const OTHER = "other";

const isOther = (issue: string | null): boolean => issue === null || issue.startsWith("other:");

interface Vote {
  readonly issue: string;
  readonly span: Span;
}

/** The issue that most votes name; of equals the nearest to `start`, then the first by id. */
function winner(votes: readonly Vote[], start: number): string | null {
  const counts = new Map<string, { count: number; distance: number }>();
  for (const { issue, span } of votes) {
    const known = counts.get(issue) ?? { count: 0, distance: Number.POSITIVE_INFINITY };
    counts.set(issue, { count: known.count + 1, distance: Math.min(known.distance, Math.abs(span.start - start)) });
  }
  const ranked = [...counts].sort(([a, x], [b, y]) => y.count - x.count || x.distance - y.distance || (a < b ? -1 : 1));
  return ranked[0]?.[0] ?? null;
}

/** First and last offset of the paragraph around a span. */
function paragraphOf(text: string, span: Span): Span {
  const start = text.lastIndexOf("\n\n", span.start);
  const end = text.indexOf("\n\n", span.end);
  return { start: start < 0 ? 0 : start + 2, end: end < 0 ? text.length : end };
}

const NAME = /(?<=[\p{L}\p{N},;:’'”"%)]\s(?:the\s|a\s|an\s)?)\p{Lu}[\p{L}-]{3,}/gu;
const CALENDAR =
  /^(?:January|February|March|April|June|July|August|September|October|November|December|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)$/;

/** Names of things in a passage (`Rafale`, `Alaska`): capitalised words inside a sentence that name neither a side, a participant nor a day. */
function namesIn(context: Context, quote: string): readonly string[] {
  const own = [
    ...context.sides.flatMap((side) => [
      context.names.shortName(side),
      context.names.adjective(side),
      context.names.actor(side)?.name ?? "",
    ]),
    ...context.meeting.participants.map(({ name }) => name),
  ].join(" ");
  return [...new Set(quote.match(NAME) ?? [])].filter((name) => !own.includes(name) && !CALENDAR.test(name) && !TITLE.test(name));
}

const TITLE =
  /^(?:President|Prime|Minister|Chancellor|Secretary|Foreign|Defen[cs]e|White|House|State|Department|Ministry|Commerce|Finance|Navy|Army|General|Admiral)$/;

/** The issue of each claim that has one: its own, or that of the gap or change the ledger found it in. */
function knownIssues(context: Context): ReadonlyMap<string, string> {
  const cached = KNOWN.get(context);
  if (cached) return cached;
  const known = new Map<string, string>();
  for (const { issue, a, b } of context.gaps)
    for (const { claim } of [...a.claims, ...b.claims]) if (!isOther(issue)) known.set(claim.id, issue);
  for (const { issue, citations } of context.changes) for (const { claim } of citations) if (!isOther(issue)) known.set(claim, issue);
  for (const { claim } of context.claims)
    if ("issue" in claim && claim.issue !== null && !isOther(claim.issue)) known.set(claim.id, claim.issue);
  KNOWN.set(context, known);
  return known;
}

const KNOWN = new WeakMap<Context, ReadonlyMap<string, string>>();

/** The issue of the claims of any text that speak of a thing of the same name. */
function issueByName(context: Context, quote: string): string | null {
  const names = namesIn(context, quote);
  if (names.length === 0) return null;
  const known = knownIssues(context);
  const votes = context.claims.flatMap(({ claim }): Vote[] => {
    const issue = known.get(claim.id);
    if (issue === undefined || claim.kind === "issue") return [];
    const span = claim.evidence[0]!;
    return names.some((name) => span.quote.includes(name)) ? [{ issue, span }] : [];
  });
  return winner(votes, 0);
}

/** The issue a claim is printed under: its own, that of claims in the same words, in its paragraph, or on a thing of the same name, or `other`. */
export function adoptedIssue(context: Context, { claim, document }: StoredClaim<PositionClaim | FigureClaim | CommitmentClaim>): string {
  if (claim.issue !== null && !isOther(claim.issue)) return claim.issue;
  const own = claim.evidence[0]!;
  const known = knownIssues(context);
  const ownKnown = known.get(claim.id);
  if (ownKnown !== undefined) return ownKnown;
  const votes = (context.byDocument.get(document) ?? []).flatMap(({ claim: other }): Vote[] => {
    const issue = known.get(other.id);
    return issue === undefined ? [] : [{ issue, span: other.evidence[0]! }];
  });
  const same = winner(
    votes.filter(({ span }) => overlaps(span, own)),
    own.start,
  );
  if (same !== null) return same;
  const named = issueByName(context, own.quote);
  if (named !== null) return named;
  const paragraph = paragraphOf(context.byId.get(document)?.text ?? "", own);
  return (
    winner(
      votes.filter(({ span }) => overlaps(span, paragraph)),
      own.start,
    ) ?? OTHER
  );
}

/** The issue a gap or change of the ledger is printed under. */
export const printedIssue = (issue: string): string => (isOther(issue) ? OTHER : issue);
