// What changes in a sentence changes in its claim: the actors, the number, the day, a negation.
import { describe, expect, it } from "vitest";
import { claimsOf, MISSING, ofKind } from "./helper.ts";

const PAIRS = [
  ["Norway", "NOR", "Chile", "CHL"],
  ["Kenya", "KEN", "Canada", "CAN"],
  ["Vietnam", "VNM", "Poland", "POL"],
  ["Egypt", "EGY", "Brazil", "BRA"],
] as const;

const principals = (refs: readonly { readonly id: string; readonly state?: string }[]) => refs.map((r) => r.state ?? r.id);

describe.skipIf(MISSING !== null)("swapping the actors", () => {
  for (const [a, idA, b, idB] of PAIRS) {
    for (const [x, idX, y, idY] of [
      [a, idA, b, idB],
      [b, idB, a, idA],
    ] as const) {
      it(`${x} condemned ${y}: the source is ${idX}, the target ${idY}`, () => {
        const [event] = ofKind(claimsOf(`${x} condemned ${y} for the attack on the ship.`), "event");
        expect(event?.source.id).toBe(idX);
        expect(event?.target.id).toBe(idY);
        expect(event?.plover).toBe("ACCUSE");
      });
      it(`${x} urged ${y}: the demand is ${idX}'s`, () => {
        const [position] = ofKind(claimsOf(`${x} urged ${y} to lift its sanctions.`), "position");
        expect(position).toMatchObject({ stance: "demands", holder: { id: idX } });
        expect(position?.toward.map((t) => t.id)).toEqual([idY]);
      });
      it(`${x} pledged to ${y}: the commitment is ${idX}'s`, () => {
        const [commitment] = ofKind(claimsOf(`${x} pledged to send 300 trucks to ${y} by June.`), "commitment");
        expect(principals(commitment?.by ?? [])).toEqual([idX]);
        expect(principals(commitment?.to ?? [])).toEqual([idY]);
      });
    }
  }
});

describe.skipIf(MISSING !== null)("negating the verb", () => {
  it("turns support into opposition", () => {
    const yes = ofKind(claimsOf("Poland supports Ukraine's membership of NATO."), "position")[0];
    const no = ofKind(claimsOf("Poland does not support Ukraine's membership of NATO."), "position")[0];
    expect(yes?.stance).toBe("supports");
    expect(no?.stance).toBe("opposes");
    expect(no?.polarity).toBe(-1);
  });
  it("leaves no commitment", () => {
    expect(ofKind(claimsOf("Norway pledged to send 300 trucks to Chile by June."), "commitment")).toHaveLength(1);
    expect(ofKind(claimsOf("Norway has not pledged to send 300 trucks to Chile by June."), "commitment")).toHaveLength(0);
  });
  it("leaves no meeting", () => {
    expect(ofKind(claimsOf("President Emmanuel Macron met Chancellor Olaf Scholz in Berlin on Monday."), "meeting")).toHaveLength(1);
    expect(ofKind(claimsOf("President Emmanuel Macron did not meet Chancellor Olaf Scholz in Berlin on Monday."), "meeting")).toHaveLength(
      0,
    );
  });
  it("leaves no event", () => {
    expect(ofKind(claimsOf("Iran has not attacked Iraq."), "event")).toHaveLength(0);
  });
});

describe.skipIf(MISSING !== null)("conditions and questions", () => {
  it("make no claim", () => {
    for (const text of [
      "If Norway pledged to send 300 trucks to Chile, prices would fall.",
      "Will Norway send 300 trucks to Chile by June?",
    ])
      expect(ofKind(claimsOf(text, "statement"), "commitment"), text).toHaveLength(0);
  });
});

describe.skipIf(MISSING !== null)("changing the number", () => {
  for (const value of [2, 3.5, 12, 40])
    it(`to ${value} percent changes the figure and nothing of its role`, () => {
      const [figure] = ofKind(claimsOf(`The United States wants Spain to spend ${value} percent of GDP on defence.`), "figure");
      expect(figure).toMatchObject({ value, unit: "%GDP", role: "demand", holder: { id: "USA" }, issue: "defence-spending" });
    });
});

describe.skipIf(MISSING !== null)("moving the day", () => {
  // published on Wednesday 15 May 2024
  for (const [words, start, status] of [
    ["on Friday", "2024-05-17", "planned"],
    ["on Monday", "2024-05-20", "planned"],
    ["on 3 June", "2024-06-03", "planned"],
  ] as const)
    it(`to “${words}” moves the meeting`, () => {
      const text = `President Emmanuel Macron will meet Chancellor Olaf Scholz in Berlin ${words}.`;
      expect(ofKind(claimsOf(text), "meeting")[0]).toMatchObject({ start, status });
    });
  it("into the past makes it held", () => {
    const text = "President Emmanuel Macron met Chancellor Olaf Scholz in Berlin on Monday.";
    expect(ofKind(claimsOf(text), "meeting")[0]).toMatchObject({ start: "2024-05-13", status: "held" });
  });
});

