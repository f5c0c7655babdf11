// What else was tried on a claim's sentence, as the matcher tells it.
import { describe, expect, it } from "vitest";
import { alternativesOf, extract } from "../../src/extraction/index.ts";
import type { Claim } from "../../src/model/index.ts";
import { documentOf } from "./fixture.ts";
import { MISSING, stages } from "./helper.ts";

/** The claim of a rule in a text, with its alternatives as `rule@word: why`. */
function alternatives(text: string, rule: string): { readonly left: readonly string[]; readonly others: readonly string[] } {
  const { knowledge, language } = stages();
  const doc = language.annotate(documentOf(text));
  const claim = extract(doc, knowledge).claims.find((c: Claim) => c.rule === rule);
  if (claim === undefined) throw new Error(`no ${rule} in ${text}`);
  const { left, others } = alternativesOf(doc, knowledge, claim);
  return { left: left.map((a) => `${a.rule}@${a.word}: ${a.why}`), others: others.map((c) => c.rule) };
}

describe.skipIf(MISSING !== null)(`alternatives of a claim${MISSING === null ? "" : ` (skipped: ${MISSING})`}`, () => {
  it("name the row of a second word and what speaks against it", () => {
    const { left } = alternatives("Norway urged Chile to lift the ban and refused to say whether it had plans.", "position/demand");
    expect(left).toContain("position/refuse@refused: a refusal to speak is no stand");
  });

  it("name a row whose act is denied or only supposed", () => {
    const denied = alternatives("Norway urged Chile to lift the ban but Chile did not agree to cut its quotas.", "position/demand");
    expect(denied.left).toContain("commitment/agree@agree: the clause denies it");
  });

  it("name a row whose roles are filled by nobody official", () => {
    const { left } = alternatives("Norway urged Chile to lift the ban, and a baker supports longer hours.", "position/demand");
    expect(left).toContain("position/support@supports: nobody named holds it");
  });

  it("give the types that the classifier weighed, with their probabilities", () => {
    const { left } = alternatives("Malta sheltered two ministers of Tunisia.", "event/learned");
    const weighed = left.filter((l) => l.startsWith("event/learned@sheltered"));
    expect(weighed.length).toBeGreaterThan(0);
    for (const line of weighed) expect(line).toMatch(/[A-Z]+ has probability 0\.\d\d, [A-Z]+ [01]\.\d\d$/);
  });

  it("leave out other sentences, and list what else the same sentence gave", () => {
    const text =
      "President Emmanuel Macron met Chancellor Olaf Scholz in Paris on Monday. A baker refused to say a word. Norway urged Chile to lift the ban.";
    const { left, others } = alternatives(text, "meeting/meet");
    expect(left.join()).not.toContain("position/refuse");
    expect(others).toContain("event/consult");
    expect(others).not.toContain("position/demand");
  });

  it("do not change what is taken", () => {
    const { knowledge, language } = stages();
    const text =
      "Norway urged Chile to lift the ban and promised to invest €2 billion by 2027. Chile supports the plan, its minister said.";
    const doc = language.annotate(documentOf(text));
    const { claims } = extract(doc, knowledge);
    expect(claims.length).toBeGreaterThan(1);
    for (const claim of claims) {
      const all = [claim.id, ...alternativesOf(doc, knowledge, claim).others.map((c) => c.id)];
      expect(claims.map((c) => c.id)).toEqual(expect.arrayContaining(all));
    }
  });
});
