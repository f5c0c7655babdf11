// Lists of feeds on the command line: OPML files, addresses of feeds, or the feeds that the ledger knows.
import type { FeedState, Ledger, Poll } from "../ledger/index.ts";
import { ScenesetterError } from "../model/index.ts";
import { decode, findSources, isOpml, type ListedFeed, readOpml } from "../reader/index.ts";
import type { Output } from "./output.ts";

const listed = ({ url, title, page, groups }: FeedState): ListedFeed => ({ url, title, page, groups });

/** The feeds of the ledger as a list. */
export const knownFeeds = (ledger: Ledger): readonly ListedFeed[] => ledger.feeds.list().map(listed);

/** What became of the new items of a poll. */
export function taken({ added, waiting, passed }: Poll): string {
  const parts = [`${added} added`];
  if (waiting > 0) parts.push(`${waiting} waiting for their pages`);
  if (passed > 0) parts.push(`${passed} without a text`);
  return parts.join(", ");
}

async function ofFile(path: string, output: Output): Promise<readonly ListedFeed[]> {
  const feeds: ListedFeed[] = [];
  for await (const { source, problem } of findSources([path])) {
    if (problem) output.problem(path, problem);
    if (!source) throw new ScenesetterError("list-broken", { path, reason: "it cannot be read" });
    const { text } = decode(source.bytes);
    if (!isOpml(text)) throw new ScenesetterError("list-broken", { path, reason: "it is no OPML" });
    const list = readOpml(text, path);
    for (const { kind, url } of list.others) {
      output.note(kind === "list" ? `${path}: the list ${url} is not followed.` : `${path}: no feed is given for ${url}.`);
    }
    feeds.push(...list.feeds);
  }
  return feeds;
}

/**
 * The feeds meant by the arguments, each once; those of the ledger without any.
 * @throws ScenesetterError `list-broken`, `usage`
 */
export async function feedsOf(paths: readonly string[], ledger: Ledger, output: Output): Promise<readonly ListedFeed[]> {
  const found = new Map<string, ListedFeed>();
  const add = (feed: ListedFeed): void => void (found.has(feed.url) || found.set(feed.url, feed));
  for (const path of paths) {
    if (/^https?:\/\//i.test(path)) add({ url: path, title: null, page: null, groups: [] });
    else for (const feed of await ofFile(path, output)) add(feed);
  }
  if (paths.length === 0) for (const feed of knownFeeds(ledger)) add(feed);
  if (found.size === 0) throw new ScenesetterError("usage", { reason: "no feed is given; name an OPML file or the address of a feed" });
  return [...found.values()];
}
