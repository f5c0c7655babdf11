// knowledge show: all that is known of a name, each line with its source.
import type { Knowledge } from "../../knowledge/index.ts";
import { problem, ScenesetterError } from "../../model/index.ts";
import type { Output } from "../output.ts";

/** @throws ScenesetterError `name-unknown` when nothing is known of the name */
export function showKnowledge(knowledge: Knowledge, output: Output, name: string, on: string | null): void {
  const found = knowledge.describe(name, on);
  if (!found) throw new ScenesetterError("name-unknown", { name });
  const learned = knowledge.learned.filter((o) => (o.person === found.id || o.state === found.id) && o.status !== "known");
  if (output.json) {
    output.result(JSON.stringify({ ...found, learned }));
    return;
  }
  output.result(`${found.name} (${found.id}), ${found.kind}`);
  for (const { label, text, source } of found.facts) output.result(`  ${label}: ${text}${source === null ? "" : ` [${source}]`}`);
  for (const o of learned)
    output.result(
      `  read: ${o.name}, ${o.title} (${o.state}), seen ${o.firstSeen} to ${o.lastSeen}, ${o.sources} source${o.sources === 1 ? "" : "s"}; ${o.status}`,
    );
  if (on === null) return;
  for (const { label, text, stale } of found.facts)
    if (stale && label.endsWith(", newest evidence"))
      output.problem(null, problem("office-stale", { office: `${found.name}, ${label.split(",")[0]}`, day: text, on }));
}
