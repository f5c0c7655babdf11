// Recording and reading back: identity, times, evidence, what is refused.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Ledger, openLedger } from "../../src/ledger/index.ts";
import { ScenesetterError } from "../../src/model/index.ts";
import { doc, event, figure, meeting, STATE } from "./make.ts";

const AT = "2030-06-01T00:00:00Z";
const NORWAY = STATE("NOR", "Norway");
const CHILE = STATE("CHL", "Chile");

const talks = doc("Norway and Chile will hold talks in Oslo on 9 May. Norway spends 2 per cent on “research” 🧪 and ships.\n\nThe end.");
const talksClaims = [
  meeting(talks, "Norway and Chile will hold talks in Oslo on 9 May", {
    participants: [NORWAY, CHILE],
    place: "Oslo",
    start: "2030-05-09",
    modality: "planned",
  }),
  figure(talks, "2 per cent on “research” 🧪 and ships", { value: 2, measure: "research", whose: NORWAY, role: "actual" }),
];

let ledger: Ledger;
beforeEach(() => {
  ledger = openLedger(":memory:");
});
afterEach(() => ledger.close());

describe("recording", () => {
  it("gives back documents and claims as they were recorded", () => {
    const result = ledger.record(talks, talksClaims, AT);
    expect(result).toEqual({ id: talks.id, added: true, claims: 2 });
    expect(ledger.document(talks.id)?.document).toEqual(talks);
    expect(ledger.claims({ asOf: null }).map(({ claim }) => claim)).toEqual(talksClaims);
    expect(ledger.has(talks.id)).toBe(true);
  });

  it("changes nothing when a document is recorded again", () => {
    ledger.record(talks, talksClaims, AT);
    const again = ledger.record(talks, [], "2031-01-01T00:00:00Z");
    expect(again).toEqual({ id: talks.id, added: false, claims: 2 });
    expect(ledger.document(talks.id)?.recorded).toBe(AT);
    expect(ledger.claims({ asOf: null })).toHaveLength(2);
  });

  it("keeps offsets in UTF-16 units behind characters outside the basic plane", () => {
    ledger.record(talks, talksClaims, AT);
    for (const { claim } of ledger.claims({ asOf: null })) {
      for (const { start, end, quote } of claim.evidence) expect(talks.text.slice(start, end)).toBe(quote);
    }
  });

  it("refuses a claim whose quotation does not stand where it says, and records nothing of the document", () => {
    const moved = { ...talksClaims[0]!, evidence: [{ ...talksClaims[0]!.evidence[0]!, start: 1 }] };
    expect(() => ledger.record(talks, [talksClaims[1]!, moved], AT)).toThrow(/quotes words that do not stand at 1–/);
    expect(() => ledger.record(talks, [{ ...talksClaims[0]!, evidence: [] }], AT)).toThrow(/has no evidence/);
    expect(ledger.has(talks.id)).toBe(false);
    expect(ledger.health().documents).toBe(0);
  });

  it("keeps a claim once when the same id comes twice in a document", () => {
    expect(ledger.record(talks, [...talksClaims, talksClaims[0]!], AT).claims).toBe(2);
  });

  it("refuses a claim id that another document has, and keeps the first document whole", () => {
    const other = doc(talks.text, { site: "Other Post" });
    ledger.record(talks, talksClaims, AT);
    expect(() => ledger.record(other, talksClaims, AT)).toThrow(ScenesetterError);
    expect(ledger.has(other.id)).toBe(false);
    expect(ledger.health()).toMatchObject({ documents: 1, integrity: "ok" });
  });

  it("finds a claim by its id and by a prefix of six characters that only it has", () => {
    ledger.record(talks, talksClaims, AT);
    const id = talksClaims[0]!.id;
    expect(ledger.claim(id)?.claim).toEqual(talksClaims[0]);
    expect(ledger.claim(id.slice(0, 6))?.document).toBe(talks.id);
    expect(ledger.claim(id.slice(0, 5))).toBeNull();
    expect(ledger.claim("%_%_%_%")).toBeNull();
  });

  it("counts what it holds and checks it", () => {
    ledger.record(talks, talksClaims, AT);
    const health = ledger.health();
    expect(health).toMatchObject({ documents: 1, integrity: "ok" });
    expect(health.claims).toMatchObject({ meeting: 1, figure: 1, quote: 0 });
  });
});

