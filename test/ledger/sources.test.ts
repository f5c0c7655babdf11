// Independent sources: copies of a text, outlets of one owner, corrections.
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { containment, fingerprint, type Ledger, openLedger } from "../../src/ledger/index.ts";
import { stories } from "../../src/ledger/sources/group.ts";
import { ownerOf, registrable } from "../../src/ledger/sources/owner.ts";
import { plainWords } from "../../src/ledger/sources/words.ts";
import { type Draft, doc } from "./make.ts";

const AT = "2030-06-01T00:00:00Z";

const LEAD =
  "LISBON, May 6 (GWS) - Portugal and Morocco will open a ferry line between Faro and Tangier next spring, the transport ministries said on Monday, " +
  "after three years of talks about who pays for the new quay and how many lorries may cross in a week.";
const COST =
  "The quay will cost 68.5 million euros, of which 40 percent comes from a European fund for ports. Morocco pays for the customs hall, and a company " +
  "that has not been chosen yet will run two ships with room for 400 cars each.";
const QUOTE =
  '"This line was promised to my grandmother," said the mayor of Faro, who waited at the harbour. "She packed a suitcase and it is still packed."';
const RISK =
  "Fishermen on both coasts fear for their grounds and asked the ministries to move the route ten miles to the west. A report on currents is due in autumn, " +
  "and the ministries said that the timetable would not be fixed before it was published.";
const WIRE = [LEAD, COST, QUOTE, RISK].join("\n\n");

const wire = (draft: Draft = {}) => doc(WIRE, { site: "Gulf Wire Service", published: "2030-05-06T10:00:00Z", ...draft });

let ledger: Ledger;
beforeEach(() => {
  ledger = openLedger(":memory:");
});
afterEach(() => ledger.close());

function sources(...documents: ReturnType<typeof doc>[]) {
  for (const document of documents) ledger.record(document, [], AT);
  const names = new Map(documents.map((document) => [document.id, document.site ?? "?"]));
  return ledger.sources({ asOf: null }).map((source) => ({
    number: source.number,
    sites: source.documents.map((id) => names.get(id)),
    why: source.why,
    origin: names.get(source.origin),
  }));
}

describe("copies", () => {
  it("count as one source with the agency's text as origin, even if a reprint carries an earlier date", () => {
    const reprint = doc([LEAD, COST, RISK].join("\n\n"), { site: "Algarve Mail", published: "2030-05-06" });
    const early = doc(WIRE, { site: "Tangier Times", published: "2030-05-06T08:00:00Z" });
    expect(sources(wire(), reprint, early)).toEqual([
      { number: 1, sites: ["Tangier Times", "Gulf Wire Service", "Algarve Mail"], why: ["copy"], origin: "Gulf Wire Service" },
    ]);
  });

  it("are seen through cuts, moved and inserted paragraphs, other quotation marks and other spellings of numbers", () => {
    const local = "Readers in Olhão may remember the old steamer that stopped in 1974, when the company went out of business after a fire.";
    const edited = [RISK, LEAD.replace("(GWS) - ", ""), local, COST]
      .join("\n\n")
      .replaceAll('"', "”")
      .replace("68.5 million euros", "€68.5m")
      .replace("40 percent", "40 per cent")
      .replace("on Monday", "yesterday");
    expect(sources(wire(), doc(edited, { site: "Algarve Mail", published: "2030-05-07" }))).toHaveLength(1);
  });

  it("of one text that appear months later are still one source if almost all of it is there", () => {
    expect(sources(wire(), doc(WIRE, { site: "Page Scraper", published: "2031-02-01" }))).toHaveLength(1);
  });

  it("are not seen in two reports that share only what a speaker said", () => {
    const speech =
      '"We came to build a bridge of ships, and nobody will tell us that the sea is too wide, because our fathers rowed it with two oars and a lamp, ' +
      'and their fathers swam it for a bet on a Sunday," the mayor said.';
    const one = doc(`The mayor of Faro spoke at noon before a crowd of four hundred.\n\n${speech}\n\nShe left by train.`, {
      site: "A Post",
    });
    const two = doc(`A harbour feast began in the south on Monday with rain and music.\n\n${speech}\n\nFireworks followed.`, {
      site: "B Post",
    });
    expect(sources(one, two)).toHaveLength(2);
  });

  it("are not seen in short notices that share a phrase", () => {
    const one = doc("The meeting will take place on Friday, not on Thursday, the ministry said.", { site: "A Post" });
    const two = doc("The meeting will take place on Friday, not on Thursday, at noon, in Rabat.", { site: "B Post" });
    expect(sources(one, two)).toHaveLength(2);
  });

  it("are joined only by texts that the moment knows", () => {
    const half = doc([LEAD, QUOTE].join("\n\n"), { site: "Algarve Mail", published: "2030-05-08T08:00:00Z" });
    for (const document of [wire({ published: "2030-05-09T08:00:00Z" }), half]) ledger.record(document, [], AT);
    expect(ledger.sources({ asOf: "2030-05-08" })).toHaveLength(1);
    expect(ledger.sources({ asOf: "2030-05-08" })[0]?.why).toEqual([]);
    expect(ledger.sources({ asOf: null })[0]?.why).toEqual(["copy"]);
  });

  it("do not make an outlet's own reports the agency's", () => {
    const own = doc("The Algarve Mail's own reporter rode along the coast and counted lorries for a week.", {
      site: "Algarve Mail",
      published: "2030-05-07T12:00:00Z",
    });
    const reprint = doc(WIRE, { site: "Algarve Mail", published: "2030-05-07T08:00:00Z" });
    expect(sources(wire(), reprint, own).map(({ sites }) => sites)).toEqual([["Gulf Wire Service", "Algarve Mail"], ["Algarve Mail"]]);
  });
});

