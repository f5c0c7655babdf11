import { describe, expect, test } from "vitest";
import { type FeedRecord, parseFeed } from "../../src/reader/index.ts";

const atom = (inside: string, root = ""): FeedRecord =>
  parseFeed(`<feed xmlns="http://www.w3.org/2005/Atom" ${root}>${inside}</feed>`, null);
const rss = (inside: string, root = ""): FeedRecord => parseFeed(`<rss version="2.0" ${root}><channel>${inside}</channel></rss>`, null);
const DC = 'xmlns:dc="http://purl.org/dc/elements/1.1/"';

describe("texts of Atom", () => {
  test.each([
    ["<title>Fish &amp;amp; ships</title>", "Fish &amp; ships", "text/plain"],
    ['<title type="html">Fish &lt;i&gt;and&lt;/i&gt; ships</title>', "Fish <i>and</i> ships", "text/html"],
    [
      '<title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">A <em>port</em> &lt; a bay</div></title>',
      "A <em>port</em> &lt; a bay",
      "application/xhtml+xml",
    ],
    ['<title type="application/octet-stream">SGF2biA8aT5vcGVuczwvaT4=</title>', "Havn <i>opens</i>", "text/html"],
    ["<title><![CDATA[ 5 < 7 ]]></title>", "5 < 7", "text/plain"],
  ])("%s", (xml, value, type) => {
    expect(atom(`<entry>${xml}</entry>`).items[0]!.title).toMatchObject({ value, type });
  });

  test("links in XHTML start from the nearest xml:base, which may itself be relative", () => {
    const feed = atom(
      '<entry xml:base="north/"><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml" xml:base="havn/"><a href="pier.html">x</a></div></content></entry>',
      'xml:base="https://courier.example/"',
    );
    expect(feed.items[0]!.contents[0]!.value).toBe('<a href="https://courier.example/north/havn/pier.html">x</a>');
  });

  test("xml:lang is inherited, and taken back by an empty one", () => {
    const feed = atom('<entry><title>a</title><summary xml:lang="">b</summary></entry>', 'xml:lang="fr"');
    expect(feed.items[0]!.title!.language).toBe("fr");
    expect(feed.items[0]!.summary!.language).toBeNull();
  });
});

describe("links", () => {
  test("the page is the alternate link, HTML before other types; enclosures and comments are none", () => {
    const feed = atom(
      '<entry><link rel="enclosure" href="https://c.example/a.mp3"/><link type="application/pdf" href="https://c.example/a.pdf"/><link type="text/html" href="https://c.example/a"/></entry>',
    );
    expect(feed.items[0]!.link).toBe("https://c.example/a");
    expect(atom('<entry><link rel="replies" href="https://c.example/r"/></entry>').items[0]!.link).toBeNull();
  });

  test("an identifier that is a page stands in for a missing link, one that is none does not", () => {
    expect(rss("<item><guid>https://c.example/7</guid></item>").items[0]!.link).toBe("https://c.example/7");
    expect(rss('<item><guid isPermaLink="false">https://c.example/7</guid></item>').items[0]!.link).toBeNull();
  });

  test("a picture's link is not the feed's", () => {
    expect(rss("<image><link>https://ads.example/</link></image><link>https://c.example/</link>").link).toBe("https://c.example/");
  });

  test("the next page and a new address are found", () => {
    expect(atom('<link rel="next" href="?page=2"/>', 'xml:base="https://c.example/feed"').next).toBe("https://c.example/feed?page=2");
    const moved = rss(
      "<itunes:new-feed-url>https://c.example/new</itunes:new-feed-url>",
      'xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"',
    );
    expect(moved.movedTo).toBe("https://c.example/new");
    expect(parseFeed('<rss version="2.0"><redirect><newLocation>https://c.example/n</newLocation></redirect></rss>', null).movedTo).toBe(
      "https://c.example/n",
    );
    expect(parseFeed('{"version":"https://jsonfeed.org/version/1.1","next_url":"/p2","items":[]}', "https://c.example/f").next).toBe(
      "https://c.example/p2",
    );
  });
});

test.each([
  ["Ana Weiss (ana@c.example)", "Ana Weiss", "ana@c.example"],
  ["ana@c.example (Ana Weiss)", "Ana Weiss", "ana@c.example"],
  ["Ana Weiss &lt;ana@c.example&gt;", "Ana Weiss", "ana@c.example"],
  ["ana+desk@c.example", null, "ana+desk@c.example"],
  ["Ana Weiss", "Ana Weiss", null],
])("author %s", (line, name, email) => {
  expect(rss(`<item><author>${line}</author></item>`).items[0]!.authors).toEqual([{ name, email, url: null }]);
});

