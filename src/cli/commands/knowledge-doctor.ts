// knowledge doctor: what is wrong with the layers of knowledge. Ends with the exit code 3 when anything is.
import { existsSync } from "node:fs";
import type { Command } from "commander";
import { checkKnowledge, staleOffices } from "../../knowledge/index.ts";
import { openLedger } from "../../ledger/index.ts";
import type { StoredAttestation } from "../../model/index.ts";
import { globals, userKnowledge } from "../context.ts";
import type { Output } from "../output.ts";

/** Checks all layers; offices whose newest evidence is old on `on`, else on the day of the newest text read, are told as warnings. */
export function knowledgeDoctor(command: Command, output: Output, on: string | null): void {
  const attestations = attestationsOf(command, on);
  const options = { userDirectory: userKnowledge(), attestations };
  const problems = checkKnowledge(options);
  const day =
    on ??
    attestations
      .map(({ published }) => published?.slice(0, 10) ?? "")
      .sort()
      .at(-1);
  const stale = day ? staleOffices(options, day) : [];
  if (output.json) output.result(JSON.stringify({ problems, stale }));
  else for (const p of [...problems, ...stale]) output.problem(null, p);
  if (problems.length > 0) process.exitCode = 3;
  else output.note("The layers of knowledge are in order.");
}

function attestationsOf(command: Command, asOf: string | null): readonly StoredAttestation[] {
  const { ledger: path } = globals(command);
  if (!existsSync(path)) return [];
  const ledger = openLedger(path);
  try {
    return ledger.offices({ asOf });
  } finally {
    ledger.close();
  }
}
