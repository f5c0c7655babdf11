// scenesetter knowledge: what the program knows of who is who, what it learned from the texts read, and what is wrong with it.
import { Command } from "commander";
import { ScenesetterError } from "../../model/index.ts";
import { choiceArgument, dateArgument } from "../arguments.ts";
import { learnedKnowledgeOf, outputOf } from "../context.ts";
import { knowledgeDoctor } from "./knowledge-doctor.ts";
import { decide, review } from "./knowledge-review.ts";
import { showKnowledge } from "./knowledge-show.ts";

const ACTIONS = ["review", "accept", "reject", "show", "doctor"] as const;

interface Options {
  readonly on?: string;
  readonly all?: boolean;
}

export function knowledgeCommand(): Command {
  return new Command("knowledge")
    .description("Review what was learned of offices, accept or reject it, show what is known of a name, check all layers.")
    .argument("<action>", ACTIONS.join(", "))
    .argument("[names...]", "ids from “knowledge review”; for show a name or an id")
    .option("--on <date>", "the day, YYYY-MM-DD: offices as of then, and only texts published by then")
    .option("--all", "review: what is known or rejected as well")
    .addHelpText(
      "after",
      `
Examples:
  scenesetter knowledge review
  scenesetter knowledge accept HUN.head-of-government/peter-magyar
  scenesetter knowledge show Japan --on 2025-02-07
  scenesetter knowledge doctor
`,
    )
    .action((given: string, names: readonly string[], options: Options, command: Command) => {
      const action = choiceArgument("the action", given, ACTIONS);
      const on = options.on === undefined ? null : dateArgument("--on", options.on).slice(0, 10);
      const output = outputOf(command);
      if (action === "doctor") return knowledgeDoctor(command, output, on);
      if (action !== "review" && names.length === 0)
        throw new ScenesetterError("usage", {
          reason: `knowledge ${action} needs ${action === "show" ? "a name" : "ids from “knowledge review”"}`,
        });
      const knowledge = learnedKnowledgeOf(command, on);
      if (action === "review") review(knowledge.learned, output, options.all ?? false);
      else if (action === "show") showKnowledge(knowledge, output, names.join(" "), on);
      else decide(knowledge.learned, output, names, action);
    });
}
