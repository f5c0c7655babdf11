// The model of reports: of the frames of a sentence, those whose cue says that somebody said, thought or wanted something.
import type { Sentence } from "../annotation.ts";
import type { Tree } from "../tree.ts";
import { SPEECH, SPEECH_NOUNS, THOUGHT } from "./cues.ts";
import { featuresOf } from "./features.ts";
import type { Frame } from "./frames.ts";
import { THRESHOLD, WEIGHTS } from "./tables/cue-weights.ts";

const weights: ReadonlyMap<string, number> = new Map(Object.entries(WEIGHTS));

export interface Report {
  readonly frame: Frame;
  /** Something uttered, not only thought or wanted. */
  readonly said: boolean;
}

/** The frames that report, at most one for each cue: the one with the highest score. */
export function reportsIn(tree: Tree, sentence: Sentence, frames: readonly Frame[]): readonly Report[] {
  const best = new Map<number, { frame: Frame; score: number }>();
  for (const frame of frames) {
    let score = 0;
    for (const feature of featuresOf(tree, sentence, frame)) score += weights.get(feature) ?? 0;
    if (score <= THRESHOLD) continue;
    const known = best.get(frame.cue);
    if (known === undefined || score > known.score) best.set(frame.cue, { frame, score });
  }
  return [...best.values()].map(({ frame }) => {
    const lemma = tree.tokens[frame.cue]!.lemma.toLowerCase();
    return {
      frame,
      said: frame.kind === "according" || frame.kind === "colon" || (SPEECH.has(lemma) && !THOUGHT.has(lemma)) || SPEECH_NOUNS.has(lemma),
    };
  });
}
