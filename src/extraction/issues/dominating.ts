// What dominates an agenda: subjects that the text puts at the top of the talks and that no issue of the tables names.
import type { IssueClaim } from "../../model/index.ts";
import { attributionOf } from "../attribution.ts";
import { makeClaim } from "../claim.ts";
import type { Context } from "../context.ts";
import { clauseRange, spanOf } from "../evidence.ts";
import { modeOf } from "../mode.ts";
import { subjectOf } from "../predicate.ts";
import type { RuleInfo } from "../rules.ts";

export const DOMINATING: RuleInfo = {
  id: "issue/dominating",
  kind: "issue",
  reason: "What will dominate, top or head an agenda is on it, whether or not the tables have a name for it.",
  examples: ["President Luis Abinader will meet President Irfaan Ali in Georgetown on Friday. Border matters will dominate the talks."],
  counterexamples: ["President Luis Abinader will meet President Irfaan Ali in Georgetown on Friday. Heavy clouds will dominate the sky."],
};

const TOPS = new Set(["dominate", "top", "head", "lead"]);
const AGENDAS = new Set(["agenda", "talk", "talks", "meeting", "discussion", "summit", "visit"]);

/** Subjects at the top of the agenda whose clause names no issue of the tables, each once. */
export function extractDominating(ctx: Context, meeting: string | null): IssueClaim[] {
  const { tree } = ctx;
  const claims = new Map<string, IssueClaim>();
  for (const sentence of ctx.doc.sentences) {
    if (sentence.kind === "heading") continue;
    for (let verb = sentence.from; verb < sentence.to; verb++) {
      if (tree.token(verb).upos !== "VERB" || !TOPS.has(tree.lemma(verb))) continue;
      const object = tree.first(verb, "obj");
      const subject = subjectOf(tree, verb);
      if (object === null || subject === null || !AGENDAS.has(tree.lemma(object)) || tree.token(subject).upos !== "NOUN") continue;
      const { from, to } = tree.extent(subject);
      const mode = modeOf(tree, verb);
      if (mode.negated || mode.past || mode.modality === "hypothetical" || ctx.cues.find(tree, from, to).length > 0) continue;
      const words = tree.subtree(subject).filter((k) => /^(?:NOUN|PROPN|ADJ)$/.test(tree.token(k).upos));
      const issue = `other:agenda-${words
        .map((k) => tree.lemma(k).replace(/[^\p{L}\p{N}]+/gu, ""))
        .filter(Boolean)
        .join("-")}`;
      if (claims.has(issue)) continue;
      const fields = { kind: "issue", issue, meeting, likelihood: mode.modality === "possible" ? "may" : "certain", raisedBy: [] } as const;
      const evidence = [spanOf(ctx, clauseRange(ctx, verb, [subject]))];
      claims.set(
        issue,
        makeClaim<IssueClaim>(ctx, fields, {
          rule: DOMINATING.id,
          modality: mode.modality,
          attribution: attributionOf(ctx, verb),
          evidence,
        }),
      );
    }
  }
  return [...claims.values()];
}
