// Many documents into the ledger: in a stable order, one transaction each, known ones skipped, with threads where there are many.
import type { Ledger } from "../ledger/index.ts";
import type { Document, Problem } from "../model/index.ts";
import { findSources } from "../reader/index.ts";
import { analyser, recordProcessed } from "./analyser.ts";
import { ordered } from "./ordered.ts";
import type { Pipeline, Processed } from "./pipeline.ts";

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
      const recorded = recordProcessed(ledger, outcome.processed, options.now());
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

  const { analyse, close, limit } = analyser(pipeline, options.workers);
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
