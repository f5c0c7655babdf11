import { describe, expect, test } from "vitest";
import { inPlural, positionWords, shapeOf } from "../../src/brief/sentence.ts";
import type { Modality, PositionClaim, Stance } from "../../src/model/index.ts";
import { BRAZIL } from "./fixtures.ts";

const claimOf = (stance: Stance, about: string, quote: string, modality: Modality = "asserted"): PositionClaim => ({
  kind: "position",
  id: "x",
  holder: BRAZIL,
  stance,
  polarity: 1,
  issue: "climate",
  about,
  toward: [],
  strength: null,
  modality,
  attribution: null,
  confidence: 1,
  rule: "position/test",
  evidence: [{ start: 0, end: quote.length, quote }],
});

const words = (stance: Stance, about: string, quote: string, modality: Modality = "asserted", whom: string | null = null): string =>
  positionWords(claimOf(stance, about, quote, modality), whom).words;

describe("the grammar of a position", () => {
  test("a noun phrase follows the verb of its stance", () => {
    expect(words("seeks", "a fund for forests", "Brazil wants a fund for forests")).toBe("wants a fund for forests");
    expect(words("opposes", "the salmon duty", "Norway is against the salmon duty")).toBe("opposes the salmon duty");
  });
  test("an infinitive keeps its “to”, found in the passage where the words leave it out", () => {
    expect(words("opposes", "cut the duty", "She refuses to cut the duty")).toBe("refuses to cut the duty");
    expect(words("offers", "to open two ports", "Norway offers to open two ports")).toBe("offers to open two ports");
  });
  test("somebody who is to do something stays the object", () => {
    expect(words("seeks", "Norway to pay more", "Brazil wants Norway to pay more")).toBe("wants Norway to pay more");
    expect(words("demands", "its allies to pay more", "It presses its allies to pay more", "planned")).toBe(
      "will press its allies to pay more",
    );
  });
  test("a clause gets its “that”", () => {
    expect(words("seeks", "the duty be halved", "Norway will ask that the duty be halved", "planned")).toBe(
      "will ask that the duty be halved",
    );
  });
  test("an addressee is named once", () => {
    expect(words("demands", "leave the pact", "It pressed Norway to leave the pact", "planned", "Norway")).toBe(
      "will press Norway to leave the pact",
    );
  });
  test("plans stay plans and possibilities stay weak", () => {
    expect(words("seeks", "a new fund", "Brazil will ask for a new fund", "planned")).toBe("will ask for a new fund");
    expect(words("offers", "a loan", "Norway is considering a loan", "possible")).toBe("is considering an offer of a loan");
  });
  test("a concern is the thing feared alone", () => {
    expect(words("concerned", "that prices would rise", "Norway fears that prices would rise")).toBe("prices would rise");
  });
  test("words whose grammar does not fit stand between quotation marks", () => {
    expect(words("reaffirms", "to protect the forest", "Brazil restated its wish to protect the forest")).toBe(
      "reiterates: “to protect the forest”",
    );
  });
  test("who is to act is read between the verb and the infinitive, never guessed", () => {
    expect(words("seeks", "to pay 300 million into the fund", "Brazil is asking Norway to pay 300 million into the fund")).toBe(
      "wants Norway to pay 300 million into the fund",
    );
    expect(words("seeks", "to restate their aim", "Brazil wants the two leaders to restate their aim")).toBe(
      "wants the two leaders to restate their aim",
    );
    expect(words("seeks", "to sell more cod", "Norway hopes to sell more cod")).toBe("wants to sell more cod");
    expect(words("seeks", "to leave", "Brazil set out steps for the firms to leave")).toBe("“Brazil set out steps for the firms to leave”");
  });
  test("words with a verb of their own need no other", () => {
    expect(words("opposes", "will not discuss the quota before June", "Norway will not discuss the quota before June")).toBe(
      "will not discuss the quota before June",
    );
  });
  test("a clause that somebody is quoted for is not said twice", () => {
    const said = positionWords(
      { ...claimOf("opposes", "the government “will not sign a treaty”", "the government “will not sign a treaty”") },
      null,
      true,
    );
    expect([said.clause, said.words]).toEqual([true, "the government “will not sign a treaty”"]);
  });
  test("two sides take a plural", () => {
    expect([inPlural("wants a ban"), inPlural("is open to buying"), inPlural("will ask for help"), inPlural("presses for it")]).toEqual([
      "want a ban",
      "are open to buying",
      "will ask for help",
      "press for it",
    ]);
  });
  test("“opposed to the plan” is no infinitive", () => {
    expect(shapeOf("the plan", "Norway is opposed to the plan")).toBe("noun");
  });
});
