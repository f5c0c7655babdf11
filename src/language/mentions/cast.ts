// Cast: the persons and bodies a text has named so far, so that a surname, a part of a name or an acronym finds them again.
import type { ActorRef, OfficeRole } from "../../model/index.ts";
import { genderOfGivenName } from "../coreference/given-names.ts";
import { slug } from "./slug.ts";

export interface Member {
  readonly ref: ActorRef;
  /** Lower-case words of all forms of the name in the text. */
  readonly names: Set<string>;
  /** Last word of the longest form. */
  family: string;
  /** Titles stated in the text, lower case. */
  readonly titles: Set<string>;
  readonly roles: Set<OfficeRole>;
  gender: "m" | "f" | null;
  /** Position in the text (a running number) of the latest mention. */
  seen: number;
}

const SUFFIX = /^(?:jr|sr|ii|iii|iv|v|mp|kc|qc)\.?$/i;
const FEMALE_TITLE = /\b(?:queen|princess|spokeswoman|chairwoman|congresswoman|first lady|duchess|empress|baroness)\b/;
const MALE_TITLE = /\b(?:king|prince|spokesman|chairman|congressman|duke|emperor|pope|sultan|emir|sheikh)\b/;

/** Words of a name without initials and suffixes. */
export function nameWords(name: string): string[] {
  return name.split(/[\s,]+/).filter((w) => w !== "" && !SUFFIX.test(w) && !/^\p{Lu}\.?$/u.test(w));
}

/** A name as printed, with the given name first: `ISHIBA Shigeru` is turned, other orders are left as they stand. */
export function printedName(name: string): string {
  const words = name.split(/\s+/);
  const caps = words.map((w) => w.length > 1 && /\p{Lu}/u.test(w) && w === w.toUpperCase() && !w.includes("."));
  if (words.length < 2 || !caps[0] || caps.every(Boolean)) return name;
  const family = words.filter((_, i) => caps[i]).map((w) => w.charAt(0) + w.slice(1).toLowerCase());
  return [...words.filter((_, i) => !caps[i]), ...family].join(" ");
}

export class Cast {
  readonly #byId = new Map<string, Member>();
  readonly #byWord = new Map<string, Member[]>();
  #clock = 0;
  #recent: string[] = [];

  /** Ids met so far, most recent first, at most twelve. */
  get recent(): readonly string[] {
    return this.#recent;
  }

  member(id: string): Member | null {
    return this.#byId.get(id) ?? null;
  }

  get members(): Iterable<Member> {
    return this.#byId.values();
  }

  /** Notes that an actor was mentioned. */
  touch(id: string): void {
    if (this.#recent[0] !== id) this.#recent = [id, ...this.#recent.filter((x) => x !== id)].slice(0, 12);
    const member = this.#byId.get(id);
    if (member) member.seen = ++this.#clock;
  }

  /** Adds a person under a form of the name; a known id gets the form as one more. */
  enter(ref: ActorRef, name: string, title: string | null, role: OfficeRole | null, gender: "m" | "f" | null): Member {
    let member = this.#byId.get(ref.id);
    const words = nameWords(name);
    if (!member) {
      member = {
        ref,
        names: new Set(),
        family: words.at(-1)?.toLowerCase() ?? "",
        titles: new Set(),
        roles: new Set(),
        gender: null,
        seen: 0,
      };
      this.#byId.set(ref.id, member);
    }
    for (const word of [...words, ...nameWords(ref.name)]) {
      const key = word.toLowerCase();
      if (member.names.has(key)) continue;
      member.names.add(key);
      const list = this.#byWord.get(key);
      if (list) list.push(member);
      else this.#byWord.set(key, [member]);
    }
    if (title) member.titles.add(title.toLowerCase());
    if (role) member.roles.add(role);
    const given = nameWords(ref.name)[0];
    const fromTitle = title ? (FEMALE_TITLE.test(title.toLowerCase()) ? "f" : MALE_TITLE.test(title.toLowerCase()) ? "m" : null) : null;
    member.gender ??= gender ?? fromTitle ?? (given && nameWords(ref.name).length > 1 ? genderOfGivenName(given) : null);
    return member;
  }

  /** The person a part of a name (or the whole) means here: every word must be one of the person's; the latest mentioned wins. Null when nobody fits. */
  find(name: string): Member | null {
    const words = nameWords(name).map((w) => w.toLowerCase());
    const first = words[0];
    if (first === undefined) return null;
    let best: Member | null = null;
    for (const member of this.#byWord.get(words.at(-1)!) ?? []) {
      if (!words.every((w) => member.names.has(w))) continue;
      if (!best || rank(member, words) > rank(best, words)) best = member;
    }
    return best;
  }
}

/** A family name beats a given name, then the latest mention wins. */
function rank(member: Member, words: readonly string[]): number {
  return (words.length > 1 || member.family === words[0] ? 1e9 : 0) + member.seen;
}

/** A person that no table has, for the time of the text. */
export function provisionalPerson(name: string, state: string | null): ActorRef | null {
  const printed = printedName(name);
  const id = slug(printed);
  if (!id) return null;
  return { id: `person:${id}`, name: printed, ...(state ? { state } : {}) };
}
