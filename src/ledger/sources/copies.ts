// When two texts count as one: the rule over their fingerprints, owners and dates, and the search for such texts among those recorded.
import type { Connection } from "../driver.ts";
import { indexed, shared } from "./shingles.ts";

/** What the rule needs to know of a text. */
export interface Print {
  readonly hashes: Uint32Array;
  /** Owner's id, null when the site is not known. */
  readonly owner: string | null;
  /** Moment of publication in milliseconds, null when not known. */
  readonly instant: number | null;
}

// Thresholds: docs/decisions/0070, measured by eval/stories.ts.
/** Containment from which texts of different owners that appeared within WINDOW_DAYS of each other are one. */
export const ACROSS_OWNERS = 0.2;
/** Containment from which any two texts are one: of different owners at any distance in time, of one owner within WINDOW_DAYS. */
export const ALMOST_ALL = 0.5;
/** An agency's text is reprinted within days; a government's formula comes back after months. */
export const WINDOW_DAYS = 14;
/** Fewer shared word sequences than this are a shared phrase, not a shared text. */
export const LEAST_SHARED = 10;

const DAY = 86_400_000;

/** Share of the smaller text that the other contains if the two count as one text, or null if they do not. Symmetric. */
export function copied(a: Print, b: Print): number | null {
  const smaller = Math.min(a.hashes.length, b.hashes.length);
  const common = shared(a.hashes, b.hashes);
  if (common < LEAST_SHARED) return null;
  const contained = common / smaller;
  const near = a.instant === null || b.instant === null || Math.abs(a.instant - b.instant) <= WINDOW_DAYS * DAY;
  const oneOwner = a.owner !== null && a.owner === b.owner;
  const enough = oneOwner ? near && contained >= ALMOST_ALL : contained >= (near ? ACROSS_OWNERS : ALMOST_ALL);
  return enough ? contained : null;
}

/** A text must share this many indexed hashes to be compared in full: with one in eight indexed, a fifth of 160 word sequences leaves four. */
const LEAST_INDEXED = 2;

/**
 * At most this many texts are compared with a new one, those that share most first. A wire text has tens of reprints; the bound keeps
 * a flood of equal pages from costing quadratic time. Beyond it the new text is still joined to the story through those compared.
 */
const MOST_COMPARED = 200;

/** A Uint32Array as bytes, little-endian, and back. */
export function toBytes(hashes: Uint32Array): Uint8Array {
  const bytes = new Uint8Array(hashes.length * 4);
  const view = new DataView(bytes.buffer);
  hashes.forEach((hash, i) => {
    view.setUint32(i * 4, hash, true);
  });
  return bytes;
}

export function fromBytes(bytes: Uint8Array): Uint32Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Uint32Array.from({ length: bytes.byteLength / 4 }, (_, i) => view.getUint32(i * 4, true));
}

/** Enters a text's fingerprint under the document's key and links it to the recorded texts that are one with it. Inside the transaction of its document. */
export function link(db: Connection, key: number, print: Print): void {
  const hashes = indexed(print.hashes);
  const candidates = db
    .statement(
      `SELECT d.key, d.owner, d.published_instant AS instant, d.fingerprint FROM (
         SELECT document, count(*) AS n FROM shingles WHERE hash IN (SELECT value FROM json_each(?)) GROUP BY document HAVING n >= ${LEAST_INDEXED}
       ) s JOIN documents d ON d.key = s.document ORDER BY s.n DESC, d.id LIMIT ${MOST_COMPARED}`,
    )
    .all(JSON.stringify(hashes));
  for (const row of candidates) {
    const other: Print = {
      hashes: fromBytes(row.fingerprint as Uint8Array),
      owner: row.owner as string | null,
      instant: row.instant as number | null,
    };
    const contained = copied(print, other);
    if (contained === null) continue;
    const of = Number(row.key);
    db.statement("INSERT INTO copies (a, b, containment) VALUES (?, ?, ?)").run(Math.min(key, of), Math.max(key, of), contained);
  }
  const insert = db.statement("INSERT INTO shingles (hash, document) VALUES (?, ?)");
  for (const hash of hashes) insert.run(hash, key);
}
