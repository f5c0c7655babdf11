// Gaps, comparisons and changes over hand-made figures. Sentences and numbers are invented.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { openLedger, type Scope } from "../../src/ledger/index.ts";
import { difference, lastDigit, roundsTo } from "../../src/ledger/query/decimal.ts";
import { content } from "../../src/ledger/query/words.ts";
import type { FigureClaim } from "../../src/model/index.ts";
import { doc, figure, STATE } from "./make.ts";

const NORWAY = STATE("NOR", "Norway");
const CHILE = STATE("CHL", "Chile");
const BOTH: Scope = { asOf: null, states: ["NOR", "CHL"] };

interface Text {
  readonly site?: string;
  readonly published?: string;
  readonly text: string;
  /** Words of the text, and the fields of the figure they hold; the evidence is their sentence. */
  readonly figures: readonly (readonly [string, Partial<FigureClaim>])[];
}

function sentenceOf(text: string, words: string): string {
  const at = text.indexOf(words);
  const start = Math.max(text.lastIndexOf(". ", at) + 2, text.lastIndexOf("\n\n", at) + 2, 0);
  const end = text.indexOf(". ", at);
  return text.slice(start === 1 ? 0 : start, end < 0 ? text.length : end);
}

function ask(texts: readonly Text[], scope: Scope = { asOf: null }) {
  const ledger = openLedger(":memory:");
  texts.forEach(({ site = "A", published = "2030-05-01", text, figures }, n) => {
    const document = doc(text, { site: texts.length > 1 && site === "A" ? `Site ${n}` : site, published });
    const claims = figures.map(([words, fields]) => figure(document, sentenceOf(text, words), { text: words, ...fields }));
    ledger.record(document, claims, "2031-01-01T00:00:00Z");
  });
  const result = { gaps: ledger.gaps(scope), changes: ledger.changes(scope), contradictions: ledger.contradictions(scope) };
  ledger.close();
  return result;
}

const quota = (value: number, fields: Partial<FigureClaim>): Partial<FigureClaim> => ({
  value,
  unit: "tonnes",
  measure: "cod quota",
  issue: "agriculture-food",
  ...fields,
});

const offered: Text = {
  site: "Fjord Post",
  published: "2030-05-01",
  text: "Norway has offered a cod quota of 1,200 tonnes.",
  figures: [["1,200 tonnes", quota(1200, { role: "offer", holder: NORWAY, whose: NORWAY })]],
};
const asked: Text = {
  site: "Andes Post",
  published: "2030-05-02",
  text: "Chile is asking Norway for a quota of 2,000 tonnes of cod.",
  figures: [["2,000 tonnes", quota(2000, { role: "demand", holder: CHILE, toward: [NORWAY], measure: "quota of cod" })]],
};

