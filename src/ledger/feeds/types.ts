// What the ledger knows of watched feeds. Moments are milliseconds since 1970 UTC.

export interface FeedState {
  /** The address as listed; it names the feed. */
  readonly url: string;
  readonly title: string | null;
  /** The outlet's page. */
  readonly page: string | null;
  readonly groups: readonly (readonly string[])[];
  /** `rss20`, `atom10`, …; null before the first good answer. */
  readonly format: string | null;
  /** Where it is asked for now: the listed address, or the one it has moved to. */
  readonly address: string;
  readonly etag: string | null;
  readonly lastModified: string | null;
  readonly polled: number | null;
  /** When it is due. */
  readonly next: number;
  /** The last good answer, and the last that brought something new. */
  readonly succeeded: number | null;
  readonly fresh: number | null;
  /** Since when every poll has failed; null while it answers. */
  readonly failingSince: number | null;
  /** Polls in a row that failed, and that brought nothing new. */
  readonly failures: number;
  readonly quiet: number;
  /** Why the last poll failed. */
  readonly reason: string | null;
}

/**
 * `recorded`: its text is in the ledger. `waiting`: its page could not be had and will be tried again. `passed`: it gave no text to record.
 */
export type ItemOutcome = "recorded" | "waiting" | "passed";

export interface ItemState {
  readonly key: string;
  /** What the feed said in it; another version is read again. */
  readonly version: string;
  readonly state: ItemOutcome;
  /** How often it was read, or its page tried. */
  readonly tries: number;
  /** Why it waits, gave nothing, or gave only its opening. */
  readonly reason: string | null;
  /** Id of the document it gave. */
  readonly document: string | null;
  readonly seen: number;
}

/** `new`: items that were not known. `unchanged`: none. `empty`: the feed answers and holds no item. `failed`: no answer, or none that can be read. */
export type PollOutcome = "new" | "unchanged" | "empty" | "failed";

export interface Poll {
  readonly at: number;
  readonly outcome: PollOutcome;
  /** Items in the answer; 0 where the server said that nothing has changed. */
  readonly items: number;
  /** Texts recorded, items that wait for their page, items that gave no text. */
  readonly added: number;
  readonly waiting: number;
  readonly passed: number;
  readonly reason: string | null;
}

/** What a feed has given: texts in all, and texts that name given states. */
export interface FeedCoverage {
  readonly url: string;
  readonly texts: number;
  /** Publication of the last text that has one, ISO 8601. */
  readonly last: string | null;
  readonly about: number;
  readonly lastAbout: string | null;
}

export interface FeedStore {
  /** All feeds ever watched, by address. */
  list(): readonly FeedState[];
  state(url: string): FeedState | null;
  item(feed: string, key: string): ItemState | null;
  /** Id of the document that an item of the same name and version gave in any feed; outlets repeat items in the feeds of their sections. */
  given(key: string, version: string): string | null;
  /** Whether items wait for their pages. */
  hasWaiting(feed: string): boolean;
  /** Keeps what became of an item, and that its document came from the feed. */
  noteItem(feed: string, item: ItemState): void;
  /** Keeps a feed's state without a poll: it is new, or its listing has changed. */
  save(state: FeedState): void;
  /** Takes a feed off the list with all that is known of it; its documents stay. */
  forget(url: string): void;
  /** Keeps what a poll gave with the state after it; forgets what is older than needed. */
  notePoll(state: FeedState, poll: Poll): void;
  /** The last polls, newest first. */
  polls(feed: string, limit: number): readonly Poll[];
  /** Items whose page was not read, or that gave no text, the last seen first; each with its reason. */
  unread(feed: string, limit: number): readonly ItemState[];
  /** What each feed has given, and of it what names all of `states` and was published since a day. */
  coverage(states: readonly string[], since: string | null): readonly FeedCoverage[];
}
