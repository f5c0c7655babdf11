// Reads meetings from nouns: talks, meeting, call, visit, with a light verb, a possessor or a list of sides.
import { type ActorRef, actorKind, type MeetingStatus, type Modality, principal } from "../../model/index.ts";
import type { Context } from "../context.ts";
import { clauseSpan, phraseRange, spanOf } from "../evidence.ts";
import { type Mode, modeOf } from "../mode.ts";
import { besides, type Party, partiesAt, possessors } from "../parties.ts";
import { agentsOf, LIGHT, lightVerb, obliquesOf, subjectOf } from "../predicate.ts";
import { left } from "../trace.ts";
import { type Draft, listed, principals } from "./draft.ts";
import { NOUN_ROWS, type NounRow } from "./rules.ts";
import {
  formatOf,
  isParticipantState,
  isSetting,
  make,
  NEUTRAL,
  official,
  ordinalOf,
  settingAt,
  settle,
  statusOf,
  weakly,
} from "./status.ts";
import type { Where } from "./when-where.ts";
import { AFTERWARDS, AHEAD, BEFOREHAND, BEHIND, CANCELLED, HOSTING, JOURNEY, POSTPONED, PREPARING, SCHEDULING, SPELLS } from "./words.ts";

const NOUNS = new Map<string, NounRow>();
for (const row of NOUN_ROWS) for (const lemma of row.lemmas) NOUNS.set(lemma, row);

export interface Governing {
  readonly verb: number | null;
  readonly mode: Mode;
  readonly status: MeetingStatus | null;
}

/** What governs a noun of meeting, and what that says of the meeting. */
export function governingOf(ctx: Context, noun: number): Governing {
  const { tree } = ctx;
  let status: MeetingStatus | null = null;
  for (const k of tree.kids(noun)) {
    const word = tree.token(k).text.toLowerCase();
    if (k > noun) continue;
    if (AHEAD.has(word)) status = "planned";
    else if (BEHIND.has(word)) status = "held";
  }
  const preposition = tree.preposition(noun);
  if (preposition !== null && status === null) {
    if (AFTERWARDS.has(preposition)) status = "held";
    else if (BEFOREHAND.has(preposition)) status = "planned";
  }
  let at = tree.firstConjunct(noun);
  let verb: number | null = null;
  for (let step = 0; step < 4; step++) {
    const head = tree.head(at);
    if (head < 0) break;
    const lemma = tree.lemma(head);
    if (tree.relation(at) === "obj" || tree.token(at).deprel === "nsubj:pass") {
      const particle = tree.by(head, "compound").map((k) => tree.lemma(k))[0];
      if (CANCELLED.has(lemma) && (lemma !== "call" || particle === "off")) status = "cancelled";
      else if (POSTPONED.has(lemma) && (/^(?:postpone|delay|defer|reschedule)$/.test(lemma) || particle === "off" || particle === "back"))
        status = "postponed";
    }
    if (PREPARING.has(lemma) && status === null) status = "planned";
    if (tree.isVerbal(head) || tree.isClause(head)) {
      verb = head;
      break;
    }
    at = head;
  }
  const mode = modeOf(tree, verb ?? noun);
  // “will travel to Warsaw following his meetings in Brussels”: after one thing to come, and itself to come
  const relative = status === "held" && preposition !== null && AFTERWARDS.has(preposition) && mode.future;
  return { verb, mode, status: relative ? "planned" : status };
}

/** Whether a word stands within the next few of a noun, before any verb. */
function nextIs(ctx: Context, token: number, word: string): boolean {
  for (let i = token + 1; i < token + 4 && i < ctx.tree.tokens.length; i++) if (ctx.tree.token(i).text.toLowerCase() === word) return true;
  return false;
}

/** Whether a noun of meeting is what its verb is about, so that the verb's day and place are the meeting's. */
function hangsOn(ctx: Context, noun: number, verb: number): boolean {
  const { tree } = ctx;
  let first = tree.firstConjunct(noun);
  // “for two days of talks”
  const spell = tree.head(first);
  const measures =
    spell >= 0 && SPELLS.has(tree.lemma(spell)) && (tree.token(spell).xpos === "NNS" || /^(?:round|series|set)$/.test(tree.lemma(spell)));
  if (tree.relation(first) === "nmod" && measures) first = spell;
  if (tree.head(first) !== verb) return false;
  const rel = tree.relation(first);
  // “talks opened in Vienna”
  if (rel === "nsubj" && tree.first(verb, "obj") === null) return true;
  if (rel === "obj" || rel === "nsubj") return !LIGHT.has(tree.lemma(verb)) || lightVerb(tree, noun) !== null;
  const lemma = tree.lemma(verb);
  return rel === "obl" && tree.preposition(first) === "for" && (JOURNEY.has(lemma) || HOSTING.has(lemma) || PREPARING.has(lemma));
}

