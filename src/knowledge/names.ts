// Names of persons: which words of a text can mean which person, across orders, initials, particles, nicknames and romanisations.
import { fold, keysOf, tokenise, within } from "./forms.ts";
import type { PersonRow } from "./tables.ts";

/** English short forms that the press and registers use for each other. */
const NICKNAMES: readonly (readonly string[])[] = [
  ["joe", "joseph"],
  ["mike", "michael"],
  ["tony", "antony", "anthony"],
  ["bill", "william", "will"],
  ["bob", "robert", "rob", "bobby"],
  ["jim", "james", "jimmy"],
  ["tom", "thomas"],
  ["liz", "elizabeth"],
  ["dave", "david"],
  ["dan", "daniel"],
  ["don", "donald"],
  ["ed", "edward", "ted"],
  ["chris", "christopher"],
  ["steve", "steven", "stephen"],
  ["alex", "alexander", "aleksandr", "alexandre", "aleksander", "alyaksandr"],
  ["nick", "nicholas"],
  ["matt", "matthew"],
  ["ben", "benjamin", "binyamin"],
  ["sam", "samuel"],
  ["jake", "jacob"],
  ["kate", "katherine", "catherine", "katharine"],
  ["sergei", "sergey", "serhii", "serhiy"],
  ["andrei", "andrey", "andriy", "andrii"],
  ["yuri", "yuriy", "yury"],
  ["muhammad", "mohammed", "mohammad", "mohamed", "mahmud", "mehmed", "muhammed"],
  ["abdullah", "abdallah"],
  ["ahmed", "ahmad"],
  ["hussein", "husayn", "hossein", "husain", "hossain"],
  ["volodymyr", "vladimir", "wladimir"],
  ["viktor", "victor"],
  ["dmitry", "dmitri", "dmytro", "dmitriy"],
  ["khalid", "khaled"],
  ["yusuf", "youssef", "yousef"],
  ["ron", "ronald"],
  ["greg", "gregory"],
  ["andy", "andrew"],
  ["pete", "peter"],
  ["marty", "martin"],
  ["jeff", "jeffrey"],
  ["vicky", "victoria"],
  ["ric", "richard", "rick", "dick"],
];
const SAME = new Map<string, ReadonlySet<string>>();
for (const group of NICKNAMES) {
  const set = new Set(group);
  for (const name of group) SAME.set(name, set);
}

/** Whether a given name, by its key, is one of those that English short forms share: many bear it. */
export const isCommonGiven = (key: string): boolean => SAME.has(key);

/** Parts of names that may be missing on either side. */
export const PARTICLES: ReadonlySet<string> = new Set(
  "al el de del della di da dos das du von van der den la le bin ibn bint ben abu ould jr sr ii iii iv junior senior y e the st zu ter ten af 3rd sheikh shaikh sheikha sayyid sayed".split(
    " ",
  ),
);

/** The keys of a person's name without courtesies, commas and initials' stops. */
export function nameKeys(name: string): readonly string[] {
  return keysOf(tokenise(name)).keys.filter((k) => k !== "," && k !== "'s");
}

/** Whether two words of names can be the same: equal, an initial of the other, a nickname, or a near spelling (≤ 1 edit from 5 letters, ≤ 2 from 7). */
export function sameNameWord(a: string, b: string): boolean {
  if (a === b) return true;
  const sameStart = a.charCodeAt(0) === b.charCodeAt(0);
  if (a.length === 1 || b.length === 1) return sameStart;
  const short = Math.min(a.length, b.length);
  const limit = short >= 7 ? 2 : short >= 5 ? 1 : 0;
  return (sameStart && limit > 0 && within(a, b, limit)) || SAME.get(a)?.has(b) === true;
}

/** How well the words of a text fit a person: 0 not at all, 1 as a family name alone, up to 4 all words equal. */
export function nameFit(text: readonly string[], person: PersonWords): number {
  const core = text.filter((w) => !PARTICLES.has(w));
  if (core.length === 0) return 0;
  let best = 0;
  for (const variant of person.variants) best = Math.max(best, fitVariant(core, variant, person.family));
  return best;
}

export interface PersonWords {
  readonly row: PersonRow;
  readonly family: readonly string[];
  readonly variants: readonly (readonly string[])[];
}

/** A person's words, prepared for comparison. */
export function personWords(row: PersonRow): PersonWords {
  const core = (name: string): readonly string[] => nameKeys(name).filter((w) => !PARTICLES.has(w));
  const variants = [row.name, ...row.aliases].map(core).filter((v) => v.length > 0);
  return { row, family: core(row.family), variants };
}

