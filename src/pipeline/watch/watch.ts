// Watching feeds: whoever is due is polled, a few hosts at a time, then nothing happens until the next is due. All state is in the ledger.
import type { FeedState, Ledger } from "../../ledger/index.ts";
import { ScenesetterError } from "../../model/index.ts";
import { createCourier, type FetchOptions, type ListedFeed } from "../../reader/index.ts";
import { analyser } from "../analyser.ts";
import type { Pipeline } from "../pipeline.ts";
import type { Desk } from "./item.ts";
import { type PollReport, pollFeed } from "./poll.ts";
import { newState } from "./schedule.ts";

export interface WatchOptions {
  /** Whether to end when nothing is due any more. */
  readonly once: boolean;
  /** Ends the watch: what is under way is given up, what is finished is kept. */
  readonly signal: AbortSignal;
  readonly onPoll: (report: PollReport) => void;
  readonly fetch?: FetchOptions;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Comes back after a time, or when `signal` says so. */
  readonly sleep: (milliseconds: number) => Promise<void>;
  /** Worker threads at most, as for ingest. */
  readonly workers?: number;
}

/** Feeds polled at once; each host still gets one request at a time. */
const AT_ONCE = 4;
/** Pause between two requests to one host. */
const PAUSE_MS = 2000;
/** Longest sleep: a clock that was set forward, or a feed listed by another process, is seen by then. */
const NAP_MS = 600_000;
/** Shortest sleep, so that a ledger held by another process is not asked for without end. */
const LEAST_NAP_MS = 1000;

/** Puts the listed feeds into the ledger; those that are there keep their state and take the listing's name and groups. */
function enlist(ledger: Ledger, listed: readonly ListedFeed[]): void {
  for (const feed of listed) {
    const known = ledger.feeds.state(feed.url);
    if (!known) ledger.feeds.save(newState(feed));
    else ledger.feeds.save({ ...known, title: feed.title ?? known.title, page: feed.page ?? known.page, groups: feed.groups });
  }
}

/** The feeds that are due, those that have waited longest first. */
function due(ledger: Ledger, urls: readonly string[], now: number): readonly FeedState[] {
  return urls
    .map((url) => ledger.feeds.state(url)!)
    .filter(({ next }) => next <= now)
    .sort((a, b) => a.next - b.next || (a.url < b.url ? -1 : 1));
}

/** Polls feeds, several at once; one that cannot be kept because another process holds the ledger stays due. */
async function round(states: readonly FeedState[], desk: Desk, { onPoll, once }: WatchOptions): Promise<void> {
  const queue = [...states];
  const runner = async (): Promise<void> => {
    for (let state = queue.shift(); state && !desk.signal.aborted; state = queue.shift()) {
      try {
        const report = await pollFeed(state, desk);
        if (report) onPoll(report);
      } catch (error) {
        if (once || !(error instanceof ScenesetterError) || error.problem.code !== "ledger-locked") throw error;
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, runner));
}

/**
 * Watches feeds until `signal` says to end, or, with `once`, until none is due. What runs for months holds nothing in memory but the addresses,
 * a bounded number of hosts, and the polls under way.
 * @throws ScenesetterError what the ledger throws; a feed that fails never throws, its failure is its state
 */
export async function watch(listed: readonly ListedFeed[], ledger: Ledger, pipeline: Pipeline, options: WatchOptions): Promise<void> {
  const { now, sleep, signal } = options;
  enlist(ledger, listed);
  const urls = listed.map(({ url }) => url);
  const analysis = analyser(pipeline, options.workers);
  const courier = createCourier({ now, sleep, signal, pause: PAUSE_MS, ...(options.fetch ? { fetch: options.fetch } : {}) });
  const desk: Desk = { ledger, pipeline, analyser: analysis, courier, now, signal };
  try {
    while (!signal.aborted) {
      const states = due(ledger, urls, now());
      await round(states, desk, options);
      if (options.once || signal.aborted) return;
      const next = urls.reduce((least, url) => Math.min(least, ledger.feeds.state(url)!.next), Number.POSITIVE_INFINITY);
      await sleep(Math.min(Math.max(next - now(), LEAST_NAP_MS), NAP_MS));
    }
  } finally {
    await analysis.close();
  }
}
