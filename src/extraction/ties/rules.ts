// Rows of ties: nouns and verbs that bind two actors.
import type { TieRelation } from "../../model/index.ts";
import type { RuleInfo } from "../rules.ts";

export interface TieNounRow extends RuleInfo {
  readonly relation: TieRelation;
  readonly nouns: readonly string[];
  readonly others: readonly string[];
  /** Only with an adjective that says how: “close partnership”. */
  readonly qualified?: boolean;
  /** Only with one of these words before it. */
  readonly needs?: readonly string[];
}

export interface TieVerbRow extends RuleInfo {
  readonly relation: TieRelation;
  readonly verbs: readonly string[];
}

export const TIE_NOUNS: readonly TieNounRow[] = [
  {
    id: "tie/alliance",
    kind: "tie",
    relation: "alliance",
    reason: "An alliance of, between or with two states binds them.",
    nouns: ["alliance"],
    others: ["with", "between", "of"],
    examples: ["The alliance between France and Poland is old."],
    counterexamples: ["The alliance of small shops met on Monday."],
  },
  {
    id: "tie/ally",
    kind: "tie",
    relation: "alliance",
    reason: "Calling a state one's ally names an alliance.",
    nouns: ["ally"],
    others: ["in", "of"],
    qualified: true,
    examples: ["Japan is a close ally of Australia."],
    counterexamples: ["The mayor has many allies in the council."],
  },
  {
    id: "tie/partner",
    kind: "tie",
    relation: "partnership",
    reason: "Calling a state a close, strategic or key partner of another names a partnership.",
    nouns: ["partner"],
    others: ["in", "of", "for", "to"],
    qualified: true,
    examples: ["Morocco and Senegal are close partners.", "Vietnam is a strategic partner of Chile."],
    counterexamples: ["Morocco and Senegal were partners in the quiz."],
  },
  {
    id: "tie/pact",
    kind: "tie",
    relation: "alliance",
    reason: "A pact or treaty of defence, security or friendship allies its parties.",
    nouns: ["pact", "treaty"],
    others: ["with", "between"],
    needs: ["defence", "defense", "security", "mutual", "friendship"],
    examples: ["Tunisia concluded a defence pact with Libya in 2014.", "The mutual defence treaty between Kenya and Uganda is in force."],
    counterexamples: ["Tunisia concluded a fishing treaty with Libya."],
  },
  {
    id: "tie/partnership",
    kind: "tie",
    relation: "partnership",
    reason: "A partnership, friendship or relation that the text qualifies (close, strategic, historic) binds two states.",
    nouns: ["partnership", "friendship", "relationship", "bond", "tie", "relation"],
    others: ["with", "between", "of", "to"],
    qualified: true,
    examples: ["The close partnership between Ghana and Germany goes back to 1957."],
    counterexamples: ["The long partnership between the two architects ended."],
  },
  {
    id: "tie/connection",
    kind: "tie",
    relation: "partnership",
    reason: "Connections or links of one state with another bind them, however the text weighs them.",
    nouns: ["connection", "link"],
    others: ["with", "to"],
    examples: ["Officials from Poland worry about Belarus's connections with Iran."],
    counterexamples: ["The museum's connections with local schools are good."],
  },
  {
    id: "tie/cooperation",
    kind: "tie",
    relation: "partnership",
    reason: "Growing or close military or defence cooperation of two states is a tie.",
    nouns: ["cooperation", "collaboration"],
    others: ["with", "between"],
    needs: ["military", "defense", "defence", "growing", "increasing", "close", "deepening"],
    examples: ["Belarus's growing cooperation with Iran worries Poland."],
    counterexamples: ["Close cooperation between teachers and parents helps."],
  },
  {
    id: "tie/rapport",
    kind: "tie",
    relation: "rapport",
    reason: "Rapport, trust or chemistry between two leaders.",
    nouns: ["rapport", "chemistry", "trust"],
    others: ["with", "between"],
    examples: ["The rapport between President Emmanuel Macron and President Abdel Fattah el-Sisi helped."],
    counterexamples: ["The rapport between the singer and her band was good."],
  },
  {
    id: "tie/dependence",
    kind: "tie",
    relation: "dependence",
    reason: "Dependence or reliance of one state on another.",
    nouns: ["dependence", "reliance", "dependency", "supplier"],
    others: ["on", "upon", "of", "to", "from"],
    examples: ["Germany's dependence on Russia for gas has ended."],
    counterexamples: ["Her dependence on coffee is a joke."],
  },
  {
    id: "tie/investor",
    kind: "tie",
    relation: "investment",
    reason: "An investor of one state in another.",
    nouns: ["investor"],
    others: ["in", "of"],
    examples: ["The Netherlands is the largest foreign investor in Brazil."],
    counterexamples: ["The investor in the shop is her uncle."],
  },
  {
    id: "tie/rival",
    kind: "tie",
    relation: "rivalry",
    reason: "Rivalry, enmity or competition of two states.",
    nouns: ["rivalry", "rival", "enmity", "adversary", "competition", "hostility"],
    others: ["with", "between", "of"],
    examples: ["The rivalry between India and Pakistan shaped the summit."],
    counterexamples: ["The rivalry between the two clubs is old."],
  },
];

export const TIE_VERBS: readonly TieVerbRow[] = [
  {
    id: "tie/depend",
    kind: "tie",
    relation: "dependence",
    reason: "To depend or rely on another state.",
    verbs: ["depend+on", "rely+on"],
    examples: ["Moldova depends on Romania for electricity."],
    counterexamples: ["The harvest depends on rain."],
  },
  {
    id: "tie/compete",
    kind: "tie",
    relation: "rivalry",
    reason: "To compete with another state.",
    verbs: ["compete+with", "vie+with"],
    examples: ["Vietnam is competing with Thailand in the rice trade."],
    counterexamples: ["The shop competes with the market."],
  },
  {
    id: "tie/get-along",
    kind: "tie",
    relation: "rapport",
    reason: "To get along with another state or leader.",
    verbs: ["get+with"],
    examples: ["Hungary gets along with Serbia very well."],
    counterexamples: ["The cat gets along with the dog."],
  },
];

export const TIE_RULES: readonly RuleInfo[] = [...TIE_NOUNS, ...TIE_VERBS];
