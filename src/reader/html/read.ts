// HTML → draft: the page's metadata, its date, and its main text.
import { problem } from "../../model/index.ts";
import { type Draft, EMPTY_DRAFT } from "../draft.ts";
import { dateCandidates } from "../metadata/candidates.ts";
import { chooseDate } from "../metadata/choose-date.ts";
import { linkedData } from "../metadata/json-ld.ts";
import { metaTags, microdata } from "../metadata/meta.ts";
import { pageAuthor, pageSite, pageTitle, pageUrl } from "../metadata/page.ts";
import { fold } from "../whitespace.ts";
import { type Cuts, cutFurniture } from "./clean.ts";
import { contentOf } from "./content.ts";
import { elements, parsePage } from "./dom.ts";
import { type Outline, outlineOf } from "./outline.ts";

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
  const { paragraphs, removals } = contentOf(outline, cuts, body, stated, headline, title);
  const found = paragraphs.length > 0 ? problems : [...problems, problem("text-empty", { path: file, reason: whyEmpty(outline) })];
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
    paragraphs,
    removals,
    problems: found,
  };
}

/** What stands on a page instead of an article, as far as it can be told. */
function whyEmpty(outline: Outline): string {
  const text = outline.blocks
    .slice(0, 200)
    .map((block) => block.text)
    .join(" ");
  if (/\benable (?:javascript|cookies)|javascript (?:is )?(?:disabled|required)|requires javascript/i.test(text))
    return "it shows its text only by script";
  if (/\b(?:captcha|are you (?:a )?(?:human|robot)|unusual traffic|access denied|checking your browser)\b/i.test(text))
    return "it is a check for robots";
  if (/\b(?:sign in|log ?in|subscribe) to (?:read|continue|keep reading)\b|\bsubscribers? only\b/i.test(text))
    return "it asks for a login or a subscription";
  if (/\bcookies?\b|\bconsent\b/i.test(text) && outline.blocks.length < 40) return "it is a cookie notice";
  return outline.blocks.length < 3 ? "it shows no text, or only by script" : "it has no running text";
}

/** `04/05` is April in the United States, the Philippines and on `.gov` and `.us` hosts, and the fourth of May elsewhere. */
function fieldOrder(language: string | null, url: string | null): "dmy" | "mdy" {
  if (/^en[-_](?:us|ph)/i.test(language ?? "")) return "mdy";
  return /^https?:\/\/[^/]+\.(?:gov|mil|us)(?:[:/]|$)/i.test(url ?? "") ? "mdy" : "dmy";
}
