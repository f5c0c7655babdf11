// Every rule row fires on its own examples and stays silent on its counterexamples.
import { describe, expect, it } from "vitest";
import { checkOrder, EXTRACTORS, RULES } from "../../src/extraction/index.ts";
import { claimsOf, MISSING } from "./helper.ts";

describe("the rows of rules", () => {
  it("each have a unique id that starts with their kind", () => {
    expect(new Set(RULES.map((r) => r.id)).size).toBe(RULES.length);
    for (const rule of RULES) expect(rule.id.startsWith(`${rule.kind}/`), rule.id).toBe(true);
  });

  it("each say why, with an example for and one against", () => {
    for (const rule of RULES) {
      expect(rule.reason.length, rule.id).toBeGreaterThan(20);
      expect(rule.examples.length, rule.id).toBeGreaterThan(0);
      expect(rule.counterexamples.length, rule.id).toBeGreaterThan(0);
    }
  });

  it("stand in an order in which each extractor finds what it needs", () => {
    expect(checkOrder(EXTRACTORS)).toEqual([]);
    expect(checkOrder([...EXTRACTORS].reverse()).length).toBeGreaterThan(0);
  });
});

describe.skipIf(MISSING !== null)(`rows through the engine${MISSING === null ? "" : ` (skipped: ${MISSING})`}`, () => {
  for (const rule of RULES) {
    it(`${rule.id} takes a claim from its examples`, () => {
      for (const example of rule.examples) {
        const found = claimsOf(example, rule.genre).filter((c) => c.kind === rule.kind);
        if (rule.adds === true) {
          expect(found[0]?.evidence.length, example).toBeGreaterThan(1);
          continue;
        }
        expect(
          found.map((c) => c.rule),
          example,
        ).toContain(rule.id);
      }
    });
    it(`${rule.id} takes none from its counterexamples`, () => {
      for (const example of rule.counterexamples) {
        expect(
          claimsOf(example, rule.genre)
            .filter((c) => c.kind === rule.kind)
            .map((c) => c.rule),
          example,
        ).not.toContain(rule.id);
      }
    });
  }
});
