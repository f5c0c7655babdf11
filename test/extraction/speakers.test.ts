// Who said it: persons named beside their post, and officials by the words that tell which.
import { describe, expect, it } from "vitest";
import { claimsOf, MISSING, ofKind } from "./helper.ts";

const speakers = (text: string) => ofKind(claimsOf(text), "quote").map(({ speaker }) => speaker.name);

describe.skipIf(MISSING !== null)("speakers", () => {
  it.each([
    ["“The reef is ours and stays ours,” said the group's director, Lena Holt.", "Lena Holt"],
    ["“The reef is ours and stays ours,” said its chairwoman, Mara Lind.", "Mara Lind"],
    [
      "“The reef is ours and stays ours,” said an official at the Fisheries Ministry in Oslo.",
      "official at the Fisheries Ministry in Oslo",
    ],
    ["“The reef is ours and stays ours,” a senior Norwegian diplomat said.", "senior Norwegian diplomat"],
  ])("%s", (text, name) => {
    expect(speakers(text)).toEqual([name]);
  });

  it("a person's office is no apposition of a person", () => {
    expect(speakers("“The reef is ours and stays ours,” said Lena Holt, the group's director.")).toEqual(["Lena Holt"]);
  });
});
