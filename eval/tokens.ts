// Measures the tokeniser and the sentence splitter: raw text rebuilt from a UD treebank → token and sentence F1.
// node dist/eval/tokens.js --gold DIR|FILE.conllu… [--sample N documents] [--misses N]
import { readdirSync, readFileSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { parseArgs } from "node:util";
import { segment } from "../src/language/sentences.ts";
import { type GoldText, readConlluTexts } from "./gold/conllu.ts";

interface Counts {
  right: number;
  found: number;
  gold: number;
}

const counts = (): Counts => ({ right: 0, found: 0, gold: 0 });
const f1 = (c: Counts): number => (c.found + c.gold === 0 ? 0 : Math.round((20000 * c.right) / (c.found + c.gold)) / 10000);
const key = (span: { start: number; end: number }): string => `${span.start}-${span.end}`;

function compare(
  gold: readonly { start: number; end: number }[],
  found: readonly { start: number; end: number }[],
  into: Counts,
): Set<string> {
  const wanted = new Set(gold.map(key));
  into.gold += gold.length;
  into.found += found.length;
  for (const span of found) if (wanted.delete(key(span))) into.right++;
  return wanted;
}

function measure(documents: readonly GoldText[], misses: number): { tokens: number; sentences: number; documents: number } {
  const tokens = counts();
  const sentences = counts();
  for (const gold of documents) {
    const found = segment(gold.text);
    const foundTokens = found.flatMap((s) => s.tokens);
    for (const missed of compare(gold.tokens, foundTokens, tokens)) show(gold, "token", missed, foundTokens);
    for (const missed of compare(gold.sentences, found, sentences)) show(gold, "sentence", missed, found);
  }
  function show(gold: GoldText, what: string, missed: string, found: readonly { start: number; end: number }[]): void {
    if (misses-- <= 0) return;
    const [start, end] = missed.split("-").map(Number) as [number, number];
    const near = found.filter((t) => t.start < end && t.end > start).map((t) => gold.text.slice(t.start, t.end));
    process.stderr.write(`${what}\t${JSON.stringify(gold.text.slice(start, end))}\t${JSON.stringify(near)}\n`);
  }
  return { tokens: f1(tokens), sentences: f1(sentences), documents: documents.length };
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { gold: { type: "string" }, sample: { type: "string" }, misses: { type: "string" } },
});
const paths = [...(values.gold === undefined ? [] : [values.gold]), ...positionals].flatMap((path) =>
  statSync(path).isDirectory()
    ? readdirSync(path)
        .filter((name) => name.endsWith("-test.conllu"))
        .sort()
        .map((name) => join(path, name))
    : [path],
);
const result: Record<string, unknown> = {};
for (const path of paths) {
  const documents = readConlluTexts(readFileSync(path, "utf8"));
  result[basename(path, ".conllu")] = measure(
    values.sample === undefined ? documents : documents.slice(0, Number(values.sample)),
    Number(values.misses ?? 0),
  );
}
process.stdout.write(`${JSON.stringify(result)}\n`);
