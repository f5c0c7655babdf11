// Scenarios: folders with docs/, gold.json (meeting.states, brief_as_of) and checks.json, and the briefs written from them.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Briefing, composeBriefing } from "../src/brief/index.ts";
import { briefNames } from "../src/cli/names.ts";
import { loadKnowledge } from "../src/knowledge/index.ts";
import { openLedger } from "../src/ledger/index.ts";
import { createPipeline, ingest } from "../src/pipeline/index.ts";

export interface ScenarioGold {
  readonly brief_as_of: string;
  /** When both readouts are out. */
  readonly later_as_of?: string;
  readonly meeting: { readonly states: readonly [string, string] };
}

/** The scenario at `root`, or all in the folder `root`, by name. */
export function scenarioFolders(root: string): readonly string[] {
  if (existsSync(join(root, "checks.json"))) return [root];
  return readdirSync(root)
    .sort()
    .map((name) => join(root, name))
    .filter((folder) => existsSync(join(folder, "checks.json")));
}

export const goldOf = (folder: string): ScenarioGold => JSON.parse(readFileSync(join(folder, "gold.json"), "utf8")) as ScenarioGold;

/** A writer of briefs that loads the pipeline once: the briefs of a scenario as of the moments given, from one ledger. */
export function briefWriter(): (folder: string, moments: readonly string[]) => Promise<readonly Briefing[]> {
  const knowledge = loadKnowledge();
  const pipeline = createPipeline({ knowledge });
  const names = briefNames(knowledge);
  return async (folder, moments) => {
    const ledger = openLedger(":memory:", { owner: (site) => knowledge.owner(site) });
    try {
      await ingest([join(folder, "docs")], ledger, pipeline, { now: () => "2000-01-01T00:00:00Z", workers: 0 });
      return moments.map((asOf) => composeBriefing(ledger, { sides: goldOf(folder).meeting.states }, { asOf, names }));
    } finally {
      ledger.close();
    }
  };
}
