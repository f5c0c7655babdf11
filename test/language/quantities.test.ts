import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bare, parser } from "../../eval/gold/annotate.ts";
import type { QuantityMention } from "../../src/language/annotation.ts";
import { findDates } from "../../src/language/dates/index.ts";
import { findQuantities } from "../../src/language/quantities/index.ts";
import { plural } from "../../src/language/quantities/units.ts";

function quantities(text: string): readonly QuantityMention[] {
  const { tokens, sentences } = bare(text);
  const found = findQuantities(tokens, sentences, findDates(tokens, sentences, { published: "2025-03-12", dayFirst: false }));
  for (const mention of found) expect(mention.text).toBe(text.slice(mention.start, mention.end));
  return found;
}

type Row = readonly [
  text: string,
  value: number,
  high: number | null,
  unit: string,
  qualifier?: QuantityMention["qualifier"],
  base?: string,
];

/** Text, and what its first quantity is. */
const cases: readonly Row[] = [
  ["They pledged $3tn.", 3e12, null, "USD"],
  ["It costs £2.5m a year.", 2.5e6, null, "GBP"],
  ["He paid 4.2 billion euros.", 4.2e9, null, "EUR"],
  ["He paid about 900 crore rupees.", 9e9, null, "INR", "about"],
  ["He paid Rs 5 lakh.", 500_000, null, "INR"],
  ["It lent two trillion Hong Kong dollars.", 2e12, null, "HKD"],
  ["It lent ¥12 trillion.", 12e12, null, "JPY"],
  ["It lent more than 30 million Swiss francs.", 30e6, null, "CHF", "more-than"],
  ["Norway spends 3 per cent of gross domestic product on schools.", 3, null, "%", null, "GDP"],
  ["Norway spends at least 3.5% of Peru’s GDP.", 3.5, null, "%", "at-least", "GDP"],
  ["Forty percent of the order value is local.", 40, null, "%", null, "order value"],
  ["It sent a third of its exports.", 33.3333, null, "%", null, "exports"],
  ["It lost half of the crew.", 50, null, "%", null, "crew"],
  ["They want a 15-percent duty.", 15, null, "%"],
  ["Rates rose 25 basis points.", 25, null, "basis points"],
  ["It fell by 3 percentage points.", 3, null, "points"],
  ["They bought 14 new patrol boats.", 14, null, "boats"],
  ["They bought two dozen missiles.", 24, null, "missiles"],
  ["Up to 12,000 people fled.", 12_000, null, "persons", "at-most"],
  ["It shipped 1.2 million tons of grain.", 1.2e6, null, "tons"],
  ["The pipe is 300km long.", 300, null, "kilometres"],
  ["They laid a 2,000-mile cable.", 2000, null, "miles"],
  ["It takes 40-50 ships.", 40, 50, "ships"],
  ["It takes between 3 and 4 percent.", 3, 4, "%"],
  ["It takes $3-4 billion.", 3e9, 4e9, "USD"],
  ["It takes two or three ships.", 2, 3, "ships"],
  ["They spoke for 90 minutes.", 90, null, "minutes"],
  ["Nearly half a million workers left.", 500_000, null, "workers", "nearly"],
  ["Thousands of people fled.", 1000, null, "persons", "more-than"],
  ["Hundreds of thousands of olive trees died.", 100_000, null, "trees", "more-than"],
  ["It cost tens of billions of dollars.", 1e10, null, "USD", "more-than"],
  ["About dozens of its pumps failed.", 12, null, "pumps", "about"],
  ["They sold a pair of frigates.", 2, null, "frigates"],
  ["They sold a couple of old jets.", 2, null, "jets", "about"],
  ["A man aged 61 drove.", 61, null, "years of age"],
  ["A 17-year-old driver stopped.", 17, null, "years of age"],
  ["It stays below the 4% that they ask.", 4, null, "%"],
];

