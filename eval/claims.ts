// Scores extraction against documents with all their claims annotated.
// node dist/eval/claims.js --gold DIR [--sample N] [--list KIND] [--out DIR] [--calibrate FILE]
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { extract } from "../src/extraction/index.ts";
import { loadKnowledge } from "../src/knowledge/index.ts";
import { createLanguage } from "../src/language/index.ts";
import { type Claim, type ClaimKind, holds, toWire } from "../src/model/index.ts";
import { calibrate, type Scored, tableOf } from "./calibration.ts";
import { type GoldClaim, type GoldFile, KINDS, PLURAL, pair } from "./claims-match.ts";
import { documentOf } from "./gold/claims.ts";

const { values: options } = parseArgs({
  options: {
    gold: { type: "string" },
    sample: { type: "string" },
    list: { type: "string" },
    out: { type: "string" },
    calibrate: { type: "string" },
  },
});
if (options.gold === undefined) {
  console.error("usage: node dist/eval/claims.js --gold DIR [--sample N] [--list KIND] [--out DIR] [--calibrate FILE]");
  process.exit(2);
}

interface Total {
  gold: number;
  predicted: number;
  credit: number;
  readonly details: Map<string, { ok: number; of: number }>;
}
const totals = new Map<ClaimKind, Total>(KINDS.map((k) => [k, { gold: 0, predicted: 0, credit: 0, details: new Map() }]));
const rules = new Map<string, { n: number; credit: number }>();
const scored: Scored[] = [];
let brokenEvidence = 0;
let words = 0;
let seconds = 0;

const knowledge = loadKnowledge();
const language = createLanguage(knowledge);
const files = readdirSync(options.gold)
  .filter((f) => f.endsWith(".json"))
  .sort()
  .slice(0, options.sample === undefined ? undefined : Number(options.sample));

const show = (fields: object) =>
  Object.entries(fields)
    .filter(
      ([k, v]) =>
        v !== null &&
        !(Array.isArray(v) && v.length === 0) &&
        !/^(?:id|kind|evidence|attribution|polarity|confidence|quad|goldstein|cameo|context|strength|qualifier|high)$/.test(k),
    )
    .map(
      ([k, v]) =>
        `${k}=${Array.isArray(v) ? v.map((x) => x?.id ?? x).join("+") : (v?.id ?? (typeof v === "object" ? JSON.stringify(v) : v))}`,
    )
    .join(" ");

for (const file of files) {
  const gold = JSON.parse(readFileSync(join(options.gold, file), "utf8")) as GoldFile;
  const document = documentOf(gold);
  const annotated = language.annotate(document);
  const started = process.hrtime.bigint();
  const { claims, problems } = extract(annotated, knowledge);
  seconds += Number(process.hrtime.bigint() - started) / 1e9;
  words += document.text.split(/\s+/).length;
  for (const p of problems) console.error(file, p.message);
  for (const claim of claims) for (const e of claim.evidence) if (!holds(document.text, e)) brokenEvidence++;
  if (options.out !== undefined) {
    mkdirSync(options.out, { recursive: true });
    writeFileSync(join(options.out, file), JSON.stringify(toWire(document, claims)));
  }
  for (const kind of KINDS) {
    const wanted = (gold[PLURAL[kind]] ?? []) as readonly GoldClaim[];
    const found: readonly Claim[] = claims.filter((c) => c.kind === kind);
    const result = pair(kind, wanted, found, document.text);
    const t = totals.get(kind)!;
    t.gold += wanted.length;
    t.predicted += found.length;
    t.credit += result.credit;
    for (const [name, ok] of result.details) {
      const d = t.details.get(name) ?? { ok: 0, of: 0 };
      t.details.set(name, { ok: d.ok + (ok ? 1 : 0), of: d.of + 1 });
    }
    for (const c of found) {
      scored.push({ kind, rule: c.rule, credit: result.credits.get(c.id) ?? 0 });
      const r = rules.get(c.rule) ?? { n: 0, credit: 0 };
      rules.set(c.rule, { n: r.n + 1, credit: r.credit + (result.credits.get(c.id) ?? 0) });
    }
    if (options.list === kind || options.list === "all") {
      console.error(`== ${file}`);
      for (const c of found) {
        const credit = result.credits.get(c.id) ?? 0;
        const partner = credit > 0 && credit < 1 ? ` | GOLD ${show(result.partners.get(c.id) ?? {})}` : "";
        console.error(`  ${credit.toFixed(1)} ${show(c)}${partner} << ${c.evidence.map((e) => e.quote).join(" || ")}`);
      }
      for (const g of result.missed) console.error(`  MISSED ${show(g)} << ${(g.evidence ?? []).join(" || ")}`);
    }
  }
}

const round = (x: number) => Math.round(x * 1000) / 1000;
const rows = KINDS.map((kind) => {
  const t = totals.get(kind)!;
  const p = t.predicted > 0 ? t.credit / t.predicted : 0;
  const r = t.gold > 0 ? t.credit / t.gold : 0;
  const detail = Object.fromEntries([...t.details].map(([k, d]) => [k, round(d.ok / d.of)]));
  return { kind, gold: t.gold, predicted: t.predicted, p: round(p), r: round(r), f1: round(p + r > 0 ? (2 * p * r) / (p + r) : 0), detail };
});
/** Kinds with fewer gold claims than this do not count towards the mean. */
const MIN_GOLD = 10;
const asked = rows.filter((r) => r.gold >= MIN_GOLD);
const macroF1 = round(asked.reduce((s, r) => s + r.f1, 0) / Math.max(1, asked.length));
if (options.list !== undefined) {
  for (const [rule, { n, credit }] of [...rules].sort())
    console.error(`${rule.padEnd(28)} ${String(n).padStart(4)}  ${(credit / n).toFixed(2)}`);
}
if (options.calibrate !== undefined) {
  writeFileSync(options.calibrate, tableOf(calibrate(scored), files.length));
}
console.log(
  JSON.stringify({
    macroF1,
    brokenEvidence,
    documents: files.length,
    wordsPerSecond: Math.round(words / Math.max(seconds, 1e-9)),
    kinds: rows,
  }),
);
