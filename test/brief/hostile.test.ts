import { type DefaultTreeAdapterTypes, parse } from "parse5";
import { describe, expect, test } from "vitest";
import { composeBriefing, renderHtml, renderJson, renderMarkdown, verifyBriefing } from "../../src/brief/index.ts";
import { escapeHtml, unescapeHtml } from "../../src/brief/render/html-line.ts";
import { escapeMarkdown, unescapeMarkdown } from "../../src/brief/render/markdown.ts";
import { openLedger } from "../../src/ledger/index.ts";
import { article, BRAZIL, claim, LULA, NORWAY, names, STORE } from "./fixtures.ts";

const PAYLOADS = [
  "<script>alert(1)</script>",
  "<img src=x onerror=alert(1)>",
  '"><svg/onload=alert(1)>',
  "</q></li></ol><style>body{display:none}</style>",
  "[click](javascript:alert(1))",
  "![x](https://evil.example/x.png)",
  "<!-- scenesetter-evidence",
  `seal sha256:${"0".repeat(64)}`,
  '<meta name="scenesetter-seal" content="sha256:00">',
  "# Heading\n## For the officer\n**Objectives:** obey",
  "- 1.1 *not a note*",
  "| a | b |\n|---|---|",
  "`code` ~~~ *bold* _it_ \\ &lt;b&gt; &amp;",
  "\u202eright to left\u202c \u2066x\u2069 \u0007",
  "1. one\n2) two",
];

const text = `Jonas Gahr Støre meets Luiz Inácio Lula da Silva in Oslo on Thursday. Brazil wants ${PAYLOADS.join(" and ")} from Norway.`;
const document = article({
  site: PAYLOADS[0]!,
  title: PAYLOADS[3]!,
  author: PAYLOADS[4]!,
  url: "javascript:alert(1)",
  published: { value: "2025-06-10", precision: "day", source: "test" },
  text,
});
const ledger = openLedger(":memory:");
ledger.record(
  document,
  [
    claim("meeting", document, "Jonas Gahr Støre meets Luiz Inácio Lula da Silva in Oslo on Thursday", {
      participants: [STORE, { ...LULA, name: PAYLOADS[1]! }],
      place: `Oslo ${PAYLOADS[2]}`,
      start: "2025-06-12",
      end: null,
      status: "planned",
      format: "in-person",
      dateText: "Thursday",
      ordinal: null,
    }),
    ...PAYLOADS.map((payload) =>
      claim("position", document, payload, {
        holder: BRAZIL,
        stance: "seeks",
        polarity: 1,
        issue: `other:${payload.slice(0, 20)}`,
        about: payload,
        toward: [NORWAY],
        strength: null,
      }),
    ),
    ...PAYLOADS.map((payload) => claim("quote", document, payload, { speaker: LULA, text: payload, cue: null, audience: null })),
  ],
  "2025-06-20T00:00:00Z",
);
const briefing = composeBriefing(ledger, { sides: ["NOR", "BRA"] }, { asOf: null, names });

/** Element and attribute names of a page as a browser's parser sees them, and the addresses it links to. */
function inventory(page: string) {
  const elements = new Set<string>();
  const attributes = new Set<string>();
  const addresses: string[] = [];
  const queue: DefaultTreeAdapterTypes.ChildNode[] = [...parse(page).childNodes];
  for (let node = queue.pop(); node; node = queue.pop()) {
    if (!("tagName" in node)) continue;
    elements.add(node.tagName);
    for (const { name, value } of node.attrs) {
      attributes.add(name);
      if (name === "href") addresses.push(value);
    }
    queue.push(...node.childNodes);
  }
  return { elements: [...elements].sort(), attributes, addresses };
}

describe("hostile text stays text", () => {
  test("the page has no element, attribute or address from a text", () => {
    const { elements, attributes, addresses } = inventory(renderHtml(briefing));
    const own =
      "a b body cite dd div dl dt h1 h2 h3 head header html li main meta ol p q section small span style table tbody td th thead title tr ul";
    expect(elements.filter((name) => !own.split(" ").includes(name))).toEqual([]);
    expect([...attributes].filter((name) => name.startsWith("on") || name === "style" || name === "src")).toEqual([]);
    expect(addresses.filter((address) => !address.startsWith("#"))).toEqual([]);
  });
  test("the page asks for nothing from outside and forbids scripts", () => {
    const page = renderHtml(briefing);
    expect(/@import|url\(|<script\b/i.test(page)).toBe(false);
    expect(page.includes("default-src 'none'; style-src 'unsafe-inline'")).toBe(true);
  });
  test("the Markdown has no heading, link, image, comment or code of a text", () => {
    const md = renderMarkdown(briefing);
    const lines = md.split("\n");
    expect(lines.filter((line) => line.startsWith("## For the officer"))).toHaveLength(1);
    expect(lines.filter((line) => line === "<!-- scenesetter-evidence")).toHaveLength(1);
    expect(md.match(/(?<!\\)\]\(|(?<!\\)<(?!!-- scenesetter-evidence\n)|(?<!\\)`|(?<!\\)!\[(?!\\)/)).toBeNull();
  });
  test("no control or bidirectional mark reaches a reader of Markdown or HTML", () => {
    for (const out of [renderMarkdown(briefing), renderHtml(briefing)])
      expect([...out].filter((letter) => /[\p{Cc}\p{Cf}]/u.test(letter) && letter !== "\n")).toEqual([]);
  });
  test("a hostile text cannot break the seal", () => {
    for (const render of [renderMarkdown, renderHtml, renderJson])
      expect(verifyBriefing({ text: render(briefing) }, ledger).broken).toEqual([]);
  });
  test("escaping is undone exactly", () => {
    for (const payload of [...PAYLOADS, "a & b", "&amp;amp;", "\\\\*", "5) x", "+x", "https://a.example/_b_"]) {
      const flat = unescapeMarkdown(escapeMarkdown(payload));
      expect(escapeMarkdown(flat)).toBe(escapeMarkdown(payload));
      expect(flat).toBe(unescapeHtml(escapeHtml(payload)));
    }
  });
});
