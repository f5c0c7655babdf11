import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { tokenize } from "../../src/language/tokens.ts";

const words = (text: string): string =>
  tokenize(text)
    .map((t) => t.text)
    .join(" ");

/** Text → its tokens joined by blanks. */
const cases: readonly (readonly [string, string])[] = [
  ["Norway doesn't, can't and won't.", "Norway does n't , ca n't and wo n't ."],
  ["Peru’s envoy; the envoys’ trip", "Peru ’s envoy ; the envoys ’ trip"],
  ["They cannot agree, she's told us they'd've left.", "They can not agree , she 's told us they 'd 've left ."],
  ["a two-year, British-led pre-summit co-operation", "a two - year , British - led pre-summit co-operation"],
  ["$3.5bn, US$40 million, €7.2 and ¥1,200", "$ 3.5 bn , US$ 40 million , € 7.2 and ¥ 1,200"],
  ["rose 4.25% (or 2%-3%)", "rose 4.25 % ( or 2 % - 3 % )"],
  ["Gen. A. B. Okoro Jr. met Mrs. Lund in the U.S. on Feb. 3.", "Gen. A. B. Okoro Jr. met Mrs. Lund in the U.S. on Feb. 3 ."],
  ["at 7pm, 7 p.m. and 10:30 a.m.", "at 7 pm , 7 p.m. and 10:30 a.m."],
  ["No. 10 said no. Then", "No. 10 said no . Then"],
  ['“Yes,” he said. ‘No!’ "Why?"', '“ Yes , ” he said . ‘ No ! ’ " Why ? "'],
  ["wait--no... well… why?!", "wait -- no ... well … why ?!"],
  ["see https://example.org/a-b?c=d, or write to a.b@example.org.", "see https://example.org/a-b?c=d , or write to a.b@example.org ."],
  ["MiG-29K and F-35 jets in 2013-14, 1990s, '90s", "MiG - 29 K and F - 35 jets in 2013 - 14 , 1990s , '90s"],
  ["on 12/03/2024, 2024-03-12 and 1/2 cup", "on 12/03/2024 , 2024-03-12 and 1/2 cup"],
  ["in 2014.[4] He left.12 Then", "in 2014 . [ 4 ] He left . 12 Then"],
  ["and/or O'Brien, R&D, AT&T", "and / or O'Brien , R&D , AT&T"],
  ["the deal.They left", "the deal . They left"],
  ["6,48,000 rupees, rows 3,4", "6,48,000 rupees , rows 3 , 4"],
  ["3rd, 21st and the 80's", "3rd , 21st and the 80's"],
  ["mid- and long-term", "mid- and long - term"],
  ["日本語 😀👍🏽 🇫🇷", "日本語 😀 👍🏽 🇫🇷"],
];

describe("tokenize", () => {
  it.each(cases)("splits %j as UD English does", (text, expected) => {
    expect(words(text)).toBe(expected);
  });

  it("gives exact slices that cover every visible character, for any text", () => {
    const piece = fc.oneof(
      fc.string({ unit: "grapheme" }),
      fc.string({ unit: "binary" }),
      fc.constantFrom(
        "U.S.",
        "don't",
        " ",
        "\n",
        "…",
        "''",
        "$3.5bn",
        "a.b@c.de",
        "http://x.y/(z)",
        "\u200f",
        "\u00ad",
        "\ud83d",
        "\u{e0020}",
        "-",
        "'",
        "[1]",
        "1,2,3",
        "😀",
        "K.",
        "..",
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = pieces.join("");
        let at = 0;
        for (const token of tokenize(text)) {
          expect(text.slice(token.start, token.end)).toBe(token.text);
          expect(token.start).toBeGreaterThanOrEqual(at);
          expect(token.end).toBeGreaterThan(token.start);
          expect(text.slice(at, token.start)).toMatch(/^[\s\p{Cc}\p{Cf}]*$/u);
          at = token.end;
        }
        expect(text.slice(at)).toMatch(/^[\s\p{Cc}\p{Cf}]*$/u);
      }),
      { numRuns: 600 },
    );
  });

  it.each([
    ["letters", "a"],
    ["dots", "."],
    ["hyphens", "a-"],
    ["dotted letters", "a."],
    ["apostrophes", "n't"],
    ["at signs", "a@"],
    ["digits and commas", "1,"],
    ["slashes", "a/"],
    ["brackets", "(["],
    ["emoji", "😀"],
    ["addresses", "http://"],
    ["quotes", "'"],
    ["joiners", "a\u00ad"],
  ])("reads a megabyte of %s without a blank in linear time", (_, unit) => {
    const text = unit.repeat(Math.ceil(1_000_000 / unit.length));
    const begun = process.hrtime.bigint();
    const tokens = tokenize(text);
    expect(tokens.length).toBeGreaterThan(0);
    expect(Number(process.hrtime.bigint() - begun) / 1e9).toBeLessThan(5);
  });
});
