// The list of commands, in the order in which a newcomer needs them.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Command } from "commander";
import { packageRoot } from "./root.ts";

/** Commands by name; a command's modules are loaded when it is called, since reading and parsing need half a second that a brief does not. */
const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  demo: async () => (await import("./commands/demo.ts")).demoCommand(),
  add: async () => (await import("./commands/add.ts")).addCommand(),
  watch: async () => (await import("./commands/watch.ts")).watchCommand(),
  sources: async () => (await import("./commands/sources.ts")).sourcesCommand(),
  meetings: async () => (await import("./commands/meetings.ts")).meetingsCommand(),
  brief: async () => (await import("./commands/brief.ts")).briefCommand(),
  verify: async () => (await import("./commands/verify.ts")).verifyCommand(),
  extract: async () => (await import("./commands/extract.ts")).extractCommand(),
  why: async () => (await import("./commands/why.ts")).whyCommand(),
  who: async () => (await import("./commands/who.ts")).whoCommand(),
  knowledge: async () => (await import("./commands/knowledge.ts")).knowledgeCommand(),
  explain: async () => (await import("./commands/explain.ts")).explainCommand(),
  doctor: async () => (await import("./commands/doctor.ts")).doctorCommand(),
  completion: async () => (await import("./commands/completion.ts")).completionCommand(),
};

/** Commands that speak of the others. */
const NEED_ALL: ReadonlySet<string> = new Set(["completion"]);

/** The command that the arguments call, by its name; undefined where all are needed: for help, completion and names that are none. */
function called(args: readonly string[]): string | undefined {
  const word = args.find((arg, at) => !arg.startsWith("-") && args[at - 1] !== "--ledger");
  return word !== undefined && Object.hasOwn(COMMANDS, word) && !NEED_ALL.has(word) ? word : undefined;
}

/** The command line as a commander program that throws instead of ending the process: with the command that `args` call, or with all. */
export async function createProgram(args: readonly string[] = []): Promise<Command> {
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
  const name = called(args);
  for (const load of name === undefined ? Object.values(COMMANDS) : [COMMANDS[name]!]) {
    const sub = await load();
    // Global options may stand before or after the command's name.
    sub
      .option("--quiet", "print results and errors only")
      .option("--json", "results and problems as JSON")
      .option("--ledger <file>", "the ledger to use");
    program.addCommand(sub.exitOverride());
  }
  return program;
}
