// Reads TimeML files: plain text of the body, publication day, and TIMEX3 annotations with offsets into that text.
import type { Span } from "../../src/model/index.ts";

export interface GoldTime extends Span {
  readonly text: string;
  readonly type: string;
  readonly value: string;
}

export interface TimeDocument {
  readonly text: string;
  readonly published: string | null;
  readonly times: readonly GoldTime[];
}

const ENTITIES: Readonly<Record<string, string>> = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&apos;": "'" };
const attribute = (tag: string, name: string): string => new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1] ?? "";

export function readTimeMl(source: string): TimeDocument {
  const created = /<TIMEX3[^>]*functionInDocument="(?:CREATION|PUBLICATION)_TIME"[^>]*>/.exec(source)?.[0] ?? "";
  const value = /^\d{4}-\d{2}-\d{2}/.exec(attribute(created, "value"))?.[0] ?? null;
  const body = /<TEXT>([\s\S]*?)<\/TEXT>/.exec(source)?.[1] ?? "";
  const times: GoldTime[] = [];
  let text = "";
  let open: { tag: string; start: number } | null = null;
  for (const piece of body.match(/<[^>]*>|&\w+;|[^<&]+|[<&]/g) ?? []) {
    if (piece.startsWith("<TIMEX3")) open = { tag: piece, start: text.length };
    else if (piece === "</TIMEX3>" && open !== null) {
      const { tag, start } = open;
      open = null;
      if (text.length > start && tag !== created)
        times.push({ start, end: text.length, text: text.slice(start), type: attribute(tag, "type"), value: attribute(tag, "value") });
    } else if (!piece.startsWith("<") || piece === "<") text += ENTITIES[piece] ?? piece;
  }
  return { text, published: value, times };
}
