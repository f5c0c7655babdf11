// Words that say how a meeting stands: ahead, behind, called off, who sets it up, who travels.
export const CANCELLED = new Set(["cancel", "scrap", "abandon", "call"]);
export const POSTPONED = new Set(["postpone", "delay", "put", "push", "defer", "reschedule"]);
export const AHEAD = new Set(["upcoming", "forthcoming", "planned", "next", "future", "coming", "scheduled", "expected", "eventual"]);
export const BEHIND = new Set(["recent", "last", "previous", "earlier", "past", "latest"]);
export const AFTERWARDS = new Set(["after", "following", "since", "during", "despite"]);
export const BEFOREHAND = new Set(["before", "ahead of", "ahead", "prior to", "until", "pending"]);
export const PREPARING = new Set(["prepare", "plan", "schedule", "set", "arrange", "expect", "await", "preparation", "agree", "propose"]);
/** Verbs whose subjects set a meeting up between themselves: “instructed their ministers to convene a meeting”. */
export const SCHEDULING = new Set(["instruct", "agree", "propose", "plan", "schedule", "arrange", "convene", "request", "decide"]);
export const HOSTING = new Set(["host", "receive", "welcome", "invite", "greet", "join"]);
export const JOURNEY = new Set(["travel", "fly", "go", "head", "arrive", "come", "return", "journey", "land", "visit", "depart", "leave"]);
export const SUMMITS = new Set(["summit", "conference", "assembly", "forum", "ministerial"]);
/** Nouns that only measure a meeting: “two days of talks”, “a round of negotiations”. */
export const SPELLS = new Set(["day", "round", "series", "hour", "week", "set"]);
