// Speech in the first person: a brief does not say “we”. It stands between marks, or speaks of both sides as “they”; courtesies say nothing.
import { countWords, innerQuotes, plain } from "./words.ts";

const QUOTED = /“[^”]*”|"[^"]*"/g;
/** First and second persons; not the roman numeral of `Article I`, nor the US. */
const FIRST =
  /(?<![\p{L}’'-])(?:(?<!\b(?:Article|Chapter|Part|Phase|Title|Section|War|Annex|Class|Tier|Type|Pillar|Group|Volume|Stage)\s)I(?=[\s’',.]|$)|[Mm]e|[Mm]y|[Ww]e|[Oo]urs?|us|[Yy]ours?|[Yy]ou|[Ll]et[’']s)(?![\p{L}-])/u;

/** Whether words speak as “I”, “we” or “you” outside quotation marks. */
export const isFirstPerson = (words: string): boolean => FIRST.test(plain(words).replace(QUOTED, ""));

/** Turns of a transcript: names in capitals before a colon. */
const TURN = /^(?:\p{Lu}[\p{Lu}.’'-]*\s){1,5}\p{Lu}[\p{Lu}.’'-]+:\s|^Q\s{1,4}\S/gmu;

/** Whether a text is a transcript of several speakers, whose “I” and “we” are not told from the sentence alone. */
export const isTranscript = (text: string): boolean => (text.match(TURN)?.length ?? 0) >= 2;

const COURTESY =
  /\b(?:I|we|let me|let us|let[’']s|I[’']d|we[’']d)\b[^.;]{0,24}?\b(?:start|begin|say|ask|hear|thank|express|congratulate|invite|recogni[sz]e|welcome|turn|note|mention|add|tell|hand|introduce|acknowledge|extend|conclude|close|see you|pass)\b|\blook(?:ing)? forward to\b|\bthank (?:you|him|her|them)\b|\bsay a few words\b|\b(?:pleased|glad|honou?red|happy|delighted|thrilled|proud) (?:to (?:be|see|say|have|meet|join|host|receive)|that you)\b|\bgrateful\b|\b[Yy]ou (?:can|could) (?:speak|tell|talk|say)\b/;

/** Whether speech in the first person is courtesy or the conduct of the talk: “I would like to start by …”, “thank you”. */
export const isCourtesy = (words: string): boolean => isFirstPerson(words) && COURTESY.test(plain(words));

/** Whether the only first person is that of a possession: `the alliance between our nations`, told by one who is not the subject. */
export const isOurs = (words: string): boolean => isFirstPerson(words) && !isFirstPerson(plain(words).replace(/\b[Oo]urs?\b/g, ""));

/** A sentence whose subject is the two of them. */
export const isOfBoth = (words: string): boolean =>
  /^(?:The (?:two )?(?:leaders|sides|countries|governments|presidents|prime ministers|ministers)|Both (?:sides|leaders|countries|governments)|The two|They)\b/.test(
    words,
  );

/** Courtesies told in the third person: `looks forward to welcoming`, `congratulated`. */
export const isGreeting = (words: string): boolean =>
  /\blook(?:s|ed|ing)? forward to\b|\bcongratulat|\bcondolence|\bwell[- ]wishes\b|\bthank(?:s|ed)?\b|\bgratitude\b|\bappointment\b/i.test(
    words,
  );

const THIRD: Readonly<Record<string, string>> = {
  we: "they",
  our: "their",
  ours: "theirs",
  us: "them",
  ourselves: "themselves",
};

/** What both sides say of themselves, told of them: `our alliance` → `their alliance`. Quoted words stay. */
export function ofBoth(words: string): string {
  return words
    .split(/(“[^”]*”)/)
    .map((part) =>
      part.startsWith("“") ? part : part.replace(/(?<![\p{L}’'-])(?:we|ours?|us|ourselves)(?![\p{L}’'-])/gu, (word) => THIRD[word] ?? word),
    )
    .join("");
}

/** Words of speech that is printed. */
const MAX_WORDS = 28;

/** Speech between marks, as one sentence; null where it is too long or begins in the middle. */
export function quotedSpeech(words: string): string | null {
  const whole = plain(words).replace(/(?<!\b\p{Lu}\.\p{Lu})[.;,]+$/u, "");
  const count = countWords(whole);
  if (count < 4 || count > MAX_WORDS || !/^[\p{Lu}\d“"]/u.test(whole) || /[—–]\s*$/.test(whole)) return null;
  return `“${innerQuotes(whole)}”.`;
}
