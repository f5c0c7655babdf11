import { describe, expect, test } from "vitest";
import { page, paragraphs, read, STORY } from "./support.ts";

const TEXT = STORY.join("\n\n");
const article = (inner: string): string =>
  page(
    `<main><article><h1>Ministers open talks in Havn</h1>${inner}</article></main>`,
    "<title>Ministers open talks in Havn | Havn Courier</title>",
  );

describe("layouts", () => {
  test.each([
    ["paragraph elements", paragraphs()],
    ["div elements", STORY.map((p) => `<div class="text">${p}</div>`).join("")],
    ["two line breaks", STORY.join("<br><br>\n")],
    ["line breaks with space between", STORY.join("<br>\n <br/>")],
    ["single line breaks after whole sentences", STORY.join("<br>")],
    ["table cells", `<table>${STORY.map((p) => `<tr><td>${p}</td></tr>`).join("")}</table>`],
    [
      "sections of their own",
      STORY.map((p) => `<section class="chunk"><div><p>${p}</p></div></section>`).join("<div class='ad'>Buy boats</div>"),
    ],
    [
      "paywall wrappers",
      `<div class="subscriber-preview"><p>${STORY[0]}</p></div><div class="subscriber-only">${paragraphs(STORY.slice(1))}</div>`,
    ],
  ])("%s", (_, inner) => {
    expect(read(article(inner)).text).toBe(TEXT);
  });

  test("a page without html, head or body", () => {
    expect(read(`<title>Talks</title>${paragraphs()}`).text).toBe(TEXT);
  });

  test("tables that lay out the page, text loose in a cell", () => {
    const html = page(
      `<table><tr><td class="left"><a href="/">Home</a> <a href="/w">World</a></td><td class="main"><h1>Ministers open talks in Havn</h1><div>${STORY.join("<br/><br/>")}</div></td></tr></table>`,
    );
    expect(read(html).text).toBe(TEXT);
  });

  test("lists and headings inside the article are text", () => {
    const document = read(
      article(
        `<p>${STORY[0]}</p><h2>What is at stake</h2><ul><li>The catch limit in the strait</li><li>Two patrol boats</li></ul><p>${STORY[1]}</p>`,
      ),
    );
    expect(document.text.split("\n\n")).toEqual([
      STORY[0],
      "What is at stake",
      "The catch limit in the strait",
      "Two patrol boats",
      STORY[1],
    ]);
  });

  test("white space is folded, no-break spaces are spaces, quotation marks stay as they are", () => {
    const document = read(
      article(
        `<p>The duty is\n   now&nbsp;75&nbsp;% for “all” bottles, <b>said</b>\tthe minister's aide, and will rise to 80&#160;% in May.</p><p>${STORY[1]}</p>`,
      ),
    );
    expect(document.text.split("\n\n")[0]).toBe(
      "The duty is now 75 % for “all” bottles, said the minister's aide, and will rise to 80 % in May.",
    );
  });

  test("pictures, unknown elements and spans inside a paragraph do not break it", () => {
    const document = read(
      article(
        `<p>The minister <x-tip>Ana <b>Weiss</b></x-tip> said <img src="a"> that <picture><source><img></picture>talks would go on <span>until May</span>.</p><p>${STORY[1]}</p>`,
      ),
    );
    expect(document.text.split("\n\n")[0]).toBe("The minister Ana Weiss said that talks would go on until May.");
  });

  test("character references that were escaped twice are read", () => {
    const document = read(
      article(
        `<p>The minister&amp;#8217;s aide said &amp;ldquo;not yet&amp;rdquo; to AT&amp;T and to x &lt; y &amp;amp; z in the town hall of Havn.</p><p>${STORY[1]}</p>`,
      ),
    );
    expect(document.text.split("\n\n")[0]).toBe("The minister’s aide said “not yet” to AT&T and to x < y & z in the town hall of Havn.");
  });

  test("soft hyphens, zero-width and direction marks are left out", () => {
    expect(
      read(
        article(
          `<p>The nego\u00adtiators met \u202eagain\u202c in the town\u200b hall of Havn on the last day of May.</p><p>${STORY[1]}</p>`,
        ),
      ).text,
    ).toContain("The negotiators met again in the town hall");
  });

  test("text that the page shows only by script is read from its JSON-LD", () => {
    const data = JSON.stringify({ "@type": "NewsArticle", headline: "Talks", articleBody: `${TEXT} ${TEXT.replaceAll("Havn", "Oslo")}` });
    expect(read(page("<div id=app></div>", `<script type="application/ld+json">${data}</script>`)).text).toContain(STORY[2]);
  });

  test("JSON-LD text points to the container and the page's own paragraphs are kept", () => {
    const data = JSON.stringify({ "@type": "NewsArticle", headline: "Talks", articleBody: STORY.join(" ") });
    const html = page(
      `<div class="x1">${paragraphs()}</div><div class="x2">${paragraphs(["The harbour of Havn has been rebuilt with money from the region, and a new ferry has been ordered from the yard.", "Its mayor said that the town would celebrate the opening with fireworks, a market and a race of old boats."])}</div>`,
      `<script type="application/ld+json">${data}</script>`,
    );
    expect(read(html).text).toBe(TEXT);
  });
});

