// Rows of commitments: words that bind an actor to an act, and what becomes of it.
import type { CommitmentStatus } from "../../model/index.ts";
import type { Frame } from "../frames.ts";
import type { RuleInfo } from "../rules.ts";

export interface CommitmentRow extends RuleInfo, Frame {
  readonly status: CommitmentStatus;
  /** Status when two or more parties bind themselves together. */
  readonly jointly?: CommitmentStatus;
  /** Only when the act is concrete, or has an amount or a deadline. */
  readonly concrete?: boolean;
}

export const COMMITMENT_ROWS: readonly CommitmentRow[] = [
  {
    id: "commitment/pledge",
    kind: "commitment",
    status: "pledged",
    jointly: "agreed",
    reason: "Pledging, promising, committing or vowing binds to the act.",
    verbs: ["pledge", "commit", "promise", "vow", "undertake", "guarantee", "recommit"],
    adjectives: ["committed", "commit"],
    about: ["clause", "prep:to|for", "object"],
    toward: ["prep:to", "object"],
    examples: [
      "Canada pledged to send 200 trucks to Ukraine by June.",
      "Prime Minister Giorgia Meloni promised NATO to lift defence spending to 2 percent in 2028.",
    ],
    counterexamples: ["The match promised to be long."],
  },
  {
    id: "commitment/agree",
    kind: "commitment",
    status: "agreed",
    reason: "What two sides agree, decide or resolve to do binds both.",
    verbs: ["agree", "agree+on|upon", "decide", "resolve", "concur", "concur+on", "determine", "undertake"],
    nouns: ["decision", "agreement", "accord", "deal"],
    about: ["clause", "prep:on|upon|to", "object"],
    toward: ["prep:with"],
    concrete: true,
    examples: ["Egypt and Sudan agreed to open a second border crossing."],
    counterexamples: ["The two ministers agreed to stay in touch.", "Portuguese prosecutors agreed to open their files to Spain by June."],
  },
  {
    id: "commitment/intend",
    kind: "commitment",
    status: "pledged",
    jointly: "agreed",
    reason: "A stated intention or plan of a state to do a concrete act.",
    verbs: ["intend", "plan", "seek", "aim"],
    nouns: ["intention", "plan"],
    about: ["clause", "prep:of"],
    toward: ["prep:with"],
    concrete: true,
    examples: ["Spain and Portugal intend to build a new rail line.", "The United Kingdom plans to train 5,000 soldiers in Kenya."],
    counterexamples: ["Residents plan to sell their houses."],
  },
  {
    id: "commitment/noun",
    kind: "commitment",
    status: "pledged",
    reason: "A state's commitment, pledge or promise to a concrete act.",
    nouns: ["commitment", "pledge", "promise", "undertaking", "vow", "assurance", "guarantee", "word"],
    about: ["clause", "prep:to|of", "object"],
    toward: ["prep:to"],
    concrete: true,
    examples: [
      "President Joe Biden met Chancellor Olaf Scholz in Berlin. The talks turned to Germany's commitment to increase its defence budget.",
    ],
    counterexamples: ["Her commitment to her garden is known."],
  },
  {
    id: "commitment/sign",
    kind: "commitment",
    status: "agreed",
    reason: "A signed or concluded agreement binds its parties.",
    verbs: ["sign", "conclude", "finalize", "finalise", "seal", "clinch", "ink"],
    about: ["object"],
    toward: ["prep:with"],
    examples: ["Kenya signed an agreement with Qatar on migrant workers."],
    counterexamples: ["The player signed a contract for two years."],
  },
  {
    id: "commitment/instruct",
    kind: "commitment",
    status: "pledged",
    jointly: "agreed",
    reason: "Leaders who instruct their ministers to act commit their states to it.",
    verbs: ["instruct", "task", "direct"],
    about: ["clause", "object"],
    toward: [],
    examples: ["President Emmanuel Macron and Chancellor Friedrich Merz instructed their ministers to conclude the treaty by March."],
    counterexamples: ["The sign instructed visitors to wait."],
  },
];

