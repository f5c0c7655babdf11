// Feeds watched against a server of the test's own, with a clock of the test's own.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Ledger, openLedger } from "../../src/ledger/index.ts";
import { createPipeline, type Pipeline, type PollReport, watch } from "../../src/pipeline/index.ts";
import { readSource } from "../../src/reader/index.ts";
import { type TestServer, testServer } from "../helpers/server.ts";
import { page, paragraphs, STORY } from "../reader/support.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** The reading side of a pipeline; what texts say is not what these tests are about. */
const READER: Pipeline = {
  knowledge: undefined as never,
  userDirectory: undefined,
  read: (source, published) => readSource(source, published ? { published } : {}),
  analyse: (document) => ({ document, claims: [], offices: [] }),
  process: () => [],
};

let server: TestServer;
let folder: string;
let ledger: Ledger;
let clock: number;
let polls: PollReport[];

beforeEach(async () => {
  server = await testServer();
  folder = mkdtempSync(join(tmpdir(), "watch-"));
  ledger = openLedger(join(folder, "l.sqlite"));
  clock = Date.parse("2025-02-05T09:00:00Z");
  polls = [];
});
afterEach(async () => {
  ledger.close();
  rmSync(folder, { recursive: true });
  await server.close();
});

const feedAt = (path = "/feed") => ({ url: server.base + path, title: null, page: null, groups: [] });

/** One round over the feeds that are due. */
async function once(paths: readonly string[] = ["/feed"], pipeline: Pipeline = READER): Promise<PollReport[]> {
  const reports: PollReport[] = [];
  await watch(paths.map(feedAt), ledger, pipeline, {
    once: true,
    signal: new AbortController().signal,
    onPoll: (report) => reports.push(report),
    fetch: server.fetch,
    now: () => clock,
    sleep: async (ms) => {
      clock += ms;
    },
    workers: 0,
  });
  polls.push(...reports);
  return reports;
}

const rss = (items: string, channel = ""): string =>
  `<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Havn Courier</title><link>https://c.example/</link>${channel}${items}</channel></rss>`;
const whole = (id: string, text = paragraphs()): string =>
  `<item><guid isPermaLink="false">${id}</guid><title>Talks ${id}</title><pubDate>Wed, 05 Feb 2025 08:00:00 GMT</pubDate><content:encoded><![CDATA[${text}]]></content:encoded></item>`;
const opening = (path: string, text: string = STORY[0]): string =>
  `<item><link>${server.base}${path}</link><title>Talks open</title><pubDate>Wed, 05 Feb 2025 08:00:00 GMT</pubDate><description>${text}</description></item>`;
const serve = (path: string, body: () => string, type = "application/rss+xml"): void =>
  void server.routes.set(path, (r) => r.writeHead(200, { "content-type": type }).end(body()));
const article = page(`<article><h1>Talks open</h1>${paragraphs([...STORY, ...STORY.map((s) => `${s} So it was said.`)])}</article>`);
const documents = () => ledger.documents({ asOf: null }).map((d) => d.document);
const asked = (path: string) => server.asked.filter((a) => a.path === path).length;

