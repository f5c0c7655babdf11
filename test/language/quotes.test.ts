import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bare, parser } from "../../eval/gold/annotate.ts";
import { findAttributions, findQuotations } from "../../src/language/quotes/index.ts";
import { findQuoted } from "../../src/language/quotes/marks.ts";

const parse = parser();

interface Said {
  readonly source: string | null;
  readonly cue: string | null;
  readonly content: readonly string[];
  readonly kind: string;
}

function attributions(text: string): readonly Said[] {
  const { tokens, sentences } = parse(text);
  return findAttributions(text, tokens, sentences).map((a) => ({
    source: a.source === null ? null : text.slice(a.source.start, a.source.end),
    cue: a.cue === null ? null : tokens[a.cue]!.text,
    content: a.content.map((s) => text.slice(s.start, s.end)),
    kind: a.kind,
  }));
}

const quoted = (text: string): string[] => {
  const { tokens, sentences } = bare(text);
  return findQuoted(tokens, sentences).map((q) => text.slice(tokens[q.from]!.start, tokens[q.to - 1]!.end));
};

describe("marks", () => {
  it("pair in every usual notation", () => {
    expect(quoted("“One two,” he said.")).toEqual(["One two,"]);
    expect(quoted('He said "one two" and "three".')).toEqual(["one two", "three"]);
    expect(quoted("‘One two,’ he said of the states’ rights.")).toEqual(["One two,"]);
    expect(quoted("«One two», he said.")).toEqual(["One two"]);
    expect(quoted("``One two,'' he said.")).toEqual(["One two,"]);
    expect(quoted("He said: “One ‘two’ three.”")).toEqual(["One ‘two’ three."]);
  });

  it("take apostrophes for no quotation", () => {
    expect(quoted("It's the ministers' plan, and he doesn't like the '90s.")).toEqual([]);
  });

  it("end a quotation that never closes with its paragraph", () => {
    expect(quoted("“One two three.\n\nFour five.")).toEqual(["One two three."]);
  });
});

describe("who speaks and what is said", () => {
  const first = (text: string): Said => attributions(text)[0]!;

  it("is the label of a turn inside marks, and what follows it", () => {
    expect(first("“OKORO: We will sign the treaty in May, and not before.”")).toMatchObject({
      source: "OKORO",
      content: ["We will sign the treaty in May, and not before.”"],
    });
  });

  it("is said by somebody described between mark and verb", () => {
    expect(first("“The bridge will open,” Ada Osei (Greens), a lawyer and former envoy hired in May, said on Monday.”")).toMatchObject({
      source: "Ada Osei (Greens), a lawyer and former envoy hired in May",
      cue: "said",
    });
    expect(first("“The bridge,” Osei wrote and Lund, a lawyer, said, was safe.").source).toBe("Osei");
  });

  it("is said by the name right before a participle", () => {
    const said = attributions("The film shows footage of Ada Osei saying, “We will never sell the old bridge.”");
    expect(said.find((a) => a.cue === "saying")?.source).toBe("Ada Osei");
  });

  it("is a clause with “that” behind the place where it was said", () => {
    expect(first("Lund said at a rally in Bergen that Okoro once called the treaty a mistake.").content).toEqual([
      "that Okoro once called the treaty a mistake",
    ]);
  });

  it("is the subject nearest to the verb, behind a dateline", () => {
    expect(first("OSLO, March 4 (NPA) — Prime Minister Anna Lund said that Norway will sign.").source).toBe("Prime Minister Anna Lund");
  });

  it("goes on to the next pause for a thing talked about", () => {
    expect(first("Lund criticised the treaty with Denmark at length, and left.").content).toEqual(["the treaty with Denmark at length"]);
  });
});

