// Section 4: what will, may and will hardly be on the table, and which side raises it.
import type { StoredClaim } from "../../ledger/index.ts";
import { type Likelihood, principal, type Stance } from "../../model/index.ts";
import { groupLabel, OTHER } from "../adopt.ts";
import { type Context, ofKind, pointers, sideOf } from "../context.ts";
import { type DraftGroup, type DraftLine, draftText, each, group, line, say } from "../draft.ts";
import type { IssueFile } from "../issue-file.ts";
import { contentWords } from "../merge.ts";
import { positionWords } from "../sentence.ts";
import { countWords, plain } from "../words.ts";
import { expectedLines, HISTORY, historyLines } from "./history.ts";
import type { Kit, SectionWriter } from "./kit.ts";

interface Entry {
  readonly side: "a" | "b" | null;
  readonly likelihood: Likelihood;
  readonly stored: StoredClaim;
}

const GROUPS: readonly { readonly likelihood: Likelihood; readonly title: string; readonly hint: string }[] = [
  { likelihood: "certain", title: "Certain", hint: "a source says “will”" },
  { likelihood: "may", title: "Possible", hint: "expected, wanted, considered, undecided" },
  { likelihood: "unlikely", title: "Unlikely", hint: "a side rules it out" },
];

/**
 * How surely an issue comes up: “will” makes it certain, a refusal to speak of it unlikely, everything else possible. A side's own plans
 * put an issue on the agenda too: “will ask” as certain, “wants” or “considers” as possible.
 */
function entriesOf(context: Context, issue: string, file: IssueFile | undefined): Entry[] {
  const stated = ofKind(context, "issue")
    .filter(({ claim }) => claim.issue === issue)
    .flatMap((stored): Entry[] => {
      const { raisedBy, likelihood: said, modality } = stored.claim;
      const likelihood = said === "certain" && modality !== "planned" ? "may" : said;
      const sides = raisedBy.flatMap((actor) => sideOf(context, actor) ?? []);
      if (sides.length === 0 && countWords(stored.claim.evidence[0]!.quote) < CLAUSE_WORDS) return [];
      return sides.length > 0 ? [...new Set(sides)].map((side) => ({ side, likelihood, stored })) : [{ side: null, likelihood, stored }];
    });
  const wanted = (file?.positions ?? [])
    .flatMap(({ all }) => all)
    .flatMap((stored): Entry[] => {
      const side = sideOf(context, stored.claim.holder);
      const likelihood = stored.claim.modality === "planned" ? "certain" : "may";
      return side && ASKS.has(stored.claim.stance) ? [{ side, likelihood, stored }] : [];
    });
  return [...stated, ...wanted];
}

const ASKS: ReadonlySet<Stance> = new Set(["seeks", "demands", "offers"]);
const RULED_OUT = /\bnot\s(?:be\s)?(?:discuss|talk|negotiat|rais)|\brul(?:e|ed|es|ing)\sout\b/i;

/** What a side will not speak of, in its own words. */
function ruledOut({ context, issues }: Kit): DraftLine[] {
  return issues.flatMap((file) =>
    file.positions
      .filter(({ first: { claim } }) => claim.stance === "opposes" && RULED_OUT.test(claim.evidence[0]!.quote))
      .map(({ first, all }) => {
        const { words } = positionWords(first.claim, null, true);
        return line([
          say(
            `${file.id === OTHER ? "" : `${file.label}, `}${context.names.shortName(principal(first.claim.holder))}: ${words}`,
            each(pointers(all)),
          ),
        ]);
      }),
  );
}

