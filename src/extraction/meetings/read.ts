// Reads meetings from single clauses: verbs of meeting, nouns of meeting, named summits, invitations.
import { type ActorRef, actorKind, type MeetingFormat, type MeetingStatus, principal } from "../../model/index.ts";
import { attributionOf } from "../attribution.ts";
import { actorMentionAt, type Context, dateMentionAt } from "../context.ts";
import { clauseSpan, phraseRange, spanOf } from "../evidence.ts";
import type { Mode } from "../mode.ts";
import { modeOf } from "../mode.ts";
import { isOfficial } from "../official.ts";
import { actorsOf, besides, type Party, partiesAt, possessors } from "../parties.ts";
import { agentsOf, clauseOf, LIGHT, lightVerb, type Oblique, obliquesOf, subjectOf, verbPredicate } from "../predicate.ts";
import { type Draft, listed, principals, sideOf, type When } from "./draft.ts";
import { INVITATION, NAMED_SUMMIT, NOUN_ROWS, type NounRow, VERB_ROWS, type VerbRow } from "./rules.ts";
import { datesUnder, placesUnder, type Where, whenOf, whereAt } from "./when-where.ts";

const VERBS = new Map<string, VerbRow[]>();
for (const row of VERB_ROWS) for (const lemma of row.lemmas) VERBS.set(lemma, [...(VERBS.get(lemma) ?? []), row]);
const NOUNS = new Map<string, NounRow>();
for (const row of NOUN_ROWS) for (const lemma of row.lemmas) NOUNS.set(lemma, row);

const SUMMITS = new Set(["summit", "conference", "assembly", "forum", "ministerial"]);
const CANCELLED = new Set(["cancel", "scrap", "abandon", "call"]);
const POSTPONED = new Set(["postpone", "delay", "put", "push", "defer", "reschedule"]);
const AHEAD = new Set(["upcoming", "forthcoming", "planned", "next", "future", "coming", "scheduled", "expected", "eventual"]);
const BEHIND = new Set(["recent", "last", "previous", "earlier", "past", "latest"]);
const AFTERWARDS = new Set(["after", "following", "since", "during", "despite"]);
const BEFOREHAND = new Set(["before", "ahead of", "ahead", "prior to", "until", "pending"]);
const PREPARING = new Set(["prepare", "plan", "schedule", "set", "arrange", "expect", "await", "preparation", "agree", "propose"]);
/** Verbs whose subjects set a meeting up between themselves: “instructed their ministers to convene a meeting”. */
const SCHEDULING = new Set(["instruct", "agree", "propose", "plan", "schedule", "arrange", "convene", "request", "decide"]);
const HOSTING = new Set(["host", "receive", "welcome", "invite", "greet", "join"]);
const JOURNEY = new Set(["travel", "fly", "go", "head", "arrive", "come", "return", "journey", "land", "visit", "depart", "leave"]);
const ORDINALS = /^(?:first|second|third|fourth|fifth|sixth|inaugural|maiden|\d+(?:st|nd|rd|th))$/i;
const MEETING_KINDS = /^(?:face-to-face|in-person|bilateral|trilateral|official|formal|one-on-one|ever)$/i;

function official(ctx: Context, parties: readonly Party[]): ActorRef[] {
  return actorsOf(parties).filter((a) => isOfficial(ctx, a));
}

/** Status from how the clause is meant and which side of the publication its day lies. */
function statusOf(ctx: Context, mode: Mode, when: When | null): { readonly status: MeetingStatus; readonly sure: boolean } {
  const side = sideOf(when?.start ?? null, ctx.day);
  if (mode.past && side !== 1) return { status: "held", sure: true };
  if (mode.modality === "possible" && side !== -1)
    return { status: mode.hedged && side !== null ? "planned" : mode.hedged ? "planned" : "proposed", sure: true };
  if (mode.future || side === 1) return { status: "planned", sure: true };
  if (side === -1) return { status: "held", sure: true };
  const settled = ctx.doc.document.kind === "readout" || ctx.doc.document.kind === "statement";
  return { status: settled ? "held" : "planned", sure: false };
}

