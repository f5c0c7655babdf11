import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { ScenesetterError } from "../../src/model/index.ts";
import { type Courier, createCourier } from "../../src/reader/index.ts";
import { maxAge, retryAfter } from "../../src/reader/retry-after.ts";
import { readRobots } from "../../src/reader/robots.ts";
import { type TestServer, testServer } from "../helpers/server.ts";

let server: TestServer;
let slept: number[] = [];
let clock = 0;
let courier: Courier;

beforeEach(async () => {
  server = await testServer();
  slept = [];
  clock = Date.parse("2025-02-05T09:00:00Z");
  courier = createCourier({
    fetch: server.fetch,
    now: () => clock,
    sleep: async (ms) => {
      slept.push(ms);
      clock += ms;
    },
    pause: 2000,
  });
});
afterEach(() => server.close());

const ok = (text: string) => (r: { end: (text: string) => void }) => r.end(text);
async function codeOf(promise: Promise<unknown>): Promise<string> {
  try {
    await promise;
    return "fetched";
  } catch (error) {
    return error instanceof ScenesetterError ? error.problem.code : String(error);
  }
}

describe("robots.txt is obeyed", () => {
  test("asked for once, before anything else, under our name", async () => {
    server.routes.set("/robots.txt", ok("User-agent: *\nDisallow: /\n\nUser-agent: Scenesetter\nDisallow: /private\nAllow: /private/open"));
    for (const path of ["/a", "/private/open/x"]) server.routes.set(path, ok("x"));
    expect((await courier.fetch(`${server.base}/a`)).status).toBe(200);
    expect((await courier.fetch(`${server.base}/private/open/x`)).status).toBe(200);
    expect(await codeOf(courier.fetch(`${server.base}/private/x`))).toBe("url-disallowed");
    expect(server.asked.map((a) => a.path)).toEqual(["/robots.txt", "/a", "/private/open/x"]);
    expect(server.asked.every((a) => a.headers["user-agent"] === "scenesetter")).toBe(true);
  });

  test("at redirects too", async () => {
    server.routes.set("/robots.txt", ok("User-agent: *\nDisallow: /private"));
    server.routes.set("/a", (r) => r.writeHead(302, { location: "/private/a" }).end());
    expect(await codeOf(courier.fetch(`${server.base}/a`))).toBe("url-disallowed");
    expect(server.asked.map((a) => a.path)).toEqual(["/robots.txt", "/a"]);
  });

  test("none there: all allowed; an unreachable one: nothing allowed, until it is asked for again", async () => {
    server.routes.set("/a", ok("x"));
    expect(await codeOf(courier.fetch(`${server.base}/a`))).toBe("fetched");
    clock += 2 * 86_400_000;
    server.routes.set("/robots.txt", (r) => r.writeHead(500).end());
    expect(await codeOf(courier.fetch(`${server.base}/a`))).toBe("url-disallowed");
    server.routes.set("/robots.txt", ok(""));
    expect(await codeOf(courier.fetch(`${server.base}/a`))).toBe("url-disallowed");
    clock += 3_600_000;
    expect(await codeOf(courier.fetch(`${server.base}/a`))).toBe("fetched");
  });

  test("a pause it asks for is kept, up to a minute", async () => {
    server.routes.set("/robots.txt", ok("User-agent: *\nCrawl-delay: 7"));
    server.routes.set("/a", ok("x"));
    await courier.fetch(`${server.base}/a`);
    await courier.fetch(`${server.base}/a`);
    expect(slept.at(-1)).toBe(7000);
  });

  test.each([
    ["User-agent: *\nDisallow:", true],
    ["User-agent: *\nDisallow: /", false],
    ["User-agent: other\nDisallow: /", true],
    ["User-agent: *\nDisallow: /*.html$", false],
    ["User-agent: *\nDisallow: /news\nAllow: /news/a.html", true],
    ["User-agent: *\nAllow: /news/\nDisallow: /news/", true],
    ["User-agent: a\nUser-agent: SceneSetter\nDisallow: /news", false],
    ["\uFEFFUser-agent: * # all\nDisallow: /news # none", false],
    ["user-agent: scenesetter\ndisallow: /x\nuser-agent: *\ndisallow: /", true],
  ])("%j", (text, allowed) => {
    expect(readRobots("https://c.example/robots.txt", text).allows("https://c.example/news/a.html")).toBe(allowed);
  });
});

