import { describe, expect, it } from "vitest";
import { Blocks, sortedLines } from "../../src/knowledge/blocks.ts";

const LINES = ["zulu\t1", "al gore\t2", "al\t3", "ala\t4", "'s hertogenbosch\t5", "é\t6", "al aqsa\t7"];

describe("a table read by the block", () => {
  it("finds every first word with all its lines, and no other", () => {
    const blocks = new Blocks(`# head\n${sortedLines(LINES)}\n`);
    expect(blocks.take("al")).toEqual([
      ["al", "3"],
      ["al aqsa", "7"],
      ["al gore", "2"],
    ]);
    for (const [first, value] of [
      ["zulu", "1"],
      ["ala", "4"],
      ["'s", "5"],
      ["é", "6"],
    ] as const)
      expect(blocks.take(first)?.map((f) => f[1])).toEqual([value]);
    for (const other of ["a", "alb", "#", "zz", ""]) expect(blocks.take(other)).toBeNull();
  });

  it("gives each block out once, and is empty without lines", () => {
    const blocks = new Blocks(sortedLines(LINES));
    expect(blocks.take("ala")).toHaveLength(1);
    expect(blocks.take("ala")).toBeNull();
    expect(new Blocks("").take("al")).toBeNull();
  });

  it("still finds a block, once, after many words without one", () => {
    const blocks = new Blocks(sortedLines(LINES));
    expect(blocks.take("zulu")).toHaveLength(1);
    for (let i = 0; i < 25_000; i++) expect(blocks.take(`w${i}`)).toBeNull();
    expect(blocks.take("zulu")).toBeNull();
    expect(blocks.take("al")).toHaveLength(3);
  });
});
