// Many documents into the ledger: in a stable order, one transaction each, known ones skipped, with threads where there are many.
import { existsSync } from "node:fs";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import type { Ledger } from "../ledger/index.ts";
import { type Document, type Problem, problem, ScenesetterError } from "../model/index.ts";
import { findSources } from "../reader/index.ts";
import { ordered } from "./ordered.ts";
import { type Pipeline, type Processed, withProblems } from "./pipeline.ts";
import { createPool, type Pool } from "./pool.ts";
import type { WorkerData } from "./worker.ts";

export interface IngestOptions {
  /** Publication date for documents that do not say one. */
  readonly published?: string | null;
  /** What `-` among the paths stands for. */
  readonly stdin?: Uint8Array;
  /** The time of recording, ISO 8601 UTC; it enters no result. */
  readonly now: () => string;
  /** Called as documents are finished. `total` counts a source as one document until it is read (a feed has several). */
  readonly onProgress?: (done: number, total: number) => void;
  /** Worker threads at most; one fewer than the processors, and at least one, when left out. 0: none. */
  readonly workers?: number;
}

export interface IngestReport {
  /** Documents seen, and sources that could not be had: added + known + failed. */
  readonly documents: number;
  readonly added: number;
  readonly known: number;
  readonly failed: number;
  /** Claims recorded now. */
  readonly claims: number;
  readonly problems: readonly { readonly file: string; readonly problem: Problem }[];
}

/** With fewer new documents than this, starting threads takes longer than they save. */
const WORKERS_FROM = 20;

/** Longest analysis of one document. The slowest real page takes seconds; this only ends what hangs. */
const TIMEOUT_MS = 300_000;

/** Memory of one worker's objects: the engine needs about 150 MB, a text of the greatest length some 500 more. */
const WORKER_MEMORY_MB = 1536;

/** One step of the import: a document to analyse, or what there is to say instead. */
type Item =
  | { readonly kind: "new"; readonly document: Document }
  | { readonly kind: "known"; readonly document: Document }
  | { readonly kind: "failed"; readonly file: string; readonly problems: readonly Problem[] };

type Outcome = Exclude<Item, { kind: "new" }> | { readonly kind: "done"; readonly processed: Processed };

const isError = ({ severity }: Problem): boolean => severity === "error";

/** Reads the sources in order and tells new documents from known ones. */
async function* items(
  paths: readonly string[],
  ledger: Ledger,
  pipeline: Pipeline,
  options: IngestOptions,
  onSource: (documents: number) => void,
): AsyncGenerator<Item> {
  const seen = new Set<string>();
  for await (const found of findSources(paths, options.stdin ? { stdin: options.stdin } : {})) {
    const documents = found.source ? pipeline.read(found.source, options.published) : [];
    onSource(documents.length + (found.problem ? 1 : 0));
    if (found.problem) yield { kind: "failed", file: found.path, problems: [found.problem] };
    for (const document of documents) {
      if (document.text === "" && document.problems.some(isError))
        yield { kind: "failed", file: document.file, problems: document.problems };
      else if (seen.has(document.id) || ledger.has(document.id)) yield { kind: "known", document };
      else {
        seen.add(document.id);
        yield { kind: "new", document };
      }
    }
  }
}

/** How many sources there are, to show how far the work is. An address counts as one; nothing is fetched. */
async function countSources(paths: readonly string[]): Promise<number> {
  let count = 0;
  for (const path of paths) {
    if (path === "-" || path.includes("://")) count++;
    else for await (const _ of findSources([path])) count++;
  }
  return count;
}

/** The script of the workers; null when running from sources, where threads cannot read TypeScript. */
function workerScript(): URL | null {
  const script = new URL("./worker.js", import.meta.url);
  return existsSync(fileURLToPath(script)) ? script : null;
}

function lost(document: Document, reason: string): Processed {
  return { document: withProblems(document, [problem("stage-failed", { stage: "analysis", reason })]), claims: [], offices: [] };
}

