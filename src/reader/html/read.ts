// HTML → draft: the page's metadata, its date, and its main text.
import { problem } from "../../model/index.ts";
import { type Draft, EMPTY_DRAFT } from "../draft.ts";
import { dateCandidates } from "../metadata/candidates.ts";
import { chooseDate } from "../metadata/choose-date.ts";
import { linkedData } from "../metadata/json-ld.ts";
import { metaTags, microdata } from "../metadata/meta.ts";
import { pageAuthor, pageSite, pageTitle, pageUrl } from "../metadata/page.ts";
import { fold } from "../whitespace.ts";
import { type Cuts, cutFurniture, removalsOf } from "./clean.ts";
import { contentOf, keptText } from "./content.ts";
import { type Element, elements, type Page, parsePage } from "./dom.ts";
import { type Outline, outlineOf } from "./outline.ts";
import { cutConsent, cutWall, type WallVerdict, wallOf } from "./walls.ts";

/**
 * Reads a page.
 * @param file the page's name in messages
 * @param given the address the page was fetched from, where known
 */
export function readHtml(html: string, file: string, given: string | null): Draft {
  const page = parsePage(html);
  const meta = metaTags(page);
  const data = linkedData(page);
  const body = elements(page, (element) => element.tagName === "body")[0];
  if (!body) return EMPTY_DRAFT;
  const outline = outlineOf(body);
  const cuts: Cuts = new Array(outline.blocks.length).fill(undefined);
  const url = pageUrl(meta, data, given);
  const { title, headline, titleRest } = pageTitle(meta, data, outline);
  cutFurniture(outline, cuts, headline);
  const site = pageSite(meta, data, titleRest, outline, url);
  const language = meta.language ?? data?.language ?? meta.first("og:locale", "content-language", "dc.language", "language");
  const order = fieldOrder(language, url);
  const { published, modified, problems } = chooseDate(dateCandidates(page, meta, data, outline, { headline, cuts }, order, url));
  const stated = data?.body ?? microdata(page, "articleBody").find(({ element }) => element.tagName === "meta")?.value ?? null;
  const { text, cuts: all, wall } = articleOf({ page, outline, cuts, body, stated, headline, title, paid: data?.paid ?? false });
  return {
    url,
    site,
    title,
    author: pageAuthor(meta, data, page, outline, cuts, headline, site),
    published,
    modified,
    language: language ? fold(language).replace("_", "-") : null,
    sections: [
      ...(data?.sections ?? []),
      ...meta.all("article:section", "section", "category", "parsely-section"),
      ...(data?.type ? [data.type] : []),
    ],
    teaser: false,
    paragraphs: text,
    removals: removalsOf(outline, all),
    problems: wall
      ? [...problems, problem(wall.shown === "none" ? "text-empty" : "text-partial", { path: file, reason: wall.reason })]
      : problems,
  };
}

interface PageFacts {
  readonly page: Page;
  readonly outline: Outline;
  readonly cuts: Cuts;
  readonly body: Element;
  readonly stated: string | null;
  readonly headline: number;
  readonly title: string | null;
  readonly paid: boolean;
}

interface Article {
  readonly text: readonly string[];
  readonly cuts: Cuts;
  readonly wall: WallVerdict | null;
}

/** Characters of a text that is worth more than the name of the wall before it. */
const LEAST_TEXT = 80;

/** The main text; where a consent notice was taken for it, what else the page holds is tried. */
function articleOf(facts: PageFacts): Article {
  const first = mainText(facts, [...facts.cuts]);
  if (first.wall?.shown !== "none" || first.wall.kind !== "cookies") return first;
  const cuts = [...facts.cuts];
  cutConsent(facts.outline, cuts);
  const second = mainText(facts, cuts);
  return second.wall?.shown === "none" || second.text.join("").length < LEAST_TEXT ? first : second;
}

function mainText({ page, outline, body, stated, headline, title, paid }: PageFacts, cuts: Cuts): Article {
  const content = contentOf(outline, cuts, body, stated, headline, title);
  if (content.stated) return { text: content.stated, cuts, wall: null };
  const wall = wallOf({ page, outline, cuts, title, paid });
  if (wall) cutWall(outline, cuts, wall.shown === "none");
  return { text: keptText(outline, cuts), cuts, wall };
}

/** `04/05` is April in the United States, the Philippines and on `.gov` and `.us` hosts, and the fourth of May elsewhere. */
function fieldOrder(language: string | null, url: string | null): "dmy" | "mdy" {
  if (/^en[-_](?:us|ph)/i.test(language ?? "")) return "mdy";
  return /^https?:\/\/[^/]+\.(?:gov|mil|us)(?:[:/]|$)/i.test(url ?? "") ? "mdy" : "dmy";
}
