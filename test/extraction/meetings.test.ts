// Who meets where: houses that no table knows, and leaders told as a pair.
import { describe, expect, it } from "vitest";
import { claimsOf, MISSING, ofKind } from "./helper.ts";

const meetings = (text: string) => ofKind(claimsOf(text), "meeting");

describe.skipIf(MISSING !== null)("meetings", () => {
  it("take place in a house that no table knows", () => {
    const [found] = meetings("Prime Minister Donald Tusk will receive French President Emmanuel Macron at the Lubomirski House on Friday.");
    expect(found).toMatchObject({ place: "Lubomirski House", start: "2024-05-17" });
  });

  it("do not take place at a body that has met", () => {
    const found = meetings("Prime Minister Donald Tusk and French President Emmanuel Macron discussed the talks at NATO on Friday.");
    expect(found.map(({ place }) => place)).not.toContain("NATO");
  });

  it("are between the heads of government that the text named", () => {
    const text =
      "Prime Minister Kristersson of Sweden will visit Poland at the invitation of Prime Minister Tusk. Talks between the two heads of government are scheduled for Tuesday, June 4, in Warsaw.";
    const talks = meetings(text).find(({ start }) => start === "2024-06-04");
    expect(talks?.participants.map(({ id }) => id).sort()).toEqual(["person:donald-tusk", "person:ulf-kristersson"]);
    expect(talks?.place).toBe("Warsaw");
  });

  it("are not between heads of anything else", () => {
    const text =
      "Prime Minister Kristersson and Prime Minister Tusk spoke of farms. Talks between the two heads of the union are set for Tuesday.";
    expect(
      meetings(text)
        .filter(({ participants }) => participants.length === 2 && /talks/i.test(text))
        .map(({ start }) => start),
    ).not.toContain("2024-05-21");
  });

  it("are none with people that a state takes in", () => {
    expect(meetings("Poland hosts more than 900,000 Ukrainians.")).toEqual([]);
    expect(meetings("Prime Minister Tusk hosted Ukraine's Prime Minister Shmyhal in Warsaw on Monday.")).toHaveLength(1);
  });
});
