// Who holds which office, as one text says: titles beside names, and words of taking and leaving office. Evidence for the learned layer of knowledge.
import type { OfficeAttestation } from "../../model/index.ts";
import type { Context } from "../context.ts";
import { changesOf } from "./changes.ts";
import { titlesOf } from "./titles.ts";

/**
 * Attestations of a document in the order of the text, each office of each person once per sense and day. A text without a date gives none:
 * an office is held on a day.
 */
export function attestOffices(ctx: Context): readonly OfficeAttestation[] {
  if (ctx.day === null) return [];
  const seen = new Set<string>();
  return [...titlesOf(ctx, ctx.day), ...changesOf(ctx, ctx.day)]
    .sort((a, b) => a.evidence.start - b.evidence.start || a.evidence.end - b.evidence.end)
    .filter((a) => {
      const key = [a.person, a.state, a.role, a.title.toLowerCase(), a.says, a.day].join("|");
      return !seen.has(key) && seen.add(key);
    });
}
