// The briefing stage: Ledger → Briefing (a tree of cited lines) → Markdown, HTML, JSON, DOCX; and verify.
import type { Briefing } from "./briefing.ts";

export * from "./briefing.ts";
export { composeBriefing } from "./compose.ts";
export type { BriefNames } from "./names.ts";
export type { BriefOptions, Selector } from "./options.ts";
export type { BriefFormat } from "./read.ts";
export { renderHtml } from "./render/html.ts";
export { renderJson } from "./render/json.ts";
export { renderMarkdown } from "./render/markdown.ts";
export type { Reopened } from "./reopened.ts";
export { type Broken, type Verification, verifyBriefing } from "./verify.ts";

/** The brief as a DOCX file, sealed. The library behind it is loaded when it is called: no other form needs it. */
export const renderDocx = async (briefing: Briefing): Promise<Uint8Array> => (await import("./render/docx/index.ts")).renderDocx(briefing);

/** The text of a DOCX brief, for `verifyBriefing`; null when the bytes are no such file. */
export const docxText = async (bytes: Uint8Array): Promise<string | null> => (await import("./render/docx/package.ts")).docxText(bytes);
