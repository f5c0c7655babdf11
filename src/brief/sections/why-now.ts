// Section 3: precedents between the sides, and what the leaders said of each other.
import type { StoredClaim } from "../../ledger/index.ts";
import type { TieClaim, TieRelation } from "../../model/index.ts";
import { wholePhrase } from "../clause.ts";
import { ofKind, pointers, sideOf } from "../context.ts";
import { type DraftLine, each, group, line, say } from "../draft.ts";
import { likeness, mergeBy } from "../merge.ts";
import { plain, stopped } from "../words.ts";
import type { Kit, SectionWriter } from "./kit.ts";

const LABEL: Readonly<Record<TieRelation, string>> = {
  precedent: "Precedent",
  rapport: "Rapport",
  alliance: "Alliance",
  partnership: "Partnership",
  rivalry: "Rivalry",
  dependence: "Dependence",
  investment: "Investment",
};

function tieLine({ naming, context }: Kit, tie: { first: StoredClaim<TieClaim>; all: readonly StoredClaim<TieClaim>[] }): DraftLine {
  const { between, relation, about } = tie.first.claim;
  const day = context.byId.get(tie.first.document)?.published?.value.slice(0, 10) ?? null;
  const [a, b] = between.map((actor) => naming.titled(actor, day));
  const words = wholePhrase(about, tie.first.claim.evidence[0]?.quote ?? "") ?? `${plain(about)} …`;
  const sayable = !/^(?:of|on|in|with|between|to|for|by|from)\s/i.test(words);
  return line([say(stopped(`${LABEL[relation]}: ${a} and ${b}${words && sayable ? `, “${words}”` : ""}`), each(pointers(tie.all)))]);
}

export const whyNowSection: SectionWriter = (kit) => {
  const { context } = kit;
  const ties = ofKind(context, "tie").filter(({ claim }) => {
    const sides = new Set(claim.between.map((actor) => sideOf(context, actor)));
    return sides.has("a") && sides.has("b");
  });
  const merged = mergeBy(
    ties,
    ({ claim: a }, { claim: b }) =>
      a.relation === b.relation &&
      (a.between
        .map(({ id }) => id)
        .sort()
        .join() ===
        b.between
          .map(({ id }) => id)
          .sort()
          .join() ||
        likeness(a.about, b.about) >= 0.5),
  );
  if (merged.length === 0) return null;
  return { id: "why-now", number: 3, title: "Why now, precedents", groups: [group(merged.slice(0, 4).map((tie) => tieLine(kit, tie)))] };
};
