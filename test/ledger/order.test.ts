// What holds whatever is recorded: answers do not depend on the order of recording, and a later moment knows at least as much.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Ledger, openLedger } from "../../src/ledger/index.ts";
import type { Claim, Document } from "../../src/model/index.ts";
import { commitment, doc, figure, meeting, PERSON, position, STATE } from "./make.ts";

const NORWAY = STATE("NOR", "Norway");
const CHILE = STATE("CHL", "Chile");
const LEE = PERSON("anna-lee", "NOR");
const DIAZ = PERSON("juan-diaz", "CHL");

const PARAGRAPHS = [
  "The two governments have spoken for three years about a line of ships between the northern fjords and the long coast of the south.",
  "Fishermen asked for the route to be moved ten miles to the west, where the grounds are poor and the currents are strong in the spring.",
  "A report on the price of fuel is due in autumn, and nobody expects a timetable before it has been read in both capitals by the ministers.",
  "In the harbour town the mayor had the quay swept and painted, although it rained, and the band practised a song that few had heard.",
];

interface Made {
  readonly site: number;
  readonly day: number | null;
  readonly paragraphs: readonly number[];
  readonly claims: readonly (readonly [number, number, number])[];
}

const made: fc.Arbitrary<Made> = fc.record({
  site: fc.nat(3),
  day: fc.option(fc.integer({ min: 1, max: 28 })),
  paragraphs: fc.uniqueArray(fc.nat(3), { minLength: 1 }),
  claims: fc.array(fc.tuple(fc.nat(3), fc.nat(5), fc.nat(3)), { maxLength: 6 }),
});

/** A document with claims over its first words; `n` keeps ids apart. */
function build({ site, day, paragraphs, claims }: Made, n: number): readonly [Document, readonly Claim[]] {
  const text = [`Report ${n}.`, ...paragraphs.map((i) => PARAGRAPHS[i]!)].join("\n\n");
  const document = doc(text, {
    site: site === 0 ? null : `Site ${site}`,
    published: day === null ? null : `2030-05-${String(day).padStart(2, "0")}`,
    kind: n % 7 === 3 ? "correction" : "news",
  });
  const quote = text.slice(0, 9);
  const list = claims.map(([kind, x, y]): Claim => {
    const start = `2030-05-${10 + x}`;
    const sides = y % 2 === 0 ? [LEE, DIAZ] : [NORWAY, CHILE];
    if (kind === 0)
      return meeting(document, quote, { participants: sides, start: y === 3 ? null : start, status: x > 3 ? "held" : "planned" });
    const [holder, other] = y % 2 === 0 ? [NORWAY, CHILE] : [CHILE, NORWAY];
    if (kind === 1) {
      const role = y < 2 ? "demand" : x < 2 ? "offer" : "actual";
      return figure(document, quote, {
        value: 10 * (1 + x),
        measure: "share of the ships",
        issue: "transport-aviation",
        role,
        holder,
        whose: NORWAY,
      });
    }
    if (kind === 2)
      return commitment(document, quote, {
        by: [holder],
        action: x < 3 ? "paint the quay" : "publish the report",
        status: x % 2 ? "done" : "pledged",
      });
    return position(document, quote, {
      holder,
      toward: [other],
      stance: x < 2 ? "denies" : "demands",
      issue: "transport-aviation",
      about: "share of the ships",
    });
  });
  return [document, list];
}

const SCOPES = [{ asOf: null }, { asOf: "2030-05-14" }, { asOf: null, states: ["NOR", "CHL"] }] as const;

function answers(ledger: Ledger): unknown {
  return SCOPES.map((scope) => [
    ledger.documents(scope).map(({ document, story, owner }) => [document.id, story, owner]),
    ledger.claims(scope),
    ledger.sources(scope),
    ledger.meetings(scope),
    ledger.gaps(scope),
    ledger.contradictions(scope),
    ledger.changes(scope),
    ledger.commitments(scope),
  ]);
}

function ask(records: readonly (readonly [Document, readonly Claim[]])[]): unknown {
  const ledger = openLedger(":memory:");
  for (const [document, claims] of records) ledger.record(document, claims, "2031-01-01T00:00:00Z");
  const found = answers(ledger);
  ledger.close();
  return found;
}

describe("any ledger", () => {
  it("answers the same whatever the order of recording", () => {
    fc.assert(
      fc.property(fc.array(made, { minLength: 1, maxLength: 8 }), fc.nat(), (list, turn) => {
        const records = list.map(build);
        const at = turn % records.length;
        const turned = [...records.slice(at), ...records.slice(0, at)].reverse();
        expect(ask(turned)).toEqual(ask(records));
      }),
      { numRuns: 60 },
    );
  });

  it("knows at a later moment all documents and claims that it knew before", () => {
    fc.assert(
      fc.property(fc.array(made, { minLength: 1, maxLength: 8 }), (list) => {
        const ledger = openLedger(":memory:");
        for (const [document, claims] of list.map(build)) ledger.record(document, claims, "2031-01-01T00:00:00Z");
        const ids = (asOf: string | null) => new Set(ledger.claims({ asOf }).map(({ claim }) => claim.id));
        const [before, after, all] = [ids("2030-05-10"), ids("2030-05-20"), ids(null)];
        expect([...before].every((id) => after.has(id))).toBe(true);
        expect([...after].every((id) => all.has(id))).toBe(true);
        ledger.close();
      }),
      { numRuns: 40 },
    );
  });
});
