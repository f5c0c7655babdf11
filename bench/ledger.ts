// Recording and asking at size: node dist/bench/ledger.js [--documents N] [--share F]
// Times are of the processor, so that other work on the machine does not count; perSecondWall is what a watch shows.
// N made documents of 600 words and 40 claims (default 5000), a share F of them (default 0.1) about one pair of states. No text is analysed.
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openLedger, type Scope } from "../src/ledger/index.ts";
import type { ActorRef, Claim, Document, FigureClaim } from "../src/model/index.ts";

function option(name: string, otherwise: number): number {
  const at = process.argv.indexOf(name);
  return at < 0 ? otherwise : Number(process.argv[at + 1]);
}

const DOCUMENTS = option("--documents", 5000);
const SHARE = option("--share", 0.1);
const WORDS = 600;
const CLAIMS = 40;

let seed = 1;
/** Numerical Recipes' generator. */
function random(): number {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
  return seed / 2 ** 32;
}
const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;

const vocabulary = Array.from({ length: 20_000 }, (_, i) => `w${i.toString(36)}`);
const states = [
  "JPN",
  "USA",
  "FRA",
  "IND",
  "DEU",
  "BRA",
  "GBR",
  "CHN",
  "KOR",
  "EGY",
  "TUR",
  "MEX",
  "CAN",
  "AUS",
  "ITA",
  "ESP",
  "POL",
  "UKR",
];
const issues = [
  "defence-spending",
  "trade-tariffs",
  "energy",
  "investment",
  "migration-refugees",
  "arms-transfers",
  "semiconductors",
  "climate",
];
const roles: readonly FigureClaim["role"][] = ["demand", "target", "offer", "actual", "pledge"];
const actor = (id: string): ActorRef => ({ id, name: id, state: id });

function textOf(): string {
  // Squared: some words are frequent, as in a language.
  const words = Array.from({ length: WORDS }, () => vocabulary[Math.floor(random() ** 2 * vocabulary.length)]!);
  return words.map((word, i) => word + (i % 100 === 99 ? ".\n\n" : i % 20 === 19 ? ". " : " ")).join("");
}

function claimOf(n: number, k: number, text: string, day: string, sides: readonly [ActorRef, ActorRef]): Claim {
  const start = text.indexOf(" ", Math.floor(random() * (text.length / 2))) + 1;
  const quote = text.slice(start, start + 80);
  const words = (count: number) => Array.from({ length: count }, () => pick(vocabulary)).join(" ");
  const [a, b] = sides;
  const base = {
    id: `${n.toString(16).padStart(8, "0")}-${k.toString(16).padStart(4, "0")}`,
    modality: "asserted" as const,
    attribution: null,
    confidence: 0.9,
    rule: "bench/made",
    evidence: [{ start, end: start + quote.length, quote }],
    issue: pick(issues),
  };
  if (k < 2) {
    const rest = { place: pick(["Castle", "City", null]), start: day, end: null, dateText: null, ordinal: null };
    return { ...base, ...rest, kind: "meeting", participants: [a, b], status: "planned", format: "in-person" };
  }
  if (k < 8) {
    const rest = { high: null, qualifier: null, toward: [], year: null, base: null, text: "x" };
    const value = Math.round(random() * 100);
    const unit = pick(["%", "USD", "%GDP", "visas", "troops"]);
    return { ...base, ...rest, kind: "figure", value, unit, measure: words(2), whose: pick(sides), holder: pick(sides), role: pick(roles) };
  }
  if (k < 12) return { ...base, kind: "commitment", by: [a], to: [b], action: words(6), amount: null, deadline: null, status: "pledged" };
  const stance = pick(["seeks", "denies", "demands"] as const);
  return { ...base, kind: "position", holder: a, stance, polarity: 1, about: words(5), toward: [b], strength: null };
}

function made(n: number): { readonly document: Document; readonly claims: readonly Claim[] } {
  const text = textOf();
  const day = new Date(Date.UTC(2025, 0, 1) + Math.floor(random() * 500) * 86_400_000).toISOString();
  const sides = random() < SHARE ? (["JPN", "USA"] as const) : ([pick(states), pick(states)] as const);
  const actors = [actor(sides[0]), actor(sides[1])] as const;
  const document: Document = {
    id: `sha256:${n.toString(16).padStart(64, "0")}`,
    file: "made",
    url: `https://site${n % 50}.example/${n}`,
    site: `Site ${n % 50}`,
    title: null,
    author: null,
    published: { value: day, precision: "minute", source: "made" },
    modified: null,
    language: "en",
    kind: "news",
    text,
    removals: [],
    problems: [],
  };
  return { document, claims: Array.from({ length: CLAIMS }, (_, k) => claimOf(n, k, text, day.slice(0, 10), actors)) };
}

const folder = mkdtempSync(join(tmpdir(), "bench-"));
const path = join(folder, "ledger.sqlite");
const all = Array.from({ length: DOCUMENTS }, (_, n) => made(n));
const writer = openLedger(path);
/** Milliseconds of processor time that `work` takes. */
function cost(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
const started = performance.now();
const recording = cost(() => {
  for (const { document, claims } of all) writer.record(document, claims, "2030-01-01T00:00:00Z");
});
const perSecondWall = Math.round(DOCUMENTS / ((performance.now() - started) / 1000));
const perSecond = Math.round(DOCUMENTS / (recording / 1000));
writer.close();

const ledger = openLedger(path);
const scope: Scope = { asOf: null, states: ["JPN", "USA"] };
const milliseconds: Record<string, number> = {};
for (const question of ["sources", "meetings", "gaps", "contradictions", "changes", "commitments", "claims", "documents"] as const) {
  milliseconds[question] = Math.round(cost(() => ledger[question](scope)));
}
const counts = { inScope: ledger.documents(scope).length, claimsInScope: ledger.claims(scope).length };
ledger.close();
const kilobytes = Math.round(statSync(path).size / 1000 / DOCUMENTS);
rmSync(folder, { recursive: true });
console.log(
  JSON.stringify({
    bench: "ledger",
    documents: DOCUMENTS,
    perSecond,
    perSecondWall,
    kilobytesPerDocument: kilobytes,
    ...counts,
    milliseconds,
  }),
);
