// HTML: one self-contained, printable page. No script, no outside resource; evidence shows on hover and focus.
import { type Briefing, type Line, OFFICER_SLOTS, type Passage, type Section, type SectionId } from "../briefing.ts";
import { seal, UNSEALED } from "../seal.ts";
import { escapeHtml, lineBody, listItem, sidePrefix } from "./html-line.ts";
import { issueTable } from "./issue-table.ts";
import { documentHeading } from "./sources.ts";
import { STYLE } from "./style.ts";

function heading(part: Section): string {
  const number = part.number === null ? "" : `<span class="no">${part.number}</span>`;
  return `<h2 id="s-${part.id}">${number}${escapeHtml(part.title)}</h2>`;
}

function plainSection(part: Section, briefing: Briefing): string {
  const groups = part.groups.map(({ title, hint, lines }) => {
    const head = title ? `<h3>${escapeHtml(title)}${hint ? `<small>${escapeHtml(hint)}</small>` : ""}</h3>` : "";
    return `<div>${head}<ul>${lines.map((line) => listItem(line, briefing, sidePrefix(line, briefing))).join("")}</ul></div>`;
  });
  return `<section class="s-${part.id}" aria-labelledby="s-${part.id}">${heading(part)}<div class="groups n${part.groups.length}">${groups.join("")}</div></section>`;
}

function header(part: Section, briefing: Briefing): string {
  const rows = part.groups.flatMap(({ lines }) =>
    lines.map((line) => {
      const [label, ...rest] = line.segments;
      const body: Line = { ...line, segments: rest };
      // The cut-off stands in the head of the page already.
      const name = (label?.text ?? "").replace(/\.$/, "").replace(/^As of .*/, "Sources");
      return `<dt>${escapeHtml(name)}</dt><dd class="line" id="${line.id}">${lineBody(body, briefing)}</dd>`;
    }),
  );
  return `<dl class="head">${rows.join("")}</dl>`;
}

function chronology(part: Section, briefing: Briefing): string {
  const items = part.groups.flatMap(({ lines }) =>
    lines.map((line) => {
      const planned = line.segments[0]?.text.includes("(planned)") ? " planned" : "";
      return `<li class="line${planned}" id="${line.id}">${lineBody(line, briefing)}</li>`;
    }),
  );
  return `<section class="s-chronology" aria-labelledby="s-chronology">${heading(part)}<ol class="tl">${items.join("")}</ol></section>`;
}

function notes(briefing: Briefing): string {
  const documents = briefing.documents.map((document) => {
    const [site = "", ...rest] = documentHeading(document);
    const link = document.url && /^https?:\/\//i.test(document.url) ? document.url : null;
    const named = link ? `<a href="${escapeHtml(link)}" rel="noopener noreferrer nofollow">${escapeHtml(site)}</a>` : escapeHtml(site);
    const items = briefing.passages.filter((passage) => passage.document === document.id).map(noteItem);
    const list = items.length > 0 ? `<ol>${items.join("")}</ol>` : "";
    const data = `data-document="${document.id}" data-sha256="${document.textSha256}"`;
    return `<div class="doc" ${data}><h3>${document.source} ${named} <span>${rest.map(escapeHtml).join(", ")}</span></h3>${list}</div>`;
  });
  const table = briefing.table.map(({ ref, text, source }) => `<li id="n${ref}"><b>${ref}</b>${escapeHtml(`${text} (${source})`)}</li>`);
  const rows = table.length > 0 ? `<div class="doc"><h3>T Table of offices</h3><ol>${table.join("")}</ol></div>` : "";
  return `<section class="s-sources" aria-labelledby="sources"><h2 id="sources"><span class="no">12</span>Sources and notes</h2><p class="fine">${briefing.remarks.map(escapeHtml).join(" ")}</p><div class="notes">${documents.join("")}${rows}</div></section>`;
}

const noteItem = ({ ref, document, start, end, quote }: Passage): string =>
  `<li id="n${ref}" data-document="${document}" data-start="${start}" data-end="${end}"><b>${ref}</b><q>${escapeHtml(quote)}</q></li>`;

/** Sections side by side on a wide page and in print. */
const PAIRS: readonly (readonly SectionId[])[] = [
  ["participants", "why-now"],
  ["commitments", "quotations", "third-parties", "disagreements", "unknown"],
];

function render(part: Section, briefing: Briefing): string {
  if (part.id === "header") return "";
  if (part.id === "issues")
    return `<section class="s-issues" aria-labelledby="s-issues">${heading(part)}${issueTable(part, briefing)}</section>`;
  return part.id === "chronology" ? chronology(part, briefing) : plainSection(part, briefing);
}

function body(briefing: Briefing): string {
  const out: string[] = [];
  const done = new Set<SectionId>();
  for (const part of briefing.sections) {
    if (done.has(part.id)) continue;
    const pair = PAIRS.find((ids) => ids.includes(part.id));
    const members = pair ? briefing.sections.filter(({ id }) => pair.includes(id)) : [part];
    for (const { id } of members) done.add(id);
    const inner = members.map((member) => render(member, briefing)).join("");
    out.push(pair && members.length > 1 ? `<div class="flow${pair.length === 2 ? " pair" : ""}">${inner}</div>` : inner);
  }
  return out.join("");
}

/** The brief as one HTML page, sealed. */
export function renderHtml(briefing: Briefing): string {
  const head = briefing.sections.find(({ id }) => id === "header");
  const title = escapeHtml(`Briefing: ${briefing.title}`);
  const asOf = briefing.asOf ? `As of ${escapeHtml(briefing.asOf)}` : "";
  const warning = briefing.warning ? `<p class="warn"><b>Single source.</b> ${escapeHtml(briefing.warning)}</p>` : "";
  const slots = OFFICER_SLOTS.map((slot) => `<div>${slot}</div>`).join("");
  return seal(
    `<!DOCTYPE html>
<html lang="en-GB"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="scenesetter-schema" content="${briefing.schema}"><meta name="scenesetter-seal" content="${UNSEALED}"><title>${title}</title><style>
${STYLE}</style></head><body><main class="sheet"><header><p class="kick"><span>Briefing</span><span>${asOf}</span></p><h1>${escapeHtml(briefing.title)}</h1><p class="sub">${escapeHtml(briefing.subtitle)}</p>${warning}${head ? header(head, briefing) : ""}</header>${body(briefing)}<section aria-labelledby="s-officer"><h2 id="s-officer">For the officer</h2><div class="slots">${slots}</div></section>${notes(briefing)}</main></body></html>
`,
  );
}
