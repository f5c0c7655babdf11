// Run by crash.test.ts: imports a folder into a ledger with a made-up analysis of many claims, telling of each document when it is finished.
import { createHash } from "node:crypto";
import { openLedger } from "../../dist/src/ledger/index.js";
import { ingest } from "../../dist/src/pipeline/index.js";
import { readSource } from "../../dist/src/reader/index.js";

const [folder, path] = process.argv.slice(2);
const state = { id: "NOR", name: "Norway", state: "NOR" };

/** One claim a word: enough rows that a transaction takes a while. */
function analyse(document) {
  const claims = [...document.text.matchAll(/\w+/g)].map(({ 0: quote, index: start }) => ({
    id: createHash("sha256").update(`${document.id} ${start}`).digest("hex"),
    kind: "position",
    modality: "asserted",
    attribution: null,
    confidence: 1,
    rule: "position/test",
    evidence: [{ start, end: start + quote.length, quote }],
    holder: state,
    stance: "seeks",
    polarity: 1,
    issue: "energy",
    about: quote,
    toward: [],
    strength: null,
  }));
  return { document, claims };
}

const ledger = openLedger(path);
const pipeline = { read: (source) => readSource(source), analyse };
await ingest([folder], ledger, pipeline, {
  workers: 0,
  now: () => "2031-01-01T00:00:00Z",
  onProgress: (done, total) => process.stdout.write(`${done}/${total}\n`),
});
ledger.close();
process.stdout.write("complete\n");
