import { describe, expect, test } from "vitest";
import { cleanAddress } from "../../src/reader/feed/address.ts";
import { codes, paragraphs, read, readAll, STORY } from "./support.ts";

const rss = (
  items: string,
  channel = "<title>Havn Courier: Sudia</title><link>https://havncourier.example/sudia</link><language>en-gb</language>",
) =>
  `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>${channel}${items}</channel></rss>`;
const TEXT = STORY.join("\n\n");
const escaped = (html: string): string => html.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");

describe("RSS", () => {
  test("each item is a document with its own date, author, address and the feed's site", () => {
    const documents = readAll(
      rss(
        `<item><title>Talks open</title><link>https://havncourier.example/a.html?utm_source=rss&amp;id=4</link><dc:creator>Ana Weiss</dc:creator><pubDate>Tue, 08 Apr 2025 10:05:00 -0400</pubDate><description>Short.</description><content:encoded><![CDATA[${paragraphs()}<p><a href="/subscribe">Subscribe for full access</a></p>]]></content:encoded></item>
         <item><title>Second</title><description>${escaped(paragraphs())}</description></item>`,
      ),
      "feed.xml",
    );
    expect(documents.map((d) => d.file)).toEqual(["feed.xml#1", "feed.xml#2"]);
    expect(documents[0]).toMatchObject({
      title: "Talks open",
      site: "Havn Courier",
      author: "Ana Weiss",
      url: "https://havncourier.example/a.html?id=4",
      published: { value: "2025-04-08T10:05:00-04:00", precision: "second", source: "feed:pubDate" },
      language: "en-GB",
      text: TEXT,
    });
    expect(documents[1]).toMatchObject({ title: "Second", text: TEXT, published: null });
    expect(codes(documents[1]!)).toEqual(["date-missing"]);
  });

  test("HTML that was escaped twice is read as HTML", () => {
    expect(read(rss(`<item><title>A</title><description>${escaped(escaped(paragraphs()))}</description></item>`)).text).toBe(TEXT);
  });

  test("entities in titles are read once and twice", () => {
    expect(read(rss("<item><title>Norland&#8217;s offer</title><description>x</description></item>")).title).toBe("Norland’s offer");
    expect(read(rss("<item><title>Norland&amp;#8217;s offer</title><description>x</description></item>")).title).toBe("Norland’s offer");
  });

  test("corrections, opinion and teasers are told apart", () => {
    const kinds = readAll(
      rss(
        ["Correction: Talks in Havn", "OPINION | Sell the boats", "Talks in Havn"]
          .map(
            (title, i) =>
              `<item><title>${title}</title><link>https://c.example/${i}</link><description>They met on Tuesday, not Monday.</description></item>`,
          )
          .join(""),
      ),
    ).map((d) => d.kind);
    expect(kinds).toEqual(["correction", "opinion", "other"]);
  });
});

describe("teasers", () => {
  const link = "<link>https://c.example/a</link>";
  const long = STORY.join(" ").split(" ").concat(STORY.join(" ").split(" ")).slice(0, 120).join(" ");
  const problems = (item: string) =>
    codes(read(rss(`<item><title>A</title><pubDate>Tue, 08 Apr 2025 10:05:00 GMT</pubDate>${item}</item>`)));

  test("a summary of two sentences with a link is no article in silence", () => {
    expect(problems(`${link}<description>${STORY[0]}</description>`)).toContain("text-teaser");
  });

  test("a text that breaks off is none either, whatever element holds it", () => {
    expect(
      problems(`${link}<content:encoded>${escaped(`<p>${STORY[0]}</p><p>Continue reading at the Courier</p>`)}</content:encoded>`),
    ).toContain("text-teaser");
    expect(problems(`${link}<content:encoded>${STORY[0]} […]</content:encoded>`)).toContain("text-teaser");
  });

  test("a whole article in the description, or an item that leads nowhere, is", () => {
    expect(problems(`${link}<description>${long}</description>`)).not.toContain("text-teaser");
    expect(problems(`<description>${STORY[0]}</description>`)).not.toContain("text-teaser");
    expect(problems(`${link}<content:encoded>${STORY[0]}</content:encoded>`)).not.toContain("text-teaser");
  });
});

test("an item that was taken from another outlet's feed is that outlet's", () => {
  const item = read(
    rss(`<item><title>A</title><source url="https://w.example/rss">Westgate Wire</source><description>${STORY[0]}</description></item>`),
  );
  expect(item.site).toBe("Westgate Wire");
});

