// Claims without an issue of the table: they take the issue of the words or the paragraph they stand in, or go under “Other points”.
import type { Change, Gap, StoredClaim } from "../ledger/index.ts";
import { type CommitmentClaim, type Evidence, type FigureClaim, overlaps, type PositionClaim, type Span } from "../model/index.ts";
import type { Context } from "./context.ts";
import { measureOf } from "./gap-lines.ts";
import { capitalise } from "./words.ts";

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
  for (const change of context.changes) {
    const issue = changeGroup(context, change);
    for (const { claim } of change.citations) if (issue !== OTHER) known.set(claim, issue);
  }
  for (const gap of context.gaps) {
    const issue = gapGroup(context, gap);
    for (const { claim } of [...gap.a.claims, ...gap.b.claims]) if (issue !== OTHER) known.set(claim.id, issue);
  }
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

/** The group of the gap whose figures stand in a passage; null where none or several do. */
function gapAt(context: Context, document: string, passage: Span): string | null {
  const groups = context.gaps
    .filter(({ kind }) => kind === "gap")
    .filter(({ a, b }) =>
      [...a.claims, ...b.claims].some((stored) => stored.document === document && overlaps(stored.claim.evidence[0]!, passage)),
    )
    .map((gap) => gapGroup(context, gap));
  return new Set(groups).size === 1 ? groups[0]! : null;
}

/** The issue a claim is printed under: that of the gap it states, its own, that of claims in the same words, in its paragraph, or on a thing of the same name, or `other`. */
export function adoptedIssue(context: Context, { claim, document }: StoredClaim<PositionClaim | FigureClaim | CommitmentClaim>): string {
  const gap = gapAt(context, document, claim.evidence[0]!);
  if (gap !== null) return gap;
  if (claim.issue !== null && !isOther(claim.issue)) return claim.issue;
  return knownIssues(context).get(claim.id) ?? issueAround(context, document, claim.evidence[0]!);
}

/** The issue of a passage: that of claims in it, on a thing of the same name, or in its paragraph, or `other`. */
export function issueAround(context: Context, document: string, own: Evidence): string {
  const gap = gapAt(context, document, own);
  if (gap !== null) return gap;
  const known = knownIssues(context);
  const votes = (context.byDocument.get(document) ?? []).flatMap(({ claim: other }): Vote[] => {
    const issue = known.get(other.id);
    return issue === undefined ? [] : [{ issue, span: other.evidence[0]! }];
  });
  const among = (within: Span): string | null =>
    winner(
      votes.filter(({ span }) => overlaps(span, within)),
      own.start,
    );
  return among(own) ?? issueByName(context, own.quote) ?? among(paragraphOf(context.byId.get(document)?.text ?? "", own)) ?? OTHER;
}

/** Claims of any kind that name the issue themselves, in the words that the citations stand in. */
const isNamedBy = (context: Context, issue: string, places: readonly { readonly document: string; readonly span: Span }[]): boolean =>
  !isOther(issue) &&
  places.some(({ document, span }) =>
    (context.byDocument.get(document) ?? []).some(
      ({ claim }) => "issue" in claim && claim.issue === issue && overlaps(claim.evidence[0]!, span),
    ),
  );

/** Prefix of a group that is named by what is measured, since no text says which issue it belongs to. */
const MATTER = "matter:";
export const isMatter = (id: string): boolean => id.startsWith(MATTER);

/**
 * The group a gap is printed under: its issue where a claim in the same words names that, else what is measured. The ledger's own guess, the
 * issue spoken of before, crosses from one subject into the next too often to head a page with.
 */
export function gapGroup(context: Context, gap: Gap): string {
  const places = [...gap.a.claims, ...gap.b.claims].map(({ document, claim }) => ({ document, span: claim.evidence[0]! }));
  if (isNamedBy(context, gap.issue, places)) return gap.issue;
  const measure = measureOf(gap);
  return measure === "" ? OTHER : `${MATTER}${capitalise(measure)}`;
}

/** The group of a change: that of the gap one of its figures is in, else its issue where the words name it. */
export function changeGroup(context: Context, change: Change): string {
  const ids = new Set(change.citations.map(({ claim }) => claim));
  const gap = context.gaps.find(({ a, b }) => [...a.claims, ...b.claims].some(({ claim }) => ids.has(claim.id)));
  if (gap) return gapGroup(context, gap);
  const places = change.citations.map(({ document, evidence }) => ({ document, span: evidence }));
  return isNamedBy(context, change.issue, places) ? change.issue : OTHER;
}

/** The heading of a group; `others` is the heading of what belongs to none. */
export function groupLabel(context: Context, id: string, others: string): string {
  if (id === OTHER) return others;
  return isMatter(id) ? id.slice(MATTER.length) : context.names.issueLabel(id);
}
