// Candidate: a range of tokens that will become a mention, with what its words say before anybody asks who it is.
import type { Knowledge, OfficeMatch } from "../../knowledge/index.ts";
import type { Sentence, Token } from "../annotation.ts";
import type { Range, Tree } from "../tree.ts";

export type Sort =
  | "person"
  | "state"
  | "adjective"
  | "metonym"
  | "organisation"
  | "organ"
  | "office"
  | "group"
  | "collective"
  | "pronoun"
  | "place";

export interface Candidate extends Range {
  readonly sort: Sort;
  readonly head: number;
  /** Ids the gazetteer gives; empty when none does. */
  readonly ids: readonly string[];
  /** Tokens of the proper name inside, without title and honorific. */
  readonly name: Range | null;
  /** Words of the office or description stated with it. */
  readonly title: Range | null;
  readonly office: OfficeMatch | null;
  /** State (alpha-3), organisation or region that an adjective, a possessor or a title gives. Several for `American and Japanese people`. */
  readonly states: readonly string[];
  readonly number: "sing" | "plur";
  readonly gender: "m" | "f" | null;
  readonly anonymous: boolean;
}

/** What detection works on. `covered[i]` is the number of the candidate that token i belongs to (its position in `candidates` plus one), 0 where none has it. */
export interface Scene {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly forms: readonly string[];
  /** The forms of each sentence: what the knowledge layer is asked with. */
  readonly sentenceForms: readonly (readonly string[])[];
  readonly sentences: readonly Sentence[];
  readonly tree: Tree;
  readonly knowledge: Knowledge;
  readonly covered: Int32Array;
  readonly candidates: Candidate[];
}

const EMPTY: readonly string[] = [];

/** Adds a candidate and marks those of its tokens that are still free. */
export function add(scene: Scene, candidate: Range & Pick<Candidate, "sort" | "head"> & Partial<Candidate>): Candidate {
  const full: Candidate = {
    ids: EMPTY,
    name: null,
    title: null,
    office: null,
    states: EMPTY,
    number: isPlural(scene.tokens[candidate.head]!) ? "plur" : "sing",
    gender: null,
    anonymous: false,
    ...candidate,
  };
  scene.candidates.push(full);
  for (let i = full.from; i < full.to; i++) scene.covered[i] ||= scene.candidates.length;
  return full;
}

export function isPlural(token: Token): boolean {
  return token.xpos === "NNS" || token.xpos === "NNPS";
}

/** Whether any token of the range belongs to a candidate. */
export function isCovered(scene: Scene, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (scene.covered[i]) return true;
  return false;
}

/** The exact words of a token range. */
export function wordsOf(scene: Pick<Scene, "text" | "tokens">, range: Range): string {
  return scene.text.slice(scene.tokens[range.from]!.start, scene.tokens[range.to - 1]!.end);
}

/** The office phrase that begins at a token, within its sentence. */
export function officeAt(scene: Scene, token: number): { readonly to: number; readonly office: OfficeMatch } | null {
  const sentence = scene.sentences[scene.tokens[token]!.sentence]!;
  const match = scene.knowledge.office(scene.sentenceForms[sentence.index]!, token - sentence.from);
  return match && { to: match.to + sentence.from, office: match.office };
}
