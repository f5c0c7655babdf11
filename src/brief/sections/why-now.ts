// Section 3: precedents between the sides, and what the leaders said of each other.
import type { StoredClaim } from "../../ledger/index.ts";
import { actorKind, type TieClaim, type TieRelation } from "../../model/index.ts";
import { wholePhrase } from "../clause.ts";
import { ofKind, pointers, publishedDay, sideOf } from "../context.ts";
import { type DraftLine, draftText, each, group, line, say } from "../draft.ts";
import { contentWords, likeness, mergeBy } from "../merge.ts";
import { countWords, innerQuotes, plain, printDate, stopped } from "../words.ts";
import { statedTitle } from "./header.ts";
import { HISTORY, historyLines } from "./history.ts";
import type { Kit, SectionWriter } from "./kit.ts";

const LABEL: Readonly<Record<TieRelation, string>> = {
  precedent: "Precedent",
  rapport: "Rapport",
  alliance: "Alliance",
  partnership: "Partnership",
  rivalry: "Rivalry",
  dependence: "Dependence",
  investment: "Investment",
};

/** A tie of one who meets with somebody who does not, a predecessor for instance, is a precedent. */
function isPrecedent({ context }: Kit, { between }: TieClaim): boolean {
  const meets = between.map(({ id }) => context.meeting.participants.some((actor) => actor.id === id));
  return between.every(({ id }) => actorKind(id) === "person") && meets[0] !== meets[1];
}

function tieLine(kit: Kit, tie: { first: StoredClaim<TieClaim>; all: readonly StoredClaim<TieClaim>[] }): DraftLine | null {
  const { naming, context } = kit;
  const { between, relation, about, evidence } = tie.first.claim;
  const day = publishedDay(context, tie.first.document);
  const note = each(pointers(tie.all));
  if (relation === "rapport" && isPrecedent(kit, tie.first.claim)) {
    const [own, other] = context.meeting.participants.some(({ id }) => id === between[0].id) ? between : [between[1], between[0]];
    const title = statedTitle(context, other);
    const name = title ? `${title.title} ${naming.full(other)}` : naming.titled(other, day);
    return line([say(`Precedent: ${naming.possessive(own)} rapport with ${name}.`, note)]);
  }
  const [a, b] = between.map((actor) => naming.titled(actor, day));
  const words = wholePhrase(about, evidence[0]?.quote ?? "") ?? `${plain(about)} …`;
  const sayable = !/^(?:of|on|in|with|between|to|for|by|from)\s/i.test(words) && tellsMore(kit, words, relation);
  // That two states are allies or partners is known to whoever reads a brief on them.
  if (!sayable && (relation === "alliance" || relation === "partnership")) return null;
  return line([say(stopped(`${LABEL[relation]}: ${a} and ${b}${sayable ? `, “${innerQuotes(words)}”` : ""}`), note)]);
}

/** Whether words say more of a tie than its name and the two it joins. */
function tellsMore({ context }: Kit, words: string, relation: TieRelation): boolean {
  const known = contentWords(
    [
      relation,
      ...context.sides.flatMap((side) => [
        context.names.shortName(side),
        context.names.adjective(side),
        context.names.actor(side)?.name ?? "",
        side,
      ]),
    ].join(" "),
  );
  return [...contentWords(words.replace(/\bU\.S\./g, "US"))].filter((word) => !known.has(word) && word.length > 2).length > 1;
}

const MAX_WORDS = 25;

/** The passage from a person's name to the end of the clause: `Shinzo Abe, went to …`. */
function fromName(passage: string, name: string): string {
  const text = plain(passage);
  const tail = text.slice(Math.max(text.indexOf(name), 0));
  const end = /,\s(?:and|but|while|which|who)\s|[;:]\s/.exec(tail);
  return tail.slice(0, end ? end.index : tail.length).replace(/[.,;]$/, "");
}

/** Meetings of earlier office-holders, in the words of the text. */
function precedentLines({ context }: Kit): DraftLine[] {
  return context.precedents.slice(0, 2).flatMap(({ claims }) => {
    const stored = claims.find(({ document }) => context.byId.has(document));
    const person = stored?.claim.participants.find(({ id }) => actorKind(id) === "person");
    if (!stored || !person) return [];
    const words = fromName(stored.claim.evidence[0]!.quote, plain(person.name));
    const day = stored.claim.start ? `${printDate(stored.claim.start)}: ` : "";
    return countWords(words) <= MAX_WORDS ? [line([say(`Precedent: ${day}“${innerQuotes(words)}”.`, each(pointers([stored])))])] : [];
  });
}

/** Without lines that a line before tells already. */
function distinct(lines: readonly DraftLine[]): readonly DraftLine[] {
  const bare = (draft: DraftLine): string => draftText(draft).replace(/^[A-Z]\p{Ll}+: |[“”.]/gu, "");
  return lines.filter(
    (draft, index) =>
      !lines.slice(0, index).some((other) => bare(other).includes(bare(draft)) || likeness(bare(other), bare(draft)) >= 0.5),
  );
}

export const whyNowSection: SectionWriter = (kit) => {
  const { context } = kit;
  const ties = ofKind(context, "tie").filter(({ claim }) => {
    const sides = new Set(claim.between.map((actor) => sideOf(context, actor)));
    // The trust between two predecessors is nothing that those who meet can build on.
    const strangers = claim.between.every(
      (actor) => actorKind(actor.id) === "person" && !context.meeting.participants.some(({ id }) => id === actor.id),
    );
    return sides.has("a") && sides.has("b") && !strangers;
  });
  const merged = mergeBy(
    ties,
    ({ claim: a }, { claim: b }) =>
      a.relation === b.relation &&
      (a.between
        .map(({ id }) => id)
        .sort()
        .join() ===
        b.between
          .map(({ id }) => id)
          .sort()
          .join() ||
        likeness(a.about, b.about) >= 0.5),
  );
  const lines = distinct([
    ...historyLines(kit, HISTORY),
    ...precedentLines(kit),
    ...merged.flatMap((tie) => tieLine(kit, tie) ?? []).slice(0, 3),
  ]);
  if (lines.length === 0) return null;
  return { id: "why-now", number: 3, title: "Why now, precedents", groups: [group(lines)] };
};
