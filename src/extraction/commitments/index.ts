// Commitments: who binds himself to whom to do what, by when, and how it stands.
import { type ActorRef, actorKind, type CommitmentClaim, principal } from "../../model/index.ts";
import { actsByName, namesAbroad } from "../abroad.ts";
import { attributionOf } from "../attribution.ts";
import { makeClaim } from "../claim.ts";
import { type Context, mentionsIn } from "../context.ts";
import { clauseSpan, phraseRange, spanOf } from "../evidence.ts";
import { FrameIndex, type FrameMatch } from "../frames.ts";
import { isBetweenStates, isDiplomatic, isOfficial } from "../official.ts";
import { actorsIn, actorsOf, partiesAt, voices } from "../parties.ts";
import { lightVerb } from "../predicate.ts";
import type { RuleInfo } from "../rules.ts";
import { AT_HOME, firstOf, left, leftClaim, NO_OFFICIAL } from "../trace.ts";
import { type Act, actOf, canPromise, isConcrete, isHandful } from "./act.ts";
import type { Bond } from "./bond.ts";
import { readAccepted, readOutcome, readRefused, readSaid, readSlipped, readUnderWay, readWill } from "./read-more.ts";
import { readBroken, readLate, readMissed, readStarted } from "./read-status.ts";
import {
  ACCEPTED,
  BROKEN,
  COMMITMENT_ROWS,
  type CommitmentRow,
  KEPT,
  LATE,
  MISSED,
  REFUSED,
  SAID,
  SLIPPED,
  STARTED,
  UNDER_WAY,
  WILL,
} from "./rules.ts";
import { CONCRETE, NO_ACT, SOFT } from "./words.ts";

export const COMMITMENT_RULES: readonly RuleInfo[] = [
  ...COMMITMENT_ROWS,
  ACCEPTED,
  WILL,
  SAID,
  UNDER_WAY,
  REFUSED,
  KEPT,
  MISSED,
  SLIPPED,
  LATE,
  BROKEN,
  STARTED,
];

const INDEX = new FrameIndex(COMMITMENT_ROWS);
/** Readings beyond the rows of words, in order, by part of speech. */
const READERS = {
  VERB: [readMissed, readOutcome, readAccepted, readWill, readSaid, readSlipped, readLate, readBroken, readStarted, readUnderWay],
  NOUN: [readRefused],
  ADJ: [readLate],
} as const;
const AGREEMENTS =
  /^(?:agreement|contract|treaty|memorandum|mou|deal|accord|pact|compact|protocol|declaration|letter|arrangement|negotiation|charter|convention)$/;

function toClaim(ctx: Context, bond: Bond): CommitmentClaim | null {
  // a company's plan counts where it has a price
  const by = voices(
    ctx,
    actorsOf(bond.by).filter(
      (a) =>
        canPromise(ctx, a) &&
        (isOfficial(ctx, a) || ctx.knowledge.actor(a.id) === null || (bond.act.amount !== null && !isHandful(bond.act.amount))),
    ),
  );
  if (by.length === 0 || by.length > 10) return left(ctx, bond.rule, bond.token, by.length === 0 ? NO_OFFICIAL : "too many are bound");
  const { action, issue, amount, deadline } = bond.act;
  return makeClaim<CommitmentClaim>(
    ctx,
    { kind: "commitment", by, to: toOf(ctx, bond, by), action, issue, amount, deadline, status: bond.status },
    {
      rule: bond.rule,
      modality: bond.modality,
      attribution: attributionOf(ctx, bond.token),
      evidence: [bond.span],
      weak: bond.by.some((p) => p.how === "fallback"),
    },
  );
}

/** To whom: a named addressee; both sides of a joint act; else the one other state the act speaks of. */
function toOf(ctx: Context, bond: Bond, by: readonly ActorRef[]): readonly ActorRef[] {
  const own = new Set(by.map(principal));
  const named = voices(ctx, actorsOf(bond.toward)).filter((a) => !own.has(principal(a)) && canPromise(ctx, a));
  if (named.length > 0) return named;
  if (own.size > 1) return by;
  const { from, to } = bond.act.range;
  const shunned = new Set(
    mentionsIn(ctx, "actor", from, to)
      .filter((m) => isShunned(ctx, m.head, from, to))
      .flatMap((m) => m.actors.map(principal)),
  );
  const others = voices(ctx, actorsIn(ctx, from, to)).filter(
    (a) => !own.has(principal(a)) && !shunned.has(principal(a)) && canPromise(ctx, a),
  );
  return others.slice(0, 1);
}

