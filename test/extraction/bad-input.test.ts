// Texts that are badly made: bounded in time and memory, no crash, every claim with its words, and the trouble named.
import { describe, expect, it } from "vitest";
import { extract } from "../../src/extraction/index.ts";
import { type Claim, type DocumentKind, holds } from "../../src/model/index.ts";
import { documentOf } from "./fixture.ts";
import { MISSING, ofKind, stages } from "./helper.ts";

interface Read {
  readonly claims: readonly Claim[];
  readonly problems: readonly string[];
  /** Milliseconds of processor time of both stages: what else the machine does is not counted. */
  readonly took: number;
}

function read(text: string, kind: DocumentKind = "news"): Read {
  const { knowledge, language } = stages();
  const document = documentOf(text, kind);
  const began = process.cpuUsage();
  const annotated = language.annotate(document);
  const { claims, problems } = extract(annotated, knowledge);
  const { user, system } = process.cpuUsage(began);
  const took = (user + system) / 1000;
  for (const claim of claims) for (const e of claim.evidence) expect(holds(text, e), claim.rule).toBe(true);
  const named = [...annotated.problems, ...problems].map((p) => p.code);
  expect(named).not.toContain("stage-failed");
  return { claims, problems: named, took };
}

const SENTENCES = [
  "Prime Minister Anwar Ibrahim of Malaysia met President Prabowo Subianto in Jakarta on 3 May 2024.",
  "Indonesia urged Malaysia to lift its ban on palm oil from region NUMBER.",
  "Spending on ports rose by NUMBER per cent to 14 billion ringgit last year.",
  "The ministry of transport is concerned about delays at harbour NUMBER.",
  "“We want a fair deal on harbour NUMBER,” the foreign minister told reporters.",
  "The inspectors read chapter NUMBER and went home.",
];
/** A report of so many pages of some 300 words. */
const report = (pages: number) =>
  Array.from({ length: pages * 4 }, (_, p) =>
    Array.from({ length: 7 }, (_, i) => SENTENCES[(p + i) % SENTENCES.length]!.replace("NUMBER", String(p * 7 + i))).join(" "),
  ).join("\n\n");

const STATES =
  "Japan, France, Germany, Italy, Canada, Spain, Portugal, Greece, Norway, Sweden, Finland, Denmark, Iceland, Ireland, Poland, Austria, Hungary, Romania, Bulgaria, Croatia, " +
  "Slovenia, Slovakia, Estonia, Latvia, Lithuania, Malta, Cyprus, Belgium, Luxembourg, Switzerland, Turkey, Israel, Jordan, Egypt, Morocco, Tunisia, Kenya, Ghana, Nigeria, Senegal, " +
  "Chile, Peru, Brazil, Argentina, Uruguay, Mexico, Panama, India, Nepal, Bhutan, Thailand, Vietnam, Indonesia, Malaysia, Australia, Fiji, Tonga, Samoa, Mongolia, Kazakhstan";