/** “first face-to-face”, “second … this year”: what the text says of the meeting's place in a row. */
function ordinalOf(ctx: Context, noun: number): string | null {
  const { tree } = ctx;
  const from = tree.kids(noun).find((k) => k < noun && ORDINALS.test(tree.token(k).text));
  if (from === undefined) return null;
  let to = from + 1;
  while (to < noun && (MEETING_KINDS.test(tree.token(to).text) || tree.token(to).text === "-")) to++;
  return ctx.text.slice(tree.token(from).start, tree.token(to - 1).end);
}

function make(
  ctx: Context,
  token: number,
  rule: string,
  given: Partial<Draft> & Pick<Draft, "participants" | "format" | "status" | "statusSure" | "modality" | "spans">,
  where: Where | null,
  when: When | null,
): Draft {
  return {
    rule,
    place: given.format === "call" || given.format === "video" ? null : (where?.name ?? null),
    placeRank: where?.rank ?? -1,
    when,
    ordinal: null,
    attribution: attributionOf(ctx, token),
    token,
    weak: false,
    ...given,
  };
}

function atOf(ctx: Context, token: number, verb: number): { readonly when: When | null; readonly places: Where[] } {
  const tops = [...new Set([token, verb])];
  // a clause below that says what the meeting is for holds its day as often as the verb itself
  return { when: whenOf(ctx, datesUnder(ctx, tops)), places: placesUnder(ctx, tops) };
}

const weakly = (...groups: readonly (readonly Party[])[]) => groups.some((g) => g.some((p) => p.how === "fallback"));

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

function readVerb(ctx: Context, token: number, row: VerbRow): Draft[] {
  const { tree } = ctx;
  const p = verbPredicate(ctx, token);
  if (p.mode.modality === "hypothetical" || p.mode.negated) return [];
  if (row.bare && isNaming(ctx, token, p.object)) return [];
  const agents = official(ctx, p.agents);
  const { when, places } = atOf(ctx, token, token);
  if (row.destination) return readJourney(ctx, token, row, agents, p.agents, p.mode, when, places, p.object);
  const others: Party[] = [];
  for (const slot of row.others) {
    if (slot === "object" && p.object !== null && !tree.isPassive(token)) others.push(...partiesAt(ctx, p.object));
    else if (slot === "object" && p.object !== null) others.push(...partiesAt(ctx, p.object));
    else
      for (const o of p.obliques)
        if (o.preposition === slot || o.preposition === `together ${slot}`) others.push(...partiesAt(ctx, o.token));
  }
  const nearby = row.others.filter((slot) => slot !== "object");
  if (nearby.length > 0) others.push(...besides(ctx, token, nearby));
  // “they speak often” is no call
  if (row.id === "meeting/speak" && others.length === 0 && when === null && formatOf(ctx, token, "in-person", agents) === "in-person")
    return [];
  // “the two leaders met”, “spoke by telephone”: everybody is in the subject
  const participants = listed([...agents, ...official(ctx, others)]);
  if (principals(participants).length < 2 || (agents.length === 0 && !tree.isPassive(token))) return [];
  if (row.lemmas.includes("see") && !participants.every((a) => actorKind(a.id) === "person")) return [];
  const { status, sure } = statusOf(ctx, p.mode, when);
  const here = places.find((w) => isSetting(ctx, w) && !isParticipantState(w, participants, others, ctx)) ?? null;
  const format = formatOf(ctx, token, row.format, participants);
  return [
    make(
      ctx,
      token,
      row.id,
      {
        participants,
        format,
        status,
        statusSure: sure,
        modality: p.mode.modality === "asserted" && status === "planned" ? "planned" : p.mode.modality,
        spans: [
          clauseSpan(
            ctx,
            token,
            p.agents.map((a) => a.token),
          ),
        ],
        weak: weakly(p.agents, others),
      },
      here,
      when,
    ),
  ];
}

/** Whether a place is where something happens, and not where it leads to. */
function isSetting(ctx: Context, where: Where): boolean {
  return !/^(?:to|from)$/.test(ctx.tree.preposition(where.token) ?? "");
}

