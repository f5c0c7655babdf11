// Section 0: who, where, when and how the date was read, the cut-off, the sources.
import type { MeetingRecord, StoredClaim } from "../../ledger/index.ts";
import { type ActorRef, actorKind, evidenceOf, type MeetingClaim } from "../../model/index.ts";
import { type Context, pointer, pointers, publishedDay } from "../context.ts";
import { type Cite, type DraftLine, type DraftSegment, each, group, line, type Pointer, say, strong, type TableDraft } from "../draft.ts";
import { principalName } from "../naming.ts";
import { sitesOf, sourceRemarks } from "../remarks.ts";
import { dayOf, listWords, numberWord, plain, printCutOff, printDate, printDays } from "../words.ts";
import type { Kit, SectionWriter } from "./kit.ts";

/** All meeting claims of the occasion, in order of print of their documents. */
export function occasionClaims(context: Context): readonly StoredClaim<MeetingClaim>[] {
  const order = new Map(context.documents.map(({ document }, index) => [document.id, index] as const));
  return context.occasion
    .flatMap((record: MeetingRecord) => record.claims)
    .filter(({ document }) => order.has(document))
    .sort((a, b) => (order.get(a.document) ?? 0) - (order.get(b.document) ?? 0));
}

export interface PersonWords {
  readonly text: string;
  readonly cite: Cite | null;
  readonly since: { readonly text: string; readonly cite: Cite } | null;
}

/** A participant with the office on the day; the office is noted from the texts when they state it, else from the table of offices. */
export function personWords({ context, naming }: Kit, person: ActorRef): PersonWords {
  const claims = occasionClaims(context).filter(({ claim }) => claim.participants.some(({ id }) => id === person.id));
  const term = context.day ? context.names.officeOn(person.id, context.day) : null;
  if (!term) {
    const stated = statedTitle(context, person);
    return stated
      ? { text: `${naming.full(person)}, ${stated.title}`, cite: each([...pointers(claims), ...stated.pointers]), since: null }
      : { text: naming.full(person), cite: each(pointers(claims)), since: null };
  }
  const stating = claims.filter(({ claim }) => claim.evidence[0]!.quote.toLowerCase().includes(term.title.toLowerCase()));
  const state = fullStateName(context, term.state);
  const title = `${naming.full(person)}, ${term.title}${new RegExp(`\\b${state}\\b`).test(term.title) ? "" : ` of ${withArticle(state)}`}`;
  const row: TableDraft = {
    text: `${naming.full(person)}: ${term.title}, ${term.state}, from ${term.from ?? "not known"} to ${term.to ?? "not known"}`,
    source: term.source,
  };
  const since =
    term.from && context.day && isRecent(term.from, context.day) ? { text: `since ${printDate(term.from)}.`, cite: each([], [row]) } : null;
  return { text: title, cite: stating.length > 0 ? each(pointers(stating)) : each(pointers(claims), [row]), since };
}

const TITLES =
  "President|Prime Minister|Chancellor|King|Queen|Emperor|Crown Prince|Emir|Sultan|Taoiseach|Premier|Foreign Minister|Defence Minister|Defense Minister|Secretary of State|Secretary-General";

/** The office that a text puts before the name, for persons whom the table of offices does not have. */
export function statedTitle(context: Context, person: ActorRef): { readonly title: string; readonly pointers: readonly Pointer[] } | null {
  const name = plain(person.name).replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const pattern = new RegExp(`((?:(?:former|late) |ex-)?(?:${TITLES})),? ${name}(?!\\p{L})`, "u");
  for (const { document } of context.documents) {
    const found = pattern.exec(document.text);
    if (!found) continue;
    const span = { start: found.index, end: found.index + found[0].length };
    return {
      title: found[1]!.replace(/^ex-/, "former "),
      pointers: [{ document: document.id, evidence: evidenceOf(document.text, span) }],
    };
  }
  return null;
}

