// JSON-LD of a page: the article it describes, read tolerantly, since much of it in the wild is broken.
import { attribute, type Element, elements, type Page, rawText } from "../html/dom.ts";
import { unescapeAgain } from "../html/entities.ts";
import { fold } from "../whitespace.ts";

export interface LinkedData {
  readonly headline: string | null;
  readonly authors: readonly string[];
  readonly publisher: string | null;
  /** Name of the web site, where it is given apart from the article. */
  readonly site: string | null;
  readonly published: readonly string[];
  readonly modified: readonly string[];
  readonly url: string | null;
  readonly language: string | null;
  readonly sections: readonly string[];
  readonly body: string | null;
  readonly type: string | null;
  /** Whether it says that the article is not free to read. */
  readonly paid: boolean;
}

type Json = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Json => typeof value === "object" && value !== null && !Array.isArray(value);
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : value === undefined || value === null ? [] : [value]);

/** Parses a script's text; line breaks inside strings, trailing commas, comment wrappers and semicolons are forgiven. */
function parseTolerant(raw: string): unknown {
  const text = raw
    .replace(/^\s*(?:<!--|\/\*<!\[CDATA\[\*\/|\/\/<!\[CDATA\[|<!\[CDATA\[)/, "")
    .replace(/(?:-->|\/\*\]\]>\*\/|\/\/\]\]>|\]\]>)\s*$/, "")
    .trim();
  const attempts = [
    (s: string) => s,
    (s: string) =>
      s
        .replace(/\p{Cc}+/gu, " ")
        .replace(/,\s*(?=[}\]])/g, "")
        .replace(/;$/, ""),
  ];
  for (const attempt of attempts) {
    try {
      return JSON.parse(attempt(text));
    } catch {
      // The next attempt repairs more; what no attempt reads is left out.
    }
  }
  return null;
}

/** Every object inside `roots`, without recursion; at most 5,000. */
function objects(roots: readonly unknown[]): Json[] {
  const found: Json[] = [];
  const stack = [...roots].reverse();
  while (stack.length > 0 && found.length < 5000) {
    const value = stack.pop();
    if (Array.isArray(value)) for (let i = value.length - 1; i >= 0; i--) stack.push(value[i]);
    else if (isObject(value)) {
      found.push(value);
      const inner = Object.values(value).filter((v) => typeof v === "object");
      for (let i = inner.length - 1; i >= 0; i--) stack.push(inner[i]);
    }
  }
  return found;
}

const typesOf = (node: Json): string[] => list(node["@type"]).filter((t) => typeof t === "string");
const ARTICLE = /(?:article|posting|report|statement|pressrelease)$/i;
const PAGE = /^(?:webpage|itempage|aboutpage|videoobject|recipe|event|creativework|website)$/i;

const text = (value: unknown): string | null => {
  const first = list(value)[0];
  if (typeof first === "string") return unescapeAgain(fold(first)) || null;
  if (isObject(first)) return text(first.name ?? first["@value"] ?? null);
  return null;
};

function names(value: unknown, byId: ReadonlyMap<string, Json>): string[] {
  const found: string[] = [];
  for (const entry of list(value)) {
    if (typeof entry === "string") found.push(unescapeAgain(fold(entry)));
    else if (isObject(entry)) {
      const node = entry.name === undefined && typeof entry["@id"] === "string" ? (byId.get(entry["@id"]) ?? entry) : entry;
      for (const name of list(node.name)) if (typeof name === "string") found.push(unescapeAgain(fold(name)));
    }
  }
  return found.filter(Boolean);
}

const strings = (value: unknown): string[] =>
  list(value)
    .filter((v): v is string => typeof v === "string")
    .map(fold)
    .filter(Boolean);

const isLinkedData = (element: Element): boolean =>
  element.tagName === "script" && /^application\/ld\+json/i.test(attribute(element, "type")?.trim() ?? "");

/** The values of a key in text that is no JSON: the last resort for broken scripts. */
function grep(raw: string, key: string): string[] {
  return [...raw.matchAll(new RegExp(`"${key}"\\s*:\\s*"([^"\\\\]{4,300})"`, "g"))].map((m) => fold(m[1]!));
}

/** What the page's JSON-LD says of its article; null where there is none. */
export function linkedData(page: Page): LinkedData | null {
  const raw = elements(page, isLinkedData).map(rawText);
  if (raw.length === 0) return null;
  const nodes = objects(raw.map(parseTolerant));
  const byId = new Map<string, Json>();
  for (const node of nodes) if (typeof node["@id"] === "string" && node.name !== undefined) byId.set(node["@id"], node);
  const rank = (node: Json): number => {
    const types = typesOf(node);
    if (types.some((t) => ARTICLE.test(t))) return node.headline !== undefined || node.articleBody !== undefined ? 3 : 2;
    return types.some((t) => PAGE.test(t)) && node.datePublished !== undefined ? 1 : 0;
  };
  let best: Json | null = null;
  for (const node of nodes) if (rank(node) > 0 && (best === null || rank(node) > rank(best))) best = node;
  const organisation = nodes.find(
    (node) => typesOf(node).some((t) => /^(?:newsmedia)?organization$|^website$/i.test(t)) && typeof node.name === "string",
  );
  if (!best) {
    const joined = raw.join("\n").slice(0, 200_000);
    return {
      headline: grep(joined, "headline")[0] ?? null,
      authors: [],
      publisher: null,
      site: text(organisation?.name),
      published: grep(joined, "datePublished"),
      modified: grep(joined, "dateModified"),
      url: null,
      language: null,
      sections: [],
      body: null,
      type: null,
      paid: false,
    };
  }
  const body = strings(best.articleBody).sort((a, b) => b.length - a.length)[0];
  const rawBody = list(best.articleBody).find((v): v is string => typeof v === "string" && fold(v) === body);
  const published = [...strings(best.datePublished), ...strings(best.dateCreated), ...strings(best.uploadDate)];
  return {
    headline: text(best.headline) ?? text(best.name),
    authors: names(best.author ?? best.creator, byId),
    publisher: names(best.publisher, byId)[0] ?? null,
    site: text(organisation?.name),
    published,
    modified: strings(best.dateModified),
    url:
      strings(best.url)[0] ??
      strings(best.mainEntityOfPage)[0] ??
      strings(isObject(best.mainEntityOfPage) ? best.mainEntityOfPage["@id"] : null)[0] ??
      null,
    language: text(best.inLanguage),
    sections: [...strings(best.articleSection), ...strings(best.genre)],
    body: rawBody ?? null,
    type: typesOf(best)[0] ?? null,
    paid: /^false$/i.test(String(best.isAccessibleForFree)),
  };
}
