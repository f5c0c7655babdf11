// Resolution of names: which actor or place each candidate with a name or a state means, in text order. Anaphors are left to coreference.
import type { ActorRef, Problem } from "../../model/index.ts";
import type { ActorMention } from "../annotation.ts";
import { acronyms } from "./acronyms.ts";
import { organ, organisation, state } from "./bodies.ts";
import { type Candidate, type Scene, wordsOf } from "./candidate.ts";
import { Cast } from "./cast.ts";
import { person } from "./people.ts";
import { slug } from "./slug.ts";
import { allegiance, bare, NOBODY, type Work } from "./work.ts";

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

/** Abbreviations of American states in datelines and after towns: `Georgetown, Ky.` */
const AMERICAN = new Set(
  `Ala. Ariz. Ark. Calif. Colo. Conn. Del. Fla. Ga. Ill. Ind. Kan. Ky. La. Md. Mass. Mich. Minn. Miss. Mo. Mont. Neb. Nev. N.H. N.J. N.M. N.Y. N.C. N.D.
  Okla. Ore. Pa. R.I. S.C. S.D. Tenn. Tex. Vt. Va. Wash. W.Va. Wis. Wyo. D.C.`.split(/\s+/),
);
const QUALIFIER = /^(?:former|ex|then|late|acting|outgoing|incoming|interim|designate|deputy)$/i;

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
  if (known && (near === null || known.state === null || known.state === near))
    return { id: known.id, name: known.name, state: known.state };
  const id = slug(name);
  return id ? { id: `place:${id}`, name, state: near } : null;
}

/** The state after a place name: `Georgetown, Kentucky`, `Athens, Georgia`: alpha-3 of what the next name lies in. */
function nearState(work: Work, c: Candidate): string | null {
  const { scene, knowledge } = work;
  if (scene.forms[c.to] !== "," || c.to + 1 >= scene.tokens.length) return null;
  if (AMERICAN.has(scene.forms[c.to + 1]!)) return "USA";
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
  enterHeadline(work, headline);
  const rank = (c: Candidate): number => (c.sort !== "person" ? 2 : c.name!.to - c.name!.from > 1 ? 0 : 1);
  const order = candidates.filter((c) => rank(c) === 0);
  for (const c of order) work.actors.set(c, person(work, c));
  // Inner before outer: `Kishida's team` belongs to the state of Kishida.
  for (const c of [...candidates].sort((a, b) => a.to - b.to || b.from - a.from)) {
    const known = work.actors.get(c);
    if (known) for (const a of known) cast.touch(a.id);
    else if (c.sort !== "place") work.actors.set(c, resolveOne(work, c));
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

function resolveOne(work: Work, c: Candidate): readonly ActorRef[] {
  switch (c.sort) {
    case "person":
      return person(work, c);
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
