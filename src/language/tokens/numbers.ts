// Numbers in tokens: digits, thousands, decimals, fractions and English number words, as a value and how many tokens it takes.

interface Word {
  readonly text: string;
}

export interface NumberSpan {
  readonly value: number;
  /** Position after its last token. */
  readonly next: number;
  /** Written in letters. */
  readonly spelled: boolean;
}

const UNITS = rows(
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen",
  0,
  1,
);
const TENS = rows("twenty thirty forty fifty sixty seventy eighty ninety", 20, 10);
export const SCALES: ReadonlyMap<string, number> = new Map([
  ["hundred", 1e2],
  ["thousand", 1e3],
  ["lakh", 1e5],
  ["lakhs", 1e5],
  ["million", 1e6],
  ["millions", 1e6],
  ["crore", 1e7],
  ["crores", 1e7],
  ["billion", 1e9],
  ["billions", 1e9],
  ["trillion", 1e12],
  ["trillions", 1e12],
]);
const ORDINALS: ReadonlyMap<string, number> = new Map(
  "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
    .split(" ")
    .map((word, i): [string, number] => [word, i + 1])
    .concat([
      ["thirtieth", 30],
      ["fortieth", 40],
      ["fiftieth", 50],
      ["sixtieth", 60],
      ["seventieth", 70],
      ["eightieth", 80],
      ["ninetieth", 90],
      ["hundredth", 100],
    ]),
);
const FRACTIONS: ReadonlyMap<string, number> = new Map([
  ["½", 0.5],
  ["¼", 0.25],
  ["¾", 0.75],
  ["⅓", 1 / 3],
  ["⅔", 2 / 3],
]);

function rows(words: string, first: number, step: number): ReadonlyMap<string, number> {
  return new Map(words.split(" ").map((word, i) => [word, first + i * step]));
}

/** Whether a text begins with an ASCII digit. */
function beginsWithDigit(text: string): boolean {
  const code = text.charCodeAt(0);
  return code >= 48 && code <= 57;
}

/** Value of digits as written in English text (`20,000`, `6,48,000`, `3.5`, `.25`); NaN for anything else. */
export function digitsValue(text: string): number {
  if (!beginsWithDigit(text) && !text.startsWith(".")) return Number.NaN;
  if (!/^(?:\d{1,3}(?:,\d{2,3})*,\d{3}|\d+)?(?:\.\d+)?$/.test(text)) return Number.NaN;
  return Number(text.replaceAll(",", ""));
}

/** Whether a number can begin with this word, in small letters: most words are passed over by this test alone. */
export function beginsNumber(word: string): boolean {
  return (
    beginsWithDigit(word) ||
    word.startsWith(".") ||
    FRACTIONS.has(word) ||
    word === "a" ||
    word === "an" ||
    word === "half" ||
    UNITS.has(word) ||
    TENS.has(word)
  );
}

/** The same for ordinals. */
export function beginsOrdinal(word: string): boolean {
  return beginsWithDigit(word) || ORDINALS.has(word) || TENS.has(word);
}

/** Value of an ordinal (`third`, `21st`, `twenty-first` in three tokens) that begins at `at`. */
export function readOrdinal(tokens: readonly Word[], at: number): NumberSpan | null {
  const word = tokens[at]?.text.toLowerCase();
  if (word === undefined) return null;
  if (beginsWithDigit(word)) {
    const digits = /^(\d{1,4})(?:st|nd|rd|th)$/.exec(word);
    return digits === null ? null : { value: Number(digits[1]), next: at + 1, spelled: false };
  }
  const single = ORDINALS.get(word);
  if (single !== undefined) return { value: single, next: at + 1, spelled: true };
  const tens = TENS.get(word);
  const last = tokens[at + 1]?.text === "-" ? ORDINALS.get(tokens[at + 2]?.text.toLowerCase() ?? "") : undefined;
  return tens !== undefined && last !== undefined && last < 10 ? { value: tens + last, next: at + 3, spelled: true } : null;
}

