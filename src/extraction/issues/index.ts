// Issues: what is on the agenda of a meeting, or what the parties of a text deal with, and how likely it comes up.
import {
  type ActorRef,
  type Claim,
  type Evidence,
  type IssueClaim,
  type Likelihood,
  type Modality,
  overlaps,
  principal,
} from "../../model/index.ts";
import { attributionOf } from "../attribution.ts";
import { makeClaim } from "../claim.ts";
import { type Context, mentionsIn } from "../context.ts";
import type { IssueHit } from "../cues.ts";
import { clauseRange, phraseRange, spanOf } from "../evidence.ts";
import { type Mode, modeOf } from "../mode.ts";
import { isOfficial } from "../official.ts";
import { actorsOf, voices } from "../parties.ts";
import { agentsOf } from "../predicate.ts";
import type { RuleInfo } from "../rules.ts";
import { isAside, isInName } from "../topics.ts";
import { DOMINATING, extractDominating } from "./dominating.ts";
import { extractOutcomes, OUTCOME } from "./outcomes.ts";

export const AGENDA: RuleInfo = {
  id: "issue/agenda",
  kind: "issue",
  reason: "What officials discuss, raise, review or put on an agenda is an issue of their meeting.",
  examples: ["President Joe Biden met President Lula da Silva in Washington. They discussed climate change."],
  counterexamples: ["The students discussed climate change in class."],
};
export const STANDPOINT: RuleInfo = {
  id: "issue/standpoint",
  kind: "issue",
  reason: "What a party takes a position on, promises or puts a figure to is an issue between the parties.",
  examples: ["France called on China to respect human rights."],
  counterexamples: ["The song is about human rights."],
};
export const MENTIONED: RuleInfo = {
  id: "issue/mentioned",
  kind: "issue",
  reason: "What a text about a meeting says of its parties in the terms of an issue is an issue of theirs.",
  examples: ["President Joe Biden met President Lula da Silva in Washington. Brazil has been hit by climate change."],
  counterexamples: ["Climate change was the subject of a school play."],
};
export const ISSUE_RULES: readonly RuleInfo[] = [AGENDA, STANDPOINT, MENTIONED, OUTCOME, DOMINATING];

/** Verbs whose object, topic or subject is an item of an agenda. */
const AGENDA_VERBS = new Set(
  (
    "discuss address raise tackle review cover explore debate consult confer exchange touch focus center centre dominate prioritize prioritise top feature " +
    "talk speak take hold include note emphasize emphasise underscore stress reaffirm affirm highlight consider examine negotiate deal"
  ).split(" "),
);
const AGENDA_NOUNS = new Set("agenda topic subject item priority talk talks discussion dialogue negotiation focus issue point".split(" "));

interface Found {
  readonly hit: IssueHit;
  readonly rule: RuleInfo;
  readonly rank: number;
  readonly mode: Mode;
  readonly verb: number;
}

/** The head of a cue: the token of it whose head lies outside. */
function headOf(ctx: Context, hit: IssueHit): number {
  for (let i = hit.to - 1; i >= hit.from; i--) {
    const head = ctx.tree.head(i);
    if (head < hit.from || head >= hit.to) return i;
  }
  return hit.to - 1;
}

function governing(ctx: Context, token: number): { readonly verb: number; readonly agenda: boolean } {
  const { tree } = ctx;
  let verb = token;
  let agenda = false;
  for (const at of [token, ...tree.ancestors(token)]) {
    const lemma = tree.lemma(at);
    if (AGENDA_NOUNS.has(lemma)) agenda = true;
    if (tree.isClause(at)) {
      if (AGENDA_VERBS.has(lemma)) return { verb: at, agenda: true };
      if (verb === token) verb = at;
      if (tree.relation(at) === "root") break;
    }
  }
  return { verb, agenda };
}

function likelihoodOf(mode: Mode): Likelihood {
  if (mode.negated) return "unlikely";
  if (mode.modality === "possible" || mode.hedged) return "may";
  return "certain";
}

/** Whether a sentence names somebody who acts in an official role. */
function hasOfficial(ctx: Context, from: number, to: number): boolean {
  return mentionsIn(ctx, "actor", from, to).some(
    (m) => m.actors.some((a) => isOfficial(ctx, a)) || (m.actors.length === 0 && m.form === "collective"),
  );
}

