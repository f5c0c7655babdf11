// Section 2: who meets, in which office since when, and when the two sides last met.
import type { MeetingRecord, StoredClaim } from "../../ledger/index.ts";
import { type ActorRef, actorKind, dayRange, isCalendarDate, type MeetingClaim } from "../../model/index.ts";
import { type Context, pointers } from "../context.ts";
import { type DraftLine, each, group, line, SEARCHED, say } from "../draft.ts";
import { countWords, innerQuotes, listWords, plain, printDays } from "../words.ts";
import { occasionClaims, participantsOf, personWords } from "./header.ts";
import { journeyLines } from "./history.ts";
import type { Kit, SectionWriter } from "./kit.ts";

function personLine(kit: Kit, person: ActorRef): DraftLine {
  const { text, cite, since } = personWords(kit, person);
  return since ? line([say(text, cite), say(since.text, since.cite)]) : line([say(`${text}.`, cite)]);
}

/** `first face-to-face talks` says that they never met in person; `first this year` does not. */
const FIRST_EVER = /^(?:their |the |his |her |inaugural )?(?:first|inaugural)(?: ever| in-person| face-to-face| formal)*$/i;

/** Whether the persons who meet can have been at an earlier meeting: one of them is named, or nobody is and each held the office already. */
function wereThere(context: Context, { participants, start }: MeetingRecord): boolean {
  const persons = (all: readonly ActorRef[]): readonly ActorRef[] => all.filter(({ id }) => actorKind(id) === "person");
  const now = persons(context.meeting.participants);
  const then = persons(participants);
  if (now.length === 0) return true;
  if (then.length > 0) return then.some(({ id }) => now.some((person) => person.id === id));
  const day = start === null ? null : (dayRange(start)?.first ?? null);
  return now.every(({ id }) => day === null || context.names.officeOn(id, day) !== null);
}

function lastMet({ context }: Kit): DraftLine {
  const before = context.others
    .filter(({ status, start }) => status === "held" && start !== null && (context.meeting.start === null || start < context.meeting.start))
    .filter((record) => wereThere(context, record))
    .sort((a, b) => ((a.start ?? "") < (b.start ?? "") ? 1 : -1));
  const latest = before[0];
  const known = latest?.claims.filter(({ document }) => context.byId.has(document)) ?? [];
  if (latest?.start && known.length > 0) {
    const place = latest.place ? `, ${plain(latest.place)}` : "";
    return line([say(`Last met: ${printDays(latest.start, latest.end)}${place}.`, each(pointers(known)))]);
  }
  const first = occasionClaims(context).filter(({ claim }) => claim.ordinal !== null && FIRST_EVER.test(plain(claim.ordinal)));
  const ordinal = first[0]?.claim.ordinal;
  if (ordinal) {
    const talks = /talk|meeting|summit|discussion/i.test(ordinal) ? plain(ordinal) : `${plain(ordinal)} talks`;
    return line([say(`Last met: never in person; these are their ${talks}.`, each(pointers(first)))]);
  }
  return line([say("Last met: not stated.", SEARCHED)]);
}

/** Longest passage that is printed for a day of travel. */
const MAX_WORDS = 22;

/** The days around the talks: when a visit begins or ends, in the words of the text where they are few. */
function visitLines({ context, naming }: Kit): DraftLine[] {
  const visits = occasionClaims(context).filter(
    ({ claim }) =>
      (claim.format === "visit" || claim.end !== null) &&
      claim.start !== null &&
      isCalendarDate(claim.start) &&
      claim.start !== context.meeting.start,
  );
  const byDays = new Map<string, StoredClaim<MeetingClaim>[]>();
  for (const stored of visits) {
    const key = printDays(stored.claim.start!, stored.claim.end);
    byDays.set(key, [...(byDays.get(key) ?? []), stored]);
  }
  return [...byDays]
    .sort(([, [a]], [, [b]]) => (a!.claim.start! < b!.claim.start! ? -1 : 1))
    .slice(0, 3)
    .map(([days, claims]) => {
      const { claim } = claims[0]!;
      const passage = plain(claim.evidence[0]!.quote).replace(/[.,;]$/, "");
      const visitors = claim.participants.filter(({ id }) => actorKind(id) === "person").map((actor) => naming.later(actor));
      const told =
        countWords(passage) <= MAX_WORDS
          ? `“${innerQuotes(passage)}”`
          : `visit of ${listWords(visitors.length > 0 ? visitors : claim.participants.map((actor) => naming.later(actor)))}${claim.place ? `, ${plain(claim.place)}` : ""}`;
      return line([say(`${days}: ${told}.`, each(pointers(claims)))]);
    });
}

/** Journeys in the words of the texts; where no sentence tells of one, the days of the visit. */
function travelLines(kit: Kit): readonly DraftLine[] {
  const journeys = journeyLines(kit);
  return journeys.length > 0 ? journeys : visitLines(kit);
}

export const participantsSection: SectionWriter = (kit) => {
  const persons = participantsOf(kit.context).filter(({ id }) => actorKind(id) === "person");
  return {
    id: "participants",
    number: 2,
    title: "Participants",
    groups: [group([...persons.map((person) => personLine(kit, person)), ...travelLines(kit), lastMet(kit)])],
  };
};
