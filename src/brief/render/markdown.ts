// Markdown: the brief as text that reads well raw and rendered; hostile text stays text.
import { type Briefing, type Line, type Note, OFFICER_SLOTS, type Section, type Segment } from "../briefing.ts";
import { seal } from "../seal.ts";
import { plain } from "../words.ts";
import { manifestOf } from "./manifest.ts";
import { documentHeading } from "./sources.ts";

/** `text` so that no Markdown reader sees markup in it; `inner` text does not begin a line. */
export function escapeMarkdown(text: string, inner = false): string {
  const escaped = plain(text)
    .replace(/[\\`*_[\]<>|~]/g, "\\$&")
    .replace(/&(?=#?\w+;)/g, "&amp;")
    .replace(/:\/\//g, ":\\/\\/");
  if (inner) return escaped;
  return escaped.replace(/^[-+#>=]/, "\\$&").replace(/^(\d+)([.)])(?=\s|$)/, "$1\\$2");
}

/** The inverse of `escapeMarkdown`, for reading a brief again. */
export function unescapeMarkdown(text: string): string {
  return text.replace(/&amp;(?=#?\w+;)/g, "&").replace(/\\([\\`*_[\]<>|~/+#>=.)-])/g, "$1");
}

/** `[1.5, 2.5]`, `[1.5 + 2.4]`. */
export const bracket = (note: Note): string => `[${note.refs.join(note.mode === "together" ? " + " : ", ")}]`;

function segment({ text, strong, note }: Segment): string {
  const words = strong ? `**${escapeMarkdown(text, true)}**` : escapeMarkdown(text);
  if (!note) return words;
  const mark = bracket(note);
  return `${words} ${note.mode === "each" && note.sources.length >= 2 ? `**${mark}**` : mark}`;
}

const SIDE = { a: 0, b: 1 } as const;

function lineText(line: Line, briefing: Briefing): string {
  const words = line.segments.map(segment).join(" ");
  const side = line.cell === "a" || line.cell === "b" ? `${escapeMarkdown(briefing.sideNames[SIDE[line.cell]])}: ` : "";
  return `- ${side}${words}`;
}

function section(part: Section, briefing: Briefing): string[] {
  const out: string[] = [];
  if (part.title) out.push(`## ${part.number === null ? "" : `${part.number} `}${part.title}`, "");
  for (const { title, hint, lines } of part.groups) {
    if (title && part.id === "issues") out.push(`### ${escapeMarkdown(title)}`, "");
    else if (title) out.push(`**${escapeMarkdown(title)}**${hint ? ` (${hint})` : ""}`, "");
    for (const line of lines) out.push(lineText(line, briefing));
    out.push("");
  }
  return out;
}

function notes(briefing: Briefing): string[] {
  const out = ["## 12 Sources and notes", "", briefing.remarks.map((text) => escapeMarkdown(text)).join(" "), ""];
  for (const document of briefing.documents) {
    out.push(
      `**${document.source}** · ${documentHeading(document)
        .map((text) => escapeMarkdown(text))
        .join(" · ")}`,
      "",
    );
    const quoted = briefing.passages.filter((passage) => passage.document === document.id);
    for (const { ref, quote } of quoted) out.push(`- ${ref} *${escapeMarkdown(quote)}*`);
    if (quoted.length > 0) out.push("");
  }
  if (briefing.table.length > 0) {
    out.push("**T** · Table of offices", "");
    for (const { ref, text, source } of briefing.table) out.push(`- ${ref} ${escapeMarkdown(`${text} (${source})`)}`);
    out.push("");
  }
  return out;
}

/** The brief as Markdown, sealed. */
export function renderMarkdown(briefing: Briefing): string {
  const out = [`# ${escapeMarkdown(briefing.title)}`, "", `**${escapeMarkdown(briefing.subtitle)}**`, ""];
  if (briefing.warning) out.push(`> **Single source.** ${escapeMarkdown(briefing.warning)}`, "");
  for (const part of briefing.sections) out.push(...section(part, briefing));
  out.push("## For the officer", "");
  for (const slot of OFFICER_SLOTS) out.push(`**${slot}:**`, "");
  // A comment, so that no reader shows it.
  out.push(...notes(briefing), "<!-- scenesetter-evidence", ...manifestOf(briefing), "-->");
  return seal(`${out.join("\n")}\n`);
}
