// The thread that reads one PDF or DOCX file: a file that takes too long or too much memory ends it and nothing else.
import { parentPort, workerData } from "node:worker_threads";
import { type OfficeType, readOffice } from "./read-office.ts";

export interface ThreadData {
  readonly bytes: Uint8Array;
  readonly type: OfficeType;
  readonly path: string;
}

const { bytes, type, path } = workerData as ThreadData;
parentPort?.postMessage(await readOffice(bytes, type, path));
