// What extraction takes from the stages before it, in one place.

export type { Knowledge } from "../knowledge/index.ts";
export type {
  ActorMention,
  AnnotatedDocument,
  DateMention,
  Mention,
  PlaceMention,
  QuantityMention,
  Quotation,
  Sentence,
  Token,
} from "../language/index.ts";
