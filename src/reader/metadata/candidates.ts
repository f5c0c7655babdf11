// Everything on a page that could be its date of publication, with where it stands and how far such a place can be trusted.

import type { Cuts } from "../html/clean.ts";
import { attribute, type Element, elements, nameTokens, type Page, parentElement, rawText, textOf } from "../html/dom.ts";
import type { Outline } from "../html/outline.ts";
import type { LinkedData } from "./json-ld.ts";
import { type MetaTags, microdata } from "./meta.ts";
import { dayMoment, type Moment, machineMoment } from "./moment.ts";
import { type FieldOrder, writtenDates } from "./written.ts";

export interface DateCandidate {
  readonly moment: Moment;
  readonly source: string;
  /** 0 to 100; see docs/decisions/0021. */
  readonly trust: number;
  readonly role: "published" | "modified";
  /** Minutes after midnight, where a time without a zone stands with the date. */
  readonly clock?: number;
  /** It stands right beside the headline, under no label that calls it another date. */
  readonly shown?: true;
  /** The other reading of a date in digits that does not say which field is the day. */
  readonly swapped?: string;
}

/** Names of meta tags that give the date of publication, best first; all lower case. */
const PUBLISHED_META =
  "article:published_time article:published og:article:published_time og:published_time article:publicationdate article:post_date datepublished publish-date publish_date publishdate published_time published-date publisheddate publication_date publication-date publicationdate pubdate pub_date parsely-pub-date sailthru.date dc.date.issued dcterms.issued dc.issued dcterms.created dc.date.created dc.created dcterms.date dc.date date.issued citation_publication_date citation_online_date rnews:datepublished cxenseparse:recs:publishtime bt:pubdate og:pubdate og:article:published og:publish_date article.published article_date_original originalpublicationdate article.created datecreated date_published artikel_published".split(
    " ",
  );
const MODIFIED_META =
  "article:modified_time og:updated_time article:modified og:article:modified_time datemodified last-modified lastmod last_modified dcterms.modified dc.date.modified dc.modified modified_time revised updated_time update_date".split(
    " ",
  );
/** Many systems put the day of the last change under such names (docs/decisions/0027). */
const LOOSE_TRUST = 45;
const LOOSE_META = /(?:^|[:._-])(?:date|created|pubtime|publishtime|issued)$/;

function fromMeta(meta: MetaTags): DateCandidate[] {
  const found: DateCandidate[] = [];
  for (const [name, values] of meta.entries) {
    const rank = PUBLISHED_META.indexOf(name);
    const role = MODIFIED_META.includes(name) ? "modified" : "published";
    if (rank < 0 && role === "published" && !LOOSE_META.test(name)) continue;
    for (const value of values) {
      const moment = machineMoment(value) ?? writtenDates(value, "mdy")[0];
      if (moment)
        found.push({
          moment,
          source: `meta:${name}`,
          trust: rank < 0 || /(?:^|\.)dc(?:terms)?\.date$/.test(name) ? LOOSE_TRUST : 88 - rank * 0.1,
          role,
        });
    }
  }
  return found;
}

function fromLinkedData(data: LinkedData | null): DateCandidate[] {
  const found: DateCandidate[] = [];
  for (const [index, value] of (data?.published ?? []).entries()) {
    const moment = machineMoment(value) ?? writtenDates(value, "mdy")[0];
    if (moment) found.push({ moment, source: "json-ld", trust: 90 - index, role: "published" });
  }
  for (const value of data?.modified ?? []) {
    const moment = machineMoment(value);
    if (moment) found.push({ moment, source: "json-ld", trust: 80, role: "modified" });
  }
  return found;
}

function fromMicrodata(page: Page): DateCandidate[] {
  const found: DateCandidate[] = [];
  for (const [property, role] of [
    ["datePublished", "published"],
    ["dateCreated", "published"],
    ["dateModified", "modified"],
  ] as const) {
    for (const { value } of microdata(page, property)) {
      const moment = machineMoment(value) ?? writtenDates(value, "dmy")[0];
      if (moment) found.push({ moment, source: "microdata", trust: 84 - found.length * 0.1, role });
    }
  }
  return found;
}

