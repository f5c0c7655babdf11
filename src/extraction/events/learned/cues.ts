// Words that point to an event type: the verbs and nouns of the code book, in our own choice. They are features of the classifier and tell
// which words can make an event at all; the weights say how far to trust each list.
import type { PloverType } from "../../../model/index.ts";

interface Cues {
  /** Verbs and adjectives that head the act. */
  readonly verbs: string;
  /** Nouns that name it, or that stand under a verb such as “launch”, “impose”, “sign”. */
  readonly nouns: string;
}

/** Sources: the definitions of PLOVER's types, told over; no list of another program was copied. */
const CUES: Readonly<Record<PloverType, Cues>> = {
  AGREE: {
    verbs: "agree pledge promise vow commit undertake accept offer plan intend consent volunteer approve ready willing prepared set due",
    nouns: "agreement pledge promise commitment willingness readiness intention offer plan undertaking",
  },
  CONSULT: {
    verbs:
      "meet consult discuss negotiate visit host mediate speak talk phone call telephone confer hold attend travel arrive receive welcome greet dine brief debate chair convene join",
    nouns:
      "talk meeting summit visit negotiation dialogue discussion consultation mediation conversation conference trip tour call session dinner lunch",
  },
  SUPPORT: {
    verbs:
      "support back endorse praise congratulate thank defend apologize apologise commend hail applaud express reaffirm reiterate forgive recognise recognize sign ratify honor honour welcome salute laud appreciate rally",
    nouns:
      "support endorsement solidarity praise apology condolence congratulation backing recognition tribute tie relation treaty pact accord deal confidence gratitude defense defence partnership",
  },
  COOPERATE: {
    verbs: "cooperate collaborate share train exchange partner extradite exercise drill trade integrate coordinate",
    nouns:
      "cooperation collaboration exercise drill game maneuver manoeuvre intelligence information evidence training coordination trade partnership",
  },
  AID: {
    verbs:
      "aid assist help donate provide supply give fund finance deliver ship send dispatch contribute lend grant rescue evacuate shelter house feed vaccinate protect train equip arm deploy allocate award",
    nouns:
      "aid assistance relief donation peacekeeper shipment loan asylum vaccine food medicine fund grant equipment supplies shelter refuge monitor observer",
  },
  CONCEDE: {
    verbs:
      "resign quit yield concede ease lift drop relax allow permit waive lower cancel abandon relent reopen acquit pardon reverse revoke rescind reinstate unblock legalize legalise compensate comply let dismiss",
    nouns: "resignation concession easing pardon amnesty permission compensation parole bail reform",
  },
  RETREAT: {
    verbs:
      "withdraw release free pull surrender return evacuate retreat leave halt end cease suspend restore demobilize demobilise disarm disengage dissolve liberate repatriate disband",
    nouns: "withdrawal release ceasefire cease-fire truce armistice surrender evacuation pullout disarmament demobilization disengagement",
  },
  REQUEST: {
    verbs:
      "ask request urge demand appeal call seek press require beg plead order insist exhort want petition invite summon implore must should need encourage",
    nouns: "request demand appeal call plea petition",
  },
  ACCUSE: {
    verbs:
      "accuse blame criticize criticise condemn denounce charge sue investigate indict complain fault slam blast rebuke allege prosecute convict decry deplore lambast lambaste rap chide censure probe attack impeach disapprove chastise castigate suspect deride ridicule mock assail bash extradite",
    nouns:
      "accusation criticism condemnation investigation probe inquiry lawsuit charge allegation complaint indictment conviction blame rebuke denunciation outrage concern resolution extradition",
  },
  REJECT: {
    verbs:
      "reject refuse decline deny veto block dismiss oppose resist rebuff fail defy ignore boycott disagree violate refute rule snub spurn overturn object prevent disregard",
    nouns: "rejection refusal veto denial defiance opposition objection violation failure impasse",
  },
  THREATEN: { verbs: "threaten warn intimidate vow menace boycott", nouns: "threat warning ultimatum deadline" },
  PROTEST: {
    verbs: "protest demonstrate rally march strike riot boycott picket occupy",
    nouns: "protest demonstration rally march strike sit-in riot boycott hunger unrest walkout protester demonstrator striker activist",
  },
  SANCTION: {
    verbs:
      "sanction cut suspend halt expel sever reduce stop withhold downgrade recall cancel freeze end terminate discontinue boycott break curtail embargo",
    nouns: "sanction embargo aid assistance ban boycott tie relation ambassador cut reduction suspension diplomat envoy tariff",
  },
  MOBILIZE: {
    verbs: "mobilize mobilise deploy mass amass reinforce alert beef station intensify activate strengthen",
    nouns: "alert mobilization mobilisation troop buildup build-up reservist presence readiness",
  },
  COERCE: {
    verbs:
      "arrest detain seize confiscate deport expel impose ban jail imprison sentence restrict raid censor evict suspend close shut force bar block freeze repress crack hack prohibit outlaw demolish convict blockade fine tax levy order",
    nouns:
      "arrest detention curfew sanction raid ban crackdown seizure deportation sentence emergency blockade restriction lockdown martial cyberattack cyber hack prison censorship expulsion",
  },
  ASSAULT: {
    verbs:
      "attack kill bomb shell shoot invade strike assassinate bombard murder torture abduct kidnap rape clash fight wound injure hit ambush behead execute fire destroy burn storm raid overthrow occupy massacre assault beat stab explode detonate capture poison blockade slaughter launch",
    nouns:
      "attack bombing airstrike strike assault killing explosion shelling invasion raid ambush war fighting massacre assassination abduction kidnapping torture blast offensive clash violence fire hostage gunfire shield rape genocide missile rocket",
  },
};

export type CueType = PloverType;

function index(words: (cues: Cues) => string): ReadonlyMap<string, readonly CueType[]> {
  const out = new Map<string, CueType[]>();
  for (const [type, cues] of Object.entries(CUES) as [CueType, Cues][])
    for (const word of words(cues).split(" ")) out.set(word, [...(out.get(word) ?? []), type]);
  return out;
}

/** Types that a verb's or adjective's lemma points to. */
export const VERB_CUES = index((c) => c.verbs);
/** Types that a noun's lemma points to. */
export const NOUN_CUES = index((c) => c.nouns);