test("Atom, with its published date before its update", () => {
  const document = read(
    `<feed xmlns="http://www.w3.org/2005/Atom"><title>Havn Courier</title><link href="https://havncourier.example/"/><entry><title type="html">Talks &amp;amp; fish</title><link rel="alternate" href="https://havncourier.example/a"/><id>urn:1</id><published>2025-04-08T10:05:00-04:00</published><updated>2025-04-09T10:05:00-04:00</updated><author><name>Ana Weiss</name></author><content type="html">${escaped(paragraphs())}</content></entry></feed>`,
  );
  expect(document).toMatchObject({
    title: "Talks & fish",
    site: "Havn Courier",
    author: "Ana Weiss",
    url: "https://havncourier.example/a",
    published: { value: "2025-04-08T10:05:00-04:00" },
    modified: "2025-04-09T10:05:00-04:00",
    text: TEXT,
  });
});

test("RDF (RSS 1.0) with Dublin Core dates", () => {
  const document = read(
    `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="https://c.example/"><title>Courier</title><link>https://c.example/</link></channel><item rdf:about="https://c.example/a"><title>Talks</title><link>https://c.example/a</link><dc:date>2024-03-07T10:00:00+01:00</dc:date><description>${escaped(paragraphs())}</description></item></rdf:RDF>`,
  );
  expect(document).toMatchObject({ title: "Talks", site: "Courier", published: { value: "2024-03-07T10:00:00+01:00" }, text: TEXT });
});

test("JSON Feed", () => {
  const document = read(
    JSON.stringify({
      version: "https://jsonfeed.org/version/1.1",
      title: "Courier",
      items: [
        {
          id: "1",
          url: "https://c.example/a",
          title: "Talks",
          content_html: paragraphs(),
          date_published: "2024-03-07T10:00:00+01:00",
          authors: [{ name: "Ana Weiss" }],
        },
      ],
    }),
  );
  expect(document).toMatchObject({ title: "Talks", author: "Ana Weiss", published: { value: "2024-03-07T10:00:00+01:00" }, text: TEXT });
});

describe("odd feeds", () => {
  test("cut off in the middle: the whole items, and the break as a problem", () => {
    const item = `<item><title>Talks</title><description>${escaped(paragraphs())}</description></item>`;
    const documents = readAll(`<rss version="2.0"><channel><title>T</title>${item}<item><title>Half of a ti`, "f.xml");
    expect(documents.map((d) => [d.file, d.title])).toEqual([
      ["f.xml#1", "Talks"],
      ["f.xml#2", null],
    ]);
    expect(codes(documents[1]!)).toEqual(["feed-broken"]);
  });

  test.each(["<ite", '<item a="', "<item><title>Ha", "<item><desc", "<![CDATA[ab", "&am", "</it"])("cut off at %s, too", (end) => {
    const item = `<item><title>Talks</title><description>${escaped(paragraphs())}</description></item>`;
    expect(readAll(`<rss version="2.0"><channel><title>T</title>${item}${end}`).map((d) => d.title)).toEqual(["Talks", null]);
  });

  test("bare ampersands, HTML entities and unclosed elements are read", () => {
    const document = read(
      rss(
        "<item><title>Talks & fish</title><link>https://c.example/a?b=1&c=2</link><description>Ministers met&nbsp;on <p>Monday</description></item>",
      ),
    );
    expect(document).toMatchObject({ title: "Talks & fish", url: "https://c.example/a?b=1&c=2" });
  });

  test("relative links start from xml:base", () => {
    const feed =
      '<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://c.example/x/"><title>T</title><entry xml:base="y/"><title>A</title><link href="a.html"/><updated>2024-03-07T10:00:00Z</updated><summary>b</summary></entry></feed>';
    expect(read(feed).url).toBe("https://c.example/x/y/a.html");
  });

  test("without items", () => {
    expect(codes(read(rss("")))).toEqual(["feed-empty"]);
  });

  test("entity bombs are not expanded", () => {
    const bomb = `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]><rss version="2.0"><channel><title>t</title><item><title>x</title><description>&c;</description></item></channel></rss>`;
    expect(read(bomb).text.length).toBeLessThan(1000);
  });

  test("external entities read no file", () => {
    const xxe = `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY f SYSTEM "file:///etc/passwd">]><rss version="2.0"><channel><title>t</title><item><title>x</title><description>a &f; b</description></item></channel></rss>`;
    expect(JSON.stringify(readAll(xxe))).not.toContain("root:");
  });

  test("a start tag with 50,000 attributes is refused", () => {
    const attributes = Array.from({ length: 50_000 }, (_, i) => `a${i}="1"`).join(" ");
    expect(codes(read(rss(`<item ${attributes}><title>x</title></item>`)))).toEqual(["feed-broken"]);
  });

  test("at most 2,000 items are read", () => {
    expect(readAll(rss("<item><title>a</title><description>b</description></item>".repeat(2500)))).toHaveLength(2000);
  });
});

test("addresses lose what only counts visitors", () => {
  expect(cleanAddress("https://c.example/a?utm_source=rss&utm_medium=x", null)).toBe("https://c.example/a");
  expect(cleanAddress("/a?id=1", "https://c.example/feed")).toBe("https://c.example/a?id=1");
  expect(cleanAddress("javascript:alert(1)", null)).toBeNull();
});
