// A sorted table of lines that is searched by the first word of each line's key and read a block at a time, when a text first asks for that word.

/** Words without lines that are remembered, about 1 MB: texts ask for the same words again and again. */
const MISSING_KEPT = 10_000;

/** Lines `key<TAB>…`, sorted by the first word of the key (`sortedLines`), so that lines of one first word stand together. Lines that begin with # come first and are skipped. */
export class Blocks {
  readonly #text: string;
  readonly #start: number;
  /** First words asked for: whether they had lines. Those without are forgotten when they are many. */
  readonly #asked = new Map<string, boolean>();
  #missing = 0;

  constructor(text: string) {
    this.#text = text;
    let start = 0;
    while (text.charCodeAt(start) === 35) start = this.#after(start);
    this.#start = start;
  }

  /** The lines of one first word, split into fields; each block is given out once. Null when there is none left. */
  take(first: string): readonly (readonly string[])[] | null {
    if (this.#asked.has(first)) return null;
    const start = this.#find(first);
    if (start < 0) {
      this.#miss(first);
      return null;
    }
    this.#asked.set(first, true);
    const out: string[][] = [];
    for (let at = start; at < this.#text.length && this.#compare(at, first) === 0; at = this.#after(at)) {
      const end = this.#text.indexOf("\n", at);
      out.push(this.#text.slice(at, end < 0 ? this.#text.length : end).split("\t"));
    }
    return out;
  }

  #miss(first: string): void {
    if (this.#missing >= MISSING_KEPT) {
      for (const [word, found] of this.#asked) if (!found) this.#asked.delete(word);
      this.#missing = 0;
    }
    this.#asked.set(first, false);
    this.#missing += 1;
  }

  /** Position of the first line with this first word; -1 when there is none. */
  #find(first: string): number {
    let low = this.#start;
    let high = this.#text.length;
    while (low < high) {
      const middle = this.#text.lastIndexOf("\n", Math.floor((low + high) / 2) - 1) + 1;
      const at = Math.max(low, middle);
      if (this.#compare(at, first) < 0) low = this.#after(at);
      else high = at;
    }
    return low < this.#text.length && this.#compare(low, first) === 0 ? low : -1;
  }

  /** The first word of the line at `at` against `first`, in the order of UTF-16 units. */
  #compare(at: number, first: string): number {
    for (let i = 0; ; i += 1) {
      const code = this.#text.charCodeAt(at + i);
      const ends = code === 9 || code === 32 || Number.isNaN(code);
      if (i === first.length) return ends ? 0 : 1;
      if (ends) return -1;
      const other = first.charCodeAt(i);
      if (code !== other) return code < other ? -1 : 1;
    }
  }

  /** Position of the line after the one that holds `at`. */
  #after(at: number): number {
    const end = this.#text.indexOf("\n", at);
    return end < 0 ? this.#text.length : end + 1;
  }
}

/** Lines sorted as `Blocks` needs them: by first word, then as a whole. */
export function sortedLines(lines: readonly string[]): string {
  const first = (line: string): string => line.slice(0, line.search(/[\t ]/));
  const keyed = lines.map((line) => [first(line), line] as const);
  keyed.sort((a, b) => (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : a[1] < b[1] ? -1 : 1));
  return keyed.map(([, line]) => line).join("\n");
}
