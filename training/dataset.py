"""Training sentences as records and batches: gathers the corpora, augments casing, builds tensors."""
import collections
import json
import os
import random

import numpy as np
import torch

import gum_names
import names
from features import MAX_GRAMS, feature_rows, grams, lower, vector_key
from treebank import read_columns, read_uner, training_treebanks, wikigold_parts

HERE = os.path.dirname(os.path.abspath(__file__))


def read_lines(path):
    return [json.loads(line) for line in open(path, encoding="utf8")] if path else []


def treebank_records(data, silver_path):
    """Treebank sentences with allowed names tags: UNER gold for EWT, entities of GUM, silver elsewhere."""
    silver = {s["id"]: s["n"] for s in read_lines(silver_path)}
    gold = read_uner(os.path.join(data, "names/uner/train_old.iob2"))
    for s in training_treebanks(data):
        tags = silver.get(s["id"], ["?"] * len(s["w"]))
        words, coarse = gold.get(s["id"], ([], []))
        if len(words) == len(s["w"]):
            s["n"] = [names.coarse(g, t) for g, t in zip(coarse, tags)]
        else:
            s["n"] = gum_names.narrowed(s, tags)
        del s["misc"]
        yield s


def names_records(data):
    """Wikigold's training half and re3d train."""
    for s in wikigold_parts(os.path.join(data, "names/wikigold/wikigold.conll.txt"), HERE + "/wikigold-split.json")[0]:
        yield dict(w=s["w"], n=[names.wikigold(t) for t in s["n"]])
    for s in read_columns(os.path.join(data, "names/re3d/re3d-train.conll")):
        yield dict(w=s["w"], n=names.re3d(s["w"], s["n"]))


def open_records(path, least=4, most=80):
    """Silver sentences of open text, with or without a parse (keys upos, xpos, head, deprel)."""
    for s in read_lines(path):
        if least <= len(s["w"]) <= most:
            s["n"] = [names.exact(t) for t in s["n"]]
            yield s


def recased(record, rng):
    """The sentence with the casing of a headline, of capitals or of a form's surname, now and then."""
    p, words = rng.random(), record["w"]
    if p < 0.06:
        words = [w[:1].upper() + w[1:] if len(w) > 3 or rng.random() < 0.3 else w for w in words]
    elif p < 0.085:
        words = [w.upper() for w in words]
    elif p < 0.10:
        words = [w.lower() for w in words]
    elif p < 0.18:
        words = list(words)
        for start, end in spans_of(record, "PERSON"):
            if end - start > 1:
                surname = end - 1 if rng.random() < 0.5 else start
                words[surname] = words[surname].upper()
    return words


def spans_of(record, kind):
    """Half-open spans of the tokens that can only be this type."""
    begin, inside = names.BIT["B-" + kind], names.BIT["I-" + kind]
    tags, out, i = record["n"], [], 0
    while i < len(tags):
        j = i + 1
        if tags[i] == begin:
            while j < len(tags) and tags[j] == inside:
                j += 1
            out.append((i, j))
        i = j
    return out


# Middle and last words of made-up names of the rare types.
TITLED = {
    "LAW": ("Defence Trade Security Nuclear Border Fisheries Peace Climate Cooperation".split(),
            "Treaty Agreement Accord Accords Protocol Convention Declaration Memorandum Act Charter Pact Resolution Agreements".split()),
    "EVENT": ("Security Peace Economic Climate Leaders Energy Nuclear".split(), "Summit Forum Conference Games War Dialogue Olympics Expo Crisis".split()),
    "FAC": ("Air Naval International Nuclear Central Military".split(),
            "Bridge Airport Palace Base Port Square Stadium Station Plant Hotel Dam Highway Barracks Shipyard".split()),
}
RARE = sum(names.bits(p, TITLED) for p in "BI")


