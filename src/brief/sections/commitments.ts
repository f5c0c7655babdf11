// Section 6: who has promised what to whom, by when, and what became of it.
import type { CommitmentRecord, StoredClaim } from "../../ledger/index.ts";
import { type ActorRef, addDays, type CommitmentStatus, overlaps, principal } from "../../model/index.ts";
import { groupLabel } from "../adopt.ts";
import { wholePhrase } from "../clause.ts";
import { type Context, pointers, publishedDay, sideOf, tellsOfMeeting } from "../context.ts";
import { type DraftLine, each, group, line, SEARCHED, say } from "../draft.ts";
import { printValue } from "../figures.ts";
import { likeness } from "../merge.ts";
import { successorSince } from "../predecessors.ts";
import { concernsBoth } from "../relevance.ts";
import { sentenceOf } from "../sentences.ts";
import { isFirstPerson, ofBoth } from "../speech.ts";
import { isMereSpeech, isUnfinished } from "../telling.ts";
import { capitalise, counted, countWords, houseStyle, innerQuotes, listLabels, listWords, plain, printDate } from "../words.ts";
import type { Kit, SectionWriter } from "./kit.ts";

const STATE: Readonly<Record<CommitmentStatus, string>> = {
  pledged: "pledged",
  agreed: "agreed",
  "under-way": "under way",
  done: "done",
  proposed: "considered, not promised",
  refused: "refused",
  slipped: "deadline missed",
  broken: "broken",
};

const LIMIT = 6;
/** To receive somebody and to hold talks is the meeting itself, not a promise. */
export function isMeetingPromise(context: Context, { claim, document }: StoredClaim, action: string): boolean {
  const meets = (context.byDocument.get(document) ?? []).filter(({ claim: other }) => other.kind === "meeting");
  const inPassing = /^When\s/.test(claim.evidence[0]!.quote);
  return (MEETING_WORDS.test(action) || inPassing) && meets.some((other) => overlaps(other.claim.evidence[0]!, claim.evidence[0]!));
}

const MEETING_WORDS =
  /\b(?:talks?|meet(?:s|ings?)?|host|hold|visit|travel|receive|welcome|summit|dine|dinner|fly|arrive|land|attend|see)\b/i;

/** Share of common words from which two promises without numbers are one. */
const SAME_ACTION = 0.25;

/** One promise told in two wordings: the same giver and deadline, and the same numbers in it. */
function merged(records: readonly CommitmentRecord[]): readonly CommitmentRecord[] {
  const numbers = (record: CommitmentRecord): string => (record.action.match(/\d[\d,.]*\d|\d/g) ?? []).sort().join(" ");
  const found: CommitmentRecord[] = [];
  for (const record of records) {
    const same = found.findIndex(
      (other) =>
        other.deadline !== null &&
        other.deadline === record.deadline &&
        other.by.some((actor) => record.by.some((by) => principal(by) === principal(actor))) &&
        ((numbers(record) === "" && likeness(other.action, record.action) >= SAME_ACTION) ||
          numbers(other)
            .split(" ")
            .some((number) => number !== "" && numbers(record).split(" ").includes(number))),
    );
    const known = found[same];
    if (known) found[same] = { ...known, claims: [...known.claims, ...record.claims] };
    else found.push(record);
  }
  return found;
}

/** Commitments in which a side takes part. */
export function ownCommitments(context: Context): readonly CommitmentRecord[] {
  // Of a text that is here for the last meeting alone no promise counts.
  const used = new Set(context.claims.map(({ claim }) => claim.id));
  const known = (record: CommitmentRecord): boolean => record.claims.some(({ claim }) => used.has(claim.id));
  const isMeeting = ({ action, claims }: CommitmentRecord): boolean => claims.every((stored) => isMeetingPromise(context, stored, action));
  const own = merged(context.commitments).filter(
    (record) =>
      known(record) &&
      record.by.some((actor) => sideOf(context, actor) !== null) &&
      record.status !== "refused" &&
      !isMeeting(record) &&
      record.claims.some(
        (stored) => concernsBoth(context, stored, record.by, record.to) && !isUnfinished(context, stored) && !isMereSpeech(context, stored),
      ) &&
      !isFirstPerson(actionWords(context, record)) &&
      // “Signed” alone lost what is to be signed.
      countWords(actionWords(context, record)) > 1,
  );
  return own
    .map((record, index) => ({ record, index, weight: weightOf(context, record) }))
    .sort((x, y) => y.weight - x.weight || x.index - y.index)
    .map(({ record }) => record);
}

/** What can be checked comes first: a day, a sum, the other side as its receiver; then what texts about this meeting tell. */
function weightOf(context: Context, { deadline, amount, action, by, to, claims }: CommitmentRecord): number {
  const across = new Set([...by, ...to].map((actor) => sideOf(context, actor)));
  const others = [...by, ...to].some((actor) => sideOf(context, actor) === null);
  return (
    2 * Number(deadline !== null) +
    2 * Number(amount !== null || /\d/.test(action)) +
    Number(across.has("a") && across.has("b") && !others) +
    2 * Number(claims.some(({ document }) => tellsOfMeeting(context, document)))
  );
}

const DATE_WORDS =
  /\b(?:January|February|March|April|May|June|July|August|September|October|November|December|\d{4}|days?|weeks?|months?|years?)\b/;