/** Who takes part according to the verb above: host and guest, or the one who travels or prepares. */
function fromGoverning(ctx: Context, noun: number, verb: number): readonly Party[] {
  const { tree } = ctx;
  const lemma = tree.lemma(verb);
  const object = tree.first(verb, "obj", "iobj");
  if (HOSTING.has(lemma) || JOURNEY.has(lemma) || PREPARING.has(lemma) || /^(?:attend|join|lead)$/.test(lemma)) {
    const guest = HOSTING.has(lemma) && object !== null && object !== noun ? partiesAt(ctx, object) : [];
    return [...agentsOf(ctx, verb), ...guest];
  }
  // “asked Mr Lutnick in an online meeting to exempt Japan”
  if (/^(?:in|at|during|over)$/.test(tree.preposition(noun) ?? ""))
    return object === null ? [] : [...agentsOf(ctx, verb), ...partiesAt(ctx, object)];
  const rel = tree.relation(tree.firstConjunct(noun));
  const subject = rel === "obj" || rel === "obl" ? subjectOf(tree, verb) : null;
  return subject === null ? [] : partiesAt(ctx, subject);
}

/** The state that a visit goes to, where it is not among the participants yet. */
function withHost(ctx: Context, noun: number, participants: readonly ActorRef[], places: readonly Where[]): ActorRef[] {
  const { tree } = ctx;
  const home = new Set(participants.map(principal));
  const target = places.find(
    (w) => w.state !== null && !home.has(w.state) && (tree.under(w.token, noun) || tree.preposition(w.token) === "to"),
  );
  if (target === undefined || !participants.some((a) => actorKind(a.id) === "person" || actorKind(a.id) === "group"))
    return [...participants];
  return listed([...participants, ctx.knowledge.ref(target.state!)]);
}

/** The other party of a text about two, for a visit whose destination it leaves out: “the upcoming visit by Secretary Yellen”. */
function withCounterpart(ctx: Context, participants: readonly ActorRef[]): ActorRef[] {
  const home = new Set(participants.map(principal));
  const others = [...new Set(ctx.parties.map(principal))].filter((p) => !home.has(p));
  return others.length === 1 && ctx.parties.some((p) => home.has(principal(p)))
    ? [...participants, ctx.knowledge.ref(others[0]!)]
    : [...participants];
}

interface Sides {
  readonly participants: readonly ActorRef[];
  readonly used: readonly Party[];
  readonly withs: readonly Party[];
  /** Whether the verb above gave participants, so that its clause is the evidence. */
  readonly fromVerb: boolean;
}

/** Who meets: possessor, list after “with” or “between”, and where these are not two sides, the verb above. */
function sidesOf(ctx: Context, token: number, row: NounRow, governing: Governing, light: number | null): Sides {
  const { tree } = ctx;
  const own = possessors(ctx, token);
  const along = light === null ? obliquesOf(tree, token) : [...obliquesOf(tree, token), ...obliquesOf(tree, light)];
  const withs = along.filter((o) => /^(?:with|between|among|by|of)$/.test(o.preposition)).flatMap((o) => partiesAt(ctx, o.token));
  // “a visit to King Charles”
  if (row.format === "visit")
    for (const o of along.filter((o) => o.preposition === "to"))
      withs.push(...partiesAt(ctx, o.token).filter((p) => p.actors.some((a) => actorKind(a.id) === "person")));
  if (along.length > 0 || nextIs(ctx, token, "with")) withs.push(...besides(ctx, token, ["with", "between"]));
  const named = listed([...official(ctx, own), ...official(ctx, withs)]);
  const verbParties = light !== null ? agentsOf(ctx, light) : governing.verb !== null ? fromGoverning(ctx, token, governing.verb) : [];
  const isVisit = row.format === "visit";
  const guests = isVisit && own.some((p) => p.actors.some((a) => actorKind(a.id) === "person"));
  const above = governing.verb === null ? "" : tree.lemma(governing.verb);
  const within = /^(?:in|at|during|over)$/.test(tree.preposition(token) ?? "") && tree.by(token, "det").some((k) => tree.lemma(k) === "a");
  const shared = within || withs.length > 0 || light !== null || isVisit || HOSTING.has(above) || SCHEDULING.has(above);
  // who convenes or holds a meeting “with” others is one of them, however many the others are
  const convenes = light !== null && own.length === 0 && along.some((o) => o.preposition === "with");
  if ((!guests && shared && principals(named).length < 2) || convenes) {
    const participants = listed([...official(ctx, verbParties), ...named]);
    return { participants, used: [...own, ...withs, ...verbParties], withs, fromVerb: verbParties.length > 0 };
  }
  if (JOURNEY.has(above) && principals(named).length === 0 && tree.preposition(token) === "for") {
    const travellers = listed(official(ctx, verbParties));
    return { participants: withCounterpart(ctx, travellers), used: verbParties, withs, fromVerb: true };
  }
  const participants = guests && principals(named).length < 2 ? withCounterpart(ctx, named) : named;
  return { participants, used: [...own, ...withs], withs, fromVerb: false };
}

