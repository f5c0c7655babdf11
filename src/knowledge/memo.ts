// Remembers answers of the resolver: running text asks for the same names again and again.
import type { Resolution } from "./types.ts";

/** The answers to one phrase on one day: one where the context made no difference, else one for each context. */
interface Entry {
  whatever: Resolution | null;
  readonly byContext: Map<string, Resolution>;
}

/** Answers kept; a text of the greatest length asks for some hundreds of phrases. Beyond it all are forgotten and learned anew, about 3 MB. */
const KEPT = 5000;

/** An answer, and whether the actors met before had a say in it. */
export interface Traced {
  readonly resolution: Resolution;
  readonly byContext: boolean;
}

export class Memo {
  readonly #days = new Map<string, Map<string, Entry>>();
  #kept = 0;

  /** The answer to `phrase`: remembered, else found by `ask`, which must depend on its arguments alone. */
  get(phrase: string, on: string | null, context: readonly string[], ask: () => Traced): Resolution {
    const day = on ?? "";
    let phrases = this.#days.get(day);
    const known = phrases?.get(phrase);
    if (known?.whatever) return known.whatever;
    const met = known === undefined ? "" : context.join(" ");
    const answer = known?.byContext.get(met);
    if (answer) return answer;
    const { resolution, byContext } = ask();
    if (this.#kept >= KEPT) {
      this.#days.clear();
      this.#kept = 0;
      phrases = undefined;
    }
    if (!phrases) {
      phrases = new Map();
      this.#days.set(day, phrases);
    }
    const entry = phrases.get(phrase) ?? { whatever: null, byContext: new Map() };
    phrases.set(phrase, entry);
    if (byContext) entry.byContext.set(context.join(" "), resolution);
    else entry.whatever = resolution;
    this.#kept += 1;
    return resolution;
  }
}
