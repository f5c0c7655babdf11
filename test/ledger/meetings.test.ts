// Meetings as several sources tell them.
import { describe, expect, it } from "vitest";
import { openLedger, type Scope } from "../../src/ledger/index.ts";
import type { Claim, Document, MeetingClaim } from "../../src/model/index.ts";
import { doc, meeting, PERSON, STATE } from "./make.ts";

const LEE = PERSON("anna-lee", "NOR");
const DIAZ = PERSON("juan-diaz", "CHL");
const NORWAY = STATE("NOR", "Norway");
const CHILE = STATE("CHL", "Chile");

type Fields = Partial<MeetingClaim>;
interface Told {
  readonly site: string;
  readonly published: string | null;
  readonly kind?: Document["kind"];
  readonly meetings: readonly Fields[];
}

/** Each text is a line; its claims have the two leaders as participants unless told otherwise. */
function ask(texts: readonly Told[], scope: Scope = { asOf: null }) {
  const ledger = openLedger(":memory:");
  for (const { site, published, kind, meetings } of texts) {
    const sentences = meetings.map((_, i) => `Sentence ${i} of the paper ${site} on ${published}.`);
    const document = doc(sentences.join(" "), { site, published, ...(kind ? { kind } : {}) });
    const claims: readonly Claim[] = meetings.map((fields, i) =>
      meeting(document, sentences[i]!, { participants: [LEE, DIAZ], ...fields }),
    );
    ledger.record(document, claims, "2031-01-01T00:00:00Z");
  }
  const found = ledger.meetings(scope);
  const contradictions = ledger.contradictions(scope);
  ledger.close();
  return { meetings: found, contradictions };
}

const ids = (found: ReturnType<typeof ask>) => found.meetings.map(({ id }) => id);

