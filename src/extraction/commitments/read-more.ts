// Commitments that no single lexical unit gives: “will”, acts under way, kept, missed, slipped and refused promises.
import { actorKind, principal } from "../../model/index.ts";
import { attributionOf } from "../attribution.ts";
import { conditionOf } from "../conditions.ts";
import type { Context } from "../context.ts";
import { clauseSpan } from "../evidence.ts";
import { modeOf } from "../mode.ts";
import { isOfficial } from "../official.ts";
import { actorsOf, type Party, partiesAt, possessors } from "../parties.ts";
import { agentsOf, clauseOf, lightVerb, objectOf, subjectOf, verbPredicate } from "../predicate.ts";
import { actOf, canPromise } from "./act.ts";
import type { Bond } from "./bond.ts";
import { ACCEPTED, KEPT, MISSED, REFUSED, SAID, SLIPPED, UNDER_WAY, WILL } from "./rules.ts";
import { CONCRETE, NO_ACT, RUNNING } from "./words.ts";

const PROMISED = /^(?:promise|pledge|commit|commitment|undertake|agree|vow|due|announce)$/;

/** Kinds of text in which “will” binds without a verb of saying over it. */
const BINDING = new Set(["statement", "readout", "remarks"]);

/** Acts of giving: with a number of things and a state that gets them they bind whoever reports them. */
const GIVING = new Set(
  "give send supply deliver provide donate lend transfer ship grant hand contribute pay sell lease dispatch deploy".split(" "),
);

