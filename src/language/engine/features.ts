// Word features: hashed affixes, shape and character n-grams. Repeats training/features.py; the two must agree to the bit.

const GRAM_LENGTHS = [3, 4, 5] as const;
const MAX_GRAMS = 24;
const GRAM_LETTERS = 28;
const PLAIN: Readonly<Record<string, string>> = { "’": "'", "‘": "'", "“": '"', "”": '"', "—": "-", "–": "-", "\u2011": "-" };

/** 32-bit FNV-1a over the UTF-8 bytes of code points [start, end), started from the seed and mixed at the end. */
function hash(points: readonly number[], start: number, end: number, seed: number): number {
  let h = 2166136261 ^ seed;
  for (let i = start; i < end; i++) {
    const p = points[i]!;
    if (p < 0x80) {
      h = Math.imul(h ^ p, 16777619);
      continue;
    }
    if (p < 0x800) h = Math.imul(h ^ (0xc0 | (p >> 6)), 16777619);
    else {
      if (p < 0x10000) h = Math.imul(h ^ (0xe0 | (p >> 12)), 16777619);
      else {
        h = Math.imul(h ^ (0xf0 | (p >> 18)), 16777619);
        h = Math.imul(h ^ (0x80 | ((p >> 12) & 63)), 16777619);
      }
      h = Math.imul(h ^ (0x80 | ((p >> 6) & 63)), 16777619);
    }
    h = Math.imul(h ^ (0x80 | (p & 63)), 16777619);
  }
  h ^= h >>> 15;
  h = Math.imul(h, 0x2c1b3c6d);
  return (h ^ (h >>> 13)) >>> 0;
}

const bucket = (points: readonly number[], start: number, end: number, seed: number, rows: number): number =>
  (hash(points, start, end, seed) % (rows - 1)) + 1;

function pointsOf(text: string): number[] {
  const out: number[] = [];
  for (const c of text) out.push(c.codePointAt(0)!);
  return out;
}

const ASCII = /^[\0-\x7f]*$/;

/** Lower case letter by letter (no context rules), quotes and dashes made plain. */
export function lower(word: string): string {
  if (ASCII.test(word)) return word.toLowerCase();
  let out = "";
  for (const c of word) {
    const low = c.toLowerCase();
    const one = low.length === c.length ? low : c;
    out += PLAIN[one] ?? one;
  }
  return out;
}

function charClass(c: string): string {
  if (c >= "a" && c <= "z") return "x";
  if (c >= "A" && c <= "Z") return "X";
  if (/[\p{Lu}\p{Lt}]/u.test(c)) return "X";
  if (/\p{L}/u.test(c)) return "x";
  return /\p{Nd}/u.test(c) ? "d" : c;
}

/** Character classes with runs cut at three: "Ishiba" → "Xxxx", "2025" → "ddd". */
export function shape(word: string): string {
  let out = "";
  let size = 0;
  let last = "";
  let run = 0;
  for (const c of word) {
    const kind = charClass(c);
    run = kind === last ? run + 1 : 1;
    last = kind;
    if (run > 3) continue;
    out += kind;
    if (++size >= 16) break;
  }
  return out;
}

/** The known key of a word's vector: itself, with zeros for digits, or its part after the last hyphen. */
export function vectorKey(low: string, known: ReadonlyMap<string, number>): number | undefined {
  return known.get(low) ?? known.get(low.replace(/[0-9]/g, "0")) ?? known.get(low.slice(low.lastIndexOf("-") + 1));
}

/** Rows of the character n-grams of <word> in a table of `rows` rows. */
export function gramRows(low: string, rows: number): number[] {
  const points = [0x3c, ...pointsOf(low).slice(0, GRAM_LETTERS), 0x3e];
  const out: number[] = [];
  for (const n of GRAM_LENGTHS) {
    for (let i = 0; i + n <= points.length && out.length < MAX_GRAMS; i++) out.push(bucket(points, i, i + n, 7, rows));
  }
  return out;
}

/** Rows of a word in the hashed tables of these sizes: word, prefix, two endings, shape. */
export function featureRows(word: string, low: string, sizes: readonly number[]): number[] {
  const points = pointsOf(low);
  const n = points.length;
  const parts: readonly (readonly [readonly number[], number, number])[] = [
    [points, 0, n],
    [points, 0, Math.min(3, n)],
    [points, Math.max(0, n - 2), n],
    [points, Math.max(0, n - 4), n],
  ];
  const form = pointsOf(shape(word));
  return [...parts, [form, 0, form.length] as const].map(([p, start, end], i) => bucket(p, start, end, i + 1, sizes[i]!));
}
