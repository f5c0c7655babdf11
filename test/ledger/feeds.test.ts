// The state of watched feeds: kept across processes, bounded, and tied to the documents that came from each.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { connect } from "../../src/ledger/driver.ts";
import { type FeedState, type ItemState, type Ledger, openLedger, type Poll } from "../../src/ledger/index.ts";
import { MIGRATIONS } from "../../src/ledger/migrations/index.ts";
import { APPLICATION_ID, SCHEMA } from "../../src/ledger/open.ts";

const DAY = 86_400_000;
const START = Date.parse("2025-02-05T09:00:00Z");
const FEED: FeedState = {
  ...{ url: "https://c.example/rss", title: "Courier", page: "https://c.example/", groups: [["Asia", "Japan"]], format: "rss20" },
  ...{ address: "https://c.example/rss2", etag: '"1"', lastModified: null, polled: START, next: START + 1, succeeded: START, fresh: null },
  ...{ failingSince: null, failures: 0, quiet: 2, reason: null },
};
const poll = (at: number): Poll => ({ at, outcome: "new", items: 3, added: 1, waiting: 1, passed: 1, reason: null });
const item = (key: string, seen: number): ItemState => {
  return { key, version: "sha256:1", state: "waiting", tries: 1, reason: "the server answered 500", document: null, seen };
};

let folder: string;
let path: string;
let ledger: Ledger;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "feeds-"));
  path = join(folder, "l.sqlite");
  ledger = openLedger(path);
});
afterEach(() => {
  ledger.close();
  rmSync(folder, { recursive: true });
});

describe("a feed's state", () => {
  it("is there again in the next process, as it was", () => {
    ledger.feeds.notePoll(FEED, poll(START));
    ledger.feeds.noteItem(FEED.url, item("a", START));
    ledger.close();
    ledger = openLedger(path);
    expect(ledger.feeds.list()).toEqual([FEED]);
    expect(ledger.feeds.polls(FEED.url, 5)).toEqual([poll(START)]);
    expect(ledger.feeds.item(FEED.url, "a")).toEqual(item("a", START));
    expect(ledger.feeds.hasWaiting(FEED.url)).toBe(true);
  });

  it("is bounded: old polls are forgotten, and items that have long been gone", () => {
    ledger.feeds.save(FEED);
    ledger.feeds.noteItem(FEED.url, item("old", START - 91 * DAY));
    ledger.feeds.noteItem(FEED.url, item("young", START - 89 * DAY));
    for (let i = 0; i < 250; i++) ledger.feeds.notePoll(FEED, poll(START + i));
    expect(ledger.feeds.polls(FEED.url, 1000).map((p) => p.at)).toEqual(Array.from({ length: 200 }, (_, i) => START + 249 - i));
    expect(ledger.feeds.item(FEED.url, "old")).toBeNull();
    expect(ledger.feeds.item(FEED.url, "young")).not.toBeNull();
  });
});

it("a ledger of the first schema is brought to this one with what it holds", () => {
  const old = join(folder, "old.sqlite");
  const db = connect(old);
  db.exec(MIGRATIONS[0]!);
  db.exec(`PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = 1`);
  db.close();
  const opened = openLedger(old, { create: false });
  expect(opened.health()).toMatchObject({ schema: SCHEMA, integrity: "ok" });
  expect(opened.feeds.list()).toEqual([]);
  opened.close();
});
