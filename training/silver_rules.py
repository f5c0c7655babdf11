"""Mends silver names by general rules: titles are no part of a person's name, the last word tells treaties, summits,
straits and airports, countries and nationalities are known from a table. Also writes the pool of names that
training puts in place of others (names.json).

In and out: JSON lines with "w" and "n" (and "t", a teacher's tags, taken where the pipelines disagreed).
"""
import argparse
import collections
import csv
import glob
import json
import re

TITLES = set("Prime Minister President Secretary Foreign Vice Chancellor King Queen Prince Princess Crown Ambassador Advisor Adviser "
             "General Deputy Senator Congressman Governor Chairman Director Mr. Mrs. Ms. Dr. MR. MS. Sir Lord Premier Chief Defense Defence "
             "Commissioner Representative Admiral Colonel Emperor Speaker Judge Justice Sheikh National Security State".split())
LAST_WORDS = {
    "LAW": "Treaty Act Accord Accords Agreement Agreements Convention Charter Protocol Constitution Pact Covenant Declaration Resolution",
    "EVENT": "Summit Olympics Games War Olympic Forum Expo Conference",
    "LOC": "Strait Straits Sea Ocean River Gulf Peninsula Mountains Valley Islands Channel Bay Lake Desert Coast Basin Delta Canal Cape",
    "FAC": "Bridge Airport Palace Square Airfield Stadium Highway Dam Pipeline Cathedral Mosque Hospital Temple Shrine Tower Station",
}
BY_LAST = {w: t for t, words in LAST_WORDS.items() for w in words.split()}
# Countries whose name is also a common word, a forename or a state of the US: left as the pipelines have them.
AMBIGUOUS = {"Georgia", "Jordan", "Chad", "Turkey", "Jersey", "Guinea", "Mali", "Oman", "Niger", "Congo", "Dominica", "Martinique", "Grenada"}
MORE_COUNTRIES = ["South Korea", "North Korea", "Republic of Korea", "ROK", "DPRK", "U.S.", "US", "U.K.", "UK", "UAE", "Türkiye", "Burma", "Myanmar",
                  "Russia", "China", "Taiwan", "United States", "United Kingdom", "United States of America", "Saudi Arabia", "Gaza", "West Bank", "Hong Kong"]
WORD = re.compile(r"[^\W\d_]", re.U)


def country_names(path):
    """(country token tuples, nationality adjectives) of a table of countries."""
    names, people = {tuple(n.split()) for n in MORE_COUNTRIES}, set()
    for row in json.load(open(path, encoding="utf8")):
        short = re.sub(r"\s*[(,;].*", "", row.get("short") or "")
        if short and short[0].isupper() and short != "none":
            names.add(tuple(short.split()))
        for word in re.split(r"[;,/]| or ", re.sub(r"\(.*?\)", "", (row.get("adj") or "") + ";" + (row.get("noun") or ""))):
            word = word.strip()
            if re.fullmatch(r"[A-Z][a-z]+(ese|ish|an|i|ch|k|sh|s)?", word):
                people.update({word, word + "s"} if word.endswith(("an", "i")) else {word})
    return {n for n in names if n[0] not in AMBIGUOUS}, people - {"None", "French", "New", "American"} | {"American", "Americans", "French"}


def put(tags, start, end, kind):
    for i in range(start, end):
        tags[i] = ("B-" if i == start else "I-") + kind
    if end < len(tags) and tags[end].startswith("I-"):
        tags[end] = "B-" + tags[end][2:]


def spans(tags):
    i = 0
    while i < len(tags):
        j = i + 1
        if tags[i] not in ("O", "?"):
            while j < len(tags) and tags[j] == "I-" + tags[i][2:]:
                j += 1
            yield i, j, tags[i][2:]
        i = j


