// Section 9: where sources disagree, each value with who gives it, and whether anything settles it.
import type { Citation, Contradiction, ContradictionValue } from "../../ledger/index.ts";
import { isCalendarDate } from "../../model/index.ts";
import type { Context } from "../context.ts";
import { type DraftLine, type DraftSegment, each, group, line, say, strong, together } from "../draft.ts";
import { printFigure } from "../figures.ts";
import { capitalise, dayOf, innerQuotes, listWords, plain, printDate, stopped } from "../words.ts";
import { comparedReadouts } from "./compared.ts";
import type { SectionWriter } from "./kit.ts";

const REASONS: Readonly<Record<string, string>> = {
  correction: "the outlet corrected itself",
  "table-of-offices": "the table of offices",
};

/** A value in the spelling of the brief: a day with its weekday, a figure as its claim has it. */
function printValueOf(context: Context, value: string, citations: readonly Citation[]): string {
  if (isCalendarDate(value)) return printDate(value, { weekday: true });
  const ids = new Set(citations.map(({ claim }) => claim));
  const figure = context.claims.find(({ claim }) => ids.has(claim.id))?.claim;
  return figure?.kind === "figure" ? printFigure(figure) : `“${innerQuotes(value)}”`;
}

/** `The Kanda Ledger, 31 January`: who says so and when, each site once. */
function saidBy(context: Context, value: ContradictionValue): string {
  const sites = new Map<string, string>();
  for (const { document } of value.citations) {
    const found = context.byId.get(document);
    if (!found) continue;
    const site = plain(found.site ?? "site not named");
    if (!sites.has(site)) sites.set(site, found.published ? `${site}, ${printDate(dayOf(found.published.value), { year: false })}` : site);
  }
  return listWords([...sites.values()].slice(0, 3));
}

/** What the table of offices has for the person, in words and as a row of its own. */
function officeEnd(context: Context, { about, resolved }: Contradiction): DraftSegment {
  const person = context.meeting.participants.find(({ name }) => about.includes(name));
  const term = person && context.day ? context.names.officeOn(person.id, context.day) : null;
  if (!person || !term) return say(stopped(`Resolved: ${plain(resolved?.value ?? "")}; the table of offices`));
  const row = {
    text: `${plain(person.name)}: ${term.title}, ${term.state}, from ${term.from ?? "not known"} to ${term.to ?? "not known"}`,
    source: term.source,
  };
  return say(`Resolved: ${term.title}${term.from ? ` from ${printDate(term.from)}` : ""}; the table of offices.`, each([], [row]));
}

/** `The Ledger corrected “91%” (3 May) to 19% (5 May).` */
function correctionLine(context: Context, { about, values }: Contradiction): DraftLine {
  const [before, after] = values.map((value) => {
    const day = value.published ? ` (${printDate(dayOf(value.published), { year: false })})` : "";
    return `${printValueOf(context, value.value, value.citations)}${day}`;
  });
  const cited = values.flatMap(({ citations }) => citations.filter(({ document }) => context.byId.has(document)));
  const site = plain(context.byId.get(values[1]!.citations[0]!.document)?.site ?? "the outlet");
  return line(
    [strong(`${capitalise(plain(about))}.`), say(`${capitalise(site)} corrected ${before} to ${after}.`, together(cited))],
    null,
    true,
  );
}

export function disagreementLine(context: Context, contradiction: Contradiction): DraftLine | null {
  const known = (document: string): boolean => context.byId.has(document);
  const values = contradiction.values.filter(({ citations }) => citations.some(({ document }) => known(document)));
  if (values.length < 2 && contradiction.resolved === null) return null;
  if (contradiction.type === "figure" && contradiction.resolved?.reason === "correction") return correctionLine(context, contradiction);
  const segments = values.map((value, index): DraftSegment => {
    const who = saidBy(context, value);
    return say(
      `${printValueOf(context, value.value, value.citations)}${who ? ` (${who})` : ""}${index < values.length - 1 ? ";" : "."}`,
      each(value.citations.filter(({ document }) => known(document))),
    );
  });
  const { resolved } = contradiction;
  const end =
    contradiction.type === "office" && resolved
      ? officeEnd(context, contradiction)
      : resolved
        ? say(
            stopped(
              `Resolved: ${printValueOf(context, resolved.value, resolved.citations)}; ${REASONS[resolved.reason] ?? resolved.reason}`,
            ),
            each(resolved.citations.filter(({ document }) => known(document))),
          )
        : say(
            "Not resolved.",
            together(values.flatMap(({ citations }) => citations.filter(({ document }) => known(document)).slice(0, 1))),
          );
  const about = contradiction.type === "date" ? "Day" : capitalise(plain(contradiction.about));
  return line([strong(`${about}.`), ...segments, end], null, true);
}

export const disagreementsSection: SectionWriter = ({ context }) => {
  const lines = context.contradictions.flatMap((item) => disagreementLine(context, item) ?? []);
  const title = context.sources.length === 1 ? "Where the source disagrees with itself" : "Where sources disagree";
  const groups = [...(lines.length > 0 ? [group(lines)] : []), ...comparedReadouts(context)];
  return groups.length > 0 ? { id: "disagreements", number: 9, title, groups } : null;
};
