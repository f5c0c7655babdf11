import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bare, parser } from "../../eval/gold/annotate.ts";
import type { DateMention, Token } from "../../src/language/annotation.ts";
import { holidayDate, isoWeek, shift } from "../../src/language/dates/calendar.ts";
import { RULES } from "../../src/language/dates/grammar.ts";
import { type DateContext, findDates } from "../../src/language/dates/index.ts";

/** A Wednesday. */
const PUBLISHED = "2025-03-12";

function dates(
  text: string,
  context: Partial<DateContext> = {},
  tags: Readonly<Record<string, Partial<Token>>> = {},
): readonly Omit<DateMention, "id">[] {
  const { tokens, sentences } = bare(text);
  const tagged = tokens.map((token) => ({ ...token, ...tags[token.text] }));
  const found = findDates(tagged, sentences, { published: PUBLISHED, dayFirst: false, ...context });
  for (const mention of found) expect(mention.text).toBe(text.slice(mention.start, mention.end));
  return found;
}

const values = (text: string, context?: Partial<DateContext>): string[] => dates(text, context).map((d) => d.value);
const bounds = (text: string): (string | null)[][] => dates(text).map((d) => [d.first, d.last, d.relation]);

describe("the rules of dates", () => {
  it("have ids of their own", () => {
    expect(new Set(RULES.map((rule) => rule.id)).size).toBe(RULES.length);
  });

  it.each(RULES.flatMap((rule) => rule.examples.map(([text, value]) => [rule.id, text, value] as const)))(
    "%s reads %j as %s",
    (_, text, value) => {
      expect(values(`They met ${text}.`)).toContain(value);
    },
  );

  it("read their examples at the beginning of a sentence too", () => {
    for (const [text] of RULES.flatMap((rule) => rule.examples))
      expect(values(`${text[0]!.toUpperCase()}${text.slice(1)}.`), text).toEqual(values(`${text}.`));
  });
});

