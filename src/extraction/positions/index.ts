// Positions: what a state or its voice wants, backs, refuses, fears, offers, and restates.
import { type ActorRef, actorKind, type Modality, type PositionClaim, principal, type Span, type Stance } from "../../model/index.ts";
import { attributionOf, SPEECH } from "../attribution.ts";
import { makeClaim } from "../claim.ts";
import { CONCRETE } from "../commitments/words.ts";
import type { Context } from "../context.ts";
import { clauseRange, clauseSpan, phraseRange, spanOf } from "../evidence.ts";
import { FrameIndex, type FrameMatch } from "../frames.ts";
import { modeOf } from "../mode.ts";
import { isBetweenStates, isDiplomatic, isOfficial } from "../official.ts";
import { actorsIn, actorsOf, type Party, partiesAt, voices } from "../parties.ts";
import { agentsOf, isPurpose, lightVerb, nounClause, type Predicate, subjectOf } from "../predicate.ts";
import type { RuleInfo } from "../rules.ts";
import { topicRange, topicsOf } from "../topics.ts";
import { AGAINST, POSITION_ROWS, type PositionRow, SHOULD, WILL_NOT } from "./rules.ts";

export const POSITION_RULES: readonly RuleInfo[] = [...POSITION_ROWS, SHOULD, WILL_NOT, AGAINST];

const INDEX = new FrameIndex(POSITION_ROWS);
const NOUN_STANCES = new Map<string, PositionRow>();
for (const row of POSITION_ROWS) for (const noun of row.nouns ?? []) NOUN_STANCES.set(noun, row);

