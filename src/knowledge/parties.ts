// States and organisations in text: the index of their surfaces, and the finder that the title grammar asks.

import { type Keys, phraseKey } from "./forms.ts";
import type { PartyAt } from "./offices.ts";
import type { SurfaceIndex } from "./surfaces.ts";
import type { OrganisationRow, StateRow } from "./tables.ts";

/** Words that a line in capitals most likely means as words. */
const COMMON_IN_CAPITALS: ReadonlySet<string> = new Set(
  "who it is as fed rock turkey chad car ice dea quad mali guinea pip ap afp pla intel meta oracle shell ford apple basij".split(" "),
);

/** Countries whose short name is shared: which one the bare name means. */
const SHARED: Readonly<Record<string, string>> = {
  guinea: "GIN",
  congo: "COD",
  dominican: "DOM",
  congolese: "COD",
  "virgin islands": "VIR",
  korea: "KOR",
  korean: "KOR",
  samoan: "WSM",
  macedonian: "MKD",
};

export function addParties(index: SurfaceIndex, states: readonly StateRow[], organisations: readonly OrganisationRow[]): void {
  const owner = new Map<string, string>();
  const claim = (surface: string, id: string): boolean => {
    const key = surface.toLowerCase();
    const fixed = SHARED[key];
    if (fixed !== undefined) return fixed === id;
    if (!owner.has(key)) owner.set(key, id);
    return owner.get(key) === id;
  };
  const ordered = [...states].sort((a, b) => Number(a.of !== null) - Number(b.of !== null));
  for (const s of ordered) {
    for (const name of s.names) if (claim(name, s.id)) index.add(name, "state", s.id);
    for (const name of s.parts) if (claim(name, s.id)) index.add(name, "state", s.id);
    for (const name of s.breakaway) if (claim(name, s.id)) index.add(name, "state", s.id);
  }
  for (const s of ordered) {
    for (const word of s.adjectives.concat(s.adjective))
      if (!s.names.includes(word) && claim(word, s.id)) index.add(word, "adjective", s.id);
    for (const word of s.seats) index.add(word, "seat", s.id);
    for (const [organ, words] of Object.entries(s.organs)) for (const word of words) index.add(word, "organ", `${s.id}:${organ}`);
    // Capitals of territories have the names of the people they are named after (Hamilton, Stanley).
    if (s.of === null) for (const word of s.capitals) index.add(word, "capital", s.id);
  }
  for (const o of organisations) for (const name of o.names) index.add(name, "organisation", o.id);
}

/** Keys of the names of parts of states and of lands that broke away: Scotland, Iraqi Kurdistan, South Ossetia. */
export function partKeys(states: readonly StateRow[]): ReadonlySet<string> {
  return new Set(states.flatMap((s) => [...s.parts, ...s.breakaway].map(phraseKey)));
}

/** The finder of states and organisations before and after titles. Seats and organs count as their state: “White House spokesman”. */
export function partyFinder(index: SurfaceIndex, parts: ReadonlySet<string>): PartyAt {
  return (keys: Keys, at: number) => {
    const hit = index.party(keys, at);
    if (!hit || NO_PARTY.has(hit.kind)) return null;
    const id = hit.ids[0]!;
    const part = hit.kind === "state" && parts.has(keys.keys.slice(at, hit.to).join(" "));
    return { to: hit.to, id: hit.kind === "organ" ? id.slice(0, 3) : id, part };
  };
}

const NO_PARTY: ReadonlySet<string> = new Set(["capital", "region", "treaty", "exercise"]);

export { COMMON_IN_CAPITALS };
