// One test a wording rule, on small hand-made ledgers.
import { describe, expect, test } from "vitest";
import { type Briefing, composeBriefing, type Line, linesOf, renderMarkdown } from "../../src/brief/index.ts";
import { openLedger } from "../../src/ledger/index.ts";
import type { ActorRef, Claim, Document } from "../../src/model/index.ts";
import { article, BRAZIL, claim, EU, LULA, NORWAY, names, STORE, unnamedSpeaker } from "./fixtures.ts";

const MEETS = "Jonas Gahr Støre will meet Luiz Inácio Lula da Silva in Oslo on Thursday.";
let count = 0;

/** Words that no other text has, so that texts which share a sentence are no copies of each other. */
const filler = (seed: number): string => `${Array.from({ length: 150 }, (_, i) => `w${seed}x${i}`).join(" ")}.`;

/** A text that tells of the meeting and says `sentences`. */
function text(sentences: string, fields: Partial<Document> = {}): Document {
  count++;
  const site = `Outlet ${count}`;
  return article({
    site,
    title: `Title ${count}`,
    published: { value: "2025-06-10", precision: "day", source: "test" },
    ...fields,
    text: `${MEETS} ${sentences}\n\n${filler(count)}`,
  });
}

const meeting = (document: Document): Claim =>
  claim("meeting", document, MEETS, {
    participants: [STORE, LULA],
    place: "Oslo",
    start: "2025-06-12",
    end: null,
    status: "planned",
    format: "in-person",
    dateText: "Thursday",
    ordinal: null,
    modality: "planned",
  });

interface Figure {
  readonly value: number;
  readonly text: string;
  readonly role: "demand" | "offer" | "option" | "target" | "actual" | "pledge";
  readonly holder?: ActorRef | null;
  readonly whose?: ActorRef | null;
  readonly toward?: readonly ActorRef[];
  readonly unit?: string;
  readonly measure?: string;
  readonly year?: string;
  readonly issue?: string | null;
}

const figure = (document: Document, quote: string, f: Figure): Claim =>
  claim("figure", document, quote, {
    value: f.value,
    high: null,
    unit: f.unit ?? "%",
    qualifier: null,
    measure: f.measure ?? "salmon duty",
    issue: f.issue === undefined ? "trade-tariffs" : f.issue,
    whose: f.whose === undefined ? BRAZIL : f.whose,
    holder: f.holder ?? null,
    toward: f.toward ?? [],
    role: f.role,
    year: f.year ?? null,
    base: null,
    text: f.text,
  });

type Stance = Extract<Claim, { kind: "position" }>["stance"];
const position = (
  document: Document,
  quote: string,
  holder: ActorRef,
  stance: Stance,
  about: string,
  rest: Partial<Extract<Claim, { kind: "position" }>> = {},
): Claim =>
  claim("position", document, quote, { holder, stance, polarity: 1, issue: "trade-tariffs", about, toward: [], strength: null, ...rest });

function briefOf(...documents: readonly (readonly [Document, ...Claim[]])[]): Briefing {
  const ledger = openLedger(":memory:");
  for (const [document, ...claims] of documents) ledger.record(document, [meeting(document), ...claims], "2025-06-20T00:00:00Z");
  return composeBriefing(ledger, { sides: ["NOR", "BRA"] }, { asOf: "2025-06-11", names });
}

const lines = (briefing: Briefing, section: Line["section"]): readonly string[] =>
  linesOf(briefing)
    .filter((line) => line.section === section)
    .map((line) => line.text);

const day = (value: string): Partial<Document> => ({ published: { value, precision: "day", source: "test" } });

