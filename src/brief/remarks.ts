// Sentences about the sources: what counts as one, and what was set aside.
import type { Context } from "./context.ts";
import { innerQuotes, listWords, numberWord, plain } from "./words.ts";

/** Copies named one by one. */
const MAX_NAMED = 4;

/** Sites of documents, each once, in order of print; a text without a site by its title. */
export function sitesOf(context: Context, documents: readonly string[]): readonly string[] {
  const site = (id: string): string => {
    const { site: name, title } = context.byId.get(id) ?? { site: null, title: null };
    return name ? plain(name) : title ? `“${innerQuotes(title)}”` : "a text without a title";
  };
  const all = [...new Set(documents.map(site))];
  return all.length > MAX_NAMED ? [...all.slice(0, MAX_NAMED), `${all.length - MAX_NAMED} others`] : all;
}

/** One phrase for each source that stands in several texts, with the reason why they count once. */
export function sourceRemarks(context: Context): readonly string[] {
  return context.sources.flatMap(({ documents, why, origin }) => {
    if (documents.length < 2) return [];
    const first = documents.includes(origin) ? origin : documents[0]!;
    const [site = ""] = sitesOf(context, [first]);
    // Of one owner's texts some may be copies; that they have one owner holds for all.
    if (why.includes("copy") && !why.includes("owner")) {
      const copies = sitesOf(
        context,
        documents.filter((id) => id !== first),
      ).filter((name) => name !== site);
      const where = copies.length > 0 ? `, copied by ${listWords(copies)},` : "";
      return [`the ${site} story${where} stands in ${numberWord(documents.length)} texts and is counted as one source`];
    }
    if (why.includes("correction")) return [`a correction counts with the article it corrects (${site})`];
    return [
      `the ${numberWord(documents.length)} texts of ${listWords(sitesOf(context, documents))} have one owner and count as one source`,
    ];
  });
}

/** What was taken away before the texts were read, each reason once, for section 12. */
export function setAside(context: Context): string | null {
  const counts = new Map<string, number>();
  for (const { document } of context.documents) {
    for (const { reason } of document.removals) counts.set(plain(reason), (counts.get(plain(reason)) ?? 0) + 1);
  }
  if (counts.size === 0) return null;
  const reasons = [...counts.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([reason, count]) => (count > 1 ? `${reason} (${count})` : reason));
  return `Set aside as no part of the articles: ${reasons.join(", ")}.`;
}