describe("gaps", () => {
  it("stand between what one side asks and what the other offers, in two texts", () => {
    expect(ask([offered, asked]).gaps).toMatchObject([
      {
        kind: "gap",
        issue: "agriculture-food",
        measure: { quantity: "cod quota", unit: "tonnes", period: null },
        a: { holder: { id: "NOR" }, value: 1200, role: "offer" },
        b: { holder: { id: "CHL" }, value: 2000, role: "demand" },
        difference: 800,
      },
    ]);
  });

  it("are found with states in the scope, and not for other states", () => {
    const meeting: Text = {
      ...offered,
      text: "Norway offered Chile a cod quota of 1,200 tonnes.",
      figures: [["1,200 tonnes", { ...offered.figures[0]![1], toward: [CHILE] }]],
    };
    expect(ask([meeting, asked], BOTH).gaps).toHaveLength(1);
    expect(ask([meeting, asked], { asOf: null, states: ["NOR", "PER"] }).gaps).toEqual([]);
  });

  it("follow a side that moves, and know nothing of the move before", () => {
    const moved: Text = {
      site: "Fjord Post",
      published: "2030-05-06",
      text: "Norway raised its offer to 1,500 tonnes of cod from 1,200 tonnes.",
      figures: [
        ["1,500 tonnes", quota(1500, { role: "offer", holder: NORWAY, measure: "cod" })],
        ["1,200 tonnes", quota(1200, { role: "offer", holder: NORWAY, measure: "cod" })],
      ],
    };
    expect(ask([offered, asked, moved]).gaps.map(({ difference: d }) => d)).toEqual([500]);
    expect(ask([offered, asked, moved], { asOf: "2030-05-03" }).gaps.map(({ difference: d }) => d)).toEqual([800]);
    expect(ask([moved]).changes).toMatchObject([{ holder: { id: "NOR" }, from: 1200, to: 1500, date: "2030-05-06" }]);
  });

  it("in one sentence need no words for the measure", () => {
    const found = ask([
      {
        text: "Chile wants 40 percent of the crew to be local and Norway has offered 25 percent.",
        figures: [
          ["40 percent", { value: 40, role: "demand", holder: CHILE, issue: "jobs", measure: "crew" }],
          ["25 percent", { value: 25, role: "offer", holder: NORWAY, issue: "jobs", measure: "" }],
        ],
      },
    ]);
    expect(found.gaps).toMatchObject([{ kind: "gap", difference: 15, measure: { unit: "%" } }]);
  });

  it("stand between a demand and an offer in neighbouring sentences that name no measure and no issue", () => {
    const found = ask([
      {
        text: "Chile is asking 300 million euros for the frigate. Norway has put 250 million euros on the table. A boat costs 90 million euros.",
        figures: [
          [
            "300 million euros",
            { value: 300e6, unit: "EUR", role: "demand", holder: CHILE, whose: { id: "frigate", name: "frigate" }, measure: "frigate" },
          ],
          ["250 million euros", { value: 250e6, unit: "EUR", role: "offer", holder: NORWAY, whose: NORWAY, measure: "" }],
          ["90 million euros", { value: 90e6, unit: "EUR", role: "actual", whose: NORWAY, measure: "boat" }],
        ],
      },
    ]);
    expect(found.gaps.map(({ a, b, difference: d }) => [a.value, b.value, d])).toEqual([[250e6, 300e6, 50e6]]);
  });

  it("stand between two sides that propose different amounts for one thing, once; two pledges stand side by side", () => {
    const fund = (value: number, holder: typeof NORWAY, role: FigureClaim["role"]) => ({
      value,
      unit: "EUR",
      measure: "joint cod fund",
      issue: "investment",
      role,
      holder,
      whose: holder,
    });
    const texts = (verb: string, role: FigureClaim["role"]): Text[] => [
      {
        site: "Fjord Post",
        text: `Norway ${verb} a joint cod fund of 9 million euros.`,
        figures: [["9 million euros", fund(9e6, NORWAY, role)]],
      },
      {
        site: "Andes Post",
        text: `Chile ${verb} a joint cod fund of 4 million euros.`,
        figures: [["4 million euros", fund(4e6, CHILE, role)]],
      },
    ];
    expect(ask(texts("proposes", "offer")).gaps).toMatchObject([{ kind: "gap", difference: 5e6 }]);
    expect(ask(texts("promises", "pledge")).gaps).toEqual([]);
  });

  it("are called option when one figure is only considered", () => {
    const option: Text = {
      ...offered,
      text: "Norway is weighing a cod quota of 900 tonnes.",
      figures: [["900 tonnes", quota(900, { role: "option", holder: NORWAY, modality: "possible" })]],
    };
    expect(ask([option, asked]).gaps).toMatchObject([{ kind: "option", difference: 1100 }]);
    expect(ask([option, offered, asked]).gaps).toMatchObject([{ kind: "gap", difference: 800 }]);
  });

  it("do not stand between figures of other units, issues, addressees or owners", () => {
    const with_ = (fields: Partial<FigureClaim>): Text => ({
      ...asked,
      figures: [["2,000 tonnes", { ...asked.figures[0]![1], ...fields }]],
    });
    expect(ask([offered, with_({ unit: "boats" })]).gaps).toEqual([]);
    expect(ask([offered, with_({ issue: "energy" })]).gaps).toEqual([]);
    expect(ask([offered, with_({ toward: [STATE("PER")] })]).gaps).toEqual([]);
    expect(ask([offered, with_({ whose: { id: "NB8", name: "NB8" } })]).gaps).toEqual([]);
    expect(ask([offered, with_({ modality: "negated" })]).gaps).toEqual([]);
    expect(ask([offered, with_({ value: 1200 })]).gaps).toEqual([]);
  });

  it("do not stand between two things of one issue that are told apart by their words", () => {
    const salmon: Text = {
      ...asked,
      text: "Chile asks for a duty of 4 percent on salmon.",
      figures: [["4 percent", { value: 4, role: "demand", holder: CHILE, issue: "trade-tariffs", measure: "duty on salmon" }]],
    };
    const wool: Text = {
      ...offered,
      text: "Norway plans a levy of 9 percent on wool.",
      figures: [["9 percent", { value: 9, role: "target", holder: NORWAY, issue: "trade-tariffs", measure: "ceiling for wool" }]],
    };
    expect(ask([salmon, wool]).gaps).toEqual([]);
  });

  it("of one amount in two currencies are stated once, in the one more sources give", () => {
    const bid = (site: string, text: string, figures: Text["figures"]): Text => ({ site, text, figures });
    const ship = (value: number, unit: string, fields: Partial<FigureClaim>): Partial<FigureClaim> => ({
      value,
      unit,
      issue: "arms-transfers",
      measure: "price of the frigate",
      ...fields,
    });
    const found = ask([
      bid("X", "Norway asks 300 million euros for the frigate and Chile offers 250 million euros.", [
        ["300 million euros", ship(300e6, "EUR", { role: "demand", holder: NORWAY })],
        ["250 million euros", ship(250e6, "EUR", { role: "offer", holder: CHILE })],
      ]),
      bid("Y", "Norway asks 3 billion kroner, or 300 million euros, for the frigate; Chile offers 2.5 billion kroner.", [
        ["3 billion kroner", ship(3e9, "NOK", { role: "demand", holder: NORWAY })],
        ["300 million euros", ship(300e6, "EUR", { role: "demand", holder: NORWAY })],
        ["2.5 billion kroner", ship(2.5e9, "NOK", { role: "offer", holder: CHILE })],
      ]),
    ]);
    expect(found.gaps.map(({ measure, difference: d }) => [measure.unit, d])).toEqual([["EUR", 50e6]]);
  });

  it("are comparisons where one sentence sets a side's plan against what is asked of others", () => {
    const found = ask([
      {
        text: "Chile's goal of 2.2% for research is still below the 3.3% that Norway wants from its Nordic partners.",
        figures: [
          ["2.2%", { value: 2.2, unit: "%", role: "target", holder: CHILE, whose: CHILE, issue: "technology-ai", measure: "research" }],
          [
            "3.3%",
            {
              value: 3.3,
              unit: "%",
              role: "demand",
              holder: NORWAY,
              whose: { id: "NB8", name: "NB8" },
              issue: "technology-ai",
              measure: "",
            },
          ],
        ],
      },
    ]);
    expect(found.gaps).toMatchObject([{ kind: "comparison", a: { value: 2.2 }, b: { value: 3.3 }, difference: 1.1 }]);
    expect(found.gaps).toHaveLength(1);
  });

  it("take a company's offer for its own, whatever state it is at home in", () => {
    const company = { id: "seafood-ltd", name: "Seafood Ltd", state: "NOR" };
    const offer: Text = { ...offered, figures: [["1,200 tonnes", quota(1200, { role: "offer", holder: company, whose: company })]] };
    expect(ask([offer, asked]).gaps).toEqual([]);
  });

  it("set a demand against the plan of the last year, not of the present one", () => {
    const share = (value: number, fields: Partial<FigureClaim>): Partial<FigureClaim> => ({
      value,
      unit: "%GDP",
      measure: "research",
      issue: "technology-ai",
      ...fields,
    });
    const found = ask([
      {
        published: "2030-05-05",
        text: "Chile is to spend 1.8% of its output on research this year and plans 2% for 2032.",
        figures: [
          ["1.8%", share(1.8, { role: "target", holder: CHILE, whose: CHILE, year: "2030" })],
          ["2%", share(2, { role: "target", holder: CHILE, whose: CHILE, year: "FY2032" })],
        ],
      },
      {
        text: "Norway asks Chile to go to 3% of its output by 2033.",
        figures: [["3%", share(3, { role: "demand", holder: NORWAY, whose: CHILE, toward: [CHILE], year: "2033", measure: "" })]],
      },
    ]);
    expect(found.gaps.map(({ a, b, difference: d }) => [a.value, b.value, d])).toEqual([[2, 3, 1]]);
  });

  it("of one state's share of output are found whatever issue a text takes it for", () => {
    const plan: Text = {
      text: "Chile plans 2 percent of GDP by 2032.",
      figures: [["2 percent", { value: 2, unit: "%GDP", role: "target", holder: CHILE, whose: CHILE, issue: "finance-debt", measure: "" }]],
    };
    const demand: Text = {
      text: "Norway will press Chile for 3 percent of GDP.",
      figures: [
        [
          "3 percent",
          { value: 3, unit: "%GDP", role: "demand", holder: NORWAY, whose: CHILE, toward: [CHILE], issue: "defence-spending", measure: "" },
        ],
      ],
    };
    expect(ask([plan, demand]).gaps).toMatchObject([{ difference: 1 }]);
  });

  it("read a demand or an offer from the words of the measure where the role is only “actual”", () => {
    const found = ask([
      {
        text: "The Norwegian asking price is 300 million euros; the Chilean offer stands at 250 million euros.",
        figures: [
          ["300 million euros", { value: 300e6, unit: "EUR", whose: NORWAY, measure: "Norwegian asking price", issue: "arms-transfers" }],
          ["250 million euros", { value: 250e6, unit: "EUR", whose: CHILE, measure: "Chilean offer", issue: "arms-transfers" }],
        ],
      },
    ]);
    expect(found.gaps).toMatchObject([{ a: { holder: CHILE, role: "offer" }, b: { holder: NORWAY, role: "demand" }, difference: 50e6 }]);
  });

  it("take the topic of their place where the sentence has none, and stand once under the issue that is named", () => {
    const told = (site: string, issue: string | null): Text => ({
      site,
      text: `On ${site}: the ferry line. Chile wants 40 percent of the crew to be local. Norway has offered 25 percent.`,
      figures: [
        ["the ferry line", { value: 1, unit: "lines", issue, measure: "ferry line" }],
        ["40 percent", { value: 40, role: "demand", holder: CHILE, measure: "crew" }],
        ["25 percent", { value: 25, role: "offer", holder: NORWAY, measure: "" }],
      ],
    });
    expect(ask([told("X", "transport-aviation"), told("Y", null)]).gaps.map(({ issue, difference: d }) => [issue, d])).toEqual([
      ["transport-aviation", 15],
    ]);
  });

  it("are no comparisons where the word of comparing stands elsewhere in the sentence", () => {
    const found = ask([
      {
        text: "Chile has gone up to 5.7 million euros, which leaves Norway 500,000 euros away, less than half of the distance in April.",
        figures: [
          [
            "5.7 million euros",
            { value: 5.7e6, unit: "EUR", role: "offer", holder: CHILE, whose: CHILE, issue: "arms-transfers", measure: "boats" },
          ],
          ["500,000 euros", { value: 5e5, unit: "EUR", role: "actual", whose: NORWAY, issue: "arms-transfers", measure: "" }],
        ],
      },
    ]);
    expect(found.gaps).toEqual([]);
  });

  it("are between states even where the first text has one of their officials say it", () => {
    const official = { id: "person:ana-rojas", name: "Ana Rojas", state: "CHL" };
    const said: Text = {
      ...asked,
      site: "Coast Post",
      published: "2030-05-01",
      text: "Ana Rojas asked for 2,000 tonnes of cod.",
      figures: [["2,000 tonnes", { ...asked.figures[0]![1], holder: official }]],
    };
    expect(ask([said, offered, asked]).gaps).toMatchObject([{ b: { holder: { id: "CHL" } }, difference: 800 }]);
  });

  it("leave out ranges and figures nobody holds", () => {
    const range: Text = { ...asked, figures: [["2,000 tonnes", { ...asked.figures[0]![1], high: 2500 }]] };
    const nobody: Text = { ...asked, figures: [["2,000 tonnes", { ...asked.figures[0]![1], holder: null, toward: [] }]] };
    expect(ask([offered, range]).gaps).toEqual([]);
    expect(ask([offered, nobody]).gaps).toEqual([]);
  });
});

