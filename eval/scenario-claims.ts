// Quotes, figures and events of the scenarios: node dist/eval/scenario-claims.js --gold DIR [--list quotes|figures|events]
// DIR is one scenario (docs/, gold.json) or a folder of them. Prints F1 of quotes with the right speaker, of figures with the right holder
// and role, and of events with the right pair of actors and type. Copies that gold.json names (`same_story_as`) are not read: what they say is
// in their original. --list tells on standard error what was found, wrong, missed.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { loadKnowledge } from "../src/knowledge/index.ts";
import {
  type ActorRef,
  type Claim,
  type Document,
  type EventClaim,
  type FigureClaim,
  principal,
  type QuoteClaim,
} from "../src/model/index.ts";
import { createPipeline } from "../src/pipeline/index.ts";
import { findSources } from "../src/reader/index.ts";
import { type Actorish, fold, locate, overlap, sameActor } from "./claims-match.ts";

interface GoldDocument {
  readonly file: string;
  readonly url: string | null;
  readonly title: string;
  readonly same_story_as: string | null;
}
interface Evident {
  readonly file: string;
  readonly evidence: string;
}
interface GoldQuote extends Evident {
  readonly speaker: string;
  readonly text: string;
}
interface GoldFigure extends Evident {
  readonly value: number;
  readonly unit: string;
  readonly whose: string | null;
  readonly demanded_by?: string;
  readonly role: string;
}
interface GoldEvent extends Evident {
  readonly source: string;
  readonly target: string;
  readonly plover: string;
  readonly date: string | null;
}
interface Gold {
  readonly documents: readonly GoldDocument[];
  readonly quotes: readonly GoldQuote[];
  readonly issues: readonly { readonly figures?: readonly GoldFigure[] }[];
  readonly events: readonly GoldEvent[];
}

/** One document with the claims of one kind. */
interface Read<C extends Claim> {
  readonly file: string;
  readonly document: Document;
  readonly claims: readonly C[];
}

const { values: options } = parseArgs({ options: { gold: { type: "string" }, list: { type: "string" } } });
if (options.gold === undefined) {
  console.error("usage: node dist/eval/scenario-claims.js --gold DIR [--list quotes|figures|events]");
  process.exit(2);
}

const pipeline = createPipeline({ knowledge: loadKnowledge() });
const round = (x: number) => Math.round(x * 1000) / 1000;

/** Counts of one measure over all scenarios. `found` counts pairs whose value or words agree, `right` those that agree in all. */
class Tally {
  gold = 0;
  predicted = 0;
  found = 0;
  right = 0;
  /** Gold items met; more than one extracted part may meet one gold item. */
  met = 0;

  scores() {
    const p = this.predicted > 0 ? this.right / this.predicted : 0;
    const r = this.gold > 0 ? this.met / this.gold : 0;
    return {
      gold: this.gold,
      predicted: this.predicted,
      found: round(this.found / Math.max(1, this.gold)),
      ofFound: round(this.met / Math.max(1, this.found)),
      p: round(p),
      r: round(r),
      f1: round(p + r > 0 ? (2 * p * r) / (p + r) : 0),
    };
  }
}
const quotes = new Tally();
const figures = new Tally();
const events = new Tally();

const say = (kind: string, line: string) => {
  if (options.list === kind) console.error(line);
};
const shownActor = (a: ActorRef | null) => (a === null ? "none" : `${a.id}${a.state === undefined ? "" : `(${a.state})`}`);

/** What the gold calls a speaker that is no person, by its last word: `senior Defence Ministry official (Tokyo)`. */
const lastWord = (s: string) =>
  fold(s.replace(/\([^)]*\)/g, ""))
    .split(" ")
    .at(-1);

function sameSpeaker(gold: string, speaker: ActorRef): boolean {
  return sameActor(gold, speaker) || [speaker.name, speaker.id.replace(/^\w+:/, "")].some((s) => lastWord(s) === lastWord(gold));
}

