// The moment of a brief: what is published after a meeting is not known before it.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Briefing, composeBriefing, linesOf, renderMarkdown } from "../../src/brief/index.ts";
import { type Ledger, openLedger } from "../../src/ledger/index.ts";
import type { Claim, Document } from "../../src/model/index.ts";
import { article, BRAZIL, claim, fill, LULA, NORWAY, names, STORE } from "./fixtures.ts";

const header = (briefing: Briefing): string =>
  linesOf(briefing)
    .filter(({ section }) => section === "header")
    .map(({ text }) => text)
    .join("\n");

const told = (document: Document, quote: string, start: string, status: "planned" | "held"): Claim =>
  claim("meeting", document, quote, {
    participants: [STORE, LULA],
    place: null,
    start,
    end: null,
    status,
    format: "in-person",
    dateText: null,
    ordinal: null,
    modality: status === "planned" ? "planned" : "asserted",
  });

describe("a meeting that is over", () => {
  let ledger: Ledger;
  beforeAll(() => {
    ledger = fill(openLedger(":memory:"));
  });
  afterAll(() => ledger.close());

  test("is told as of its own day, as when that day is asked for", () => {
    const now = composeBriefing(ledger, { sides: ["BRA", "NOR"] }, { asOf: null, names });
    expect(now.asOf).toBe("12 June 2025, 24:00 UTC");
    expect(header(now)).toContain("The day of the meeting, which is over.");
    expect(renderMarkdown(now)).not.toContain("650");
    const asked = composeBriefing(ledger, { sides: ["BRA", "NOR"] }, { asOf: "2025-06-12", names });
    expect(now.sections.slice(1)).toEqual(asked.sections.slice(1));
  });
  test("is the same by its id", () => {
    const byId = composeBriefing(ledger, { meeting: "BRA-NOR-2025-06-12" }, { asOf: null, names });
    expect(byId.asOf).toBe("12 June 2025, 24:00 UTC");
    expect(renderMarkdown(byId)).not.toContain("650");
  });
  test("what followed counts once it is asked for", () => {
    expect(renderMarkdown(composeBriefing(ledger, { meeting: "BRA-NOR-2025-06-12" }, { asOf: "2025-06-14", names }))).toContain("650");
  });
});

test("a meeting that only texts of its own evening tell of is told as of midnight in their zone", () => {
  const ledger = openLedger(":memory:");
  const evening = article({
    site: "Planalto Post",
    kind: "readout",
    published: { value: "2025-09-03T22:10:00-03:00", precision: "minute", source: "fixture" },
    text: "Jonas Gahr Støre met Luiz Inácio Lula da Silva today.",
  });
  const next = article({
    site: "Planalto Post",
    published: { value: "2025-11-20", precision: "day", source: "fixture" },
    text: "Norway gave Brazil 90 million dollars.",
  });
  ledger.record(
    evening,
    [told(evening, "Jonas Gahr Støre met Luiz Inácio Lula da Silva today", "2025-09-03", "held")],
    "2025-12-01T00:00:00Z",
  );
  ledger.record(
    next,
    [
      claim("commitment", next, "Norway gave Brazil 90 million dollars", {
        by: [NORWAY],
        to: [BRAZIL],
        action: "90 million dollars",
        issue: "climate",
        amount: null,
        deadline: null,
        status: "done",
      }),
    ],
    "2025-12-01T00:00:00Z",
  );
  const briefing = composeBriefing(ledger, { sides: ["BRA", "NOR"] }, { asOf: null, names });
  expect(briefing.asOf).toBe("3 September 2025, 24:00 (UTC−3)");
  expect(briefing.documents).toHaveLength(1);
  ledger.close();
});

test("a meeting to come is written from all texts", () => {
  const ledger = openLedger(":memory:");
  const plan = article({
    site: "Fjord Daily",
    published: { value: "2025-08-20", precision: "day", source: "fixture" },
    text: "Jonas Gahr Støre will meet Luiz Inácio Lula da Silva on 3 September.",
  });
  ledger.record(
    plan,
    [told(plan, "Jonas Gahr Støre will meet Luiz Inácio Lula da Silva on 3 September", "2025-09-03", "planned")],
    "2025-12-01T00:00:00Z",
  );
  const briefing = composeBriefing(ledger, { sides: ["BRA", "NOR"] }, { asOf: null, names });
  expect(briefing.asOf).toBeNull();
  expect(header(briefing)).not.toContain("which is over");
  ledger.close();
});

test("without a host the order of the question makes no difference", () => {
  const ledger = openLedger(":memory:");
  const plan = article({
    site: "Fjord Daily",
    published: { value: "2025-08-20", precision: "day", source: "fixture" },
    text: "Jonas Gahr Støre will meet Luiz Inácio Lula da Silva on 3 September.",
  });
  ledger.record(
    plan,
    [told(plan, "Jonas Gahr Støre will meet Luiz Inácio Lula da Silva on 3 September", "2025-09-03", "planned")],
    "2025-12-01T00:00:00Z",
  );
  const [one, other] = (["BRA,NOR", "NOR,BRA"] as const).map((sides) =>
    composeBriefing(ledger, { sides: sides.split(",") as [string, string] }, { asOf: null, names }),
  );
  expect(one).toEqual(other);
  ledger.close();
});
