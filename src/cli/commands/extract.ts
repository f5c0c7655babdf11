// scenesetter extract: what pages say, as claims, with nothing stored.
import { buffer } from "node:stream/consumers";
import { Command } from "commander";
import { toWire } from "../../model/index.ts";
import { createPipeline } from "../../pipeline/index.ts";
import { findSources } from "../../reader/index.ts";
import { dateArgument } from "../arguments.ts";
import { knowledgeOf, outputOf, userKnowledge } from "../context.ts";
import { claimLine } from "../print.ts";

interface Options {
  readonly published?: string;
}

export function extractCommand(): Command {
  return new Command("extract")
    .description("Print the claims of pages; nothing is stored. With --json: the wire form, one object a document (JSON Lines).")
    .argument("<path...>", "files, folders, http(s) addresses, or - for standard input")
    .option("--published <date>", "publication date for pages that do not say one")
    .addHelpText("after", "\nExamples:\n  scenesetter extract --json news/ > claims.jsonl\n  scenesetter extract page.html\n")
    .action(async (paths: string[], options: Options, command: Command) => {
      const output = outputOf(command);
      const published = options.published === undefined ? null : dateArgument("--published", options.published);
      const stdin = paths.includes("-") ? new Uint8Array(await buffer(process.stdin)) : null;
      const pipeline = createPipeline({ knowledge: knowledgeOf(), userDirectory: userKnowledge(), published });
      for await (const { source, problem, path } of findSources(paths, stdin ? { stdin } : {})) {
        if (problem) {
          output.problem(path, problem);
          process.exitCode = 1;
        }
        if (!source) continue;
        for (const { document, claims } of pipeline.process(source)) {
          for (const p of document.problems) output.problem(document.file, p);
          if (document.problems.some((p) => p.severity === "error")) process.exitCode = 1;
          if (output.json) output.result(JSON.stringify(toWire(document, claims)));
          else
            output.result(
              [
                `${document.file} · ${document.title ?? "no title"} · ${document.published?.value ?? "no date"}`,
                ...claims.map(claimLine),
                "",
              ].join("\n"),
            );
        }
      }
    });
}
