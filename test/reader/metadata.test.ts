import { describe, expect, test } from "vitest";
import { joinNames, persons, siteName, splitTitle, uncapitalise } from "../../src/reader/metadata/names.ts";
import { page, paragraphs, read } from "./support.ts";

describe("titles and sites", () => {
  test.each(["|", "-", "–", "—", "·", "»"])("the site after “%s” is no part of the title", (mark) => {
    const document = read(
      page(`<h1>Ministers open talks in Havn</h1>${paragraphs()}`, `<title>Ministers open talks in Havn ${mark} The Havn Courier</title>`),
    );
    expect(document).toMatchObject({ title: "Ministers open talks in Havn", site: "The Havn Courier" });
  });

  test("a hyphen inside the headline does not part it", () => {
    const document = read(
      page(`<h1>Havn - the port that talks</h1>${paragraphs()}`, "<title>Havn - the port that talks - Courier</title>"),
    );
    expect(document).toMatchObject({ title: "Havn - the port that talks", site: "Courier" });
  });

  test("OpenGraph and JSON-LD name the site", () => {
    expect(read(page(paragraphs(), '<meta property="og:site_name" content="Havn Courier"><title>Talks | HC</title>')).site).toBe(
      "Havn Courier",
    );
    const data = '{"@type":"NewsArticle","headline":"Talks","publisher":{"@type":"Organization","name":"Courier Press Service"}}';
    expect(read(page(paragraphs(), `<title>Talks | CPS</title><script type="application/ld+json">${data}</script>`)).site).toBe(
      "Courier Press Service",
    );
  });

  test("a title tag that shares no word with the one heading names the site", () => {
    expect(
      read(
        page(`<h2>Minister's call with her counterpart</h2>${paragraphs()}`, "<title>Press Release: Norland Information Office</title>"),
      ),
    ).toMatchObject({
      title: "Minister's call with her counterpart",
      site: "Norland Information Office",
    });
  });

  test("parts of names", () => {
    expect(splitTitle("Talks open | Havn Courier", [])).toEqual({ title: "Talks open", rest: "Havn Courier" });
    expect(siteName("Havn Courier - Top stories", null, "first")).toBe("Havn Courier");
    expect(siteName("World news | The Guard", "https://www.theguard.example/x", "first")).toBe("The Guard");
    expect(uncapitalise("OFFICE OF THE PRIME MINISTER'S AIDE")).toBe("Office of the Prime Minister's Aide");
    expect(uncapitalise("REUTR")).toBe("REUTR");
    expect(uncapitalise("NHK WORLD")).toBe("NHK World");
  });
});

describe("authors", () => {
  test.each([
    ["By ANA WEISS and TOM OKAFOR-REYES, staff writers", "Ana Weiss and Tom Okafor-Reyes"],
    ["Ana Weiss, Paul Lund and Kim Sol", "Ana Weiss, Paul Lund and Kim Sol"],
    ["Warren Pell, contributor", "Warren Pell"],
    ["Staff", null],
    ["News desk", null],
    ["Desk24", null],
    ["Office of the Press Secretary", null],
    ["Courier Press Service", null],
    ["https://courier.example/authors/ana", null],
    ["JD Vance", "JD Vance"],
    ["PIO Havn", null],
  ])("%s", (byline, expected) => {
    expect(joinNames(persons([byline], "Havn Courier"))).toBe(expected);
  });

  test("are found in JSON-LD, meta tags, microdata and bylines", () => {
    const data =
      '{"@graph":[{"@type":"Person","@id":"#p","name":"Ana Weiss"},{"@type":"NewsArticle","headline":"x","author":[{"@id":"#p"},{"name":"Paul Lund"}]}]}';
    expect(read(page(paragraphs(), `<script type="application/ld+json">${data}</script>`)).author).toBe("Ana Weiss and Paul Lund");
    expect(read(page(paragraphs(), '<meta name="author" content="Ana Weiss">')).author).toBe("Ana Weiss");
    expect(
      read(page(`<h1>Talks in Havn</h1><p><span itemprop="author"><span itemprop="name">Ana Weiss</span></span>, Havn</p>${paragraphs()}`))
        .author,
    ).toBe("Ana Weiss");
    expect(
      read(page(`<article><h1>Talks in Havn</h1><div>By <a>Ana Weiss</a> and <a>Paul Lund</a></div>${paragraphs()}</article>`)).author,
    ).toBe("Ana Weiss and Paul Lund");
    expect(
      read(
        page(`<article><h1>Talks in Havn</h1><ul class="byline"><li>Ana Weiss</li><li>Courier Service</li></ul>${paragraphs()}</article>`),
      ).author,
    ).toBe("Ana Weiss");
    expect(
      read(page(`<article><h1>Talks in Havn</h1><span>Posted on 9 May 2024 by Staff</span>${paragraphs()}</article>`)).author,
    ).toBeNull();
  });
});

test("the canonical address wins, and only http addresses count", () => {
  expect(
    read(
      page(
        paragraphs(),
        '<link rel="canonical" href="https://courier.example/a"><meta property="og:url" content="https://courier.example/b">',
      ),
    ).url,
  ).toBe("https://courier.example/a");
  expect(read(page(paragraphs(), '<link rel="canonical" href="javascript:alert(1)">')).url).toBeNull();
  expect(read(page(paragraphs(), '<link rel="canonical" href="/a">')).url).toBeNull();
});
