"""The network: embeddings of hashed features, an encoder over a paragraph, and heads on every token.

Only what `export.py` writes is needed to read a text; the layers under `teaching` help the encoder
to learn from the silver layer and are left out of the shipped file.
"""
import threading

import torch
from torch import nn
from torch.nn import functional as F

WIDTHS = {"form": 96, "prefix4": 40, "suffix2": 32, "suffix3": 48, "shape": 38}   # with two bits: 256
INPUT = sum(WIDTHS.values()) + 2
FAR = 24                       # distances between a word and its head are told apart up to here


# Two batches are read at once by two threads; each draws its dropout from its own generator, so that a seed fixes a run.
CHANCE = threading.local()


def _generator():
    return getattr(CHANCE, "generator", None)


def _kept(shape, rate):
    """1/(1 − rate) where a unit is kept, 0 where it is dropped."""
    return (torch.rand(shape, generator=_generator()) >= rate).float() / (1 - rate)


class Embedding(nn.Module):
    """Five tables side by side, then the two bits (space before, in quotation)."""

    def __init__(self, sizes, drop_word):
        super().__init__()
        self.tables = nn.ModuleList(nn.Embedding(n, w) for n, w in zip(sizes, WIDTHS.values()))
        for table in self.tables:
            nn.init.normal_(table.weight, std=0.3)
        self.drop_word = drop_word

    def _forget(self, ids, capital):
        """Now and then a word is unknown, so that its affixes must do, or all but its shape is, so that its
        neighbours must do; capitalised words twice as often, because most unknown words in the news are names."""
        more = 1 + capital.float()
        word = torch.rand(capital.shape, generator=_generator()) < self.drop_word * more
        all_but_shape = torch.rand(capital.shape, generator=_generator()) < self.drop_word / 3 * more
        hidden = torch.stack([word | all_but_shape] + [all_but_shape] * 3 + [torch.zeros_like(word)], -1)
        return ids.masked_fill(hidden, 0)

    def forward(self, ids, bits, capital):
        if self.training:
            ids = self._forget(ids, capital)
        return torch.cat([t(ids[..., i]) for i, t in enumerate(self.tables)] + [bits], -1)


class Shared(nn.Module):
    """Drops the same units at every position of a sequence (variational dropout)."""

    def __init__(self, rate):
        super().__init__()
        self.rate = rate

    def forward(self, x):
        if not self.training or not self.rate:
            return x
        return x * _kept((x.shape[0], 1, x.shape[2]), self.rate)


class Dropped(nn.Module):
    """Drops units of single words: for a head whose corpus is so small that the encoder learns it by heart."""

    def __init__(self, rate):
        super().__init__()
        self.rate = rate

    def forward(self, x):
        return x * _kept(x.shape, self.rate) if self.training else x


class BiLstm(nn.Module):
    """Layers of an LSTM in both directions; from the second on, a layer is added to what it reads.

    The backward direction reads each sequence turned round by its own length: padding stays at the
    end, and torch's fast path for plain tensors applies (packed sequences are ten times slower here).
    """

    def __init__(self, width, layers, dropout):
        super().__init__()
        inputs = [INPUT] + [2 * width] * (layers - 1)
        self.forwards = nn.ModuleList(_lstm(n, width) for n in inputs)
        self.backwards = nn.ModuleList(_lstm(n, width) for n in inputs)
        self.out, self.drop, self.norm = 2 * width, Shared(dropout), nn.LayerNorm(2 * width)

    def forward(self, x, lengths):
        places = torch.arange(x.shape[1])[None]
        turned = torch.where(places < lengths[:, None], lengths[:, None] - 1 - places, places)[..., None]
        for index, (ahead, back) in enumerate(zip(self.forwards, self.backwards)):
            read = self.drop(x) if index else x
            right = ahead(read)[0]
            left = back(read.gather(1, turned.expand_as(read)))[0]
            y = torch.cat([right, left.gather(1, turned.expand_as(left))], -1)
            x = x + y if index else y
        return self.norm(x)


def _lstm(inputs, width):
    layer = nn.LSTM(inputs, width, batch_first=True)
    nn.init.orthogonal_(layer.weight_hh_l0)
    nn.init.zeros_(layer.bias_ih_l0)
    nn.init.zeros_(layer.bias_hh_l0)
    layer.bias_ih_l0.data[width:2 * width] = 1.0      # remember by default
    return layer


class Convolutions(nn.Module):
    """Residual convolutions of window 3 with growing dilation and maxout of three pieces."""

    def __init__(self, width, dilations, dropout):
        super().__init__()
        self.enter = nn.Linear(INPUT, width)
        self.layers = nn.ModuleList(nn.Conv1d(width, 3 * width, 3, padding=d, dilation=d) for d in dilations)
        self.norms = nn.ModuleList(nn.LayerNorm(width) for _ in dilations)
        self.out, self.drop = width, Shared(dropout)

    def forward(self, x, lengths):
        mask = (torch.arange(x.shape[1])[None] < lengths[:, None])[..., None]
        x = self.enter(x)
        for layer, norm in zip(self.layers, self.norms):
            y = layer((self.drop(x) * mask).transpose(1, 2)).transpose(1, 2)
            x = norm(x + y.unflatten(-1, (-1, 3)).max(-1).values)
        return x


