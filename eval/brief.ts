// What a brief says and must not say: `node dist/eval/brief.js --gold DIR [--out DIR] [--missing]`, DIR one scenario or a folder of scenarios.
// Prints one line of JSON, {scenario: {said, of, wrong, later?}}. A scenario is docs/, gold.json (meeting.states, brief_as_of) and checks.json; where this
// has `later`, the brief as of gold's later_as_of, when the readouts are out, is checked too.
// --out writes the briefs there; --missing tells on standard error what was not said, and what was said and must not be.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { type Briefing, renderHtml, renderJson, renderMarkdown } from "../src/brief/index.ts";
import { briefWriter, goldOf, scenarioFolders } from "./scenario.ts";

interface Check {
  readonly all?: readonly string[];
  readonly any?: readonly string[];
  readonly anywhere?: boolean;
}

interface Checks {
  readonly must: readonly (Check & { readonly fact: string })[];
  readonly mustNot: readonly (Check & { readonly statement: string })[];
  readonly later?: Checks;
}

/** A fact counts as said when all its patterns match within this many neighbouring lines. */
const WINDOW = 6;

const { values } = parseArgs({
  options: { gold: { type: "string" }, out: { type: "string" }, missing: { type: "boolean", default: false } },
});
if (values.gold === undefined) {
  console.error("usage: node dist/eval/brief.js --gold DIR [--out DIR] [--missing]");
  process.exit(2);
}

/** The lines before the notes, as plain text. */
function bodyOf(markdown: string): readonly string[] {
  const body = markdown.slice(0, markdown.search(/^## 12 /m));
  return body
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => line.normalize("NFKC").replace(/[*_`]/g, "").replace(/[’‘]/g, "'").replace(/\s+/g, " "));
}

function score(body: readonly string[], checks: Checks) {
  const windows = body.map((_, at) => body.slice(at, at + WINDOW).join(" \n "));
  const whole = [body.join(" \n ")];
  const matches = (pattern: string, text: string): boolean => new RegExp(pattern, "iu").test(text);
  const said = (check: Check): boolean =>
    (check.anywhere ? whole : windows).some((text) => (check.all ?? []).every((pattern) => matches(pattern, text)));
  const made = (check: Check): boolean => body.some((line) => (check.any ?? []).some((pattern) => matches(pattern, line)));
  return {
    missing: checks.must.filter((check) => !said(check)).map(({ fact }) => fact),
    made: checks.mustNot.filter(made).map(({ statement }) => statement),
  };
}

interface Score {
  readonly said: number;
  readonly of: number;
  readonly wrong: number;
}

/** Scores one brief, writes it with --out, and tells what is missing with --missing. */
function scored(name: string, briefing: Briefing, checks: Checks): Score {
  const markdown = renderMarkdown(briefing);
  const { missing, made } = score(bodyOf(markdown), checks);
  if (values.missing) for (const fact of missing) console.error(`${name}: not said: ${fact}`);
  if (values.missing) for (const statement of made) console.error(`${name}: must not say: ${statement}`);
  if (values.out !== undefined) {
    mkdirSync(values.out, { recursive: true });
    const forms = { md: markdown, html: renderHtml(briefing), json: renderJson(briefing) };
    for (const [ending, text] of Object.entries(forms)) writeFileSync(join(values.out, `${name}.${ending}`), text);
  }
  return { said: checks.must.length - missing.length, of: checks.must.length, wrong: made.length };
}

const result: Record<string, Score & { readonly later?: Score }> = {};
const briefsOf = briefWriter();
for (const folder of scenarioFolders(resolve(values.gold))) {
  const name = basename(folder);
  const checks = JSON.parse(readFileSync(join(folder, "checks.json"), "utf8")) as Checks;
  const gold = goldOf(folder);
  const after = checks.later && gold.later_as_of ? { checks: checks.later, asOf: gold.later_as_of } : null;
  const [first, second] = await briefsOf(folder, [gold.brief_as_of, ...(after ? [after.asOf] : [])]);
  const now = scored(name, first!, checks);
  result[name] = after ? { ...now, later: scored(`${name}-later`, second!, after.checks) } : now;
}
console.log(JSON.stringify(result));
