// Bodies: which state, organisation or organ a name means.
import type { ActorRef } from "../../model/index.ts";
import { type Candidate, wordsOf } from "./candidate.ts";
import { BODIES, ORGANS } from "./lexicon.ts";
import { organOf } from "./organs.ts";
import { slug } from "./slug.ts";
import { allegiance, NOBODY, type Work } from "./work.ts";

/** Bodies kept for a generic noun to mean; the nearest of so many. */
const MAX_NAMED = 40;

export function state(work: Work, c: Candidate): readonly ActorRef[] {
  const { knowledge, cast } = work;
  const chosen = c.ids.length === 1 ? c.ids[0]! : (cast.recent.find((id) => c.ids.includes(id)) ?? null);
  const ref = chosen ? knowledge.ref(chosen) : knowledge.resolve(wordsOf(work.scene, c.name ?? c), work.on, cast.recent).actor;
  if (!ref) return NOBODY;
  cast.touch(ref.id);
  return [ref];
}

export function organisation(work: Work, c: Candidate): readonly ActorRef[] {
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

export function organ(work: Work, c: Candidate): readonly ActorRef[] {
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
