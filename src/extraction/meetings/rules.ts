// Rows of meetings: the words that mean that officials meet, and how.
import type { MeetingFormat } from "../../model/index.ts";
import type { RuleInfo } from "../rules.ts";

export interface VerbRow extends RuleInfo {
  readonly lemmas: readonly string[];
  readonly particle?: string;
  /** Where the other side stands: direct object, or a preposition's object. */
  readonly others: readonly string[];
  readonly format: MeetingFormat;
  /** The other side is a place or state (`visit Japan`). */
  readonly destination?: boolean;
  /** Only with an object that is an actor and without a clause or second object (`called Ishiba`, not `called it a mistake`). */
  readonly bare?: boolean;
}

export const VERB_ROWS: readonly VerbRow[] = [
  {
    id: "meeting/meet",
    kind: "meeting",
    reason: "To meet somebody, or to meet with somebody, is a meeting in person.",
    lemmas: ["meet", "confer", "huddle"],
    others: ["object", "with"],
    format: "in-person",
    examples: ["Chancellor Olaf Scholz met with President Javier Milei in Berlin on Sunday."],
    counterexamples: ["The new tax does not meet the expectations of investors."],
  },
  {
    id: "meeting/sit-down",
    kind: "meeting",
    reason: "To sit down, dine or lunch with a counterpart is a meeting in person.",
    lemmas: ["sit", "dine", "lunch", "breakfast", "sup"],
    others: ["with"],
    format: "in-person",
    examples: ["President Emmanuel Macron will dine with King Charles at the Elysee on Tuesday."],
    counterexamples: ["The minister sat down and opened his papers."],
  },
  {
    id: "meeting/host",
    kind: "meeting",
    reason: "Who hosts or receives an official of another state meets him or her.",
    lemmas: ["host", "receive", "greet", "welcome"],
    others: ["object"],
    format: "in-person",
    examples: ["President Joe Biden will host Prime Minister Anthony Albanese at the White House on October 25."],
    counterexamples: ["Brazil received 40 million dollars for the forest."],
  },
  {
    id: "meeting/speak",
    kind: "meeting",
    reason: "A readout that says that two leaders spoke reports a call.",
    lemmas: ["speak", "talk"],
    others: ["with", "to"],
    format: "call",
    examples: ["President Joe Biden spoke today with Prime Minister Benjamin Netanyahu of Israel."],
    counterexamples: ["President Joe Biden spoke to reporters after the vote."],
  },
  {
    id: "meeting/telephone",
    kind: "meeting",
    reason: "To call or phone a counterpart is a call; calling somebody something is not.",
    lemmas: ["call", "phone", "telephone", "ring"],
    others: ["object"],
    format: "call",
    bare: true,
    examples: ["President Joe Biden phoned President Lula da Silva on Monday."],
    counterexamples: ["President Donald Trump called Prime Minister Mark Carney a good negotiator."],
  },
  {
    id: "meeting/visit",
    kind: "meeting",
    reason: "An official's journey to another state is a visit to it.",
    lemmas: ["visit", "tour"],
    others: ["object"],
    format: "visit",
    destination: true,
    examples: [
      "Secretary of State Antony Blinken will visit Egypt next week.",
      "President Joko Widodo visited Prime Minister Hun Manet in Phnom Penh on Monday.",
    ],
    counterexamples: ["Thousands of tourists visited Egypt last year."],
  },
  {
    id: "meeting/travel",
    kind: "meeting",
    reason: "An official who travels to another state goes to meet its officials.",
    lemmas: ["travel", "fly", "go", "head", "journey", "arrive", "return", "depart", "come", "land"],
    others: ["to", "in", "for"],
    format: "visit",
    destination: true,
    examples: ["Prime Minister Keir Starmer will travel to India on Wednesday."],
    counterexamples: ["The cargo travelled to India by ship."],
  },
  {
    id: "meeting/see",
    kind: "meeting",
    reason: "An official who saw an official of another state met him or her.",
    lemmas: ["see"],
    others: ["object"],
    format: "in-person",
    bare: true,
    examples: ["Foreign Minister Wang Yi saw President Prabowo Subianto in Jakarta on Tuesday."],
    counterexamples: ["Japan saw its exports fall in March."],
  },
];

export interface NounRow extends RuleInfo {
  readonly lemmas: readonly string[];
  readonly format: MeetingFormat;
}

