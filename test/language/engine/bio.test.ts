import { describe, expect, it } from "vitest";
import { bestTags, predecessors } from "../../../src/language/engine/bio.ts";

const TAGS = ["O", "B-PERSON", "I-PERSON", "B-GPE", "I-GPE"];
const decide = (...rows: number[][]): string[] => bestTags(Float32Array.from(rows.flat()), TAGS, predecessors(TAGS));

describe("names tags", () => {
  it("never start with an inside tag", () => {
    expect(decide([0, 1, 9, 0, 0])).toEqual(["B-PERSON"]);
  });

  it("only continue a name of the same type", () => {
    expect(decide([0, 5, 0, 0, 0], [0, 0, 3, 0, 4])).toEqual(["B-PERSON", "I-PERSON"]);
    expect(decide([9, 0, 0, 0, 0], [0, 1, 9, 0, 0])).toEqual(["O", "B-PERSON"]);
  });

  it("may begin a name right after another", () => {
    expect(decide([0, 5, 0, 0, 0], [0, 5, 0, 0, 0], [0, 0, 5, 0, 0])).toEqual(["B-PERSON", "B-PERSON", "I-PERSON"]);
  });

  it("are empty for no tokens", () => {
    expect(decide()).toEqual([]);
  });
});
