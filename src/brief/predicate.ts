// Subject and predicate of a sentence of a text, found by its first finite verb: a side's line says what the side does, in the words of the text.
import { countWords, houseStyle } from "./words.ts";

const AUXILIARY = "will|would|can|could|may|might|must|should|shall|is|are|was|were|has|have|had|does|do|did|cannot";
/** Verbs of saying, wanting, doing and refusing in news of states; a sentence with another verb is printed whole. */
const REGULAR =
  "accept accuse add agree aim allow announce answer approve argue ask assure back ban bar believe block blame call cancel claim commit condemn confirm consider continue criticise decide decline defend delay demand deny deploy describe discuss emphasise emphasize encourage endorse ensure expect express face favour favor fear fund grant halt help hope host impose import increase insist intend invite join launch levy lift limit look lower need note object offer open oppose order own owe pass plan pledge praise prefer prepare press produce promise propose protest provide push raise ratify reach reaffirm recall receive recognise recognize refuse reject reiterate remain repeat request require restate restrict rule share sign start state stay stop stress suggest supply support suspend thank threaten train underline underscore urge use view voice vow want warn welcome wish worry";
const IRREGULAR =
  "says said sees saw seeks sought tells told holds held makes made gives gave takes took puts put sends sent sets set stands stood keeps kept pays paid spends spent buys bought withdraws withdrew sells sold leaves left lets brings brought builds built cuts gets got goes went says knows knew comes came wins won";
/** Forms without an ending, after a plural subject; those that are nouns as often are left out. */
const PLURAL = "want say seek hope expect insist oppose remain urge believe need";

function forms(verb: string): readonly string[] {
  const stem = verb.endsWith("e") ? verb.slice(0, -1) : verb.endsWith("y") && !/[aeo]y$/.test(verb) ? `${verb.slice(0, -1)}i` : verb;
  const third =
    verb.endsWith("y") && !/[aeo]y$/.test(verb) ? `${verb.slice(0, -1)}ies` : /(?:ss|sh|ch|x)$/.test(verb) ? `${verb}es` : `${verb}s`;
  return [third, `${stem}ed`, ...(/^(?:commit|permit|plan|stop|bar|ban)$/.test(verb) ? [`${verb}${verb.slice(-1)}ed`] : [])];
}

const VERB = new RegExp(
  `(?<![\\p{L}’'-])(?:${AUXILIARY}|${REGULAR.split(" ").flatMap(forms).join("|")}|${IRREGULAR.split(" ").join("|")}|${PLURAL.split(" ").join("|")})(?![\\p{L}’'-])`,
  "gu",
);
/** After these no finite verb follows: `the demands`, `Brazil’s plans`, `to set`, `which stopped`. */
const NO_VERB_AFTER =
  /(?:[’']s|s[’']|(?<![\p{L}])(?:the|a|an|its|their|his|her|our|of|on|for|in|to|with|by|from|and|or|new|these|those|any|no|such|which|who|that|where|when|if|as|not))\s+$/iu;
/** `the price asked by France`: a participle, no verb of the sentence. */
const PARTICIPLE = /^\s+(?:by|from)\s/;
const ADVERBS =
  /\s+(?:(?:also|now|again|still|only|already|recently|repeatedly|therefore|later|then|so far|always|never|long|both|\p{Ll}+ly)\s*)+$/u;
/** A time between subject and verb, which goes to the end of the sentence: `Brazil on Wednesday raised …`. */
const TIME = /\s(?:on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:last|this) (?:week|month|year)|(?:yester|to)day)$/;
/** A phrase before the subject that names the subject under discussion, not a time: `On trade, …`. */
const TOPIC =
  /^(?:On|As for|Regarding|Concerning|But|And|Meanwhile,?|However,?|Separately,?|Furthermore,?|Moreover,?|Additionally,?|Finally,?|So,?|In addition,?)\s(?:[\p{L}’-]+(?:\s[\p{L}’-]+){0,4},\s)?(?!which|who|where|whose)/u;

export interface Clause {
  /** As the text has it, without adverbs at its end; empty when the words begin with the verb. */
  readonly subject: string;
  readonly predicate: string;
}

/** Subject and predicate of a sentence or clause, in the spelling of the brief; null when no finite verb is found early enough. */
export function clauseOf(text: string): Clause | null {
  const words = houseStyle(text).replace(TOPIC, (topic) => (/\d/.test(topic) ? topic : ""));
  for (const match of words.matchAll(VERB)) {
    const before = words.slice(0, match.index);
    if (NO_VERB_AFTER.test(before) || (/ed$/.test(match[0]) && PARTICIPLE.test(words.slice(match.index + match[0].length)))) continue;
    if ((before.match(/[“”]/g) ?? []).length % 2 === 1) continue;
    // A relative clause of the subject has verbs of its own, up to the comma that closes it.
    if (/,\s(?:which|who|whose|where|whom)\s[^,]*$/.test(before)) continue;
    if (countWords(before) > MAX_SUBJECT) return null;
    const adverbs = ADVERBS.exec(` ${before}`)?.[0] ?? "";
    const kept = adverbs
      .replace(/\b(?:also|both)\b/g, "")
      .replace(/\s+/g, " ")
      .trim();
    const whole = ` ${before}`.slice(0, ` ${before}`.length - adverbs.length).trim();
    const time = TIME.exec(whole)?.[0] ?? "";
    const subject = whole.slice(0, whole.length - time.length);
    const rest = words.slice(match.index).replace(/^(\S+)\salso\s/, "$1 ");
    const told = time === "" ? rest : rest.replace(/(\.?)$/, `,${time}$1`);
    return { subject, predicate: `${kept ? `${kept} ` : ""}${told}` };
  }
  return null;
}

/** Words of the longest subject that is told from its verb. */
const MAX_SUBJECT = 16;

const SINGULAR: Readonly<Record<string, string>> = {
  are: "is",
  have: "has",
  were: "was",
  do: "does",
  want: "wants",
  say: "says",
  seek: "seeks",
};

/** The predicate after a singular subject: `are preparing` → `is preparing`. */
export const inSingular = (predicate: string): string => predicate.replace(/^\S+/, (verb) => SINGULAR[verb] ?? verb);
