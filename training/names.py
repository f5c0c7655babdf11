"""The engine's names tags and what each corpus allows: a set of tags per token, trained by marginal likelihood.

Corpora that only know PER, LOC, ORG (and MISC) leave open which finer type a token has; "?" leaves all open.
"""
TYPES = ["PERSON", "NORP", "FAC", "ORG", "GPE", "LOC", "EVENT", "LAW"]
TAGS = ["O"] + [p + "-" + t for t in TYPES for p in "BI"]
BIT = {t: 1 << i for i, t in enumerate(TAGS)}
ALL = (1 << len(TAGS)) - 1
PLACES = ("GPE", "LOC", "FAC")
OTHER = ("NORP", "EVENT", "LAW")


def bits(prefix, types):
    return sum(BIT[prefix + "-" + t] for t in types)


UNANNOTATED = 1 + bits("B", OTHER) + bits("I", OTHER)


def exact(tag):
    return ALL if tag == "?" else BIT[tag]


def coarse(tag, silver=None):
    """Allowed tags for a PER/LOC/ORG/MISC/OTH tag; a silver tag narrows them where it fits."""
    if tag == "O" or tag[2:] in ("OTH", "MISC", "O"):
        allowed = UNANNOTATED
    else:
        allowed = bits(tag[0], {"PER": ("PERSON",), "LOC": PLACES, "ORG": ("ORG",)}[tag[2:]])
    fine = exact(silver) if silver else ALL
    return allowed & fine or allowed


def wikigold(tag):
    """Wikigold annotates MISC, so O is O there."""
    return 1 if tag == "O" else coarse(tag)


def re3d(words, tags):
    """re3d marks nominal mentions and states as organisations: nominals become O, states may be GPE."""
    out, i = [1] * len(words), 0
    for i, tag in enumerate(tags):
        if tag != "O" and tag[2:] not in ("Person", "Organisation", "Location", "Nationality"):
            out[i] = UNANNOTATED
    i = 0
    while i < len(words):
        j = i + 1
        if tags[i] != "O":
            while j < len(words) and tags[j] == "I" + tags[i][1:]:
                j += 1
            types = {"Person": ("PERSON",), "Organisation": ("ORG", "GPE"), "Location": PLACES, "Nationality": ("NORP",)}.get(tags[i][2:])
            start = i
            while start < j and words[start].lower() in ("the", "a", "an"):
                start += 1
            if types:
                if start < j and words[start][:1].isupper() and words[j - 1][:1].isupper():
                    for k in range(start, j):
                        out[k] = bits("B" if k == start else "I", types)
                else:
                    for k in range(i, j):
                        out[k] = ALL
        i = j
    return out
