// Outcomes: what is to come out of a meeting, and what is not: a contract that will not be signed, a news conference that is planned.
import type { IssueClaim, Likelihood } from "../../model/index.ts";
import { attributionOf } from "../attribution.ts";
import { makeClaim } from "../claim.ts";
import type { Context } from "../context.ts";
import { clauseRange, spanOf } from "../evidence.ts";
import { type Mode, modeOf } from "../mode.ts";
import type { RuleInfo } from "../rules.ts";

export const OUTCOME: RuleInfo = {
  id: "issue/outcome",
  kind: "issue",
  reason: "What officials say will or will not be signed, issued or held at a coming meeting is known of its outcome before it begins.",
  examples: [
    "President Luis Abinader will meet President Irfaan Ali in Georgetown on Friday. No treaty is expected to be signed during the visit.",
  ],
  counterexamples: ["President Luis Abinader will meet President Irfaan Ali in Georgetown on Friday. The treaty was signed in 1998."],
};

/** Papers and acts that a meeting may end with. */
const PAPERS = new Set(
  "contract agreement treaty deal pact accord statement declaration communiqué communique memorandum announcement".split(" "),
);
const CONFERENCES = new Set(["conference"]);
/** What is done with them; the first group already says that it lies ahead. */
const AHEAD = new Set("plan schedule draft prepare expect".split(" "));
const DONE_WITH = new Set("sign conclude issue adopt announce reach release publish finalise finalize hold".split(" "));

/** The noun and the words that make it what it is: `news conference`, `joint statement`. */
function nameOf(ctx: Context, noun: number): string {
  const words = ctx.tree
    .by(noun, "compound", "amod")
    .filter((k) => k < noun && /^(?:news|press|joint|trade|free|defen[cs]e|framework)$/.test(ctx.tree.lemma(k)));
  return [...words, noun].map((k) => ctx.tree.lemma(k)).join("-");
}

function likelihoodOf(lemma: string, mode: Mode): Likelihood {
  if (mode.negated) return "unlikely";
  return lemma === "expect" || mode.hedged || mode.modality === "possible" ? "may" : "certain";
}

/** Outcomes said in a text about a coming meeting, each kind of outcome once. */
export function extractOutcomes(ctx: Context, meeting: string | null): IssueClaim[] {
  const { tree } = ctx;
  const seen = new Set<string>();
  const claims: IssueClaim[] = [];
  for (const sentence of ctx.doc.sentences) {
    if (sentence.kind === "heading") continue;
    for (let noun = sentence.from; noun < sentence.to; noun++) {
      const lemma = tree.lemma(noun);
      const conference = CONFERENCES.has(lemma) && tree.by(noun, "compound").some((k) => /^(?:news|press)$/.test(tree.lemma(k)));
      const verb = tree.head(noun);
      if (!(PAPERS.has(lemma) || conference) || verb < 0 || !/^(?:nsubj|obj)$/.test(tree.relation(noun))) continue;
      const act = tree.lemma(verb);
      if (!AHEAD.has(act) && !DONE_WITH.has(act)) continue;
      const mode = modeOf(tree, verb);
      const ahead = AHEAD.has(act) ? !mode.past : mode.future || mode.modality === "planned" || mode.modality === "possible";
      const name = nameOf(ctx, noun);
      // Which agreement is signed matters to the issues it is about; here only that none is, and the papers of the meeting itself.
      if (!ahead || !(mode.negated || conference || /^joint-/.test(name)) || seen.has(name)) continue;
      seen.add(name);
      claims.push(
        makeClaim<IssueClaim>(
          ctx,
          { kind: "issue", issue: `other:outcome-${name}`, meeting, likelihood: likelihoodOf(act, mode), raisedBy: [] },
          {
            rule: OUTCOME.id,
            modality: mode.modality,
            attribution: attributionOf(ctx, noun),
            evidence: [spanOf(ctx, clauseRange(ctx, verb, [noun]))],
          },
        ),
      );
    }
  }
  return claims;
}
