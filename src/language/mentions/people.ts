// People: who a person's name means: the tables first where the words say more than a surname, then the text itself, then a provisional person.
import type { Resolution } from "../../knowledge/index.ts";
import type { ActorRef } from "../../model/index.ts";
import { type Candidate, type Scene, wordsOf } from "./candidate.ts";
import { nameWords, printedName, provisionalPerson } from "./cast.ts";
import { allegiance, NOBODY, type Work } from "./work.ts";

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

/** The person a candidate with a name means; enters the cast, and reports what the tables say against the stated office. */
export function person(work: Work, c: Candidate): readonly ActorRef[] {
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
  else if (!table) actor = provisionalPerson(name, allegiance(work, c).find((s) => !s.startsWith("region:")) ?? null) ?? actor;
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
