// Names of the months in the languages of news pages, as they are written in dates (nominative and genitive, full and short).
// Source: month names of the Unicode CLDR (Unicode licence), with the spellings that news pages use beside them. `_` is a space.

const NAMES: readonly string[] = [
  "january jan januar janvier janv enero ene gennaio gen janeiro januari jänner jän styczeń stycznia sty leden ledna ocak oca ianuarie ian января январь янв січня січень január januára janúar tammikuu tammikuuta ιανουαρίου ιανουάριος siječnja siječanj yanvar jaanuar janvāris janvārī sausio sausis gener xaneiro janar јануари јануар януари студзеня қаңтар იანვარი հունվարի يناير كانون_الثاني جانفي جنوری ژانویه ינואר בינואר जनवरी जानेवारी জানুয়ারি জানুয়ারী มกราคม ม.ค. ஜனவரி జనవరి",
  "february feb februar février fevrier févr fév febrero febbraio febr fevereiro fev februari pebruari pebrero luty lutego lut únor února şubat şub subat februarie februára február февраля февраль фев лютого лютий февруари фебруари фебруар лютага ақпан helmikuu helmikuuta φεβρουαρίου φεβρουάριος veljače veljača fevral veebruar februāris februārī vasario vasaris febrer febreiro shkurt febrúar თებერვალი փետրվարի فبراير شباط فيفري فروری فوریه פברואר בפברואר फरवरी फ़रवरी फेब्रुवारी ফেব্রুয়ারি ফেব্রুয়ারী กุมภาพันธ์ ก.พ. பிப்ரவரி ఫిబ్రవరి",
  "march mar märz maerz mär mars marzo março marco maart mrt marzec marca březen března mart martie március марта март мар березня березень сакавіка наурыз maaliskuu maaliskuuta μαρτίου μάρτιος ožujka ožujak marec maret mac machi marso märts marts martā kovo kovas març მარტი մարտի مارس آذار مارچ מרץ במרץ मार्च মার্চ มีนาคม มี.ค. மார்ச் మార్చి",
  "april apr avril avr abril abr aprile aprili kwiecień kwietnia kwi duben dubna nisan nis aprilie aprel aprill aprīlis aprīlī április apríla апреля апрель апр квітня квітень април красавіка сәуір huhtikuu huhtikuuta απριλίου απρίλιος travnja travanj balandžio balandis prill apríl აპრილი ապրիլի أبريل إبريل نيسان أفريل اپریل آوریل אפריל באפריל अप्रैल এপ্রিল เมษายน เม.ย. ஏப்ரல் ఏప్రిల్",
  "may mai mayo maggio mag maio mei maj maja květen května mayıs mayis maijs maijā május мая май мај травня травень мамыр toukokuu toukokuuta μαΐου μάιος svibnja svibanj mája maí maig gegužės gegužė მაისი մայիսի مايو أيار ماي مئی مه מאי במאי मई মে พฤษภาคม พ.ค. மே మే",
  "june jun juni juin junio giugno giu junho czerwiec czerwca cze červen června haziran haz iunie iyun június июня июнь июн юни јуни јун червня червень чэрвеня маусым kesäkuu kesäkuuta ιουνίου ιούνιος lipnja lipanj júna júní juny xuño qershor hunyo juuni jūnijs jūnijā birželio birželis ივნისი հունիսի يونيو يونيه حزيران جوان جون ژوئن יוני ביוני जून জুন มิถุนายน มิ.ย. ஜூன் జూన్",
  "july jul juli juillet juil julio luglio lug julho julai lipiec lipca lip červenec července temmuz tem iulie iyul július júla июля июль июл юли јули јул липня липень ліпеня шілде heinäkuu heinäkuuta ιουλίου ιούλιος srpnja srpanj júlí juliol xullo korrik hulyo juuli jūlijs jūlijā liepos liepa ივლისი հուլիսի يوليو يوليه تموز جويلية جولائی ژوئیه יולי ביולי जुलाई জুলাই กรกฎาคม ก.ค. ஜூலை జూలై",
  "august aug août aout agosto ago agost augustus augusti agusti ogos agosti sierpień sierpnia sie srpen srpna ağustos ağu agustos avqust avgust augusztus augusta августа август авг серпня серпень жніўня тамыз elokuu elokuuta αυγούστου αύγουστος kolovoza kolovoz agustus ágúst gusht augusts augustā rugpjūčio rugpjūtis აგვისტო օգոստոսի أغسطس آب أوت غشت اگست اوت אוגוסט באוגוסט अगस्त ऑगस्ट আগস্ট สิงหาคม ส.ค. ஆகஸ்ட் ఆగస్టు",
  "september sep sept septembre septiembre setiembre settembre set setembro setembre setyembre wrzesień września wrz září eylül eyl septembrie sentyabr sentabr septembra сентября сентябрь сен септември септембар вересня вересень верасня қыркүйек szeptember syyskuu syyskuuta σεπτεμβρίου σεπτέμβριος rujna rujan shtator septemba septembris septembrī rugsėjo rugsėjis სექტემბერი սեպտեմբերի سبتمبر أيلول شتنبر ستمبر سپتامبر ספטמבר בספטמבר सितंबर सितम्बर सप्टेंबर সেপ্টেম্বর กันยายน ก.ย. செப்டம்பர் సెప్టెంబర్",
  "october oct oktober okt octobre octubre ottobre ott outubro out oktubre październik października paź říjen října ekim eki octombrie oktyabr oktabr oktoober oktoba október októbra октября октябрь окт октомври октобар жовтня жовтень кастрычніка қазан lokakuu lokakuuta οκτωβρίου οκτώβριος tetor oktobris oktobrī spalio spalis ოქტომბერი հոկտեմբերի أكتوبر تشرين_الأول اکتوبر اکتبر אוקטובר באוקטובר अक्टूबर अक्तूबर ऑक्टोबर অক্টোবর ตุลาคม ต.ค. அக்டோபர் అక్టోబర్",
  "november nov novembre noviembre novembro listopad listopada listopadu lis kasım kas noiembrie noyabr novemba nobyembre ноября ноябрь ноя ноември новембар листопада листопад лістапада қараша marraskuu marraskuuta νοεμβρίου νοέμβριος studenoga studeni novembra nopember nóvember nëntor novembris novembrī lapkričio lapkritis ნოემბერი նոյեմբերի نوفمبر تشرين_الثاني نونبر نومبر نوامبر נובמבר בנובמבר नवंबर नवम्बर नोव्हेंबर নভেম্বর พฤศจิกายน พ.ย. நவம்பர் నవంబర్",
  "december dec dezember dez décembre decembre déc diciembre dic dicembre dezembro decembro desembre disyembre grudzień grudnia gru prosinec prosince prosinac aralık ara decembrie dekabr декабря декабрь дек декември децембар грудня грудень снежня желтоқсан joulukuu joulukuuta δεκεμβρίου δεκέμβριος decembra desember desemba disember detsember dhjetor decembris decembrī gruodžio gruodis დეკემბერი դեկտեմբերի ديسمبر كانون_الأول دجنبر دسمبر دسامبر דצמבר בדצמבר दिसंबर दिसम्बर डिसेंबर ডিসেম্বর ธันวาคม ธ.ค. டிசம்பர் డిసెంబర్",
];

