// Forms of words: folding of letters, the keys that names and titles are compared by, slugs, and edit distance.

const LETTERS: Readonly<Record<string, string>> = {
  ø: "o",
  ł: "l",
  đ: "d",
  ð: "d",
  ı: "i",
  ß: "ss",
  æ: "ae",
  œ: "oe",
  þ: "th",
  ə: "a",
  ʻ: "'",
  "‘": "'",
  "’": "'",
  ʼ: "'",
  "`": "'",
};

/** Lower case without diacritics and full stops, typographic apostrophes made plain: `Élysée` → `elysee`, `U.S.` → `us`. */
export function fold(text: string): string {
  let out = "";
  let plain = true;
  for (let i = 0; i < text.length; i += 1) {
    const c = text.charCodeAt(i);
    if (c > 127 || c === 46 || c === 96) {
      plain = false;
      break;
    }
  }
  if (plain) return text.toLowerCase();
  for (const c of text.normalize("NFD").toLowerCase()) {
    const code = c.codePointAt(0)!;
    if ((code >= 0x300 && code <= 0x36f) || c === ".") continue;
    out += LETTERS[c] ?? c;
  }
  return out;
}

/** `Shigeru Ishiba` → `shigeru-ishiba`. */
export function slug(text: string): string {
  return fold(text)
    .replace(/'/g, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
}

/** Tokens as the keys they are compared by. `at[i]` is the position of the token that key `i` comes from: hyphens vanish, `Jong-un` and `Japan's` give two keys. */
export interface Keys {
  readonly keys: readonly string[];
  readonly at: readonly number[];
  /** The piece of the token behind each key, in its own case. */
  readonly pieces: readonly string[];
  /** Whether a hyphen stands before the piece. */
  readonly joined: readonly boolean[];
}

const POSSESSIVE = /^(.+)(['’]s)$/i;

const INNER = /[-–‑/'’]/;

/** The parts of one token: split at hyphens and before a possessive mark. */
function pieces(token: string): readonly string[] {
  if (!INNER.test(token) || token.length === 1) return [token];
  const possessive = token.length > 2 ? POSSESSIVE.exec(token) : null;
  const parts = possessive ? [possessive[1]!, possessive[2]!] : [token];
  return parts.flatMap((part) => (part.length > 1 && /[-–‑/]/.test(part) ? part.split(/[-–‑/]/).filter((p) => p !== "") : [part]));
}

/** The keys of `tokens`. */
export function keysOf(tokens: readonly string[]): Keys {
  const keys: string[] = [];
  const at: number[] = [];
  const own: string[] = [];
  const joined: boolean[] = [];
  let hyphen = false;
  for (let i = 0; i < tokens.length; i += 1) {
    const token = tokens[i]!;
    if (token === "-" || token === "–" || token === "‑") {
      hyphen = true;
      continue;
    }
    const parts = pieces(token);
    for (let j = 0; j < parts.length; j += 1) {
      keys.push(fold(parts[j]!));
      at.push(i);
      own.push(parts[j]!);
      joined.push(hyphen || (j > 0 && parts[j]!.charCodeAt(0) !== 39 && parts[j]!.charCodeAt(0) !== 0x2019));
      hyphen = false;
    }
  }
  return { keys, at, pieces: own, joined };
}

/** Whether a chunk has letters, digits, hyphens and full stops only: it is one token. */
export function isPlain(chunk: string): boolean {
  for (let i = 0; i < chunk.length; i += 1) {
    const c = chunk.charCodeAt(i);
    if (!((c >= 97 && c <= 122) || (c >= 65 && c <= 90) || (c >= 48 && c <= 57) || c === 45 || c === 46 || (c >= 0xc0 && c < 0x2000)))
      return false;
  }
  return chunk !== "";
}

/** Splits a phrase into tokens roughly as UD English does: possessive `'s`, commas and brackets are tokens; abbreviations keep their full stops. */
export function tokenise(phrase: string): readonly string[] {
  const out: string[] = [];
  for (const chunk of phrase.split(/\s+/)) {
    if (isPlain(chunk)) {
      out.push(chunk);
      continue;
    }
    let rest = chunk.replace(/^["“”'‘([]+(?=\S)/, "");
    const tail: string[] = [];
    for (;;) {
      const last = rest.at(-1) ?? "";
      if (rest.length > 1 && ',;:!?"”)]'.includes(last)) {
        tail.unshift(last);
        rest = rest.slice(0, -1);
      } else break;
    }
    const possessive = POSSESSIVE.exec(rest);
    if (possessive) out.push(possessive[1]!, possessive[2]!);
    else if (rest.length > 2 && /s['’]$/.test(rest)) out.push(rest.slice(0, -1), "'");
    else if (rest !== "") out.push(rest);
    out.push(...tail);
  }
  return out;
}

/** The comparison key of a whole phrase: its keys with one space between. */
export function phraseKey(phrase: string): string {
  return keysOf(tokenise(phrase)).keys.join(" ");
}

/** Whether the Levenshtein distance of `a` and `b` is at most `limit` (0 to 2): what they share at both ends is left out, and an edit is tried where they part. */
export function within(a: string, b: string, limit: number): boolean {
  return closeFrom(a, 0, a.length, b, 0, b.length, limit);
}

function closeFrom(a: string, aFrom: number, aTo: number, b: string, bFrom: number, bTo: number, limit: number): boolean {
  let [i, j, m, n] = [aFrom, bFrom, aTo, bTo];
  if (Math.abs(m - i - (n - j)) > limit) return false;
  while (i < m && j < n && a.charCodeAt(i) === b.charCodeAt(j)) {
    i += 1;
    j += 1;
  }
  while (i < m && j < n && a.charCodeAt(m - 1) === b.charCodeAt(n - 1)) {
    m -= 1;
    n -= 1;
  }
  // one side is used up: what is left of the other has to be added
  if (i === m || j === n) return m - i + (n - j) <= limit;
  if (limit === 0) return false;
  return (
    closeFrom(a, i + 1, m, b, j + 1, n, limit - 1) ||
    closeFrom(a, i + 1, m, b, j, n, limit - 1) ||
    closeFrom(a, i, m, b, j + 1, n, limit - 1)
  );
}
