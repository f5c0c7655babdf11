// scenesetter add: read pages into the ledger.
import { buffer } from "node:stream/consumers";
import { Command } from "commander";
import { createPipeline, ingest } from "../../pipeline/index.ts";
import { dateArgument } from "../arguments.ts";
import { outputOf, userKnowledge, withLedger } from "../context.ts";

interface Options {
  readonly published?: string;
}

export function addCommand(): Command {
  return new Command("add")
    .description("Read files, folders, standard input (-) or addresses into the ledger.")
    .argument("<path...>", "files, folders, http(s) addresses, or - for standard input")
    .option("--published <date>", "publication date for pages that do not say one")
    .addHelpText(
      "after",
      "\nExamples:\n  scenesetter add news/*.html feed.xml\n  curl -s https://example.org/story | scenesetter add - --published 2025-02-05\n",
    )
    .action(async (paths: string[], options: Options, command: Command) => {
      const output = outputOf(command);
      const published = options.published === undefined ? null : dateArgument("--published", options.published);
      const stdin = paths.includes("-") ? new Uint8Array(await buffer(process.stdin)) : null;
      await withLedger(command, { mustExist: false }, async (ledger, knowledge) => {
        const report = await ingest(paths, ledger, createPipeline({ knowledge, userDirectory: userKnowledge() }), {
          published,
          ...(stdin ? { stdin } : {}),
          now: () => new Date().toISOString(),
          onProgress: (done, total) => output.progress(done, total, "read"),
        });
        for (const { file, problem } of report.problems) output.problem(file, problem);
        const { problems: _, ...counts } = report;
        if (output.json) output.result(JSON.stringify(counts));
        else output.result(`${report.added} added, ${report.known} known, ${report.failed} failed; ${report.claims} claims`);
        if (report.failed > 0) process.exitCode = 1;
      });
    });
}
