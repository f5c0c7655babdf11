// The composition root: one source through reader, language and extraction. What fails becomes a problem of the document.
import { type Extraction, extract } from "../extraction/index.ts";
import { type Knowledge, loadKnowledge } from "../knowledge/index.ts";
import { createLanguage, type Language } from "../language/index.ts";
import { type Claim, type Document, type OfficeAttestation, type Problem, problem } from "../model/index.ts";
import { readSource, type Source } from "../reader/index.ts";

/** One document with all that was read from it. */
export interface Processed {
  readonly document: Document;
  readonly claims: readonly Claim[];
  /** Who holds which office, as it says. */
  readonly offices: readonly OfficeAttestation[];
}

export interface PipelineOptions {
  /** The knowledge layer; loaded from the tables (and `userDirectory`) when left out. */
  readonly knowledge?: Knowledge;
  /**
   * Folder of the user's own layer that `knowledge` was loaded with, null for none. Worker threads load it again;
   * with a `knowledge` of which this is not said there are none, since they could not be sure to know the same.
   */
  readonly userDirectory?: string | null;
  /** Publication date for documents that do not say one: ISO 8601 date or date-time. */
  readonly published?: string | null;
}

export interface Pipeline {
  readonly knowledge: Knowledge;
  /** The user's layer; undefined when it is not known, and the pipeline cannot be built again elsewhere. */
  readonly userDirectory: string | null | undefined;
  /** Bytes → documents, without their claims. */
  read(source: Source, published?: string | null): readonly Document[];
  /** A document with its claims. Never throws: a stage that fails is a problem `stage-failed` of the document. */
  analyse(document: Document): Processed;
  /** Both: the documents of one source with their claims. */
  process(source: Source): readonly Processed[];
}

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** The document with further problems, each once. */
export function withProblems(document: Document, problems: readonly Problem[]): Document {
  const key = (p: Problem) => `${p.code}\n${p.message}\n${p.span?.start ?? ""}`;
  const unique = new Map([...document.problems, ...problems].map((p) => [key(p), p]));
  return unique.size === document.problems.length ? document : { ...document, problems: [...unique.values()] };
}

/** Runs one stage; its failure is the problem. */
function stage<T>(name: string, work: () => T): { readonly value: T } | { readonly failed: Problem } {
  try {
    return { value: work() };
  } catch (error) {
    return { failed: problem("stage-failed", { stage: name, reason: reasonOf(error) }) };
  }
}

/**
 * A pipeline over one knowledge layer. The language engine is loaded with the first document that needs it.
 * @throws ScenesetterError `knowledge-invalid` and others when the knowledge cannot be loaded
 */
export function createPipeline(options: PipelineOptions = {}): Pipeline {
  const userDirectory = options.knowledge ? options.userDirectory : (options.userDirectory ?? null);
  const knowledge = options.knowledge ?? loadKnowledge({ userDirectory: userDirectory ?? null });
  let language: Language | null = null;

  const read = (source: Source, published: string | null = options.published ?? null): readonly Document[] => {
    const documents = readSource(source);
    if (published === null || documents.every((document) => document.published !== null)) return documents;
    const dated = readSource(source, { published });
    return documents.map((document, i) => (document.published === null ? dated[i]! : document));
  };

  const analyse = (document: Document): Processed => {
    if (document.text === "") return { document, claims: [], offices: [] };
    const annotated = stage("language", () => {
      language ??= createLanguage(knowledge);
      return language.annotate(document);
    });
    if ("failed" in annotated) return { document: withProblems(document, [annotated.failed]), claims: [], offices: [] };
    const extracted = stage("extraction", (): Extraction => extract(annotated.value, knowledge));
    if ("failed" in extracted)
      return { document: withProblems(document, [...annotated.value.problems, extracted.failed]), claims: [], offices: [] };
    const { claims, offices, problems } = extracted.value;
    return { document: withProblems(document, [...annotated.value.problems, ...problems]), claims, offices };
  };

  return { knowledge, userDirectory, read, analyse, process: (source) => read(source).map(analyse) };
}