describe("gaps", () => {
  test("a missing year is said in the line of the gap (22)", () => {
    const a = text("Norway asks Brazil for a salmon duty of 5 per cent. Brazil plans a salmon duty of 8 per cent in 2027.");
    const brief = briefOf([
      a,
      figure(a, "Norway asks Brazil for a salmon duty of 5 per cent", {
        value: 5,
        text: "5 per cent",
        role: "demand",
        holder: NORWAY,
        toward: [BRAZIL],
      }),
      figure(a, "Brazil plans a salmon duty of 8 per cent in 2027", {
        value: 8,
        text: "8 per cent",
        role: "target",
        holder: BRAZIL,
        year: "2027",
      }),
    ]);
    expect(lines(brief, "issues")).toContain(
      "Gap. Salmon duty: 8% target by Brazil less 5% asked by Norway: 3 points. The 5% has no year.",
    );
  });
  test("an option is nobody's figure: the heading says so and its distance is told (24)", () => {
    const a = text("One option in Oslo is a salmon duty of 12 per cent. Brazil asks Norway to keep the salmon duty at 8 per cent.");
    const brief = briefOf([
      a,
      figure(a, "One option in Oslo is a salmon duty of 12 per cent", {
        value: 12,
        text: "12 per cent",
        role: "option",
        holder: NORWAY,
        whose: NORWAY,
      }),
      figure(a, "Brazil asks Norway to keep the salmon duty at 8 per cent", {
        value: 8,
        text: "8 per cent",
        role: "demand",
        holder: BRAZIL,
        whose: NORWAY,
        toward: [NORWAY],
      }),
    ]);
    expect(lines(brief, "issues")).toContain("Gap: no Norwegian figure fixed");
    expect(lines(brief, "issues")).toContain("Gap. The option of 12% is 4 points above the 8% asked by Brazil.");
  });
  test("figures asked of others make a comparison, not a gap (23, 37)", () => {
    const a = text("Brazil's target of a cut of 20 per cent is below the cut of 50 per cent that Norway seeks from the European Union.");
    const quote = "Brazil's target of a cut of 20 per cent is below the cut of 50 per cent that Norway seeks from the European Union";
    const brief = briefOf([
      a,
      figure(a, quote, {
        value: 20,
        text: "20 per cent",
        role: "target",
        holder: BRAZIL,
        whose: BRAZIL,
        measure: "emission cut",
        issue: "climate",
      }),
      figure(a, quote, {
        value: 50,
        text: "50 per cent",
        role: "demand",
        holder: NORWAY,
        whose: EU,
        toward: [EU],
        measure: "emission cut",
        issue: "climate",
      }),
    ]);
    expect(lines(brief, "issues")).toContain(
      "Comparison. Brazil’s 20% is 30 points below the 50% sought from European Union; the text does not ask it of Brazil.",
    );
    expect(lines(brief, "issues").filter((line) => line.startsWith("Gap."))).toEqual([]);
  });
  test("an issue with a figure on one side alone says that the other has none (24)", () => {
    const a = text("Norway asks Brazil for a salmon duty of 5 per cent.");
    const brief = briefOf([
      a,
      figure(a, "Norway asks Brazil for a salmon duty of 5 per cent", {
        value: 5,
        text: "5 per cent",
        role: "demand",
        holder: NORWAY,
        toward: [BRAZIL],
      }),
    ]);
    const heading = linesOf(brief).find((line) => line.text === "Gap: none; no Brazilian figure");
    expect([heading?.searched, heading?.sources]).toEqual([true, [1]]);
  });
});

describe("notes", () => {
  test("three sources are named in words, copies never raise the number (3)", () => {
    const story =
      "Norway opposes any quota on cod. It has said so in Oslo, in Bergen and in Tromsø, and it will say so again this summer to whoever asks.";
    const wire = text(story, { site: "Wire One" });
    const copy = { ...text(story, { site: "Copy One" }), text: wire.text };
    const second = text("Norway opposes any quota on cod, ministers say.");
    const third = text("In the north Norway opposes any quota on cod.");
    const claims = (document: Document): [Document, Claim] => [
      document,
      position(document, "Norway opposes any quota on cod", NORWAY, "opposes", "any quota on cod", { issue: "agriculture-food" }),
    ];
    const brief = briefOf(claims(wire), claims(copy), claims(second), claims(third));
    expect(lines(brief, "issues")).toContain("Opposes any quota on cod (3 sources).");
    expect(lines(brief, "header").join(" ")).toContain("3 independent sources in 4 texts");
  });
  test("two sources are bold, one is not (3)", () => {
    const a = text("Norway opposes any quota on cod.");
    const b = text("Again Norway opposes any quota on cod.");
    const claims = (document: Document): [Document, Claim] => [
      document,
      position(document, "Norway opposes any quota on cod", NORWAY, "opposes", "any quota on cod"),
    ];
    expect(renderMarkdown(briefOf(claims(a), claims(b)))).toMatch(/Opposes any quota on cod\. \*\*\[1\.\d, 2\.\d\]\*\*/);
    expect(renderMarkdown(briefOf(claims(a)))).toMatch(/Opposes any quota on cod\. \[1\.\d\]/);
  });
  test("passages that overlap are one note (6)", () => {
    const a = text("Norway opposes any quota on cod and wants a ban on trawls.");
    const brief = briefOf([
      a,
      position(a, "Norway opposes any quota on cod and wants a ban on trawls", NORWAY, "opposes", "any quota on cod"),
      position(a, "wants a ban on trawls", NORWAY, "seeks", "a ban on trawls"),
    ]);
    expect(brief.passages).toHaveLength(2);
  });
});

