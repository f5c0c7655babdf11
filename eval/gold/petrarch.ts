// PETRARCH's actor lists as a user layer of the knowledge, and its validation records as pairs of actors.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { stringify } from "yaml";
import { type Knowledge, loadKnowledge } from "../../src/knowledge/index.ts";
import { actorKind } from "../../src/model/index.ts";

interface ListedActor {
  readonly names: readonly string[];
  /** First three letters of its code: the country. */
  readonly root: string;
}

const titled = (name: string) =>
  name
    .replace(/_/g, " ")
    .trim()
    .toLowerCase()
    .replace(/(?<=^|[\s-])\p{L}/gu, (c) => c.toUpperCase());

/** Entries of an actor file: a name with its code in brackets on the same line or below, synonyms after `+`, comments after `#`. */
export function readActors(file: string): readonly ListedActor[] {
  const out: ListedActor[] = [];
  let names: string[] = [];
  let root: string | null = null;
  const close = () => {
    if (names.length > 0 && root !== null) out.push({ names, root });
    names = [];
    root = null;
  };
  for (const raw of readFileSync(file, "utf8").split("\n")) {
    if (/^\s*<|^\s*#/.test(raw)) continue;
    const line = raw.replace(/#.*$/, "").trimEnd();
    // a dated restriction does not change the country of any actor in the list but those that have none; the last one holds
    const code = /\[\s*([A-Za-z]{3})[A-Za-z/]*[^\]]*\]/.exec(line)?.[1];
    const name = line.replace(/\[.*$/, "").trim();
    if (name !== "" && !name.startsWith("+") && !/^\s/.test(line)) close();
    if (name !== "") names.push(titled(name.replace(/^\+/, "")));
    if (code !== undefined) root = code.toUpperCase();
  }
  close();
  return out;
}

export interface ActorLayer {
  readonly knowledge: Knowledge;
  /** Country codes of the lists → ids of our states and organisations. */
  readonly alias: ReadonlyMap<string, string>;
}

/** States that no record names: the invented ones take their place, so that “Gondor” is read as a state is. */
const STAND_INS = (
  "NRU TUV KIR PLW FSM MHL WSM TON VUT SLB ATG DMA GRD KNA LCA VCT BRB BHS BLZ SUR STP CPV COM MUS SYC MDV BTN BRN TLS FJI PNG LIE SMR AND MCO MLT LSO SWZ " +
  "GNQ GNB GMB DJI BWA NAM MWI"
).split(" ");

/** The knowledge with the listed actors as a user layer over it. Names that our tables know keep their own actor. */
export function withActors(file: string): ActorLayer {
  const base = loadKnowledge();
  const alias = new Map<string, string>();
  const added = new Map<string, string[]>();
  for (const { names, root } of readActors(file)) {
    const known = names
      .map((n) => base.resolve(n, null).actor)
      .find((a) => a != null && /^(?:state|organ|organisation)$/.test(actorKind(a.id)));
    if (known != null) alias.set(root, known.state ?? known.id);
    if (known == null || actorKind(known.id) === "state") added.set(root, [...(added.get(root) ?? []), ...names]);
  }
  const free = [...STAND_INS];
  const states: object[] = [];
  for (const [root, names] of added) {
    const known = alias.get(root);
    const id = known ?? free.shift();
    if (id === undefined || actorKind(id) !== "state") continue;
    // of a state that our tables have, the names they lack
    if (known !== undefined) {
      const lacking = names.filter((n) => base.resolve(n, null).actor === null);
      if (lacking.length > 0) states.push({ id, name: base.actor(id)?.name ?? names[0], names: lacking });
      continue;
    }
    alias.set(root, id);
    states.push({ id, name: names[0], names, adjectives: names.flatMap((n) => (/[a-z]{3}$/.test(n) ? [`${n}ian`, `${n}i`] : [])) });
  }
  const folder = mkdtempSync(join(tmpdir(), "actors-"));
  writeFileSync(join(folder, "actors.yaml"), stringify({ states }));
  const knowledge = loadKnowledge({ userDirectory: folder });
  rmSync(folder, { recursive: true });
  return { knowledge, alias };
}

export interface DyadRecord {
  readonly id: string;
  readonly text: string;
  readonly day: string;
  /** `ARN>GON`, by country; records whose event has no actor on one side keep the others. */
  readonly pairs: readonly string[];
  readonly empty: boolean;
}

interface Row {
  readonly id: string;
  readonly text: string;
  readonly date: string;
  readonly expected: readonly { readonly source: string | null; readonly target: string | null }[];
  readonly no_events: boolean;
  readonly expects_error?: string | null;
}

/** Records of a validation file; those that test the old program's own input checks are left out. */
export function readDyads(file: string, alias: ReadonlyMap<string, string>): readonly DyadRecord[] {
  const country = (code: string | null) => {
    const root = /^[A-Za-z]{3}/.exec(code ?? "")?.[0]?.toUpperCase();
    return root === undefined ? null : (alias.get(root) ?? root);
  };
  return readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Row)
    .filter((row) => !row.expects_error)
    .map((row) => ({
      id: row.id,
      text: row.text,
      day: row.date.replace(/^(\d{4})(\d\d)(\d\d)$/, "$1-$2-$3"),
      pairs: [
        ...new Set(
          row.expected.flatMap((e) => {
            const [s, t] = [country(e.source), country(e.target)];
            return s === null || t === null ? [] : [`${s}>${t}`];
          }),
        ),
      ],
      empty: row.no_events,
    }));
}
