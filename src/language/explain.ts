// Explanations: one sentence for every label that the program prints or stores, in our own words.

export interface LabelSet {
  readonly name: string;
  /** What the set is and where it comes from. */
  readonly about: string;
  readonly labels: Readonly<Record<string, string>>;
}

/** All label sets, in the order of the reference page. A label that two sets share stands in both. */
export const GLOSSARY: readonly LabelSet[] = [
  {
    name: "Claim kinds",
    about: "What the program can read out of a text.",
    labels: {
      meeting: "Two or more sides meet, met or are to meet: who, where, when, in which form.",
      issue: "A subject stands on the agenda.",
      position: "An actor seeks, supports, opposes, demands, offers, fears, denies, welcomes or repeats something.",
      commitment: "An actor promises or agrees to do something, to whom, by when.",
      figure: "A number that matters to an issue: whose, of what, in which unit and year, and as what (target, demand, offer).",
      quote: "Words between quotation marks, with their speaker.",
      tie: "A relation between two actors: rapport, alliance, rivalry, precedent.",
      event: "Who did what to whom, as a PLOVER event.",
    },
  },
  {
    name: "Event types",
    about: "PLOVER, the successor of CAMEO: sixteen kinds of what one political actor does to another.",
    labels: {
      AGREE: "Promises or agrees to act; settles or signs.",
      CONSULT: "Meets, calls, visits, negotiates.",
      SUPPORT: "Backs, praises, apologises, recognises: goodwill in words or diplomatic form.",
      CONCEDE: "Gives in: lifts a measure, frees a prisoner, accepts a demand.",
      COOPERATE: "Works together in deed: trades, shares, trains, exercises jointly.",
      AID: "Gives material help: money, weapons, food, shelter.",
      RETREAT: "Pulls back: ceases fire, withdraws forces, disarms.",
      REQUEST: "Asks, appeals, demands.",
      ACCUSE: "Blames, criticises, complains, investigates.",
      REJECT: "Refuses, vetoes, breaks off.",
      THREATEN: "Warns of harm or of measures.",
      PROTEST: "Demonstrates, strikes, riots.",
      SANCTION: "Reduces relations or imposes measures short of force: tariffs, embargoes, expulsions.",
      MOBILIZE: "Raises readiness or shows force without using it.",
      COERCE: "Uses state power against persons or property without battle: arrests, seizes, bans.",
      ASSAULT: "Uses violence: attacks, bombs, kills.",
    },
  },
  {
    name: "Modalities",
    about: "How a claim is meant.",
    labels: {
      asserted: "Told as a fact, past or present.",
      planned: "Set for the future by those who can decide it.",
      possible: "Considered, expected, wanted or reported with doubt.",
      negated: "Said not to be so.",
      hypothetical: "Depends on a condition; makes no line in a brief.",
    },
  },
  {
    name: "Mentions",
    about: "Words that stand for something in the world.",
    labels: {
      actor: "Somebody or something that acts: a person, a state, an organ, an organisation, a group.",
      place: "A spot on the map or a building, where no actor is meant.",
      date: "A point, a span or a set of time, resolved against the day of publication.",
      quantity: "A number with its unit.",
    },
  },
  {
    name: "Forms of actor mentions",
    about: "In which words an actor is named.",
    labels: {
      name: "A person's name, with title and apposition.",
      state: "A state's name or adjective.",
      office: "An office without a name: “the prime minister”.",
      pronoun: "A personal or possessive pronoun.",
      metonym: "A capital or a seat of government meant as the government.",
      collective: "Several actors taken together: “the two leaders”, “both sides”.",
      group: "People or bodies without a name of their own: “Japanese officials”.",
      organisation: "An organisation or an organ of a state.",
    },
  },
  {
    name: "Quotations",
    about: "How words are reported.",
    labels: {
      direct: "A whole statement between quotation marks.",
      mixed: "Reported speech with some words between quotation marks.",
      indirect: "Reported speech without quotation marks.",
    },
  },
  {
    name: "Names",
    about: "Labels of the engine for proper names; `B-` begins a name, `I-` continues it, `O` is outside.",
    labels: {
      PERSON: "A person, real or imagined.",
      NORP: "A nationality, a religious or a political group.",
      FAC: "A building, an airport, a bridge, a road.",
      ORG: "A company, an agency, a party, an institution.",
      GPE: "A country, a city, a province: territory with a government.",
      LOC: "A region, a sea, a mountain: territory without a government.",
      EVENT: "A named war, summit, election, contest, storm.",
      LAW: "A named law, treaty or document.",
    },
  },
  {
    name: "Parts of speech",
    about: "Universal Dependencies v2.",
    labels: {
      ADJ: "Adjective: “joint”, “first”.",
      ADP: "Preposition: “with”, “of”.",
      ADV: "Adverb: “jointly”, “not far”.",
      AUX: "Auxiliary or copula: “will”, “is”.",
      CCONJ: "Coordinating conjunction: “and”.",
      DET: "Determiner: “the”, “both”.",
      INTJ: "Interjection: “yes”.",
      NOUN: "Common noun: “summit”.",
      NUM: "Number: “two”, “2027”.",
      PART: "Particle: infinitive “to”, “not”, possessive “'s”.",
      PRON: "Pronoun: “she”, “who”, “their”.",
      PROPN: "Proper noun: “Tokyo”.",
      PUNCT: "Punctuation mark.",
      SCONJ: "Subordinating conjunction: “that”, “if”.",
      SYM: "Symbol: “$”, “%”.",
      VERB: "Full verb: “pledged”.",
      X: "Anything else: foreign words, fragments.",
    },
  },
  {
    name: "Penn tags",
    about: "Finer word classes of the Penn Treebank, as the English treebanks of UD use them.",
    labels: {
      $: "Currency sign.",
      "``": "Opening quotation mark.",
      "''": "Closing quotation mark.",
      ",": "Comma.",
      ".": "End of a sentence.",
      ":": "Colon, semicolon, dash.",
      "-LRB-": "Opening bracket.",
      "-RRB-": "Closing bracket.",
      ADD: "Web or e-mail address.",
      AFX: "Prefix that stands apart: “pre” in “pre - war”.",
      CC: "Coordinating conjunction.",
      CD: "Cardinal number.",
      DT: "Determiner.",
      EX: "Existential “there”.",
      FW: "Foreign word.",
      GW: "Part of a word that was written in two.",
      HYPH: "Hyphen inside a compound.",
      IN: "Preposition or subordinating conjunction.",
      JJ: "Adjective.",
      JJR: "Comparative: “closer”.",
      JJS: "Superlative: “closest”.",
      LS: "List marker: “1.”.",
      MD: "Modal: “will”, “may”.",
      NFP: "Superfluous mark: “***”.",
      NN: "Singular common noun.",
      NNP: "Singular proper noun.",
      NNPS: "Plural proper noun.",
      NNS: "Plural common noun.",
      PDT: "Word before a determiner: “all” in “all the parties”.",
      POS: "Possessive ending “'s”.",
      PRP: "Personal pronoun.",
      PRP$: "Possessive pronoun.",
      RB: "Adverb.",
      RBR: "Comparative adverb.",
      RBS: "Superlative adverb.",
      RP: "Verb particle: “off” in “call off”.",
      SYM: "Symbol.",
      TO: "Infinitive “to”.",
      UH: "Interjection.",
      VB: "Base form of a verb.",
      VBD: "Past tense.",
      VBG: "Present participle or gerund.",
      VBN: "Past participle.",
      VBP: "Present tense, not third person singular.",
      VBZ: "Present tense, third person singular.",
      WDT: "Relative or interrogative determiner: “which”.",
      WP: "Relative or interrogative pronoun: “who”.",
      WP$: "“whose”.",
      WRB: "Relative or interrogative adverb: “when”.",
    },
  },
  {
    name: "Dependency relations",
    about: "Universal Dependencies v2: how a word hangs on its head. After the colon, the subtype.",
    labels: {
      root: "Head of the sentence.",
      nsubj: "Subject of an active clause: the one who does it.",
      "nsubj:pass": "Subject of a passive clause: the one it is done to.",
      "nsubj:outer": "Subject of a clause whose predicate is itself a clause.",
      csubj: "Clause as subject.",
      "csubj:pass": "Clause as subject of a passive.",
      "csubj:outer": "Clause as subject of a predicate that is a clause.",
      obj: "Direct object.",
      iobj: "Indirect object: the receiver.",
      obl: "Prepositional phrase of a verb: with whom, where, when.",
      "obl:agent": "“by” phrase of a passive: the one who does it.",
      "obl:unmarked": "Phrase of a verb without preposition: “last week”.",
      ccomp: "Clause as object: “said that …”.",
      xcomp: "Infinitive or predicate whose subject is taken from above: “plans to visit”.",
      advcl: "Adverbial clause: “if”, “after”, “to”.",
      "advcl:relcl": "Relative clause about a whole clause.",
      acl: "Clause that modifies a noun: “a plan to buy”.",
      "acl:relcl": "Relative clause.",
      nmod: "Prepositional phrase of a noun: “minister of defence”.",
      "nmod:poss": "Possessor: “Japan's”, “his”.",
      "nmod:desc": "Title or description joined to a name.",
      "nmod:unmarked": "Noun phrase that modifies a noun without preposition.",
      amod: "Adjective of a noun.",
      appos: "Apposition: “Ruto, president of Kenya”.",
      nummod: "Number of a noun.",
      det: "Determiner of a noun.",
      "det:predet": "Word before the determiner: “all the”.",
      case: "Preposition or possessive mark of its noun.",
      compound: "Noun in a compound: “trade” in “trade deal”.",
      "compound:prt": "Verb particle.",
      flat: "Further part of a name.",
      fixed: "Further part of a fixed expression: “such as”.",
      conj: "Conjunct: joined to an earlier word by “and”, “or”.",
      cc: "The conjunction itself.",
      "cc:preconj": "“both”, “either” before conjuncts.",
      aux: "Auxiliary of a verb.",
      "aux:pass": "Auxiliary of a passive.",
      cop: "Copula “be”.",
      mark: "Word that opens a clause: “that”, “to”, “if”.",
      advmod: "Adverb.",
      expl: "Expletive “it” or “there”.",
      parataxis: "Clause set beside another: a quotation's “he said”.",
      list: "Item of a list.",
      dislocated: "Phrase moved out of its clause and taken up by a pronoun.",
      discourse: "Interjection.",
      vocative: "Person addressed.",
      orphan: "Dependent of a word left out.",
      goeswith: "Rest of a word written in two.",
      reparandum: "Words that the speaker corrects.",
      punct: "Punctuation mark.",
      dep: "Relation of another kind.",
    },
  },
];

