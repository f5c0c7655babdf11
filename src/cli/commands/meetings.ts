// scenesetter meetings: which meetings the ledger knows, newest first.
import { Command } from "commander";
import { dateArgument, sideArgument } from "../arguments.ts";
import { outputOf, withLedger } from "../context.ts";

interface Options {
  readonly asOf?: string;
  readonly state?: string[];
}

export function meetingsCommand(): Command {
  return new Command("meetings")
    .description("List the meetings in the ledger, newest first.")
    .option("--as-of <date>", "only what was published by then")
    .option("--state <state...>", "only meetings of these states or organisations")
    .addHelpText("after", "\nExamples:\n  scenesetter meetings --state JPN\n  scenesetter meetings --as-of 2025-02-06 --json\n")
    .action(async (options: Options, command: Command) => {
      const output = outputOf(command);
      const asOf = options.asOf === undefined ? null : dateArgument("--as-of", options.asOf);
      await withLedger(command, { mustExist: true }, (ledger, knowledge) => {
        const states = (options.state ?? []).map((s) => sideArgument(knowledge, s));
        const meetings = ledger.meetings({ asOf, ...(states.length > 0 ? { states } : {}) });
        const newest = [...meetings].sort((a, b) => (b.start ?? "").localeCompare(a.start ?? "") || a.id.localeCompare(b.id));
        if (output.json) {
          for (const { claims, ...meeting } of newest)
            output.result(JSON.stringify({ ...meeting, documents: [...new Set(claims.map((c) => c.document))] }));
          return;
        }
        for (const m of newest) {
          const who = m.participants.map((p) => p.name).join(", ");
          output.result([m.id, m.start ?? "date not stated", m.status, m.format, m.place ?? "place not stated", who].join(" · "));
        }
        if (newest.length === 0) output.note("No meetings. Add pages with: scenesetter add PATH");
      });
    });
}
