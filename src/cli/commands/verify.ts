// scenesetter verify: re-check every quotation of a brief, offline.
import { existsSync, readFileSync } from "node:fs";
import { Command } from "commander";
import { type Broken, docxText, type Reopened, verifyBriefing } from "../../brief/index.ts";
import { ScenesetterError } from "../../model/index.ts";
import { globals, knowledgeOf, ledgerOf, outputOf } from "../context.ts";

const BROKEN: Readonly<Record<Broken["reason"], (b: Broken) => string>> = {
  seal: () => "The file is not as it was written: a character was changed.",
  quote: (b) => `Note ${b.note ?? ""}: the words do not stand at their place in ${b.document ?? "the document"}: “${b.quote ?? ""}”`,
  document: (b) => `The ledger does not have ${b.document ?? "the document"}.`,
  text: (b) => `The text of ${b.document ?? "a document"} in the ledger is another one.`,
};

function reopenedLine({ note, changed, quote, now }: Reopened): string {
  const what = now === "" ? "was taken out of its text" : `now reads “${now}”`;
  return `Note ${note} is open again: “${quote}” ${what}${changed === null ? "" : ` (version of ${changed})`}.`;
}

export function verifyCommand(): Command {
  return new Command("verify")
    .description(
      "Re-check every quotation of a brief; fails on one changed character. Checks against the ledger too, where there is one, and names the lines whose texts were changed since.",
    )
    .argument("<file>", "the Markdown, HTML, JSON or DOCX that “scenesetter brief” wrote")
    .addHelpText("after", "\nExample:\n  scenesetter verify brief.html\n")
    .action(async (path: string, _options: unknown, command: Command) => {
      const output = outputOf(command);
      if (!existsSync(path)) throw new ScenesetterError("file-missing", { path });
      const bytes = readFileSync(path);
      const text = (await docxText(bytes)) ?? bytes.toString("utf8");
      const ledger = existsSync(globals(command).ledger) ? ledgerOf(command, knowledgeOf(), { mustExist: true }) : undefined;
      try {
        const { total, broken, reopened } = verifyBriefing({ path, text }, ledger);
        if (output.json) output.result(JSON.stringify({ total, broken, reopened }));
        else for (const line of [...broken.map((b) => BROKEN[b.reason](b)), ...reopened.map(reopenedLine)]) output.note(line);
        if (broken.length > 0) throw new ScenesetterError("brief-altered", { count: broken.length, total });
        if (reopened.length > 0) throw new ScenesetterError("brief-outdated", { count: reopened.length, total });
        if (!output.json) output.result(`${total} quotations hold`);
      } finally {
        ledger?.close();
      }
    });
}
