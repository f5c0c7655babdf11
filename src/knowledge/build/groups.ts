// Nouns for unnamed groups with their CAMEO sector: the project's own list over the agents of PETRARCH2's dictionary (MIT).
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fold, phraseKey } from "../forms.ts";
import type { GroupTable } from "../tables.ts";
import { readYaml } from "./read.ts";

const IRREGULAR: Readonly<Record<string, string>> = {
  man: "men",
  woman: "women",
  child: "children",
  people: "people",
  police: "police",
  military: "military",
  personnel: "personnel",
  leadership: "leadership",
};

function plural(phrase: string): string {
  const words = phrase.split(" ");
  const of = words.findIndex((w, i) => i > 0 && (w === "of" || w === "for"));
  const at = of > 0 ? of - 1 : words.length - 1;
  const word = words[at]!;
  let form = IRREGULAR[word];
  if (!form) {
    if (/man$/.test(word) && word.length > 4) form = word.replace(/man$/, "men");
    else if (/child$/.test(word)) form = `${word}ren`;
    else if (/[^aeiou]y$/.test(word)) form = word.replace(/y$/, "ies");
    else if (/(s|x|z|ch|sh)$/.test(word)) form = `${word}es`;
    else form = `${word}s`;
  }
  return [...words.slice(0, at), form, ...words.slice(at + 1)].join(" ");
}

export function buildGroups(sources: string, curatedFolder: string): GroupTable {
  const agents = new Map<string, string>();
  // Adherents of a faith have its code; its ministers are religious whatever the faith.
  const clergy =
    /(^| )(muslim|christian|hindu|buddhist|jewish|catholic|sikh|religious)( .*)? (cleric|priest|monk|imam|bishop|rabbi|preacher|leader|clergy|mullah|scholar)$/;
  const folder = join(sources, "petrarch2-dictionaries/petrarch2/data/dictionaries");
  for (const line of readFileSync(join(folder, "Phoenix.agents.txt"), "utf8").split("\n")) {
    const hit = /^([A-Z][A-Z_'-]+?)_?\s*(?:\{([A-Z_' ,-]+)\})?\s*\[~([A-Z]{3})/.exec(line.replace(/!PERSON!/g, ""));
    if (!hit || line.includes("!")) continue;
    for (const form of [hit[1]!, ...(hit[2] ? hit[2].split(",") : [])]) {
      const words = fold(form.trim().replace(/_+/g, " ")).trim();
      if (words.length < 3 || hit[3] === "PPL") continue;
      const sector = clergy.test(words) ? "REL" : hit[3]!;
      agents.set(words, sector);
      if (!hit[2]) agents.set(plural(words), sector);
    }
  }
  const own = readYaml<Readonly<Record<string, readonly string[]>>>(join(curatedFolder, "groups.yaml"));
  const plurals: Record<string, string> = {};
  for (const [sector, nouns] of Object.entries(own)) {
    for (const noun of nouns) {
      agents.set(phraseKey(noun), sector);
      agents.set(phraseKey(plural(noun)), sector);
      plurals[phraseKey(plural(noun))] = sector;
    }
  }
  return { plural: plurals, agents: Object.fromEntries([...agents].sort((a, b) => (a[0] < b[0] ? -1 : 1))) };
}
