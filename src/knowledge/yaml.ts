// YAML files of lists of mappings, read entry by entry: what is wrong is reported with its line, and the rest is read.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type * as Yaml from "yaml";

/** One entry of a list, with the line it begins on. */
export interface YamlEntry {
  readonly fields: Readonly<Record<string, unknown>>;
  readonly line: number;
}

type Report = (line: number, reason: string) => void;

/** Files above this size are refused: an overlay of this kind never comes near it. */
const MAX_BYTES = 4_000_000;

/** The parser is loaded with the first file: without a user's layer it is never needed, and costs 4 MB and 20 ms. */
const parser = (): typeof Yaml => createRequire(import.meta.url)("yaml") as typeof Yaml;

/** The entries of each of `sections` in the file at `path`, in the file's order; nothing of a file that is no YAML. */
export function readYamlList(path: string, sections: readonly string[], report: Report): Readonly<Record<string, readonly YamlEntry[]>> {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    report(1, `the file cannot be read: ${(error as Error).message}`);
    return {};
  }
  if (text.length > MAX_BYTES) {
    report(1, `the file is larger than ${MAX_BYTES} bytes`);
    return {};
  }
  const { isMap, isScalar, isSeq, LineCounter, parseDocument } = parser();
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, prettyErrors: false });
  const lineOf = (node: unknown): number => counter.linePos((node as Yaml.Node | null | undefined)?.range?.[0] ?? 0).line;
  if (document.errors.length > 0) {
    for (const error of document.errors) report(counter.linePos(error.pos[0]).line, `not valid YAML (${error.message.split("\n")[0]})`);
    return {};
  }
  const top = document.contents;
  if (top === null) return {};
  if (!isMap(top)) {
    report(1, `the file must be a mapping with ${sections.slice(0, -1).join(", ")} or ${sections.at(-1)}`);
    return {};
  }
  const out: Record<string, YamlEntry[]> = {};
  for (const { key, value } of top.items) {
    const section = isScalar(key) ? String(key.value) : "";
    if (!sections.includes(section)) {
      report(lineOf(key), `unknown section “${section}”`);
      continue;
    }
    const entries = out[section] ?? [];
    out[section] = entries;
    if (value === null || (isScalar(value) && value.value === null)) continue;
    if (!isSeq(value)) {
      report(lineOf(value), `${section} must be a list`);
      continue;
    }
    for (const item of value.items) {
      if (isMap(item)) entries.push({ fields: item.toJSON() as YamlEntry["fields"], line: lineOf(item) });
      else report(lineOf(item), "each entry must be a mapping");
    }
  }
  return out;
}
