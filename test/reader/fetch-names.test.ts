// Names that lead to addresses: each answer of the name server is checked, and what was checked is what is connected to.
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { ScenesetterError } from "../../src/model/index.ts";
import { fetchSource } from "../../src/reader/index.ts";
import { type TestServer, testServer } from "../helpers/server.ts";

/** What the name server answers, each time it is asked. */
const answers = vi.hoisted(() => new Map<string, string[][]>());
const questions = vi.hoisted((): string[] => []);
vi.mock("node:dns", async (original) => ({
  ...(await original<typeof import("node:dns")>()),
  lookup: (name: string, _options: unknown, callback: (error: Error | null, found: { address: string; family: 4 }[]) => void) => {
    questions.push(name);
    const list = answers.get(name) ?? [];
    const found = list.length > 1 ? list.shift()! : (list[0] ?? []);
    callback(
      null,
      found.map((address) => ({ address, family: 4 })),
    );
  },
}));

let server: TestServer;
let port: string;
beforeAll(async () => {
  server = await testServer();
  port = new URL(server.base).port;
  server.routes.set("/", (r) => r.end("<p>Havn</p>"));
  server.routes.set("/away", (r) => r.writeHead(302, { location: `http://inside.example:${port}/` }).end());
});
afterAll(() => server.close());
beforeEach(() => {
  answers.clear();
  questions.length = 0;
  server.asked.length = 0;
});

async function outcome(path: string): Promise<string> {
  try {
    return new TextDecoder().decode((await fetchSource(path, server.fetch)).bytes);
  } catch (error) {
    return error instanceof ScenesetterError ? error.problem.code : String(error);
  }
}

test("one question a connection: a name that leads elsewhere the second time is not asked a second time", async () => {
  answers.set("courier.example", [["127.0.0.1"], ["10.0.0.1"]]);
  expect(await outcome(`http://courier.example:${port}/`)).toBe("<p>Havn</p>");
  expect(questions).toEqual(["courier.example"]);
});

test("one bad answer among good ones refuses the name", async () => {
  answers.set("courier.example", [["127.0.0.1", "10.0.0.1"]]);
  expect(await outcome(`http://courier.example:${port}/`)).toBe("url-refused");
  answers.set("courier.example", [["10.0.0.1", "127.0.0.1"]]);
  expect(await outcome(`http://courier.example:${port}/`)).toBe("url-refused");
  expect(server.asked).toEqual([]);
});

test("a redirect to a name that leads inside is refused", async () => {
  answers.set("courier.example", [["127.0.0.1"]]);
  answers.set("inside.example", [["10.0.0.1"]]);
  expect(await outcome(`http://courier.example:${port}/away`)).toBe("url-refused");
  expect(server.asked.map((a) => a.path)).toEqual(["/away"]);
});
