// Reads PolNeAR: texts with attributions (source, cue and content spans) in Brat standoff; one annotator a text.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Span } from "../../src/model/index.ts";

export interface GoldAttribution {
  readonly source: readonly Span[];
  readonly cue: readonly Span[];
  readonly content: readonly Span[];
}

export interface GoldArticle {
  readonly name: string;
  readonly text: string;
  readonly attributions: readonly GoldAttribution[];
}

/** Articles of a folder with `text/` and `attributions/`, in order of name. Of several annotators of one text the first by name counts. */
export function readPolnear(folder: string, sample = Number.POSITIVE_INFINITY): readonly GoldArticle[] {
  const articles: GoldArticle[] = [];
  const seen = new Set<string>();
  for (const file of readdirSync(join(folder, "attributions")).sort()) {
    const name = file.replace(/_[0-9a-f]{4}\.ann$/, "");
    const path = join(folder, "text", `${name}.txt`);
    if (seen.has(name) || !existsSync(path)) continue;
    if (seen.size >= sample) break;
    seen.add(name);
    articles.push({
      name,
      text: readFileSync(path, "utf8"),
      attributions: readBrat(readFileSync(join(folder, "attributions", file), "utf8")),
    });
  }
  return articles;
}

function readBrat(source: string): readonly GoldAttribution[] {
  const spans = new Map<string, readonly Span[]>();
  const attributions: GoldAttribution[] = [];
  const events: string[] = [];
  for (const line of source.split("\n")) {
    const [id = "", body = ""] = line.split("\t");
    if (id.startsWith("T")) {
      const ranges = body.slice(body.indexOf(" ") + 1).split(";");
      spans.set(
        id,
        ranges.map((range) => {
          const [start = 0, end = 0] = range.split(" ").map(Number);
          return { start, end };
        }),
      );
    } else if (id.startsWith("E")) events.push(body);
  }
  for (const event of events) {
    const parts = event
      .trim()
      .split(/\s+/)
      .map((part) => part.split(":"));
    const of = (role: string): Span[] =>
      parts.filter(([name = ""]) => name.replace(/\d+$/, "") === role).flatMap(([, id = ""]) => [...(spans.get(id) ?? [])]);
    attributions.push({ source: of("Source"), cue: of("Cue"), content: of("Content") });
  }
  return attributions;
}