describe("findDates", () => {
  it("places a purpose with its clause, a plan of the past perfect and what could not be in the past", () => {
    const read = (text: string): string[] => {
      const { tokens, sentences } = parser()(text);
      return findDates(tokens, sentences, { published: PUBLISHED, dayFirst: false }).map((d) => d.value);
    };
    expect(read("The envoys flew to Quito to open the office on Friday.")).toEqual(["2025-03-07"]);
    expect(read("The permit had been due to expire on Friday.")).toEqual(["2025-03-07"]);
    expect(read("The envoys could not be reached on Friday.")).toEqual(["2025-03-07"]);
    expect(read("The envoys agreed to meet on Friday.")).toEqual(["2025-03-14"]);
    expect(read("The envoys could meet on Friday.")).toEqual(["2025-03-14"]);
  });

  it("takes a holiday of the United States for theirs alone", () => {
    const of = (text: string): string[] => {
      const { tokens } = bare(text);
      const states: Readonly<Record<string, string>> = { Kenya: "KEN", Peruvian: "PER", Ghana: "GHA", America: "USA", Chicago: "" };
      return values(text, { stateAt: (at) => states[tokens[at]!.text] || null });
    };
    expect(of("They will meet on Independence Day.")).toEqual(["2025-07-04"]);
    expect(of("They will meet on America's Independence Day.")).toEqual(["2025-07-04"]);
    expect(of("They will meet at Chicago's Labor Day parade.")).toEqual(["2025-09-01"]);
    expect(of("They will meet on Kenya's Independence Day.")).toEqual([]);
    expect(of("They will meet on the Peruvian Independence Day.")).toEqual([]);
    expect(of("They will meet on Election Day of Ghana.")).toEqual([]);
    expect(of("They will meet on Bastille Day in Kenya.")).toEqual(["2025-07-14"]);
    // said again, the words mean the same day as before
    expect(of("Kenya's Independence Day is near. They meet on Independence Day.")).toEqual([]);
  });

  it("puts a bare weekday before publication in the past tense and after it in the future tense", () => {
    expect(values("The envoys met on Friday.")).toEqual(["2025-03-07"]);
    expect(values("The envoys will meet on Friday.")).toEqual(["2025-03-14"]);
    expect(values("The envoys are due to meet on Friday.")).toEqual(["2025-03-14"]);
  });

  it("reads “next” before a later day of the same week as next week's", () => {
    expect(values("They meet next Wednesday.", { published: "2025-03-11" })).toEqual(["2025-03-19"]);
    expect(values("They meet next Monday.", { published: "2025-03-11" })).toEqual(["2025-03-17"]);
    expect(values("They meet next Sunday.", { published: "2025-03-11" })).toEqual(["2025-03-16"]);
    expect(values("They meet the coming Wednesday.", { published: "2025-03-11" })).toEqual(["2025-03-12"]);
  });

  it("reads a day without month from the month spoken of", () => {
    expect(values("Talks began on 2 May. On the 5th, they broke off.")).toEqual(["2025-05-02", "2025-05-05"]);
    expect(values("Talks began on 2 May. They live on the 5th floor.")).toEqual(["2025-05-02"]);
    expect(values("They left on the 5th.")).toEqual([]);
  });

  it("does not go on from a year that a history only compares with", () => {
    const history =
      "The strike of 1961 failed. In 1962 the mine closed. In 1963 it flooded. It had flooded in 1871. In May, the owners sold it. In 1964 they left. By 1965 it was dry. In 1966 it burned. In 1967 it went.";
    expect(values(history, { published: "2020-01-05" })).toContain("1963-05");
  });

  it("takes a weekday that is the day of publication as that day", () => {
    expect(values("The envoys met on Wednesday.")).toEqual(["2025-03-12"]);
  });

  it("asks the parse for the tense where there is one", () => {
    const tags = {
      Officials: { head: 1, deprel: "nsubj", upos: "NOUN", xpos: "NNS" },
      expect: { head: -1, deprel: "root", upos: "VERB", xpos: "VBP", lemma: "expect" },
      ".": { head: 1, deprel: "punct", upos: "PUNCT", xpos: "." },
      Monday: { head: 1, deprel: "obl:tmod", upos: "PROPN", xpos: "NNP" },
    } satisfies Record<string, Partial<Token>>;
    expect(dates("Officials expect Monday.", {}, tags).map((d) => d.value)).toEqual(["2025-03-17"]);
  });

  it("keeps April 4 and 5 together with first and last day, and finds the weekday inside", () => {
    expect(dates("They meet on April 4 and 5. On the Saturday they dine.").map((d) => [d.value, d.first, d.last])).toEqual([
      ["2025-04-04", "2025-04-04", "2025-04-05"],
      ["2025-04-05", "2025-04-05", "2025-04-05"],
    ]);
    expect(dates("They met from 4 to 6 May 2024.").map((d) => [d.text, d.first, d.last])).toEqual([
      ["4 to 6 May 2024", "2024-05-04", "2024-05-06"],
    ]);
  });

  it("takes a weekday in the past tense as past, whatever date to come was named before it", () => {
    expect(values("The deadline was moved to 12 May. Earlier Friday the ministers met.").at(-1)).toBe("2025-03-07");
  });

  it("reads a year with its end as a length, and a quarter of a year ago as a quarter", () => {
    expect(values("It earned more in the year ended 31 May 2024.")).toEqual(["P1Y", "2024-05-31"]);
    expect(values("It earned more on 30 September 2024 than in the year-earlier quarter.")).toEqual(["2024-09-30", "2023-Q3"]);
  });

  it("counts deadlines", () => {
    expect(bounds("They must report within 100 days.")).toEqual([["2025-03-12", "2025-06-20", "within"]]);
    expect(bounds("They must report by 30 June.")).toEqual([[null, "2025-06-30", "by"]]);
    expect(bounds("It will be ready by the end of March.")).toEqual([[null, "2025-03-31", "by"]]);
    expect(bounds("They have met since 2021.")).toEqual([["2021", null, "since"]]);
    expect(bounds("They must report within 30 days of 5 May 2025.").at(0)).toEqual(["2025-05-05", "2025-06-04", "within"]);
  });

  it("keeps fiscal years", () => {
    expect(values("It rises in fiscal 2027, in FY2028 and in the fiscal year that starts in April 2029.")).toEqual([
      "FY2027",
      "FY2028",
      "FY2029",
    ]);
  });

  it("reads slashed dates by the custom of the site", () => {
    expect(values("on 03/04/2025", { dayFirst: true })).toEqual(["2025-04-03"]);
    expect(values("on 03/04/2025", { dayFirst: false })).toEqual(["2025-03-04"]);
    expect(values("on 25/04/2025", { dayFirst: false })).toEqual(["2025-04-25"]);
  });

  it("shades the start, middle and end of a stretch", () => {
    expect(dates("early next month, in mid-July, at the end of 2026").map((d) => [d.value, d.mod])).toEqual([
      ["2025-04", "START"],
      ["2025-07", "MID"],
      ["2026", "END"],
    ]);
  });

  it("counts from the date spoken of where the words do", () => {
    expect(values("They met on 3 May 2024. The next day they left. Two weeks later they were back.")).toEqual([
      "2024-05-03",
      "2024-05-04",
      "2024-05-18",
    ]);
  });

  it("lets the dates of a history hang on each other", () => {
    const text =
      "In 1911 he rose. In 1912 and 1913 he fought. In 1914 he left. In May 1915 he returned. In October he won; in January he lost. He ruled from 1917 to 1921.";
    expect(values(text)).toEqual(["1911", "1912", "1913", "1914", "1915-05", "1915-10", "1916-01", "1917", "1921"]);
  });

  it("says XXXX where the publication day is needed and unknown", () => {
    expect(dates("They met on Friday, in March and last year.", { published: null }).map((d) => [d.value, d.first, d.last])).toEqual([
      ["XXXX-WXX-5", null, null],
      ["XXXX-03", null, null],
      ["XXXX", null, null],
    ]);
  });

  it("leaves numbers, names and modal verbs alone", () => {
    expect(values("They may march. The fall of the city cost 2000 troops, and 40-year-old Ms Lund sold three quarters of it.")).toEqual([]);
  });

  it("never overlaps, slices exactly and stays in its sentence, for any text", () => {
    const piece = fc.constantFrom(
      "the ",
      "last ",
      "day ",
      "of ",
      "March ",
      "4 ",
      "and ",
      "5",
      ", ",
      "2024 ",
      "Friday ",
      "week ",
      "two ",
      "ago ",
      "a ",
      "year",
      "-",
      "early ",
      "first ",
      "quarter ",
      "noon ",
      "9 ",
      "a.m. ",
      ". ",
      "\n\n",
      "’98 ",
      "1990s ",
      "every ",
      "by ",
      "within ",
      "fiscal ",
      "FY27 ",
      "Christmas ",
      "99/99/9999 ",
      "'",
      "0000-00-00 ",
      "31 ",
      "February ",
      "9999 ",
      "months ",
      "1e9 ",
      "million ",
      "decades ",
      "later ",
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string({ unit: "binary", maxLength: 5 })), { maxLength: 40 }), (pieces) => {
        const text = pieces.join("");
        const { tokens, sentences } = bare(text);
        let last = 0;
        for (const mention of findDates(tokens, sentences, { published: PUBLISHED, dayFirst: true })) {
          expect(mention.from).toBeGreaterThanOrEqual(last);
          expect(mention.to).toBeGreaterThan(mention.from);
          expect(mention.head).toBeGreaterThanOrEqual(mention.from);
          expect(mention.head).toBeLessThan(mention.to);
          expect(sentences[mention.sentence]!.to).toBeGreaterThanOrEqual(mention.to);
          for (const end of [mention.first, mention.last]) if (end !== null) expect(end).toMatch(/^(?:\d{4}(?:-\d{2}){0,2}|FY\d{4})$/);
          last = mention.to;
        }
      }),
      { numRuns: 500 },
    );
  });

  it.each(["the last day of ", "early ", "a year ago ", "Friday, ", "2024-", "one hundred "])(
    "reads 4,000 times %j in bounded time",
    (unit) => {
      const { tokens, sentences } = bare(unit.repeat(4_000));
      const begun = process.hrtime.bigint();
      findDates(tokens, sentences, { published: PUBLISHED, dayFirst: false });
      expect(Number(process.hrtime.bigint() - begun) / 1e9).toBeLessThan(4);
    },
  );
});

describe("the calendar", () => {
  it("knows ISO weeks, short months and movable feasts", () => {
    expect(isoWeek("2024-12-30")).toBe("2025-W01");
    expect(shift("2024-01-31", "month", 1)).toBe("2024-02-29");
    expect(holidayDate("easter:0", 2025)).toBe("2025-04-20");
    expect(holidayDate("11:4:4", 2024)).toBe("2024-11-28");
    expect(holidayDate("11:2:E", 2024)).toBe("2024-11-05");
    expect(holidayDate("05:1:-1", 2024)).toBe("2024-05-27");
  });
});
