// scenesetter sources: what each feed gave, when it failed and why; and whether silence about a state means that nothing happened.
import { Command } from "commander";
import type { FeedCoverage, FeedState, ItemState, Ledger, Poll } from "../../ledger/index.ts";
import { ScenesetterError } from "../../model/index.ts";
import { writeOpml } from "../../reader/index.ts";
import { dateArgument, sideArgument } from "../arguments.ts";
import { outputOf, withLedger } from "../context.ts";
import { knownFeeds, taken } from "../feeds.ts";
import type { Output } from "../output.ts";

interface Options {
  readonly state?: string[];
  readonly since?: string;
  readonly opml?: boolean;
  readonly forget?: string[];
}

/** Polls, and items that were not read, shown of one feed. */
const HISTORY = 50;

type Status = "not-asked" | "failing" | "empty" | "quiet" | "answers";

const counted = (n: number, what: string): string => `${n} ${what}${n === 1 ? "" : "s"}`;

const moment = (milliseconds: number): string => `${new Date(milliseconds).toISOString().slice(0, 16)}Z`;

/** How a feed stands, by its last poll. */
function statusOf(state: FeedState, last: Poll | undefined): Status {
  if (state.polled === null || !last) return "not-asked";
  if (state.failingSince !== null) return "failing";
  if (last.outcome === "empty") return "empty";
  return last.outcome === "unchanged" ? "quiet" : "answers";
}

function standing(state: FeedState, last: Poll | undefined): string {
  switch (statusOf(state, last)) {
    case "not-asked":
      return "not asked yet";
    case "failing": {
      const times = state.failures === 1 ? "once" : `${state.failures} times in a row`;
      return `fails since ${moment(state.failingSince!)}, ${times}: ${state.reason}`;
    }
    case "empty":
      return `answers and holds no item (asked ${moment(state.polled!)})`;
    case "quiet":
      return `nothing new since ${state.fresh === null ? "it is watched" : moment(state.fresh)} (asked ${moment(state.polled!)})`;
    case "answers":
      return `${taken(last!)} (asked ${moment(last!.at)})`;
  }
}

function pollLine(poll: Poll): string {
  const counts = poll.outcome === "new" ? ` · of ${poll.items} items ${taken(poll)}` : "";
  return `${moment(poll.at)} · ${poll.outcome}${counts}${poll.reason === null ? "" : ` · ${poll.reason}`}`;
}

/** What is said of an item whose page was not read. */
const UNREAD: Readonly<Record<ItemState["state"], string>> = {
  waiting: "will be tried again",
  recorded: "only the opening was recorded",
  passed: "nothing was recorded",
};

/**
 * What the feeds together let one say of some states. Silence means something only if every feed has answered, and only up to the moment
 * when the last of them did.
 */
function verdict(
  states: readonly string[],
  since: string | null,
  feeds: readonly FeedState[],
  now: readonly FeedCoverage[],
  ever: readonly FeedCoverage[],
) {
  const about = states.join(" and ");
  const from = since === null ? "" : ` since ${since}`;
  const texts = now.reduce((sum, c) => sum + c.about, 0);
  const silent = feeds.filter(({ failingSince, succeeded }) => failingSince !== null || succeeded === null).length;
  const last = ever.reduce<string | null>(
    (latest, c) => (c.lastAbout !== null && c.lastAbout > (latest ?? "") ? c.lastAbout : latest),
    null,
  );
  const upTo = Math.min(...feeds.map(({ succeeded }) => succeeded ?? 0));
  if (texts > 0)
    return { kind: "covered", text: `${counted(texts, "text")} about ${about}${from}; the last is of ${last ?? "no known date"}.` };
  if (silent > 0) {
    const text = `Not known: no text names ${about}${from}, but ${silent} of ${counted(feeds.length, "feed")} without an answer.`;
    return { kind: "failed", text };
  }
  const answered = `${feeds.length === 1 ? "the only feed has" : `all ${feeds.length} feeds have`} answered up to ${moment(upTo)}`;
  if (last !== null)
    return { kind: "quiet", text: `Nothing new: ${answered}, and none names ${about}${from}; the last text that did is of ${last}.` };
  return { kind: "not-covered", text: `Not covered: ${answered}, and none has ever given a text that names ${about}.` };
}

