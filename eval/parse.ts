// Measures the parser on a UD treebank with gold tokens: LAS (universal and full labels), UAS, UPOS, XPOS, lemmas.
// node dist/eval/parse.js --gold DIR|FILE.conllu… [--sample N sentences] [--case title|upper|lower] [--models DIR]
import { readdirSync, readFileSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { parseArgs } from "node:util";
import { type Engine, loadEngine } from "../src/language/engine/index.ts";

interface GoldSentence {
  readonly forms: readonly string[];
  readonly lemmas: readonly string[];
  readonly upos: readonly string[];
  readonly xpos: readonly string[];
  readonly heads: readonly number[];
  readonly deprels: readonly string[];
}

/** Sentences of a CoNLL-U file; multiword ranges and empty nodes are left out. */
function readSentences(path: string): GoldSentence[] {
  return readFileSync(path, "utf8")
    .split(/\n\s*\n/)
    .map((block) =>
      block
        .split("\n")
        .map((line) => line.split("\t"))
        .filter((c) => /^\d+$/.test(c[0]!)),
    )
    .filter((rows) => rows.length > 0)
    .map((rows) => {
      const column = (k: number): string[] => rows.map((c) => c[k]!);
      return {
        forms: column(1),
        lemmas: column(2),
        upos: column(3),
        xpos: column(4),
        heads: column(6).map(Number),
        deprels: column(7),
      };
    });
}

/** The forms in another casing, to see what headlines and capitals cost; lemmas are then not comparable. */
const CASINGS: Readonly<Record<string, (form: string) => string>> = {
  title: (form) => form.slice(0, 1).toUpperCase() + form.slice(1),
  upper: (form) => form.toUpperCase(),
  lower: (form) => form.toLowerCase(),
};

const universal = (label: string): string => label.replace(/:.*/, "");

function measure(engine: Engine, gold: readonly GoldSentence[], recase: (form: string) => string): Record<string, number> {
  const right = { las: 0, lasFull: 0, uas: 0, upos: 0, xpos: 0, lemmas: 0 };
  let tokens = 0;
  const start = process.cpuUsage();
  const found = engine.annotate(gold.map((s) => s.forms.map(recase)));
  const used = process.cpuUsage(start);
  gold.forEach((g, k) => {
    const f = found[k]!;
    tokens += g.forms.length;
    g.forms.forEach((_, i) => {
      if (f.upos[i] === g.upos[i]) right.upos++;
      if (f.xpos[i] === g.xpos[i]) right.xpos++;
      if (f.lemmas[i] === g.lemmas[i]) right.lemmas++;
      if (f.heads[i] !== g.heads[i]) return;
      right.uas++;
      if (universal(f.deprels[i]!) === universal(g.deprels[i]!)) right.las++;
      if (f.deprels[i] === g.deprels[i]) right.lasFull++;
    });
  });
  const share = (n: number): number => Math.round((10_000 * n) / tokens) / 10_000;
  const figures = Object.fromEntries(Object.entries(right).map(([k, n]) => [k, share(n)]));
  return { ...figures, sentences: gold.length, tokens, wordsPerSecond: Math.round((tokens * 1e6) / (used.user + used.system)) };
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { gold: { type: "string" }, sample: { type: "string" }, case: { type: "string" }, models: { type: "string" } },
});
const paths = [...(values.gold === undefined ? [] : [values.gold]), ...positionals].flatMap((path) =>
  statSync(path).isDirectory()
    ? readdirSync(path)
        .filter((name) => name.endsWith("-test.conllu"))
        .sort()
        .map((name) => join(path, name))
    : [path],
);
if (paths.length === 0) throw new Error("Give a treebank with --gold PATH");
const recase = values.case === undefined ? (form: string): string => form : CASINGS[values.case];
if (!recase) throw new Error(`Unknown casing ${values.case}; known: ${Object.keys(CASINGS).join(", ")}`);
const engine = loadEngine(values.models);
const result: Record<string, unknown> = { engine: engine.id };
for (const path of paths) {
  const gold = readSentences(path);
  const sample = values.sample === undefined ? gold : gold.slice(0, Number(values.sample));
  result[basename(path, ".conllu")] = measure(engine, sample, recase);
}
process.stdout.write(`${JSON.stringify(result)}\n`);
