// Names of XML vocabularies in feeds: one prefix for each, however the feed spells it.

/** Stands for the feed's own vocabulary: RSS of any version, Atom, RSS 1.0 inside RDF. */
export const OWN = "";

/** Address of a vocabulary, without its protocol, ending and case → the prefix used here. Source: the specifications of the formats and modules. */
const PREFIXES: Readonly<Record<string, string>> = {
  "www.w3.org/2005/atom": OWN,
  "purl.org/atom/ns": OWN,
  "purl.org/rss/1.0": OWN,
  "my.netscape.com/rdf/simple/0.9": OWN,
  "channel.netscape.com/rdf/simple/0.9": OWN,
  "backend.userland.com/rss": OWN,
  "backend.userland.com/rss2": OWN,
  "blogs.law.harvard.edu/tech/rss": OWN,
  "www.w3.org/1999/02/22-rdf-syntax-ns": "rdf",
  "www.w3.org/1999/xhtml": "xhtml",
  "www.w3.org/xml/1998/namespace": "xml",
  "www.w3.org/1999/xlink": "xlink",
  "purl.org/dc/elements/1.1": "dc",
  "purl.org/dc/elements/1.0": "dc",
  "purl.org/dc/terms": "dcterms",
  "purl.org/rss/1.0/modules/content": "content",
  "purl.org/rss/1.0/modules/syndication": "sy",
  "web.resource.org/cc": "cc",
  "creativecommons.org/ns": "cc",
  "backend.userland.com/creativecommonsrssmodule": "cc",
  "www.itunes.com/dtds/podcast-1.0.dtd": "itunes",
  "search.yahoo.com/mrss": "media",
  "purl.org/syndication/thread/1.0": "thr",
  "purl.org/syndication/history/1.0": "fh",
};

/** Prefixes that feeds use without saying what they stand for. */
const USUAL = new Map([...new Set(Object.values(PREFIXES)), "atom", "rss"].map((p) => [p, p === "atom" || p === "rss" ? OWN : p]));

const bare = (address: string): string =>
  address
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\//, "")
    .replace(/[/#]+$/, "");

/** The prefix for a vocabulary's address; one that is not known keeps its address, so that its elements are taken for nobody else's. */
export function prefixOf(address: string): string {
  const name = bare(address);
  return PREFIXES[name] ?? name;
}

/** The prefix meant by an undeclared one. */
export const usualPrefix = (written: string): string => USUAL.get(written.toLowerCase()) ?? written.toLowerCase();