/** A state that is in the clause as a participant's own (`President Castro of Honduras`) is no place. */
function isParticipantState(where: Where, participants: readonly ActorRef[], others: readonly Party[], ctx: Context): boolean {
  if (where.rank > 0) return false;
  return (
    others.some((o) => ctx.tree.under(where.token, o.token)) ||
    participants.some((a) => a.id === where.state && actorKind(a.id) === "state")
  );
}

function readJourney(
  ctx: Context,
  token: number,
  row: VerbRow,
  agents: readonly ActorRef[],
  parties: readonly Party[],
  mode: Mode,
  when: When | null,
  places: readonly Where[],
  object: number | null,
): Draft[] {
  const { tree } = ctx;
  const travellers = agents.filter((a) => actorKind(a.id) === "person" || (actorKind(a.id) === "group" && a.state !== undefined));
  if (travellers.length === 0) return [];
  const targets: Where[] = [];
  if (object !== null && row.others.includes("object"))
    for (const k of tree.coordinated(object)) targets.push(...[whereAt(ctx, k)].filter((w) => w !== null));
  for (const place of places) if (row.others.includes(tree.preposition(place.token) ?? "")) targets.push(place);
  const home = new Set(travellers.map(principal));
  const abroad = targets.filter((w) => w.state !== null && !home.has(w.state));
  if (abroad.length === 0) return [];
  const { status, sure } = statusOf(ctx, mode, when);
  // whom the traveller goes to meet: “will travel to Warsaw, where he will meet President Duda” is read from its own clause
  const drafts: Draft[] = [];
  const hosts = new Set<string>();
  for (const target of abroad.sort((a, b) => b.rank - a.rank)) {
    if (hosts.has(target.state!)) continue;
    hosts.add(target.state!);
    drafts.push(
      make(
        ctx,
        token,
        row.id,
        {
          participants: listed([...travellers, ctx.knowledge.ref(target.state!)]),
          format: "visit",
          status,
          statusSure: sure,
          modality: mode.modality === "asserted" && status === "planned" ? "planned" : mode.modality,
          spans: [
            clauseSpan(
              ctx,
              token,
              parties.map((p) => p.token),
            ),
          ],
          weak: weakly(parties),
        },
        target,
        when,
      ),
    );
  }
  return drafts;
}

/** A call said to be by video, a conversation by telephone, a meeting of more than three states. */
function formatOf(ctx: Context, token: number, base: MeetingFormat, participants: readonly ActorRef[]): MeetingFormat {
  const { from, to } = ctx.tree.extent(token);
  for (let i = Math.max(from, token - 8); i < Math.min(to, token + 25); i++) {
    const lemma = ctx.tree.lemma(i);
    if (lemma === "video" || lemma === "videoconference" || lemma === "virtual" || lemma === "virtually" || lemma === "online")
      return "video";
    if (lemma === "telephone" || lemma === "phone" || lemma === "call") return base === "visit" ? base : "call";
  }
  if (base === "in-person" && participants.some((a) => actorKind(a.id) === "organisation")) return "multilateral";
  return base;
}

interface Setting {
  readonly verb: number | null;
  readonly mode: Mode;
  readonly status: MeetingStatus | null;
}

/** What governs a noun of meeting, and what that says of the meeting. */
function settingOf(ctx: Context, noun: number): Setting {
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
    const passive = tree.token(at).deprel === "nsubj:pass";
    if (tree.relation(at) === "obj" || passive) {
      const particle = tree.by(head, "compound").map((k) => tree.lemma(k))[0];
      if (CANCELLED.has(lemma) && (lemma !== "call" || particle === "off")) status = "cancelled";
      else if (
        POSTPONED.has(lemma) &&
        (lemma === "postpone" ||
          lemma === "delay" ||
          lemma === "defer" ||
          lemma === "reschedule" ||
          particle === "off" ||
          particle === "back")
      )
        status = "postponed";
    }
    if (PREPARING.has(lemma) && status === null) status = "planned";
    if (tree.isVerbal(head) || tree.isClause(head)) {
      verb = head;
      break;
    }
    at = head;
  }
  return { verb, mode: modeOf(tree, verb ?? noun), status };
}

