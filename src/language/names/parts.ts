// Parts: a place and the state or region it lies in are two names, though they stand side by side.
import type { Token } from "../annotation.ts";
import type { Name } from "./spans.ts";
import { FORMERS } from "./tables.ts";
import type { SurfaceAt } from "./types.ts";

const PLACES: ReadonlySet<string | undefined> = new Set(["state", "capital", "region", "place"]);

/** `Cairo Egypt`, `Houston , Texas` → two names each: the last words are a state or region of the tables, those before a comma or a place of the tables too. */
export function splitTerritories(tokens: readonly Token[], surfaceAt: SurfaceAt, names: readonly Name[]): Name[] {
  return names.flatMap((name) => {
    const last = surfaceAt(name.to - 1);
    if (!/^(?:GPE|LOC|FAC)$/.test(name.type) || last?.to !== name.to || last.from <= name.from) return [name];
    if (!/^(?:state|region)$/.test(last.kind) || FORMERS.has(tokens[last.from]!.text.toLowerCase())) return [name];
    const comma = tokens[last.from - 1]!.text === ",";
    const to = comma ? last.from - 1 : last.from;
    const before = surfaceAt(to - 1);
    const isPlace = PLACES.has(before?.kind) && before!.from === name.from && before!.to === to;
    if (to <= name.from || FORMERS.has(tokens[to - 1]!.text.toLowerCase()) || !(comma || isPlace)) return [name];
    return [
      { from: name.from, to, type: name.type },
      { from: last.from, to: name.to, type: "GPE" },
    ];
  });
}
