// White space and invisible characters: how words of a page become one line of clean text.

/** Soft hyphens, zero-width and bidirectional controls, tag characters: invisible, and able to hide or reorder words. */
const INVISIBLE = /[\u00AD\u200B\u200E\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]|\uDB40[\uDC00-\uDC7F]/g;

/** C0 and C1 controls that are no white space. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to take out
const CONTROL = /[\u0000-\u0008\u000E-\u001F\u007F-\u0084\u0086-\u009F]/g;

/** Every run of white space (no-break spaces too) as one space, ends trimmed, invisible characters and controls left out. */
export function fold(text: string): string {
  return text.replace(INVISIBLE, "").replace(CONTROL, "").replace(/\s+/g, " ").trim();
}

/** Lower-case words and numbers of a text: what two texts are compared by. */
export function words(text: string): string[] {
  return (
    text
      .normalize("NFKC")
      .toLowerCase()
      .match(/[\p{L}\p{N}\p{M}]+/gu) ?? []
  );
}

/** The number of words, without building them for scripts that write spaces. */
export function wordCount(text: string): number {
  return text.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’.-]*/gu)?.length ?? 0;
}
