"""Names from GUM's entity annotation: mentions with a proper name as head, cut down to the name itself."""
import re

import names

# Types of the engine that an entity type of GUM may be, and those that agreed silver may keep.
ALLOWED = {"person": ("PERSON",), "place": names.PLACES, "organization": ("ORG",), "event": ("EVENT",)}
COMPATIBLE = {"organization": {"ORG", "GPE", "FAC"}, "event": {"EVENT", "LAW"}, "place": {"GPE", "LOC", "FAC", "ORG"}, "person": {"PERSON"}}
INNER = {"of", "for", "and", "the", "de", "-", "'s"}
PERSON_INNER = {"de", "-", "von", "van", "der", "bin", "al", "la"}
OFFICES = set("President Minister Senator Secretary Governor Mayor King Queen God Mom Dad Mother Father Professor Chairman Judge Speaker Sir Lord".split())


def mentions(misc):
    """(start, end, type) of the Entity annotations of one sentence, half-open; mentions that cross sentences are left out."""
    out, open_ = [], []
    for i, text in enumerate(misc):
        for item in text.split("|"):
            if not item.startswith("Entity="):
                continue
            for piece in re.findall(r"\([^()]+\)?|[^()]+\)", item[7:]):
                parts = piece.strip("()").split("-")
                if piece.startswith("("):
                    if piece.endswith(")"):
                        out.append((i, i + 1, parts[1]))
                    else:
                        open_.append((i, parts[1], parts[0]))
                else:
                    for k in range(len(open_) - 1, -1, -1):
                        if open_[k][2] == parts[0]:
                            start, kind, _ = open_.pop(k)
                            out.append((start, i + 1, kind))
                            break
    return out


def core(s, start, end, inner):
    """The span of the name inside a mention, or None where its head is no proper name."""
    heads = [i for i in range(start, end) if not start <= s["head"][i] - 1 < end]
    proper = lambda i: s["xpos"][i].startswith("NNP") and s["w"][i][:1].isupper()
    if len(heads) != 1 or not proper(heads[0]):
        return None
    a = b = heads[0]
    while a > start and proper(a - 1) and s["deprel"][a - 1] != "nmod:desc":
        a -= 1
    while b + 1 < end:
        step = b + 1
        while step < end and s["w"][step] in inner:
            step += 1
        if step == end or not proper(step) or s["deprel"][step] in ("appos", "conj", "list", "parataxis"):
            break
        b = step
    return a, b + 1


def narrowed(s, tags):
    """Allowed tags of a GUM sentence from its entities, given silver tags; agreed silver names stay."""
    allowed = [names.exact(t) for t in tags]
    taken = [False] * len(tags)
    for start, end, kind in sorted(mentions(s["misc"]), key=lambda m: m[0] - m[1]):
        span = core(s, start, end, PERSON_INNER if kind == "person" else INNER) if kind in ALLOWED else None
        if not span or any(taken[span[0]:span[1]]):
            continue
        a, b = span
        for i in range(a, b):
            taken[i] = True
        types = {t[2:] for t in tags[a:b] if t not in ("O", "?")}
        if "?" not in tags[a:b] and types and types <= COMPATIBLE[kind]:
            continue
        if kind == "person" and s["w"][b - 1] in OFFICES:
            continue
        for i in range(a, b):
            allowed[i] = names.bits("B" if i == a else "I", ALLOWED[kind])
        if b < len(tags) and tags[b].startswith("I-"):
            allowed[b] = names.ALL
    return allowed
