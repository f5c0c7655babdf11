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
      /^(?:opinion|op-?ed|editorial|column|commentary|comment|viewpoint|letters? to the editor|analysis and opinion|guest essay)\b\s*[:|–—-]/i,
    url: /\/(?:opinions?|op-?ed|editorials?|columns?|columnists?|commentisfree|commentary|viewpoints?|letters-to-the-editor)(?:\/|$)/i,
    section: /^(?:opinions?|op-?eds?|editorials?|columns?|columnists?|commentary|viewpoints?|letters|opinionnewsarticle|views)$/i,
    examples: ["OPINION | The strait is not a moat", "Editorial: A bridge too dear"],
  },
  {
    kind: "other",
    reason: "marked as sport, horoscope, weather, puzzle or advertisement",
    title:
      /^(?:horoscopes?|crossword|sudoku|weather(?: forecast)?|quiz|poll|sponsored|advertorial|paid post)\b|^(?:football|soccer|cricket|hockey|tennis|baseball|basketball|rugby|golf|sports?)\s*:/i,
    url: /\/(?:sports?|football|soccer|cricket|tennis|baseball|basketball|nba|nfl|mlb|nhl|rugby|golf|horoscopes?|astrology|crosswords?|puzzles?|games|lifestyle|recipes?|celebrity|entertainment|obituaries|classifieds)(?:\/|$)/i,
    section:
      /^(?:sports?|football|soccer|cricket|hockey|tennis|baseball|basketball|rugby|golf|horoscopes?|astrology|entertainment|lifestyle|recipes?|celebrity|puzzles|obituaries|advertorial|sponsored)$/i,
    examples: ["Tennis: Lund reaches the last four"],
  },
  {
    kind: "readout",
    reason: "an official account of a meeting or call",
    title:
      /^(?:(?:joint )?(?:readout|read-out)\b|summit meeting\b|.{0,60}\bsummit meeting \(overview\)|.{0,60}\b(?:meeting|call|talks|summit) \((?:overview|outcome|summary)\)|meeting (?:of|between) (?:the )?(?:(?:foreign|defence|defense|finance|trade) )?(?:president|prime minister|king|queen|chancellor|minister|secretary)\b.{0,80}\b(?:with|and)\b|(?:the )?(?:president|prime minister|chancellor|king|minister|secretary)(?:['’]s)? (?:.{0,40})?(?:meeting|meets|talks|call|telephone conversation|phone call|speaks|spoke|summit) with\b|telephone conversation (?:with|between)\b|(?:phone|telephone) call with\b|secretary .{2,40}['’]s? (?:meeting|call) with\b)/i,
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
      /^(?:(?:[\p{Lu}\d][\p{L}\d.’'-]{0,30}(?:\s-\s|[\s,&–:]{1,3})(?:(?:and|of|the|for) ){0,2}){0,8}Joint (?:Leaders['’]? |Leaders['’]s |Press |Vision |Ministerial )?(?:Statement|Declaration|Communiqu[eé])\b|(?:Press )?Statements?\b\s*(?:by|from|of|on|:)|(?:[\p{Lu}\d][\p{L}\d.’'-]{0,30} (?:(?:and|of|the|for) ){0,2}){0,6}(?:Declaration|Communiqu[ée])$|FACT ?SHEET\b|Fact [Ss]heet\b|Declaration\b|Communiqu[ée]\b|Proclamation\b|Executive Order\b|P(?:ress|RESS) R(?:elease|ELEASE)\b|(?:Presidential )?Message (?:to|from|on)\b|Memorandum\b|(?:A )?Letters? to (?:the )?\p{Lu})/u,
    url: /\/(?:statements-releases|press-releases?|fact-sheets?|presidential-actions|briefings-statements|proclamations?)\//i,
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

/** Kinds that a mark anywhere settles, whatever else the text calls itself: they make no claims, or correct some. */
const MARKED: readonly DocumentKind[] = ["correction", "opinion", "other"];

/** The kind of a text: by what is marked as no news, then by its title, then by its address and section. */
export function kindOf({ title: whole, url, sections, text, teaser }: KindFacts): DocumentKind {
  const title = whole?.slice(0, 300) ?? null;
  const path = (url ?? "").replace(/^https?:\/\/[^/]*/i, "");
  const titled = (row: KindRow): boolean => title !== null && row.title?.test(title) === true;
  const placed = (row: KindRow): boolean =>
    (path !== "" && row.url?.test(path) === true) || sections.some((section) => row.section?.test(section.trim()));
  const marked = KIND_ROWS.filter((row) => MARKED.includes(row.kind));
  const official = KIND_ROWS.filter((row) => !MARKED.includes(row.kind));
  const row = marked.find((r) => titled(r) || placed(r)) ?? official.find(titled) ?? official.find(placed);
  return row?.kind ?? (teaser && wordCount(text) < TEASER_WORDS ? "other" : "news");
}