describe("findAttributions", () => {
  it.each([
    [
      "“We shall sign the treaty in May,” said Anna Lund, the Norwegian envoy.",
      "Anna Lund, the Norwegian envoy",
      "said",
      ["“We shall sign the treaty in May,”"],
    ],
    ["“We shall sign the treaty in May,” Lund told reporters.", "Lund", "told", ["“We shall sign the treaty in May,”"]],
    ["“We shall sign,” Lund said, “but not before May.”", "Lund", "said", ["“We shall sign,”", "“but not before May.”"]],
    ["“We shall sign,” Lund said. “It will be a good day.”", "Lund", "said", ["“We shall sign,”", "“It will be a good day.”"]],
    ["Lund said: “We shall sign the treaty in May.”", "Lund", "said", ["“We shall sign the treaty in May.”"]],
    ["Lund added:\n\n“We shall sign the treaty in May.”", "Lund", "added", ["“We shall sign the treaty in May.”"]],
    ["“Shall we sign the treaty?” she asked.", "she", "asked", ["“Shall we sign the treaty?”"]],
    ["“We shall sign the treaty in May.” – Anna Lund", "Anna Lund", null, ["“We shall sign the treaty in May.”"]],
  ] as const)("gives the words of %j to their speaker", (text, source, cue, content) => {
    expect(attributions(text)).toContainEqual({ source, cue, content, kind: "direct" });
  });

  it("carries a speaker over paragraphs that open with a mark again", () => {
    const found = attributions(
      "“We shall sign the treaty in May,” Lund said. “It is a good treaty for us all.\n\n“It will last for many years.”",
    );
    expect(found.map((a) => a.source)).toEqual(["Lund", "Lund"]);
  });

  it("finds reported statements by the parse", () => {
    expect(attributions("The minister said that Norway will sign the treaty.")).toContainEqual({
      source: "The minister",
      cue: "said",
      content: ["that Norway will sign the treaty"],
      kind: "indirect",
    });
    expect(attributions("According to the minister, Norway will sign the treaty.")).toContainEqual({
      source: "the minister",
      cue: "According",
      content: ["Norway will sign the treaty"],
      kind: "indirect",
    });
  });

  it("tells mixed from indirect speech, and leaves words that are only set apart", () => {
    expect(attributions("The minister said that the treaty was “a good thing” for Norway.").map((a) => a.kind)).toEqual(["mixed"]);
    const text = "The house is known as “Villa” in the town.";
    const { tokens, sentences } = parse(text);
    expect(findQuotations(text, tokens, sentences, [])).toEqual([]);
  });
});

describe("findQuotations", () => {
  it("names the speaker by the mention that holds the source, and gives words without marks", () => {
    const text = "“We shall sign the treaty in May,” said Anna Lund.";
    const { tokens, sentences } = parse(text);
    const from = tokens.findIndex((t) => t.text === "Anna");
    const mention = {
      kind: "actor",
      id: 7,
      start: tokens[from]!.start,
      end: tokens[from + 1]!.end,
      sentence: 0,
      from,
      to: from + 2,
      head: from + 1,
      text: "Anna Lund",
      form: "name",
      actors: [],
      title: null,
      qualifier: null,
      antecedent: null,
      anonymous: false,
    } as const;
    const [quotation] = findQuotations(text, tokens, sentences, [mention]);
    expect(quotation).toMatchObject({ kind: "direct", speaker: 7 });
    expect(quotation!.content.map((s) => text.slice(s.start, s.end))).toEqual(["We shall sign the treaty in May,"]);
  });

  it("keeps spans inside the text and in order, for any text", () => {
    const piece = fc.constantFrom(
      "“",
      "”",
      '"',
      "'",
      "’",
      "‘",
      "''",
      "«",
      "»",
      "Lund ",
      "said ",
      "that ",
      "it ",
      "rains ",
      ", ",
      ". ",
      ": ",
      "\n\n",
      "according ",
      "to ",
      "he ",
      "– ",
      "told ",
      "us ",
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string({ unit: "binary", maxLength: 4 })), { maxLength: 30 }), (pieces) => {
        const text = pieces.join("");
        const { tokens, sentences } = bare(text);
        for (const quotation of findQuotations(text, tokens, sentences, [])) {
          expect(quotation.content.length).toBeGreaterThan(0);
          for (const span of quotation.content) {
            expect(span.start).toBeGreaterThanOrEqual(0);
            expect(span.end).toBeGreaterThan(span.start);
            expect(span.end).toBeLessThanOrEqual(text.length);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it.each(["“", '"a ', "‘x ", "“a,” he said. ", "he said that "])("reads 3,000 times %j in bounded time", (unit) => {
    const text = unit.repeat(3_000);
    const { tokens, sentences } = bare(text);
    const begun = process.hrtime.bigint();
    findQuotations(text, tokens, sentences, []);
    expect(Number(process.hrtime.bigint() - begun) / 1e9).toBeLessThan(4);
  });
});
