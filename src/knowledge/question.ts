// A question to the resolver, and what its parts share: phrases as keys, parties within them, names as written, answers.
import type { ActorRef, Problem } from "../model/index.ts";
import type { Base } from "./base.ts";
import type { Keys } from "./forms.ts";
import type { OfficeMatch, Resolution } from "./types.ts";

export const DETERMINERS = new Set(["the", "a", "an", "this", "that", "its", "their", "his", "her", "our", "my"]);

export interface Question {
  readonly base: Base;
  readonly phrase: string;
  readonly keys: Keys;
  readonly on: string | null;
  readonly context: readonly string[];
}

export function tail(keys: Keys, from: number): Keys {
  return { keys: keys.keys.slice(from), at: keys.at.slice(from), pieces: keys.pieces.slice(from), joined: keys.joined.slice(from) };
}

export function skipPossessive(keys: Keys, at: number): number {
  return keys.keys[at] === "'s" || keys.keys[at] === "'" ? at + 1 : at;
}

/** A state, organisation, seat or organ at a key position, and the state it belongs to. */
export function partyAt(q: Question, at: number): { readonly to: number; readonly id: string; readonly state: string | null } | null {
  const hit = q.base.surfaces.party(q.keys, at);
  if (!hit || hit.kind === "region" || hit.kind === "treaty" || hit.kind === "exercise") return null;
  const id = hit.ids[0]!;
  const organisation = q.base.organisations.get(id);
  const state = organisation ? (organisation.state ?? id) : hit.kind === "organ" ? id.slice(0, 3) : id;
  return { to: hit.to, id, state };
}

/** The name in the phrase's own writing, hyphens included. */
export function joinName(phrase: string, pieces: readonly string[]): string {
  if (pieces.length === 0) return "";
  const [first] = pieces as [string];
  const start = pieces.length > 1 ? phrase.indexOf(first) : phrase.lastIndexOf(first);
  for (let at = start; at >= 0; at = phrase.indexOf(first, at + 1)) {
    const end = endOf(phrase, pieces, at);
    if (end >= 0) return phrase.slice(at, end);
  }
  return pieces.join(" ").replaceAll(" ,", ",");
}

const BETWEEN = /[\s‑–-]/;

/** Where the pieces end that stand in the phrase from `at` on, with nothing but blanks and hyphens between them; -1 where they do not. */
function endOf(phrase: string, pieces: readonly string[], at: number): number {
  let here = at;
  for (let i = 0; i < pieces.length; i += 1) {
    if (i > 0) while (here < phrase.length && BETWEEN.test(phrase[here]!)) here += 1;
    if (!phrase.startsWith(pieces[i]!, here)) return -1;
    here += pieces[i]!.length;
  }
  return here;
}

/** Whose last term begins later comes first. */
export function latest(base: Base, a: string, b: string): number {
  const start = (id: string): string =>
    base.terms
      .of(id)
      .map((t) => t.from ?? "")
      .sort()
      .at(-1) ?? "";
  return start(a) < start(b) ? -1 : start(a) > start(b) ? 1 : 0;
}

export function answer(
  actor: ActorRef | null,
  by: string,
  office: OfficeMatch | null,
  reason: string,
  problems: readonly Problem[] = [],
): Resolution {
  return { actor, by, office, reason, problems };
}
