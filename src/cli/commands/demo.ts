// scenesetter demo: the brief of the shipped example, printed, and written as a page to open in a browser.
import { mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { Command } from "commander";
import { composeBriefing } from "../../brief/index.ts";
import { openLedger } from "../../ledger/index.ts";
import { createPipeline, ingest } from "../../pipeline/index.ts";
import { knowledgeOf, outputOf, userKnowledge } from "../context.ts";
import { briefNames } from "../names.ts";
import { packageRoot } from "../root.ts";
import { render, writeResult } from "./brief.ts";

/** The shipped bundle: its folder under examples/, the two sides and the day of the brief. */
const EXAMPLE = { folder: "germany-brazil", sides: ["DEU", "BRA"], asOf: "2023-12-02" } as const;

export function demoCommand(): Command {
  return new Command("demo")
    .description("Read the shipped example (constructed pages about one meeting) and write its brief.")
    .option("--out <folder>", "where to write brief.html", "out")
    .addHelpText("after", "\nExample:\n  scenesetter demo --out /tmp\n")
    .action(async (options: { readonly out: string }, command: Command) => {
      const output = outputOf(command);
      const knowledge = knowledgeOf();
      const ledger = openLedger(":memory:", { owner: (site) => knowledge.owner(site) });
      try {
        const pages = join(packageRoot(), "examples", EXAMPLE.folder, "docs");
        const report = await ingest([pages], ledger, createPipeline({ knowledge, userDirectory: userKnowledge() }), {
          published: null,
          now: () => new Date().toISOString(),
          onProgress: (done, total) => output.progress(done, total, "read"),
        });
        const briefing = composeBriefing(ledger, { sides: EXAMPLE.sides }, { asOf: EXAMPLE.asOf, names: briefNames(knowledge) });
        mkdirSync(options.out, { recursive: true });
        const page = join(options.out, "brief.html");
        writeResult(page, render(briefing, "html"));
        output.result(render(briefing, output.json ? "json" : "md"));
        output.note(`${report.added} documents, ${report.claims} claims. Open ${resolve(page)} in a browser.`);
      } finally {
        ledger.close();
      }
    });
}
