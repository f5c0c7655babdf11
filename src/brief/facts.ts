// The facts behind the lines, as data: the lists of the JSON form.
import type { Citation } from "../ledger/index.ts";
import type { BriefFacts } from "./briefing.ts";
import type { Context } from "./context.ts";
import { measureOf } from "./gap-lines.ts";
import { readoutFacts } from "./readouts.ts";

const quoted = ({ document, evidence }: Pick<Citation, "document" | "evidence">) => ({ document, ...evidence });

export function factsOf(context: Context): BriefFacts {
  const known = (document: string): boolean => context.byId.has(document);
  return {
    gaps: context.gaps.map((gap) => ({
      issue: gap.issue,
      measure: measureOf(gap),
      kind: gap.kind,
      a: { holder: gap.a.holder.id, value: gap.a.value, unit: gap.a.unit },
      b: { holder: gap.b.holder.id, value: gap.b.value, unit: gap.b.unit },
      difference: gap.difference,
    })),
    contradictions: context.contradictions.map(({ type, about, values, resolved }) => ({
      type,
      about,
      values: values.flatMap(({ value, citations }) =>
        citations.map((citation) => ({ value, document: citation.document, evidence: quoted(citation) })),
      ),
      resolved: resolved?.value ?? null,
    })),
    changes: context.changes.map(({ holder, issue, measure, from, to, date, citations }) => ({
      holder: holder.id,
      issue,
      measure: measure.quantity,
      from,
      to,
      date,
      documents: [...new Set(citations.map(({ document }) => document))],
    })),
    commitments: context.commitments.map(({ by, to, action, amount, deadline, status, claims }) => ({
      by: by.map(({ id }) => id),
      to: to.map(({ id }) => id),
      action,
      amount: amount ? { value: amount.value, unit: amount.unit } : null,
      deadline,
      status,
      evidence: claims
        .filter(({ document }) => known(document))
        .flatMap(({ document, claim }) => claim.evidence.map((evidence) => ({ document, ...evidence }))),
    })),
    readouts: readoutFacts(context),
  };
}
