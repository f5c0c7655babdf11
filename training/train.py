"""Trains the network; seeded, one checkpoint an epoch, resumes from it. See README.md for the arguments used."""
import argparse
import copy
import json
import os
import random
import time

import numpy as np
import torch
import torch.nn.functional as F

import names
from dataset import RARE, Featurizer, NamePool, batches, names_records, open_records, tensors, treebank_records, vocabulary
from model import Network
from treebank import read_treebank


def arguments():
    a = argparse.ArgumentParser()
    a.add_argument("--data", default="../shared/language", help="folder with ud/ and names/")
    a.add_argument("--work", required=True, help="folder of glove.txt, glove.npy, silver files and checkpoints")
    a.add_argument("--run", default="run", help="name of the checkpoint")
    a.add_argument("--silver-treebank", default="", help="silver names of the treebanks (JSON lines)")
    a.add_argument("--silver-open", default="", help="silver sentences of open text (JSON lines)")
    a.add_argument("--silver-epoch", type=int, default=3000, help="open sentences sampled an epoch")
    a.add_argument("--silver-weight", type=float, default=0.5, help="weight of the silver parse loss")
    a.add_argument("--pool", default="", help="names.json of silver_rules.py: names put in place of others")
    a.add_argument("--hidden", type=int, default=224)
    a.add_argument("--layers", type=int, default=2)
    a.add_argument("--epochs", type=int, default=20)
    a.add_argument("--rate", type=float, default=2e-3)
    a.add_argument("--tokens", type=int, default=1000)
    a.add_argument("--seed", type=int, default=1)
    a.add_argument("--dropout", type=float, default=0.33)
    return a.parse_args()


def names_loss(scores, allowed):
    """Negative log of the probability mass on the allowed tags, mean over tokens that say anything."""
    bits = (allowed.unsqueeze(-1) >> torch.arange(len(names.TAGS))) & 1
    inside = scores.masked_fill(bits == 0, -1e4).logsumexp(-1)
    # rare types count more, or they are all read as ORG
    told = (allowed != names.ALL).float() * (1 + 1.5 * (allowed & ~RARE == 0))
    return ((scores.logsumexp(-1) - inside) * told).sum() / told.sum().clamp(min=1)


def batch_loss(net, batch, parse_weight):
    out = net(batch)
    loss = names_loss(out["names"], batch["allowed"])
    if (batch["head"] >= 0).any():
        entropy = lambda scores, gold: F.cross_entropy(scores.reshape(-1, scores.shape[-1]), gold.reshape(-1), ignore_index=-1)
        chosen = torch.gather(out["arcs"].log_softmax(-1), 2, batch["soft_heads"])
        told = (batch["head"] >= 0).float()
        arcs = -((chosen * batch["chances"]).sum(-1) * told).sum() / told.sum()
        parse = arcs + entropy(net.labels(out, batch["head"].clamp(min=0)), batch["deprel"])
        loss = loss + parse_weight * (parse + 0.5 * entropy(out["upos"], batch["upos"]) + 0.5 * entropy(out["xpos"], batch["xpos"]))
    return loss


@torch.no_grad()
def score(net, records, featurizer, index, labels, make=None):
    """(UPOS, UAS, LAS by universal label) of the heads picked greedily."""
    net.eval()
    n = upos = uas = las = 0
    universal = torch.tensor([sorted({t.split(":")[0] for t in labels["deprel"]}).index(t.split(":")[0]) for t in labels["deprel"]])
    for group in batches(records, 3000, random.Random(0)):
        batch = make(group) if make else tensors(group, featurizer, index)
        out = net(batch)
        heads = out["arcs"].argmax(-1)
        label = net.labels(out, heads).argmax(-1)
        m = batch["mask"]
        right = (heads == batch["head"]) & m
        n += m.sum().item()
        upos += ((out["upos"].argmax(-1) == batch["upos"]) & m).sum().item()
        uas += right.sum().item()
        las += (right & (universal[label] == universal[batch["deprel"].clamp(min=0)]) & (batch["deprel"] >= 0)).sum().item()
    net.train()
    return [round(100 * x / n, 2) for x in (upos, uas, las)]


