// Measures quotations and reported speech against PolNeAR: overlap F1 of source and content, and the speaker of direct quotations.
// node dist/eval/quotes.js --gold DIR [--sample N articles] [--misses N] [--cache DIR of parsed articles]
import { parseArgs } from "node:util";
import { type Attribution, findAttributions } from "../src/language/quotes/index.ts";
import type { Span } from "../src/model/index.ts";
import { parser } from "./gold/annotate.ts";
import { type GoldAttribution, readPolnear } from "./gold/polnear.ts";

const { values } = parseArgs({
  options: { gold: { type: "string" }, sample: { type: "string" }, misses: { type: "string" }, cache: { type: "string" } },
});
if (values.gold === undefined) throw new Error("--gold DIR is missing: a folder with text/ and attributions/");

interface Overlap {
  found: number;
  gold: number;
  precision: number;
  recall: number;
}

const overlap = (): Overlap => ({ found: 0, gold: 0, precision: 0, recall: 0 });
const length = (spans: readonly Span[]): number => spans.reduce((sum, span) => sum + span.end - span.start, 0);
const shared = (a: readonly Span[], b: readonly Span[]): number =>
  a.reduce((sum, x) => sum + b.reduce((inner, y) => inner + Math.max(0, Math.min(x.end, y.end) - Math.max(x.start, y.start)), 0), 0);

/** Each found set of spans scores the share of it that its best gold set covers, and each gold set likewise (soft match of Johansson and Moschitti 2013). */
function score(into: Overlap, found: readonly (readonly Span[])[], gold: readonly (readonly Span[])[]): void {
  into.found += found.length;
  into.gold += gold.length;
  for (const a of found) into.precision += Math.max(0, ...gold.map((b) => shared(a, b))) / Math.max(1, length(a));
  for (const b of gold) into.recall += Math.max(0, ...found.map((a) => shared(a, b))) / Math.max(1, length(b));
}

const round = (x: number): number => Math.round(x * 10000) / 10000;
function f1(o: Overlap): { precision: number; recall: number; f1: number } {
  const precision = o.precision / Math.max(1, o.found);
  const recall = o.recall / Math.max(1, o.gold);
  return { precision: round(precision), recall: round(recall), f1: round((2 * precision * recall) / Math.max(1e-9, precision + recall)) };
}

const source = overlap();
const content = overlap();
const cue = overlap();
let direct = 0;
let speaker = 0;
let words = 0;
let nanoseconds = 0n;
let misses = Number(values.misses ?? 0);
const parsed = parser(values.cache);

/** Wholly quoted content of four words or more with a source. */
function isDirect(text: string, gold: GoldAttribution): boolean {
  const said = gold.content.map((span) => text.slice(span.start, span.end)).join(" ");
  const rest = said.replace(/(?:["“]|'')[^"”]*(?:["”]|''|$)/g, "");
  return gold.source.length > 0 && !/[\p{L}\p{N}]/u.test(rest) && said.split(/\s+/).length >= 4;
}

for (const article of readPolnear(values.gold, values.sample === undefined ? undefined : Number(values.sample))) {
  const { tokens, sentences } = parsed(article.text);
  const begun = process.hrtime.bigint();
  const found = findAttributions(article.text, tokens, sentences);
  nanoseconds += process.hrtime.bigint() - begun;
  words += tokens.length;
  score(
    source,
    found.flatMap((a) => (a.source === null ? [] : [[a.source]])),
    article.attributions.filter((a) => a.source.length > 0).map((a) => a.source),
  );
  score(
    content,
    found.map((a) => a.content),
    article.attributions.filter((a) => a.content.length > 0).map((a) => a.content),
  );
  score(
    cue,
    found.flatMap((a) => (a.cue === null ? [] : [[tokens[a.cue]!]])),
    article.attributions.filter((a) => a.cue.length > 0).map((a) => a.cue),
  );
  for (const gold of article.attributions) {
    const best = found.reduce<Attribution | null>(
      (a, b) => (shared(b.content, gold.content) > (a === null ? 0 : shared(a.content, gold.content)) ? b : a),
      null,
    );
    const show = (what: string): void => {
      if (misses-- <= 0) return;
      const at = [...gold.content, ...gold.cue, ...gold.source];
      const start = Math.max(0, Math.min(...at.map((s) => s.start)) - 60);
      const end = Math.max(...at.map((s) => s.end)) + 60;
      const words = (spans: readonly Span[]): string => spans.map((s) => article.text.slice(s.start, s.end)).join(" … ");
      process.stderr.write(
        `${`${what}\t${words(gold.source)} | ${words(gold.cue)} | ${words(gold.content)}\tfound: ${best === null ? "-" : `${best.source === null ? "∅" : words([best.source])} | ${best.cue === null ? "∅" : tokens[best.cue]!.text} | ${words(best.content)}`}\t${article.text.slice(start, end)}`.replaceAll(
          "\n",
          "¶",
        )}\n`,
      );
    };
    if (isDirect(article.text, gold)) {
      direct++;
      if (best?.source && shared([best.source], gold.source) > 0) speaker++;
      else show("SPEAKER");
    } else if (best === null) show("MISSED");
  }
  for (const extra of found) {
    if (misses > 0 && !article.attributions.some((gold) => shared(gold.content, extra.content) > 0)) {
      misses--;
      process.stderr.write(
        `${`EXTRA\t${extra.source === null ? "∅" : article.text.slice(extra.source.start, extra.source.end)} | ${extra.cue === null ? "∅" : tokens[extra.cue]!.text} | ${extra.content.map((s) => article.text.slice(s.start, s.end)).join(" … ")}\n`.replaceAll(
          "\n",
          "¶",
        )}\n`,
      );
    }
  }
}
process.stdout.write(
  `${JSON.stringify({ source: f1(source), content: f1(content), cue: f1(cue), speaker: round(speaker / Math.max(1, direct)), direct, wordsPerSecond: Math.round((words * 1e9) / Number(nanoseconds)) })}\n`,
);
