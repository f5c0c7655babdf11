// Events whose type the classifier finds: a verb that joins two actors, whatever the verb. Silent where it is not sure.
import { type EventClaim, overlaps, type PloverType, principal } from "../../model/index.ts";
import type { Context } from "../context.ts";
import { clauseSpan } from "../evidence.ts";
import { isPurpose, type Predicate, verbPredicate } from "../predicate.ts";
import { left } from "../trace.ts";
import { dateOf, type Event, pairOf } from "./event.ts";
import { eventClassifier, featuresOf, type LearnedType, NOUN_CUES, type Reason, VERB_CUES, type Verdict } from "./learned/index.ts";
import { codeOf } from "./plover.ts";
import { LEARNED } from "./rules.ts";
import { type Side, sourceOf, targetBelow, tokensOf } from "./sides.ts";

/**
 * Least probability of the type, by where the sentence stands. In the lead two actors that a verb joins are the text's event, whatever its type is: an
 * unsure one is told with the confidence it has (decision 0068).
 */
const LEAD = 0.2;
const ELSEWHERE = 0.75;
/** More pairs than this come from a list, whose members the text does not set against each other. */
const MAX_PAIRS = 2;
/** Most actors of one side that get events of their own. */
const MAX_SIDE = 3;
/** Contests of athletes are no acts between states. */
const SPORT = new Set(
  "championship golf football soccer baseball basketball cricket hockey tennis rugby tournament league athletics volleyball boxing racing cup medal".split(
    " ",
  ),
);
/** Verbs whose subject is given what `from` names: source and target change places. */
const RECEIVING = new Set("receive get obtain accept win secure borrow import".split(" "));

/** Whether a sentence is the first of prose or the title: news tells its main event there. */
export function isLead(ctx: Context, token: number): boolean {
  const first = ctx.tree.sentences.find((s) => s.kind === "prose");
  const own = ctx.tree.sentence(token);
  return first === undefined || own.index <= first.index;
}

/** Types that two can do to each other without a target of their own. */
const MUTUAL = new Set<PloverType>(["AGREE", "CONSULT", "COOPERATE", "SUPPORT"]);

const isSport = (ctx: Context, verb: number) =>
  ctx.tree.kids(verb).some((k) => ctx.tree.subtree(k).some((i) => i > verb && SPORT.has(ctx.tree.lemma(i))));

/** The type in PLOVER's words: what yields is a retreat where troops, prisoners or arms are concerned, else a concession. */
export function ploverOf(ctx: Context, type: LearnedType, verb: number): PloverType {
  if (type !== "YIELD") return type;
  const { from, to } = ctx.tree.extent(verb);
  const words = ctx.tree.tokens.slice(from, to).map((t) => t.lemma.toLowerCase());
  return words.some((w) => RETREATING.has(w)) ? "RETREAT" : "CONCEDE";
}
const RETREATING = new Set(
  "withdraw withdrawal retreat release free ceasefire cease-fire truce disarm evacuate pullout troop soldier prisoner hostage captive arm weapon resign return".split(
    " ",
  ),
);

/** What is said or shown and not done, as an object: “released a statement”, “exchanged views”. */
const WORDS_ONLY = new Set(
  "statement report document communique communiqué letter list view detail language note message figure datum result story".split(" "),
);

/** The verb and the words under it that can point to a type. */
function near(ctx: Context, verb: number): number[] {
  return [verb, ...ctx.tree.kids(verb).filter((k) => /^(?:obj|xcomp|obl)$/.test(ctx.tree.relation(k)))];
}

const cuesOf = (ctx: Context, token: number) =>
  (ctx.tree.token(token).upos === "NOUN" ? NOUN_CUES : VERB_CUES).get(ctx.tree.lemma(token)) ?? [];

/** Types that the verb and the words under it point to; to ship or to give is aid only by what is given. */
const pointedTo = (ctx: Context, verb: number): ReadonlySet<PloverType> =>
  new Set(near(ctx, verb).flatMap((i) => cuesOf(ctx, i).filter((type) => i !== verb || type !== "AID")));

/** Meetings and promises are read by rows of their own; the classifier tells them where news tells its main event. */
const OWN_ROWS = new Set<PloverType>(["CONSULT", "AGREE"]);

const UNDONE = new Set("deny refuse fail decline reject avoid neglect".split(" "));
const SOFT = new Set<PloverType>(["SUPPORT", "AGREE", "COOPERATE"]);
const HARD = new Set<PloverType>(["SANCTION", "COERCE", "ASSAULT", "THREATEN"]);

interface Judged {
  readonly predicate: Predicate;
  readonly source: Side;
  readonly target: Side;
  readonly verdict: Verdict;
  readonly plover: PloverType;
  /** What somebody will not do he rejects. */
  readonly refusal: boolean;
}

