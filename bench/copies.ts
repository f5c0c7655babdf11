// Finding copies at size: node dist/bench/copies.js [--documents N] [--ledger FILE]
// N made texts of 80 to 1,000 words (default 20,000) are recorded one by one: a fifth are edited copies of an earlier text, a tenth carry a paragraph of one.
// Milliseconds are of the processor for recording one document (text, fingerprint, search for copies, index), over all and over the last tenth of N;
// `wall` is what a watch shows. Then the ledger is opened again: time until the next document is recorded, and whether it finds its story.
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openLedger } from "../src/ledger/index.ts";
import type { Document } from "../src/model/index.ts";

function option(name: string): string | null {
  const at = process.argv.indexOf(name);
  return at < 0 ? null : (process.argv[at + 1] ?? null);
}

const DOCUMENTS = Number(option("--documents") ?? 20_000);
const DAY = 86_400_000;
/** Texts an editor may copy from: those of the last days. */
const RECENT = 3000;
const AT = "2040-01-01T00:00:00Z";

let state = 7;
/** Numerical Recipes' generator. */
function random(): number {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return state / 2 ** 32;
}
const below = (n: number): number => Math.floor(random() * n);

const VOCABULARY = Array.from({ length: 60_000 }, (_, i) => `w${i.toString(36)}`);
/** A word with the frequency of its rank, as in a language (Zipf): a few words make half of a text. */
const word = (): string => VOCABULARY[Math.floor(VOCABULARY.length ** random()) - 1]!;

const sentence = (): string => `${Array.from({ length: 12 + below(20) }, word).join(" ")}.`;
const paragraph = (): string => Array.from({ length: 1 + below(3) }, sentence).join(" ");
/** Lines that every page of an outlet ends with. */
const FOOTERS = Array.from({ length: 40 }, paragraph);

type Paragraphs = readonly string[];

function fresh(): Paragraphs {
  const length = 80 + Math.floor(920 * random() ** 2);
  const paragraphs: string[] = [];
  for (let words = 0; words < length; ) {
    const next = paragraph();
    paragraphs.push(next);
    words += next.split(" ").length;
  }
  return random() < 0.3 ? [...paragraphs, FOOTERS[below(FOOTERS.length)]!] : paragraphs;
}

/** An editor's copy: cut at the end, one paragraph moved, one added, a word in ten changed. */
function edited(original: Paragraphs): Paragraphs {
  const kept = original.slice(0, Math.max(1, Math.ceil(original.length * (0.5 + random() / 2))));
  const [moved, ...rest] = kept;
  return [...rest, moved!, paragraph()].map((text) =>
    text
      .split(" ")
      .map((one) => (random() < 0.1 ? word() : one))
      .join(" "),
  );
}

const recent: Paragraphs[] = [];

function made(n: number): Document {
  const source = recent.length > 0 ? recent[below(recent.length)]! : null;
  const kind = random();
  let paragraphs: Paragraphs;
  if (source && kind < 0.2) paragraphs = edited(source);
  else if (source && kind < 0.3) paragraphs = [...fresh(), source[below(source.length)]!];
  else {
    paragraphs = fresh();
    recent[recent.length < RECENT ? recent.length : below(RECENT)] = paragraphs;
  }
  return {
    id: `sha256:${n.toString(16).padStart(64, "0")}`,
    file: "made",
    url: `https://site${n % 5000}.example/${n}`,
    site: `Site ${n % 5000}`,
    title: null,
    author: null,
    published: { value: new Date(Date.UTC(2030, 0, 1) + Math.floor(n / 1000) * DAY).toISOString(), precision: "minute", source: "made" },
    modified: null,
    language: "en",
    kind: "news",
    text: paragraphs.join("\n\n"),
    removals: [],
    problems: [],
  };
}

const folder = mkdtempSync(join(tmpdir(), "bench-"));
const path = option("--ledger") ?? join(folder, "ledger.sqlite");
const round = (value: number): number => Math.round(value * 1000) / 1000;

/** Documents between two readings of the processor's clock; the clock itself costs as much as a small document. */
const BLOCK = 500;

let ledger = openLedger(path);
const wall = new Float64Array(DOCUMENTS);
let [processor, lastTenth, memory] = [0, 0, 0];
for (let from = 0; from < DOCUMENTS; from += BLOCK) {
  const block = Array.from({ length: Math.min(BLOCK, DOCUMENTS - from) }, (_, i) => made(from + i));
  const before = process.cpuUsage();
  block.forEach((document, i) => {
    const started = performance.now();
    ledger.record(document, [], AT);
    wall[from + i] = performance.now() - started;
  });
  const { user, system } = process.cpuUsage(before);
  processor += (user + system) / 1000;
  if (from >= DOCUMENTS * 0.9) lastTenth += (user + system) / 1000;
  memory = Math.max(memory, process.memoryUsage().rss);
  const done = from + block.length;
  if (done % 50_000 === 0) console.error(`${done}: ${round(processor / done)} ms, ${Math.round(memory / 1e6)} MB`);
}
ledger.close();

// A copy of a text of the beginning, under a new address, after a restart.
const copy = { ...made(DOCUMENTS), text: edited(recent[0]!).join("\n\n") };
const opened = performance.now();
ledger = openLedger(path);
ledger.record(copy, [], AT);
const restart = performance.now() - opened;
ledger.close();
wall.sort();
const at = (share: number): number => round(wall[Math.floor(share * (DOCUMENTS - 1))]!);
console.log(
  JSON.stringify({
    bench: "copies",
    documents: DOCUMENTS,
    milliseconds: { mean: round(processor / DOCUMENTS), lastTenth: round(lastTenth / Math.ceil(DOCUMENTS / 10)) },
    wall: { median: at(0.5), p99: at(0.99), max: at(1) },
    megabytes: Math.round(memory / 1e6),
    kilobytesPerDocument: round(statSync(path).size / 1000 / DOCUMENTS),
    restartMilliseconds: Math.round(restart),
  }),
);
rmSync(folder, { recursive: true });
