// The one catalogue of errors and problems: code, sentence, remedy. docs/reference/errors.md is generated from it.
import type { Problem, Severity } from "./problem.ts";
import type { Span } from "./span.ts";

interface Entry {
  readonly severity: Severity;
  /** Exit code of the command line when this is why a command ends: 1 the input, 2 the usage, 3 the environment. */
  readonly exit: 1 | 2 | 3;
  /** Sentence with `{name}` slots. */
  readonly message: string;
  readonly remedy: string;
}

const entry = (severity: Severity, exit: 1 | 2 | 3, message: string, remedy: string): Entry => ({ severity, exit, message, remedy });

/** Every code the program can report. */
export const CATALOGUE = {
  // reader
  "file-missing": entry(
    "error",
    1,
    "There is no file or folder at {path}.",
    "Check the spelling; a relative path starts at the current folder.",
  ),
  "file-unreadable": entry("error", 1, "{path} could not be read: {reason}.", "Check the file's permissions."),
  "folder-empty": entry(
    "error",
    1,
    "The folder {path} holds no file that can be read as an article.",
    "Give a folder with .html, .txt, .md, .pdf, .docx, .xml or .json files.",
  ),
  "file-too-large": entry(
    "error",
    1,
    "{path} has {bytes} bytes; the limit is {limit}.",
    "Save the article alone, without the pages around it.",
  ),
  "file-binary": entry(
    "error",
    1,
    "{path} is a binary file ({type}), not a text.",
    "Give HTML, plain text, Markdown, PDF, DOCX, RSS, Atom or JSON Feed.",
  ),
  "file-encrypted": entry("error", 1, "{path} is encrypted; its text cannot be read.", "Save it without a password."),
  "file-damaged": entry("error", 1, "{path} is no whole {type} file: {reason}.", "Get the file again, or save its text as plain text."),
  "file-scanned": entry("error", 1, "{path} has no text: {reason}.", "Run text recognition (OCR) on it first."),
  "file-bomb": entry("error", 1, "{path} was not unpacked: {reason}.", "Save the document alone, as plain text."),
  "file-slow": entry("error", 1, "{path} was given up: {reason}.", "Save the document alone, as plain text."),
  "pages-left": entry("warning", 1, "{read} of the {pages} pages of {path} were read.", "Split the document to read the others."),
  "file-empty": entry("error", 1, "{path} is empty.", "Check that the download was complete."),
  "text-empty": entry(
    "error",
    1,
    "No article text was found in {path}: {reason}.",
    "Save the page after it has loaded, or give the article as plain text.",
  ),
  "text-partial": entry(
    "warning",
    1,
    "{path} shows only the beginning of its article: {reason}.",
    "Save the page as a subscriber sees it, or give the article as plain text.",
  ),
  "encoding-replaced": entry(
    "warning",
    1,
    "{count} bytes of {path} are no valid {encoding}; they were replaced.",
    "Check the encoding the page declares.",
  ),
  "language-unsupported": entry(
    "warning",
    1,
    "The text looks like {language}, not English; no claims were read from it.",
    "Give an English text.",
  ),
  "date-missing": entry(
    "warning",
    1,
    "No publication date was found; relative dates such as “on Friday” stay open.",
    "Give the date with --published YYYY-MM-DD.",
  ),
  "date-conflict": entry(
    "info",
    1,
    "The page gives several publication dates ({values}); {chosen} was taken.",
    "Check the date on the page.",
  ),
  "paragraph-repeated": entry("info", 1, "{count} repeated paragraphs were read once.", "Nothing needs to be done."),
  "feed-broken": entry("error", 1, "{path} looks like a feed and cannot be read: {reason}.", "Check the feed in a feed validator."),
  "feed-empty": entry("warning", 1, "The feed {path} has no items.", "Check the address of the feed."),
  "list-broken": entry("error", 1, "{path} is no list of feeds: {reason}.", "Give an OPML file, or the addresses of feeds."),
  "text-teaser": entry(
    "warning",
    1,
    "The feed gives only the opening of this text; the article at {url} was not read.",
    "Add the article by its address, or let scenesetter watch the feed.",
  ),
  "url-refused": entry(
    "error",
    1,
    "{url} was not fetched: {reason}.",
    "Only public http and https addresses are fetched; save other pages as files.",
  ),
  "url-disallowed": entry(
    "error",
    1,
    "{url} was not fetched: the site's robots.txt does not allow it.",
    "Read the page in a browser and add it as a file.",
  ),
  "url-waiting": entry("error", 1, "{url} was not fetched: the server asked to wait until {until}.", "It is tried again by itself."),
  "url-failed": entry("error", 1, "{url} could not be fetched: {reason}.", "Try again later, or save the page as a file."),
  "kind-no-claims": entry("info", 1, "The text is {kind}; no claims are read from it.", "Nothing needs to be done."),
  // knowledge
  "office-mismatch": entry(
    "warning",
    1,
    "The text calls {name} “{words}”; the table of offices has {fact}.",
    "Check the text against another source.",
  ),
  "office-disputed": entry(
    "error",
    3,
    "The texts read ({sources}) have {name} as {title} of {state}; {against}.",
    "Look at the evidence with “scenesetter knowledge review”, then accept or reject {id}.",
  ),
  "office-stale": entry(
    "warning",
    1,
    "The newest evidence for who holds the office ({office}) is of {day}, more than 12 months before {on}.",
    "Check who holds it; add a newer text, or a term in your own layer of knowledge.",
  ),
  "office-unknown": entry("error", 1, "No office {id} waits for a decision.", "List what there is: scenesetter knowledge review --all."),
  "name-unknown": entry("error", 1, "Nothing is known of “{name}”.", "Check the spelling, or add it to your own layer of knowledge."),
  "knowledge-invalid": entry("error", 3, "{file}, line {line}: {reason}.", "Correct the file; the other layers are still used."),
  // language
  "sentence-too-long": entry("warning", 1, "A sentence of {tokens} tokens was parsed in parts.", "Check that the text has punctuation."),
  "text-too-long": entry("warning", 1, "The text has {characters} characters; the first {limit} were analysed.", "Split the document."),
  "words-glued": entry(
    "warning",
    1,
    "{count} words look like several written together (“{example}”); what they say was not read.",
    "Copy the text again, with its blanks.",
  ),
  "quote-unclosed": entry(
    "warning",
    1,
    "{count} quotations have no closing mark; their words were not taken as quoted.",
    "Check the text against its source.",
  ),
  "stage-failed": entry("error", 1, "The stage “{stage}” failed: {reason}.", "Please report this with the document."),
  // ledger
  "ledger-newer": entry(
    "error",
    3,
    "The ledger {path} has schema {found}; this version knows up to {known}.",
    "Use the newer scenesetter that wrote it, or another --ledger file.",
  ),
  "ledger-foreign": entry("error", 3, "{path} is not a scenesetter ledger: {reason}.", "Give another --ledger file."),
  "ledger-locked": entry("error", 3, "The ledger {path} is in use by another process.", "Wait until the other command has ended."),
  "ledger-write": entry(
    "error",
    3,
    "The ledger {path} could not be written: {reason}.",
    "Free disk space or check permissions; what was recorded before is kept.",
  ),
  "ledger-missing": entry("error", 1, "There is no ledger at {path}.", "Add documents first: scenesetter add PATH."),
  // brief and command line
  "meeting-unknown": entry("error", 1, "No meeting {selector} is in the ledger.", "List what there is: scenesetter meetings."),
  "claim-unknown": entry("error", 1, "No claim {id} is in the ledger.", "Claim ids stand in the JSON of a brief."),
  "brief-unreadable": entry(
    "error",
    1,
    "{path} is no scenesetter brief: {reason}.",
    "Give the JSON, HTML or Markdown file that “scenesetter brief” wrote.",
  ),
  "brief-altered": entry(
    "error",
    1,
    "{count} of {total} quotations do not stand in the stored documents.",
    "Write the brief again from the ledger.",
  ),
  "brief-outdated": entry(
    "warning",
    1,
    "{count} of {total} quotations stand in texts that were changed later; their lines are open again.",
    "Write the brief again from the ledger.",
  ),
  usage: entry("error", 2, "{reason}.", "See scenesetter --help."),
  internal: entry("error", 3, "Something went wrong that should not: {reason}.", "Please report this with the command you gave."),
} as const satisfies Record<string, Entry>;

export type ErrorCode = keyof typeof CATALOGUE;
export type ErrorValues = Readonly<Record<string, string | number>>;

function fill(template: string, values: ErrorValues): string {
  return template.replace(/\{(\w+)\}/g, (slot, name: string) => (name in values ? String(values[name]) : slot));
}

/** The problem `code` as data, its slots filled from `values`. */
export function problem(code: ErrorCode, values: ErrorValues = {}, span?: Span): Problem {
  const { severity, message, remedy } = CATALOGUE[code];
  return { code, severity, message: fill(message, values), remedy, ...(span ? { span } : {}) };
}

/** The same object thrown, where nothing can go on. */
export class ScenesetterError extends Error {
  readonly problem: Problem;
  readonly exitCode: 1 | 2 | 3;

  constructor(code: ErrorCode, values: ErrorValues = {}, cause?: unknown) {
    const p = problem(code, values);
    super(p.message, cause === undefined ? undefined : { cause });
    this.name = "ScenesetterError";
    this.problem = p;
    this.exitCode = CATALOGUE[code].exit;
  }
}
