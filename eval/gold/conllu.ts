// Reads CoNLL-U documents as raw texts with the spans of their tokens (syntactic words), their heads, and sentences.
import type { Span } from "../../src/model/index.ts";

export interface GoldToken extends Span {
  /** Position of the head in the document's tokens; -1 for a root. */
  readonly head: number;
  readonly deprel: string;
}

export interface GoldText {
  readonly id: string;
  readonly text: string;
  readonly tokens: readonly GoldToken[];
  readonly sentences: readonly Span[];
}

/** A syntactic word: its form, number of its head in the sentence, relation. */
interface Word {
  readonly form: string;
  readonly head: number;
  readonly deprel: string;
}

interface Draft {
  id: string;
  text: string;
  tokens: { start: number; end: number; head: number; deprel: string }[];
  sentences: Span[];
}

/**
 * Documents of a CoNLL-U file, their text rebuilt from the forms, `SpaceAfter=No` and `# newpar` (a blank line).
 * Words of a multiword token are slices of it where their forms add up to it; else the token counts as one word, with the head of its first.
 */
export function readConlluTexts(source: string): readonly GoldText[] {
  const documents: Draft[] = [];
  let draft: Draft = { id: "", text: "", tokens: [], sentences: [] };
  let space = "";
  let start = -1;
  let range: { last: number; words: Word[]; surface: string; after: string } | null = null;
  /** First token of the sentence, and the token of each of its words. */
  let first = 0;
  let tokenOf: number[] = [];
  const append = (surface: string, words: readonly Word[], after: string): void => {
    draft.text += space;
    let at = draft.text.length;
    if (start < 0) start = at;
    draft.text += surface;
    const whole = words.map((w) => w.form).join("") !== surface;
    const parts = whole ? [{ ...words[0]!, form: surface }] : words;
    words.forEach((_, i) => {
      tokenOf.push(draft.tokens.length + (whole ? 0 : i));
    });
    for (const { form, head, deprel } of parts) {
      draft.tokens.push({ start: at, end: at + form.length, head, deprel });
      at += form.length;
    }
    space = after;
  };
  const closeSentence = (): void => {
    if (start >= 0) draft.sentences.push({ start, end: draft.text.length });
    for (const token of draft.tokens.slice(first)) token.head = token.head === 0 ? -1 : tokenOf[token.head - 1]!;
    start = -1;
    first = draft.tokens.length;
    tokenOf = [];
  };
  for (const line of source.split("\n")) {
    if (line.startsWith("# newdoc") || documents.length === 0) {
      draft = { id: line.split("=")[1]?.trim() ?? "", text: "", tokens: [], sentences: [] };
      documents.push(draft);
      space = "";
      first = 0;
    } else if (line.startsWith("# newpar") && !line.startsWith("# newpar_")) {
      space = draft.text === "" ? "" : "\n\n";
    } else if (line === "") {
      closeSentence();
    } else if (!line.startsWith("#")) {
      const [id = "", form = "", , , , , head = "", deprel = "", , misc = ""] = line.split("\t");
      const after = misc.split("|").includes("SpaceAfter=No") ? "" : " ";
      if (id.includes(".")) continue;
      const word = { form, head: Number(head), deprel };
      if (id.includes("-")) range = { last: Number(id.split("-")[1]), words: [], surface: form, after };
      else if (range === null) append(form, [word], after);
      else {
        range.words.push(word);
        if (Number(id) === range.last) {
          append(range.surface, range.words, range.after);
          range = null;
        }
      }
    }
  }
  return documents;
}
