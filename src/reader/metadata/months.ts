// Names of the months in the languages of news pages, as they are written in dates (nominative and genitive, full and short).

const NAMES: readonly string[] = [
  "january jan januar janvier janv enero ene gennaio gen janeiro januari jänner jän januari styczeń stycznia sty leden ledna ocak oca ianuarie ian января январь янв січня січень január janúar tammikuu tammikuuta ιανουαρίου ιανουάριος siječnja januára januára yanvar jaanuar janvāris sausio januaro",
  "february feb februar février fevrier févr fév febrero febbraio febr fevereiro fev februari luty lutego lut únor února şubat şub subat februarie февраля февраль фев лютого лютий február helmikuu helmikuuta φεβρουαρίου φεβρουάριος veljače februára pebruari",
  "march mar märz maerz mär mars marzo março marco maart mrt marzec marca březen března mart martie марта март мар березня березень március maaliskuu maaliskuuta μαρτίου μάρτιος ožujka maret marts",
  "april apr avril avr abril abr aprile kwiecień kwietnia kwi duben dubna nisan nis aprilie апреля апрель апр квітня квітень április huhtikuu huhtikuuta απριλίου απρίλιος travnja apríla",
  "may mai mayo maggio mag maio mei maj maja květen května mayıs mayis mayıs мая май травня травень május toukokuu toukokuuta μαΐου μάιος svibnja mája maí",
  "june jun juni juin junio giugno giu junho czerwiec czerwca cze červen června haziran haz iunie июня июнь июн червня червень június kesäkuu kesäkuuta ιουνίου ιούνιος lipnja júna",
  "july jul juli juillet juil julio luglio lug julho lipiec lipca lip červenec července temmuz tem iulie июля июль июл липня липень július heinäkuu heinäkuuta ιουλίου ιούλιος srpnja júla",
  "august aug août aout agosto ago augustus augusti sierpień sierpnia sie srpen srpna ağustos ağu agustos августа август авг серпня серпень augusztus elokuu elokuuta αυγούστου αύγουστος kolovoza augusta agustus",
  "september sep sept septembre septiembre settembre set setembro wrzesień września wrz září eylül eyl septembrie сентября сентябрь сен вересня вересень szeptember syyskuu syyskuuta σεπτεμβρίου σεπτέμβριος rujna septembra",
  "october oct oktober okt octobre octubre ottobre ott outubro out październik października paź říjen října ekim eki octombrie октября октябрь окт жовтня жовтень október lokakuu lokakuuta οκτωβρίου οκτώβριος listopada októbra",
  "november nov novembre noviembre novembro listopad listopadu lis kasım kas noiembrie ноября ноябрь ноя листопада листопад november marraskuu marraskuuta νοεμβρίου νοέμβριος studenoga novembra nopember",
  "december dec dezember dez décembre decembre déc diciembre dic dicembre dezembro grudzień grudnia gru prosinec prosince aralık ara decembrie декабря декабрь дек грудня грудень joulukuu joulukuuta δεκεμβρίου δεκέμβριος prosinca decembra desember",
];

const BY_NAME = new Map<string, number>();
for (const [index, names] of NAMES.entries()) for (const name of names.split(" ")) if (!BY_NAME.has(name)) BY_NAME.set(name, index + 1);

/** The month 1-12 that a word names in some language, or null. */
export function monthOf(word: string): number | null {
  return BY_NAME.get(word.normalize("NFC").toLowerCase().replace(/\.$/, "")) ?? null;
}

/** Alternation of all names, longest first, for use in patterns. */
export const MONTH_PATTERN = [...BY_NAME.keys()].sort((a, b) => b.length - a.length || (a < b ? -1 : 1)).join("|");
