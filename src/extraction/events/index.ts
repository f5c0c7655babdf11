// Events: the main who-did-what-to-whom of a text, in PLOVER types with CAMEO codes.
import {
  type ActorRef,
  actorKind,
  type Claim,
  type EventClaim,
  type Modality,
  overlaps,
  type PartialDate,
  type PloverType,
  principal,
  type Span,
} from "../../model/index.ts";
import { attributionOf } from "../attribution.ts";
import { makeClaim } from "../claim.ts";
import { type Context, mentionsIn } from "../context.ts";
import { clauseSpan, phraseRange, spanOf } from "../evidence.ts";
import { INVITATION } from "../meetings/rules.ts";
import { datesUnder } from "../meetings/when-where.ts";
import { isOfficial } from "../official.ts";
import { actorsOf, namedInside, type Party, partiesAt, stateOf, voice } from "../parties.ts";
import { agentsOf, isPurpose, lightVerb, nounPredicate, obliquesOf, type Predicate, particleOf, verbPredicate } from "../predicate.ts";
import type { RuleInfo } from "../rules.ts";
import { GOLDSTEIN, QUAD } from "./plover.ts";
import { AGREE, CONSULT, EVENT_ROWS, type EventRow, NEGOTIATE } from "./rules.ts";

export const EVENT_RULES: readonly RuleInfo[] = [...EVENT_ROWS, NEGOTIATE, CONSULT, AGREE];

/** Most events of one document; the gold has six, the main ones. */
const MAX_EVENTS = 10;
/** Most evidences of one event. */
const MAX_EVIDENCE = 3;
/** Most counterparts of one meeting that get an event each. */
const MAX_COUNTERPARTS = 5;

interface Unit {
  readonly row: EventRow;
  readonly particle: string | null;
  readonly prepositions: readonly string[] | null;
}
const VERBS = new Map<string, Unit[]>();
const NOUNS = new Map<string, EventRow>();
for (const row of EVENT_ROWS) {
  for (const verb of row.verbs) {
    const [head = "", prepositions] = verb.split("+");
    const [lemma = "", particle] = head.split(":");
    VERBS.set(lemma, [...(VERBS.get(lemma) ?? []), { row, particle: particle ?? null, prepositions: prepositions?.split("|") ?? null }]);
  }
  for (const noun of row.nouns) NOUNS.set(noun, row);
}

interface Event {
  readonly rule: string;
  readonly source: ActorRef;
  readonly target: ActorRef;
  readonly plover: PloverType;
  readonly mode: string | null;
  readonly cameo: string;
  readonly context: readonly string[];
  readonly date: PartialDate | null;
  readonly modality: Modality;
  readonly spans: readonly Span[];
  readonly token: number;
  /** What makes two readings one event. */
  readonly key?: string;
  /** Higher comes first when there are too many. */
  readonly weight: number;
  readonly weak: boolean;
}

function side(ctx: Context, actor: ActorRef): ActorRef {
  const kind = actorKind(actor.id);
  return kind === "person" || kind === "group" ? voice(ctx, actor) : actor;
}

function states(ctx: Context, parties: readonly Party[]): ActorRef[] {
  const out: ActorRef[] = [];
  for (const a of actorsOf(parties)) if (isOfficial(ctx, a)) if (!out.some((b) => principal(b) === principal(a))) out.push(side(ctx, a));
  return out;
}

/** Actors named by a phrase: itself, else its possessor: “Russia's invasion”, “the officials of France”. */
function targetsAt(ctx: Context, token: number): ActorRef[] {
  const direct = states(ctx, partiesAt(ctx, token));
  if (direct.length > 0) return direct;
  return namedInside(ctx, token)
    .filter((a) => isOfficial(ctx, a))
    .map((a) => side(ctx, a));
}

/** What of another actor one can be committed to. */
const PROTECTED = new Set(["defense", "defence", "security", "sovereignty", "independence", "people", "government", "integrity"]);

