// The list of commands, in the order in which a newcomer needs them.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Command } from "commander";
import { addCommand } from "./commands/add.ts";
import { briefCommand } from "./commands/brief.ts";
import { completionCommand } from "./commands/completion.ts";
import { demoCommand } from "./commands/demo.ts";
import { doctorCommand } from "./commands/doctor.ts";
import { explainCommand } from "./commands/explain.ts";
import { extractCommand } from "./commands/extract.ts";
import { knowledgeCommand } from "./commands/knowledge.ts";
import { meetingsCommand } from "./commands/meetings.ts";
import { sourcesCommand } from "./commands/sources.ts";
import { verifyCommand } from "./commands/verify.ts";
import { watchCommand } from "./commands/watch.ts";
import { whoCommand } from "./commands/who.ts";
import { whyCommand } from "./commands/why.ts";
import { packageRoot } from "./root.ts";

export const COMMANDS = [
  demoCommand,
  addCommand,
  watchCommand,
  sourcesCommand,
  meetingsCommand,
  briefCommand,
  verifyCommand,
  extractCommand,
  whyCommand,
  whoCommand,
  knowledgeCommand,
  explainCommand,
  doctorCommand,
  completionCommand,
] as const;

/** The whole command line as a commander program that throws instead of ending the process. */
export function createProgram(): Command {
  const { version } = JSON.parse(readFileSync(join(packageRoot(), "package.json"), "utf8")) as { version: string };
  const program = new Command("scenesetter")
    .description("Reads the news and writes the cited brief a desk officer needs before two leaders meet.")
    .version(version)
    .option("--quiet", "print results and errors only")
    .option("--json", "results, problems and progress as JSON")
    .option("--ledger <file>", "the ledger to use", process.env.SCENESETTER_LEDGER ?? "scenesetter.sqlite")
    .showHelpAfterError("(scenesetter --help lists the commands)")
    .exitOverride()
    .addHelpText(
      "after",
      `
Examples:
  scenesetter demo                                     the brief of the shipped example
  scenesetter add news/ https://example.org/story      read pages into the ledger
  scenesetter watch feeds.opml                         read feeds as they come
  scenesetter meetings                                 which meetings the ledger knows
  scenesetter brief JPN USA --as-of 2025-02-06 --format html --out brief.html
  scenesetter verify brief.html                        re-check every quotation

Exit codes: 0 done · 1 the input · 2 the usage · 3 the environment`,
    );
  for (const command of COMMANDS) {
    const sub = command();
    // Global options may stand before or after the command's name.
    sub
      .option("--quiet", "print results and errors only")
      .option("--json", "results and problems as JSON")
      .option("--ledger <file>", "the ledger to use");
    program.addCommand(sub.exitOverride());
  }
  return program;
}
