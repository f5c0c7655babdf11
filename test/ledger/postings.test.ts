// The index of word sequences: what it finds is what was entered, in the queue or in the table, from one opening to the next, by one process or two.
import fc from "fast-check";
import { expect, it } from "vitest";
import type { Connection } from "../../src/ledger/driver.ts";
import { openDatabase } from "../../src/ledger/open.ts";
import { MOST_OF_ONE, Postings } from "../../src/ledger/sources/postings.ts";
import { RecentHashes, sliceOf } from "../../src/ledger/sources/recent.ts";

function open(): Connection {
  const db = openDatabase(":memory:", true);
  // Only the index is of interest: its keys need no documents.
  db.exec("PRAGMA foreign_keys = OFF");
  return db;
}

/** Numerical Recipes' generator. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state;
  };
}

it("finds every document of a hash while rounds move the queue into the table, whoever enters them", () => {
  const db = open();
  const next = random(3);
  const pool = Uint32Array.from({ length: 4000 }, next);
  const truth = new Map<number, number[]>();
  // Two processes on one ledger, and one that is opened anew now and then.
  let writers = [new Postings(db), new Postings(db)];
  for (let document = 1; document <= 2200; document++) {
    const hashes = Uint32Array.from(new Set(Array.from({ length: 8 }, () => pool[next() % pool.length]!))).sort();
    if (document % 700 === 0) writers = [writers[1]!, new Postings(db)];
    const writer = writers[document % 2]!;
    const found = writer.search(hashes);
    const expected = new Map<number, number>();
    for (const hash of hashes) for (const of of truth.get(hash) ?? []) expected.set(of, (expected.get(of) ?? 0) + 1);
    if (document % 13 === 0) expect(new Map([...found].map(([key, { all }]) => [key, all]))).toEqual(expected);
    writer.add(document, hashes);
    for (const hash of hashes) truth.set(hash, [...(truth.get(hash) ?? []), document]);
  }
  expect(Number(db.statement("SELECT count(*) AS n FROM shingles").get()?.n)).toBeGreaterThan(5000);
  expect(Number(db.statement("SELECT count(*) AS n FROM shingle_queue").get()?.n)).toBeLessThan(2100);
});

it("gives no more than the first documents of a hash that very many hold, and calls it common", () => {
  const postings = new Postings(open());
  const [common, own] = [Uint32Array.of(5), 4_000_000_000];
  for (let document = 1; document <= MOST_OF_ONE + 20; document++) {
    postings.search(common);
    postings.add(document, document === 3 ? Uint32Array.of(5, own) : common);
  }
  const found = postings.search(Uint32Array.of(5, own));
  expect([...found.keys()].sort((a, b) => a - b)).toEqual(Array.from({ length: MOST_OF_ONE }, (_, i) => i + 1));
  expect(found.get(3)).toEqual({ all: 2, rare: 1 });
  expect(found.get(1)).toEqual({ all: 1, rare: 0 });
});

it("keeps each slice of the hash range to itself in memory and takes out only what is asked for", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(0xffffffff), fc.integer({ min: 1, max: 40 })), { maxLength: 200 }), fc.nat(40), (pairs, last) => {
      const recent = new RecentHashes(MOST_OF_ONE);
      const sorted = [...pairs].sort(([, a], [, b]) => a - b);
      for (const [hash, document] of sorted) recent.add(document, Uint32Array.of(hash));
      const slice = sliceOf(sorted[0]?.[0] ?? 0);
      const inSlice = sorted.filter(([hash]) => sliceOf(hash) === slice);
      const taken = recent.take(slice, last);
      expect(taken.length).toBe(inSlice.filter(([, document]) => document <= last).length);
      for (const [hash, document] of sorted) {
        const found: number[] = [];
        recent.find(hash, (one) => found.push(one));
        expect(found.includes(document)).toBe(sliceOf(hash) !== slice || document > last);
      }
    }),
    { numRuns: 50 },
  );
});
