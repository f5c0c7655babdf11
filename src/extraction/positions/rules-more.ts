// What is said of positions that no single lexical unit gives: reasons and examples of read-more.ts.
import type { RuleInfo } from "../rules.ts";

export const SHOULD: RuleInfo = {
  id: "position/should",
  kind: "position",
  reason: "Who says that somebody should or must do something demands it.",
  examples: ["Foreign Minister Hakan Fidan said that Sweden should lift the ban on arms exports."],
  counterexamples: ["The doctor said that patients should rest."],
};
export const WILL_NOT: RuleInfo = {
  id: "position/will-not",
  kind: "position",
  reason: "Who says that he will not accept, sign or discuss something is against it.",
  examples: ["Denmark will not discuss the sale of Greenland."],
  counterexamples: ["The engine will not start."],
};
export const AGAINST: RuleInfo = {
  id: "position/against",
  kind: "position",
  reason: "Being against or in favour of something.",
  examples: ["Slovakia is against sanctions on Russia."],
  counterexamples: ["The ladder is against the wall."],
};
export const DENIED: RuleInfo = {
  id: "position/denied-request",
  kind: "position",
  reason: "Who says that nothing was asked, put or decided denies it.",
  examples: ["Prime Minister Petr Fiala met Chancellor Olaf Scholz in Prague. “No price was put to me,” Fiala told reporters."],
  counterexamples: ["No seats were offered to the guests."],
};
export const CONDITION: RuleInfo = {
  id: "position/condition",
  kind: "position",
  reason: "What a side ties its own act to: it demands what must come first, and offers what it would do then.",
  examples: [
    "Chancellor Olaf Scholz met President Andrzej Duda in Berlin. Poland would not join the fund unless the vote is unanimous.",
    "Chancellor Olaf Scholz met President Andrzej Duda in Berlin. Germany said that a second loan could be considered if Poland cut subsidies.",
  ],
  counterexamples: ["The match would be played if the rain stopped."],
};
export const NUMBERED: RuleInfo = {
  id: "position/number",
  kind: "position",
  reason: "A number that a side asks or offers is what it wants or gives.",
  examples: ["Norway met Greece in Oslo. The Greek offer for the ferries remained 40 million euros."],
  counterexamples: ["The shop's asking price is 40 euros."],
};
