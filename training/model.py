"""The network: word features → BiLSTM layers → biaffine arcs and labels, tags, names."""
import torch
import torch.nn as nn
import torch.nn.functional as F

from features import GRAM_ROWS, TABLES

WORD, AFFIX, GRAM, INPUT = 64, 48, 64, 256
ARC, LABEL, NAME = 128, 48, 96


def shared_dropout(x, p, training):
    """Dropout with one mask a sentence, the same at every position."""
    if not training or p == 0:
        return x
    return x * (torch.rand(x.shape[0], 1, x.shape[2]) >= p).float() / (1 - p)


class Network(nn.Module):
    def __init__(self, vectors, tuned_rows, hidden, sizes, dropout=0.33, layers=3):
        """vectors: float32 [words + 1, 100], row 0 zero; sizes: counts of upos, xpos, deprel, names; layers: of the BiLSTM."""
        super().__init__()
        self.dropout, self.hidden = dropout, hidden
        self.register_buffer("vectors", vectors, persistent=False)
        self.tuned = nn.Embedding(tuned_rows + 1, vectors.shape[1], padding_idx=0)
        nn.init.zeros_(self.tuned.weight)
        self.tables = nn.ModuleList(nn.Embedding(n, WORD if k == "word" else AFFIX, padding_idx=0) for k, n in TABLES.items())
        self.grams = nn.Embedding(GRAM_ROWS, GRAM, padding_idx=0)
        for table in list(self.tables) + [self.grams]:
            nn.init.normal_(table.weight, std=0.05)
            table.weight.data[0] = 0
        self.root = nn.Parameter(torch.zeros(INPUT))
        self.input = nn.Linear(vectors.shape[1] + WORD + AFFIX * (len(TABLES) - 1) + GRAM, INPUT)
        self.norm = nn.LayerNorm(INPUT)
        self.layers = nn.ModuleList(nn.LSTM(INPUT if i == 0 else 2 * hidden, hidden, batch_first=True, bidirectional=True) for i in range(layers))
        out = 2 * hidden
        self.arc_head, self.arc_dependent = nn.Linear(out, ARC), nn.Linear(out, ARC)
        self.label_head, self.label_dependent = nn.Linear(out, LABEL), nn.Linear(out, LABEL)
        self.arc = nn.Linear(ARC, ARC)
        nn.init.normal_(self.arc.weight, std=0.03)
        self.label = nn.Parameter(torch.randn(sizes["deprel"], LABEL + 1, LABEL + 1) * 0.02)
        self.upos, self.xpos = nn.Linear(out, sizes["upos"]), nn.Linear(out, sizes["xpos"])
        self.name_hidden, self.names = nn.Linear(out, NAME), nn.Linear(NAME, sizes["names"])

    def words(self, batch):
        """Input vectors of the words, [batch, length, INPUT]."""
        shape, training = batch["vector"].shape, self.training
        def keep(p):
            return (torch.rand(shape) >= p).float().unsqueeze(-1) if training else 1
        vector = (F.embedding(batch["vector"], self.vectors) + self.tuned(batch["tuned"])) * keep(0.12)
        rows = [t(batch["rows"][..., i]) for i, t in enumerate(self.tables)]
        rows[0] = rows[0] * keep(0.25)
        grams = self.grams(batch["grams"]).sum(2) / (batch["grams"] > 0).sum(2, keepdim=True).clamp(min=1)
        x = torch.cat([vector] + rows + [grams * keep(0.1)], -1)
        return self.norm(F.relu(self.input(x)))

    def encode(self, batch):
        x = self.words(batch)
        x = torch.cat([self.root.expand(x.shape[0], 1, -1), x], 1)
        lengths = batch["mask"].sum(1) + 1
        for layer in self.layers:
            x = shared_dropout(x, self.dropout, self.training)
            packed = nn.utils.rnn.pack_padded_sequence(x, lengths, batch_first=True, enforce_sorted=False)
            x, _ = nn.utils.rnn.pad_packed_sequence(layer(packed)[0], batch_first=True)
        return shared_dropout(x, self.dropout, self.training)

    def forward(self, batch):
        x = self.encode(batch)
        y = x[:, 1:]
        drop = lambda t: shared_dropout(F.relu(t), self.dropout, self.training)
        head, dependent = drop(self.arc_head(x)), drop(self.arc_dependent(y))
        arcs = self.arc(dependent) @ head.transpose(1, 2)
        n = arcs.shape[1]
        ok = torch.cat([torch.ones_like(batch["mask"][:, :1]), batch["mask"]], 1).unsqueeze(1).expand(-1, n, -1).clone()
        ok[:, torch.arange(n), torch.arange(n) + 1] = False
        arcs = arcs.masked_fill(~ok, -1e4)
        return dict(arcs=arcs, label_head=drop(self.label_head(x)), label_dependent=drop(self.label_dependent(y)),
                    upos=self.upos(y), xpos=self.xpos(y), names=self.names(drop(self.name_hidden(y))))

    def labels(self, out, heads):
        """Scores of the labels given heads [batch, length]: [batch, length, labels]."""
        size = out["label_head"].shape[-1]
        h = torch.gather(out["label_head"], 1, heads.unsqueeze(-1).expand(-1, -1, size))
        one = lambda t: torch.cat([t, torch.ones_like(t[..., :1])], -1)
        h, d = one(h), one(out["label_dependent"])
        b, n, q = h.shape
        t = (h.reshape(-1, q) @ self.label.permute(1, 0, 2).reshape(q, -1)).view(b * n, -1, q)
        return (t * d.reshape(-1, 1, q)).sum(-1).view(b, n, -1)
