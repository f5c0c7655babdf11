import { describe, expect, test } from "vitest";
import { WALL_ROWS, wallRow } from "../../src/reader/html/wall-rows.ts";
import { codes, page, paragraphs, read } from "./support.ts";

const problemOf = (html: string) => read(html).problems.find((p) => p.code === "text-empty" || p.code === "text-partial");

describe("the rows of phrases", () => {
  test.each(WALL_ROWS.flatMap((row) => row.examples.map((example) => [row.kind, example] as const)))("%s: %s", (kind, example) => {
    expect(wallRow(example)?.kind).toBe(kind);
  });

  test.each([
    "The minister said that users must accept all terms of the lease before the pier opens.",
    "Police denied access to the harbour after the storm.",
    "Subscribers of the newspaper voted on the name of the ferry.",
    "The court ruled that the site had set cookies without consent.",
    "He said that the story would not go away.",
    "Flight 404 left Sund at noon.",
    "The ferry is out of service until May.",
    "She asked members to continue the strike.",
  ])("news is none: %s", (sentence) => {
    expect(wallRow(sentence)).toBeNull();
  });
});

describe("pages without an article", () => {
  const consent =
    "We and our 842 partners use cookies to store and access personal data on your device. With your consent, we measure what you read and show personalised ads and content.";
  test.each<[string, string, string]>([
    [
      "a login wall",
      page("<main><h1>Ferry dues doubled</h1><p>This article is for subscribers.</p><p>Sign in to continue reading</p></main>"),
      "login",
    ],
    [
      "a German one",
      page(
        "<main><h1>Hafen teurer</h1><p>Um diesen Artikel weiterzulesen, brauchen Sie ein Abonnement.</p><p>Bereits Abonnent?</p></main>",
      ),
      "login",
    ],
    ["a Polish one", page("<main><p>Zaloguj się, aby czytać dalej.</p><p>Artykuł tylko dla prenumeratorów</p></main>"), "login"],
    ["a Japanese one", page("<main><p>この記事は会員限定です。</p><p>ログインして続きを読む</p></main>"), "login"],
    [
      "a cookie wall",
      page(
        `<main><h1>We value your privacy</h1><p>${consent}</p><p>${consent.replace("842", "841")} You can withdraw your consent at any time.</p></main>`,
      ),
      "cookies",
    ],
    [
      "a French one",
      page(
        "<main><h2>Votre vie privée</h2><p>Nous et nos 132 partenaires utilisons des cookies pour mesurer l’audience et vous proposer des contenus.</p><p>Continuer sans accepter</p></main>",
      ),
      "cookies",
    ],
    [
      "a page that needs scripts",
      page('<div id="root"></div><noscript>You need to enable JavaScript to run this app.</noscript>'),
      "script",
    ],
    ["a Spanish one", page("<p>Por favor, active JavaScript en su navegador para ver esta página.</p>"), "script"],
    [
      "a robot check",
      page(
        "<h1>courier.example</h1><p>Verify you are human by completing the action below.</p><p>Performance and security</p>",
        "<title>Just a moment...</title>",
      ),
      "robots",
    ],
    [
      "a refusal",
      page(
        "<h1>Access Denied</h1><p>You don't have permission to access this page on this server.</p><p>Reference number 18.2f</p>",
        "<title>Access Denied</title>",
      ),
      "robots",
    ],
    [
      "a missing page",
      page(
        "<h1>Page not found</h1><p>Try the search, or go back to the front page of the Courier, where all of today's news waits.</p>",
        "<title>404 | Courier</title>",
      ),
      "missing",
    ],
    [
      "a Russian one",
      page("<h1>Страница не найдена</h1><p>Возможно, она была удалена.</p>", "<title>Страница не найдена</title>"),
      "missing",
    ],
    ["a Portuguese one", page("<main><p>Página não encontrada</p></main>"), "missing"],
    [
      "a server out of order",
      page("<center><h1>502 Bad Gateway</h1></center><hr><center>nginx</center>", "<title>502 Bad Gateway</title>"),
      "down",
    ],
  ])("%s is named, and nothing of it is text", (_, html, kind) => {
    const reasons = {
      login: "asks for a login",
      cookies: "consent to cookies",
      script: "only by script",
      robots: "check for robots",
      missing: "not there",
      down: "out of order",
      legal: "legal notice",
    };
    const document = read(html);
    expect(problemOf(html)?.message).toContain(reasons[kind as keyof typeof reasons]);
    expect(document.text).toBe("");
  });

  test("the words of a wall are reported as removed", () => {
    const { removals } = read(page("<main><h1>Ferry dues doubled</h1><p>This article is for subscribers.</p></main>"));
    expect(removals.some((r) => r.step === "wall" && r.text.includes("for subscribers"))).toBe(true);
  });
});

