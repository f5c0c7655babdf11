// Acronyms: short forms in brackets that the network left without a tag.
import type { Token } from "../annotation.ts";
import type { Name } from "./spans.ts";

/** The names with the acronyms that are introduced in brackets after a body and begin as it does: `the Housing Board (HB)`. */
export function withAcronyms(tokens: readonly Token[], names: readonly Name[]): Name[] {
  const starts = new Set(names.map((n) => n.from));
  return names.flatMap((name) => {
    const at = name.to + 1;
    const short = tokens[at]?.text ?? "";
    const bracketed = tokens[name.to]?.text === "(" && tokens[at + 1]?.text === ")" && !starts.has(at);
    const fits = /^\p{Lu}[\p{Lu}\p{N}&-]{1,9}$/u.test(short) && short[0] === tokens[name.from]!.text[0];
    return name.type === "ORG" && bracketed && fits ? [name, { from: at, to: at + 1, type: "ORG" }] : [name];
  });
}
