// Words of taking and leaving office: “was sworn in as”, “became prime minister on 9 May”, “stepped down as”, “succeeded X as”.
import { type AttestationSense, evidenceOf, type OfficeAttestation } from "../../model/index.ts";
import { actorMentionAt, type Context, mentionsIn } from "../context.ts";
import { clauseSpan } from "../evidence.ts";
import { modeOf } from "../mode.ts";
import { subjectOf } from "../predicate.ts";
import { namedPerson, officeIn, type StatedOffice, stateOf, tellsPost } from "./office.ts";

/** Where the office stands: object or predicate of the verb, or after one of these prepositions. */
interface Row {
  readonly lemma: string;
  readonly particle?: string;
  /** Who changes: the subject of an active verb, or the one it is done to (object, or subject of a passive). */
  readonly who: "subject" | "object";
  readonly says: Extract<AttestationSense, "begins" | "ends">;
  /** True where the office is the verb's object or predicate noun: “became president”, “named her minister”. */
  readonly bare?: boolean;
  /** True where the office may stand with the person only: “X, the defence minister, resigned”. */
  readonly own?: boolean;
  /** The object leaves the same office: “succeeded X as”. */
  readonly other?: boolean;
}

/** Verbs by which the press tells that an office changes hands. Elections and nominations come before and are none. */
const ROWS: readonly Row[] = [
  { lemma: "become", who: "subject", says: "begins", bare: true },
  { lemma: "swear", particle: "in", who: "object", says: "begins" },
  { lemma: "swear", who: "object", says: "begins" },
  { lemma: "inaugurate", who: "object", says: "begins" },
  { lemma: "install", who: "object", says: "begins" },
  { lemma: "appoint", who: "object", says: "begins", bare: true },
  { lemma: "name", who: "object", says: "begins", bare: true },
  { lemma: "take", particle: "over", who: "subject", says: "begins" },
  { lemma: "succeed", who: "subject", says: "begins", other: true },
  { lemma: "replace", who: "subject", says: "begins", other: true },
  { lemma: "step", particle: "down", who: "subject", says: "ends", own: true },
  { lemma: "stand", particle: "down", who: "subject", says: "ends", own: true },
  { lemma: "resign", who: "subject", says: "ends", own: true },
  { lemma: "quit", who: "subject", says: "ends", own: true },
  { lemma: "dismiss", who: "object", says: "ends", own: true },
  { lemma: "sack", who: "object", says: "ends", own: true },
  { lemma: "fire", who: "object", says: "ends", own: true },
  { lemma: "oust", who: "object", says: "ends", own: true },
  { lemma: "remove", who: "object", says: "ends" },
];
const BY_LEMMA = new Map<string, readonly Row[]>();
for (const row of ROWS) BY_LEMMA.set(row.lemma, [...(BY_LEMMA.get(row.lemma) ?? []), row]);

export function changesOf(ctx: Context, day: string): readonly OfficeAttestation[] {
  const { tree } = ctx;
  const out: OfficeAttestation[] = [];
  for (const { index: verb, upos } of tree.tokens) {
    if (upos !== "VERB") continue;
    const row = BY_LEMMA.get(tree.lemma(verb))?.find((r) => fits(ctx, verb, r));
    if (!row) continue;
    const mode = modeOf(tree, verb);
    if (mode.modality !== "asserted" || mode.future || !(mode.past || tree.isPassive(verb))) continue;
    out.push(...attest(ctx, verb, row, day));
  }
  return out;
}

function fits(ctx: Context, verb: number, row: Row): boolean {
  const particles = ctx.tree.by(verb, "compound").map((k) => ctx.tree.lemma(k));
  return row.particle === undefined ? particles.length === 0 : particles.includes(row.particle);
}

function attest(ctx: Context, verb: number, row: Row, day: string): readonly OfficeAttestation[] {
  const { tree } = ctx;
  const object = tree.isPassive(verb) ? subjectOf(tree, verb) : tree.first(verb, "obj");
  const who = row.who === "subject" ? (tree.isPassive(verb) ? null : subjectOf(tree, verb)) : object;
  const person = who === null ? null : personAt(ctx, who);
  if (!person) return [];
  const stated = officeOf(ctx, verb, row) ?? (row.own ? officeIn(ctx, person.mention.from, person.mention.to) : null);
  if (!stated || stated.office.qualifier === "former") return [];
  const state = stateOf(ctx, stated.office, person.actor, day);
  if (state === null || !tellsPost(ctx, stated.office, state)) return [];
  const evidence = evidenceOf(ctx.text, clauseSpan(ctx, verb, [person.mention.head]));
  const common = { state, role: stated.office.role, title: stated.office.title, day: dayOf(ctx, verb, day), evidence };
  const out: OfficeAttestation[] = [{ person: person.actor.id, name: person.actor.name, says: row.says, ...common }];
  const left = row.other && object !== null ? personAt(ctx, object) : null;
  if (left) out.push({ person: left.actor.id, name: left.actor.name, says: "ends", ...common });
  return out;
}

function personAt(ctx: Context, token: number) {
  const mention = actorMentionAt(ctx, token);
  const actor = mention && namedPerson(ctx, mention);
  return mention && actor ? { mention, actor } : null;
}

/** The office after “as”, or the noun that the verb takes. */
function officeOf(ctx: Context, verb: number, row: Row): StatedOffice | null {
  const { tree } = ctx;
  const heads = tree
    .by(verb, "obl", "advcl")
    .filter((k) => tree.preposition(k) === "as" || tree.by(k, "mark").some((m) => tree.lemma(m) === "as"));
  if (row.bare) heads.push(...tree.by(verb, "xcomp", "obj"));
  for (const head of heads) {
    const { from, to } = tree.extent(head);
    const stated = officeIn(ctx, from, to);
    if (stated && head < stated.to) return stated;
  }
  return null;
}

/** The day that the clause gives for the change; the day of the text where it gives none, or none as exact. */
function dayOf(ctx: Context, verb: number, day: string): string {
  const { from, to } = ctx.tree.extent(verb);
  for (const date of mentionsIn(ctx, "date", from, to)) {
    const exact = date.type === "DATE" && date.first !== null && date.first === date.last && /^\d{4}-\d{2}-\d{2}$/.test(date.first);
    if (exact && ctx.tree.head(date.head) === verb) return date.first!;
  }
  return day;
}
