// A line in HTML: its words with their notes, and its evidence, hidden until asked for. All text is escaped here.
import type { Briefing, Line, Note } from "../briefing.ts";
import { numberWord, plain } from "../words.ts";
import { documentCite } from "./sources.ts";

/** `text` as HTML text, also safe inside a quoted attribute. */
export function escapeHtml(text: string): string {
  return plain(text).replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;").replace(/'/g, "&#x27;");
}

/** The inverse of `escapeHtml`. */
export function unescapeHtml(text: string): string {
  return text
    .replace(/&#x27;/g, "'")
    .replace(/&quot;/g, '"')
    .replace(/&gt;/g, ">")
    .replace(/&lt;/g, "<")
    .replace(/&amp;/g, "&");
}

function mark(note: Note, line: Line): string {
  const target = note.mode === "searched" ? "sources" : `e-${line.id}`;
  const refs = note.refs.map((ref) => `<span>${ref}</span>`).join(note.mode === "together" ? "+" : " ");
  const bold = note.mode === "each" && note.sources.length >= 2 ? " many" : "";
  const said = note.mode === "searched" ? "looked for in " : "notes ";
  return `<a class="r${bold}" href="#${target}"><span class="vh"> ${said}</span>${refs}</a>`;
}

/** The words of a line with their notes, and after them the passages, hidden until asked for. */
export function lineBody(line: Line, briefing: Briefing): string {
  const words = line.segments
    .map(({ text, strong, note }) => {
      const shown = strong ? `<b>${escapeHtml(text)}</b>` : escapeHtml(text);
      return note ? shown + mark(note, line) : shown;
    })
    .join(" ");
  return words + evidence(line, briefing);
}

function evidence(line: Line, briefing: Briefing): string {
  if (line.evidence.length === 0) return "";
  const passages = line.evidence.map((item) => {
    const document = briefing.documents.find(({ id }) => id === item.document);
    const cite = document ? escapeHtml(documentCite(document)) : "";
    return `<span class="p"><a class="n" href="#n${item.note}">${item.note}</a> <q>${escapeHtml(item.quote)}</q><cite>${cite}</cite></span>`;
  });
  const sources = new Set(line.evidence.map(({ note }) => note.split(".")[0])).size;
  const head = `${numberWord(passages.length)} ${passages.length === 1 ? "passage" : "passages"}, ${numberWord(sources)} ${sources === 1 ? "source" : "sources"}`;
  return `<span class="ev" id="e-${line.id}" role="note"><span class="eh">${head}</span>${passages.join("")}<a class="x" href="#${line.id}">Close</a></span>`;
}

/** Outside the issue table a side's line begins with the side's name. */
export function sidePrefix(line: Line, briefing: Briefing): string {
  const side = line.cell === "a" ? briefing.sideNames[0] : line.cell === "b" ? briefing.sideNames[1] : null;
  return side === null ? "" : `${escapeHtml(side)}: `;
}

export function listItem(line: Line, briefing: Briefing, prefix = ""): string {
  return `<li class="line" id="${line.id}">${prefix}${lineBody(line, briefing)}</li>`;
}
