// Watching feeds as a user does: a list, a server, what is printed, and how it ends.
import { spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { ROOT, scenesetter, temporaryFolder } from "../helpers/command.ts";
import { type TestServer, testServer } from "../helpers/server.ts";

const folder = temporaryFolder();
const run = (...args: string[]) => scenesetter(args, { cwd: folder.path });
let server: TestServer;
let allow: string[];

const item = (id: number, text: string): string =>
  `<item><guid isPermaLink="false">${id}</guid><title>Talks</title><pubDate>Wed, 05 Feb 2025 08:00:00 GMT</pubDate><content:encoded>${text}</content:encoded></item>`;

beforeAll(async () => {
  server = await testServer();
  allow = ["--allow-address", new URL(server.base).host];
  const text =
    "OSLO - Prime Minister Jonas Gahr Støre of Norway will meet German Chancellor Olaf Scholz in Oslo on Thursday, his office said.";
  server.routes.set("/rss", (r) => r.end(`<rss version="2.0"><channel><title>Havn Courier</title>${item(1, text)}</channel></rss>`));
  server.routes.set("/empty", (r) => r.end('<rss version="2.0"><channel><title>Still Waters</title></channel></rss>'));
  server.routes.set("/broken", (r) => r.writeHead(500).end());
  const outline = (path: string) => `<outline text="${path}" xmlUrl="${server.base}/${path}"/>`;
  writeFileSync(
    join(folder.path, "feeds.opml"),
    `<opml version="2.0"><body>${["rss", "empty", "broken"].map(outline).join("")}</body></opml>`,
  );
});
afterAll(async () => {
  await server.close();
  folder.remove();
});

it("private addresses are refused unless they are named", async () => {
  const { stderr, code } = await run("watch", "--once", `${server.base}/rss`, "--ledger", "strict.sqlite");
  expect(stderr).toContain("was not fetched");
  expect(code).toBe(1);
  expect(server.asked).toEqual([]);
  expect((await run("watch", "--once", `${server.base}/rss`, "--allow-address", "localhost")).code).toBe(2);
});

it("feeds are read once, and sources tells what each gave, what is empty and what fails", async () => {
  const { stderr, code } = await run("watch", "--once", "feeds.opml", ...allow);
  expect(stderr).toContain("Havn Courier: 1 added, of 1 items");
  expect(code).toBe(1);
  const { stdout } = await run("sources");
  expect(stdout).toMatch(/✓ Havn Courier · http\S+\n {4}1 added \(asked .*\) · 1 text, the last of 2025-02-05/);
  expect(stdout).toMatch(/– Still Waters · .*\n {4}answers and holds no item/);
  expect(stdout).toMatch(/✗ broken · .*\n {4}fails since .*, once: the server answered 500 · no text so far/);
});

it("silence about states is told apart: covered, not covered, not known", async () => {
  const verdict = async (...args: string[]) =>
    JSON.parse((await run("sources", "--json", ...args)).stdout.trim().split("\n").at(-1)!) as object;
  expect(await verdict("--state", "Norway", "DEU")).toMatchObject({ verdict: "covered" });
  expect(await verdict("--state", "JPN")).toMatchObject({ verdict: "failed" });
  server.routes.set("/broken", (r) => r.end("<rss/>"));
  await run("watch", "--once", `${server.base}/rss`, `${server.base}/empty`, ...allow, "--ledger", "whole.sqlite");
  expect(await verdict("--state", "JPN", "--ledger", "whole.sqlite")).toMatchObject({ verdict: "not-covered" });
  expect(await verdict("--state", "NOR", "--since", "2025-03-01", "--ledger", "whole.sqlite")).toMatchObject({ verdict: "quiet" });
});

it("one feed's polls, and the list as OPML, are printed", async () => {
  expect((await run("sources", `${server.base}/broken`)).stdout).toContain("· failed · the server answered 500");
  const { stdout } = await run("sources", "--opml");
  writeFileSync(join(folder.path, "again.opml"), stdout);
  expect((await run("watch", "--once", "again.opml", ...allow, "--ledger", "again.sqlite")).stderr).toContain("Havn Courier: 1 added");
  expect((await run("watch", "--once", "nothing.opml")).code).toBe(1);
  expect((await run("sources", "--forget", `${server.base}/broken`, "--ledger", "again.sqlite")).stdout).not.toContain("broken");
  expect((await run("sources", "--forget", `${server.base}/broken`, "--ledger", "again.sqlite")).code).toBe(2);
});

it("a watch ends cleanly when it is told to, and says so", async () => {
  const child = spawn(
    process.execPath,
    [join(ROOT, "dist/src/cli/main.js"), "watch", `${server.base}/rss`, ...allow, "--ledger", "long.sqlite"],
    { cwd: folder.path, env: { ...process.env, SCENESETTER_HOME: folder.path, NO_COLOR: "1" } },
  );
  let said = "";
  child.stderr.setEncoding("utf8").on("data", (chunk: string) => {
    said += chunk;
    // Once: a second signal ends the process at once.
    if (chunk.includes("1 added")) child.kill("SIGTERM");
  });
  expect(await new Promise((resolve) => child.on("close", (code, signal) => resolve([code, signal])))).toEqual([0, null]);
  expect(said).toContain("Stopping; what was read is kept.");
  expect((await run("sources", "--ledger", "long.sqlite")).stdout).toContain("1 text,");
});
