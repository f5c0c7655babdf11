// Organisations and organs by name: `NATO`, `Nippon Steel`, `the Self-Defense Forces`, `the Pentagon`.
import { headOf } from "../tree.ts";
import { add, isCovered, type Scene } from "./candidate.ts";
import type { NameSpans } from "./names.ts";
import { stateOf, withArticle } from "./states.ts";

/** Adds a candidate for every organisation's or organ's name that no title or group has taken. A possessor of a group acts on its own and is kept. */
export function findOrganisations(scene: Scene, spans: NameSpans): void {
  const { tokens, covered, tree } = scene;
  for (const span of spans.list) {
    if (span.label !== "ORG" || /-\p{Ll}/u.test(tokens[span.to - 1]!.text)) continue; // `UN-led` is an adjective
    const head = headOf(tokens, span.from, span.to);
    const possessor = tokens[span.to]?.xpos === "POS";
    if (isCovered(scene, span.from, span.to)) {
      const outer = scene.candidates[covered[span.from]! - 1];
      if (!possessor || (outer?.sort !== "group" && outer?.sort !== "organ") || outer.head < span.to) continue;
    }
    const from = withArticle(scene, span);
    const organ = span.surface?.kind === "organ";
    const states = new Set<string>();
    if (organ || !span.surface) {
      for (const child of tree.children(head)) {
        const state = child < span.from ? stateOf(spans.at(child)) : null;
        if (state) states.add(state);
      }
    }
    for (const inside of span.inside) if (inside.kind === "state" || inside.kind === "adjective") states.add(inside.ids[0]!);
    add(scene, {
      sort: organ ? "organ" : "organisation",
      from,
      to: span.to,
      head,
      name: { from: span.from, to: span.to },
      ids: span.surface?.ids ?? [],
      states: [...states],
      number: "sing",
    });
  }
}
