// Contradictions beyond days and figures that move: facts, denials, offices.
import { describe, expect, it } from "vitest";
import { openLedger } from "../../src/ledger/index.ts";
import { type Claim, type Document, problem } from "../../src/model/index.ts";
import { commitment, doc, figure, position, STATE } from "./make.ts";

const NORWAY = STATE("NOR", "Norway");
const CHILE = STATE("CHL", "Chile");

function ask(...records: readonly (readonly [Document, readonly Claim[]])[]) {
  const ledger = openLedger(":memory:");
  for (const [document, claims] of records) ledger.record(document, claims, "2031-01-01T00:00:00Z");
  const found = ledger.contradictions({ asOf: null });
  ledger.close();
  return found;
}

type Fields = Parameters<typeof figure>[2];

function price(site: string, published: string, words: string, fields: Fields): readonly [Document, readonly Claim[]] {
  const text = `The harbour crane cost ${words}, said ${site}.`;
  const document = doc(text, { site, published });
  return [document, [figure(document, text, { unit: "EUR", measure: "price of the harbour crane", text: words, ...fields })]];
}

describe("figures", () => {
  it("of one fact that differ between independent sources contradict each other", () => {
    const found = ask(
      price("A", "2030-05-01", "€14.9 million", { value: 14.9e6 }),
      price("B", "2030-05-04", "€14.1 million", { value: 14.1e6 }),
      price("C", "2030-05-05", "€14.9 million", { value: 14.9e6 }),
    );
    expect(found).toMatchObject([
      {
        type: "figure",
        about: "price of the harbour crane",
        values: [
          { value: "€14.9 million", published: "2030-05-05" },
          { value: "€14.1 million", published: "2030-05-04" },
        ],
        resolved: null,
      },
    ]);
    expect(found[0]?.values.map(({ citations }) => citations.length)).toEqual([2, 1]);
  });

  it.each<[string, ReturnType<typeof price>, ReturnType<typeof price>]>([
    ["rounding", price("A", "2030-05-01", "€14.9 million", { value: 14.9e6 }), price("B", "2030-05-02", "€15 million", { value: 15e6 })],
    [
      "other years",
      price("A", "2030-05-01", "€14 million", { value: 14e6, year: "2028" }),
      price("B", "2030-05-02", "€16 million", { value: 16e6, year: "2029" }),
    ],
    [
      "other units",
      price("A", "2030-05-01", "€14 million", { value: 14e6 }),
      price("B", "2030-05-02", "$16 million", { value: 16e6, unit: "USD" }),
    ],
    ["one outlet", price("A", "2030-05-01", "€14 million", { value: 14e6 }), price("A", "2030-05-02", "€16 million", { value: 16e6 })],
    [
      "a part and the whole",
      price("A", "2030-05-01", "an extra €14 million", { value: 14e6 }),
      price("B", "2030-05-02", "€16 million in all", { value: 16e6 }),
    ],
    [
      "a move told by the later text",
      price("A", "2030-05-01", "€14 million", { value: 14e6 }),
      price("B", "2030-05-02", "more, raised to €16 million", { value: 16e6, text: "€16 million" }),
    ],
    [
      "reports a year apart",
      price("A", "2030-05-01", "€14 million", { value: 14e6 }),
      price("B", "2031-05-02", "€16 million", { value: 16e6 }),
    ],
    [
      "other roles",
      price("A", "2030-05-01", "€14 million", { value: 14e6 }),
      price("B", "2030-05-02", "€16 million", { value: 16e6, role: "estimate" }),
    ],
  ])("do not contradict each other for %s", (_, a, b) => {
    expect(ask(a, b)).toEqual([]);
  });
});

describe("denials", () => {
  const demanded = doc("Norway asked Chile to close 30 percent of its salmon farms.", { site: "A", published: "2030-05-01" });
  const demand = figure(demanded, demanded.text, {
    value: 30,
    text: "30 percent",
    measure: "salmon farms to close",
    issue: "agriculture-food",
    role: "demand",
    holder: NORWAY,
    whose: CHILE,
    toward: [CHILE],
  });

  it("of a request contradict the texts that report it", () => {
    const denied = doc("“Nobody named a number,” the minister in Santiago said.", { site: "B", published: "2030-05-02" });
    const denial = position(denied, denied.text, {
      holder: CHILE,
      stance: "denies",
      polarity: -1,
      issue: "agriculture-food",
      about: "that a number was named",
    });
    expect(ask([demanded, [demand]], [denied, [denial]])).toMatchObject([
      {
        type: "denial",
        about: "agriculture-food",
        values: [
          { value: "salmon farms to close: 30 percent" },
          { value: "denied by Chile: that a number was named", published: "2030-05-02" },
        ],
      },
    ]);
  });

  it("of a promise contradict the texts that report the promise", () => {
    const told = doc("Chile promised to build a fish port in Arica.", { site: "A", published: "2030-05-01" });
    const promise = commitment(told, told.text, { by: [CHILE], action: "build a fish port in Arica", issue: "investment" });
    const denied = doc("Chile has no plan for a fish port in Arica, an official said.", { site: "B", published: "2030-05-02" });
    const denial = position(denied, denied.text, {
      holder: CHILE,
      stance: "denies",
      issue: "investment",
      about: "plan for a fish port in Arica",
    });
    expect(ask([told, [promise]], [denied, [denial]])).toHaveLength(1);
  });

  it("on another matter, by another state or of another season contradict nothing", () => {
    const denied = (published: string) => doc(`On ${published} it was said that no number was named.`, { site: "B", published });
    const by = (document: Document, fields: Parameters<typeof position>[2]): readonly [Document, readonly Claim[]] => [
      document,
      [
        position(document, document.text, {
          holder: CHILE,
          stance: "denies",
          issue: "agriculture-food",
          about: "that a number was named",
          ...fields,
        }),
      ],
    ];
    expect(ask([demanded, [demand]], by(denied("2030-05-02"), { issue: "energy" }))).toEqual([]);
    expect(ask([demanded, [demand]], by(denied("2030-05-02"), { holder: STATE("PER") }))).toEqual([]);
    expect(ask([demanded, [demand]], by(denied("2030-09-02"), {}))).toEqual([]);
  });
});

describe("offices", () => {
  it("that a text gives and the table does not have are resolved by the table", () => {
    const text = "Former Prime Minister Anna Lee opened the session.";
    const span = { start: 0, end: 21 };
    const mismatch = problem(
      "office-mismatch",
      { name: "Anna Lee", words: "Former Prime Minister", fact: "Prime Minister since 2029" },
      span,
    );
    const document = doc(text, { problems: [mismatch] });
    expect(ask([document, []])).toMatchObject([
      {
        type: "office",
        about: "office of Anna Lee",
        values: [
          { value: "Former Prime Minister", citations: [{ document: document.id, evidence: { ...span, quote: "Former Prime Minister" } }] },
        ],
        resolved: { value: "Prime Minister since 2029", reason: "table-of-offices" },
      },
    ]);
  });
});
