// The sections in the order of print; each writer is a file of its own in sections/.
import type { DraftSection } from "./draft.ts";
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
  return [...head, issues, ...rest, annex].filter((section) => section !== null);
}
