// Rows of figures: the words that give a quantity its role, nearest above it first.
import type { FigureRole } from "../../model/index.ts";
import type { RuleInfo } from "../rules.ts";

export interface FigureRow extends RuleInfo {
  readonly role: FigureRole;
  readonly verbs: readonly string[];
  readonly nouns: readonly string[];
  readonly adjectives?: readonly string[];
}

export const FIGURE_ROWS: readonly FigureRow[] = [
  {
    id: "figure/target",
    kind: "figure",
    role: "target",
    reason: "A quantity named as target, goal or plan, or that somebody plans to reach.",
    verbs: ["target", "plan", "aim", "intend"],
    nouns: ["target", "goal", "objective", "aim", "plan", "benchmark", "ambition"],
    examples: ["Germany has a target of 2 percent of GDP for defence spending."],
    counterexamples: ["The archer hit the target."],
  },
  {
    id: "figure/demand",
    kind: "figure",
    role: "demand",
    reason: "A quantity that somebody demands, asks, seeks or wants from another.",
    verbs: [
      "demand",
      "ask",
      "press",
      "insist",
      "seek",
      "want",
      "urge",
      "call",
      "require",
      "push",
      "tell",
      "request",
      "expect-of",
      "convey",
      "hope",
      "like",
      "threaten",
      "wish",
    ],
    nouns: ["demand", "request", "requirement", "call", "condition", "wish", "hope"],
    examples: ["The United States demanded that Spain spend 3 percent of GDP on defence."],
    counterexamples: ["The recipe asks for 200 grams of flour."],
  },
  {
    id: "figure/offer",
    kind: "figure",
    role: "offer",
    reason: "A quantity that somebody offers, proposes or is ready to give.",
    verbs: ["offer", "propose", "put", "go:up"],
    nouns: ["offer", "proposal", "readiness"],
    adjectives: ["ready", "prepared", "prepare", "willing"],
    examples: ["Norway has offered 5 billion euros for the frigates."],
    counterexamples: ["The shop offers 20 percent off."],
  },
  {
    id: "figure/pledge",
    kind: "figure",
    role: "pledge",
    reason: "A quantity that somebody pledges, agrees or announces to give.",
    verbs: [
      "pledge",
      "promise",
      "commit",
      "vow",
      "agree",
      "announce",
      "sign",
      "provide",
      "allocate",
      "contribute",
      "invest",
      "donate",
      "approve",
      "unlock",
      "disburse",
    ],
    nouns: ["pledge", "promise", "commitment", "contribution"],
    examples: ["Denmark pledged 300 million euros for Moldova."],
    counterexamples: ["The runner promised a fast race."],
  },
  {
    id: "figure/option",
    kind: "figure",
    role: "option",
    reason: "A quantity that is one option, under discussion or considered.",
    verbs: ["consider", "weigh", "mull", "discuss", "contemplate", "study"],
    nouns: ["option", "scenario", "possibility"],
    examples: ["One option under discussion in Washington would raise the American tariff on Brazilian steel to 40 percent."],
    counterexamples: ["She considered the question for an hour."],
  },
  {
    id: "figure/estimate",
    kind: "figure",
    role: "estimate",
    reason: "A quantity that is estimated, projected, expected, or put as the price of something.",
    verbs: ["estimate", "project", "forecast", "value", "price", "expect", "reckon", "cost"],
    nouns: ["estimate", "projection", "forecast", "bid", "purchase", "takeover", "project", "pipeline"],
    examples: ["The dam in Ethiopia is estimated to cost 4 billion dollars."],
    counterexamples: ["He estimated the distance."],
  },
  {
    id: "figure/threshold",
    kind: "figure",
    role: "threshold",
    reason: "A limit, ceiling, floor or price above or below which something holds.",
    verbs: ["cap", "limit"],
    nouns: ["ceiling", "cap", "limit", "threshold", "floor", "minimum", "maximum"],
    examples: ["The ceiling of Kenya's defence ministry is 90 million dollars."],
    counterexamples: ["The ceiling was painted white."],
  },
];

export const ACTUAL: RuleInfo = {
  id: "figure/actual",
  kind: "figure",
  reason: "A quantity stated as fact of a state, an organisation or an issue.",
  examples: ["India levies a duty of 110 percent on imported cars."],
  counterexamples: ["The bakery sold 4,000 loaves."],
};
