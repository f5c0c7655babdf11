// Holds a file of the listparser suite (OPML) against what its comment expects.
import { type FeedList, feedMoment, isOpml, type ListedFeed, readOpml } from "../src/reader/index.ts";
import { type Dictionary, evaluate, type Value } from "./feeds-expect.ts";

function dictionary(fields: Readonly<Record<string, Value>>): Dictionary {
  const present = Object.entries(fields).filter(([, value]) => value !== undefined);
  return { size: present.length, get: (key) => (Object.hasOwn(fields, key) ? fields[key] : undefined) };
}

const feed = ({ url, title, groups }: ListedFeed): Dictionary =>
  dictionary({ url, title: title ?? "", categories: groups, tags: groups.filter((path) => path.length === 1).map((path) => path[0]) });

/** The list under the names that listparser's documentation uses; what is there twice under two names is so here. */
function view(list: FeedList | null): Dictionary {
  const head = (name: string): Value => list?.head.get(name);
  const moment = (name: string): Value => {
    const written = list?.head.get(name);
    return written === undefined ? undefined : feedMoment(written)?.value;
  };
  const author = dictionary({ name: head("ownername"), email: head("owneremail"), url: head("ownerid") });
  const others = (kind: string): Value =>
    list?.others.filter((one) => one.kind === kind).map(({ url, title }) => dictionary({ url, title: title ?? "" })) ?? [];
  return dictionary({
    bozo: list === null,
    version: list?.version,
    feeds: list?.feeds.map(feed) ?? [],
    lists: others("list"),
    opportunities: others("page"),
    meta: dictionary({
      title: head("title"),
      author: author.size > 0 ? author : undefined,
      ...{ created: head("datecreated"), created_parsed: moment("datecreated") },
      ...{ modified: head("datemodified"), modified_parsed: moment("datemodified") },
    }),
  });
}

/** Whether everything that the file's comment expects holds. Files without an expectation pass when they are read. */
export function listPasses(text: string, file: string): boolean {
  const list = isOpml(text) ? readOpml(text, file) : null;
  const result = view(list);
  try {
    return [...text.matchAll(/^\s*Eval:\s*(.+?)\s*$/gm)].every(([, expression]) =>
      evaluate(
        expression!,
        (name) => (name === "result" ? result : undefined),
        (a, b) => a === b,
      ),
    );
  } catch {
    return false;
  }
}
