"""Learns the lemma table: exceptions by (form, tag) and longest-suffix rules by tag, from the treebanks' training parts.

Out: lemmas.json {exceptions: {"XPOS form": lemma}, rules: {XPOS: {suffix: [cut, add]}}}; forms and suffixes lower case.
"=" before a lemma or an ending: the form's capitals stay (names, nationalities); "!": the lemma is written exactly so.
"""
import argparse
import collections
import json
import os

from treebank import training_treebanks

LONGEST = 6
# Irregular forms of spaCy's lookup tables (MIT) that the treebanks may lack, by tag.
TABLE_TAGS = {"verb": ("VBD", "VBN", "VBG", "VBZ"), "noun": ("NNS",), "adj": ("JJR", "JJS"), "adv": ("RBR", "RBS")}


def key_of(form):
    """Lower case letter by letter, apostrophes made plain."""
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in form).replace("’", "'")


def rule_of(form, lemma):
    """(letters to cut, letters to add) that make the lemma from the form."""
    n = 0
    while n < min(len(form), len(lemma)) and form[n] == lemma[n]:
        n += 1
    return len(form) - n, lemma[n:]


def counted(sentences):
    """(tag, lower form) → counts of lemma with "=" before it where it keeps a capital of the form."""
    out = collections.defaultdict(collections.Counter)
    for s in sentences:
        for form, lemma, tag in zip(s["w"], s["lemma"], s["xpos"]):
            if lemma == "I":
                out[tag, key_of(form)]["!I"] += 1
                continue
            kept = lemma[:1].isupper() and form[:1].isupper()
            out[tag, key_of(form)][("=" if kept else "") + key_of(lemma)] += 1
    return out


def apply_rules(rules, tag, form):
    """The lemma by the longest known suffix; forms without a letter are their own lemma."""
    if not any(c.isalpha() for c in form):
        return form
    table = rules.get(tag, {})
    for n in range(min(LONGEST, len(form)), -1, -1):
        rule = table.get(form[len(form) - n:])
        if rule:
            keep = rule[1].startswith("=")
            stem = form[:len(form) - rule[0]]
            return ("=" if keep else "") + stem + rule[1].lstrip("=")
    return form


def inflections(base, kind):
    """Regular forms of a base with their tags; a final consonant after one vowel also doubled."""
    if not base.isalpha() or len(base) < 3:
        return
    ies = base[:-1] + "ies" if base[-1] == "y" and base[-2] not in "aeiou" else base + ("es" if base.endswith(("s", "x", "z", "ch", "sh")) else "s")
    if kind == "noun":
        yield "NNS", ies
    if kind == "verb":
        yield "VBZ", ies
        stems = [base[:-1]] if base[-1] == "e" and base[-2] not in "eoy" else [base]
        if base[-1] not in "aeiouwxy" and base[-2] in "aeiou" and base[-3] not in "aeiou":
            stems.append(base + base[-1])
        for stem in stems:
            yield "VBG", stem + "ing"
            past = base[:-1] + "ied" if ies.endswith("ies") and base[-1] == "y" else stem + ("d" if stem.endswith("e") else "ed")
            yield "VBD", past
            yield "VBN", past


def learn(counts):
    votes = collections.defaultdict(lambda: collections.defaultdict(collections.Counter))
    for (tag, form), lemmas in counts.items():
        lemma, n = lemmas.most_common(1)[0]
        if lemma.startswith("!"):
            continue
        keep = lemma.startswith("=") and lemma != "="
        cut, add = rule_of(form, lemma.lstrip("=") if keep else lemma)
        for k in range(cut, min(LONGEST, len(form)) + 1):
            votes[tag][form[len(form) - k:]][cut, ("=" if keep else "") + add] += 1
    rules = {}
    for tag, suffixes in votes.items():
        rules[tag] = {}
        for suffix in sorted(suffixes, key=len):
            (best, n), total = suffixes[suffix].most_common(1)[0], sum(suffixes[suffix].values())
            shorter = next((rules[tag][suffix[i:]] for i in range(1, len(suffix) + 1) if suffix[i:] in rules[tag]), None)
            if best != shorter and n >= (2 if len(suffix) > 1 else 1) and n >= 0.55 * total and n >= 0.0004 * len(suffixes):
                rules[tag][suffix] = best
    exceptions = {}
    for (tag, form), lemmas in counts.items():
        lemma = lemmas.most_common(1)[0][0]
        if apply_rules(rules, tag, form) != lemma:
            exceptions[f"{tag} {form}"] = lemma
    return rules, exceptions


def main():
    args = argparse.ArgumentParser()
    args.add_argument("--data", required=True)
    args.add_argument("--lookups", default="", help="folder of a spaCy lemmatizer's lookups")
    args.add_argument("--out", required=True)
    a = args.parse_args()
    counts, table = counted(training_treebanks(a.data)), {}
    if a.lookups:
        from spacy.lookups import Lookups
        lookups = Lookups().from_disk(a.lookups)
        table = lookups.get_table("lemma_exc")
        irregular = {lemma[0] for kind in ("verb", "noun") for lemma in table[kind].values()}
        for kind in ("verb", "noun"):
            for base in lookups.get_table("lemma_index")[kind]:
                for tag, form in inflections(base, kind):
                    if (tag, form) not in counts and form not in table[kind] and (base not in irregular or tag in ("VBG", "VBZ")):
                        counts[tag, form][base] += 1
    rules, exceptions = learn(counts)
    if table:
        for kind, tags in TABLE_TAGS.items():
            for form, lemma in table[kind].items() if kind in table else ():
                if len(lemma) == 1 and form.isalpha() and lemma[0].isalpha() and form != lemma[0]:
                    for tag in tags:
                        fits = form.endswith("ing") == (tag == "VBG") and (tag != "VBZ" or form.endswith("s")) and (tag in ("VBZ", "NNS") or not form.endswith("s"))
                        fits = fits and (tag not in ("JJR", "RBR") or form.endswith("r")) and (tag not in ("JJS", "RBS") or form.endswith("st"))
                        if fits and apply_rules(rules, tag, form) != lemma[0]:
                            exceptions.setdefault(f"{tag} {form}", lemma[0])
    json.dump(dict(rules=rules, exceptions=dict(sorted(exceptions.items()))), open(a.out, "w"), ensure_ascii=False, separators=(",", ":"))
    print(sum(map(len, rules.values())), "rules", len(exceptions), "exceptions", os.path.getsize(a.out), "bytes")


if __name__ == "__main__":
    main()
