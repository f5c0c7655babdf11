// Section 8: who else is touched: other states and organisations that a side's acts, figures or positions concern.
import type { StoredClaim } from "../../ledger/index.ts";
import type { ActorRef, PloverType } from "../../model/index.ts";
import { actWords } from "../acts.ts";
import { wholePhrase } from "../clause.ts";
import { type Context, isThird, ofKind, pointers, publishedDay, sideOf, tellsOfMeeting } from "../context.ts";
import { withDates } from "../dated.ts";
import { type DraftLine, type DraftSegment, each, group, line, say } from "../draft.ts";
import { printFigure } from "../figures.ts";
import { sentenceOf } from "../sentences.ts";
import { countWords, houseStyle, innerQuotes, plain } from "../words.ts";
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

/** Words of a sentence about others' ties that is printed. */
const MAX_WORDS = 30;

/** How others stand to each other, or to a side: `North Korea and Russia: “…”`. */
function tieParts({ context, naming }: Kit): Part[] {
  return ofKind(context, "tie").flatMap((stored): Part[] => {
    const thirds = stored.claim.between.filter((actor) => isThird(context, actor));
    const sentence = sentenceOf(context, stored).quote;
    if (thirds.length === 0 || !tellsOfMeeting(context, stored.document) || countWords(sentence) > MAX_WORDS) return [];
    const words = withDates(context, stored.document, `“${innerQuotes(plain(sentence).replace(/\.$/, ""))}”`);
    const [third] = thirds;
    const pair = thirds.length === 2 ? `${naming.later(thirds[0]!)} and ${naming.later(thirds[1]!)}` : null;
    return [{ third: pair ? { ...third!, id: pair, name: pair } : third!, words, stored }];
  });
}

export const thirdPartiesSection: SectionWriter = (kit) => {
  const parts = [...figureParts(kit.context), ...eventParts(kit), ...promiseParts(kit.context), ...tieParts(kit)];
  const byThird = new Map<string, Part[]>();
  for (const part of parts) byThird.set(part.third.id, [...(byThird.get(part.third.id) ?? []), part]);
  const lines = [...byThird.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .slice(0, 5)
    .map(([, items]): DraftLine => {
      const words = [...new Set(items.map((item) => item.words))].slice(0, 3);
      const segments = words.map((text, index): DraftSegment => {
        const { third } = items[0]!;
        const lead = index === 0 ? `${third.id === third.name ? third.name : kit.naming.later(third)}: ` : "";
        return say(
          `${lead}${text}${index < words.length - 1 ? ";" : "."}`,
          each(pointers(items.filter((item) => item.words === text).map(({ stored }) => stored))),
        );
      });
      return line(segments);
    });
  return lines.length > 0 ? { id: "third-parties", number: 8, title: "Third parties and risks", groups: [group(lines)] } : null;
};
