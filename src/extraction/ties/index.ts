// Ties between two actors: alliance, partnership, rapport, rivalry, dependence, investment, precedent.
import { type ActorRef, actorKind, principal, type TieClaim, type TieRelation } from "../../model/index.ts";
import { attributionOf } from "../attribution.ts";
import { makeClaim } from "../claim.ts";
import { actorMentionAt, type Context } from "../context.ts";
import { clauseSpan, phraseRange, spanOf } from "../evidence.ts";
import { modeOf } from "../mode.ts";
import { isOfficial } from "../official.ts";
import { actorsOf, namedInside, type Party, partiesAt, possessors, stateOf, voices } from "../parties.ts";
import { agentsOf, lightVerb, objectOf, obliquesOf, verbPredicate } from "../predicate.ts";
import { wordsOf } from "../topics.ts";
import { left } from "../trace.ts";
import { TIE_NOUNS, TIE_VERBS, type TieNounRow } from "./rules.ts";

export { TIE_RULES } from "./rules.ts";

const NOUNS = new Map<string, TieNounRow>();
for (const row of TIE_NOUNS) for (const noun of row.nouns) NOUNS.set(noun, row);
const VERBS = new Map(
  TIE_VERBS.flatMap((row) => row.verbs.map((v) => [v.split("+")[0]!, { row, preposition: v.split("+")[1] ?? null }] as const)),
);

/** Adjectives that say that a relation binds; “new”, “trilateral”, “global” do not. */
const QUALIFIERS = new Set(
  (
    "close closer strategic strong deep enduring historic longstanding long-standing standing ironclad special vital unique unbreakable unshakable growing robust key warm solid good great excellent " +
    "traditional comprehensive steadfast friendly abiding dependable reliable important trusted fraternal brotherly lasting firm deepening extraordinary treaty nato formal sworn"
  ).split(" "),
);

/** States in a compound like “U.S.-Japan” or “India-EU”, which may be one token or several. */
function hyphenated(ctx: Context, noun: number): ActorRef[] {
  const { tree } = ctx;
  const out: ActorRef[] = [];
  for (const k of tree.kids(noun)) {
    if (k > noun || !/^(?:compound|amod|nmod)$/.test(tree.relation(k))) continue;
    const { from, to } = tree.extent(k);
    for (let i = from; i < Math.min(to, noun); i++) {
      const mention = actorMentionAt(ctx, i);
      if (mention !== null && mention.actors.length > 0) out.push(...mention.actors);
      else {
        const parts = tree.token(i).text.split(/[-–—]/);
        if (parts.length < 2) continue;
        for (const part of parts) {
          const found = ctx.knowledge.surfaces([part])[0];
          if (
            found !== undefined &&
            found.ids.length === 1 &&
            (found.kind === "state" || found.kind === "adjective" || found.kind === "organisation")
          )
            out.push(ctx.knowledge.ref(found.ids[0]!));
        }
      }
    }
  }
  return out;
}

/** The first two distinct actors, as states unless the tie is personal. */
function pairOf(ctx: Context, actors: readonly ActorRef[], personal: boolean): readonly [ActorRef, ActorRef] | null {
  const wanted = personal ? actors : actors.map((a) => stateOf(ctx, a));
  const out: ActorRef[] = [];
  for (const a of wanted)
    if ((isOfficial(ctx, a) || actorKind(a.id) === "region") && !out.some((b) => principal(b) === principal(a))) out.push(a);
  return out.length >= 2 ? [out[0]!, out[1]!] : null;
}

