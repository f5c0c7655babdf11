// Sources whose format takes time to open (PDF, DOCX) are opened before they are read, each in a thread of its own.
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import { problem } from "../../model/index.ts";
import { binaryType } from "../detect.ts";
import type { Source } from "../read-source.ts";
import { type OfficeType, type Opened, readOffice } from "./read-office.ts";
import type { ThreadData } from "./thread.ts";

/** Largest PDF or DOCX file. */
const OFFICE_LIMIT = 30_000_000;
/** Longest time for one file, in milliseconds. 300 pages take about 5 s of a free processor; a busy machine is slower. */
const TIMEOUT = 120_000;
const MEMORY_MB = 1_024;

/** The compiled script of the thread; null when running from sources, where threads cannot read TypeScript. */
function threadScript(): URL | null {
  const script = new URL("./thread.js", import.meta.url);
  return existsSync(fileURLToPath(script)) ? script : null;
}

function inThread(script: URL, data: ThreadData): Promise<Opened> {
  return new Promise((resolve) => {
    const thread = new Worker(script, { workerData: data, resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB } });
    let timer: NodeJS.Timeout | null = null;
    const end = (opened: Opened): void => {
      if (timer) clearTimeout(timer);
      void thread.terminate();
      resolve(opened);
    };
    const givenUp = (reason: string): Opened => ({ draft: null, problem: problem("file-slow", { path: data.path, reason }) });
    timer = setTimeout(() => end(givenUp(`it took more than ${TIMEOUT / 1000} seconds`)), TIMEOUT);
    thread.once("message", end);
    thread.once("error", (error: Error) =>
      end(givenUp("code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY" ? "it took too much memory" : error.message)),
    );
    thread.once("exit", () => end(givenUp("its reader stopped")));
  });
}

/** PDF and DOCX by their first bytes: some PDF files begin with a few others. */
export function officeType(bytes: Uint8Array): OfficeType | null {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 1024)).toString("latin1");
  if (/^[^<{]{0,1000}%PDF-\d/.test(head)) return "PDF";
  return binaryType(bytes)?.startsWith("ZIP") ? "DOCX" : null;
}

/**
 * The source, opened when it is a PDF or DOCX file; other sources come back as they are. Files above 30,000,000 bytes, those that take
 * more than two minutes, and archives of other kinds are opened as their problem.
 */
export async function openSource(source: Source): Promise<Source> {
  const { bytes, file: path } = source;
  const type = officeType(bytes);
  if (type === null) return source;
  if (bytes.length > OFFICE_LIMIT) {
    return { ...source, opened: { draft: null, problem: problem("file-too-large", { path, bytes: bytes.length, limit: OFFICE_LIMIT }) } };
  }
  const script = threadScript();
  const opened = script ? await inThread(script, { bytes, type, path }) : await readOffice(bytes, type, path);
  return { ...source, opened };
}
