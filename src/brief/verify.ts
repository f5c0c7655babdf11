// Verify: is a brief as it was written, and do its quotations still stand in the stored documents?
import type { Ledger } from "../ledger/index.ts";
import { type Problem, problem, ScenesetterError } from "../model/index.ts";
import { type BriefFormat, formatOf, readEvidence } from "./read.ts";
import { type Reopened, reopenedPassages } from "./reopened.ts";
import { sealed, sha256 } from "./seal.ts";
import { plain } from "./words.ts";

/** One thing that does not hold. */
export interface Broken {
  /** `seal`: a character of the file was changed; `quote`: the words do not stand at their place; `document`: it is not in the ledger; `text`: the stored text is another one. */
  readonly reason: "seal" | "quote" | "document" | "text";
  /** Note of the quotation, `1.5`; null for the seal and for documents. */
  readonly note: string | null;
  readonly document: string | null;
  readonly quote: string | null;
}

export interface Verification {
  readonly format: BriefFormat;
  /** Quotations in the brief. */
  readonly total: number;
  readonly broken: readonly Broken[];
  /** Passages whose page was changed later; their lines are to be opened again. Empty without a ledger. */
  readonly reopened: readonly Reopened[];
  /** The problem `brief-altered` when anything is broken, `brief-outdated` when passages are reopened. */
  readonly problem: Problem | null;
}

/**
 * Checks a rendered brief. Without a ledger: the seal, which covers every character of every line, quotation and note. With a ledger also
 * every quotation against the stored text, at its offsets, and against the later versions of its page.
 * @throws ScenesetterError `brief-unreadable` when the file is no brief or carries no seal.
 */
export function verifyBriefing(
  file: { readonly text: string; readonly path?: string; readonly format?: BriefFormat },
  ledger?: Ledger,
): Verification {
  const path = file.path ?? "the file";
  const format = file.format ?? formatOf(file.text);
  const evidence = format === null ? null : readEvidence(file.text, format);
  if (format === null || evidence === null) throw new ScenesetterError("brief-unreadable", { path, reason: "it has no evidence in it" });
  const intact = sealed(file.text);
  if (intact === null) throw new ScenesetterError("brief-unreadable", { path, reason: "it does not carry one seal" });
  const broken: Broken[] = intact ? [] : [{ reason: "seal", note: null, document: null, quote: null }];
  if (ledger) {
    const texts = new Map(evidence.documents.map(({ id }) => [id, ledger.document(id)?.document.text ?? null] as const));
    for (const { id, textSha256 } of evidence.documents) {
      const text = texts.get(id) ?? null;
      if (text === null) broken.push({ reason: "document", note: null, document: id, quote: null });
      else if (sha256(text) !== textSha256) broken.push({ reason: "text", note: null, document: id, quote: null });
    }
    for (const { ref, document, start, end, quote } of evidence.passages) {
      const found = texts.get(document)?.slice(start, end) ?? "";
      const same = evidence.exact ? found === quote : plain(found) === plain(quote);
      if (!same || quote === "") broken.push({ reason: "quote", note: ref, document, quote });
    }
  }
  const total = evidence.passages.length;
  const reopened = ledger ? reopenedPassages(evidence.passages, ledger) : [];
  return { format, total, broken, reopened, problem: problemOf(broken.length, reopened.length, total) };
}

function problemOf(broken: number, reopened: number, total: number): Problem | null {
  if (broken > 0) return problem("brief-altered", { count: broken, total });
  return reopened > 0 ? problem("brief-outdated", { count: reopened, total }) : null;
}