export const ACCEPTED: RuleInfo = {
  id: "commitment/accept-invitation",
  kind: "commitment",
  reason: "Who accepts an invitation to visit binds himself to come.",
  examples: ["President Donald Trump accepted an invitation from King Charles to visit Britain."],
  counterexamples: ["The singer accepted an invitation to the gala."],
};
export const WILL: RuleInfo = {
  id: "commitment/will",
  kind: "commitment",
  genre: "statement",
  reason: "A state or its voice that says it will do a concrete act binds itself to it.",
  examples: [
    "The United States will provide 40 million dollars for clean water in Zambia.",
    "Oman is to lend Bahrain fifteen boats.",
    "Ghana is going to reopen its border with Togo, the interior minister said.",
  ],
  counterexamples: ["The weather will improve on Sunday.", "Oman is to play Bahrain in the final."],
};
export const UNDER_WAY: RuleInfo = {
  id: "commitment/under-way",
  kind: "commitment",
  genre: "statement",
  reason: "A state or its agency that is doing an announced act has it under way.",
  examples: ["USAID is launching a new health programme in Malawi."],
  counterexamples: ["The restaurant is launching a new menu."],
};
export const SAID: RuleInfo = {
  id: "commitment/said-will",
  kind: "commitment",
  reason: "What a speaker says that his side's firms, teams or offices will do by a day, he promises.",
  examples: ["Prime Minister Mette Frederiksen met President Donald Trump. She said companies would sign a contract within 60 days."],
  counterexamples: ["Analysts said that shops would sign a contract within 60 days."],
};
export const SLIPPED: RuleInfo = {
  id: "commitment/slipped",
  kind: "commitment",
  reason: "What was to be done by a day and has not been, or is now expected on a later one, has slipped.",
  examples: [
    "President Emmanuel Macron met Prime Minister Narendra Modi. The joint team that was to report in March has not done so.",
    "Finland and Estonia met in Turku. The study was promised for March. The Estonian government now aims for the end of September.",
  ],
  counterexamples: ["The guests were asked to leave and have not done so."],
};
export const LATE: RuleInfo = {
  id: "commitment/late",
  kind: "commitment",
  reason: "A deadline that is missed leaves its promise late.",
  examples: ["Kenya and Uganda held talks in Nairobi. Uganda has missed the deadline for the new border post."],
  counterexamples: ["The reporter missed the deadline for the story."],
};
export const BROKEN: RuleInfo = {
  id: "commitment/broken",
  kind: "commitment",
  reason: "A promise that is broken, dropped or gone back on is broken.",
  examples: [
    "Chile and Bolivia held talks in Lima. Bolivia has broken its promise to open the port to Chilean ships.",
    "Chile and Bolivia held talks in Lima. Chile reneged on its pledge to lift the duty.",
  ],
  counterexamples: ["The singer broke her promise to her mother."],
};
export const STARTED: RuleInfo = {
  id: "commitment/started",
  kind: "commitment",
  reason: "A promised act that has begun is under way.",
  examples: ["Italy and Albania met in Tirana. Italy has begun to build the hospital that it promised Albania."],
  counterexamples: ["The match has begun with a promised show."],
};
export const REFUSED: RuleInfo = {
  id: "commitment/refused",
  kind: "commitment",
  reason: "“Has made no promise” says that there is no commitment.",
  examples: ["Prime Minister Mark Carney met President Donald Trump and has made no promise on dairy quotas."],
  counterexamples: ["The film made no profit."],
};
export const KEPT: RuleInfo = {
  id: "commitment/kept",
  kind: "commitment",
  reason: "What was promised and is now delivered, opened or signed is done.",
  examples: ["Japan delivered the patrol boats that it had promised to the Philippines."],
  counterexamples: ["The postman delivered a letter."],
};
export const MISSED: RuleInfo = {
  id: "commitment/missed",
  kind: "commitment",
  reason: "What was promised and has failed, slipped or has no date is late or broken.",
  examples: ["Italy has failed to deliver the ships that it promised to Greece."],
  counterexamples: ["The pupil failed to answer."],
};