/** What a verb's event would be by the classifier; null where there are no two actors or it may not be one. */
function judge(ctx: Context, verb: number, lead: boolean): Judged | null {
  const { tree } = ctx;
  const first = tree.firstConjunct(verb);
  // the infinitive under a verb (“urged Chad to talk to Niger”) is read with it: its actors lie below that verb
  const governed = tree.relation(first) === "xcomp" && tree.token(tree.head(first)).upos === "VERB";
  if (governed || isPurpose(tree, verb) || /^(?:advcl|acl)/.test(tree.token(first).deprel)) return null;
  // elsewhere than in the lead a word must point to the type
  if (!lead && ![...pointedTo(ctx, verb)].some((type) => !OWN_ROWS.has(type))) return null;
  const classifier = eventClassifier();
  if (!classifier.knows(tree.lemma(verb))) return null;
  const p = verbPredicate(ctx, verb);
  if (!lead && p.mode.modality !== "asserted" && !(p.mode.negated && p.mode.future))
    return left(ctx, LEARNED.id, verb, "it is not said to have happened");
  if (p.mode.modality === "hypothetical" || (p.object !== null && WORDS_ONLY.has(tree.lemma(p.object)))) return null;
  let source = sourceOf(ctx, verb, p.agents);
  let target = source === null ? null : targetBelow(ctx, verb, source);
  // “Chad and Niger have renewed ties”: what two do without a third they do with each other
  const mutual = source !== null && target === null && source.actors.length === 2 && p.agents.length === 2;
  if (mutual) {
    target = { actors: source!.actors.slice(1), tokens: tokensOf(p.agents[1]!) };
    source = { actors: source!.actors.slice(0, 1), tokens: tokensOf(p.agents[0]!) };
  }
  if (source === null || target === null || isSport(ctx, verb)) return null;
  if (!lead && source.actors.length * target.actors.length > MAX_PAIRS) return left(ctx, LEARNED.id, verb, "its actors come from a list");
  const from = p.obliques.filter((o) => o.preposition === "from").map((o) => o.token);
  if (RECEIVING.has(tree.lemma(verb)) && target.tokens.some((t) => from.some((o) => tree.under(t, o)))) [source, target] = [target, source];
  const verdict = classifier.classify(featuresOf(tree, source.tokens, target.tokens));
  const plover = ploverOf(ctx, verdict.type, verb);
  const refusal = p.mode.negated && p.mode.future && plover === "REJECT";
  // “denied that it had shelled”, “failed to free”: only the refusal itself is an act
  if (UNDONE.has(tree.lemma(verb)) && plover !== "REJECT") return null;
  // “supports the sanctions on Niger” is no support for Niger
  const given = p.object === null ? [] : (NOUN_CUES.get(tree.lemma(p.object)) ?? []);
  if (SOFT.has(plover) && given.length > 0 && given.every((t) => HARD.has(t))) return null;
  // what somebody has not done is no event
  if ((mutual && !MUTUAL.has(plover)) || (p.mode.negated && !refusal)) return null;
  return { predicate: p, source, target, verdict, plover, refusal };
}

/** How likely a type must be for `why` to name it beside the one taken. */
const WORTH_NAMING = 0.02;
/** Most types named. */
const MAX_RIVALS = 3;

/** Tells the trace which types the classifier weighed: those less likely than the first, and the first where it is too unsure. */
function rivals(ctx: Context, { verdict }: Judged, verb: number, least: number): void {
  const [first, ...others] = verdict.ranking();
  const digits = (p: number) => p.toFixed(2);
  if (first!.probability < least)
    left(ctx, LEARNED.id, verb, `${first!.type} has probability ${digits(first!.probability)}, and ${least} is asked for here`);
  for (const { type, probability } of others.slice(0, MAX_RIVALS))
    if (probability >= WORTH_NAMING)
      left(ctx, LEARNED.id, verb, `${type} has probability ${digits(probability)}, ${first!.type} ${digits(first!.probability)}`);
}

/** Events of a verb by the classifier. `paired` are pairs of actors of which other claims already tell an event. */
export function readLearned(ctx: Context, verb: number, paired: ReadonlySet<string>): Event[] {
  const lead = isLead(ctx, verb);
  const judged = judge(ctx, verb, lead);
  if (judged === null) return [];
  const least = lead ? LEAD : ELSEWHERE;
  const drop = (why: string): Event[] => left(ctx, LEARNED.id, verb, why) ?? [];
  if (ctx.trace !== null) rivals(ctx, judged, verb, least);
  if (judged.verdict.probability < least) return [];
  const { predicate, source, target, plover, refusal } = judged;
  const ownRows = OWN_ROWS.has(plover);
  const { modality } = predicate.mode;
  if (!lead) {
    if (ownRows) return drop("meetings and promises are read by rows of their own");
    if (modality !== "asserted" && !refusal) return drop("it is not said to have happened");
    if (!pointedTo(ctx, verb).has(plover)) return drop(`no word points to ${plover}`);
  }
  const pairs = source.actors.slice(0, MAX_SIDE).flatMap((a) => target.actors.slice(0, MAX_SIDE).map((b) => ({ source: a, target: b })));
  return pairs
    .filter((e) => principal(e.source) !== principal(e.target) && !(ownRows && paired.has(pairOf(e))))
    .map((e) => ({
      ...e,
      rule: LEARNED.id,
      plover,
      ...codeOf(plover),
      context: [],
      date: dateOf(ctx, [verb], predicate.mode.past),
      modality: refusal ? "asserted" : modality,
      spans: [clauseSpan(ctx, verb)],
      token: verb,
      weight: lead ? 2 : judged.verdict.probability,
      weak: predicate.agents.some((x) => x.how === "fallback"),
      sure: judged.verdict.probability,
    }));
}

/** What decided the type of a learned event whose evidence starts at `span`: its features, strongest first; empty for other events. */
export function learnedReasons(ctx: Context, claim: EventClaim, count: number): readonly Reason[] {
  const span = claim.evidence[0];
  if (span === undefined || claim.rule !== LEARNED.id) return [];
  for (const token of ctx.tree.tokens) {
    if (token.upos !== "VERB" || !overlaps(token, span)) continue;
    const judged = judge(ctx, token.index, isLead(ctx, token.index));
    if (judged?.plover === claim.plover && judged.source.actors.some((a) => a.id === claim.source.id)) return judged.verdict.reasons(count);
  }
  return [];
}
