// The steps of the language stage, in order: the file to open first. Each declares what it needs and what it adds; checked when a language is made.
import type { Knowledge, SurfaceMatch } from "../knowledge/index.ts";
import { type Document, type Problem, problem } from "../model/index.ts";
import type { DateMention, Mention, QuantityMention, Quotation, Sentence, Token } from "./annotation.ts";
import { assemble } from "./assemble.ts";
import { type Cell, discourse, type Publisher, resolveAnaphora } from "./coreference/index.ts";
import { findDates } from "./dates/index.ts";
import type { Engine } from "./engine/index.ts";
import { type Cast, type Finding, findCandidates, resolveNames } from "./mentions/index.ts";
import { mendNames, surfacesIn } from "./names/index.ts";
import { parse } from "./parse.ts";
import { homeOf, publisherOf } from "./publisher.ts";
import { findQuantities } from "./quantities/index.ts";
import { findQuotations } from "./quotes/index.ts";
import { segment } from "./sentences.ts";
import { gluedIn } from "./tokens/glued.ts";
import type { RawSentence } from "./tokens.ts";
import { treeOf } from "./tree.ts";

/** Characters of a text that are analysed; 400,000 are about 65,000 words, longer than any news text, and keep memory bounded. */
export const MAX_CHARACTERS = 400_000;

/** What the steps fill, one after the other. */
export interface Draft {
  readonly document: Document;
  readonly knowledge: Knowledge;
  readonly engine: Engine;
  /** Publication day, or null. */
  readonly published: string | null;
  /** The part of the text that is analysed. */
  text: string;
  readonly problems: Problem[];
  raw: readonly RawSentence[];
  tokens: readonly Token[];
  sentences: readonly Sentence[];
  /** What the tables know in the text. */
  surfaces: readonly SurfaceMatch[];
  dates: readonly Omit<DateMention, "id">[];
  quantities: readonly QuantityMention[];
  findings: readonly Finding[];
  cast: Cast | null;
  publisher: Publisher;
  mentions: readonly Mention[];
  cells: readonly Cell[];
  quotations: readonly Quotation[];
}

type Field = Exclude<keyof Draft, "document" | "knowledge" | "engine" | "published" | "problems">;

export interface Step {
  readonly name: string;
  readonly needs: readonly Field[];
  readonly adds: readonly Field[];
  run(draft: Draft): void;
}

/** Letters of an example in a problem. */
const MAX_EXAMPLE = 40;

