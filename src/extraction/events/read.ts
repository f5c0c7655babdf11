// Events by rows: verbs and nouns of the table with their sides.
import { type ActorRef, actorKind, type PloverType, principal, type Span } from "../../model/index.ts";
import { type Context, mentionsIn } from "../context.ts";
import { clauseSpan, phraseRange, spanOf } from "../evidence.ts";
import { partiesAt, stateOf } from "../parties.ts";
import { agentsOf, isPurpose, lightVerb, nounPredicate, obliquesOf, type Predicate, particleOf, verbPredicate } from "../predicate.ts";
import { left, NO_OFFICIAL } from "../trace.ts";
import { counterpart, dateOf, type Event, states, targetsAt } from "./event.ts";
import { EVENT_ROWS, type EventRow, NEGOTIATE, THREAT } from "./rules.ts";

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
      // one is committed to another or to its safety, not to whatever of it: “commitment to the disarmament of …”
      const own = row.id !== "event/back" || ctx.tree.lemma(p.token) !== "commitment" || PROTECTED.has(ctx.tree.lemma(token));
      const found = own ? targetsAt(ctx, token) : states(ctx, partiesAt(ctx, token));
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

/** Acts that are a threat while they lie ahead. */
const HARD = new Set<PloverType>(["SANCTION", "COERCE", "ASSAULT", "MOBILIZE"]);
/** What is said to somebody even where he is not named again. */
const ADDRESSED = new Set(["event/request", "event/reject", "event/lodge"]);

/** The row as the clause means it: an act to come is a threat of it; null where nothing is said to be so. */
function meant(row: EventRow, p: Predicate): Pick<EventRow, "id" | "plover" | "mode" | "cameo"> | null {
  const { modality, future, hedged } = p.mode;
  if (modality === "asserted") return row;
  if (!HARD.has(row.plover) || !future || hedged || p.token !== p.verb) return null;
  return modality === "planned" || modality === "possible" ? THREAT : null;
}

function events(ctx: Context, row: EventRow, p: Predicate, span: Span, weight: number): Event[] {
  const as = meant(row, p);
  const drop = (why: string): Event[] => left(ctx, row.id, p.token, why) ?? [];
  if (as === null) return drop("what is not said to have happened is no event, unless it is a hard act to come");
  const sources = states(ctx, p.agents).slice(0, 3);
  let targets = targetOf(ctx, row, p);
  if (sources.length > 0 && targets.length === 0 && row.plover === "ASSAULT") targets = otherState(ctx, p.token, sources);
  const addressed =
    ADDRESSED.has(row.id) && ctx.tree.lemma(p.verb) !== "refuse" && sources.length === 1 && actorKind(sources[0]!.id) !== "person";
  const implied = targets.length === 0 && addressed ? counterpart(ctx, sources[0]!) : null;
  if (implied !== null) targets = [implied];
  if (sources.length === 0) return drop(NO_OFFICIAL);
  if (targets.length === 0) return drop("nobody official is its target");
  const out: Event[] = [];
  for (const source of sources) {
    for (const target of targets.slice(0, 3)) {
      if (principal(source) === principal(target)) continue;
      out.push({
        rule: as.id,
        source,
        target,
        plover: as.plover,
        mode: as.mode,
        cameo: as.cameo,
        context: [],
        date: dateOf(
          ctx,
          [...new Set([p.token, p.verb])],
          p.verb !== p.token || ctx.tree.token(p.token).upos === "VERB" ? p.mode.past : false,
        ),
        modality: "asserted",
        spans: [span],
        token: p.token,
        weight,
        weak: implied !== null || p.agents.some((a) => a.how === "fallback"),
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

/** Events whose act is a verb. */
export function readVerb(ctx: Context, token: number): Event[] {
  const { tree } = ctx;
  if (isPurpose(tree, token)) return [];
  for (const unit of VERBS.get(tree.lemma(token)) ?? []) {
    const { row } = unit;
    const drop = (why: string) => left(ctx, row.id, token, why);
    if (unit.particle !== null && particleOf(tree, token) !== unit.particle) {
      drop("its particle is not there");
      continue;
    }
    const p = verbPredicate(ctx, token);
    if (unit.prepositions !== null && !p.obliques.some((o) => unit.prepositions!.includes(o.preposition))) {
      drop("its preposition is not there");
      continue;
    }
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
    ) {
      drop("its object is none of the nouns the row asks for");
      continue;
    }
    const found = events(ctx, row, p, clauseSpan(ctx, token), row.plover === "ASSAULT" ? 3 : 2);
    if (found.length > 0) return found;
  }
  return [];
}

/** Events whose act is a noun: “Russia’s invasion of Ukraine”, “voiced its support for”. */
export function readNoun(ctx: Context, token: number): Event[] {
  const row = NOUNS.get(ctx.tree.lemma(token));
  if (row === undefined) return [];
  const p = nounPredicate(ctx, token);
  const light = lightVerb(ctx.tree, token);
  if (row.id === "event/back" && !isStated(ctx, light, p)) return left(ctx, row.id, token, "it is named and not stated") ?? [];
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
export function readNegotiation(ctx: Context, token: number): Event[] {
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
