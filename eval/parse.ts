// Measures the parser on a UD treebank with gold tokens: LAS (universal and full labels), UAS, UPOS, XPOS, lemmas.
// node dist/eval/parse.js --gold DIR|FILE.conllu… [--sample N sentences] [--case title|upper|lower] [--models DIR] [--raw]
// --raw measures whole documents twice instead (--sample counts documents): `las` with gold tokens and sentences, `rawLas` from the raw
// text as in the CoNLL 2018 shared task (F1 over words with the same span, whose heads have the same span too), and what is lost.
import { readdirSync, readFileSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { parseArgs } from "node:util";
import { type Engine, loadEngine } from "../src/language/engine/index.ts";
import { parse } from "../src/language/parse.ts";
import { segment } from "../src/language/sentences.ts";
import { type GoldText, readConlluTexts } from "./gold/conllu.ts";

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

const round = (x: number): number => Math.round(x * 10_000) / 10_000;

/** LAS with gold tokens and sentences, and from raw text, over whole documents. */
function measureRaw(engine: Engine, documents: readonly GoldText[]): Record<string, number> {
  let [right, rightRaw, gold, found] = [0, 0, 0, 0];
  for (const { text, tokens, sentences } of documents) {
    gold += tokens.length;
    const at = new Map(tokens.map((t, i) => [`${t.start}-${t.end}`, i]));
    const raw = sentences.map((s) => ({ ...s, tokens: tokens.filter((t) => t.start >= s.start && t.end <= s.end), paragraph: 0 }));
    const given = raw.map((s) => ({
      ...s,
      kind: "prose" as const,
      tokens: s.tokens.map((t) => ({ ...t, text: text.slice(t.start, t.end) })),
    }));
    /** Words of a parse with the gold word's head and relation. */
    const agreeing = (parsed: ReturnType<typeof parse>): number =>
      parsed.tokens.filter((token) => {
        const wanted = tokens[at.get(`${token.start}-${token.end}`) ?? -1];
        if (!wanted || universal(wanted.deprel) !== universal(token.deprel)) return false;
        const head = parsed.tokens[token.head];
        return head ? at.get(`${head.start}-${head.end}`) === wanted.head : wanted.head < 0;
      }).length;
    const own = parse(segment(text), engine);
    right += agreeing(parse(given, engine));
    rightRaw += agreeing(own);
    found += own.tokens.length;
  }
  const [las, rawLas] = [right / gold, (2 * rightRaw) / (gold + found)];
  return { las: round(las), rawLas: round(rawLas), lost: round(las - rawLas), documents: documents.length, tokens: gold };
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    gold: { type: "string" },
    sample: { type: "string" },
    case: { type: "string" },
    models: { type: "string" },
    raw: { type: "boolean" },
  },
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
const most = Number(values.sample ?? Number.POSITIVE_INFINITY);
for (const path of paths) {
  result[basename(path, ".conllu")] = values.raw
    ? measureRaw(engine, readConlluTexts(readFileSync(path, "utf8")).slice(0, most))
    : measure(engine, readSentences(path).slice(0, most), recase);
}
process.stdout.write(`${JSON.stringify(result)}\n`);
