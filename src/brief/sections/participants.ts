// Section 2: who meets, in which office since when, and when the two sides last met.
import type { StoredClaim } from "../../ledger/index.ts";
import { type ActorRef, actorKind, isCalendarDate, type MeetingClaim } from "../../model/index.ts";
import { pointers } from "../context.ts";
import { type DraftLine, each, group, line, SEARCHED, say } from "../draft.ts";
import { countWords, innerQuotes, listWords, plain, printDays } from "../words.ts";
import { occasionClaims, participantsOf, personWords } from "./header.ts";
import type { Kit, SectionWriter } from "./kit.ts";

function personLine(kit: Kit, person: ActorRef): DraftLine {
  const { text, cite, since } = personWords(kit, person);
  return since ? line([say(text, cite), say(since.text, since.cite)]) : line([say(`${text}.`, cite)]);
}

/** `first face-to-face talks` says that they never met in person; `first this year` does not. */
const FIRST_EVER = /^(?:their |the |his |her |inaugural )?(?:first|inaugural)(?: ever| in-person| face-to-face| formal)*$/i;

function lastMet({ context }: Kit): DraftLine {
  const before = context.others
    .filter(({ status, start }) => status === "held" && start !== null && (context.meeting.start === null || start < context.meeting.start))
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

export const participantsSection: SectionWriter = (kit) => {
  const persons = participantsOf(kit.context).filter(({ id }) => actorKind(id) === "person");
  return {
    id: "participants",
    number: 2,
    title: "Participants",
    groups: [group([...persons.map((person) => personLine(kit, person)), ...visitLines(kit), lastMet(kit)])],
  };
};
