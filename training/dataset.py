"""Training sentences as records and batches: gathers the corpora, augments casing, builds tensors."""
import collections
import json
import os
import random

import numpy as np
import torch

import names
from features import MAX_GRAMS, feature_rows, grams, lower, vector_key
from treebank import read_columns, read_uner, training_treebanks, wikigold_parts

HERE = os.path.dirname(os.path.abspath(__file__))


def read_lines(path):
    return [json.loads(line) for line in open(path, encoding="utf8")] if path else []


def treebank_records(data, silver_path):
    """Treebank sentences with allowed names tags: UNER gold for EWT, silver elsewhere."""
    silver = {s["id"]: s["n"] for s in read_lines(silver_path)}
    gold = read_uner(os.path.join(data, "names/uner/train_old.iob2"))
    for s in training_treebanks(data):
        tags = silver.get(s["id"], ["?"] * len(s["w"]))
        words, coarse = gold.get(s["id"], ([], []))
        if len(words) == len(s["w"]):
            s["n"] = [names.coarse(g, t) for g, t in zip(coarse, tags)]
        else:
            s["n"] = [names.exact(t) for t in tags]
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
        person = names.BIT["B-PERSON"], names.BIT["I-PERSON"]
        last = [i for i, n in enumerate(record["n"]) if n == person[1] and (i + 1 == len(words) or record["n"][i + 1] != person[1])]
        if not last:
            return words
        words = list(words)
        for i in last:
            words[i] = words[i].upper()
    return words


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


def tensors(records, featurizer, index, rng=None):
    """One batch as tensors; absent annotations are -1 (parse) or all tags allowed (names)."""
    size, length = len(records), max(len(s["w"]) for s in records)
    rows = np.zeros((size, length, 2 + 5 + MAX_GRAMS), dtype=np.int64)
    mask = np.zeros((size, length), dtype=bool)
    allowed = np.full((size, length), names.ALL, dtype=np.int64)
    gold = {k: np.full((size, length), -1, dtype=np.int64) for k in ("upos", "xpos", "deprel", "head")}
    for b, s in enumerate(records):
        n = len(s["w"])
        rows[b, :n] = [featurizer(w) for w in (recased(s, rng) if rng else s["w"])]
        mask[b, :n] = True
        if "n" in s:
            allowed[b, :n] = s["n"]
        if "head" in s:
            gold["head"][b, :n] = s["head"]
            for k in ("upos", "xpos", "deprel"):
                gold[k][b, :n] = [index[k].get(t, -1) for t in s[k]]
    out = {k: torch.from_numpy(v) for k, v in gold.items()}
    out.update(mask=torch.from_numpy(mask), allowed=torch.from_numpy(allowed))
    t = torch.from_numpy(rows)
    out.update(vector=t[..., 0], tuned=t[..., 1], rows=t[..., 2:7], grams=t[..., 7:])
    return out
