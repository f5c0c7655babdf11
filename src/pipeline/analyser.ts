// Analyses documents one by one: the first here, many in threads; here again if no thread can be started. And records what came of it.
import { existsSync } from "node:fs";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import type { Ledger } from "../ledger/index.ts";
import { type Document, type Problem, problem, ScenesetterError } from "../model/index.ts";
import { type Pipeline, type Processed, withProblems } from "./pipeline.ts";
import { createPool, type Pool } from "./pool.ts";
import type { WorkerData } from "./worker.ts";

/** With fewer new documents than this, starting threads takes longer than they save. */
const WORKERS_FROM = 20;

/** Longest analysis of one document. The slowest real page takes seconds; this only ends what hangs. */
const TIMEOUT_MS = 300_000;

/** Memory of one worker's objects: the engine needs about 150 MB, a text of the greatest length some 500 more. */
const WORKER_MEMORY_MB = 1536;

/** The script of the workers; null when running from sources, where threads cannot read TypeScript. */
function workerScript(): URL | null {
  const script = new URL("./worker.js", import.meta.url);
  return existsSync(fileURLToPath(script)) ? script : null;
}

function lost(document: Document, reason: string): Processed {
  return { document: withProblems(document, [problem("stage-failed", { stage: "analysis", reason })]), claims: [], offices: [] };
}

/** @param workers threads at most; one fewer than the processors, and at least one, when left out; 0: none */
export function analyser(pipeline: Pipeline, workers?: number) {
  const size = workers ?? Math.max(1, availableParallelism() - 1);
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

export type Analyser = ReturnType<typeof analyser>;

/** Whether the document was analysed at all; one that was not is not recorded, so that adding it again tries again. */
const analysed = ({ document, claims }: Processed): boolean =>
  claims.length > 0 || !document.problems.some(({ code }) => code === "stage-failed");

/**
 * Records one document. Null where its analysis failed; a claim that the ledger refuses is a fault of that document's analysis, and no reason to stop.
 * @throws ScenesetterError `ledger-locked` or `ledger-write`
 */
export function recordProcessed(
  ledger: Ledger,
  processed: Processed,
  at: string,
): { readonly claims: number } | { readonly refused: Problem } | null {
  if (!analysed(processed)) return null;
  try {
    const { document, claims, offices } = processed;
    return { claims: ledger.record(document, claims, at, offices).claims };
  } catch (error) {
    if (error instanceof ScenesetterError && error.problem.code === "internal") return { refused: error.problem };
    throw error;
  }
}
