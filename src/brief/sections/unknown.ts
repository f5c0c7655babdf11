// Section 10: what was looked for and not found, from a fixed list; never left out.
import type { CommitmentRecord } from "../../ledger/index.ts";
import { type Evidence, evidenceOf } from "../../model/index.ts";
import { OTHER } from "../adopt.ts";
import { type Context, ofKind, pointers, sideOf } from "../context.ts";
import { type DraftLine, each, group, line, type Pointer, SEARCHED, say } from "../draft.ts";
import { printFigure } from "../figures.ts";
import { listLabels, listWords, printDate } from "../words.ts";
import { actionWords, deadlineOf, ownCommitments } from "./commitments.ts";
import { participantsOf } from "./header.ts";
import type { Kit, SectionWriter } from "./kit.ts";

const CALLS = "earlier telephone calls";

/** What a text would have to say for the question to be answered. A hit anywhere leaves the question out: silence rather than a guess. */
const QUESTIONS: readonly { readonly label: string; readonly answered: RegExp }[] = [
  {
    label: "hour of the meeting",
    answered:
      /\b\d{1,2}(?::\d{2})?\s?[ap]\.?m\b|\b\d{1,2}:\d{2}\b|\bnoon\b|\bmidday\b|\b(?:morning|afternoon|evening|lunch|dinner|breakfast)\b/i,
  },
  { label: "length", answered: /\b(?:\w+|\d+)[ -]hours?\b|\b\d+[ -]minutes?\b|\b(?:two|three)-day\b|\btwo days\b/i },
  { label: "delegations", answered: /\bdelegations?\b/i },
  { label: CALLS, answered: /\btele?phoned?\b|\bphone calls?\b|\bspoke by phone\b|\bby phone\b/i },
];

/** Standing subjects of any two states; those that no text names are listed once. */
const SUBJECTS: readonly { readonly label: string; readonly named: RegExp }[] = [
  { label: "China", named: /\bChin(?:a|ese)\b|\bBeijing\b/ },
  { label: "Taiwan", named: /\bTaiwan/ },
  { label: "Russia and Ukraine", named: /\bRussia|\bUkrain|\bMoscow\b|\bKyiv\b/ },
  { label: "Middle East", named: /\bMiddle East\b|\bIran\b|\bIsrael|\bGaza\b|\bPalestin/ },
  { label: "trade", named: /\btrade\b|\btariffs?\b|\bdut(?:y|ies)\b|\bexports?\b/i },
  { label: "climate", named: /\bclimate\b|\bemissions?\b/i },
  { label: "human rights", named: /\bhuman rights\b/i },
  { label: "migration", named: /\bmigra(?:tion|nts?)\b|\brefugees?\b|\bvisas?\b/i },
];

const texts = (context: Context): readonly string[] => context.documents.map(({ document }) => document.text);
const anywhere = (context: Context, pattern: RegExp): boolean => texts(context).some((text) => pattern.test(text));
const first = (items: readonly string[]): string => listWords(items).replace(/^./, (letter) => letter.toUpperCase());

function openQuestions(context: Context): DraftLine[] {
  const calls = [...context.others, ...context.occasion].some(({ format }) => format === "call" || format === "video");
  const open = QUESTIONS.filter(({ label, answered }) => !anywhere(context, answered) && !(calls && label === CALLS)).map(
    ({ label }) => label,
  );
  return open.length > 0 ? [line([say(`${first(open)}.`, SEARCHED)])] : [];
}

/** Figures that are asked or planned without a year, once each. */
function yearless({ context, issues }: Kit): DraftLine[] {
  const sides = issues.flatMap((file) => file.gaps.filter(({ kind }) => kind === "gap").flatMap((gap) => [gap.a, gap.b]));
  const open = sides.filter(({ claims, unit }) => unit === "%GDP" && claims.length > 0 && claims.every(({ claim }) => claim.year === null));
  const seen = new Set<string>();
  return open.flatMap(({ claims }) => {
    const figure = claims[0] ? printFigure(claims[0].claim) : "";
    const known = claims.filter(({ document }) => context.byId.has(document));
    if (seen.has(figure) || known.length === 0) return [];
    seen.add(figure);
    return [line([say(`Year of the ${figure}.`, each(pointers(known)))])];
  });
}

/** Issues on which one side wants something and the other says nothing. */
function replies({ context, issues }: Kit): DraftLine[] {
  const silent = (asking: "a" | "b"): string[] =>
    issues
      .filter(({ id, positions, figures }) => {
        if (id === OTHER) return false;
        const holds = (side: "a" | "b"): boolean =>
          positions.some(({ first: { claim } }) => sideOf(context, claim.holder) === side) ||
          figures.some(({ first: { claim } }) => sideOf(context, claim.holder) === side);
        const asks = positions.some(
          ({ first: { claim } }) => sideOf(context, claim.holder) === asking && (claim.stance === "seeks" || claim.stance === "demands"),
        );
        return asks && !holds(asking === "a" ? "b" : "a");
      })
      .map(({ label }) => label.charAt(0).toLowerCase() + label.slice(1));
  return (["a", "b"] as const).flatMap((asking) => {
    const labels = silent(asking).slice(0, 4);
    const other = context.names.adjective(context.sides[asking === "a" ? 1 : 0]);
    return labels.length > 0 ? [line([say(`Any ${other} reply on ${listLabels(labels)}.`, SEARCHED)])] : [];
  });
}

