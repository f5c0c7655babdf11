"""A teacher: the network's word features and heads over a fine-tuned small transformer (all-MiniLM-L6-v2, Apache-2.0).

train: fine-tunes on the treebanks and names, a checkpoint an epoch. label: parses the silver text for the student.
"""
import argparse
import json
import os
import random
import time

import numpy as np
import torch
import torch.nn as nn
from transformers import AutoModel, AutoTokenizer

import names
from dataset import Featurizer, batches, names_records, open_records, read_lines, tensors, treebank_records, vocabulary
from model import INPUT, Network, shared_dropout
from tree import best_tree
from train import batch_loss, score
from treebank import read_treebank


# without instructions of its own bfloat16 takes sixty times as long as float32
FAST_BFLOAT = torch.cpu._is_avx512_bf16_supported()


class Teacher(Network):
    def __init__(self, encoder, vectors, tuned_rows, hidden, sizes):
        super().__init__(vectors, tuned_rows, hidden, sizes)
        del self.layers
        self.encoder = encoder
        wide = encoder.config.hidden_size
        self.mix = nn.Parameter(torch.zeros(4))
        self.join = nn.LSTM(wide + INPUT, hidden, batch_first=True, bidirectional=True)

    def encode(self, batch):
        x = self.words(batch)
        x = torch.cat([self.root.expand(x.shape[0], 1, -1), x], 1)
        pieces = batch["pieces"]
        with torch.autocast("cpu", dtype=torch.bfloat16, enabled=FAST_BFLOAT):
            states = self.encoder(input_ids=pieces, attention_mask=(pieces > 0).long(), output_hidden_states=True).hidden_states
        weights = torch.softmax(self.mix, 0)
        y = sum(w * s.float() for w, s in zip(weights, states[-4:]))
        pick = lambda at: torch.gather(y, 1, at.unsqueeze(-1).expand(-1, -1, y.shape[-1]))
        y = (pick(batch["first"]) + pick(batch["last"])) / 2
        x = shared_dropout(torch.cat([x, y], -1), 0.25, self.training)
        packed = nn.utils.rnn.pack_padded_sequence(x, batch["mask"].sum(1) + 1, batch_first=True, enforce_sorted=False)
        x, _ = nn.utils.rnn.pad_packed_sequence(self.join(packed)[0], batch_first=True)
        return shared_dropout(x, self.dropout, self.training)


class Pieces:
    """Adds the word pieces of a batch; the last piece of word i is its last, at most five a word."""

    def __init__(self, tokenizer):
        self.tokenizer, self.cache = tokenizer, {}

    def of(self, word):
        ids = self.cache.get(word)
        if ids is None:
            ids = self.tokenizer(word, add_special_tokens=False)["input_ids"][:5] or [self.tokenizer.unk_token_id]
            self.cache[word] = ids
        return ids

    def add(self, records, batch):
        rows, firsts, lasts = [], [], []
        for s in records:
            row, first, last = [self.tokenizer.cls_token_id], [0], [0]
            for w in s["w"]:
                first.append(min(len(row), 509))
                row += self.of(w)
                last.append(min(len(row) - 1, 509))
            rows.append(row[:510] + [self.tokenizer.sep_token_id])
            firsts.append(first)
            lasts.append(last)
        pad = lambda lists: torch.from_numpy(np.array([r + [0] * (max(map(len, lists)) - len(r)) for r in lists]))
        batch.update(pieces=pad(rows), first=pad(firsts), last=pad(lasts))
        return batch


def build(a, encoder_path):
    gold = list(treebank_records(a.data, a.silver_treebank)) + list(names_records(a.data))
    labels, tuned = vocabulary(gold)
    index = {k: {t: i for i, t in enumerate(v)} for k, v in labels.items()}
    glove = open(a.work + "/glove.txt", encoding="utf8").read().split("\n")
    vectors = np.load(a.work + "/glove.npy")
    vectors = torch.from_numpy(np.concatenate([np.zeros((1, vectors.shape[1]), np.float32), vectors]))
    net = Teacher(AutoModel.from_pretrained(encoder_path, add_pooling_layer=False), vectors, len(tuned), 200, {k: len(v) for k, v in labels.items()})
    pieces = Pieces(AutoTokenizer.from_pretrained(encoder_path))
    featurizer = Featurizer(glove, tuned)
    make = lambda group, rng=None: pieces.add(group, tensors(group, featurizer, index, rng))
    return gold, labels, index, net, make