describe("what a feed gives", () => {
  it("is recorded: its own text where that is whole, else the page it leads to, dated by the feed", async () => {
    serve("/feed", () => rss(whole("1") + opening("/a")));
    serve("/a", () => article, "text/html");
    const [report] = await once();
    expect(report!.poll).toMatchObject({ outcome: "new", items: 2, added: 2, waiting: 0, passed: 0 });
    const texts = documents();
    expect(texts.map((d) => d.title).sort()).toEqual(["Talks 1", "Talks open"]);
    const read = texts.find((d) => d.title === "Talks open")!;
    expect(read.text).toContain("So it was said.");
    expect(read.published?.value).toBe("2025-02-05T08:00:00+00:00");
    expect(read.problems.map((p) => p.code)).not.toContain("text-teaser");
  });

  it("is read once, and again when it changes", async () => {
    let text = paragraphs();
    serve("/feed", () => rss(whole("1", text)));
    await once();
    clock += 10 * HOUR;
    expect((await once())[0]!.poll.outcome).toBe("unchanged");
    text = paragraphs([...STORY, "A joint statement was signed on Wednesday after all, both ministers said in Havn."]);
    clock += 10 * HOUR;
    expect((await once())[0]!.poll).toMatchObject({ outcome: "new", added: 1 });
    expect(documents()).toHaveLength(2);
  });

  it("is asked for on condition, also by the next process", async () => {
    server.routes.set("/feed", (r, request) => {
      if (request.headers["if-none-match"] === '"v1"') r.writeHead(304).end();
      else r.writeHead(200, { etag: '"v1"' }).end(rss(whole("1")));
    });
    await once();
    ledger.close();
    ledger = openLedger(join(folder, "l.sqlite"));
    clock += HOUR;
    expect((await once())[0]!.poll).toMatchObject({ outcome: "unchanged", items: 0 });
  });

  it("is fetched once when two feeds of an outlet lead to it", async () => {
    serve("/feed", () => rss(opening("/a")));
    serve("/world", () => rss(opening("/a")));
    serve("/a", () => article, "text/html");
    await once(["/feed"]);
    await once(["/feed", "/world"]);
    expect(asked("/a")).toBe(1);
    expect(ledger.feeds.coverage([], null).map((c) => c.texts)).toEqual([1, 1]);
  });

  it("comes from older pages too when nobody watched for a while, but not from the beginnings of a new feed", async () => {
    const pages = new Map([
      ["/feed", () => rss(whole("5") + whole("4"), `<atom:link rel="next" href="${server.base}/2"/>`)],
      ["/2", () => rss(whole("3") + whole("2"), `<atom:link rel="next" href="${server.base}/3"/>`)],
      ["/3", () => rss(whole("1"))],
    ]);
    serve("/feed", () => rss(whole("2"), `<atom:link rel="next" href="${server.base}/3"/>`));
    await once();
    expect(asked("/3")).toBe(0);
    for (const [path, body] of pages) serve(path, body);
    clock += 5 * HOUR;
    expect((await once())[0]!.poll.added).toBe(3);
    expect(asked("/2")).toBe(1);
    expect(asked("/3")).toBe(0);
  });

  it("is taken in a hundred items at a time, and the rest soon after", async () => {
    serve("/feed", () => rss(Array.from({ length: 130 }, (_, i) => whole(`${i}`, `<p>${STORY[0]} Number ${i}.</p>`)).join("")));
    expect((await once())[0]!.poll.added).toBe(100);
    expect(documents().some((d) => d.title === "Talks 0") && !documents().some((d) => d.title === "Talks 129")).toBe(true);
    expect(ledger.feeds.state(feedAt().url)!.next - clock).toBeLessThanOrEqual(MINUTE);
    clock += MINUTE;
    expect((await once())[0]!.poll.added).toBe(30);
  });
});

describe("items that make trouble", () => {
  it("are read twenty times at most, though they change with every poll", async () => {
    let count = 0;
    serve("/feed", () => rss(whole("1", `<p>${STORY[0]}</p><p>${++count} comments were made on this.</p>`)));
    for (let i = 0; i < 25; i++) {
      await once();
      clock += 5 * HOUR;
    }
    expect(documents()).toHaveLength(20);
    expect(polls.at(-1)!.poll.outcome).toBe("unchanged");
  });

  it("are told apart though they share one name", async () => {
    const text = (n: number) => `<p>${STORY[n]}</p>`;
    serve("/feed", () => rss(whole("1", text(0)) + whole("1", text(1)) + whole("1", text(2))));
    expect((await once())[0]!.poll.added).toBe(3);
    clock += HOUR;
    expect((await once())[0]!.poll.outcome).toBe("unchanged");
  });
});

