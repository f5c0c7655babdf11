// Slugs: ids from words for actors and places that no table has.

/** Lower case, ASCII where a letter decomposes to one, words joined by hyphens; at most `words` words. Empty only for text without letters and digits. */
export function slug(text: string, words = 10): string {
  const plain = text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/['’]s?(?=\s|$)/g, "")
    .toLowerCase();
  return (plain.match(/[\p{L}\p{N}]+/gu) ?? []).slice(0, words).join("-");
}
