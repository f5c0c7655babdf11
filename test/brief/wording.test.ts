// Lines of joint statements, promises and older texts: every line says something, once, of whom it is true.
import { afterEach, describe, expect, test } from "vitest";
import { hangsOnOther, wholePhrase } from "../../src/brief/clause.ts";
import { composeBriefing, type Line, linesOf } from "../../src/brief/index.ts";
import { withoutLead } from "../../src/brief/words.ts";
import { type Ledger, openLedger } from "../../src/ledger/index.ts";
import type { ActorRef, Claim, Document, Stance } from "../../src/model/index.ts";
import { article, BRAZIL, claim, LULA, NORWAY, names, STORE } from "./fixtures.ts";

let ledger: Ledger | null = null;
afterEach(() => {
  ledger?.close();
  ledger = null;
});

const published = (value: string) => ({ value, precision: "day", source: "fixture" }) as const;
const statement = (text: string, day = "2025-06-10"): Document =>
  article({ site: "government.example", title: day, kind: "statement", published: published(day), text });

const meets = (document: Document, quote: string): Claim =>
  claim("meeting", document, quote, {
    participants: [STORE, LULA],
    place: null,
    start: "2025-06-12",
    end: null,
    status: "planned",
    format: "in-person",
    dateText: null,
    ordinal: null,
    modality: "planned",
  });
const holds = (document: Document, quote: string, holder: ActorRef, stance: Stance, about: string): Claim =>
  claim("position", document, quote, { holder, stance, polarity: 1, issue: "maritime-security", about, toward: [], strength: null });
const both = (document: Document, quote: string, stance: Stance, about: string): Claim[] =>
  [NORWAY, BRAZIL].map((holder) => holds(document, quote, holder, stance, about));

function lines(section: Line["section"], document: Document, claims: readonly Claim[]): readonly string[] {
  ledger = openLedger(":memory:");
  ledger.record(document, claims, "2025-06-20T00:00:00Z");
  return linesOf(composeBriefing(ledger, { sides: ["BRA", "NOR"] }, { asOf: "2025-06-11", names }))
    .filter((line) => line.section === section)
    .map(({ text }) => text);
}

const PLAN = "Støre will meet Lula in June.";

describe("what both sides hold", () => {
  const text = `${PLAN} They also condemned raids on trawlers off Svalbard. They noted concerns.`;
  const document = statement(text);
  const claims = [
    meets(document, PLAN),
    ...both(document, "They also condemned raids on trawlers off Svalbard", "opposes", "raids on trawlers off Svalbard"),
    ...both(document, "They noted concerns", "concerned", "concerns"),
  ];
  test("is said once in the bottom line, of both", () => {
    expect(
      lines("bottom-line", document, claims)
        .join(" ")
        .match(/trawlers/g),
    ).toHaveLength(1);
    expect(lines("bottom-line", document, claims)[0]).toContain("Both sides condemned raids on trawlers");
  });
  test("makes no line where it says nothing", () => {
    expect(lines("issues", document, claims).join("\n")).not.toContain("oncern");
  });
  test("is told of them where they say “we”", () => {
    const joint = statement(`${PLAN}\n\nWe reaffirm our support for free passage through our straits.`);
    const own = [
      meets(joint, PLAN),
      ...both(joint, "We reaffirm our support for free passage through our straits", "reaffirms", "our support for free passage"),
    ];
    expect(lines("issues", joint, own)).toContain("Both sides reaffirm their support for free passage through their straits.");
  });
  test("is told to a comma of a long list, never to the comma before a condition", () => {
    const listed =
      "They reiterated their firm support for the coast guards of the northern seas, the need for a joint register of trawlers and gear, and the wish of many ports for quieter ships and cleaner docks at night";
    const long = statement(`${PLAN} ${listed}.`);
    expect(
      lines("issues", long, [meets(long, PLAN), ...both(long, listed, "reaffirms", "their firm support for the coast guards")]),
    ).toContain(
      "Both sides reiterated their firm support for the coast guards of the northern seas, the need for a joint register of trawlers and gear.",
    );
  });
});

describe("a phrase", () => {
  test("that hangs on another word, an infinitive or a list says what the text does not", () => {
    expect(hangsOnOther("fish stocks", "Norway looks forward to deeper cooperation on fish stocks")).toBe(true);
    expect(hangsOnOther("jobs", "a promise to create jobs")).toBe(true);
    expect(hangsOnOther("60R helicopters", "including MH-60R helicopters")).toBe(true);
    expect(hangsOnOther("a lower duty", "Norway insists on a lower duty")).toBe(false);
    expect(hangsOnOther("a ban on driftnets", "Brazil supports a ban on driftnets")).toBe(false);
  });
  test("ends with no word that begins a list", () => {
    expect(
      wholePhrase(
        "lead in key technologies such",
        "to lead in key technologies such as the nets, hooks, lines and engines that trawlers of all sizes need for work in the far north",
      ),
    ).toBe("lead in key technologies");
  });
});

test("a sentence loses the number, the heading and the word that joins it to the page", () => {
  expect(withoutLead("30\\. The ministers met.")).toBe("The ministers met.");
  expect(withoutLead("(b) Both countries agree.")).toBe("Both countries agree.");
  expect(withoutLead("A NEW ERA OF FISH: Norway pays.")).toBe("Norway pays.");
  expect(withoutLead("In this regard, the ministers met.")).toBe("The ministers met.");
  expect(withoutLead("10 ministers met.")).toBe("10 ministers met.");
  expect(withoutLead("BERGEN, May 3 (Fjord Wire) - Norway pays.")).toBe("Norway pays.");
  expect(withoutLead("OSLO — Norway pays.")).toBe("Norway pays.");
  expect(withoutLead("Norway — a rich state — pays.")).toBe("Norway — a rich state — pays.");
});

