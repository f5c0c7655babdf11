"""Writes a checkpoint as the runtime's files: model.json (labels, tensors), weights.bin (int8 rows and float32), words.txt."""
import argparse
import json
import os

import numpy as np
import torch

from features import GRAM_ROWS, TABLES


def int8_rows(matrix):
    """(int8 values, float32 scale of each row): value · scale ≈ weight."""
    scales = np.maximum(np.abs(matrix).max(1), 1e-8).astype(np.float32) / 127
    return np.clip(np.rint(matrix / scales[:, None]), -127, 127).astype(np.int8), scales


class Writer:
    def __init__(self):
        self.bytes, self.tensors = bytearray(), {}

    def put(self, name, array):
        self.bytes += b"\0" * (-len(self.bytes) % 16)
        self.tensors[name] = dict(shape=list(array.shape), offset=len(self.bytes), type={"int8": "i8", "float32": "f32"}[str(array.dtype)])
        self.bytes += array.tobytes()

    def matrix(self, name, array):
        values, scales = int8_rows(array.astype(np.float32))
        self.put(name, values)
        self.put(name + ".scale", scales)


def main():
    args = argparse.ArgumentParser()
    args.add_argument("--work", required=True)
    args.add_argument("--run", required=True)
    args.add_argument("--out", required=True)
    args.add_argument("--version", required=True)
    args.add_argument("--words", type=int, default=70000)
    a = args.parse_args()
    info = json.load(open(f"{a.work}/{a.run}.json"))
    state = {k: v.numpy() for k, v in torch.load(f"{a.work}/{a.run}.pt")["ema"].items()}
    if "arc" in state:
        state["arc.weight"], state["arc.bias"] = state["arc"][:-1], np.zeros(state["arc"].shape[1], np.float32)
    w = Writer()

    glove = open(a.work + "/glove.txt", encoding="utf8").read().split("\n")[:a.words]
    row = {t: i for i, t in enumerate(glove)}
    vectors = np.load(a.work + "/glove.npy")[:a.words]
    tuned = state["tuned.weight"]
    extra = [t for t in info["tuned"] if t not in row]
    vectors = np.concatenate([vectors, np.zeros((len(extra), vectors.shape[1]), np.float32)])
    row.update({t: len(glove) + i for i, t in enumerate(extra)})
    for i, t in enumerate(info["tuned"]):
        vectors[row[t]] += tuned[i + 1]
    w.matrix("vectors", vectors)
    for i, name in enumerate(TABLES):
        w.matrix("table." + name, state[f"tables.{i}.weight"])
    w.matrix("table.grams", state["grams.weight"])
    w.put("root", state["root"])
    w.matrix("input", state["input.weight"])
    w.put("input.bias", state["input.bias"])
    w.put("norm.weight", state["norm.weight"])
    w.put("norm.bias", state["norm.bias"])
    for layer in range(info["layers"]):
        for suffix, side in (("", "forward"), ("_reverse", "backward")):
            name = f"lstm.{layer}.{side}"
            w.matrix(name + ".input", state[f"layers.{layer}.weight_ih_l0{suffix}"])
            w.matrix(name + ".state", state[f"layers.{layer}.weight_hh_l0{suffix}"])
            w.put(name + ".bias", state[f"layers.{layer}.bias_ih_l0{suffix}"] + state[f"layers.{layer}.bias_hh_l0{suffix}"])
    for name in ("arc_head", "arc_dependent", "label_head", "label_dependent", "upos", "xpos", "name_hidden", "names"):
        w.matrix(name, state[name + ".weight"])
        w.put(name + ".bias", state[name + ".bias"])
    # arc: dependent → the vector that is compared with the heads
    w.matrix("arc", state["arc.weight"])
    w.put("arc.bias", state["arc.bias"])
    # label: rows (label, dependent part), columns the head part and the constant one
    label = state["label"].transpose(0, 2, 1)
    w.matrix("label", label.reshape(-1, label.shape[2]))

    os.makedirs(a.out, exist_ok=True)
    open(a.out + "/weights.bin", "wb").write(w.bytes)
    open(a.out + "/words.txt", "w", encoding="utf8").write("\n".join(glove + extra) + "\n")
    model = dict(name="scenesetter-engine", version=a.version, hidden=info["hidden"], layers=info["layers"], knownWords=len(glove), tables=TABLES, gramRows=GRAM_ROWS, labels=info["labels"], tensors=w.tensors)
    json.dump(model, open(a.out + "/model.json", "w"), indent=1)
    print(len(w.bytes) / 1e6, "MB of weights,", len(glove) + len(extra), "words")


if __name__ == "__main__":
    main()
