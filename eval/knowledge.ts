// Measures what the knowledge layer costs: node dist/eval/knowledge.js --gold FOLDER [--rounds N]
// Times are processor time, which other work on the machine does not lengthen. `load` is milliseconds from nothing to the first answer, `memory` resident MB of the process then (`base` before anything was loaded); phrases are those of the
// resolver's gold (actors, visits, titles with names). `first` is lookups a second of phrases never asked before, `uncached` of phrases asked again on another
// day, `lookups` of phrases asked again as running text does, context changing. `same` says that every repeated answer equals one from a fresh layer.
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { addDays } from "../src/model/index.ts";

const { values } = parseArgs({ options: { gold: { type: "string" }, rounds: { type: "string", default: "20" } } });
if (!values.gold) throw new Error("--gold FOLDER is needed");
const rounds = Number(values.rounds);
const resident = (): number => Math.round(process.memoryUsage().rss / 1e6);

/** Milliseconds of processor time so far. */
const spent = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

const base = resident();
const started = spent();
const { loadKnowledge } = await import("../src/knowledge/index.ts");
const knowledge = loadKnowledge();
knowledge.resolve("the Japanese prime minister", "2025-02-07");
const load = spent() - started;
const memory = resident();

interface Asked {
  readonly phrase: string;
  readonly on: string;
}
const lines = (path: string): readonly string[] =>
  readFileSync(path, "utf8")
    .split("\n")
    .filter((line) => line !== "" && line[0] !== "#");
const day = (text: unknown): string => (typeof text === "string" && /^\d{4}-\d{2}-\d{2}$/.test(text) ? text : "2022-06-15");
const asked: readonly Asked[] = [
  ...lines(join(values.gold, "events/ngec_actor_resolution.dev.jsonl")).map((line) => {
    const row = JSON.parse(line) as { readonly text: string; readonly query_date: string | null };
    return { phrase: row.text, on: day(row.query_date) };
  }),
  ...lines(join(values.gold, "visits/visits-dev.jsonl")).flatMap((line) => {
    const row = JSON.parse(line) as { readonly visitor: string; readonly country: string; readonly start: string };
    return [row.visitor, row.country].map((phrase) => ({ phrase, on: day(row.start) }));
  }),
  ...lines(resolve(import.meta.dirname, "../../eval/knowledge/office-mentions.tsv")).map((line) => {
    const [on, phrase] = line.split("\t") as [string, string];
    return { phrase, on };
  }),
].filter(({ phrase }) => typeof phrase === "string");

/** Persons and states that a text has met lately, as the language stage gives them; another set for each place in the text. */
const CONTEXTS: readonly (readonly string[])[] = [
  [],
  ["JPN"],
  ["person:shigeru-ishiba", "JPN"],
  ["USA", "person:joe-biden"],
  ["FRA", "DEU", "person:olaf-scholz"],
];

function perSecond(times: number, ask: (one: Asked, i: number, round: number) => void): number {
  const from = spent();
  for (let round = 0; round < times; round++) for (let i = 0; i < asked.length; i++) ask(asked[i]!, i, round);
  return Math.round((asked.length * times) / ((spent() - from) / 1000));
}

const first = perSecond(1, ({ phrase, on }) => knowledge.resolve(phrase, on));
const uncached = perSecond(rounds, ({ phrase, on }, _, round) => knowledge.resolve(phrase, addDays(on, round + 1)));
const context = (i: number, round: number): readonly string[] => CONTEXTS[(i + round) % CONTEXTS.length]!;
perSecond(CONTEXTS.length, ({ phrase, on }, i, round) => knowledge.resolve(phrase, on, context(i, round)));
const lookups = perSecond(rounds * 10, ({ phrase, on }, i, round) => knowledge.resolve(phrase, on, context(i, round)));
const fresh = loadKnowledge();
const same = asked.every(({ phrase, on }, i) =>
  CONTEXTS.every(
    (_, round) =>
      JSON.stringify(knowledge.resolve(phrase, on, context(i, round))) === JSON.stringify(fresh.resolve(phrase, on, context(i, round))),
  ),
);
process.stdout.write(
  `${JSON.stringify({ phrases: asked.length, load: Math.round(load), base, memory, first, uncached, lookups, same })}\n`,
);