describe("changes", () => {
  const demand = (site: string, published: string, value: number): Text => ({
    site,
    published,
    text: `On ${published} Chile asked for a cod quota of ${value} tonnes.`,
    figures: [[`${value} tonnes`, quota(value, { role: "demand", holder: CHILE, toward: [NORWAY] })]],
  });

  it("are told over time by several texts", () => {
    const found = ask([demand("A1", "2030-05-01", 2000), demand("B1", "2030-05-20", 2400)]);
    expect(found.changes).toMatchObject([{ holder: { id: "CHL" }, issue: "agriculture-food", from: 2000, to: 2400, date: "2030-05-20" }]);
    expect(found.changes[0]?.citations).toHaveLength(2);
    expect(found.contradictions).toEqual([]);
  });

  it("are none where the old figure is told again: then the sources disagree", () => {
    const found = ask([demand("A1", "2030-05-01", 2000), demand("B1", "2030-05-10", 2400), demand("C1", "2030-05-20", 2000)]);
    expect(found.changes).toEqual([]);
    expect(found.contradictions).toMatchObject([
      { type: "figure", values: [{ value: "2000 tonnes" }, { value: "2400 tonnes" }], resolved: null },
    ]);
  });

  it("start from the value told last where the earlier ones were in dispute", () => {
    const found = ask([
      demand("A1", "2030-05-01", 2000),
      demand("B1", "2030-05-10", 2400),
      demand("C1", "2030-05-20", 2000),
      demand("D1", "2030-06-20", 1700),
    ]);
    expect(found.changes.map(({ from, to }) => [from, to])).toEqual([[2000, 1700]]);
  });

  it("are none between facts of two years", () => {
    const fact = (value: number, year: string): Text => ({
      text: `Chile caught ${value} tonnes in ${year}.`,
      figures: [[`${value} tonnes`, quota(value, { role: "actual", whose: CHILE, year })]],
    });
    expect(ask([fact(2000, "2028"), fact(2100, "2029")]).changes).toEqual([]);
  });
});

