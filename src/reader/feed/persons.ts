// Persons in feeds: elements with name, address and mail, or one line that holds them in some order.
import type { FeedPerson } from "./record.ts";
import { resolve } from "./resolve.ts";
import { childElements, textUnder, type XmlElement } from "./xml.ts";

const MAIL = /[\w.+!#$%&'*/=?^`{|}~-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}/;

/** `Name (mail)`, `mail (Name)`, `Name <mail>`, `mail`, `Name`. */
export function personLine(line: string): FeedPerson | null {
  const text = line.replace(/\s+/g, " ").trim().slice(0, 400);
  const email = MAIL.exec(text)?.[0] ?? null;
  const name = (email === null ? text : text.replace(email, ""))
    .replace(/\(\s*\)|<\s*>|^mailto:/g, "")
    .replace(/^\s*\((.*)\)\s*$/, "$1")
    .trim();
  return name === "" && email === null ? null : { name: name || null, email, url: null };
}

/** A person of an element: of its parts, or of its text where it has none. */
export function readPerson(element: XmlElement): FeedPerson | null {
  const parts = childElements(element);
  if (parts.length === 0) return personLine(textUnder(element));
  const part = (...names: readonly string[]): string | null => {
    const found = parts.find(({ name }) => names.includes(name));
    return found ? textUnder(found).trim() || null : null;
  };
  const at = parts.find(({ name }) => ["uri", "url", "homepage"].includes(name));
  const url = at ? resolve(textUnder(at), at.base) : null;
  const person = { name: part("name"), email: part("email"), url };
  return person.name === null && person.email === null && url === null ? null : person;
}