function targetOf(ctx: Context, row: EventRow, p: Predicate): ActorRef[] {
  // “imposed sanctions on Myanmar”: the preposition hangs on the object
  const along = row.objects === undefined || p.object === null ? p.obliques : [...p.obliques, ...obliquesOf(ctx.tree, p.object)];
  for (const slot of row.target) {
    const tokens =
      slot === "object"
        ? p.object === null
          ? []
          : [p.object]
        : slot === "clause"
          ? []
          : along.filter((o) => slot.slice(5).split("|").includes(o.preposition)).map((o) => o.token);
    for (const token of tokens) {
      const found = targetsAt(ctx, token);
      if (found.length > 0) return found;
      // “condemned attacks on Ukraine”, “surge in assistance to Ukraine”: one noun further down
      if (row.id === "event/back" && !PROTECTED.has(ctx.tree.lemma(token))) continue;
      for (const k of ctx.tree.by(token, "nmod")) {
        const below = targetsAt(ctx, k);
        if (below.length > 0) return below;
      }
    }
  }
  // “our commitment to stand with Ukraine”
  if (row.id === "event/back" && p.clause !== null && /^(?:support|stand|defend|assist|back|help)$/.test(ctx.tree.lemma(p.clause))) {
    const inner = verbPredicate(ctx, p.clause);
    for (const token of [
      ...(inner.object === null ? [] : [inner.object]),
      ...inner.obliques.filter((o) => o.preposition === "with").map((o) => o.token),
    ]) {
      const found = targetsAt(ctx, token);
      if (found.length > 0) return found;
    }
  }
  return [];
}

function dateOf(ctx: Context, tops: readonly number[], past: boolean): PartialDate | null {
  const d = datesUnder(ctx, tops)[0];
  if (d?.first != null)
    return d.first === d.last || /^\d{4}(-\d{2})?$/.test(d.value) ? (/^\d{4}(-\d{2})?$/.test(d.value) ? d.value : d.first) : null;
  // what a readout or statement reports in the past tense happened on its day
  return past && /^(?:readout|statement)$/.test(ctx.doc.document.kind) ? ctx.day : null;
}

function events(ctx: Context, row: EventRow, p: Predicate, span: Span, weight: number): Event[] {
  if (p.mode.modality !== "asserted") return [];
  const sources = states(ctx, p.agents).slice(0, 3);
  let targets = targetOf(ctx, row, p);
  if (sources.length > 0 && targets.length === 0 && row.plover === "ASSAULT") targets = otherState(ctx, p.token, sources);
  const out: Event[] = [];
  for (const source of sources) {
    for (const target of targets.slice(0, 3)) {
      if (principal(source) === principal(target)) continue;
      out.push({
        rule: row.id,
        source,
        target,
        plover: row.plover,
        mode: row.mode,
        cameo: row.cameo,
        context: [],
        date: dateOf(
          ctx,
          [...new Set([p.token, p.verb])],
          p.verb !== p.token || ctx.tree.token(p.token).upos === "VERB" ? p.mode.past : false,
        ),
        modality: p.mode.modality,
        spans: [span],
        token: p.token,
        weight,
        weak: p.agents.some((a) => a.how === "fallback"),
      });
    }
  }
  return out;
}

/** “supporting Ukraine in the face of Russia's aggression”: the one other state of the sentence that is no party of the text. */
function otherState(ctx: Context, token: number, sources: readonly ActorRef[]): ActorRef[] {
  const s = ctx.tree.sentence(token);
  const parties = new Set([...ctx.parties, ...ctx.issuers].map(principal));
  const found: ActorRef[] = [];
  for (const m of mentionsIn(ctx, "actor", s.from, s.to)) {
    for (const a of m.actors) {
      const state = stateOf(ctx, a);
      if (
        m.form !== "state" ||
        ctx.tree.token(m.head).upos !== "PROPN" ||
        actorKind(state.id) !== "state" ||
        parties.has(state.id) ||
        sources.some((x) => principal(x) === state.id)
      )
        continue;
      if (!found.some((f) => f.id === state.id)) found.push(state);
    }
  }
  return found.length === 1 ? found : [];
}

/** Whether a noun is one of some, in singular or plural (`troops` is its own lemma). */
const isOneOf = (lemma: string, nouns: readonly string[]) => nouns.includes(lemma) || nouns.includes(lemma.replace(/s$/, ""));

