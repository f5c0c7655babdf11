// Whether confidence means what it says: node dist/eval/reliability.js --gold DIR
// DIR is gold/claims. Each document's claims get their confidence from the other documents alone (as eval/claims.ts --calibrate would set it), so
// that no claim is judged by itself. Prints, by tenths of confidence, how many claims have it, its mean and the share that is right; the expected
// calibration error (mean distance of the two, weighed by claims); the Brier score; and the share right of the claims given .9 and more.
// Half-right claims (the gold's partial credit) count half. Kinds that the fold has not seen would need an answer too: the mean of all.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { confidenceOf, extract } from "../src/extraction/index.ts";
import { loadKnowledge } from "../src/knowledge/index.ts";
import { createLanguage } from "../src/language/index.ts";
import { calibrate, confidenceBy, type Scored } from "./calibration.ts";
import { type GoldClaim, type GoldFile, KINDS, PLURAL, pair } from "./claims-match.ts";
import { documentOf } from "./gold/claims.ts";

const { values: options } = parseArgs({ options: { gold: { type: "string" } } });
if (options.gold === undefined) {
  console.error("usage: node dist/eval/reliability.js --gold DIR");
  process.exit(2);
}

const knowledge = loadKnowledge();
const language = createLanguage(knowledge);
interface Judged extends Scored {
  /** What the shipped confidence of the claim is of that of its rule: below 1 where a role was filled by a fallback. */
  readonly discount: number;
}
const documents: (readonly Judged[])[] = readdirSync(options.gold)
  .filter((f) => f.endsWith(".json"))
  .sort()
  .map((file) => {
    const gold = JSON.parse(readFileSync(join(options.gold!, file), "utf8")) as GoldFile;
    const document = documentOf(gold);
    const { claims } = extract(language.annotate(document), knowledge);
    return KINDS.flatMap((kind) => {
      const found = claims.filter((c) => c.kind === kind);
      const { credits } = pair(kind, (gold[PLURAL[kind]] ?? []) as readonly GoldClaim[], found, document.text);
      return found.map((c) => ({
        kind,
        rule: c.rule,
        credit: credits.get(c.id) ?? 0,
        discount: c.confidence / confidenceOf(c.rule, false),
      }));
    });
  });

const judged = documents.flatMap((own, i) => {
  const calibration = calibrate(documents.filter((_, k) => k !== i).flat());
  return own.map((c) => ({ confidence: confidenceBy(calibration, c.kind, c.rule) * c.discount, right: c.credit }));
});
const TENTHS = 10;
const mean = (list: readonly number[]) => list.reduce((s, x) => s + x, 0) / Math.max(1, list.length);
const round = (x: number) => Math.round(x * 1000) / 1000;
const summary = (list: typeof judged) => ({
  claims: list.length,
  confidence: round(mean(list.map((c) => c.confidence))),
  right: round(mean(list.map((c) => c.right))),
});
const bins = Array.from({ length: TENTHS }, (_, i) => ({
  from: i / TENTHS,
  list: judged.filter((c) => Math.min(TENTHS - 1, Math.floor(c.confidence * TENTHS)) === i),
})).filter(({ list }) => list.length > 0);
const error = bins.reduce(
  (s, { list }) => s + list.length * Math.abs(mean(list.map((c) => c.confidence)) - mean(list.map((c) => c.right))),
  0,
);
console.log(
  JSON.stringify({
    documents: documents.length,
    claims: judged.length,
    calibrationError: round(error / Math.max(1, judged.length)),
    brier: round(mean(judged.map((c) => (c.confidence - c.right) ** 2))),
    sure: summary(judged.filter((c) => c.confidence >= 0.9)),
    bins: bins.map(({ from, list }) => ({ from, ...summary(list) })),
  }),
);
