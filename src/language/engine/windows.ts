// Cuts very long sentences into windows that are parsed one by one, so that time and memory stay bounded.

/** Longest window: 99.98 % of the sentences of EWT and GUM have fewer tokens. */
export const LONGEST_WINDOW = 160;
const SHORTEST_WINDOW = 60;
const STOPS = new Set([".", ";", "!", "?", ":", "…", "•", "—", "–", "-", ","]);

/** Half-open token ranges that cover the sentence, cut after punctuation where there is some. */
export function windows(tokens: readonly string[]): [number, number][] {
  const out: [number, number][] = [];
  let start = 0;
  while (tokens.length - start > LONGEST_WINDOW) {
    let end = start + LONGEST_WINDOW;
    for (let i = end; i > start + SHORTEST_WINDOW; i--) {
      if (STOPS.has(tokens[i - 1]!)) {
        end = i;
        break;
      }
    }
    out.push([start, end]);
    start = end;
  }
  out.push([start, tokens.length]);
  return out;
}
