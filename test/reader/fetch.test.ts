import { createServer, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ScenesetterError } from "../../src/model/index.ts";
import { isPublicAddress } from "../../src/reader/addresses.ts";
import { type FetchOptions, fetchSource } from "../../src/reader/index.ts";

/** Only these tests may reach the loopback address; nothing else relaxes. */
const ALLOW: FetchOptions = { allowAddress: (address) => address === "127.0.0.1", allowPort: () => true, timeout: 2000 };

async function codeOf(promise: Promise<unknown>): Promise<string> {
  try {
    await promise;
    return "fetched";
  } catch (error) {
    return error instanceof ScenesetterError ? `${error.problem.code}: ${error.problem.message}` : String(error);
  }
}

// Packed beforehand: the server runs in this process, and its work would count against the time allowed.
const BOMB = gzipSync(Buffer.alloc(50_000_000));

let server: Server;
let base = "";
let asked: string[] = [];
const routes: Readonly<Record<string, (response: ServerResponse) => void>> = {
  "/page": (r) => r.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end("<p>Havn</p>"),
  "/gzip": (r) => r.writeHead(200, { "content-encoding": "gzip" }).end(gzipSync("<p>Havn</p>")),
  "/bomb": (r) => r.writeHead(200, { "content-encoding": "gzip" }).end(BOMB),
  "/big": (r) => r.writeHead(200).end(Buffer.alloc(6_000_000)),
  "/stacked": (r) => r.writeHead(200, { "content-encoding": "gzip, gzip" }).end("x"),
  "/missing": (r) => r.writeHead(404).end(),
  "/once": (r) => r.writeHead(302, { location: "/page" }).end(),
  "/loop": (r) => r.writeHead(302, { location: "/loop" }).end(),
  "/meta": (r) => r.writeHead(302, { location: "http://169.254.169.254/latest/meta-data/" }).end(),
  "/file": (r) => r.writeHead(302, { location: "file:///etc/passwd" }).end(),
  "/user": (r) => r.writeHead(302, { location: "http://me:secret@127.0.0.1/" }).end(),
  "/slow": () => {},
  "/headers": (r) => r.writeHead(200, { "x-long": "a".repeat(30_000) }).end("x"),
};

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(request.url ?? "");
    const route = routes[request.url ?? ""];
    if (route) route(response);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

describe("a page is fetched", () => {
  test("with its content type and final address, after a redirect too", async () => {
    const source = await fetchSource(`${base}/once`, ALLOW);
    expect(new TextDecoder().decode(source.bytes)).toBe("<p>Havn</p>");
    expect(source).toMatchObject({ file: `${base}/once`, url: `${base}/page`, contentType: "text/html; charset=utf-8" });
  });

  test("decompressed", async () => {
    expect(new TextDecoder().decode((await fetchSource(`${base}/gzip`, ALLOW)).bytes)).toBe("<p>Havn</p>");
  });
});

describe("limits", () => {
  test.each([
    ["/bomb", "url-failed", "5000000 bytes"],
    ["/big", "url-failed", "5000000 bytes"],
    ["/stacked", "url-failed", "gzip, gzip"],
    ["/missing", "url-failed", "404"],
    ["/loop", "url-failed", "more than 5 times"],
    ["/headers", "url-failed", ""],
    ["/meta", "url-refused", "not public"],
    ["/file", "url-refused", "neither http: nor https:"],
    ["/user", "url-refused", "user name"],
  ])("%s", async (path, code, reason) => {
    const result = await codeOf(fetchSource(`${base}${path}`, ALLOW));
    expect(result).toContain(code);
    expect(result).toContain(reason);
    expect(result).not.toContain("secret");
  });

  test("time", async () => {
    expect(await codeOf(fetchSource(`${base}/slow`, { ...ALLOW, timeout: 300 }))).toContain("took too long");
  });
});

describe("without leave, no address that is not public is asked for anything", () => {
  test.each([
    "http://127.0.0.1/",
    "http://localhost/",
    "http://2130706433/",
    "http://0x7f.1/",
    "http://0177.0.0.1/",
    "http://127.1/",
    "http://１２７.0.0.1/",
    "http://[::1]/",
    "http://[::ffff:127.0.0.1]/",
    "http://[64:ff9b::7f00:1]/",
    "http://[2002:7f00:1::]/",
    "http://[2001:0:53aa:64c:0:0:80ff:fffe]/",
    "http://[fd00::1]/",
    "http://[fe80::1]/",
    "http://10.0.0.1/",
    "http://172.16.3.4/",
    "http://192.168.1.1/",
    "http://169.254.169.254/",
    "http://100.64.0.1/",
    "http://0.0.0.0/",
    "http://224.0.0.1/",
    "http://user:pass@courier.example/",
    "http://courier.example:8080/",
    "ftp://courier.example/",
    "javascript:alert(1)",
    "not an address",
  ])("%s", async (address) => {
    expect(await codeOf(fetchSource(address))).toMatch(/^url-refused/);
  });

  test("the local server was not reached", async () => {
    asked = [];
    expect(await codeOf(fetchSource(`${base}/page`))).toMatch(/^url-refused/);
    expect(await codeOf(fetchSource(`${base}/page`, { allowPort: () => true }))).toMatch(/^url-refused/);
    expect(await codeOf(fetchSource(`http://localhost:${new URL(base).port}/page`, { allowPort: () => true }))).toMatch(/^url-refused/);
    expect(asked).toEqual([]);
  });

  test("public addresses are allowed", () => {
    for (const address of ["8.8.8.8", "93.184.215.14", "2606:4700:4700::1111", "[2a00:1450:4001:81b::200e]"])
      expect(isPublicAddress(address)).toBe(true);
    for (const address of ["", "courier.example", "1.2.3", "::", "::ffff:8.8.8.8", "fec0::1", "2001:db8::1", "192.0.2.1"])
      expect(isPublicAddress(address)).toBe(false);
  });
});
