// The state of watched feeds in the ledger's tables. What is kept a feed is bounded.
import type { Connection, Row } from "../driver.ts";
import { guarded } from "../errors.ts";
import { coverage } from "./coverage.ts";
import type { FeedState, FeedStore, ItemOutcome, ItemState, Poll, PollOutcome } from "./types.ts";

/** Polls remembered a feed: at one in half an hour, four days. */
const POLLS_KEPT = 200;
/** Items that have not been in the feed for this long are forgotten; should one come back, its text is known by its hash. */
const ITEM_DAYS = 90;
/** Items remembered a feed, the last seen first: more than any feed holds at once. */
const ITEMS_KEPT = 10_000;

const number = (value: Row[string] | undefined): number | null => (value === null || value === undefined ? null : Number(value));
const text = (value: Row[string] | undefined): string | null => (typeof value === "string" ? value : null);

function stateOf(row: Row): FeedState {
  return {
    url: row.url as string,
    title: text(row.title),
    page: text(row.page),
    groups: JSON.parse(row.groups as string) as FeedState["groups"],
    format: text(row.format),
    address: row.address as string,
    etag: text(row.etag),
    lastModified: text(row.last_modified),
    polled: number(row.polled),
    next: Number(row.next),
    succeeded: number(row.succeeded),
    fresh: number(row.fresh),
    failingSince: number(row.failing_since),
    failures: Number(row.failures),
    quiet: Number(row.quiet),
    reason: text(row.reason),
  };
}

const itemOf = (row: Row): ItemState => ({
  key: row.key as string,
  version: row.version as string,
  state: row.state as ItemOutcome,
  tries: Number(row.tries),
  reason: text(row.reason),
  document: text(row.document),
  seen: Number(row.seen),
});

const pollOf = (row: Row): Poll => ({
  at: Number(row.at),
  outcome: row.outcome as PollOutcome,
  items: Number(row.items),
  added: Number(row.added),
  waiting: Number(row.waiting),
  passed: Number(row.passed),
  reason: text(row.reason),
});

const SAVE = `INSERT INTO feeds (url, title, page, groups, format, address, etag, last_modified, polled, next, succeeded, fresh, failing_since, failures, quiet, reason)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
  ON CONFLICT(url) DO UPDATE SET title = excluded.title, page = excluded.page, groups = excluded.groups, format = excluded.format,
    address = excluded.address, etag = excluded.etag, last_modified = excluded.last_modified, polled = excluded.polled, next = excluded.next,
    succeeded = excluded.succeeded, fresh = excluded.fresh, failing_since = excluded.failing_since, failures = excluded.failures,
    quiet = excluded.quiet, reason = excluded.reason`;

function save(db: Connection, s: FeedState): void {
  db.statement(SAVE).run(
    ...[s.url, s.title, s.page, JSON.stringify(s.groups), s.format, s.address, s.etag, s.lastModified, s.polled, s.next],
    ...[s.succeeded, s.fresh, s.failingSince, s.failures, s.quiet, s.reason],
  );
}

function prune(db: Connection, feed: string, now: number): void {
  db.statement(
    "DELETE FROM feed_polls WHERE feed = ? AND at <= (SELECT at FROM feed_polls WHERE feed = ? ORDER BY at DESC LIMIT 1 OFFSET ?)",
  ).run(feed, feed, POLLS_KEPT);
  db.statement("DELETE FROM feed_items WHERE feed = ? AND seen < ?").run(feed, now - ITEM_DAYS * 86_400_000);
  db.statement(
    "DELETE FROM feed_items WHERE feed = ? AND key IN (SELECT key FROM feed_items WHERE feed = ? ORDER BY seen DESC, key LIMIT -1 OFFSET ?)",
  ).run(feed, feed, ITEMS_KEPT);
}

/** The store of a ledger's connection. @param path names the ledger in errors */
export function createFeedStore(db: Connection, path: string): FeedStore {
  const ask = <T>(work: () => T): T => guarded(path, work);
  return {
    list: () => ask(() => db.statement("SELECT * FROM feeds ORDER BY url").all().map(stateOf)),
    state: (url) =>
      ask(() => {
        const row = db.statement("SELECT * FROM feeds WHERE url = ?").get(url);
        return row ? stateOf(row) : null;
      }),
    item: (feed, key) =>
      ask(() => {
        const row = db.statement("SELECT * FROM feed_items WHERE feed = ? AND key = ?").get(feed, key);
        return row ? itemOf(row) : null;
      }),
    hasWaiting: (feed) =>
      ask(() => db.statement("SELECT 1 AS found FROM feed_items WHERE feed = ? AND state = 'waiting' LIMIT 1").get(feed) !== undefined),
    given: (key, version) =>
      ask(() =>
        text(
          db.statement("SELECT document FROM feed_items WHERE key = ? AND version = ? AND document IS NOT NULL LIMIT 1").get(key, version)
            ?.document,
        ),
      ),
    noteItem: (feed, item) =>
      ask(() =>
        db.transaction(() => {
          db.statement(
            `INSERT INTO feed_items (feed, key, version, state, tries, reason, document, seen) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
             ON CONFLICT(feed, key) DO UPDATE SET version = excluded.version, state = excluded.state, tries = excluded.tries,
               reason = excluded.reason, document = excluded.document, seen = excluded.seen`,
          ).run(feed, item.key, item.version, item.state, item.tries, item.reason, item.document, item.seen);
          if (item.document === null) return;
          db.statement("INSERT OR IGNORE INTO feed_documents (feed, document) SELECT ?, key FROM documents WHERE id = ?").run(
            feed,
            item.document,
          );
        }),
      ),
    save: (state) => ask(() => save(db, state)),
    forget: (url) => ask(() => void db.statement("DELETE FROM feeds WHERE url = ?").run(url)),
    notePoll: (state, poll) =>
      ask(() =>
        db.transaction(() => {
          save(db, state);
          db.statement(
            "INSERT OR REPLACE INTO feed_polls (feed, at, outcome, items, added, waiting, passed, reason) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
          ).run(state.url, poll.at, poll.outcome, poll.items, poll.added, poll.waiting, poll.passed, poll.reason);
          prune(db, state.url, poll.at);
        }),
      ),
    polls: (feed, limit) =>
      ask(() => db.statement("SELECT * FROM feed_polls WHERE feed = ? ORDER BY at DESC LIMIT ?").all(feed, limit).map(pollOf)),
    unread: (feed, limit) =>
      ask(() =>
        db
          .statement("SELECT * FROM feed_items WHERE feed = ? AND reason IS NOT NULL ORDER BY seen DESC, key LIMIT ?")
          .all(feed, limit)
          .map(itemOf),
      ),
    coverage: (states, since) => ask(() => coverage(db, states, since)),
  };
}
