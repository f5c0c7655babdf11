// Who, where and when of a text's main event: node dist/eval/five-w.js --gold DIR [--sample N] [--list]
// DIR holds articles with annotated phrases (Giveme5W1H). Overlap is the share of the shorter phrase's words that the other has, the best over the
// annotated phrases, averaged over texts; `when` is the exact day of the annotation (byPhrase: or the weekday that the annotated phrase names). Texts without an annotation of a question are not counted there.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { mainEventOf } from "../src/extraction/index.ts";
import { loadKnowledge } from "../src/knowledge/index.ts";
import { createLanguage } from "../src/language/index.ts";
import { fold } from "./claims-match.ts";
import { newsOf } from "./gold/plv.ts";

interface Annotation {
  readonly text?: string | null;
  readonly parsed?: string | null;
}
interface Article {
  readonly title: string | null;
  readonly text: string;
  readonly date_publish: string | null;
  readonly fiveWoneH: Readonly<Record<string, { readonly annotated: readonly Annotation[] }>>;
}

const { values: options } = parseArgs({
  options: { gold: { type: "string" }, sample: { type: "string" }, list: { type: "boolean", default: false } },
});
if (options.gold === undefined) {
  console.error("usage: node dist/eval/five-w.js --gold DIR [--sample N] [--list]");
  process.exit(2);
}

const STOP = new Set("the a an of in at on near and for to by from".split(" "));
const words = (s: string) =>
  new Set(
    fold(s)
      .split(" ")
      .filter((w) => w !== "" && !STOP.has(w)),
  );

/** Shared words as a share of the shorter phrase, and token F1. */
function agreement(a: string, b: string) {
  const [x, y] = [words(a), words(b)];
  const both = [...x].filter((w) => y.has(w)).length;
  return { overlap: both / Math.max(1, Math.min(x.size, y.size)), f1: (2 * both) / Math.max(1, x.size + y.size) };
}

const WEEKDAYS = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];
const DAY = 86_400_000;

/**
 * The last day of that name up to the day of publication, where an annotated phrase names a weekday. The gold gives all articles of one story one
 * day, and so in many another day than the phrase: “Sunday” is a Monday or a Saturday there.
 */
function dayNamed(phrase: string, published: string | null): string[] {
  const weekday = WEEKDAYS.findIndex((d) => phrase.toLowerCase().includes(d));
  const last = Date.parse(published ?? "");
  if (weekday < 0 || Number.isNaN(last)) return [];
  return [new Date(last - ((new Date(last).getUTCDay() - weekday + 7) % 7) * DAY).toISOString().slice(0, 10)];
}

const knowledge = loadKnowledge();
const language = createLanguage(knowledge);
const sums = { who: { n: 0, overlap: 0, f1: 0 }, where: { n: 0, overlap: 0, f1: 0 } };
const when = { n: 0, exact: 0, byPhrase: 0, publication: 0 };
const files = readdirSync(options.gold)
  .filter((f) => f.endsWith(".json"))
  .sort()
  .slice(0, options.sample === undefined ? undefined : Number(options.sample));
for (const file of files) {
  const article = JSON.parse(readFileSync(join(options.gold, file), "utf8")) as Article;
  const published = article.date_publish?.slice(0, 10) ?? null;
  const title = (article.title ?? "").trim();
  const body = article.text.startsWith(title) ? article.text.slice(title.length) : article.text;
  const document = newsOf(file, `${title}\n\n${body.trim()}`, published ?? "2000-01-01");
  const annotated = language.annotate(published === null ? { ...document, published: null } : document);
  const main = mainEventOf(annotated, knowledge);
  for (const question of ["who", "where"] as const) {
    const gold = (article.fiveWoneH[question]?.annotated ?? []).flatMap((a) => (a.text ? [a.text] : []));
    if (gold.length === 0) continue;
    const span = main[question];
    const found = span === null ? "" : document.text.slice(span.start, span.end);
    const best = gold.map((g) => agreement(g, found));
    const sum = sums[question];
    sum.n++;
    sum.overlap += Math.max(...best.map((b) => b.overlap));
    sum.f1 += Math.max(...best.map((b) => b.f1));
    if (options.list && Math.max(...best.map((b) => b.overlap)) < 0.5)
      console.error(`${question} gold ${gold.join(" | ")} · found ${found} · ${title} · ${body.slice(0, 160).replace(/\s+/g, " ")}`);
  }
  const days = (article.fiveWoneH.when?.annotated ?? []).flatMap((a) => (a.parsed && a.text ? [a.parsed.slice(0, 10)] : []));
  if (days.length > 0) {
    when.n++;
    const phrases = (article.fiveWoneH.when?.annotated ?? []).flatMap((a) => dayNamed(a.text ?? "", published));
    if ([...days, ...phrases].includes(main.when ?? "")) when.byPhrase++;
    if (days.includes(main.when ?? "")) when.exact++;
    else if (options.list)
      console.error(
        `when gold ${days.join(" | ")} (${article.fiveWoneH.when?.annotated.map((a) => a.text).join(" | ")}) · found ${main.when} · published ${published} · ${title}`,
      );
    if (published !== null && days.includes(published)) when.publication++;
  }
}
const round = (x: number) => Math.round(x * 1000) / 1000;
const mean = ({ n, overlap, f1 }: { n: number; overlap: number; f1: number }) => ({
  n,
  overlap: round(overlap / Math.max(1, n)),
  f1: round(f1 / Math.max(1, n)),
});
console.log(
  JSON.stringify({
    texts: files.length,
    who: mean(sums.who),
    where: mean(sums.where),
    when: {
      n: when.n,
      exact: round(when.exact / Math.max(1, when.n)),
      byPhrase: round(when.byPhrase / Math.max(1, when.n)),
      publicationDay: round(when.publication / Math.max(1, when.n)),
    },
  }),
);
