// Which passages belong to the two sides: all of a short text about their meeting, elsewhere what names the other side.
import type { StoredClaim } from "../ledger/index.ts";
import { type ActorRef, actorKind, principal } from "../model/index.ts";
import { type Context, sideOf, tellsOfMeeting } from "./context.ts";
import { familyName } from "./naming.ts";
import { sentenceOf } from "./sentences.ts";
import { namePattern } from "./words.ts";

/** A text of more UTF-16 units speaks of many things: 12,000 are about 2,000 words, longer than nine in ten reports of a meeting. */
const LONG = 12_000;

const PATTERNS = new WeakMap<Context, readonly [RegExp, RegExp]>();

/** Names by which texts speak of each side and of who meets for it. */
export function sidePatterns(context: Context): readonly [RegExp, RegExp] {
  const known = PATTERNS.get(context);
  if (known) return known;
  const of = (side: string): RegExp => {
    const persons = context.meeting.participants.filter((actor) => actorKind(actor.id) === "person" && principal(actor) === side);
    const names = [
      context.names.shortName(side),
      context.names.adjective(side),
      context.names.actor(side)?.name ?? "",
      ...persons.map((actor) => familyName(context, actor)),
    ];
    const all = [...new Set(names.filter((name) => name.length > 1))].map(namePattern);
    return new RegExp(`(?<![\\p{L}])(?:${all.join("|")})(?![\\p{L}])`, "u");
  };
  const patterns = [of(context.sides[0]), of(context.sides[1])] as const;
  PATTERNS.set(context, patterns);
  return patterns;
}

/** Whether a document speaks of this meeting, or gives a figure that the two sides are apart on. */
export function isAbout(context: Context, document: string): boolean {
  const gaps = context.gaps.flatMap(({ a, b }) => [...a.claims, ...b.claims]);
  return tellsOfMeeting(context, document) || gaps.some((stored) => stored.document === document);
}

/** Whether what a side says or does there concerns the other: it names it or is addressed to it, or the text is about their meeting and short. */
export function concernsBoth(context: Context, stored: StoredClaim, holders: readonly ActorRef[], toward: readonly ActorRef[]): boolean {
  const sides = new Set([...holders, ...toward].map((actor) => sideOf(context, actor)));
  if (sides.has("a") && sides.has("b")) return true;
  const long = (context.byId.get(stored.document)?.text.length ?? 0) > LONG;
  if (!long && isAbout(context, stored.document)) return true;
  const sentence = sentenceOf(context, stored).quote;
  return sidePatterns(context).every((pattern, index) => sides.has(index === 0 ? "a" : "b") || pattern.test(sentence));
}
