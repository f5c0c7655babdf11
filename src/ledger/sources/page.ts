// Which page an address leads to: one key for all spellings of it.

/** Query parameters that say where a reader came from, not what he reads. */
const TRACKING =
  /^(utm_\w+|fbclid|gclid|dclid|msclkid|mc_[ce]id|igshid|ns_\w+|at_\w+|cmpid?|icid|ref|ref_src|smid|src|output|amp|outputtype)$/i;

/**
 * The key of a page: host without `www.`, path without a closing slash, query without tracking, in order; no scheme, no fragment.
 * Null for what is no http address.
 */
export function pageKey(url: string | null): string | null {
  if (url === null || !URL.canParse(url)) return null;
  const parsed = new URL(url);
  if (parsed.protocol !== "http:" && parsed.protocol !== "https:") return null;
  const query = [...parsed.searchParams]
    .filter(([name]) => !TRACKING.test(name))
    .map(([name, value]) => `${name}=${value}`)
    .sort();
  const path = parsed.pathname.replace(/\/+$/, "").replace(/\/(index\.html?|amp)$/i, "");
  return `${parsed.host.replace(/^(www|amp|m)\./, "")}${path}${query.length > 0 ? `?${query.join("&")}` : ""}`;
}
