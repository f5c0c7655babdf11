// Organs: the reference for a government, a ministry, an army of a state.
import type { Knowledge } from "../../knowledge/index.ts";
import type { ActorRef } from "../../model/index.ts";

/**
 * The organ of a state (alpha-3) that `words` name: `Foreign Ministry`, `army`. By the tables where they know the words;
 * else `STATE:SECTOR` with the CAMEO sector that the noun gives. Null without a state, or where neither tells.
 */
export function organOf(knowledge: Knowledge, on: string | null, words: string, state: string, sector: string | null): ActorRef | null {
  if (!/^[A-Z]{3}$/.test(state)) return null;
  const name = `${knowledge.adjective(state)} ${words}`;
  const found = knowledge.resolve(name, on).actor;
  if (found?.id.startsWith(`${state}:`)) return found;
  return sector ? { id: `${state}:${sector}`, name, state } : null;
}
