// The youngest documents' hashes in memory, in slices of the hash range: found by hash, and taken out a slice at a time.

/** Slices of the hash range; a slice is moved to the table in one go, so that its rows lie side by side there. */
export const SLICES = 1024;

/** The slice a 32-bit hash falls in: its top ten bits. */
export const sliceOf = (hash: number): number => hash >>> 22;

const START = 32;

/** A small open-addressed table of (hash, document) pairs. A hash may stand there several times, with ascending documents. */
class Slab {
  #hashes = new Uint32Array(START);
  /** 0: empty; keys of documents begin at 1. */
  #documents = new Uint32Array(START);
  #size = 0;

  /** Adds a pair, unless the hash has `most` documents already. */
  add(hash: number, document: number, most: number): void {
    if ((this.#size + 1) * 3 > this.#hashes.length * 2) this.#grow();
    const mask = this.#hashes.length - 1;
    let same = 0;
    for (let at = hash & mask; ; at = (at + 1) & mask) {
      if (this.#documents[at] === 0) {
        this.#hashes[at] = hash;
        this.#documents[at] = document;
        this.#size++;
        return;
      }
      if (this.#hashes[at] === hash && ++same >= most) return;
    }
  }

  /** Calls `visit` with the documents of a hash, those added first first. */
  find(hash: number, visit: (document: number) => void): void {
    const mask = this.#hashes.length - 1;
    for (let at = hash & mask; this.#documents[at] !== 0; at = (at + 1) & mask) {
      if (this.#hashes[at] === hash) visit(this.#documents[at]!);
    }
  }

  /** All pairs by document, then by hash. */
  pairs(): (readonly [number, number])[] {
    const pairs: (readonly [number, number])[] = [];
    for (let at = 0; at < this.#hashes.length; at++) {
      const document = this.#documents[at]!;
      if (document !== 0) pairs.push([this.#hashes[at]!, document]);
    }
    return pairs.sort(([a, x], [b, y]) => x - y || a - b);
  }

  #grow(): void {
    const pairs = this.pairs();
    this.#hashes = new Uint32Array(this.#hashes.length * 2);
    this.#documents = new Uint32Array(this.#hashes.length);
    this.#size = 0;
    for (const [hash, document] of pairs) this.add(hash, document, Number.POSITIVE_INFINITY);
  }
}

/** Hashes of documents, eight bytes a pair at two thirds full at most. */
export class RecentHashes {
  /** Made when first needed: most ledgers that are opened are only read. */
  readonly #slabs: (Slab | undefined)[] = Array.from({ length: SLICES });
  readonly #most: number;

  /** @param most documents of one hash that are kept */
  constructor(most: number) {
    this.#most = most;
  }

  /** Adds a document; documents come in ascending order. */
  add(document: number, hashes: Uint32Array): void {
    for (const hash of hashes) {
      this.#slabs[sliceOf(hash)] ??= new Slab();
      this.#slabs[sliceOf(hash)]!.add(hash, document, this.#most);
    }
  }

  find(hash: number, visit: (document: number) => void): void {
    this.#slabs[sliceOf(hash)]?.find(hash, visit);
  }

  /** Takes the pairs of documents up to `last` out of a slice. Gives them by hash, then by document. */
  take(slice: number, last: number): readonly (readonly [number, number])[] {
    const pairs = this.#slabs[slice]?.pairs() ?? [];
    if (pairs.length === 0) return [];
    const rest = new Slab();
    for (const [hash, document] of pairs) if (document > last) rest.add(hash, document, this.#most);
    this.#slabs[slice] = rest;
    return pairs.filter(([, document]) => document <= last).sort(([a, x], [b, y]) => a - b || x - y);
  }
}
