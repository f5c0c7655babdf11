// Lemmas from a table learnt by training/lemmas.py: exceptions by tag and form, then the longest known ending of the tag.
import { readFileSync } from "node:fs";

interface Table {
  /** "TAG form" → lemma. */
  readonly exceptions: Readonly<Record<string, string>>;
  /** TAG → ending → letters to cut, letters to add. */
  readonly rules: Readonly<Record<string, Readonly<Record<string, readonly [number, string]>>>>;
}

const LONGEST = 6;
const HAS_LETTER = /\p{L}/u;
const ACRONYM = /^\p{Lu}{2,4}s?$/u;
const NATIONALITY = /^[BI]-NORP$/;

const ASCII = /^[\0-\x7f]*$/;

function key(form: string): string {
  if (ASCII.test(form)) return form.toLowerCase();
  let out = "";
  for (const c of form) {
    const low = c.toLowerCase();
    out += low.length === c.length ? low : c;
  }
  return out.replaceAll("’", "'");
}

/** The lemma with the capitals of the form as far as the letters agree. */
function withCapitals(lemma: string, form: string, low: string): string {
  let out = "";
  for (let i = 0; i < lemma.length; i++) out += low[i] === lemma[i] ? form[i]! : lemma[i]!;
  return out;
}

export class Lemmatizer {
  private readonly exceptions: ReadonlyMap<string, string>;
  private readonly rules: ReadonlyMap<string, ReadonlyMap<string, readonly [number, string]>>;

  constructor(path: string) {
    const table = JSON.parse(readFileSync(path, "utf8")) as Table;
    this.exceptions = new Map(Object.entries(table.exceptions));
    this.rules = new Map(Object.entries(table.rules).map(([tag, rules]) => [tag, new Map(Object.entries(rules))]));
  }

  /** Lemma of a form with its Penn tag and its names tag; `shouted` when its sentence is written in capitals. */
  lemma(form: string, xpos: string, name: string, shouted: boolean): string {
    const low = key(form);
    const found = this.exceptions.get(`${xpos} ${low}`) ?? this.byEnding(low, xpos);
    if (found.length > 1 && found.startsWith("!")) return found.slice(1);
    if (found.length > 1 && found.startsWith("=")) return withCapitals(found.slice(1), form, low);
    const capitals = NATIONALITY.test(name) || (!shouted && /^NNS?$/.test(xpos) && ACRONYM.test(form));
    return capitals ? withCapitals(found, form, low) : found;
  }

  private byEnding(low: string, xpos: string): string {
    const rules = this.rules.get(xpos);
    if (!rules || !HAS_LETTER.test(low)) return low;
    for (let n = Math.min(LONGEST, low.length); n >= 0; n--) {
      const rule = rules.get(low.slice(low.length - n));
      if (!rule) continue;
      const [cut, add] = rule;
      const keep = add.startsWith("=");
      return (keep ? "=" : "") + low.slice(0, low.length - cut) + (keep ? add.slice(1) : add);
    }
    return low;
  }
}
