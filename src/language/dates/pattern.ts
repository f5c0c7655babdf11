// A small pattern language over tokens, compiled once: rows of rules are written in it.
//   word            that word, in any case          a|b      one of the words
//   <class>         what the lexicon knows          <class:name>   bound under another name
//   ( … )           a group                         x?       x or nothing; the longer reading is tried first
// There is no repetition, so a match looks at a bounded number of tokens.

export interface Matched {
  readonly value: unknown;
  readonly next: number;
}

/** What a pattern runs over: lower-case words, and readings of classes at a position. */
export interface Subject {
  readonly words: readonly string[];
  read(name: string, at: number): Matched | null;
}

export type Bindings = Map<string, unknown>;
type Continue = (at: number) => boolean;
type Node = (subject: Subject, at: number, bound: Bindings, go: Continue) => boolean;

export interface Pattern {
  /** Words and classes that a match can begin with. */
  readonly firstWords: ReadonlySet<string>;
  readonly firstClasses: ReadonlySet<string>;
  /** End of the match at `at`, its bindings put into `bound`; -1 when there is none. */
  match(subject: Subject, at: number, bound: Bindings): number;
}

interface Compiled {
  readonly node: Node;
  readonly words: ReadonlySet<string>;
  readonly classes: ReadonlySet<string>;
  readonly empty: boolean;
}

const words =
  (set: ReadonlySet<string>): Node =>
  (subject, at, _bound, go) =>
    set.has(subject.words[at] ?? "") && go(at + 1);

const slot =
  (kind: string, name: string): Node =>
  (subject, at, bound, go) => {
    const found = subject.read(kind, at);
    if (found === null) return false;
    const had = bound.get(name);
    bound.set(name, found.value);
    if (go(found.next)) return true;
    if (had === undefined) bound.delete(name);
    else bound.set(name, had);
    return false;
  };

const optional =
  (node: Node): Node =>
  (subject, at, bound, go) =>
    node(subject, at, bound, go) || go(at);

function sequence(parts: readonly Compiled[]): Compiled {
  const node = parts.reduceRight<Node>(
    (rest, part) => (subject, at, bound, go) => part.node(subject, at, bound, (next) => rest(subject, next, bound, go)),
    (_subject, at, _bound, go) => go(at),
  );
  const firstWords = new Set<string>();
  const firstClasses = new Set<string>();
  let empty = true;
  for (const part of parts) {
    for (const word of part.words) firstWords.add(word);
    for (const kind of part.classes) firstClasses.add(kind);
    if (!part.empty) {
      empty = false;
      break;
    }
  }
  return { node, words: firstWords, classes: firstClasses, empty };
}

function alternatives(options: readonly Compiled[]): Compiled {
  return {
    node: (subject, at, bound, go) => options.some((option) => option.node(subject, at, bound, go)),
    words: new Set(options.flatMap((option) => [...option.words])),
    classes: new Set(options.flatMap((option) => [...option.classes])),
    empty: options.some((option) => option.empty),
  };
}

/** @throws SyntaxError when the pattern is malformed (a mistake of the row). */
export function compile(source: string): Pattern {
  const tokens = source.match(/<[a-z0-9]+(?::[a-z0-9]+)?>|[()?]|\|(?=\s)|[^\s()?<]+/g) ?? [];
  let at = 0;
  const group = (closing: boolean): Compiled => {
    const options: Compiled[] = [];
    let parts: Compiled[] = [];
    for (; at < tokens.length && tokens[at] !== ")"; at++) {
      const token = tokens[at]!;
      if (token === "|") {
        options.push(sequence(parts));
        parts = [];
      } else if (token === "?") {
        const last = parts.pop();
        if (last === undefined) throw new SyntaxError(`nothing before “?” in ${source}`);
        parts.push({ ...last, node: optional(last.node), empty: true });
      } else if (token === "(") {
        at++;
        parts.push(group(true));
      } else parts.push(item(token));
    }
    if (closing !== (tokens[at] === ")")) throw new SyntaxError(`brackets do not match in ${source}`);
    options.push(sequence(parts));
    return options.length === 1 ? options[0]! : alternatives(options);
  };
  const compiled = group(false);
  return {
    firstWords: compiled.words,
    firstClasses: compiled.classes,
    match(subject, from, bound) {
      let end = -1;
      compiled.node(subject, from, bound, (next) => {
        end = next;
        return true;
      });
      return end;
    },
  };
}

function item(token: string): Compiled {
  const named = /^<([a-z0-9]+)(?::([a-z0-9]+))?>$/.exec(token);
  if (named !== null)
    return { node: slot(named[1]!, named[2] ?? named[1]!), words: new Set(), classes: new Set([named[1]!]), empty: false };
  const set = new Set(token.split("|"));
  return { node: words(set), words: set, classes: new Set(), empty: false };
}
