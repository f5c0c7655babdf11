// Ties between two actors: alliance, partnership, rapport, rivalry, dependence, investment, precedent.
import { type ActorRef, actorKind, principal, type TieClaim, type TieRelation } from "../../model/index.ts";
import { attributionOf } from "../attribution.ts";
import { makeClaim } from "../claim.ts";
import { actorMentionAt, type Context } from "../context.ts";
import { clauseSpan, phraseRange, spanOf } from "../evidence.ts";
import { isOfficial } from "../official.ts";
import { actorsOf, type Party, partiesAt, possessors, stateOf, voices } from "../parties.ts";
import { agentsOf, lightVerb, objectOf, obliquesOf, verbPredicate } from "../predicate.ts";
import { wordsOf } from "../topics.ts";
import { TIE_NOUNS, TIE_VERBS, type TieNounRow } from "./rules.ts";

export { TIE_RULES } from "./rules.ts";

const NOUNS = new Map<string, TieNounRow>();
for (const row of TIE_NOUNS) for (const noun of row.nouns) NOUNS.set(noun, row);
const VERBS = new Map(
  TIE_VERBS.flatMap((row) => row.verbs.map((v) => [v.split("+")[0]!, { row, preposition: v.split("+")[1] ?? null }] as const)),
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
  for (const a of wanted) if (isOfficial(ctx, a) && !out.some((b) => principal(b) === principal(a))) out.push(a);
  return out.length >= 2 ? [out[0]!, out[1]!] : null;
}

function readNoun(ctx: Context, noun: number, row: TieNounRow): TieClaim | null {
  const { tree } = ctx;
  if (
    row.qualified === true &&
    !tree
      .by(noun, "amod", "compound")
      .some(
        (k) =>
          k < noun && !(actorMentionAt(ctx, k)?.actors.length ?? 0) && !/^(?:new|other|such|further|many|more|good)$/.test(tree.lemma(k)),
      )
  )
    return null;
  if (row.needs !== undefined && !tree.kids(noun).some((k) => k < noun && row.needs!.includes(tree.token(k).text.toLowerCase())))
    return null;
  const obliques = obliquesOf(tree, noun);
  const own = possessors(ctx, noun);
  const others: Party[] = obliques.filter((o) => row.others.includes(o.preposition)).flatMap((o) => partiesAt(ctx, o.token));
  let actors = [...actorsOf(own), ...hyphenated(ctx, noun), ...actorsOf(others)];
  const light = lightVerb(tree, noun);
  const head = tree.head(noun);
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
  if (row.relation === "partnership" || row.relation === "alliance")
    if (actors.length === 0 && head >= 0 && tree.by(noun, "det").some((k) => /^(?:the|our)$/.test(tree.lemma(k)))) actors = [];
  const pair = pairOf(ctx, actors, row.relation === "rapport");
  if (pair === null) return null;
  const span =
    light !== null
      ? clauseSpan(ctx, light, [noun])
      : tree.by(noun, "cop").length > 0
        ? clauseSpan(ctx, noun)
        : spanOf(
            ctx,
            phraseRange(
              ctx,
              noun,
              tree
                .by(noun, "acl")
                .map((k) => tree.extent(k).to - 1)
                .filter((k) => tree.token(k).sentence === tree.token(noun).sentence),
            ),
          );
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
  if (p.mode.modality !== "asserted") return null;
  const other =
    unit.preposition === null ? objectOf(tree, verb) : (p.obliques.find((o) => o.preposition === unit.preposition)?.token ?? null);
  if (other === null) return null;
  const pair = pairOf(ctx, [...actorsOf(p.agents), ...voices(ctx, actorsOf(partiesAt(ctx, other)))], unit.row.relation === "rapport");
  if (pair === null) return null;
  return makeClaim<TieClaim>(
    ctx,
    { kind: "tie", between: pair, relation: unit.row.relation as TieRelation, about: wordsOf(ctx, phraseRange(ctx, verb)) },
    { rule: unit.row.id, modality: "asserted", attribution: attributionOf(ctx, verb), evidence: [clauseSpan(ctx, verb)] },
  );
}

/** All ties of a document, one for each pair and relation. */
export function extractTies(ctx: Context): TieClaim[] {
  const seen = new Set<string>();
  const claims: TieClaim[] = [];
  const { tokens } = ctx.tree;
  for (let i = 0; i < tokens.length; i++) {
    const row = tokens[i]!.upos === "NOUN" || tokens[i]!.upos === "PROPN" ? NOUNS.get(ctx.tree.lemma(i)) : undefined;
    const tie = row !== undefined ? readNoun(ctx, i, row) : tokens[i]!.upos === "VERB" ? readVerb(ctx, i) : null;
    if (tie === null || actorKind(tie.between[0].id) === "region") continue;
    const key = `${tie.between.map(principal).sort().join("|")}|${tie.relation}`;
    if (seen.has(key)) continue;
    seen.add(key);
    claims.push(tie);
  }
  return claims;
}
