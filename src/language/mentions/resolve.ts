// Resolution of names: which actor or place each candidate with a name or a state means, in text order. Anaphors are left to coreference.
import type { Knowledge, Resolution } from "../../knowledge/index.ts";
import type { ActorRef, Problem } from "../../model/index.ts";
import type { ActorMention } from "../annotation.ts";
import { acronyms } from "./acronyms.ts";
import { type Candidate, type Scene, wordsOf } from "./candidate.ts";
import { Cast, nameWords, printedName, provisionalPerson } from "./cast.ts";
import { BODIES, honorific, ORGANS } from "./lexicon.ts";
import { organOf } from "./organs.ts";
import { slug } from "./slug.ts";

/** What a candidate turned out to be. `place` is set for places only. */
export interface Finding {
  readonly candidate: Candidate;
  readonly form: ActorMention["form"];
  readonly title: string | null;
  readonly qualifier: string | null;
  actors: readonly ActorRef[];
  readonly place: { readonly id: string; readonly name: string; readonly state: string | null } | null;
}

export interface Resolved {
  readonly findings: readonly Finding[];
  readonly cast: Cast;
  readonly problems: readonly Problem[];
}

/** Bodies kept for a generic noun to mean; the nearest of so many. */
const MAX_NAMED = 40;
const NOBODY: readonly ActorRef[] = [];
const QUALIFIER = /^(?:former|ex|then|late|acting|outgoing|incoming|interim|designate|deputy)$/i;

interface Work {
  readonly scene: Scene;
  readonly knowledge: Knowledge;
  readonly on: string | null;
  readonly cast: Cast;
  readonly problems: Problem[];
  /** Candidate (by its number in the scene) → its actors, for possessors inside others. */
  readonly actors: Map<Candidate, readonly ActorRef[]>;
  readonly alias: ReadonlyMap<string, string>;
  /** Organisation slug → reference, for bodies that no table has. */
  readonly bodies: Map<string, ActorRef>;
  /** The bodies named last, with the words of their names. */
  readonly named: { readonly words: ReadonlySet<string>; readonly ref: ActorRef }[];
}

/** Words of a range without honorifics, for the knowledge layer. */
function bare(scene: Scene, from: number, to: number): string {
  let start = from;
  const idle = (i: number): boolean => honorific(scene.forms[i]!) !== null || scene.tokens[i]!.lemma === "the";
  while (start < to - 1 && (idle(start) || (scene.tokens[start]!.xpos === "PRP$" && honorific(scene.forms[start + 1]!) !== null))) start++;
  return wordsOf(scene, { from: start, to });
}

/** A person's name without `, Jr.` */
function nameOf(scene: Scene, c: Candidate): string {
  return wordsOf(scene, c.name!).replace(/,? (?:Jr|Sr)\.?$/, "");
}

/** The phrase that says who a person is: title before the name even when it stands after it. */
function personPhrase(work: Work, c: Candidate): string {
  const { scene, knowledge } = work;
  const name = nameOf(scene, c);
  if (!c.office || !c.title) return name;
  const title = wordsOf(scene, c.title);
  const origin = !c.office.state && c.states.length === 1 && /^[A-Z]{3}$/.test(c.states[0]!) ? `${knowledge.adjective(c.states[0]!)} ` : "";
  return `${origin}${title} ${name}`;
}

/** Whether a person found by the family name alone bears the other names of the text: `Mario Draghi` is no other Draghi. */
function bears(ref: ActorRef, name: string): boolean {
  const theirs = nameWords(ref.name).map((w) => w.toLowerCase());
  const mine = nameWords(name).map((w) => w.toLowerCase());
  return mine.length < 2 || new Set(mine.filter((w) => theirs.includes(w))).size > 1;
}

function fromTables(resolution: Resolution | null): boolean {
  return resolution?.actor?.id.startsWith("person:") === true && resolution.by !== "provisional";
}

