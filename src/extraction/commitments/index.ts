// Commitments: who binds himself to whom to do what, by when, and how it stands.
import { type ActorRef, type CommitmentClaim, type CommitmentStatus, type Modality, principal, type Span } from "../../model/index.ts";
import { attributionOf } from "../attribution.ts";
import { makeClaim } from "../claim.ts";
import type { Context } from "../context.ts";
import { clauseSpan, phraseRange, spanOf } from "../evidence.ts";
import { FrameIndex, type FrameMatch } from "../frames.ts";
import { modeOf } from "../mode.ts";
import { isBetweenStates, isDiplomatic, isOfficial } from "../official.ts";
import { actorsIn, actorsOf, type Party, possessors, voices } from "../parties.ts";
import { agentsOf, lightVerb, objectOf } from "../predicate.ts";
import type { RuleInfo } from "../rules.ts";
import { type Act, actOf, canPromise, isConcrete } from "./act.ts";
import { ACCEPTED, COMMITMENT_ROWS, type CommitmentRow, KEPT, MISSED, REFUSED, UNDER_WAY, WILL } from "./rules.ts";
import { CONCRETE, NO_ACT, RUNNING, SOFT } from "./words.ts";

export const COMMITMENT_RULES: readonly RuleInfo[] = [...COMMITMENT_ROWS, ACCEPTED, WILL, UNDER_WAY, REFUSED, KEPT, MISSED];

const INDEX = new FrameIndex(COMMITMENT_ROWS);
const AGREEMENTS =
  /^(?:agreement|contract|treaty|memorandum|mou|deal|accord|pact|compact|protocol|declaration|letter|arrangement|negotiation|charter|convention)$/;
const PROMISED = /^(?:promise|pledge|commit|commitment|undertake|agree|vow|due|announce)$/;

interface Bond {
  readonly rule: string;
  readonly by: readonly Party[];
  readonly toward: readonly Party[];
  readonly act: Act;
  readonly status: CommitmentStatus;
  readonly modality: Modality;
  readonly span: Span;
  readonly token: number;
}

function toClaim(ctx: Context, bond: Bond): CommitmentClaim | null {
  // a company's plan counts where it has a price
  const by = voices(
    ctx,
    actorsOf(bond.by).filter(
      (a) => canPromise(ctx, a) && (isOfficial(ctx, a) || ctx.knowledge.actor(a.id) === null || bond.act.amount !== null),
    ),
  );
  if (by.length === 0 || by.length > 10) return null;
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
  const others = voices(ctx, actorsIn(ctx, bond.act.range.from, bond.act.range.to)).filter(
    (a) => !own.has(principal(a)) && canPromise(ctx, a),
  );
  return others.slice(0, 1);
}

function fromFrame(ctx: Context, m: FrameMatch<CommitmentRow>): Bond | null {
  const { tree } = ctx;
  const { predicate, row } = m;
  const { mode } = predicate;
  if (mode.modality === "hypothetical" || mode.negated || predicate.agents.length === 0) return null;
  const about = m.about;
  if (row.id === "commitment/sign" && !tree.coordinated(about).some((k) => AGREEMENTS.test(tree.lemma(k)))) return null;
  if (row.id === "commitment/sign" && (mode.future || mode.modality !== "asserted")) return null;
  if (row.id === "commitment/intend" && m.pos === "verb" && /^(?:seek|aim)$/.test(tree.lemma(predicate.token)) && !mode.future) return null;
  // “Committing to …”, “Agreed to …” as a heading: nobody is said to do it
  if (m.pos === "verb" && tree.token(predicate.token).xpos === "VBG" && tree.first(predicate.token, "aux") === null) return null;
  const act = actOf(ctx, about);
  if (row.id === "commitment/noun" && tree.isVerbal(about) && SOFT.has(tree.lemma(about)) && act.amount === null && act.deadline === null)
    return null;
  if (row.concrete === true && !isConcrete(ctx, about, act)) return null;
  if (NO_ACT.has(tree.lemma(about)) && tree.token(about).upos === "VERB" && act.deadline === null && act.amount === null) return null;
  const light = m.pos === "noun" ? lightVerb(tree, predicate.token) : null;
  const span =
    m.pos === "noun" && light === null
      ? spanOf(ctx, phraseRange(ctx, predicate.token, [about, act.range.to - 1]))
      : clauseSpan(ctx, predicate.verb, [about]);
  const joint = new Set(actorsOf(predicate.agents).map(principal)).size > 1;
  const status =
    mode.modality === "possible" && row.id !== "commitment/intend"
      ? "proposed"
      : joint && row.jointly !== undefined
        ? row.jointly
        : row.status;
  return { rule: row.id, by: predicate.agents, toward: m.toward, act, status, modality: mode.modality, span, token: predicate.token };
}

