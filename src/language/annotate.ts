// Annotate: one document through the steps.
import type { Knowledge } from "../knowledge/index.ts";
import { type Document, problem } from "../model/index.ts";
import type { AnnotatedDocument } from "./annotation.ts";
import { coverage } from "./assemble.ts";
import type { Engine } from "./engine/index.ts";
import { type Draft, STEPS } from "./steps.ts";

/**
 * Everything the language stage says about a document. Same document, same result; nothing is kept between documents.
 * Problems: `text-too-long` where only the beginning was analysed, `office-mismatch` with its span, `stage-failed` where a step broke
 * (the annotation then holds what the steps before it found). A text in another language than English is not analysed: its annotation is empty.
 */
export function annotate(document: Document, knowledge: Knowledge, engine: Engine): AnnotatedDocument {
  const draft: Draft = {
    document,
    knowledge,
    engine,
    published: document.published?.value.slice(0, 10) ?? null,
    text: "",
    problems: [],
    raw: [],
    tokens: [],
    sentences: [],
    surfaces: [],
    dates: [],
    quantities: [],
    findings: [],
    cast: null,
    publisher: { state: null, speaker: null, voices: [], readout: false },
    mentions: [],
    cells: [],
    quotations: [],
  };
  const english = document.language === null || /^en\b/i.test(document.language);
  for (const step of english ? STEPS : []) {
    try {
      step.run(draft);
    } catch (error) {
      draft.problems.push(
        problem("stage-failed", { stage: `language/${step.name}`, reason: error instanceof Error ? error.message : String(error) }),
      );
      break;
    }
  }
  return {
    document,
    published: draft.published,
    tokens: draft.tokens,
    sentences: draft.sentences,
    mentions: draft.mentions,
    quotations: draft.quotations,
    mentionsAt: coverage(draft.mentions),
    problems: draft.problems,
  };
}
