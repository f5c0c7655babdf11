// The language stage as a whole: offsets, problems, steps, hostile texts.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkSteps, MAX_CHARACTERS, STEPS } from "../../src/language/steps.ts";
import { actors, annotated, HAS_WEIGHTS } from "./support.ts";

const TEXT = `Kenyan President William Ruto met French President Emmanuel Macron in Paris on Tuesday. “We agreed on two things,” Ruto said.

Officials from both countries will meet again by 30 June to discuss 12 projects worth $3 billion.`;

describe("the steps", () => {
  it("find what they need among what the steps before them add", () => {
    expect(() => checkSteps(STEPS)).not.toThrow();
  });

  it("are refused in an order in which one lacks its input, with the step and the field named", () => {
    expect(() => checkSteps(STEPS.filter((s) => s.name !== "parse"))).toThrow(/names.*tokens/);
  });
});

describe.skipIf(!HAS_WEIGHTS)("an annotated document", () => {
  it("has mentions, sentences and quotations that slice to their text", () => {
    const a = annotated(TEXT);
    expect(a.mentions.length).toBeGreaterThan(6);
    for (const m of a.mentions) {
      expect(TEXT.slice(m.start, m.end)).toBe(m.text);
      expect(a.mentions[m.id]).toBe(m);
      expect(m.head).toBeGreaterThanOrEqual(m.from);
      expect(m.head).toBeLessThan(m.to);
    }
    for (const t of a.tokens) expect(TEXT.slice(t.start, t.end)).toBe(t.text);
    for (const q of a.quotations) for (const c of q.content) expect(c.end).toBeGreaterThan(c.start);
  });

  it("lists the mentions of a token with the longest first", () => {
    const a = annotated("Officials of Ghana’s foreign ministry met Kenyan President William Ruto.");
    for (const ids of a.mentionsAt.values()) {
      const lengths = ids.map((id) => a.mentions[id]!.to - a.mentions[id]!.from);
      expect(lengths).toEqual(lengths.toSorted((x, y) => y - x));
    }
  });

  it("is the same when it is made again", () => {
    expect(JSON.stringify(annotated(TEXT))).toBe(JSON.stringify(annotated(TEXT)));
  });

  it("of a text beyond the limit covers its beginning and says so", () => {
    // The limit is tested on a text of blank lines, so that the parser has little to do.
    const a = annotated(`${TEXT}\n\n${" \n".repeat(MAX_CHARACTERS / 2)}`);
    expect(a.problems.map((p) => p.code)).toContain("text-too-long");
    expect(a.sentences.length).toBeGreaterThan(1);
  });

  it("does not depend on the documents before it", () => {
    const alone = JSON.stringify(annotated(TEXT));
    annotated("Chancellor Olaf Scholz called President Joe Biden. He thanked him.");
    expect(JSON.stringify(annotated(TEXT))).toBe(alone);
  });

  it("of a text in another language is empty", () => {
    expect(annotated("Le président Emmanuel Macron arrive jeudi à Oslo.", { language: "fr" }).mentions).toEqual([]);
  });

  it("of an empty text is empty", () => {
    const a = annotated("");
    expect([a.tokens.length, a.mentions.length, a.problems.length]).toEqual([0, 0, 0]);
  });

  it("keeps its offsets exact in whatever characters a page holds", () => {
    const piece = fc.oneof(
      fc.constantFrom(
        "President ",
        "Tokyo",
        "’s ",
        "“",
        "”",
        ". ",
        "\n\n",
        "Mr. ",
        "U.S. ",
        "said ",
        "he ",
        "the two leaders ",
        "5% ",
        "\u202e",
        "👩‍👧",
        "\u0000",
        "שלום ",
      ),
      fc.string({ maxLength: 12, unit: "grapheme" }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = pieces.join("");
        const a = annotated(text);
        expect(a.problems.filter((p) => p.code === "stage-failed")).toEqual([]);
        for (const m of a.mentions) expect(text.slice(m.start, m.end)).toBe(m.text);
      }),
      { numRuns: 60, seed: 7 },
    );
  });

  it("reports a former president who is in office, with the words", () => {
    const text = "The prime minister meets former President Donald Trump at the White House on Friday.";
    const a = annotated(text);
    const found = a.problems.find((p) => p.code === "office-mismatch");
    expect(found?.span && text.slice(found.span.start, found.span.end)).toContain("former President Donald Trump");
    expect(actors(a).some((m) => m.qualifier === "former")).toBe(true);
  });
});