describe("meetings", () => {
  it("told by several texts are one record with the sides in alphabetical order", () => {
    const found = ask([
      { site: "A", published: "2030-05-01", meetings: [{ start: "2030-05-09", place: "Oslo" }] },
      { site: "B", published: "2030-05-02", meetings: [{ start: "2030-05-09", participants: [NORWAY, CHILE] }] },
    ]);
    expect(found.meetings).toMatchObject([
      { id: "CHL-NOR-2030-05-09", sides: ["CHL", "NOR"], place: "Oslo", status: "planned", participants: [DIAZ, LEE] },
    ]);
    expect(found.meetings[0]?.claims).toHaveLength(2);
    expect(found.contradictions).toEqual([]);
  });

  it("join a text that gives a day wrong, believe the correction, and tell of the disagreement", () => {
    const found = ask([
      { site: "A", published: "2030-05-01", meetings: [{ start: "2030-05-10" }] },
      { site: "B", published: "2030-05-02", meetings: [{ start: "2030-05-09" }] },
      { site: "C", published: "2030-05-02", meetings: [{ start: "2030-05-09" }] },
      { site: "B", published: "2030-05-03", kind: "correction", meetings: [{ start: "2030-05-10" }] },
    ]);
    expect(ids(found)).toEqual(["CHL-NOR-2030-05-10"]);
    expect(found.contradictions).toMatchObject([
      {
        type: "date",
        about: "day of the meeting CHL-NOR-2030-05-10",
        values: [{ value: "2030-05-09" }, { value: "2030-05-10", published: "2030-05-03" }],
        resolved: { value: "2030-05-10", reason: "correction" },
      },
    ]);
  });

  it("without a correction believe more independent sources, and leave the contradiction open", () => {
    const found = ask([
      { site: "A", published: "2030-05-01", meetings: [{ start: "2030-05-10" }] },
      { site: "B", published: "2030-05-01", meetings: [{ start: "2030-05-10" }] },
      { site: "C", published: "2030-05-04", meetings: [{ start: "2030-05-09" }] },
    ]);
    expect(ids(found)).toEqual(["CHL-NOR-2030-05-10"]);
    expect(found.contradictions[0]?.resolved).toBeNull();
  });

  it("with equal sources believe the later text", () => {
    const found = ask([
      { site: "A", published: "2030-05-01", meetings: [{ start: "2030-05-10" }] },
      { site: "B", published: "2030-05-04", meetings: [{ start: "2030-05-09" }] },
    ]);
    expect(ids(found)).toEqual(["CHL-NOR-2030-05-09"]);
  });

  it("are held once a text that could know says so, and not as of an earlier moment", () => {
    const texts: readonly Told[] = [
      { site: "A", published: "2030-05-01", meetings: [{ start: "2030-05-09" }] },
      { site: "B", published: "2030-05-09T20:00:00Z", meetings: [{ start: "2030-05-09", status: "held" }] },
      { site: "C", published: "2030-05-10", meetings: [{ start: "2030-05-09", status: "planned" }] },
    ];
    expect(ask(texts).meetings[0]?.status).toBe("held");
    expect(ask(texts, { asOf: "2030-05-08" }).meetings[0]?.status).toBe("planned");
    expect(ask([{ site: "A", published: "2030-05-01", meetings: [{ start: "2030-05-09", status: "held" }] }]).meetings[0]?.status).not.toBe(
      "held",
    );
  });

  it("take their state from the latest text: postponed, called off", () => {
    const found = ask([
      { site: "A", published: "2030-05-01", meetings: [{ start: "2030-05-09" }] },
      { site: "B", published: "2030-05-03", meetings: [{ status: "postponed" }] },
    ]);
    expect(found.meetings).toMatchObject([{ id: "CHL-NOR-2030-05-09", status: "postponed" }]);
  });

  it("believe what is reported as held over what was planned", () => {
    const found = ask([
      { site: "A", published: "2030-05-01", meetings: [{ start: "2030-05-09" }] },
      { site: "B", published: "2030-05-01", meetings: [{ start: "2030-05-09" }] },
      { site: "C", published: "2030-05-11", meetings: [{ start: "2030-05-10", status: "held" }] },
    ]);
    expect(ids(found)).toEqual(["CHL-NOR-2030-05-10"]);
  });

  it("take a coming meeting without a date for the next dated one, and a past one for the last", () => {
    const found = ask([
      { site: "A", published: "2030-05-01", meetings: [{ start: "2030-05-09" }, { start: "2030-06-20" }] },
      { site: "B", published: "2030-05-03", meetings: [{}] },
      { site: "C", published: "2030-05-12", meetings: [{ status: "held" }] },
    ]);
    expect(found.meetings.map(({ id, claims }) => [id, claims.length])).toEqual([
      ["CHL-NOR-2030-05-09", 3],
      ["CHL-NOR-2030-06-20", 1],
    ]);
  });

  it("are what a text looks back on months later, if the place is the same, and take the building for their place", () => {
    const found = ask([
      { site: "A", published: "2030-05-01", meetings: [{ start: "2030-05-09", place: "Akershus Castle" }] },
      { site: "B", published: "2030-05-09", meetings: [{ start: "2030-05-09", place: "Oslo", status: "held" }] },
      { site: "C", published: "2030-07-12", meetings: [{ status: "held", place: "Oslo" }] },
      { site: "D", published: "2030-07-12", meetings: [{ status: "held", place: "Santiago" }] },
    ]);
    expect(found.meetings.map(({ id, place, claims }) => [id, place, claims.length])).toEqual([
      ["CHL-NOR-2030-05-09", "Akershus Castle", 3],
      ["CHL-NOR-undated", "Santiago", 1],
    ]);
  });

  it("stay apart when other persons meet, when one is a call, and when a text tells of two days", () => {
    const found = ask([
      {
        site: "A",
        published: "2030-05-12",
        meetings: [
          { start: "2030-05-09", status: "held" },
          { start: "2030-05-09", status: "held", format: "call" },
          { start: "2030-05-09", status: "held", participants: [PERSON("ola-berg", "NOR"), DIAZ] },
          { start: "2030-05-11", status: "held" },
        ],
      },
    ]);
    expect(ids(found)).toEqual(["CHL-NOR-2030-05-09", "CHL-NOR-2030-05-09.2", "CHL-NOR-2030-05-09.3", "CHL-NOR-2030-05-11"]);
  });

  it("keep an undated meeting elsewhere apart from the dated one", () => {
    const found = ask([
      {
        site: "A",
        published: "2030-05-09",
        meetings: [
          { start: "2030-05-09", place: "Oslo", status: "held" },
          { place: "Chile", status: "proposed" },
        ],
      },
    ]);
    expect(ids(found)).toEqual(["CHL-NOR-2030-05-09", "CHL-NOR-undated"]);
    expect(found.meetings[1]).toMatchObject({ status: "proposed", start: null, place: "Chile" });
  });

  it("read the day of the talks, not the days of the visit around them", () => {
    const found = ask([
      {
        site: "A",
        published: "2030-05-01",
        meetings: [{ start: "2030-05-09", end: "2030-05-10", format: "visit" }, { start: "2030-05-10" }],
      },
      { site: "B", published: "2030-05-02", meetings: [{ start: "2030-05-09" }] },
      { site: "C", published: "2030-05-03", meetings: [{ start: "2030-05-10" }] },
    ]);
    expect(ids(found)).toEqual(["CHL-NOR-2030-05-10"]);
    expect(found.contradictions).toMatchObject([{ type: "date", values: [{ value: "2030-05-09" }, { value: "2030-05-10" }] }]);
  });

  it("are not dated, nor taken as held, by an arrival before them", () => {
    const found = ask([
      { site: "A", published: "2030-05-01", meetings: [{ start: "2030-05-09" }] },
      {
        site: "B",
        published: "2030-05-08",
        kind: "correction",
        meetings: [{ start: "2030-05-09" }, { start: "2030-05-08", format: "visit", status: "held" }],
      },
    ]);
    expect(found.meetings).toMatchObject([{ id: "CHL-NOR-2030-05-09", status: "planned" }]);
    expect(found.contradictions).toEqual([]);
  });

  it("do not take a further meeting that is spoken of on the day for themselves", () => {
    const found = ask([
      { site: "A", published: "2030-05-09T18:00:00Z", meetings: [{ start: "2030-05-09", status: "held" }] },
      { site: "B", published: "2030-05-09T20:00:00Z", meetings: [{ status: "proposed", format: "visit" }] },
    ]);
    expect(ids(found)).toEqual(["CHL-NOR-2030-05-09", "CHL-NOR-undated"]);
  });

  it("see no contradiction between a text that gives the eve and the day and one that gives the day", () => {
    const found = ask([
      { site: "A", published: "2030-05-01", meetings: [{ start: "2030-05-09" }, { start: "2030-05-10" }] },
      { site: "B", published: "2030-05-02", meetings: [{ start: "2030-05-10" }] },
    ]);
    expect(found.meetings).toHaveLength(1);
    expect(found.contradictions).toEqual([]);
  });

  it("take no part from denied or hypothetical claims, and none from one side alone", () => {
    const found = ask([
      {
        site: "A",
        published: "2030-05-01",
        meetings: [{ modality: "negated" }, { modality: "hypothetical", start: "2030-05-09" }, { participants: [LEE] }],
      },
    ]);
    expect(found.meetings).toEqual([]);
  });

  it("with states in the scope are those between all of them", () => {
    const texts: readonly Told[] = [
      {
        site: "A",
        published: "2030-05-01",
        meetings: [{ start: "2030-05-09" }, { start: "2030-05-20", participants: [LEE, STATE("PER")] }],
      },
    ];
    expect(ids(ask(texts, { asOf: null, states: ["NOR", "CHL"] }))).toEqual(["CHL-NOR-2030-05-09"]);
    expect(ids(ask(texts))).toEqual(["CHL-NOR-2030-05-09", "NOR-PER-2030-05-20"]);
  });
});
