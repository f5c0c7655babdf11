// The classifier of event types: a linear model over features, read from models/events/.
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { QUAD } from "../plover.ts";
import { type Features, type MeaningSlot, SLOTS } from "./features.ts";

/** Types of the training data: PLOVER's with CONCEDE and RETREAT as one, YIELD. */
export const LEARNED_TYPES = [
  "ACCUSE",
  "AGREE",
  "AID",
  "ASSAULT",
  "COERCE",
  "CONSULT",
  "COOPERATE",
  "MOBILIZE",
  "PROTEST",
  "REJECT",
  "REQUEST",
  "SANCTION",
  "SUPPORT",
  "THREATEN",
  "YIELD",
] as const;
export type LearnedType = (typeof LEARNED_TYPES)[number];

/** Quad class of the learned types, in the convention of their data (the same as ours: `QUAD` of plover.ts). */
export const LEARNED_QUAD: Readonly<Record<LearnedType, 1 | 2 | 3 | 4>> = { ...QUAD, YIELD: QUAD.CONCEDE };

/** How long each block of features is: they are scaled to this length. Chosen on five folds. */
export const BLOCKS = { words: 1, cues: 0.6, meaning: 0.3 } as const;

/** Short vectors of words by meaning. */
export interface Meanings {
  readonly size: number;
  has(word: string): boolean;
  /** Adds the word's unit vector; false where it is not known. */
  add(word: string, into: Float64Array): boolean;
}

/** The vector of a sentence: named features, then one block of `size` numbers a slot. */
export interface Vector {
  readonly named: readonly (readonly [name: string, value: number])[];
  readonly meaning: readonly (readonly [slot: MeaningSlot, value: Float64Array])[];
}

function scaled(block: ReadonlyMap<string, number>, length: number, known: (name: string) => boolean): [string, number][] {
  let sum = 0;
  for (const value of block.values()) sum += value * value;
  const factor = sum > 0 ? length / Math.sqrt(sum) : 0;
  const out: [string, number][] = [];
  for (const [name, value] of block) if (known(name)) out.push([name, value * factor]);
  return out;
}

/** The vector of features; only names that `known` takes, each block scaled by all its features. */
export function vectorOf(features: Features, meanings: Meanings, known: (name: string) => boolean = () => true): Vector {
  const meaning: [MeaningSlot, Float64Array][] = [];
  for (const slot of SLOTS) {
    const sum = new Float64Array(meanings.size);
    let some = false;
    for (const word of features.slots[slot]) some = meanings.add(word, sum) || some;
    if (!some) continue;
    const length = Math.sqrt(sum.reduce((s, x) => s + x * x, 0));
    if (length > 0) meaning.push([slot, sum.map((x) => (x / length) * BLOCKS.meaning)]);
  }
  return { named: [...scaled(features.words, BLOCKS.words, known), ...scaled(features.cues, BLOCKS.cues, known)], meaning };
}

/** Vectors from one int8 row a word, each with its scale taken out: rows are used as directions only. */
export function meaningsOf(words: readonly string[], values: Int8Array, size: number): Meanings {
  const rows = new Map(words.map((word, i) => [word, i]));
  return {
    size,
    has: (word) => rows.has(word),
    add(word, into) {
      const row = rows.get(word);
      if (row === undefined) return false;
      let sum = 0;
      for (let k = 0; k < size; k++) sum += values[row * size + k]! ** 2;
      const factor = 1 / Math.sqrt(sum || 1);
      for (let k = 0; k < size; k++) into[k] = into[k]! + values[row * size + k]! * factor;
      return true;
    },
  };
}

export interface Reason {
  /** A feature's name; `meaning of urge, press` for a slot of vectors. */
  readonly feature: string;
  /** What it adds to the score of the type over the mean of all types. */
  readonly weight: number;
}

export interface Verdict {
  readonly type: LearnedType;
  readonly probability: number;
  /** All types with their probabilities, the likeliest first. */
  ranking(): readonly { readonly type: LearnedType; readonly probability: number }[];
  /** The features that speak most for the type and against it, strongest first. */
  reasons(count: number): readonly Reason[];
}

interface Description {
  readonly version: string;
  readonly types: readonly LearnedType[];
  readonly meaningSize: number;
  /** What one step of an int8 weight is worth, by type. */
  readonly scales: readonly number[];
  readonly bias: readonly number[];
}

