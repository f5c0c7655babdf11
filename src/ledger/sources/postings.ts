// Which documents hold a hash: a table sorted by hash, and in front of it a queue of the youngest documents, whose hashes are searched in memory.
import type { Connection } from "../driver.ts";
import { fromBytes, toBytes } from "./bytes.ts";
import { RecentHashes, SLICES, sliceOf } from "./recent.ts";

// Why a queue: a hash goes to a random page of the table, so a document of 60 hashes writes 60 pages. Moved a slice of the hash range at a time,
// many documents share a page. docs/decisions/0076 has the measurement.

/** Documents of one hash that are looked at, the first recorded ones. A sequence in more texts than this is a widely printed story, or a formula. */
export const MOST_OF_ONE = 64;

/** The queue grows to this share of the ledger: more means fewer pages written, and more to read when a ledger is opened. */
const QUEUE_SHARE = 16;

/** How far a round through the slices has come: slices below `slice` hold the documents up to `last` in the table, the others those up to `done`. */
interface Round {
  readonly slice: number;
  readonly done: number;
  readonly last: number;
}

/** How many indexed hashes a document shares with those searched for. */
export interface Hits {
  all: number;
  /** Those that fewer than MOST_OF_ONE documents hold. */
  rare: number;
}

export class Postings {
  readonly #db: Connection;
  #recent = new RecentHashes(MOST_OF_ONE);
  /** Last document of the queue that is in memory. */
  #seen = 0;

  constructor(db: Connection) {
    this.#db = db;
  }

  /** Drops what is in memory; it is read again when needed. For a transaction that was rolled back. */
  forget(): void {
    this.#recent = new RecentHashes(MOST_OF_ONE);
    this.#seen = 0;
  }

  #round(): Round {
    const row = this.#db.statement("SELECT slice, done, last FROM shingle_round").get()!;
    return { slice: Number(row.slice), done: Number(row.done), last: Number(row.last) };
  }

  /** Reads what this or another process has recorded since. */
  #catchUp(): void {
    const rows = this.#db.statement("SELECT document, hashes FROM shingle_queue WHERE document > ? ORDER BY document").all(this.#seen);
    for (const row of rows) {
      this.#seen = Number(row.document);
      this.#recent.add(this.#seen, fromBytes(row.hashes as Uint8Array));
    }
  }

  /** The recorded documents that hold some of the hashes, and how many of them. */
  search(hashes: Uint32Array): ReadonlyMap<number, Hits> {
    this.#catchUp();
    const round = this.#round();
    const stored = new Map<number, readonly number[]>();
    // One statement for all hashes: most of them lead nowhere, and a statement each costs more than the look-up.
    for (const row of this.#db
      .statement(
        `SELECT hash, (SELECT group_concat(document) FROM (SELECT document FROM shingles s WHERE s.hash = j.value ORDER BY document LIMIT ${MOST_OF_ONE})) AS documents
         FROM (SELECT value, value AS hash FROM json_each(?)) j WHERE documents IS NOT NULL`,
      )
      .all(`[${hashes.join()}]`)) {
      stored.set(Number(row.hash), (row.documents as string).split(",").map(Number));
    }
    const hits = new Map<number, Hits>();
    for (const hash of hashes) {
      const documents = [...(stored.get(hash) ?? [])];
      const inTable = sliceOf(hash) < round.slice ? round.last : round.done;
      this.#recent.find(hash, (document) => {
        if (document > inTable && documents.length < MOST_OF_ONE) documents.push(document);
      });
      const rare = documents.length < MOST_OF_ONE ? 1 : 0;
      for (const document of documents) {
        const hit = hits.get(document);
        if (hit) {
          hit.all++;
          hit.rare += rare;
        } else hits.set(document, { all: 1, rare });
      }
    }
    return hits;
  }

  /** Enters a document, later than all others. Inside the transaction of the document, after `search`. */
  add(document: number, hashes: Uint32Array): void {
    this.#db.statement("INSERT INTO shingle_queue (document, hashes) VALUES (?, ?)").run(document, toBytes(hashes));
    const every = Math.max(1, Math.floor(document / QUEUE_SHARE / SLICES));
    if (document % every === 0) this.#moveSlice(document);
  }

  /** Moves the next slice of the queue to the table; with the last slice a round ends, and the next one takes what has come meanwhile. */
  #moveSlice(document: number): void {
    const { slice, done, last } = this.#round();
    const insert = this.#db.statement("INSERT OR IGNORE INTO shingles (hash, document) VALUES (?, ?)");
    for (const [hash, of] of this.#recent.take(slice, last)) if (of > done) insert.run(hash, of);
    const next: Round = slice + 1 < SLICES ? { slice: slice + 1, done, last } : { slice: 0, done: last, last: document };
    if (next.slice === 0) this.#db.statement("DELETE FROM shingle_queue WHERE document <= ?").run(next.done);
    this.#db.statement("UPDATE shingle_round SET slice = ?, done = ?, last = ?").run(next.slice, next.done, next.last);
  }
}
