#!/usr/bin/env node
// The command line: reads the arguments, runs one command, and turns whatever went wrong into a message and an exit code.
import { CommanderError } from "commander";
import { problem, ScenesetterError } from "../model/index.ts";
import { createOutput } from "./output.ts";
import { createProgram } from "./program.ts";

/** Exit codes: 0 done, 1 the input was wrong or nothing could be done with it, 2 the usage was wrong, 3 the environment. */
async function main(argv: readonly string[]): Promise<number> {
  const program = await createProgram(argv.slice(2));
  try {
    await program.parseAsync(argv as string[]);
    return typeof process.exitCode === "number" ? process.exitCode : 0;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    const { quiet = false, json = false } = program.opts<{ quiet?: boolean; json?: boolean }>();
    const output = createOutput({ quiet, json });
    if (error instanceof ScenesetterError) {
      output.problem(null, error.problem);
      return error.exitCode;
    }
    output.problem(null, problem("internal", { reason: error instanceof Error ? (error.stack ?? error.message) : String(error) }));
    return 3;
  }
}

// A reader that closes the pipe early (`| head`) is no error.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(0);
  throw error;
});

process.exitCode = await main(process.argv);
