// How briefs read: `node dist/eval/readability.js [--gold DIR] [--show] [BRIEF.json …]`, DIR one scenario or a folder of scenarios, BRIEF.json what
// `scenesetter brief --format json` wrote. Prints one line of JSON over all of them: lines; words a line and a sentence (median, p90); words of the body (largest);
// shares of lines with a note; and, of the lines that are sentences (sections 1, 3, 5 and the annex), of those without a verb, of those with “I”, “we” or “you” outside
// quotation marks, of those that begin with a pronoun of another sentence, and of those whose words stand in another line of the body. Verbs and pronouns are
// found by the parser, not by the rules that write the lines. --show tells them on standard error.
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { renderJson } from "../src/brief/index.ts";
import { loadKnowledge } from "../src/knowledge/index.ts";
import { createLanguage } from "../src/language/index.ts";
import { newsOf } from "./gold/plv.ts";
import { briefWriter, goldOf, scenarioFolders } from "./scenario.ts";

interface Line {
  readonly section: string;
  readonly cell: string | null;
  readonly text: string;
  readonly evidence: readonly unknown[];
  readonly searched: boolean;
  readonly segments: readonly { readonly note: unknown }[];
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { gold: { type: "string" }, show: { type: "boolean", default: false } },
});
if (values.gold === undefined && positionals.length === 0) {
  console.error("usage: node dist/eval/readability.js [--gold DIR] [--show] [BRIEF.json …]");
  process.exit(2);
}

const linesIn = (json: string): readonly Line[] => (JSON.parse(json) as { readonly lines: readonly Line[] }).lines;
const briefs: (readonly Line[])[] = positionals.map((path) => linesIn(readFileSync(path, "utf8")));
if (values.gold !== undefined) {
  const write = briefWriter();
  for (const folder of scenarioFolders(resolve(values.gold)))
    for (const briefing of await write(folder, [goldOf(folder).brief_as_of])) briefs.push(linesIn(renderJson(briefing)));
}

const language = createLanguage(loadKnowledge());
const count = (text: string): number => text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
const rounded = (value: number): number => Math.round(value * 1000) / 1000;
const share = (part: number, of: number): number => (of === 0 ? 0 : rounded(part / of));

/** The value below which a share of the numbers lies. */
function quantile(numbers: readonly number[], at: number): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(at * sorted.length))] ?? 0;
}

/** Sections whose lines are sentences; the others are lists, names and templates. */
const TOLD: ReadonlySet<string> = new Set(["bottom-line", "why-now", "issues", "annex"]);
const BODY_ONLY: ReadonlySet<string> = new Set(["header", "annex"]);
/** Lines of figures: gaps, trends, what is measured. */
const FIGURES = /^(?:Gap|Comparison|Trend|Concern|Concern of both|Precedent|Rapport|Alliance|Partnership|Promised)\b|: [^.]*\d[^.]*\.?$/;

const withoutQuotes = (text: string): string => text.replace(/“[^”]*”/g, "");
const contents = (text: string): ReadonlySet<string> =>
  new Set((text.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? []).map((word) => word.slice(0, 6)));
/** A line is told twice when so many of its content words stand in one other line. */
const SAME = 0.85;

const kinds = { verbless: [] as string[], firstPerson: [] as string[], openPronoun: [] as string[], twice: [] as string[] };
const sentenceWords: number[] = [];
let told = 0;
for (const brief of briefs) {
  const sentences = brief.filter(({ section }) => TOLD.has(section));
  for (const line of sentences) {
    // A heading such as “Gap: 1 point” is no sentence.
    if (line.section === "issues" && line.cell === null) continue;
    told += 1;
    const { tokens, sentences: found } = language.annotate(newsOf("line", line.text, "2024-05-15"));
    sentenceWords.push(...found.map(({ start, end }) => count(line.text.slice(start, end))));
    if (!FIGURES.test(line.text) && !tokens.some(({ upos }) => upos === "VERB" || upos === "AUX")) kinds.verbless.push(line.text);
    const outside = language.annotate(newsOf("line", withoutQuotes(line.text), "2024-05-15")).tokens;
    if (outside.some(({ upos, text }) => upos === "PRON" && /^(?:I|me|my|we|us|our|you|your)$/i.test(text) && text !== "US"))
      kinds.firstPerson.push(line.text);
    if (/^(?:He|She|It|They|This|These|Those|That)\b/.test(line.text)) kinds.openPronoun.push(line.text);
    const words = contents(line.text);
    const again = sentences.some((other) => {
      if (other === line || other.section === "bottom-line" || line.section === "bottom-line") return false;
      const theirs = contents(other.text);
      return words.size > 2 && [...words].filter((word) => theirs.has(word)).length >= SAME * words.size;
    });
    if (again) kinds.twice.push(line.text);
  }
}

const all = briefs.flat();
const body = briefs.map((brief) => brief.filter(({ section }) => !BODY_ONLY.has(section)).reduce((sum, { text }) => sum + count(text), 0));
const cited = all.filter(({ section }) => section !== "header");
const lineWords = all.filter(({ section }) => section !== "header").map(({ text }) => count(text));
if (values.show) for (const [kind, lines] of Object.entries(kinds)) for (const text of lines) console.error(`${kind}: ${text}`);
console.log(
  JSON.stringify({
    briefs: briefs.length,
    lines: all.length,
    wordsALine: { median: quantile(lineWords, 0.5), p90: quantile(lineWords, 0.9) },
    wordsASentence: { median: quantile(sentenceWords, 0.5), p90: quantile(sentenceWords, 0.9) },
    bodyWords: Math.max(0, ...body),
    cited: share(
      cited.filter(({ evidence, searched, segments }) => evidence.length > 0 || searched || segments.some(({ note }) => note !== null))
        .length,
      cited.length,
    ),
    verbless: share(kinds.verbless.length, told),
    firstPerson: share(kinds.firstPerson.length, told),
    openPronoun: share(kinds.openPronoun.length, told),
    twice: share(kinds.twice.length, told),
  }),
);
