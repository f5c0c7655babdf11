// Positions: what a state or its voice wants, backs, refuses, fears, offers, and restates.
import { actorKind, type FigureClaim, type PositionClaim, principal, type Stance } from "../../model/index.ts";
import { actsByName, namesAbroad } from "../abroad.ts";
import { CONCRETE } from "../commitments/words.ts";
import type { Context } from "../context.ts";
import { clauseSpan, phraseRange, spanOf } from "../evidence.ts";
import { FrameIndex, type FrameMatch } from "../frames.ts";
import { modeOf } from "../mode.ts";
import { isBetweenStates, isCivilNoun, isDiplomatic } from "../official.ts";
import { actorsOf, partiesAt } from "../parties.ts";
import { isPurpose, lightVerb, nounClause, type Predicate, subjectOf } from "../predicate.ts";
import type { RuleInfo } from "../rules.ts";
import { topicRange } from "../topics.ts";
import { AT_HOME, firstOf, left, leftClaim } from "../trace.ts";
import { fromFigures, readAgainst, readConditional, readDenied, readShould, readWillNot } from "./read-more.ts";
import { POSITION_ROWS, type PositionRow } from "./rules.ts";
import { AGAINST, CONDITION, DENIED, NUMBERED, SHOULD, WILL_NOT } from "./rules-more.ts";
import { type Stand, toClaims } from "./stand.ts";

export const POSITION_RULES: readonly RuleInfo[] = [...POSITION_ROWS, SHOULD, WILL_NOT, AGAINST, CONDITION, DENIED, NUMBERED];

const INDEX = new FrameIndex(POSITION_ROWS);
/** Readings beyond the rows of words, in order. */
const VERB_READERS = [readConditional, readWillNot, readShould, readDenied];
const OTHER_READERS = [readAgainst];
const NOUN_STANCES = new Map<string, PositionRow>();
for (const row of POSITION_ROWS) for (const noun of row.nouns ?? []) NOUN_STANCES.set(noun, row);

const FLIPPED: Partial<Record<Stance, Stance>> = {
  supports: "opposes",
  seeks: "opposes",
  welcomes: "opposes",
  offers: "opposes",
  demands: "opposes",
};
/** Rows whose verbs as bare infinitives and gerunds say what something is for. */
const PURSUED = /^position\/(?:support|oppose|demand|offer|seek)$/;
const AGAINST_VERBS = new Set(["deter", "counter", "oppose", "prevent", "combat", "resist", "fight", "reject", "condemn", "stop"]);
const COURTESIES = new Set([
  "condolence",
  "sympathy",
  "congratulation",
  "prayer",
  "thought",
  "apology",
  "condolences",
  "regards",
  "invitation",
  "hospitality",
  "touch",
]);

/** Refusing to do these is keeping silent, not a stand: “refused to say which side he would be on”. */
const SPEAKING = new Set(
  "say comment answer speculate elaborate name specify disclose reveal confirm tell reply respond explain identify".split(" "),
);

/** Whether a clause asks (`asked whether`) and says nothing. */
const isOpen = (ctx: Context, clause: number) =>
  ctx.tree.by(clause, "mark", "advmod").some((m) => /^(?:if|whether|why|how)$/.test(ctx.tree.lemma(m)));

/** Whether “call on”, “call for” has somebody it calls on, or something it calls for. */
function asksSomebody(ctx: Context, m: FrameMatch<PositionRow>): boolean {
  const { predicate } = m;
  if (predicate.obliques.some((o) => o.preposition === "for")) return true;
  return (
    predicate.clause === m.about &&
    predicate.obliques.some((o) => /^(?:on|upon)$/.test(o.preposition) && partiesAt(ctx, o.token).length > 0)
  );
}

/** Whether a noun of support is voiced: under a verb of saying or reviewing, and not as what a meeting is for. */
function isVoiced(ctx: Context, noun: number): boolean {
  const light = lightVerb(ctx.tree, noun);
  return light !== null && !/^(?:announce|provide|give|deliver|discuss|send)$/.test(ctx.tree.lemma(light));
}

