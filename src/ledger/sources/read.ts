// What the database holds of copies, read back: pairs of texts that count as one, shared paragraphs, the story around one document.
import type { Connection, Row } from "../driver.ts";
import { type DocumentFacts, documentAt, factsAt } from "../load.ts";
import { fromBytes } from "./bytes.ts";
import { isOneText, type Likeness } from "./copies.ts";
import type { Pair } from "./group.ts";
import type { Told } from "./lineage.ts";
import type { OwnerOf } from "./owner.ts";

const WITHIN = "IN (SELECT value FROM json_each(?1))";

const likenessOf = (row: Row): Likeness => ({ contained: Number(row.containment), partial: Number(row.partial) === 1 });

/** Pairs of documents that share words. */
export interface Pairs {
  /** Those that count as one text. */
  readonly copies: readonly Pair[];
  /** Those of different owners that share less: a paragraph perhaps. */
  readonly others: readonly Pair[];
}

/** The pairs among `documents`. `keys`: their keys as a JSON list; null where they are all there are. */
export function pairsAmong(db: Connection, documents: readonly DocumentFacts[], keys: string | null): Pairs {
  const byKey = new Map(documents.map((document) => [document.key, document]));
  const rows = db
    .statement(`SELECT a, b, containment, partial FROM copies ${keys === null ? "" : `WHERE a ${WITHIN} AND b ${WITHIN}`} ORDER BY a, b`)
    .all(...(keys === null ? [] : [keys]));
  const [copies, others]: [Pair[], Pair[]] = [[], []];
  for (const row of rows) {
    const [a, b] = [byKey.get(Number(row.a)), byKey.get(Number(row.b))];
    if (!a || !b) continue;
    if (isOneText(likenessOf(row), a, b)) copies.push([a.key, b.key]);
    else if (a.owner === null || a.owner !== b.owner) others.push([a.key, b.key]);
  }
  return { copies, others };
}

/** The documents of one story with `start`, first published first. */
export function storyAround(db: Connection, start: DocumentFacts, owners: OwnerOf): readonly DocumentFacts[] {
  const found = new Map([[start.key, start]]);
  for (const one of found.values()) {
    const rows = db
      .statement(
        "SELECT b AS other, containment, partial FROM copies WHERE a = ?1 UNION ALL SELECT a, containment, partial FROM copies WHERE b = ?1",
      )
      .all(one.key);
    for (const row of rows) {
      if (found.has(Number(row.other))) continue;
      const other = factsAt(db, "key", Number(row.other), owners)!;
      if (isOneText(likenessOf(row), one, other)) found.set(other.key, other);
    }
  }
  const time = ({ instant }: DocumentFacts) => instant ?? Number.POSITIVE_INFINITY;
  return [...found.values()].sort((a, b) => (time(a) === time(b) ? (a.id < b.id ? -1 : 1) : time(a) - time(b)));
}

/** The words of a document and its fingerprint. */
export function toldAt(db: Connection, key: number): Told {
  const { text, author } = documentAt(db, key);
  const { hashes } = db.statement("SELECT hashes FROM fingerprints WHERE document = ?").get(key)!;
  return { text, author, print: fromBytes(hashes as Uint8Array) };
}
