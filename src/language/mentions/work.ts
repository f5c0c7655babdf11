// Work: what the resolution of names carries from one candidate to the next.
import type { Knowledge } from "../../knowledge/index.ts";
import type { ActorRef, Problem } from "../../model/index.ts";
import { type Candidate, type Scene, wordsOf } from "./candidate.ts";
import type { Cast } from "./cast.ts";
import { honorific } from "./lexicon.ts";

export const NOBODY: readonly ActorRef[] = [];

export interface Work {
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
export function bare(scene: Scene, from: number, to: number): string {
  let start = from;
  const idle = (i: number): boolean => honorific(scene.forms[i]!) !== null || scene.tokens[i]!.lemma === "the";
  while (start < to - 1 && (idle(start) || (scene.tokens[start]!.xpos === "PRP$" && honorific(scene.forms[start + 1]!) !== null))) start++;
  return wordsOf(scene, { from: start, to });
}

/** States an allegiance names, with possessors (`candidate:n`) looked up. */
export function allegiance(work: Work, c: Candidate): string[] {
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
