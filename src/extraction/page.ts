// The reference page of all rules, as Markdown.
import { CLAIM_KINDS } from "../model/index.ts";
import type { RuleInfo } from "./rules.ts";

const quoted = (sentences: readonly string[]) => sentences.map((s) => `*${s}*`).join("; ");

/** docs/reference/rules.md: every row with its reason and examples, by kind. */
export function rulesPage(rules: readonly RuleInfo[]): string {
  const out = [
    "# Rules",
    "",
    "Every claim carries the id of the row that made it; `scenesetter why CLAIM` prints the row beside the sentence.",
    "This page is written from the rows themselves (`rulesPage` in `src/extraction/page.ts`); a test compares it with them.",
    "",
  ];
  for (const kind of CLAIM_KINDS) {
    out.push(`## ${kind}`, "");
    for (const rule of rules.filter((r) => r.kind === kind)) {
      const genre = rule.genre === undefined ? "" : ` (read as ${rule.genre})`;
      out.push(
        `### \`${rule.id}\``,
        "",
        rule.reason,
        "",
        `- takes${genre}: ${quoted(rule.examples)}`,
        `- leaves${genre}: ${quoted(rule.counterexamples)}`,
        "",
      );
    }
  }
  return `${out.join("\n").trimEnd()}\n`;
}
