// Readouts compared, in section 9: what both sides' accounts have, where their verbs or numbers differ, and what only one of them says.
import type { Context } from "../context.ts";
import { withDates } from "../dated.ts";
import { type DraftGroup, type DraftLine, each, group, line, type Pointer, say, strong, together } from "../draft.ts";
import { contentWords } from "../merge.ts";
import { type ReadoutItem, readoutItems, type Said } from "../readouts.ts";
import { capitalise, houseStyle, stopped, withoutLead } from "../words.ts";

const LIMIT = 12;
/** Words that one account has beyond the other from which each is printed. */
const MORE = 3;

const pointerOf = ({ document, sentence }: Said): Pointer => ({ document, evidence: sentence });
const words = (context: Context, said: Said): string =>
  stopped(withDates(context, said.document, capitalise(houseStyle(withoutLead(said.sentence.quote)))));

const rungWords = ({ rung }: Said): string => (rung ? `“${rung.verb}” (${rung.rung})` : "no verb of the ladder");

/** How one account says it. */
const account = (context: Context, side: 0 | 1): string => `${context.names.adjective(context.sides[side])} readout`;

function itemLine(context: Context, { a, b, differs }: ReadoutItem): DraftLine {
  const [ours, theirs] = [account(context, 0), account(context, 1)];
  if (!a || !b) {
    const said = (a ?? b)!;
    return line([strong(`Only the ${a ? ours : theirs}.`), say(words(context, said), each([pointerOf(said)]))], null, true);
  }
  const both = [
    say(`${capitalise(ours)}: ${words(context, a)}`, each([pointerOf(a)])),
    say(`${capitalise(theirs)}: ${words(context, b)}`, each([pointerOf(b)])),
  ];
  if (differs) {
    const rungs = a.rung?.rung === b.rung?.rung ? "Other numbers" : `Verbs: ${rungWords(a)} against ${rungWords(b)}`;
    return line([strong("Not alike."), ...both, say(`${rungs}.`, together([pointerOf(a), pointerOf(b)]))], null, true);
  }
  // What one has beyond the other is not said by both.
  if (beyond(a, b) >= MORE || beyond(b, a) >= MORE) return line([strong("Both."), ...both], null, true);
  return line([strong("Both."), say(words(context, a), each([pointerOf(a), pointerOf(b)]))], null, true);
}

/** Content words that one account has and the other has not. */
function beyond(one: Said, other: Said): number {
  const told = contentWords(other.sentence.quote);
  return [...contentWords(one.sentence.quote)].filter((word) => !told.has(word)).length;
}

const rank = ({ a, b, differs }: ReadoutItem): number => (differs ? 0 : a && b ? 1 : 2);

/** What differs first, then what both have, then what one leaves out; none unless both sides have published an account. */
export function comparedReadouts(context: Context): readonly DraftGroup[] {
  const items = readoutItems(context);
  const lines = items
    .map((item, index) => ({ item, index }))
    .sort((x, y) => rank(x.item) - rank(y.item) || x.index - y.index)
    .slice(0, LIMIT)
    .map(({ item }) => itemLine(context, item));
  return lines.length > 0 ? [group(lines, "Readouts compared", "how far a verb goes: 1 discussed to 9 signed")] : [];
}
