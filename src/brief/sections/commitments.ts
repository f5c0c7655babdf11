// Section 6: who has promised what to whom, by when, and what became of it.
import type { CommitmentRecord } from "../../ledger/index.ts";
import { type ActorRef, type CommitmentStatus, principal } from "../../model/index.ts";
import { wholePhrase } from "../clause.ts";
import { type Context, pointers, sideOf } from "../context.ts";
import { type DraftLine, each, group, line, SEARCHED, say } from "../draft.ts";
import { printValue } from "../figures.ts";
import { capitalise, houseStyle, listWords, plain, printDate } from "../words.ts";
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

/** Commitments in which a side takes part. */
export function ownCommitments(context: Context): readonly CommitmentRecord[] {
  const known = (record: CommitmentRecord): boolean => record.claims.some(({ document }) => context.byId.has(document));
  return context.commitments.filter(
    (record) => known(record) && record.by.some((actor) => sideOf(context, actor) !== null) && record.status !== "refused",
  );
}

function commitmentLine({ context, naming }: Kit, record: CommitmentRecord): DraftLine {
  const claims = record.claims.filter(({ document }) => context.byId.has(document));
  const printed = (actors: readonly ActorRef[]): string => listWords([...new Set(actors.map((actor) => naming.later(actor)))]);
  const joint = record.to.length > 0 && record.to.every((actor) => record.by.some((other) => principal(other) === principal(actor)));
  const to = joint ? ", to each other" : record.to.length > 0 ? `, to ${printed(record.to)}` : ", to no named party";
  const amount = record.amount && !/\d/.test(record.action) ? `, ${printValue(record.amount.value, record.amount.unit)}` : "";
  const whole = wholePhrase(record.action, claims[0]?.claim.evidence[0]?.quote ?? "");
  const action = whole === null ? `“${plain(record.action)} …”` : houseStyle(whole.replace(/[.;,]+$/, ""));
  const due = record.deadline ? printDate(record.deadline) : "not stated";
  return line([
    say(`${capitalise(printed(record.by))}${to}: ${action}${amount}. Due: ${due}. State: ${STATE[record.status]}.`, each(pointers(claims))),
  ]);
}

export const commitmentsSection: SectionWriter = (kit) => {
  const own = ownCommitments(kit.context);
  const lines = own.slice(0, LIMIT).map((record) => commitmentLine(kit, record));
  const mutual = own.some(({ by, to }) => to.some((actor) => sideOf(kit.context, actor) !== null) && by.length > 0);
  if (!mutual) lines.push(line([say("Between the two governments: none reported.", SEARCHED)]));
  return { id: "commitments", number: 6, title: "Open commitments", groups: [group(lines)] };
};
