// The sections in the order of print; each writer is a file of its own in sections/.
import { groupLabel } from "./adopt.ts";
import { type DraftLine, type DraftSection, draftText, group } from "./draft.ts";
import { furtherLines } from "./further.ts";
import { contentWords } from "./merge.ts";
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
  const told = annex && withoutRepeats(annex, body);
  const written = told ? [...body, told] : body;
  return withFurther(kit, body, told, furtherLines(kit.context, written));
}

/** Share of an annex line's content words that stand in one line of the body when it repeats that. */
const REPEATS = 0.75;

/** The annex without what the body tells: a promise that stands among the commitments. */
function withoutRepeats(annex: DraftSection, body: readonly DraftSection[]): DraftSection {
  const lines = body
    .filter(({ id }) => id === "commitments" || id === "quotations")
    .flatMap(({ groups }) => groups.flatMap((one) => one.lines));
  const told = lines.map((draft) => contentWords(draftText(draft)));
  const repeats = (draft: DraftLine): boolean => {
    const words = [...contentWords(draftText(draft))];
    return !draft.fixed && told.some((other) => words.filter((word) => other.has(word)).length >= REPEATS * words.length);
  };
  const groups = annex.groups.map((one) => ({ ...one, lines: one.lines.filter((draft) => !repeats(draft)) }));
  return { ...annex, groups: groups.filter((one) => one.lines.length > 0) };
}

/** The annex with what the texts say beyond all lines, under the heading of its issue. */
function withFurther(
  { context, issues }: Kit,
  body: readonly DraftSection[],
  annex: DraftSection | null,
  further: ReadonlyMap<string, readonly DraftLine[]>,
): readonly DraftSection[] {
  const groups = [...(annex?.groups ?? [])];
  for (const [issue, lines] of further) {
    const label = issues.find(({ id }) => id === issue)?.label ?? groupLabel(context, issue, "Other points");
    const at = groups.findIndex(({ title }) => title === label);
    if (at < 0) groups.push(group(lines, label));
    else groups[at] = { ...groups[at]!, lines: [...groups[at]!.lines, ...lines] };
  }
  return groups.length > 0 ? [...body, { id: "annex", number: null, title: "Annex: further points", groups }] : body;
}
