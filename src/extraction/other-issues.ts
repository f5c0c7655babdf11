// Issues that recur in diplomacy and that the knowledge layer has no id for (`other:<slug>`), and further words for its own.
export interface OtherIssue {
  readonly id: string;
  /** Lemma sequences in lower case; `*` stands for one lemma. */
  readonly cues: readonly string[];
}

/** They win over a cue of the knowledge layer on the same words: the Taiwan Strait is no border between the two who discuss it. */
export const OTHER_ISSUES: readonly OtherIssue[] = [
  {
    id: "other:taiwan-strait",
    cues: ["taiwan strait", "across the taiwan strait", "cross - strait", "cross-strait", "cross - strait issue"],
  },
  {
    id: "other:free-and-open-indo-pacific",
    cues: ["free and open indo-pacific", "free and open indo - pacific", "open indo - pacific"],
  },
  {
    id: "other:infrastructure",
    cues: [
      "infrastructure",
      "infrastructure investment",
      "infrastructure need",
      "infrastructure project",
      "quality infrastructure",
      "transportation infrastructure",
      "rail line",
      "port infrastructure",
    ],
  },
  { id: "other:export-controls", cues: ["export control", "export restriction", "export ban", "export licence", "export license"] },
  {
    id: "other:corruption",
    cues: [
      "corruption",
      "fight corruption",
      "anti - corruption",
      "anti-corruption",
      "anticorruption",
      "combat corruption",
      "illicit finance",
    ],
  },
  {
    id: "other:environment",
    cues: [
      "biodiversity",
      "plastic pollution",
      "ocean plastic",
      "deforestation",
      "pollution",
      "conservation",
      "marine ecosystem",
      "overfishing",
    ],
  },
  {
    id: "other:regional-security",
    cues: [
      "regional security",
      "security in the region",
      "stability in the region",
      "peace and stability in the region",
      "stability across the region",
      "regional stability",
      "regional peace",
    ],
  },
  {
    id: "other:regional-escalation",
    cues: ["regional escalation", "regional conflict", "wider conflict", "wider war", "escalation in the region"],
  },
  {
    id: "other:telecommunications",
    cues: [
      "telecommunication",
      "telecommunications",
      "telecommunications network",
      "undersea cable",
      "submarine cable",
      "subsea cable",
      "5g",
      "open ran",
    ],
  },
  { id: "other:arctic", cues: ["arctic", "arctic region"] },
  {
    id: "other:defence-industry",
    cues: [
      "defense industry",
      "defence industry",
      "defense industrial base",
      "defence industrial base",
      "defense industrial cooperation",
      "defence industrial cooperation",
      "defense production",
      "defence production",
    ],
  },
  {
    id: "other:economic-growth",
    cues: ["economic growth", "inclusive growth", "economic opportunity", "economic reform", "grow * economy", "middle class"],
  },
  {
    id: "other:force-realignment",
    cues: ["force realignment", "realignment of * force", "base relocation", "troop withdrawal", "troop presence", "force posture"],
  },
  {
    id: "other:foreign-interference",
    cues: [
      "foreign interference",
      "election interference",
      "foreign malign influence",
      "disinformation",
      "transnational repression",
      "malign influence",
    ],
  },
  // words that the knowledge layer has not for its own issues
  {
    id: "nuclear-energy",
    cues: ["reactor", "nuclear reactor", "nuclear liability", "nuclear liability law", "nuclear plant", "nuclear power plant"],
  },
  {
    id: "arms-transfers",
    cues: ["fighter jet", "fighter - jet", "fighter aircraft", "jet deal", "fighter", "warplane", "military equipment", "arms supplier"],
  },
  { id: "culture-people-exchange", cues: ["student visa", "visa to * student", "student mobility", "foreign student"] },
  { id: "agriculture-food", cues: ["cattle", "live cattle", "livestock", "beef", "beef quota", "cattle quota", "head of cattle"] },
  {
    id: "other:foreign-acquisitions",
    cues: ["takeover", "takeover bid", "hostile bid", "foreign ownership", "foreign acquisition", "merger"],
  },
  {
    id: "other:local-production",
    cues: ["local production", "local content", "produce at home", "manufacture in * country", "offset obligation"],
  },
];
