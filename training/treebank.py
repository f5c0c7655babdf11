"""Reads the treebanks (CoNLL-U) and the three names corpora (columns) into plain dictionaries."""
import json
import os
import re

# Genres of GUM under non-commercial licences; their documents are never trained on.
EXCLUDED_GENRES = ("fiction", "whow", "essay", "letter", "podcast")


def read_treebank(path):
    """Sentences of a CoNLL-U file: id, doc, w, lemma, upos, xpos, head, deprel."""
    doc, current, out = "", None, []
    for line in open(path, encoding="utf8"):
        line = line.rstrip("\n")
        if not line:
            if current and current["w"]:
                out.append(current)
            current = None
            continue
        if current is None:
            current = dict(id="", doc=doc, w=[], lemma=[], upos=[], xpos=[], head=[], deprel=[], misc=[])
        if line.startswith("# newdoc id = "):
            doc = current["doc"] = line[14:]
        elif line.startswith("# sent_id = "):
            current["id"] = line[12:]
        if line[0] == "#":
            continue
        c = line.split("\t")
        if c[0].isdigit():
            current["w"].append(c[1])
            for key, value in zip(("lemma", "upos", "xpos"), c[2:5]):
                current[key].append(value)
            current["head"].append(int(c[6]))
            current["deprel"].append(c[7])
            current["misc"].append(c[9])
    if current and current["w"]:
        out.append(current)
    return out


def training_treebanks(data):
    """EWT train and the commercially usable genres of GUM train."""
    ewt = read_treebank(os.path.join(data, "ud/ewt-train.conllu"))
    gum = read_treebank(os.path.join(data, "ud/gum-train.conllu"))
    return ewt + [s for s in gum if s["doc"].split("_")[1] not in EXCLUDED_GENRES]


def to_bio(tags):
    """IO or IOB tags with every first token of a span as B-."""
    out, last = [], "O"
    for tag in tags:
        if tag != "O" and tag[0] == "I" and (last == "O" or last[2:] != tag[2:]):
            tag = "B-" + tag[2:]
        out.append(tag)
        last = tag
    return out


def read_columns(path):
    """Two-column names files (wikigold, re3d): token, tag; blank lines between sentences."""
    out, w, n = [], [], []
    for line in open(path, encoding="utf8"):
        c = line.split()
        if c:
            w.append(c[0])
            n.append(c[-1])
        elif w:
            out.append(dict(w=w, n=to_bio(n)))
            w, n = [], []
    if w:
        out.append(dict(w=w, n=to_bio(n)))
    return out


def read_uner(path):
    """UNER: sentence id -> (tokens, tags)."""
    out, key, w, n = {}, "", [], []
    for line in list(open(path, encoding="utf8")) + ["\n"]:
        line = line.rstrip("\n")
        if line.startswith("# sent_id = "):
            key = line[12:]
        elif not line:
            if w:
                out[key] = (w, to_bio([re.sub("^[BI]-O$", "O", t) for t in n]))
            w, n = [], []
        elif line[0] != "#":
            c = line.split("\t")
            if c[0].isdigit():
                w.append(c[1])
                n.append(c[2])
    return out


def wikigold_parts(path, split_file):
    """(train, test) halves of wikigold by the sentence numbers fixed in split_file."""
    sentences = read_columns(path)
    test = set(json.load(open(split_file))["test"])
    return [s for i, s in enumerate(sentences) if i not in test], [s for i, s in enumerate(sentences) if i in test]