def train(a):
    gold, labels, index, net, make = build(a, a.encoder)
    path, first, step = a.work + "/teacher.pt", 0, 0
    inner = list(net.encoder.parameters())
    own = {id(p) for p in inner}
    optimizer = torch.optim.AdamW([dict(params=inner, base=1.2e-4, weight_decay=0.01), dict(params=[p for p in net.parameters() if id(p) not in own], base=2e-3, weight_decay=0.0)], betas=(0.9, 0.98))
    if os.path.exists(path):
        saved = torch.load(path)
        net.load_state_dict(saved["net"], strict=False)
        optimizer.load_state_dict(saved["optimizer"])
        first, step = saved["epoch"], saved["step"]
    silver = list(open_records(a.silver_open))
    for epoch in range(first, a.epochs):
        rng = random.Random(epoch)
        torch.manual_seed(epoch)
        groups = batches(gold + rng.sample(silver, min(2500, len(silver))), 900, rng)
        rng.shuffle(groups)
        net.train()
        start, total = time.time(), 0.0
        for i, group in enumerate(groups):
            done = (epoch + i / len(groups)) / a.epochs
            for p in optimizer.param_groups:
                p["lr"] = p["base"] * min(1, (step + 1) / 150) * max(0.02, 1 - done)
            loss = batch_loss(net, make(group, rng), 1.0)
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(net.parameters(), 5.0)
            optimizer.step()
            step += 1
            total += loss.item()
            if i % 50 == 49:
                print(f"  {i + 1}/{len(groups)} loss {total / (i + 1):.3f} seconds {time.time() - start:.0f}", flush=True)
        torch.save(dict(net=net.state_dict(), optimizer=optimizer.state_dict(), epoch=epoch + 1, step=step), path + ".new")
        os.replace(path + ".new", path)
        dev = read_treebank(a.data + "/ud/gum-dev.conllu")[:700], read_treebank(a.data + "/ud/ewt-dev.conllu")[:900]
        scores = [score(net, d, None, index, labels, make) for d in dev]
        print(f"epoch {epoch + 1} seconds {time.time() - start:.0f} gum-dev {scores[0]} ewt-dev {scores[1]}", flush=True)


@torch.no_grad()
def label(a):
    _, labels, index, net, make = build(a, a.encoder)
    net.load_state_dict(torch.load(a.work + "/teacher.pt")["net"], strict=False)
    net.eval()
    records = [s for s in read_lines(a.silver_open) if 4 <= len(s["w"]) <= 80]
    random.Random(3).shuffle(records)
    out = open(a.out, "w", encoding="utf8")
    for group in batches(records[:a.most], 2500, random.Random(0)):
        batch = make([dict(w=s["w"]) for s in group])
        scores = net(batch)
        arcs = scores["arcs"].numpy()
        chance, likely = torch.softmax(scores["arcs"], -1).topk(min(3, arcs.shape[2]), -1)
        trees = [best_tree(arcs[b, :len(s["w"]), :len(s["w"]) + 1]) for b, s in enumerate(group)]
        heads = torch.zeros_like(batch["head"])
        for b, tree in enumerate(trees):
            heads[b, :len(tree)] = torch.tensor(tree)
        best = {"deprel": net.labels(scores, heads).argmax(-1), **{k: scores[k].argmax(-1) for k in ("upos", "xpos", "names")}}
        for b, s in enumerate(group):
            n = len(s["w"])
            s.update(head=trees[b], **{k: [labels[k][i] for i in best[k][b, :n].tolist()] for k in ("upos", "xpos", "deprel")})
            # where the teacher wavers between heads, their probabilities
            s["soft"] = {i: [[h, round(p, 2)] for h, p in zip(likely[b, i].tolist(), chance[b, i].tolist()) if p >= 0.02]
                         for i in range(n) if chance[b, i, 0] < 0.95}
            s["t"] = [names.TAGS[i] for i in best["names"][b, :n].tolist()]
            out.write(json.dumps(s, ensure_ascii=False) + "\n")


def main():
    args = argparse.ArgumentParser()
    args.add_argument("task", choices=["train", "label"])
    args.add_argument("--data", default="../shared/language")
    args.add_argument("--work", required=True)
    args.add_argument("--encoder", required=True, help="folder of all-MiniLM-L6-v2")
    args.add_argument("--silver-treebank", default="")
    args.add_argument("--silver-open", required=True)
    args.add_argument("--out", default="")
    args.add_argument("--epochs", type=int, default=4)
    args.add_argument("--most", type=int, default=10 ** 9)
    a = args.parse_args()
    torch.set_num_threads(1)
    torch.manual_seed(7)
    train(a) if a.task == "train" else label(a)


if __name__ == "__main__":
    main()
