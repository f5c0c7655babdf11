// Words that say what kind of thing a name names: last words of names, legal forms, and nouns beside names. Closed lists, lower case.

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Legal forms of companies, without full stops. */
export const LEGAL_FORMS = words(
  "inc corp ltd llc plc co gmbh ag nv bv sa spa s.p.a s.a n.v b.v ab oy as a/s kg srl sarl pty pvt llp lp limited incorporated corporation company",
);

/** Last words of the names of bodies. */
export const BODY_ENDINGS = words(`
  inc corp ltd llc plc gmbh ag llp corporation company limited incorporated holdings group partners enterprises industries bancorp airlines airways motors steel
  pharmaceuticals technologies systems electronics petroleum energy telecom communications broadcasting records entertainment studios pictures publishing
  university college institute academy school laboratory laboratories seminary
  ministry department agency bureau commission committee council board authority secretariat tribunal parliament congress senate assembly government administration
  army navy force forces corps regiment battalion brigade division squadron guard police
  party union federation confederation association society foundation league alliance coalition movement brotherhood club team orchestra choir band church
  times post herald tribune gazette guardian telegraph daily weekly news press magazine journal television radio network channel`);

/** Last words of the names of places and buildings. */
export const PLACE_ENDINGS = words(`
  river lake sea ocean gulf bay strait channel island islands peninsula mountain mountains mount hill hills valley desert forest park beach cape creek falls
  street road avenue boulevard lane highway square bridge tunnel airport station stadium arena palace castle cathedral mosque temple monastery tower
  county province district region territory village town city township municipality prefecture governorate oblast borough parish`);

/** Last words of the names of shops, inns and places of entertainment; after a possessive they close a name: `Tariq's Bakery`. */
export const SHOP_ENDINGS = words(`
  bank pharmacy bakery grill cafe café pizza pizzeria diner bar pub inn deli market supermarket store stores shop mart restaurant restaurants kitchen
  services solutions associates consultants consulting securities insurance plumbing electric roofing motorsports foods bagels limos dental salon spa gym`);

/** Capitalised nouns that with “of” and a name are the name of a place: `Gulf of Oman`. */
export const PLACE_HEADS = words("gulf bay strait straits sea isle isles cape kingdom lake");

/** Capitalised words before a place that belong to its name and do not name a place alone. */
export const FORMERS = words(
  "greater upper lower high great little fort port mount lake saint st st. san santa new old north south east west northern southern eastern western central inner outer",
);

/** Nouns that say of a name in apposition or after a copula that it is a place. */
export const PLACE_NOUNS = words(
  "village town city township municipality hamlet suburb county province district region commune capital island river lake mountain neighbourhood neighborhood settlement borough",
);

/** Nouns that say it is a body. */
export const BODY_NOUNS = words(
  "company firm corporation group bank band party agency organisation organization newspaper magazine broadcaster airline manufacturer carmaker retailer subsidiary university school institute club team charity foundation association union network startup conglomerate think-tank militia",
);

/** Nouns that say it is a person. */
export const PERSON_NOUNS = words(
  "man woman actor actress singer writer author poet politician lawyer player footballer coach director producer journalist professor president minister senator spokesman spokeswoman spokesperson chairman chief founder mayor governor ambassador general colonel captain son daughter brother sister wife husband father mother",
);

/** Nouns that with a capital, “of” and a name are the name of an event. */
export const EVENT_HEADS = words("battle siege war massacre sack fall invasion operation raid battles revolution relief");

/** The same for treaties and laws. */
export const LAW_HEADS = words("treaty declaration accord convention charter peace edict act protocol constitution");

/** Small words inside names of persons and places: `Van der Bellen`, `Newcastle upon Tyne`. */
export const PARTICLES = words(
  "de del della der den des di do dos da das du la le el al ul bin ibn bint ben van von ter ten zu y e of the and an am sur upon on under in 's ’s d' d’ l' st",
);

/** Faiths, which the network takes for bodies; as persons' names they stay. */
export const FAITHS = words("islam christianity");

/** Indices of stock exchanges, which the press names with an article: `the Nikkei`. */
export const INDICES = words("dow nikkei ftse footsie dax sensex nifty kospi topix bovespa ibex stoxx");

/** Single words that the network tags as people or bodies in transcripts, fact sheets and scripture, and that are none. */
export const NOBODY = words("god christ allah covid laughter applause crosstalk inaudible q a nominee moderator participant ai");
