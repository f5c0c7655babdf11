// Tables of the tokeniser: abbreviations, prefixes, contractions, units. Conventions read off the UD English EWT and GUM train parts.

/** Titles and other abbreviations that always stand before something: never the last token of a sentence. */
export const TITLES = set(
  "Mr Mrs Ms Mx Dr Drs Prof Gen Lt Col Maj Capt Cmdr Cdr Cpl Sgt Pvt Adm Brig Sen Sens Rep Reps Gov Govs Rev Fr Hon Pres Amb Supt Insp Det Messrs Mme Mlle Msgr St Ste Ft Mt Sec Secy Dep Asst Atty Spc Pfc Esq Sr Sra Srta Herr",
);

/** Abbreviations that keep their full stop and may also end a sentence. */
export const ABBREVIATIONS = set(
  "Jr Inc Corp Ltd Co Cos Bros Plc LLC Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun Ave Blvd Rd Pkwy Hwy Bldg Dept Univ Assn Assoc Intl Natl Govt Gov't Int'l Dep't Ass'n Ala Ariz Ark Calif Colo Conn Dela Fla Ga Ill Ind Kan Ky La Md Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa Penn Tenn Tex Va Vt Wash Wis Wyo Ont Que Alta vs viz etc approx ca cf al ed eds vol vols pp para paras fig figs est dept tel ext incl excl max min misc avg hrs hr mins secs yr yrs mo mos wk wks lb lbs oz ft sq Vol Vols Fig Figs Ed Eds Art Arts Sect Ch Cf Viz Vs Nr Approx Est Tel Attn Rs Ph",
);

/** Words too: an abbreviation only before a digit (“No. 10”, “Art. 5”, “pp. 3”). */
export const BEFORE_DIGIT = set("No Nos no nos p Pt pt Art Sec sec Ch ch Ex Op op Rm Apt Ste Res Doc Reg");

/** Ordinary words as well as abbreviations: the full stop stays with them only before a digit or a lower-case word or comma. */
export const ALSO_WORDS = set(
  "Mar Sat Sun Mon Wed Mo Miss Ark Ill Ind La Pa Ore Wash Mass Art Co ed al min max est ca mo ft sec Ch Fig fig Mont Kan Tex Rs Ph Fr Sen Gen Rep Det Dep Sec Mt",
);

/** Dotted abbreviations whose parts are longer than a letter. */
export const DOTTED = /(?:Ph\.D|D\.Phil|M\.Phil|M\.Sc|B\.Sc|LL\.[BMD]|Lt\.Gen|Lt\.Col|Maj\.Gen|Brig\.Gen)\.?/uy;

/** Prefixes that UD English keeps with the word after the hyphen. */
export const PREFIXES = set(
  "non e re anti co pre mid pro cross post semi over sub counter ex multi mini inter socio neo psycho proto arch intra micro macro un ultra trans extra under de bi tri quasi pseudo hyper mega super infra meta poly uni hm uh oh",
);

/** Clitics after an apostrophe, longest first. */
export const CLITICS = ["ll", "re", "ve", "s", "m", "d"] as const;

/** Words written together that UD splits: word → length of the first part. */
export const JOINED = new Map<string, number>([
  ["cannot", 3],
  ["gonna", 3],
  ["gotta", 3],
  ["wanna", 3],
  ["gimme", 3],
  ["lemme", 3],
  ["dunno", 2],
  ["dont", 2],
  ["didnt", 3],
  ["doesnt", 4],
  ["isnt", 2],
  ["wasnt", 3],
  ["arent", 3],
  ["werent", 4],
  ["couldnt", 5],
  ["wouldnt", 5],
  ["shouldnt", 6],
  ["havent", 4],
  ["hasnt", 3],
  ["hadnt", 3],
]);

/** Units that are split from the number they are written to (“7pm”, “3bn”, “40km”). */
export const GLUED_UNITS = set(
  "am pm AM PM a.m p.m bn tn trn mn mln m k M K B b mm cm km kg g mg lb lbs oz ft in mi mph kph km/h kmh MW GW TW kW kWh MWh GWh TWh Hz kHz MHz GHz KB MB GB TB kb mb gb tb ml l L ha t kt Mt mt MM hr hrs h min mins sec secs s ms yr yrs p c cr lakh crore percent pc pts pt x nm bps bpd boe GMT UTC",
);

/** Last parts that make a dotted lower-case word a name of the net or of a file. */
export const NET_SUFFIXES = set(
  "com org net gov edu mil int info biz eu uk us ca au nz jp cn in fr de it es nl be ch at ru ua pl cz se no fi dk ie kr tw hk sg my id ph th vn br mx ar cl za ng ke eg il tr ir iq sa ae qa pk bd lk io co tv me ai app dev news online doc docx xls xlsx pdf htm html txt jpg jpeg png gif zip mp3 mp4 csv php asp aspx",
);

/** Short forms that begin with an apostrophe. */
export const APHERESES = set("s m re em til tis twas cause n bout nuff round");

/** Slashed words that stay one token. */
export const SLASHED = set("s/he w/o b/c l/c i/o n/a c/o w/ km/h a/c tcp/ip he/she's");

/** Words that begin sentences and rarely go on after an abbreviation or initial: function words, read off the first words of sentences in EWT and GUM train. */
export const STARTERS = set(
  "The A An In On At It He She They We You I This That These Those There But And Or So If When While As For With After Before By From Since Although Though However Its His Her Their Our My Some Many Most Several All Both Each Another Other Such What Who How Why Where Is Are Was Were Do Does Did Has Have Had Will Would Can Could Should Not No Yes Then Now Here Also Still Yet Under During Despite Because Meanwhile Instead",
);

/** Labels before a number with a full stop: “Figure 1. Trade since 1990” is one sentence. */
export const LABELS = set("Figure Fig Table Listing Chapter Section Article Annex Appendix Box Chart Step Part Note Item Exhibit");

/** Verbs that follow a speaker's name right after a quotation. */
export const SPEAKING = set(
  "said says asked asks replied replies added adds wrote writes told tells shouted cried answered responded exclaimed called wondered quipped joked tweeted posted demanded yelled declared",
);

function set(words: string): ReadonlySet<string> {
  return new Set(words.split(" "));
}