function readNoun(ctx: Context, noun: number, row: TieNounRow): TieClaim | null {
  const { tree } = ctx;
  if (row.qualified === true && !tree.kids(noun).some((k) => k < noun && QUALIFIERS.has(tree.token(k).text.toLowerCase())))
    return left(ctx, row.id, noun, "no adjective says that the relation binds");
  if (row.needs !== undefined && !tree.kids(noun).some((k) => k < noun && row.needs!.includes(tree.token(k).text.toLowerCase())))
    return null;
  const obliques = obliquesOf(tree, noun);
  const own = possessors(ctx, noun);
  const others: Party[] = obliques.filter((o) => row.others.includes(o.preposition)).flatMap((o) => partiesAt(ctx, o.token));
  // “dependence on Russian energy”
  const within =
    row.relation === "dependence"
      ? obliques.filter((o) => row.others.includes(o.preposition)).flatMap((o) => namedInside(ctx, o.token))
      : [];
  let actors = [...actorsOf(own), ...hyphenated(ctx, noun), ...actorsOf(others), ...within];
  const light = lightVerb(tree, noun);
  const head = tree.head(noun);
  // “did not sign a partnership”, “are not allies”: no tie is said
  const verb = light ?? (tree.by(noun, "cop").length > 0 ? noun : null);
  if (verb !== null && modeOf(tree, verb).negated) return left(ctx, row.id, noun, "the clause denies it");
  // “share a partnership”, “the rapport Trump enjoyed with Abe”, “is a leading investor in”
  if (light !== null)
    actors = [
      ...actorsOf(agentsOf(ctx, light)),
      ...actors,
      ...obliquesOf(tree, light)
        .filter((o) => row.others.includes(o.preposition))
        .flatMap((o) => actorsOf(partiesAt(ctx, o.token))),
    ];
  else if (tree.by(noun, "cop").length > 0) actors = [...actorsOf(agentsOf(ctx, noun)), ...actors];
  for (const clause of tree.by(noun, "acl")) {
    const p = verbPredicate(ctx, clause);
    actors = [
      ...actors,
      ...actorsOf(p.agents),
      ...p.obliques.filter((o) => row.others.includes(o.preposition)).flatMap((o) => actorsOf(partiesAt(ctx, o.token))),
    ];
  }
  const personal = row.relation === "rapport";
  let pair = pairOf(ctx, actors, personal);
  // “seeks a dependable ally in Australia”: the verb has the first actor and often the second
  const governed = pair === null && head >= 0 && tree.relation(noun) === "obj";
  if (governed) {
    const along = obliquesOf(tree, head).filter((o) => o.token > noun && row.others.includes(o.preposition));
    pair = pairOf(ctx, [...actorsOf(agentsOf(ctx, head)), ...actors, ...along.flatMap((o) => actorsOf(partiesAt(ctx, o.token)))], personal);
  }
  if (pair === null) return left(ctx, row.id, noun, "there are no two official sides");
  const acls = tree.by(noun, "acl").map((k) => tree.extent(k).to - 1);
  const inSentence = acls.filter((k) => tree.token(k).sentence === tree.token(noun).sentence);
  const clause = light ?? (governed ? head : tree.by(noun, "cop").length > 0 ? noun : null);
  const span = clause !== null ? clauseSpan(ctx, clause, [noun]) : spanOf(ctx, phraseRange(ctx, noun, inSentence));
  return makeClaim<TieClaim>(
    ctx,
    { kind: "tie", between: pair, relation: row.relation, about: wordsOf(ctx, phraseRange(ctx, noun)) },
    {
      rule: row.id,
      modality: "asserted",
      attribution: attributionOf(ctx, noun),
      evidence: [span],
      weak: own.some((p) => p.how === "fallback"),
    },
  );
}

function readVerb(ctx: Context, verb: number): TieClaim | null {
  const { tree } = ctx;
  const unit = VERBS.get(tree.lemma(verb));
  if (unit === undefined) return null;
  const p = verbPredicate(ctx, verb);
  if (p.mode.modality !== "asserted") return left(ctx, unit.row.id, verb, "the clause does not assert it");
  const other =
    unit.preposition === null ? objectOf(tree, verb) : (p.obliques.find((o) => o.preposition === unit.preposition)?.token ?? null);
  if (other === null) return null;
  const pair = pairOf(ctx, [...actorsOf(p.agents), ...voices(ctx, actorsOf(partiesAt(ctx, other)))], unit.row.relation === "rapport");
  if (pair === null) return left(ctx, unit.row.id, verb, "there are no two official sides");
  return makeClaim<TieClaim>(
    ctx,
    { kind: "tie", between: pair, relation: unit.row.relation as TieRelation, about: wordsOf(ctx, phraseRange(ctx, verb)) },
    { rule: unit.row.id, modality: "asserted", attribution: attributionOf(ctx, verb), evidence: [clauseSpan(ctx, verb)] },
  );
}

/** Most evidences of one tie. */
const MAX_EVIDENCE = 3;

/** A tie with the evidence of another reading of it. */
function withEvidence(ctx: Context, tie: TieClaim, other: TieClaim): TieClaim {
  const { id: _id, confidence: _confidence, evidence, modality, attribution, rule, ...own } = tie;
  return makeClaim<TieClaim>(ctx, own, { rule, modality, attribution, evidence: [...evidence, ...other.evidence] });
}

/** All ties of a document, one for each pair and relation. */
export function extractTies(ctx: Context): TieClaim[] {
  const seen = new Map<string, number>();
  const claims: TieClaim[] = [];
  const { tokens } = ctx.tree;
  for (let i = 0; i < tokens.length; i++) {
    const row = tokens[i]!.upos === "NOUN" || tokens[i]!.upos === "PROPN" ? NOUNS.get(ctx.tree.lemma(i)) : undefined;
    const tie = row !== undefined ? readNoun(ctx, i, row) : tokens[i]!.upos === "VERB" ? readVerb(ctx, i) : null;
    if (tie === null || tie.between.every((a) => actorKind(a.id) === "region")) continue;
    const key = `${tie.between.map(principal).sort().join("|")}|${tie.relation}`;
    const at = seen.get(key);
    if (at === undefined) {
      seen.set(key, claims.length);
      claims.push(tie);
    } else if (claims[at]!.evidence.length < MAX_EVIDENCE) claims[at] = withEvidence(ctx, claims[at]!, tie);
  }
  return claims;
}
