// Arguments that several commands share: dates, states, formats, checked with a message that says what is expected.
import type { Knowledge } from "../knowledge/index.ts";
import { isCalendarDate, ScenesetterError } from "../model/index.ts";

/** `value` when it is an ISO date or date-time with offset. @throws ScenesetterError `usage` */
export function dateArgument(option: string, value: string): string {
  const dateTime = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/.test(value);
  if (isCalendarDate(value) || (dateTime && isCalendarDate(value.slice(0, 10)) && !Number.isNaN(Date.parse(value)))) return value;
  throw new ScenesetterError("usage", { reason: `${option} takes a date such as 2025-02-06 or 2025-02-06T18:00:00+09:00, not “${value}”` });
}

/** The state or organisation a word means: `JPN`, `Japan`, `Japanese`, `NATO`. @throws ScenesetterError `usage` */
export function sideArgument(knowledge: Knowledge, value: string): string {
  if (knowledge.actor(value.toUpperCase())) return value.toUpperCase();
  const { actor } = knowledge.resolve(value, null);
  if (actor && !actor.id.startsWith("person:") && !actor.id.startsWith("group:")) return actor.state ?? actor.id;
  throw new ScenesetterError("usage", {
    reason: `“${value}” is no state or organisation that is known; use a code such as JPN or a name such as Japan`,
  });
}

/** One of `choices`. @throws ScenesetterError `usage` */
export function choiceArgument<T extends string>(option: string, value: string, choices: readonly T[]): T {
  const choice = choices.find((c) => c === value);
  if (choice) return choice;
  throw new ScenesetterError("usage", { reason: `${option} is one of ${choices.join(", ")}, not “${value}”` });
}
