// Fingerprints of texts: hashes of overlapping word sequences, and how much of one text another contains.
import { plainWords } from "./words.ts";

/** Words in one shingle; docs/decisions/0070 has the measurement. */
export const SHINGLE_WORDS = 5;

/** FNV-1a over the UTF-16 units of a word, 32 bits, continued from `seed`. */
function hashWord(word: string, seed: number): number {
  let h = seed;
  for (let i = 0; i < word.length; i++) h = Math.imul(h ^ word.charCodeAt(i), 0x01000193);
  return Math.imul(h ^ 0x20, 0x01000193);
}

/** The finaliser of MurmurHash3 (public domain, Austin Appleby): spreads FNV's weak low bits. */
function mix(h: number): number {
  let x = h ^ (h >>> 16);
  x = Math.imul(x, 0x85ebca6b);
  x ^= x >>> 13;
  x = Math.imul(x, 0xc2b2ae35);
  return (x ^ (x >>> 16)) >>> 0;
}

/** An ascending list without what repeats. */
function distinct(sorted: Uint32Array): Uint32Array {
  let size = 0;
  for (const hash of sorted) if (size === 0 || hash !== sorted[size - 1]) sorted[size++] = hash;
  return sorted.slice(0, size);
}

/** Distinct 32-bit hashes of the word sequences of a text, ascending. With n shingles on either side about n²/2³² of them meet by chance. */
export function fingerprint(text: string, length = SHINGLE_WORDS): Uint32Array {
  const words = plainWords(text);
  const hashes = new Uint32Array(Math.max(0, words.length - length + 1));
  for (let at = 0; at < hashes.length; at++) {
    let h = 0x811c9dc5;
    for (let i = at; i < at + length; i++) h = hashWord(words[i]!, h);
    hashes[at] = mix(h);
  }
  return distinct(hashes.sort());
}

/** How many hashes two ascending fingerprints share. */
export function shared(a: Uint32Array, b: Uint32Array): number {
  let count = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const x = a[i]!;
    const y = b[j]!;
    if (x === y) count++;
    if (x <= y) i++;
    if (y <= x) j++;
  }
  return count;
}

/** Share of the smaller text that stands in the larger, 0 to 1; 0 where one is empty. */
export function containment(a: Uint32Array, b: Uint32Array): number {
  const smaller = Math.min(a.length, b.length);
  return smaller === 0 ? 0 : shared(a, b) / smaller;
}

/** One in this many shingles of a long text stands in the index; which ones is decided by the hash, so copies keep the same ones. */
const SAMPLE = 8;

/** Texts with fewer shingles are indexed whole: a sample of a short notice would be too small to find it by. */
const WHOLE_BELOW = 160;

/** The hashes by which a fingerprint is found again. */
export function indexed(print: Uint32Array): Uint32Array {
  return print.length < WHOLE_BELOW ? print : print.filter((hash) => hash % SAMPLE === 0);
}
