// Measures independent sources: node dist/eval/stories.js --gold SCENARIOS [--corpus FOLDER] [--sample N]
// 1. scenario folders: documents read and recorded, groups against `independent_sources` of gold.json (pairs of files; groups exactly right).
// 2. edited copies of corpus texts (cut, reordered, with inserted paragraphs, with words rewritten) against other texts of the same fortnight.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { copied, fingerprint, openLedger } from "../src/ledger/index.ts";
import { findSources, readSource } from "../src/reader/index.ts";

function option(name: string): string | null {
  const at = process.argv.indexOf(name);
  return at < 0 ? null : (process.argv[at + 1] ?? null);
}

const round = (value: number): number => Math.round(value * 10_000) / 10_000;

function scores(right: number, found: number, gold: number) {
  const precision = found === 0 ? 1 : right / found;
  const recall = gold === 0 ? 1 : right / gold;
  return {
    precision: round(precision),
    recall: round(recall),
    f1: round(precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall)),
  };
}

/** Unordered pairs of different files that share a group. */
function pairsOf(groups: readonly (readonly string[])[]): ReadonlySet<string> {
  const pairs = new Set<string>();
  for (const group of groups) {
    const files = [...new Set(group)].sort();
    files.forEach((a, i) => {
      for (const b of files.slice(i + 1)) pairs.add(`${a} ${b}`);
    });
  }
  return pairs;
}

async function groupsOf(folder: string): Promise<readonly (readonly string[])[]> {
  const ledger = openLedger(":memory:");
  const files = new Map<string, string>();
  for await (const { source } of findSources([folder])) {
    if (!source) continue;
    for (const document of readSource(source)) {
      ledger.record(document, [], "2000-01-01T00:00:00Z");
      files.set(document.id, source.file.slice(folder.length + 1));
    }
  }
  const groups = ledger.sources({ asOf: null }).map(({ documents }) => documents.map((id) => files.get(id)!));
  ledger.close();
  return groups;
}

const keyOf = (groups: readonly (readonly string[])[]): string =>
  groups
    .map((group) => [...new Set(group)].sort().join(" "))
    .sort()
    .join("|");

async function scenarios(folder: string) {
  let [right, found, gold, exact, count] = [0, 0, 0, 0, 0];
  for (const name of readdirSync(folder).sort()) {
    const file = join(folder, name, "gold.json");
    if (!existsSync(file)) continue;
    const truth = (JSON.parse(readFileSync(file, "utf8")) as { independent_sources: readonly (readonly string[])[] }).independent_sources;
    const groups = await groupsOf(join(folder, name, "docs"));
    const [a, b] = [pairsOf(truth), pairsOf(groups)];
    right += [...b].filter((pair) => a.has(pair)).length;
    found += b.size;
    gold += a.size;
    count++;
    if (keyOf(truth) === keyOf(groups)) exact++;
  }
  return { scenarios: count, exact, ...scores(right, found, gold) };
}

/** A small generator with a fixed seed (Numerical Recipes). */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

interface Text {
  readonly paragraphs: readonly string[];
  readonly day: number;
}

type Edit = (paragraphs: readonly string[], next: () => number) => readonly string[];

const pick = <T>(list: readonly T[], next: () => number): T => list[Math.floor(next() * list.length)]!;

