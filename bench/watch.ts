// Memory of a watch that runs for long: node --expose-gc dist/bench/watch.js [--polls N]
// Two feeds on a server of its own on the loopback address, with a clock that jumps from poll to poll: N polls (default 20,000) are more than a year of
// one feed. Each answer of the first feed has ten new items; the second fails every other time. Texts are read and recorded, not analysed.
// Prints the heap after garbage collection at ten moments, and the ledger's size.
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openLedger } from "../src/ledger/index.ts";
import { type Pipeline, watch } from "../src/pipeline/index.ts";
import { readSource } from "../src/reader/index.ts";

const at = process.argv.indexOf("--polls");
const POLLS = at < 0 ? 20_000 : Number(process.argv[at + 1]);
const { gc } = globalThis;
if (!gc) throw new Error("run with --expose-gc");

let served = 0;
const server = createServer((request, response) => {
  if (request.url === "/a") {
    const items = Array.from({ length: 10 }, () => {
      served++;
      return `<item><guid isPermaLink="false">${served}</guid><title>Item ${served}</title><description>Ministers met for the ${served}th time in Havn.</description></item>`;
    });
    response.end(`<rss version="2.0"><channel><title>A</title>${items.join("")}</channel></rss>`);
  } else if (request.url === "/b")
    response.writeHead(served++ % 2 ? 500 : 200).end('<rss version="2.0"><channel><title>B</title></channel></rss>');
  else response.writeHead(404).end();
});
await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

const reader: Pipeline = {
  knowledge: undefined as never,
  userDirectory: undefined,
  read: (source) => readSource(source),
  analyse: (document) => ({ document, claims: [], offices: [] }),
  process: () => [],
};
const folder = mkdtempSync(join(tmpdir(), "watch-"));
const path = join(folder, "l.sqlite");
const ledger = openLedger(path);
const controller = new AbortController();
let clock = Date.parse("2025-01-01T00:00:00Z");
let polls = 0;
const heap: number[] = [];
try {
  await watch(
    ["/a", "/b"].map((name) => ({ url: base + name, title: null, page: null, groups: [] })),
    ledger,
    reader,
    {
      once: false,
      signal: controller.signal,
      fetch: { allowAddress: (address) => address === "127.0.0.1", allowPort: () => true },
      now: () => clock,
      sleep: async (milliseconds) => {
        clock += milliseconds;
      },
      workers: 0,
      onPoll: () => {
        if (++polls % Math.ceil(POLLS / 10) === 0) {
          gc();
          heap.push(Math.round(process.memoryUsage().heapUsed / 100_000) / 10);
        }
        if (polls >= POLLS) controller.abort();
      },
    },
  );
  const days = Math.round((clock - Date.parse("2025-01-01T00:00:00Z")) / 86_400_000);
  const megabytes = Math.round(statSync(path).size / 1_000_000);
  process.stdout.write(
    `${JSON.stringify({ bench: "watch", polls, days, documents: ledger.health().documents, heapMB: heap, ledgerMB: megabytes })}\n`,
  );
} finally {
  ledger.close();
  rmSync(folder, { recursive: true });
  server.close();
}
