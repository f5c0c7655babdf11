// scenesetter who: who a phrase means on a day, and why.
import { Command } from "commander";
import type { Knowledge, Resolution } from "../../knowledge/index.ts";
import { type Problem, problem } from "../../model/index.ts";
import { dateArgument } from "../arguments.ts";
import { learnedKnowledgeOf, outputOf } from "../context.ts";

/** That the office a phrase names rests on old evidence. */
function staleOffice(knowledge: Knowledge, { office, actor }: Resolution, on: string): Problem | null {
  const state = office?.state ?? actor?.state;
  if (!office || !state || office.qualifier !== null) return null;
  const evidence = knowledge.newestEvidence(state, office.role, on);
  if (!evidence?.stale) return null;
  return problem("office-stale", { office: `${office.title}, ${knowledge.shortName(state)}`, day: evidence.day, on });
}

/** The answer to the name of a state in another language, or the answer as it was. */
function inOtherLanguage(knowledge: Knowledge, phrase: string, known: Resolution): Resolution {
  const other = knowledge.stateInOtherLanguage(phrase);
  if (!other) return known;
  const reason = `“${phrase}” is the name of ${knowledge.shortName(other.state)} in ${other.languages.join(", ")} (Unicode CLDR).`;
  return { ...known, actor: knowledge.ref(other.state), by: "other-language", reason };
}

export function whoCommand(): Command {
  return new Command("who")
    .description("Say who a phrase means on a day, and why.")
    .argument("<phrase>", "“the Japanese prime minister”, “former President Trump”, “Tokyo”")
    .option("--on <date>", "the day, YYYY-MM-DD")
    .addHelpText("after", '\nExample:\n  scenesetter who "the Japanese foreign minister" --on 2025-02-07\n')
    .action((phrase: string, options: { readonly on?: string }, command: Command) => {
      const output = outputOf(command);
      const on = options.on === undefined ? null : dateArgument("--on", options.on).slice(0, 10);
      const knowledge = learnedKnowledgeOf(command, on);
      const known = knowledge.resolve(phrase, on);
      const resolution = known.actor ? known : inOtherLanguage(knowledge, phrase, known);
      if (output.json) output.result(JSON.stringify(resolution));
      else
        output.result(`${resolution.actor ? `${resolution.actor.name} (${resolution.actor.id})` : "nobody known"}: ${resolution.reason}`);
      for (const p of resolution.problems) output.problem(null, p);
      const stale = on === null ? null : staleOffice(knowledge, resolution, on);
      if (stale) output.problem(null, stale);
      if (!resolution.actor) process.exitCode = 1;
    });
}
