// Section 8: who else is touched: other states and organisations that a side's acts, figures or positions concern.
import type { StoredClaim } from "../../ledger/index.ts";
import type { ActorRef, PloverType } from "../../model/index.ts";
import { actWords } from "../acts.ts";
import { wholePhrase } from "../clause.ts";
import { type Context, isThird, ofKind, pointers, publishedDay, sideOf } from "../context.ts";
import { type DraftLine, type DraftSegment, each, group, line, say } from "../draft.ts";
import { printFigure } from "../figures.ts";
import { houseStyle } from "../words.ts";
import type { Kit, SectionWriter } from "./kit.ts";

interface Part {
  readonly third: ActorRef;
  readonly words: string;
  readonly stored: StoredClaim;
}

/** Acts of a hard kind only: talks with third states are no risk to this meeting. */
const HARD: ReadonlySet<PloverType> = new Set(["THREATEN", "SANCTION", "COERCE", "ASSAULT", "ACCUSE", "REJECT", "MOBILIZE", "REQUEST"]);

function figureParts(context: Context): Part[] {
  return ofKind(context, "figure").flatMap((stored): Part[] => {
    const { claim } = stored;
    if (claim.role !== "demand") return [];
    const thirds = claim.toward.length > 0 ? claim.toward.filter((actor) => isThird(context, actor)) : [];
    return thirds.map((third) => ({ third, words: `asked for ${printFigure(claim)}`, stored }));
  });
}

function eventParts({ context, naming }: Kit): Part[] {
  return ofKind(context, "event").flatMap((stored): Part[] => {
    const { source, target, plover } = stored.claim;
    if (sideOf(context, source) === null || !isThird(context, target) || !HARD.has(plover)) return [];
    return [
      { third: target, words: `${actWords(plover).passive} ${naming.titled(source, publishedDay(context, stored.document))}`, stored },
    ];
  });
}

/** What a company or body of a side's state has promised: nobody's commitment but its own. */
function promiseParts(context: Context): Part[] {
  return ofKind(context, "commitment").flatMap((stored): Part[] => {
    const { by, action, status, evidence } = stored.claim;
    const own = by.filter((actor) => isThird(context, actor) && actor.state !== undefined && context.sides.includes(actor.state));
    if (status === "refused" || status === "proposed") return [];
    const words = houseStyle(wholePhrase(action, evidence[0]!.quote) ?? `${action} …`);
    return own.map((third) => ({ third, words: `${words} (${status === "pledged" ? "its own pledge" : status})`, stored }));
  });
}

export const thirdPartiesSection: SectionWriter = (kit) => {
  const parts = [...figureParts(kit.context), ...eventParts(kit), ...promiseParts(kit.context)];
  const byThird = new Map<string, Part[]>();
  for (const part of parts) byThird.set(part.third.id, [...(byThird.get(part.third.id) ?? []), part]);
  const lines = [...byThird.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .slice(0, 5)
    .map(([, items]): DraftLine => {
      const words = [...new Set(items.map((item) => item.words))].slice(0, 3);
      const segments = words.map((text, index): DraftSegment => {
        const lead = index === 0 ? `${kit.naming.later(items[0]!.third)}: ` : "";
        return say(
          `${lead}${text}${index < words.length - 1 ? ";" : "."}`,
          each(pointers(items.filter((item) => item.words === text).map(({ stored }) => stored))),
        );
      });
      return line(segments);
    });
  return lines.length > 0 ? { id: "third-parties", number: 8, title: "Third parties and risks", groups: [group(lines)] } : null;
};
