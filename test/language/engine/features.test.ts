import { describe, expect, it } from "vitest";
import { featureRows, gramRows, lower, shape, vectorKey } from "../../../src/language/engine/features.ts";

// Written by training/features.py: the runtime must hash as the training did.
const TRAINED: readonly (readonly [string, string, string, readonly number[], readonly number[]])[] = [
  ["Ishiba", "ishiba", "Xxxx", [4468, 2656, 634, 1411, 250], [13352, 1255, 11918, 8345]],
  ["don’t", "don't", "xxx’x", [7646, 33, 343, 3528, 1097], [6137, 10720, 15172, 10344]],
  ["COVID-19", "covid-19", "XXX-dd", [491, 738, 1040, 4523, 852], [7448, 1699, 13275, 12512]],
  ["Erdoğan", "erdoğan", "Xxxx", [7420, 2131, 1433, 3128, 250], [8907, 27, 15501, 8953]],
  ["東京", "東京", "xx", [8392, 1203, 614, 3774, 627], [4029, 8161, 490]],
  ["🙂", "🙂", "🙂", [8904, 2154, 687, 3940, 988], [8372]],
  ["", "", "", [407, 431, 887, 4082, 1118], []],
  ["F-35s", "f-35s", "X-ddx", [1821, 299, 1366, 2068, 641], [909, 5144, 12066, 10865]],
  ["ΑΣ", "ασ", "XX", [6838, 93, 308, 4680, 233], [5541, 1682, 11741]],
];
const SIZES = [10000, 3000, 1500, 5000, 1200];

describe("word features", () => {
  it.each(TRAINED)("of %j are those of the training", (word, low, form, rows, grams) => {
    expect(lower(word)).toBe(low);
    expect(shape(word)).toBe(form);
    expect(featureRows(word, low, SIZES)).toEqual(rows);
    expect(gramRows(low, 16000).slice(0, 4)).toEqual(grams);
  });

  it("find a vector by digits or by the part after the last hyphen", () => {
    const known = new Map([
      ["0000", 1],
      ["based", 2],
    ]);
    expect(vectorKey("1987", known)).toBe(1);
    expect(vectorKey("tokyo-based", known)).toBe(2);
    expect(vectorKey("ishiba", known)).toBeUndefined();
  });
});
