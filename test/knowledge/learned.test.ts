import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { acceptedFrom, checkKnowledge, loadKnowledge, staleOffices, writeDecisions } from "../../src/knowledge/index.ts";
import type { OfficeAttestation, StoredAttestation } from "../../src/model/index.ts";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "learned-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What one text of a day says; texts of one source count once. */
function said(source: string, day: string, own: Partial<OfficeAttestation> = {}): StoredAttestation {
  const attestation: OfficeAttestation = {
    ...{
      person: "person:mele-taufa",
      name: "Mele Taufa",
      state: "TON",
      role: "defence-minister",
      title: "Defence Minister",
      says: "holds",
      day,
    },
    evidence: { start: 0, end: 24, quote: "Defence Minister Mele Taufa" },
    ...own,
  };
  return { attestation, document: `sha256:${source}-${day}`, published: day, source };
}

const TWO = [said("reef-media", "2026-06-01"), said("lagoon-press", "2026-07-01", { title: "defence minister", name: "Mele Taufa" })];

describe("the learned layer", () => {
  it("stays provisional on the word of one source, however often it says so", () => {
    const knowledge = loadKnowledge({ attestations: [said("reef-media", "2026-06-01"), said("reef-media", "2026-06-09")] });
    expect(knowledge.learned).toMatchObject([{ id: "TON.defence-minister/mele-taufa", status: "provisional", sources: 1, used: false }]);
    expect(knowledge.resolve("the Tongan defence minister", "2026-06-10").actor).toBeNull();
  });

  it("is used from two independent sources on, from the day first seen", () => {
    const knowledge = loadKnowledge({ attestations: TWO });
    expect(knowledge.learned).toMatchObject([{ status: "confirmed", relation: "new", title: "Defence Minister", used: true }]);
    expect(knowledge.resolve("the Tongan defence minister", "2026-06-10")).toMatchObject({
      actor: { id: "person:mele-taufa", state: "TON" },
    });
    expect(knowledge.resolve("the Tongan defence minister", "2026-05-10").actor).toBeNull();
    expect(knowledge.resolve("Mele Taufa", "2026-06-10").by).toBe("person-full");
    expect(knowledge.officeOn("person:mele-taufa", "2026-06-10")).toMatchObject({
      from: null,
      source: "learned from 2 sources, 2026-06-01 to 2026-07-01",
    });
  });

  it("does not depend on the order of reading", () => {
    const one = loadKnowledge({ attestations: TWO }).learned;
    const other = loadKnowledge({ attestations: [...TWO].reverse() }).learned;
    expect(other).toEqual(one);
  });

  it("joins spellings of one name and titles of one post", () => {
    const rows = [
      said("a", "2026-06-01", { role: "minister", title: "Minister of Fisheries" }),
      said("b", "2026-06-03", { role: "minister", title: "Fisheries Minister", person: "person:mele-taufaa", name: "Mele Taufaa" }),
    ];
    expect(loadKnowledge({ attestations: rows }).learned).toMatchObject([{ sources: 2, aliases: ["Mele Taufaa"] }]);
  });

  it("reads a successor as the end of the term that the tables leave open, and says so", () => {
    const own = { person: "person:jana-testova", name: "Jana Testova", state: "FRA", role: "head-of-state", title: "President" } as const;
    const rows = [said("a", "2031-06-01", { ...own, says: "begins", day: "2031-05-14" }), said("b", "2031-06-02", own)];
    const knowledge = loadKnowledge({ attestations: rows });
    expect(knowledge.learned[0]).toMatchObject({ relation: "succeeds", from: "2031-05-14", against: { person: "person:emmanuel-macron" } });
    expect(knowledge.holders("FRA", "head-of-state", "2031-06-01").map((a) => a.id)).toEqual(["person:jana-testova"]);
    expect(knowledge.holders("FRA", "head-of-state", "2025-06-01").map((a) => a.id)).toEqual(["person:emmanuel-macron"]);
    expect(knowledge.resolve("the French president", "2031-06-01").reason).toContain("the tables go on with Emmanuel Macron");
  });

  it("never wins over a dated source by itself: that is for a person to decide, and the doctor says so", () => {
    const own = { person: "person:jana-testova", name: "Jana Testova", state: "FRA", role: "head-of-state", title: "President" } as const;
    const attestations = [said("a", "2019-06-01", own), said("b", "2019-06-02", own)];
    const knowledge = loadKnowledge({ attestations });
    expect(knowledge.learned[0]).toMatchObject({ relation: "contradicts", status: "confirmed", used: false });
    expect(knowledge.holders("FRA", "head-of-state", "2019-06-01").map((a) => a.id)).toEqual(["person:emmanuel-macron"]);
    expect(checkKnowledge({ attestations }).map((p) => p.code)).toEqual(["office-disputed"]);
  });

  it("holds two holders of one post at once for contested", () => {
    const other = { person: "person:sione-vea", name: "Sione Vea" };
    const rows = [...TWO, said("a", "2026-05-01", other), said("b", "2026-08-01", other)];
    expect(loadKnowledge({ attestations: rows }).learned.map((o) => [o.relation, o.used])).toEqual([
      ["contested", false],
      ["contested", false],
    ]);
  });

  it("ends a term where the texts say that its holder left", () => {
    const gone = {
      person: "person:emmanuel-macron",
      name: "Emmanuel Macron",
      state: "FRA",
      role: "head-of-state",
      title: "president",
      says: "ends",
    } as const;
    const rows = [said("a", "2031-05-14", gone), said("b", "2031-05-14", gone)];
    const knowledge = loadKnowledge({ attestations: rows });
    expect(knowledge.learned[0]).toMatchObject({ relation: "ends", to: "2031-05-14" });
    expect(knowledge.holders("FRA", "head-of-state", "2031-05-01")).toHaveLength(1);
    expect(knowledge.holders("FRA", "head-of-state", "2031-06-01")).toEqual([]);
  });

  it("takes a title given out of courtesy for no office", () => {
    const obama = { person: "person:barack-obama", name: "Barack Obama", state: "USA", role: "head-of-state", title: "President" } as const;
    expect(loadKnowledge({ attestations: [said("a", "2024-06-01", obama), said("b", "2024-07-01", obama)] }).learned).toEqual([]);
  });
});

