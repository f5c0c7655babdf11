// What kind of text a document is: rows over its title, its address, its section and its first words.
import type { DocumentKind } from "../model/index.ts";
import { wordCount } from "./whitespace.ts";

interface KindRow {
  readonly kind: DocumentKind;
  readonly reason: string;
  readonly title?: RegExp;
  readonly url?: RegExp;
  readonly section?: RegExp;
  readonly text?: RegExp;
  readonly examples: readonly string[];
}

/** Rows in the order tried; the first that fits any of its fields decides. */
export const KIND_ROWS: readonly KindRow[] = [
  {
    kind: "correction",
    reason: "says that it corrects another text",
    title: /^(?:corrections?|clarifications?|editor['’]?s['’]? note|erratum)\b\s*(?:[:|–—-]|$)/i,
    url: /\/(?:corrections?|clarifications?)(?:\/|-|$)/i,
    section: /^corrections?$/i,
    examples: ["Correction: Ferry talks in Oslo"],
  },
  {
    kind: "opinion",
    reason: "marked as opinion, editorial, column or letter",
    title:
      /^(?:opinion|op-?ed|editorial|column|commentary|comment|viewpoint|letters?(?: to the editor)?|analysis and opinion|guest essay)\b\s*[:|–—-]/i,
    url: /\/(?:opinions?|op-?ed|editorials?|columns?|columnists?|commentisfree|commentary|viewpoints?|letters)(?:\/|-|\.|$)/i,
    section: /^(?:opinions?|op-?eds?|editorials?|columns?|columnists?|commentary|viewpoints?|letters|opinionnewsarticle|views)$/i,
    examples: ["OPINION | The strait is not a moat", "Editorial: A bridge too dear"],
  },
  {
    kind: "other",
    reason: "marked as sport, horoscope, weather, puzzle or advertisement",
    title:
      /^(?:horoscopes?|crossword|sudoku|weather(?: forecast)?|quiz|poll|sponsored|advertorial|paid post|(?:football|soccer|cricket|hockey|tennis|baseball|basketball|rugby|golf|sports?)\s*:)\b/i,
    url: /\/(?:sports?|football|soccer|cricket|tennis|baseball|basketball|nba|nfl|mlb|nhl|rugby|golf|horoscopes?|astrology|crosswords?|puzzles?|games|lifestyle|recipes?|celebrity|entertainment|obituaries|classifieds)(?:\/|-|$)/i,
    section:
      /^(?:sports?|football|soccer|cricket|hockey|tennis|baseball|basketball|rugby|golf|horoscopes?|astrology|entertainment|lifestyle|recipes?|celebrity|puzzles|obituaries|advertorial|sponsored)$/i,
    examples: ["Tennis: Lund reaches the last four"],
  },
  {
    kind: "readout",
    reason: "an official account of a meeting or call",
    title:
      /^(?:readout\b|read-out\b|summit meeting\b|.{0,60}\bsummit meeting \(overview\)|.{0,60}\b(?:meeting|call|talks|summit) \((?:overview|outcome|summary)\)|meeting of the (?:president|prime minister|king|chancellor|minister)\b.{0,80}\bwith\b|(?:the )?(?:president|prime minister|chancellor|king|minister|secretary)(?:['’]s)? (?:.{0,40})?(?:meeting|meets|talks|call|telephone conversation|phone call|speaks|spoke|summit) with\b|telephone conversation (?:with|between)\b|(?:phone|telephone) call with\b|secretary .{2,40}['’]s? (?:meeting|call) with\b)/i,
    url: /\/(?:readouts?)(?:\/|-)|\/readout-of-/i,
    section: /^readouts?$/i,
    examples: ["Readout of the Minister's Call with Her Counterpart", "Austria-Fiji Summit Meeting (Overview)"],
  },
  {
    kind: "remarks",
    reason: "a transcript of what was said",
    title:
      /^(?:remarks\b|press (?:briefing|conference|gaggle)\b|background press (?:call|briefing)\b|speech (?:by|of)\b|address (?:by|of|to)\b|transcript\b|interview (?:with|of)\b|joint press conference\b|press availability\b|opening remarks\b|toast\b)/i,
    url: /\/(?:speeches-remarks|remarks|press-briefings|transcripts?|speeches)\//i,
    section: /^(?:speeches-remarks|remarks|press-briefings|transcripts?|speeches)$/i,
    examples: ["Remarks by the President at the Harbour Works"],
  },
  {
    kind: "statement",
    reason: "an official statement or release",
    title:
      /^(?:joint (?:leaders['’]? )?(?:statement|declaration|communiqu[ée])\b|(?:press )?statements?\b\s*(?:by|from|of|on|:)|.{0,60}\b(?:joint statement|declaration|communiqu[ée])\b|fact ?sheet\b|declaration\b|communiqu[ée]\b|proclamation\b|executive order\b|press release\b|message (?:to|from)\b|memorandum\b|letter to\b)/i,
    url: /\/(?:statements-releases|statements?|press-releases?|fact-sheets?|presidential-actions|briefings-statements|proclamations?)\//i,
    section: /^(?:statements-releases|statements?|press releases?|fact-sheets?|presidential-actions|briefings-statements)$/i,
    examples: ["Joint Statement of the Lake Chad Ministers", "FACT SHEET: Ports and Harbours"],
  },
];

/** A teaser shorter than this many words stands for a text elsewhere and is no text of its own. */
const TEASER_WORDS = 25;

export interface KindFacts {
  readonly title: string | null;
  readonly url: string | null;
  readonly sections: readonly string[];
  readonly text: string;
  readonly teaser: boolean;
}

/** The kind of a text, and why. */
export function kindOf({ title, url, sections, text, teaser }: KindFacts): DocumentKind {
  const path = (url ?? "").replace(/^https?:\/\/[^/]*/i, "");
  for (const row of KIND_ROWS) {
    if (title && row.title?.test(title)) return row.kind;
    if (path && row.url?.test(path)) return row.kind;
    if (sections.some((section) => row.section?.test(section.trim()))) return row.kind;
  }
  return teaser && wordCount(text) < TEASER_WORDS ? "other" : "news";
}
