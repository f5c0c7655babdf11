// scenesetter who: who a phrase means on a day, and why.
import { Command } from "commander";
import { dateArgument } from "../arguments.ts";
import { knowledgeOf, outputOf } from "../context.ts";

export function whoCommand(): Command {
  return new Command("who")
    .description("Say who a phrase means on a day, and why.")
    .argument("<phrase>", "“the Japanese prime minister”, “former President Trump”, “Tokyo”")
    .option("--on <date>", "the day, YYYY-MM-DD")
    .addHelpText("after", '\nExample:\n  scenesetter who "the Japanese foreign minister" --on 2025-02-07\n')
    .action((phrase: string, options: { readonly on?: string }, command: Command) => {
      const output = outputOf(command);
      const on = options.on === undefined ? null : dateArgument("--on", options.on).slice(0, 10);
      const resolution = knowledgeOf().resolve(phrase, on);
      if (output.json) output.result(JSON.stringify(resolution));
      else
        output.result(`${resolution.actor ? `${resolution.actor.name} (${resolution.actor.id})` : "nobody known"}: ${resolution.reason}`);
      for (const p of resolution.problems) output.problem(null, p);
      if (!resolution.actor) process.exitCode = 1;
    });
}