describe("owners", () => {
  const text = (n: number) => `Text number ${n} speaks of one thing only, namely ${"x".repeat(n)}, and of nothing else that matters.`;

  it("make all pages of one outlet one source, by address or printed name, and say when a correction is among them", () => {
    const page = doc(text(1), { site: "The Beira Post", url: "https://www.beirapost.example/a", published: "2030-05-01" });
    const correction = doc(text(2), {
      site: "Beira Post: corrections",
      url: "https://beirapost.example/b",
      kind: "correction",
      published: "2030-05-03",
    });
    const printed = doc(text(3), { site: "The Beira Post", published: "2030-05-02" });
    expect(sources(page, correction, printed)).toEqual([
      {
        number: 1,
        sites: ["The Beira Post", "The Beira Post", "Beira Post: corrections"],
        why: ["owner", "correction"],
        origin: "The Beira Post",
      },
    ]);
  });

  it("are what the owners' table says", () => {
    ledger.close();
    ledger = openLedger(":memory:", { owner: (site) => (/^(A|B) Post$/.test(site) ? "group-c" : site) });
    expect(sources(doc(text(1), { site: "A Post" }), doc(text(2), { site: "B Post" }), doc(text(3), { site: "C Post" }))).toHaveLength(2);
  });

  it("keep documents without a site apart", () => {
    expect(sources(doc(text(1), { site: null }), doc(text(2), { site: null }))).toHaveLength(2);
  });

  it("are the registered part of a host, and never an archive's", () => {
    expect(registrable("www.news.example.co.uk")).toBe("example.co.uk");
    expect(registrable("asia.example.com")).toBe("example.com");
    const owner = (site: string) => site;
    expect(ownerOf({ site: "The Beira Post", url: "https://web.archive.org/web/2030/https://x.example/" }, owner)).toBe("beira post");
    expect(ownerOf({ site: null, url: "file:///tmp/a.html" }, owner)).toBeNull();
    expect(ownerOf({ site: null, url: "https://[not an address" }, owner)).toBeNull();
  });
});

describe("sources", () => {
  it("are numbered by first publication, those without a date last, whatever the order of recording", () => {
    const late = doc("A late text about nothing.", { site: "Late", published: "2030-05-09" });
    const none = doc("An undated text about nothing.", { site: "None", published: null });
    const early = doc("An early text about nothing.", { site: "Early", published: "2030-05-01" });
    expect(sources(none, late, early).map(({ number, sites }) => [number, sites[0]])).toEqual([
      [1, "Early"],
      [2, "Late"],
      [3, "None"],
    ]);
  });

  it("hold each document of the scope exactly once", () => {
    const facts = (key: number) => ({
      key,
      id: `id${key}`,
      url: null,
      site: null,
      owner: null,
      credit: null,
      kind: "news" as const,
      title: null,
      published: null,
      instant: null,
      recorded: AT,
    });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 30 }), fc.array(fc.tuple(fc.nat(35), fc.nat(35)), { maxLength: 60 }), (n, pairs) => {
        const documents = Array.from({ length: n }, (_, i) => facts(i));
        const found = stories(documents, pairs, () => ({ text: "", author: null, print: new Uint32Array() }));
        expect(found.flatMap(({ members }) => members.map(({ key }) => key)).sort((a, b) => a - b)).toEqual(
          documents.map(({ key }) => key),
        );
      }),
    );
  });
});

describe("fingerprints", () => {
  it("level what editors change at will", () => {
    const same = (a: string, b: string) => expect(plainWords(a)).toEqual(plainWords(b));
    same("a $1 trillion plan", "a $1tn plan");
    same("U.S. President Ann Smith’s 3 per cent", "US President Ann Smith's 3%");
    same("Mr. Rao defended the organisation", "Rao defended the organization");
    expect(plainWords('He said "go home" and left.')).toEqual(["he", "said", "and", "left"]);
    expect(plainWords("“First paragraph of a long quotation\n\nand the next paragraph")).toEqual(["and", "the", "next", "paragraph"]);
  });

  it("are contained in themselves, and an empty text in nothing", () => {
    const print = fingerprint(WIRE);
    expect(containment(print, print)).toBe(1);
    expect(containment(print, fingerprint(""))).toBe(0);
    expect(containment(print, fingerprint(RISK))).toBe(1);
  });

  it("take time linear in the text, whatever it holds", () => {
    const started = performance.now();
    for (const hostile of ['"'.repeat(200_000), "a.".repeat(200_000), "“x ".repeat(100_000), "1bn".repeat(100_000)]) fingerprint(hostile);
    expect(performance.now() - started).toBeLessThan(3000);
  });
});