describe("a scope", () => {
  const early = doc("Chile asked for rain.", { published: "2030-05-01" });
  const undated = doc("Peru asked for snow.", { published: null });

  it("counts only what was published by its moment, the whole day for a bare date", () => {
    for (const d of [talks, early]) ledger.record(d, [], AT);
    const ids = (asOf: string | null) => ledger.documents({ asOf }).map(({ document }) => document.id);
    expect(ids("2030-05-06T08:59:59Z")).toEqual([early.id]);
    expect(ids("2030-05-06")).toEqual([early.id, talks.id]);
    expect(ids("2030-05-01T12:00:00Z")).toEqual([]);
    expect(ids(null)).toEqual([early.id, talks.id]);
  });

  it("includes documents without a date at any moment, after the dated ones", () => {
    for (const d of [undated, talks]) ledger.record(d, [], AT);
    expect(ledger.documents({ asOf: "2030-05-06" }).map(({ document }) => document.published)).toEqual([talks.published, null]);
  });

  it("refuses a moment that is no date", () => {
    expect(() => ledger.documents({ asOf: "soon" })).toThrow(/no date/);
  });

  it("with states gives the claims of documents whose meetings name them all, and of others those that name one in a document where one claim names all", () => {
    const visit = doc("Norway warned Chile. Peru sang. Norway spends 3 ships.", { published: "2030-05-07" });
    const warned = event(visit, "Norway warned Chile", { source: NORWAY, target: CHILE });
    const sang = event(visit, "Peru sang", { source: STATE("PER"), target: STATE("PER") });
    const ships = figure(visit, "3 ships", { value: 3, whose: NORWAY });
    const elsewhere = doc("Norway spends 4 boats.", { published: "2030-05-08" });
    ledger.record(talks, talksClaims, AT);
    ledger.record(visit, [warned, sang, ships], AT);
    ledger.record(elsewhere, [figure(elsewhere, "4 boats", { value: 4, whose: NORWAY })], AT);
    const scope = { asOf: null, states: ["CHL", "NOR"] };
    expect(ledger.claims(scope).map(({ claim }) => claim.id)).toEqual([...talksClaims.map(({ id }) => id), warned.id, ships.id]);
    expect(ledger.documents(scope).map(({ document }) => document.id)).toEqual([talks.id, visit.id]);
  });

  it("is answered in the order of content whatever the order of recording", () => {
    const documents = [talks, early, undated, doc("A fourth text stands here.", { published: "2030-05-06T09:00:00Z" })];
    const other = openLedger(":memory:");
    for (const d of documents) ledger.record(d, d === talks ? talksClaims : [], AT);
    for (const d of [...documents].reverse()) other.record(d, d === talks ? talksClaims : [], AT);
    expect(other.documents({ asOf: null })).toEqual(ledger.documents({ asOf: null }));
    expect(other.claims({ asOf: null })).toEqual(ledger.claims({ asOf: null }));
    expect(other.meetings({ asOf: null })).toEqual(ledger.meetings({ asOf: null }));
    other.close();
  });
});

describe("a ledger on disk", () => {
  it("keeps what it holds from one opening to the next, and sees what another connection records", () => {
    const folder = mkdtempSync(join(tmpdir(), "ledger-"));
    const path = join(folder, "new", "ledger.sqlite");
    const one = openLedger(path);
    const two = openLedger(path, { create: false });
    expect(two.meetings({ asOf: null })).toEqual([]);
    one.record(talks, talksClaims, AT);
    expect(two.meetings({ asOf: null }).map(({ id }) => id)).toEqual(["CHL-NOR-2030-05-09"]);
    one.close();
    two.close();
    const three = openLedger(path, { create: false });
    expect(three.claims({ asOf: null })).toHaveLength(2);
    three.close();
    rmSync(folder, { recursive: true });
  });
});
