// A worker thread of the pipeline: documents in, documents with their claims out.
import { parentPort, workerData } from "node:worker_threads";
import type { Document } from "../model/index.ts";
import { createPipeline } from "./pipeline.ts";

/** What a worker starts with; the knowledge must come out the same as in the main thread. */
export interface WorkerData {
  readonly userDirectory: string | null;
  readonly knowledgeVersion: string;
}

const { userDirectory, knowledgeVersion } = workerData as WorkerData;
const pipeline = createPipeline({ userDirectory });
if (pipeline.knowledge.version !== knowledgeVersion) throw new Error("the knowledge in the worker is another one");

const port = parentPort!;
port.on("message", ({ id, input }: { readonly id: number; readonly input: Document }) => {
  port.postMessage({ id, output: pipeline.analyse(input) });
});
port.postMessage("ready");
