// Length: two pages. What is cut first is fixed, and so is what is never cut.
import type { SectionId } from "./briefing.ts";
import { type DraftLine, type DraftSection, draftText } from "./draft.ts";
import { countWords } from "./words.ts";

/** Most words of lines before the notes: two pages of several sources, one page of one. */
const MAX_WORDS = { many: 1100, single: 550 } as const;

export function wordsOf(sections: readonly DraftSection[]): number {
  return sections
    .filter(({ id }) => id !== "annex")
    .flatMap((section) => section.groups.flatMap((group) => group.lines))
    .reduce((sum, draft) => sum + countWords(draftText(draft)), 0);
}

/** One line fewer in a section, from its end; null when nothing may go. */
function withoutLast(sections: readonly DraftSection[], id: SectionId): readonly DraftSection[] | null {
  const section = sections.find((candidate) => candidate.id === id);
  const groups = section?.groups ?? [];
  const at = groups.findLastIndex((group) => group.lines.length > 0);
  if (!section || at < 0) return null;
  const shorter = groups
    .map((group, index) => (index === at ? { ...group, lines: group.lines.slice(0, -1) } : group))
    .filter((group) => group.lines.length > 0);
  return sections.flatMap((candidate) => (candidate.id !== id ? candidate : shorter.length > 0 ? { ...candidate, groups: shorter } : []));
}

/** The last third line of a cell goes to the annex; null when no cell has three. */
function withoutThird(sections: readonly DraftSection[]): readonly DraftSection[] | null {
  const issues = sections.find(({ id }) => id === "issues");
  if (!issues) return null;
  for (let at = issues.groups.length - 1; at >= 0; at--) {
    const group = issues.groups[at]!;
    const third = (["both", "b", "a"] as const)
      .flatMap((cell) => group.lines.filter((draft) => draft.cell === cell).slice(2))
      .find((draft) => !draft.fixed);
    if (!third) continue;
    const shorter = { ...group, lines: group.lines.filter((draft) => draft !== third) };
    const rest = sections.map((section) =>
      section === issues ? { ...issues, groups: issues.groups.map((other) => (other === group ? shorter : other)) } : section,
    );
    return toAnnex(rest, group.title, third);
  }
  return null;
}

function toAnnex(sections: readonly DraftSection[], title: string | null, draft: DraftLine): readonly DraftSection[] {
  const annex = sections.find(({ id }) => id === "annex");
  if (!annex)
    return [...sections, { id: "annex", number: null, title: "Annex: further points", groups: [{ title, hint: null, lines: [draft] }] }];
  const known = annex.groups.some((group) => group.title === title);
  const groups = known
    ? annex.groups.map((group) => (group.title === title ? { ...group, lines: [draft, ...group.lines] } : group))
    : [...annex.groups, { title, hint: null, lines: [draft] }];
  return sections.map((section) => (section === annex ? { ...annex, groups } : section));
}

/** Cuts in a fixed order until the brief is short enough: chronology, third parties, quotations, then third lines of cells. */
export function cutToLength(sections: readonly DraftSection[], sources: number): readonly DraftSection[] {
  const limit = sources === 1 ? MAX_WORDS.single : MAX_WORDS.many;
  let current = sections;
  for (const id of ["chronology", "third-parties", "quotations"] as const) {
    while (wordsOf(current) > limit) {
      const next = withoutLast(current, id);
      if (!next) break;
      current = next;
    }
  }
  while (wordsOf(current) > limit) {
    const next = withoutThird(current);
    if (!next) break;
    current = next;
  }
  return current;
}

/** Words of the annex: a page. */
const MAX_ANNEX = 550;

/** What can be used at the table: figures, conditions and refusals first, then what two sources tell. */
function weightOf(draft: DraftLine): number {
  const text = draftText(draft);
  const documents = new Set(draft.segments.flatMap(({ cite }) => cite?.pointers.map(({ document }) => document) ?? []));
  return (
    (draft.fixed ? 5 : 0) +
    (/\d/.test(text) ? 2 : 0) +
    (/\b(?:if|unless|not|no|refus\p{Ll}+|oppos\p{Ll}+|wants?|asks?|offer\p{Ll}*|Concern)\b/u.test(text) ? 1 : 0) +
    (documents.size > 1 ? 1 : 0)
  );
}

/** The annex held to a page: its weightiest lines, in their order; `left` counts what is left out. */
export function cutAnnex(sections: readonly DraftSection[]): { readonly sections: readonly DraftSection[]; readonly left: number } {
  const annex = sections.find(({ id }) => id === "annex");
  if (!annex) return { sections, left: 0 };
  const lines = annex.groups.flatMap((group) => group.lines);
  const ranked = lines
    .map((draft, index) => ({ draft, index, weight: weightOf(draft) }))
    .sort((x, y) => y.weight - x.weight || x.index - y.index);
  const kept = new Set<DraftLine>();
  let words = 0;
  for (const { draft } of ranked) {
    words += countWords(draftText(draft));
    if (words > MAX_ANNEX) break;
    kept.add(draft);
  }
  const groups = annex.groups
    .map((group) => ({ ...group, lines: group.lines.filter((draft) => kept.has(draft)) }))
    .filter((group) => group.lines.length > 0);
  const rest = sections.flatMap((section) => (section !== annex ? section : groups.length > 0 ? { ...annex, groups } : []));
  return { sections: rest, left: lines.length - kept.size };
}
