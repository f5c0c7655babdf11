// Owners of outlets: two sites of one owner are one independent source.
import { fold } from "./forms.ts";
import type { OwnerRow } from "./tables.ts";

export class OwnerTable {
  readonly #sites = new Map<string, string>();

  constructor(rows: readonly OwnerRow[]) {
    for (const row of rows) for (const site of row.sites) this.#sites.set(siteKey(site), row.id);
  }

  /** The owner of a host or a printed name: the host itself, then its parent domains, then the name; the site as given when unknown. */
  owner(site: string): string {
    let host = siteKey(site);
    for (;;) {
      const hit = this.#sites.get(host);
      if (hit !== undefined) return hit;
      const dot = host.indexOf(".");
      if (dot < 0 || !host.includes(".", dot + 1)) return site;
      host = host.slice(dot + 1);
    }
  }
}

/** An outlet's host or printed name as a key: without scheme, `www.` and path; case does not count, nor do diacritics and stops in printed names. */
export function siteKey(site: string): string {
  const bare = site
    .trim()
    .replace(/^[a-z]+:\/\//i, "")
    .replace(/^(www|m|amp)\./i, "")
    .replace(/[/?#].*$/, "");
  return bare.includes(".") ? bare.toLowerCase() : fold(bare);
}
