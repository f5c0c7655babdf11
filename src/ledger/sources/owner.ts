// Whose outlet a document comes from: one key for all pages of one outlet, whether known by address or by printed name.
import type { Document } from "../../model/index.ts";
import { credited } from "./credit.ts";

/** Second-level labels under country codes that are no name of an owner: `example.co.uk` belongs to `example`. */
const PUBLIC_SECOND_LEVEL = new Set(["co", "com", "org", "net", "gov", "gob", "gouv", "go", "ac", "edu", "or", "ne", "govt", "mil", "nic"]);

/** Hosts that keep other people's pages: their name says nothing of the owner. */
const ARCHIVES = new Set([
  "archive.org",
  "archive.ph",
  "archive.today",
  "archive.is",
  "googleusercontent.com",
  "google.com",
  "ampproject.org",
]);

/** The part of a host name that somebody registered: `news.example.co.uk` → `example.co.uk`. A short rule, no full list: an outlet that it splits or joins can be given in the owners' table. */
export function registrable(host: string): string {
  const labels = host
    .toLowerCase()
    .replace(/^www\./, "")
    .split(".");
  const country = labels.at(-1)!.length === 2;
  const take = country && PUBLIC_SECOND_LEVEL.has(labels.at(-2) ?? "") ? 3 : 2;
  return labels.slice(-take).join(".");
}

/** A printed name as a key: `The Beltway Standard` → `beltway standard`. */
export function nameKey(site: string): string {
  const words =
    site
      .normalize("NFKD")
      .replace(/\p{M}/gu, "")
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  return (words[0] === "the" ? words.slice(1) : words).join(" ");
}

function hostOf(url: string | null): string | null {
  if (url === null || !/^https?:/i.test(url)) return null;
  try {
    return new URL(url).hostname;
  } catch {
    return null;
  }
}

/**
 * The owner's key of a document: what `owner` says of its printed name or of its host where it knows one of them (it gives back what it does not know);
 * otherwise the registered part of the host, otherwise the printed name. Null when the document has neither.
 */
export function ownerOf(document: Pick<Document, "site" | "url">, owner: (site: string) => string): string | null {
  const host = hostOf(document.url);
  const domain = host === null ? null : registrable(host);
  for (const site of [host, domain, document.site]) {
    if (site === null) continue;
    const known = owner(site);
    if (known !== site) return known;
  }
  if (domain !== null && !ARCHIVES.has(domain)) return domain;
  const key = document.site === null ? "" : /^[\w-]+(\.[\w-]+)+$/.test(document.site) ? registrable(document.site) : nameKey(document.site);
  return key === "" ? null : key;
}

/** What a document says of its outlet. */
export type Imprint = Pick<Document, "site" | "url" | "author"> & { readonly sign: string | null };

/** Owner of a document's outlet, and of another one that its dateline or byline credits. */
export type OwnerOf = (imprint: Imprint) => { readonly owner: string | null; readonly credit: string | null };

/** The look-up for many documents of few outlets: each outlet is looked up once. `owner` as for `ownerOf`. */
export function owners(owner: (site: string) => string): OwnerOf {
  const known = new Map<string, string | null>();
  const remember = (key: string, look: () => string | null): string | null => {
    let found = known.get(key);
    if (found === undefined) {
      found = look();
      known.set(key, found);
    }
    return found;
  };
  return ({ site, url, sign, author }) => {
    const own = remember(`${site ?? ""}\n${hostOf(url) ?? ""}`, () => ownerOf({ site, url }, owner));
    const names = sign === null ? credited(author) : [sign, ...credited(author)];
    for (const name of names) {
      const credit = remember(`credit ${name}`, () => (owner(name) === name ? null : owner(name)));
      if (credit !== null) return { owner: own, credit: credit === own ? null : credit };
    }
    return { owner: own, credit: null };
  };
}