/** The action without the deadline at its end, which is printed after `Due`. */
function withoutDate(action: string, deadline: string | null): string {
  const tail = /\s(?:by|before|until|in|within)\s(?:\S+\s){0,4}\S+$/.exec(action)?.[0];
  const last = tail?.replace(/^.*\s(?=(?:by|before|until|in|within)\s)/, " ");
  return deadline !== null && last && DATE_WORDS.test(last) ? action.slice(0, -last.trimStart().length).trimEnd() : action;
}

/** The promised act in print: whole, without its deadline and without clauses about it. */
export function actionWords(context: Context, record: CommitmentRecord): string {
  const first = record.claims.find(({ document }) => context.byId.has(document));
  const whole = wholePhrase(record.action, first?.claim.evidence[0]?.quote ?? "");
  if (whole === null) return `“${innerQuotes(record.action)} …”`;
  const words = houseStyle(withoutDate(whole.replace(/,\s(?:which|who)\s.*$/, "").replace(/[.;,]+$/, ""), record.deadline));
  return record.by.length > 1 ? ofBoth(words) : words.replace(/\bour\b/g, "its");
}

/** A time by which something is done, in words: `by June`, `within a year`, `this autumn`, `in 2027`. */
const TIME_LIMIT =
  /\b(?:by|before|until|till|within|in|on|over|during|through|throughout|from|this|next|end of|later|no later than|starting|beginning|for)\b(?:\s\S+){0,5}?\s?(?:(?:19|20)\d\d|(?:January|February|March|April|May|June|July|August|September|October|November|December|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|tomorrow|days?|weeks?|months?|years?|quarters?|decades?|spring|summer|autumn|fall|winter)\b)|\b(?:tomorrow|today|tonight|soon)\b|\d{4}/i;
/** Further ahead than this a year stands in the words themselves; a century or an age is no deadline. */
const FAR_YEARS = 20;

/** The deadline, where the sentence sets one: the name of a treaty with a day in it, or of a century, does not. */
export function deadlineOf(context: Context, { deadline, claims }: CommitmentRecord): string | null {
  const first = claims.find(({ document }) => context.byId.has(document));
  const named = first && /\b(this|next) year\b/.exec(plain(first.claim.evidence[0]!.quote))?.[1];
  const on = first && publishedDay(context, first.document);
  if (named && on && (deadline === null || deadline > addDays(on, 366 * FAR_YEARS)))
    return String(Number(on.slice(0, 4)) + Number(named === "next"));
  if (deadline === null) return null;
  const year = /\d{4}/.exec(deadline)?.[0] ?? "";
  const sets = claims
    .filter(({ document }) => context.byId.has(document))
    .some((stored) => {
      const words = sentenceOf(context, stored).quote;
      const told = Number((publishedDay(context, stored.document) ?? context.day ?? year).slice(0, 4));
      return TIME_LIMIT.test(words) && (Number(year) - told <= FAR_YEARS || words.includes(year));
    });
  return sets ? deadline : null;
}

export function commitmentLine({ context, naming }: Kit, record: CommitmentRecord): DraftLine {
  const claims = record.claims.filter(({ document }) => context.byId.has(document));
  const printed = (actors: readonly ActorRef[]): string => listWords([...new Set(actors.map((actor) => naming.later(actor)))]);
  const others = record.to.filter((actor) => !record.by.some((other) => principal(other) === principal(actor)));
  const joint = record.to.length > 0 && others.length === 0;
  const to = joint ? ", to each other" : others.length > 0 ? `, to ${printed(others)}` : ", to no named party";
  const action = actionWords(context, record);
  const amount =
    record.amount && /^(?:[A-Z]{3}$|%)/.test(record.amount.unit) && !/\d/.test(action)
      ? `, ${printValue(record.amount.value, record.amount.unit)}`
      : "";
  const due = deadlineOf(context, record);
  const successor =
    claims.length > 0 && claims.every((stored) => successorSince(context, stored)) ? successorSince(context, claims[0]!) : null;
  const before = successor ? `, before ${naming.later(successor)} took office` : "";
  return line([
    say(
      `${capitalise(printed(record.by))}${to}: ${action}${amount}. Due: ${due ? printDate(due) : "not stated"}. State: ${STATE[record.status]}${before}.`,
      each(pointers(claims)),
    ),
  ]);
}

/** What does not fit: how many more, on which issues. */
function furtherLine({ context }: Kit, records: readonly CommitmentRecord[]): DraftLine {
  const issues = [...new Set(records.map(({ issue }) => issue))].filter((issue) => !issue.startsWith("other:"));
  const labels = issues.map((issue) => groupLabel(context, issue, "")).map((label) => label.charAt(0).toLowerCase() + label.slice(1));
  const claims = records.flatMap((record) => record.claims.filter(({ document }) => context.byId.has(document)));
  const on = labels.length > 0 ? `, on ${listLabels(labels)}` : "";
  return line([say(`${counted(records.length, "further commitment")} of less weight${on}.`, each(pointers(claims)))]);
}

export const commitmentsSection: SectionWriter = (kit) => {
  const own = ownCommitments(kit.context);
  const lines = own.slice(0, LIMIT).map((record) => commitmentLine(kit, record));
  if (own.length > LIMIT) lines.push(furtherLine(kit, own.slice(LIMIT)));
  const mutual = own.some(({ by, to }) => to.some((actor) => sideOf(kit.context, actor) !== null) && by.length > 0);
  if (!mutual) lines.push(line([say("Between the two governments: none reported.", SEARCHED)]));
  return { id: "commitments", number: 6, title: "Open commitments", groups: [group(lines)] };
};
