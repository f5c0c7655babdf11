// Feed → drafts: one for each item, with the feed's title as its site.
import { type Problem, problem } from "../../model/index.ts";
import { type Draft, EMPTY_DRAFT } from "../draft.ts";
import { unescapeAgain } from "../html/entities.ts";
import { plainText, readFragment } from "../html/fragment.ts";
import { machineMoment } from "../metadata/moment.ts";
import { joinNames, persons, siteName } from "../metadata/names.ts";
import { writtenDates } from "../metadata/written.ts";
import { fold } from "../whitespace.ts";
import { cleanAddress } from "./address.ts";
import { parseFeed } from "./parse.ts";
import { dateOf, type FeedItem, type FeedPerson, type FeedRecord, type FeedText } from "./record.ts";
import { isTeaser } from "./teaser.ts";

export interface FeedDrafts {
  readonly drafts: readonly Draft[];
  /** Why there are none, or no more of them. */
  readonly problem: Problem | null;
}

/** A title as a line of words. Plain titles are not read as HTML, but for characters that were escaped twice. */
export function line(text: FeedText | null): string | null {
  if (text === null) return null;
  return (text.type === "text/plain" ? fold(unescapeAgain(text.value)) : plainText(text.value)) || null;
}

const names = (list: readonly FeedPerson[]): readonly string[] => list.flatMap(({ name }) => (name === null ? [] : [name]));
const longest = (texts: readonly (FeedText | null)[]): string =>
  texts.reduce((best, text) => (text !== null && text.value.length > best.length ? text.value : best), "");

/** Reads a date as feeds write it: for machines, or in words. */
export function feedMoment(value: string): ReturnType<typeof machineMoment> {
  return machineMoment(value) ?? writtenDates(value, "mdy")[0] ?? null;
}

/** Reads an item into a draft. */
function draftOf(item: FeedItem, feed: FeedRecord, site: string | null, url: string | null): Draft {
  const full = longest(item.contents);
  const summary = longest([item.summary]);
  const { paragraphs, removals } = readFragment(full.length >= summary.length ? full : summary);
  // Many Atom feeds give no other date than that of the last update, which they set once.
  const date = dateOf(item, ["published", "dated", "created", "updated"]);
  const published = date && feedMoment(date.value);
  const updated = dateOf(item, ["updated"]);
  const link = item.link === null ? null : cleanAddress(item.link, url);
  const source = item.source && line(item.source.title);
  const outlet = source ? siteName(source, item.source!.link, "first") : site;
  return {
    ...EMPTY_DRAFT,
    url: link,
    site: outlet,
    title: line(item.title),
    author: joinNames(persons(names(item.authors.length > 0 ? item.authors : feed.authors), outlet)),
    published: published ? { value: published.value, precision: published.precision, source: `feed:${date!.element}` } : null,
    modified: (updated && feedMoment(updated.value)?.value) ?? null,
    language: item.language ?? feed.language,
    sections: item.tags.map(({ term, label }) => label ?? term),
    teaser: link !== null && isTeaser(paragraphs, full === ""),
    paragraphs,
    removals,
  };
}

/** The drafts of a feed's items. */
export function draftsOf(feed: FeedRecord, given: string | null): readonly Draft[] {
  const base = (feed.link && cleanAddress(feed.link, given)) ?? given;
  const title = line(feed.title);
  const site = title === null ? null : siteName(title, base, "first");
  return feed.items.map((item) => draftOf(item, feed, site, base));
}

/** Reads a feed. */
export function readFeed(text: string, file: string, given: string | null): FeedDrafts {
  let feed: FeedRecord;
  try {
    feed = parseFeed(text, given);
  } catch (error) {
    return { drafts: [], problem: problem("feed-broken", { path: file, reason: error instanceof Error ? error.message : String(error) }) };
  }
  const drafts = draftsOf(feed, given);
  if (feed.cut) {
    const reason = drafts.length > 0 ? "it ends before its end; the items before the break were read" : "it ends before its end";
    return { drafts, problem: problem("feed-broken", { path: file, reason }) };
  }
  return { drafts, problem: drafts.length === 0 ? problem("feed-empty", { path: file }) : null };
}