function fitVariant(text: readonly string[], variant: readonly string[], family: readonly string[]): number {
  let equal = 0;
  let missing = 0;
  let full = 0;
  const used = new Set<number>();
  let familyHit = false;
  // A full word that only an initial answers to: “George Soros” is no Kenneth S. George, “Walker Bush” no George W. Bush.
  let loose = false;
  for (const word of text) {
    let hit = -1;
    for (let i = 0; i < variant.length; i += 1) {
      if (used.has(i) || !sameNameWord(word, variant[i]!)) continue;
      hit = i;
      if (variant[i] === word) break;
    }
    if (hit < 0) {
      missing += 1;
      continue;
    }
    used.add(hit);
    if (variant[hit] === word) equal += 1;
    if (word.length > 1 && variant[hit]!.length > 1) full += 1;
    else if (word.length > 1) loose = true;
    if (word.length > 1 && family.some((f) => f.length > 1 && sameNameWord(f, word))) familyHit = true;
  }
  if (used.size === 0) return 0;
  if (text.length === 1) return familyHit ? 1 : variant.length === 1 ? 3 : 0;
  if (!familyHit && (family.length > 0 || full < 2)) return 0;
  if (loose && full < 2 && variant.some((word, i) => !used.has(i) && word.length > 1)) return 0;
  if (missing === 0) return equal === text.length ? 4 : 2 + equal / text.length;
  // Words left over on both sides are different names: Cho Tae-yong is not Cho Tae-yul.
  if (variant.some((word, i) => !used.has(i) && word.length > 1)) return 0;
  // Middle names and second family names that the table lacks do not count against two full words that agree.
  return full >= 2 && missing <= text.length - 2 ? 2 + equal / text.length : 0;
}

/** Whether a word of the text can be the person's family name, or the person has one name only: without it `nameFit` is 0. */
export function familyFits(text: readonly string[], person: PersonWords): boolean {
  if (person.family.length === 0 || person.variants.some((v) => v.length === 1)) return true;
  return person.family.some((f) => text.some((w) => w.length > 1 && sameNameWord(f, w)));
}

/** First letters that a word of a text must have to be the person's family name in any of its forms; `*` where any word may do. */
export function familyLetters(row: PersonRow): ReadonlySet<string> {
  const family = nameKeys(row.family).filter((w) => !PARTICLES.has(w));
  const single = [row.name, ...row.aliases].some((name) => nameKeys(name).filter((w) => !PARTICLES.has(w)).length === 1);
  if (family.length === 0 || single) return new Set("*");
  return new Set(family.flatMap((f) => [f[0]!, ...[...(SAME.get(f) ?? [])].map((other) => other[0]!)]));
}

/** The family name in the spellings that a person's names have, without an article, and names of one word: `Zelensky`, `Sharaa`, `Lula`. */
export function familySpellings(row: Pick<PersonRow, "name" | "family" | "aliases">): ReadonlySet<string> {
  const out = new Set<string>([row.family]);
  const size = row.family.split(" ").length;
  for (const name of [row.name, ...row.aliases]) {
    const words = name.split(" ");
    const last = words.slice(-size).join(" ");
    if (words.length === 1 || sameNameWord(fold(last), fold(row.family))) out.add(last);
  }
  for (const surface of [...out]) out.add(surface.replace(/^(al|Al|el|El)[- ]/, ""));
  return out;
}

/** `Ishiba Shigeru` for `Shigeru Ishiba`, by the family name. */
export function otherOrder(name: string, family: string): string | null {
  const words = name.split(" ");
  const parts = family.split(" ");
  const key = fold(family);
  if (words.length <= parts.length) return null;
  if (fold(words.slice(-parts.length).join(" ")) === key) return [...parts, ...words.slice(0, -parts.length)].join(" ");
  if (fold(words.slice(0, parts.length).join(" ")) === key)
    return [...words.slice(parts.length), ...words.slice(0, parts.length)].join(" ");
  return null;
}

/** States whose persons' names are written with the family name first. */
export const FAMILY_FIRST: ReadonlySet<string> = new Set(["CHN", "PRK", "KOR", "TWN", "VNM", "KHM"]);

/** The family name within a name in the order its country's press uses. */
export function familyOf(name: string, state: string): string {
  const words = name.replace(/,? (?:Jr\.?|Sr\.?|II|III|IV)$/, "").split(" ");
  if (words.length === 1) return words[0]!;
  if (FAMILY_FIRST.has(state)) return words[0]!;
  const particle = words.findIndex(
    (w, i) => i > 0 && /^(de|del|della|di|da|dos|von|van|der|den|la|le|bin|al|el|Al|El|Le|La|De|Di|Van|Von)$/.test(w),
  );
  if (particle > 0 && particle >= words.length - 3) return words.slice(particle).join(" ");
  return words.at(-1)!;
}
