// The language engine: UD parse, tags, lemmas and names of tokenised sentences, by the model in models/.
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { Analyst, type EngineSentence, joined } from "./analysis.ts";
import { Encoder } from "./encoder.ts";
import { Heads } from "./heads.ts";
import { Kernel } from "./kernel.ts";
import { Lemmatizer } from "./lemmas.ts";
import { readWeights } from "./weights.ts";
import { windows } from "./windows.ts";
import { WordVectors } from "./words.ts";

export type { EngineSentence } from "./analysis.ts";

export interface Engine {
  /** Name, version and hash of the weights. */
  readonly id: string;
  /**
   * Annotates sentences given as token forms in UD English tokenisation ("Japan" "'s", "do" "n't").
   * Any strings are taken; a sentence's result does not depend on the sentences beside it.
   */
  annotate(sentences: readonly (readonly string[])[]): readonly EngineSentence[];
}

/** Bounds of one batch: sentences, and rows with padding (7 MB of gate sums). */
const BATCH_SENTENCES = 32;
const BATCH_ROWS = 2048;

interface Window {
  readonly sentence: number;
  readonly tokens: readonly string[];
}

/** Windows of similar length together, longest first in each batch. */
function* batches(all: readonly Window[]): Generator<Window[]> {
  const sorted = all.toSorted((a, b) => b.tokens.length - a.tokens.length);
  let current: Window[] = [];
  for (const window of sorted) {
    const steps = (current[0] ?? window).tokens.length + 1;
    if (current.length > 0 && (current.length === BATCH_SENTENCES || steps * (current.length + 1) > BATCH_ROWS)) {
      yield current;
      current = [];
    }
    current.push(window);
  }
  if (current.length > 0) yield current;
}

function packageRoot(): string {
  let at = import.meta.dirname;
  while (!existsSync(join(at, "package.json"))) {
    const above = dirname(at);
    if (above === at) throw new Error(`No package.json above ${import.meta.dirname}`);
    at = above;
  }
  return at;
}

/**
 * Loads the engine from a model folder, by default models/ of this package.
 * Throws where a file of the model is missing or broken.
 */
export function loadEngine(directory?: string): Engine {
  const root = packageRoot();
  const folder = directory ?? join(root, "models");
  const weights = readWeights(folder);
  const kernel = new Kernel(join(root, "src/language/engine/kernel.wasm"));
  const encoder = new Encoder(kernel, weights, new WordVectors(kernel, weights));
  const heads = new Heads(kernel, weights);
  const analyst = new Analyst(weights.labels, new Lemmatizer(join(folder, "lemmas.json")));
  return {
    id: weights.id,
    annotate(sentences) {
      const all = sentences.flatMap((tokens, sentence) =>
        windows(tokens).map(([start, end]): Window => ({ sentence, tokens: tokens.slice(start, end) })),
      );
      const done = new Map<Window, EngineSentence>();
      for (const batch of batches(all.filter((w) => w.tokens.length > 0))) {
        const lengths = batch.map((w) => w.tokens.length);
        const scores = heads.score(encoder.encode(batch.map((w) => w.tokens)), lengths);
        batch.forEach((window, b) => {
          done.set(window, analyst.analyse(window.tokens, scores(b)));
        });
      }
      const parts = sentences.map((): EngineSentence[] => []);
      for (const window of all) {
        const part = done.get(window);
        if (part) parts[window.sentence]!.push(part);
      }
      return parts.map(joined);
    },
  };
}
