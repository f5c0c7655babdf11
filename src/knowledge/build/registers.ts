// Raw office-holders of the registers of the United States and the United Kingdom.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Holder, SNAPSHOT } from "./holders.ts";
import { elements, readCsv, readYaml } from "./read.ts";

export function fromCongress(sources: string): readonly Holder[] {
  interface Person {
    readonly name: { readonly first: string; readonly last: string; readonly official_full?: string; readonly nickname?: string };
    readonly terms: readonly { readonly type: string; readonly start: string; readonly end: string }[];
  }
  const out: Holder[] = [];
  const titles: Readonly<Record<string, string>> = { prez: "President", viceprez: "Vice President", sen: "Senator", rep: "Representative" };
  for (const [file, since] of [
    ["executive.yaml", "1933"],
    ["legislators-current.yaml", "1974"],
  ] as const) {
    for (const person of readYaml<readonly Person[]>(join(sources, "congress-legislators", file))) {
      const runs = new Map<string, { from: string; to: string }>();
      for (const term of person.terms) {
        const run = runs.get(term.type);
        if (run && term.start <= `${Number(run.to.slice(0, 4)) + 1}`) run.to = term.end;
        else if (run) {
          out.push(congressHolder(person.name, titles[term.type]!, run.from, run.to));
          runs.set(term.type, { from: term.start, to: term.end });
        } else runs.set(term.type, { from: term.start, to: term.end });
      }
      for (const [type, run] of runs) if (run.to >= since) out.push(congressHolder(person.name, titles[type]!, run.from, run.to));
    }
  }
  return out;
}

function congressHolder(
  name: { first: string; last: string; official_full?: string; nickname?: string },
  title: string,
  from: string,
  to: string,
): Holder {
  const full = name.official_full ?? `${name.first} ${name.last}`;
  return {
    name: full.replace(/,? (Jr|Sr)\.?$/, "").replace(/ (II|III|IV)$/, ""),
    family: name.last,
    state: "USA",
    title,
    from,
    to: to > "2026-11-01" ? null : to,
    source: "congress-legislators",
    verified: true,
    roughEnd: false,
    seen: SNAPSHOT.congress,
  };
}

/** US Secretaries of State from the Historian's register. */
export function fromHistorian(sources: string): readonly Holder[] {
  const xml = readFileSync(join(sources, "historyatstate-pocom/positions-principals/secretary.xml"), "utf8");
  return elements(xml, "principal").flatMap((row) => {
    const who = elements(row, "person-id")[0] ?? "";
    const from = /<started>\s*<date>([\d-]+)/.exec(row)?.[1] ?? null;
    const to = /<ended>\s*<date>([\d-]+)/.exec(row)?.[1] ?? null;
    if (!from || from < "1973") return [];
    const [family, ...given] = who.split("-").map((w) => w[0]!.toUpperCase() + w.slice(1));
    const name = `${given.filter((g) => g.length > 1).join(" ")} ${family}`;
    return [
      {
        name,
        family: family!,
        state: "USA",
        title: "Secretary of State",
        from,
        to,
        source: "pocom",
        verified: true,
        roughEnd: false,
        seen: to ?? from,
      },
    ];
  });
}

/** UK ministers of cabinet rank and ministers of state since 1997. */
export function fromInstituteForGovernment(sources: string): readonly Holder[] {
  const folder = join(sources, "ifg-ministers/data");
  const people = new Map<string, { name: string; family: string }>();
  for (const row of readCsv(join(folder, "person.csv"))) {
    const plain = row.normalized_name || row.display_name || row.name!;
    const had = people.get(row.id!);
    if (!had || /^(Lord|Lady|Baroness|Viscount|Earl|The)\b/.test(had.name))
      people.set(row.id!, { name: plain, family: plain.split(" ").at(-1)! });
  }
  const posts = new Map(readCsv(join(folder, "post.csv")).map((p) => [p.id!, p]));
  const out: Holder[] = [];
  for (const row of readCsv(join(folder, "appointment.csv"))) {
    const post = posts.get(row.post_id!);
    const person = people.get(row.person_id!);
    if (!post || !person || !row.start_date || (row.end_date ?? "9999") < "1997") continue;
    const rank = Number(post.rank_equivalence_value || 9);
    const cabinet = rank <= 3 || /^(Prime Minister|Deputy Prime Minister|Chancellor of the Exchequer)$|Secretary of State/.test(post.name!);
    if (/Parliamentary Under|Whip|Parliamentary Secretary/i.test(post.name!)) continue;
    if (
      !cabinet &&
      !(
        rank === 4 &&
        row.start_date >= "2015" &&
        /foreign|europe|defence|armed forces|trade|security|africa|asia|middle east|indo|americas|development/i.test(post.name!)
      )
    )
      continue;
    out.push({
      ...person,
      state: "GBR",
      title: post.name!,
      from: row.start_date,
      to: row.end_date || null,
      source: "ifg",
      verified: true,
      roughEnd: false,
      seen: SNAPSHOT.ifg,
    });
  }
  return out;
}
