// Meta tags, links and microdata of a page, by name.
import { attribute, type Element, elements, type Page, textOf } from "../html/dom.ts";
import { unescapeAgain } from "../html/entities.ts";
import { fold } from "../whitespace.ts";

export interface MetaTags {
  /** All values of the first of `names` that has any; names are lower case. */
  all(...names: string[]): readonly string[];
  /** The first value of the first of `names` that has any. */
  first(...names: string[]): string | null;
  readonly canonical: string | null;
  readonly titleTag: string | null;
  readonly language: string | null;
  /** Every name with its values, in order of appearance. */
  readonly entries: ReadonlyMap<string, readonly string[]>;
}

/** Reads all `<meta name|property|itemprop|http-equiv>`, the canonical link, the title and the page's language. */
export function metaTags(page: Page): MetaTags {
  const entries = new Map<string, string[]>();
  let canonical: string | null = null;
  let titleTag: string | null = null;
  let language: string | null = null;
  const wanted = new Set(["meta", "link", "title", "html"]);
  for (const element of elements(page, (e) => wanted.has(e.tagName))) {
    if (element.tagName === "html") language = attribute(element, "lang") ?? attribute(element, "xml:lang");
    else if (element.tagName === "title") titleTag ??= unescapeAgain(textOf(element)) || null;
    else if (element.tagName === "link") {
      if (/(?:^|\s)canonical(?:\s|$)/i.test(attribute(element, "rel") ?? "")) canonical ??= attribute(element, "href");
    } else {
      const name =
        attribute(element, "property") ?? attribute(element, "name") ?? attribute(element, "itemprop") ?? attribute(element, "http-equiv");
      const value = unescapeAgain(fold(attribute(element, "content") ?? attribute(element, "value") ?? ""));
      if (!name || !value) continue;
      const key = name.trim().toLowerCase();
      const values = entries.get(key) ?? [];
      values.push(value);
      entries.set(key, values);
    }
  }
  const all = (...names: string[]): readonly string[] => {
    for (const name of names) {
      const values = entries.get(name);
      if (values) return values;
    }
    return [];
  };
  return { all, first: (...names) => all(...names)[0] ?? null, canonical, titleTag, language, entries };
}

/** Elements of the body with an `itemprop`, with their value as microdata defines it. */
export function microdata(page: Page, property: string): { readonly element: Element; readonly value: string }[] {
  return elements(page, (e) => (attribute(e, "itemprop") ?? "").split(/\s+/).includes(property)).map((element) => ({
    element,
    value: fold(attribute(element, "content") ?? attribute(element, "datetime") ?? textOf(element)),
  }));
}
