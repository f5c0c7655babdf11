// Assembly: actors, places, dates and quantities as one list of mentions in text order, with their ids.
import type { ActorMention, DateMention, Mention, QuantityMention, Token } from "./annotation.ts";
import type { Cell, Mutable } from "./coreference/index.ts";
import type { Finding } from "./mentions/index.ts";

/** Mentions in text order, the longer before the shorter at one start; ids are positions. Cells pair actor mentions with their candidates. */
export function assemble(
  text: string,
  tokens: readonly Token[],
  findings: readonly Finding[],
  dates: readonly Omit<DateMention, "id">[],
  quantities: readonly QuantityMention[],
): { mentions: readonly Mention[]; cells: readonly Cell[] } {
  const cells: Cell[] = [];
  const drafts: Mutable<Mention>[] = [...dates.map((m) => ({ ...m, id: -1 })), ...quantities.map((m) => ({ ...m }))];
  for (const finding of findings) {
    const { candidate } = finding;
    const start = tokens[candidate.from]!.start;
    const end = tokens[candidate.to - 1]!.end;
    const common = {
      id: -1,
      start,
      end,
      from: candidate.from,
      to: candidate.to,
      head: candidate.head,
      sentence: tokens[candidate.from]!.sentence,
      text: text.slice(start, end),
    };
    if (candidate.sort === "place") {
      if (finding.place)
        drafts.push({ ...common, kind: "place", placeId: finding.place.id, name: finding.place.name, state: finding.place.state });
      continue;
    }
    const mention: Mutable<ActorMention> = {
      ...common,
      kind: "actor",
      form: finding.form,
      actors: finding.actors,
      title: finding.title,
      qualifier: finding.qualifier,
      antecedent: null,
      anonymous: candidate.anonymous,
    };
    drafts.push(mention);
    cells.push({ mention, candidate });
  }
  drafts.sort((a, b) => a.from - b.from || b.to - a.to || (a.kind < b.kind ? -1 : a.kind > b.kind ? 1 : 0));
  const renamed = new Map<number, number>();
  drafts.forEach((mention, id) => {
    if (mention.kind === "quantity") renamed.set(mention.id, id);
    mention.id = id;
  });
  for (const mention of drafts)
    if (mention.kind === "quantity" && mention.sameAs !== null) mention.sameAs = renamed.get(mention.sameAs) ?? null;
  return { mentions: drafts as readonly Mention[], cells };
}

/** Token position → ids of the mentions that cover it, longest first. */
export function coverage(mentions: readonly Mention[]): ReadonlyMap<number, readonly number[]> {
  const map = new Map<number, number[]>();
  for (const mention of mentions) {
    for (let i = mention.from; i < mention.to; i++) {
      const list = map.get(i);
      if (list) list.push(mention.id);
      else map.set(i, [mention.id]);
    }
  }
  for (const list of map.values()) {
    if (list.length > 1) list.sort((a, b) => mentions[b]!.to - mentions[b]!.from - (mentions[a]!.to - mentions[a]!.from) || a - b);
  }
  return map;
}
