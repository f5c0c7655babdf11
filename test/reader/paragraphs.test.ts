import { describe, expect, test } from "vitest";
import { withoutRepeats } from "../../src/reader/paragraphs.ts";
import { codes, page, paragraphs, read, STORY } from "./support.ts";

describe("repeated paragraphs", () => {
  test("are read once and reported", () => {
    const document = read(page(`<article>${paragraphs([...STORY, STORY[0], STORY[1]])}</article>`));
    expect(document.text).toBe(STORY.join("\n\n"));
    expect(document.removals.filter((r) => r.step === "paragraphs").map((r) => r.text)).toEqual([STORY[0], STORY[1]]);
    expect(document.problems.find((p) => p.code === "paragraph-repeated")?.message).toContain("2 repeated");
  });

  test("are told whatever their quotation marks, case and spaces", () => {
    const { paragraphs: kept } = withoutRepeats(
      ["“We start from what is needed,” the minister told reporters.", '"We start from  what is needed", The Minister told reporters'],
      null,
    );
    expect(kept).toHaveLength(1);
  });

  test("are told when a word or two differ", () => {
    const long = `${STORY[0]} ${STORY[1]}`;
    expect(withoutRepeats([long, long.replace("last spring", "that spring")], null).paragraphs).toEqual([long]);
  });

  test("but not when a figure differs", () => {
    const a =
      "In the first year Norland paid 120 million crowns to the fund for the harbours of the shared strait, the ministry said on Monday.";
    expect(withoutRepeats([a, a.replace("120", "210")], null).paragraphs).toHaveLength(2);
  });

  test("short lines, turns of speakers and openings of lists may come back", () => {
    const lines = [
      "Yes.",
      "THE MINISTER: Thank you, please.",
      "Yes.",
      "THE MINISTER: Thank you, please.",
      "The two sides will:",
      "The two sides will:",
    ];
    expect(withoutRepeats(lines, null).paragraphs).toEqual(lines);
  });

  test("the title in the text is no paragraph", () => {
    const { paragraphs: kept, removals } = withoutRepeats(
      ["Ministers open talks", STORY[0], "MINISTERS OPEN TALKS"],
      "Ministers open talks",
    );
    expect(kept).toEqual([STORY[0]]);
    expect(removals.every((r) => r.reason === "repeats the title")).toBe(true);
  });

  test("10,000 equal paragraphs take no long time", () => {
    expect(withoutRepeats(new Array(10_000).fill(STORY[0]), null).paragraphs).toHaveLength(1);
  });
});

test("a text without repeats has no such problem", () => {
  expect(codes(read(STORY.join("\n\n")))).not.toContain("paragraph-repeated");
});
