// Versions of one page: which of them counts at a moment, what they changed, and what is no version at all.
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Ledger, openLedger } from "../../src/ledger/index.ts";
import { editsOf, follow, keptShare } from "../../src/ledger/sources/edits.ts";
import { pageKey } from "../../src/ledger/sources/page.ts";
import { type Document, problem } from "../../src/model/index.ts";
import { type Draft, doc, figure, STATE } from "./make.ts";

const AT = "2031-01-01T00:00:00Z";
const URL_OF = "https://www.fjordpost.example/2030/ferry?utm_source=mail";

const TEXT = (lorries: string, end = "The mayor was not asked.") =>
  `Norway and Chile will open a line of ships in the spring, their ministries of transport said on Wednesday.\n\n` +
  `Norway pays for ${lorries} lorries a week, and Chile for the quay.\n\n${end}`;

const version = (text: string, draft: Draft = {}) => doc(text, { url: URL_OF, published: "2030-05-01T08:00:00Z", ...draft });
/** A version with its figure claim. */
const told = (lorries: string, draft: Draft = {}): { readonly document: Document; readonly lorries: number } => ({
  document: { ...version(TEXT(lorries), draft), id: `sha256:${lorries}-${draft.modified ?? ""}` },
  lorries: Number(lorries),
});

let ledger: Ledger;
beforeEach(() => {
  ledger = openLedger(":memory:");
});
afterEach(() => ledger.close());

function record({ document, lorries }: ReturnType<typeof told>, into = ledger): void {
  into.record(document, [figure(document, `${lorries} lorries a week`, { value: lorries, measure: "lorries", whose: STATE("NOR") })], AT);
}

const values = (asOf: string | null, of = ledger): readonly number[] =>
  of.claims({ asOf }).flatMap(({ claim }) => (claim.kind === "figure" ? [claim.value] : []));

describe("versions of a page", () => {
  const first = told("400");
  const second = told("300", { modified: "2030-05-03T10:00:00Z" });
  const third = told("250", { modified: "2030-05-06T10:00:00Z" });

  it("count from their own moment on, and then alone, in whatever order they were recorded", () => {
    for (const order of [
      [first, second, third],
      [third, first, second],
      [second, third, first],
      [third, second, first],
    ]) {
      const fresh = openLedger(":memory:");
      for (const one of order) record(one, fresh);
      expect(values("2030-04-30", fresh)).toEqual([]);
      expect(values("2030-05-02", fresh)).toEqual([400]);
      expect(values("2030-05-03", fresh)).toEqual([300]);
      expect(values("2030-05-05", fresh)).toEqual([300]);
      expect(values(null, fresh)).toEqual([250]);
      fresh.close();
    }
  });

  it("count where a scope of states is asked for too, although the newer one no longer names them", () => {
    record(first);
    ledger.record(second.document, [], AT);
    expect(ledger.claims({ asOf: "2030-05-02", states: ["NOR"] })).toHaveLength(1);
    expect(ledger.claims({ asOf: null, states: ["NOR"] })).toHaveLength(0);
  });

  it("are all kept, with what each changed", () => {
    for (const one of [first, second, third]) record(one);
    expect(ledger.document(first.document.id)?.document).toEqual(first.document);
    const later = ledger.laterVersions(first.document.id);
    expect(later.map(({ document }) => document.id)).toEqual([second.document.id, third.document.id]);
    const [{ from, to }] = later[0]!.edits as [(typeof later)[0]["edits"][0]];
    expect([first.document.text.slice(from.start, from.end), second.document.text.slice(to.start, to.end)]).toEqual(["400", "300"]);
    expect(ledger.earlierVersion(third.document.id)?.document.id).toBe(second.document.id);
    expect(ledger.earlierVersion(first.document.id)).toBeNull();
  });

  it("without a moment of their own follow each other as they were recorded", () => {
    record(first);
    record(told("300"));
    expect(values(null)).toEqual([300]);
  });

  it("change nothing when the same document is recorded again", () => {
    record(first);
    record(second);
    record(first);
    expect(values(null)).toEqual([300]);
    expect(ledger.laterVersions(first.document.id)).toHaveLength(1);
  });

  it("that only repeat the words under another date leave the first one standing", () => {
    record(first);
    const again = { ...first.document, id: "sha256:again", modified: "2030-05-02T00:00:00Z", title: "New title" };
    ledger.record(again, [], AT);
    expect(ledger.documents({ asOf: null }).map(({ document }) => document.id)).toEqual([first.document.id]);
    record(second);
    expect(ledger.laterVersions(first.document.id).map(({ document }) => document.id)).toEqual([second.document.id]);
  });

  it("are the same page under other spellings of its address, and no other", () => {
    const key = pageKey(URL_OF);
    expect(pageKey("http://fjordpost.example/2030/ferry/#top")).toBe(key);
    expect(pageKey("https://fjordpost.example/2030/ferry?id=2")).not.toBe(key);
    expect(pageKey("https://fjordpost.example/?b=1&a=2")).toBe(pageKey("https://fjordpost.example/?a=2&b=1"));
    for (const none of [null, "", "file:///tmp/a.html", "ferry"]) expect(pageKey(none)).toBeNull();
  });
});

