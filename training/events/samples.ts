// Annotates marked sentences and turns them into feature vectors for the fit.
import { type MarkedSentence, newsOf } from "../../eval/gold/plv.ts";
import { featuresOf, LEARNED_TYPES, type LearnedType, type Meanings, SLOTS, Tree, type Vector, vectorOf } from "../../src/extraction/index.ts";
import type { Language } from "../../src/language/index.ts";
import type { Sample } from "./fit.ts";

export interface Example {
  readonly sentence: MarkedSentence;
  readonly vector: Vector;
  /** Lower-case words with the actors as `<s>` and `<t>`. */
  readonly masked: readonly string[];
  readonly label: number;
}

const inside = (spans: readonly (readonly [number, number])[], start: number, end: number) =>
  spans.some(([s, e]) => s <= start && end <= e + 1);

/** Sentences whose actors could not be found in the tokens are left out (one of 1,050). */
export function examplesOf(sentences: readonly MarkedSentence[], language: Language, meanings: Meanings): Example[] {
  const out: Example[] = [];
  for (const sentence of sentences) {
    const doc = language.annotate(newsOf(sentence.id, sentence.text, "2020-01-01"));
    const ids = (spans: MarkedSentence["source"]) => doc.tokens.filter((t) => inside(spans, t.start, t.end)).map((t) => t.index);
    const [source, target] = [ids(sentence.source), ids(sentence.target)];
    if (source.length + target.length === 0) continue;
    const masked: string[] = [];
    for (const t of doc.tokens) {
      const word = source.includes(t.index) ? "<s>" : target.includes(t.index) ? "<t>" : t.text.toLowerCase();
      if (!(word.startsWith("<") && masked.at(-1) === word) && t.upos !== "PUNCT") masked.push(word);
    }
    const vector = vectorOf(featuresOf(new Tree(doc), source, target), meanings);
    out.push({ sentence, vector, masked, label: LEARNED_TYPES.indexOf(sentence.root as LearnedType) });
  }
  return out;
}

/** Names of features that occur in at least this many sentences get a weight. */
const MIN_SENTENCES = 2;

export function vocabularyOf(examples: readonly Example[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const { vector } of examples) for (const [name] of vector.named) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].filter(([, n]) => n >= MIN_SENTENCES).map(([name]) => name).sort();
}

/** Samples over a vocabulary, each label weighing as much as any other in sum. */
export function samplesOf(examples: readonly Example[], vocabulary: readonly string[], size: number): Sample[] {
  const rows = new Map(vocabulary.map((name, i) => [name, i]));
  const counts = LEARNED_TYPES.map((_, k) => examples.filter((e) => e.label === k).length);
  return examples.map(({ vector, label }) => {
    const at: number[] = [];
    const value: number[] = [];
    for (const [name, x] of vector.named) {
      const row = rows.get(name);
      if (row === undefined) continue;
      at.push(row);
      value.push(x);
    }
    for (const [slot, numbers] of vector.meaning)
      numbers.forEach((x, j) => {
        at.push(vocabulary.length + SLOTS.indexOf(slot) * size + j);
        value.push(x);
      });
    return {
      at: Int32Array.from(at),
      value: Float64Array.from(value),
      label,
      weight: examples.length / (LEARNED_TYPES.length * Math.max(1, counts[label]!)),
    };
  });
}

export const featureCount = (vocabulary: readonly string[], size: number) => vocabulary.length + SLOTS.length * size;

/** Inverse of the penalty. Five folds: root macro-F1 .831, .835 at 20, 60 (decision 0064). */
export const STRENGTH = 60;
