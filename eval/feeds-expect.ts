// The small part of Python in which the feed suites say what they expect, evaluated over plain values.

/** What an expression may give: text, numbers, truth, None (null), what is not there (undefined), lists and dictionaries. */
export type Value = string | number | boolean | null | undefined | readonly Value[] | Dictionary;
export interface Dictionary {
  readonly get: (key: string) => Value;
  /** How many fields there are. */
  readonly size: number;
  /** Present for literals, which are compared field by field. */
  readonly entries?: ReadonlyMap<string, Value>;
}

/** Thrown for an expression that is outside of the part that is known; its case counts as failed. */
export class Unsupported extends Error {}

const TOKEN = /\s*(?:("""[\s\S]*?"""|"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')|(\d+(?:\.\d+)?)|([A-Za-z_]\w*)|(==|!=|[[\](){},:.]))/y;

function tokens(text: string): string[] {
  const found: string[] = [];
  let at = 0;
  while (text.slice(at).trim() !== "") {
    TOKEN.lastIndex = at;
    const m = TOKEN.exec(text);
    if (!m) throw new Unsupported(`at “${text.slice(at, at + 20)}”`);
    found.push(m[0].trim());
    at = TOKEN.lastIndex;
  }
  return found;
}

const ESCAPES: Readonly<Record<string, string>> = { n: "\n", t: "\t", r: "\r" };

function literal(token: string): string {
  const width = token.startsWith('"""') ? 3 : 1;
  return token
    .slice(width, -width)
    .replace(/\\(?:x([\da-f]{2})|u([\da-f]{4})|([\s\S]))/gi, (_, x: string | undefined, u: string | undefined, c: string | undefined) =>
      c === undefined ? String.fromCodePoint(Number.parseInt(x ?? u!, 16)) : (ESCAPES[c] ?? c),
    );
}

const isList = (value: Value): value is readonly Value[] => Array.isArray(value);
const isDictionary = (value: Value): value is Dictionary => typeof value === "object" && value !== null && !isList(value);
const truth = (value: Value): boolean => (isList(value) || typeof value === "string" ? value.length > 0 : Boolean(value));

/** Compares as Python does; `same` compares texts. */
function equal(a: Value, b: Value, same: (a: string, b: string) => boolean): boolean {
  if (typeof a === "string" && typeof b === "string") return same(a, b);
  // Python: False == 0; sizes of pictures are numbers there and written text here.
  if (typeof a === "boolean" || typeof b === "boolean") return typeof a !== "string" && typeof b !== "string" && Number(a) === Number(b);
  if (typeof a === "number" || typeof b === "number") return a !== "" && a !== null && a !== undefined && Number(a) === Number(b);
  if (isList(a) && isList(b)) return a.length === b.length && a.every((one, i) => equal(one, b[i], same));
  if (isDictionary(a) && isDictionary(b)) {
    const [wanted, found] = b.entries ? [b, a] : [a, b];
    return wanted.entries?.size === found.size && [...wanted.entries].every(([key, value]) => equal(found.get(key), value, same));
  }
  return a === b;
}

/** Evaluates `expression`; names are looked up with `name`. @throws Unsupported */
export function evaluate(expression: string, name: (name: string) => Value, same: (a: string, b: string) => boolean): boolean {
  const all = tokens(expression);
  let at = 0;
  const peek = (): string => all[at] ?? "";
  const take = (wanted?: string): string => {
    const token = all[at++] ?? "";
    if (wanted !== undefined && token !== wanted) throw new Unsupported(`“${wanted}” expected, not “${token}”`);
    return token;
  };
  const accept = (token: string): boolean => peek() === token && take() === token;

  const items = (close: string): Value[] => {
    const list: Value[] = [];
    while (!accept(close)) {
      list.push(or());
      if (!accept(",") && peek() !== close) throw new Unsupported(peek());
    }
    return list;
  };

  function atom(): Value {
    const token = take();
    if (/^["']/.test(token)) return literal(token);
    if (/^\d/.test(token)) return Number(token);
    if (token === "None") return null;
    if (token === "True" || token === "False") return token === "True";
    if (token === "[") return items("]");
    if (token === "(") {
      const list = items(")");
      return list.length === 1 && all[at - 2] !== "," ? list[0] : list;
    }
    if (token === "{") {
      const entries = new Map<string, Value>();
      while (!accept("}")) {
        const key = literal(take());
        take(":");
        entries.set(key, or());
        accept(",");
      }
      return { entries, size: entries.size, get: (key) => entries.get(key) };
    }
    if (token === "len") {
      take("(");
      const value = or();
      take(")");
      if (isList(value) || typeof value === "string") return value.length;
      throw new Unsupported("len of no list");
    }
    return name(token);
  }

  function method(of: Value, called: string): Value {
    take("(");
    const [key, fallback] = items(")");
    if (!isDictionary(of) || typeof key !== "string") throw new Unsupported(called);
    const value = of.get(key);
    if (called === "has_key") return value !== undefined;
    if (called === "get") return value ?? fallback;
    throw new Unsupported(called);
  }

  function postfix(): Value {
    let value = atom();
    for (;;) {
      if (accept("[")) {
        const key = or();
        take("]");
        value =
          typeof key === "number" && isList(value)
            ? value[key]
            : isDictionary(value) && typeof key === "string"
              ? value.get(key)
              : undefined;
      } else if (accept(".")) {
        const field = take();
        value = peek() === "(" ? method(value, field) : isDictionary(value) ? value.get(field) : undefined;
      } else return value;
    }
  }

  function comparison(): Value {
    let left = postfix();
    let result: Value = left;
    let chained = false;
    for (;;) {
      const operator = peek();
      if (!["==", "!=", "in", "is", "not"].includes(operator)) return result;
      take();
      const negated = (operator === "not" && take("in") === "in") || (operator === "is" && accept("not")) || operator === "!=";
      const right = postfix();
      const isIn = operator === "in" || operator === "not";
      const holds = isIn
        ? isList(right)
          ? right.some((one) => equal(left, one, same))
          : isDictionary(right) && typeof left === "string" && right.get(left) !== undefined
        : equal(left, right, same);
      result = (!chained || truth(result)) && holds !== negated;
      chained = true;
      left = right;
    }
  }

  const not = (): Value => (accept("not") ? !truth(not()) : comparison());
  function and(): Value {
    let value = not();
    while (accept("and")) {
      const right = not();
      value = truth(value) ? right : value;
    }
    return value;
  }
  function or(): Value {
    let value = and();
    while (accept("or")) {
      const right = and();
      value = truth(value) ? value : right;
    }
    return value;
  }

  const result = truth(or());
  if (at < all.length) throw new Unsupported(`“${peek()}” is left`);
  return result;
}