describe("texts of one address that are no versions of each other", () => {
  const current = () => ledger.documents({ asOf: null }).map(({ document }) => document.text);

  it("are the opening that a feed gives, whenever it comes", () => {
    const whole = version(TEXT("400", `${"The ships are old and the crews are proud of them. ".repeat(8)}`));
    const opening = version("Norway and Chile will open a line of ships in the spring.", { modified: "2030-05-02T00:00:00Z" });
    const announced = version(
      "Norway and Chile want a line of ships. A long summary of it in quite other words stands in the feed, and it goes on for as many words as the article itself.",
      {
        modified: "2030-05-02T00:00:00Z",
        problems: [problem("text-teaser", { url: URL_OF })],
      },
    );
    for (const one of [whole, opening, announced]) ledger.record(one, [], AT);
    expect(current()).toContain(whole.text);
  });

  it("are other reports on a page that changes with every visit", () => {
    ledger.record(version("The band played in the rain while forty ships left the harbour for the north."), [], AT);
    ledger.record(version("Parliament adopted the budget after a night of speeches about schools, roads and herring."), [], AT);
    expect(current()).toHaveLength(2);
  });

  it("but a correction replaces the article whatever is left of it", () => {
    ledger.record(version(TEXT("400")), [], AT);
    const withdrawn = version("Correction: this article was withdrawn because its figures were wrong.", {
      kind: "correction",
      modified: "2030-05-04T00:00:00Z",
    });
    ledger.record(withdrawn, [], AT);
    expect(current()).toEqual([withdrawn.text]);
  });
});

describe("edits", () => {
  const words = (text: string) => text.match(/\S+/g) ?? [];
  const paragraph = fc.array(fc.constantFrom("ships", "sail", "from", "Oslo", "at", "noon", "on", "12", "May"), {
    minLength: 1,
    maxLength: 12,
  });
  const text = fc.array(paragraph, { minLength: 1, maxLength: 6 }).map((list) => list.map((one) => one.join(" ")).join("\n\n"));

  it("lead from the words of the one text to the words of the other", () => {
    fc.assert(
      fc.property(text, text, (a, b) => {
        const edits = editsOf(a, b);
        let [out, at]: [string, number] = ["", 0];
        for (const { from, to } of edits) {
          expect(from.start).toBeGreaterThanOrEqual(at);
          out += `${a.slice(at, from.start)} ${b.slice(to.start, to.end)} `;
          at = from.end;
        }
        expect(words(out + a.slice(at))).toEqual(words(b));
        expect(keptShare(a, b, edits)).toBeLessThanOrEqual(1);
        if (words(a).join(" ") === words(b).join(" ") && a === b) expect(edits).toEqual([]);
      }),
    );
  });

  it("are followed by a passage: to the same words where it was left alone, and to what replaced them elsewhere", () => {
    const before = "One day the old ship sails. Nobody waits.\n\nThe quay costs two million.";
    const after = "A note stands first.\n\nOne day the old ship sails. Nobody waits.\n\nThe quay costs three million now.";
    const edits = editsOf(before, after);
    const passage = (quote: string) => {
      const start = before.indexOf(quote);
      const { span, edits: touching } = follow({ start, end: start + quote.length }, edits);
      return [after.slice(span.start, span.end), touching.length > 0];
    };
    expect(passage("the old ship sails")).toEqual(["the old ship sails", false]);
    expect(passage("The quay costs two million.")).toEqual(["The quay costs three million now.", true]);
    expect(passage("The quay")).toEqual(["The quay", false]);
    expect(passage("One day")).toEqual(["One day", false]);
  });

  it("end in time for long texts that have nothing in common", () => {
    const long = (word: string) => Array.from({ length: 30_000 }, (_, i) => `${word}${i % 977}`).join(" ");
    const started = performance.now();
    expect(keptShare(long("a"), long("b"), editsOf(long("a"), long("b")))).toBe(0);
    expect(performance.now() - started).toBeLessThan(5000);
  });
});
