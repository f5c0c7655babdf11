// The ladder of readouts: how far a verb goes, from 1 (discussed) to 9 (signed). The rungs are those of positions in extraction, with the acts above them.
import { plain } from "./words.ts";

const RUNGS: readonly { readonly rung: number; readonly verbs: string }[] = [
  {
    rung: 1,
    verbs:
      "discuss(?:ed|es)?|exchanged views|spoke|talked|touched on|raised|addressed|explored|reviewed|explained|mentioned|considered|examined",
  },
  { rung: 2, verbs: "noted|took note|acknowledged|recogni[sz]ed|looks? forward|looked forward|hoped?|hopes|shared views" },
  {
    rung: 3,
    verbs:
      "stress(?:ed|es)|underscore[sd]|underline[sd]|emphasi[sz]e[sd]|highlight(?:ed|s)|expressed|pointed out|stated|said|conveyed|declared|explained that|told",
  },
  {
    rung: 4,
    verbs:
      "welcome[sd]?|support(?:ed|s)|appreciate[sd]|praise[sd]|commend(?:ed|s)|thank(?:ed|s)|request(?:ed|s)|want(?:ed|s)|sought|seeks|endorse[sd]|proposed|invited|offered",
  },
  {
    rung: 5,
    verbs:
      "urge[sd]|call(?:ed|s) (?:on|for)|ask(?:ed|s)|demand(?:ed|s)|press(?:ed|es)|insist(?:ed|s)|condemn(?:ed|s)?|oppose[sd]|reject(?:ed|s)|warn(?:ed|s)",
  },
  { rung: 6, verbs: "reaffirm(?:ed|s)?|reiterate[sd]?|affirm(?:ed|s)?|recommitted|remain(?:s|ed)? committed|confirmed" },
  { rung: 7, verbs: "will|pledge[sd]?|commit(?:ted|s)|undert(?:ook|akes)|announced?|plan(?:s|ned)?|promise[sd]|intends?" },
  { rung: 8, verbs: "agree(?:d|s)?|accepted|decided?|concluded?|resolved|settled|set up|established" },
  { rung: 9, verbs: "sign(?:ed|s)|adopt(?:ed|s)|approved|ratified|issued" },
];

const PATTERNS = RUNGS.map(({ rung, verbs }) => ({ rung, pattern: new RegExp(`(?<![\\p{L}’'-])(?:${verbs})(?![\\p{L}’'-])`, "iu") }));

export interface Rung {
  readonly rung: number;
  /** The verb as the text has it. */
  readonly verb: string;
}

/** The rung of a sentence: that of its first verb on the ladder; null without one. */
export function rungOf(sentence: string): Rung | null {
  const words = plain(sentence);
  const found = PATTERNS.flatMap(({ rung, pattern }) => {
    const match = pattern.exec(words);
    return match ? [{ rung, verb: match[0].toLowerCase(), at: match.index }] : [];
  });
  const first = found.sort((a, b) => a.at - b.at || b.verb.length - a.verb.length)[0];
  return first ? { rung: first.rung, verb: first.verb } : null;
}
