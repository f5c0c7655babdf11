// Contradictions: claims that cannot both hold. Another day of one meeting, another figure of one quantity, an office not held, a denial.
import type { Contradiction, StoredClaim } from "../types.ts";
import { denials } from "./contradictions-denials.ts";
import { figureContradictions } from "./contradictions-figures.ts";
import { type MeetingCluster, meetingClusters, talksIn } from "./meetings.ts";
import type { Told } from "./meetings-cluster.ts";
import { cite, type Desk, deskOf, latestPublished, type View } from "./view.ts";

function dayContradiction({ record, told }: MeetingCluster, desk: Desk): Contradiction | null {
  const used = talksIn(told.filter((one) => one.exact));
  const byDay = new Map<string, Told[]>();
  for (const one of used) {
    const list = byDay.get(one.claim.start!);
    if (list) list.push(one);
    else byDay.set(one.claim.start!, [one]);
  }
  if (byDay.size < 2 || !disagree([...byDay.values()], desk)) return null;
  const values = [...byDay].sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    type: "date",
    about: `day of the meeting ${record.id}`,
    values: values.map(([day, claims]) => ({
      value: day,
      citations: cite(stored(claims)),
      published: latestPublished(stored(claims), desk),
    })),
    resolved: resolution(used, desk),
  };
}

const stored = (claims: readonly Told[]): readonly StoredClaim[] => claims.map((one) => one.stored);

/** Two texts disagree if no day is in both: a text that gives the eve and the day agrees with either. */
function disagree(days: readonly (readonly Told[])[], desk: Desk): boolean {
  const byDocument = new Map<string, Set<number>>();
  days.forEach((claims, i) => {
    for (const { document } of claims) byDocument.set(document, (byDocument.get(document) ?? new Set()).add(i));
  });
  const texts = [...byDocument.keys()].sort((a, b) => desk.order(a) - desk.order(b));
  return texts.some((a, i) => texts.slice(i + 1).some((b) => ![...byDocument.get(a)!].some((day) => byDocument.get(b)!.has(day))));
}

/** A correction settles the day. Nothing else does: more texts may copy one mistake. */
function resolution(claims: readonly Told[], desk: Desk): Contradiction["resolved"] {
  const corrections = claims.filter(({ document }) => desk.facts(document).kind === "correction");
  const last = corrections.at(-1);
  if (!last) return null;
  const agreeing = corrections.filter(({ claim }) => claim.start === last.claim.start);
  return { value: last.claim.start!, reason: "correction", citations: cite(stored(agreeing)) };
}

/** The template of `office-mismatch` in the catalogue, read backwards. */
const OFFICE = /^The text calls (.+?) “(.+)”; the table of offices has (.+)\.$/s;

function offices(view: View, desk: Desk): readonly Contradiction[] {
  const byName = new Map<string, Contradiction>();
  for (const problem of view.officeProblems()) {
    const match = OFFICE.exec(problem.message);
    if (!match) continue;
    const [, name, words, fact] = match as unknown as [string, string, string, string];
    const citation = { document: problem.document, evidence: { start: problem.start, end: problem.end, quote: problem.quote }, claim: "" };
    const key = `${name}|${words}|${fact}`;
    const before = byName.get(key);
    const citations = [...(before?.values[0]?.citations ?? []), citation];
    byName.set(key, {
      type: "office",
      about: `office of ${name}`,
      values: [{ value: words, citations, published: desk.facts(problem.document).published }],
      resolved: { value: fact, reason: "table-of-offices", citations: [] },
    });
  }
  return [...byName.values()];
}

/** A figure and what the outlet had before, settled by itself. */
function corrected(view: View, desk: Desk): readonly Contradiction[] {
  return view.corrections.map(({ right, wrong, struck }): Contradiction => {
    const said = struck.map(({ document, sentence }) => ({ document, evidence: sentence, claim: "" }));
    const published = desk.facts(struck.at(-1)!.document).published;
    return {
      type: "figure",
      about: right.claim.measure,
      values: [
        { value: wrong.claim.text, citations: said, published },
        { value: right.claim.text, citations: cite([right]), published: latestPublished([right], desk) },
      ],
      resolved: { value: right.claim.text, reason: "correction", citations: cite([right]) },
    };
  });
}

const TYPES = ["date", "figure", "office", "denial"] as const;

/** All contradictions of the scope: dates, figures, offices, denials, each by what it is about. */
export function contradictions(view: View): readonly Contradiction[] {
  const desk = deskOf(view);
  const dates = meetingClusters(view).flatMap((found) => dayContradiction(found, desk) ?? []);
  const all = [...dates, ...figureContradictions(view, desk), ...corrected(view, desk), ...offices(view, desk), ...denials(view, desk)];
  return all
    .map((one, i) => ({ one, i }))
    .sort((a, b) => TYPES.indexOf(a.one.type) - TYPES.indexOf(b.one.type) || compare(a.one.about, b.one.about) || a.i - b.i)
    .map(({ one }) => one);
}

const compare = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);
