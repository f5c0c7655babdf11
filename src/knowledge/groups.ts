// Unnamed groups and agents: whose they are and which CAMEO sector they belong to.
import type { Base } from "./base.ts";
import type { Keys } from "./forms.ts";

export interface Group {
  /** State or organisation id, or null. */
  readonly state: string | null;
  /** The noun with its modifiers, as written. */
  readonly noun: string;
  readonly sector: string | null;
  readonly plural: boolean;
  /** Whether the phrase names the party itself. */
  readonly party: boolean;
}

const STOP = new Set([
  "of",
  "in",
  "from",
  "for",
  "to",
  "with",
  "at",
  "on",
  "who",
  "that",
  "which",
  ",",
  "and",
  "by",
  "near",
  "under",
  "briefed",
  "familiar",
  "close",
  "involved",
]);

/** The group that a phrase names; null when its head noun is none that acts. */
export function groupOf(base: Base, keys: Keys): Group | null {
  let state: string | null = null;
  let from = 0;
  let party = false;
  for (let at = 0; at < keys.keys.length; at += 1) {
    const hit = base.surfaces.party(keys, at);
    if (!hit || hit.kind === "region" || hit.kind === "treaty" || hit.kind === "exercise") continue;
    const id = hit.ids[0]!;
    if (hit.kind === "organ" && at > from) continue;
    state = base.organisations.get(id)?.state ?? (hit.kind === "organ" ? id.slice(0, 3) : id);
    if (at === from) {
      from = keys.keys[hit.to] === "'s" || keys.keys[hit.to] === "'" ? hit.to + 1 : hit.to;
      party = true;
    }
    break;
  }
  let end = keys.keys.findIndex((k, i) => i > from && STOP.has(k));
  if (end < 0) end = keys.keys.length;
  const head = headNoun(base, keys, from, end);
  if (!head) return null;
  return { state, noun: keys.pieces.slice(from, head.to).join(" "), sector: head.sector, plural: head.plural, party };
}

/** The longest known agent that ends the noun phrase `[from, to)`. */
function headNoun(
  base: Base,
  keys: Keys,
  from: number,
  to: number,
): { readonly to: number; readonly sector: string; readonly plural: boolean } | null {
  const { agents, plural } = base.tables.groups;
  if (to === from || !base.agentEnds.has(keys.keys[to - 1]!)) return null;
  for (let start = Math.max(from, to - 5); start < to; start += 1) {
    const key = keys.keys.slice(start, to).join(" ");
    const sector = agents[key];
    if (sector !== undefined) return { to, sector, plural: plural[key] !== undefined || key.endsWith("s") };
  }
  return null;
}

/** Words before an agent that make it a former one. */
const FORMER = new Set(["former", "ex", "retired", "onetime", "ousted", "deposed"]);
const OFFICIAL = new Set(["GOV", "MIL", "LEG", "SPY", "COP", "JUD"]);

/** The sector of the agent that a phrase speaks of: its head noun's, else that of the nearest known noun before it, else after it. */
export function agentOf(base: Base, keys: Keys): string | null {
  let end = keys.keys.findIndex((k, i) => i > 0 && STOP.has(k));
  if (end < 0) end = keys.keys.length;
  const sector = sectorWithin(base, keys, 0, end) ?? (end < keys.keys.length ? sectorWithin(base, keys, end + 1, keys.keys.length) : null);
  if (sector === null) return null;
  const former = keys.keys.slice(0, end).some((k) => FORMER.has(k));
  return former && OFFICIAL.has(sector) ? "ELI" : sector;
}

/** The last longest agent in a stretch of keys. */
function sectorWithin(base: Base, keys: Keys, from: number, to: number): string | null {
  const { agents } = base.tables.groups;
  for (let end = to; end > from; end -= 1) {
    if (!base.agentEnds.has(keys.keys[end - 1]!)) continue;
    for (let start = Math.max(from, end - 5); start < end; start += 1) {
      const sector = agents[keys.keys.slice(start, end).join(" ")];
      if (sector !== undefined) return sector;
    }
  }
  return null;
}
