// Conditions: what a state ties an act to, by “if”, “unless”, “only if”, “provided”, “on condition that”.
import { attributionOf, SPEECH } from "./attribution.ts";
import type { Context } from "./context.ts";
import { modeOf } from "./mode.ts";
import { isOfficial } from "./official.ts";
import { type Party, partiesAt } from "./parties.ts";
import { subjectOf } from "./predicate.ts";

const UNLESS = new Set(["unless", "until"]);
const IF = new Set(["if", "provided", "once"]);

export interface Condition {
  /** Head of the clause that says what must come first. */
  readonly clause: number;
  /** Whether the act waits for the clause to be met (`unless`, `only if`, `if … not`) and does not merely answer it. */
  readonly barring: boolean;
}

/** The condition that a clause of time or supposition sets on the act of a verb; null where it has none. */
export function conditionOf(ctx: Context, verb: number): Condition | null {
  const { tree } = ctx;
  for (const clause of tree.by(verb, "advcl")) {
    const marks = tree.by(clause, "mark", "advmod").map((k) => tree.lemma(k));
    // “if the deficit is not closed”, “if no deal is reached”
    const { negated } = modeOf(tree, clause);
    if (marks.some((m) => UNLESS.has(m)) && !marks.includes("until")) return { clause, barring: true };
    if (marks.some((m) => IF.has(m))) return { clause, barring: negated || marks.includes("only") };
  }
  return null;
}

/** Who answers for reported words: their speaker; where a pronoun without a name says them, the speaker of the sentence before. */
export function answererOf(ctx: Context, verb: number): Party[] {
  const { tree } = ctx;
  const speaker = attributionOf(ctx, verb)?.actor ?? null;
  if (speaker !== null) return isOfficial(ctx, speaker) ? [{ actors: [speaker], token: verb, mention: null, how: "dependency" }] : [];
  const head = tree.head(verb);
  if (head < 0 || tree.relation(verb) !== "ccomp" || !SPEECH.has(tree.lemma(head))) return [];
  const said = tree.by(head, "nsubj", "expl")[0];
  const { index, paragraph } = tree.sentence(verb);
  const previous = tree.sentences[index - 1];
  if (said === undefined || tree.token(said).upos !== "PRON" || previous === undefined || previous.paragraph !== paragraph) return [];
  for (let i = previous.from; i < previous.to; i++) {
    if (tree.relation(i) !== "root" || !SPEECH.has(tree.lemma(i))) continue;
    const subject = subjectOf(tree, i);
    const parties = subject === null ? [] : [...partiesAt(ctx, subject), ...tree.by(subject, "nmod").flatMap((k) => partiesAt(ctx, k))];
    return parties.filter((p) => p.actors.some((a) => isOfficial(ctx, a))).slice(0, 1);
  }
  return [];
}