const URL_DAY = /(?:^|[^\d])((?:19|20)\d{2})[/_.-]?(0[1-9]|1[0-2])[/_.-]?(0[1-9]|[12]\d|3[01])(?!\d)/g;
const URL_PATH_DAY = /\/((?:19|20)\d{2})\/(\d{1,2}|[a-z]{3})\/(\d{1,2})(?:\/|$|[-_])/;
const URL_PATH_DAY_FIRST = /\/(0?[1-9]|[12]\d|3[01])([/_.-])(0?[1-9]|1[0-2])\2((?:19|20)\d{2})(?:\/|$|[-_.])/;
const SHORT_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");

/** The day that an address spells out: `/2024/03/07/`, `/2024/mar/07/`, `20240307`, `2024-03-07`, `/07-03-2024`. */
export function urlDay(url: string | null): { readonly moment: Moment; readonly trust: number } | null {
  if (!url) return null;
  const path = url.replace(/^https?:\/\/[^/]*/i, "").toLowerCase();
  const m = URL_PATH_DAY.exec(path);
  if (m) {
    const month = /^\d/.test(m[2]!) ? Number(m[2]) : SHORT_MONTHS.indexOf(m[2]!) + 1;
    const moment = dayMoment(Number(m[1]), month, Number(m[3]));
    if (moment) return { moment, trust: 83 };
  }
  for (const d of path.matchAll(URL_DAY)) {
    const moment = dayMoment(Number(d[1]), Number(d[2]), Number(d[3]));
    if (moment) return { moment, trust: 70 };
  }
  const reversed = URL_PATH_DAY_FIRST.exec(path);
  const moment = reversed && dayMoment(Number(reversed[4]), Number(reversed[3]), Number(reversed[1]));
  return moment ? { moment, trust: 60 } : null;
}

/** What stands between a label and its date: `on`, `:`, the day of the week. */
const TO_DATE = String.raw`\s*(?:on|le|am|el|il|op|den|na|в)?\s*[:–-]?\s*(?:\p{L}{2,12}[.,،]*\s*)?$`;
const PUBLISHED_LABEL = new RegExp(
  String.raw`(?:publish(?:ed)?|posted|first published|created|written|issued|released?|publi[ée]e?|mis en ligne|paru|veröffentlicht|erstellt|erschienen|publicado|publicad[ao] em|pubblicat[oa]|gepubliceerd|geplaatst|publicerad|publisert|udgivet|julkaistu|opublikowano|dodano|publikováno|zveřejněno|objavljeno|közzétéve|publicat|δημοσιεύ\p{L}*|yayınlanma|yayın tarihi|опубликовано|опубліковано|дата публикации|تاریخ انتشار|نشر في|نشره|تم النشر|date|datum|fecha|data|дата|tarih|発表日|掲載日|公開日|発表|发布时间|发布于|發布時間|입력|등록|diterbitkan|đăng lúc)${TO_DATE}`,
  "iu",
);
/** Words that stand before dates of all kinds, and a little more often before that of the text. */
const WEAK_LABEL = /(?:am|le|vom|on|il|el)\s*(?:\p{L}{2,12}[.,]*\s*)?$/iu;
const MODIFIED_LABEL = new RegExp(
  String.raw`(?:updat\w*|modifi\w*|last (?:edit|change|review)\w*|edited|changed|aktuali[sz]\w*|geändert|letzte änderung|bearbeitet|mise? à jour|maj|actuali[sz]\w*|modificado|aggiornat\w*|bijgewerkt|uppdater\w*|oppdatert|opdateret|päivitetty|aktualizacja|aktualizováno|ažurirano|frissítve|actualizat|güncelle\w*|обновлено|оновлено|изменено|به‌روزرسانی|آخر تحديث|更新日時?|最終更新日?|更新时间|更新時間|수정)${TO_DATE}`,
  "iu",
);
/** `zuletzt am … geändert`, `… (updated)`: the same after the date. */
const MODIFIED_AFTER =
  /^[^.;|/]{0,25}(?<!\p{L})(?:geändert|bearbeitet|aktualisiert|edited|modified|updated|modifié|mis à jour|modificad[oa]|actualizad[oa]|aggiornat[oa]|bijgewerkt|更新)(?!\p{L}|\s*[:\d])/iu;
