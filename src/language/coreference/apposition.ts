// Apposition: the name that stands beside a noun phrase and says who it is.
import type { Cell, Discourse } from "./discourse.ts";

/** The name before a singular noun phrase that stands between commas right after it, whatever the parse made of it. */
function between(d: Discourse, cell: Cell): Cell | null {
  const { from, to, sentence } = cell.mention;
  if (cell.candidate.number === "plur" || d.tokens[from]!.upos !== "DET") return null;
  if (d.tokens[from - 1]?.text !== "," || !/^[,.;]$/.test(d.tokens[to]?.text ?? "")) return null;
  return (
    d.bySentence[sentence]!.find(
      (c) => c.mention.to === from - 1 && (c.candidate.sort === "organisation" || c.candidate.sort === "person"),
    ) ?? null
  );
}

/** Tokens that may stand between an apposition and what it explains: `his predecessor but two, NAME`. */
const MAX_GAP = 4;

/** Whether one mention follows another after a comma, a dash or a bracket, with nothing coordinated between. */
function adjacent(d: Discourse, first: Cell, second: Cell): boolean {
  const gap = d.tokens.slice(first.mention.to, second.mention.from);
  if (second.mention.from < first.mention.to || gap.length > MAX_GAP) return false;
  return gap.length === 0 || (gap.some((t) => /^[,(–—-]$/.test(t.text)) && !gap.some((t) => t.lemma === "and" || t.lemma === "or"));
}

/** `SoftBank, a Japanese technology group` and `His predecessor, Shinzo Abe`: the name beside a noun says who it is. */
export function apposition(d: Discourse, cell: Cell): Cell | null {
  if (cell.candidate.name) return null;
  const { head, deprel } = d.tokens[cell.mention.head]!;
  const beside = deprel === "appos" ? head : d.tree.children(cell.mention.head).find((c) => d.tokens[c]!.deprel === "appos");
  if (beside === undefined) return between(d, cell);
  const other = d.bySentence[cell.mention.sentence]!.find((c) => c !== cell && c.mention.head === beside);
  if (!other?.candidate.name || other.mention.actors.length !== 1 || other.mention.form === "state") return null;
  return adjacent(d, cell, other) || adjacent(d, other, cell) ? other : null;
}