def average(ema, net, decay):
    with torch.no_grad():
        for a, b in zip(ema.parameters(), net.parameters()):
            a.lerp_(b, 1 - decay)


def main():
    a = arguments()
    torch.set_num_threads(1)
    torch.manual_seed(a.seed)
    rng = random.Random(a.seed)
    gold = list(treebank_records(a.data, a.silver_treebank)) + list(names_records(a.data))
    silver = list(open_records(a.silver_open)) if a.silver_open else []
    # sentences with rare names are seen in every epoch
    rare = [s for s in silver if any(n & ~RARE == 0 for n in s["n"])]
    labels, tuned = vocabulary(gold)
    index = {k: {t: i for i, t in enumerate(v)} for k, v in labels.items()}
    glove = open(a.work + "/glove.txt", encoding="utf8").read().split("\n")
    vectors = np.load(a.work + "/glove.npy")
    vectors = torch.from_numpy(np.concatenate([np.zeros((1, vectors.shape[1]), np.float32), vectors]))
    featurizer = Featurizer(glove, tuned)
    pool = NamePool(a.pool) if a.pool else None
    net = Network(vectors, len(tuned), a.hidden, {k: len(v) for k, v in labels.items()}, a.dropout, a.layers)
    ema = copy.deepcopy(net).eval()
    optimizer = torch.optim.Adam(net.parameters(), lr=a.rate, betas=(0.9, 0.95), fused=True)
    dev = read_treebank(a.data + "/ud/gum-dev.conllu")[:700], read_treebank(a.data + "/ud/ewt-dev.conllu")[:900]
    json.dump(dict(labels=labels, tuned=tuned, hidden=a.hidden, layers=a.layers), open(f"{a.work}/{a.run}.json", "w"))
    path, first, step = f"{a.work}/{a.run}.pt", 0, 0
    if os.path.exists(path):
        saved = torch.load(path)
        net.load_state_dict(saved["net"], strict=False)
        ema.load_state_dict(saved["ema"], strict=False)
        optimizer.load_state_dict(saved["optimizer"])
        first, step = saved["epoch"], saved["step"]
    print("gold", len(gold), "silver", len(silver), "tuned", len(tuned), "parameters", sum(p.numel() for p in net.parameters()), flush=True)
    for epoch in range(first, a.epochs):
        rng = random.Random(a.seed * 1000 + epoch)
        torch.manual_seed(a.seed * 1000 + epoch)
        start, total = time.time(), 0.0
        groups = [(g, 1.0) for g in batches(gold, a.tokens, rng)]
        if silver:
            sample = rng.sample(silver, min(a.silver_epoch, len(silver))) + rare
            groups += [(g, a.silver_weight) for g in batches(sample, a.tokens, rng)]
        rng.shuffle(groups)
        net.train()
        for i, (group, weight) in enumerate(groups):
            done = (epoch + i / len(groups)) / a.epochs
            rate = a.rate * min(1, (step + 1) / 200) * max(0.02, 1 - done)
            for p in optimizer.param_groups:
                p["lr"] = rate
            loss = batch_loss(net, tensors(group, featurizer, index, rng, pool), weight)
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(net.parameters(), 5.0)
            optimizer.step()
            step += 1
            average(ema, net, min(0.998, step / (step + 10)))
            total += loss.item()
        torch.save(dict(net=net.state_dict(), ema=ema.state_dict(), optimizer=optimizer.state_dict(), epoch=epoch + 1, step=step), path + ".new")
        os.replace(path + ".new", path)
        scores = [score(ema, d, featurizer, index, labels) for d in dev]
        print(f"epoch {epoch + 1} loss {total / len(groups):.3f} seconds {time.time() - start:.0f} upos/uas/las gum-dev {scores[0]} ewt-dev {scores[1]}", flush=True)


if __name__ == "__main__":
    main()