const byLabel: ReadonlyMap<string, string> = new Map(
  GLOSSARY.toReversed().flatMap((set) =>
    Object.entries(set.labels).map(([label, text]): [string, string] => [label, `${text} (${set.name})`]),
  ),
);

/** What a label means, with the set it belongs to; null for a word that is no label. `B-PERSON` and an unknown subtype are read as their base. */
export function explainLabel(label: string): string | null {
  const known = byLabel.get(label);
  if (known) return known;
  const plain = /^[BI]-/.test(label) ? label.slice(2) : label.includes(":") ? label.slice(0, label.indexOf(":")) : null;
  return plain ? (byLabel.get(plain) ?? null) : label === "O" ? "Outside any name. (Names)" : null;
}

/** The reference page of all labels, as Markdown. */
export function glossaryPage(): string {
  const cell = (text: string): string => text.replaceAll("|", "\\|");
  const code = (label: string): string => (label.includes("`") ? `<code>${label}</code>` : `\`${label}\``);
  const sections = GLOSSARY.map((set) => {
    const rows = Object.entries(set.labels).map(([label, text]) => `| ${code(label)} | ${cell(text)} |`);
    return `## ${set.name}\n\n${set.about}\n\n| label | meaning |\n|---|---|\n${rows.join("\n")}\n`;
  });
  return `# Labels of the language stage\n\nGenerated from \`src/language/explain.ts\`. \`scenesetter explain LABEL\` prints one of them.\n\n${sections.join("\n")}`;
}
