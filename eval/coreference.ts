// Measures coreference of actors on OntoGUM news, from raw text: node dist/eval/coreference.js --gold DIR [--sample N] [--only GUM_news_x] [--misses]
// DIR holds ontogum/conllu and ud.
//
// The measure is a link F1, the MUC count of Vilain et al. (1995) with mentions matched by their head word:
// for each gold chain of n mentions, n - 1 links are wanted, and the number of parts into which the system's chains split it, less one, is missed (recall);
// for each system chain the same against the gold chains (precision). A system mention that is in no gold chain is a part of its own and costs precision.
// Gold chains are those of persons, organisations and places (typed by UD GUM). System chains are the actor and place mentions with the same actors or
// place, joined along `antecedent`. Adjectives (`Japanese`) are left out on the system's side, and names that only modify a noun (`U.S.` in `U.S. troops`)
// where no gold mention matches them: OntoGUM annotates the former never and the latter not always.
// Two mentions match when one begins and ends where the other does (articles and possessive marks aside), when their head words begin at one character,
// or when each covers the other's head word; of several the closest in length.
import { parseArgs } from "node:util";
import { loadKnowledge } from "../src/knowledge/index.ts";
import { type AnnotatedDocument, createLanguage } from "../src/language/index.ts";
import type { Document } from "../src/model/index.ts";
import { type GoldDocument, readOntoGumNews } from "./gold/ontogum.ts";

const { values } = parseArgs({
  options: {
    gold: { type: "string" },
    sample: { type: "string" },
    only: { type: "string" },
    misses: { type: "boolean", default: false },
  },
});
if (!values.gold) throw new Error("--gold DIR is needed");

interface SystemMention {
  readonly head: number;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly chain: string;
  /** A noun that only modifies another. */
  readonly adjunct: boolean;
}

function toDocument(gold: GoldDocument): Document {
  return {
    id: `sha256:${gold.id}`,
    file: gold.id,
    url: null,
    site: null,
    title: gold.title,
    author: null,
    published: gold.published ? { value: gold.published, precision: "day", source: "gold" } : null,
    modified: null,
    language: "en",
    kind: "news",
    text: gold.text,
    removals: [],
    problems: [],
  };
}

/** System mentions with the key of their chain. */
function systemMentions(a: AnnotatedDocument): SystemMention[] {
  const key = (id: number, depth: number): string => {
    const mention = a.mentions[id]!;
    if (mention.kind === "place") return mention.placeId;
    if (mention.kind !== "actor") return `#${id}`;
    if (mention.actors.length > 0)
      return mention.actors
        .map((x) => x.id)
        .sort()
        .join("+");
    return mention.antecedent === null || depth > 50 ? `#${id}` : key(mention.antecedent, depth + 1);
  };
  const found: SystemMention[] = [];
  for (const mention of a.mentions) {
    if (mention.kind !== "actor" && mention.kind !== "place") continue;
    const head = a.tokens[mention.head]!;
    if (mention.kind === "actor" && mention.form === "state" && head.upos === "ADJ") continue;
    found.push({
      head: head.start,
      start: mention.start,
      end: mention.end,
      text: mention.text,
      chain: key(mention.id, 0),
      adjunct: head.deprel === "compound",
    });
  }
  return found;
}