const POLICY =
  /^(?:to )?(?:\p{Ll}+ing\b|(?:strengthen|deepen|continue|expand|promote|support|work|cooperate|collaborate|increase|share|respond|uphold|deter|counter|address|remain|advance|enhance|improve|reinforce|maintain|protect|develop|foster|explore|build on|encourage)\b)/u;

/** A policy that goes on has no date to ask for; a promise with a sum or a number in it has one. */
const isPolicy = (context: Context, record: CommitmentRecord): boolean => {
  const action = actionWords(context, record);
  return !/\d/.test(action) && POLICY.test(action);
};

function openDeadlines({ context }: Kit): DraftLine[] {
  const open = ownCommitments(context).filter(
    (record) => deadlineOf(context, record) === null && record.status !== "done" && !isPolicy(context, record),
  );
  return open.slice(0, 3).map((record) => {
    const known = record.claims.filter(({ document }) => context.byId.has(document));
    return line([say(`Date for: ${actionWords(context, record)}.`, each(pointers(known)))]);
  });
}

/** A joint statement that a text speaks of without giving its words. */
function jointStatement(context: Context): DraftLine[] {
  const found: Pointer[] = [];
  for (const { document } of context.documents) {
    const at = /\bjoint (?:statement|declaration|communiqu[eé])\b/i.exec(document.text);
    if (at && document.kind !== "statement" && document.kind !== "readout")
      found.push({ document: document.id, evidence: sentenceAt(document.text, at.index) });
  }
  return found.length > 0 && !context.documents.some(({ document }) => document.kind === "statement")
    ? [line([say("Wording of the joint statement.", each(found))])]
    : [];
}

/** The sentence around an offset, by stops and line ends; enough for a passage to show. */
function sentenceAt(text: string, at: number): Evidence {
  const before = text.slice(0, at);
  const start = Math.max(before.lastIndexOf("\n"), before.search(/[.!?]["”’]?\s(?=[^.!?]*$)/)) + 1;
  const rest = text.slice(at);
  const stop = /[.!?]["”’]?(?=\s|$)|\n/.exec(rest);
  return evidenceOf(text, { start, end: at + (stop ? stop.index + stop[0].length : rest.length) });
}

function leadersWords(kit: Kit): DraftLine[] {
  const quoted = new Set(ofKind(kit.context, "quote").map(({ claim }) => claim.speaker.id));
  const silent = participantsOf(kit.context).filter(({ id }) => id.startsWith("person:") && !quoted.has(id));
  if (silent.length === 0) return [];
  const both = silent.length > 1 && silent.length === participantsOf(kit.context).length;
  const who = both ? "either leader: neither is quoted" : `${silent.map((person) => kit.naming.later(person)).join(" and ")}: not quoted`;
  return [line([say(`Words of ${who}.`, SEARCHED)])];
}

/** Offices of those who meet that the table of offices has from evidence older than 12 months. */
function oldOffices({ context, naming }: Kit): DraftLine[] {
  const { day, names } = context;
  if (day === null) return [];
  return participantsOf(context).flatMap((person) => {
    const term = names.officeOn(person.id, day);
    const evidence = term && names.newestEvidence?.(term.state, term.role, day);
    if (!term || !evidence?.stale) return [];
    const text = `${naming.full(person)}: ${term.title}, ${term.state}, newest evidence of ${evidence.day}`;
    return [
      line([
        say(
          `Whether ${naming.later(person)} still holds the office; the newest evidence is of ${printDate(evidence.day)}.`,
          each([], [{ text, source: evidence.source }]),
        ),
      ]),
    ];
  });
}

function notMentioned({ context, issues }: Kit): DraftLine[] {
  const own = new Set(context.sides.map((side) => context.names.actor(side)?.name));
  const missing = SUBJECTS.filter(
    ({ label, named }) =>
      !own.has(label) && !issues.some(({ id, label: issue }) => named.test(issue) || id.includes(label)) && !anywhere(context, named),
  ).map(({ label }) => label);
  return missing.length > 0 ? [line([say(`Not mentioned: ${missing.join(", ")}.`, SEARCHED)])] : [];
}

export const unknownSection: SectionWriter = (kit) => {
  const { context } = kit;
  const lines = [
    ...openQuestions(context),
    ...yearless(kit),
    ...openDeadlines(kit),
    ...replies(kit),
    ...jointStatement(context),
    ...leadersWords(kit),
    ...oldOffices(kit),
    ...notMentioned(kit),
  ];
  const none = line([say("Nothing of the list of standing questions is open.", SEARCHED)]);
  return { id: "unknown", number: 10, title: "Not known", groups: [group(lines.length > 0 ? lines : [none])] };
};
