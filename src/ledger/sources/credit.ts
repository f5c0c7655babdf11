// What a text says of where it comes from: the agency's sign in its dateline, the outlet in its byline.

/** `TOKYO, Feb. 5 (Reuters) -`: a name in brackets before the dash that ends a dateline. */
const DATELINE = /^[^\n()]{0,80}\(([\p{L}\p{N}&./ -]{2,40})\)\s*[-–—]/u;

/** The sign in the dateline of a text; null where there is none. */
export function signOf(text: string): string | null {
  return DATELINE.exec(text)?.[1]?.trim() ?? null;
}

/** The names a byline may credit: the whole, and what stands behind its last mark (`Ann Lee, Associated Press`; `Ann Lee | AFP`). */
export function credited(author: string | null): readonly string[] {
  if (author === null) return [];
  const whole = author.replace(/^by\s+/i, "").trim();
  const last = /[,|/–—]\s*([^,|/–—]+)$/.exec(whole)?.[1]?.trim();
  return last ? [whole, last] : [whole];
}
