// scenesetter why: how a claim came about: sentence, parse, rule, fields, and what else was tried.
import { Command } from "commander";
import { alternativesOf, RULES, reasonsOf } from "../../extraction/index.ts";
import { type AnnotatedDocument, createLanguage } from "../../language/index.ts";
import { overlaps, ScenesetterError } from "../../model/index.ts";
import { outputOf, withLedger } from "../context.ts";
import { claimLine } from "../print.ts";

/** The sentences that a span touches, each as a table of its tokens: position, form, lemma, tag, head, relation, name. */
function parseOf(annotated: AnnotatedDocument, span: { readonly start: number; readonly end: number }): string[] {
  return annotated.sentences
    .filter((s) => overlaps(s, span))
    .flatMap((s) => [
      annotated.document.text.slice(s.start, s.end),
      ...annotated.tokens.slice(s.from, s.to).map((t) => {
        const head = t.head < 0 ? "root" : annotated.tokens[t.head]!.text;
        return `  ${String(t.index - s.from + 1).padStart(3)} ${t.text.padEnd(18)} ${t.lemma.padEnd(18)} ${t.upos.padEnd(6)} ${t.deprel.padEnd(12)} ← ${head.padEnd(16)} ${t.name}`;
      }),
    ]);
}

export function whyCommand(): Command {
  return new Command("why")
    .description("Show how a claim came about: its sentence, parse, rule and fields, and which other rows matched and why they were left.")
    .argument("<claim>", "a claim's id, or its first characters (at least 6)")
    .addHelpText("after", "\nExample:\n  scenesetter why 7f3a9c12\n")
    .action(async (id: string, _options: unknown, command: Command) => {
      const output = outputOf(command);
      await withLedger(command, { mustExist: true }, (ledger, knowledge) => {
        const found = ledger.claim(id);
        if (!found) throw new ScenesetterError("claim-unknown", { id });
        const stored = ledger.document(found.document)!;
        const rule = RULES.find((r) => r.id === found.claim.rule);
        const annotated = createLanguage(knowledge).annotate(stored.document);
        const { left, others } = alternativesOf(annotated, knowledge, found.claim);
        if (output.json) {
          output.result(
            JSON.stringify({
              claim: found.claim,
              rule,
              alternatives: left,
              others: others.map(({ id, rule }) => ({ id, rule })),
              document: { id: stored.document.id, title: stored.document.title, url: stored.document.url },
            }),
          );
          return;
        }
        const { document } = stored;
        const reasons = reasonsOf(annotated, knowledge, found.claim);
        output.result(
          [
            claimLine(found.claim).trim(),
            `Document  ${document.title ?? "no title"} · ${document.site ?? "site not stated"} · ${document.published?.value ?? "no date"}`,
            `Rule      ${found.claim.rule}${rule ? `: ${rule.reason}` : ""}`,
            ...found.claim.evidence.map((e, i) => `Evidence ${i + 1} [${e.start}, ${e.end}) “${e.quote}”`),
            "Fields",
            ...Object.entries(found.claim)
              .filter(([name]) => !["id", "kind", "rule", "evidence"].includes(name))
              .map(([name, value]) => `  ${name.padEnd(14)} ${JSON.stringify(value)}`),
            ...(reasons.length > 0 ? ["Features that decided the type"] : []),
            ...reasons.map((r) => `  ${r.weight >= 0 ? "+" : "-"}${Math.abs(r.weight).toFixed(2)} ${r.feature}`),
            "Alternatives",
            ...(left.length === 0 ? ["  none: no other row matched a word of the sentence"] : []),
            ...left.map((a) => `  ${a.rule.padEnd(24)} at “${a.word}”: ${a.why}`),
            ...(others.length > 0 ? ["Also read from the sentence"] : []),
            ...others.map((c) => `  ${c.rule.padEnd(24)} ${c.id}`),
            "Parse",
            ...found.claim.evidence.flatMap((e) => parseOf(annotated, e)),
          ].join("\n"),
        );
      });
    });
}
