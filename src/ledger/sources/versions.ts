// Versions of one page: which texts are corrections or updates of which, what they changed, and which of them counts at a moment.
import type { Document } from "../../model/index.ts";
import type { Connection } from "../driver.ts";
import type { Edit } from "../types.ts";
import { editsOf, keptShare } from "./edits.ts";

/** A recorded text as a version of its page. */
export interface Edition {
  readonly key: number;
  /** Moment of the version in milliseconds: when it was modified, else published; UNDATED when nothing dates it. */
  readonly edition: number;
  /** Moment of publication; null when not known. */
  readonly instant: number | null;
}

/** Two neighbouring versions. */
export interface Link {
  readonly older: Edition;
  readonly newer: Edition;
  /** Whether the words are the same, and only date or title differ. */
  readonly same: boolean;
}

/** Share of the shorter text's words that a version keeps: two reports under one address (a live page, a home page) keep little but small words. */
const LEAST_KEPT = 0.5;
/** A later text shorter than this share of the earlier one is an opening of it, as feeds give it, and not its new version. */
const OPENING = 0.5;
/** Texts of one page on either side that a new one is compared with; beyond are pages that change with every visit. */
const NEIGHBOURS = 4;

/** The last moment a date can hold (ECMA-262, 21.4.1.1): a version that nothing dates is taken for the newest. */
export const UNDATED = 8_640_000_000_000_000;

/** By time; those of one moment in the order of recording, which is the only trace of what came first. */
const inOrder = (a: Edition, b: Edition): number => a.edition - b.edition || a.key - b.key;

/** What decides whether a text is a version of another. */
interface Words extends Pick<Document, "text" | "kind"> {
  /** Whether the reader found it to be only the opening of a text. */
  readonly teaser: boolean;
}

/** The changes from one text of a page to a later one; null where the later is no version of the earlier, but another text or an opening. */
function revise(older: Words, newer: Words): readonly Edit[] | null {
  if (newer.teaser) return null;
  const edits = editsOf(older.text, newer.text);
  // A correction that replaces the article may keep none of its words.
  if (newer.kind === "correction") return edits;
  if (newer.text.length < OPENING * older.text.length) return null;
  return keptShare(older.text, newer.text, edits) >= LEAST_KEPT ? edits : null;
}

const isTeaser = ({ problems }: Pick<Document, "problems">): boolean => problems.some(({ code }) => code === "text-teaser");

/** The nearest texts of a page on one side of a version, nearest first. */
function nearest(
  db: Connection,
  page: string,
  { edition, key }: Edition,
  side: "older" | "newer",
): readonly (Words & { readonly key: number })[] {
  const [sign, way] = side === "older" ? ["<", "DESC"] : [">", ""];
  return db
    .statement(
      `SELECT key, text, kind, problems FROM documents WHERE page = ? AND (edition, key) ${sign} (?, ?)
       ORDER BY edition ${way}, key ${way} LIMIT ${NEIGHBOURS}`,
    )
    .all(page, edition, key)
    .map((row) => ({
      key: Number(row.key),
      text: row.text as string,
      kind: row.kind as Document["kind"],
      teaser: isTeaser({ problems: JSON.parse(row.problems as string) }),
    }));
}

/** Links a new text to the versions before and after it. Inside the transaction of its document, when the document is there. */
export function linkVersions(db: Connection, page: string, added: Edition, document: Document): void {
  const own: Words = { text: document.text, kind: document.kind, teaser: isTeaser(document) };
  for (const side of ["older", "newer"] as const) {
    for (const other of nearest(db, page, added, side)) {
      const edits = side === "older" ? revise(other, own) : revise(own, other);
      if (edits === null) continue;
      const pair = side === "older" ? [other.key, added.key] : [added.key, other.key];
      const rows = edits.map(({ from, to }) => [from.start, from.end, to.start, to.end]);
      db.statement("INSERT INTO versions (older, newer, edits) VALUES (?, ?, ?)").run(...pair, JSON.stringify(rows));
      break;
    }
  }
}