function person(work: Work, c: Candidate, stateOf: (c: Candidate) => string | null): readonly ActorRef[] {
  const { scene, knowledge, cast } = work;
  const name = nameOf(scene, c);
  const known = cast.find(name);
  let resolution: Resolution | null = null;
  if (c.office || !known) resolution = knowledge.resolve(personPhrase(work, c), work.on, cast.recent);
  if (c.office && !fromTables(resolution)) resolution = knowledge.resolve(`${c.office.title} ${name}`, work.on, cast.recent);
  let actor = resolution?.actor ?? null;
  if (actor && !actor.id.startsWith("person:")) actor = null;
  const table = actor !== null && fromTables(resolution) && (resolution!.by !== "person-family" || bears(actor, name));
  // The tables decide where the words say more than a surname; a surname alone is somebody the text has named.
  if (known && !(table && (c.office || nameWords(name).length > 1))) actor = known.ref;
  else if (!table) actor = provisionalPerson(name, stateOf(c)) ?? actor;
  if (!actor) return NOBODY;
  if (resolution && actor.id === resolution.actor?.id) {
    const span = { start: scene.tokens[c.from]!.start, end: scene.tokens[c.to - 1]!.end };
    // Once is enough: a text that errs about an office mostly does so throughout.
    for (const p of resolution.problems) if (!work.problems.some((q) => q.message === p.message)) work.problems.push({ ...p, span });
  }
  const title = c.title ? wordsOf(scene, c.title) : null;
  const member = cast.enter(actor, printedName(name), title, c.office?.role ?? null, c.gender);
  cast.touch(member.ref.id);
  return [member.ref];
}

/** States an allegiance names, with possessors (`candidate:n`) looked up. */
function allegiance(work: Work, c: Candidate): string[] {
  const possessors = c.states
    .filter((state) => state.startsWith("candidate:"))
    .flatMap((state) => {
      const inner = work.scene.candidates[Number(state.slice(10))];
      const actor = inner ? work.actors.get(inner)?.[0] : undefined;
      return actor?.state ? [actor.state] : [];
    });
  if (possessors.length > 0) return possessors;
  return c.states.filter((state) => !state.startsWith("candidate:")).map((state) => work.scene.knowledge.actor(state)?.state ?? state);
}

function state(work: Work, c: Candidate): readonly ActorRef[] {
  const { knowledge, cast } = work;
  const chosen = c.ids.length === 1 ? c.ids[0]! : (cast.recent.find((id) => c.ids.includes(id)) ?? null);
  const ref = chosen ? knowledge.ref(chosen) : knowledge.resolve(wordsOf(work.scene, c.name ?? c), work.on, cast.recent).actor;
  if (!ref) return NOBODY;
  cast.touch(ref.id);
  return [ref];
}

function organisation(work: Work, c: Candidate): readonly ActorRef[] {
  const { scene, knowledge, cast } = work;
  const text = wordsOf(scene, c.name!);
  if (c.ids.length > 0) {
    const found = state(work, c);
    if (found[0] && text.includes(" ")) remember(work, text, found[0]);
    return found;
  }
  const key = work.alias.get(text) ?? text;
  const known = knowledge.resolve(key, work.on, cast.recent);
  if (known.actor && known.by === "organisation") {
    cast.touch(known.actor.id);
    return [known.actor];
  }
  const id = slug(key);
  if (!id) return NOBODY;
  const noun = text.toLowerCase();
  if (BODIES.has(noun) || ORGANS.has(noun)) {
    // `the Commission` after `the Fisheries Commission`: the last one named that has the word in its name.
    const long = work.named.findLast((n) => n.words.has(noun));
    if (long) {
      cast.touch(long.ref.id);
      return [long.ref];
    }
  }
  let ref = work.bodies.get(id);
  if (!ref) {
    // A shorter form of a body already named: its first words.
    for (const [other, body] of work.bodies) if (other.startsWith(`${id}-`) && id.includes("-")) ref = body;
    const [home] = allegiance(work, c);
    ref ??= { id, name: key, ...(home ? { state: home } : {}) };
    work.bodies.set(id, ref);
  }
  cast.touch(ref.id);
  if (key.includes(" ")) remember(work, key, ref);
  return [ref];
}

