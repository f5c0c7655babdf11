// Who did something to whom, by country, from raw text: node dist/eval/dyads.js --gold DIR [--file NAME] [--list]
// DIR is gold/events. Records of petrarch_unit_tests.dev.jsonl (or another file) against extracted events, PETRARCH's actor list loaded as a
// layer of the knowledge. Prints F1 of country pairs and how many of the records without an event are left empty. --list tells the misses.
import { join } from "node:path";
import { parseArgs } from "node:util";
import { extract } from "../src/extraction/index.ts";
import { createLanguage } from "../src/language/index.ts";
import { principal } from "../src/model/index.ts";
import { readDyads, withActors } from "./gold/petrarch.ts";
import { newsOf } from "./gold/plv.ts";

const { values: options } = parseArgs({
  options: {
    gold: { type: "string" },
    file: { type: "string", default: "petrarch_unit_tests.dev.jsonl" },
    list: { type: "boolean", default: false },
  },
});
if (options.gold === undefined) {
  console.error("usage: node dist/eval/dyads.js --gold DIR [--file NAME] [--list]");
  process.exit(2);
}

const { knowledge, alias } = withActors(join(options.gold, "petrarch-validate/PETR.Validate.actors.txt"));
const language = createLanguage(knowledge);
/** An event that has no direction stands for the one the record has, or for both. */
function directions(source: string, target: string, type: string, pairs: readonly string[]): string[] {
  const both = [`${source}>${target}`, `${target}>${source}`];
  const known = both.filter((p) => pairs.includes(p));
  return /^(?:CONSULT|AGREE|COOPERATE)$/.test(type) && known.length > 0 ? known : both.slice(0, 1);
}

let [gold, predicted, right, empty, kept] = [0, 0, 0, 0, 0];
for (const record of readDyads(join(options.gold, options.file), alias)) {
  const { claims } = extract(language.annotate(newsOf(record.id, record.text, record.day)), knowledge);
  const events = claims.filter((c) => c.kind === "event");
  const found = [...new Set(events.flatMap((e) => directions(principal(e.source), principal(e.target), e.plover, record.pairs)))];
  if (record.empty) {
    empty++;
    if (found.length === 0) kept++;
  }
  const hits = found.filter((p) => record.pairs.includes(p)).length;
  gold += record.pairs.length;
  predicted += found.length;
  right += hits;
  if (options.list && (hits < found.length || hits < record.pairs.length))
    console.error(
      `${record.id} gold ${record.pairs.join(" ") || "none"} | found ${events.map((e) => `${principal(e.source)}>${principal(e.target)} ${e.rule}`).join(" ") || "none"} | ${record.text}`,
    );
}
const round = (x: number) => Math.round(x * 1000) / 1000;
const p = right / Math.max(1, predicted);
const r = right / Math.max(1, gold);
console.log(
  JSON.stringify({
    gold,
    predicted,
    p: round(p),
    r: round(r),
    f1: round(p + r > 0 ? (2 * p * r) / (p + r) : 0),
    noEvent: { records: empty, leftEmpty: kept },
  }),
);
