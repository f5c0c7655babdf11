// Which language a text is in: by script, then by the share of each language's most frequent function words.
import { words } from "./whitespace.ts";

/** Function words that are frequent in one language and rare in the others of the list. */
const STOP_WORDS: Readonly<Record<string, string>> = {
  en: "the of and to in that is was for it with as his on be at by had not are but from or have an they which you were their has would there been will more who when this said its after about",
  de: "der die und das den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder",
  fr: "de la le et les des en un du une que est pour qui dans par plus pas au sur ne se il sont avec son cette aux ont été mais comme ses leur ces elle ou nous",
  es: "de la que el en y los del se las por un para con no una su al es lo como más pero sus le ya fue este ha sí porque esta entre cuando muy sin sobre también",
  it: "di che il la e un per del in non una sono con da le si dei nel alla come più ha ma gli della anche lo al delle questo è i dal ai suo",
  pt: "de a que o e do da em um para com não uma os no se na por mais as dos como mas foi ao ele das tem à seu sua ou são também pelo pela até",
  nl: "de het een van en in is dat op te zijn voor met niet aan er om ook als maar bij nog uit naar worden door over hij werd deze heeft hun",
  sv: "och att det som en på är av för med den till inte har om ett men var sig så från vi kan nu när han ut under ska också",
  da: "og i at det er en til på som med for den de ikke af et har men var sig om så fra vi kan nu når blev havde efter også",
  pl: "w i na z się nie do że jest to o po jak za od przez ale są dla tym co czy przy było oraz jego który roku",
  tr: "ve bir bu da de için ile olarak çok daha olan gibi en ne kadar sonra var o ama ise olduğu oldu göre",
  cs: "a se v na je že s z do o k i to jako za by ale pro si jsou po který také od byl jeho podle",
  ro: "de și în a la cu care din pe nu o un este pentru că mai ce sunt fi au prin dar ca sau fost",
  fi: "ja on ei se että oli hän joka ovat kun myös mutta niin kuin ole sekä jo vain sen tai mukaan jos olisi tämä",
  hu: "a az és hogy nem is egy meg volt ez de már csak van mint még azt aki lesz szerint után volna ezt",
  vi: "và của là có không được cho các một trong đã những với người này để khi đến về từ cũng như nhiều",
  tl: "ang ng sa na mga at ay si ni para ito siya kung hindi may din rin nang pa ko po niya kanyang",
  sq: "dhe të në e i një për me është që nga ka nuk si më ne kjo por ky janë ishte do të",
  hr: "i je u na se da su za od s a koji o kao nije će biti što iz bi to ali koja",
  id: "yang dan di dengan untuk dari pada dalam ini itu tidak akan oleh juga adalah ke sebagai telah mereka ada atau kata",
};
const PROFILES = Object.entries(STOP_WORDS).map(([tag, list]) => [tag, new Set(list.split(" "))] as const);

const ENGLISH = new Set(STOP_WORDS.en!.split(" "));

/** Scripts that settle the language, or the family that shares them. */
const SCRIPTS: readonly (readonly [string, RegExp])[] = [
  ["ja", /[\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ["ko", /\p{Script=Hangul}/gu],
  ["zh", /\p{Script=Han}/gu],
  ["ru", /\p{Script=Cyrillic}/gu],
  ["ar", /\p{Script=Arabic}/gu],
  ["he", /\p{Script=Hebrew}/gu],
  ["el", /\p{Script=Greek}/gu],
  ["hi", /\p{Script=Devanagari}/gu],
  ["th", /\p{Script=Thai}/gu],
  ["bn", /\p{Script=Bengali}/gu],
  ["ta", /\p{Script=Tamil}/gu],
  ["gu", /\p{Script=Gujarati}/gu],
  ["te", /\p{Script=Telugu}/gu],
  ["kn", /\p{Script=Kannada}/gu],
  ["ml", /\p{Script=Malayalam}/gu],
  ["pa", /\p{Script=Gurmukhi}/gu],
  ["si", /\p{Script=Sinhala}/gu],
  ["ka", /\p{Script=Georgian}/gu],
  ["hy", /\p{Script=Armenian}/gu],
  ["my", /\p{Script=Myanmar}/gu],
  ["km", /\p{Script=Khmer}/gu],
  ["am", /\p{Script=Ethiopic}/gu],
];

const NAMES: Readonly<Record<string, string>> = {
  de: "German",
  fr: "French",
  es: "Spanish",
  it: "Italian",
  pt: "Portuguese",
  nl: "Dutch",
  sv: "Swedish",
  da: "Danish",
  pl: "Polish",
  tr: "Turkish",
  cs: "Czech",
  ro: "Romanian",
  fi: "Finnish",
  hu: "Hungarian",
  vi: "Vietnamese",
  tl: "Filipino",
  sq: "Albanian",
  hr: "Croatian or a language near it",
  gu: "Gujarati",
  te: "Telugu",
  kn: "Kannada",
  ml: "Malayalam",
  pa: "Punjabi",
  si: "Sinhala",
  ka: "Georgian",
  hy: "Armenian",
  my: "Burmese",
  km: "Khmer",
  am: "Amharic",
  id: "Indonesian",
  ja: "Japanese",
  ko: "Korean",
  zh: "Chinese",
  ru: "Russian or another Cyrillic language",
  ar: "Arabic",
  he: "Hebrew",
  el: "Greek",
  hi: "Hindi",
  th: "Thai",
  bn: "Bengali",
  ta: "Tamil",
}; // prettier-ignore

/** English name of a language tag, for messages. */
export function languageName(tag: string): string {
  return NAMES[tag] ?? (tag === "und" ? "another language" : tag);
}

/**
 * The language of `text` as a two-letter tag; `und` where it is none that is known, and surely not English; null where the text is too
 * short or mixed to tell.
 * Only the first 4,000 UTF-16 units are looked at.
 */
export function detectLanguage(text: string): string | null {
  const sample = text.slice(0, 4000);
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  if (letters < 20) return null;
  for (const [tag, script] of SCRIPTS) {
    const share = (sample.match(script)?.length ?? 0) / letters;
    // Kana is at least a tenth of running Japanese; every other script has to carry the text.
    if (share > (tag === "ja" ? 0.1 : 0.4)) return tag;
  }
  const tokens = words(sample);
  if (tokens.length < 8) return null;
  let best: string | null = null;
  let first = 0;
  let second = 0;
  for (const [tag, profile] of PROFILES) {
    let hits = 0;
    for (const token of tokens) if (profile.has(token)) hits++;
    const share = hits / tokens.length;
    if (share > first) {
      second = first;
      first = share;
      best = tag;
    } else if (share > second) second = share;
  }
  // Running text has a quarter to a half of such words; a list of names or figures has few, and says nothing.
  if (first >= 0.12 && first - second >= 0.03) return best;
  // Sixty words with next to none of the commonest English ones are some other language; lists of results in English have 3 % and more.
  const english = tokens.filter((token) => ENGLISH.has(token)).length / tokens.length;
  return tokens.length >= 60 && english < 0.02 ? "und" : null;
}
