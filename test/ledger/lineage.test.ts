// Where a text comes from: the origin among copies, agencies named but not there, and paragraphs taken over into independent reports.
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Ledger, openLedger } from "../../src/ledger/index.ts";
import { signOf } from "../../src/ledger/sources/credit.ts";
import type { Document } from "../../src/model/index.ts";
import { type Draft, doc, figure, meeting, STATE } from "./make.ts";

const AT = "2030-06-01T00:00:00Z";

const LEAD =
  "Portugal and Morocco will open a ferry line between Faro and Tangier next spring, the transport ministries said on Monday, " +
  "after three years of talks about who pays for the new quay and how many lorries may cross in a week.";
const COST =
  "The quay will cost 68 million euros, of which 40 percent comes from a European fund for ports. Morocco pays for the customs hall, and a company " +
  "that has not been chosen yet will run two ships with room for 400 cars each.";
const RISK =
  "Fishermen on both coasts fear for their grounds and asked the ministries to move the route ten miles to the west. A report on currents is due in autumn, " +
  "and the ministries said that the timetable would not be fixed before it was published.";
const LOCAL =
  "Readers in Olhão may remember the old steamer that stopped in 1974, when the company went out of business after a fire in the engine room that " +
  "nobody could explain, and the harbour clock was stopped for a week.";
const OWN =
  "The Beira Post spoke with nine drivers at the gate of the port. Most of them cross to the north by night, sleep in their cabins and pay for a shower " +
  "with a stamp that the harbour office sells on weekdays only.\n\n" +
  "A driver from Setúbal showed a map on which he had marked every petrol station between the two rivers in red ink, and said that a ship would save him " +
  "eleven hours on a good day and two nights on a bad one.\n\n" +
  "In the café behind the customs shed the owner has already ordered a longer counter, although the council has refused her a terrace three times.";

let ledger: Ledger;
beforeEach(() => {
  ledger = openLedger(":memory:", { owner: (site) => ({ AP: "ap", "Associated Press": "ap", Reuters: "reuters" })[site] ?? site });
});
afterEach(() => ledger.close());

const page = (site: string, paragraphs: readonly string[], draft: Draft = {}): Document =>
  doc(paragraphs.join("\n\n"), { site, published: "2030-05-06", ...draft });

function sourcesOf(...documents: readonly Document[]) {
  for (const document of documents) ledger.record(document, [], AT);
  const names = new Map(documents.map(({ id, site }) => [id, site]));
  return ledger
    .sources({ asOf: null })
    .map(({ documents: ids, origin }) => ({ sites: ids.map((id) => names.get(id)).sort(), origin: names.get(origin) }));
}

describe("the origin of a story", () => {
  const whole = page("Whole", [LEAD, COST, RISK]);
  const trimmed = page("Trimmed", [LEAD, COST]);
  const inserted = page("Inserted", [LEAD, LOCAL, COST, RISK]);

  it("among copies of one day without a credit is the text that holds what all have in common and least else", () => {
    for (const order of [
      [whole, trimmed, inserted],
      [inserted, trimmed, whole],
    ]) {
      ledger.close();
      ledger = openLedger(":memory:");
      expect(sourcesOf(...order)).toEqual([{ sites: ["Inserted", "Trimmed", "Whole"], origin: "Whole" }]);
    }
  });

  it("is the earlier one whatever it holds, where times are known", () => {
    const early = { ...inserted, published: { value: "2030-05-05T08:00:00Z", precision: "minute", source: "argument" } } as const;
    expect(sourcesOf(whole, early)[0]?.origin).toBe("Inserted");
  });

  it("is the one that the others credit, whatever the times say", () => {
    const credited = page("Mail", [LEAD, COST, RISK, "Reporting by Whole, edited in Olhão."], { published: "2030-05-04" });
    expect(sourcesOf(whole, credited)[0]?.origin).toBe("Whole");
  });
});

