// The parsed page: parse5 and small readers over its tree, all iterative, since a hostile page can nest 200,000 elements deep.
import { type DefaultTreeAdapterTypes, defaultTreeAdapter, html as htmlSpec, parse } from "parse5";
import { fold } from "../whitespace.ts";

export type Element = DefaultTreeAdapterTypes.Element;
export type Node = DefaultTreeAdapterTypes.ChildNode;
export type Parent = DefaultTreeAdapterTypes.ParentNode;
export type Page = DefaultTreeAdapterTypes.Document;

export const isElement = (node: Node | Parent): node is Element => "tagName" in node;
const isText = (node: Node): node is DefaultTreeAdapterTypes.TextNode => node.nodeName === "#text";

/**
 * Most elements of a page. Pages of the web have some thousand; 2,000,000 characters of misnested tags make billions, since
 * every paragraph opens again each of the tags that were left open before it.
 */
const MOST_ELEMENTS = 500_000;

/**
 * Parses a page the way browsers do. Never throws for bad markup.
 * @throws RangeError for a page of more than 500,000 elements
 */
export function parsePage(html: string): Page {
  let count = 0;
  const treeAdapter: typeof defaultTreeAdapter = {
    ...defaultTreeAdapter,
    createElement(...args) {
      if (++count > MOST_ELEMENTS) throw new RangeError(`it has more than ${MOST_ELEMENTS} elements`);
      return defaultTreeAdapter.createElement(...args);
    },
  };
  return parse(html, { treeAdapter });
}

/** The value of an attribute, or null. */
export function attribute(element: Element, name: string): string | null {
  for (const a of element.attrs) if (a.name === name) return a.value;
  return null;
}

/** The element that holds `node`, or null at the top. */
export function parentElement(node: Node): Element | null {
  const parent = node.parentNode;
  return parent && isElement(parent) ? parent : null;
}

export interface Visitor {
  /** Called before the children; false leaves them out. */
  enter?(element: Element): boolean;
  leave?(element: Element): void;
  text?(value: string): void;
}

/** Walks `root` in document order without recursion. Only HTML elements: SVG and MathML are left out. */
export function walk(root: Parent, visitor: Visitor): void {
  const stack: { readonly nodes: readonly Node[]; index: number; readonly owner: Element | null }[] = [];
  const open = (node: Parent): void => {
    if (isElement(node)) {
      if (visitor.enter?.(node) === false) return;
      stack.push({ nodes: node.childNodes, index: 0, owner: node });
    } else stack.push({ nodes: node.childNodes, index: 0, owner: null });
  };
  open(root);
  while (stack.length > 0) {
    const top = stack[stack.length - 1]!;
    const node = top.nodes[top.index++];
    if (node === undefined) {
      stack.pop();
      if (top.owner) visitor.leave?.(top.owner);
    } else if (isText(node)) visitor.text?.(node.value);
    else if (isElement(node) && node.namespaceURI === htmlSpec.NS.HTML) open(node);
  }
}

const listed = new WeakMap<Parent, readonly Element[]>();

/** All elements under `root`, in document order; walked once for each root, since many readers ask. */
export function elements(root: Parent, wanted?: (element: Element) => boolean): readonly Element[] {
  let all = listed.get(root);
  if (!all) {
    const found: Element[] = [];
    walk(root, {
      enter(element) {
        found.push(element);
        return true;
      },
    });
    all = found;
    listed.set(root, all);
  }
  return wanted ? all.filter(wanted) : all;
}

const SILENT = new Set(["script", "style", "noscript", "template", "svg", "iframe", "object", "select", "textarea"]);

/** All words under `root`, white space folded; scripts and styles left out. */
export function textOf(root: Parent): string {
  const parts: string[] = [];
  walk(root, {
    enter(element) {
      if (SILENT.has(element.tagName)) return false;
      if (!INLINE.has(element.tagName)) parts.push(" ");
      return true;
    },
    leave(element) {
      if (!INLINE.has(element.tagName)) parts.push(" ");
    },
    text: (value) => parts.push(value),
  });
  return fold(parts.join(""));
}

/** The raw text directly in `element`, as scripts hold it. */
export function rawText(element: Element): string {
  return element.childNodes.map((node) => (isText(node) ? node.value : "")).join("");
}

/** Elements that do not break a line. */
export const INLINE = new Set(
  (
    "a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark meter nobr output picture q rp rt ruby s samp small source span strike " +
    "strong sub sup time tt u var wbr"
  ).split(" "),
);

const NO_TOKENS: ReadonlySet<string> = new Set();
const tokenCache = new WeakMap<Element, ReadonlySet<string>>();

const NAMING =
  /^(?:id|class|role|name|itemprop|aria-label|data-(?:testid|test|component|component-name|module|type|qa|name|gu-name|block|widget|widget-type|tracking-area))$/;

/** Words that turn a name round: `has-sidebar` is no sidebar. */
const TURNS = new Set(["has", "with", "no", "without", "non", "hide"]);

/**
 * The lower-case words of an element's id, class, role, data-testid and similar names: `Article_body__x1` gives `article`, `body`, `x1`.
 * Only the first 400 characters of each are looked at.
 */
export function nameTokens(element: Element): ReadonlySet<string> {
  if (element.attrs.length === 0) return NO_TOKENS;
  const cached = tokenCache.get(element);
  if (cached) return cached;
  const tokens = new Set<string>();
  for (const { name, value } of element.attrs) {
    if (!NAMING.test(name)) continue;
    for (const one of value.slice(0, 400).split(/\s+/)) {
      for (const part of one.split(/[^\p{L}\p{N}]+/u)) {
        const lower = part.toLowerCase();
        if (TURNS.has(lower)) break;
        tokens.add(lower);
        const pieces = part
          .replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2")
          .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, "$1 $2")
          .toLowerCase()
          .split(" ");
        for (const piece of pieces) tokens.add(piece.replace(/\d+$/, ""));
      }
    }
  }
  tokens.delete("");
  tokenCache.set(element, tokens);
  return tokens;
}
