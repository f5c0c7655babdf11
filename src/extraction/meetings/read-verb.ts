// Reads meetings from verbs: to meet, host, speak, call, visit, travel.
import { type ActorRef, actorKind, type Modality, principal } from "../../model/index.ts";
import { actorMentionAt, type Context, dateMentionAt, quantityMentionAt } from "../context.ts";
import { clauseSpan } from "../evidence.ts";
import type { Mode } from "../mode.ts";
import { besides, type Party, partiesAt } from "../parties.ts";
import { verbPredicate } from "../predicate.ts";
import { left } from "../trace.ts";
import { type Draft, listed, principals } from "./draft.ts";
import { VERB_ROWS, type VerbRow } from "./rules.ts";
import { formatOf, isParticipantState, isSetting, make, official, settingAt, settle, statusOf, weakly } from "./status.ts";
import { type Where, whereAt } from "./when-where.ts";

const VERBS = new Map<string, VerbRow[]>();
for (const row of VERB_ROWS) for (const lemma of row.lemmas) VERBS.set(lemma, [...(VERBS.get(lemma) ?? []), row]);

/** “called it a mistake”, “called on him to act”, “saw exports fall”: no call and no meeting. */
function isNaming(ctx: Context, verb: number, object: number | null): boolean {
  const { tree } = ctx;
  if (tree.first(verb, "xcomp", "ccomp", "iobj") !== null || tree.by(verb, "obj").length > 1) return true;
  for (const k of tree.by(verb, "obl"))
    if (/^(?:on|for|as)$/.test(tree.preposition(k) ?? "") && dateMentionAt(ctx, k) === null) return true;
  return (
    object !== null &&
    tree.kids(verb).some((k) => k > object && tree.token(k).upos === "NOUN" && tree.relation(k) !== "obl" && dateMentionAt(ctx, k) === null)
  );
}

/** Things that are met without a meeting: needs, targets, costs. */
const MET = new Set(
  "need target goal demand deadline challenge standard requirement commitment obligation expectation condition criterion cost objective threshold aim threat resistance opposition end".split(
    " ",
  ),
);

const modalityOf = (mode: Mode, status: Draft["status"]): Modality =>
  mode.modality === "asserted" && status === "planned" ? "planned" : mode.modality;

function readRow(ctx: Context, token: number, row: VerbRow): Draft[] {
  const { tree } = ctx;
  const p = verbPredicate(ctx, token);
  const drop = (why: string): Draft[] => left(ctx, row.id, token, why) ?? [];
  if (p.mode.modality === "hypothetical") return drop("the clause only supposes it");
  if (p.mode.negated) return drop("the clause denies it");
  if (row.bare && isNaming(ctx, token, p.object)) return drop("the verb names or judges its object");
  if (row.id === "meeting/meet" && p.object !== null && MET.has(tree.lemma(p.object))) return drop("what is met is a thing");
  if (p.object !== null && isCountedPeople(ctx, p.object)) return drop("a number of people is no side");
  const agents = official(ctx, p.agents);
  const at = settingAt(ctx, [token]);
  const when = settle(ctx, p.mode, at.when);
  if (row.destination) return readJourney(ctx, token, row, agents, p.agents, p.mode, { ...at, when }, p.object);
  const others: Party[] = [];
  for (const slot of row.others) {
    if (slot !== "object") others.push(...p.obliques.filter((o) => o.preposition === slot).flatMap((o) => partiesAt(ctx, o.token)));
    else if (p.object !== null) others.push(...partiesAt(ctx, p.object));
  }
  // “a concert hosted by the presidents of Romania and Poland”: those who give it, and not who meets
  if (row.id === "meeting/host" && official(ctx, others).length === 0) return [];
  const nearby = row.others.filter((slot) => slot !== "object");
  if (nearby.length > 0) others.push(...besides(ctx, token, nearby));
  // “they speak often” is no call
  if (row.id === "meeting/speak" && others.length === 0 && when === null && formatOf(ctx, token, "in-person", agents) === "in-person")
    return drop("it says neither with whom nor when");
  // “the two leaders met”, “spoke by telephone”: everybody is in the subject
  const participants = listed([...agents, ...official(ctx, others)]);
  if (principals(participants).length < 2 || (agents.length === 0 && !tree.isPassive(token)))
    return drop("there are no two official sides");
  // “welcomed the premier's words”, “welcomed him as an ally”: only a person received somewhere or on some day
  if (
    tree.lemma(token) === "welcome" &&
    (official(ctx, others).every((a) => actorKind(a.id) !== "person") || (when === null && at.places.length === 0))
  )
    return drop("no person is received somewhere or on some day");
  if (row.lemmas.includes("see") && !participants.every((a) => actorKind(a.id) === "person")) return drop("only persons see each other");
  const { status, sure } = statusOf(ctx, p.mode, when);
  const here = at.places.find((w) => isSetting(ctx, w) && !isParticipantState(ctx, w, participants, others)) ?? null;
  const subjects = p.agents.map((a) => a.token).filter((t) => tree.token(t).sentence === tree.token(token).sentence);
  const given = {
    participants,
    format: formatOf(ctx, token, row.format, participants),
    status,
    statusSure: sure,
    modality: modalityOf(p.mode, status),
    spans: [clauseSpan(ctx, token, subjects)],
    weak: weakly(p.agents, others),
  };
  return [make(ctx, token, row.id, given, here, when)];
}

