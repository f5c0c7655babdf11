import { describe, expect, test } from "vitest";
import {
  capitalise,
  countWords,
  listWords,
  namePattern,
  plain,
  printCutOff,
  printDate,
  printDays,
  printMoment,
  stopped,
} from "../../src/brief/words.ts";

describe("dates in print", () => {
  test("a day is printed with its weekday and without a comma", () => {
    expect(printDate("2025-02-07", { weekday: true })).toBe("Friday 7 February 2025");
  });
  test("months, years and fiscal years keep their precision", () => {
    expect([printDate("2024-11"), printDate("2016"), printDate("FY2027")]).toEqual(["November 2024", "2016", "fiscal 2027"]);
  });
  test("what is no date is printed as it is", () => {
    expect(printDate("2025-02-31")).toBe("2025-02-31");
  });
  test("a visit of several days names the first and the last", () => {
    expect(printDays("2024-04-04", "2024-04-05")).toBe("Thursday 4 to Friday 5 April 2024");
    expect(printDays("2024-12-31", "2025-01-02")).toBe("Tuesday 31 December 2024 to Thursday 2 January 2025");
  });
  test("a moment keeps the zone of its text", () => {
    expect(printMoment("2025-01-31T18:20:00+09:00")).toBe("31 January 2025, 18:20 (UTC+9)");
    expect(printMoment("2025-02-04T21:45:00-05:00")).toBe("4 February 2025, 21:45 (UTC−5)");
    expect(printMoment("2024-03-18T21:12:00+05:30")).toBe("18 March 2024, 21:12 (UTC+5:30)");
    expect(printMoment("2025-02-05")).toBe("5 February 2025");
  });
  test("a cut-off given as a day lasts to its end", () => {
    expect(printCutOff("2025-02-06")).toBe("6 February 2025, 24:00 UTC");
  });
});

describe("words in print", () => {
  test("lists end with “and”", () => {
    expect([listWords([]), listWords(["a"]), listWords(["a", "b"]), listWords(["a", "b", "c"])]).toEqual([
      "",
      "a",
      "a and b",
      "a, b and c",
    ]);
  });
  test("a sentence begins with a capital, also behind a quotation mark, and ends with one stop", () => {
    expect(capitalise("“short is fine”")).toBe("“Short is fine”");
    expect([stopped("It is so"), stopped("It is so."), stopped("It is so,"), stopped("He said “no.”")]).toEqual([
      "It is so.",
      "It is so.",
      "It is so.",
      "He said “no.”",
    ]);
  });
  test("bidirectional and control marks are left out, joiners of Indic scripts stay", () => {
    expect(plain("a\u202eb\u2066c\u0007d\u200de \n f")).toBe("abcd\u200de f");
  });
  test("dashes are no words", () => {
    expect(countWords("Japan – United States, 2%")).toBe(4);
  });
});

describe("names with accents", () => {
  test.each([
    ["Erdoğan", "Erdogan"],
    ["Kılıç", "Kilic"],
    ["Løkke", "Lokke"],
    ["Wałęsa", "Walesa"],
  ])("%s is found as %s and as it is", (name, bare) => {
    const pattern = new RegExp(`^${namePattern(name)}$`, "u");
    expect(pattern.test(name)).toBe(true);
    expect(pattern.test(bare)).toBe(true);
    expect(pattern.test(`${bare}s`)).toBe(false);
  });
});
