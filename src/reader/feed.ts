// Feed → drafts: one for each item, with the feed's title as its site.
import { type Problem, problem } from "../model/index.ts";
import { type Draft, EMPTY_DRAFT } from "./draft.ts";
import { type Feed, type FeedItem, parseAnyFeed } from "./feed-items.ts";
import { plainText, readFragment } from "./html/fragment.ts";
import { machineMoment } from "./metadata/moment.ts";
import { joinNames, persons, siteName } from "./metadata/names.ts";
import { writtenDates } from "./metadata/written.ts";

export interface FeedDrafts {
  readonly drafts: readonly Draft[];
  /** Why there are none, or no more of them. */
  readonly problem: Problem | null;
}

/** Largest feed, and longest start tag, that is parsed: a tag with 50,000 attributes takes the parser seconds. */
const FEED_BYTES = 10_000_000;
const TAG_LENGTH = 20_000;

/** Whether some start tag is longer than any real one. Quoted text and CDATA are no tags. */
function hasMonsterTag(text: string): boolean {
  let at = text.indexOf("<");
  while (at >= 0) {
    const close = text.startsWith("<![CDATA[", at) ? "]]>" : text.startsWith("<!--", at) ? "-->" : ">";
    const end = text.indexOf(close, at + 1);
    if (end < 0) return close === ">" && text.length - at > TAG_LENGTH;
    if (close === ">" && end - at > TAG_LENGTH) return true;
    at = text.indexOf("<", end);
  }
  return false;
}

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

function draftOf(item: FeedItem, site: string | null, base: string | null, language: string | null, feedAuthors: readonly string[]): Draft {
  const { paragraphs, removals } = readFragment(item.content);
  const read = (value: string | null) => (value === null ? null : (machineMoment(value) ?? writtenDates(value, "mdy")[0] ?? null));
  const published = read(item.published);
  const link = cleanAddress(item.link, base);
  return {
    ...EMPTY_DRAFT,
    url: link,
    site,
    title: item.title === null ? null : plainText(item.title) || null,
    author: joinNames(persons(item.authors.length > 0 ? item.authors : feedAuthors, site)),
    published: published ? { value: published.value, precision: published.precision, source: item.publishedFrom } : null,
    modified: read(item.modified)?.value ?? null,
    language: item.language ?? language,
    sections: item.categories,
    teaser: item.summaryOnly && link !== null,
    paragraphs,
    removals,
  };
}

/** Reads a feed. */
export function readFeed(text: string, file: string, given: string | null): FeedDrafts {
  const broken = (reason: string): FeedDrafts => ({ drafts: [], problem: problem("feed-broken", { path: file, reason }) });
  if (text.length > FEED_BYTES) return broken(`it has more than ${FEED_BYTES} characters`);
  if (hasMonsterTag(text)) return broken(`a tag is longer than ${TAG_LENGTH} characters`);
  let feed: Feed;
  let cutOff: Problem | null = null;
  try {
    feed = parseAnyFeed(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const whole = wholeItems(text);
    if (whole === null) return broken(reason);
    try {
      feed = parseAnyFeed(whole);
      cutOff = problem("feed-broken", { path: file, reason: `${reason}; the items before the break were read` });
    } catch {
      return broken(reason);
    }
  }
  const base = cleanAddress(feed.link, given) ?? given;
  const site = feed.title ? siteName(plainText(feed.title), base, "first") : null;
  const drafts = feed.items.map((item) => draftOf(item, site, item.base ?? base, feed.language, feed.authors));
  return { drafts, problem: cutOff ?? (drafts.length === 0 ? problem("feed-empty", { path: file }) : null) };
}

/** The feed up to the end of its last whole item; null when there is none. */
function wholeItems(text: string): string | null {
  const end = Math.max(text.lastIndexOf("</item>") + 7, text.lastIndexOf("</entry>") + 8);
  return end > 8 && end < text.trimEnd().length ? text.slice(0, end) : null;
}