/** Range without a leading article and a trailing possessive mark. */
function core(text: string, start: number, end: number): string {
  const words = text.slice(start, end);
  const lead = /^(?:the|a|an) /i.exec(words)?.[0].length ?? 0;
  const tail = /['’]s?$/.exec(words)?.[0].length ?? 0;
  return `${start + lead}-${end - tail}`;
}

/** The gold mention that covers the system mention's head and whose head the system mention covers; the closest in length. */
function eachOther(gold: GoldDocument, m: SystemMention): string | undefined {
  let best: string | undefined;
  let gap = Number.POSITIVE_INFINITY;
  gold.chains.forEach((chain, c) => {
    chain.mentions.forEach((g, i) => {
      const difference = Math.abs(g.end - g.start - (m.end - m.start));
      if (g.start > m.head || m.head >= g.end || m.start > g.head || g.head >= m.end || difference >= gap) return;
      gap = difference;
      best = `${c}.${i}`;
    });
  });
  return best;
}

/** Links found and wanted when each chain of `chains` is cut by the chains of the other side. */
function links(chains: readonly (readonly string[])[], other: ReadonlyMap<string, string>): { found: number; wanted: number } {
  let found = 0;
  let wanted = 0;
  for (const chain of chains) {
    if (chain.length < 2) continue;
    const parts = new Set(chain.map((m) => other.get(m) ?? `alone:${m}`));
    found += chain.length - parts.size;
    wanted += chain.length - 1;
  }
  return { found, wanted };
}

const started = performance.now();
const language = createLanguage(loadKnowledge());
const documents = readOntoGumNews(values.gold)
  .filter((d) => !values.only || values.only.split(",").includes(d.id))
  .slice(0, values.sample ? Number(values.sample) : undefined);
const recall = { found: 0, wanted: 0 };
const precision = { found: 0, wanted: 0 };
const byType: Record<string, { found: number; wanted: number }> = {};
for (const gold of documents) {
  const a = language.annotate(toDocument(gold));
  const system = systemMentions(a);
  // Names of matched mentions: the gold mention's position in the list.
  const byHead = new Map<number, string>();
  const byRange = new Map<string, string>();
  const goldOf = new Map<string, string>();
  const goldChains = gold.chains.map((chain, c) =>
    chain.mentions.map((m, i) => {
      const name = `${c}.${i}`;
      if (!byHead.has(m.head)) byHead.set(m.head, name);
      byRange.set(core(gold.text, m.start, m.end), name);
      goldOf.set(name, String(c));
      return name;
    }),
  );
  const systemOf = new Map<string, string>();
  const systemChains = new Map<string, string[]>();
  system.forEach((m, i) => {
    const match = byRange.get(core(gold.text, m.start, m.end)) ?? byHead.get(m.head) ?? eachOther(gold, m);
    if (!match && m.adjunct) return;
    const name = match && !systemOf.has(match) ? match : `s${i}`;
    systemOf.set(name, m.chain);
    systemChains.set(m.chain, [...(systemChains.get(m.chain) ?? []), name]);
  });
  const add = (total: { found: number; wanted: number }, part: { found: number; wanted: number }): void => {
    total.found += part.found;
    total.wanted += part.wanted;
  };
  const r = links(goldChains, systemOf);
  const p = links([...systemChains.values()], goldOf);
  add(recall, r);
  add(precision, p);
  gold.chains.forEach((chain, c) => {
    byType[chain.type] ??= { found: 0, wanted: 0 };
    add(byType[chain.type]!, links([goldChains[c]!], systemOf));
  });
  if (values.misses) report(gold, system, goldChains, systemOf, systemChains, goldOf, r, p);
}

function groupBy(items: readonly string[], key: (item: string) => string): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const item of items) groups.set(key(item), [...(groups.get(key(item)) ?? []), item]);
  return groups;
}

function report(
  gold: GoldDocument,
  system: readonly SystemMention[],
  goldChains: readonly (readonly string[])[],
  systemOf: ReadonlyMap<string, string>,
  systemChains: ReadonlyMap<string, readonly string[]>,
  goldOf: ReadonlyMap<string, string>,
  r: { found: number; wanted: number },
  p: { found: number; wanted: number },
): void {
  console.error(`\n== ${gold.id} recall ${r.found}/${r.wanted} precision ${p.found}/${p.wanted}`);
  const words = (name: string): string => {
    if (name.startsWith("s")) return system[Number(name.slice(1))]!.text;
    const [c, i] = name.split(".").map(Number);
    const m = gold.chains[c!]!.mentions[i!]!;
    return gold.text.slice(m.start, m.end).slice(0, 40);
  };
  goldChains.forEach((chain, c) => {
    const parts = groupBy(chain, (m) => systemOf.get(m) ?? "-none-");
    if (parts.size > 1 || parts.has("-none-"))
      console.error(`R ${gold.chains[c]!.type}: ${[...parts].map(([k, ms]) => `{${k}: ${ms.map(words).join(" | ")}}`).join(" ")}`);
  });
  for (const [key, chain] of systemChains) {
    const parts = groupBy(chain, (m) => goldOf.get(m) ?? "-none-");
    if (chain.length > 1 && (parts.size > 1 || parts.has("-none-")))
      console.error(`P ${key}: ${[...parts].map(([k, ms]) => `{${k}: ${ms.map(words).join(" | ")}}`).join(" ")}`);
  }
}

const ratio = (part: { found: number; wanted: number }): number => (part.wanted === 0 ? 0 : part.found / part.wanted);
const round = (x: number): number => Math.round(x * 1000) / 1000;
const [P, R] = [ratio(precision), ratio(recall)];
console.log(
  JSON.stringify({
    measure: "coreference",
    documents: documents.length,
    f1: round(P + R === 0 ? 0 : (2 * P * R) / (P + R)),
    precision: round(P),
    recall: round(R),
    recallByType: Object.fromEntries(Object.entries(byType).map(([type, part]) => [type, round(ratio(part))])),
    links: recall.wanted,
    seconds: round((performance.now() - started) / 1000),
  }),
);
