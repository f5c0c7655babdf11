// The quality gate: runs every measure of floors.json and fails when one falls below its floor.
// node dist/eval/gate.js [--only NAME] [--pin] [--allow-lower]
// --pin writes today's figures (less the row's slack) as floors where they are higher; lowering a floor needs --allow-lower as well.
import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { promisify } from "node:util";

interface Row {
  /** `claims.macroF1`: the measure's file under eval/, and the path of the figure in the JSON it prints. */
  readonly figure: string;
  /** Path of the gold below the shared folder; of our own sentences, `eval/…` of the project. */
  readonly gold: string;
  readonly args?: readonly string[];
  /** At least this; or at most, where `atMost` is set. */
  floor: number;
  readonly atMost?: boolean;
  /** Noise of the measure: how far below today's figure --pin puts the floor. */
  readonly slack?: number;
  /** SHA-256 (first 12 characters) of the gold's names and sizes when the floor was pinned. */
  corpus?: string;
}

const ROOT = resolve(import.meta.dirname, "../..");
const SHARED = resolve(process.env.SCENESETTER_SHARED ?? join(ROOT, "../shared"));
const FLOORS = join(ROOT, "eval/floors.json");
const flag = (name: string): boolean => process.argv.includes(name);
const only = flag("--only") ? process.argv[process.argv.indexOf("--only") + 1] : undefined;

/** Names and sizes of all files below `path`, hashed: tells that a floor was pinned on other data. */
function corpusHash(path: string): string {
  const hash = createHash("sha256");
  const visit = (at: string): void => {
    const stat = statSync(at);
    if (stat.isDirectory()) for (const name of readdirSync(at).sort()) visit(join(at, name));
    else hash.update(`${at.slice(path.length)}\0${stat.size}\n`);
  };
  visit(path);
  return hash.digest("hex").slice(0, 12);
}

/** The number at a dotted path in parsed JSON; NaN where there is none. */
function at(value: unknown, path: readonly string[]): number {
  const found = path.reduce<unknown>(
    (v, key) => (typeof v === "object" && v !== null ? (v as Record<string, unknown>)[key] : undefined),
    value,
  );
  return typeof found === "number" ? found : Number.NaN;
}

const run = promisify(execFile);
/** Output of one measure; measures that several rows share run once. */
const outputs = new Map<string, Promise<unknown>>();
function measure(name: string, args: readonly string[]): Promise<unknown> {
  const key = JSON.stringify([name, args]);
  const known = outputs.get(key);
  if (known) return known;
  const output = run(process.execPath, [join(ROOT, "dist/eval", `${name}.js`), ...args], { maxBuffer: 1 << 28 }).then(
    ({ stdout }) => JSON.parse(stdout.trim().split("\n").at(-1)!) as unknown,
  );
  outputs.set(key, output);
  return output;
}

if (!existsSync(SHARED)) {
  console.log(`gate skipped: no gold data at ${SHARED} (set SCENESETTER_SHARED)`);
  process.exit(0);
}

const rows = JSON.parse(readFileSync(FLOORS, "utf8")) as Row[];
let failed = 0;
for (const row of rows) {
  const [name, ...path] = row.figure.split(".");
  if (only && name !== only) continue;
  const gold = join(row.gold.startsWith("eval/") ? ROOT : SHARED, row.gold);
  if (!existsSync(gold)) {
    console.log(`skip ${row.figure}: no ${row.gold}`);
    continue;
  }
  const value = at(await measure(name!, ["--gold", gold, ...(row.args ?? [])]), path);
  const corpus = corpusHash(gold);
  if (flag("--pin") && !Number.isNaN(value)) {
    const slack = row.slack ?? 0;
    const next = Math.round((row.atMost ? value + slack : value - slack) * 1000) / 1000;
    if (row.atMost ? next < row.floor : next > row.floor || flag("--allow-lower")) row.floor = next;
    row.corpus = corpus;
  }
  const holds = row.atMost ? value <= row.floor : value >= row.floor;
  if (!holds) failed++;
  const changed = row.corpus !== undefined && row.corpus !== corpus ? " (other data than when it was pinned)" : "";
  console.log(
    `${holds ? "ok  " : "FAIL"} ${row.figure} ${Number.isNaN(value) ? "missing" : value.toFixed(3)} ${row.atMost ? "≤" : "≥"} ${row.floor}${changed}`,
  );
}
if (flag("--pin")) writeFileSync(FLOORS, `${JSON.stringify(rows, null, 2)}\n`);
console.log(JSON.stringify({ measures: rows.length, failed }));
process.exitCode = failed > 0 ? 1 : 0;
