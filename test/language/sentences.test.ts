import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { segment } from "../../src/language/sentences.ts";

const split = (text: string): string[] => segment(text).map((s) => text.slice(s.start, s.end));

const cases: readonly (readonly [string, readonly string[]])[] = [
  [
    "Mr. Lund met Dr. A. B. Okoro in the U.S. on Feb. 3. He left at 7 p.m. on Sunday.",
    ["Mr. Lund met Dr. A. B. Okoro in the U.S. on Feb. 3.", "He left at 7 p.m. on Sunday."],
  ],
  ["They met in the U.S. The talks failed.", ["They met in the U.S.", "The talks failed."]],
  ["Growth was 3.5 percent. Trade rose.", ["Growth was 3.5 percent.", "Trade rose."]],
  ["“We agree. We sign today.” Then she left.", ["“We agree.", "We sign today.”", "Then she left."]],
  ["“Are we ready?” Lund asked. Nobody spoke.", ["“Are we ready?” Lund asked.", "Nobody spoke."]],
  ["“We won!” she said.", ["“We won!” she said."]],
  ["OSLO, Feb 7 (TPS) - The minister resigned. He gave no reason.", ["OSLO, Feb 7 (TPS) - The minister resigned.", "He gave no reason."]],
  ["LIMA – The court ruled. (It took years.) Appeals follow.", ["LIMA – The court ruled.", "(It took years.)", "Appeals follow."]],
  ["Talks resume in Oslo\n\nThe two sides met.", ["Talks resume in Oslo", "The two sides met."]],
  ["He joined in 2009.[2] [3] She left.", ["He joined in 2009.[2] [3]", "She left."]],
  [
    "Ann Okoro 11/04/2002 09:15 AM The lease is signed _____ Harbour Ltd",
    ["Ann Okoro", "11/04/2002 09:15 AM", "The lease is signed", "_____", "Harbour Ltd"],
  ],
  ["Figure 3.1 Copper prices fell. See Figure 3.1 for more.", ["Figure 3.1", "Copper prices fell.", "See Figure 3.1 for more."]],
  ["So my cousin said that maybe we — But then it rained.", ["So my cousin said that maybe we —", "But then it rained."]],
  ["LIMA, Peru, May 3 (TPS) — The court ruled on it.", ["LIMA, Peru, May 3 (TPS) — The court ruled on it."]],
  ["Well... maybe not. No. 4 is out.", ["Well... maybe not.", "No. 4 is out."]],
];

describe("segment", () => {
  it.each(cases)("splits %j", (text, expected) => {
    expect(split(text)).toEqual(expected);
  });

  it("tells headings and list items from prose and counts paragraphs", () => {
    const text = "Envoys meet in Quito\n\nThey agreed on fish. They did not on oil.\n\n• More trade\n• Fewer visas";
    expect(segment(text).map((s) => [s.kind, s.paragraph])).toEqual([
      ["heading", 0],
      ["prose", 1],
      ["prose", 1],
      ["list-item", 2],
      ["list-item", 2],
    ]);
  });

  it("joins lines that were wrapped to a fixed width", () => {
    const text =
      "The ministers of the two neighbouring states signed a treaty on\nfisheries that had been under negotiation for more than ten years in\nQuito. It enters into force next year.";
    expect(segment(text)).toHaveLength(2);
  });

  it("cuts a sentence without end, so that no sentence has more than 500 tokens", () => {
    const lengths = segment("word ".repeat(12_000)).map((s) => s.tokens.length);
    expect(Math.max(...lengths)).toBeLessThanOrEqual(500);
    expect(lengths.reduce((a, b) => a + b)).toBe(12_000);
  });

  it("loses no token and keeps order, for any text", () => {
    const piece = fc.oneof(
      fc.string({ unit: "grapheme" }),
      fc.constantFrom("Mr. ", "U.S. ", ". ", "?” ", "\n", "\n\n", "\r\n", "• ", "[1] ", "The ", "a ", "\u2028", "5. "),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join("");
        let at = 0;
        for (const sentence of segment(text)) {
          expect(sentence.start).toBe(sentence.tokens[0]!.start);
          expect(sentence.end).toBe(sentence.tokens.at(-1)!.end);
          for (const token of sentence.tokens) {
            expect(text.slice(token.start, token.end)).toBe(token.text);
            expect(text.slice(at, token.start)).toMatch(/^[\s\p{Cc}\p{Cf}]*$/u);
            at = token.end;
          }
        }
        expect(text.slice(at)).toMatch(/^[\s\p{Cc}\p{Cf}]*$/u);
      }),
      { numRuns: 400 },
    );
  });
});