/** Analyses documents: the first ones here, the others in threads; here again if no thread can be started. */
function analyser(pipeline: Pipeline, options: IngestOptions) {
  const size = options.workers ?? Math.max(1, availableParallelism() - 1);
  const { userDirectory } = pipeline;
  const script = size === 0 || userDirectory === undefined ? null : workerScript();
  let pool: Pool<Document, Processed> | null = null;
  let count = 0;
  let usable = script !== null;
  return {
    /** Documents under way at once. */
    limit: usable ? size * 4 : 1,
    async analyse(document: Document): Promise<Processed> {
      count++;
      if (count <= WORKERS_FROM || !usable) return pipeline.analyse(document);
      const data: WorkerData = { userDirectory: userDirectory ?? null, knowledgeVersion: pipeline.knowledge.version };
      pool ??= createPool({ script: script!, size, data, timeout: TIMEOUT_MS, memory: WORKER_MEMORY_MB, lost });
      try {
        return await pool.run(document);
      } catch {
        usable = false;
        return pipeline.analyse(document);
      }
    },
    close: () => pool?.close(),
  };
}

/** Whether the document was analysed at all; one that was not is not recorded, so that adding it again tries again. */
const analysed = ({ document, claims }: Processed): boolean =>
  claims.length > 0 || !document.problems.some(({ code }) => code === "stage-failed");

/** Records one document. A claim that the ledger refuses is a fault of that document's analysis, and no reason to stop. */
function recordOne(
  ledger: Ledger,
  { document, claims, offices }: Processed,
  at: string,
): { readonly claims: number } | { readonly refused: Problem } {
  try {
    return { claims: ledger.record(document, claims, at, offices).claims };
  } catch (error) {
    if (error instanceof ScenesetterError && error.problem.code === "internal") return { refused: error.problem };
    throw error;
  }
}

/**
 * Adds all documents at `paths` to the ledger, in the order of the paths and of the files in them. A document already there is not analysed again.
 * Each document is one transaction: what was finished stays, whatever happens next.
 * @throws ScenesetterError `ledger-locked` or `ledger-write`; a bad document never throws, its problems are in the report
 */
export async function ingest(paths: readonly string[], ledger: Ledger, pipeline: Pipeline, options: IngestOptions): Promise<IngestReport> {
  const counts = { documents: 0, added: 0, known: 0, failed: 0, claims: 0 };
  const problems: { readonly file: string; readonly problem: Problem }[] = [];
  let total = options.onProgress ? await countSources(paths) : 0;
  const note = (file: string, list: readonly Problem[]) => problems.push(...list.map((one) => ({ file, problem: one })));

  const take = (outcome: Outcome): void => {
    counts.documents++;
    if (outcome.kind === "known") counts.known++;
    else if (outcome.kind === "failed") {
      counts.failed++;
      note(outcome.file, outcome.problems);
    } else {
      const { document } = outcome.processed;
      const recorded = analysed(outcome.processed) ? recordOne(ledger, outcome.processed, options.now()) : null;
      note(document.file, document.problems);
      if (recorded && "claims" in recorded) {
        counts.added++;
        counts.claims += recorded.claims;
      } else {
        counts.failed++;
        if (recorded) note(document.file, [recorded.refused]);
      }
    }
    options.onProgress?.(counts.documents, Math.max(total, counts.documents));
  };

  const { analyse, close, limit } = analyser(pipeline, options);
  try {
    const work = async (item: Item): Promise<Outcome> =>
      item.kind === "new" ? { kind: "done", processed: await analyse(item.document) } : item;
    const all = items(paths, ledger, pipeline, options, (documents) => {
      total += documents - 1;
    });
    for await (const outcome of ordered(all, limit, work)) take(outcome);
  } finally {
    await close();
  }
  return { ...counts, problems };
}
