// Measures feeds: node dist/eval/feeds.js --gold FOLDER [--sample N] [--misses]. FOLDER is gold/feeds: feedparser/wellformed and listparser.
// Each file says in a comment what is expected of it. An expectation that cannot be evaluated counts as failed. Texts in HTML are compared as
// parsed trees, since two ways to write one tree are the same; all else is compared as written.
import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { parseFragment, serialize } from "parse5";
import { decode, type FeedRecord, parseFeed } from "../src/reader/index.ts";
import { evaluate, type Value } from "./feeds-expect.ts";
import { listPasses } from "./feeds-opml.ts";
import { viewHead, viewItem } from "./feeds-view.ts";

const FEEDS = ["atom", "atom10", "rss", "rdf"];
/** Further folders of the suite, reported beside the figure that counts. */
const FURTHER = ["base", "lang", "namespace", "node_precedence"];

interface Tally {
  readonly cases: number;
  readonly passed: number;
  readonly failed: readonly string[];
}

const files = (folder: string): readonly string[] =>
  readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) => (entry.isDirectory() ? files(join(folder, entry.name)) : [join(folder, entry.name)]))
    .filter((path) => path.endsWith(".xml"))
    .sort();

/** Markup in one way of writing: attributes sorted, void elements and entities as parse5 writes them. */
function tree(html: string): string {
  const fragment = parseFragment(html);
  const nodes: { childNodes?: unknown[]; attrs?: { name: string }[] }[] = [fragment as never];
  for (const node of nodes) {
    node.attrs?.sort((a, b) => (a.name < b.name ? -1 : 1));
    nodes.push(...((node.childNodes ?? []) as typeof nodes));
  }
  return serialize(fragment);
}

const same = (a: string, b: string): boolean => a === b || (/[<&]/.test(a) && /[<&]/.test(b) && tree(a) === tree(b));

/** The address of a file: the suite serves those called `http_…` itself and reads the others as text; a comment may say another. */
function addressOf(text: string, file: string): string | null {
  if (!basename(file).startsWith("http_")) return null;
  const base = `http://127.0.0.1:8097/${basename(file)}`;
  const stated = /Content-Location:\s*(\S+)/.exec(text)?.[1];
  return stated ? new URL(stated, base).href : base;
}

/** Holds one file of the feedparser suite against what it expects. */
function passes(file: string): boolean {
  const bytes = readFileSync(file);
  const { text } = decode(bytes);
  const expected = /^\s*Expect:\s*(.+?)\s*$/m.exec(text)?.[1];
  if (expected === undefined) return false;
  let feed: FeedRecord | null = null;
  try {
    feed = parseFeed(text, addressOf(text, file));
  } catch {
    feed = null;
  }
  const name = (word: string): Value => {
    if (word === "bozo") return feed === null || feed.cut;
    if (word === "version") return feed?.version;
    if (word === "feed") return feed ? viewHead(feed, feed.movedTo) : undefined;
    return word === "entries" ? (feed?.items ?? []).map(viewItem) : undefined;
  };
  try {
    return evaluate(expected, name, same);
  } catch {
    return false;
  }
}

function tally(list: readonly string[], check: (file: string) => boolean): Tally {
  const failed = list.filter((file) => !check(file));
  return { cases: list.length, passed: list.length - failed.length, failed };
}

function option(name: string): string | null {
  const at = process.argv.indexOf(name);
  return at < 0 ? null : (process.argv[at + 1] ?? null);
}

const gold = option("--gold");
if (gold === null) {
  process.stderr.write("usage: node dist/eval/feeds.js --gold FOLDER [--sample N] [--misses]\n");
  process.exit(2);
}
/** Every n-th file, so that N are left of each folder. */
function sampled(list: readonly string[]): readonly string[] {
  const sample = Number(option("--sample") ?? list.length);
  return list.filter((_, i) => Math.floor((i * sample) / list.length) !== Math.floor(((i - 1) * sample) / list.length));
}

const suite = (folder: string): Tally => tally(sampled(files(join(gold, "feedparser", "wellformed", folder))), passes);
const rate = ({ cases, passed }: Pick<Tally, "cases" | "passed">): number => Math.round((1000 * passed) / cases) / 1000;
const counted = FEEDS.map((folder) => [folder, suite(folder)] as const);
const further = FURTHER.map((folder) => [folder, suite(folder)] as const);
const total = counted.reduce((sum, [, t]) => ({ cases: sum.cases + t.cases, passed: sum.passed + t.passed }), { cases: 0, passed: 0 });
const shown = (list: typeof counted) =>
  Object.fromEntries(list.map(([folder, t]) => [folder, { cases: t.cases, passed: t.passed, rate: rate(t) }]));
const lists = tally(sampled(["opml", "malformed"].flatMap((folder) => files(join(gold, "listparser", "tests", "files", folder)))), (file) =>
  listPasses(decode(readFileSync(file)).text, file),
);
const result = { measure: "feeds", ...total, rate: rate(total), ...shown(counted), ...shown([["opml", lists]]), further: shown(further) };
process.stdout.write(`${JSON.stringify(result)}\n`);
if (process.argv.includes("--misses")) {
  for (const { failed } of [...[...counted, ...further].map(([, t]) => t), lists])
    for (const file of failed) process.stderr.write(`${file}\n`);
}