class Transformer(nn.Module):
    """Self-attention with learned positions; the reference for the cost of attention."""

    def __init__(self, width, layers, dropout):
        super().__init__()
        self.enter, self.places = nn.Linear(INPUT, width), nn.Embedding(512, width)
        nn.init.normal_(self.places.weight, std=0.05)
        self.layers = nn.ModuleList(
            nn.TransformerEncoderLayer(width, 4 if width < 256 else 8, 4 * width, dropout / 3, "gelu", batch_first=True, norm_first=True) for _ in range(layers))
        self.out, self.norm = width, nn.LayerNorm(width)

    def forward(self, x, lengths):
        padding = torch.arange(x.shape[1])[None] >= lengths[:, None]
        x = self.enter(x) + self.places(torch.arange(x.shape[1]))[None]
        for layer in self.layers:
            x = layer(x, src_key_padding_mask=padding)
        return self.norm(x)


def encoder(name, dropout):
    kind, *numbers = name.split("-")
    numbers = [int(n) for n in numbers]
    if kind == "lstm":
        return BiLstm(numbers[0], numbers[1], dropout)
    if kind == "cnn":
        return Convolutions(numbers[0], ([1, 1, 2, 4, 8, 1] * 2)[:numbers[1]], dropout)
    return Transformer(numbers[0], numbers[1], dropout)


class Tree(nn.Module):
    """Heads by a biaffine score with a bias for distance; relations from the two words' vectors.

    Position 0 of the candidates is the root; a word may only choose within its sentence.
    """

    def __init__(self, width, relations, arc, rel, dropout):
        super().__init__()
        self.dependant, self.governor = nn.Linear(width, arc), nn.Linear(width, arc)
        self.rel_dependant, self.rel_governor = nn.Linear(width, rel), nn.Linear(width, rel, bias=False)
        self.root, self.rel_root = nn.Parameter(torch.randn(arc) * 0.1), nn.Parameter(torch.randn(rel) * 0.1)
        self.biaffine = nn.Linear(arc, arc)
        nn.init.orthogonal_(self.biaffine.weight)
        self.biaffine.weight.data *= 0.3
        self.distance = nn.Parameter(torch.zeros(2 * FAR + 1))
        self.relation = nn.Linear(rel, relations)
        self.drop = Shared(dropout)

    def scores(self, h, sentence):
        """[batch, word, 1 + candidate]; candidates outside the sentence (given by number) get −1e9."""
        dependant = self.drop(F.relu(self.dependant(h)))
        governor = self.drop(F.relu(self.governor(h)))
        query = self.biaffine(dependant)
        places = torch.arange(h.shape[1])
        offset = (places[None] - places[:, None]).clamp(-FAR, FAR) + FAR
        within = query @ governor.transpose(1, 2) + self.distance[offset]
        allowed = (sentence[:, :, None] == sentence[:, None]) & ~torch.eye(h.shape[1], dtype=torch.bool)
        return torch.cat([query @ self.root[:, None], within.masked_fill(~allowed, -1e9)], 2)

    def relations(self, h, heads):
        """Logits of the relation to the given heads (0 = root, else 1 + position)."""
        governor = torch.cat([self.rel_root.expand(h.shape[0], 1, -1), self.rel_governor(h)], 1)
        chosen = governor.gather(1, heads[..., None].expand(-1, -1, governor.shape[2]))
        return self.relation(self.drop(F.relu(self.rel_dependant(h) + chosen)))


class Links(nn.Module):
    """Which words of a unit belong to a cue, as its source, as part of it, as its content: a score for each
    role from the word, the cue's anchor and the distance between them."""

    def __init__(self, width, roles, size, dropout):
        super().__init__()
        self.word, self.anchor = nn.Linear(width, size), nn.Linear(width, size)
        self.pair = nn.Linear(size, roles * size)
        self.distance = nn.Parameter(torch.zeros(roles, 2 * FAR + 1))
        self.own = nn.Linear(size, roles)
        self.drop = Shared(dropout)

    def forward(self, h, anchors):
        """[anchor, role, word] for anchors given as [row, place]."""
        words = self.drop(F.relu(self.word(h)))
        anchor = F.relu(self.anchor(h[anchors[:, 0], anchors[:, 1]]))
        query = self.pair(anchor).unflatten(-1, (-1, words.shape[-1]))
        offset = (torch.arange(h.shape[1])[None] - anchors[:, 1:]).clamp(-FAR, FAR) + FAR
        return query @ words[anchors[:, 0]].transpose(1, 2) + self.own(anchor)[..., None] + self.distance[:, offset].transpose(0, 1)


class Reader(nn.Module):
    """Encoder and heads. `sizes` are the vocabulary's; `labels` maps each token head to its number of outputs."""

    def __init__(self, name, sizes, labels, relations, silver_relations, tags, dropout=0.33, drop_word=0.15):
        super().__init__()
        self.embedding = Embedding(sizes, drop_word)
        self.enter = Shared(dropout / 2)
        self.encoder = encoder(name, dropout)
        width = self.encoder.out
        self.heads = nn.ModuleDict({task: nn.Linear(width, count) for task, count in labels.items()})
        self.standing = nn.Sequential(Dropped(0.3), nn.Linear(width, 64), nn.ReLU(), Dropped(0.5), nn.Linear(64, 1))
        self.tree = Tree(width, relations, 128, 128, dropout)
        self.links = Links(width, 3, 128, dropout)
        self.teaching = nn.ModuleDict({"xpos": nn.Linear(width, tags), "tree": Tree(width, silver_relations, 96, 96, dropout)})
        self.drop = Shared(dropout)

    def forward(self, batch):
        return self.drop(self.encoder(self.enter(self.embedding(batch["ids"], batch["bits"], batch["capital"])), batch["lengths"]))
