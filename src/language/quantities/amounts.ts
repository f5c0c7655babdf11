// Amounts: a number with its scale and, where one stands with it, its currency, percent sign or points.
import type { Token } from "../annotation.ts";
import { readNumber } from "../tokens/numbers.ts";
import { CLEAR_SCALES, LETTER_SCALES, NAMES, SIGNS } from "./currencies.ts";

export interface Amount {
  readonly from: number;
  /** After the last token, unit included. */
  readonly to: number;
  readonly value: number;
  /** `%`, a currency, `points`, `basis points`; null when what is counted is still to be found. */
  readonly unit: string | null;
  /** Last token of the number itself. */
  readonly number: number;
  readonly spelled: boolean;
  /** Its currency stood before the number: a second number may go on with it. */
  readonly signed: boolean;
}

/** The text the amounts are read from. */
export interface Source {
  readonly tokens: readonly Token[];
  readonly words: readonly string[];
}

const glued = (tokens: readonly Token[], at: number): boolean => at > 0 && tokens[at - 1]!.end === tokens[at]!.start;

/** The amount that begins at `at` and ends before `end`; null when there is none. */
export function readAmount({ tokens, words }: Source, at: number, end: number): Amount | null {
  const sign = at + 1 < end ? SIGNS.get(tokens[at]!.text) : undefined;
  const from = at;
  const start = sign === undefined ? at : at + 1;
  const half = words[start] === "half" && words[start + 1] === "a" && /^(?:percent|percentage|per)$/.test(words[start + 2] ?? "");
  const found = half ? { value: 0.5, next: start + 2, spelled: true } : readNumber(tokens, start);
  if (found === null || found.next > end) return null;
  let { value, next } = found;
  const scale = next < end ? LETTER_SCALES.get(words[next]!) : undefined;
  if (scale !== undefined && !found.spelled && (CLEAR_SCALES.has(words[next]!) || (sign !== undefined && glued(tokens, next)))) {
    value = Number((value * scale).toPrecision(12));
    next++;
  }
  const base = { from, value, number: next - 1, spelled: found.spelled };
  if (sign !== undefined)
    return {
      ...base,
      to: /^(?:dollars|euros|yen|pounds|rupees)$/.test(words[next] ?? "") && next < end ? next + 1 : next,
      unit: sign,
      signed: true,
    };
  const hyphen = words[next] === "-" && glued(tokens, next) ? 1 : 0;
  const percent = percentEnd(words, next + hyphen, end);
  if (percent !== null) return { ...base, ...percent, signed: false };
  const currency = currencyAt(tokens, words, next + hyphen, end, hyphen === 1);
  if (currency !== null) return { ...base, to: currency.to, unit: currency.code, signed: false };
  return { ...base, to: next, unit: null, signed: false };
}

function percentEnd(words: readonly string[], at: number, end: number): { to: number; unit: string } | null {
  if (at >= end) return null;
  const word = words[at]!;
  const next = at + 1 < end ? words[at + 1]! : "";
  if (word === "percentage" || word === "percent" || word === "pct" || word === "%" || word === "％") {
    if (/^points?$/.test(next)) return { to: at + 2, unit: "points" };
    return word === "percentage" ? null : { to: at + 1, unit: "%" };
  }
  if (word === "per" && next === "cent") return { to: at + 2, unit: "%" };
  if (word === "per" && next === "-" && words[at + 2] === "cent") return { to: at + 3, unit: "%" };
  if (word === "basis" && /^points?$/.test(next)) return { to: at + 2, unit: "basis points" };
  if (word === "pp" || word === "ppt") return { to: at + 1, unit: "points" };
  return word === "pc" ? { to: at + 1, unit: "%" } : null;
}

/** A currency by name at `at`, with up to two words that tell which (“U.S. dollars”, “Sri Lankan rupees”). */
export function currencyAt(
  tokens: readonly Token[],
  words: readonly string[],
  at: number,
  end: number,
  hyphenated: boolean,
): { to: number; code: string } | null {
  if (at < end && /^[A-Z]{3}$/.test(tokens[at]!.text) && SIGNS.has(tokens[at]!.text))
    return { to: at + 1, code: SIGNS.get(tokens[at]!.text)! };
  for (let here = at; here <= at + 2 && here < end; here++) {
    const name = singular(words[here]!);
    const row = NAMES.get(name);
    if (row === undefined) continue;
    const adjective = words.slice(at, here).join(" ");
    if (adjective !== "" && !Object.hasOwn(row, adjective)) return null;
    // A “2,000-pound bomb” weighs; “real” and “sol” alone are other words.
    if (
      adjective === "" &&
      ((name === "pound" && hyphenated) ||
        (/^(?:real|sol|som|won|dong|rand|lev|taka)$/.test(name) && words[here] === name && tokens[here]!.upos === "ADJ"))
    )
      return null;
    if (name === "pound" && adjective === "" && words[here + 1] === "of") return null;
    const sterling = name === "pound" && words[here + 1] === "sterling" ? 1 : 0;
    return { to: here + 1 + sterling, code: row[adjective]! };
  }
  return null;
}

function singular(word: string): string {
  if (NAMES.has(word)) return word;
  if (word.endsWith("ies")) return `${word.slice(0, -3)}y`;
  return word.endsWith("s") ? word.slice(0, -1) : word;
}

const PARTS: ReadonlyMap<string, number> = new Map([
  ["half", 50],
  ["third", 100 / 3],
  ["thirds", 100 / 3],
  ["quarter", 25],
  ["quarters", 25],
  ["fourth", 25],
  ["fourths", 25],
  ["fifth", 20],
  ["fifths", 20],
  ["sixth", 100 / 6],
  ["sixths", 100 / 6],
  ["seventh", 100 / 7],
  ["eighth", 12.5],
  ["eighths", 12.5],
  ["ninth", 100 / 9],
  ["tenth", 10],
  ["tenths", 10],
  ["twentieth", 5],
  ["hundredth", 1],
]);
const NUMERATORS: ReadonlyMap<string, number> = new Map([
  ["a", 1],
  ["an", 1],
  ["one", 1],
  ["two", 2],
  ["three", 3],
  ["four", 4],
  ["five", 5],
  ["six", 6],
  ["seven", 7],
  ["eight", 8],
  ["nine", 9],
]);

/** A share in words at `at`, as a percentage: “half of”, “two-thirds of”, “a tenth of its imports”, “half the members”. Null when nothing is shared out. */
export function readShare({ words }: Source, at: number, end: number): Amount | null {
  let here = at;
  const numerator = NUMERATORS.get(words[here]!);
  if (numerator !== undefined) here++;
  if (words[here] === "-") here++;
  const part = PARTS.get(words[here] ?? "");
  if (part === undefined || here >= end) return null;
  const half = words[here] === "half";
  if (!half && numerator === undefined && words[at - 1] !== "-" && !/s$/.test(words[here]!)) return null;
  if (words[here]!.endsWith("s") !== (numerator ?? 1) > 1 && !half) return null;
  const to = here + 1;
  const shared =
    words[to] === "of" && to + 1 < end
      ? !/^(?:a|an|century)$/.test(words[to + 1]!) || half
      : half && /^(?:the|its|their|his|her|our|all)$/.test(words[to] ?? "");
  if (!shared || (words[at - 1] === "first" && half) || (words[at - 1] === "second" && half) || words[at - 1] === "-") return null;
  const value = Number(((numerator ?? 1) * part).toPrecision(6));
  return value > 100 ? null : { from: at, to, value, unit: "%", number: here, spelled: true, signed: false };
}
