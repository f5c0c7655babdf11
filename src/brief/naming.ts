// How actors are printed: in full with the office at first mention, by family name afterwards, states by their short names.
import { type ActorRef, type Attribution, actorKind, principal } from "../model/index.ts";
import { type Context, publishedDay } from "./context.ts";
import { capitalise, plain } from "./words.ts";

/** `Shigeru Ishiba` → `Ishiba`; the table knows names that keep their own order. */
export function familyName(context: Context, person: ActorRef): string {
  const known = context.names.actor(person.id)?.family;
  if (known) return known;
  const words = plain(person.name).split(" ");
  return words[words.length - 1] ?? person.name;
}

/** The title a text puts before the family name (`Mr`, `Ms`), else none: nobody's gender is guessed. */
function honorific(context: Context, family: string): string {
  const escaped = family.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const pattern = new RegExp(`\\b(Mr|Ms|Mrs)\\.?\\s${escaped}(?![\\p{L}])`, "u");
  for (const { document } of context.documents) {
    const found = pattern.exec(document.text)?.[1];
    if (found) return `${found === "Mrs" ? "Ms" : found} `;
  }
  return "";
}

/** The adjective or name of a state, or of an organisation. */
export function principalName(context: Context, id: string): string {
  return /^[A-Z]{3}$/.test(id) ? context.names.shortName(id) : (context.names.actor(id)?.name ?? id);
}

export interface Naming {
  /** In full: `Shigeru Ishiba, Prime Minister of Japan` needs its own note; this is the name alone. */
  full(person: ActorRef): string;
  /** As a later mention: `Mr Ishiba`, `Japan`, `unnamed Japanese officials`. */
  later(actor: ActorRef): string;
  /** With the office in front the first time (`Defence Minister Rajnath Singh`), as a later mention afterwards. `on` is the day of the text. */
  titled(actor: ActorRef, on: string | null): string;
  /** `Mr Ishiba’s` */
  possessive(actor: ActorRef): string;
  /** `, an unnamed official says`; empty without a speaker, or where the speaker is the subject itself. */
  says(attribution: Attribution | null, document: string, subject: ActorRef | null): string;
}

/** Names for one brief. Who was mentioned before is remembered in order of composition, which is the order of print. */
export function createNaming(context: Context): Naming {
  const mentioned = new Set(context.meeting.participants.map(({ id }) => id));
  const honorifics = new Map<string, string>();

  const later = (actor: ActorRef): string => {
    const kind = actorKind(actor.id);
    if (kind === "state") return context.names.shortName(actor.id);
    if (kind === "group") return unnamed(actor.name);
    if (kind === "organ") return withArticle(plain(actor.name));
    if (kind !== "person") return plain(actor.name);
    const family = familyName(context, actor);
    if (!honorifics.has(family)) honorifics.set(family, honorific(context, family));
    return `${honorifics.get(family)}${family}`;
  };
  const titled = (actor: ActorRef, on: string | null): string => {
    if (actorKind(actor.id) !== "person" || mentioned.has(actor.id)) return later(actor);
    mentioned.add(actor.id);
    const office = on ? context.names.officeOn(actor.id, on) : null;
    return office ? `${office.title} ${plain(actor.name)}` : plain(actor.name);
  };
  return {
    full: (person) => plain(person.name),
    later,
    titled,
    possessive: (actor) => `${later(actor)}’s`,
    says: (attribution, document, subject) => {
      if (!attribution) return "";
      const { actor, named, text } = attribution;
      if (subject && actor && actor.id === subject.id) return "";
      if (!named || (actor && actorKind(actor.id) === "group")) return speakerClause(text);
      if (!actor) return `, ${plain(text)} ${isPlural(text) ? "say" : "says"}`;
      if (actorKind(actor.id) === "state" && subject && principal(subject) === actor.id) return "";
      return `, says ${titled(actor, publishedDay(context, document))}`;
    },
  };
}

/** `the Indian Commerce Ministry`, `the White House`. */
function withArticle(name: string): string {
  return /\b(?:Ministry|Department|Navy|Army|Force|Forces|Government|House|Office|Cabinet|Parliament|Treasury|Pentagon|Palace|Congress|Senate|Court|Commission|Agency|Council|government|ministry|navy|army)\b/.test(
    name,
  ) && !/^the\s/i.test(name)
    ? `the ${name}`
    : name;
}

const LEADING = /^(?:(?:the|a|an|some|several|one|another|other)\s+)+/i;

/** `Japanese officials` → `unnamed Japanese officials`; a count that the source gives stays: `two officials`. */
export function unnamed(words: string): string {
  const bare = plain(words).replace(LEADING, "");
  if (/^(unnamed|anonymous)\b/i.test(bare) || /^(two|three|four|five|six|seven|eight|nine|ten|\d+)\b/i.test(bare)) return bare;
  return `unnamed ${bare}`;
}

const SINGULAR_HEAD =
  /\b(official|officer|diplomat|aide|adviser|advisor|minister|spokesman|spokeswoman|spokesperson|source|person|envoy|negotiator|executive|analyst|man|woman)\b/i;

const PLURAL_HEAD =
  /\b(?:officials|officers|diplomats|aides|advisers|advisors|ministers|spokesmen|sources|people|persons|envoys|negotiators|executives|analysts|experts|lawmakers|leaders)\b/i;

/** The words up to what says more of the speaker: `two people` of `two people briefed on the talks`. */
const headOf = (words: string): string =>
  words.split(/\s(?:of|for|in|at|on|with|from|to|briefed|familiar|involved|close|who|that)\s/)[0] ?? words;

const isPlural = (text: string, words = headOf(text)): boolean => !SINGULAR_HEAD.test(words) && /\b\p{L}+s\b|\bpeople\b/iu.test(words);

const PRONOUN = /^(?:he|she|they|it|who|him|her|them|us|we|i|one|both|some|many|others|this|that)?$/i;

/** `, unnamed officials say`; `, an unnamed senior official says`. Pronouns name nobody and are left out. */
function speakerClause(text: string): string {
  const words = plain(text);
  if (PRONOUN.test(words.replace(LEADING, "").replace(/^of\s/, "")) || words === "") return "";
  // A ministry, a government or a side is no person who could be named.
  if (!SINGULAR_HEAD.test(headOf(words)) && !PLURAL_HEAD.test(headOf(words))) {
    const body = words.replace(LEADING, "");
    return `, the ${body} says`;
  }
  const speaker = unnamed(words);
  if (isPlural(speaker)) return `, ${speaker} say`;
  return `, ${/^unnamed/.test(speaker) ? "an " : ""}${speaker} says`;
}

/** An unnamed speaker as the head of a quotation: `Senior administration official`. */
export const speakerHead = (words: string): string =>
  capitalise(
    plain(words)
      .replace(LEADING, "")
      .replace(/^unnamed /i, ""),
  );
