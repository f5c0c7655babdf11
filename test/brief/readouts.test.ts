// Readouts of both sides, compared sentence by sentence.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Briefing, composeBriefing, linesOf } from "../../src/brief/index.ts";
import { rungOf } from "../../src/brief/ladder.ts";
import { type Ledger, openLedger } from "../../src/ledger/index.ts";
import type { Claim, Document } from "../../src/model/index.ts";
import { article, claim, LULA, names, STORE } from "./fixtures.ts";

const account = (title: string, text: string, kind: Document["kind"]): Document =>
  article({ title, kind, text, published: { value: "2025-06-12", precision: "day", source: "fixture" } });

const met = (document: Document, quote: string): Claim =>
  claim("meeting", document, quote, {
    participants: [STORE, LULA],
    place: "Oslo",
    start: "2025-06-12",
    end: null,
    status: "held",
    format: "in-person",
    dateText: null,
    ordinal: null,
  });

const OPEN = "Jonas Gahr Støre met Luiz Inácio Lula da Silva in Oslo today.";
const norwegian = account(
  "Prime Minister Støre meets President Lula",
  `${OPEN} The two leaders agreed on a fund of 600 million dollars for the rain forest. Støre urged Brazil to open its fish market. They welcomed the new air route between Oslo and Recife.`,
  "readout",
);
const brazilian = account(
  "Lula in Oslo",
  `President Lula received Støre's thanks in Oslo today. The two leaders discussed the fund for the rain forest. No sum was set. They welcomed the new air route between Oslo and Recife. Brazil will send 40 teachers to Bergen in 2026.`,
  "news",
);

let ledger: Ledger;
let briefing: Briefing;
const lines = (of: Briefing = briefing): readonly string[] =>
  linesOf(of)
    .filter(({ section }) => section === "disagreements")
    .map(({ text }) => text);

beforeAll(() => {
  ledger = openLedger(":memory:");
  ledger.record(norwegian, [met(norwegian, OPEN)], "2025-06-20T00:00:00Z");
  ledger.record(brazilian, [met(brazilian, "President Lula received Støre's thanks in Oslo today")], "2025-06-20T00:00:00Z");
  briefing = composeBriefing(ledger, { sides: ["BRA", "NOR"] }, { asOf: "2025-06-14", names });
});
afterAll(() => ledger.close());

describe("readouts compared", () => {
  test("tell where the verbs differ, each account in its own words, with what hangs on a sentence", () => {
    const line = lines().find((text) => text.startsWith("Not alike."));
    expect(line).toContain("agreed on a fund of 600 million dollars".replace("600 million dollars", "$600 million"));
    expect(line).toContain("The two leaders discussed the fund for the rain forest. No sum was set.");
    expect(line).toContain("Verbs: “agreed” (8) against “discussed” (1).");
  });
  test("tell what both have", () => {
    expect(lines()).toContain("Both. They welcomed the new air route between Oslo and Recife.");
  });
  test("tell what only one has, a short text in the verbs of readouts being an account too", () => {
    expect(lines()).toContain("Only the Norwegian readout. Støre urged Brazil to open its fish market.");
    expect(lines()).toContain("Only the Brazilian readout. Brazil will send 40 teachers to Bergen in 2026.");
  });
  test("stand in the data with the rungs of both verbs", () => {
    const [first] = briefing.facts.readouts;
    expect(first).toMatchObject({ saidBy: "both", strengthA: 8, strengthB: 1 });
    expect(first!.evidence.map(({ document }) => document)).toEqual([norwegian.id, brazilian.id]);
  });
  test("are left out while one side is silent, and where a text has speakers", () => {
    const alone = openLedger(":memory:");
    alone.record(norwegian, [met(norwegian, OPEN)], "2025-06-20T00:00:00Z");
    const report = account("Lula in Oslo", `${brazilian.text} “It went well,” an official said.`, "news");
    alone.record(report, [met(report, "President Lula received Støre's thanks in Oslo today")], "2025-06-20T00:00:00Z");
    expect(lines(composeBriefing(alone, { sides: ["BRA", "NOR"] }, { asOf: "2025-06-14", names }))).toEqual([]);
    alone.close();
  });
});

test("the first verb of a sentence is its rung", () => {
  expect(rungOf("The ministers signed a pact they had discussed.")).toEqual({ rung: 9, verb: "signed" });
  expect(rungOf("They reaffirmed what was agreed in May.")?.rung).toBe(6);
  expect(rungOf("The weather was fine.")).toBeNull();
});

describe("no account of the other side", () => {
  const first = { ...norwegian, site: "Government of Norway" };
  const compared = (other: Document): readonly string[] => {
    const own = openLedger(":memory:");
    own.record(first, [met(first, OPEN)], "2025-06-20T00:00:00Z");
    own.record(other, [met(other, "President Lula received Støre's thanks in Oslo today")], "2025-06-20T00:00:00Z");
    const told = lines(composeBriefing(own, { sides: ["BRA", "NOR"] }, { asOf: "2025-06-14", names }));
    own.close();
    return told.filter((line) => /readout/.test(line));
  };
  test("is a text published before the meeting", () => {
    expect(compared({ ...brazilian, site: "Planalto" })).not.toEqual([]);
    expect(compared({ ...brazilian, site: "Planalto", published: { ...brazilian.published!, value: "2025-06-09" } })).toEqual([]);
  });
  test("is a second text of the publisher of the first", () => {
    expect(compared({ ...brazilian, site: first.site })).toEqual([]);
  });
});
