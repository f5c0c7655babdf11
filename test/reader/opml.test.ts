import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isOpml, type ListedFeed, readOpml, writeOpml } from "../../src/reader/index.ts";

const list = (body: string, version = "2.0") =>
  readOpml(`<opml version="${version}"><head><title>Desk</title></head><body>${body}</body></opml>`, "f.opml");

describe("a list is read", () => {
  test("with groups by nesting and by category, a feed that stands twice once", () => {
    const { feeds } = list(
      `<outline text="Asia"><outline text="Japan"><outline text="Courier" xmlUrl=" https://c.example/rss " htmlUrl="https://c.example/"/></outline></outline>
       <outline title="Courier again" xmlURL="https://c.example/rss" category="/Wires, daily"/>`,
    );
    expect(feeds).toEqual([
      { url: "https://c.example/rss", title: "Courier", page: "https://c.example/", groups: [["Asia", "Japan"], ["Wires"], ["daily"]] },
    ]);
  });

  test("with other lists and pages without a feed told apart", () => {
    const { others, feeds } = list(
      '<outline type="include" text="More" url="https://c.example/more.opml"/><outline text="Page" htmlUrl="https://c.example/" xmlUrl=""/><outline text="a note"/>',
    );
    expect(feeds).toEqual([]);
    expect(others).toEqual([
      { kind: "list", url: "https://c.example/more.opml", title: "More" },
      { kind: "page", url: "https://c.example/", title: "Page" },
    ]);
  });

  test("though tags are missing or characters are HTML's", () => {
    const { feeds } = readOpml(
      '<opml version="1.1"><body><outline text="Caf&eacute; & co" xmlUrl="https://c.example/?a=1&b=2"></opml>',
      "f",
    );
    expect(feeds).toMatchObject([{ title: "Café & co", url: "https://c.example/?a=1&b=2" }]);
  });

  test("and what is none is refused", () => {
    expect(isOpml("<rss/>")).toBe(false);
    expect(() => readOpml("<html/>", "x.opml")).toThrow("x.opml is no list of feeds");
  });
});

const words = fc
  .string({ unit: "grapheme", minLength: 1, maxLength: 20 })
  .map((s) => s.replace(/[^\p{L}\p{N}&<>"' ]/gu, "").trim())
  .filter(Boolean);
const feed: fc.Arbitrary<ListedFeed> = fc.record({
  url: fc.webUrl({ withQueryParameters: true }),
  title: words.map((w) => w.replace(/\s+/g, " ")),
  page: fc.option(fc.webUrl()),
  groups: fc.constant([]),
});

test("what is written is read back as it was", () => {
  fc.assert(
    fc.property(fc.uniqueArray(feed, { selector: (f) => f.url, maxLength: 8 }), (feeds) => {
      expect(readOpml(writeOpml(feeds, "Desk & <co>"), "f").feeds).toEqual(feeds);
    }),
    { numRuns: 60 },
  );
});

test("groups are written as categories", () => {
  const feeds: ListedFeed[] = [{ url: "https://c.example/rss", title: "C", page: null, groups: [["Asia", "Japan"], ["Wires"]] }];
  expect(readOpml(writeOpml(feeds, "Desk"), "f").feeds).toEqual(feeds);
});
