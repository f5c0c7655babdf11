// Reads CoNLL-U documents as raw texts with the spans of their tokens (syntactic words) and sentences.
import type { Span } from "../../src/model/index.ts";

export interface GoldText {
  readonly id: string;
  readonly text: string;
  readonly tokens: readonly Span[];
  readonly sentences: readonly Span[];
}

interface Draft {
  id: string;
  text: string;
  tokens: Span[];
  sentences: Span[];
}

/**
 * Documents of a CoNLL-U file, their text rebuilt from the forms, `SpaceAfter=No` and `# newpar` (a blank line).
 * Words of a multiword token are slices of it where their forms add up to it; else the token counts as one word.
 */
export function readConlluTexts(source: string): readonly GoldText[] {
  const documents: Draft[] = [];
  let draft: Draft = { id: "", text: "", tokens: [], sentences: [] };
  let space = "";
  let start = -1;
  let range: { last: number; forms: string[]; surface: string; after: string } | null = null;
  const append = (surface: string, forms: readonly string[], after: string): void => {
    draft.text += space;
    let at = draft.text.length;
    if (start < 0) start = at;
    draft.text += surface;
    const parts = forms.join("") === surface ? forms : [surface];
    for (const part of parts) {
      draft.tokens.push({ start: at, end: at + part.length });
      at += part.length;
    }
    space = after;
  };
  for (const line of source.split("\n")) {
    if (line.startsWith("# newdoc") || documents.length === 0) {
      draft = { id: line.split("=")[1]?.trim() ?? "", text: "", tokens: [], sentences: [] };
      documents.push(draft);
      space = "";
    } else if (line.startsWith("# newpar") && !line.startsWith("# newpar_")) {
      space = draft.text === "" ? "" : "\n\n";
    } else if (line === "") {
      if (start >= 0) draft.sentences.push({ start, end: draft.text.length });
      start = -1;
    } else if (!line.startsWith("#")) {
      const [id = "", form = "", , , , , , , , misc = ""] = line.split("\t");
      const after = misc.split("|").includes("SpaceAfter=No") ? "" : " ";
      if (id.includes(".")) continue;
      if (id.includes("-")) range = { last: Number(id.split("-")[1]), forms: [], surface: form, after };
      else if (range === null) append(form, [form], after);
      else {
        range.forms.push(form);
        if (Number(id) === range.last) {
          append(range.surface, range.forms, range.after);
          range = null;
        }
      }
    }
  }
  return documents;
}
