// How long a server asks to wait, and how long its answer stays fresh.

/** Longest wait that a server can ask for. */
const LONGEST_MS = 7 * 86_400_000;

/** `Retry-After`, seconds or a date, as a moment in milliseconds since 1970; null when there is none. At most a week ahead. */
export function retryAfter(header: string | null, now: number): number | null {
  const text = header?.trim() ?? "";
  const at = /^\d{1,10}$/.test(text) ? now + Number(text) * 1000 : Date.parse(text);
  return Number.isNaN(at) ? null : Math.min(Math.max(at, now), now + LONGEST_MS);
}

/** `max-age` of `Cache-Control`, in milliseconds; 0 when there is none. */
export function maxAge(header: string | null): number {
  const seconds = /(?:^|[,\s])max-age\s*=\s*"?(\d{1,9})/i.exec(header ?? "")?.[1];
  return seconds === undefined ? 0 : Number(seconds) * 1000;
}
