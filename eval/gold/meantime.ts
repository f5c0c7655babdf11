// Reads MEANTIME (CAT XML): tokens of a Wikinews article as a text, its day, and the spans of its VALUE mentions. Only the first six sentences are annotated.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Span } from "../../src/model/index.ts";

export interface ValueDocument {
  readonly text: string;
  readonly published: string | null;
  readonly values: readonly (Span & { readonly type: string })[];
  /** End of the annotated part of the text. */
  readonly annotated: number;
}

/** Sentences of each article that were annotated. */
const SENTENCES = 6;
const ENTITIES: Readonly<Record<string, string>> = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&apos;": "'" };

/** All articles of a folder and its subfolders, in order of name. */
export function readMeantime(folder: string): readonly ValueDocument[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".xml"))
    .sort()
    .map((name) => readArticle(readFileSync(join(folder, name), "utf8")));
}

function readArticle(source: string): ValueDocument {
  const offsets = new Map<string, Span>();
  let text = "";
  let previous = { sentence: -1, word: "" };
  let annotated = 0;
  for (const [, number = "", id = "", raw = ""] of source.matchAll(/<token number="\d+" sentence="(\d+)" t_id="(\d+)">([^<]*)<\/token>/g)) {
    const sentence = Number(number);
    const word = raw.replace(/&\w+;/g, (entity) => ENTITIES[entity] ?? entity);
    if (text !== "") text += gap(previous, sentence, word);
    offsets.set(id, { start: text.length, end: text.length + word.length });
    text += word;
    previous = { sentence, word };
    if (sentence < SENTENCES) annotated = text.length;
  }
  const values: (Span & { type: string })[] = [];
  for (const [, type = "", body = ""] of source.matchAll(/<VALUE[^>]*type="(\w*)"[^>]*>([\s\S]*?)<\/VALUE>/g)) {
    const ids = [...body.matchAll(/t_id="(\d+)"/g)].map(([, id = ""]) => id);
    const first = offsets.get(ids[0] ?? "");
    const last = offsets.get(ids.at(-1) ?? "");
    if (first !== undefined && last !== undefined) values.push({ start: first.start, end: last.end, type });
  }
  return { text, published: /CREATION_TIME"[^>]*value="(\d{4}-\d{2}-\d{2})/.exec(source)?.[1] ?? null, values, annotated };
}

/** White space before a token: the corpus gives none. */
function gap(previous: { readonly sentence: number; readonly word: string }, sentence: number, word: string): string {
  if (sentence !== previous.sentence) return previous.sentence < 2 ? "\n\n" : " ";
  return /^[,.;:!?)\]%’”]|^'s$|^n't$|^''$/.test(word) || /[([$€£“]$|^``$/.test(previous.word) ? "" : " ";
}