describe("a page that cannot be had", () => {
  it("is tried again, on a full answer, and read when it is there", async () => {
    server.routes.set("/feed", (r, request) => {
      if (request.headers["if-none-match"]) r.writeHead(304).end();
      else r.writeHead(200, { etag: '"v1"' }).end(rss(opening("/a")));
    });
    server.routes.set("/a", (r) => r.writeHead(500).end());
    expect((await once())[0]!.poll).toMatchObject({ outcome: "new", added: 0, waiting: 1 });
    expect(documents()).toEqual([]);
    serve("/a", () => article, "text/html");
    clock += HOUR;
    expect((await once())[0]!.poll).toMatchObject({ added: 1, waiting: 0 });
    expect(documents()[0]!.text).toContain("So it was said.");
  });

  it("leaves after five tries the opening, which says that it is one", async () => {
    serve("/feed", () => rss(opening("/a")));
    server.routes.set("/a", (r) => r.writeHead(500).end());
    for (let i = 0; i < 5; i++) {
      await once();
      clock += 5 * HOUR;
    }
    expect(polls.map(({ poll }) => [poll.waiting, poll.added])).toEqual([
      [1, 0],
      [1, 0],
      [1, 0],
      [1, 0],
      [0, 1],
    ]);
    expect(documents()[0]!.problems.map((p) => p.code)).toContain("text-teaser");
    await once();
    expect(asked("/a")).toBe(5);
  });

  it("for good, or by robots.txt, leaves the opening at once, and nothing where that is one line", async () => {
    serve("/robots.txt", () => "User-agent: *\nDisallow: /closed");
    serve("/feed", () => rss(opening("/gone") + opening("/closed/a") + opening("/gone/b", "Ministers meet.")));
    expect((await once())[0]!.poll).toMatchObject({ added: 2, passed: 1, waiting: 0 });
    expect(documents().every((d) => d.problems.some((p) => p.code === "text-teaser"))).toBe(true);
    expect(asked("/closed/a")).toBe(0);
  });

  it("or that says no more than the feed is no reason to lose the feed's words", async () => {
    serve("/feed", () => rss(opening("/wall")));
    serve("/wall", () => page("<main><p>Please sign in to read on.</p></main>"), "text/html");
    await once();
    expect(documents()[0]!.text).toBe(STORY[0]);
  });
});

describe("a feed that", () => {
  it("fails is asked less and less often, with the reason kept, until it answers", async () => {
    server.routes.set("/feed", (r) => r.writeHead(500).end());
    const waits: number[] = [];
    for (let i = 0; i < 4; i++) {
      const [report] = await once();
      waits.push((report!.state.next - report!.poll.at) / MINUTE);
      clock = report!.state.next;
    }
    expect(waits).toEqual([30, 60, 120, 240]);
    const state = ledger.feeds.state(feedAt().url)!;
    expect(state).toMatchObject({ failures: 4, reason: "the server answered 500", failingSince: polls[0]!.poll.at });
    serve("/feed", () => rss(whole("1")));
    expect((await once())[0]!.state).toMatchObject({ failures: 0, failingSince: null, reason: null });
  });

  it("asks to wait is let be for as long", async () => {
    server.routes.set("/feed", (r) => r.writeHead(503, { "retry-after": "7200" }).end());
    const [report] = await once();
    expect(report!.state.next - report!.poll.at).toBe(2 * HOUR);
    clock += HOUR;
    expect(await once()).toEqual([]);
  });

  it("says how often it changes is asked no more often", async () => {
    serve("/feed", () => rss(whole("1"), "<ttl>180</ttl>"));
    const [report] = await once();
    expect(report!.state.next - report!.poll.at).toBe(3 * HOUR);
  });

  it("is silent is asked every four hours at most, and often again when something comes", async () => {
    let items = whole("1");
    serve("/feed", () => rss(items));
    for (let i = 0; i < 20; i++) clock = (await once())[0]!.state.next;
    const last = ledger.feeds.state(feedAt().url)!;
    expect(last.next - last.polled!).toBe(4 * HOUR);
    items += whole("2");
    const [report] = await once();
    expect(report!.state.next - report!.poll.at).toBe(30 * MINUTE);
  });

  it("holds no item, is a page, or is broken says so", async () => {
    serve("/feed", () => rss(""));
    serve("/page", () => page("<p>x</p>", '<link rel="alternate" type="application/rss+xml" href="/feed">'), "text/html");
    serve("/broken", () => "{}}");
    const reports = await once(["/feed", "/page", "/broken"]);
    const by = new Map(reports.map((r) => [r.state.url, r.poll]));
    expect(by.get(feedAt("/feed").url)!.outcome).toBe("empty");
    expect(by.get(feedAt("/page").url)).toMatchObject({
      outcome: "failed",
      reason: expect.stringContaining(`its feed is at ${server.base}/feed`),
    });
    expect(by.get(feedAt("/broken").url)!.outcome).toBe("failed");
  });

  it("has moved for good is asked at its new place, and at the listed one when that fails", async () => {
    server.routes.set("/feed", (r) => r.writeHead(301, { location: "/new" }).end());
    serve("/new", () => rss(whole("1")));
    await once();
    clock += 5 * HOUR;
    await once();
    expect(asked("/feed")).toBe(1);
    server.routes.delete("/new");
    serve("/feed", () => rss(whole("2")));
    for (let i = 0; i < 4; i++) {
      clock = ledger.feeds.state(feedAt().url)!.next;
      await once();
    }
    expect(ledger.feeds.state(feedAt().url)).toMatchObject({ failures: 0, fresh: expect.any(Number) });
    expect(documents()).toHaveLength(2);
  });

  it("leads to a private address leads nowhere", async () => {
    serve("/feed", () => rss("<item><link>http://127.0.0.1:1/secret</link><title>t</title><description>Read all.</description></item>"));
    server.routes.set("/moved", (r) => r.writeHead(302, { location: "http://169.254.169.254/latest" }).end());
    const reports = await once(["/feed", "/moved"]);
    const by = new Map(reports.map((r) => [r.state.url, r.poll]));
    expect(by.get(feedAt("/feed").url)).toMatchObject({ passed: 1, added: 0 });
    expect(by.get(feedAt("/moved").url)).toMatchObject({ outcome: "failed", reason: expect.stringContaining("not public") });
  });
});

