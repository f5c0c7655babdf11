// Feed XML as a tree, by htmlparser2: forgiving of what feeds in the wild get wrong, strict about size, depth and entities.
import { decodeHTMLStrict } from "entities";
import { Parser } from "htmlparser2";
import { splitDoctype } from "./doctype.ts";
import { OWN, prefixOf, usualPrefix } from "./namespaces.ts";
import { resolve } from "./resolve.ts";

export interface XmlElement {
  /** The vocabulary, by the prefix of namespaces.ts. */
  readonly prefix: string;
  /** Name without prefix, in lower case. */
  readonly name: string;
  /** Name as the feed writes it, with its prefix. */
  readonly written: string;
  /** Names in lower case, with a prefix where they belong to a vocabulary: `rdf:about`. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly (XmlElement | string)[];
  /** The address that relative links inside start from: `xml:base` over the bases around it. */
  readonly base: string | null;
  /** `xml:lang`, own or inherited. */
  readonly language: string | null;
  /** Whether the text ended before the element did. */
  readonly cut: boolean;
}

export interface XmlDocument {
  readonly roots: readonly XmlElement[];
  readonly doctype: string;
  /** Addresses of the vocabularies declared anywhere, as written. */
  readonly vocabularies: ReadonlySet<string>;
}

/** Deepest nesting; feeds have ten levels, XHTML in them some thirty. */
const DEEPEST = 200;
/** Most elements: 2,000 items of a hundred each, and as much again. One takes some 300 bytes. */
const MOST_ELEMENTS = 400_000;
/** Most prefixes known at one place, and elements that declare some: feeds declare up to thirty, and an item has a few pieces of XHTML that do. */
const MOST_PREFIXES = 50;
const MOST_DECLARING = 50_000;
/** Most characters that the feed's own entities may add, so that a short name for a long value cannot swell the text. */
const ENTITY_GROWTH = 1_000_000;

const NONE = new Map<string, string>();

type Open = { -readonly [K in keyof XmlElement]: XmlElement[K] } & {
  readonly children: (XmlElement | string)[];
  readonly scope: ReadonlyMap<string, string>;
};

/** A decoder of character references: the feed's own, XML's and HTML's; unknown ones stay as they are. */
function decoder(own: ReadonlyMap<string, string>): (text: string) => string {
  let growth = 0;
  return (text) => {
    if (!text.includes("&")) return text;
    const expanded =
      own.size === 0
        ? text
        : text.replace(/&([\w.-]{1,60});/g, (reference, name: string) => {
            const value = own.get(name);
            if (value === undefined || growth > ENTITY_GROWTH) return reference;
            growth += value.length;
            return value;
          });
    return decodeHTMLStrict(expanded);
  };
}

/** `xml:base` over the base around it; one that is no address changes nothing. */
function baseOf(stated: string | undefined, outer: string | null): string | null {
  if (stated === undefined || !URL.canParse(stated.trim(), outer ?? undefined)) return outer;
  return new URL(stated.trim(), outer ?? undefined).href;
}

/** `xmlns` declarations of a start tag on top of those around it; their addresses are added to `vocabularies`. */
function scopeOf(
  outer: ReadonlyMap<string, string>,
  raw: Readonly<Record<string, string>>,
  vocabularies: Set<string>,
): ReadonlyMap<string, string> {
  let scope: Map<string, string> | null = null;
  for (const [name, value] of Object.entries(raw)) {
    const m = /^xmlns(?::(.+))?$/i.exec(name);
    if (!m) continue;
    scope ??= new Map(outer);
    if (scope.size >= MOST_PREFIXES) continue;
    scope.set(m[1] ?? "", value);
    vocabularies.add(value);
  }
  return scope ?? outer;
}

/**
 * Reads XML. Elements that are not closed end with the element around them, stray end tags are passed over, undeclared prefixes stand for the usual
 * vocabulary, and HTML's named characters are known. The vocabulary of the root is the feed's own, whatever its address.
 * @param url the document's own address, the outermost base
 * @throws RangeError when it is nested deeper, or has more elements, than any feed
 */
