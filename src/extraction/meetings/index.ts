// Meetings, visits and calls of officials: held, planned, proposed, cancelled, postponed.
import { type ActorRef, actorKind, type MeetingClaim, principal } from "../../model/index.ts";
import { type Context, dateMentionAt } from "../context.ts";
import { clauseSpan } from "../evidence.ts";
import { type Mode, modeOf } from "../mode.ts";
import type { RuleInfo } from "../rules.ts";
import { type Draft, principals, sideOf } from "./draft.ts";
import { mergeDrafts, toClaim } from "./merge.ts";
import { readAt } from "./read.ts";
import { readItinerary } from "./read-occasion.ts";
import { INVITATION, ITINERARY, NAMED_SUMMIT, NOUN_ROWS, OCCASION, STAY, TAKE_PLACE, VERB_ROWS } from "./rules.ts";
import { settle } from "./status.ts";
import { datesUnder, placesUnder, whenOf } from "./when-where.ts";

export const MEETING_RULES: readonly RuleInfo[] = [
  ...VERB_ROWS,
  ...NOUN_ROWS,
  NAMED_SUMMIT,
  INVITATION,
  OCCASION,
  STAY,
  ITINERARY,
  TAKE_PLACE,
];

const ANAPHORS = new Set(["meeting", "visit", "summit", "talk", "talks", "call", "it", "they", "trip", "discussion", "session"]);
const OCCURRENCE = new Set([
  "take",
  "set",
  "schedule",
  "hold",
  "due",
  "plan",
  "slate",
  "fix",
  "begin",
  "start",
  "happen",
  "occur",
  "expect",
]);

/** Words that put what they govern ahead: “the talks are expected to last”, “the visit is set for April 4”. */
const SCHEDULED = new Set(["set", "schedule", "due", "plan", "slate", "fix", "expect"]);

/** “The talks are on Tuesday”: a day that is the predicate itself. */
function isDayOf(ctx: Context, token: number): boolean {
  return ctx.tree.preposition(token) === "on" && ctx.tree.by(token, "cop").length > 0 && dateMentionAt(ctx, token) !== null;
}

/** “It will take place on Friday”, “The visit is set for April 4”: the day of the last meeting read. */
function readOccurrence(ctx: Context, token: number, last: Draft | undefined): Draft | null {
  const { tree } = ctx;
  if (last === undefined || !(OCCURRENCE.has(tree.lemma(token)) || isDayOf(ctx, token))) return null;
  const subject = tree.first(token, "nsubj");
  if (subject === null || !ANAPHORS.has(tree.lemma(subject))) return null;
  if (tree.lemma(token) === "take" && !tree.by(token, "obj", "compound").some((k) => tree.lemma(k) === "place")) return null;
  const said = modeOf(tree, token);
  if (said.negated || said.modality === "hypothetical") return null;
  const mode: Mode = SCHEDULED.has(tree.lemma(token)) && !said.past ? { ...said, modality: "planned", future: true } : said;
  const when = settle(ctx, mode, whenOf(ctx, datesUnder(ctx, [token])));
  const where = placesUnder(ctx, [token])[0] ?? null;
  if (when?.start == null && where === null) return null;
  const side = sideOf(when?.start ?? null, ctx.day);
  const status = mode.past && side !== 1 ? "held" : "planned";
  return {
    ...last,
    rule: TAKE_PLACE.id,
    when,
    place: where?.name ?? null,
    placeRank: where?.rank ?? -1,
    status: side === -1 ? "held" : status,
    statusSure: true,
    modality: status === "planned" && side !== -1 ? "planned" : "asserted",
    spans: [clauseSpan(ctx, token)],
    token,
  };
}

/** The two sides of a text: participants of its first meeting of two states or organisations; persons first. */
export function partiesOf(meetings: readonly Draft[]): readonly ActorRef[] {
  const main = meetings.find((m) => principals(m.participants).length === 2) ?? meetings[0];
  if (main === undefined || principals(main.participants).length < 2) return [];
  const seen = new Set<string>();
  return main.participants.filter(
    (a) => (actorKind(a.id) !== "group" || a.state !== undefined) && !seen.has(principal(a)) && seen.add(principal(a)) !== undefined,
  );
}

export interface MeetingsRead {
  readonly claims: readonly MeetingClaim[];
  readonly parties: readonly ActorRef[];
}

/** All meetings of a document in text order, and whom “the two leaders” means. */
export function extractMeetings(given: Context): MeetingsRead {
  let ctx = given;
  const drafts: Draft[] = [];
  const tokens = ctx.tree.tokens;
  for (let i = 0; i < tokens.length; i++) {
    const { upos } = tokens[i]!;
    if (upos !== "VERB" && upos !== "NOUN" && upos !== "PROPN" && upos !== "ADJ") continue;
    const found = [...readItinerary(ctx, i, drafts.at(-1))];
    if (found.length === 0) found.push(...readAt(ctx, i));
    const said = found.length > 0 ? null : readOccurrence(ctx, i, drafts.at(-1));
    if (said !== null) found.push(said);
    drafts.push(...found);
    if (found.length > 0 && ctx.parties.length === 0) ctx = { ...ctx, parties: partiesOf(drafts) };
  }
  const merged = mergeDrafts(drafts);
  return { claims: merged.map((d) => toClaim(ctx, d)), parties: partiesOf(merged) };
}
