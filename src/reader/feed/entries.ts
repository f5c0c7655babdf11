// A fetched feed → its entries as they are watched: each with an identity that outlives changes, the page it leads to, and its own text.
import { createHash } from "node:crypto";
import { type Document, type Problem, problem } from "../../model/index.ts";
import { assemble } from "../assemble.ts";
import { decode } from "../decode.ts";
import { formatOf } from "../detect.ts";
import { attribute, elements, parsePage } from "../html/dom.ts";
import type { Source } from "../read-source.ts";
import { draftsOf, line } from "./drafts.ts";
import { isOpml } from "./opml.ts";
import { parseFeed } from "./parse.ts";
import type { FeedItem, FeedRecord } from "./record.ts";

export interface FeedEntry {
  /** Names the item within its feed: its identifier, else its address, else its title and date. */
  readonly key: string;
  /** The page with the whole text, where the item only announces it; null where the item's own text is all. */
  readonly page: string | null;
  /** The item's own text. Its id changes when the item does. */
  readonly document: Document;
}

export interface FeedEntries {
  readonly title: string | null;
  readonly page: string | null;
  readonly format: string | null;
  readonly movedTo: string | null;
  /** The next page of older items. */
  readonly next: string | null;
  /** How often the feed says it changes, in milliseconds; 0 where it does not say. */
  readonly period: number;
  readonly entries: readonly FeedEntry[];
  /** Why there are no entries, or not all. */
  readonly problem: Problem | null;
}

const HOUR = 3_600_000;
const PERIODS: Readonly<Record<string, number>> = {
  hourly: HOUR,
  daily: 24 * HOUR,
  weekly: 7 * 24 * HOUR,
  monthly: 30 * 24 * HOUR,
  yearly: 365 * 24 * HOUR,
};

/** `ttl` of RSS in minutes, or the period of the syndication module. */
function periodOf(feed: FeedRecord): number {
  const ttl = Number(feed.properties.get("ttl") ?? 0) * 60_000;
  const period = PERIODS[feed.properties.get("sy:updateperiod") ?? ""] ?? 0;
  const times = Number(feed.properties.get("sy:updatefrequency") ?? 1);
  const stated = ttl > 0 ? ttl : times >= 1 ? period / times : period;
  return Number.isFinite(stated) ? stated : 0;
}

/** Short, and not to be forged into another feed's: it is used together with the feed's address. */
function keyOf(item: FeedItem): string {
  const name = item.id ?? item.link ?? JSON.stringify([item.title?.value ?? null, item.dates[0]?.value ?? null]);
  return createHash("sha256").update(name).digest("hex").slice(0, 24);
}

/** The feeds that a web page names as its own. */
function feedsOfPage(html: string, url: string | null): readonly string[] {
  const isFeed = /^application\/(?:rss|atom)\+xml$|^application\/feed\+json$/i;
  return elements(parsePage(html), (e) => e.tagName === "link" && isFeed.test(attribute(e, "type")?.trim() ?? "")).flatMap((link) => {
    const href = attribute(link, "href");
    return href !== null && URL.canParse(href, url ?? undefined) ? [new URL(href, url ?? undefined).href] : [];
  });
}

function reasonFor(text: string, source: Source, error: unknown): string {
  if (isOpml(text)) return "it is a list of feeds, and no feed";
  if (formatOf(text, source.file, source.contentType) !== "html") return error instanceof Error ? error.message : String(error);
  const [found] = feedsOfPage(text.slice(0, 1_000_000), source.url ?? null);
  return found === undefined ? "it is a web page, and no feed" : `it is a web page; its feed is at ${found}`;
}

/** Reads a fetched feed. Never throws for bad content: its problem says what is wrong. */
export function readEntries(source: Source): FeedEntries {
  const { text } = decode(source.bytes, source.contentType);
  const url = source.url ?? null;
  const base = { title: null, page: null, format: null, movedTo: null, next: null, period: 0, entries: [] };
  let feed: FeedRecord;
  try {
    feed = parseFeed(text, url);
  } catch (error) {
    return { ...base, problem: problem("feed-broken", { path: source.file, reason: reasonFor(text, source, error) }) };
  }
  const drafts = draftsOf(feed, url);
  const named = new Map<string, number>();
  const entries = feed.items.map((item, i): FeedEntry => {
    const name = keyOf(item);
    const before = named.get(name) ?? 0;
    named.set(name, before + 1);
    const draft = drafts[i]!;
    const file = draft.url ?? `${source.file}#${i + 1}`;
    const bare = draft.paragraphs.length === 0;
    return {
      // Items that share a name are told apart by their place among them.
      key: before === 0 ? name : `${name}-${before}`,
      page: draft.url !== null && (draft.teaser || bare) ? draft.url : null,
      document: assemble(draft, { file, url: null, published: null, language: null, problems: [] }),
    };
  });
  const broken = feed.cut ? problem("feed-broken", { path: source.file, reason: "it ends before its end" }) : null;
  return {
    title: line(feed.title),
    page: feed.link,
    format: feed.version,
    movedTo: feed.movedTo,
    next: feed.next,
    period: periodOf(feed),
    entries,
    problem: broken,
  };
}