/** “hosts 900,000 Ukrainians”: people of a state, and not the state. */
const isCountedPeople = (ctx: Context, token: number): boolean =>
  actorMentionAt(ctx, token)?.form === "state" && quantityMentionAt(ctx, token) !== null;

const TRANSIT = new Set(["arrive", "land", "leave", "depart", "return"]);

function readJourney(
  ctx: Context,
  token: number,
  row: VerbRow,
  agents: readonly ActorRef[],
  parties: readonly Party[],
  mode: Mode,
  at: ReturnType<typeof settingAt>,
  object: number | null,
): Draft[] {
  const { tree } = ctx;
  const travellers = agents.filter((a) => actorKind(a.id) === "person" || (actorKind(a.id) === "group" && a.state !== undefined));
  if (travellers.length === 0) return [];
  const targets: Where[] = [];
  if (object !== null && row.others.includes("object"))
    for (const k of tree.coordinated(object)) targets.push(...[whereAt(ctx, k)].filter((w) => w !== null));
  for (const place of at.places) if (row.others.includes(tree.preposition(place.token) ?? "")) targets.push(place);
  const home = new Set(travellers.map(principal));
  const abroad = targets.filter((w) => w.state !== null && !home.has(w.state)).sort((a, b) => b.rank - a.rank);
  const { status, sure } = statusOf(ctx, mode, at.when);
  const subjects = parties.map((p) => p.token).filter((t) => tree.token(t).sentence === tree.token(token).sentence);
  // “will visit King Charles in London”: the one visited is the host
  const hosted =
    object === null ? [] : official(ctx, partiesAt(ctx, object)).filter((a) => actorKind(a.id) === "person" && !home.has(principal(a)));
  if (hosted.length > 0 && row.others.includes("object")) {
    const participants = listed([...travellers, ...hosted]);
    const here = at.places.find((w) => isSetting(ctx, w)) ?? null;
    const spans = [clauseSpan(ctx, token, subjects)];
    const given = {
      participants,
      format: row.format,
      status,
      statusSure: sure,
      modality: modalityOf(mode, status),
      spans,
      weak: weakly(parties),
    };
    return [make(ctx, token, row.id, given, here, at.when)];
  }
  // “flies to Washington for a third round with Mr Bessent”: whom the traveller goes to meet
  const met = official(ctx, besides(ctx, token, ["with"])).filter((a) => abroad.some((w) => w.state === principal(a)));
  const drafts: Draft[] = [];
  const seen = new Set<string>();
  for (const target of abroad) {
    if (seen.has(target.state!)) continue;
    seen.add(target.state!);
    const hosts = met.filter((a) => principal(a) === target.state);
    const given = {
      participants: listed([...travellers, ...(hosts.length > 0 ? hosts : [ctx.knowledge.ref(target.state!)])]),
      format: hosts.length > 0 ? ("in-person" as const) : ("visit" as const),
      status,
      statusSure: sure,
      modality: modalityOf(mode, status),
      spans: [clauseSpan(ctx, token, subjects)],
      weak: weakly(parties),
      transit: hosts.length === 0 && TRANSIT.has(tree.lemma(token)),
    };
    drafts.push(make(ctx, token, row.id, given, target, at.when));
  }
  return drafts;
}

/** Meetings that a verb says. */
export function readVerb(ctx: Context, token: number): Draft[] {
  for (const row of VERBS.get(ctx.tree.lemma(token)) ?? []) {
    const drafts = readRow(ctx, token, row);
    if (drafts.length > 0) return drafts;
  }
  return [];
}
