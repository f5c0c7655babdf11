// scenesetter watch: read feeds again and again, and what they lead to, into the ledger.
import { Command } from "commander";
import { ScenesetterError } from "../../model/index.ts";
import { createPipeline, type PollReport, watch } from "../../pipeline/index.ts";
import { type FetchOptions, isPublicAddress } from "../../reader/index.ts";
import { outputOf, userKnowledge, withLedger } from "../context.ts";
import { feedsOf, taken } from "../feeds.ts";
import type { Output } from "../output.ts";

interface Options {
  readonly once?: boolean;
  readonly allowAddress?: string[];
}

/** `10.0.0.7` or `10.0.0.7:8080` or `[fd00::7]:8080` → address and port. @throws ScenesetterError `usage` */
function place(text: string): { readonly address: string; readonly port: string | null } {
  const m = /^(?:\[([\da-f:]+)\]|(\d+(?:\.\d+){3}))(?::(\d{1,5}))?$/i.exec(text);
  if (!m)
    throw new ScenesetterError("usage", { reason: `--allow-address takes an address such as 10.0.0.7 or 10.0.0.7:8080, not “${text}”` });
  return { address: m[1] ?? m[2]!, port: m[3] ?? null };
}

/** Leave to fetch from the addresses named, and from public ones as ever. */
function leave(named: readonly string[]): FetchOptions {
  const places = named.map(place);
  const usual = ["80", "443"];
  return {
    allowAddress: (address, port) =>
      (usual.includes(port) && isPublicAddress(address)) ||
      places.some((p) => p.address === address && (p.port === null ? usual.includes(port) : p.port === port)),
    allowPort: (port) => usual.includes(port) || places.some((p) => p.port === port),
  };
}

function report(output: Output, { state, poll }: PollReport): void {
  const { outcome, items } = poll;
  if (output.json) {
    output.result(
      JSON.stringify({ feed: state.url, ...poll, at: new Date(poll.at).toISOString(), next: new Date(state.next).toISOString() }),
    );
    return;
  }
  const said = {
    new: `${taken(poll)}, of ${items} items`,
    unchanged: "nothing new",
    empty: "it answers and holds no item",
    failed: `failed: ${poll.reason}`,
  };
  const partly = outcome !== "failed" && poll.reason !== null ? ` (${poll.reason})` : "";
  output.note(`${state.title ?? state.url}: ${said[outcome]}${partly}`);
}

/** A signal that SIGINT or SIGTERM raises; a second one ends the process at once. */
function untilStopped(output: Output): { readonly signal: AbortSignal; readonly close: () => void } {
  const controller = new AbortController();
  const stop = (): void => {
    close();
    output.note("Stopping; what was read is kept.");
    controller.abort();
  };
  const close = (): void => {
    process.off("SIGINT", stop);
    process.off("SIGTERM", stop);
  };
  process.on("SIGINT", stop);
  process.on("SIGTERM", stop);
  return { signal: controller.signal, close };
}

/** Waits; comes back early when the signal is raised. Lets go of the signal, which may live for months. */
function sleeper(signal: AbortSignal): (milliseconds: number) => Promise<void> {
  return (milliseconds) =>
    new Promise((resolve) => {
      const end = (): void => {
        clearTimeout(timer);
        signal.removeEventListener("abort", end);
        resolve();
      };
      const timer = setTimeout(end, signal.aborted ? 0 : milliseconds);
      signal.addEventListener("abort", end, { once: true });
    });
}

export function watchCommand(): Command {
  return new Command("watch")
    .description("Watch feeds: read what they give, and the pages they lead to, into the ledger, until stopped.")
    .argument("[list...]", "OPML files or addresses of feeds; without any, the feeds the ledger knows")
    .option("--once", "ask those that are due, and end (for cron)")
    .option("--allow-address <address...>", "also fetch from this private address, with its port unless it is 80 or 443")
    .addHelpText(
      "after",
      "\nExamples:\n  scenesetter watch feeds.opml\n  scenesetter watch --once https://example.org/feed.xml\n  scenesetter watch intranet.opml --allow-address 10.0.0.7:8080\n",
    )
    .action(async (paths: string[], options: Options, command: Command) => {
      const output = outputOf(command);
      const fetch = leave(options.allowAddress ?? []);
      await withLedger(command, { mustExist: paths.length === 0 }, async (ledger, knowledge) => {
        const feeds = await feedsOf(paths, ledger, output);
        const { signal, close } = untilStopped(output);
        let asked = 0;
        let failed = false;
        try {
          await watch(feeds, ledger, createPipeline({ knowledge, userDirectory: userKnowledge() }), {
            once: options.once ?? false,
            signal,
            fetch,
            now: Date.now,
            sleep: sleeper(signal),
            onPoll: (poll) => {
              asked++;
              failed ||= poll.poll.outcome === "failed";
              report(output, poll);
            },
          });
        } finally {
          close();
        }
        if (options.once && asked === 0) output.note("No feed is due.");
        if (options.once && failed) process.exitCode = 1;
      });
    });
}