const FLIPPED: Partial<Record<Stance, Stance>> = {
  supports: "opposes",
  seeks: "opposes",
  welcomes: "opposes",
  offers: "opposes",
  demands: "opposes",
};
const POLARITY: Record<Stance, 1 | 0 | -1> = {
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
const REFUSABLE = new Set(
  "discuss accept sign agree allow tolerate recognize recognise negotiate change soften retreat yield permit join support consider lift concede surrender compromise bow approve back drop give".split(
    " ",
  ),
);

/** Rows whose verbs as bare infinitives and gerunds say what something is for. */
const PURSUED = /^position\/(?:support|oppose|demand|offer|seek)$/;
const AGAINST_VERBS = new Set(["deter", "counter", "oppose", "prevent", "combat", "resist", "fight", "reject", "condemn", "stop"]);
const COURTESIES = new Set(["condolence", "sympathy", "congratulation", "prayer", "thought", "apology", "condolences", "regards"]);

interface Stand {
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
function holdersOf(ctx: Context, parties: readonly Party[]): ActorRef[] {
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

function toClaims(ctx: Context, stand: Stand): PositionClaim[] {
  const holders = holdersOf(ctx, stand.holders);
  if (holders.length === 0 || holders.length > 8) return [];
  const complement = nounClause(ctx.tree, stand.about);
  const range = topicRange(ctx, stand.about, complement === null ? [] : ctx.tree.subtree(complement));
  const claims: PositionClaim[] = [];
  const attribution = attributionOf(ctx, stand.token);
  for (const topic of topicsOf(ctx, stand.about, complement, clauseRange(ctx, stand.verb))) {
    for (const holder of holders) {
      claims.push(
        makeClaim<PositionClaim>(
          ctx,
          {
            kind: "position",
            holder,
            stance: stand.stance,
            polarity: POLARITY[stand.stance],
            issue: topic.issue,
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

function accepts(ctx: Context, m: FrameMatch<PositionRow>): boolean {
  const { tree } = ctx;
  const { row, predicate } = m;
  const lemma = tree.lemma(predicate.token);
  if (row.objects !== undefined && !tree.coordinated(m.about).some((k) => row.objects!.includes(tree.lemma(k)))) return false;
  if (predicate.clause === m.about && isOpen(ctx, m.about)) return false;
  if (row.commands === true) {
    const subject = subjectOf(tree, m.about);
    const infinitive = tree.by(m.about, "mark").some((k) => tree.lemma(k) === "to");
    if (!infinitive || subject === null || partiesAt(ctx, subject).length === 0) return false;
  }
  const purpose = m.pos === "verb" && isPurpose(tree, predicate.token);
  if (purpose && (PURSUED.test(row.id) || tree.relation(tree.firstConjunct(predicate.token)) === "xcomp")) return false;
  // “on his first day, called the country …”: “call on” is on somebody
  if (lemma === "call" && !asksSomebody(ctx, m)) return false;
  if (predicate.object === m.about && partiesAt(ctx, m.about).length > 0 && /^(?:ask|urge|press|tell|call|request)$/.test(lemma))
    return false;
  if (tree.token(m.about).upos === "PRON" && partiesAt(ctx, m.about).length === 0 && row.id !== "position/oppose") return false;
  if (lemma === "stand" && partiesAt(ctx, m.about).length === 0 && tree.lemma(m.about) !== "side") return false;
  // “will make a commitment to …” is the commitment itself
  if (
    row.id === "position/commitment" &&
    m.pos === "noun" &&
    /^(?:make|include|give|have)$/.test(tree.lemma(lightVerb(tree, predicate.token) ?? -1))
  )
    return false;
  if (COURTESIES.has(tree.lemma(m.about))) return false;
  if (lemma === "like" && !tree.by(predicate.token, "aux").some((k) => /^(?:would|'d|’d)$/.test(tree.token(k).text.toLowerCase())))
    return false;
  if (lemma === "insist" && predicate.clause === m.about && tree.token(m.about).xpos !== "VB" && !modeOf(tree, m.about).obligation)
    return false;
  if (m.pos === "verb" && /^(?:support|promote|encourage|help)$/.test(lemma) && predicate.mode.modality === "planned") return false;
  if (
    m.pos === "noun" &&
    row.id === "position/commitment" &&
    predicate.clause === m.about &&
    CONCRETE.has(tree.lemma(m.about)) &&
    lightVerb(tree, predicate.token) === null
  )
    return false;
  return true;
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
  if (mode.modality === "hypothetical" || predicate.agents.length === 0) return null;
  const { about, stance: said } = stanceOf(ctx, m);
  let stance = said;
  if (mode.negated) {
    const flipped = FLIPPED[stance];
    if (flipped === undefined) return null;
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

/** “X said that Y should …”: the speaker demands. */
function readShould(ctx: Context, token: number): Stand | null {
  const { tree } = ctx;
  if (!modeOf(tree, token).obligation || tree.relation(token) !== "ccomp") return null;
  const head = tree.head(token);
  if (!SPEECH.has(tree.lemma(head)) && !/^(?:convey|propose|recommend)$/.test(tree.lemma(head))) return null;
  const holders = agentsOf(ctx, head);
  if (holders.length === 0 || modeOf(tree, token).negated) return null;
  const subject = subjectOf(tree, token);
  return {
    rule: SHOULD.id,
    stance: "demands",
    strength: 5,
    holders,
    about: token,
    toward: subject === null ? [] : partiesAt(ctx, subject),
    modality: "asserted",
    span: clauseSpan(ctx, head),
    token,
    verb: head,
  };
}

/** “will not discuss”, “would not sign”. */
function readWillNot(ctx: Context, token: number): Stand | null {
  const { tree } = ctx;
  if (!REFUSABLE.has(tree.lemma(token))) return null;
  const mode = modeOf(tree, token);
  if (!mode.negated || mode.modality === "hypothetical" || !tree.by(token, "aux").some((k) => /^(?:will|would|wo)$/.test(tree.lemma(k))))
    return null;
  const holders = agentsOf(ctx, token);
  if (holders.length === 0) return null;
  return {
    rule: WILL_NOT.id,
    stance: "opposes",
    strength: 5,
    holders,
    about: token,
    toward: [],
    modality: "asserted",
    span: clauseSpan(ctx, token),
    token,
    verb: token,
  };
}

/** “is against X”, “is in favour of X”: a nominal predicate with a preposition of stance. */
function readAgainst(ctx: Context, token: number): Stand | null {
  const { tree } = ctx;
  if (tree.by(token, "cop").length === 0) return null;
  const preposition = tree.preposition(token);
  const mode = modeOf(tree, token);
  const favour = preposition === "in" && /^(?:favour|favor)$/.test(tree.lemma(token)) ? tree.first(token, "nmod", "obl") : null;
  const stance: Stance | null = preposition === "against" ? "opposes" : favour !== null ? "supports" : null;
  if (stance === null || mode.modality === "hypothetical") return null;
  const holders = agentsOf(ctx, token);
  if (holders.length === 0) return null;
  return {
    rule: AGAINST.id,
    stance: mode.negated ? (stance === "opposes" ? "supports" : "opposes") : stance,
    strength: null,
    holders,
    about: favour ?? token,
    toward: [],
    modality: "asserted",
    span: clauseSpan(ctx, token),
    token,
    verb: token,
  };
}

/** All positions of a document, in text order. */
export function extractPositions(ctx: Context): PositionClaim[] {
  if (!isDiplomatic(ctx)) return [];
  const claims: PositionClaim[] = [];
  const consumed = new Set<number>();
  const { tokens } = ctx.tree;
  for (let i = 0; i < tokens.length; i++) {
    if (consumed.has(i)) continue;
    const { upos } = tokens[i]!;
    if (upos !== "VERB" && upos !== "NOUN" && upos !== "ADJ") continue;
    if (ctx.tree.sentence(i).kind === "heading") continue;
    const match = INDEX.matchAt(ctx, i, (m) => accepts(ctx, m));
    const stand = match !== null ? fromFrame(ctx, match) : null;
    if (stand !== null && match !== null) {
      const inside = topicRange(ctx, match.about);
      for (let k = inside.from; k < inside.to; k++)
        if (k !== i && tokens[k]!.upos === "NOUN" && ctx.tree.under(k, match.about)) consumed.add(k);
    }
    const said = stand ?? (upos === "VERB" ? (readWillNot(ctx, i) ?? readShould(ctx, i)) : readAgainst(ctx, i));
    if (said !== null) claims.push(...toClaims(ctx, said));
  }
  return dedupe(claims.filter((c) => isBetweenStates(ctx, [c.holder], c.toward, c.issue)));
}

/** One claim for one holder, stance, issue and evidence. */
function dedupe(claims: readonly PositionClaim[]): PositionClaim[] {
  const seen = new Set<string>();
  return claims.filter((c) => {
    const key = `${c.holder.id}|${c.stance}|${c.issue}|${c.evidence[0]?.start}`;
    return seen.has(key) ? false : seen.add(key) !== undefined;
  });
}
