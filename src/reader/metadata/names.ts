// Names in metadata: the title without its site, the site without its slogans, the authors as persons.
import { fold, words } from "../whitespace.ts";

const SEPARATOR = /\s+[|•·»«–—\-~:]+\s+|\s*[|»«]\s*|:\s+(?=\S)/gu;
const key = (text: string): string => words(text).join("");

/** The host's own label: `www.beltwaystandard.example` gives `beltwaystandard`. */
export function hostLabel(url: string | null): string {
  if (!url) return "";
  try {
    const parts = new URL(url).hostname.split(".").filter((part) => !/^(?:www\d?|m|amp|en|news|edition)$/.test(part));
    return parts[0] ?? "";
  } catch {
    return "";
  }
}

/**
 * The page title without the site's name, where `headlines` (the page's main headings) or the separators tell which part is which;
 * and the part that was left out.
 */
export function splitTitle(titleTag: string, headlines: readonly string[]): { readonly title: string; readonly rest: string | null } {
  const whole = fold(titleTag);
  for (const headline of headlines) {
    const h = fold(headline);
    if (h.length < 8 || words(h).length < 2) continue;
    const at = whole.toLowerCase().indexOf(h.toLowerCase());
    if (at < 0) continue;
    const rest = fold(`${whole.slice(0, at)} ${whole.slice(at + h.length)}`).replace(/^[\s|•·»«–—\-~:]+|[\s|•·»«–—\-~:]+$/gu, "");
    return { title: h, rest: rest || null };
  }
  const cuts = [...whole.matchAll(/\s+[|•·»«–—\-~]+\s+|\s*[|»]\s*/gu)];
  const last = cuts[cuts.length - 1];
  if (!last) return { title: whole, rest: null };
  const head = whole.slice(0, last.index);
  const tail = whole.slice(last.index + last[0].length);
  // The longer part is the headline; a site has few words.
  return words(head).length >= words(tail).length ? { title: head, rest: tail || null } : { title: tail, rest: head || null };
}

/** Labels that stand beside the outlet's name and are not it. */
const GENERIC =
  /^(?:press releases?|news|top stories|latest(?: news)?|home(?:page)?|articles?|stories|rss(?: feed)?|feed|all news|headlines)$/i;

/**
 * The part of a feed's or page's name that names the outlet: the one most like the host, else the `fallback` one
 * (feeds begin with the outlet's name, titles of pages end with it).
 */
export function siteName(name: string, url: string | null, fallback: "first" | "last"): string {
  const label = key(hostLabel(url));
  const all = fold(name).split(SEPARATOR).map(fold).filter(Boolean);
  const parts = all.filter((part) => !GENERIC.test(part));
  if (parts.length <= 1) return parts[0] ?? fold(name);
  const like = (part: string): number => {
    const own = key(part);
    if (!own || !label) return 0;
    return own === label ? 3 : label.includes(own) || own.includes(label) ? 2 + own.length / 100 : 0;
  };
  const start = fallback === "first" ? parts[0]! : parts[parts.length - 1]!;
  return parts.reduce((best, part) => (like(part) > like(best) ? part : best), start);
}

/** A name in capitals with its words in title case; others, and words that can only be acronyms, unchanged. */
export function uncapitalise(name: string): string {
  if (/\p{Ll}/u.test(name) || !/\p{Lu}{2}/u.test(name) || /^\S{1,5}$/u.test(name)) return name;
  return name.replace(/\p{L}[\p{L}\p{M}]*(?:['’]S\b)?/gu, (word, at: number) => {
    if (!/[AEIOUYÀ-Þ]/u.test(word)) return word;
    const lower = word.toLowerCase();
    return at > 0 && /^(?:of|the|and|in|for|on|at|to|de|la|du|des|et|und|der)$/.test(lower) ? lower : word[0]! + lower.slice(1);
  });
}

/** Words that show that a "name" is a desk, an outlet or a role. */
const NO_PERSON =
  /\b(?:staff|desk|desk\d+|newsroom|team|editors?|editorial|board|agenc(?:y|ies)|press|office|bureau|news|service|services|admin|administrator|webmaster|web|online|correspondents?|reporters?|writers?|media|associated|reuters|afp|department|ministry|guest|contributors?|author|www|com|http|https|inc|llc|ltd|redaktion|rédaction|redacción|redazione|home|view|all|posts|by|am|pm|updated|published|posted|follow|email|share|facebook|twitter|reddit|linkedin|tumblr|whatsapp|more|filed|under|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|june|july|august|september|october|november|december)\b|\d|@|\//iu;

const isPerson = (name: string): boolean => {
  const n = words(name).length;
  return (
    n >= 1 &&
    n <= 6 &&
    name.length <= 60 &&
    /\p{L}{2}/u.test(name) &&
    !NO_PERSON.test(name) &&
    /^[\p{L}\p{M}\s.,'’()“”"-]+$/u.test(name) &&
    // One word in capitals is an agency or a degree.
    !/^\p{Lu}{2,6}$/u.test(name) &&
    // An acronym beside lower-case words is an office: “PIO Delhi”.
    !(/\p{Ll}/u.test(name) && /(?<!\p{L})\p{Lu}{3,}(?!\p{L})/u.test(name)) &&
    /\p{Lu}|[\p{Lo}]/u.test(name)
  );
};

/** Whether a name is the outlet's, or begins it. */
function isOutlet(name: string, site: string | null): boolean {
  const bare = (text: string): string => key(text).replace(/^the/, "");
  return bare(name).length >= 4 && site !== null && bare(site).startsWith(bare(name));
}

/** The persons named in bylines such as `By ANN LEE and TOM OKAFOR-REYES, staff writers`, in order, each once. */
export function persons(bylines: readonly string[], site: string | null): string[] {
  const found: string[] = [];
  const taken = new Set<string>(site ? [key(site)] : []);
  for (const byline of bylines) {
    const bare = fold(byline)
      .split(/\s(?:on|at)\s(?=[\p{Lu}\d])/u)[0]!
      .replace(/^(?:written by|reported by|posted by|story by|text by|by|von|par|por|di|door|av)\s*:?\s+/i, "");
    for (const part of bare.split(/\s*[;|•·]\s*|\s*,\s*|\s+(?:and|und|et|y|&)\s+/iu)) {
      const name = uncapitalise(
        fold(part)
          .replace(/^(?:and|by)\s+/i, "")
          .replace(/[\s–—-]+$/u, ""),
      );
      if (!isPerson(name) || taken.has(key(name)) || isOutlet(name, site)) {
        // What follows the first word that is no person (a role, an outlet) belongs to it.
        if (found.length > 0 && !taken.has(key(name))) break;
        continue;
      }
      taken.add(key(name));
      found.push(name);
    }
  }
  return found;
}

/** `A`, `A and B`, `A, B and C`; null for none. */
export function joinNames(names: readonly string[]): string | null {
  if (names.length === 0) return null;
  return names.length === 1 ? names[0]! : `${names.slice(0, -1).join(", ")} and ${names[names.length - 1]}`;
}