const editionOf = (row: Readonly<Record<string, unknown>>, side: "o" | "n"): Edition => ({
  key: Number(row[`${side}key`]),
  edition: Number(row[`${side}edition`]),
  instant: row[`${side}instant`] === null ? null : Number(row[`${side}instant`]),
});

/** The links among the versions of the pages of some documents (`keys`, a JSON list), or of all (null). */
export function linksOf(db: Connection, keys: string | null): readonly Link[] {
  const sides = ["o", "n"].map((x) => `${x}.key AS ${x}key, ${x}.edition AS ${x}edition, ${x}.published_instant AS ${x}instant`);
  const some =
    keys === null
      ? ""
      : "WHERE v.older IN (SELECT key FROM documents WHERE page IN (SELECT page FROM documents WHERE key IN (SELECT value FROM json_each(?))))";
  return db
    .statement(
      `SELECT ${sides}, v.edits = '[]' AS same FROM versions v JOIN documents o ON o.key = v.older JOIN documents n ON n.key = v.newer ${some}
       ORDER BY v.older, v.newer`,
    )
    .all(...(keys === null ? [] : [keys]))
    .map((row) => ({
      older: editionOf(row, "o"),
      newer: editionOf(row, "n"),
      same: Number(row.same) === 1,
    }));
}

/** The versions that are linked with each other, each list in the order of time. */
function chains(links: readonly Link[]): readonly (readonly Edition[])[] {
  const chain = new Map<number, Edition[]>();
  for (const { older, newer } of links) {
    const [a, b] = [chain.get(older.key) ?? [older], chain.get(newer.key) ?? [newer]];
    if (a === b) continue;
    const both = [...a, ...b];
    for (const { key } of both) chain.set(key, both);
  }
  return [...new Set(chain.values())].map((list) => [...list].sort(inOrder));
}

/**
 * The documents that do not count as of `limit` (milliseconds; null for now), by key: versions that a later one has replaced, and versions that did not
 * exist yet. A page's first version exists from its publication on, each later one from its own moment. A version that repeats the words of the one
 * before under another date or title says nothing anew: the first of them counts.
 */
export function setAside(links: readonly Link[], limit: number | null): ReadonlySet<number> {
  const later = new Set(links.map(({ newer }) => newer.key));
  const repeats = new Map(links.filter(({ same }) => same).map(({ older, newer }) => [newer.key, older.key]));
  const aside = new Set<number>();
  for (const chain of chains(links)) {
    const known = chain.filter(({ key, edition, instant }) => {
      const from = later.has(key) && edition !== UNDATED ? Math.max(edition, instant ?? edition) : instant;
      return limit === null || from === null || from <= limit;
    });
    let current = known.at(-1)?.key;
    const keys = new Set(known.map(({ key }) => key));
    while (current !== undefined) {
      const before = repeats.get(current);
      if (before === undefined || !keys.has(before)) break;
      current = before;
    }
    for (const { key } of chain) if (key !== current) aside.add(key);
  }
  return aside;
}

/** The version after a document (`newer`) or before it (`older`), and what changed between the two; null where there is none. */
export function neighbourOf(
  db: Connection,
  key: number,
  side: "older" | "newer",
): { readonly key: number; readonly edits: readonly Edit[] } | null {
  const [from, way] = side === "newer" ? ["older", ""] : ["newer", "DESC"];
  const row = db
    .statement(
      `SELECT v.${side} AS key, v.edits FROM versions v JOIN documents d ON d.key = v.${side} WHERE v.${from} = ? ORDER BY d.edition ${way}, d.key ${way} LIMIT 1`,
    )
    .get(key);
  if (!row) return null;
  const edits = (JSON.parse(row.edits as string) as readonly (readonly [number, number, number, number])[]).map(([a, b, c, d]) => ({
    from: { start: a, end: b },
    to: { start: c, end: d },
  }));
  return { key: Number(row.key), edits };
}