/** Keeps a body's words, for the generic noun that may stand for it later. */
function remember(work: Work, name: string, ref: ActorRef): void {
  work.named.push({ words: new Set(name.toLowerCase().split(/[\s-]+/)), ref });
  if (work.named.length > MAX_NAMED) work.named.shift();
}

function organ(work: Work, c: Candidate): readonly ActorRef[] {
  const { scene, knowledge, cast } = work;
  const id = c.ids[0] ?? null;
  if (c.name && id?.includes(":")) return state(work, c);
  const words = wordsOf(scene, c.name ?? { from: c.head, to: c.head + 1 });
  return allegiance(work, c).flatMap((home) => {
    const ref = organOf(knowledge, work.on, words, home, id);
    if (ref) cast.touch(ref.id);
    return ref ? [ref] : [];
  });
}

function group(work: Work, c: Candidate): readonly ActorRef[] {
  const states = allegiance(work, c);
  const words = bare(work.scene, firstContent(work.scene, c), c.to);
  const id = slug(words);
  if (!id) return NOBODY;
  if (states.length > 1) {
    const noun = wordsOf(work.scene, { from: c.head, to: c.head + 1 });
    return states.map((s) => {
      const name = `${/^[A-Z]{3}$/.test(s) ? work.knowledge.adjective(s) : s} ${noun}`;
      return { id: `group:${slug(name)}`, name, state: s };
    });
  }
  if (states.length === 0 && !c.anonymous) return NOBODY;
  return [{ id: `group:${id}`, name: words, ...(states[0] && !states[0].startsWith("region:") ? { state: states[0] } : {}) }];
}

/** First token of a group that says what it is: articles, possessive pronouns, numbers and `other` say nothing. */
function firstContent(scene: Scene, c: Candidate): number {
  let from = c.from;
  while (from < c.head && (["DET", "NUM"].includes(scene.tokens[from]!.upos) || scene.tokens[from]!.xpos === "PRP$")) from++;
  return from;
}

function office(work: Work, c: Candidate): readonly ActorRef[] {
  const states = allegiance(work, c);
  if (states.length === 0 || !c.office) return NOBODY;
  const resolution = work.knowledge.resolve(
    `${/^[A-Z]{3}$/.test(states[0]!) && !c.office.state ? `${work.knowledge.adjective(states[0]!)} ` : ""}${wordsOf(work.scene, c.title!)}`,
    work.on,
    work.cast.recent,
  );
  const actor = resolution.actor;
  if (!actor) return NOBODY;
  if (actor.id.startsWith("person:")) {
    work.cast.enter(actor, actor.name, c.office.title, c.office.role, null);
  }
  work.cast.touch(actor.id);
  return [actor];
}

function place(work: Work, c: Candidate): Finding["place"] {
  const name = wordsOf(work.scene, c.name ?? c);
  const near = nearState(work, c);
  const known = work.knowledge.place(name, near);
  if (known) return { id: known.id, name: known.name, state: known.state };
  const id = slug(name);
  return id ? { id: `place:${id}`, name, state: near } : null;
}

/** The state after a place name: `Georgetown, Kentucky`, `Athens, Georgia`: alpha-3 of what the next name lies in. */
function nearState(work: Work, c: Candidate): string | null {
  const { scene, knowledge } = work;
  if (scene.forms[c.to] !== "," || c.to + 1 >= scene.tokens.length) return null;
  const next = scene.candidates[scene.covered[c.to + 1]! - 1];
  if (!next || next.from !== c.to + 1) return null;
  if (next.sort === "state") return next.ids[0] ?? null;
  return next.sort === "place" ? (knowledge.place(wordsOf(scene, next))?.state ?? null) : null;
}

