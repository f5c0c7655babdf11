// A constructed meeting of Norway and Brazil: five documents of three independent sources, claims made by hand.
import { createHash } from "node:crypto";
import type { BriefNames } from "../../src/brief/index.ts";
import { segment } from "../../src/language/index.ts";
import type { Ledger } from "../../src/ledger/index.ts";
import type { ActorRef, Attribution, Claim, ClaimKind, Document, Evidence, Term } from "../../src/model/index.ts";

export const NORWAY: ActorRef = { id: "NOR", name: "Norway", state: "NOR" };
export const BRAZIL: ActorRef = { id: "BRA", name: "Brazil", state: "BRA" };
export const STORE: ActorRef = { id: "person:jonas-gahr-store", name: "Jonas Gahr Støre", state: "NOR" };
export const LULA: ActorRef = { id: "person:luiz-inacio-lula-da-silva", name: "Luiz Inácio Lula da Silva", state: "BRA" };
export const SILVA: ActorRef = { id: "person:marina-silva", name: "Marina Silva", state: "BRA" };
export const OFFICIALS: ActorRef = { id: "group:norwegian-officials", name: "two Norwegian officials", state: "NOR" };
export const EU: ActorRef = { id: "EU", name: "European Union" };

const TERMS: readonly Term[] = [
  {
    person: STORE.id,
    office: "NOR/pm",
    state: "NOR",
    role: "head-of-government",
    title: "Prime Minister",
    from: "2021-10-14",
    to: null,
    source: "Table, CC0",
  },
  {
    person: LULA.id,
    office: "BRA/president",
    state: "BRA",
    role: "head-of-state",
    title: "President",
    from: "2023-01-01",
    to: null,
    source: "Table, CC0",
  },
  {
    person: SILVA.id,
    office: "BRA/env",
    state: "BRA",
    role: "minister",
    title: "Environment Minister",
    from: "2023-01-01",
    to: null,
    source: "Table, CC0",
  },
];

const ACTORS = new Map([
  ["NOR", { name: "Norway", family: null, state: "NOR" }],
  ["BRA", { name: "Brazil", family: null, state: "BRA" }],
  [STORE.id, { name: STORE.name, family: "Støre", state: "NOR" }],
  [LULA.id, { name: LULA.name, family: "Lula", state: "BRA" }],
  [SILVA.id, { name: SILVA.name, family: "Silva", state: "BRA" }],
]);

export const names: BriefNames = {
  shortName: (state) => ACTORS.get(state)?.name ?? state,
  adjective: (state) => ({ NOR: "Norwegian", BRA: "Brazilian" })[state] ?? state,
  issueLabel: (id) => id.charAt(0).toUpperCase() + id.slice(1).replace(/-/g, " "),
  officeOn: (person, on) => TERMS.find((term) => term.person === person && (term.from ?? "") <= on) ?? null,
  actor: (id) => ACTORS.get(id) ?? null,
  place: (name) => (name.includes("Oslo") ? { state: "NOR" } : null),
  sentences: (text) => segment(text).map(({ start, end }) => ({ start, end })),
};

const hash = (text: string): string => createHash("sha256").update(text).digest("hex");

export function article(fields: Partial<Document> & { readonly text: string }): Document {
  return {
    id: `sha256:${hash(`${fields.site ?? ""}|${fields.title ?? ""}|${fields.text}`)}`,
    file: `${fields.site ?? "text"}.html`,
    url: null,
    site: null,
    title: null,
    author: null,
    published: null,
    modified: null,
    language: "en",
    kind: "news",
    removals: [],
    problems: [],
    ...fields,
  };
}

/** Evidence for a passage that stands in the text. */
export function evidence(document: Document, quote: string): Evidence {
  const start = document.text.indexOf(quote);
  if (start < 0) throw new Error(`the fixture has no passage “${quote}”`);
  return { start, end: start + quote.length, quote };
}

type Fields<K extends ClaimKind> = Omit<
  Extract<Claim, { kind: K }>,
  "id" | "kind" | "modality" | "attribution" | "confidence" | "rule" | "evidence"
> & {
  readonly modality?: Claim["modality"];
  readonly attribution?: Attribution | null;
  readonly confidence?: number;
};