def mend(words, tags, teacher, countries, people):
    """The tags of one sentence after the rules."""
    tags = list(tags)
    if teacher:
        tags = [t if n == "?" else n for n, t in zip(tags, teacher)]
        for i, t in enumerate(tags):
            if t.startswith("I-") and (i == 0 or tags[i - 1][2:] != t[2:]):
                tags[i] = "B-" + t[2:]
    for i, j, kind in list(spans(tags)):
        if kind == "PERSON":
            k = i
            while k < j and words[k] in TITLES:
                k += 1
            tags[i:k] = ["O"] * (k - i)
            if k < j:
                tags[k] = "B-PERSON"
        elif kind == "ORG" and j - i > 2 and any(w in ("Minister", "President", "Advisor", "Secretary", "Ambassador") for w in words[i:j]):
            tags[i:j] = ["?"] * (j - i)
    # runs of capitalised words that are not plain O, read by their last word
    i = 0
    while i < len(words):
        if tags[i] == "O" or not words[i][:1].isupper():
            i += 1
            continue
        j = i + 1
        while j < len(words) and tags[j] != "O" and tags[j][:2] != "B-" and (words[j][:1].isupper() or words[j] in ("of", "the", "on", "for", "and", "-")):
            j += 1
        kind = BY_LAST.get(words[j - 1])
        if kind and j - i > 1:
            put(tags, i, j, kind)
        i = j
    size = max(map(len, countries))
    i = 0
    while i < len(words):
        for n in range(min(size, len(words) - i), 0, -1):
            if i + n < len(words) and tags[i + n] == "?" and words[i + n][:1].isupper():
                continue  # the country may be part of a longer name
            if tuple(words[i:i + n]) in countries and "?" in tags[i:i + n] or (n > 1 and tuple(words[i:i + n]) in countries and len(set(t[2:] for t in tags[i:i + n])) > 1):
                put(tags, i, i + n, "GPE")
                i += n - 1
                break
        else:
            if tags[i] == "?" and words[i] in people:
                tags[i] = "B-NORP"
        i += 1
    return tags


def pool(knowledge):
    """Person names by country (forename, surname), politicians, and places, as token lists."""
    given, family = collections.defaultdict(list), collections.defaultdict(list)
    read = lambda name: csv.DictReader(open(f"{knowledge}/popular-names/{name}", encoding="utf-8-sig"))
    ok = lambda name: name and re.fullmatch(r"[^\W\d_]+(-[^\W\d_]+)?", name)
    for row in read("common-forenames-by-country.csv"):
        if ok(row["Romanized Name"]):
            given[row["Country"]].append(row["Romanized Name"])
    for row in read("common-surnames-by-country.csv"):
        if ok(row["Romanized Name"]):
            family[row["Country"]].append(row["Romanized Name"])
    whole = {row["person"] for f in glob.glob(f"{knowledge}/every-politician/*holders21.csv") for row in csv.DictReader(open(f, encoding="utf8"))}
    places = []
    for row in json.load(open(f"{knowledge}/countries.json", encoding="utf8")):
        for key in ("short", "capital"):
            name = re.sub(r"\s*[(,;].*", "", row.get(key) or "")
            if name and name != "none" and all(p[0].isupper() for p in name.split()):
                places.append(name.split())
    split = lambda name: re.sub(r"-", " - ", name).split()
    return dict(families=[[given[c], family[c]] for c in sorted(given) if family[c]],
                whole=sorted([split(n) for n in whole if all(re.fullmatch(r"[A-ZÀ-Ž][^\W\d_]*(-[^\W\d_]+)*\.?", p) for p in n.split()) and 1 < len(n.split()) < 5]),
                places=sorted(places))


def main():
    args = argparse.ArgumentParser()
    args.add_argument("--knowledge", required=True, help="folder with countries.json, popular-names, every-politician")
    args.add_argument("--silver", required=True)
    args.add_argument("--out", required=True)
    args.add_argument("--pool", default="", help="where to write names.json")
    a = args.parse_args()
    if a.pool:
        json.dump(pool(a.knowledge), open(a.pool, "w"), ensure_ascii=False)
    countries, people = country_names(a.knowledge + "/countries.json")
    changed = 0
    with open(a.out, "w", encoding="utf8") as out:
        for line in open(a.silver, encoding="utf8"):
            s = json.loads(line)
            tags = mend(s["w"], s["n"], s.pop("t", None), countries, people) if "w" in s else s["n"]
            changed += tags != s["n"]
            s["n"] = tags
            out.write(json.dumps(s, ensure_ascii=False) + "\n")
    print(changed, "sentences changed")


if __name__ == "__main__":
    main()
