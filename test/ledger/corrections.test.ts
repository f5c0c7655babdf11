// A correction strikes the wrong figure from the claims of the outlet's earlier texts and is told as a contradiction that it settles.
import { describe, expect, it } from "vitest";
import { openLedger } from "../../src/ledger/index.ts";
import type { Claim, Document } from "../../src/model/index.ts";
import { doc, figure, STATE } from "./make.ts";

const NORWAY = STATE("NOR", "Norway");
const CHILE = STATE("CHL", "Chile");

const ARTICLE = "Norway asks Chile for a share of 51 per cent in the salmon port. Chile has named 51 guests for the dinner.";

function article(site: string, published = "2030-05-01"): readonly [Document, readonly Claim[]] {
  const document = doc(ARTICLE, { site, published });
  const share = { unit: "%", measure: "share in the salmon port", text: "51 per cent", value: 51, holder: NORWAY, toward: [CHILE] };
  return [document, [figure(document, "Norway asks Chile for a share of 51 per cent in the salmon port", { ...share, role: "demand" })]];
}

function correction(site: string, published = "2030-05-03"): readonly [Document, readonly Claim[]] {
  const text = "A report misstated the share that Norway seeks in the port. It is 49 per cent, not 51 per cent.";
  const document = doc(text, { site, published, kind: "correction" });
  const own = { unit: "%", measure: "share", rule: "figure/corrected" };
  return [
    document,
    [
      figure(document, text, { ...own, value: 49, text: "49 per cent" }),
      figure(document, text, { ...own, value: 51, text: "51 per cent", modality: "negated" }),
    ],
  ];
}

function open(...records: readonly (readonly [Document, readonly Claim[]])[]) {
  const ledger = openLedger(":memory:");
  for (const [document, claims] of records) ledger.record(document, claims, "2031-01-01T00:00:00Z");
  return ledger;
}

const SCOPE = { asOf: null, states: ["NOR", "CHL"] };
const valuesIn = (ledger: ReturnType<typeof open>, scope: { asOf: string | null; states: string[] }) =>
  ledger.claims(scope).flatMap(({ claim }) => (claim.kind === "figure" ? [claim.value] : []));

describe("a correction", () => {
  it("takes the wrong figure out of the claims, though it names no state itself", () => {
    const ledger = open(article("Coast Courier"), correction("Coast Courier"));
    expect(valuesIn(ledger, SCOPE)).toEqual([49]);
    expect(ledger.corrections(SCOPE)).toMatchObject([
      { right: { claim: { value: 49 } }, wrong: { claim: { value: 51 } }, struck: [{ sentence: { quote: ARTICLE.split(/(?<=\.) /)[0] } }] },
    ]);
    expect(ledger.contradictions(SCOPE)).toMatchObject([
      { type: "figure", about: "share", values: [{ value: "51 per cent" }, { value: "49 per cent" }], resolved: { reason: "correction" } },
    ]);
  });

  it("counts with the article it corrects as one source", () => {
    const ledger = open(article("Coast Courier"), correction("Coast Courier"));
    expect(ledger.sources(SCOPE)).toMatchObject([{ number: 1, why: ["owner", "correction"] }]);
  });

  it("changes nothing before it was published", () => {
    const ledger = open(article("Coast Courier"), correction("Coast Courier"));
    expect(valuesIn(ledger, { ...SCOPE, asOf: "2030-05-02" })).toEqual([51]);
  });

  it("leaves the texts of other outlets and later texts as they are", () => {
    const other = open(article("Fjord Daily"), correction("Coast Courier"));
    expect(valuesIn(other, SCOPE)).toEqual([51]);
    const later = open(article("Coast Courier", "2030-05-09"), correction("Coast Courier"));
    expect(valuesIn(later, SCOPE)).toEqual([51]);
  });
});
