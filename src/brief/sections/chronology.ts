// Section 11: dated acts and meetings of the two sides, in order; what is only planned says so.
import type { StoredClaim } from "../../ledger/index.ts";
import {
  datesAgree,
  dayRange,
  type EventClaim,
  type MeetingStatus,
  type PartialDate,
  type PloverType,
  principal,
} from "../../model/index.ts";
import { actWords } from "../acts.ts";
import { ofKind, pointers, publishedDay, sideOf } from "../context.ts";
import { type DraftLine, each, group, line, say, strong } from "../draft.ts";
import { positionWords } from "../sentence.ts";
import { capitalise, countWords, plain, printDate } from "../words.ts";
import type { Kit, SectionWriter } from "./kit.ts";

interface Entry {
  readonly date: PartialDate;
  readonly planned: boolean;
  readonly words: string;
  readonly claims: readonly StoredClaim[];
}

/** Longest passage that stands in for an act's words. */
const MAX_WORDS = 14;
const LIMIT = 10;

/** Acts that say something without their object; a bare “made a request to” does not. */
const TELLING: ReadonlySet<PloverType> = new Set([
  "AGREE",
  "CONCEDE",
  "AID",
  "ACCUSE",
  "REJECT",
  "THREATEN",
  "SANCTION",
  "MOBILIZE",
  "COERCE",
  "ASSAULT",
]);

/** The passage itself when it is short, else the position taken in it, else source, act and target; null when that would say nothing. */
function eventWords({ context, naming }: Kit, stored: StoredClaim<EventClaim>): string | null {
  const { claim, document } = stored;
  const quote = plain(claim.evidence[0]!.quote).replace(/[.,;]$/, "");
  if (countWords(quote) <= MAX_WORDS && countWords(quote) > 2) return `“${quote}”`;
  const on = publishedDay(context, document);
  const position = ofKind(context, "position").find(
    (other) =>
      other.document === document &&
      principal(other.claim.holder) === principal(claim.source) &&
      other.claim.evidence[0]!.start < claim.evidence[0]!.end &&
      claim.evidence[0]!.start < other.claim.evidence[0]!.end,
  );
  if (position) {
    const { concern, words } = positionWords(position.claim, null);
    return capitalise(`${naming.titled(claim.source, on)} ${concern ? `is concerned: ${words}` : words}`);
  }
  if (!TELLING.has(claim.plover)) return null;
  return capitalise(`${naming.titled(claim.source, on)} ${actWords(claim.plover).active} ${naming.titled(claim.target, on)}`);
}

function eventEntries(kit: Kit): Entry[] {
  const { context } = kit;
  return ofKind(context, "event").flatMap((stored): Entry[] => {
    const { claim } = stored;
    const ours = sideOf(context, claim.source) !== null || sideOf(context, claim.target) !== null;
    if (!ours || claim.date === null || claim.plover === "CONSULT" || dayRange(claim.date) === null) return [];
    const words = eventWords(kit, stored);
    return words === null ? [] : [{ date: claim.date, planned: claim.modality !== "asserted", words, claims: [stored] }];
  });
}

const MEETING: Readonly<Record<MeetingStatus, string>> = {
  planned: "Meeting",
  held: "Meeting",
  proposed: "Meeting proposed",
  cancelled: "Meeting, cancelled",
  postponed: "Meeting, postponed",
};

function meetingEntries({ context }: Kit): Entry[] {
  const all = [context.meeting, ...context.others];
  return all.flatMap((record): Entry[] => {
    const claims = record.claims.filter(({ claim, document }) => claim.start === record.start && context.byId.has(document));
    if (record.start === null || claims.length === 0) return [];
    // A month that holds a meeting on a known day tells nothing more.
    if (
      all.some(
        (other) =>
          other !== record && other.start !== null && other.start.length > record.start!.length && datesAgree(other.start, record.start!),
      )
    )
      return [];
    const place = record.place ? `, ${plain(record.place)}` : "";
    return [{ date: record.start, planned: record.status === "planned", words: `${MEETING[record.status]}${place}`, claims }];
  });
}

export const chronologySection: SectionWriter = (kit) => {
  const entries = [...eventEntries(kit), ...meetingEntries(kit)];
  const merged: Entry[] = [];
  for (const entry of entries) {
    const at = merged.findIndex(({ date, words }) => date === entry.date && words === entry.words);
    if (at < 0) merged.push(entry);
    else merged[at] = { ...merged[at]!, claims: [...merged[at]!.claims, ...entry.claims] };
  }
  const key = ({ date }: Entry): string => dayRange(date)?.first ?? date;
  const sorted = merged.sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : a.words < b.words ? -1 : 1)).slice(-LIMIT);
  const lines = sorted.map(
    ({ date, planned, words, claims }): DraftLine =>
      line([strong(`${printDate(date, { short: true })}${planned ? " (planned)" : ""}.`), say(words, each(pointers(claims)))]),
  );
  return lines.length > 0 ? { id: "chronology", number: 11, title: "Chronology", groups: [group(lines)] } : null;
};
