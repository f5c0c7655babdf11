// Phrases that mean a state, an organ, an organisation or an unnamed group.
import type { ActorRef } from "../model/index.ts";
import { actorOf, type Base, refOf, wordsOf } from "./base.ts";
import { type Keys, slug } from "./forms.ts";
import { groupOf } from "./groups.ts";
import { answer, partyAt, type Question, skipPossessive } from "./question.ts";
import type { Hit } from "./surfaces.ts";
import type { Resolution } from "./types.ts";

/** A phrase that is in the tables as a whole: a state, an adjective, a capital, a seat, an organ, an organisation, a region. */
export function known(q: Question): Resolution | null {
  const hit = q.base.surfaces.whole(q.keys) ?? inCapitalsWhole(q);
  return hit && hit.ids.length > 0 ? knownAs(q, hit) : null;
}

/** “SECURITY COUNCIL”: a phrase of several words all in capitals. */
export function inCapitalsWhole(q: Question): Hit | null {
  const { pieces } = q.keys;
  if (pieces.length < 2 || pieces.some((p) => p !== p.toUpperCase())) return null;
  const hit = q.base.surfaces.longest(q.keys, 0, true, true);
  return hit?.to === pieces.length ? hit : null;
}

/** “Iran-backed Houthi rebels”, “Kurdish-led Syrian Democratic Forces”: modifiers, or its state, before an organisation or an organ. */
export function tailKnown(q: Question): Resolution | null {
  const { keys, base } = q;
  const before = partyAt(q, 0);
  for (let at = 1; at < keys.keys.length && at < 6; at += 1) {
    if (LINKS.has(keys.keys[at - 1]!)) return null;
    const hit = base.surfaces.party(keys, at);
    if (hit?.to !== keys.keys.length || hit.ids.length === 0) continue;
    if (hit.kind === "organisation") return knownAs(q, hit);
    if (hit.kind === "organ" && before?.state === hit.ids[0]!.slice(0, 3)) return knownAs(q, hit);
  }
  return null;
}

const LINKS: ReadonlySet<string> = new Set(["of", "in", "for", "and", ",", "to", "from", "with", "by", "at"]);

export function knownAs(q: Question, hit: Hit): Resolution | null {
  const id = hit.ids[0]!;
  const by = {
    state: "state-name",
    adjective: "adjective",
    capital: "capital",
    seat: "seat",
    organisation: "organisation",
    organ: "organ",
    region: "region",
  }[hit.kind as string];
  if (by === undefined) return null;
  const ref = hit.kind === "organ" ? refOf(q.base, id, q.on, q.phrase.replace(/^the /i, "")) : refOf(q.base, id, q.on);
  return answer(ref, by, null, `“${q.phrase}” is in the tables as ${by.replace("-", " ")} of ${ref.name}.`);
}

/** “Japanese government”, “Ukraine's armed forces”, “Ministry of Defence of Ukraine”, and “the Foreign Ministry” by the context. */
export function organ(q: Question): Resolution | null {
  const { base, keys } = q;
  const before = partyAt(q, 0);
  const from = before ? skipPossessive(keys, before.to) : 0;
  const noun = organNoun(base, keys, from);
  if (!noun) return null;
  const after =
    keys.keys[noun.to] === "of" || keys.keys[noun.to] === "in"
      ? partyAt(q, keys.keys[noun.to + 1] === "the" ? noun.to + 2 : noun.to + 1)
      : null;
  const end = after ? after.to : noun.to;
  if (end !== keys.keys.length) return null;
  const state = before?.state ?? after?.state ?? (noun.alone ? contextState(q) : null);
  if (!state || !base.states.has(state)) return null;
  const name = before || after ? wordsOf(keys, 0, end) : `${base.states.get(state)!.adjective} ${wordsOf(keys, from, noun.to)}`;
  const ref = refOf(base, `${state}:${noun.organ}`, q.on, name);
  return answer(ref, "organ", null, `An organ of ${base.states.get(state)!.name}.`);
}

export function organNoun(
  base: Base,
  keys: Keys,
  from: number,
): { readonly to: number; readonly organ: string; readonly alone: boolean } | null {
  let best: { to: number; organ: string; alone: boolean } | null = null;
  const first = keys.keys[from];
  if (first === undefined || !base.organStarts.has(first)) return null;
  let key = "";
  for (let to = from; to < keys.keys.length && to - from < 5; to += 1) {
    key = key === "" ? keys.keys[to]! : `${key} ${keys.keys[to]!}`;
    const hit = base.organNouns.get(key.replaceAll(" 's", "'s"));
    if (hit) best = { to: to + 1, organ: hit.organ, alone: hit.alone && /^\p{Lu}/u.test(keys.pieces[from]!) };
  }
  return best;
}

/** The state of the actor met last. */
export function contextState(q: Question): string | null {
  for (const id of q.context) {
    const actor = actorOf(q.base, id);
    const state = actor?.kind === "person" ? (refOf(q.base, id, q.on).state ?? null) : (actor?.state ?? null);
    if (state !== null && q.base.states.has(state)) return state;
  }
  return null;
}

/** One long capitalised word one slip away from a people's name: `Kazahks`. */
export function misspelt(q: Question): Resolution | null {
  const [word] = q.keys.keys;
  if (q.keys.keys.length !== 1 || word === undefined || word.length < 7 || !/^\p{Lu}/u.test(q.keys.pieces[0]!)) return null;
  const ids = new Set<string>();
  for (const [form, id] of q.base.longForms.get(word[0]!) ?? []) if (oneSlip(word, form)) ids.add(id);
  const [id] = ids;
  if (ids.size !== 1 || id === undefined) return null;
  return answer(refOf(q.base, id, q.on), "adjective", null, `A near spelling of a name of ${q.base.states.get(id)!.name}.`);
}

/** Equal but for two neighbouring letters exchanged, or one letter missing, added or changed. */
export function oneSlip(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1 || a[0] !== b[0]) return false;
  let i = 0;
  while (i < a.length && a[i] === b[i]) i += 1;
  if (a.slice(i + 2) === b.slice(i + 2) && a[i] === b[i + 1] && a[i + 1] === b[i]) return true;
  return a.slice(i + 1) === b.slice(i + 1) || a.slice(i) === b.slice(i + 1) || a.slice(i + 1) === b.slice(i);
}

/** An unnamed group: “Japanese officials”, “rebels”. */
export function group(q: Question): Resolution | null {
  const found = groupOf(q.base, q.keys);
  if (!found || (found.state === null && !found.plural)) return null;
  const state = found.state;
  const adjective = state === null ? "" : `${q.base.states.get(state)?.adjective ?? q.base.organisations.get(state)?.name ?? state} `;
  const name = found.party ? `${adjective}${found.noun}` : found.noun;
  const ref: ActorRef = { id: `group:${slug(name)}`, name, ...(state === null ? {} : { state }) };
  return answer(ref, "group", null, `A group without a name${found.sector ? `; sector ${found.sector}` : ""}.`);
}