export const STEPS: readonly Step[] = [
  {
    name: "limit",
    needs: [],
    adds: ["text"],
    run(draft) {
      const { text } = draft.document;
      draft.text = text.slice(0, cutAt(text, MAX_CHARACTERS));
      if (draft.text.length < text.length)
        draft.problems.push(problem("text-too-long", { characters: text.length, limit: MAX_CHARACTERS }));
    },
  },
  {
    name: "segment",
    needs: ["text"],
    adds: ["raw"],
    run(draft) {
      draft.raw = segment(draft.text);
      const glued = gluedIn(draft.raw);
      if (glued.length > 0) draft.problems.push(problem("words-glued", { count: glued.length, example: glued[0]!.slice(0, MAX_EXAMPLE) }));
    },
  },
  {
    name: "parse",
    needs: ["raw"],
    adds: ["tokens", "sentences"],
    run(draft) {
      const parsed = parse(draft.raw, draft.engine);
      draft.tokens = parsed.tokens;
      draft.sentences = parsed.sentences;
    },
  },
  {
    name: "names",
    needs: ["tokens", "sentences"],
    adds: ["surfaces", "tokens"],
    run(draft) {
      draft.surfaces = surfacesIn(draft.tokens, draft.sentences, draft.knowledge);
      draft.tokens = mendNames(draft.tokens, draft.sentences, draft.surfaces);
    },
  },
  {
    name: "dates",
    needs: ["tokens", "sentences", "surfaces"],
    adds: ["dates"],
    run(draft) {
      const { published, surfaces } = draft;
      draft.dates = findDates(draft.tokens, draft.sentences, {
        published,
        dayFirst: dayFirst(draft.document),
        stateAt: statesIn(surfaces),
      });
    },
  },
  {
    name: "quantities",
    needs: ["tokens", "sentences", "dates"],
    adds: ["quantities"],
    run(draft) {
      draft.quantities = findQuantities(draft.tokens, draft.sentences, draft.dates);
    },
  },
  {
    name: "mentions",
    needs: ["text", "tokens", "sentences", "surfaces", "dates", "quantities"],
    adds: ["findings", "cast", "publisher", "mentions", "cells"],
    run(draft) {
      const { text, tokens, sentences, knowledge, published } = draft;
      // Months and weekdays are no people, `Indian rupees` no state; `two French officials` are counted and stay actors.
      const taken = [...draft.dates, ...draft.quantities.filter((q) => /^[A-Z]{3}$/.test(q.unit))];
      const { scene, candidates } = findCandidates(text, tokens, sentences, draft.surfaces, taken, knowledge);
      const resolved = resolveNames(scene, candidates, published, draft.document.title);
      draft.findings = resolved.findings;
      draft.cast = resolved.cast;
      draft.problems.push(...resolved.problems);
      draft.publisher = publisherOf(draft.document, knowledge, resolved.findings, tokens);
      const assembled = assemble(text, tokens, resolved.findings, draft.dates, draft.quantities);
      draft.mentions = assembled.mentions;
      draft.cells = assembled.cells;
    },
  },
  {
    name: "quotations",
    needs: ["text", "tokens", "sentences", "mentions"],
    adds: ["quotations"],
    run(draft) {
      draft.quotations = findQuotations(draft.text, draft.tokens, draft.sentences, draft.mentions);
    },
  },
  {
    name: "coreference",
    needs: ["tokens", "sentences", "cells", "cast", "publisher", "quotations", "findings"],
    adds: ["mentions"],
    run(draft) {
      const { tokens, sentences, knowledge, published, publisher, cells, quotations } = draft;
      const d = discourse({
        tokens,
        sentences,
        tree: treeOf(tokens),
        knowledge,
        on: published,
        cast: draft.cast!,
        publisher,
        cells,
        quotations,
      });
      resolveAnaphora(d, homeOf(draft.findings, tokens, publisher, knowledge));
    },
  },
];

/** Whether every step finds what it needs among what the steps before it add. @throws Error that names the step and the field. */
export function checkSteps(steps: readonly Step[]): void {
  const have = new Set<Field>();
  for (const step of steps) {
    for (const field of step.needs)
      if (!have.has(field)) throw new Error(`Step “${step.name}” needs “${field}”, which no step before it adds.`);
    for (const field of step.adds) have.add(field);
  }
}

/** Where to cut a text of at most `limit` characters: the last blank line in its last tenth, else the limit, never inside a surrogate pair. */
function cutAt(text: string, limit: number): number {
  if (text.length <= limit) return text.length;
  const blank = text.lastIndexOf("\n\n", limit);
  if (blank > limit * 0.9) return blank;
  const unit = text.charCodeAt(limit - 1);
  return unit >= 0xd800 && unit <= 0xdbff ? limit - 1 : limit;
}

/** Token position → the state whose name or adjective covers it. */
function statesIn(surfaces: readonly SurfaceMatch[]): (token: number) => string | null {
  const states = new Map<number, string>();
  for (const { from, to, kind, ids } of surfaces) {
    if (kind === "state" || kind === "adjective") for (let at = from; at < to; at++) states.set(at, ids[0]!);
  }
  return (token) => states.get(token) ?? null;
}

/** Whether `5/2/2025` is 5 February: everywhere but in American texts. */
function dayFirst(document: Document): boolean {
  const american = document.language === "en-US" || /\.(?:gov|mil|us)(?:[/:]|$)/.test(document.url ?? "");
  return !american && document.language !== null && document.language !== "en";
}
