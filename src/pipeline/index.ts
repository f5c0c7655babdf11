// The pipeline: sources through all stages, and many of them into a ledger.
export { type IngestOptions, type IngestReport, ingest } from "./ingest.ts";
export { createPipeline, type Pipeline, type PipelineOptions, type Processed } from "./pipeline.ts";
export type { PollReport } from "./watch/poll.ts";
export { type WatchOptions, watch } from "./watch/watch.ts";
