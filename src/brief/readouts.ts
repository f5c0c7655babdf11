// Readouts: after the meeting, what each side's own account says of an item, how strongly, and what only one of them says.
import { actorKind, type Document, dayNumber, type Evidence, evidenceOf, isCalendarDate, principal } from "../model/index.ts";
import type { BriefFacts } from "./briefing.ts";
import { type Context, tellsOfMeeting } from "./context.ts";
import { type Rung, rungOf } from "./ladder.ts";
import { contentWords } from "./merge.ts";
import { familyName } from "./naming.ts";
import { sidePatterns } from "./relevance.ts";
import { sentencesOf } from "./sentences.ts";
import { isCourtesy } from "./speech.ts";
import { countWords, dayOf, namePattern, plain } from "./words.ts";

type Side = "a" | "b";

/** A sentence of a readout, with a short one that hangs on it: “… exchanged views. No figure was set.” */
export interface Said {
  readonly document: string;
  readonly sentence: Evidence;
  readonly rung: Rung | null;
}

/** An item of one account or of both. `differs` where both have it, with another verb or another number. */
export interface ReadoutItem {
  readonly a: Said | null;
  readonly b: Said | null;
  readonly differs: boolean;
}

const JOINT = /\bjoint\b/i;
/** Words that open a talk, and words of parting: no item. */
const FRAME = /\b(?:met|meets|received|receives|welcomed|hosted|held a (?:summit|meeting)|remain in (?:close )?(?:contact|touch))\b/i;
/** Names of offices and persons and the verbs of readouts say nothing of the item. */
const COMMON = contentWords(
  "leaders two sides both countries president prime minister chancellor government governments must done meeting talks today views discussed exchanged agreed underscored stressed welcomed reaffirmed condemned called will would year",
);
/** Of the shorter sentence's words this share, and at least so many, are in both: one item. */
const SAME = { share: 0.34, words: 2 } as const;
const LENGTH = { least: 5, most: 60, tail: 6 } as const;

/** A report has speakers and sources; an account of one's own meeting has not. */
const REPORTED = /\b(?:said|told|according to|reporters|analysts?|sources?|officials?)\b/i;
/** Units of the longest text that is taken for an account without being marked as one, days after the meeting until it appears. */
const ACCOUNT = { length: 4_000, days: 3, sentences: 3 } as const;

/** Whether a document is a government's account of the meeting: marked as one, or short, of these days, and told in the verbs of readouts alone. */
function isAccount(context: Context, { id, kind, text, title, published }: Document): boolean {
  if (JOINT.test(title ?? "")) return false;
  const { start } = context.meeting;
  const after = start !== null && isCalendarDate(start) && published ? dayNumber(dayOf(published.value)) - dayNumber(start) : null;
  // what is published before the day announces the meeting
  if (after !== null && after < 0) return false;
  const ofTheseDays = after !== null && after <= ACCOUNT.days;
  if (!tellsOfMeeting(context, id) && !(ofTheseDays && tellsOfPersons(context, id))) return false;
  if (kind === "readout" || kind === "statement") return true;
  if (kind !== "news" || !ofTheseDays || text.length > ACCOUNT.length || REPORTED.test(text)) return false;
  const rungs = sentencesOf(context, id).map((span) => rungOf(text.slice(span.start, span.end)));
  const told = rungs.filter((rung) => rung !== null).length;
  return told >= ACCOUNT.sentences && told >= rungs.length / 2;
}

/** Whether a document tells of a meeting of the same persons that it gives no day: readouts say “met” and carry the day in their head. */
function tellsOfPersons(context: Context, document: string): boolean {
  const persons = new Set(context.meeting.participants.filter(({ id }) => actorKind(id) === "person").map(({ id }) => id));
  return (context.byDocument.get(document) ?? []).some(
    ({ claim }) => claim.kind === "meeting" && claim.start === null && claim.participants.filter(({ id }) => persons.has(id)).length >= 2,
  );
}

/** Without diacritics, which texts leave out: `Erdoğan`, `Erdogan`. */
const folded = (text: string): string => text.normalize("NFD").replace(/\p{M}/gu, "").replace(/ı/g, "i");

/** The side whose account a document is: that of who is named first, in its title or else its text; null for joint texts, reports and other meetings. */
function accountOf(context: Context, document: Document): Side | null {
  if (!isAccount(context, document)) return null;
  const leaders = leaderPatterns(context);
  for (const [patterns, words] of [
    [leaders, document.title],
    [leaders, document.text],
    [sidePatterns(context), document.site],
    [sidePatterns(context), document.title],
  ] as const) {
    const [a, b] = patterns.map((pattern) => folded(plain(words ?? "")).search(new RegExp(folded(pattern.source), "iu"))) as [
      number,
      number,
    ];
    if (a !== b) return b < 0 || (a >= 0 && a < b) ? "a" : "b";
  }
  return null;
}

/** Family names of who meets for each side. */
const leaderPatterns = (context: Context): readonly RegExp[] =>
  context.sides.map((side) => {
    const names = context.meeting.participants
      .filter((actor) => actorKind(actor.id) === "person" && principal(actor) === side)
      .map((actor) => namePattern(familyName(context, actor)));
    return names.length > 0 ? new RegExp(`(?<![\\p{L}])(?:${names.join("|")})(?![\\p{L}])`, "u") : /(?!)/u;
  });

