// What is read from a PDF or DOCX file, and how it becomes a draft.
import type { Problem, Removal } from "../../model/index.ts";
import type { Draft } from "../draft.ts";
import type { Moment } from "../metadata/moment.ts";
import { joinNames, persons } from "../metadata/names.ts";
import { readPlain } from "../plain.ts";
import { fold, words } from "../whitespace.ts";

export interface OfficeText {
  readonly format: "pdf" | "docx";
  readonly paragraphs: readonly string[];
  readonly removals: readonly Removal[];
  /** The words of the first heading by its style or size; null where none stands out. */
  readonly heading: string | null;
  /** Properties that the program put into the file. */
  readonly title: string | null;
  readonly author: string | null;
  readonly created: Moment | null;
  readonly modified: Moment | null;
  readonly language: string | null;
  readonly problems: readonly Problem[];
}

/** Why a file gives no text. */
export class OfficeError extends Error {
  readonly kind: "encrypted" | "scanned" | "damaged" | "too-large" | "other";
  constructor(kind: OfficeError["kind"], message: string) {
    super(message);
    this.kind = kind;
  }
}

/** Titles that programs put in by themselves: `Microsoft Word - draft2.docx`, `untitled`, `report_final.pdf`. */
const NO_TITLE =
  /^(?:microsoft (?:word|powerpoint)\b.*|untitled\b.*|document\d*|.*\.(?:docx?|pdf|odt|rtf|indd|qxd)|(?:power)?point presentation|\W*)$/i;
/** Names that are no person's: of a user account (one word, or with digits), a program or a printer. */
const NO_AUTHOR = /^(?:\S*|.*\d.*|microsoft\b.*|adobe\b.*|windows user)$/iu;

/** Whether nearly all words of a title stand in the beginning of the text: the title of an old template does not. */
function standsIn(title: string, paragraphs: readonly string[]): boolean {
  const there = new Set(words(paragraphs.slice(0, 30).join(" ")));
  const own = words(title);
  return own.length >= 2 && own.filter((word) => there.has(word)).length >= 0.75 * own.length;
}

/**
 * The draft of a file's text. The head is read as in plain text; its date comes before that of the file's properties, which is the day
 * on which someone saved it (`pdf:created`, `docx:created`).
 */
export function draftOf(office: OfficeText): Draft {
  const plain = readPlain(office.paragraphs.join("\n\n"));
  const property = office.title && !NO_TITLE.test(fold(office.title)) ? fold(office.title) : null;
  const title = property && standsIn(property, office.paragraphs) ? property : (office.heading ?? plain.title ?? property);
  const { created, modified } = office;
  const named = office.author && !NO_AUTHOR.test(fold(office.author)) ? joinNames(persons([office.author], plain.site)) : null;
  return {
    ...plain,
    title,
    author: plain.author ?? named,
    published:
      plain.published ?? (created ? { value: created.value, precision: created.precision, source: `${office.format}:created` } : null),
    modified: modified?.value ?? null,
    language: office.language,
    removals: [...plain.removals, ...office.removals],
    problems: [...plain.problems, ...office.problems],
  };
}
