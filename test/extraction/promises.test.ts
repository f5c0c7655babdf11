// What becomes of promises, and what is promised or asked only under a condition.
import { describe, expect, it } from "vitest";
import { claimsOf, MISSING, ofKind } from "./helper.ts";

const commitments = (text: string) =>
  ofKind(claimsOf(text), "commitment").map((c) => ({
    by: c.by.map((a) => a.id),
    status: c.status,
    deadline: c.deadline,
    action: c.action,
  }));
const positions = (text: string) =>
  ofKind(claimsOf(text), "position").map((p) => ({
    holder: p.holder.id,
    stance: p.stance,
    toward: p.toward.map((a) => a.id),
    about: p.about,
  }));
const MET = "Norway and Chile held talks in Oslo on Monday.";

describe.skipIf(MISSING !== null)(`what becomes of promises${MISSING === null ? "" : ` (skipped: ${MISSING})`}`, () => {
  it("a promise that is now aimed at a later day has slipped to it", () => {
    const found = commitments(
      `${MET} The Norwegian report was promised for March. The ministry in Oslo now aims for the end of September.`,
    );
    expect(found).toContainEqual(expect.objectContaining({ status: "slipped", deadline: expect.stringMatching(/^2024-09/) }));
  });

  it("a report that is now expected later has slipped", () => {
    const found = commitments(
      `${MET} The joint commission that was to report by April has not done so. An official at Chile's Energy Ministry said the report would now come in August.`,
    );
    expect(found).toContainEqual(expect.objectContaining({ by: ["CHL"], status: "slipped", deadline: expect.stringMatching(/^2024-08/) }));
  });

  it.each([
    ["Chile has missed the deadline for the port.", "slipped"],
    ["Chile failed to meet the deadline for the port.", "slipped"],
    ["Chile has broken its promise to lift the duty.", "broken"],
    ["Chile went back on its pledge to lift the duty.", "broken"],
    ["Chile has begun to build the port that it promised Norway.", "under-way"],
    ["Chile delivered the boats that it had promised Norway.", "done"],
  ])("%s", (text, status) => {
    expect(commitments(`${MET} ${text}`)).toContainEqual(expect.objectContaining({ by: ["CHL"], status }));
  });

  it("what is denied, supposed or asked is no state of a promise", () => {
    expect(commitments(`${MET} Chile has not missed the deadline for the port. Will Chile break its promise to lift the duty?`)).toEqual(
      [],
    );
  });
});

describe.skipIf(MISSING !== null)(`conditions${MISSING === null ? "" : ` (skipped: ${MISSING})`}`, () => {
  it("“would not … unless” demands what comes after it", () => {
    const found = positions(`${MET} Chile would not sign the treaty unless Norway cuts its fish duty.`);
    expect(found).toContainEqual(expect.objectContaining({ holder: "CHL", stance: "demands", toward: ["NOR"] }));
    expect(found.some((p) => p.stance === "opposes")).toBe(false);
  });

  it("“could … if” offers, and is no promise", () => {
    const text = `${MET} Chile said that it would lift the ban if Norway paid for the inspections.`;
    expect(positions(text)).toContainEqual(expect.objectContaining({ holder: "CHL", stance: "offers", toward: ["NOR"] }));
    expect(commitments(text)).toEqual([]);
  });

  it("a pronoun without a name is who spoke in the sentence before", () => {
    const text = `${MET} The office of Chile's president said that the quota remained 4,000 tonnes. It added that a larger quota could be considered if Norway bought more copper.`;
    expect(positions(text)).toContainEqual(expect.objectContaining({ holder: "CHL", stance: "offers" }));
  });

  it("a threat tied to a condition demands that it be met", () => {
    const text = `${MET} Chile said it would impose a duty on Norwegian salmon unless Norway lifts the ban.`;
    expect(positions(text)).toContainEqual(expect.objectContaining({ holder: "CHL", stance: "demands", toward: ["NOR"] }));
  });

  it("the second verb of a clause of contrast keeps that clause's subject", () => {
    const found = positions(
      `${MET} Norway wants a fishing treaty this year, while Chile is concerned about the cost and has refused to change its law.`,
    );
    expect(found).toContainEqual(expect.objectContaining({ holder: "CHL", stance: "opposes" }));
    expect(found.some((p) => p.holder === "NOR" && p.stance === "opposes")).toBe(false);
  });
});