/** What editors do to an agency's text. `others` lend paragraphs and words. */
function edits(others: readonly Text[]): Readonly<Record<string, Edit>> {
  const vocabulary = others.flatMap(({ paragraphs }) =>
    paragraphs
      .join(" ")
      .split(" ")
      .filter((_, i) => i % 97 === 0),
  );
  const trim: Edit = (p, next) => p.slice(0, Math.max(1, Math.ceil(p.length * (0.4 + 0.5 * next()))));
  const reorder: Edit = (p, next) => {
    const q = [...p];
    for (let k = 0; k < Math.max(1, q.length / 4); k++) {
      const [i, j] = [Math.floor(next() * q.length), Math.floor(next() * q.length)];
      [q[i], q[j]] = [q[j]!, q[i]!];
    }
    return q;
  };
  const insert: Edit = (p, next) => {
    const q = [...p];
    const other = pick(others, next).paragraphs;
    for (let k = 1 + Math.floor(next() * 3); k > 0; k--) q.splice(Math.floor(next() * (q.length + 1)), 0, pick(other, next));
    return q;
  };
  // A third of the changed words is dropped, a third replaced, a third gets another beside it.
  const word = (w: string, share: number, next: () => number): string => {
    if (next() >= share) return w;
    const how = next();
    return how < 1 / 3 ? "" : how < 2 / 3 ? pick(vocabulary, next) : `${w} ${pick(vocabulary, next)}`;
  };
  const rewrite =
    (share: number): Edit =>
    (p, next) =>
      p.map((text) =>
        text
          .split(" ")
          .map((w) => word(w, share, next))
          .join(" "),
      );
  const style: Edit = (p) =>
    p.map((text) =>
      text
        .replace(/[“”]/g, '"')
        .replace(/percent/g, "per cent")
        .replace(/U\.S\./g, "US")
        .replace(/ billion/g, "bn"),
    );
  const cut: Edit = (p, next) => insert(reorder(trim(p, next), next), next);
  return {
    trim,
    reorder,
    insert,
    style,
    rewrite10: rewrite(0.1),
    rewrite20: rewrite(0.2),
    cut,
    all: (p, next) => rewrite(0.1)(cut(p, next), next),
  };
}

const FORTNIGHT = 14;
const DAY = 86_400_000;

/** Texts of at least 60 words: shorter ones are notices, and at most 2,500: longer ones are transcripts that nobody reprints whole. */
function corpus(folder: string): readonly Text[] {
  return readdirSync(join(folder, "md"))
    .sort()
    .map((file) => {
      const body = readFileSync(join(folder, "md", file), "utf8").replace(/^---[\s\S]*?\n---\n/, "");
      const paragraphs = body
        .split(/\n\s*\n/)
        .map((text) => text.replace(/\s+/g, " ").trim())
        .filter((text) => text !== "");
      return { paragraphs, day: Date.parse(file.slice(0, 10)) / DAY };
    })
    .filter(({ paragraphs }) => {
      const words = paragraphs.join(" ").split(" ").length;
      return words >= 60 && words <= 2500;
    });
}

function copies(folder: string, sample: number) {
  const texts = corpus(folder);
  const print = (paragraphs: readonly string[], day: number, owner: string) => ({
    text: paragraphs.join("\n\n"),
    print: fingerprint(paragraphs.join("\n\n")),
    owner,
    instant: day * DAY,
  });
  const originals = texts.map(({ paragraphs, day }, i) => print(paragraphs, day, `outlet ${i}`));
  const step = Math.max(1, Math.floor(texts.length / sample));
  const next = random(20_240_402);
  const missed: Record<string, string> = {};
  let [right, positives] = [0, 0];
  for (const [name, edit] of Object.entries(edits(texts))) {
    let [found, tried] = [0, 0];
    for (let i = 0; i < texts.length; i += step) {
      const { paragraphs, day } = texts[i]!;
      tried++;
      if (copied(originals[i]!, print(edit(paragraphs, next), day + 1, "reprint")) !== null) found++;
    }
    missed[name] = `${tried - found}/${tried}`;
    right += found;
    positives += tried;
  }
  let [wrong, negatives, same] = [0, 0, 0];
  for (let i = 0; i < texts.length; i++) {
    for (let j = i + 1; j < texts.length && texts[j]!.day - texts[i]!.day <= FORTNIGHT; j++) {
      const contained = copied(originals[i]!, originals[j]!);
      // The corpus has some texts twice, and statements inside longer papers: they are copies.
      if (contained !== null && contained >= 0.9) same++;
      else {
        negatives++;
        if (contained !== null) wrong++;
      }
    }
  }
  return { texts: texts.length, ...scores(right, right + wrong, positives), missed, wrong: `${wrong}/${negatives}`, same };
}

const gold = option("--gold");
if (!gold) {
  console.error("usage: stories.js --gold SCENARIOS [--corpus FOLDER] [--sample N]");
  process.exit(2);
}
const folder = option("--corpus") ?? resolve(gold, "../../corpus/whitehouse");
const result = { measure: "stories", ...(await scenarios(resolve(gold))) };
console.log(JSON.stringify(existsSync(folder) ? { ...result, copies: copies(folder, Number(option("--sample") ?? 500)) } : result));