describe("speakers", () => {
  test("unnamed speakers are unnamed, with a count only where the source gives one (12)", () => {
    const a = text(
      "Norway opposes any quota, a senior Norwegian official said. Brazil wants a fund, two diplomats said. Brazil opposes a ban, officials said.",
    );
    const brief = briefOf([
      a,
      position(a, "Norway opposes any quota", NORWAY, "opposes", "any quota", {
        attribution: unnamedSpeaker("a senior Norwegian official"),
      }),
      position(a, "Brazil wants a fund", BRAZIL, "seeks", "a fund", { attribution: unnamedSpeaker("two diplomats") }),
      position(a, "Brazil opposes a ban", BRAZIL, "opposes", "a ban", { attribution: unnamedSpeaker("officials") }),
    ]);
    expect(lines(brief, "issues")).toEqual(
      expect.arrayContaining([
        "Opposes any quota, an unnamed senior Norwegian official says.",
        "Wants a fund, two diplomats say.",
        "Opposes a ban, unnamed officials say.",
      ]),
    );
  });
  test("the person through whom a state speaks is the subject (13)", () => {
    const a = text("Brazil opposes a ban, President Luiz Inácio Lula da Silva said.");
    const brief = briefOf([
      a,
      position(a, "Brazil opposes a ban", BRAZIL, "opposes", "a ban", { attribution: { actor: LULA, text: "Lula", named: true } }),
    ]);
    expect(lines(brief, "issues")).toContain("Lula opposes a ban.");
  });
  test("nobody's gender is guessed: “Mr” stands only where a text has it (13)", () => {
    const a = text("Brazil opposes a ban, Mr Lula said.");
    const brief = briefOf([
      a,
      position(a, "Brazil opposes a ban", BRAZIL, "opposes", "a ban", { attribution: { actor: LULA, text: "Mr Lula", named: true } }),
    ]);
    expect(lines(brief, "issues")).toContain("Mr Lula opposes a ban.");
  });
});

describe("refusals and possibilities", () => {
  test("what is considered is not promised (9, 26)", () => {
    const a = text("Norway is considering a loan of 2 billion dollars to Brazil.");
    const brief = briefOf([
      a,
      claim("commitment", a, "Norway is considering a loan of 2 billion dollars to Brazil", {
        by: [NORWAY],
        to: [BRAZIL],
        action: "a loan of 2 billion dollars",
        issue: "investment",
        amount: { value: 2e9, unit: "USD" },
        deadline: null,
        status: "proposed",
        modality: "possible",
      }),
    ]);
    expect(lines(brief, "commitments")[0]).toBe(
      "Norway, to Brazil: a loan of $2 billion to Brazil. Due: not stated. State: considered, not promised.",
    );
  });
  test("a promise that was not made is told as such (10)", () => {
    const a = text("Norway has made no promise on the quota, two people briefed on the talks said.");
    const brief = briefOf([
      a,
      claim("commitment", a, "Norway has made no promise on the quota", {
        by: [NORWAY],
        to: [],
        action: "on the quota",
        issue: "agriculture-food",
        amount: null,
        deadline: null,
        status: "refused",
        modality: "negated",
        attribution: unnamedSpeaker("two people briefed on the talks"),
      }),
      position(a, "Norway has made no promise on the quota", NORWAY, "opposes", "the quota", { issue: "agriculture-food" }),
    ]);
    expect(lines(brief, "issues")).toContain("No promise on the quota, two people briefed on the talks say.");
    expect(lines(brief, "commitments").join(" ")).not.toContain("quota");
  });
});

