// Markdown → draft: front matter read, marks of emphasis, links and headings taken off, hard-wrapped lines joined.
import { parse as parseYaml } from "yaml";
import type { Published, Removal } from "../model/index.ts";
import { type Draft, EMPTY_DRAFT } from "./draft.ts";
import { machineMoment } from "./metadata/moment.ts";
import { joinNames, persons } from "./metadata/names.ts";
import { writtenDates } from "./metadata/written.ts";
import { fold } from "./whitespace.ts";

const FRONT_MATTER = /^\uFEFF?---[ \t]*\r?\n([\s\S]{0,20000}?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/;

type Fields = ReadonlyMap<string, string>;

/** The front matter's plain fields, names in lower case with `_`; unreadable YAML gives none. */
function frontMatter(text: string): { readonly fields: Fields; readonly body: string } {
  const m = FRONT_MATTER.exec(text);
  if (!m) return { fields: new Map(), body: text };
  const fields = new Map<string, string>();
  try {
    // The failsafe schema keeps every value as it is written: dates stay strings. Aliases are refused, so nothing expands.
    const data: unknown = parseYaml(m[1]!, { schema: "failsafe", maxAliasCount: 0, logLevel: "silent" });
    if (typeof data === "object" && data !== null) {
      for (const [name, value] of Object.entries(data)) {
        const one: unknown = Array.isArray(value) ? value.join(", ") : value;
        if (typeof one === "string" && one.trim()) fields.set(name.toLowerCase().replace(/[-\s]/g, "_"), fold(one));
      }
    }
  } catch {
    // A body without its metadata is still worth reading.
  }
  return { fields, body: text.slice(m[0].length) };
}

const first = (fields: Fields, ...names: string[]): string | null => {
  for (const name of names) {
    const value = fields.get(name);
    if (value) return value;
  }
  return null;
};

function moment(value: string | null): { readonly value: string; readonly precision: Published["precision"] } | null {
  if (!value) return null;
  return machineMoment(value) ?? writtenDates(value, "mdy")[0] ?? null;
}

/** The fuller of a date and a date-time of the same day; the named field it came from. */
function publishedOf(fields: Fields): Published | null {
  let best: Published | null = null;
  for (const name of ["published_time", "published_at", "published", "date", "pubdate", "publish_date", "created"]) {
    const found = moment(fields.get(name) ?? null);
    if (found && (best === null || (best.precision === "day" && found.precision !== "day"))) {
      best = { value: found.value, precision: found.precision, source: `front-matter:${name}` };
    }
  }
  return best;
}

/** Takes the marks of inline Markdown off a paragraph; the words stay. */
export function plainInline(text: string): string {
  return fold(
    text
      .replace(/!\[([^\]\n]{0,500})\]\([^()\s]{0,2000}(?:\s"[^"]{0,300}")?\)/g, "")
      .replace(/\[([^\]\n]{0,1000})\]\((?:[^()\s]|\([^()\s]{0,200}\)){0,2000}(?:\s"[^"]{0,300}")?\)/g, "$1")
      .replace(/\[([^\]\n]{1,500})\]\[[^\]\n]{0,100}\]/g, "$1")
      .replace(/<(https?:\/\/[^<>\s]{1,2000})>/g, "$1")
      .replace(/<\/?[a-zA-Z][^<>]{0,300}>/g, " ")
      .replace(/(?<![\\\w])\*{1,3}(?=\S)|(?<=\S)(?<!\\)\*{1,3}(?!\w)/g, "")
      .replace(/(?<![\\\p{L}\p{N}])_{1,3}(?=\S)|(?<=[^\s\\])_{1,3}(?![\p{L}\p{N}])/gu, "")
      .replace(/`{1,3}([^`\n]{1,500})`{1,3}/g, "$1")
      .replace(/\\([\\`*_{}[\]()#+\-.!~<>|"'$])/g, "$1")
      .replace(/&nbsp;/g, " ")
      .replace(/&amp;/g, "&")
      .replace(/&lt;/g, "<")
      .replace(/&gt;/g, ">")
      .replace(/&quot;/g, '"'),
  );
}

/** Reads Markdown. */
export function readMarkdown(input: string): Draft {
  const { fields, body } = frontMatter(input);
  const paragraphs: string[] = [];
  const removals: Removal[] = [];
  let title = first(fields, "title", "headline");
  let current: string[] = [];
  const flush = (): void => {
    if (current.length > 0) {
      const text = plainInline(current.join(" "));
      if (text) paragraphs.push(text);
    }
    current = [];
  };
  let fenced = false;
  for (const raw of body.split(/\r\n|[\n\r\u2028\u2029]/)) {
    const line = raw.trimEnd();
    const bare = line
      .trim()
      .replace(/^(?:>\s?)+/, "")
      .trim();
    if (/^(?:```|~~~)/.test(bare)) {
      flush();
      fenced = !fenced;
      continue;
    }
    if (!bare) {
      flush();
      continue;
    }
    const heading = /^#{1,6}\s+(.*?)\s*#*$/.exec(bare);
    if (heading && !fenced) {
      flush();
      const text = plainInline(heading[1]!);
      if (title === null && paragraphs.length === 0 && /^#\s/.test(bare)) {
        title = text;
        removals.push({ step: "title", reason: "headline", text });
      } else if (text) paragraphs.push(text);
      continue;
    }
    if (/^(?:=+|-+)$/.test(bare) && current.length === 1 && bare.length >= 3) {
      flush();
      continue;
    }
    if (/^(?:(?:\*\s?){3,}|(?:-\s?){3,}|(?:_\s?){3,})$/.test(bare)) {
      flush();
      paragraphs.push("***");
      continue;
    }
    if (/^\|?[\s:|-]+\|[\s:|-]*$/.test(bare)) continue;
    const item = /^(?:[-*+•]|\d{1,3}[.)])\s+/.exec(bare);
    if (item || bare.startsWith("|")) flush();
    current.push(
      bare.startsWith("|")
        ? bare.replace(/^\||\|$/g, "").replace(/\s*\|\s*/g, " | ")
        : item && !/^\d/.test(item[0])
          ? bare.slice(item[0].length)
          : bare,
    );
    // Two spaces at the end of a line, or a backslash, break it.
    if (/(?: {2}|\\)$/.test(raw.replace(/\s+$/, (end) => (end.length >= 2 ? "  " : "")))) flush();
  }
  flush();
  const modified = moment(first(fields, "modified_time", "modified", "updated", "lastmod"));
  return {
    ...EMPTY_DRAFT,
    url: first(fields, "source_url", "canonical_url", "canonical", "url", "link"),
    site: first(fields, "site", "site_name", "publisher", "source"),
    title,
    author: joinNames(persons([first(fields, "author", "authors", "byline") ?? ""].filter(Boolean), null)),
    published: publishedOf(fields),
    modified: modified?.value ?? null,
    language: first(fields, "lang", "language"),
    sections: [first(fields, "section", "category"), first(fields, "tags")]
      .filter((s): s is string => s !== null)
      .flatMap((s) => s.split(/\s*,\s*/)),
    paragraphs,
    removals,
  };
}
