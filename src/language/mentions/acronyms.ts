// Acronyms of organisations: introduced in brackets (`Indian Ocean Rim Association (IORA)`) or made of the initials of a name in the text.
import { type Candidate, type Scene, wordsOf } from "./candidate.ts";

const ACRONYM = /^\p{Lu}[\p{Lu}\p{N}&-]{1,9}$/u;

/** First letters of the words that are capitalised: `University of Southern Indiana` → `USI`. */
function initials(name: string): string {
  return name
    .split(/[\s-]+/)
    .filter((w) => /^\p{Lu}/u.test(w))
    .map((w) => w.charAt(0))
    .join("");
}

/** Acronym → the long name. In brackets after the name it must share the first letter; elsewhere it must be all the name's initials, at least three. */
export function acronyms(scene: Scene, candidates: readonly Candidate[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const long = new Map<string, string>();
  const short: string[] = [];
  for (const c of candidates) {
    if (c.sort !== "organisation" || !c.name) continue;
    const text = wordsOf(scene, c.name);
    const next = scene.forms[c.to + 1] ?? "";
    if (scene.forms[c.to] === "(" && scene.forms[c.to + 2] === ")" && ACRONYM.test(next)) {
      if (text.charAt(0).toUpperCase() === next.charAt(0) && !found.has(next)) found.set(next, text);
    }
    if (ACRONYM.test(text)) short.push(text);
    else if (text.includes(" ") && !long.has(initials(text))) long.set(initials(text), text);
  }
  for (const text of short) {
    const name = text.length > 2 ? long.get(text) : undefined;
    if (name && !found.has(text)) found.set(text, name);
  }
  return found;
}
