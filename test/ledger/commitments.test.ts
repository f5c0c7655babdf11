// Promises as several sources tell them, and what became of them.
import { describe, expect, it } from "vitest";
import { openLedger, type Scope } from "../../src/ledger/index.ts";
import type { CommitmentClaim } from "../../src/model/index.ts";
import { commitment, doc, STATE } from "./make.ts";

const NORWAY = STATE("NOR", "Norway");
const CHILE = STATE("CHL", "Chile");

const PORT = { by: [NORWAY], to: [CHILE], action: "open a training centre for pilots in Arica", issue: "transport-aviation" } as const;

function ask(told: readonly (readonly [string, Partial<CommitmentClaim>])[], scope: Scope = { asOf: null }) {
  const ledger = openLedger(":memory:");
  told.forEach(([published, fields], n) => {
    const document = doc(`Report ${n} of ${published} tells of a promise.`, { site: `Site ${n}`, published });
    ledger.record(document, [commitment(document, document.text, { ...PORT, ...fields })], "2031-01-01T00:00:00Z");
  });
  const found = ledger.commitments(scope);
  ledger.close();
  return found;
}

describe("commitments", () => {
  it("told in other words by several texts are one, with the deadline and amount that any of them gives", () => {
    const found = ask([
      ["2030-05-01", {}],
      ["2030-05-02", { action: "training centre for pilots", deadline: "2030-09" }],
      ["2030-05-03", { action: "opening of the pilots' training centre", amount: { value: 4e6, unit: "EUR" }, deadline: "2030-09-30" }],
    ]);
    expect(found).toMatchObject([
      { by: [NORWAY], to: [CHILE], action: PORT.action, status: "pledged", deadline: "2030-09-30", amount: { value: 4e6 } },
    ]);
    expect(found[0]?.claims).toHaveLength(3);
  });

  it("keep what became of them when a later text only repeats the promise", () => {
    const texts = [
      ["2030-05-01", {}],
      ["2030-08-01", { status: "done" }],
      ["2030-09-01", { status: "pledged" }],
    ] as const;
    expect(ask(texts).map(({ status }) => status)).toEqual(["done"]);
    expect(ask(texts, { asOf: "2030-06-01" }).map(({ status }) => status)).toEqual(["pledged"]);
  });

  it("that slip take the new deadline", () => {
    const found = ask([
      ["2030-05-01", { deadline: "2030-08-31" }],
      ["2030-09-02", { status: "slipped", deadline: "2030-12-31" }],
    ]);
    expect(found).toMatchObject([{ status: "slipped", deadline: "2030-12-31" }]);
  });

  it("stay apart for other givers, other issues, other deeds and other amounts", () => {
    const found = ask([
      ["2030-05-01", { amount: { value: 4e6, unit: "EUR" } }],
      ["2030-05-02", { by: [CHILE], to: [NORWAY] }],
      ["2030-05-03", { issue: "energy" }],
      ["2030-05-04", { action: "send two rescue helicopters" }],
      ["2030-05-05", { amount: { value: 9e6, unit: "EUR" } }],
    ]);
    expect(found).toHaveLength(5);
  });

  it("without a named issue join those in the same words, and take their issue", () => {
    const found = ask([
      ["2030-05-01", { issue: "other:centre", action: "open a pilots' training centre" }],
      ["2030-05-02", {}],
      ["2030-05-03", { issue: "other:arica", action: "the centre" }],
    ]);
    expect(found.map(({ issue, claims }) => [issue, claims.length])).toEqual([["transport-aviation", 3]]);
  });

  it("in the words of every promise are not one for that, nor are those of other pairs", () => {
    const found = ask([
      ["2030-05-01", { action: "continue to work closely together on fishing" }],
      ["2030-05-02", { action: "continue to work closely together on rescue at sea" }],
      ["2030-05-03", { by: [NORWAY, CHILE], to: [] }],
      ["2030-05-04", { by: [NORWAY, STATE("PER")], to: [] }],
    ]);
    expect(found.map(({ claims }) => claims.length)).toEqual([1, 1, 1, 1]);
  });

  it("that are denied or only supposed are none", () => {
    expect(ask([["2030-05-01", { modality: "negated" }]])).toEqual([]);
    expect(ask([["2030-05-01", { modality: "hypothetical" }]])).toEqual([]);
  });
});
