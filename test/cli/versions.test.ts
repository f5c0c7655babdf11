// A page that is corrected after a brief was written, from the command line: what counts when, and which lines are open again.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { scenesetter, temporaryFolder } from "../helpers/command.ts";

const folder = temporaryFolder();
const run = (...args: readonly string[]) => scenesetter(args, { cwd: folder.path });

function page(name: string, sum: string, tariff: string, modified: string | null): string {
  writeFileSync(
    join(folder.path, name),
    `<html><head><title>Norway and Chile to meet in Oslo over fisheries fund</title>
    <link rel="canonical" href="https://www.nordpost.example/news/fund"><meta property="og:site_name" content="Nord Post">
    <meta property="article:published_time" content="2030-05-01T08:00:00Z">
    ${modified ? `<meta property="article:modified_time" content="${modified}">` : ""}</head><body><article>
    <h1>Norway and Chile to meet in Oslo over fisheries fund</h1>
    <p>Foreign Minister Espen Barth Eide of Norway will meet Chilean Foreign Minister Alberto van Klaveren in Oslo on 9 May 2030, the Norwegian
    government said on Wednesday.</p>
    <p>Norway will pledge ${sum} million dollars to a fund for fisheries in Chile, officials said in the capital after a long meeting of the cabinet.</p>
    <p>Chile wants Norway to lower its tariffs on salmon by ${tariff} percent, a spokeswoman in Santiago said, and the two sides have talked about it for
    three years.</p>
    <p>The ministers will also visit the harbour and a school of navigation before they leave for the north of the country by train.</p>
    </article></body></html>`,
  );
  return name;
}

beforeAll(async () => {
  await run("add", page("first.html", "200", "30", null));
  await run("brief", "NOR", "CHL", "--out", "before.md");
  await run("brief", "NOR", "CHL", "--out", "before.html");
  await run("add", page("second.html", "150", "30", "2030-05-03T10:00:00Z"));
}, 300_000);
afterAll(folder.remove);

it("counts the version of the moment, and no other", async () => {
  const now = (await run("brief", "NOR", "CHL")).stdout;
  const then = (await run("brief", "NOR", "CHL", "--as-of", "2030-05-02")).stdout;
  expect(now).toContain("150 million");
  expect(now.replace(/In an earlier version.*/, "")).not.toMatch(/\b200\b/);
  expect(now).toMatch(/In an earlier version of its page \d\.\d had “200” in place of “150”\./);
  expect(then).toContain("200 million");
  expect(then).not.toContain("150");
  expect(now).toContain("1 independent source in 1 text");
});

it("opens the lines again that cite what was changed, and only those", async () => {
  for (const brief of ["before.md", "before.html"]) {
    const { code, stderr } = await run("verify", brief);
    expect(code).toBe(1);
    expect(stderr).toContain("[brief-outdated]");
    expect(stderr).not.toContain("[brief-altered]");
    expect(stderr).toMatch(
      /Note \d\.\d is open again: “Norway will pledge 200 million .*” now reads “Norway will pledge 150 million .*” \(version of 2030-05-03/,
    );
    expect(stderr.match(/is open again/g)).toHaveLength(1);
  }
  const { stdout } = await run("verify", "before.md", "--json");
  expect(JSON.parse(stdout)).toMatchObject({ broken: [], reopened: [{ replaced: [{ was: "200", now: "150" }] }] });
});

it("accepts the brief written anew, and the old one where there is no ledger to ask", async () => {
  await run("brief", "NOR", "CHL", "--out", "after.md");
  expect((await run("verify", "after.md")).code).toBe(0);
  expect((await run("verify", "before.md", "--ledger", "none.sqlite")).code).toBe(0);
});

it("changes nothing when both versions are added again", async () => {
  const { stdout } = await run("add", "first.html", "second.html", "--json");
  expect(JSON.parse(stdout)).toMatchObject({ added: 0, known: 2 });
  expect((await run("brief", "NOR", "CHL")).stdout).toContain("150 million");
});
