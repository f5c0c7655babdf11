// scenesetter explain: what a label of the parse, a claim or an event code means.
import { Command } from "commander";
import { explainLabel } from "../../language/index.ts";
import { ScenesetterError } from "../../model/index.ts";
import { outputOf } from "../context.ts";

export function explainCommand(): Command {
  return new Command("explain")
    .description("Say what a label means: nsubj, PROPN, CONSULT, position, …")
    .argument("<label>", "a part of speech, a dependency, a name type, a claim kind or a PLOVER event type")
    .addHelpText("after", "\nExample:\n  scenesetter explain nsubj\n")
    .action((label: string, _options: unknown, command: Command) => {
      const meaning = explainLabel(label);
      if (meaning === null) throw new ScenesetterError("usage", { reason: `“${label}” is no label that is used` });
      const output = outputOf(command);
      output.result(output.json ? JSON.stringify({ label, meaning }) : `${label}: ${meaning}`);
    });
}
