// Names of states in other languages, from the CLDR data that Node carries: for questions of users, never for running text,
// where “Island” (Iceland in German) and “Maurice” (Mauritius in French) would make false actors.
import type { StateRow } from "./tables.ts";

/** Languages of agencies and foreign ministries whose pages users meet most. */
const LANGUAGES = "fr es de it pt nl pl sv da nb fi cs hu ro el tr ru uk ar he fa hi id vi th zh ja ko".split(" ");

export interface OtherName {
  readonly state: string;
  /** Languages that have this name, in English. */
  readonly languages: readonly string[];
}

const fold = (name: string): string =>
  name
    .normalize("NFC")
    .toLowerCase()
    .replace(/[\s‑–-]+/g, " ")
    .trim();

type Namer = readonly [language: string, names: Intl.DisplayNames];
const namers = (): readonly Namer[] => LANGUAGES.map((l) => [l, new Intl.DisplayNames([l], { type: "region", fallback: "none" })]);

/** Names of one state with the codes of their languages; none for states without an ISO code. */
export function namesInOtherLanguages(
  state: StateRow,
  by: readonly Namer[] = namers(),
): readonly (readonly [language: string, name: string])[] {
  const { ISO } = state.codes;
  return ISO ? by.flatMap(([language, names]) => (names.of(ISO) ? [[language, names.of(ISO)!] as const] : [])) : [];
}

/** The state that has this name in another language than English; null where none or several have it. */
export function stateInOtherLanguage(states: Iterable<StateRow>, name: string): OtherName | null {
  const wanted = fold(name);
  if (wanted === "") return null;
  const by = namers();
  const english = new Intl.DisplayNames(["en"], { type: "language" });
  let found: OtherName | null = null;
  for (const state of states) {
    const languages = namesInOtherLanguages(state, by).flatMap(([language, n]) => (fold(n) === wanted ? [english.of(language)!] : []));
    if (languages.length === 0) continue;
    if (found) return null;
    found = { state: state.id, languages };
  }
  return found;
}
