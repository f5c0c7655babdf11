// Whose a phrase is and which CAMEO sector it belongs to, also where it names no actor of the tables.
import type { OfficeRole } from "../model/index.ts";
import type { Base } from "./base.ts";
import type { Keys } from "./forms.ts";
import { agentOf } from "./groups.ts";
import { Kept } from "./kept.ts";
import { covers } from "./terms.ts";
import type { Resolution, Sector } from "./types.ts";

/** CAMEO sectors of offices. */
const ROLE_SECTOR: Readonly<Partial<Record<OfficeRole, Sector>>> = {
  legislator: "LEG",
  other: "GOV",
  "head-of-organisation": "GOV",
};

/** CAMEO sectors of kinds of organisations; international ones have none of their own. */
const TYPE_SECTOR: Readonly<Record<string, Sector>> = {
  armed: "REB",
  party: "PTY",
  company: "BUS",
  ngo: "NGO",
  media: "MED",
  crime: "CRM",
  court: "JUD",
  movement: "OPP",
  force: "MIL",
  religious: "REL",
  bank: "BUS",
};

/** What a title's words say of the sector, before its role does. */
const TITLE_SECTOR: readonly (readonly [RegExp, Sector])[] = [
  [/\b(intelligence|CIA|FSB|MI6|MI5|Mossad|security service|spy)\b/i, "SPY"],
  [
    /\b(general staff|joint chiefs|chief of the (army|navy|air force)|army|navy|air force|commander|general|admiral|colonel|marshal|chief of defen[cs]e)\b/i,
    "MIL",
  ],
  [/\b(judge|justice|court|prosecutor|attorney general)\b/i, "JUD"],
  [/\b(police|FBI)\b/i, "COP"],
  [/\b(pope|cardinal|archbishop|bishop|patriarch|ayatollah|imam)\b/i, "REL"],
  [/\b(opposition)\b/i, "OPP"],
  [/\b(professor|analyst|expert)\b/i, "EDU"],
  [/\b(activist|dissident)\b/i, "OPP"],
  [/\b(CEO|chief executive|businessman|billionaire)\b/i, "BUS"],
];

/** State and sector of a resolved phrase. Former holders of office are elites (ELI), as in CAMEO. */
export function profileOf(
  base: Base,
  keys: Keys,
  on: string | null,
  found: Resolution,
): { readonly state: string | null; readonly sector: Sector | null } {
  const actor = found.actor;
  if (actor !== null && found.by !== "provisional") {
    const organisation = base.organisations.get(actor.id);
    if (organisation) {
      const sector = organisation.sector ?? TYPE_SECTOR[organisation.type] ?? null;
      return { state: organisation.state ?? organisation.of ?? organisation.id, sector };
    }
    if (actor.id.startsWith("person:"))
      return { state: actor.state ?? null, sector: found.office?.qualifier === "former" ? "ELI" : personSector(base, actor.id, on) };
    const organ = /^[A-Z]{3}:([A-Z]+)$/.exec(actor.id);
    if (organ) return { state: actor.state ?? null, sector: organ[1]! };
    if (found.by === "capital" || found.by === "seat") return { state: actor.state ?? null, sector: "GOV" };
    if (base.states.has(actor.id)) return { state: actor.id, sector: breakaway(base, actor.id, keys) ? "PRE" : null };
  }
  const state = found.office?.state ?? actor?.state ?? stateIn(base, keys);
  if (found.office) {
    // A bare “director” or “chairman” is of what the rest of the phrase says.
    const vague = found.office.state === null && VAGUE.has(found.office.role) ? agentOf(base, keys) : null;
    return { state, sector: vague ?? officeSector(found.office.title, found.office.role, found.office.qualifier === "former") };
  }
  return { state, sector: agentOf(base, keys) ?? placeSector(base, keys) };
}

const VAGUE: ReadonlySet<OfficeRole> = new Set<OfficeRole>(["head-of-organisation", "other", "envoy"]);

const SECTORS = new Kept<Sector>(5000);

function officeSector(title: string, role: OfficeRole, former: boolean): Sector {
  return former ? "ELI" : SECTORS.get(`${role} ${title}`, () => sectorOf(title, role));
}

function sectorOf(title: string, role: OfficeRole): Sector {
  const hit = TITLE_SECTOR.find(([pattern]) => pattern.test(title));
  return hit && role !== "defence-minister" && role !== "head-of-state" && (role !== "monarch" || hit[1] === "REL")
    ? hit[1]
    : (ROLE_SECTOR[role] ?? "GOV");
}

function personSector(base: Base, id: string, on: string | null): Sector | null {
  const terms = base.terms.of(id);
  const now = on === null ? terms : terms.filter((t) => covers(t, on));
  const ranked = on === null ? [...now].reverse() : now;
  const highest = on === null ? ranked[0] : base.terms.highest(id, on);
  if (highest) return officeSector(highest.title, highest.role, false);
  if (on !== null && terms.length > 0)
    return terms.some((t) => t.to !== null && t.to <= on) ? "ELI" : officeSector(terms[0]!.title, terms[0]!.role, false);
  return null;
}

function breakaway(base: Base, state: string, keys: Keys): boolean {
  const phrase = keys.pieces.join(" ");
  return base.states.get(state)!.breakaway.some((name) => name.replaceAll("-", " ") === phrase);
}

/** The state that a phrase mentions anywhere: by name, adjective, capital, organisation or place. */
export function stateIn(base: Base, keys: Keys): string | null {
  let place: string | null = null;
  for (let at = 0; at < keys.keys.length; ) {
    const hit = base.surfaces.longest(keys, at, false);
    if (!hit || hit.ids.length === 0) {
      at += 1;
      continue;
    }
    const id = hit.ids[0]!;
    if (hit.kind === "state" || hit.kind === "adjective" || hit.kind === "capital" || hit.kind === "seat") return id;
    if (hit.kind === "organ") return (at > 0 ? smallPlace(base, keys, at) : null) ?? id.slice(0, 3);
    if (hit.kind === "organisation") return base.organisations.get(id)?.state ?? base.organisations.get(id)?.of ?? id;
    if (hit.kind === "place") place ??= /^place:([a-z]{3}):/.exec(id)?.[1]?.toUpperCase() ?? null;
    if (hit.kind === "region") place ??= base.tables.regions.find((r) => r.id === id)?.state ?? null;
    at = hit.to;
  }
  return place ?? smallPlace(base, keys);
}

/** A city too small to be found in running text still says where an otherwise unknown phrase belongs. */
function smallPlace(base: Base, keys: Keys, end = keys.keys.length): string | null {
  for (let at = 0; at < end; at += 1) {
    if (!/^\p{Lu}/u.test(keys.pieces[at]!)) continue;
    for (let to = Math.min(end, at + 3); to > at; to -= 1) {
      if (to - at === 1 && base.dangerous.has(keys.keys[at]!)) continue;
      const place = base.places.at(keys, at, to);
      if (place?.state && (to - at > 1 || keys.keys[at]!.length > 3)) return place.state;
    }
  }
  return null;
}

/** A place alone stands for its people. */
function placeSector(base: Base, keys: Keys): Sector | null {
  const place = base.places.at(keys, 0, keys.keys.length);
  return place && place.kind !== "country" && place.kind !== "region" ? "CVL" : null;
}