describe("decimal arithmetic", () => {
  it("has no binary rounding", () => {
    expect(difference(3.3, 2.2)).toBe(1.1);
    expect(difference(0.1, 0.3)).toBe(0.2);
    expect(difference(6.6e9, 5.4e9)).toBe(1.2e9);
    expect(difference(1e21, 1)).toBe(1e21);
    expect(difference(1e-7, 0)).toBe(1e-7);
  });

  it("is symmetric and agrees with integers", () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer(), (a, b) => difference(a, b) === Math.abs(a - b) && difference(a, b) === difference(b, a)),
    );
    fc.assert(
      fc.property(fc.integer({ min: -1e6, max: 1e6 }), fc.integer({ min: -1e6, max: 1e6 }), (a, b) => {
        expect(difference(a / 100, b / 100)).toBe(Math.abs(a - b) / 100);
      }),
    );
  });

  it("takes a number for another one rounded only within half its last digit", () => {
    expect(lastDigit(14_900_000_000)).toBe(100_000_000);
    expect(roundsTo(15_000_000_000, 14_900_000_000)).toBe(true);
    expect(roundsTo(14_900_000_000, 14_100_000_000)).toBe(false);
    expect(roundsTo(3, 3.5)).toBe(false);
    expect(roundsTo(100, 75)).toBe(false);
    expect(roundsTo(1.6, 1.58)).toBe(true);
  });
});

describe("words of a measure", () => {
  it("come out alike for what is the same thing", () => {
    expect(content("defence spending")).toEqual(content("its defense budget"));
    expect(content("duties on imported cars")).toEqual(content("the tariff on imported automobiles"));
    expect(content("the total value of it")).toEqual([]);
  });
});
