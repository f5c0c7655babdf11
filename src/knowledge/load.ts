// Reads the table files that ship with the program and merges the user's layer over them.
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { OfficeRole, Problem } from "../model/index.ts";
import { readDecisions } from "./learned/decisions.ts";
import type { Decision } from "./learned/types.ts";
import type { PersonRow, Tables, TermRow } from "./tables.ts";
import type { DefenceShare } from "./types.ts";
import { applyUserLayer } from "./user.ts";

/** The folder that holds package.json, above this module. Code runs from src/ and from dist/src/; tables stand in one place. */
export function projectRoot(): string {
  let folder = import.meta.dirname;
  while (!existsSync(join(folder, "package.json"))) {
    const parent = dirname(folder);
    if (parent === folder) throw new Error("package.json not found above the knowledge module");
    folder = parent;
  }
  return folder;
}

function lines(text: string): readonly (readonly string[])[] {
  const out: string[][] = [];
  for (const line of text.split("\n")) if (line !== "" && line[0] !== "#") out.push(line.split("\t"));
  return out;
}

const list = (field: string | undefined): readonly string[] => (field ? field.split(";") : []);

function spending(text: string): ReadonlyMap<string, readonly DefenceShare[]> {
  const out = new Map<string, DefenceShare[]>();
  for (const [state, year, value] of lines(text)) {
    const entry = { year: Number(year), value: Number(value) };
    const list = out.get(state!);
    if (list) list.push(entry);
    else out.set(state!, [entry]);
  }
  for (const list of out.values()) list.sort((a, b) => a.year - b.year);
  return out;
}

/** The shipped tables; the build reads them before the `prepared` ones exist. Throws only when the installation is incomplete. */
export function readTables(folder = join(projectRoot(), "src/knowledge/tables"), prepared = true): Tables {
  const text = (name: string): string => readFileSync(join(folder, name), "utf8");
  const json = <T>(name: string): T => JSON.parse(text(name)) as T;
  const persons: PersonRow[] = lines(text("persons.tsv")).map(([id, name, family, state, aliases, source]) => ({
    id: `person:${id}`,
    name: name!,
    family: family!,
    state: state || null,
    aliases: list(aliases),
    source: source ?? "",
  }));
  const terms: TermRow[] = lines(text("terms.tsv")).map(([person, state, role, title, from, to, source, flags, seen]) => ({
    person: `person:${person}`,
    state: state!,
    role: role as OfficeRole,
    title: title!,
    from: from || null,
    to: to || null,
    source: source ?? "",
    verified: !flags?.includes("u"),
    roughEnd: flags?.includes("r") ?? false,
    seen: seen || null,
  }));
  return {
    version: text("version.txt").trim(),
    surfaces: prepared ? text("surfaces.tsv") : "",
    names: prepared ? text("names.tsv") : "",
    placeNames: prepared ? text("place-names.tsv") : "",
    states: json("states.json"),
    organisations: json("organisations.json"),
    regions: json("regions.json"),
    agreements: json("agreements.json"),
    titles: json("titles.json"),
    issues: json("issues.json"),
    groups: json("groups.json"),
    organs: json("organs.json"),
    owners: json("owners.json"),
    defenceSpending: spending(text("defence-spending.tsv")),
    persons,
    terms,
    places: [],
  };
}

/** All layers, later ones winning, and what was wrong with the user's files. `userDirectory` null or absent means none. */
export function readLayers(userDirectory: string | null): {
  readonly tables: Tables;
  /** What a person decided on learned offices. */
  readonly decisions: readonly Decision[];
  readonly problems: readonly Problem[];
} {
  const shipped = readTables();
  const { tables, problems } = userDirectory === null ? { tables: shipped, problems: [] } : applyUserLayer(shipped, userDirectory);
  const learned = readDecisions(userDirectory);
  return { tables, decisions: learned.decisions, problems: [...problems, ...learned.problems] };
}
