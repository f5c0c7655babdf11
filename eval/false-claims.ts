// Claims where there is nothing to claim: node dist/eval/false-claims.js --gold FOLDER [--verdicts FILE] [--list unread|false|all]
// FOLDER holds html/*.html.gz (news and other pages about anything). The verdict file names the pages that are about diplomacy, which are left
// out, and for each meeting, commitment and position read on the others whether it is right. A claim's key is made of its page, kind, actors,
// stance or day, and evidence, so that a verdict holds as long as the claim says the same. A claim nobody has read counts as false.
// Prints one line of JSON: pages, claims, false, unread, falsePerPage. --list tells the claims and their keys on standard error.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { gunzipSync } from "node:zlib";
import { loadKnowledge } from "../src/knowledge/index.ts";
import type { Claim, CommitmentClaim, MeetingClaim, PositionClaim } from "../src/model/index.ts";
import { createPipeline } from "../src/pipeline/index.ts";

interface Verdicts {
  /** First twelve digits of the pages that are about the affairs between states. */
  readonly diplomacy: readonly string[];
  /** Key of a claim → whether a reader of the page finds it right. */
  readonly read: Readonly<Record<string, boolean>>;
}

type Counted = MeetingClaim | CommitmentClaim | PositionClaim;

const { values: options } = parseArgs({
  options: {
    gold: { type: "string" },
    verdicts: { type: "string", default: join(import.meta.dirname, "../../eval/gold/false-claims.json") },
    list: { type: "string" },
  },
});
if (options.gold === undefined) {
  console.error("usage: node dist/eval/false-claims.js --gold FOLDER [--verdicts FILE] [--list unread|false|all]");
  process.exit(2);
}

const verdicts = JSON.parse(readFileSync(options.verdicts, "utf8")) as Verdicts;
const pipeline = createPipeline({ knowledge: loadKnowledge() });

const isCounted = (c: Claim): c is Counted => c.kind === "meeting" || c.kind === "commitment" || c.kind === "position";

/** What a claim says, as far as a verdict on it depends on it. */
function gist(c: Counted): string {
  if (c.kind === "meeting") return `${c.participants.map((a) => a.id).join("+")} ${c.start} ${c.status}`;
  if (c.kind === "commitment") return `${c.by.map((a) => a.id).join("+")} ${c.status}`;
  return `${c.holder.id} ${c.stance}`;
}

const keyOf = (page: string, c: Counted) =>
  createHash("sha256")
    .update([page, c.kind, gist(c), c.evidence[0]!.quote].join("\n"))
    .digest("hex")
    .slice(0, 12);

let pages = 0;
let claims = 0;
let wrong = 0;
let unread = 0;
for (const file of readdirSync(join(options.gold, "html")).sort()) {
  if (!file.endsWith(".html.gz")) continue;
  const page = file.slice(0, 12);
  if (verdicts.diplomacy.includes(page)) continue;
  pages++;
  const bytes = gunzipSync(readFileSync(join(options.gold, "html", file)));
  for (const read of pipeline.process({ file: file.slice(0, -".gz".length), bytes, contentType: "text/html" })) {
    for (const claim of read.claims.filter(isCounted)) {
      claims++;
      const key = keyOf(page, claim);
      const verdict = verdicts.read[key];
      if (verdict === undefined) unread++;
      if (verdict !== true) wrong++;
      const asked =
        options.list === "all" || (options.list === "unread" && verdict === undefined) || (options.list === "false" && verdict !== true);
      if (asked)
        console.error(`${page} ${key} ${claim.kind} ${claim.rule} ${gist(claim)} << ${claim.evidence[0]!.quote.replace(/\s+/g, " ")}`);
    }
  }
}
console.log(JSON.stringify({ pages, claims, false: wrong, unread, falsePerPage: Math.round((wrong / Math.max(1, pages)) * 1000) / 1000 }));