const DATE_TOKEN =
  /^(?:time|timestamp|published|publish|pubtime|posted|dateline|meta|byline|created|info|submitted|fecha|pub|data|stand|\p{L}*(?:datum|date|datetime|zeit))$/u;
const MODIFIED_TOKENS = ["updated", "modified", "update", "dtmodified", "lastmod"];

/** Names of the element and those up to three levels above it. */
function nearbyTokens(element: Element): Set<string> {
  const tokens = new Set<string>();
  let at: Element | null = element;
  for (let up = 0; at && up < 3; up++) {
    for (const token of nameTokens(at)) tokens.add(token);
    at = parentElement(at);
  }
  return tokens;
}

export interface Place {
  readonly headline: number;
  readonly cuts: Cuts;
}

/** How near a block is to the headline, and what part of the page it is in, as points added to trust. */
function placePoints(index: number, { headline, cuts }: Place): number {
  let points = 0;
  const distance = index - headline;
  if (headline >= 0) {
    if (distance >= 0 && distance <= 16) points += Math.max(27 - 2 * distance, 8 - 0.2 * distance);
    else if (distance < 0 && distance >= -3) points += 22 + 4 * distance;
    else if (distance < -3 && distance >= -6) points += 4;
    else if (distance < -6) points -= 5;
    else if (distance > 60) points -= 10;
  }
  const step = cuts[index]?.step;
  if (step === "byline") points += 10;
  else if (step === "footer") points -= 14;
  else if (step && /^(?:navigation|related|comments|hidden|advert|sidebar|consent|promotion)$/.test(step)) {
    // What stands between a headline and its text is seldom about another text, whatever its name.
    points -= headline >= 0 && distance > 0 && distance <= 3 ? 12 : 25;
  }
  return points;
}

/** `<time>`, and the elements that microformats give the moment in their title. */
function isTimeElement(element: Element): boolean {
  if (element.tagName === "time") return true;
  const tokens = nameTokens(element);
  return (
    (tokens.has("published") || tokens.has("updated") || tokens.has("dtstart")) &&
    (element.tagName === "abbr" || machineMoment(attribute(element, "title") ?? "") !== null)
  );
}

function fromTimeElements(page: Page, outline: Outline, place: Place, order: FieldOrder): DateCandidate[] {
  const found: DateCandidate[] = [];
  for (const element of elements(page, isTimeElement)) {
    const stamp = attribute(element, "datetime") ?? attribute(element, "content") ?? attribute(element, "title");
    const moment = (stamp ? (machineMoment(stamp) ?? writtenDates(stamp, order)[0]) : undefined) ?? writtenDates(textOf(element), order)[0];
    if (!moment) continue;
    const tokens = nameTokens(element);
    const modified = MODIFIED_TOKENS.some((token) => tokens.has(token)) && !tokens.has("published");
    const bonus =
      tokens.has("published") || attribute(element, "pubdate") !== null || (attribute(element, "itemprop") ?? "").includes("datePublished")
        ? 10
        : 0;
    const index = outline.rangeOf(element)[0];
    const before = outline.blocks[index]?.text.split(textOf(element))[0] ?? "";
    found.push({
      moment,
      source: "time-element",
      trust: Math.min(84, 52 + bonus + placePoints(index, place) - found.length * 0.5),
      role: modified || MODIFIED_LABEL.test(before.slice(-40)) ? "modified" : "published",
    });
  }
  return found;
}

/** The words before a date: of its own line, or the line before when that is nothing but a label, as in tables. */
function labelBefore(outline: Outline, index: number, start: number): string {
  const own = outline.blocks[index]!.text.slice(Math.max(0, start - 40), start);
  const above = outline.blocks[index - 1];
  return own.trim() === "" && above !== undefined && above.words <= 4 && above.heading === 0 ? `${above.text} ` : own;
}