describe("decisions on learned offices", () => {
  it("stand in the user's folder and above all counting", () => {
    const own = mkdtempSync(join(folder, "user-"));
    const [learned] = loadKnowledge({ attestations: [said("a", "2026-06-01")] }).learned;
    const file = writeDecisions(own, [{ id: learned!.id, verdict: "accepted", office: acceptedFrom(learned!) }]);
    expect(readFileSync(file, "utf8")).toContain('person: "person:mele-taufa"');
    // Without any ledger, too.
    expect(loadKnowledge({ userDirectory: own }).resolve("the Tongan defence minister", "2026-06-10").actor?.id).toBe("person:mele-taufa");
    writeDecisions(own, [{ id: learned!.id, verdict: "rejected", office: null }]);
    const rejected = loadKnowledge({ userDirectory: own, attestations: TWO });
    expect(rejected.learned).toMatchObject([{ status: "rejected", used: false }]);
    expect(rejected.resolve("the Tongan defence minister", "2026-06-10").actor).toBeNull();
    expect(checkKnowledge({ userDirectory: own })).toEqual([]);
  });
});

describe("how old the evidence for an office is", () => {
  it("is told from the sources of the tables and from what was read", () => {
    const knowledge = loadKnowledge();
    expect(knowledge.newestEvidence("JPN", "head-of-government", "2024-12-01")).toMatchObject({ stale: false });
    expect(knowledge.newestEvidence("JPN", "head-of-government", "2031-12-01")).toMatchObject({ stale: true });
    expect(knowledge.newestEvidence("JPN", "head-of-government", "1890-01-01")).toBeNull();
    const fresh = loadKnowledge({
      attestations: [said("a", "2031-11-01", { state: "JPN", role: "head-of-government", title: "Prime Minister" })],
    });
    expect(fresh.newestEvidence("JPN", "head-of-government", "2031-12-01")).toEqual({
      day: "2031-11-01",
      source: "the texts read",
      stale: false,
    });
  });

  it("makes a warning for each office of the states read about", () => {
    const warnings = staleOffices({ attestations: [said("a", "2031-11-01")] }, "2031-12-01");
    expect(warnings.map((p) => p.message)).toContainEqual(expect.stringMatching(/Tonga, head of state.*12 months before 2031-12-01/));
    expect(warnings.every((p) => p.severity === "warning" && /Tonga/.test(p.message))).toBe(true);
  });
});