export const NOUN_ROWS: readonly NounRow[] = [
  {
    id: "meeting/talks",
    kind: "meeting",
    reason: "A meeting, talks or a summit between, with or of officials, held or named.",
    lemmas: [
      "meeting",
      "talk",
      "talks",
      "summit",
      "discussion",
      "encounter",
      "consultation",
      "session",
      "dinner",
      "lunch",
      "breakfast",
      "audience",
      "pull-aside",
    ],
    format: "in-person",
    examples: [
      "President Emmanuel Macron held talks with Chancellor Olaf Scholz in Berlin on Friday.",
      "The meeting between President Xi Jinping and President Vladimir Putin took place in Moscow.",
    ],
    counterexamples: ["The board held a meeting on its budget."],
  },
  {
    id: "meeting/call-noun",
    kind: "meeting",
    reason: "A call or telephone conversation with, between or of officials.",
    lemmas: ["call", "conversation", "phone", "teleconference"],
    format: "call",
    examples: ["President Joe Biden held a call with President Xi Jinping on Tuesday."],
    counterexamples: ["The call for reform came from the union."],
  },
  {
    id: "meeting/video-noun",
    kind: "meeting",
    reason: "A video conference or online meeting of officials.",
    lemmas: ["videoconference", "video"],
    format: "video",
    examples: ["President Joe Biden held a videoconference with President Xi Jinping on Tuesday."],
    counterexamples: ["The ministry posted a video of the parade."],
  },
  {
    id: "meeting/visit-noun",
    kind: "meeting",
    reason: "A visit, trip or journey of an official to another state, or of one by another.",
    lemmas: ["visit", "trip", "travel", "tour", "stay", "stopover"],
    format: "visit",
    examples: ["Prime Minister Narendra Modi's visit to Washington is planned for June 22."],
    counterexamples: ["The museum counts two million visits a year."],
  },
];

export const NAMED_SUMMIT: RuleInfo = {
  id: "meeting/named-summit",
  kind: "meeting",
  reason: "A summit named after an organisation is a meeting of its members.",
  examples: ["The leaders will attend the G7 Summit in Hiroshima."],
  counterexamples: ["The G7 published a report."],
};

export const OCCASION: RuleInfo = {
  id: "meeting/occasion",
  kind: "meeting",
  reason: "A guest at the ceremony of another state visits it.",
  examples: [
    "President Cyril Ramaphosa was the guest of honour at Brazil's military parade on September 7.",
    "Vice President Kamala Harris attended the inauguration of President Bola Tinubu in May 2023.",
  ],
  counterexamples: ["The actress attended the opening of the gallery."],
};
export const STAY: RuleInfo = {
  id: "meeting/stay",
  kind: "meeting",
  reason: "An official who was in another state on a day visited it.",
  examples: ["President Lula da Silva was last in China in April 2023."],
  counterexamples: ["The painting was last in France in 1940."],
};
export const ITINERARY: RuleInfo = {
  id: "meeting/itinerary",
  kind: "meeting",
  reason: "The day a traveller leaves home for a meeting and the day he is back are the days of the visit.",
  examples: [
    "President Javier Milei will meet Prime Minister Giorgia Meloni in Rome on June 5. Milei will leave Buenos Aires on June 3 and be back on June 7.",
  ],
  counterexamples: ["The painter will leave Rome on June 3 and be back on June 7."],
};

export const INVITATION: RuleInfo = {
  id: "meeting/invitation",
  kind: "meeting",
  reason: "Who accepts an invitation to visit a state plans a visit to it.",
  examples: ["President Donald Trump accepted an invitation from King Charles to visit Britain."],
  counterexamples: ["The singer accepted an invitation to the gala."],
};

export const TAKE_PLACE: RuleInfo = {
  id: "meeting/take-place",
  kind: "meeting",
  adds: true,
  reason: "“It will take place on Friday” gives the day of the meeting named before it.",
  examples: [
    "President Emmanuel Macron will meet Prime Minister Giorgia Meloni in Rome. The meeting will take place on Friday, March 7.",
    "President Emmanuel Macron will host Chancellor Olaf Scholz in Paris. The talks are on Tuesday, May 28.",
  ],
  counterexamples: ["The festival will take place on Friday, March 7."],
};