/** Nouns whose complement is whom one turns away from: “independence from Russian fuel”, “defence against Iran”. */
const AWAY = new Set(
  "independence dependence dependency reliance threat aggression attack invasion influence coercion pressure sanction embargo blockade".split(
    " ",
  ),
);

/** Whether an act is directed away from or against whom it names. */
function isShunned(ctx: Context, token: number, from: number, to: number): boolean {
  const { tree } = ctx;
  for (let at = token, step = 0; at >= from && at < to && step < 6; at = tree.head(at), step++)
    if (tree.preposition(at) === "against" || AWAY.has(tree.lemma(at))) return true;
  return false;
}

/** Whether the only day of an act lies before the text: “decided to reopen the case in May”, told in November, is done. */
function isBehind(ctx: Context, act: Act): boolean {
  const { day } = ctx;
  if (act.deadline !== null || day === null) return false;
  const dates = mentionsIn(ctx, "date", act.range.from, act.range.to).filter((d) => d.type === "DATE" && d.last !== null);
  return dates.length > 0 && dates.every((d) => d.last! < day.slice(0, d.last!.length));
}

function fromFrame(ctx: Context, m: FrameMatch<CommitmentRow>): Bond | null {
  const { tree } = ctx;
  const { predicate, row } = m;
  const { mode } = predicate;
  const drop = (why: string) => left(ctx, row.id, predicate.token, why);
  if (mode.modality === "hypothetical") return drop("the clause only supposes it");
  if (mode.negated) return drop("the clause denies it");
  if (predicate.agents.length === 0) return drop("nobody named binds himself");
  const about = m.about;
  if (row.id === "commitment/sign" && !tree.coordinated(about).some((k) => AGREEMENTS.test(tree.lemma(k))))
    return drop("what is signed is no agreement");
  if (row.id === "commitment/sign" && (mode.future || mode.modality !== "asserted")) return drop("nothing is signed yet");
  if (row.id === "commitment/intend" && m.pos === "verb" && /^(?:seek|aim)$/.test(tree.lemma(predicate.token)) && !mode.future)
    return drop("what is sought now is a position");
  // “the contract that he promised the president”: the act is the contract, read where it is kept or missed
  if (tree.token(about).upos !== "VERB" && tree.token(predicate.token).deprel === "acl:relcl" && predicate.object === about)
    return drop("what it is about is no act");
  // “Committing to …”, “Agreed to …” as a heading: nobody is said to do it
  if (m.pos === "verb" && tree.token(predicate.token).xpos === "VBG" && tree.first(predicate.token, "aux") === null)
    return drop("nobody is said to do it");
  const act = actOf(ctx, about);
  if (row.id === "commitment/noun" && tree.isVerbal(about) && SOFT.has(tree.lemma(about)) && act.amount === null && act.deadline === null)
    return drop("the act is too soft for a promise that only a noun names");
  if (row.concrete === true && !isConcrete(ctx, about, act)) return drop("the act is none that can be checked afterwards");
  if (m.pos === "verb" && /^(?:decide|determine|resolve)$/.test(tree.lemma(predicate.token)) && isBehind(ctx, act))
    return drop("its day lies before the text");
  if (NO_ACT.has(tree.lemma(about)) && tree.token(about).upos === "VERB" && act.deadline === null && act.amount === null)
    return drop("meeting and speaking are no promised acts");
  const light = m.pos === "noun" ? lightVerb(tree, predicate.token) : null;
  const span =
    m.pos === "noun" && light === null
      ? spanOf(ctx, phraseRange(ctx, predicate.token, [about, act.range.to - 1]))
      : clauseSpan(ctx, predicate.verb, [about]);
  const joint =
    new Set(
      voices(
        ctx,
        actorsOf(predicate.agents).filter((a) => canPromise(ctx, a)),
      ).map(principal),
    ).size > 1;
  const status =
    mode.modality === "possible" && row.id !== "commitment/intend"
      ? "proposed"
      : joint && row.jointly !== undefined
        ? row.jointly
        : row.status;
  return { rule: row.id, by: predicate.agents, toward: m.toward, act, status, modality: mode.modality, span, token: predicate.token };
}

