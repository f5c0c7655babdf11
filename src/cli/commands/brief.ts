// scenesetter brief: the cited brief for one meeting, as of a moment.
import { writeFileSync } from "node:fs";
import { Command } from "commander";
import { type Briefing, composeBriefing, renderDocx, renderHtml, renderJson, renderMarkdown, type Selector } from "../../brief/index.ts";
import type { Knowledge } from "../../knowledge/index.ts";
import { ScenesetterError } from "../../model/index.ts";
import { choiceArgument, dateArgument, sideArgument } from "../arguments.ts";
import { globals, outputOf, withLedger } from "../context.ts";
import { briefNames } from "../names.ts";

interface Options {
  readonly asOf?: string;
  readonly format?: string;
  readonly out?: string;
}

export const FORMATS = ["md", "html", "json", "docx"] as const;
export type Format = (typeof FORMATS)[number];
type TextFormat = Exclude<Format, "docx">;

const RENDER: Readonly<Record<TextFormat, (briefing: Briefing) => string>> = { md: renderMarkdown, html: renderHtml, json: renderJson };

export function render(briefing: Briefing, format: TextFormat): string {
  return RENDER[format](briefing);
}

/** Writes a result to a file. @throws ScenesetterError `usage` when it cannot be written. */
export function writeResult(path: string, result: string | Uint8Array): void {
  try {
    writeFileSync(path, result);
  } catch (error) {
    throw new ScenesetterError("usage", { reason: `${path} could not be written: ${(error as Error).message}` }, error);
  }
}

function selector(words: readonly string[], knowledge: Knowledge): Selector {
  if (words.length === 1) return { meeting: words[0]! };
  return { sides: [sideArgument(knowledge, words[0]!), sideArgument(knowledge, words[1]!)] };
}

export function briefCommand(): Command {
  return new Command("brief")
    .description("Write the brief for a meeting (its id) or for two sides (STATE STATE).")
    .argument("<meeting>", "a meeting's id from “scenesetter meetings”, or the first side: JPN, Japan")
    .argument("[side]", "the second side")
    .option("--as-of <date>", "use only what was published by then")
    .option("--format <format>", `one of ${FORMATS.join(", ")} (default: by the ending of --out, else md)`)
    .option("--out <file>", "write to a file instead of standard output")
    .addHelpText(
      "after",
      "\nExamples:\n  scenesetter brief JPN USA\n  scenesetter brief JPN-USA-2025-02-07 --as-of 2025-02-06 --out brief.html\n",
    )
    .action(async (meeting: string, side: string | undefined, options: Options, command: Command) => {
      const asOf = options.asOf === undefined ? null : dateArgument("--as-of", options.asOf);
      const ending = FORMATS.find((f) => options.out?.endsWith(`.${f}`));
      const format =
        options.format === undefined
          ? (ending ?? (globals(command).json ? "json" : "md"))
          : choiceArgument("--format", options.format, FORMATS);
      if (format === "docx" && options.out === undefined)
        throw new ScenesetterError("usage", { reason: "a Word file is written with --out, such as --out brief.docx" });
      await withLedger(command, { mustExist: true, learnedBy: asOf }, async (ledger, knowledge) => {
        const chosen = selector(side === undefined ? [meeting] : [meeting, side], knowledge);
        const briefing = composeBriefing(ledger, chosen, { asOf, names: briefNames(knowledge) });
        const output = outputOf(command);
        const result = format === "docx" ? await renderDocx(briefing) : render(briefing, format);
        if (options.out !== undefined) {
          writeResult(options.out, result);
          output.note(`Wrote ${options.out}`);
        } else if (typeof result === "string") output.result(result);
      });
    });
}