const FORM: Readonly<Record<Exclude<Candidate["sort"], "place">, ActorMention["form"]>> = {
  person: "name",
  state: "state",
  adjective: "state",
  metonym: "metonym",
  organisation: "organisation",
  organ: "organisation",
  office: "office",
  group: "group",
  collective: "collective",
  pronoun: "pronoun",
};

/**
 * Who and what the candidates mean on the day `on` (`YYYY-MM-DD`, or null when unknown), as far as their own words and names elsewhere in the text tell.
 * Full names are read first over the whole text, so that a surname in the headline finds the name in the story.
 */
export function resolveNames(scene: Scene, candidates: readonly Candidate[], on: string | null, headline: string | null): Resolved {
  const cast = new Cast();
  const work: Work = {
    scene,
    knowledge: scene.knowledge,
    on,
    cast,
    problems: [],
    actors: new Map(),
    alias: acronyms(scene, candidates),
    bodies: new Map(),
    named: [],
  };
  const stateOf = (c: Candidate): string | null => allegiance(work, c).find((s) => !s.startsWith("region:")) ?? null;
  enterHeadline(work, headline);
  const rank = (c: Candidate): number => (c.sort !== "person" ? 2 : c.name!.to - c.name!.from > 1 ? 0 : 1);
  const order = candidates.filter((c) => rank(c) === 0);
  for (const c of order) work.actors.set(c, person(work, c, stateOf));
  // Inner before outer: `Kishida's team` belongs to the state of Kishida.
  for (const c of [...candidates].sort((a, b) => a.to - b.to || b.from - a.from)) {
    const known = work.actors.get(c);
    if (known) for (const a of known) cast.touch(a.id);
    else if (c.sort !== "place") work.actors.set(c, resolveOne(work, c, stateOf));
  }
  const findings = candidates.map((c): Finding => {
    const at = c.title && (c.sort === "person" || c.sort === "office") ? bare(scene, c.title.from, c.title.to) : null;
    const qualifier =
      c.office?.qualifier ?? (c.title && QUALIFIER.test(scene.forms[c.title.from]!) ? scene.forms[c.title.from]!.toLowerCase() : null);
    if (c.sort === "place") {
      return { candidate: c, form: "metonym", title: null, qualifier: null, actors: NOBODY, place: place(work, c) };
    }
    return { candidate: c, form: FORM[c.sort], title: at, qualifier, actors: work.actors.get(c) ?? NOBODY, place: null };
  });
  return { findings, cast, problems: work.problems };
}

/** Persons of the tables whom the headline names (`Remarks by President Osei`), for texts that go on with the office alone. */
function enterHeadline(work: Work, headline: string | null): void {
  const tokens = (headline ?? "").match(/[\p{L}\p{M}’'.-]+/gu) ?? [];
  for (const match of work.knowledge.surfaces(tokens)) {
    if (match.kind !== "person" || match.ids.length !== 1) continue;
    const ref = work.knowledge.ref(match.ids[0]!);
    const term = work.on ? work.knowledge.officeOn(ref.id, work.on) : null;
    work.cast.enter(ref, ref.name, term?.title ?? null, term?.role ?? null, null);
  }
}

function resolveOne(work: Work, c: Candidate, stateOf: (c: Candidate) => string | null): readonly ActorRef[] {
  switch (c.sort) {
    case "person":
      return person(work, c, stateOf);
    case "state":
    case "adjective":
    case "metonym":
      return state(work, c);
    case "organisation":
      return organisation(work, c);
    case "organ":
      return organ(work, c);
    case "group":
      return group(work, c);
    case "office":
      return office(work, c);
    default:
      return NOBODY;
  }
}
