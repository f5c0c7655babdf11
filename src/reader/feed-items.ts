// Feeds of every format as one list of plain items, by feedsmith.
import { type AtomFeed, type JsonFeed, parseFeed, type RdfFeed, type RssFeed } from "feedsmith";

export interface FeedItem {
  readonly title: string | null;
  readonly link: string | null;
  /** The address that the item's relative links start from, where it is its own. */
  readonly base: string | null;
  /** The item's text: HTML or plain. */
  readonly content: string;
  /** Whether `content` is only the summary the feed gives. */
  readonly summaryOnly: boolean;
  readonly authors: readonly string[];
  readonly published: string | null;
  /** The element that gave it, as `feed:pubDate`. */
  readonly publishedFrom: string;
  readonly modified: string | null;
  readonly categories: readonly string[];
  readonly language: string | null;
}

export interface Feed {
  readonly title: string | null;
  readonly link: string | null;
  readonly language: string | null;
  readonly authors: readonly string[];
  readonly items: readonly FeedItem[];
}

/** Items of a feed that are read; more is an archive. */
export const ITEM_LIMIT = 2000;

/** feedsmith types what the strict formats require as present; feeds in the wild leave out anything. */
type Loose<T> = { readonly [K in keyof T]?: T[K] | undefined };

const present = (values: readonly (string | null | undefined)[]): string[] =>
  values.filter((v): v is string => typeof v === "string" && v.trim() !== "");
const longest = (...values: readonly (string | null | undefined)[]): string => present(values).sort((a, b) => b.length - a.length)[0] ?? "";

/** The first date there is, with the name of the element it stands in. */
function dated(candidates: readonly (readonly [string, string | null | undefined])[]): Pick<FeedItem, "published" | "publishedFrom"> {
  const found = candidates.find(([, value]) => value);
  return { published: found?.[1] ?? null, publishedFrom: `feed:${found?.[0] ?? ""}` };
}

function fromRss(feed: Loose<RssFeed.Feed<string>>): Feed {
  return {
    title: feed.title ?? null,
    link: feed.link ?? null,
    language: feed.language ?? feed.dc?.languages?.[0] ?? null,
    authors: [],
    items: (feed.items ?? []).slice(0, ITEM_LIMIT).map((item) => {
      const full = longest(item.content?.encoded, item.atom?.content?.value);
      const summary = longest(item.description, item.atom?.summary?.value, item.dc?.descriptions?.[0], item.itunes?.summary);
      return {
        title: item.title ?? item.dc?.titles?.[0] ?? null,
        link:
          item.link ??
          item.atom?.links?.[0]?.href ??
          (item.guid?.isPermaLink !== false && /^https?:/.test(item.guid?.value ?? "") ? item.guid!.value! : null),
        base: null,
        content: full.length >= summary.length ? full : summary,
        summaryOnly: full === "",
        authors: present([...(item.dc?.creators ?? []), ...(item.authors ?? []).map((a) => a.name ?? null)]),
        ...dated([
          ["pubDate", item.pubDate],
          ["dc:date", item.dc?.dates?.[0]],
          ["dcterms:issued", item.dcterms?.issued?.[0]],
          ["dcterms:created", item.dcterms?.created?.[0]],
          ["published", item.atom?.published],
        ]),
        modified: item.atom?.updated ?? item.dcterms?.modified?.[0] ?? null,
        categories: present([...(item.categories ?? []).map((c) => c.name), ...(item.dc?.subjects ?? [])]),
        language: item.dc?.languages?.[0] ?? null,
      };
    }),
  };
}