/** “will send”, “is to send”, “is going to send”. */
function isAhead(ctx: Context, verb: number): boolean {
  const { tree } = ctx;
  if (tree.by(verb, "aux").some((k) => /^(?:will|shall|would|'ll|’ll|wo)$/.test(tree.lemma(k)))) return true;
  if (!tree.by(verb, "mark").some((k) => tree.lemma(k) === "to")) return false;
  if (tree.by(verb, "cop").some((k) => tree.token(k).xpos === "VBZ" || tree.token(k).xpos === "VBP")) return true;
  const head = tree.head(verb);
  return tree.relation(verb) === "xcomp" && tree.lemma(head) === "go" && tree.token(head).xpos === "VBG";
}

/** Whether a named state gives a number of things to another one: news in the outlet's own words, and a promise all the same. */
function isGift(ctx: Context, verb: number, by: readonly Party[]): boolean {
  if (!GIVING.has(ctx.tree.lemma(verb)) || !actorsOf(by).every((a) => /^(?:state|organ|organisation)$/.test(actorKind(a.id)))) return false;
  const p = verbPredicate(ctx, verb);
  const receivers = [
    ...(p.object === null ? [] : partiesAt(ctx, p.object)),
    ...p.obliques.filter((o) => o.preposition === "to").flatMap((o) => partiesAt(ctx, o.token)),
  ];
  const own = new Set(actorsOf(by).map(principal));
  return actorsOf(receivers).some((a) => isOfficial(ctx, a) && !own.has(principal(a))) && actOf(ctx, verb).amount !== null;
}

/** Whether a noun names people who come or what they come to. */
const isOccasion = (ctx: Context, noun: number) =>
  partiesAt(ctx, noun).length > 0 ||
  /^(?:leader|minister|guest|delegation|official|counterpart|conference|dinner|lunch|event|call|session|ceremony|reception)$/.test(
    ctx.tree.lemma(noun),
  );

/** “Japan will invest …”: a concrete act ahead, said by a text that speaks for a state or by a speaker. */
export function readWill(ctx: Context, token: number): Bond | null {
  const { tree } = ctx;
  const lemma = tree.lemma(token);
  if (!CONCRETE.has(lemma) || NO_ACT.has(lemma)) return null;
  // “will make a commitment to …” is read from its noun
  const object = tree.first(token, "obj");
  if (object !== null && /^(?:commitment|pledge|promise|meeting|talk|summit|visit)$/.test(tree.lemma(object))) return null;
  // “will host the leaders of ASEAN”: an appearance
  if (object !== null && /^(?:host|receive|welcome|convene|invite)$/.test(lemma) && isOccasion(ctx, object)) return null;
  const mode = modeOf(tree, token);
  // what is tied to a condition is an offer
  if (!isAhead(ctx, token) || mode.modality === "hypothetical" || mode.negated || mode.hedged || conditionOf(ctx, token) !== null)
    return null;
  const said = attributionOf(ctx, token);
  const by = agentsOf(ctx, token);
  if (!BINDING.has(ctx.doc.document.kind) && said === null && !isGift(ctx, token, by)) return null;
  if (tree.by(token, "aux").some((k) => tree.lemma(k) === "would") && said === null) return null;
  // the effect of a programme (“which will help farmers”) is no act of its own
  if (tree.token(token).deprel === "acl:relcl") return null;
  if (!actorsOf(by).some((a) => canPromise(ctx, a))) return null;
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

/** Nouns for those who act for a side without being an actor of their own. */
const AGENTS_OF = new Set([
  "company",
  "firm",
  "buyer",
  "utility",
  "investor",
  "producer",
  "team",
  "centre",
  "center",
  "office",
  "government",
  "committee",
  "group",
  "delegation",
  "ministry",
  "parliament",
  "agency",
  "bank",
  "fund",
]);

/** Who answers for a clause whose subject is no actor: both sides for a joint body, else the speaker, else the side that writes. */
function answerable(ctx: Context, token: number): Party[] {
  const { tree } = ctx;
  const subject = subjectOf(tree, token);
  if (subject === null || !AGENTS_OF.has(tree.lemma(subject))) return [];
  const joint = tree.by(subject, "amod").some((k) => tree.lemma(k) === "joint");
  const speaker = attributionOf(ctx, token)?.actor ?? null;
  const actors =
    joint && ctx.parties.length > 1
      ? ctx.parties
      : speaker !== null && isOfficial(ctx, speaker)
        ? [speaker]
        : speaker === null
          ? ctx.issuers
          : [];
  return actors.length === 0 ? [] : [{ actors, token: subject, mention: null, how: "fallback" }];
}

/** “Ishiba said buyers would sign a contract within 100 days”, “a joint team will submit its report by 15 May”. */
export function readSaid(ctx: Context, token: number): Bond | null {
  const { tree } = ctx;
  const mode = modeOf(tree, token);
  const aims = /^(?:aim|plan|intend)$/.test(tree.lemma(token));
  const will = tree.by(token, "aux").some((k) => /^(?:will|would)$/.test(tree.lemma(k)));
  if ((!will && !aims) || mode.negated || mode.modality === "hypothetical" || tree.token(token).deprel === "acl:relcl") return null;
  const head = aims ? clauseOf(tree, token) : token;
  if (head === null || !CONCRETE.has(tree.lemma(head))) return null;
  const act = actOf(ctx, head);
  if (act.deadline === null) return null;
  const by = answerable(ctx, token);
  return by.length === 0
    ? null
    : { rule: SAID.id, by, toward: [], act, status: "pledged", modality: "planned", span: clauseSpan(ctx, token), token };
}

/** “the team that was to report by May 15 has not done so”, “the report would now come at the end of July”. */
export function readSlipped(ctx: Context, token: number): Bond | null {
  const { tree } = ctx;
  const mode = modeOf(tree, token);
  const undone =
    tree.lemma(token) === "do" && mode.negated && mode.modality === "negated" && tree.kids(token).some((k) => tree.lemma(k) === "so");
  const subject = subjectOf(tree, token);
  if (!undone || subject === null) return null;
  const due = tree.by(subject, "acl").find((k) => tree.token(k).deprel === "acl:relcl");
  const named = partiesAt(ctx, subject).filter((x) => x.actors.some((a) => canPromise(ctx, a)));
  const by = named.length > 0 ? named : answerable(ctx, token);
  if (due === undefined || by.length === 0) return null;
  return {
    rule: SLIPPED.id,
    by,
    toward: [],
    act: actOf(ctx, due),
    status: "slipped",
    modality: "negated",
    span: clauseSpan(ctx, token),
    token,
  };
}

/** “USAID is launching …”, “has now allocated …”: an announced act in progress, in a text that speaks for a state; a gift in progress in any. */
export function readUnderWay(ctx: Context, token: number): Bond | null {
  const { tree } = ctx;
  const lemma = tree.lemma(token);
  const announced = ctx.doc.document.kind === "statement" && RUNNING.has(lemma);
  if (!announced && !isGift(ctx, token, agentsOf(ctx, token))) return null;
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
export function readAccepted(ctx: Context, token: number): Bond | null {
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
export function readRefused(ctx: Context, token: number): Bond | null {
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
export function readOutcome(ctx: Context, token: number): Bond | null {
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
