"""Labels open text and treebank text with names by two spaCy pipelines; tokens they disagree on are masked.

Out: JSON lines, one sentence each: {"w": tokens, "n": BIO tags of the engine's types, "?" where the two disagree}.
"""
import argparse
import glob
import json
import re

import spacy
from spacy.tokens import Doc

from treebank import read_treebank, training_treebanks

KEPT = {"PERSON", "NORP", "FAC", "ORG", "GPE", "LOC", "EVENT", "LAW"}
ARTICLES = {"the", "a", "an"}
TAILS = {"'s", "’s", "'", "’"}


def paragraphs(path):
    """Plain paragraphs of a Markdown or text file: front matter, marks and hard wraps removed."""
    text = open(path, encoding="utf8").read().replace("\u00a0", " ")
    text = re.sub(r"\A---\n.*?\n---\n", "", text, flags=re.S)
    for block in re.split(r"\n\s*\n", text):
        block = re.sub(r"!?\[([^\]]*)\]\([^)]*\)", r"\1", block)
        block = re.sub(r"^[>#*\-\s]+|\\|\*\*|__|(?<!\w)[*_]|[*_](?!\w)", "", block)
        block = re.sub(r"\s+", " ", block).strip()
        if len(block) > 20:
            yield block


def tags_of(doc):
    """BIO tags over the tokens of a spaCy document, spans without article and possessive ending."""
    tags = ["O"] * len(doc)
    for entity in doc.ents:
        start, end = entity.start, entity.end
        if entity.label_ not in KEPT:
            continue
        while start < end and doc[start].lower_ in ARTICLES:
            start += 1
        while end > start and (doc[end - 1].text in TAILS or doc[end - 1].is_space):
            end -= 1
        for i in range(start, end):
            tags[i] = ("B-" if i == start else "I-") + entity.label_
    return tags


def agreed(first, second):
    return [a if a == b else "?" for a, b in zip(first, second)]


def main():
    args = argparse.ArgumentParser()
    args.add_argument("--data", required=True)
    args.add_argument("--corpus", required=True)
    args.add_argument("--pipelines", nargs=2, required=True, help="names or folders of two spaCy pipelines")
    args.add_argument("--out", required=True)
    args.add_argument("--kind", choices=["open", "treebank"], required=True)
    args = args.parse_args()
    first, second = [spacy.load(p, exclude=["lemmatizer", "attribute_ruler"]) for p in args.pipelines]
    out = open(args.out, "w", encoding="utf8")
    if args.kind == "treebank":
        for sentence in training_treebanks(args.data):
            a, b = [nlp(Doc(nlp.vocab, words=sentence["w"])) for nlp in (first, second)]
            out.write(json.dumps({"id": sentence["id"], "n": agreed(tags_of(a), tags_of(b))}) + "\n")
        return
    files = sorted(glob.glob(args.corpus + "/whitehouse/md/*.md")) + sorted(glob.glob(args.corpus + "/wikinews/**/*.txt", recursive=True))
    texts = (p for f in files for p in paragraphs(f))
    for a in first.pipe(texts, batch_size=64):
        words = [t.text for t in a]
        spaces = [bool(t.whitespace_) for t in a]
        b = Doc(second.vocab, words=words, spaces=spaces)
        for _, pipe in second.pipeline:
            b = pipe(b)
        tags = agreed(tags_of(a), tags_of(b))
        for s in a.sents:
            keep = [i for i in range(s.start, s.end) if not a[i].is_space]
            if keep:
                out.write(json.dumps({"w": [words[i] for i in keep], "n": [tags[i] for i in keep]}, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