describe.skipIf(MISSING !== null)(`badly made texts${MISSING === null ? "" : ` (skipped: ${MISSING})`}`, () => {
  it("a report of 300 pages is read as far as the limit, which is named, and in bounded time and memory", { timeout: 300_000 }, () => {
    read(report(2));
    const part = read(report(30));
    const before = process.memoryUsage().rss;
    const whole = read(report(300));
    expect(whole.problems).toContain("text-too-long");
    expect(part.problems).toEqual([]);
    // ten times the text, cut off at about seven: no more than in proportion, with room for the memory's cleaning
    expect(whole.took).toBeLessThan(Math.max(part.took, 500) * 20);
    expect((process.memoryUsage().rss - before) / 2 ** 20).toBeLessThan(600);
    expect(ofKind(whole.claims, "meeting")).toHaveLength(1);
    expect(ofKind(whole.claims, "position").length).toBeGreaterThan(ofKind(part.claims, "position").length);
  });

  it("a transcript with speakers and false starts gives no words to anybody who did not say them", () => {
    const { claims } = read(
      "PRESIDENT MACRON: Thank you, thank you. So we — I mean, what we want — what France wants is a, is a fair deal with Brazil on, uh, on beef.\n\n" +
        "PRESIDENT LULA: Well, I — let me say this. Brazil will — Brazil is going to cut its duties by half by 2027. That's, that's our promise.\n\n" +
        "Q    Mr. President, will you — do you support the — the tariffs?\n\nPRESIDENT MACRON: No, no. I oppose them. I've — we've always opposed them.\n\n" +
        "(Laughter.)\n\nQ    (Inaudible) — when will you two meet again?\n\nMODERATOR: Last question. Go ahead. Yes. No, behind you.",
      "remarks",
    );
    expect(ofKind(claims, "quote")).toEqual([]);
    for (const c of ofKind(claims, "position")) expect(c.holder.state ?? c.holder.id).toMatch(/^(?:FRA|BRA)$/);
    // a question supports nothing
    expect(ofKind(claims, "position").filter((c) => c.stance === "supports")).toEqual([]);
  });

  it("a list of 60 signatories binds no single one of them, and stays small", () => {
    const list = STATES.split(", ").map((state, i) => `${i + 1}. For the Government of ${state}: the Minister of Foreign Affairs`);
    const { claims, took } = read(
      `${STATES.replace(/, (\w+)$/, " and $1")} signed the declaration in Geneva on 7 May 2024. The signatories agreed to open a joint fund of $2 billion by 2026.\n\nSigned by:\n\n${list.join("\n")}`,
    );
    expect(ofKind(claims, "figure").map((c) => [c.value, c.whose])).toEqual([[2e9, null]]);
    expect(ofKind(claims, "commitment").filter((c) => c.by.length === 1)).toEqual([]);
    expect(claims.length).toBeLessThan(20);
    expect(took).toBeLessThan(20_000);
  });

  it("a table in text form gives no figure to the state of another row", () => {
    const { claims } = read(
      "Country\tDefence spending (% of GDP)\t2022\t2023\nEstonia\t2.1\t2.7\t3.2\nLatvia\t2.2\t2.3\t3.0\n\nCountry        2022      2023\nSpain          1.2       1.3\nItaly          1.5       1.6\n\n" +
        "| State | Target | Year |\n|---|---|---|\n| Norway | 3% | 2030 |\n| Denmark | 2.5% | 2028 |",
    );
    const owner = new Map([
      [3, "NOR"],
      [2.5, "DNK"],
    ]);
    for (const c of ofKind(claims, "figure")) expect(c.whose === null || c.whose.id === owner.get(c.value), `${c.value}`).toBe(true);
    expect(claims.filter((c) => c.kind !== "figure")).toEqual([]);
  });

  it("words written together are named, and nothing is made of them", () => {
    const { claims, problems } = read(
      "PrimeMinisterAnwarIbrahimmetPresidentPrabowoSubiantoinJakarta. Malaysia urgedIndonesia to lift itsBan onMonday. Indonesia refusedMalaysia theGrain.",
    );
    expect(problems).toContain("words-glued");
    expect(claims).toEqual([]);
    expect(read("The McDonald brothers showed an iPhone and a YouTube clip to GlobalFoundries of Malta.").problems).toEqual([]);
  });

  it("quotations that never close give no quotation, and are named", () => {
    const { claims, problems } = read(
      "“We want a fair deal for the north, the Norwegian foreign minister Espen Barth Eide said. Norway urged Chile to lift the ban.\n\nGermany supports the plan.",
    );
    expect(problems).toContain("quote-unclosed");
    expect(ofKind(claims, "quote")).toEqual([]);
    expect(ofKind(claims, "position").map((c) => `${c.holder.id} ${c.stance}`)).toContain("NOR demands");
    // a quotation that goes on in the next paragraph opens there again and closes later
    const long = read(
      "“We want a fair deal,” Espen Barth Eide, the foreign minister of Norway, said. “It must be fair.\n\n“It must be soon.”",
    );
    expect(long.problems).toEqual([]);
    expect(ofKind(long.claims, "quote").length).toBeGreaterThan(0);
  });

  it("marks, brackets and clauses without end are read in bounded time", { timeout: 180_000 }, () => {
    for (const text of [
      `Norway urged Chile to lift the ban. ${" “a".repeat(2000)}`,
      `Norway ${"(".repeat(2000)} urged Chile ${")".repeat(2000)} to lift the ban.`,
      `Norway urged Chile to lift the ban and ${"to cut the duty and ".repeat(1000)}to talk.`,
      `Norway said that ${"Chile said that Norway said that ".repeat(300)}the ban must be lifted.`,
      `${"Norway".repeat(3000)} urged Chile to lift the ban.`,
    ])
      expect(read(text).took, text.slice(0, 60)).toBeLessThan(30_000);
  });
});
