// scenesetter doctor: check the installation, the tables and the ledger, and say what to do about what is wrong.
import { existsSync } from "node:fs";
import { Command } from "commander";
import { checkKnowledge } from "../../knowledge/index.ts";
import { createLanguage } from "../../language/index.ts";
import { type Problem, problem, ScenesetterError } from "../../model/index.ts";
import { globals, knowledgeOf, ledgerOf, outputOf, userKnowledge } from "../context.ts";

interface Check {
  readonly name: string;
  readonly detail: string;
  readonly problems: readonly Problem[];
}

/** Runs one check; whatever it throws is its problem. */
function check(name: string, run: () => { readonly detail: string; readonly problems?: readonly Problem[] }): Check {
  try {
    const { detail, problems = [] } = run();
    return { name, detail, problems };
  } catch (error) {
    const p = error instanceof ScenesetterError ? error.problem : problem("internal", { reason: (error as Error).message });
    return { name, detail: "failed", problems: [p] };
  }
}

export function doctorCommand(): Command {
  return new Command("doctor")
    .description("Check the installation, the tables and the ledger.")
    .addHelpText("after", "\nExample:\n  scenesetter doctor --ledger news.sqlite\n")
    .action((_options: unknown, command: Command) => {
      const output = outputOf(command);
      const { ledger: path } = globals(command);
      const knowledge = knowledgeOf();
      const checks = [
        check("node", () => ({ detail: `${process.version} on ${process.platform} ${process.arch}` })),
        check("knowledge", () => ({ detail: knowledge.version, problems: checkKnowledge({ userDirectory: userKnowledge() }) })),
        check("language", () => ({ detail: createLanguage(knowledge).id })),
        check("ledger", () => {
          if (!existsSync(path)) return { detail: `none yet at ${path}` };
          const ledger = ledgerOf(command, knowledge, { mustExist: true });
          try {
            const { schema, documents, claims, integrity } = ledger.health();
            const total = Object.values(claims).reduce((sum, n) => sum + n, 0);
            const problems = integrity === "ok" ? [] : [problem("ledger-foreign", { path, reason: integrity })];
            return { detail: `${path}, schema ${schema}, ${documents} documents, ${total} claims, integrity ${integrity}`, problems };
          } finally {
            ledger.close();
          }
        }),
      ];
      if (output.json) output.result(JSON.stringify(checks));
      else
        for (const { name, detail, problems } of checks) {
          output.result(`${problems.some((p) => p.severity === "error") ? "✗" : "✓"} ${name.padEnd(10)} ${detail}`);
          for (const p of problems) output.problem(name, p);
        }
      if (checks.some((c) => c.problems.some((p) => p.severity === "error"))) process.exitCode = 3;
    });
}