/** A claim of one kind over a passage. */
export function claim<K extends ClaimKind>(kind: K, document: Document, quote: string, fields: Fields<K>): Extract<Claim, { kind: K }> {
  const id = hash(`${kind}|${document.id}|${quote}|${JSON.stringify(fields)}`);
  const base = { modality: "asserted", attribution: null, confidence: 0.9, rule: `${kind}/fixture`, evidence: [evidence(document, quote)] };
  return { ...base, ...fields, id, kind } as unknown as Extract<Claim, { kind: K }>;
}

export const unnamedSpeaker = (text: string): Attribution => ({ actor: null, text, named: false });

export const preview = article({
  site: "Fjord Daily",
  title: "Lula comes to Oslo with forests and fighter jets",
  author: "Kari Nordmann",
  published: { value: "2025-06-05T08:15:00+02:00", precision: "minute", source: "fixture" },
  text: [
    "Prime Minister Jonas Gahr Støre will receive President Luiz Inácio Lula da Silva in Oslo next Thursday for their first talks.",
    "Brazil wants Norway to pay 800 million dollars into the Amazon Fund. Norway has offered 500 million dollars, two Norwegian officials said.",
    "Norway will ask that Brazil halve its salmon duty. Brazil is worried about the cost of inspections.",
    "Brazil has pledged to end illegal logging by 2030. “We did not come for photographs,” Mr Lula told reporters.",
  ].join("\n\n"),
});

export const second = article({
  site: "Planalto Post",
  title: "What Brazil takes to Norway",
  published: { value: "2025-06-07T10:00:00-03:00", precision: "minute", source: "fixture" },
  text: [
    "Norway's Jonas Gahr Støre meets Brazil's Luiz Inácio Lula da Silva on Wednesday, June 11.",
    "Brazil asks 800 million dollars of Norway for the Amazon Fund.",
    "Environment Minister Marina Silva refuses to cut the salmon duty without talks with the European Union.",
    "Norway suspended payments in August 2019.",
  ].join("\n\n"),
});

export const wire = article({
  site: "Northern Wire",
  title: "Lula heads to Oslo",
  published: { value: "2025-06-09T12:00:00Z", precision: "minute", source: "fixture" },
  text: "President Luiz Inácio Lula da Silva flies to Oslo this week for talks with Jonas Gahr Støre on Thursday.\n\nNorway has offered 500 million dollars for the Amazon Fund, less than Brazil asks. A joint statement is being drafted, officials said, and both delegations have seen it.",
});

export const copy = article({
  ...wire,
  id: `sha256:${hash("copy")}`,
  site: "Harbour Herald",
  title: "Brazil leader bound for Oslo",
  file: "copy.html",
  published: { value: "2025-06-10", precision: "day", source: "fixture" },
});

export const late = article({
  site: "Fjord Daily",
  title: "After the talks",
  published: { value: "2025-06-13", precision: "day", source: "fixture" },
  text: "Norway raised its offer to 650 million dollars for the Amazon Fund.",
});

const meeting = (document: Document, quote: string, start: string, dateText: string, ordinal: string | null = null): Claim =>
  claim("meeting", document, quote, {
    participants: [STORE, LULA],
    place: document === second ? null : "Oslo",
    start,
    end: null,
    status: "planned",
    format: "in-person",
    dateText,
    ordinal,
    modality: "planned",
  });

const fund = (
  document: Document,
  quote: string,
  holder: ActorRef,
  value: number,
  text: string,
  role: "demand" | "offer",
  attribution: Attribution | null = null,
): Claim =>
  claim("figure", document, quote, {
    value,
    high: null,
    unit: "USD",
    qualifier: null,
    measure: "Amazon Fund",
    issue: "climate",
    whose: NORWAY,
    holder,
    toward: role === "demand" ? [NORWAY] : [BRAZIL],
    role,
    year: null,
    base: null,
    text,
    attribution,
  });

const wireClaims = (document: Document): Claim[] => [
  meeting(document, "flies to Oslo this week for talks with Jonas Gahr Støre on Thursday", "2025-06-12", "Thursday"),
  fund(document, "Norway has offered 500 million dollars for the Amazon Fund", NORWAY, 500e6, "500 million dollars", "offer"),
];

