// One poll of one feed: asked on condition, its new entries taken in, what came of it kept in the ledger.
import type { FeedState, ItemState, Poll } from "../../ledger/index.ts";
import { ScenesetterError } from "../../model/index.ts";
import { type Answer, type FeedEntries, type FeedEntry, maxAge, readEntries, retryAfter, statusReason } from "../../reader/index.ts";
import { type Desk, takeEntry } from "./item.ts";
import { after, type Shown } from "./schedule.ts";

/** Pages of older items that are followed while every item on the page before was new: what came while nobody watched. */
const PAGES = 5;
/** Items taken in at one poll; the others are taken at the next, which then comes soon. */
const ITEMS_AT_ONCE = 100;

/** How often an item is read that changes all the time, as where it counts its comments. */
const READINGS = 20;
/** How often it is noted that a known item is still there. */
const TOUCH_MS = 7 * 86_400_000;

export interface PollReport {
  readonly state: FeedState;
  readonly poll: Poll;
}

const NOTHING: Shown = { head: {}, period: 0, notBefore: null, more: false };

interface Taken {
  items: number;
  added: number;
  waiting: number;
  passed: number;
  /** Entries left for the next poll. */
  left: number;
}

/** What is known of an entry where nothing is to be done with it; null where it is to be read. */
function settled(entry: FeedEntry, before: ItemState | null): ItemState | null {
  if (before === null || before.state === "waiting") return null;
  return before.version === entry.document.id || before.tries >= READINGS ? before : null;
}

/** Takes in the new entries of one page: the newest if there are too many, in the order of publication. Returns whether all were unknown. */
async function takePage(feed: string, entries: readonly FeedEntry[], taken: Taken, desk: Desk): Promise<boolean> {
  const { feeds } = desk.ledger;
  taken.items += entries.length;
  const known = entries.map((entry) => ({ entry, before: feeds.item(feed, entry.key) }));
  for (const { entry, before } of known) {
    const done = settled(entry, before);
    // What is still in the feed must not be forgotten as old.
    if (done && desk.now() - done.seen > TOUCH_MS) feeds.noteItem(feed, { ...done, seen: desk.now() });
  }
  const open = known.filter(({ entry, before }) => settled(entry, before) === null);
  const batch = open.slice(0, ITEMS_AT_ONCE - taken.added - taken.waiting - taken.passed).reverse();
  taken.left += open.length - batch.length;
  for (const { entry, before } of batch) {
    const item = desk.signal.aborted ? null : await takeEntry(entry, before, desk);
    if (item === null) return false;
    feeds.noteItem(feed, item);
    if (item.state === "recorded") taken.added++;
    else taken[item.state]++;
  }
  return entries.length > 0 && known.every(({ before }) => before === null);
}

/** The feed's pages, one after the other, as far as `more` wants them. A later page that fails ends the list without a word: the first was read. */
async function* pages(answer: Answer, first: FeedEntries, desk: Desk): AsyncGenerator<FeedEntries> {
  const seen = new Set([answer.url]);
  yield first;
  for (let next = first.next; next !== null && seen.size < PAGES && !seen.has(next); ) {
    seen.add(next);
    let entries: FeedEntries;
    try {
      const page = await desk.courier.fetch(next);
      if (page.status !== 200) return;
      entries = readEntries({ file: next, url: page.url, bytes: page.bytes, contentType: page.headers["content-type"] });
    } catch (error) {
      if (error instanceof ScenesetterError) return;
      throw error;
    }
    yield entries;
    next = entries.next;
  }
}

function shownBy(state: FeedState, answer: Answer, read: FeedEntries, left: number): Shown {
  const moved = read.movedTo ?? answer.movedTo;
  return {
    head: {
      title: read.title ?? state.title,
      page: read.page ?? state.page,
      format: read.format,
      ...(moved !== null && /^https?:/.test(moved) ? { address: moved } : {}),
      // With entries left over the whole feed is wanted again.
      etag: left > 0 ? null : answer.headers.etag,
      lastModified: left > 0 ? null : answer.headers["last-modified"],
    },
    period: Math.max(read.period, maxAge(answer.headers["cache-control"])),
    notBefore: null,
    more: left > 0,
  };
}

/** What a poll gave, and what it has shown of the feed. */
async function ask(state: FeedState, at: number, desk: Desk): Promise<readonly [Poll, Shown] | null> {
  const failed = (reason: string, notBefore: number | null = null): readonly [Poll, Shown] => [
    { at, outcome: "failed", items: 0, added: 0, waiting: 0, passed: 0, reason },
    { ...NOTHING, notBefore },
  ];
  // Items that wait for their pages are only found in a full answer.
  const known = desk.ledger.feeds.hasWaiting(state.url) ? {} : { etag: state.etag, lastModified: state.lastModified };
  let answer: Answer;
  try {
    answer = await desk.courier.fetch(state.address, known);
  } catch (error) {
    if (desk.signal.aborted) return null;
    if (error instanceof ScenesetterError) return failed(error.problem.message);
    throw error;
  }
  if (answer.status === 304) {
    const poll: Poll = { at, outcome: "unchanged", items: 0, added: 0, waiting: 0, passed: 0, reason: null };
    return [poll, { ...NOTHING, period: maxAge(answer.headers["cache-control"]) }];
  }
  if (answer.status !== 200) return failed(statusReason(answer.status), retryAfter(answer.headers["retry-after"], at));
  const first = readEntries({ file: state.url, url: answer.url, bytes: answer.bytes, contentType: answer.headers["content-type"] });
  if (first.problem && first.entries.length === 0) return failed(first.problem.message);
  const taken: Taken = { items: 0, added: 0, waiting: 0, passed: 0, left: 0 };
  // A feed seen for the first time is read from its first page on, not back to its beginnings.
  const watched = state.succeeded !== null;
  for await (const page of pages(answer, first, desk)) {
    const allNew = await takePage(state.url, page.entries, taken, desk);
    if (!allNew || !watched) break;
  }
  if (desk.signal.aborted) return null;
  const { left, ...counts } = taken;
  const isNew = counts.added + counts.waiting + counts.passed > 0;
  const outcome = counts.items === 0 ? "empty" : isNew ? "new" : "unchanged";
  return [{ at, outcome, ...counts, reason: first.problem?.message ?? null }, shownBy(state, answer, first, left)];
}

/** Polls a feed. Null when the watch is to end before the poll is over: what was taken in by then is kept, and the feed is still due. */
export async function pollFeed(state: FeedState, desk: Desk): Promise<PollReport | null> {
  const at = desk.now();
  const result = await ask(state, at, desk);
  if (result === null) return null;
  const [poll, shown] = result;
  const next = after(state, poll, shown);
  desk.ledger.feeds.notePoll(next, poll);
  return { state: next, poll };
}
