// A sorted table of lines that is cut up by the first word of each line's key and read a block at a time, when a text first asks for that word.

/** Lines `key<TAB>…`, all lines whose key begins with the same word standing together. */
export class Blocks {
  readonly #text: string;
  readonly #ranges = new Map<string, number>();

  constructor(text: string) {
    this.#text = text;
    let last = "";
    for (let at = 0; at < text.length; ) {
      const end = text.indexOf("\n", at);
      if (text.charCodeAt(at) !== 35) {
        let stop = at;
        for (;;) {
          const code = text.charCodeAt(stop);
          if (code === 9 || code === 32) break;
          stop += 1;
        }
        const first = text.slice(at, stop);
        if (first !== last) {
          this.#ranges.set(first, at);
          last = first;
        }
      }
      at = end < 0 ? text.length : end + 1;
    }
  }

  /** The lines of one first word, split into fields; each block is given out once. Null when there is none left. */
  take(first: string): readonly (readonly string[])[] | null {
    const start = this.#ranges.get(first);
    if (start === undefined) return null;
    this.#ranges.delete(first);
    const out: string[][] = [];
    for (let at = start; at < this.#text.length; ) {
      let end = this.#text.indexOf("\n", at);
      if (end < 0) end = this.#text.length;
      const after = this.#text.charCodeAt(at + first.length);
      if (!this.#text.startsWith(first, at) || (after !== 9 && after !== 32)) break;
      out.push(this.#text.slice(at, end).split("\t"));
      at = end + 1;
    }
    return out;
  }

  /** First words not yet given out, for tools that need all. */
  rest(): readonly string[] {
    return [...this.#ranges.keys()];
  }
}

/** Lines sorted as `Blocks` needs them: by first word, then as a whole. */
export function sortedLines(lines: readonly string[]): string {
  const first = (line: string): string => line.slice(0, line.search(/[\t ]/));
  const keyed = lines.map((line) => [first(line), line] as const);
  keyed.sort((a, b) => (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : a[1] < b[1] ? -1 : 1));
  return keyed.map(([, line]) => line).join("\n");
}
