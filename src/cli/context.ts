// What every command needs: its output, the ledger, the knowledge, built when asked for.
import { existsSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import type { Command } from "commander";
import { type Knowledge, loadKnowledge } from "../knowledge/index.ts";
import { type Ledger, openLedger } from "../ledger/index.ts";
import { ScenesetterError } from "../model/index.ts";
import { createOutput, type Output } from "./output.ts";

export interface GlobalOptions {
  readonly quiet: boolean;
  readonly json: boolean;
  readonly ledger: string;
}

/** Options of the command together with the global ones, wherever they stood on the line. */
export function globals(command: Command): GlobalOptions {
  const own = command.opts<Partial<GlobalOptions>>();
  const root = (command.parent ?? command).opts<Partial<GlobalOptions>>();
  return {
    quiet: own.quiet ?? root.quiet ?? false,
    json: own.json ?? root.json ?? false,
    ledger: own.ledger ?? root.ledger ?? "scenesetter.sqlite",
  };
}

export function outputOf(command: Command): Output {
  return createOutput(globals(command));
}

/** Where the user's own layer of knowledge stands: `$SCENESETTER_HOME/knowledge`, by default under `~/.config/scenesetter`. */
export function userKnowledgeFolder(): string {
  return join(process.env.SCENESETTER_HOME ?? join(homedir(), ".config", "scenesetter"), "knowledge");
}

/** The user's own layer of knowledge; null where there is none. */
export function userKnowledge(): string | null {
  const folder = userKnowledgeFolder();
  return existsSync(folder) ? folder : null;
}

export function knowledgeOf(): Knowledge {
  return loadKnowledge({ userDirectory: userKnowledge() });
}

/** The knowledge with what the ledger's documents of by `asOf` say of offices; without a ledger the tables and the user's layer alone. */
export function learnedKnowledgeOf(command: Command, asOf: string | null): Knowledge {
  const { ledger: path } = globals(command);
  if (path === ":memory:" || !existsSync(path)) return knowledgeOf();
  const ledger = openLedger(path);
  try {
    return loadKnowledge({ userDirectory: userKnowledge(), attestations: ledger.offices({ asOf }) });
  } finally {
    ledger.close();
  }
}

/**
 * The ledger named on the command line.
 * @throws ScenesetterError `ledger-missing` when it must exist and does not, and what openLedger throws.
 */
export function ledgerOf(command: Command, knowledge: Knowledge, options: { readonly mustExist: boolean }): Ledger {
  const { ledger } = globals(command);
  if (options.mustExist && ledger !== ":memory:" && !existsSync(ledger)) throw new ScenesetterError("ledger-missing", { path: ledger });
  return openLedger(ledger, { owner: (site) => knowledge.owner(site) });
}

/**
 * Runs `use` with the ledger and closes it whatever happens. With `learnedBy` the knowledge includes what the ledger's documents of by then (null: all)
 * say of offices; reading documents goes without, so that the order of reading makes no difference.
 */
export async function withLedger<T>(
  command: Command,
  options: { readonly mustExist: boolean; readonly learnedBy?: string | null },
  use: (ledger: Ledger, knowledge: Knowledge) => T | Promise<T>,
): Promise<T> {
  const knowledge = options.learnedBy === undefined ? knowledgeOf() : learnedKnowledgeOf(command, options.learnedBy);
  const ledger = ledgerOf(command, knowledge, options);
  try {
    return await use(ledger, knowledge);
  } finally {
    ledger.close();
  }
}