/** “We urge all countries to condemn the test”: the infinitive is no stand of the countries. */
function isAskedOfOthers(ctx: Context, verb: number): boolean {
  const { tree } = ctx;
  const first = tree.firstConjunct(verb);
  const head = tree.head(first);
  return (
    tree.relation(first) === "xcomp" &&
    /^(?:urge|ask|press|call|invite|encourage|request|require|push|order|persuade|convince|pressure|beg|implore)$/.test(tree.lemma(head)) &&
    tree.by(first, "mark").some((k) => tree.lemma(k) === "to") &&
    (tree.first(head, "obj", "iobj") !== null || tree.by(head, "obl").some((k) => /^(?:on|upon)$/.test(tree.preposition(k) ?? "")))
  );
}

/** Whether the verb of a that-clause says what is to be: “insists that Chad leave”, where a fact would have “leaves”. */
function isSubjunctive(ctx: Context, verb: number): boolean {
  const { tree } = ctx;
  const { xpos } = tree.token(verb);
  if (xpos === "VB") return true;
  const subject = tree.first(verb, "nsubj");
  return xpos === "VBP" && subject !== null && /^NNP?$/.test(tree.token(subject).xpos) && tree.by(subject, "conj").length === 0;
}

const personAt = (ctx: Context, token: number) =>
  partiesAt(ctx, token).some((p) => p.token === token && p.actors.some((a) => actorKind(a.id) === "person"));

/** Whether the speaker means himself: “we must oppose”. */
function isSelf(ctx: Context, verb: number): boolean {
  const subject = subjectOf(ctx.tree, verb);
  return subject !== null && /^(?:we|i)$/.test(ctx.tree.form(subject));
}

