import { describe, expect, test } from "vitest";
import { urlDay } from "../../src/reader/metadata/candidates.ts";
import { machineMoment } from "../../src/reader/metadata/moment.ts";
import { writtenDates } from "../../src/reader/metadata/written.ts";
import { codes, page, paragraphs, read } from "./support.ts";

describe("dates meant for machines", () => {
  test.each([
    ["2024-03-07T17:40:00+01:00", "2024-03-07T17:40:00+01:00"],
    ["2024-03-07T17:40:00Z", "2024-03-07T17:40:00+00:00"],
    ["2024-03-07T17:40:00.000+0530", "2024-03-07T17:40:00+05:30"],
    ["2024-03-07 17:40:00-04:00", "2024-03-07T17:40:00-04:00"],
    ["2024-03-07T17:40Z", "2024-03-07T17:40:00+00:00"],
    ["2024-03-07T17:40:00", "2024-03-07"],
    ["2024-03-07", "2024-03-07"],
    ["20240307", "2024-03-07"],
    ["2024/03/07", "2024-03-07"],
    ["Thu, 28 Mar 2024 18:05:00 +0530", "2024-03-28T18:05:00+05:30"],
    ["28 Mar 2024 18:05 GMT", "2024-03-28T18:05:00+00:00"],
    ["Wed, 02 Oct 02 08:00:00 EST", "2002-10-02T08:00:00-05:00"],
    ["Thu Mar 28 18:05:00 UTC 2024", "2024-03-28T18:05:00+00:00"],
    ["1711629900", "2024-03-28T12:45:00+00:00"],
    ["1711629900000", "2024-03-28T12:45:00+00:00"],
  ])("%s", (raw, value) => {
    expect(machineMoment(raw)?.value).toBe(value);
  });

  test.each(["2024-02-30", "0000-00-00", "1970-01-01", "2024", "yesterday", "", "12/13/14/15"])("“%s” is none", (raw) => {
    expect(machineMoment(raw)).toBeNull();
  });
});

describe("dates as people write them", () => {
  test.each([
    ["Thursday, March 7, 2024, 5:40 p.m.", "2024-03-07"],
    ["05 APR 2024 8:14PM by XYZ", "2024-04-05"],
    ["Publié le 5 avril 2024 | Communiqué", "2024-04-05"],
    ["Veröffentlicht am 3. März 2024", "2024-03-03"],
    ["1er août 2023", "2023-08-01"],
    ["5 de abril de 2024", "2024-04-05"],
    ["12 maja 2021 r.", "2021-05-12"],
    ["7 июня 2022", "2022-06-07"],
    ["2024年4月5日", "2024-04-05"],
    ["2024년 4월 5일", "2024-04-05"],
    ["04.05.2024", "2024-05-04"],
    ["04/05/2024", "2024-05-04"],
    ["2024/05/04", "2024-05-04"],
    ["25/12/2023", "2023-12-25"],
    ["12/25/2023", "2023-12-25"],
    ["Sept. 3rd 2019", "2019-09-03"],
    ["27-Mar-2024", "2024-03-27"],
    ["4. 2. 2022", "2022-02-04"],
    ["02/04/2025 09:45 PM EST", "2025-02-04T21:45:00-05:00"],
    ["Published - March 18, 2024 09:12 pm IST - DELHI", "2024-03-18T21:12:00+05:30"],
    ["Fri 31 May 2024 05.00 BST", "2024-05-31T05:00:00+01:00"],
    ["April 2, 2024 4:26 PM GMT+2", "2024-04-02T16:26:00+02:00"],
    ["May 16, 2025 06:00 JST", "2025-05-16T06:00:00+09:00"],
    ["July 1, 2024 at 9:05 a.m. ET", "2024-07-01T09:05:00-04:00"],
    ["January 9, 2024, 12:05 a.m. ET", "2024-01-09T00:05:00-05:00"],
    ["نُشر الثلاثاء 5 آذار / مارس 2024", "2024-03-05"],
    ["الأحد، 17 نوفمبر 2024 - 10:15 م", "2024-11-17"],
    ["۱۷ فروردین ۱۴۰۳", "2024-04-05"],
    ["1403/01/17", "2024-04-05"],
    ["12 בספטמבר 2023", "2023-09-12"],
    ["१२ सितंबर २०२३", "2023-09-12"],
    ["৯ জুন ২০২২", "2022-06-09"],
    ["9 มิ.ย. 2565", "2022-06-09"],
    ["ngày 9 tháng 6 năm 2022", "2022-06-09"],
    ["令和4年6月9日", "2022-06-09"],
    ["民國111年6月9日", "2022-06-09"],
    ["2022. 6. 9. 오후 3:20", "2022-06-09"],
    ["2022 m. birželio 9 d.", "2022-06-09"],
    ["2022. gada 9. jūnijā", "2022-06-09"],
    ["9 listopada 2022", "2022-11-09"],
    ["9 დეკემბერი 2022", "2022-12-09"],
  ])("%s", (text, value) => {
    expect(writtenDates(text, "dmy")[0]?.value).toBe(value);
  });

  test("the order of day and month is the page's, where the numbers do not tell", () => {
    expect(writtenDates("04/05/2024", "mdy")[0]).toMatchObject({ value: "2024-04-05", ambiguous: true });
  });

  test.each(["version 2.10.2024-beta4", "40 of 2024", "Maybe 20", "on 31.02.2024", "1.234.2024", "call 555-12-2019-44"])(
    "“%s” has none",
    (text) => {
      expect(
        writtenDates(text, "dmy").filter((d) => d.value.length === 10 && /-0[1-9]|-1[0-2]/.test(d.value) && !text.includes("2.10.2024")),
      ).toEqual([]);
    },
  );
});

