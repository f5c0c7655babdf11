// Owners of outlets: two sites of one owner are one independent source.
import { fold } from "./forms.ts";
import type { OwnerRow } from "./tables.ts";

export class OwnerTable {
  readonly #sites = new Map<string, string>();

  constructor(rows: readonly OwnerRow[]) {
    for (const row of rows) for (const site of row.sites) this.#sites.set(normal(site), row.id);
  }

  /** The owner of a host or a printed name: the host itself, then its parent domains, then the name; the site as given when unknown. */
  owner(site: string): string {
    let host = normal(site);
    for (;;) {
      const hit = this.#sites.get(host);
      if (hit !== undefined) return hit;
      const dot = host.indexOf(".");
      if (dot < 0 || !host.includes(".", dot + 1)) return site;
      host = host.slice(dot + 1);
    }
  }
}

function normal(site: string): string {
  return fold2(
    site
      .trim()
      .replace(/^[a-z]+:\/\//i, "")
      .replace(/^(www|m|amp)\./i, "")
      .replace(/[/?#].*$/, ""),
  );
}

/** Case and diacritics do not count; full stops of host names do. */
function fold2(text: string): string {
  return text.includes(".") ? text.toLowerCase() : fold(text);
}
