"""Makes the shipped weights the start of a new run: models/ → a checkpoint at epoch 0. Layers the old network lacks start at random."""
import argparse
import copy
import json

import numpy as np
import torch

from dataset import names_records, treebank_records, vocabulary
from features import TABLES
from model import Network


class Reader:
    def __init__(self, folder):
        self.model = json.load(open(folder + "/model.json"))
        self.bytes = open(folder + "/weights.bin", "rb").read()

    def floats(self, name):
        t = self.model["tensors"][name]
        kind = np.int8 if t["type"] == "i8" else np.float32
        return np.frombuffer(self.bytes, kind, int(np.prod(t["shape"])), t["offset"]).reshape(t["shape"]).astype(np.float32)

    def matrix(self, name):
        return self.floats(name) * self.floats(name + ".scale")[:, None]


def state_of(reader, tuned, glove_words, glove, words):
    """The network's parameters by name, from the tensors that export.py wrote."""
    out = {"input.weight": reader.matrix("input"), "input.bias": reader.floats("input.bias"), "root": reader.floats("root"),
           "norm.weight": reader.floats("norm.weight"), "norm.bias": reader.floats("norm.bias"), "grams.weight": reader.matrix("table.grams")}
    for i, name in enumerate(TABLES):
        out[f"tables.{i}.weight"] = reader.matrix("table." + name)
    vectors, row = reader.matrix("vectors"), {w: i for i, w in enumerate(words)}
    known = {w: i for i, w in enumerate(glove_words[:reader.model["knownWords"]])}
    rows = np.zeros((len(tuned) + 1, vectors.shape[1]), np.float32)
    for i, word in enumerate(tuned):
        rows[i + 1] = vectors[row[word]] - (glove[known[word]] if word in known else 0)
    out["tuned.weight"] = rows
    for layer in range(reader.model["layers"]):
        for suffix, side in (("", "forward"), ("_reverse", "backward")):
            name = f"lstm.{layer}.{side}"
            out[f"layers.{layer}.weight_ih_l0{suffix}"] = reader.matrix(name + ".input")
            out[f"layers.{layer}.weight_hh_l0{suffix}"] = reader.matrix(name + ".state")
            out[f"layers.{layer}.bias_ih_l0{suffix}"] = reader.floats(name + ".bias")
            out[f"layers.{layer}.bias_hh_l0{suffix}"] = np.zeros_like(reader.floats(name + ".bias"))
    for name in ("arc_head", "arc_dependent", "label_head", "label_dependent", "upos", "xpos", "name_hidden", "names", "arc"):
        out[name + ".weight"], out[name + ".bias"] = reader.matrix(name), reader.floats(name + ".bias")
    label = reader.matrix("label")
    out["label"] = label.reshape(-1, label.shape[1], label.shape[1]).transpose(0, 2, 1)
    return {k: torch.from_numpy(np.ascontiguousarray(v)) for k, v in out.items()}


def main():
    args = argparse.ArgumentParser()
    args.add_argument("--data", required=True)
    args.add_argument("--work", required=True)
    args.add_argument("--models", required=True, help="folder of model.json, weights.bin, words.txt")
    args.add_argument("--silver-treebank", required=True)
    args.add_argument("--run", required=True)
    args.add_argument("--layers", type=int, required=True)
    a = args.parse_args()
    torch.manual_seed(1)
    labels, tuned = vocabulary(list(treebank_records(a.data, a.silver_treebank)) + list(names_records(a.data)))
    reader = Reader(a.models)
    if labels != reader.model["labels"]:
        raise SystemExit("The labels of the data and of the weights differ; start from nothing instead")
    glove = np.load(a.work + "/glove.npy")
    vectors = torch.from_numpy(np.concatenate([np.zeros((1, glove.shape[1]), np.float32), glove]))
    net = Network(vectors, len(tuned), reader.model["hidden"], {k: len(v) for k, v in labels.items()}, layers=a.layers)
    words = open(a.models + "/words.txt", encoding="utf8").read().split("\n")
    found = state_of(reader, tuned, open(a.work + "/glove.txt", encoding="utf8").read().split("\n"), glove, words)
    missing = net.load_state_dict(found, strict=False)
    print("new:", missing.missing_keys, "unknown:", missing.unexpected_keys)
    torch.save(dict(net=net.state_dict(), ema=copy.deepcopy(net).state_dict(), epoch=0, step=0), f"{a.work}/{a.run}.pt")


if __name__ == "__main__":
    main()
