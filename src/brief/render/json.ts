// JSON: the brief as data, one object whose lists stand on the top level.
import { type Briefing, linesOf } from "../briefing.ts";
import { seal, UNSEALED } from "../seal.ts";

/** The brief as JSON, sealed. Keys stand in a fixed order. */
export function renderJson(briefing: Briefing): string {
  const { gaps, contradictions, changes, commitments, readouts } = briefing.facts;
  const unknowns = linesOf(briefing).filter((line) => line.section === "unknown");
  const value = {
    schema: briefing.schema,
    title: briefing.title,
    subtitle: briefing.subtitle,
    asOf: briefing.asOf,
    warning: briefing.warning,
    seal: UNSEALED,
    meeting: briefing.meeting,
    lines: linesOf(briefing).map(({ id, section, cell, text, segments, evidence, sources, searched }) => ({
      id,
      section,
      cell,
      text,
      segments,
      evidence,
      sources,
      searched,
    })),
    gaps,
    contradictions,
    changes,
    commitments,
    readouts,
    unknowns: unknowns.map(({ id, text, sources, searched }) => ({ line: id, text, sources, searched })),
    stories: briefing.sources.map(({ number, documents, origin, why }) => ({ source: number, documents, origin, why })),
    documents: briefing.documents,
    table: briefing.table,
    remarks: briefing.remarks,
  };
  return seal(`${JSON.stringify(value, null, 1)}\n`);
}