/** A quotation that the gold joins from parts may be given in parts; each part counts as one, the gold item is met by any. */
function scoreQuotes(gold: readonly GoldQuote[], read: readonly Read<QuoteClaim>[]): void {
  quotes.gold += gold.length;
  quotes.predicted += read.reduce((n, r) => n + r.claims.length, 0);
  const found = new Set<GoldQuote>();
  const met = new Set<GoldQuote>();
  for (const { file, document, claims } of read) {
    for (const claim of claims) {
      const words = ` ${fold(claim.text)} `;
      const partner = gold.find((g) => {
        const span = g.file === file ? locate(g.evidence, document.text) : null;
        if (span === null || overlap([span], spansOf(claim)) === 0) return false;
        const wanted = ` ${fold(g.text)} `;
        return wanted.includes(words) || words.includes(wanted);
      });
      const right = partner !== undefined && sameSpeaker(partner.speaker, claim.speaker);
      if (partner !== undefined) found.add(partner);
      if (right) {
        quotes.right++;
        met.add(partner);
      } else say("quotes", `${partner ? `SPEAKER not ${partner.speaker}` : "EXTRA"} ${file} ${shownActor(claim.speaker)}: ${claim.text}`);
    }
  }
  for (const g of gold) if (!found.has(g)) say("quotes", `MISSED ${g.file} ${g.speaker}: ${g.text}`);
  quotes.met += met.size;
  quotes.found += found.size;
}

const spansOf = (claim: Claim) => claim.evidence.map((e) => [e.start, e.end] as const);

/** What several documents say alike, as one. */
interface Said<C extends Claim> {
  readonly claim: C;
  readonly at: readonly { readonly file: string; readonly document: Document; readonly claim: C }[];
}

/** Claims of all documents, those with the same key as one; a key that ends in `|null` joins the first that begins alike. */
function merged<C extends Claim>(read: readonly Read<C>[], key: (c: C) => string): readonly Said<C>[] {
  const all = read.flatMap(({ file, document, claims }) => claims.map((claim) => ({ file, document, claim })));
  return grouped(all, ({ claim }) => key(claim)).map((at) => ({ claim: at[0]!.claim, at }));
}

function grouped<T>(items: readonly T[], key: (item: T) => string): readonly (readonly [T, ...T[]])[] {
  const groups = new Map<string, [T, ...T[]]>();
  const put = (k: string, item: T) => {
    const group = groups.get(k);
    if (group === undefined) groups.set(k, [item]);
    else group.push(item);
  };
  const undated = (item: T) => key(item).endsWith("|null");
  for (const item of items.filter((i) => !undated(i))) put(key(item), item);
  for (const item of items.filter(undated)) {
    const stem = key(item).slice(0, -"null".length);
    put([...groups.keys()].find((k) => k.startsWith(stem)) ?? key(item), item);
  }
  return [...groups.values()];
}

/** Least overlap of evidence for a pair, as in the scorer of annotated documents. */
const OVERLAP = 0.2;

/** Pairs one to one, full agreement first. `agree` says 0 for no pair, 1 for a pair, 2 for a pair that is right. */
function pairs<G extends Evident, C extends Claim>(
  tally: Tally,
  kind: string,
  gold: readonly G[],
  found: readonly Said<C>[],
  agree: (g: G, c: C) => 0 | 1 | 2,
  show: (x: G | C) => string,
  sameDay: (g: G, c: C) => boolean = () => false,
): void {
  tally.gold += gold.length;
  tally.predicted += found.length;
  const candidates: { readonly g: G; readonly c: Said<C>; readonly level: number; readonly near: number }[] = [];
  for (const g of gold) {
    for (const c of found) {
      const level = agree(g, c.claim);
      if (level === 0) continue;
      const overlaps = c.at.map(({ file, document, claim }) => {
        const span = g.file === file ? locate(g.evidence, document.text) : null;
        return span === null ? 0 : overlap([span], spansOf(claim));
      });
      const near = Math.max(...overlaps);
      if (near > OVERLAP || (level === 2 && sameDay(g, c.claim))) candidates.push({ g, c, level, near });
    }
  }
  candidates.sort((a, b) => b.level - a.level || b.near - a.near);
  const used = new Set<G | Said<C>>();
  for (const { g, c, level } of candidates) {
    if (used.has(g) || used.has(c)) continue;
    used.add(g).add(c);
    tally.found++;
    if (level === 2) {
      tally.right++;
      tally.met++;
    } else say(kind, `WRONG ${g.file} gold ${show(g)} | found ${show(c.claim)} << ${g.evidence}`);
  }
  for (const g of gold) if (!used.has(g)) say(kind, `MISSED ${g.file} ${show(g)} << ${g.evidence}`);
  for (const c of found)
    if (!used.has(c)) say(kind, `EXTRA ${c.at.map((x) => x.file.slice(0, 2)).join("+")} ${show(c.claim)} << ${c.claim.evidence[0]?.quote}`);
}

