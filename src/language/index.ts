// The language stage: Document → AnnotatedDocument.
import type { Knowledge } from "../knowledge/index.ts";
import type { Document } from "../model/index.ts";
import { annotate } from "./annotate.ts";
import type { AnnotatedDocument } from "./annotation.ts";
import { type Engine, loadEngine } from "./engine/index.ts";
import { checkSteps, STEPS } from "./steps.ts";

export type * from "./annotation.ts";
export type { Engine } from "./engine/index.ts";
export { explainLabel, GLOSSARY, glossaryPage } from "./explain.ts";
export { childOf, childrenOf, isNegated, mentionAt, mentionsIn, sentenceTokens, subtreeOf } from "./helpers.ts";
export { segment } from "./sentences.ts";
export { STEPS } from "./steps.ts";

export interface Language {
  /** Annotates one document; never throws for a bad text, its problems are data on the result. */
  annotate(document: Document): AnnotatedDocument;
  /** Name and version of the engine behind it; part of what a cached result depends on. */
  readonly id: string;
}

/**
 * A language over a knowledge layer. Loads the engine's weights once (about 10 MB) unless one is given.
 * @throws Error when the weights are missing or broken, or the steps do not fit together.
 */
export function createLanguage(knowledge: Knowledge, options: { readonly engine?: Engine } = {}): Language {
  checkSteps(STEPS);
  const engine = options.engine ?? loadEngine();
  return { id: `${engine.id}+${knowledge.version}`, annotate: (document) => annotate(document, knowledge, engine) };
}