describe("findQuantities", () => {
  it.each(cases.map((row) => ({ name: row[0], row })))("reads $name", ({ row: [text, value, high, unit, qualifier = null, base] }) => {
    const [first] = quantities(text);
    expect(first).toMatchObject({ value, high, unit, qualifier, base: base ?? null });
  });

  it("gives both ends of a change", () => {
    expect(quantities("It rose from 1.2 to 3 percent of national income.").map((q) => [q.value, q.unit, q.base])).toEqual([
      [1.2, "%", "national income"],
      [3, "%", "national income"],
    ]);
  });

  it("links a conversion that the text gives beside", () => {
    expect(quantities("It paid 50 billion rupees (about $600 million).").map((q) => [q.id, q.unit, q.sameAs])).toEqual([
      [0, "INR", null],
      [1, "USD", 0],
    ]);
    expect(quantities("It paid 50 billion rupees and $600 million.").map((q) => q.sameAs)).toEqual([null, null]);
  });

  it("reads both sides of a vote, but no ranges", () => {
    const votes = (text: string) => quantities(text).map((q) => [q.value, q.high, q.unit]);
    const both = [
      [41, null, "votes"],
      [27, null, "votes"],
    ];
    for (const text of [
      "The law passed 41–27 on Monday.",
      "It was adopted by 41 votes to 27.",
      "Members voted 41 to 27 to leave.",
      "The vote was 41 in favour, 27 against.",
    ])
      expect(votes(text)).toEqual(both);
    expect(votes("They approved 12-15 ships.")).toEqual([[12, 15, "ships"]]);
    expect(votes("They passed 3 to 5 percent on.")).toEqual([[3, 5, "%"]]);
    expect(votes("Many voted last week in 3 to 5 cities.")).toEqual([[3, 5, "cities"]]);
  });

  it("reads an age between commas only after a person's name", () => {
    const parsed = parser()("Ada Osei, 45, left Lagos, 45, and rain.");
    expect(findQuantities(parsed.tokens, parsed.sentences, []).map((q) => [q.value, q.unit])).toEqual([[45, "years of age"]]);
  });

  it("reads no dates, labels, times, telephone numbers, results and names", () => {
    const text =
      "On 3 May 2024 at 10:30, Ms Lund, 45, of the Group of 20, flew a Boeing 737 and an F-16 under Article 5 and Resolution 1701; call 555-123-4567, see No. 7 and Room 12. The third of them was first. Her exam scores of last week fell.";
    expect(quantities(text)).toEqual([]);
  });

  it("makes plurals", () => {
    expect(["ship", "country", "woman", "aircraft", "crisis", "brush", "person", "human"].map(plural)).toEqual([
      "ships",
      "countries",
      "women",
      "aircraft",
      "crises",
      "brushes",
      "persons",
      "humans",
    ]);
  });

  it("never overlaps and gives finite values, for any text", () => {
    const piece = fc.constantFrom(
      "$",
      "US$",
      "3",
      "1,000 ",
      "-",
      "4 ",
      "billion ",
      "bn ",
      "percent ",
      "per cent ",
      "of ",
      "GDP ",
      "the ",
      "half ",
      "a ",
      "third ",
      "two ",
      "hundred ",
      "and ",
      "to ",
      "between ",
      "from ",
      "( ",
      "about ",
      "euros ",
      "ships ",
      "1/2 ",
      "½ ",
      "% ",
      ". ",
      "\n\n",
      "million ",
      "9".repeat(400),
      " trillion ",
      "km ",
      "pounds ",
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string({ unit: "binary", maxLength: 5 })), { maxLength: 40 }), (pieces) => {
        const { tokens, sentences } = bare(pieces.join(""));
        let last = 0;
        for (const mention of findQuantities(tokens, sentences, [])) {
          expect(mention.from).toBeGreaterThanOrEqual(last);
          expect(mention.to).toBeGreaterThan(mention.from);
          expect(Number.isFinite(mention.value)).toBe(true);
          expect(mention.head).toBeGreaterThanOrEqual(mention.from);
          expect(mention.head).toBeLessThan(mention.to);
          last = mention.to;
        }
      }),
      { numRuns: 500 },
    );
  });

  it.each(["$", "1 million ", "half of the ", "one hundred ", "3 to 4 ", "2-"])("reads 5,000 times %j in bounded time", (unit) => {
    const { tokens, sentences } = bare(unit.repeat(5_000));
    const begun = process.hrtime.bigint();
    findQuantities(tokens, sentences, []);
    expect(Number(process.hrtime.bigint() - begun) / 1e9).toBeLessThan(4);
  });
});
