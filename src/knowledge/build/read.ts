// Reading the raw sources: CSV, the small XML of the Historian's data, YAML and JSON files.
import { readFileSync } from "node:fs";
import { parse } from "yaml";

/** Rows of a CSV file with a header line, as records. Quoted fields may hold commas, quotes and line ends. */
export function readCsv(path: string): readonly Readonly<Record<string, string>>[] {
  const rows = csvRows(readFileSync(path, "utf8").replace(/^\uFEFF/, ""));
  const header = rows[0] ?? [];
  return rows.slice(1).map((row) => Object.fromEntries(header.map((name, i) => [name, row[i] ?? ""])));
}

function csvRows(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row: string[] = [];
  let field = "";
  let quoted = false;
  for (let i = 0; i < text.length; i += 1) {
    const c = text[i]!;
    if (quoted) {
      if (c !== '"') field += c;
      else if (text[i + 1] === '"') {
        field += '"';
        i += 1;
      } else quoted = false;
    } else if (c === '"') quoted = true;
    else if (c === ",") {
      row.push(field);
      field = "";
    } else if (c === "\n") {
      row.push(field.replace(/\r$/, ""));
      rows.push(row);
      row = [];
      field = "";
    } else field += c;
  }
  if (field !== "" || row.length > 0) {
    row.push(field);
    rows.push(row);
  }
  return rows;
}

export function readJson<T>(path: string): T {
  return JSON.parse(readFileSync(path, "utf8")) as T;
}

export function readYaml<T>(path: string): T {
  return parse(readFileSync(path, "utf8")) as T;
}

/** Elements `<name …>…</name>` of a flat XML text, without nesting of the same name. */
export function elements(xml: string, name: string): readonly string[] {
  const out: string[] = [];
  const open = `<${name}`;
  const close = `</${name}>`;
  for (let at = xml.indexOf(open); at >= 0; at = xml.indexOf(open, at + 1)) {
    const after = xml[at + open.length];
    if (after !== ">" && after !== " " && after !== "\n") continue;
    const start = xml.indexOf(">", at);
    const end = xml.indexOf(close, start);
    if (start < 0 || end < 0) break;
    out.push(
      xml
        .slice(start + 1, end)
        .replace(/\s+/g, " ")
        .trim(),
    );
    at = end;
  }
  return out;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: "&", quot: '"', apos: "'", lt: "<", gt: ">", nbsp: " " };
const ACCENTS: Readonly<Record<string, string>> = {
  acute: "\u0301",
  grave: "\u0300",
  circ: "\u0302",
  tilde: "\u0303",
  uml: "\u0308",
  cedil: "\u0327",
};

/** HTML character references of Latin letters resolved: `C&ocirc;te` → `Côte`. */
export function latin(text: string): string {
  return text
    .replace(/&([A-Za-z])(acute|grave|circ|tilde|uml|cedil);/g, (_, letter: string, accent: string) => `${letter}${ACCENTS[accent]}`)
    .replace(/&(amp|quot|apos|lt|gt|nbsp);/g, (_, name: string) => ENTITIES[name]!)
    .normalize("NFC");
}