function fromRdf(feed: Loose<RdfFeed.Feed<string>>): Feed {
  return {
    title: feed.title ?? null,
    link: feed.link ?? null,
    language: feed.dc?.languages?.[0] ?? null,
    authors: [],
    items: (feed.items ?? []).slice(0, ITEM_LIMIT).map((item) => {
      const full = item.content?.encoded ?? "";
      const summary = longest(item.description, item.dc?.descriptions?.[0]);
      return {
        title: item.title ?? item.dc?.titles?.[0] ?? null,
        link: item.link ?? item.rdf?.about ?? null,
        base: null,
        content: full.length >= summary.length ? full : summary,
        summaryOnly: full === "",
        authors: present(item.dc?.creators ?? []),
        ...dated([
          ["dc:date", item.dc?.dates?.[0]],
          ["dcterms:issued", item.dcterms?.issued?.[0]],
          ["dcterms:created", item.dcterms?.created?.[0]],
        ]),
        modified: item.dcterms?.modified?.[0] ?? null,
        categories: present(item.dc?.subjects ?? []),
        language: item.dc?.languages?.[0] ?? null,
      };
    }),
  };
}

const alternate = (links: readonly { readonly href?: string; readonly rel?: string }[] | undefined): string | null =>
  (links?.find((l) => l.rel === "alternate" || l.rel === undefined) ?? links?.find((l) => l.rel !== "self"))?.href ?? null;

/** `xml:base` of an entry, which may be relative to the feed's. */
function resolved(own: string | undefined, outer: string | undefined): string | null {
  try {
    return own || outer ? new URL(own ?? outer!, outer).href : null;
  } catch {
    return null;
  }
}

function fromAtom(feed: Loose<AtomFeed.Feed<string>>): Feed {
  return {
    title: feed.title?.value ?? null,
    link: alternate(feed.links),
    language: feed.xml?.lang ?? null,
    authors: present((feed.authors ?? []).map((a) => a.name)),
    items: (feed.entries ?? []).slice(0, ITEM_LIMIT).map((entry) => {
      const full = entry.content?.value ?? "";
      const summary = entry.summary?.value ?? "";
      return {
        title: entry.title?.value ?? null,
        link: alternate(entry.links) ?? (/^https?:/.test(entry.id ?? "") ? entry.id! : null),
        base: resolved(entry.xml?.base, feed.xml?.base),
        content: full.length >= summary.length ? full : summary,
        summaryOnly: full === "",
        authors: present([...(entry.authors ?? []).map((a) => a.name), ...(entry.dc?.creators ?? [])]),
        // Many Atom feeds give no other date than that of the last update, which they set once.
        ...dated([
          ["published", entry.published],
          ["dc:date", entry.dc?.dates?.[0]],
          ["updated", entry.updated],
        ]),
        modified: entry.updated ?? null,
        categories: present((entry.categories ?? []).map((c) => c.label ?? c.term)),
        language: entry.xml?.lang ?? null,
      };
    }),
  };
}

function fromJson(feed: Loose<JsonFeed.Feed<string>>): Feed {
  return {
    title: feed.title ?? null,
    link: feed.home_page_url ?? null,
    language: feed.language ?? null,
    authors: present((feed.authors ?? []).map((a) => a.name)),
    items: (feed.items ?? []).slice(0, ITEM_LIMIT).map((item) => {
      const full = longest(item.content_html, item.content_text);
      return {
        title: item.title ?? null,
        link: item.url ?? item.external_url ?? null,
        base: null,
        content: full || (item.summary ?? ""),
        summaryOnly: full === "",
        authors: present((item.authors ?? []).map((a) => a.name)),
        ...dated([["date_published", item.date_published]]),
        modified: item.date_modified ?? null,
        categories: present(item.tags ?? []),
        language: item.language ?? null,
      };
    }),
  };
}

/**
 * Parses a feed of any format.
 * @throws whatever feedsmith throws for text that is no feed
 */
export function parseAnyFeed(text: string): Feed {
  const parsed = parseFeed(text);
  switch (parsed.format) {
    case "rss":
      return fromRss(parsed.feed);
    case "rdf":
      return fromRdf(parsed.feed);
    case "atom":
      return fromAtom(parsed.feed);
    case "json":
      return fromJson(parsed.feed);
  }
}
