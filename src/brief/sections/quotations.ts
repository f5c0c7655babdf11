// Section 7: words between quotation marks that may be used again, named speakers before unnamed ones.
import type { StoredClaim } from "../../ledger/index.ts";
import { actorKind, type QuoteClaim } from "../../model/index.ts";
import { type Context, ofKind, pointers, publishedDay, sideOf } from "../context.ts";
import { type DraftLine, each, group, line, say } from "../draft.ts";
import { likeness, type Merged, mergeBy } from "../merge.ts";
import { speakerHead } from "../naming.ts";
import { countWords, plain } from "../words.ts";
import type { Kit, SectionWriter } from "./kit.ts";

/** Fewer words than this are a name or a scare quote, not words to reuse. */
const MIN_WORDS = 4;
const LIMIT = 4;

const isNamed = ({ speaker, attribution }: QuoteClaim): boolean =>
  actorKind(speaker.id) === "person" || (actorKind(speaker.id) !== "group" && (attribution?.named ?? false));

const COMMITS = /\b(?:will|would|must|shall|not|no|never|cannot|can’t|won’t|condition|ready|open)\b/i;
const COUNTS =
  /\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million|billion|half)\b/i;

/** What can be held against a speaker comes first: words that commit or refuse, words that count. */
const weight = ({ text }: QuoteClaim): number => 2 * Number(COMMITS.test(text)) + Number(COUNTS.test(text));

/** Speakers of the two sides; a speaker of no known state counts, one of a third state does not. */
function usable(context: Context, { claim }: StoredClaim<QuoteClaim>): boolean {
  const words = countWords(claim.text);
  if (words < MIN_WORDS || words > 40) return false;
  return sideOf(context, claim.speaker) !== null || claim.speaker.state === undefined;
}

/** The words alone: a comma before the cue is not theirs, nor is the stop after a fragment. */
function quoted(text: string): string {
  const words = plain(text).replace(/[,;]$/, "");
  return /^\p{Ll}/u.test(words) ? words.replace(/\.$/, "") : words;
}

function quoteLine({ context, naming }: Kit, { first, all }: Merged<QuoteClaim>): DraftLine {
  const { speaker, text } = first.claim;
  const on = publishedDay(context, first.document);
  const office = actorKind(speaker.id) === "person" && on ? context.names.officeOn(speaker.id, on) : null;
  const name = isNamed(first.claim) ? `${naming.full(speaker)}${office ? `, ${office.title}` : ""}` : speakerHead(speaker.name);
  return line([say(`${name}: “${quoted(text)}”`, each(pointers(all)))]);
}

export const quotationsSection: SectionWriter = (kit) => {
  const { context } = kit;
  const leaders = new Set(context.meeting.participants.map(({ id }) => id));
  const merged = mergeBy(
    ofKind(context, "quote").filter((stored) => usable(context, stored)),
    ({ claim: a }, { claim: b }) => a.speaker.id === b.speaker.id && (a.text === b.text || likeness(a.text, b.text) >= 0.8),
  );
  const rank = ({ first }: Merged<QuoteClaim>): number => (leaders.has(first.claim.speaker.id) ? 0 : 1);
  const sorted = merged
    .map((quote, index) => ({ quote, index }))
    .sort((x, y) => rank(x.quote) - rank(y.quote) || weight(y.quote.first.claim) - weight(x.quote.first.claim) || x.index - y.index);
  const of = (named: boolean): DraftLine[] =>
    sorted
      .filter(({ quote }) => isNamed(quote.first.claim) === named)
      .slice(0, LIMIT)
      .map(({ quote }) => quoteLine(kit, quote));
  const groups = [
    { title: "On the record", lines: of(true) },
    { title: "Speaker not named", lines: of(false) },
  ].filter(({ lines }) => lines.length > 0);
  if (groups.length === 0) return null;
  return { id: "quotations", number: 7, title: "Quotations", groups: groups.map(({ title, lines }) => group(lines, title)) };
};