const sameUnit = (a: string, b: string) => fold(a) === fold(b) || (a.startsWith("%") && b.startsWith("%"));
/** The scenarios write an offer as a pledge; what is only an option goes out as an estimate. */
const roleOf = (role: string) => (role === "offer" ? "pledge" : role === "option" ? "estimate" : role);

/** The holder is whose quantity it is; of a demand it may be who makes it (the two scenarios differ in this). */
function figuresAgree(g: GoldFigure, c: FigureClaim): 0 | 1 | 2 {
  if (Math.abs(g.value - c.value) > 1e-9 * Math.abs(g.value) || !sameUnit(g.unit, c.unit)) return 0;
  const wanted = [g.whose, g.demanded_by].filter((id) => id != null);
  const holders = c.role === "actual" ? [c.whose] : [c.whose, c.holder];
  const holder = wanted.length === 0 || holders.some((h) => wanted.some((id) => sameActor(id, h)));
  return holder && roleOf(g.role) === roleOf(c.role) ? 2 : 1;
}

const SYMMETRIC = new Set(["CONSULT", "AGREE", "COOPERATE"]);
function eventsAgree(g: GoldEvent, c: EventClaim): 0 | 1 | 2 {
  const same = (s: Actorish, t: Actorish) => sameActor(g.source, s) && sameActor(g.target, t);
  if (!same(c.source, c.target) && !(SYMMETRIC.has(g.plover) && same(c.target, c.source))) return 0;
  return g.plover === c.plover ? 2 : 1;
}

/** Reports of one pair, type and day are one event, in the gold and in what was extracted. */
const eventKey = (source: string, target: string, plover: string, date: string | null) =>
  [...(SYMMETRIC.has(plover) ? [source, target].sort() : [source, target]), plover, date].join("|");

async function scenario(folder: string): Promise<void> {
  const gold = JSON.parse(readFileSync(join(folder, "gold.json"), "utf8")) as Gold;
  const read: Read<Claim>[] = [];
  for await (const { source } of findSources([join(folder, "docs")])) {
    if (!source) continue;
    const file = source.file.slice(join(folder, "docs").length + 1);
    for (const { document, claims } of pipeline.process(source)) {
      // a feed holds several documents; one of its items may be a copy of a page that is there too
      const own = gold.documents.filter((d) => d.file === file);
      const entry = own.find((d) => d.title === document.title || (d.url !== null && d.url === document.url)) ?? own[0];
      if (entry?.same_story_as == null) read.push({ file, document, claims });
    }
  }
  const of = <K extends Claim["kind"]>(kind: K) =>
    read.map((r) => ({ ...r, claims: r.claims.filter((c) => c.kind === kind) as Extract<Claim, { kind: K }>[] }));
  scoreQuotes(gold.quotes, of("quote"));
  pairs(
    figures,
    "figures",
    gold.issues.flatMap((i) => i.figures ?? []),
    merged(of("figure"), (c) => c.id),
    figuresAgree,
    (x) =>
      "kind" in x
        ? `${x.value} ${x.unit} whose ${shownActor(x.whose)} holder ${shownActor(x.holder)} ${x.role}`
        : `${x.value} ${x.unit} ${x.whose}${x.demanded_by ? ` by ${x.demanded_by}` : ""} ${x.role}`,
  );
  pairs(
    events,
    "events",
    grouped(gold.events, (g) => eventKey(g.source, g.target, g.plover, g.date)).map(([first]) => first),
    merged(of("event"), (c) => eventKey(principal(c.source), principal(c.target), c.plover, c.date)),
    eventsAgree,
    (x) =>
      ("kind" in x ? `${shownActor(x.source)} → ${shownActor(x.target)}` : `${x.source} → ${x.target}`).concat(` ${x.plover} ${x.date}`),
    (g, c) => g.date !== null && c.date !== null && (c.date.startsWith(g.date) || g.date.startsWith(c.date)),
  );
}

const root = resolve(options.gold);
const folders = existsSync(join(root, "gold.json"))
  ? [root]
  : readdirSync(root)
      .sort()
      .map((name) => join(root, name))
      .filter((folder) => existsSync(join(folder, "gold.json")));
for (const folder of folders) await scenario(folder);
console.log(JSON.stringify({ scenarios: folders.length, quotes: quotes.scores(), figures: figures.scores(), events: events.scores() }));