function readNoun(ctx: Context, token: number, row: NounRow): Draft[] {
  const { tree } = ctx;
  const summit = readNamedSummit(ctx, token);
  if (summit !== null) return [summit];
  const lemma = tree.lemma(token);
  if (/^(?:talk|discussion|session|consultation|conversation|call|audience|stay|tour)$/.test(lemma) && tree.token(token).upos !== "NOUN")
    return [];
  const setting = settingOf(ctx, token);
  const light = lightVerb(tree, token);
  const own = possessors(ctx, token);
  const sides: Party[] = [...own];
  const withs: Party[] = [];
  const along = light === null ? obliquesOf(tree, token) : [...obliquesOf(tree, token), ...obliquesOf(tree, light)];
  for (const o of along) if (/^(?:with|between|among|by|of)$/.test(o.preposition)) withs.push(...partiesAt(ctx, o.token));
  if (withs.length > 0 || along.length > 0 || nextIs(ctx, token, "with")) withs.push(...besides(ctx, token, ["with", "between"]));
  let verbParties: Party[] = [];
  if (light !== null) verbParties = agentsOf(ctx, light);
  else if (setting.verb !== null) verbParties = fromGoverning(ctx, token, setting.verb);
  let participants = listed([...official(ctx, sides), ...official(ctx, withs)]);
  let used: readonly Party[] = [...sides, ...withs];
  const isVisit = row.format === "visit";
  const guests = isVisit && own.some((p) => p.actors.some((a) => actorKind(a.id) === "person"));
  const above = setting.verb === null ? "" : tree.lemma(setting.verb);
  const within = /^(?:in|at|during|over)$/.test(tree.preposition(token) ?? "") && tree.by(token, "det").some((k) => tree.lemma(k) === "a");
  const shared = within || withs.length > 0 || light !== null || isVisit || HOSTING.has(above) || SCHEDULING.has(above);
  // who convenes or holds a meeting “with” others is one of them, however many the others are
  const convenes = light !== null && own.length === 0 && along.some((o) => o.preposition === "with");
  if ((!guests && shared && principals(participants).length < 2) || convenes) {
    participants = listed([...official(ctx, verbParties), ...participants]);
    used = [...used, ...verbParties];
  }
  const tops =
    light !== null ? [token, light] : setting.verb !== null && hangsOn(ctx, token, setting.verb) ? [token, setting.verb] : [token];
  const when = whenOf(ctx, datesUnder(ctx, tops));
  const places = placesUnder(ctx, tops);
  if (isVisit) participants = withHost(ctx, token, participants, places);
  if (guests && principals(participants).length < 2) participants = withCounterpart(ctx, participants);
  const here = places.find((w) => (isVisit || isSetting(ctx, w)) && !isParticipantState(w, participants, withs, ctx)) ?? null;
  if (principals(participants).length < 2) return [];
  const { mode } = setting;
  // talks that go on, without a day or a place, are no meeting of their own
  const running = /^(?:talk|talks|discussion|consultation|session)$/.test(lemma) && tree.token(token).xpos === "NNS";
  const bound = setting.verb !== null && above !== "continue" && hangsOn(ctx, token, setting.verb);
  if (running && light === null && when === null && here === null && ordinalOf(ctx, token) === null && !bound) return [];
  if (mode.modality === "hypothetical" || (mode.negated && setting.status === null)) return [];
  const read = statusOf(
    ctx,
    light === null && setting.verb !== null && !hangsOn(ctx, token, setting.verb) ? { ...mode, past: false } : mode,
    when,
  );
  const status = setting.status ?? read.status;
  const span = light !== null ? clauseSpan(ctx, light, [token]) : spanOf(ctx, phraseRange(ctx, token));
  const keepVerb = light === null && setting.verb !== null && verbParties.length > 0 && used.length > sides.length + withs.length;
  const span2 = keepVerb ? clauseSpan(ctx, setting.verb!, [token]) : span;
  const base = {
    format: formatOf(ctx, token, row.format, participants),
    status,
    statusSure: setting.status !== null || read.sure,
    modality:
      status === "planned"
        ? ("planned" as const)
        : status === "proposed"
          ? ("possible" as const)
          : status === "held" || status === "cancelled" || status === "postponed"
            ? ("asserted" as const)
            : mode.modality,
    spans: [span2],
    ordinal: ordinalOf(ctx, token),
    weak: weakly(used),
  };
  // “visits by Secretary Yellen and Secretary Blinken”: each has a visit
  if (isVisit && lemma === "visit" && tree.token(token).xpos === "NNS") {
    const guests = participants.filter((a) => actorKind(a.id) === "person");
    const hosts = participants.filter((a) => actorKind(a.id) !== "person");
    if (guests.length > 1 && hosts.length > 0)
      return guests.map((g) => make(ctx, token, row.id, { ...base, participants: [g, ...hosts] }, here, when));
  }
  // “meetings with NATO allies, G7 leaders and EU leaders”: one with each
  const bodies = participants.filter((a) => !/^(?:person|[A-Z]{3}$)/.test(a.id));
  if (tree.token(token).xpos === "NNS" && lemma === "meeting" && bodies.length > 1) {
    const rest = participants.filter((a) => !bodies.includes(a));
    return bodies.map((b) => make(ctx, token, row.id, { ...base, format: "multilateral", participants: [...rest, b] }, here, when));
  }
  return [make(ctx, token, row.id, { ...base, participants }, here, when)];
}

