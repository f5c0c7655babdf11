// Draft → Document: repeats and ends taken out, kind and language told, the text frozen and named by its hash.
import { createHash } from "node:crypto";
import { type Document, type Problem, type Published, problem, type Removal } from "../model/index.ts";
import type { Draft } from "./draft.ts";
import { withoutEnds } from "./ends.ts";
import { kindOf } from "./kind.ts";
import { detectLanguage, languageName } from "./language.ts";
import { machineMoment } from "./metadata/moment.ts";
import { withoutRepeats } from "./paragraphs.ts";
import { fold, words } from "./whitespace.ts";

export interface Assembly {
  readonly file: string;
  /** Address from the source, when the text has none of its own. */
  readonly url: string | null;
  /** Publication date from the command line. */
  readonly published: string | null;
  readonly language: string | null;
  /** Problems found before the format's reader, as in decoding. */
  readonly problems: readonly Problem[];
}

/** The host of an address, which names the outlet where the page does not. */
function hostOf(address: string | null): string | null {
  if (address === null || !URL.canParse(address)) return null;
  return new URL(address).hostname.replace(/^www\./, "") || null;
}

/** The identity of a text: what it says, under which title, address and date; never where it was read from. */
export function documentId(url: string | null, title: string | null, published: string | null, text: string): string {
  return `sha256:${createHash("sha256")
    .update(JSON.stringify([url, title, published, text]))
    .digest("hex")}`;
}

function given(published: string | null): Published | null {
  if (published === null) return null;
  const moment = machineMoment(published);
  return moment ? { value: moment.value, precision: moment.precision, source: "argument" } : null;
}

/** BCP 47 tags as pages write them: `en_GB`, `EN-us`, `english`. */
function tag(declared: string | null): string | null {
  if (!declared) return null;
  const m = /^([a-z]{2,3})(?:[-_]([a-z]{4}))?(?:[-_]([a-z]{2}|\d{3}))?(?![a-z])/i.exec(declared.trim());
  if (!m) return /^english$/i.test(declared.trim()) ? "en" : null;
  const script = m[2] ? `-${m[2][0]!.toUpperCase()}${m[2].slice(1).toLowerCase()}` : "";
  return `${m[1]!.toLowerCase()}${script}${m[3] ? `-${m[3].toUpperCase()}` : ""}`;
}

/** The language: what the words say, refined by what is declared where both agree; what is declared, where the words are too few. */
function languageOf(text: string, declared: string | null): string | null {
  const detected = detectLanguage(text);
  const stated = tag(declared);
  if (detected === null) return stated;
  return stated?.split("-")[0] === detected ? stated : detected;
}

/** Freezes `draft` as a document. */
export function assemble(draft: Draft, { file, url, published, language, problems }: Assembly): Document {
  const repeats = withoutRepeats(draft.paragraphs, draft.title);
  const ended = withoutEnds(repeats.paragraphs);
  const removals: Removal[] = [...draft.removals, ...repeats.removals, ...ended.removals];
  const text = ended.paragraphs.join("\n\n");
  const title = draft.title ? fold(draft.title) || null : null;
  const address = draft.url ?? url;
  const moment = given(published) ?? draft.published;
  const tongue = language ?? languageOf(text || (title ?? ""), draft.language);
  const kind = kindOf({ title, url: address, sections: draft.sections, text, teaser: draft.teaser });
  const found: Problem[] = [...problems, ...draft.problems.filter((p) => p.code !== "date-conflict" || published === null)];
  const broken = found.some((p) => p.severity === "error" || p.code === "feed-empty");
  if (!broken) {
    if (text === "" || words(text).length === 0) found.push(problem("text-empty", { path: file, reason: "it has no running text" }));
    else if (tongue !== null && !/^en\b/i.test(tongue))
      found.push(problem("language-unsupported", { language: languageName(tongue.split("-")[0]!) }));
    if (moment === null && text !== "") found.push(problem("date-missing"));
    if (draft.teaser && text !== "") found.push(problem("text-teaser", { url: address ?? file }));
    if (repeats.removals.length > 0) found.push(problem("paragraph-repeated", { count: repeats.removals.length }));
  }
  return {
    id: documentId(address, title, moment?.value ?? null, text),
    file,
    url: address,
    site: draft.site ?? hostOf(address),
    title,
    author: draft.author,
    published: moment,
    modified: draft.modified,
    language: tongue,
    kind,
    text,
    removals,
    problems: found,
  };
}