describe("hosts are spared", () => {
  test("one request at a time, a pause between two", async () => {
    let under = 0;
    let most = 0;
    for (const path of ["/a", "/b", "/c"])
      server.routes.set(path, (r) => {
        most = Math.max(most, ++under);
        setTimeout(() => {
          under--;
          r.end("x");
        }, 20);
      });
    await Promise.all(["/a", "/b", "/c"].map((path) => courier.fetch(server.base + path)));
    expect(most).toBe(1);
    expect(slept).toHaveLength(3);
    expect(slept.every((ms) => ms > 1500 && ms <= 2000)).toBe(true);
  });

  test("a long queue is no reason to give up", async () => {
    server.routes.set("/a", ok("x"));
    const all = await Promise.all(Array.from({ length: 12 }, () => courier.fetch(`${server.base}/a`)));
    expect(all.every(({ status }) => status === 200)).toBe(true);
  });

  test("hosts do not wait for each other", async () => {
    const other = await testServer("127.0.0.2");
    try {
      const ports = [server.base, other.base].map((base) => new URL(base).port);
      const both = createCourier({
        fetch: { allowAddress: (a) => a.startsWith("127.0.0."), allowPort: (p) => ports.includes(p), timeout: 30_000 },
        now: () => performance.now(),
        sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
        pause: 150,
      });
      server.routes.set("/a", (r) => r.writeHead(302, { location: `${other.base}/b` }).end());
      other.routes.set("/b", (r) => r.writeHead(302, { location: `${server.base}/c` }).end());
      server.routes.set("/c", ok("x"));
      // Redirects that cross between the hosts do not lock each other out.
      const answers = await Promise.all([both.fetch(`${server.base}/a`), both.fetch(`${other.base}/b`)]);
      expect(answers.map((a) => a.url)).toEqual([`${server.base}/c`, `${server.base}/c`]);
    } finally {
      await other.close();
    }
  });

  test("one that asks to wait is not asked before", async () => {
    server.routes.set("/a", (r) => r.writeHead(429, { "retry-after": "600" }).end());
    expect((await courier.fetch(`${server.base}/a`)).status).toBe(429);
    const asked = server.asked.length;
    expect(await codeOf(courier.fetch(`${server.base}/b`))).toBe("url-waiting");
    expect(server.asked).toHaveLength(asked);
    clock += 601_000;
    expect(await codeOf(courier.fetch(`${server.base}/b`))).toBe("fetched");
  });
});

test("what is there already is asked for on condition", async () => {
  server.routes.set("/f", (r, request) => {
    if (request.headers["if-none-match"] === '"7"' && request.headers["if-modified-since"] === "Tue, 04 Feb 2025 08:00:00 GMT")
      r.writeHead(304).end();
    else r.writeHead(200, { etag: '"7"', "last-modified": "Tue, 04 Feb 2025 08:00:00 GMT" }).end("<rss/>");
  });
  const first = await courier.fetch(`${server.base}/f`);
  expect(first.headers).toMatchObject({ etag: '"7"', "last-modified": "Tue, 04 Feb 2025 08:00:00 GMT" });
  const second = await courier.fetch(`${server.base}/f`, { etag: first.headers.etag, lastModified: first.headers["last-modified"] });
  expect(second).toMatchObject({ status: 304, bytes: new Uint8Array() });
});

test("a move for good is told from a passing one", async () => {
  server.routes.set("/old", (r) => r.writeHead(301, { location: "/new" }).end());
  server.routes.set("/today", (r) => r.writeHead(302, { location: "/new" }).end());
  server.routes.set("/new", ok("x"));
  expect((await courier.fetch(`${server.base}/old`)).movedTo).toBe(`${server.base}/new`);
  expect((await courier.fetch(`${server.base}/today`)).movedTo).toBeNull();
});

test("addresses that are not public are refused, and their robots.txt is not asked for", async () => {
  const strict = createCourier({ now: () => clock, sleep: async () => {}, pause: 0 });
  expect(await codeOf(strict.fetch(`${server.base}/a`))).toBe("url-refused");
  expect(await codeOf(strict.fetch("http://localhost/a"))).toBe("url-refused");
  expect(server.asked).toEqual([]);
});

test("how long to wait", () => {
  const now = Date.parse("2025-02-05T09:00:00Z");
  expect(retryAfter("120", now)).toBe(now + 120_000);
  expect(retryAfter("Wed, 05 Feb 2025 09:05:00 GMT", now)).toBe(now + 300_000);
  expect(retryAfter("Wed, 05 Feb 2020 09:05:00 GMT", now)).toBe(now);
  expect(retryAfter("99999999", now)).toBe(now + 7 * 86_400_000);
  expect(retryAfter("soon", now)).toBeNull();
  expect(retryAfter(null, now)).toBeNull();
  expect(maxAge("public, max-age=600")).toBe(600_000);
  expect(maxAge("s-maxage=600")).toBe(0);
});
