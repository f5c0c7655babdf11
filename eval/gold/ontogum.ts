// Reads OntoGUM news documents with the entity types of UD GUM: the text, and chains of mentions of persons, organisations and places.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readConlluTexts } from "./conllu.ts";

export interface GoldMention {
  /** Characters of the whole mention and of its head word. */
  readonly start: number;
  readonly end: number;
  readonly head: number;
}

export interface GoldChain {
  readonly type: "person" | "organization" | "place";
  readonly mentions: readonly GoldMention[];
}

export interface GoldDocument {
  readonly id: string;
  readonly text: string;
  readonly title: string;
  /** Day of publication, `YYYY-MM-DD`. */
  readonly published: string | null;
  readonly chains: readonly GoldChain[];
}

interface Row {
  readonly head: number;
  readonly upos: string;
  readonly misc: string;
}

interface Span {
  readonly from: number;
  /** Inclusive. */
  readonly to: number;
  readonly chain: string;
  readonly type: string;
}

const TYPES = new Set(["person", "organization", "place"]);

/** Blocks of a CoNLL-U file by document id. */
function documents(source: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const part of source.split(/^(?=# newdoc id = )/m)) {
    const id = /^# newdoc id = (\S+)/.exec(part)?.[1];
    if (id) found.set(id, part);
  }
  return found;
}

/** Words with document-wide heads. */
function rowsOf(block: string): Row[] {
  const rows: Row[] = [];
  let base = 0;
  for (const line of block.split("\n")) {
    const c = line.split("\t");
    if (line === "") base = rows.length;
    if (!/^\d+$/.test(c[0]!)) continue;
    const head = Number(c[6]);
    rows.push({ head: head === 0 ? -1 : base + head - 1, upos: c[3]!, misc: c[9]! });
  }
  return rows;
}

/** Entity brackets of the MISC column. In GUM the type follows the chain's number; OntoGUM has the number alone. */
function spansOf(rows: readonly Row[]): Span[] {
  const open = new Map<string, { from: number; type: string }[]>();
  const spans: Span[] = [];
  rows.forEach((row, index) => {
    const value = /(?:^|\|)Entity=([^|]*)/.exec(row.misc)?.[1];
    if (!value) return;
    for (const part of value.match(/\([^()]*\)?|[^()]+\)/g) ?? []) {
      const [chain = "", type = ""] = part.replace(/[()]/g, "").split("-");
      if (part.startsWith("(")) {
        const stack = open.get(chain) ?? [];
        stack.push({ from: index, type });
        open.set(chain, stack);
      }
      if (part.endsWith(")")) {
        const begun = open.get(chain)?.pop();
        if (begun) spans.push({ from: begun.from, to: index, chain, type: begun.type });
      }
    }
  });
  return spans;
}

function headOf(rows: readonly Row[], span: Span): number {
  for (let i = span.from; i <= span.to; i++) {
    const { head, upos } = rows[i]!;
    if ((head < span.from || head > span.to) && upos !== "PUNCT") return i;
  }
  return span.from;
}

/**
 * News documents below `folder` (the folder that holds `ontogum/conllu` and `ud`) that stand in both treebanks.
 * A chain's type is that of most of its mentions in UD GUM; chains of other types and of one mention are left out.
 */
export function readOntoGumNews(folder: string): GoldDocument[] {
  const typed = new Map<string, string>();
  for (const part of ["train", "dev", "test"]) {
    const path = join(folder, "ud", `gum-${part}.conllu`);
    if (existsSync(path)) for (const [id, block] of documents(readFileSync(path, "utf8"))) typed.set(id, block);
  }
  const result: GoldDocument[] = [];
  const conllu = join(folder, "ontogum", "conllu");
  for (const file of readdirSync(conllu).sort()) {
    if (!file.startsWith("GUM_news_")) continue;
    const source = readFileSync(join(conllu, file), "utf8");
    const id = file.replace(".conllu", "");
    const other = typed.get(id);
    if (!other) continue;
    const rows = rowsOf(source);
    const { text, tokens } = readConlluTexts(source)[0]!;
    const types = new Map(spansOf(rowsOf(other)).map((s) => [`${s.from}-${s.to}`, s.type]));
    const chains = new Map<string, Span[]>();
    for (const span of spansOf(rows)) chains.set(span.chain, [...(chains.get(span.chain) ?? []), span]);
    const kept: GoldChain[] = [];
    for (const spans of chains.values()) {
      const votes = new Map<string, number>();
      for (const s of spans) {
        const type = types.get(`${s.from}-${s.to}`);
        if (type) votes.set(type, (votes.get(type) ?? 0) + 1);
      }
      const [type] = [...votes].sort((a, b) => b[1] - a[1])[0] ?? [""];
      if (spans.length < 2 || !TYPES.has(type)) continue;
      const mentions = spans.map((s) => ({ start: tokens[s.from]!.start, end: tokens[s.to]!.end, head: tokens[headOf(rows, s)]!.start }));
      kept.push({ type: type as GoldChain["type"], mentions });
    }
    result.push({
      id,
      text,
      title: /^# meta::title = (.*)$/m.exec(source)?.[1] ?? "",
      published: /^# meta::dateCreated = (\d{4}-\d{2}-\d{2})/m.exec(source)?.[1] ?? null,
      chains: kept,
    });
  }
  return result;
}