/** What speaks against taking a match for a position; null where nothing does. */
function objection(ctx: Context, m: FrameMatch<PositionRow>): string | null {
  const { tree } = ctx;
  const { row, predicate } = m;
  const lemma = tree.lemma(predicate.token);
  if (row.objects !== undefined && !tree.coordinated(m.about).some((k) => row.objects!.includes(tree.lemma(k))))
    return "its object is none of the nouns the row asks for";
  // “is opposed to” is read as an adjective
  if (m.pos === "verb" && predicate.agents.length === 0 && tree.isPassive(predicate.token)) return "nobody is named who does it";
  if (predicate.clause === m.about && isOpen(ctx, m.about)) return "the clause asks and states nothing";
  // “the sum it asks of Italy to curb migration”: the sum is asked, and the infinitive says what for
  if (row.commands === true && tree.token(predicate.token).deprel === "acl:relcl" && predicate.object === tree.head(predicate.token))
    return "what is asked stands before the clause";
  if (row.commands === true) {
    const subject = subjectOf(tree, m.about);
    const infinitive = tree.by(m.about, "mark").some((k) => tree.lemma(k) === "to");
    if (!infinitive || subject === null || partiesAt(ctx, subject).length === 0) return "nobody named is told to do something";
  }
  if (m.pos === "verb" && isAskedOfOthers(ctx, predicate.token)) return "it is what others are asked to do";
  const purpose = m.pos === "verb" && isPurpose(tree, predicate.token);
  if (purpose && (PURSUED.test(row.id) || tree.relation(tree.firstConjunct(predicate.token)) === "xcomp"))
    return "it says what something is for";
  // “on his first day, called the country …”: “call on” is on somebody
  if (lemma === "call" && !asksSomebody(ctx, m)) return "it calls on nobody and for nothing";
  if (predicate.object === m.about && partiesAt(ctx, m.about).length > 0 && /^(?:ask|urge|press|tell|call|request)$/.test(lemma))
    return "it says whom, and not what";
  if (tree.token(m.about).upos === "PRON" && partiesAt(ctx, m.about).length === 0 && row.id !== "position/oppose")
    return "it is about a pronoun that means nobody known";
  // “the minister said the firms should expect delays”: what somebody else ought to want is no stand of his
  if (predicate.mode.obligation && m.pos === "verb" && !isSelf(ctx, predicate.token)) return "it is said to be needed, and not held";
  const side = tree.lemma(m.about) === "side" && tree.by(m.about, "nmod:poss", "nmod").some((k) => partiesAt(ctx, k).length > 0);
  if (lemma === "stand" && partiesAt(ctx, m.about).length === 0 && !side) return "it stands with nobody named";
  // “will make a commitment to …” is the commitment itself
  if (
    row.id === "position/commitment" &&
    m.pos === "noun" &&
    /^(?:make|include|give|have)$/.test(tree.lemma(lightVerb(tree, predicate.token) ?? -1))
  )
    return "a commitment that is made is a commitment and no position";
  if (lemma === "welcome" && m.pos === "verb" && predicate.object !== null && personAt(ctx, predicate.object))
    return "a person who is welcomed is received";
  if (COURTESIES.has(tree.lemma(m.about))) return "it is a courtesy";
  if (row.id === "position/refuse" && SPEAKING.has(tree.lemma(m.about)) && partiesAt(ctx, m.about).length === 0)
    return "a refusal to speak is no stand";
  if (lemma === "like" && !tree.by(predicate.token, "aux").some((k) => /^(?:would|'d|’d)$/.test(tree.token(k).text.toLowerCase())))
    return "only what one would like is wanted";
  if (lemma === "insist" && predicate.clause === m.about && !isSubjunctive(ctx, m.about) && !modeOf(tree, m.about).obligation)
    return "it insists that something is so, not that it be done";
  if (m.pos === "verb" && /^(?:support|promote|encourage|help)$/.test(lemma) && predicate.mode.modality === "planned")
    return "support that is to come is an act and no stand";
  // support that is given or announced is an act, and one only named is no stand
  if (row.id === "position/support" && m.pos === "noun" && !isVoiced(ctx, predicate.token)) return "the support is named and not voiced";
  const act = predicate.clause === m.about && CONCRETE.has(tree.lemma(m.about));
  if (act && row.id === "position/commitment" && (m.pos === "adjective" || lightVerb(tree, predicate.token) === null))
    return "a concrete act one is bound to is a commitment";
  if (act && /^(?:seek|aim)$/.test(lemma) && predicate.mode.modality === "planned") return "a concrete act that is planned is a commitment";
  return null;
}

/** Whether private people of one's own are asked: “urged the public to stay at home” is addressed to no other state. */
function asksOwnPeople(ctx: Context, { predicate, about, row }: FrameMatch<PositionRow>): boolean {
  if (row.stance !== "demands" || predicate.clause !== about) return false;
  const asked = subjectOf(ctx.tree, about);
  if (asked === null || !isCivilNoun(ctx.tree.lemma(asked))) return false;
  const own = new Set(actorsOf(predicate.agents).map(principal));
  return actorsOf(partiesAt(ctx, asked)).every((a) => own.has(principal(a)));
}

/** The stance of a verb over a noun that has one of its own: “reiterated opposition”, “underscored commitment”. */
function stanceOf(ctx: Context, m: FrameMatch<PositionRow>): { readonly stance: Stance; readonly about: number } {
  const { row, about } = m;
  const { tree } = ctx;
  // “the need to deter” is against what is to be deterred; “reaffirmed the importance” reaffirms
  if (row.id === "position/need" && AGAINST_VERBS.has(tree.lemma(nounClause(tree, about) ?? -1))) return { stance: "opposes", about };
  if (row.id === "position/importance" && /^(?:reaffirm|affirm|reiterate)$/.test(tree.lemma(m.predicate.token)))
    return { stance: "reaffirms", about };
  if (row.yields !== true) return { stance: row.stance, about };
  const noun = NOUN_STANCES.get(ctx.tree.lemma(about));
  if (noun === undefined || ctx.tree.token(about).upos !== "NOUN") return { stance: row.stance, about };
  if (noun.stance === "opposes" || noun.stance === "concerned") return { stance: noun.stance, about };
  if (row.stance === "reaffirms" || noun.id === "position/commitment") return { stance: "reaffirms", about };
  return { stance: noun.stance, about };
}

/** The subject's tokens that evidence should hold: the predicate's own and, under a raising verb, that one's; not a shared one. */
function subjectTokens(ctx: Context, predicate: Predicate): number[] {
  const { tree } = ctx;
  if (tree.relation(predicate.token) === "conj" && tree.first(predicate.token, "nsubj") === null) return [];
  return predicate.agents
    .map((a) => a.token)
    .filter((t) => t < predicate.token && predicate.token - t < 12 && tree.token(t).sentence === tree.token(predicate.token).sentence);
}

function fromFrame(ctx: Context, m: FrameMatch<PositionRow>): Stand | null {
  const { predicate, row } = m;
  const { mode } = predicate;
  const drop = (why: string) => left(ctx, row.id, predicate.token, why);
  if (mode.modality === "hypothetical") return drop("the clause only supposes it");
  if (predicate.agents.length === 0) return drop("nobody named holds it");
  if (asksOwnPeople(ctx, m)) return drop("it is asked of one's own people");
  const { about, stance: said } = stanceOf(ctx, m);
  let stance = said;
  if (mode.negated) {
    const flipped = FLIPPED[stance];
    if (flipped === undefined) return drop("it is negated, and its opposite is no stance");
    stance = flipped;
  }
  const light = m.pos === "noun" ? lightVerb(ctx.tree, predicate.token) : null;
  const keep = [about, ...(m.pos === "noun" ? [] : subjectTokens(ctx, predicate))];
  const topic = topicRange(ctx, about);
  const span =
    m.pos === "noun" && light === null
      ? spanOf(ctx, phraseRange(ctx, predicate.token, [about, topic.to - 1]))
      : clauseSpan(ctx, predicate.verb, keep);
  return {
    rule: row.id,
    stance,
    strength: row.strength,
    holders: predicate.agents,
    about,
    toward: m.toward,
    modality: mode.negated ? "asserted" : mode.modality,
    span,
    token: predicate.token,
    verb: predicate.verb,
  };
}

/** All positions of a document, in text order. */
export function extractPositions(ctx: Context, figures: readonly FigureClaim[]): PositionClaim[] {
  const diplomatic = isDiplomatic(ctx);
  const claims: PositionClaim[] = [];
  const consumed = new Set<number>();
  const { tokens } = ctx.tree;
  for (let i = 0; i < tokens.length; i++) {
    if (consumed.has(i)) continue;
    const { upos } = tokens[i]!;
    if (upos !== "VERB" && upos !== "NOUN" && upos !== "ADJ") continue;
    if (ctx.tree.sentence(i).kind === "heading") continue;
    const match = INDEX.matchAt(ctx, i, (m) => objection(ctx, m));
    const stand = match !== null ? fromFrame(ctx, match) : null;
    if (stand !== null && match !== null) {
      const inside = topicRange(ctx, match.about);
      for (let k = inside.from; k < inside.to; k++)
        if (k !== i && tokens[k]!.upos === "NOUN" && ctx.tree.under(k, match.about)) consumed.add(k);
    }
    const said = firstOf(ctx, upos === "VERB" ? VERB_READERS : OTHER_READERS, i, stand);
    if (said !== null && (diplomatic || actsByName(ctx, said.holders))) claims.push(...toClaims(ctx, said, figures));
  }
  const kept = [...claims, ...(diplomatic ? fromFigures(ctx, figures, claims) : [])].sort(
    (a, b) => a.evidence[0]!.start - b.evidence[0]!.start,
  );
  const concernsOthers = (c: PositionClaim) =>
    isBetweenStates(ctx, [c.holder], c.toward, c.issue) || namesAbroad(ctx, [c.holder], c.evidence[0]!);
  return dedupe(kept.filter((c) => concernsOthers(c) || leftClaim(ctx, c, AT_HOME)));
}

/** One claim for one holder, stance, issue and evidence. */
function dedupe(claims: readonly PositionClaim[]): PositionClaim[] {
  const seen = new Set<string>();
  return claims.filter((c) => {
    const key = `${c.holder.id}|${c.stance}|${c.issue}|${c.evidence[0]?.start}`;
    return seen.has(key) ? false : seen.add(key) !== undefined;
  });
}
