// Measures names on gold tokens: PER, ORG, LOC F1 over exact spans, by the mapping below.
// node dist/eval/names.js --gold FILE… [--sample N sentences] [--misses N] [--models DIR]
// Formats, recognised: UNER .iob2, wikigold, re3d columns, and lines with [TYPE name] (test/language/engine/diplomatic-names.txt),
// for which the engine's own eight types are counted too, `fine` being all of them.
//
// Mapping. Engine: PERSON → PER, ORG → ORG, GPE, LOC and FAC → LOC; NORP, EVENT and LAW are not measured.
// UNER: PER, ORG, LOC as they are, OTH left out. Wikigold: the same, MISC left out; only the test half of
// training/wikigold-split.json. On both sides a leading article and a final possessive are no part of a name.
// re3d: Person, Organisation, Location. It marks whole noun phrases, the engine the names in them, so persons and places are cut to the name:
// what follows a comma, forms of address, titles of office that the tables know and common words before it are no part of it
// ("US Secretary of State | John Kerry", "the rebel-held town of | Azaz"). Mentions without a name ("the terrorist group", "the Foreign
// Minister") are what coreference is for: pronouns and mentions whose last word has no capital, or of which the cut leaves nothing, are left out.
// Names found in what was cut or left out are not counted. It marks states and peoples that act as Organisation: a GPE or NORP found
// on such a span counts as ORG.
import { existsSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { parseArgs } from "node:util";
import { loadKnowledge } from "../src/knowledge/index.ts";
import { type Engine, loadEngine } from "../src/language/engine/index.ts";
import { honorific } from "../src/language/mentions/lexicon.ts";
import { mendNames, surfacesIn } from "../src/language/names/index.ts";
import { parse } from "../src/language/parse.ts";
import type { RawSentence } from "../src/language/tokens.ts";

interface Span {
  readonly start: number;
  readonly end: number;
  readonly type: string;
}

interface GoldSentence {
  readonly words: readonly string[];
  readonly tags: readonly string[];
  /** Number of its document in the file. */
  readonly document: number;
}

const GOLD_TYPES: Readonly<Record<string, string>> = {
  PER: "PER",
  ORG: "ORG",
  LOC: "LOC",
  PERSON: "PER",
  GPE: "LOC",
  FAC: "LOC",
  Person: "PER",
  Organisation: "ORG",
  Location: "LOC",
};
const ENGINE_TYPES: Readonly<Record<string, string>> = { PERSON: "PER", ORG: "ORG", GPE: "LOC", LOC: "LOC", FAC: "LOC" };
const TYPES = ["PER", "ORG", "LOC"] as const;
const ARTICLES = new Set(["the", "a", "an"]);
const PRONOUNS = new Set("i we he she it they you us him her them me who".split(" "));
const POSSESSIVES = new Set(["'s", "’s", "'", "’"]);

/** Sentences of a file with one sentence a line, tokens between spaces, names as [TYPE name]. */
function readBracketed(text: string): GoldSentence[] {
  return text
    .split("\n")
    .filter((line) => line.trim() && !line.startsWith("#"))
    .map((line, index) => {
      const words: string[] = [];
      const tags: string[] = [];
      let type = "";
      let begun = false;
      for (const piece of line.split(" ")) {
        if (/^\[[A-Z]+$/.test(piece)) {
          type = piece.slice(1);
          begun = false;
          continue;
        }
        const last = type !== "" && piece.endsWith("]");
        words.push(last ? piece.slice(0, -1) : piece);
        tags.push(type ? `${begun ? "I" : "B"}-${type}` : "O");
        begun = true;
        if (last) type = "";
      }
      return { words, tags, document: index };
    });
}

/** Sentences of a column file: token and tag are columns 2 and 3 where lines are numbered, else the first and the last. */
function readSentences(path: string): GoldSentence[] {
  const text = readFileSync(path, "utf8");
  if (/(^|[^\S\n])\[(PERSON|NORP|FAC|ORG|GPE|LOC|EVENT|LAW) /m.test(text)) return readBracketed(text);
  const out: GoldSentence[] = [];
  // Documents are marked by `# newdoc` or -DOCSTART-; in a file without either every sentence is its own.
  const marked = /^(?:# newdoc|-DOCSTART-)/m.test(text);
  let document = 0;
  for (const block of text.split(/\n\s*\n/)) {
    if (!marked || /^(?:# newdoc|-DOCSTART-)/m.test(block)) document++;
    const rows = block
      .split("\n")
      .filter((line) => line.trim() && !/^# \w+( \w+)? =/.test(line))
      .map((line) => line.split(/\s+/));
    const numbered = rows.length > 0 && rows.every((r) => /^\d+$/.test(r[0]!) && r.length > 2);
    const words = rows.map((r) => (numbered ? r[1]! : r[0]!));
    const tags = rows.map((r) => (numbered ? r[2]! : r.at(-1)!));
    if (rows.length > 0) out.push({ words, tags, document });
  }
  return out;
}

/** Spans of IO or BIO tags, without leading articles and possessive endings; empty ones are dropped. */
function spansOf({ words, tags }: Pick<GoldSentence, "words" | "tags">): Span[] {
  const out: Span[] = [];
  for (let i = 0; i < tags.length; ) {
    const type = tags[i]!.slice(2);
    let j = i + 1;
    if (type) {
      while (j < tags.length && tags[j] === `I-${type}`) j++;
      let [start, end] = [i, j];
      while (start < end && ARTICLES.has(words[start]!.toLowerCase())) start++;
      while (end > start && POSSESSIVES.has(words[end - 1]!)) end--;
      if (start < end) out.push({ start, end, type });
    }
    i = j;
  }
  return out;
}

const within = (inner: Span, outer: Span): boolean => inner.start >= outer.start && inner.end <= outer.end;
const same = (a: Span, b: Span): boolean => a.start === b.start && a.end === b.end;

/** Whether a span is one of re3d's, which marks noun phrases. */
const isPhrase = (s: Span): boolean => /^[A-Z][a-z]+$/.test(s.type);

/** The name in a noun phrase of re3d; empty where there is none. */
function nameIn(words: readonly string[], span: Span): Span {
  let { start, end } = span;
  const last = words[end - 1]!;
  if (!/^\p{Lu}/u.test(last) || PRONOUNS.has(last.toLowerCase())) return { ...span, start: end };
  if (span.type !== "Person" && span.type !== "Location") return span;
  const comma = words.indexOf(",", start);
  if (comma > start && comma < end) end = comma;
  for (let i = start; i < end; i++) {
    const title = span.type === "Person" ? knowledge.office(words.slice(0, end), i) : null;
    const common = /^\p{Ll}/u.test(words[i]!) && !/^(?:of|and|the|al|de|bin)$/.test(words[i]!);
    if (title || common || honorific(words[i]!) !== null) start = title?.to ?? i + 1;
    // "Special Representative for Syria": the field of an office.
    if (title && /^(?:for|to)$/.test(words[start] ?? "")) return { ...span, start: end };
  }
  while (start < end && /^(?:of|and|the|-)$/.test(words[start]!)) start++;
  return { ...span, start, end };
}

/** Gold and found spans that are compared, both in PER, ORG, LOC. */
function comparable(gold: GoldSentence, names: readonly string[]): { wanted: Span[]; found: Span[] } {
  const all = spansOf(gold);
  const cut = all.map((s) => (isPhrase(s) ? nameIn(gold.words, s) : s));
  const wanted = cut.filter((s) => GOLD_TYPES[s.type] && s.start < s.end);
  const left = all.flatMap((s, i) => [
    { ...s, end: cut[i]!.start },
    { ...s, start: cut[i]!.end },
  ]);
  const found = spansOf({ words: gold.words, tags: names })
    .map((s): Span => {
      const acting = /^(?:GPE|NORP)$/.test(s.type) && wanted.some((w) => w.type === "Organisation" && same(w, s));
      return { ...s, type: acting ? "ORG" : (ENGINE_TYPES[s.type] ?? "") };
    })
    .filter((s) => s.type && !left.some((n) => within(s, n)));
  return { wanted: wanted.map((s) => ({ ...s, type: GOLD_TYPES[s.type]! })), found };
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    gold: { type: "string" },
    sample: { type: "string" },
    models: { type: "string" },
    misses: { type: "string" },
    network: { type: "boolean" },
  },
});
const paths = [...(values.gold === undefined ? [] : [values.gold]), ...positionals];
if (paths.length === 0) throw new Error("Give a names corpus with --gold FILE");

/** The sentences of a file that are measured: of wikigold the test half only. */
function measured(path: string): GoldSentence[] {
  const sentences = readSentences(path);
  const file = [
    join(import.meta.dirname, "../training/wikigold-split.json"),
    join(import.meta.dirname, "../../training/wikigold-split.json"),
  ];
  const found = file.find((f) => existsSync(f));
  if (!basename(path).startsWith("wikigold") || !found) return sentences;
  const split = JSON.parse(readFileSync(found, "utf8")) as { sentences: number; test: number[] };
  if (split.sentences !== sentences.length) throw new Error(`${path} has ${sentences.length} sentences, the split ${split.sentences}`);
  return split.test.map((i) => sentences[i]!);
}

/** Name tags of the sentences, document by document: the network's, mended by the language stage. */
function tagged(engine: Engine, gold: readonly GoldSentence[]): readonly (readonly string[])[] {
  const out: (readonly string[])[] = [];
  for (let from = 0; from < gold.length; ) {
    let to = from;
    const raw: RawSentence[] = [];
    for (let at = 0; to < gold.length && gold[to]!.document === gold[from]!.document; to++) {
      const tokens = gold[to]!.words.map((text) => {
        const start = at;
        at += text.length + 1;
        return { text, start, end: start + text.length };
      });
      raw.push({ tokens, start: tokens[0]!.start, end: at - 1, paragraph: 0, kind: "prose" });
    }
    const { tokens, sentences } = parse(raw, engine);
    const mended = values.network ? tokens : mendNames(tokens, sentences, surfacesIn(tokens, sentences, knowledge));
    for (const s of sentences) out.push(mended.slice(s.from, s.to).map((t) => t.name));
    from = to;
  }
  return out;
}

const knowledge = loadKnowledge();
const engine = loadEngine(values.models);
const result: Record<string, unknown> = { engine: engine.id };
let misses = Number(values.misses ?? 0);
for (const path of paths) {
  const gold = measured(path).slice(0, Number(values.sample ?? Number.POSITIVE_INFINITY));
  const annotated = tagged(engine, gold);
  const fine = gold.some((s) => s.tags.some((t) => t.endsWith("-PERSON")));
  const counts = new Map<string, { right: number; found: number; wanted: number }>();
  const count = (type: string, key: "right" | "found" | "wanted", total = "all"): void => {
    for (const t of [type, total]) {
      const c = counts.get(t) ?? { right: 0, found: 0, wanted: 0 };
      c[key]++;
      counts.set(t, c);
    }
  };
  gold.forEach((sentence, k) => {
    const { wanted, found } = comparable(sentence, annotated[k]!);
    const text = (s: Span): string => `${sentence.words.slice(s.start, s.end).join(" ")}/${s.type}`;
    for (const s of wanted) count(s.type, "wanted");
    for (const s of found) {
      count(s.type, "found");
      if (wanted.some((w) => same(w, s) && w.type === s.type)) count(s.type, "right");
    }
    if (fine) {
      const [all, names] = [spansOf(sentence), spansOf({ words: sentence.words, tags: annotated[k]! })];
      const key = (s: Span): string => (TYPES.includes(s.type as "ORG") ? `${s.type} alone` : s.type);
      for (const s of all) count(key(s), "wanted", "fine");
      for (const s of names) {
        count(key(s), "found", "fine");
        if (all.some((w) => same(w, s) && w.type === s.type)) count(key(s), "right", "fine");
      }
    }
    const [want, got] = [wanted.map(text).join(" | "), found.map(text).join(" | ")];
    if (want !== got && misses-- > 0) process.stderr.write(`${sentence.words.join(" ")}\n  gold  ${want}\n  found ${got}\n`);
  });
  const round = (x: number): number => Math.round(x * 10_000) / 10_000;
  const types = [...TYPES, "all", ...[...counts.keys()].filter((t) => t !== "all" && !TYPES.includes(t as "ORG")).sort()];
  const figures = types.map((type) => {
    const { right, found, wanted } = counts.get(type) ?? { right: 0, found: 0, wanted: 0 };
    const [precision, recall] = [right / Math.max(1, found), right / Math.max(1, wanted)].map(round);
    return [type, { precision, recall, f1: round((2 * right) / Math.max(1, found + wanted)), gold: wanted }];
  });
  result[basename(path).replace(/\..*/, "")] = { ...Object.fromEntries(figures), sentences: gold.length };
}
process.stdout.write(`${JSON.stringify(result)}\n`);
