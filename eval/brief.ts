// What a brief says and must not say: `node dist/eval/brief.js --gold DIR [--out DIR] [--missing]`, DIR one scenario or a folder of scenarios.
// Prints one line of JSON, {scenario: {said, of, wrong, later?}}. A scenario is docs/, gold.json (meeting.states, brief_as_of) and checks.json; where this
// has `later`, the brief as of gold's later_as_of, when the readouts are out, is checked too.
// --out writes the briefs there; --missing tells on standard error what was not said, and what was said and must not be.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { type Briefing, composeBriefing, renderHtml, renderJson, renderMarkdown } from "../src/brief/index.ts";
import { briefNames } from "../src/cli/names.ts";
import { loadKnowledge } from "../src/knowledge/index.ts";
import { openLedger } from "../src/ledger/index.ts";
import { createPipeline, ingest } from "../src/pipeline/index.ts";

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

interface Gold {
  readonly brief_as_of: string;
  readonly later_as_of?: string;
  readonly meeting: { readonly states: readonly [string, string] };
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

const knowledge = loadKnowledge();
const pipeline = createPipeline({ knowledge });
const names = briefNames(knowledge);

/** The briefs of a scenario as of the moments given, from one ledger. */
async function briefsOf(folder: string, { meeting }: Gold, moments: readonly string[]): Promise<readonly Briefing[]> {
  const ledger = openLedger(":memory:", { owner: (site) => knowledge.owner(site) });
  try {
    await ingest([join(folder, "docs")], ledger, pipeline, { now: () => "2000-01-01T00:00:00Z", workers: 0 });
    return moments.map((asOf) => composeBriefing(ledger, { sides: meeting.states }, { asOf, names }));
  } finally {
    ledger.close();
  }
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

const root = resolve(values.gold);
const folders = existsSync(join(root, "checks.json"))
  ? [root]
  : readdirSync(root)
      .sort()
      .map((name) => join(root, name))
      .filter((folder) => existsSync(join(folder, "checks.json")));
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
for (const folder of folders) {
  const name = basename(folder);
  const checks = JSON.parse(readFileSync(join(folder, "checks.json"), "utf8")) as Checks;
  const gold = JSON.parse(readFileSync(join(folder, "gold.json"), "utf8")) as Gold;
  const after = checks.later && gold.later_as_of ? { checks: checks.later, asOf: gold.later_as_of } : null;
  const [first, second] = await briefsOf(folder, gold, [gold.brief_as_of, ...(after ? [after.asOf] : [])]);
  const now = scored(name, first!, checks);
  result[name] = after ? { ...now, later: scored(`${name}-later`, second!, after.checks) } : now;
}
console.log(JSON.stringify(result));
