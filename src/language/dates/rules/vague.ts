// Rules for references to present, past and future that name no date.
import type { DateRule } from "../moment.ts";

const vague = (id: string, pattern: string, value: "PRESENT_REF" | "PAST_REF" | "FUTURE_REF", example: string): DateRule => ({
  id,
  pattern,
  examples: [[example, value]],
  read: () => ({ type: "DATE", value, how: "names no date", first: null, last: null }),
});

export const VAGUE: readonly DateRule[] = [
  vague("now", "( right|just? now | at present | these days | the present ( day )? | nowadays | currently )", "PRESENT_REF", "currently"),
  vague("current", "current", "PRESENT_REF", "current"),
  vague("recently", "more|most? recently", "PAST_REF", "recently"),
  vague("recent", "recent", "PAST_REF", "recent"),
  vague("that-time", "( this|that period | that time )", "PAST_REF", "during that period"),
  {
    ...vague("this-time", "this time", "PRESENT_REF", "by this time"),
    // “this time he won” counts occasions.
    read: (_, m) =>
      /^(?:by|during|around|about|from|since|until|till)$/.test(m.before(1))
        ? { type: "DATE", value: "PRESENT_REF", how: "names no date", first: null, last: null }
        : null,
  },
  vague("past", "the|recent past", "PAST_REF", "in the past"),
  vague("future", "( the near|foreseeable|immediate|distant? future | the near|short|long term )", "FUTURE_REF", "the near future"),
];
