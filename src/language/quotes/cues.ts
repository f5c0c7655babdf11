// Cues of speech: verbs that stand with a quotation, and the words of attribution that are no verbs.

/** Lemmas of verbs that may stand beside words in quotation marks as “he …”. */
export const SPEECH: ReadonlySet<string> = new Set(
  (
    "say tell add write ask note explain argue continue tweet reply respond recall declare conclude insist state warn read announce claim suggest admit acknowledge concede joke quip remark observe predict exclaim shout yell scream chant sing whisper mutter repeat reiterate stress emphasise emphasize underline underscore maintain assert contend complain lament muse wonder vow pledge promise swear urge plead beg demand order advise caution counsel agree concur confirm deny disclose reveal report post comment begin end finish interject counter retort shoot fire snap boast brag opine proclaim pronounce testify confess inform assure remind recount describe go think believe " +
    "question query answer inquire call label dub brand characterise characterize term deem hail praise criticise criticize denounce condemn decry slam blast deride mock dismiss reject accuse blame thank quote cite refer speak talk echo elaborate clarify specify summarise summarize sum reason speculate guess estimate hope fear worry feel fret grumble protest object rail fume rant tout trumpet signal indicate hint imply allege charge rule point let announce inform message text email e-mail cable telegraph radio telephone phone print carry publish open close start propose offer invite interrupt chime pipe press"
  ).split(" "),
);

/** Verbs of SPEECH whose clause was thought rather than said, unless it is quoted. */
export const THOUGHT: ReadonlySet<string> = new Set("think believe hope fear worry feel wonder guess reason".split(" "));

/** Nouns for something uttered: `his claim that …`, `a warning to …`. */
export const SPEECH_NOUNS: ReadonlySet<string> = new Set(
  "claim statement assertion allegation accusation announcement warning promise pledge vow call criticism praise denial admission suggestion proposal comment remark report testimony message question answer reply response apology declaration assurance argument complaint condemnation endorsement rejection threat demand request appeal prediction estimate conclusion finding confession revelation disclosure acknowledgment acknowledgement quote".split(
    " ",
  ),
);