/** Whether a word stands within the next few of a noun, before any verb. */
function nextIs(ctx: Context, token: number, word: string): boolean {
  for (let i = token + 1; i < token + 4 && i < ctx.tree.tokens.length; i++) if (ctx.tree.token(i).text.toLowerCase() === word) return true;
  return false;
}

/** Whether a noun of meeting is what its verb is about, so that the verb's day and place are the meeting's. */
function hangsOn(ctx: Context, noun: number, verb: number): boolean {
  const { tree } = ctx;
  const first = tree.firstConjunct(noun);
  if (tree.head(first) !== verb) return false;
  const rel = tree.relation(first);
  if (rel === "obj" || rel === "nsubj") return !LIGHT.has(tree.lemma(verb)) || lightVerb(tree, noun) !== null;
  return (
    rel === "obl" &&
    tree.preposition(first) === "for" &&
    (JOURNEY.has(tree.lemma(verb)) || HOSTING.has(tree.lemma(verb)) || PREPARING.has(tree.lemma(verb)))
  );
}

/** Who takes part according to the verb above: host and guest, or the one who travels or prepares. */
function fromGoverning(ctx: Context, noun: number, verb: number): Party[] {
  const { tree } = ctx;
  const lemma = tree.lemma(verb);
  const out: Party[] = [];
  if (HOSTING.has(lemma) || JOURNEY.has(lemma) || PREPARING.has(lemma) || lemma === "attend" || lemma === "join" || lemma === "lead") {
    out.push(...agentsOf(ctx, verb));
    const object = tree.first(verb, "obj");
    if (HOSTING.has(lemma) && object !== null && object !== noun) out.push(...partiesAt(ctx, object));
  } else if (/^(?:in|at|during|over)$/.test(tree.preposition(noun) ?? "")) {
    // “asked Mr Lutnick in an online meeting to exempt Japan”
    const object = tree.first(verb, "obj");
    if (object !== null) out.push(...agentsOf(ctx, verb), ...partiesAt(ctx, object));
  } else if (tree.relation(tree.firstConjunct(noun)) === "obj" || tree.relation(tree.firstConjunct(noun)) === "obl") {
    const subject = subjectOf(tree, verb);
    if (subject !== null) out.push(...partiesAt(ctx, subject));
  }
  return out;
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

function readNamedSummit(ctx: Context, token: number): Draft | null {
  const { tree } = ctx;
  if (!SUMMITS.has(tree.lemma(token)) || tree.token(token).upos === "VERB") return null;
  const names = tree.kids(token).filter((k) => k < token && (tree.relation(k) === "compound" || tree.relation(k) === "nmod"));
  const organisations: ActorRef[] = [];
  for (const k of names) {
    const mention = actorMentionAt(ctx, k);
    for (const actor of mention?.actors ?? [])
      if (actorKind(actor.id) === "organisation" && isOfficial(ctx, actor)) organisations.push(actor);
  }
  if (organisations.length === 0) return null;
  const setting = settingOf(ctx, token);
  const when = whenOf(ctx, datesUnder(ctx, [token]));
  const where = placesUnder(ctx, [token])[0] ?? null;
  const read = statusOf(ctx, { ...setting.mode, past: setting.mode.past }, when);
  const status = setting.status ?? read.status;
  return make(
    ctx,
    token,
    NAMED_SUMMIT.id,
    {
      participants: organisations.slice(0, 1),
      format: "multilateral",
      status,
      statusSure: setting.status !== null,
      modality: status === "planned" ? "planned" : "asserted",
      spans: [spanOf(ctx, phraseRange(ctx, token))],
    },
    where,
    when,
  );
}

/** “accepted an invitation from X to visit Y”, “X invited Z to visit”. */
function readInvitation(ctx: Context, token: number): Draft | null {
  const { tree } = ctx;
  const lemma = tree.lemma(token);
  const accepted = lemma === "accept" || lemma === "welcome";
  const object = tree.first(token, "obj");
  if (accepted && (object === null || tree.lemma(object) !== "invitation")) return null;
  const p = verbPredicate(ctx, token);
  if (p.mode.negated || p.mode.modality === "hypothetical") return null;
  const hosts: Party[] = accepted
    ? [...possessors(ctx, object!), ...fromOf(ctx, [...obliquesOf(tree, object!), ...p.obliques])]
    : [...p.agents];
  const guests: Party[] = accepted ? [...p.agents] : p.object === null ? [] : partiesAt(ctx, p.object);
  const about = accepted ? (clauseOf(tree, object!) ?? p.clause) : p.clause;
  const visits = about !== null && /^(?:visit|come|travel|pay|make|go|attend)$/.test(tree.lemma(about));
  const nominal = [...obliquesOf(tree, object ?? token), ...p.obliques].find((o) => /^(?:visit|trip)$/.test(tree.lemma(o.token)));
  if (!visits && nominal === undefined) return null;
  const participants = listed([...official(ctx, guests), ...official(ctx, hosts)]);
  const top = about ?? nominal!.token;
  const places = placesUnder(ctx, [top, token]);
  const objectPlace = about === null ? null : tree.first(about, "obj");
  const where = (objectPlace === null ? null : whereAt(ctx, objectPlace)) ?? places[0] ?? null;
  const all =
    where?.state != null && principals(participants).length < 2 ? listed([...participants, ctx.knowledge.ref(where.state)]) : participants;
  if (principals(all).length < 2) return null;
  return make(
    ctx,
    token,
    INVITATION.id,
    {
      participants: all,
      format: "visit",
      status: accepted ? "planned" : "proposed",
      statusSure: true,
      modality: accepted ? "planned" : "possible",
      spans: [
        clauseSpan(
          ctx,
          token,
          p.agents.map((a) => a.token),
        ),
      ],
      weak: weakly(p.agents, hosts),
    },
    where,
    whenOf(ctx, datesUnder(ctx, [top])),
  );
}

function fromOf(ctx: Context, obliques: readonly Oblique[]): Party[] {
  return obliques.filter((o) => o.preposition === "from" || o.preposition === "of").flatMap((o) => partiesAt(ctx, o.token));
}

/** All meetings that the clause at a token says. */
export function readAt(ctx: Context, token: number): Draft[] {
  const lemma = ctx.tree.lemma(token);
  const { upos } = ctx.tree.token(token);
  if (upos === "VERB") {
    if (lemma === "accept" || lemma === "welcome" || lemma === "invite") {
      const invitation = readInvitation(ctx, token);
      return invitation === null ? [] : [invitation];
    }
    for (const row of VERBS.get(lemma) ?? []) {
      const drafts = readVerb(ctx, token, row);
      if (drafts.length > 0) return drafts;
    }
    return [];
  }
  if (upos !== "NOUN" && upos !== "PROPN") return [];
  if (SUMMITS.has(lemma)) {
    const named = readNamedSummit(ctx, token);
    if (named !== null) return [named];
  }
  const row = NOUNS.get(lemma);
  return row === undefined ? [] : readNoun(ctx, token, row);
}
