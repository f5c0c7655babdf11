// Acts concrete enough to be promised: what a commitment can be to do.

/** Verbs of acts that can be checked afterwards; “to stand with”, “to value” and the like are no such acts. */
export const CONCRETE: ReadonlySet<string> = new Set(
  (
    "accelerate achieve adopt allocate announce appoint approve assist award boost bring build buy cap close co-fund complete conclude construct contribute convene cooperate coordinate create cut " +
    "deepen delay deliver deploy develop devote direct disburse dispatch donate double drop ease elevate eliminate end enhance ensure establish expand expedite export extend facilitate finance forgive free freeze " +
    "fund give go grant halt help host import impose implement improve increase install intensify introduce invest issue join keep launch lease lend lift limit lower maintain make match mobilize mobilise modernize move name nominate " +
    "negotiate open operate order pay partner phase pilot place procure produce promote provide publish pull purchase raise ratify reach rebuild recognize reduce reform reinforce release remove renew reopen repay replace " +
    "restore resume return reverse scale scrap secure sell send set share ship sign slash spend start station step stop strengthen submit supply support suspend sustain transfer treble triple unlock unveil " +
    "upgrade use waive withdraw work implement continue lead advance collaborate enable convert update commit build-up cover"
  ).split(" "),
);

/** Verbs too soft for a commitment that only a noun names: “its commitment to support, advance, work together”. */
export const SOFT: ReadonlySet<string> = new Set(
  "advance collaborate continue cooperate coordinate deepen enhance ensure help improve lead maintain reinforce strengthen support sustain work uphold protect defend stand build-on".split(
    " ",
  ),
);

/** Verbs whose progressive in a statement means an announced act that runs. */
export const RUNNING: ReadonlySet<string> = new Set(
  "launch implement partner provide build deliver allocate fund invest deploy train install construct supply establish finance approve direct unlock disburse".split(
    " ",
  ),
);

/** Acts of meeting and of speech: an appearance or a word announced is no commitment. */
export const NO_ACT: ReadonlySet<string> = new Set(
  (
    "meet discuss talk speak travel visit arrive attend address say tell welcome thank reaffirm reiterate underscore emphasize emphasise highlight stress affirm condemn urge call press ask demand seek raise-with " +
    "stay remain consult look honor honour pay-tribute deliver-remarks be have see know want hope expect like love begin dominate tackle focus"
  ).split(" "),
);