describe("figures", () => {
  test("a figure that its holder replaced is told in the trend line alone (25)", () => {
    const a = text("Norway asks a salmon duty of 5 per cent of Brazil.", {
      published: { value: "2025-05-01", precision: "day", source: "test" },
    });
    const b = text("Norway asks a salmon duty of 3 per cent of Brazil.");
    const asked = (document: Document, value: number): Claim =>
      figure(document, `Norway asks a salmon duty of ${value} per cent of Brazil`, {
        value,
        text: `${value} per cent`,
        role: "demand",
        holder: NORWAY,
        toward: [BRAZIL],
      });
    const wanted = (document: Document, value: number): Claim =>
      position(document, `Norway asks a salmon duty of ${value} per cent of Brazil`, NORWAY, "seeks", `a salmon duty of ${value} per cent`);
    const brief = briefOf([a, asked(a, 5), wanted(a, 5)], [b, asked(b, 3), wanted(b, 3)]);
    expect(lines(brief, "issues")).toContain("Trend. Salmon duty: Norway moved from 5% to 3%, first reported on 10 June 2025.");
    expect(lines(brief, "issues").filter((line) => line.includes("5%"))).toHaveLength(1);
  });
  test("a disputed figure says so where it stands, and the dispute shows who gives what (27)", () => {
    const a = text("Brazil asks Norway for 900 million dollars for the fund.", day("2025-06-05"));
    const b = text("Brazil is asking 700 million dollars of Norway for the fund.", day("2025-06-01"));
    const c = text("The fund would cost Norway 700 million dollars, which Brazil asks.");
    const asked = (document: Document, quote: string, value: number): Claim =>
      figure(document, quote, {
        value: value * 1e6,
        text: `${value} million dollars`,
        role: "demand",
        unit: "USD",
        holder: BRAZIL,
        whose: BRAZIL,
        toward: [NORWAY],
        measure: "fund",
        issue: "climate",
      });
    const brief = briefOf(
      [
        a,
        asked(a, "Brazil asks Norway for 900 million dollars for the fund", 900),
        position(a, "Brazil asks Norway for 900 million dollars for the fund", BRAZIL, "seeks", "900 million dollars", {
          issue: "climate",
        }),
      ],
      [b, asked(b, "Brazil is asking 700 million dollars of Norway for the fund", 700)],
      [c, asked(c, "The fund would cost Norway 700 million dollars, which Brazil asks", 700)],
    );
    expect(lines(brief, "disagreements").join("\n")).toMatch(/\$900 million \(Outlet \d+, 5 June\).*Not resolved\./);
    expect(lines(brief, "issues").find((line) => line.includes("900"))).toContain("disputed, see 9");
  });
  test("a figure without an issue joins what speaks of the same thing", () => {
    const a = text("Brazil wants a dam at Jirau. The two sides also spoke of sport.\n\nThe turbines for Jirau cost 40 million dollars.");
    const brief = briefOf([
      a,
      position(a, "Brazil wants a dam at Jirau", BRAZIL, "seeks", "a dam at Jirau", { issue: "energy" }),
      figure(a, "The turbines for Jirau cost 40 million dollars", {
        value: 40e6,
        text: "40 million dollars",
        role: "actual",
        unit: "USD",
        whose: null,
        measure: "turbines for Jirau",
        issue: null,
      }),
    ]);
    const energy = brief.sections.find(({ id }) => id === "issues")?.groups.find(({ title }) => title === "Energy");
    expect(energy?.lines.map((line) => line.text)).toContain("“The turbines for Jirau cost 40 million dollars”.");
  });
});

/** A word of its own for each number: `bacada`. */
const word = (n: number): string => `b${[...String(n + 100)].map((digit) => `${"kmnprstvwz"[Number(digit)]}a`).join("")}`;

describe("length", () => {
  test("a cell has three lines, the rest goes to the annex, and the body stays within its words (33, 34)", () => {
    const things = Array.from({ length: 60 }, (_, i) => `${word(i)} ${word(i + 60)} ${word(i + 120)}`);
    const a = text(things.map((thing) => `Norway wants ${thing}.`).join(" "));
    const b = text("Brazil says no.");
    const brief = briefOf(
      [a, ...things.map((thing, i) => position(a, `Norway wants ${thing}`, NORWAY, "seeks", thing, { issue: `issue-${i % 9}` }))],
      [b],
    );
    const issues = brief.sections.find(({ id }) => id === "issues");
    expect(issues?.groups.length).toBeLessThanOrEqual(6);
    for (const group of issues?.groups ?? []) expect(group.lines.filter(({ cell }) => cell === "a").length).toBeLessThanOrEqual(3);
    expect(lines(brief, "annex").length).toBeGreaterThan(10);
  });
});

