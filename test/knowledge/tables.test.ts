import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { loadKnowledge } from "../../src/knowledge/index.ts";

const knowledge = loadKnowledge();
const tables = join(import.meta.dirname, "../../src/knowledge/tables");

describe("tables", () => {
  it("each have a line in the card with source and licence", () => {
    const card = readFileSync(join(tables, "README.md"), "utf8");
    for (const file of readdirSync(tables).filter((f) => f !== "README.md")) expect(card, file).toContain(`\`${file}\``);
  });

  it("know the defence spending of states by year", () => {
    expect(readFileSync(join(tables, "defence-spending.tsv"), "utf8")).toMatch(/^JPN\t2024\t1\.4$/m);
  });
});

describe("places", () => {
  it("are cities, regions of states, capitals, seats and countries", () => {
    expect(knowledge.place("Kentucky")).toMatchObject({ state: "USA", kind: "admin1" });
    expect(knowledge.place("Osaka")).toMatchObject({ state: "JPN", kind: "city" });
    expect(knowledge.place("Canberra")).toMatchObject({ state: "AUS", kind: "capital" });
    expect(knowledge.place("the White House")).toMatchObject({ state: "USA", kind: "seat" });
    expect(knowledge.place("Camp David")).toMatchObject({ state: "USA", kind: "venue" });
    expect(knowledge.place("Middle East")).toMatchObject({ state: null, kind: "region" });
    expect(knowledge.place("Nowhereville")).toBeNull();
  });

  it("of one name are told apart by the state nearby", () => {
    expect(knowledge.place("Georgia")).toMatchObject({ state: "GEO", kind: "country" });
    expect(knowledge.place("Georgia", "USA")).toMatchObject({ state: "USA", kind: "admin1" });
    expect(knowledge.place("Atlanta, Georgia")?.state).toBe("USA");
  });
});

describe("issues", () => {
  it("have a label, contexts and cues in lemmas with both spellings", () => {
    const spending = knowledge.issue("defence-spending")!;
    expect(spending.label).toBe("Defence spending");
    expect(spending.cues).toContain("defence budget");
    expect(spending.cues).toContain("defense budget");
    expect(knowledge.issues.length).toBeGreaterThanOrEqual(60);
    expect(knowledge.issue("sanctions")?.iptc).toEqual(["20000642"]);
    for (const issue of knowledge.issues) {
      expect(issue.cues.length, issue.id).toBeGreaterThan(4);
      for (const cue of issue.cues) expect(cue).toBe(cue.toLowerCase().trim());
      expect(issue.contexts.length).toBeGreaterThan(0);
      for (const topic of issue.iptc) expect(topic, issue.id).toMatch(/^(?:0[1-9]|1[0-7]|20)\d{6}$/);
    }
  });
});

describe("owners", () => {
  it("join sites of one house, and leave unknown sites as they are", () => {
    expect(knowledge.owner("asia.nikkei.com")).toBe(knowledge.owner("ft.com"));
    expect(knowledge.owner("www.politico.eu")).toBe(knowledge.owner("POLITICO"));
    expect(knowledge.owner("reuters.com")).not.toBe(knowledge.owner("apnews.com"));
    expect(knowledge.owner("gazette.example")).toBe("gazette.example");
  });
});

describe("persons", () => {
  it("have dated terms, oldest first, and one highest office on a day", () => {
    const terms = knowledge.terms("person:mark-rutte");
    expect(terms.map((t) => t.state)).toEqual(expect.arrayContaining(["NLD", "NATO"]));
    expect([...terms].sort((a, b) => ((a.from ?? "") < (b.from ?? "") ? -1 : 1))).toEqual(terms);
    expect(knowledge.officeOn("person:mark-rutte", "2020-01-01")?.state).toBe("NLD");
    expect(knowledge.officeOn("person:mark-rutte", "2025-01-01")?.state).toBe("NATO");
    expect(knowledge.officeOn("person:mark-rutte", "1990-01-01")).toBeNull();
    expect(knowledge.officeOn("person:emmanuel-macron", "2023-01-01")?.title).toBe("President");
  });

  it("hold one post at a time where the post is one", () => {
    for (const [state, role] of [
      ["JPN", "head-of-government"],
      ["FRA", "head-of-state"],
      ["USA", "head-of-state"],
      ["GBR", "head-of-government"],
      ["JPN", "foreign-minister"],
      ["GBR", "foreign-minister"],
    ] as const) {
      for (const day of ["2021-03-01", "2022-03-01", "2023-03-01", "2024-03-01", "2025-03-01"]) {
        expect(
          knowledge.holders(state, role, day).map((a) => a.id),
          `${state} ${role} ${day}`,
        ).toHaveLength(1);
      }
    }
  });
});
