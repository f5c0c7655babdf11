import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkKnowledge, loadKnowledge } from "../../src/knowledge/index.ts";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "knowledge-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Knowledge and problems with these files as the user's layer. */
function withFiles(files: Readonly<Record<string, string>>): {
  readonly knowledge: ReturnType<typeof loadKnowledge>;
  readonly problems: readonly string[];
} {
  const own = mkdtempSync(join(folder, "user-"));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(own, name), text);
  return {
    knowledge: loadKnowledge({ userDirectory: own }),
    problems: checkKnowledge({ userDirectory: own }).map((p) => p.message.replace(`${own}/`, "")),
  };
}

const MINISTER = `
persons:
  - name: Tevita Examplu
    family: Examplu
    state: TON
    aliases: [T. Examplu]
    terms:
      - { role: foreign-minister, title: Foreign Minister, from: 2025-04-01 }
organisations:
  - name: Lagoon Dialogue
    id: LAGD
    members: { TON: 2024, WSM: 2024-05-01 }
states:
  - id: TON
    names: [Friendly Islands]
owners:
  - id: reef-media
    sites: [reefnews.example, Reef News]
`;

describe("the user's layer", () => {
  it("adds persons, organisations, names of states and owners", () => {
    const { knowledge } = withFiles({ "pacific.yaml": MINISTER });
    expect(knowledge.resolve("Tongan Foreign Minister Tevita Examplu", "2025-06-01").actor?.id).toBe("person:tevita-examplu");
    expect(knowledge.resolve("the Tongan foreign minister", "2025-06-01").actor?.id).toBe("person:tevita-examplu");
    expect(knowledge.resolve("Friendly Islands", null).actor?.id).toBe("TON");
    expect(knowledge.members("LAGD", "2024-12-01")).toEqual(["TON", "WSM"]);
    expect(knowledge.owner("https://www.reefnews.example/story/1")).toBe("reef-media");
    expect(knowledge.surfaces(["Examplu", "and", "the", "Lagoon", "Dialogue"]).map((m) => m.ids[0])).toEqual([
      "person:tevita-examplu",
      "LAGD",
    ]);
  });

  it("wins over the shipped tables", () => {
    const { knowledge } = withFiles({
      "override.yaml": `
persons:
  - id: person:giorgia-meloni
    name: Giorgia Meloni
    state: ITA
    terms:
      - { role: head-of-government, title: Prime Minister, from: 2022-10-22, to: 2023-01-01 }
`,
    });
    expect(knowledge.holders("ITA", "head-of-government", "2023-06-01")).toEqual([]);
    expect(knowledge.terms("person:giorgia-meloni").map((t) => t.source)).toEqual(["user"]);
  });

  it("may be absent", () => {
    expect(loadKnowledge({ userDirectory: join(folder, "nowhere") }).resolve("Japan", null).actor?.id).toBe("JPN");
    expect(checkKnowledge({ userDirectory: join(folder, "nowhere") })).toEqual([]);
  });
});

describe("what is wrong with the user's files", () => {
  it("is reported with file and line, and the other entries and files still load", () => {
    const { knowledge, problems } = withFiles({
      "a.yaml": "persons:\n  - name: [unclosed\n",
      "b.yaml": `persons:\n  - name: Ana Testova\n    state: XQX\n  - name: Bea Testova\n    state: BGR\n    terms:\n      - { role: minister, title: Minister, from: 2025-04-01 }\n`,
    });
    expect(problems.some((m) => m.startsWith("a.yaml, line 3"))).toBe(true);
    expect(problems.some((m) => m.startsWith("b.yaml, line 2") && m.includes("XQX"))).toBe(true);
    expect(knowledge.actor("person:bea-testova")?.state).toBe("BGR");
  });

  it("includes wrong dates, roles, sections and shapes", () => {
    const { problems } = withFiles({
      "c.yaml": `people: []\npersons:\n  - just a string\n  - { name: Cy Testov, state: BGR, terms: [{ role: boss, from: 2025-01-01 }] }\n  - { name: Di Testov, state: BGR, terms: [{ role: minister, from: 01/02/2025 }] }\n  - { name: Ed Testov, state: BGR, terms: [{ role: minister, from: 2025-02-01, to: 2024-02-01 }] }\n`,
      "d.yml": "- a list\n",
    });
    expect(problems.filter((m) => m.startsWith("c.yaml"))).toHaveLength(5);
    expect(problems.filter((m) => m.startsWith("d.yml"))).toHaveLength(1);
  });

  it("includes overlapping terms and a person under two keys", () => {
    const { problems } = withFiles({
      "e.yaml": `persons:\n  - { id: person:other-meloni, name: Giorgia Meloni, state: ITA, terms: [{ role: head-of-government, title: Prime Minister, from: 2024-01-01 }] }\n`,
    });
    expect(problems.some((m) => m.includes("two keys"))).toBe(true);
    expect(problems.some((m) => m.includes("overlap"))).toBe(true);
  });

  it("includes owners without sites, with a wrong id, and an outlet given to two of them", () => {
    const { knowledge, problems } = withFiles({
      "f.yaml": [
        "owners:",
        "  - { id: reef-media, sites: [reefnews.example, Reef News] }",
        "  - { id: lagoon-press, sites: [https://www.ReefNews.example/home] }",
        "  - { id: Lagoon Press, sites: [lagoon.example] }",
        "  - { id: atoll, sites: atoll.example }",
        "  - { id: tide, sites: [tide.example, [x]] }",
        "  - { id: shore, sites: [shore.example] }",
      ].join("\n"),
    });
    expect(problems).toHaveLength(4);
    expect(problems[0]).toContain("f.yaml, line 3");
    expect(problems[0]).toContain("is given to the owner “reef-media” already");
    expect(problems[1]).toContain("small letters, digits and hyphens");
    expect(problems[2]).toContain("needs sites");
    expect(problems[3]).toContain("site 2 of the owner “tide”");
    expect(knowledge.owner("reefnews.example")).toBe("reef-media");
    expect(knowledge.owner("shore.example")).toBe("shore");
  });
});

describe("an outlet that changed hands", () => {
  it("belongs to the owner that the user names, whichever comes first in the tables, and the old owner keeps its others", () => {
    const { knowledge, problems } = withFiles({
      "o.yaml": "owners:\n  - { id: ap, sites: [wsj.com, Wall Street Journal] }\n  - { id: new-hands, sites: [politico.eu] }\n",
    });
    expect(problems).toEqual([]);
    expect(["wsj.com", "Wall Street Journal", "apnews.com"].map((site) => knowledge.owner(site))).toEqual(["ap", "ap", "ap"]);
    expect(["politico.eu", "politico.com", "nypost.com"].map((site) => knowledge.owner(site))).toEqual([
      "new-hands",
      "axel-springer",
      "news-corp",
    ]);
  });
});