describe("which texts speak", () => {
  const oldTalks = (fields: Partial<Document>): Document =>
    article({
      site: "Archive",
      title: "Old talks",
      ...fields,
      text: "Jonas Gahr Støre met Luiz Inácio Lula da Silva in Bergen. Brazil wants a whale fund from Norway.",
    });
  const met = (document: Document, start: string): Claim =>
    claim("meeting", document, "Jonas Gahr Støre met Luiz Inácio Lula da Silva in Bergen", {
      participants: [STORE, LULA],
      place: "Bergen",
      start,
      end: null,
      status: "held",
      format: "in-person",
      dateText: null,
      ordinal: null,
    });

  test("a text of last year counts for the last meeting alone", () => {
    const old = oldTalks(day("2024-03-02"));
    const now = text("Norway opposes any quota on cod.");
    const ledger = openLedger(":memory:");
    ledger.record(
      old,
      [met(old, "2024-03-01"), position(old, "Brazil wants a whale fund from Norway", BRAZIL, "seeks", "a whale fund from Norway")],
      "2025-06-20T00:00:00Z",
    );
    ledger.record(
      now,
      [meeting(now), position(now, "Norway opposes any quota on cod", NORWAY, "opposes", "any quota on cod")],
      "2025-06-20T00:00:00Z",
    );
    const brief = composeBriefing(ledger, { sides: ["NOR", "BRA"] }, { asOf: "2025-06-11", names });
    expect(lines(brief, "participants")).toContain("Last met: Friday 1 March 2024, Bergen.");
    expect(renderMarkdown(brief)).not.toContain("whale");
  });
  test("the coming meeting is the one of the leaders, not that of others before it", () => {
    const early = article({
      site: "Early",
      title: "Officials",
      ...day("2025-06-10"),
      text: "Officials of Norway and Brazil will meet in Bergen on Wednesday.",
    });
    const now = text("Nothing else.");
    const ledger = openLedger(":memory:");
    ledger.record(
      early,
      [
        claim("meeting", early, "Officials of Norway and Brazil will meet in Bergen on Wednesday", {
          participants: [NORWAY, BRAZIL],
          place: "Bergen",
          start: "2025-06-11",
          end: null,
          status: "planned",
          format: "in-person",
          dateText: "Wednesday",
          ordinal: null,
          modality: "planned",
        }),
      ],
      "2025-06-20T00:00:00Z",
    );
    ledger.record(now, [{ ...meeting(now), id: "m2", start: "2025-07-12" } as Claim], "2025-06-20T00:00:00Z");
    expect(composeBriefing(ledger, { sides: ["NOR", "BRA"] }, { asOf: "2025-06-10", names }).meeting.start).toBe("2025-07-12");
  });
  test("what a side asks of others alone stays out, unless the text tells of the meeting", () => {
    const other = article({
      site: "Other",
      title: "Cod",
      ...day("2025-06-09"),
      text: "Norway presses the European Union to drop its cod rule. Brazil and Norway share a forest fund.",
    });
    const tie = claim("tie", other, "Brazil and Norway share a forest fund", {
      between: [NORWAY, BRAZIL],
      relation: "partnership",
      about: "a forest fund",
    });
    const asked = position(other, "Norway presses the European Union to drop its cod rule", NORWAY, "demands", "to drop its cod rule", {
      toward: [EU],
    });
    const now = text("Nothing else.");
    const ledger = openLedger(":memory:");
    ledger.record(other, [asked, tie], "2025-06-20T00:00:00Z");
    ledger.record(now, [meeting(now)], "2025-06-20T00:00:00Z");
    const brief = composeBriefing(ledger, { sides: ["NOR", "BRA"] }, { asOf: "2025-06-11", names });
    expect(lines(brief, "issues")).toEqual([]);
  });
});

describe("never said", () => {
  test("the slots of the officer are empty (36)", () => {
    const markdown = renderMarkdown(briefOf([text("Nothing else.")]));
    expect(markdown).toContain("**Objectives:**\n\n**Arguments:**\n\n**Response:**\n\n**Press line:**\n");
  });
  test("a phrase that lost its head makes no line (36)", () => {
    const a = text("Norway wants it on the first day.");
    const brief = briefOf([
      a,
      position(a, "Norway wants it on the first day", NORWAY, "seeks", "on the first day"),
      position(a, "Norway wants it on the first day", NORWAY, "supports", "it"),
    ]);
    expect(lines(brief, "issues")).toEqual([]);
  });
});