export function parseXml(text: string, url: string | null): XmlDocument {
  const { text: doctype, entities, rest } = splitDoctype(text);
  const decode = decoder(entities);
  const roots: XmlElement[] = [];
  const vocabularies = new Set<string>();
  const stack: Open[] = [];
  let own: string | null = null;
  let cdata = false;
  let ending = false;
  let count = 0;
  let declaring = 0;
  /** Whether a start tag has been begun: the parser closes one that the end of the text cut off, without having opened it. */
  let begun = false;

  const vocabulary = (prefix: string, scope: ReadonlyMap<string, string>): string => {
    const address = scope.get(prefix);
    if (address !== undefined) return address === own ? OWN : prefixOf(address);
    return prefix === "" ? OWN : usualPrefix(prefix);
  };

  const split = (written: string): readonly [string, string] => {
    const colon = written.indexOf(":");
    return colon < 0 ? ["", written] : [written.slice(0, colon), written.slice(colon + 1)];
  };

  const parser = new Parser(
    {
      onopentagname() {
        begun = true;
      },
      onopentag(written, raw) {
        begun = false;
        if (stack.length >= DEEPEST) throw new RangeError(`it is nested deeper than ${DEEPEST} elements`);
        if (++count > MOST_ELEMENTS) throw new RangeError(`it has more than ${MOST_ELEMENTS} elements`);
        const outer = stack.at(-1) ?? null;
        const scope = scopeOf(outer?.scope ?? NONE, raw, vocabularies);
        if (scope !== outer?.scope && ++declaring > MOST_DECLARING) throw new RangeError("it declares vocabularies without end");
        const [prefix, name] = split(written);
        // RDF holds the feed's vocabulary in its children; every other root speaks it itself.
        if (outer === null && name.toLowerCase() !== "rdf") own ??= scope.get(prefix) ?? null;
        const names = Object.keys(raw);
        const attributes = names.length === 0 ? NONE : new Map<string, string>();
        for (const [key, value] of Object.entries(raw)) {
          const [p, local] = split(key);
          if (p.toLowerCase() === "xmlns" || key === "xmlns") continue;
          const vocab = p === "" ? OWN : vocabulary(p, scope);
          attributes.set(`${vocab === OWN ? "" : `${vocab}:`}${local.toLowerCase()}`, decode(value));
        }
        const language = attributes.get("xml:lang");
        stack.push({
          written,
          prefix: vocabulary(prefix, scope),
          name: name.toLowerCase(),
          attributes,
          children: [],
          base: baseOf(attributes.get("xml:base"), outer ? outer.base : url),
          language: language === undefined ? (outer?.language ?? null) : language.trim() || null,
          cut: false,
          scope,
        });
      },
      ontext(data) {
        const outer = stack.at(-1);
        if (!outer) return;
        const value = cdata ? data : decode(data);
        const last = outer.children.length - 1;
        if (typeof outer.children[last] === "string") outer.children[last] += value;
        else outer.children.push(value);
      },
      oncdatastart() {
        cdata = true;
      },
      oncdataend() {
        cdata = false;
      },
      onclosetag() {
        if (begun) {
          begun = false;
          return;
        }
        const element = stack.pop()!;
        element.cut = ending;
        const outer = stack.at(-1);
        if (outer) outer.children.push(element);
        else roots.push(element);
      },
    },
    { xmlMode: true, decodeEntities: false },
  );
  parser.write(rest);
  ending = true;
  parser.end();
  return { roots, doctype, vocabularies };
}

/** All text under an element, in order. */
export function textUnder(element: XmlElement): string {
  return element.children.map((child) => (typeof child === "string" ? child : textUnder(child))).join("");
}

/** The text of an element itself, without that of elements in it, trimmed. */
export function ownText(element: XmlElement): string {
  return element.children
    .filter((child) => typeof child === "string")
    .join("")
    .trim();
}

export const childElements = (element: XmlElement): readonly XmlElement[] =>
  element.children.filter((child): child is XmlElement => typeof child !== "string");

const escapeText = (text: string): string => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
const escapeAttribute = (text: string): string => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/"/g, "&quot;");

/** Attributes of HTML that hold an address. */
const ADDRESSES = new Set(["href", "src", "cite", "action", "longdesc", "poster", "data", "background"]);

/** The content of an element as HTML, its relative links made absolute. */
export function markupUnder(element: XmlElement): string {
  return element.children
    .map((child) => {
      if (typeof child === "string") return escapeText(child);
      const attributes = [...child.attributes].map(([name, value]) => {
        const full = ADDRESSES.has(name) ? (resolve(value, child.base) ?? value) : value;
        return name.startsWith("xml:") ? "" : ` ${name}="${escapeAttribute(full)}"`;
      });
      const start = `<${child.name}${attributes.join("")}`;
      return child.children.length === 0 && /^(?:br|hr|img|input|area|base|col|embed|link|meta|wbr)$/.test(child.name)
        ? `${start} />`
        : `${start}>${markupUnder(child)}</${child.name}>`;
    })
    .join("");
}