function showAll(ledger: Ledger, output: Output, states: readonly string[], since: string | null): void {
  const feeds = ledger.feeds.list();
  const coverage = ledger.feeds.coverage(states, since);
  const given = new Map(coverage.map((c) => [c.url, c]));
  for (const state of feeds) {
    const [last] = ledger.feeds.polls(state.url, 1);
    const { texts, last: lastText, about, lastAbout } = given.get(state.url)!;
    const named = states.length > 0 ? { about, lastAbout } : {};
    if (output.json) {
      output.result(JSON.stringify({ ...state, status: statusOf(state, last), texts, lastText, ...named, lastPoll: last ?? null }));
      continue;
    }
    const status = statusOf(state, last);
    const sign = status === "failing" ? "✗" : status === "empty" || status === "not-asked" ? "–" : "✓";
    const count = texts === 0 ? "no text so far" : `${counted(texts, "text")}, the last of ${lastText ?? "no known date"}`;
    const naming = states.length > 0 ? ` · ${about} about ${states.join(" and ")}` : "";
    const moved = state.address === state.url ? "" : ` · moved to ${state.address}`;
    output.result(`${sign} ${state.title ?? state.url} · ${state.url}\n    ${standing(state, last)} · ${count}${naming}${moved}`);
  }
  if (states.length > 0 && feeds.length > 0) {
    const { kind, text } = verdict(states, since, feeds, coverage, ledger.feeds.coverage(states, null));
    output.result(output.json ? JSON.stringify({ verdict: kind, states, since, text }) : text);
  }
  if (feeds.length === 0) output.note("No feeds. Watch some with: scenesetter watch feeds.opml");
}

/** The state of a feed that is named. @throws ScenesetterError `usage` */
function watched(ledger: Ledger, url: string): FeedState {
  const state = ledger.feeds.state(url);
  if (!state) throw new ScenesetterError("usage", { reason: `${url} is not watched; “scenesetter sources” lists the feeds` });
  return state;
}

function showOne(ledger: Ledger, output: Output, url: string): void {
  const state = watched(ledger, url);
  const polls = ledger.feeds.polls(url, HISTORY);
  const unread = ledger.feeds.unread(url, HISTORY);
  if (output.json) {
    output.result(JSON.stringify({ ...state, polls, unread }));
    return;
  }
  output.result(`${state.title ?? url} · ${standing(state, polls[0])} · next ${moment(state.next)}`);
  for (const poll of polls) output.result(pollLine(poll));
  if (unread.length > 0) output.result("Not read:");
  for (const item of unread) output.result(`  ${item.reason} · ${UNREAD[item.state]}`);
}

export function sourcesCommand(): Command {
  return new Command("sources")
    .description("Show what each watched feed gave, when it failed and why.")
    .argument("[feed]", "address of one feed: its last polls")
    .option("--state <state...>", "how much of it names all these states or organisations, and what silence about them means")
    .option("--since <date>", "with --state: only texts published since then")
    .option("--opml", "print the feeds as an OPML list")
    .option("--forget <feed...>", "take feeds off the list; what they gave stays in the ledger")
    .addHelpText(
      "after",
      "\nExamples:\n  scenesetter sources\n  scenesetter sources --state JPN USA --since 2025-02-01\n  scenesetter sources https://example.org/feed.xml\n  scenesetter sources --opml > feeds.opml\n",
    )
    .action(async (feed: string | undefined, options: Options, command: Command) => {
      const output = outputOf(command);
      const since = options.since === undefined ? null : dateArgument("--since", options.since);
      await withLedger(command, { mustExist: true }, (ledger, knowledge) => {
        const states = (options.state ?? []).map((s) => sideArgument(knowledge, s));
        for (const url of options.forget ?? []) ledger.feeds.forget(watched(ledger, url).url);
        if (options.opml) output.result(writeOpml(knownFeeds(ledger), "Feeds watched by scenesetter"));
        else if (feed !== undefined) showOne(ledger, output, feed);
        else showAll(ledger, output, states, since);
      });
    });
}