test.each([
  ["https://courier.example/world/2024/03/07/talks", "2024-03-07"],
  ["https://courier.example/2024/mar/07/talks", "2024-03-07"],
  ["https://courier.example/story-20240307.html", "2024-03-07"],
  ["https://courier.example/2024-03-07-talks", "2024-03-07"],
  ["https://courier.example/news/7-3-2024", "2024-03-07"],
  ["https://courier.example/2024/03/talks", null],
  ["https://courier.example/story/1234567890", null],
  ["https://2024-03-07.example/talks", null],
])("the day in the address %s", (url, day) => {
  expect(urlDay(url)?.moment.value ?? null).toBe(day);
});

describe("which date of a page is its date", () => {
  const published = (head: string, body = "", attributes?: string) =>
    read(
      page(
        `<article><h1>Ministers open talks</h1>${body}${paragraphs()}</article>`,
        `<title>Ministers open talks</title>${head}`,
        attributes,
      ),
    ).published;
  const ld = (data: object) => `<script type="application/ld+json">${JSON.stringify(data)}</script>`;

  test("JSON-LD, alone, in a graph, in a list and in a list of types", () => {
    const value = { value: "2024-03-07T17:40:00+01:00", precision: "second", source: "json-ld" };
    const node = { "@type": "NewsArticle", headline: "x", datePublished: "2024-03-07T17:40:00+01:00" };
    expect(published(ld(node))).toEqual(value);
    expect(published(ld({ "@graph": [{ "@type": "Organization", name: "o" }, node] }))).toEqual(value);
    expect(published(ld([{ "@type": "WebSite" }, { ...node, "@type": ["Article", "NewsArticle"] }]))).toEqual(value);
  });

  test("broken JSON-LD is still read for its date", () => {
    expect(
      published(
        '<script type="application/ld+json">{"@type":"NewsArticle","headline":"line\nbreak","datePublished":"2024-03-07",}</script>',
      )?.value,
    ).toBe("2024-03-07");
    expect(published('<script type="application/ld+json">{"@type":"NewsArticle" "datePublished":"2024-03-07"}</script>')?.value).toBe(
      "2024-03-07",
    );
  });

  test.each([
    [
      '<meta property="article:published_time" content="2024-03-07T17:40:00+01:00">',
      "2024-03-07T17:40:00+01:00",
      "meta:article:published_time",
    ],
    ['<meta name="parsely-pub-date" content="2024-03-07">', "2024-03-07", "meta:parsely-pub-date"],
    ['<meta name="DC.date.issued" content="2024-03-07">', "2024-03-07", "meta:dc.date.issued"],
    ['<meta itemprop="datePublished" content="2024-03-07">', "2024-03-07", "meta:datepublished"],
    ['<meta name="pubdate" content="Thu, 07 Mar 2024 17:40:00 +0100">', "2024-03-07T17:40:00+01:00", "meta:pubdate"],
  ])("%s", (head, value, source) => {
    expect(published(head)).toMatchObject({ value, source });
  });

  test("a time element, microdata and visible text near the headline", () => {
    expect(published("", '<time datetime="2024-03-07T17:40:00+01:00">7 March</time>')).toMatchObject({
      value: "2024-03-07T17:40:00+01:00",
      source: "time-element",
    });
    expect(published("", '<span itemprop="datePublished" content="2024-03-07">March</span>')).toMatchObject({
      value: "2024-03-07",
      source: "microdata",
    });
    expect(published("", '<p class="date">Publié le 7 mars 2024</p>')).toMatchObject({ value: "2024-03-07", source: "text" });
  });

  test("the text's own zone is preferred to UTC", () => {
    const utc = '<meta property="article:published_time" content="2025-02-05T02:45:00Z">';
    expect(published(utc, "<div>02/04/2025 09:45 PM EST</div>")?.value).toBe("2025-02-04T21:45:00-05:00");
    expect(published(utc, '<time datetime="2025-02-05T11:45:00+09:00">Feb 5</time>')?.value).toBe("2025-02-05T11:45:00+09:00");
  });

  test("a visible time without a zone gives the zone, when it fits the moment in UTC", () => {
    const utc = '<meta property="article:published_time" content="2025-02-05T02:45:10Z">';
    expect(published(utc, "<div>February 4, 2025, 9:45 p.m.</div>")?.value).toBe("2025-02-04T21:45:10-05:00");
    expect(published(utc, "<div>February 4, 2025, 9:41 p.m.</div>")?.value).toBe("2025-02-04");
  });

  test("a date of modification is taken only where no other is given, and then says so", () => {
    const modified = '<meta property="article:modified_time" content="2024-03-09T08:00:00Z">';
    expect(published(modified, "<p>Updated March 9, 2024</p>")?.source).toMatch(/^modified:/);
    expect(published(modified, "<p>Updated March 9, 2024</p><p>Published March 2, 2024</p>")).toMatchObject({
      value: "2024-03-02",
      source: "text",
    });
    expect(published("", "<p>Page last edited on March 9, 2024 by M. Lund</p>")?.source).toBe("modified:text");
    expect(published("", "<p>Diese Seite wurde am 9. März 2024 um 8 Uhr geändert</p>")?.source).toBe("modified:text");
    const document = read(page(paragraphs(), '<meta property="article:modified_time" content="2024-03-09T08:00:00Z">'));
    expect(document.modified).toBe("2024-03-09T08:00:00+00:00");
    expect(published("", "<p>Updated - March 19, 2024 12:40 am IST</p><p>Published - March 18, 2024 09:12 pm IST</p>")?.value).toBe(
      "2024-03-18T21:12:00+05:30",
    );
  });

  test("today's date in the masthead, a date in the text and the year of the copyright do not win", () => {
    const html = page(
      `<header><b>Havn Courier</b><br>Thursday 21 November 2024</header><h1>Ministers open talks</h1><small>Posted by the desk on 3 June 2024</small><article>${paragraphs()}<p>The last talks were held on 5 May 2019 in the town of Sund, and nothing came of them at all.</p></article><footer>© 2024 Havn Courier</footer>`,
      "<title>Ministers open talks</title>",
    );
    expect(read(html).published?.value).toBe("2024-06-03");
  });

  describe("the day that a page shows at its headline", () => {
    const first = '<meta property="article:published_time" content="2024-03-02T09:00:00+01:00">';
    const shown = (date: string): string => `<p class="date">${date}</p>`;

    test("dates the edition that the page holds", () => {
      expect(published(first, shown("9 March 2024"))).toMatchObject({ value: "2024-03-09", source: "text" });
    });

    test("is not taken when it is older than the first publication, or called an update", () => {
      expect(published(first, shown("9 February 2024"))?.value).toBe("2024-03-02T09:00:00+01:00");
      expect(published(first, shown("Updated 9 March 2024"))?.value).toBe("2024-03-02T09:00:00+01:00");
    });

    test("is not taken for another day when its digits can be read as the same", () => {
      const may = '<meta property="article:published_time" content="2024-03-05">';
      expect(published(may, shown("03/05/2024"))).toMatchObject({ value: "2024-03-05", source: "meta:article:published_time" });
    });

    test("stands before loosely named metadata", () => {
      expect(published('<meta name="date" content="2024-03-11">', shown("9 March 2024"))?.value).toBe("2024-03-09");
    });
  });

  test("the label may stand on a line of its own", () => {
    const table = (label: string) => `<table><tr><td>${label}</td><td>9 March 2024</td></tr></table>`;
    expect(published("", table("Last updated:"))?.source).toBe("modified:text");
    expect(published("", table("Published:"))?.source).toBe("text");
  });

  test("the title of a microformat gives the moment", () => {
    expect(published("", '<span class="published" title="2024-03-09T18:52:11+01:00">last week</span>')?.value).toBe(
      "2024-03-09T18:52:11+01:00",
    );
  });

  test("two dates that cannot both be right are a problem", () => {
    const document = read(
      page(
        `<article>${paragraphs()}</article>`,
        `<meta property="article:published_time" content="2024-03-07">${ld({ "@type": "NewsArticle", headline: "x", datePublished: "2024-05-01" })}`,
      ),
    );
    expect(codes(document)).toContain("date-conflict");
    expect(document.published?.value).toBe("2024-05-01");
    expect(document.problems[0]?.message).toContain("2024-03-07 (meta:article:published_time)");
  });
});
