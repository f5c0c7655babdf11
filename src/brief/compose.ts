// Ledger → Briefing: read, write the sections, cut to length, number the notes.
import type { Ledger } from "../ledger/index.ts";
import { BRIEF_SCHEMA, type BriefDocument, type Briefing } from "./briefing.ts";
import { type Context, readContext } from "./context.ts";
import { factsOf } from "./facts.ts";
import { issueFiles } from "./issue-file.ts";
import { cutAnnex, cutToLength } from "./length.ts";
import { createNaming, principalName } from "./naming.ts";
import { type Numbered, numberNotes } from "./notes.ts";
import type { BriefOptions, Selector } from "./options.ts";
import { setAside, sourceRemarks } from "./remarks.ts";
import { correctionRemark } from "./reopened.ts";
import { sha256 } from "./seal.ts";
import { fullStateName, singleSourceWarning, subtitle } from "./sections/header.ts";
import { writeSections } from "./sections.ts";
import { capitalise, counted, printCutOff } from "./words.ts";

/**
 * The brief for one meeting as of one moment.
 * @throws ScenesetterError `meeting-unknown` when no meeting of the ledger fits the selector.
 */
export function composeBriefing(ledger: Ledger, selector: Selector, options: BriefOptions): Briefing {
  const context = readContext(ledger, selector, options);
  const kit = { context, naming: createNaming(context), issues: issueFiles(context) };
  const input = sha256(
    context.documents
      .map(({ document }) => document.id)
      .sort()
      .join("\n"),
  );
  const { sections: drafts, left } = cutAnnex(cutToLength(writeSections(kit, input), context.sources.length));
  const numbered = context.documents.map(
    ({ document }): Numbered => ({ id: document.id, text: document.text, source: context.sourceOf.get(document.id) ?? 0 }),
  );
  const { sections, passages, table } = numberNotes(drafts, numbered, context.sourceAt);
  const { id, participants, place, start, end, status, format } = context.meeting;
  return {
    schema: BRIEF_SCHEMA,
    title: context.sides
      .map((side) => fullStateName(context, side))
      .sort()
      .join(" – "),
    subtitle: subtitle(kit),
    asOf: context.asOf === null ? null : printCutOff(context.asOf),
    sideNames: [principalName(context, context.sides[0]), principalName(context, context.sides[1])],
    warning: singleSourceWarning(context),
    meeting: { id, sides: context.sides, participants, place, start, end, status, format },
    sections,
    sources: context.sources.map(({ number, documents, origin, why }) => ({ number, documents, origin, why })),
    documents: context.documents.map(({ document }) => briefDocument(context, document.id, context.sourceOf.get(document.id) ?? 0)),
    passages,
    table,
    remarks: remarks(context, correctionRemark(passages, ledger), left),
    facts: factsOf(context),
  };
}

function briefDocument(context: Context, id: string, source: number): BriefDocument {
  const { file, url, site, title, author, published, kind, text } = context.byId.get(id)!;
  return { id, textSha256: sha256(text), file, url, site, title, author, published: published?.value ?? null, kind, source };
}

function remarks(context: Context, corrected: string | null, left: number): readonly string[] {
  const aside = setAside(context);
  return [
    "Notes give the exact words of the text.",
    ...sourceRemarks(context).map((words) => `${capitalise(words)}.`),
    ...(corrected ? [corrected] : []),
    ...(aside ? [aside] : []),
    ...(left > 0
      ? [
          `${counted(left, "further point")} of less weight ${left === 1 ? "is" : "are"} left out; the ledger has ${left === 1 ? "it" : "them"}.`,
        ]
      : []),
  ];
}
