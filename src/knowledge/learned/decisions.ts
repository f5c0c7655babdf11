// A person's decisions on learned offices: `learned/offices.yaml` in the user's folder of knowledge, written by “knowledge accept” and “reject”.
import { existsSync, mkdirSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Problem, problem } from "../../model/index.ts";
import { isRole } from "../roles.ts";
import { readYamlList, type YamlEntry } from "../yaml.ts";
import type { AcceptedOffice, Decision, LearnedOffice } from "./types.ts";

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const RELATIONS: ReadonlySet<string> = new Set(["known", "new", "verifies", "continues", "succeeds", "ends", "contradicts", "contested"]);
const HEAD =
  "# Offices read from texts, as decided by a person: written by “scenesetter knowledge accept” and “reject”; lines may be taken out.\n";

export function decisionsFile(userDirectory: string): string {
  return join(userDirectory, "learned", "offices.yaml");
}

/** The decisions in the user's folder. An entry that is wrong is reported and skipped. */
export function readDecisions(userDirectory: string | null): {
  readonly decisions: readonly Decision[];
  readonly problems: readonly Problem[];
} {
  if (userDirectory === null || !existsSync(decisionsFile(userDirectory))) return { decisions: [], problems: [] };
  const file = decisionsFile(userDirectory);
  const problems: Problem[] = [];
  const report = (line: number, reason: string): void => {
    problems.push(problem("knowledge-invalid", { file, line, reason }));
  };
  const decisions: Decision[] = [];
  for (const [section, entries] of Object.entries(readYamlList(file, ["accepted", "rejected"], report))) {
    for (const entry of entries) {
      const decision = section === "rejected" ? rejection(entry) : acceptance(entry);
      if (typeof decision === "string") report(entry.line, decision);
      else if (decisions.some((d) => d.id === decision.id)) report(entry.line, `a second decision on ${decision.id}`);
      else decisions.push(decision);
    }
  }
  return { decisions, problems };
}

const words = (value: unknown): string | null => (typeof value === "string" && value.trim() !== "" ? value.trim() : null);

function rejection({ fields }: YamlEntry): Decision | string {
  const id = words(fields.id);
  return id === null ? "a rejection needs the id of the office" : { id, verdict: "rejected", office: null };
}

function acceptance({ fields }: YamlEntry): Decision | string {
  const [id, person, name, state, title] = [fields.id, fields.person, fields.name, fields.state, fields.title].map(words);
  const { role, relation, sources, aliases } = fields;
  if (!id || !name || !state || !title) return "an accepted office needs id, person, name, state, role and title";
  if (!person || !/^person:[a-z0-9-]+$/.test(person)) return `“${fields.person ?? ""}” is not of the form person:given-family`;
  if (!isRole(role)) return `unknown role “${role ?? ""}”`;
  if (typeof relation !== "string" || !RELATIONS.has(relation)) return `unknown relation “${relation ?? ""}”`;
  const days = [fields.from, fields.to, fields.firstSeen, fields.lastSeen].map((value) => (value === undefined ? null : value));
  const wrong = days.find((day) => day !== null && !(typeof day === "string" && DAY.test(day)));
  if (wrong !== undefined) return `“${wrong}” is not a date of the form YYYY-MM-DD`;
  const [from, to, firstSeen, lastSeen] = days as (string | null)[];
  if (!firstSeen || !lastSeen) return "an accepted office needs firstSeen and lastSeen";
  const office: AcceptedOffice = {
    ...{ person, name, state, role, title, firstSeen, lastSeen, from: from ?? null, to: to ?? null },
    aliases: Array.isArray(aliases) ? aliases.map(words).filter((a) => a !== null) : [],
    sources: typeof sources === "number" ? sources : 1,
    relation: relation as AcceptedOffice["relation"],
  };
  return { id, verdict: "accepted", office };
}

/** What of a learned office is kept when a person accepts it. */
export function acceptedFrom(learned: LearnedOffice): AcceptedOffice {
  const { person, name, aliases, state, role, title, from, to, firstSeen, lastSeen, sources, relation } = learned;
  return { person, name, aliases, state, role, title, from, to, firstSeen, lastSeen, sources, relation };
}

const yaml = (value: unknown): string => JSON.stringify(value);

/** Writes decisions over those of the same ids, in the order of ids; the file is replaced as a whole. */
export function writeDecisions(userDirectory: string, decisions: readonly Decision[]): string {
  const all = [...new Map([...readDecisions(userDirectory).decisions, ...decisions].map((d) => [d.id, d])).values()].sort((a, b) =>
    a.id < b.id ? -1 : 1,
  );
  const lines = [HEAD, "accepted:\n"];
  for (const { id, office } of all) {
    if (!office) continue;
    const fields = Object.entries({ id, ...office }).filter(([, value]) => value !== null);
    lines.push(fields.map(([key, value], i) => `${i === 0 ? "  - " : "    "}${key}: ${yaml(value)}\n`).join(""));
  }
  lines.push("rejected:\n", ...all.filter((d) => d.office === null).map(({ id }) => `  - id: ${yaml(id)}\n`));
  const file = decisionsFile(userDirectory);
  mkdirSync(join(userDirectory, "learned"), { recursive: true });
  writeFileSync(`${file}.new`, lines.join(""));
  renameSync(`${file}.new`, file);
  return file;
}
