// The briefing stage: Ledger → Briefing (a tree of cited lines) → Markdown, HTML, JSON; and verify.
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
