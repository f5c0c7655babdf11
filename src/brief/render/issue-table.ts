// The issue table of the HTML page: side A, side B, and what concerns both, one block an issue.
import type { Briefing, Cell, Group, Section } from "../briefing.ts";
import { escapeHtml, lineBody, listItem } from "./html-line.ts";

const COLUMNS: readonly { readonly cell: Cell; readonly className: string }[] = [
  { cell: "a", className: "a" },
  { cell: "b", className: "b" },
  { cell: "both", className: "c" },
];

const BOTH = "Gap, numbers, trend, concern";

/** The first line of an issue says its gap and stands in the heading row, not in a cell. */
function block(issue: Group, briefing: Briefing, names: readonly string[]): string {
  const gap = issue.lines.find((line) => line.cell === null);
  const badge = gap ? `<div class="line gapl" id="${gap.id}">${lineBody(gap, briefing)}</div>` : "";
  const found = gap && !gap.searched && /\d/.test(gap.text) ? " has" : "";
  // What is said of both alone needs no columns.
  const sided = issue.lines.some(({ cell }) => cell === "a" || cell === "b");
  const cells = COLUMNS.filter(({ cell }) => sided || cell === "both").map(({ cell, className }) => {
    const index = COLUMNS.findIndex((column) => column.cell === cell);
    const lines = issue.lines.filter((line) => line.cell === cell);
    const list = lines.length > 0 ? `<ul>${lines.map((line) => listItem(line, briefing)).join("")}</ul>` : "";
    return `<td class="${className}${list ? "" : " empty"}"${sided ? "" : ` colspan="3"`} data-l="${escapeHtml(names[index] ?? "")}">${list}</td>`;
  });
  const title = `<h3>${escapeHtml(issue.title ?? "")}</h3>`;
  return `<tbody class="issue${found}"><tr class="ih"><th scope="rowgroup" colspan="3"><div>${title}${badge}</div></th></tr><tr>${cells.join("")}</tr></tbody>`;
}

export function issueTable(section: Section, briefing: Briefing): string {
  const names = [...briefing.sideNames, BOTH];
  const head = COLUMNS.map(({ className }, index) => `<th scope="col" class="${className}">${escapeHtml(names[index] ?? "")}</th>`);
  const blocks = section.groups.map((issue) => block(issue, briefing, names));
  return `<table class="iss"><thead><tr>${head.join("")}</tr></thead>${blocks.join("")}</table>`;
}