/** Whether a sentence names one of the two sides the text is about. */
function namesParty(ctx: Context, from: number, to: number): boolean {
  const parties = new Set(ctx.parties.map(principal));
  return mentionsIn(ctx, "actor", from, to).some((m) => m.actors.some((a) => parties.has(principal(a))));
}

/** Issues of a document, each once, with its strongest ground first; `claims` are those already read. */
export function extractIssues(ctx: Context, claims: readonly Claim[]): IssueClaim[] {
  const grounds = claims.filter((c) => c.kind === "position" || c.kind === "commitment" || c.kind === "figure");
  const meetings = claims.filter((c) => c.kind === "meeting");
  if (meetings.length === 0 && grounds.length === 0) return [];
  // spans that already say something of an issue, by issue: a report has thousands
  const said = new Map<string | null, Evidence[]>();
  for (const c of grounds) {
    const spans = said.get(c.issue);
    if (spans === undefined) said.set(c.issue, [...c.evidence]);
    else spans.push(...c.evidence);
  }
  const official = /^(?:readout|statement|remarks)$/.test(ctx.doc.document.kind);
  const best = new Map<string, Found>();
  const consider = (found: Found) => {
    const old = best.get(found.hit.issue);
    if (old === undefined || found.rank > old.rank) best.set(found.hit.issue, found);
  };
  for (const sentence of ctx.doc.sentences) {
    const hits = ctx.cues.find(ctx.tree, sentence.from, sentence.to).filter((h) => !isInName(ctx, h));
    if (hits.length === 0) continue;
    const known = hasOfficial(ctx, sentence.from, sentence.to);
    for (const hit of hits) {
      const head = headOf(ctx, hit);
      const { verb, agenda } = governing(ctx, head);
      const mode = modeOf(ctx.tree, verb);
      if (mode.modality === "hypothetical" && !agenda) continue;
      const span = { start: ctx.tree.token(hit.from).start, end: ctx.tree.token(hit.to - 1).end };
      const grounded = () => (said.get(hit.issue) ?? []).some((e) => overlaps(e, span));
      if (agenda && (known || meetings.length > 0) && !isAside(ctx, head, [verb])) consider({ hit, rule: AGENDA, rank: 2, mode, verb });
      else if ((best.get(hit.issue)?.rank ?? 0) < 1 && grounded()) consider({ hit, rule: STANDPOINT, rank: 1, mode, verb });
      else if (sentence.kind === "heading" || (known && (official || namesParty(ctx, sentence.from, sentence.to))))
        consider({ hit, rule: MENTIONED, rank: 0, mode, verb });
    }
  }
  const meeting = meetings[0]?.id ?? null;
  const issues = [...best.values()]
    .sort((a, b) => a.hit.from - b.hit.from || (a.hit.issue < b.hit.issue ? -1 : 1))
    .map((f) => toClaim(ctx, f, meeting));
  if (!meetings.some((m) => m.status === "planned")) return issues;
  return [...issues, ...extractDominating(ctx, meeting), ...extractOutcomes(ctx, meeting)];
}

/** Longest evidence of an issue in tokens; beyond it the phrase around the cue is enough. */
const MAX_CLAUSE = 30;

function toClaim(ctx: Context, found: Found, meeting: string | null): IssueClaim {
  const { hit, verb, mode } = found;
  const inside = Array.from({ length: hit.to - hit.from }, (_, i) => hit.from + i);
  const clause = found.rank === 2 ? clauseRange(ctx, verb, inside) : null;
  const range = clause !== null && clause.to - clause.from <= MAX_CLAUSE ? clause : phraseRange(ctx, headOf(ctx, hit), inside);
  const raisedBy: readonly ActorRef[] =
    found.rank === 2 && ctx.tree.isVerbal(verb)
      ? voices(
          ctx,
          actorsOf(agentsOf(ctx, verb)).filter((a) => isOfficial(ctx, a)),
        )
      : [];
  const modality: Modality = mode.modality;
  return makeClaim<IssueClaim>(
    ctx,
    { kind: "issue", issue: hit.issue, meeting, likelihood: likelihoodOf(mode), raisedBy },
    { rule: found.rule.id, modality, attribution: attributionOf(ctx, hit.from), evidence: [spanOf(ctx, range)] },
  );
}