export class EventClassifier {
  readonly version: string;
  private readonly description: Description;
  private readonly rows: ReadonlyMap<string, number>;
  private readonly weights: Int8Array;
  private readonly meanings: Meanings;

  constructor(description: Description, features: readonly string[], weights: Int8Array, meanings: Meanings) {
    this.version = description.version;
    this.description = description;
    this.rows = new Map(features.map((f, i) => [f, i]));
    this.weights = weights;
    this.meanings = meanings;
  }

  /** Whether a verb is a common word of the language: a misspelt one means nothing to it. */
  knows(lemma: string): boolean {
    return this.meanings.has(lemma);
  }

  /** Calls `each` with every weighted number of a vector: its row and value, and what it belongs to. */
  private rowsOf(features: Features, each: (row: number, value: number, feature: string) => void): void {
    const { named, meaning } = vectorOf(features, this.meanings, (name) => this.rows.has(name));
    for (const [name, value] of named) each(this.rows.get(name)!, value, name);
    for (const [slot, numbers] of meaning) {
      const from = this.rows.size + SLOTS.indexOf(slot) * this.description.meaningSize;
      const feature = `meaning of ${slot}: ${features.slots[slot].slice(0, 4).join(", ")}`;
      for (let k = 0; k < numbers.length; k++) each(from + k, numbers[k]!, feature);
    }
  }

  /** The type of a sentence's event by its features. */
  classify(features: Features): Verdict {
    const { types, bias, scales } = this.description;
    const n = types.length;
    const { weights } = this;
    const scores = new Float64Array(n);
    this.rowsOf(features, (row, value) => {
      for (let k = 0, at = row * n; k < n; k++, at++) scores[k] = scores[k]! + weights[at]! * value;
    });
    for (let k = 0; k < n; k++) scores[k] = scores[k]! * scales[k]! + bias[k]!;
    let best = 0;
    for (let k = 1; k < n; k++) if (scores[k]! > scores[best]!) best = k;
    let total = 0;
    for (let k = 0; k < n; k++) total += Math.exp(scores[k]! - scores[best]!);
    return {
      type: types[best]!,
      probability: 1 / total,
      ranking: () =>
        types
          .map((type, k) => ({ type, probability: Math.exp(scores[k]! - scores[best]!) / total }))
          .sort((a, b) => b.probability - a.probability || (a.type < b.type ? -1 : 1)),
      reasons: (count) => this.reasons(features, best, count),
    };
  }

  private reasons(features: Features, best: number, count: number): readonly Reason[] {
    const { scales } = this.description;
    const sums = new Map<string, number>();
    this.rowsOf(features, (row, value, feature) => {
      const own = scales.map((scale, k) => this.weights[row * scales.length + k]! * scale * value);
      const mean = own.reduce((s, x) => s + x, 0) / own.length;
      sums.set(feature, (sums.get(feature) ?? 0) + own[best]! - mean);
    });
    return [...sums]
      .map(([feature, weight]) => ({ feature, weight }))
      .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight) || (a.feature < b.feature ? -1 : 1))
      .slice(0, count);
  }
}

/** The folder `models/events`, found by walking up from this file. */
function modelFolder(): string {
  for (let at = import.meta.dirname; ; at = dirname(at)) {
    const folder = join(at, "models/events");
    if (existsSync(join(folder, "model.json"))) return folder;
    if (dirname(at) === at) throw new Error("models/events is missing; install the package again");
  }
}

let shared: EventClassifier | null = null;

/** The shipped classifier, read once. @throws Error when its files are missing. */
export function eventClassifier(): EventClassifier {
  if (shared !== null) return shared;
  const folder = modelFolder();
  const description = JSON.parse(readFileSync(join(folder, "model.json"), "utf8")) as Description;
  const lines = (name: string) => readFileSync(join(folder, name), "utf8").trimEnd().split("\n");
  const bytes = (name: string) => new Int8Array(readFileSync(join(folder, name)));
  const meanings = meaningsOf(lines("words.txt"), bytes("words.bin"), description.meaningSize);
  shared = new EventClassifier(description, lines("features.txt"), bytes("weights.bin"), meanings);
  return shared;
}