describe("a watch", () => {
  /** Watches with a clock that jumps, until `enough` polls. */
  async function long(enough: number, onPoll: (n: number) => void = () => {}): Promise<number> {
    const controller = new AbortController();
    let count = 0;
    await watch([feedAt("/feed"), feedAt("/other")], ledger, READER, {
      once: false,
      signal: controller.signal,
      onPoll: () => {
        onPoll(++count);
        if (count >= enough) controller.abort();
      },
      fetch: server.fetch,
      now: () => clock,
      sleep: async (ms) => {
        clock += ms;
      },
      workers: 0,
    });
    return count;
  }

  it("goes on by itself, each feed at its own time, and ends when told to", async () => {
    serve("/feed", () => rss(whole("1"), "<ttl>60</ttl>"));
    server.routes.set("/other", (r) => r.writeHead(500).end());
    expect(await long(12)).toBe(12);
    expect(asked("/feed")).toBeGreaterThan(4);
    expect(asked("/other")).toBeGreaterThan(2);
  });

  it("that is ended in the middle of a poll keeps what was read and takes the rest up again", async () => {
    const controller = new AbortController();
    serve("/feed", () => rss(opening("/b") + opening("/a")));
    serve("/a", () => article, "text/html");
    server.routes.set("/b", () => controller.abort());
    const reports: PollReport[] = [];
    await watch([feedAt()], ledger, READER, {
      once: false,
      signal: controller.signal,
      onPoll: (r) => reports.push(r),
      fetch: server.fetch,
      now: () => clock,
      sleep: async (ms) => {
        clock += ms;
      },
      workers: 0,
    });
    expect(reports).toEqual([]);
    expect(documents()).toHaveLength(1);
    serve("/b", () => article.replace("Talks open", "Talks go on"), "text/html");
    expect((await once())[0]!.poll).toMatchObject({ outcome: "new", added: 1 });
    expect(asked("/a")).toBe(1);
  });

  it("needs no more memory after many polls than after some", async () => {
    setFlagsFromString("--expose-gc");
    const gc = runInNewContext("gc") as () => void;
    const used = (): number => {
      gc();
      return process.memoryUsage().heapUsed;
    };
    let poll = 0;
    // Every answer is new to the watch: half of the items change with each poll.
    serve("/feed", () =>
      rss(Array.from({ length: 6 }, (_, i) => whole(`${i % 2 ? i : `${++poll}-${i}`}`, `<p>Ministers met. ${i}</p>`)).join("")),
    );
    serve("/other", () => rss(whole("1")));
    let early = 0;
    await long(150, (n) => {
      if (n === 50) early = used();
    });
    expect(used() - early).toBeLessThan(3_000_000);
  }, 240_000);
});

it("records what texts say with the feed they came from", async () => {
  serve("/feed", () =>
    rss(
      whole(
        "1",
        "<p>OSLO - Prime Minister Jonas Gahr Støre of Norway will meet German Chancellor Olaf Scholz in Oslo on Thursday, his office said.</p>",
      ),
    ),
  );
  await once(["/feed"], createPipeline());
  expect(ledger.meetings({ asOf: null, states: ["NOR", "DEU"] })).toHaveLength(1);
  const [given] = ledger.feeds.coverage(["NOR", "DEU"], "2025-02-05");
  expect(given).toMatchObject({ texts: 1, about: 1 });
  expect(ledger.feeds.coverage(["NOR", "DEU"], "2025-02-06")[0]).toMatchObject({ texts: 1, about: 0 });
  expect(ledger.feeds.coverage(["JPN"], null)[0]).toMatchObject({ texts: 1, about: 0 });
});
