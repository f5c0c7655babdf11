// Addresses of articles in feeds, without what only counts visitors.

const TRACKING = /^(?:utm_\w+|at_\w+|fbclid|gclid|mc_[ce]id|cmpid|ns_\w+|ref|rss|partner|source)$/i;

/** An address without what only counts visitors; null when it is no http address. */
export function cleanAddress(address: string | null, base: string | null): string | null {
  if (!address) return null;
  try {
    const url = new URL(address.trim(), base ?? undefined);
    if (url.protocol !== "http:" && url.protocol !== "https:") return null;
    const kept = [...url.searchParams].filter(([name]) => !TRACKING.test(name));
    if (kept.length < [...url.searchParams].length) url.search = new URLSearchParams(kept).toString();
    return url.href;
  } catch {
    return null;
  }
}