describe("vocabularies", () => {
  test("a prefix means what its address says, whatever its letters", () => {
    const feed = rss(
      "<item><d:creator>Ana Weiss</d:creator><x:creator>nobody</x:creator></item>",
      'xmlns:d="http://purl.org/dc/elements/1.1/" xmlns:x="urn:x"',
    );
    expect(feed.items[0]!.authors.map((a) => a.name)).toEqual(["Ana Weiss"]);
  });

  test("the usual prefixes work undeclared, and a feed in an unknown vocabulary is read as its own", () => {
    expect(rss("<item><content:encoded>&lt;p&gt;Havn&lt;/p&gt;</content:encoded></item>").items[0]!.contents[0]!.value).toBe("<p>Havn</p>");
    expect(parseFeed('<feed xmlns="urn:home-made"><entry><title>Havn</title></entry></feed>', null).items[0]!.title!.value).toBe("Havn");
  });

  test("Dublin Core's title does not replace the feed's own", () => {
    expect(rss("<title>Own</title><dc:title>Other</dc:title>", DC).title!.value).toBe("Own");
    expect(rss("<dc:title>Other</dc:title>", DC).title!.value).toBe("Other");
  });
});

describe("versions", () => {
  test.each([
    ['<rss version="2.01"/>', "rss20"],
    ['<rss version="0.92"/>', "rss092"],
    ['<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "x.dtd"><rss version="0.91"/>', "rss091n"],
    ['<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"/>', "rss10"],
    ['<feed version="0.3" xmlns="http://purl.org/atom/ns#"/>', "atom03"],
    ['{"version":"https://jsonfeed.org/version/1.1","items":[]}', "json11"],
  ])("%s", (text, version) => {
    expect(parseFeed(text, null).version).toBe(version);
  });

  test("what is no feed is refused with the reason", () => {
    expect(() => parseFeed("<html><body/></html>", null)).toThrow("no rss, feed or RDF element");
    expect(() => parseFeed(`<rss>${"<a>".repeat(300)}`, null)).toThrow("nested deeper");
  });
});

describe("hostile feeds end soon", () => {
  test.each([
    ["many elements", `<rss>${"<a/>".repeat(1_000_000)}</rss>`],
    ["open elements", "<a>".repeat(1_000_000)],
    ["end tags", `<rss>${"</a>".repeat(1_000_000)}`],
    [
      "many prefixes, over and over",
      `<rss ${Array.from({ length: 900 }, (_, i) => `xmlns:p${i}="urn:${i}"`).join(" ")}>${'<a xmlns="u"/>'.repeat(300_000)}</rss>`,
    ],
    ["ampersands", `<rss><channel><title>${"&".repeat(2_000_000)}</title></channel></rss>`],
    ["references", `<rss><channel><title>${"&amp".repeat(1_000_000)}</title></channel></rss>`],
    ["open comments", "<!--".repeat(1_000_000)],
    ["open sections", `<rss>${"<![CDATA[".repeat(500_000)}`],
    ["quotes", `<rss a="${"'".repeat(10_000)}><item></rss>`],
    ["a document type without end", `<!DOCTYPE rss [${'<!ENTITY a "b">'.repeat(200_000)}<rss/>`],
    ["entities", `<!DOCTYPE rss [${'<!ENTITY a "b">'.repeat(1000)}]><rss>${"&a;".repeat(1_000_000)}</rss>`],
    ["an author of many @", `<rss><channel><item><author>${"a@".repeat(500_000)}</author></item></channel></rss>`],
    ["a summary of brackets", `<rss><channel><item><description>${"&lt;p ".repeat(300_000)}</description></item></channel></rss>`],
  ])("%s", (_, text) => {
    const start = process.cpuUsage();
    try {
      parseFeed(text, "https://c.example/");
    } catch (error) {
      expect(error).toBeInstanceOf(RangeError);
    }
    const { user, system } = process.cpuUsage(start);
    expect((user + system) / 1e6).toBeLessThan(6);
  });
});

describe("entities", () => {
  const feed = (declarations: string, title: string): string =>
    parseFeed(`<!DOCTYPE rss [${declarations}]><rss><channel><title>${title}</title></channel></rss>`, null).title!.value;

  test("declared ones that are plain text, and HTML's, are read", () => {
    expect(feed('<!ENTITY paper "Havn Courier">', "&paper; &mdash; news &#8364;5 &amp; more &unknown;")).toBe(
      "Havn Courier — news €5 & more &unknown;",
    );
  });

  test("those that name others, carry markup or lie elsewhere stay as they are", () => {
    expect(feed('<!ENTITY a "&b;"><!ENTITY b "x"><!ENTITY c "<i>"><!ENTITY d SYSTEM "file:///etc/passwd">', "&a;&c;&d;")).toBe("&a;&c;&d;");
  });

  test("a short name for a long value cannot swell the text", () => {
    const value = "x".repeat(100);
    expect(feed(`<!ENTITY e "${value}">`, "&e;".repeat(200_000)).length).toBeLessThan(2_000_000);
  });
});

test("of two dates with one meaning the later written counts, and the newer element over the older", () => {
  const dates = (xml: string) => atom(`<entry>${xml}</entry>`).items[0]!.dates.map(({ value }) => value);
  expect(dates("<published>2024-02-02T00:00:00Z</published><issued>2023-01-01T00:00:00Z</issued>").at(-1)).toBe("2024-02-02T00:00:00Z");
});