/** What dominates the agenda under no name of the tables, and what is said to come out of the meeting or not to, in the words of the texts. */
function outcomes(context: Context, likelihood: Likelihood): DraftLine[] {
  const said = ofKind(context, "issue").filter(
    ({ claim }) => /^other:(?:agenda|outcome)-/.test(claim.issue) && claim.likelihood === likelihood,
  );
  return [...new Set(said.map(({ claim }) => claim.issue))].sort().map((issue) => {
    const all = said.filter(({ claim }) => claim.issue === issue);
    const words = plain(all[0]!.claim.evidence[0]!.quote).replace(/[.,;]+$/, "");
    return line([say(`${words.charAt(0).toUpperCase()}${words.slice(1)}.`, each(pointers(all)))]);
  });
}

/** A bare phrase that names an issue puts nothing on the agenda; a clause of this many words does. */
const CLAUSE_WORDS = 5;

/** Whether all words of one line stand in another. */
function isWithin(line: string, other: string): boolean {
  const [words, all] = [contentWords(line), contentWords(other)];
  return [...words].filter((word) => all.has(word)).length >= 0.9 * words.size;
}

/** Sentences about results, in each of the two groups. */
const EXPECTED = 3;

/** Lines of one group. */
const LIMIT = 8;

const RANK: Readonly<Record<Likelihood, number>> = { certain: 2, may: 1, unlikely: 0 };

/** One issue stands once, under the strongest word any source has for it; the sides with their own notes after it. */
function agendaLine(context: Context, issue: string, entries: readonly Entry[]): { likelihood: Likelihood; draft: DraftLine } {
  const best = entries.reduce((a, b) => (RANK[b.likelihood] > RANK[a.likelihood] ? b : a)).likelihood;
  const top = entries.filter(({ likelihood }) => likelihood === best);
  const sides = (["a", "b"] as const).filter((side) => top.some((entry) => entry.side === side));
  const label = groupLabel(context, issue, "Other points");
  if (sides.length === 0) return { likelihood: best, draft: line([say(label, each(pointers(top.map(({ stored }) => stored))))]) };
  const segments = sides.map((side, index) => {
    const name = context.names.shortName(context.sides[side === "a" ? 0 : 1]);
    const of = top.filter((entry) => entry.side === side || (index === 0 && entry.side === null));
    const words = `${index === 0 ? `${label}: ` : ""}${name}${index < sides.length - 1 ? "," : ""}`;
    return say(words, each(pointers(of.map(({ stored }) => stored))));
  });
  return { likelihood: best, draft: line(segments) };
}

export const agendaSection: SectionWriter = (kit) => {
  const { context, issues } = kit;
  const named = ofKind(context, "issue").map(({ claim }) => claim.issue);
  const onAgenda = [...new Set([...issues.map(({ id }) => id), ...named])].filter((id) => id !== OTHER && !id.startsWith("other:"));
  const drafts = onAgenda.flatMap((issue) => {
    const entries = entriesOf(
      context,
      issue,
      issues.find(({ id }) => id === issue),
    );
    return entries.length > 0 ? [agendaLine(context, issue, entries)] : [];
  });
  const expected = expectedLines(kit, EXPECTED);
  // What stands among the precedents is not told again.
  const before = historyLines(kit, HISTORY).map(draftText);
  const outcomesTold = GROUPS.flatMap(({ likelihood }) => [...outcomes(context, likelihood), ...ruledOut(kit)])
    .map(draftText)
    .concat(before);
  const groups = GROUPS.flatMap(({ likelihood, title, hint }): DraftGroup[] => {
    const lines = drafts
      .filter((draft) => draft.likelihood === likelihood)
      .slice(0, LIMIT)
      .map(({ draft }) => draft)
      .concat(outcomes(context, likelihood), likelihood === "unlikely" ? ruledOut(kit) : []);
    const said = likelihood === "may" ? expected.likely : likelihood === "unlikely" ? expected.unlikely : [];
    lines.push(...said.filter((draft) => !outcomesTold.some((other) => isWithin(other, draftText(draft)))));
    return lines.length > 0 ? [group(lines, title, hint)] : [];
  });
  return groups.length > 0 ? { id: "agenda", number: 4, title: "Agenda by likelihood", groups } : null;
};
