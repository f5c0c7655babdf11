// Units of measure, plural nouns, and words that show that a number counts nothing.

/** Written short forms → plural noun. */
export const SHORT_UNITS: ReadonlyMap<string, string> = new Map([
  ["km", "kilometres"],
  ["kms", "kilometres"],
  ["m", "metres"],
  ["cm", "centimetres"],
  ["mm", "millimetres"],
  ["mi", "miles"],
  ["ft", "feet"],
  ["ft.", "feet"],
  ["nm", "nautical miles"],
  ["kg", "kilograms"],
  ["kgs", "kilograms"],
  ["g", "grams"],
  ["lb", "pounds"],
  ["lbs", "pounds"],
  ["lb.", "pounds"],
  ["oz", "ounces"],
  ["t", "tonnes"],
  ["kt", "kilotonnes"],
  ["mt", "tonnes"],
  ["mw", "megawatts"],
  ["gw", "gigawatts"],
  ["kw", "kilowatts"],
  ["tw", "terawatts"],
  ["mwh", "megawatt-hours"],
  ["gwh", "gigawatt-hours"],
  ["kwh", "kilowatt-hours"],
  ["twh", "terawatt-hours"],
  ["bcm", "billion cubic metres"],
  ["bpd", "barrels per day"],
  ["ha", "hectares"],
  ["mph", "miles per hour"],
  ["kph", "kilometres per hour"],
  ["km/h", "kilometres per hour"],
  ["kmh", "kilometres per hour"],
  ["gb", "gigabytes"],
  ["tb", "terabytes"],
  ["mb", "megabytes"],
  ["nmi", "nautical miles"],
]);

/** Spellings → the form used for units. */
export const SAME_UNIT: ReadonlyMap<string, string> = new Map([
  ["kilometers", "kilometres"],
  ["meters", "metres"],
  ["centimeters", "centimetres"],
  ["millimeters", "millimetres"],
  ["liters", "litres"],
  ["people", "persons"],
  ["peoples", "peoples"],
  ["person", "persons"],
]);

/** Units of which a conversion may stand beside. */
export const MEASURES: ReadonlySet<string> = new Set(
  "kilometres miles metres feet yards inches centimetres kilograms pounds tonnes tons acres hectares degrees litres gallons barrels".split(
    " ",
  ),
);

const IRREGULAR: ReadonlyMap<string, string> = new Map([
  ["person", "persons"],
  ["man", "men"],
  ["woman", "women"],
  ["child", "children"],
  ["foot", "feet"],
  ["serviceman", "servicemen"],
  ["policeman", "policemen"],
  ["fisherman", "fishermen"],
  ["congressman", "congressmen"],
  ["crisis", "crises"],
  ["analysis", "analyses"],
  ["basis", "bases"],
  ["criterion", "criteria"],
  ["phenomenon", "phenomena"],
  ["datum", "data"],
  ["life", "lives"],
  ["wife", "wives"],
  ["half", "halves"],
  ["knife", "knives"],
  ["leaf", "leaves"],
  ["tooth", "teeth"],
  ["mouse", "mice"],
]);
/** One form for one and many. */
const UNCHANGED: ReadonlySet<string> = new Set(
  "aircraft spacecraft hovercraft watercraft sheep fish series species personnel people police cattle troops headquarters means offspring yen yuan baht hertz lakh crore tonnage staff crew gas oil".split(
    " ",
  ),
);

/** Plural of an English noun lemma. */
export function plural(lemma: string): string {
  if (UNCHANGED.has(lemma)) return lemma;
  const irregular = IRREGULAR.get(lemma);
  if (irregular !== undefined) return irregular;
  const whole = /^(.*?)(man|woman)$/.exec(lemma);
  if (whole !== null && lemma.length > 5 && !/(?:hu|ger|ro|sha)man$/.test(lemma)) return `${whole[1]}${whole[2]!.replace("man", "men")}`;
  if (/(?:[sxz]|ch|sh)$/.test(lemma)) return `${lemma}es`;
  if (/[^aeiou]y$/.test(lemma)) return `${lemma.slice(0, -1)}ies`;
  return `${lemma}s`;
}

/** Capitalised or label words after which a number is part of a name: “Article 5”, “Flight 370”. */
export const LABELS: ReadonlySet<string> = new Set(
  "article articles section chapter resolution clause paragraph annex rule rules title part page pages no nos number phase type mark level grade class group channel route highway interstate flight room suite building gate platform line track step stage round game week day season episode volume issue version model serial figure table box appendix protocol amendment proposition prop area district ward zone sector block unit brigade battalion division regiment squadron apollo boeing airbus covid division point item category tier dan score fifa formula world war pope king queen psalm verse chapter agenda vision apt po zip bus exit pier hangar camp site block".split(
    " ",
  ),
);

/** Nouns that “three of” or “12” before them make no count of something a claim could be about. */
export const NOT_COUNTED: ReadonlySet<string> = new Set("time one other o'clock way thing lot pm am bc ad gmt".split(" "));
