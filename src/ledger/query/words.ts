// Words of claims brought to one form for comparing: what is measured, what is promised.

const STOP = new Set(
  (
    "a an the of for to in on at by from with without and or nor but as its their his her our your this that these those is are was were be been being " +
    "it he she they we i you will would shall should can could may might must have has had do does did not no more most less least than then so such " +
    "some any all each other another per about around over under above below up down out off into between against during before after since until " +
    "total overall new further additional current currently now today year month week last next level rate figure number amount value share percentage percent " +
    "us " +
    "demand request requirement asking target goal objective ceiling effort talk negotiation pledge promise commitment plan " +
    "gross product gdp fiscal " +
    "cent euro dollar yen pound rupee crore lakh yuan won ruble rouble franc krone krona kroner peso real usd eur gbp jpy inr per point " +
    "billion million trillion thousand bn tn mn mr mrs ms president prime minister government official officials state states side"
  ).split(" "),
);

/** Words for one thing among figures; the left is written as the right. */
const SAME: Readonly<Record<string, string>> = {
  defense: "defence",
  budget: "spend",
  expenditure: "spend",
  outlay: "spend",
  spent: "spend",
  tariff: "duty",
  levy: "duty",
  cost: "price",
  bid: "price",
  offer: "price",
  automobile: "car",
  auto: "car",
  vehicle: "car",
  aircraft: "jet",
  fighter: "jet",
  plane: "jet",
  bought: "purchase",
  buy: "purchase",
  acquisition: "purchase",
  takeover: "purchase",
  made: "production",
  manufacture: "production",
  manufactured: "production",
  produce: "production",
  produced: "production",
  local: "inland",
  home: "inland",
  domestic: "inland",
  invested: "invest",
  investment: "invest",
  shipment: "export",
  soldier: "troop",
  personnel: "troop",
  lng: "gas",
};

/** A light stem: enough to bring a noun's plural and a verb's endings together; two different words rarely meet. */
function stem(word: string): string {
  if (word.length <= 3) return word;
  if (word.endsWith("ies")) return `${word.slice(0, -3)}y`;
  if (/(ss|us|is)$/.test(word)) return word;
  if (/(ches|shes|sses|xes)$/.test(word)) return word.slice(0, -2);
  if (word.endsWith("s")) return word.slice(0, -1);
  if (word.endsWith("ing") && word.length > 6) return undouble(word.slice(0, -3));
  if (word.endsWith("ed") && word.length > 5) return undouble(word.slice(0, -2));
  return word;
}

const undouble = (word: string): string => (/([bdgmnprt])\1$/.test(word) ? word.slice(0, -1) : word);

/** Content words of a phrase in one form, each once, sorted. */
export function content(phrase: string): readonly string[] {
  const words =
    phrase
      .normalize("NFKC")
      .toLowerCase()
      .replace(/’/g, "'")
      .match(/[\p{L}][\p{L}\p{N}-]*/gu) ?? [];
  const kept = new Set<string>();
  for (const word of words.flatMap((w) => w.split("-"))) {
    if (word.length < 2 || STOP.has(word)) continue;
    const stemmed = stem(word);
    if (STOP.has(stemmed)) continue;
    kept.add(SAME[word] ?? SAME[stemmed] ?? stemmed);
  }
  return [...kept].sort();
}

/** How many words two content lists share, as a share of the shorter, 0 to 1; 0 where one is empty. */
export function overlap(a: readonly string[], b: readonly string[]): number {
  const shorter = Math.min(a.length, b.length);
  return shorter === 0 ? 0 : common(a, b) / shorter;
}

export function common(a: readonly string[], b: readonly string[]): number {
  return a.filter((word) => b.includes(word)).length;
}