/** `2024-05-04` for `2024-04-05`. */
const swappedDay = (value: string): string => `${value.slice(0, 4)}-${value.slice(8, 10)}-${value.slice(5, 7)}`;

function fromVisibleText(outline: Outline, place: Place, order: FieldOrder): DateCandidate[] {
  const found: DateCandidate[] = [];
  for (const [index, block] of outline.blocks.entries()) {
    if (found.length > 400) break;
    if (!/\d/.test(block.text)) continue;
    for (const date of writtenDates(block.text, order)) {
      const before = labelBefore(outline, index, date.start);
      const modified = MODIFIED_LABEL.test(before) || MODIFIED_AFTER.test(block.text.slice(date.end, date.end + 45));
      const tokens = nearbyTokens(block.element);
      const labelled = PUBLISHED_LABEL.test(before);
      let trust = 22 + placePoints(index, place);
      if (labelled) trust += 18;
      else if (WEAK_LABEL.test(before)) trust += 10;
      if ([...tokens].some((token) => DATE_TOKEN.test(token) && !MODIFIED_TOKENS.includes(token))) trust += 14;
      if (block.words <= 14) trust += 6;
      else if (block.sentences > 0 && block.words > 20 && date.start > 0) trust -= 20;
      if (block.text.length - (date.end - date.start) <= 12) trust += 8;
      if (date.clock !== null) trust += 5;
      if (date.start === 0 && block.words > 14) trust += 6;
      if (/©|copyright/i.test(before)) trust -= 30;
      const distance = index - place.headline;
      found.push({
        moment: date,
        source: "text",
        trust: Math.min(82, trust - Math.min(10, found.length * 0.2)),
        role: modified ? "modified" : "published",
        ...(date.clock !== null && date.precision === "day" ? { clock: date.clock } : {}),
        ...(place.headline >= 0 && distance >= -2 && distance <= 5 ? { shown: true as const } : {}),
        ...(date.ambiguous ? { swapped: swappedDay(date.value) } : {}),
      });
    }
  }
  return found;
}

const SCRIPT_DATE =
  /"(?:datePublished|displayDate|publishedAt|published_at|publishDate|publish_date|publishedDate|pubDate|publicationDate|publication_date|firstPublished\w*|first_published\w*|published|publishedTime|createdAt|created_at|dateCreated|postDate|articleDate)"\s*:\s*"?([^",}\]]{8,40})/g;

function fromScripts(page: Page): DateCandidate[] {
  const found: DateCandidate[] = [];
  for (const script of elements(page, (e) => e.tagName === "script" && !/ld\+json/i.test(attribute(e, "type") ?? ""))) {
    for (const m of rawText(script).matchAll(SCRIPT_DATE)) {
      const moment = machineMoment(m[1]!);
      if (moment && found.length < 50) found.push({ moment, source: "script", trust: 58 - found.length, role: "published" });
    }
  }
  return found;
}

/** All candidates for the date of a page. */
export function dateCandidates(
  page: Page,
  meta: MetaTags,
  data: LinkedData | null,
  outline: Outline,
  place: Place,
  order: FieldOrder,
  url: string | null,
): DateCandidate[] {
  const day = urlDay(url);
  // Without a headline the first paragraph tells where the article begins.
  const first =
    place.headline >= 0 ? -1 : outline.blocks.findIndex((block, i) => !place.cuts[i] && block.sentences > 0 && block.words >= 20);
  const anchored = first >= 0 ? { ...place, headline: Math.max(0, first - 3) } : place;
  return [
    ...fromLinkedData(data),
    ...fromMeta(meta),
    ...fromMicrodata(page),
    ...fromTimeElements(page, outline, anchored, order),
    ...fromVisibleText(outline, anchored, order),
    ...fromScripts(page),
    ...(day ? [{ ...day, source: "url", role: "published" } as const] : []),
  ];
}