describe("a promise", () => {
  const promise = (document: Document, quote: string, action: string, deadline: string | null): Claim =>
    claim("commitment", document, quote, {
      by: [NORWAY],
      to: [BRAZIL],
      action,
      issue: "maritime-security",
      amount: { value: 14, unit: "ports", high: null, qualifier: null, text: "14" } as never,
      deadline,
      status: "pledged",
    });
  test("has the deadline that its sentence sets, and its sum once", () => {
    const sentence = "Norway has pledged to deepen 3 harbours for Brazil by May 2026";
    const document = statement(`${PLAN} ${sentence}.`);
    expect(lines("commitments", document, [meets(document, PLAN), promise(document, sentence, "deepen 3 harbours", "2026-05")])[0]).toBe(
      "Norway, to Brazil: deepen 3 harbours for Brazil. Due: May 2026. State: pledged.",
    );
  });
  test("takes no day from the name of a treaty and no year from a century", () => {
    const sentence = "Norway has pledged to guard the Easter Monday Agreement with Brazil";
    const document = statement(`${PLAN} ${sentence}.`);
    expect(
      lines("commitments", document, [
        meets(document, PLAN),
        promise(document, sentence, "guard the Easter Monday Agreement", "2026-04-06"),
      ])[0],
    ).toContain("Due: not stated.");
    const other = "Norway has pledged to sign this year a pact with Brazil for the 21st Century";
    const century = statement(`${PLAN} ${other}.`);
    expect(lines("commitments", century, [meets(century, PLAN), promise(century, other, "sign this year a pact", "2099")])[0]).toContain(
      "Due: 2025.",
    );
  });
});

test("what was said before a leader took office says so", () => {
  const sentence = "Brazil rejects a duty on cod from Norway";
  const document = statement(`${PLAN} ${sentence}.`, "2025-06-10");
  ledger = openLedger(":memory:");
  ledger.record(
    document,
    [meets(document, PLAN), holds(document, sentence, BRAZIL, "opposes", "a duty on cod from Norway")],
    "2025-06-20T00:00:00Z",
  );
  const late = {
    ...names,
    officeOn: (person: string, on: string) =>
      person === LULA.id ? { ...names.officeOn(person, on)!, from: "2025-06-11" } : names.officeOn(person, on),
  };
  const told = linesOf(composeBriefing(ledger, { sides: ["BRA", "NOR"] }, { asOf: "2025-06-11", names: late })).map(({ text }) => text);
  expect(told).toContain("Rejects a duty on cod from Norway (10 June 2025, before Lula took office).");
});

test("a sentence that begins with a pronoun has the name of the one whom the sentence before names", () => {
  const document = statement(
    `${PLAN} Lula leaves Brasília on Monday. He returns to Brasília on Friday. Støre and Lula dine on Tuesday. He returns to Oslo on Sunday.`,
  );
  const told = lines("participants", document, [meets(document, PLAN)]);
  expect(told).toContain("Travel: Lula returns to Brasília on Friday (13 June 2025).");
  expect(told.join(" ")).not.toContain("Støre returns");
});

test("a promise that lost its thing makes no line", () => {
  const sentence = "Norway agreed on a pact with Brazil, to be signed in May 2026";
  const document = statement(`${PLAN} ${sentence}.`);
  const lost = claim("commitment", document, sentence, {
    by: [NORWAY],
    to: [BRAZIL],
    action: "signed",
    issue: "maritime-security",
    amount: null,
    deadline: "2026-05",
    status: "agreed",
  });
  expect(lines("commitments", document, [meets(document, PLAN), lost]).join(" ")).not.toContain("signed");
});

test("of many promises six are told, and of the others how many and on what", () => {
  const things = [
    "build a pier",
    "train 20 pilots",
    "buy three radars",
    "lay a cable",
    "fund schools in Belém",
    "open a consulate",
    "lend two tugs",
    "dredge the canal",
  ];
  const document = statement(`${PLAN} ${things.map((thing) => `Norway has pledged to ${thing} for Brazil.`).join(" ")}`);
  const promises = things.map((thing, i) =>
    claim("commitment", document, `Norway has pledged to ${thing} for Brazil`, {
      by: [NORWAY],
      to: [BRAZIL],
      action: thing,
      issue: i % 2 === 0 ? "trade-tariffs" : "maritime-security",
      amount: null,
      deadline: null,
      status: "pledged",
    }),
  );
  const told = lines("commitments", document, [meets(document, PLAN), ...promises]);
  expect(told).toHaveLength(7);
  expect(told[6]).toMatch(/^2 further commitments of less weight, on (?:trade tariffs|maritime security)/);
});

test("what is asked and answered aloud, or concerns another leader, is no agenda and no precedent", () => {
  const document = statement(
    [
      PLAN,
      "Q Will a cod agreement be signed at the meeting in June?",
      "So, an agreement on krill is expected at the meeting in June.",
      "Q And what of the trawlers?",
      "An agreement on herring is expected at the meeting of Støre and Lula in June.",
      "President Stubb and Støre expect an agreement on eels at the meeting in June.",
    ].join("\n\n"),
  );
  const told = lines("agenda", document, [meets(document, PLAN)]).join(" ");
  expect(told).toContain("herring");
  for (const word of ["cod", "krill", "eels"]) expect(told).not.toContain(word);
});