const NUMBER = /\d[\d,.]*\d|\d/g;
const numbersOf = (text: string): readonly string[] => (plain(text).match(NUMBER) ?? []).map((number) => number.replace(/,/g, ""));

function saidIn(context: Context, document: Document): readonly Said[] {
  const spans = sentencesOf(context, document.id);
  const told: Said[] = [];
  for (const span of spans) {
    const sentence = evidenceOf(document.text, span);
    const words = countWords(sentence.quote);
    const last = told.at(-1);
    if (last && words <= LENGTH.tail && /^(?:No|None|Neither|Nothing)\b/.test(sentence.quote) && span.start - last.sentence.end < 3) {
      told[told.length - 1] = { ...last, sentence: evidenceOf(document.text, { start: last.sentence.start, end: span.end }) };
      continue;
    }
    if (words < LENGTH.least || words > LENGTH.most) continue;
    const rung = rungOf(sentence.quote);
    if (
      rung === null ||
      isCourtesy(sentence.quote) ||
      (FRAME.test(sentence.quote) && !/\d\s?(?:%|per|million|billion)/.test(sentence.quote) && isFrame(context, sentence.quote))
    )
      continue;
    told.push({ document: document.id, sentence, rung });
  }
  return told;
}

/** Whether a sentence only says that the two met. */
const isFrame = (context: Context, sentence: string): boolean =>
  itemWords(context, sentence).size < 4 || /\btoday\b|\bclose contact\b/i.test(sentence);

const NAMES = new WeakMap<Context, ReadonlySet<string>>();

/** The words of what a sentence is about: without the names of the sides, of who meets, and the verbs of readouts. */
function itemWords(context: Context, sentence: string): ReadonlySet<string> {
  let names = NAMES.get(context);
  if (!names) {
    const sides = context.sides.flatMap((side) => [
      context.names.shortName(side),
      context.names.adjective(side),
      context.names.actor(side)?.name ?? "",
    ]);
    names = contentWords([...sides, ...context.meeting.participants.map(({ name }) => name)].join(" "));
    NAMES.set(context, names);
  }
  return new Set([...contentWords(sentence)].filter((word) => !COMMON.has(word) && !names.has(word)));
}

/** How much two sentences speak of one item, 0 not at all. */
function closeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const shared = [...a].filter((word) => b.has(word)).length;
  const share = shared / Math.max(1, Math.min(a.size, b.size));
  return shared >= SAME.words && share >= SAME.share ? share : 0;
}

/** Verbs so many rungs apart say another thing; neighbours (“will”, “decided”) may be a matter of style. */
const STEPS = 2;

/** Whether two sentences on one item say it differently: verbs apart, or each a number that the other has not. */
function differs(a: Said, b: Said): boolean {
  const [left, right] = [numbersOf(a.sentence.quote), numbersOf(b.sentence.quote)];
  const apart = left.some((number) => !right.includes(number)) && right.some((number) => !left.includes(number));
  const rungs = a.rung && b.rung ? Math.abs(a.rung.rung - b.rung.rung) : Number(a.rung !== b.rung) * STEPS;
  return rungs >= STEPS || apart;
}

/** Items of the two sides' readouts in the order of side A's, then what only side B has; empty unless both sides have one. */
export function readoutItems(context: Context): readonly ReadoutItem[] {
  const accounts = (side: Side): readonly Document[] =>
    context.documents.map(({ document }) => document).filter((document) => accountOf(context, document) === side);
  const [ofA, ofB] = [accounts("a"), accounts("b")];
  // One publisher gives the account of one side.
  const publishers = new Set(ofA.map(({ id }) => context.sourceOf.get(id)));
  if (ofB.some(({ id }) => publishers.has(context.sourceOf.get(id)))) return [];
  const [a, b] = [ofA, ofB].map((documents) => documents.flatMap((document) => saidIn(context, document))) as [Said[], Said[]];
  if (a.length === 0 || b.length === 0) return [];
  const words = new Map([...a, ...b].map((said) => [said, itemWords(context, said.sentence.quote)] as const));
  const pairs = a
    .flatMap((left, i) => b.map((right, j) => ({ left, right, i, j, near: closeness(words.get(left)!, words.get(right)!) })))
    .filter(({ near }) => near > 0)
    .sort((x, y) => y.near - x.near || x.i - y.i || x.j - y.j);
  const match = new Map<Said, Said>();
  for (const { left, right } of pairs) {
    if (match.has(left) || match.has(right)) continue;
    match.set(left, right).set(right, left);
  }
  return [
    ...a.map((left): ReadoutItem => {
      const right = match.get(left) ?? null;
      return { a: left, b: right, differs: right !== null && differs(left, right) };
    }),
    ...b.filter((right) => !match.has(right)).map((right): ReadoutItem => ({ a: null, b: right, differs: false })),
  ];
}

/** The items as data: the side or sides that have each, and the rungs of their verbs. */
export function readoutFacts(context: Context): BriefFacts["readouts"] {
  return readoutItems(context).map(({ a, b }) => {
    const both = [a, b].filter((said) => said !== null);
    return {
      item: plain(both[0]!.sentence.quote),
      saidBy: a && b ? "both" : a ? "a" : "b",
      strengthA: a?.rung?.rung ?? null,
      strengthB: b?.rung?.rung ?? null,
      evidence: both.map(({ document, sentence }) => ({ document, ...sentence })),
    };
  });
}
