// Character classes by UTF-16 unit, computed once per unit, so that the scanner never runs a pattern over plain text.

export const BLANK = 1;
export const LETTER = 2;
export const DIGIT = 3;
export const SYMBOL = 4;
/** Half of a surrogate pair: `classAt` looks at the whole code point. */
const SURROGATE = 5;

const table = new Uint8Array(65536);

/** White space, control characters, and format characters (direction marks, zero-width space, byte-order mark) count as blank. */
function classify(character: string): number {
  if (/[\s\p{Cc}\p{Cf}]/u.test(character)) return BLANK;
  if (/[\p{L}\p{M}_]/u.test(character)) return LETTER;
  if (/\p{Nd}/u.test(character)) return DIGIT;
  return SYMBOL;
}

/** Class of the character whose first unit is at `index`. */
export function classAt(text: string, index: number): number {
  const code = text.charCodeAt(index);
  const known = table[code]!;
  if (known !== 0 && known !== SURROGATE) return known;
  if (code >= 0xd800 && code <= 0xdfff) {
    const point = text.codePointAt(index)!;
    return point > 0xffff ? classify(String.fromCodePoint(point)) : SYMBOL;
  }
  const found = classify(text[index]!);
  table[code] = found;
  return found;
}

/** Units that the character at `index` takes: 1 or 2. */
export function widthAt(text: string, index: number): 1 | 2 {
  return (text.codePointAt(index) ?? 0) > 0xffff ? 2 : 1;
}

/** Joiners and soft hyphens belong to a word when they stand inside it; at its edges they are blank. */
export function isInnerFormat(code: number): boolean {
  return code === 0x00ad || code === 0x200c || code === 0x200d || code === 0x2060;
}

export function isUpper(text: string, index: number): boolean {
  const code = text.charCodeAt(index);
  if (code < 128) return code >= 65 && code <= 90;
  const character = String.fromCodePoint(text.codePointAt(index) ?? 0);
  return character !== character.toLowerCase();
}

export function isLower(text: string, index: number): boolean {
  const code = text.charCodeAt(index);
  if (code < 128) return code >= 97 && code <= 122;
  const character = String.fromCodePoint(text.codePointAt(index) ?? 0);
  return character !== character.toUpperCase();
}
