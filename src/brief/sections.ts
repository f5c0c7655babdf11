// The sections in the order of print; each writer is a file of its own in sections/.
import { groupLabel } from "./adopt.ts";
import { type DraftLine, type DraftSection, draftText, group } from "./draft.ts";
import { furtherLines } from "./further.ts";
import { agendaSection } from "./sections/agenda.ts";
import { bottomLineSection } from "./sections/bottom-line.ts";
import { chronologySection } from "./sections/chronology.ts";
import { commitmentsSection } from "./sections/commitments.ts";
import { disagreementsSection } from "./sections/disagreements.ts";
import { headerSection } from "./sections/header.ts";
import { issueSections } from "./sections/issues.ts";
import type { Kit } from "./sections/kit.ts";
import { participantsSection } from "./sections/participants.ts";
import { quotationsSection } from "./sections/quotations.ts";
import { thirdPartiesSection } from "./sections/third-parties.ts";
import { unknownSection } from "./sections/unknown.ts";
import { whyNowSection } from "./sections/why-now.ts";

/** All sections with lines, as drafts. `input` is the hash over the documents that the header prints. */
export function writeSections(kit: Kit, input: string): readonly DraftSection[] {
  const head = [headerSection(kit, input), bottomLineSection(kit), participantsSection(kit), whyNowSection(kit), agendaSection(kit)];
  const { issues, annex } = issueSections(kit);
  const rest = [
    commitmentsSection(kit),
    quotationsSection(kit),
    thirdPartiesSection(kit),
    disagreementsSection(kit),
    unknownSection(kit),
    chronologySection(kit),
  ];
  const body = [...head, issues, ...rest].filter((section) => section !== null);
  const written = annex ? [...body, annex] : body;
  const whole = withFurther(kit, annex, furtherLines(kit.context, written));
  const told = whole && withoutRepeats(whole, body);
  return told && told.groups.length > 0 ? [...body, told] : body;
}

/** Share of an annex line's words that stand in one line when it repeats that. */
const REPEATS = 0.85;
const FRAME = new Set("both sides have has agreed committed pledged are leaders the says and with for that this its their from".split(" "));

/** What a line tells: its words and numbers but for those that frame a promise or a position. */
const toldWords = (draft: DraftLine): ReadonlySet<string> =>
  new Set(
    (
      draftText(draft)
        .toLowerCase()
        .match(/[\p{L}\p{N}.]*[\p{L}\p{N}]/gu) ?? []
    ).filter((word) => (word.length > 2 || /\d/.test(word)) && !FRAME.has(word)),
  );

/** Sections whose lines an annex line may repeat. */
const TOLD: ReadonlySet<string> = new Set(["issues", "commitments", "quotations", "disagreements"]);

/** The annex without what the body or a line of the annex before tells: nearly all of its words and all of its numbers. */
function withoutRepeats(annex: DraftSection, body: readonly DraftSection[]): DraftSection {
  const lines = body.filter(({ id }) => TOLD.has(id)).flatMap(({ groups }) => groups.flatMap((one) => one.lines));
  const told = lines.map(toldWords);
  const repeats = (draft: DraftLine): boolean => {
    const words = [...toldWords(draft)];
    const known = told.some((other) => {
      const missing = words.filter((word) => !other.has(word));
      return missing.length <= (1 - REPEATS) * words.length && !missing.some((word) => /\d/.test(word));
    });
    if (!known) told.push(new Set(words));
    return known && !draft.fixed;
  };
  const groups = annex.groups.map((one) => ({ ...one, lines: one.lines.filter((draft) => !repeats(draft)) }));
  return { ...annex, groups: groups.filter((one) => one.lines.length > 0) };
}

/** The annex with what the texts say beyond all lines, under the heading of its issue; null where there is nothing. */
function withFurther(
  { context, issues }: Kit,
  annex: DraftSection | null,
  further: ReadonlyMap<string, readonly DraftLine[]>,
): DraftSection | null {
  const groups = [...(annex?.groups ?? [])];
  for (const [issue, lines] of further) {
    const label = issues.find(({ id }) => id === issue)?.label ?? groupLabel(context, issue, "Other points");
    const at = groups.findIndex(({ title }) => title === label);
    if (at < 0) groups.push(group(lines, label));
    else groups[at] = { ...groups[at]!, lines: [...groups[at]!.lines, ...lines] };
  }
  return groups.length > 0 ? { id: "annex", number: null, title: "Annex: further points", groups } : null;
}