/** Months of the solar calendar of Iran, in order. */
const PERSIAN = "فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند".split(" ");

const ZEROS = "٠۰०০੦૦୦௦౦೦൦๐໐０"; // The zero of each set of decimal digits; the other nine follow it in Unicode.
const OTHER_DIGIT =
  /[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\u09e6-\u09ef\u0a66-\u0a6f\u0ae6-\u0aef\u0b66-\u0b6f\u0be6-\u0bef\u0c66-\u0c6f\u0ce6-\u0cef\u0d66-\u0d6f\u0e50-\u0e59\u0ed0-\u0ed9\uff10-\uff19]/g;
const LETTERS: Readonly<Record<string, string>> = { ي: "ی", ى: "ی", ك: "ک", أ: "ا", إ: "ا", آ: "ا", ة: "ه" };

/**
 * Text with the decimal digits of all scripts as 0-9 and the variants of Arabic letters that spellings differ in as one.
 * Each UTF-16 unit stays one unit, so that offsets hold.
 */
export function foldForDates(text: string): string {
  return text
    .replace(OTHER_DIGIT, (digit) => {
      const code = digit.charCodeAt(0);
      for (const zero of ZEROS) if (code >= zero.charCodeAt(0) && code <= zero.charCodeAt(0) + 9) return String(code - zero.charCodeAt(0));
      return digit;
    })
    .replace(/[يىكأإآة]/g, (letter) => LETTERS[letter]!);
}

const BY_NAME = new Map<string, number>();
for (const [index, names] of NAMES.entries()) {
  for (const name of names.split(" ")) {
    const folded = foldForDates(name.normalize("NFC").replaceAll("_", " "));
    if (!BY_NAME.has(folded)) BY_NAME.set(folded, index + 1);
  }
}
const PERSIAN_BY_NAME = new Map(PERSIAN.map((name, index) => [foldForDates(name), index + 1]));

/** The month 1-12 that a word names in some language, or null. The word must be folded as by `foldForDates`. */
export function monthOf(word: string): number | null {
  const name = word.normalize("NFC").toLowerCase();
  return BY_NAME.get(name) ?? BY_NAME.get(name.replace(/\.$/, "")) ?? null;
}

/** The month 1-12 of the solar calendar of Iran that a folded word names, or null. */
export const persianMonthOf = (word: string): number | null => PERSIAN_BY_NAME.get(word) ?? null;

/** Alternation of the months of the solar calendar of Iran, longest first, for use in patterns over folded text. */
export const PERSIAN_MONTH_PATTERN = [...PERSIAN_BY_NAME.keys()].sort((a, b) => b.length - a.length || (a < b ? -1 : 1)).join("|");
