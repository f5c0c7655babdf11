import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isPlain, keysOf, tokenise, within } from "../../src/knowledge/forms.ts";
import { Kept } from "../../src/knowledge/kept.ts";
import { PlaceIndex } from "../../src/knowledge/places.ts";
import { joinName } from "../../src/knowledge/question.ts";

/** Levenshtein distance by the whole table. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)));
    row = next;
  }
  return row[b.length]!;
}

describe("forms of words", () => {
  it("are near each other as the whole table of edits says", () => {
    const word = fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength: 8 });
    fc.assert(
      fc.property(word, word, fc.constantFrom(0, 1, 2), (a, b, limit) => {
        expect(within(a, b, limit)).toBe(distance(a, b) <= limit);
      }),
      { numRuns: 2000 },
    );
    expect(within("Kyiv", "Kiev", 2)).toBe(true);
    expect(within("Kyiv", "Kiev", 1)).toBe(false);
  });

  it("are one token each where they have letters, digits, hyphens and full stops only", () => {
    for (const chunk of ["Jong-un", "U.S.", "Élysée", "G7", "安倍"]) {
      expect(isPlain(chunk)).toBe(chunk !== "安倍");
      expect(tokenise(chunk)).toEqual([chunk]);
    }
    expect(tokenise("Canada’s “Big” G7, (and) others'")).toEqual(["Canada", "’s", "Big", "”", "G7", ",", "and", ")", "others", "'"]);
  });

  it("are put together as the phrase has them", () => {
    expect(joinName("Mr. Kim Jong-un, who", ["Kim", "Jong", "un"])).toBe("Kim Jong-un");
    expect(joinName("Ban met Ban Ki‑moon", ["Ban", "Ki", "moon"])).toBe("Ban Ki‑moon");
    expect(joinName("Anna (a) Berg", ["Anna", "Berg"])).toBe("Anna Berg");
  });
});

describe("what is kept", () => {
  it("is made once, until too much is kept", () => {
    const kept = new Kept<string | null>(2);
    let made = 0;
    const get = (key: string): string | null =>
      kept.get(key, (k) => {
        made += 1;
        return k === "none" ? null : k.toUpperCase();
      });
    expect([get("a"), get("none"), get("a"), get("none")]).toEqual(["A", null, "A", null]);
    expect(made).toBe(2);
    get("c");
    expect([get("c"), get("a")]).toEqual(["C", "A"]);
    expect(made).toBe(4);
  });
});

describe("places", () => {
  it("are the same by keys as by words", () => {
    const places = new PlaceIndex({
      states: [],
      regions: [],
      placeNames: "bergen\t1\tBergen\tNOR\tcity\t5\nst johns\t2\tSt. John’s\tCAN\tcity\t4",
    });
    for (const phrase of ["Bergen", "the Bergen", "Bergen's", "“Bergen”", "St. Johns", "Oslo", "Bergen, Oslo"]) {
      const keys = keysOf(tokenise(phrase));
      expect(places.at(keys, 0, keys.keys.length), phrase).toEqual(places.find(keys.pieces.join(" "), null));
    }
    expect(places.at(keysOf(["near", "Bergen"]), 1, 2)?.state).toBe("NOR");
  });
});