describe("articles beside a wall", () => {
  const story = paragraphs();

  test("with a cookie banner stay", () => {
    const html = page(
      `<div><p>We value your privacy</p><p>We use cookies. Accept all</p></div><article><h1>Ministers open talks</h1>${story}</article>`,
    );
    expect(problemOf(html)).toBeUndefined();
    expect(read(html).text).toContain("\n\n");
  });

  test("are found behind a notice longer than themselves that has no name", () => {
    const notice =
      "This website uses cookies to improve your visit. By clicking agree you consent to all cookies in accordance with our policy, which lists each of them, who sets it, what it is good for, how long it stays on your device and how you can take it off again when you no longer want it there.";
    const text = "Ministers of two coasts met in Sund on Friday and agreed on the price of the ferries.";
    const html = page(
      `<div><div><p>${notice}</p><p>${notice.replace("This website", "Our site")}</p></div></div><div><h1>Ministers agree</h1><p>${text}</p></div>`,
    );
    expect(problemOf(html)).toBeUndefined();
    expect(read(html).text).toBe(text);
  });

  test("with an offer of a subscription after a whole text stay", () => {
    const long = Array.from(
      { length: 12 },
      (_, i) =>
        `<p>In round ${i + 1} of the talks the ministers of the two coasts spoke about pier number ${i + 40} and about what it would cost to keep the lamps lit in winter.</p>`,
    ).join("");
    const html = page(`<article><h1>Ministers open talks</h1>${long}<p>Subscribe to continue reading the Courier tomorrow.</p></article>`);
    expect(problemOf(html)).toBeUndefined();
  });

  test("about cookies, missing pages and logins stay", () => {
    const html = page(
      "<article><h1>Court fines shop over cookies</h1><p>The court in Sund fined a shop on Friday because its site had set cookies before visitors agreed to them, its first such ruling.</p><p>The shop's page of terms could not be found for a week, the judges said, and visitors who wished to read it were sent elsewhere.</p><p>The shop said it would appeal and that all its customers could log in as before.</p></article>",
      "<title>Court fines shop over cookies</title>",
    );
    expect(problemOf(html)).toBeUndefined();
  });

  test("that show only their beginning say so, without the call to subscribe", () => {
    const html = page(
      "<article><h1>Ministers open talks</h1><p>Ministers of two coasts met in Sund on Friday and spoke about the price of the ferries, the first such talks in nine years.</p><p>Subscribe to continue reading</p></article>",
    );
    expect(codes(read(html))).toContain("text-partial");
    expect(read(html).text).toBe(
      "Ministers of two coasts met in Sund on Friday and spoke about the price of the ferries, the first such talks in nine years.",
    );
  });

  test("that say in their data that they are not free, and are short, say so too", () => {
    const ld =
      '<script type="application/ld+json">{"@type":"NewsArticle","headline":"Ministers open talks","isAccessibleForFree":false}</script>';
    const text =
      "<p>Ministers of two coasts met in Sund on Friday and spoke about the price of the ferries, the first such talks in nine years.</p>";
    expect(codes(read(page(`<article><h1>Ministers open talks</h1>${text}</article>`, ld)))).toContain("text-partial");
  });

  test("where one must log in to comment stay whole", () => {
    const html = page(
      `<article><h1>Ministers open talks</h1>${story}</article><div class="comments"><p>You must be logged in to post a comment.</p></div>`,
    );
    expect(problemOf(html)).toBeUndefined();
  });
});