/** Kinds of text in which “will” binds without a verb of saying over it. */
const BINDING = new Set(["statement", "readout", "remarks"]);

/** “Japan will invest …”: a concrete act ahead, said by a text that speaks for a state or by a speaker. */
function readWill(ctx: Context, token: number): Bond | null {
  const { tree } = ctx;
  const lemma = tree.lemma(token);
  if (!CONCRETE.has(lemma) || NO_ACT.has(lemma)) return null;
  // “will make a commitment to …” is read from its noun
  const object = tree.first(token, "obj");
  if (object !== null && /^(?:commitment|pledge|promise|meeting|talk|summit|visit)$/.test(tree.lemma(object))) return null;
  const will = tree.by(token, "aux").some((k) => /^(?:will|shall|would|'ll|’ll)$/.test(tree.lemma(k)));
  const mode = modeOf(tree, token);
  if (!will || mode.modality === "hypothetical" || mode.negated || mode.hedged) return null;
  const said = attributionOf(ctx, token);
  if (!BINDING.has(ctx.doc.document.kind) && said === null) return null;
  if (tree.by(token, "aux").some((k) => tree.lemma(k) === "would") && said === null) return null;
  // the effect of a programme (“which will help farmers”) is no act of its own
  if (tree.token(token).deprel === "acl:relcl") return null;
  const by = agentsOf(ctx, token);
  if (by.length === 0) return null;
  return {
    rule: WILL.id,
    by,
    toward: [],
    act: actOf(ctx, token),
    status: "pledged",
    modality: "planned",
    span: clauseSpan(ctx, token),
    token,
  };
}

/** “USAID is launching …”, “has now allocated …”: an announced act in progress, in a text that speaks for a state. */
function readUnderWay(ctx: Context, token: number): Bond | null {
  const { tree } = ctx;
  const lemma = tree.lemma(token);
  if (ctx.doc.document.kind !== "statement" || !RUNNING.has(lemma)) return null;
  const progressive = tree.token(token).xpos === "VBG" && tree.by(token, "aux").some((k) => tree.lemma(k) === "be");
  const begun = /^(?:allocate|launch|approve|direct)$/.test(lemma) && tree.by(token, "aux").some((k) => tree.lemma(k) === "have");
  if (!progressive && !begun) return null;
  const mode = modeOf(tree, token);
  if (mode.negated || mode.modality !== "asserted" || tree.token(token).deprel === "acl:relcl") return null;
  const by = agentsOf(ctx, token);
  if (by.length === 0) return null;
  return {
    rule: UNDER_WAY.id,
    by,
    toward: [],
    act: actOf(ctx, token),
    status: "under-way",
    modality: "asserted",
    span: clauseSpan(ctx, token),
    token,
  };
}

/** “accepted an invitation to visit Japan”. */
function readAccepted(ctx: Context, token: number): Bond | null {
  const { tree } = ctx;
  if (tree.lemma(token) !== "accept") return null;
  const object = tree.first(token, "obj");
  if (object === null || tree.lemma(object) !== "invitation") return null;
  const mode = modeOf(tree, token);
  const by = agentsOf(ctx, token);
  if (mode.negated || mode.modality === "hypothetical" || by.length === 0) return null;
  const { from, to } = tree.extent(token);
  const visit = Array.from({ length: to - from }, (_, i) => from + i).find((i) => /^(?:visit|trip|come|travel)$/.test(tree.lemma(i)));
  if (visit === undefined) return null;
  const act = actOf(ctx, visit);
  return {
    rule: ACCEPTED.id,
    by,
    toward: possessors(ctx, object),
    act,
    status: "agreed",
    modality: "planned",
    span: clauseSpan(ctx, token),
    token,
  };
}

/** “has made no promise on Alaska”. */
function readRefused(ctx: Context, token: number): Bond | null {
  const { tree } = ctx;
  if (!/^(?:promise|commitment|pledge)$/.test(tree.lemma(token)) || tree.token(token).upos !== "NOUN") return null;
  if (!tree.by(token, "det").some((k) => tree.lemma(k) === "no")) return null;
  const light = lightVerb(tree, token);
  if (light === null) return null;
  const by = agentsOf(ctx, light);
  const about = tree.by(token, "nmod")[0] ?? tree.by(light, "obl")[0] ?? tree.first(token, "acl");
  if (by.length === 0 || about === null || about === undefined) return null;
  return {
    rule: REFUSED.id,
    by,
    toward: [],
    act: actOf(ctx, about),
    status: "refused",
    modality: "negated",
    span: clauseSpan(ctx, light, [about]),
    token,
  };
}

/** Whether something is said to have been promised: a relative clause with a word of promising, or the word itself beside it. */
function promisedBefore(ctx: Context, object: number): boolean {
  const { tree } = ctx;
  for (const k of tree.subtree(object)) if (k !== object && PROMISED.test(tree.lemma(k))) return true;
  return false;
}

/** “delivered the contract that it had promised”, “failed to produce the letter”, “the letter was promised for March”. */
function readOutcome(ctx: Context, token: number): Bond | null {
  const { tree } = ctx;
  const mode = modeOf(tree, token);
  if (mode.modality === "hypothetical" || mode.future) return null;
  const object = objectOf(tree, token);
  if (object === null) return null;
  const lemma = tree.lemma(token);
  if (
    /^(?:deliver|open|fulfil|fulfill|honour|honor|keep|complete|meet|sign|produce|provide|release|pay)$/.test(lemma) &&
    !tree.isPassive(token)
  ) {
    const promised = promisedBefore(ctx, object) || PROMISED.test(tree.lemma(object));
    const failed = mode.negated && mode.chain.some((k) => /^(?:fail)$/.test(tree.lemma(k)));
    if (!promised && !failed) return null;
    const by = agentsOf(ctx, token);
    if (by.length === 0) return null;
    const top = mode.chain[0] ?? token;
    return {
      rule: failed ? MISSED.id : KEPT.id,
      by,
      toward: [],
      act: actOf(ctx, failed ? token : object),
      status: failed ? "broken" : "done",
      modality: failed ? "negated" : "asserted",
      span: clauseSpan(ctx, failed ? top : token),
      token,
    };
  }
  return null;
}

/** All commitments of a document, in text order. */
export function extractCommitments(ctx: Context): CommitmentClaim[] {
  if (!isDiplomatic(ctx)) return [];
  const claims: CommitmentClaim[] = [];
  const { tokens } = ctx.tree;
  const taken = new Set<number>();
  for (let i = 0; i < tokens.length; i++) {
    const { upos } = tokens[i]!;
    if (upos !== "VERB" && upos !== "NOUN" && upos !== "ADJ") continue;
    const match = INDEX.matchAt(ctx, i);
    const bonds: Bond[] = [];
    if (match !== null && !taken.has(match.about)) {
      const bond = fromFrame(ctx, match);
      if (bond !== null) {
        bonds.push(bond, ...furtherActs(ctx, bond, match.about));
        for (const k of ctx.tree.coordinated(match.about)) taken.add(k);
      }
    }
    if (bonds.length === 0 && !taken.has(i)) {
      const other =
        upos === "VERB"
          ? (readOutcome(ctx, i) ?? readAccepted(ctx, i) ?? readWill(ctx, i) ?? readUnderWay(ctx, i))
          : upos === "NOUN"
            ? readRefused(ctx, i)
            : null;
      if (other !== null) bonds.push(other);
    }
    for (const bond of bonds) {
      const claim = toClaim(ctx, bond);
      if (
        claim !== null &&
        isBetweenStates(ctx, claim.by, claim.to, claim.amount !== null || claim.deadline !== null ? claim.issue : "other:")
      )
        claims.push(claim);
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
