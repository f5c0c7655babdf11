// Kills an import at random moments: node dist/eval/crash.js [--documents N] [--kills N] [--seed N]
// The real pipeline on made texts, in a process of its own that tells of each document when it is recorded. Counts imports after which something finished was lost, something was half recorded, or adding again did not complete.
import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { openLedger } from "../src/ledger/index.ts";
import { createPipeline, ingest } from "../src/pipeline/index.ts";

function option(name: string, otherwise: number): number {
  const at = process.argv.indexOf(name);
  return at < 0 ? otherwise : Number(process.argv[at + 1]);
}

const DOCUMENTS = option("--documents", 200);
const KILLS = option("--kills", 10);

let state = option("--seed", 20_250_207);
/** Numerical Recipes' generator: the same moments for the same seed. */
function random(): number {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return state / 2 ** 32;
}
const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;

const PAIRS = [
  ["Norway", "Chile"],
  ["Kenya", "Portugal"],
  ["Canada", "Vietnam"],
  ["Poland", "Peru"],
] as const;
const TOPICS = ["wheat exports", "fishing quotas", "solar power", "student visas", "rail freight"];

/** A short news text that makes a handful of claims. */
function page(n: number): string {
  const [a, b] = pick(PAIRS);
  const topic = pick(TOPICS);
  const share = 10 + Math.floor(random() * 80);
  return [
    `---\ntitle: ${a} and ${b} talk about ${topic}, report ${n}\ndate: 2024-0${1 + (n % 9)}-1${n % 10}\n---\n`,
    `The foreign ministers of ${a} and ${b} will meet in Geneva on Friday to discuss ${topic}, the government of ${a} said in statement number ${n}.`,
    `${b} wants ${a} to raise the share to ${share} percent. ${a} has offered ${Math.floor(share / 2)} percent.`,
    `“We are not far apart,” an official said. ${a} promised to send a delegation by 30 June.`,
  ].join("\n\n");
}

/** Runs the import, killed `wait` milliseconds after it has told of `after` documents; counts the documents it told of. */
function add(folder: string, ledger: string, after = Number.POSITIVE_INFINITY, wait = 0): Promise<number> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [fileURLToPath(import.meta.url), "--import", folder, ledger], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    let finished = 0;
    child.stdout.on("data", (chunk: Buffer) => {
      finished += String(chunk).split("\n").length - 1;
      if (finished >= after) setTimeout(() => child.kill("SIGKILL"), wait);
    });
    child.on("error", fail);
    child.on("close", () => done(finished));
  });
}

/** What a ledger holds, as one text: without the time of recording. */
function contents(path: string): string {
  const ledger = openLedger(path, { create: false });
  const documents = ledger.documents({ asOf: null }).map(({ document }) => document);
  const all = JSON.stringify([documents, ledger.claims({ asOf: null })]);
  ledger.close();
  return all;
}

const IMPORT = process.argv.indexOf("--import");
if (IMPORT > 0) {
  const [pages, path] = process.argv.slice(IMPORT + 1) as [string, string];
  const ledger = openLedger(path);
  await ingest([pages], ledger, createPipeline(), {
    now: () => new Date().toISOString(),
    onProgress: () => void process.stdout.write(".\n"),
  });
  ledger.close();
  process.exit(0);
}

const folder = mkdtempSync(join(tmpdir(), "crash-"));
const pages = join(folder, "pages");
mkdirSync(pages);
for (let n = 0; n < DOCUMENTS; n++) writeFileSync(join(pages, `${String(n).padStart(4, "0")}.md`), page(n));
await add(pages, join(folder, "whole.sqlite"));
const expected = contents(join(folder, "whole.sqlite"));

const held = (JSON.parse(expected) as readonly [readonly unknown[], readonly unknown[]]).map((list) => list.length);
if (held[0] !== DOCUMENTS) throw new Error(`an undisturbed import recorded ${held[0]} of ${DOCUMENTS} documents`);

const result = { lost: 0, torn: 0, incomplete: 0, killed: [] as number[] };
for (let round = 0; round < KILLS; round++) {
  const path = join(folder, `round-${round}.sqlite`);
  const finished = await add(pages, path, 1 + Math.floor(random() * (DOCUMENTS - 2)), Math.floor(random() * 20));
  const ledger = openLedger(path);
  const { documents, integrity } = ledger.health();
  ledger.close();
  result.killed.push(documents);
  if (documents < finished) result.lost++;
  if (integrity !== "ok") result.torn++;
  await add(pages, path);
  if (contents(path) !== expected) result.incomplete++;
}
rmSync(folder, { recursive: true });
const passed = result.lost + result.torn + result.incomplete === 0;
console.log(JSON.stringify({ measure: "crash", documents: DOCUMENTS, kills: KILLS, claims: held[1], ...result }));
process.exitCode = passed ? 0 : 1;
