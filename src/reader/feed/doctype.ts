// The document type declaration of a feed: where it ends, what it says, and the harmless entities it declares.

export interface Doctype {
  /** The declaration as written; empty where there is none. */
  readonly text: string;
  /** Names of entities → their replacement. */
  readonly entities: ReadonlyMap<string, string>;
  /** The text of the feed without the declaration. */
  readonly rest: string;
}

const NONE: ReadonlyMap<string, string> = new Map();

/** How far into the text a declaration is looked for; only comments and processing instructions stand before it. */
const PROLOG = 20_000;

/** The end of a declaration that starts at `start`: the first `>` outside quotes and brackets. */
function endOf(text: string, start: number): number {
  let depth = 0;
  let quote = "";
  for (let i = start; i < text.length; i++) {
    const c = text[i]!;
    if (quote !== "") {
      if (c === quote) quote = "";
    } else if (c === '"' || c === "'") quote = c;
    else if (c === "[") depth++;
    else if (c === "]") depth--;
    else if (c === ">" && depth <= 0) return i + 1;
  }
  return -1;
}

/**
 * Entities that stand for plain characters. One whose value names another entity or carries markup is left out: no chain of entities can grow,
 * and none can put elements into the feed. External entities are never looked at.
 */
function harmless(text: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [, name, , value] of text.matchAll(/<!ENTITY\s{1,20}([\w.-]{1,60})\s{1,20}(["'])([^"'&<%]{0,100})\2\s{0,20}>/g)) {
    if (found.size < 200) found.set(name!, value!);
  }
  return found;
}

/** Takes the document type declaration off a feed. A declaration that never ends is left where it is. */
export function splitDoctype(text: string): Doctype {
  const start = text.slice(0, PROLOG).search(/<!doctype\s/i);
  const root = text.slice(0, PROLOG).search(/<[\w]/);
  const end = start < 0 || (root >= 0 && root < start) ? -1 : endOf(text, start);
  if (end < 0) return { text: "", entities: NONE, rest: text };
  const declaration = text.slice(start, end);
  return { text: declaration, entities: harmless(declaration), rest: text.slice(0, start) + text.slice(end) };
}