describe("sentences of the texts", () => {
  test("a line has the verb and the tail of its sentence, without the side as its subject", () => {
    const a = text("On fish, Oslo is open to a quota of cod, and only for boats under ten metres.");
    const brief = briefOf([a, position(a, "On fish, Oslo is open to a quota of cod", NORWAY, "offers", "to a quota of cod")]);
    expect(lines(brief, "issues")).toContain("Is open to a quota of cod, and only for boats under ten metres.");
  });
  test("a sentence makes one line for a side, whatever was read from it", () => {
    const a = text("Norway wants a ban on trawls and opposes any quota on cod.");
    const brief = briefOf([
      a,
      position(a, "Norway wants a ban on trawls", NORWAY, "seeks", "a ban on trawls"),
      position(a, "opposes any quota on cod", NORWAY, "opposes", "any quota on cod"),
    ]);
    expect(lines(brief, "issues").filter((line) => line.includes("trawls"))).toEqual([
      "Wants a ban on trawls and opposes any quota on cod.",
    ]);
  });
  test("what one side wants the other to do is no position of the other", () => {
    const a = text("Brazil will ask Norway to support its bid for the council.");
    const brief = briefOf([
      a,
      position(a, "Brazil will ask Norway to support its bid for the council", BRAZIL, "seeks", "to support its bid"),
      position(a, "Norway to support its bid for the council", NORWAY, "supports", "its bid"),
    ]);
    expect(lines(brief, "issues")).toEqual(["Will ask Norway to support its bid for the council."]);
  });
  test("words that follow the other side's name are not given to the first side", () => {
    const a = text("Norway wants a treaty, while Brazil is worried about the cost and refuses to change its law.");
    const brief = briefOf([
      a,
      position(a, "Norway wants a treaty", NORWAY, "seeks", "a treaty"),
      position(a, "Brazil is worried about the cost", BRAZIL, "concerned", "the cost"),
      position(a, "refuses to change its law", NORWAY, "opposes", "to change its law"),
    ]);
    expect(lines(brief, "issues").filter((line) => /^Refuses/.test(line))).toEqual([]);
  });
  test("conditions and figures that no claim was read from stand in the annex, in the words of the text", () => {
    const a = text("Norway opposes any quota on cod. Brazil could open two ports if Norway bought 12 ships, an aide said.");
    const brief = briefOf([a, position(a, "Norway opposes any quota on cod", NORWAY, "opposes", "any quota on cod")]);
    expect(lines(brief, "annex")).toContain("“Brazil could open two ports if Norway bought 12 ships, an aide said”.");
  });
  test("journeys, earlier meetings and results are told in the words of the text", () => {
    const a = text(
      "Lula lands in Oslo on Wednesday, June 11. It will be the first visit by a president of Brazil since 2011. No contract is expected to be signed.",
    );
    const brief = briefOf([a]);
    expect(lines(brief, "participants")).toContain("Travel: Lula lands in Oslo on Wednesday, June 11.");
    expect(lines(brief, "why-now")).toContain("It will be the first visit by a president of Brazil since 2011.");
    expect(lines(brief, "agenda")).toContain("No contract is expected to be signed.");
  });
  test("speech with false starts makes no line", () => {
    const a = text("Norway wants, you know, a quota of some kind.");
    const brief = briefOf([a, position(a, "Norway wants, you know, a quota of some kind", NORWAY, "seeks", "a quota")]);
    expect(lines(brief, "issues")).toEqual([]);
  });
  test("the heading of a gap is what is measured where no text names its issue", () => {
    const a = text("Norway asks 60 per cent of the upkeep. Brazil offers 40 per cent of the upkeep.");
    const upkeep = { measure: "upkeep", issue: null, whose: null } as const;
    const brief = briefOf([
      a,
      figure(a, "Norway asks 60 per cent of the upkeep", { ...upkeep, value: 60, text: "60 per cent", role: "demand", holder: NORWAY }),
      figure(a, "Brazil offers 40 per cent of the upkeep", { ...upkeep, value: 40, text: "40 per cent", role: "offer", holder: BRAZIL }),
    ]);
    expect(brief.sections.find(({ id }) => id === "issues")?.groups.map(({ title }) => title)).toEqual(["Upkeep"]);
  });
});