function modalityOf(status: MeetingStatus): Modality {
  return status === "planned" ? "planned" : status === "proposed" ? "possible" : "asserted";
}

const TIME_NOUNS = new Set(["day", "date", "hour", "time", "venue"]);

/** “the day of the talks”, “the wrong day for the talks”, wherever the parse hangs the second. */
function hasTimeNoun(ctx: Context, token: number): boolean {
  const { tree } = ctx;
  const above = tree.head(tree.firstConjunct(token));
  if (above >= 0 && TIME_NOUNS.has(tree.lemma(above))) return true;
  const preposition = tree.by(token, "case")[0];
  return (
    preposition !== undefined &&
    preposition > 0 &&
    /^(?:for|of)$/.test(tree.lemma(preposition)) &&
    TIME_NOUNS.has(tree.lemma(preposition - 1))
  );
}

function readRow(ctx: Context, token: number, row: NounRow): Draft[] {
  const { tree } = ctx;
  const lemma = tree.lemma(token);
  const governing = governingOf(ctx, token);
  const light = lightVerb(tree, token);
  const isVisit = row.format === "visit";
  const hung = governing.verb !== null && hangsOn(ctx, token, governing.verb);
  const sides = sidesOf(ctx, token, row, governing, light);
  const tops = light !== null ? [token, light] : hung ? [token, governing.verb!] : [token];
  const at = settingAt(ctx, tops);
  const participants = isVisit ? withHost(ctx, token, sides.participants, at.places) : sides.participants;
  const drop = (why: string): Draft[] => left(ctx, row.id, token, why) ?? [];
  if (principals(participants).length < 2) return drop("there are no two official sides");
  const here = at.places.find((w) => (isVisit || isSetting(ctx, w)) && !isParticipantState(ctx, w, participants, sides.withs)) ?? null;
  // a noun that its verb is not about has no time of its own from it
  const { mode } = governing;
  const own = light !== null || hung ? mode : { ...NEUTRAL, future: mode.future && isVisit };
  const when = settle(ctx, own, at.when);
  const ordinal = ordinalOf(ctx, token);
  // talks that go on, without a day or a place, are no meeting of their own
  const running = /^(?:talk|talks|discussion|consultation|session)$/.test(lemma) && tree.token(token).xpos === "NNS";
  // “the wrong day for the talks”: talks that have a day, whichever it is
  const timed = hasTimeNoun(ctx, token);
  const bound = timed || (hung && tree.lemma(governing.verb!) !== "continue");
  if (running && light === null && when === null && here === null && ordinal === null && !bound)
    return drop("talks that go on, without a day or a place, are no meeting");
  if (mode.modality === "hypothetical") return drop("the clause only supposes it");
  if (mode.negated && governing.status === null) return drop("the clause denies it");
  const read = statusOf(ctx, own, when);
  const status = governing.status ?? read.status;
  const clause = light ?? (sides.fromVerb ? governing.verb : null);
  const given = {
    format: formatOf(ctx, token, row.format, participants),
    status,
    statusSure: governing.status !== null || read.sure,
    modality: modalityOf(status),
    spans: [clause === null ? spanOf(ctx, phraseRange(ctx, token)) : clauseSpan(ctx, clause, [token])],
    ordinal,
    weak: weakly(sides.used),
  };
  const plural = tree.token(token).xpos === "NNS";
  // “visits by Secretary Yellen and Secretary Blinken”: each has a visit
  const visitors = participants.filter((a) => actorKind(a.id) === "person");
  const hosts = participants.filter((a) => actorKind(a.id) !== "person");
  if (lemma === "visit" && plural && visitors.length > 1 && hosts.length > 0)
    return visitors.map((v) => make(ctx, token, row.id, { ...given, participants: [v, ...hosts] }, here, when));
  // “meetings with NATO allies, G7 leaders and EU leaders”: one with each
  const bodies = participants.filter((a) => !/^(?:person|[A-Z]{3}$)/.test(a.id));
  if (lemma === "meeting" && plural && bodies.length > 1) {
    const rest = participants.filter((a) => !bodies.includes(a));
    return bodies.map((b) => make(ctx, token, row.id, { ...given, format: "multilateral", participants: [...rest, b] }, here, when));
  }
  return [make(ctx, token, row.id, { ...given, participants }, here, when)];
}

/** Meetings that a noun says. */
export function readNoun(ctx: Context, token: number): Draft[] {
  const row = NOUNS.get(ctx.tree.lemma(token));
  return row === undefined ? [] : readRow(ctx, token, row);
}