/** Somebody new in office: within a year before the day. */
const isRecent = (from: string, day: string): boolean => Number(day.slice(0, 4)) - Number(from.slice(0, 4)) <= 1;

export function fullStateName(context: Context, state: string): string {
  return context.names.actor(state)?.name ?? principalName(context, state);
}

/** `the United States`, `Japan`. */
export function withArticle(name: string): string {
  return /^(United|Netherlands|Philippines|Maldives|Bahamas|Gambia|Czech Republic|Dominican Republic|Central African|European Union|African Union|Democratic Republic|Republic)/.test(
    name,
  )
    ? `the ${name}`
    : name;
}

/** The persons who meet, else the sides themselves. */
export function participantsOf(context: Context): readonly ActorRef[] {
  const persons = context.meeting.participants.filter(({ id }) => actorKind(id) === "person");
  return persons.length > 0 ? persons : context.meeting.participants;
}

function whoLine(kit: Kit): DraftLine {
  const persons = participantsOf(kit.context);
  const segments = persons.flatMap((person, index): DraftSegment[] => {
    const { text, cite } = personWords(kit, person);
    const last = index === persons.length - 1;
    return [say(`${index > 0 && last ? "and " : ""}${text}${last ? "" : ","}`, cite)];
  });
  return line([strong("Who."), ...segments]);
}

/** Distinct places with the sources that name each; a place inside a longer one (`Hyderabad House` in `Hyderabad House, New Delhi`) is the same. */
function whereLine(context: Context): DraftLine | null {
  const places: { name: string; claims: StoredClaim<MeetingClaim>[] }[] = [];
  for (const stored of occasionClaims(context)) {
    const name = stored.claim.place ? plain(stored.claim.place) : null;
    if (name === null) continue;
    const known = places.find((place) => place.name.includes(name) || name.includes(place.name));
    if (!known) places.push({ name, claims: [stored] });
    else {
      known.claims.push(stored);
      if (name.length > known.name.length) known.name = name;
    }
  }
  if (places.length === 0) return null;
  const segments = places.map(({ name, claims }, index) => say(index < places.length - 1 ? `${name},` : name, each(pointers(claims))));
  return line([strong("Where."), ...segments]);
}

/** The day or days; a month that no text names (`the autumn`) in the words it was read from. */
function daysOf(context: Context): string {
  const { start, end } = context.meeting;
  if (start === null) return "";
  const printed = printDays(start, end);
  if (!/^\d{4}-\d{2}$/.test(start)) return printed;
  const read = occasionClaims(context).flatMap(({ claim }) => (claim.start === start && claim.dateText ? [plain(claim.dateText)] : []));
  const [first] = read;
  return first === undefined || read.some((words) => printed.startsWith(words.split(" ")[0]!.slice(0, 3)) || /month/i.test(words))
    ? printed
    : `“${first}” ${start.slice(0, 4)}`;
}

const STATUS = { planned: "planned", held: "held", proposed: "proposed", cancelled: "cancelled", postponed: "postponed" } as const;

/** The day with the words it was read from, one example a day of publication. */
function whenLine(context: Context): DraftLine {
  const { start, status } = context.meeting;
  const words = start ? `${daysOf(context)}, ${STATUS[status]}` : `Day not stated, ${STATUS[status]}`;
  const seen = new Set<string>();
  const read = occasionClaims(context).filter(({ claim }) => {
    const text = claim.dateText ? plain(claim.dateText) : null;
    if (text === null || claim.start === null || seen.has(text.toLowerCase()) || !agrees(context.meeting, claim)) return false;
    seen.add(text.toLowerCase());
    return true;
  });
  const shown = read.slice(0, 3);
  const segments = shown.map((stored, index) => {
    const day = publishedDay(context, stored.document);
    const kind = context.byId.get(stored.document)?.kind;
    const of = [...(kind === "correction" ? ["correction"] : []), ...(day ? [printDate(day, { year: false })] : [])].join(", ");
    const joint = index === 0 ? "Read from " : index === shown.length - 1 ? "and " : "";
    const comma = index < shown.length - 2 ? "," : index === shown.length - 1 ? "." : "";
    return say(`${joint}“${plain(stored.claim.dateText ?? "")}”${of ? ` (${of})` : ""}${comma}`, each([pointer(stored)]));
  });
  const base = occasionClaims(context).filter(({ claim }) => agrees(context.meeting, claim));
  const stop = shown.length > 0 ? say(`${words}.`) : say(words, each(pointers(base)));
  const open = context.contradictions.find(({ type, resolved }) => type === "date" && resolved === null);
  const differ = open ? [say("Sources differ, see 9.")] : [];
  return line([strong("When."), stop, ...segments, ...differ]);
}