describe("an agency whose own text is not there", () => {
  const signed = (sign: string, text: string) => [`LISBON, May 6 (${sign}) - ${text}`];

  it("is the one source of different reports that carry its sign or its name in the byline", () => {
    const found = sourcesOf(
      page("A Post", signed("AP", LEAD)),
      page("B Post", signed("AP", RISK)),
      page("C Post", [COST], { author: "Ann Lee, Associated Press" }),
      page("D Post", [LOCAL], { author: "Dora Post" }),
    );
    expect(found.map(({ sites }) => sites)).toEqual(expect.arrayContaining([["A Post", "B Post", "C Post"], ["D Post"]]));
    expect(found).toHaveLength(2);
  });

  it("is read from a dateline only", () => {
    expect(signOf("TOKYO, Feb. 5 (Reuters) - The ministers met.")).toBe("Reuters");
    expect(signOf("PARIS (AFP) — The ministers met.")).toBe("AFP");
    expect(signOf("The minister (Reuters photo) smiled. Then he left - in a hurry.")).toBeNull();
    expect(signOf("The ministers met (AP).")).toBeNull();
  });
});

describe("a paragraph taken over into an independent report", () => {
  const wire = page("Gulf Wire Service", [LEAD, COST, RISK], { published: "2030-05-06T08:00:00Z" });
  const report = page("The Beira Post", [OWN, COST], { published: "2030-05-07T08:00:00Z" });
  const other = page("Tangier Times", ["The ministry told this paper on Tuesday that the quay will cost 68 million euros.", LOCAL], {
    published: "2030-05-08T08:00:00Z",
  });

  const quayIn = (document: Document) =>
    figure(document, "quay will cost 68 million euros", { value: 68, unit: "EUR", measure: "quay", whose: STATE("PRT") });

  it("does not join the two texts, and is named with its place", () => {
    for (const order of [
      [wire, report],
      [report, wire],
    ]) {
      ledger.close();
      ledger = openLedger(":memory:");
      expect(sourcesOf(...order)).toHaveLength(2);
      const [passage, ...more] = ledger.passages({ asOf: null });
      expect(more).toEqual([]);
      expect(passage).toMatchObject({ document: report.id, from: wire.id });
      expect(report.text.slice(passage!.start, passage!.end)).toBe(COST);
    }
  });

  it("is not listed between outlets of one owner, nor as of a moment that does not know the text it comes from", () => {
    sourcesOf(wire, report);
    expect(ledger.passages({ asOf: "2030-05-05" })).toEqual([]);
    ledger.close();
    ledger = openLedger(":memory:", { owner: () => "one-house" });
    sourcesOf(wire, report);
    expect(ledger.passages({ asOf: null })).toEqual([]);
  });

  it("counts for the text it was taken from when values are weighed by their sources", () => {
    const day = (document: Document, start: string, quote: string) =>
      meeting(document, quote, { participants: [STATE("PRT"), STATE("MAR")], place: "Faro", start, status: "planned" });
    const talks =
      "The ministers of both states will meet in Faro on 20 May to sign the papers of the company, a spokesman said after the talks had ended on Monday night.";
    const agency = page("Gulf Wire Service", [LEAD, talks], { published: "2030-05-06T08:00:00Z" });
    const copying = [
      page("The Beira Post", [OWN, talks], { published: "2030-05-06T18:00:00Z" }),
      page("Algarve Mail", [LOCAL, RISK, COST, talks], { published: "2030-05-06T19:00:00Z" }),
    ];
    const one = page("Rabat Daily", ["Portugal’s minister comes to Faro on 21 May for the signature, a diplomat says."], {
      published: "2030-05-07",
    });
    const two = page("Tangier Times", ["On 21 May the two ministers will be in Faro, according to the programme of the king’s house."], {
      published: "2030-05-07",
    });
    for (const document of [agency, ...copying]) ledger.record(document, [day(document, "2030-05-20", "will meet in Faro on 20 May")], AT);
    ledger.record(one, [day(one, "2030-05-21", "comes to Faro on 21 May")], AT);
    ledger.record(two, [day(two, "2030-05-21", "On 21 May the two ministers will be in Faro")], AT);
    // Three texts against two, but one source against two.
    expect(ledger.meetings({ asOf: null }).map(({ start }) => start)).toEqual(["2030-05-21"]);
  });

  it("is not seen in what was only said in quotation marks or in other words", () => {
    sourcesOf(wire, other);
    expect(ledger.passages({ asOf: null })).toEqual([]);
    for (const document of [wire, other]) expect(quayIn(document).evidence).toHaveLength(1);
  });
});
