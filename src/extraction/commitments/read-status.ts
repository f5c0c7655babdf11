// What has become of a promise: late with a new day, past its deadline, given up, begun.
import { attributionOf } from "../attribution.ts";
import { type Context, mentionsIn } from "../context.ts";
import { clauseSpan } from "../evidence.ts";
import { modeOf } from "../mode.ts";
import { isOfficial } from "../official.ts";
import { actorsOf, type Party, partiesAt, possessors } from "../parties.ts";
import { agentsOf, clauseOf, nounClause, objectOf, subjectOf } from "../predicate.ts";
import { type Act, actOf, canPromise } from "./act.ts";
import type { Bond } from "./bond.ts";
import { BROKEN, LATE, SLIPPED, STARTED } from "./rules.ts";

const PROMISE_NOUNS = new Set(["promise", "pledge", "commitment", "undertaking", "vow", "guarantee"]);
const PROMISE_VERBS = new Set(["promise", "pledge", "commit", "vow", "undertake", "due", "agree"]);
/** Sentences back in its paragraph in which a promise that is now late was told. */
const REACH = 4;

/** The thing promised that the sentences before speak of: what was due, promised or not produced, with who owes it. */
interface Owed {
  readonly thing: number;
  readonly by: readonly Party[];
}

function owedAt(ctx: Context, i: number): number | null {
  const { tree } = ctx;
  const lemma = tree.lemma(i);
  // “the team that was to report by May has not done so”
  if (lemma === "do" && modeOf(tree, i).negated && tree.kids(i).some((k) => tree.lemma(k) === "so")) return subjectOf(tree, i);
  if (PROMISE_VERBS.has(lemma) && tree.isPassive(i)) return subjectOf(tree, i);
  if (lemma === "fail" || lemma === "promise") {
    const clause = clauseOf(tree, i);
    return clause === null ? objectOf(tree, i) : objectOf(tree, clause);
  }
  return null;
}

/** The last promise told before a sentence in its paragraph. */
function owedBefore(ctx: Context, token: number): Owed | null {
  const { tree } = ctx;
  const { index, paragraph } = tree.sentence(token);
  for (let back = 1; back <= REACH; back++) {
    const sentence = tree.sentences[index - back];
    if (sentence === undefined || sentence.paragraph !== paragraph) return null;
    for (let i = sentence.from; i < sentence.to; i++) {
      if (tree.token(i).upos !== "VERB" && tree.token(i).upos !== "ADJ") continue;
      const thing = owedAt(ctx, i);
      if (thing !== null && tree.token(thing).upos === "NOUN") return { thing, by: agentsOf(ctx, i) };
    }
  }
  return null;
}

const able = (ctx: Context, parties: readonly Party[]) => parties.filter((p) => p.actors.some((a) => canPromise(ctx, a)));

/** Who owes a thing: its own possessor, else whom the promise names, else whoever speaks, else the side most of the text's people speak for. */
function debtors(ctx: Context, thing: number, subject: number, named: readonly Party[], token: number): Party[] {
  for (const found of [able(ctx, partiesAt(ctx, subject)), able(ctx, possessors(ctx, thing)), able(ctx, named)])
    if (found.length > 0) return found;
  const speaker = attributionOf(ctx, token)?.actor ?? speakerBefore(ctx, token);
  return speaker === null || !isOfficial(ctx, speaker) ? [] : [{ actors: [speaker], token: subject, mention: null, how: "fallback" }];
}

/** The official whose words the sentence before reports. */
function speakerBefore(ctx: Context, token: number) {
  const { tree } = ctx;
  const { index, paragraph } = tree.sentence(token);
  const previous = tree.sentences[index - 1];
  if (previous === undefined || previous.paragraph !== paragraph) return null;
  for (let i = previous.from; i < previous.to; i++) {
    const said = attributionOf(ctx, i)?.actor;
    if (said !== undefined && said !== null) return said;
  }
  return null;
}

const isNow = (ctx: Context, verb: number) => ctx.tree.by(verb, "advmod").some((k) => ctx.tree.lemma(k) === "now");

/** The day ahead that a verb sets by `for`, `by`, `at`, `in`: “aim for the end of June”, “come at the end of July”. */
function dayAhead(ctx: Context, verb: number): string | null {
  const { from, to } = ctx.tree.extent(verb);
  const { day } = ctx;
  for (const d of mentionsIn(ctx, "date", from, to))
    if (
      (d.type === "DATE" || d.type === "TIME") &&
      d.last !== null &&
      d.last.length >= 7 &&
      (day === null || d.last >= day.slice(0, d.last.length))
    )
      return d.last;
  return null;
}