function readVerb(ctx: Context, token: number): Event[] {
  const { tree } = ctx;
  if (isPurpose(tree, token)) return [];
  for (const unit of VERBS.get(tree.lemma(token)) ?? []) {
    const { row } = unit;
    if (unit.particle !== null && particleOf(tree, token) !== unit.particle) continue;
    const p = verbPredicate(ctx, token);
    if (unit.prepositions !== null && !p.obliques.some((o) => unit.prepositions!.includes(o.preposition))) continue;
    // “on his first day, called the country …”
    const called =
      p.obliques.some((o) => o.preposition === "for") ||
      (p.clause !== null && p.obliques.some((o) => /^(?:on|upon)$/.test(o.preposition) && partiesAt(ctx, o.token).length > 0));
    if (tree.lemma(token) === "call" && !called) continue;
    if (
      row.objects !== undefined &&
      (p.object === null ||
        !tree
          .coordinated(p.object)
          .some((k) => isOneOf(tree.lemma(k), row.objects!) || tree.kids(k).some((c) => isOneOf(tree.lemma(c), row.objects!))))
    )
      continue;
    const found = events(ctx, row, p, clauseSpan(ctx, token), row.plover === "ASSAULT" ? 3 : 2);
    if (found.length > 0) return found;
  }
  return [];
}

function readNoun(ctx: Context, token: number): Event[] {
  const row = NOUNS.get(ctx.tree.lemma(token));
  if (row === undefined) return [];
  const p = nounPredicate(ctx, token);
  const light = lightVerb(ctx.tree, token);
  if (row.id === "event/back" && !isStated(ctx, light, p)) return [];
  if (ctx.tree.lemma(token) === "concern" && (light === null || !/^(?:raise|express|voice)$/.test(ctx.tree.lemma(light)))) return [];
  // an act named by a noun alone is a fact the text takes for granted; under a verb it is as the verb is meant
  const presupposed = light === null || row.plover === "ASSAULT";
  const predicate: Predicate = presupposed ? { ...p, mode: { ...p.mode, modality: "asserted", past: false } } : p;
  const span = light !== null && !presupposed ? clauseSpan(ctx, light, [token]) : spanOf(ctx, phraseRange(ctx, token));
  return events(ctx, row, predicate, span, row.plover === "ASSAULT" ? 3 : 1);
}

/** Support and commitment count where they are stated, not where they are only a topic: “to discuss our support”. */
function isStated(ctx: Context, light: number | null, p: Predicate): boolean {
  if (light !== null) return ctx.tree.lemma(light) !== "discuss" && !isPurpose(ctx.tree, light);
  return p.clause !== null && ctx.tree.lemma(p.token) === "commitment";
}

const NEGOTIATIONS = new Set(["negotiation", "talk", "talks", "discussion", "consultation", "dialogue"]);

/** “Tunisia's discussions with the IMF”, “the two have engaged in negotiations”: talks that are no single meeting. */
function readNegotiation(ctx: Context, token: number): Event[] {
  const { tree } = ctx;
  if (!NEGOTIATIONS.has(tree.lemma(token)) || tree.token(token).xpos !== "NNS") return [];
  const p = nounPredicate(ctx, token);
  const head = tree.head(token);
  const agents =
    p.agents.length > 0
      ? p.agents
      : head >= 0 && tree.isVerbal(head) && /^(?:engage|continue|hold|have)$/.test(tree.lemma(head))
        ? agentsOf(ctx, head)
        : [];
  const withs = p.obliques.filter((o) => o.preposition === "with" || o.preposition === "between").flatMap((o) => partiesAt(ctx, o.token));
  const sides = states(ctx, [...agents, ...withs]);
  if (sides.length !== 2 || p.mode.modality === "hypothetical" || p.mode.negated) return [];
  return [
    {
      rule: NEGOTIATE.id,
      source: sides[0]!,
      target: sides[1]!,
      plover: "CONSULT",
      mode: null,
      cameo: "046",
      context: ["diplomatic"],
      date: null,
      modality: "asserted",
      spans: [spanOf(ctx, phraseRange(ctx, token))],
      token,
      weight: 1,
      weak: agents.some((a) => a.how === "fallback"),
      key: `${sides.map(principal).sort().join("|")}|negotiate`,
    },
  ];
}