const agrees = (meeting: MeetingRecord, claim: MeetingClaim): boolean =>
  claim.start !== null && (claim.start === meeting.start || claim.start === meeting.end);

function sourcesLine(context: Context, input: string): DraftLine {
  const { sources, documents } = context;
  const texts = `${sources.length} independent ${sources.length === 1 ? "source" : "sources"} in ${documents.length} ${documents.length === 1 ? "text" : "texts"}`;
  const why = sourceRemarks(context);
  const label = context.asOf ? `As of ${printCutOff(context.asOf)}.` : "Sources.";
  const past = context.past ? "The day of the meeting, which is over. " : "";
  return line([strong(label), say(`${past}${texts}${why.length > 0 ? `: ${why.join("; ")}` : ""}. Input sha256 ${input.slice(0, 12)}.`)]);
}

export function headerSection(kit: Kit, input: string): ReturnType<SectionWriter> {
  const { context } = kit;
  const where = whereLine(context);
  const many = context.sources.length > 1;
  const legend = [
    "A note stands after the words it supports: source, point, passage.",
    many ? "Regular: single source; bold: two or more. +: taken together." : "+: taken together.",
    `${many ? "Source numbers" : "A source number"} without a point: looked for in ${many ? "every text" : "the whole text"}, not found.`,
    "T: table of offices, not counted.",
  ].join(" ");
  const lines = [
    whoLine(kit),
    ...(where ? [where] : []),
    whenLine(context),
    sourcesLine(context, input),
    line([strong("Notes."), say(legend)]),
  ];
  return { id: "header", number: null, title: "", groups: [group(lines)] };
}

/** Persons, place and date in one phrase, for the line under the title. */
export function subtitle({ context, naming }: Kit): string {
  const persons = participantsOf(context).map((person) => {
    const term = context.day ? context.names.officeOn(person.id, context.day) : null;
    const title = term?.title ?? (actorKind(person.id) === "person" ? statedTitle(context, person)?.title : undefined);
    return title
      ? `${title} ${naming.full(person)}`
      : actorKind(person.id) === "person"
        ? naming.full(person)
        : principalName(context, person.id);
  });
  const { place, start } = context.meeting;
  return [listWords(persons), ...(place ? [plain(place)] : []), ...(start ? [daysOf(context)] : [])].join(", ");
}

/** The warning above the header when one source is all there is. */
export function singleSourceWarning(context: Context): string | null {
  if (context.sources.length !== 1) return null;
  const first = context.documents[0]?.document;
  const sites = listWords(
    sitesOf(
      context,
      context.documents.flatMap(({ document }) => (document.site ? [document.id] : [])),
    ),
  );
  const day = context.documents.length === 1 && first?.published ? ` of ${printDate(dayOf(first.published.value))}` : "";
  const texts = context.documents.length === 1 ? "One text" : `${numberWord(context.documents.length)} texts`;
  return `${texts.charAt(0).toUpperCase()}${texts.slice(1)}${day} from ${sites || "a site that is not named"}. No line below is confirmed by a second source.`;
}