class NamePool:
    """Puts other names of as many words in place of people and places, so that names are learnt from their surroundings."""

    def __init__(self, path):
        pool = json.load(open(path, encoding="utf8"))
        self.families = pool["families"]
        self.by_size = {"PERSON": collections.defaultdict(list), "GPE": collections.defaultdict(list)}
        for kind, key in (("PERSON", "whole"), ("GPE", "places")):
            for name in pool[key]:
                self.by_size[kind][len(name)].append(name)

    def person(self, size, rng):
        given, family = rng.choice(self.families)
        if size == 1:
            return [rng.choice(family)]
        if size == 2 and rng.random() < 0.6:
            return [rng.choice(given), rng.choice(family)] if rng.random() < 0.8 else [rng.choice(family), rng.choice(given)]
        return rng.choice(self.by_size["PERSON"][size] or [None])

    def titled(self, kind, size, rng):
        """A made-up treaty, summit or facility of so many words: a place, perhaps a middle word, and the kind's last word."""
        place, last = rng.choice(self.by_size["GPE"][1]), [rng.choice(TITLED[kind][1])]
        middle = [rng.choice(TITLED[kind][0])] if size == 3 else []
        return place + middle + last if size in (2, 3) else None

    def exchanged(self, record, rng, people=0.3, places=0.12):
        if rng.random() < 0.4:
            return record
        words = list(record["w"])
        for kind, share in (("PERSON", people), ("GPE", places)):
            for start, end in spans_of(record, kind):
                if rng.random() < share:
                    size = end - start
                    name = self.person(size, rng) if kind == "PERSON" else rng.choice(self.by_size["GPE"][size] or [None])
                    if name:
                        words[start:end] = name
        for kind in TITLED:
            for start, end in spans_of(record, kind):
                name = self.titled(kind, end - start, rng) if rng.random() < 0.4 else None
                if name:
                    words[start:end] = name
        return dict(record, w=words)


class Featurizer:
    """Word → rows; glove: list of words in vector order; tuned: words with an own trained row."""

    def __init__(self, glove, tuned):
        self.vector = {w: i + 1 for i, w in enumerate(glove)}
        self.tuned = {w: i + 1 for i, w in enumerate(tuned)}
        self.known = self.vector.keys() | self.tuned.keys()
        self.cache = {}

    def __call__(self, word):
        rows = self.cache.get(word)
        if rows is None:
            low = lower(word)
            key = vector_key(low, self.known)
            g = grams(low)
            rows = np.array([self.vector.get(key, 0), self.tuned.get(key, 0)] + feature_rows(word) + g + [0] * (MAX_GRAMS - len(g)), dtype=np.int64)
            self.cache[word] = rows
        return rows


def vocabulary(records):
    """Label lists by frequency, and the words seen three times or more."""
    counts = {k: collections.Counter() for k in ("upos", "xpos", "deprel")}
    words = collections.Counter()
    for s in records:
        if "head" in s:
            for k, c in counts.items():
                c.update(s[k])
            words.update(lower(w) for w in s["w"])
    out = {k: [t for t, n in c.most_common() if n >= 3] for k, c in counts.items()}
    out["names"] = names.TAGS
    return out, [w for w, n in words.most_common() if n >= 3]


def batches(records, tokens, rng):
    """Records in batches of about so many padded tokens, similar lengths together."""
    order = sorted(range(len(records)), key=lambda i: len(records[i]["w"]) + rng.random() * 4)
    out, current = [], []
    for i in order:
        if current and len(records[i]["w"]) * (len(current) + 1) > tokens:
            out.append(current)
            current = []
        current.append(records[i])
    return out + [current] if current else out


def tensors(records, featurizer, index, rng=None, pool=None):
    """One batch as tensors; absent annotations are -1 (parse) or all tags allowed (names). With rng the words vary."""
    if rng and pool:
        records = [pool.exchanged(s, rng) if "n" in s else s for s in records]
    size, length = len(records), max(len(s["w"]) for s in records)
    rows = np.zeros((size, length, 2 + 5 + MAX_GRAMS), dtype=np.int64)
    mask = np.zeros((size, length), dtype=bool)
    allowed = np.full((size, length), names.ALL, dtype=np.int64)
    gold = {k: np.full((size, length), -1, dtype=np.int64) for k in ("upos", "xpos", "deprel", "head")}
    heads, chances = np.zeros((size, length, 3), dtype=np.int64), np.zeros((size, length, 3), dtype=np.float32)
    chances[..., 0] = 1
    for b, s in enumerate(records):
        n = len(s["w"])
        rows[b, :n] = [featurizer(w) for w in (recased(s, rng) if rng else s["w"])]
        mask[b, :n] = True
        if "n" in s:
            allowed[b, :n] = s["n"]
        if "head" in s:
            gold["head"][b, :n] = s["head"]
            heads[b, :n, 0] = s["head"]
            for i, options in s.get("soft", {}).items():
                chances[b, int(i)] = 0
                for k, (head, chance) in enumerate(options):
                    heads[b, int(i), k], chances[b, int(i), k] = head, chance
            for k in ("upos", "xpos", "deprel"):
                gold[k][b, :n] = [index[k].get(t, -1) for t in s[k]]
    out = {k: torch.from_numpy(v) for k, v in gold.items()}
    out.update(soft_heads=torch.from_numpy(heads), chances=torch.from_numpy(chances))
    out.update(mask=torch.from_numpy(mask), allowed=torch.from_numpy(allowed))
    t = torch.from_numpy(rows)
    out.update(vector=t[..., 0], tuned=t[..., 1], rows=t[..., 2:7], grams=t[..., 7:])
    return out