/** Whether a promise belongs to the affairs between states: it is made to another, measured and about a known issue, or its act is abroad. */
function concernsOthers(ctx: Context, claim: CommitmentClaim, bond: Bond): boolean {
  const measured = claim.amount !== null || claim.deadline !== null;
  // a person's promise is made to whom he makes it, not to whom its act speaks of
  const addressed = bond.toward.length > 0 || claim.by.some((a) => actorKind(a.id) !== "person") ? claim.to : [];
  return (
    isBetweenStates(ctx, claim.by, addressed, measured ? claim.issue : "other:") || namesAbroad(ctx, claim.by, spanOf(ctx, bond.act.range))
  );
}

/** All commitments of a document, in text order. */
export function extractCommitments(ctx: Context): CommitmentClaim[] {
  const diplomatic = isDiplomatic(ctx);
  const claims: CommitmentClaim[] = [];
  const { tokens } = ctx.tree;
  const taken = new Set<number>();
  for (let i = 0; i < tokens.length; i++) {
    const { upos } = tokens[i]!;
    if (upos !== "VERB" && upos !== "NOUN" && upos !== "ADJ") continue;
    const match = INDEX.matchAt(ctx, i, undefined, (about) => tokens[about]!.upos === "VERB" || partiesAt(ctx, about).length === 0);
    const bonds: Bond[] = [];
    if (match !== null && (taken.has(match.about) || taken.has(i)))
      left(ctx, match.row.id, i, "another reading has taken what it is about");
    else if (match !== null) {
      const bond = fromFrame(ctx, match);
      if (bond !== null) {
        bonds.push(bond, ...furtherActs(ctx, bond, match.about));
        for (const k of ctx.tree.coordinated(match.about)) taken.add(k);
      }
    }
    if (bonds.length === 0 && !taken.has(i)) {
      const other = firstOf(ctx, READERS[upos], i);
      if (other !== null) bonds.push(other);
    }
    for (const bond of bonds) {
      const claim = diplomatic || actsByName(ctx, bond.by) ? toClaim(ctx, bond) : null;
      if (claim === null) continue;
      if (concernsOthers(ctx, claim, bond)) claims.push(claim);
      else leftClaim(ctx, claim, AT_HOME);
    }
  }
  return claims;
}

/** “by increasing …, including by upgrading …”: gerunds of means under a joint act, beyond the first. */
function means(ctx: Context, about: number): number[] {
  const { tree } = ctx;
  const out: number[] = [];
  for (const k of tree.by(about, "advcl", "obl")) {
    if (k < about || tree.token(k).xpos !== "VBG" || !tree.by(k, "mark", "case").some((m) => tree.lemma(m) === "by")) continue;
    for (const g of tree.coordinated(k)) {
      if (g !== k) out.push(g);
      for (const inner of tree.by(g, "advcl", "obl"))
        if (tree.token(inner).xpos === "VBG" && inner > g) out.push(...tree.coordinated(inner));
    }
  }
  return out.filter((k) => tree.token(k).xpos === "VBG" && CONCRETE.has(tree.lemma(k)));
}

/** “agreed to open … and to build …”: each coordinated act is a commitment of its own. */
function furtherActs(ctx: Context, bond: Bond, about: number): Bond[] {
  const { tree } = ctx;
  if (tree.token(about).upos !== "VERB") return [];
  const joined = tree
    .coordinated(about)
    .slice(1)
    .filter((k) => tree.token(k).upos === "VERB" && tree.first(k, "nsubj") === null);
  return [...joined, ...(bond.status === "agreed" ? means(ctx, about) : [])]
    .map((k) => ({ ...bond, act: actOf(ctx, k), span: clauseSpan(ctx, k), token: k }))
    .filter((b) => isConcrete(ctx, b.token, b.act));
}