/** “The companies now aim for the end of June”, “the report would now come in July”, “is now expected in May”: a promise with a later day. */
export function readLate(ctx: Context, token: number): Bond | null {
  const { tree } = ctx;
  const lemma = tree.lemma(token);
  const aims = /^(?:aim|hope|plan|target)$/.test(lemma) && clauseOf(tree, token) === null;
  const comes = /^(?:come|arrive|follow|open|start|begin|publish|deliver|submit|finish|complete|sign)$/.test(lemma);
  const awaited = /^(?:expect|due|schedule|plan|set)$/.test(lemma) && (tree.isPassive(token) || tree.token(token).upos === "ADJ");
  if ((!aims && !comes && !awaited) || !isNow(ctx, token)) return null;
  const mode = modeOf(tree, token);
  if (mode.negated || mode.modality === "hypothetical" || (comes && !mode.future)) return null;
  const deadline = dayAhead(ctx, token);
  const subject = subjectOf(tree, token);
  const owed = owedBefore(ctx, token);
  if (deadline === null || subject === null || owed === null) return null;
  const thing = aims ? owed.thing : subject;
  const by = debtors(ctx, thing, subject, owed.by, token);
  if (by.length === 0) return null;
  const act: Act = { ...actOf(ctx, thing), deadline };
  return { rule: SLIPPED.id, by, toward: [], act, status: "slipped", modality: "planned", span: clauseSpan(ctx, token), token };
}

/** “missed the deadline of May 1 for the report”, “failed to meet its deadline”: late, with no new day. */
export function readMissed(ctx: Context, token: number): Bond | null {
  const { tree } = ctx;
  const object = objectOf(tree, token);
  if (object === null || !/^(?:deadline|target|timetable|date)$/.test(tree.lemma(object))) return null;
  const mode = modeOf(tree, token);
  const missed = tree.lemma(token) === "miss" && !mode.negated;
  const failed = /^(?:meet|keep|make)$/.test(tree.lemma(token)) && mode.negated;
  if ((!missed && !failed) || mode.future || mode.modality === "hypothetical") return null;
  const by = able(ctx, agentsOf(ctx, token));
  if (by.length === 0) return null;
  const of = [...tree.by(object, "nmod", "acl"), ...tree.by(token, "obl", "advcl")].find(
    (k) =>
      k > object &&
      (tree.token(k).upos === "VERB" || /^(?:for|on|of)$/.test(tree.preposition(k) ?? "")) &&
      mentionsIn(ctx, "date", k, k + 1).length === 0,
  );
  const act = actOf(ctx, of ?? object);
  return { rule: LATE.id, by, toward: [], act, status: "slipped", modality: "negated", span: clauseSpan(ctx, token), token };
}

/** “broke its promise to lift the ban”, “reneged on a pledge”, “has dropped its commitment to …”. */
export function readBroken(ctx: Context, token: number): Bond | null {
  const { tree } = ctx;
  const lemma = tree.lemma(token);
  const on = /^(?:renege|backtrack|go)$/.test(lemma) ? tree.by(token, "obl").find((k) => tree.preposition(k) === "on") : undefined;
  const back = lemma !== "go" || tree.by(token, "advmod", "compound").some((k) => tree.lemma(k) === "back");
  const object = on ?? (/^(?:break|breach|violate|abandon|scrap|drop|withdraw|betray)$/.test(lemma) ? objectOf(tree, token) : null);
  if (object === null || object === undefined || !back || !PROMISE_NOUNS.has(tree.lemma(object))) return null;
  const mode = modeOf(tree, token);
  if (mode.negated || mode.future || mode.modality !== "asserted") return null;
  const by = able(ctx, [...possessors(ctx, object), ...agentsOf(ctx, token)]).slice(0, 1);
  if (by.length === 0 || actorsOf(by).length === 0) return null;
  const about = nounClause(tree, object) ?? tree.by(object, "nmod").find((k) => k > object) ?? object;
  return {
    rule: BROKEN.id,
    by,
    toward: [],
    act: actOf(ctx, about),
    status: "broken",
    modality: "asserted",
    span: clauseSpan(ctx, token),
    token,
  };
}

/** “has begun to build the bridge that it promised”, “has started work on the promised port”: a promise that is being kept. */
export function readStarted(ctx: Context, token: number): Bond | null {
  const { tree } = ctx;
  if (!/^(?:begin|start|launch)$/.test(tree.lemma(token))) return null;
  const mode = modeOf(tree, token);
  if (mode.negated || mode.future || mode.modality !== "asserted") return null;
  const clause = clauseOf(tree, token) ?? objectOf(tree, token);
  if (clause === null) return null;
  const promised = tree
    .subtree(clause)
    .some((k) => k !== token && (tree.lemma(k) === "promise" || tree.lemma(k) === "pledge" || tree.lemma(k) === "promised"));
  const by = promised ? able(ctx, agentsOf(ctx, token)) : [];
  if (by.length === 0) return null;
  return {
    rule: STARTED.id,
    by,
    toward: [],
    act: actOf(ctx, clause),
    status: "under-way",
    modality: "asserted",
    span: clauseSpan(ctx, token),
    token,
  };
}