describe("what is no text of the article is taken away and reported", () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ["advert", "aside", '<aside class="inline-ad"><span>Advertisement</span><p>Fly to Havn from 49 crowns. Book today.</p></aside>'],
    ["advert", "label", "<div><p>ADVERTISEMENT</p></div>"],
    ["advert", "sponsored line", "<p>Sponsored: ten boats that every captain dreams of</p>"],
    ["related", "read also", '<p><b>READ ALSO:</b> <a href="/x">Mayor of Havn resigns over ferry</a></p>'],
    ["related", "box", '<div class="related-links"><h3>Related</h3><ul><li><a href="/a">Ferry late again</a></li></ul></div>'],
    [
      "related",
      "list under a heading",
      "<h3>You may also like</h3><ul><li><a href='/a'>Ferry late again</a></li><li>Ten sea views</li></ul>",
    ],
    [
      "promotion",
      "newsletter",
      '<div class="newsletter-signup"><h4>The Morning Tide</h4><p>Our editor’s pick, every weekday at 7.</p></div>',
    ],
    ["promotion", "newsletter line", "<p>Sign up for our free newsletter from the capital, delivered to your inbox.</p>"],
    ["caption", "figure", "<figure><img src='x'><figcaption>The quay of Havn. Photo: A. Weiss</figcaption></figure>"],
    ["caption", "credit", "<p>Photo: A. Weiss / Havn Courier</p>"],
    [
      "caption",
      "line in italics below a picture",
      "<p><a href='/q'><img src='q.jpg'></a></p><p><em>The quay of Havn at dawn by A. Weiss</em></p>",
    ],
    [
      "caption",
      "the picture's description again",
      "<div><img src='q.jpg' alt='The quay of Havn at dawn'><span>The quay of Havn at dawn</span></div>",
    ],
    ["caption", "named inline", "<p><span class='image-caption'>The quay of Havn. Ana Weiss</span></p>"],
    [
      "related",
      "linked headlines in a list",
      "<ul><li><h4><a href='/a'>Ferry late again in Havn</a></h4></li><li><h4><a href='/b'>Mayor of Havn resigns</a></h4></li></ul>",
    ],
    [
      "related",
      "card",
      "<div><a href='/a'><img src='f.jpg'></a><div><h3><a href='/s'>Sea and shore</a></h3><h3><a href='/a'>What we know of the late ferry</a></h3></div></div>",
    ],
    [
      "related",
      "list of links",
      "<ul><li>A GUIDE: <a href='/a'>How do I get to Havn?</a></li><li>THE SEA: <a href='/b'>The rules on nets and boats</a></li><li>TOOL: <a href='/c'>Count the fish of your coast</a></li></ul>",
    ],
    ["related", "pointer", "<p>Read more Only for members <a href='/x'>The long night of the late ferry</a></p>"],
    ["byline", "author between parts", "<p>By Mara Lind, Coast Review, Havn</p>"],
    ["share", "buttons", '<ul class="share"><li><a href="#">Facebook</a></li><li><a href="#">Copy link</a></li></ul>'],
    ["share", "words", "<div>Share on Facebook</div>"],
    ["tags", "tags", '<div class="tags">Tags: Havn, Norland, fish</div>'],
    ["poll", "poll", '<div class="poll"><b>READER POLL</b> Should Norland fish less? Yes 61% No 39%</div>'],
    ["byline", "agency", "<p>(Reporting by Ana Weiss in Havn; editing by Paul Lund)</p>"],
    ["consent", "cookies", '<div id="cookie-banner"><p>This site and 84 partners want to store cookies on your device.</p></div>'],
    ["summary", "key points", '<div class="key-points"><b>Key points</b><ul><li>Norland gives up all fishing</li></ul></div>'],
    ["hidden", "hidden", '<div style="display:none"><p>You have two free articles left this month, subscribe now.</p></div>'],
    [
      "comments",
      "comments",
      '<section class="comments"><h3>2 comments</h3><div><b>tern88</b> <p>They have agreed long ago, ask my cousin.</p></div></section>',
    ],
  ];
  test.each(cases)("%s: %s", (step, _, junk) => {
    const document = read(article(`<p>${STORY[0]}</p><p>${STORY[1]}</p>${junk}<p>${STORY[2]}</p>`));
    expect(document.text).toBe(TEXT);
    expect(document.removals.map((r) => r.step)).toContain(step);
  });

  test("author and date lines between the headline and the text", () => {
    const document = read(
      article(
        `<div>By Ana Weiss and Paul Lund, Courier Service</div><div>June 3, 2024 1:05 PM UTC · Updated 2 years ago</div>${paragraphs()}`,
      ),
    );
    expect(document.text).toBe(TEXT);
    expect(document.author).toBe("Ana Weiss and Paul Lund");
  });

  test("a line of fields with the date", () => {
    const line = "<p>05/10/2023 - Published by: Ana Weiss - Category: Harbour - Tags: ferry dues pier</p>";
    expect(read(article(`${line}${paragraphs()}`)).text).toBe(TEXT);
  });

  test("a pull quote that repeats words of the text", () => {
    const document = read(
      article(`<p>${STORY[0]}</p><blockquote><p>Sudia has offered a tenth</p></blockquote><p>${STORY[1]}</p><p>${STORY[2]}</p>`),
    );
    expect(document.text).toBe(TEXT);
    expect(document.removals).toContainEqual({
      step: "pull-quote",
      reason: "repeats a sentence of the text",
      text: "Sudia has offered a tenth",
    });
  });

  test("a figure that sets out a quotation or a table is text", () => {
    const document = read(
      article(
        `<p>${STORY[0]}</p><figure><blockquote><p>We will not fish in the dark again.</p></blockquote></figure><figure><table><tr><td>Sudia offers a tenth.</td></tr></table></figure><p>${STORY[1]}</p>`,
      ),
    );
    expect(document.text.split("\n\n")).toEqual([STORY[0], "We will not fish in the dark again.", "Sudia offers a tenth.", STORY[1]]);
  });

  test("quoted posts, lists with some links, linked headings of parts and plain lines after pictures are text", () => {
    const post = "We will not fish in the dark again.";
    const document = read(
      article(
        `<p>${STORY[0]}</p><div class="social-media-embed"><blockquote class="tweet"><p>${post}</p></blockquote></div><h3><a href="/strait">The strait</a></h3><p>${STORY[1]}</p><img src="q.jpg" alt="quay"><p>No signature is expected</p><ul><li>The catch limit in the <a href="/s">strait</a></li><li>Two patrol boats</li><li>A <a href="/h">harbour</a> master for both coasts</li></ul><p>${STORY[2]}</p>`,
      ),
    );
    expect(document.text.split("\n\n")).toEqual([
      STORY[0],
      post,
      "The strait",
      STORY[1],
      "No signature is expected",
      "The catch limit in the strait",
      "Two patrol boats",
      "A harbour master for both coasts",
      STORY[2],
    ]);
  });

  test("a quotation that the text has nowhere else stays", () => {
    expect(
      read(article(`<p>${STORY[0]}</p><blockquote><p>We will not fish in the dark again.</p></blockquote><p>${STORY[1]}</p>`)).text,
    ).toContain("fish in the dark");
  });

  test("a heading such as “Latest” in the middle cuts nothing of the text after it", () => {
    expect(read(article(`<p>${STORY[0]}</p><h2>Related</h2><p>${STORY[1]}</p><p>${STORY[2]}</p>`)).text).toContain(STORY[2]);
  });

  test("page furniture around the article is reported too", () => {
    const document = read(
      page(`<nav><a href="/">Home</a></nav><article><h1>Talks</h1>${paragraphs()}</article><footer><p>© 2024 Havn Courier.</p></footer>`),
    );
    expect(document.text).toBe(TEXT);
    expect(document.removals.map((r) => r.text)).toEqual(expect.arrayContaining(["Home", "Talks", "© 2024 Havn Courier."]));
  });

  test("an element whose name misleads keeps the article it holds", () => {
    expect(read(page(`<div class="sidebar related comment"><h1>Talks</h1>${paragraphs()}</div>`)).text).toBe(TEXT);
  });
});

test("no script, style or markup reaches the text", () => {
  const document = read(
    article(`<script>alert("Havn")</script><style>p{}</style><p>${STORY[0]} <img src=x onerror="alert(1)"></p><p>${STORY[1]}</p>`),
  );
  expect(document.text).toBe(`${STORY[0]}\n\n${STORY[1]}`);
});
