// Votes: the two sides of a count, “passed 52–35”, “by 52 votes to 35”, “52 in favour and 35 against”, each a number of votes.
import { readNumber } from "../tokens/numbers.ts";
import type { Amount, Source } from "./amounts.ts";

export const VOTES = "votes";

const TELLS = /^(?:votes?|voted|voting|ballots?)$/;
const DECIDES =
  /^(?:pass|passes|passed|approve|approves|approved|adopt|adopted|ratified|backed|confirmed|reject|rejected|defeated|failed|carried|endorsed)$/;
const MARGINS = /^(?:margin|majority|tally)$/;
/** Tokens before and behind a pair of numbers in which a word tells that they are votes, and those right beside. */
const BEFORE = 8;
const BEHIND = 3;
const BESIDE = 2;

/** A count of votes that begins at `at`, before `end`, with the other side where one follows; null where there is none. */
export function readVotes(source: Source, at: number, start: number, end: number): { votes: Amount; other: Amount | null } | null {
  const votes = wholeAt(source, at, end);
  if (votes === null) return null;
  const { words } = source;
  if (/^(?:to|against)$/.test(words[at - 1] ?? "") && /^votes?$/.test(words[at - 2] ?? "") && at - 2 >= start)
    return { votes, other: null };
  const joint = words[votes.to] ?? "";
  const other = /^(?:-|–|to)$/.test(joint) && votes.to + 1 < end ? wholeAt(source, votes.to + 1, end) : null;
  if (other !== null) return isVote(source, at, start, other.to, end, votes.value > other.value) ? { votes, other } : null;
  const sided = joint === "against" || (joint === "in" && /^favou?r$/.test(words[votes.to + 1] ?? ""));
  return sided && isVote(source, at, start, votes.to, end, true) ? { votes, other: null } : null;
}

/** A whole number in digits without a unit. */
function wholeAt({ tokens, words }: Source, at: number, end: number): Amount | null {
  const found = readNumber(tokens, at);
  if (found === null || found.spelled || found.next > end || !Number.isInteger(found.value)) return null;
  if (/^(?:%|percent|per|point|points)$/.test(words[found.next] ?? "")) return null;
  return { from: at, to: found.next, value: found.value, unit: VOTES, number: found.next - 1, spelled: false, signed: false };
}

/** Whether a word of votes stands near; right beside where the smaller side comes first, as in a range. What counts things (“voted in 5 to 3 cities”) is no vote. */
function isVote({ tokens, words }: Source, at: number, start: number, to: number, end: number, falls: boolean): boolean {
  const behind = to < end ? words[to]! : "";
  if (to < end && /^(?:NNS?|JJ)$/.test(tokens[to]!.xpos) && !TELLS.test(behind) && !MARGINS.test(behind)) return false;
  for (let i = Math.max(start, at - (falls ? BEFORE : BESIDE)); i < at; i++)
    if (TELLS.test(words[i]!) || (falls && DECIDES.test(words[i]!))) return true;
  for (let i = to; i < Math.min(end, to + (falls ? BEHIND : BESIDE)); i++) if (TELLS.test(words[i]!)) return true;
  return false;
}
