// Printed figures: the source's own digits and scale, units closed up, differences in points, money or counts.
import type { Amount, FigureClaim, FigureRole } from "../model/index.ts";
import { houseStyle, plain } from "./words.ts";

const SYMBOLS: Readonly<Record<string, string>> = { USD: "$", EUR: "€", GBP: "£", JPY: "¥" };
const QUALIFIERS: Readonly<Record<NonNullable<Amount["qualifier"]>, string>> = {
  about: "about",
  "at-least": "at least",
  "at-most": "at most",
  "more-than": "more than",
  "less-than": "less than",
  nearly: "nearly",
};
const SCALES: readonly (readonly [number, string])[] = [
  [1e12, "trillion"],
  [1e9, "billion"],
  [1e6, "million"],
];
const SHORT_SCALES: Readonly<Record<string, string>> = { tn: "trillion", bn: "billion", m: "million", mn: "million", k: "thousand" };

/** `20000` → `20,000`; at most four decimals, none that binary rounding made. */
export function printNumber(value: number): string {
  const rounded = Number(value.toPrecision(12));
  const [whole = "", decimals] = String(rounded).split(".");
  const grouped = whole.length > 3 && !whole.includes("e") ? whole.replace(/\B(?=(\d{3})+$)/g, ",") : whole;
  return decimals ? `${grouped}.${decimals}` : grouped;
}

const isPercent = (unit: string): boolean => unit.startsWith("%");
const isMoney = (unit: string): boolean => /^[A-Z]{3}$/.test(unit);

/** Money by value: `$44 billion`, `€489`, `64,800 crore rupees` only where the text says so. */
function printMoney(value: number, unit: string): string {
  const scale = SCALES.find(([factor]) => Math.abs(value) >= factor);
  const amount = scale ? `${printNumber(value / scale[0])} ${scale[1]}` : printNumber(value);
  const symbol = SYMBOLS[unit];
  return symbol ? `${symbol}${amount}` : `${amount} ${unit}`;
}

/** A bare value in its unit. */
export function printValue(value: number, unit: string): string {
  if (isPercent(unit)) return `${printNumber(value)}%`;
  if (isMoney(unit)) return printMoney(value, unit);
  return unit === "number" ? printCount(value) : `${printCount(value)} ${unit}`;
}

/** `8,000`; from a million on by scale, `2 million`. */
function printCount(value: number): string {
  const scale = SCALES.find(([factor]) => Math.abs(value) >= factor);
  return scale ? `${printNumber(value / scale[0])} ${scale[1]}` : printNumber(value);
}

/** The source's digits (`6.6`, `64,800`), where it writes digits. */
const digitsOf = (text: string): string | null => /\d[\d,.]*\d|\d/.exec(text)?.[0] ?? null;

/** The figure as the source has it, in one spelling: `2% of GDP`, `$783.3 billion`, `about 6.3 million tons`. */
export function printFigure(figure: Pick<FigureClaim, "value" | "high" | "unit" | "qualifier" | "base" | "text">): string {
  const about = figure.qualifier ? `${QUALIFIERS[figure.qualifier]} ` : "";
  return about + printBare(figure);
}

function printBare({ value, high, unit, base, text: raw }: Pick<FigureClaim, "value" | "high" | "unit" | "base" | "text">): string {
  const text = plain(raw);
  if (isPercent(unit)) {
    const of = base ?? (unit === "%GDP" ? "GDP" : null);
    // “a third”: a fraction in words has no decimals of its own.
    if (digitsOf(text) === null && !Number.isInteger(value)) return `${text}${of && !text.includes(of) ? ` of ${of}` : ""}`;
    const range = high === null ? printNumber(value) : `${printNumber(value)}–${printNumber(high)}`;
    return `${range}%${of ? ` of ${of}` : ""}`;
  }
  if (isMoney(unit)) return printMoneyText(text, value, high, unit);
  if (high !== null) return `${printNumber(value)}–${printNumber(high)} ${unit}`;
  const digits = digitsOf(text);
  const wordless = digits === null || /^[\d\s,.]+$/.test(text);
  return wordless ? printValue(value, unit) : text.slice(text.indexOf(digits));
}

function printMoneyText(text: string, value: number, high: number | null, unit: string): string {
  const symbol = SYMBOLS[unit];
  const digits = digitsOf(text);
  if (high !== null) return `${printMoney(value, unit)} to ${printMoney(high, unit)}`;
  if (/crore|lakh/i.test(text) && digits) return text.slice(text.indexOf(digits));
  const scale = /\d\s?(trillion|billion|million|thousand|tn|bn|mn|m|k)\b/i.exec(text)?.[1]?.toLowerCase();
  if (!symbol || !digits) return printMoney(value, unit);
  return `${symbol}${digits}${scale ? ` ${SHORT_SCALES[scale] ?? scale}` : ""}`;
}

/** `1 point`, `€1.2 billion`, `8,000 visas`. */
export function printDifference(difference: number, unit: string): string {
  if (isPercent(unit)) return `${printNumber(difference)} ${difference === 1 ? "point" : "points"}`;
  return printValue(difference, unit);
}

const ROLES: Readonly<Record<FigureRole, string>> = {
  actual: "",
  target: "target",
  demand: "asked",
  offer: "offered",
  pledge: "pledged",
  estimate: "estimate",
  threshold: "limit",
  option: "one option; not decided",
};

const UNIT =
  "per ?cent|percentage|points?|per|cent|%|gross|domestic|product|gdp|fiscal|total|sum|amount|figure|number|target|goal|ceiling|limit|level|euros?|dollars?|pounds?|yen|rupees?|crore|billion|million|trillion|\\d+";
const AMOUNT = /^(?:about |nearly |some )?(?:\p{L}{0,2}[$€£¥]|\d)[\d.,]*\s?(?:trillion|billion|million|bn|tn|m)?(?:\s\p{L}+)?$/u;
const UNIT_ONLY = new RegExp(`^(?:(?:${UNIT}|for|of|in|to|a|the)\\s*)*$`, "i");
const LEADING_UNIT = new RegExp(`^(?:(?:${UNIT})\\s+)+`, "i");

/** What is measured, in words of the text; empty where these only name the unit or have lost their head. */
export function measureWords(measure: string): string {
  const words = houseStyle(measure);
  // A measure that is only the issue's id says nothing that the heading does not.
  if (UNIT_ONLY.test(words) || /^[a-z]+(?:-[a-z]+)+$/.test(words)) return "";
  const rest = words
    .replace(LEADING_UNIT, "")
    .replace(/^(?:its|their|his|her|the|a|an)\s+/i, "")
    .replace(/^(?:demand|offer|request|call)\s(?:for|of)\s+/i, "")
    .replace(/^(?:of|for)\s+/i, "")
    .replace(/\s(?:of|for|in|on|to|from|at)$/i, "");
  // An amount measures nothing: it is another figure of the same sentence.
  if (AMOUNT.test(rest)) return "";
  return /^(?:from|to|in|on|at|by|with|under|this|that|which|more|less|falls?|rises?|is|was|are|were)\s/i.test(rest) ? "" : rest;
}

/** The role behind the figure in a line of its own: `20,000 visas asked`, `2% (target)`. */
export function roleTail(role: FigureRole, toward: string): string {
  if (role === "demand" || role === "offer" || role === "pledge")
    return ` ${ROLES[role]}${role === "demand" && toward ? ` of ${toward}` : ""}`;
  return ROLES[role] ? ` (${ROLES[role]})` : "";
}

/** What a figure is to its holder: `asked`, `offered`, `target`. */
export const roleWord = (role: FigureRole): string => ROLES[role];