describe.skipIf(MISSING !== null)("every claim", () => {
  const text =
    "President Emmanuel Macron met Chancellor Olaf Scholz in Berlin on Monday. “We will not wait,” Macron said. They agreed to open a joint office by June. France urged China to cut its steel exports by 10 percent.";
  it("quotes its evidence from the text", () => {
    const claims = claimsOf(text);
    expect(claims.length).toBeGreaterThan(4);
    for (const claim of claims) for (const e of claim.evidence) expect(text.slice(e.start, e.end)).toBe(e.quote);
  });
  it("has the same id when the text is read again", () => {
    expect(claimsOf(text).map((c) => c.id)).toEqual(claimsOf(text).map((c) => c.id));
  });
  it("has a confidence between 0 and 1 and an id of its own", () => {
    const claims = claimsOf(text);
    for (const c of claims) expect(c.confidence > 0 && c.confidence <= 1).toBe(true);
    expect(new Set(claims.map((c) => c.id)).size).toBe(claims.length);
  });
});

describe.skipIf(MISSING !== null)("texts of no claims", () => {
  it("are opinion pieces and other pages", () => {
    expect(claimsOf("France should urge China to cut its steel exports.", "opinion")).toEqual([]);
    expect(claimsOf("France beat China 3-1 on Monday.", "other")).toEqual([]);
  });
});

describe.skipIf(MISSING !== null)("hostile texts", () => {
  for (const [name, text] of [
    [
      "a list of 60 signatories",
      `The statement was signed by ${Array.from({ length: 60 }, (_, i) => `Minister Anna Berg${i} of Norway`).join(", ")}.`,
    ],
    ["a sentence without an end", `Norway urged Chile and ${"Kenya and Canada and ".repeat(400)}Poland to act`],
    ["quotes that never close", `“Norway ${"said “that Chile ".repeat(200)}`],
    ["a table of numbers", Array.from({ length: 200 }, (_, i) => `Norway ${i} ${i * 7}% ${i * 13} million`).join("\n")],
    ["nothing but punctuation", "...,,,;;;“”“”((()))".repeat(50)],
  ] as const)
    it(`as ${name} end in bounded time without a failure`, () => {
      const started = Date.now();
      expect(() => claimsOf(text, "statement")).not.toThrow();
      expect(Date.now() - started).toBeLessThan(8000);
    });
});

describe.skipIf(MISSING !== null)("a share asked of others beside one's own target", () => {
  const text =
    "Chile's President Gabriel Boric will meet President Luis Abinader in Lima on Friday. The talks will cover Chile's plan to raise its defence budget, although the goal of 3% stays below the 6% demanded by Washington from NATO members.";

  it("gives each figure its owner, its role and who asks", () => {
    const [own, asked] = ofKind(claimsOf(text), "figure");
    expect(own).toMatchObject({ value: 3, role: "target", whose: { id: "CHL" } });
    expect(asked).toMatchObject({ value: 6, role: "demand", holder: { id: "USA" }, whose: { id: "NATO" } });
    expect(own?.evidence[0]?.quote).toContain("stays below the 6%");
  });
});

describe.skipIf(MISSING !== null)("what is to come out of a meeting", () => {
  const before = "President Luis Abinader will meet President Irfaan Ali in Georgetown on Friday. ";

  it.each([
    ["No treaty will be signed on Friday, an official said.", "unlikely"],
    ["A joint news conference is planned after the talks.", "certain"],
  ])("%s: %s", (sentence, likelihood) => {
    const [outcome] = ofKind(claimsOf(before + sentence), "issue").filter((c) => c.rule === "issue/outcome");
    expect(outcome?.likelihood).toBe(likelihood);
  });

  it("a treaty of the past is none", () => {
    const claims = ofKind(claimsOf(`${before}The treaty was signed in 1998.`), "issue");
    expect(claims.filter((c) => c.rule === "issue/outcome")).toEqual([]);
  });
});

describe.skipIf(MISSING !== null)("a correction of the day", () => {
  it.each([
    "An article misstated the day of the meeting between President William Ruto and Prime Minister Keir Starmer. It will take place on Thursday, June 6.",
    "A report gave the wrong date for the talks between President William Ruto and Prime Minister Keir Starmer. They will be held on Thursday, June 6.",
  ])("%s", (text) => {
    const [meeting] = ofKind(claimsOf(text, "correction"), "meeting");
    expect(meeting).toMatchObject({ start: "2024-06-06", status: "planned" });
  });
});
