// When a feed is asked for again. No chance in it: the same history gives the same moment.
import type { FeedState, Poll } from "../../ledger/index.ts";
import type { ListedFeed } from "../../reader/index.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** How often a feed is asked that says nothing of itself. News feeds hold 20 to 50 items: an outlet would have to publish one a minute to lose any. */
export const USUAL_MS = 30 * MINUTE;
/** Four polls without anything new double the interval, up to four hours; the first new item ends that. */
const QUIET_POLLS = 4;
const QUIET_LONGEST_MS = 4 * HOUR;
/** How soon a feed is asked again that had more items than are taken in at once. */
const MORE_MS = MINUTE;
/** After so many failures at an address that a feed had moved to, the listed one is tried again. */
const RETURN_AFTER = 3;
/** Longest interval, whether a feed asks for it or has failed ever since. */
const LONGEST_MS = 24 * HOUR;

/** A feed that has just been put on the list; it is due at once. */
export function newState({ url, title, page, groups }: ListedFeed): FeedState {
  return {
    ...{ url, title, page, groups, format: null, address: url, etag: null, lastModified: null },
    ...{ polled: null, next: 0, succeeded: null, fresh: null, failingSince: null, failures: 0, quiet: 0, reason: null },
  };
}

/** What a poll has shown beside its counts. */
export interface Shown {
  /** What the answer says of the feed; only what is to be changed. */
  readonly head: Partial<Pick<FeedState, "title" | "page" | "format" | "address" | "etag" | "lastModified">>;
  /** How long the feed or its server asks for no further poll, in milliseconds. */
  readonly period: number;
  /** When the server asks to come back, in milliseconds since 1970. */
  readonly notBefore: number | null;
  /** Whether items were left for the next poll. */
  readonly more: boolean;
}

/** The feed's state after a poll. */
export function after(state: FeedState, poll: Poll, { head, period, notBefore, more }: Shown): FeedState {
  const polled = poll.at;
  if (poll.outcome === "failed") {
    const failures = state.failures + 1;
    const interval = Math.min(USUAL_MS * 2 ** Math.min(failures - 1, 10), LONGEST_MS);
    const next = Math.max(polled + interval, notBefore ?? 0);
    const address = failures >= RETURN_AFTER ? state.url : state.address;
    return { ...state, address, polled, next, failures, failingSince: state.failingSince ?? polled, reason: poll.reason };
  }
  const isNew = poll.added > 0;
  const quiet = isNew ? 0 : state.quiet + 1;
  const relaxed = Math.min(USUAL_MS * 2 ** Math.floor(quiet / QUIET_POLLS), QUIET_LONGEST_MS);
  const interval = more ? MORE_MS : Math.max(relaxed, Math.min(period, LONGEST_MS));
  const next = Math.max(polled + interval, notBefore ?? 0);
  const good = { succeeded: polled, fresh: isNew ? polled : state.fresh, failingSince: null, failures: 0, reason: null };
  return { ...state, ...head, polled, next, quiet, ...good };
}
