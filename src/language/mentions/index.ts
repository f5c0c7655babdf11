// Mentions: who, what body and which place a text names; detection in passes, each taking only words the passes before left.
import type { Knowledge, SurfaceMatch } from "../../knowledge/index.ts";
import type { Sentence, Token } from "../annotation.ts";
import { type Range, treeOf } from "../tree.ts";
import type { Candidate, Scene } from "./candidate.ts";
import { findGroups } from "./groups.ts";
import { nameSpans } from "./names.ts";
import { findOffices } from "./offices.ts";
import { findOrganisations } from "./organisations.ts";
import { findPersons } from "./persons.ts";
import { findPronouns } from "./pronouns.ts";
import { findTerritory } from "./states.ts";

export type { Candidate, Scene, Sort } from "./candidate.ts";

/**
 * Everything in the text that can be an actor or a place, in text order (outer before inner).
 * Tokens of `taken` (dates, quantities) are left alone, so that `March` and `May` are no people.
 */
export function findCandidates(
  text: string,
  tokens: readonly Token[],
  sentences: readonly Sentence[],
  surfaces: readonly SurfaceMatch[],
  taken: readonly Range[],
  knowledge: Knowledge,
): { scene: Scene; candidates: readonly Candidate[] } {
  const scene: Scene = {
    text,
    tokens,
    forms: tokens.map((t) => t.text),
    sentenceForms: sentences.map((s) => tokens.slice(s.from, s.to).map((t) => t.text)),
    sentences,
    tree: treeOf(tokens),
    knowledge,
    covered: new Int32Array(tokens.length),
    candidates: [],
  };
  const spans = nameSpans(scene, surfaces, taken);
  findPersons(scene, spans);
  findOffices(scene, spans);
  findGroups(scene, spans);
  findOrganisations(scene, spans);
  findTerritory(scene, spans);
  findPronouns(scene);
  return { scene, candidates: [...scene.candidates].sort((a, b) => a.from - b.from || b.to - a.to) };
}
export { Cast } from "./cast.ts";
export { type Finding, type Resolved, resolveNames } from "./resolve.ts";