/** Documents with their claims, oldest first. */
export const bundle: readonly (readonly [Document, readonly Claim[]])[] = [
  [
    preview,
    [
      meeting(
        preview,
        "Prime Minister Jonas Gahr Støre will receive President Luiz Inácio Lula da Silva in Oslo next Thursday for their first talks",
        "2025-06-12",
        "next Thursday",
        "first",
      ),
      fund(preview, "Brazil wants Norway to pay 800 million dollars into the Amazon Fund", BRAZIL, 800e6, "800 million dollars", "demand"),
      fund(preview, "Norway has offered 500 million dollars, two Norwegian officials said", NORWAY, 500e6, "500 million dollars", "offer", {
        actor: OFFICIALS,
        text: "two Norwegian officials",
        named: false,
      }),
      claim("position", preview, "Brazil wants Norway to pay 800 million dollars into the Amazon Fund", {
        holder: BRAZIL,
        stance: "seeks",
        polarity: 1,
        issue: "climate",
        about: "Norway to pay 800 million dollars into the Amazon Fund",
        toward: [NORWAY],
        strength: null,
      }),
      claim("position", preview, "Norway will ask that Brazil halve its salmon duty", {
        holder: NORWAY,
        stance: "seeks",
        polarity: 1,
        issue: "trade-tariffs",
        about: "Brazil halve its salmon duty",
        toward: [BRAZIL],
        strength: null,
        modality: "planned",
      }),
      claim("position", preview, "Brazil is worried about the cost of inspections", {
        holder: BRAZIL,
        stance: "concerned",
        polarity: -1,
        issue: "trade-tariffs",
        about: "the cost of inspections",
        toward: [],
        strength: null,
      }),
      claim("commitment", preview, "Brazil has pledged to end illegal logging by 2030", {
        by: [BRAZIL],
        to: [],
        action: "end illegal logging",
        issue: "climate",
        amount: null,
        deadline: "2030",
        status: "pledged",
      }),
      claim("quote", preview, "“We did not come for photographs,” Mr Lula told reporters", {
        speaker: LULA,
        text: "We did not come for photographs",
        cue: "tell",
        audience: "reporters",
      }),
      claim("issue", preview, "Norway will ask that Brazil halve its salmon duty", {
        issue: "trade-tariffs",
        meeting: null,
        likelihood: "certain",
        raisedBy: [NORWAY],
      }),
      claim("position", preview, "Brazil wants Norway to pay 800 million dollars", {
        holder: BRAZIL,
        stance: "seeks",
        polarity: 1,
        issue: "migration-refugees",
        about: "Norway to pay",
        toward: [],
        strength: null,
        modality: "hypothetical",
      }),
    ],
  ],
  [
    second,
    [
      meeting(second, "meets Brazil's Luiz Inácio Lula da Silva on Wednesday, June 11", "2025-06-11", "Wednesday, June 11"),
      fund(second, "Brazil asks 800 million dollars of Norway for the Amazon Fund", BRAZIL, 800e6, "800 million dollars", "demand"),
      claim("position", second, "Environment Minister Marina Silva refuses to cut the salmon duty without talks with the European Union", {
        holder: SILVA,
        stance: "opposes",
        polarity: -1,
        issue: "trade-tariffs",
        about: "cut the salmon duty without talks with the European Union",
        toward: [],
        strength: null,
      }),
      claim("event", second, "Norway suspended payments in August 2019", {
        source: NORWAY,
        target: BRAZIL,
        plover: "SANCTION",
        mode: null,
        context: [],
        cameo: null,
        quad: 4,
        goldstein: null,
        date: "2019-08",
      }),
    ],
  ],
  [wire, wireClaims(wire)],
  [copy, wireClaims(copy)],
  [late, [fund(late, "Norway raised its offer to 650 million dollars for the Amazon Fund", NORWAY, 650e6, "650 million dollars", "offer")]],
];

/** Records the bundle, and more documents after it. */
export function fill(ledger: Ledger, more: readonly (readonly [Document, readonly Claim[]])[] = []): Ledger {
  for (const [document, claims] of [...bundle, ...more]) ledger.record(document, claims, "2025-06-20T00:00:00Z");
  return ledger;
}

export const AS_OF = "2025-06-11";