/** The cardinal number that begins at `at`, as long as it goes: `20,000`, `3.5`, `2 1/2`, `two hundred and ten`, `6.6 billion`, `a hundred`, `half a million`. */
export function readNumber(tokens: readonly Word[], at: number): NumberSpan | null {
  const first = tokens[at]?.text;
  if (first === undefined) return null;
  const lower = first.toLowerCase();
  const digits = digitsValue(first);
  if (!Number.isNaN(digits)) return withScale(tokens, withFraction(tokens, digits, at + 1), false);
  const fraction = fractionValue(first);
  if (fraction !== null) return { value: fraction, next: at + 1, spelled: false };
  if (lower === "a" || lower === "an") {
    const next = tokens[at + 1]?.text.toLowerCase() ?? "";
    const scale = SCALES.get(next);
    if (scale !== undefined) return withScale(tokens, { value: scale, next: at + 2 }, true);
    if (next === "dozen") return { value: 12, next: at + 2, spelled: true };
    return null;
  }
  const million =
    lower === "half" && /^an?$/i.test(tokens[at + 1]?.text ?? "") ? SCALES.get(tokens[at + 2]?.text.toLowerCase() ?? "") : undefined;
  if (million !== undefined) return { value: million / 2, next: at + 3, spelled: true };
  return UNITS.has(lower) || TENS.has(lower) ? readWords(tokens, at) : null;
}

function fractionValue(text: string): number | null {
  const sign = FRACTIONS.get(text);
  if (sign !== undefined) return sign;
  if (!beginsWithDigit(text)) return null;
  const parts = /^(\d{1,2})\/(\d{1,3})$/.exec(text);
  return parts !== null && Number(parts[1]) < Number(parts[2]) && /^(?:2|3|4|5|6|8|10|12|16|32|100)$/.test(parts[2]!)
    ? Number(parts[1]) / Number(parts[2])
    : null;
}

function withFraction(tokens: readonly Word[], value: number, next: number): { value: number; next: number } {
  const after = tokens[next];
  const fraction = after === undefined || !Number.isInteger(value) ? null : fractionValue(after.text);
  if (fraction !== null) return { value: value + fraction, next: next + 1 };
  if (
    after?.text.toLowerCase() === "and" &&
    tokens[next + 1]?.text.toLowerCase() === "a" &&
    tokens[next + 2]?.text.toLowerCase() === "half"
  )
    return { value: value + 0.5, next: next + 3 };
  return { value, next };
}

function withScale(tokens: readonly Word[], base: { value: number; next: number }, spelled: boolean): NumberSpan {
  let { value, next } = base;
  for (let scale = scaleAt(tokens, next); scale !== null && value < 1e18; scale = scaleAt(tokens, next)) {
    value *= scale.value;
    next = scale.next;
  }
  // Floating point leaves 6.6 × 1e9 exact but 1.1 × 1e12 not: twelve digits are more than any text gives.
  return { value: Number(value.toPrecision(12)), next, spelled };
}

function scaleAt(tokens: readonly Word[], at: number): { value: number; next: number } | null {
  const hyphen = tokens[at]?.text === "-" ? 1 : 0;
  const scale = SCALES.get(tokens[at + hyphen]?.text.toLowerCase() ?? "");
  return scale === undefined ? null : { value: scale, next: at + hyphen + 1 };
}

/** Longest number in words that is read, in tokens: “nine hundred and ninety-nine thousand nine hundred and ninety-nine” has 14. */
const LONGEST = 20;

function readWords(tokens: readonly Word[], at: number): NumberSpan | null {
  let total = 0;
  let group = 0;
  let next = at;
  let last = "";
  while (next < at + LONGEST) {
    let here = next;
    const joiner = tokens[here]?.text.toLowerCase();
    if (next > at && (joiner === "-" || (joiner === "and" && (last === "scale" || last === "hundred")))) here++;
    const word = tokens[here]?.text.toLowerCase() ?? "";
    const unit = UNITS.get(word);
    const tens = TENS.get(word);
    const scale = SCALES.get(word);
    if (unit !== undefined && (last === "" || last === "hundred" || last === "scale" || (last === "tens" && unit < 10))) {
      group += unit;
      last = "unit";
    } else if (tens !== undefined && (last === "" || last === "hundred" || last === "scale")) {
      group += tens;
      last = "tens";
    } else if (word === "dozen" && last !== "") {
      group *= 12;
      last = "unit";
    } else if (scale === 100 && last !== "" && last !== "hundred") {
      group *= 100;
      last = "hundred";
    } else if (scale !== undefined && scale > 100 && last !== "") {
      total += group * scale;
      group = 0;
      last = "scale";
    } else break;
    next = here + 1;
  }
  if (next === at) return null;
  const half = withFraction(tokens, total + group, next);
  return { value: half.value, next: half.next, spelled: true };
}