/** Consultations, one for each pair of first participant and another state. */
function consultations(ctx: Context, claims: readonly Claim[]): Event[] {
  const out: Event[] = [];
  for (const c of claims) {
    if (c.kind !== "meeting" || c.status === "cancelled" || c.status === "postponed" || c.status === "proposed" || c.rule === INVITATION.id)
      continue;
    const sides: ActorRef[] = [];
    for (const a of c.participants) if (!sides.some((b) => principal(b) === principal(a))) sides.push(side(ctx, a));
    const [source, ...targets] = sides;
    if (source === undefined) continue;
    const cameo = c.status === "planned" ? "036" : c.format === "call" ? "041" : c.format === "visit" ? "042" : "040";
    for (const target of targets.slice(0, MAX_COUNTERPARTS)) {
      out.push({
        rule: CONSULT.id,
        source,
        target,
        plover: "CONSULT",
        mode: c.format === "call" ? "phone" : c.format === "visit" ? "visit" : c.format === "video" ? "video" : null,
        cameo,
        context: ["diplomatic"],
        date: c.start,
        key: `${c.id}|${principal(target)}`,
        modality: c.status === "planned" ? "planned" : "asserted",
        spans: c.evidence,
        token: -1,
        weight: 4,
        weak: false,
      });
    }
  }
  return out;
}

function agreements(ctx: Context, claims: readonly Claim[]): Event[] {
  const out: Event[] = [];
  for (const c of claims) {
    if (c.kind !== "commitment" || c.status !== "agreed" || c.rule === "commitment/sign") continue;
    const sides = [...new Map([...c.by, ...c.to].map((a) => [principal(a), side(ctx, a)])).values()];
    if (sides.length !== 2) continue;
    out.push({
      rule: AGREE.id,
      source: sides[0]!,
      target: sides[1]!,
      plover: "AGREE",
      mode: null,
      cameo: "030",
      context: [],
      date: /^(?:readout|statement)$/.test(ctx.doc.document.kind) ? ctx.day : null,
      modality: "asserted",
      spans: c.evidence,
      token: -1,
      weight: 1.5,
      weak: false,
    });
  }
  // one agreement a pair: the first
  return out.filter(
    (e, i) => out.findIndex((o) => principal(o.source) === principal(e.source) && principal(o.target) === principal(e.target)) === i,
  );
}

/** The main events of a document in text order. */
export function extractEvents(ctx: Context, claims: readonly Claim[]): EventClaim[] {
  const found: Event[] = [...consultations(ctx, claims), ...agreements(ctx, claims)];
  const { tokens } = ctx.tree;
  const met: readonly Span[] = claims.filter((c) => c.kind === "meeting").flatMap((c) => c.evidence);
  const negotiations = (i: number) => (met.some((e) => overlaps(e, tokens[i]!)) ? [] : readNegotiation(ctx, i));
  for (let i = 0; i < tokens.length; i++) {
    const { upos } = tokens[i]!;
    if (upos === "VERB") found.push(...readVerb(ctx, i));
    else if (upos === "NOUN") found.push(...readNoun(ctx, i), ...negotiations(i));
  }
  const kept = new Map<string, Event>();
  for (const e of found) {
    const key = e.key ?? `${principal(e.source)}|${principal(e.target)}|${e.plover}`;
    const old = kept.get(key);
    if (old === undefined) kept.set(key, e);
    else if (old.spans.length < MAX_EVIDENCE && !e.spans.some((x) => old.spans.some((y) => overlaps(x, y))))
      kept.set(key, { ...old, spans: [...old.spans, ...e.spans] });
  }
  return [...kept.values()]
    .sort((a, b) => b.weight - a.weight || a.spans[0]!.start - b.spans[0]!.start)
    .slice(0, MAX_EVENTS)
    .sort((a, b) => a.spans[0]!.start - b.spans[0]!.start || (a.plover < b.plover ? -1 : 1))
    .map((e) => toClaim(ctx, e));
}

function toClaim(ctx: Context, e: Event): EventClaim {
  return makeClaim<EventClaim>(
    ctx,
    {
      kind: "event",
      source: e.source,
      target: e.target,
      plover: e.plover,
      mode: e.mode,
      context: e.context,
      cameo: e.cameo,
      quad: QUAD[e.plover],
      goldstein: GOLDSTEIN[e.cameo] ?? null,
      date: e.date,
    },
    { rule: e.rule, modality: e.modality, attribution: e.token < 0 ? null : attributionOf(ctx, e.token), evidence: e.spans, weak: e.weak },
  );
}
