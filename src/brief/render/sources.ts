// How a document is named in the notes: site, title, author, date and zone.
import type { BriefDocument } from "../briefing.ts";
import { plain, printMoment } from "../words.ts";

/** `The Kanda Ledger`, `“Ishiba to meet …”`, `Haruka Minami`, `31 January 2025, 18:20 (UTC+9)`; what is missing is said. */
export function documentHeading(document: BriefDocument): readonly string[] {
  return [
    plain(document.site ?? "site not named"),
    document.title ? `“${plain(document.title)}”` : "title not stated",
    plain(document.author ?? "author not stated"),
    document.published ? printMoment(document.published) : "date not stated",
  ];
}

/** The same in one phrase, for the evidence shown beside a line. */
export function documentCite(document: BriefDocument): string {
  const { site, title, published } = document;
  return [site ?? "site not named", title, published ? printMoment(published) : null]
    .flatMap((part) => (part ? [plain(part)] : []))
    .join(", ");
}
