// Words that name people, groups and organs without a proper name, by what they name. Lemmas in lower case.
// Written for this project from reading news agency style; the sets are closed lists, the mechanisms around them are general.

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** People whom news texts let speak without a name. */
export const SPEAKERS =
  words(`official diplomat aide adviser advisor spokesman spokeswoman spokesperson source insider envoy negotiator mediator
  lawmaker legislator senator congressman congresswoman parliamentarian representative delegate analyst expert researcher economist strategist
  observer critic bureaucrat staffer commander general officer executive investigator prosecutor inspector participant politician mp
  confidant secretary minister ambassador counsellor counselor`);

/** Armed people and bodies. */
export const FORCES =
  words(`troop force soldier militant rebel insurgent fighter gunman militia militiaman terrorist guerrilla jihadist separatist
  guard paramilitary mercenary pilot peacekeeper serviceman servicewoman commando sailor airman marine hacker attacker assailant`);

/** People as such. */
export const PEOPLE =
  words(`people citizen national civilian resident voter worker farmer student refugee migrant protester protestor demonstrator
  activist prisoner hostage detainee journalist reporter tourist victim survivor child girl boy man woman parent family taxpayer consumer
  ally partner supporter opponent member leader candidate colleague counterpart predecessor successor player athlete scientist doctor teacher
  employee employer lawyer engineer investor trader fisherman expatriate veteran defector passenger patient user customer neighbour neighbor
  person teenager baby kid mother father son daughter wife husband couple author artist fan professor monarch dignitary visitor host guest`);

/** Businesses and other bodies with a will of their own. */
export const BODIES =
  words(`company firm carmaker automaker manufacturer maker producer supplier exporter importer bank business airline refiner utility
  operator shareholder contractor shipbuilder brewer chipmaker retailer startup giant conglomerate group organisation organization agency
  association federation union university party coalition movement alliance bloc delegation team committee council commission panel institute
  foundation charity church mosque community faction think-tank consortium department bureau board hospital school museum regulator watchdog newspaper broadcaster industry`);

/** Organs of a state with their CAMEO sector. */
export const ORGANS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    government: "GOV",
    administration: "GOV",
    cabinet: "GOV",
    regime: "GOV",
    junta: "GOV",
    authority: "GOV",
    ministry: "GOV",
    embassy: "GOV",
    consulate: "GOV",
    presidency: "GOV",
    military: "MIL",
    army: "MIL",
    navy: "MIL",
    parliament: "LEG",
    congress: "LEG",
    senate: "LEG",
    legislature: "LEG",
    judiciary: "JUD",
    court: "JUD",
    police: "COP",
    opposition: "OPP",
  }),
);

/** Nouns that a plural collective is headed by (`the two leaders`), and whether it collects persons or states. */
export const COLLECTIVES: ReadonlyMap<string, "person" | "state"> = new Map(
  Object.entries({
    leader: "person",
    head: "person",
    president: "person",
    minister: "person",
    premier: "person",
    chancellor: "person",
    secretary: "person",
    principal: "person",
    man: "person",
    counterpart: "person",
    politician: "person",
    statesman: "person",
    side: "state",
    government: "state",
    country: "state",
    nation: "state",
    state: "state",
    party: "state",
    neighbour: "state",
    neighbor: "state",
    capital: "state",
    ally: "state",
    partner: "state",
    power: "state",
    delegation: "state",
    economy: "state",
    democracy: "state",
    signatory: "state",
  }),
);

/** Words before a name that are no part of it and say nothing of an office. Compared without a final full stop. */
export const HONORIFICS: ReadonlyMap<string, "m" | "f" | null> = new Map(
  Object.entries({
    mr: "m",
    mrs: "f",
    ms: "f",
    miss: "f",
    mister: "m",
    madam: "f",
    madame: "f",
    sir: "m",
    dame: "f",
    lady: "f",
    lord: "m",
    dr: null,
    prof: null,
    professor: null,
    emeritus: null,
    "h.e": null,
    he: null,
    shri: "m",
    smt: "f",
    shrimati: "f",
    sheikh: "m",
    shaikh: "m",
    baroness: "f",
    monsieur: "m",
    herr: "m",
    frau: "f",
    señor: "m",
    hon: null,
    honourable: null,
    honorable: null,
    excellency: null,
    highness: null,
    royal: null,
    eminence: null,
    majesty: null,
    holiness: null,
    rev: null,
    gen: null,
    lt: null,
    col: null,
    maj: null,
    capt: null,
    adm: null,
    sgt: null,
    sen: null,
    rep: null,
    gov: null,
  }),
);

/** The honorific's key: lower case, no final full stop. */
export function honorific(form: string): string | null {
  const key = form.toLowerCase().replace(/\.$/, "");
  return HONORIFICS.has(key) && /^\p{Lu}/u.test(form) ? key : null;
}

/** Verbs that only actors do: a capital or a seat as their subject or object is meant as its government. */
export const VOLITION =
  words(`accuse urge press pressure tell ask warn help back support blame persuade convince assure invite thank criticize criticise
  condemn sanction punish reassure remind engage consult lobby deter threaten praise welcome anger please annoy alarm worry want expect allow
  join oblige force push call notify inform brief reject`);

/** Verbs that with “on” have an actor: `called on Ottawa to act`. */
export const CALLING = words("call rely depend lean count press prevail impose");

/** Verbs whose object is a place. */
export const MOTION = words(
  "visit leave reach enter hit strike bomb shell attack depart tour cross capture occupy evacuate flee shake rock flood",
);

/** Prepositions that make a capital or a seat a place. */
export const LOCATIVE = words(
  "in at to from near outside inside into across through via around throughout above over off toward towards beyond within",
);

/** Prepositions that make it an actor. */
export const PERSONAL = words("with between by against for of among versus");

/** Acls that turn `people` into unnamed speakers. */
export const KNOWING = words("brief know involve inform speak ask decline authorize authorise");
export const KNOWING_ADJECTIVES = words("familiar close privy aware knowledgeable");
