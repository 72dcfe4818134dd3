#!/usr/bin/env python3
"""The forward pass in plain numpy, straight from a weights file: the specification of the product's own.

    python reference.py WEIGHTS ORACLE.json

writes the oracle: a few sentences made up for it, with the outputs of every head.
"""
import json
import sys

import numpy as np

from export import load
from features import FEATURES, Vocabulary, quotation_bits
from score import maximum_tree

# (forms, does white space stand before the token)
UNITS = [
    ("Harbour Minister Adela Kovač said on Tuesday that the port of Brindle would not reopen before May . She declined to comment on the strike .".split(), ()),
    (["“", "We", "have", "n’t", "signed", "anything", ",", "”", "O’Neil", "told", "reporters", "from", "the", "Lagos", "-", "based", "Coastal", "Union", ";",
      "12,500", "dockers", "walked", "out", "."], (1, 3, 6, 7, 14, 15, 18, 23)),
    (["Zq9x", "🜂", "—"], (2,)),
    (["\""], ()),
]


class Reference:
    def __init__(self, path):
        self.directory, self.t = load(path)
        self.vocabulary = Vocabulary([self.t[f"vocabulary.{name}"].tolist() for name in FEATURES])

    def linear(self, name, x):
        return x @ self.t[f"{name}.weight"].T + self.t.get(f"{name}.bias", np.float32(0))

    def embed(self, forms, space):
        ids = np.array([self.vocabulary.ids(f) for f in forms])
        tables = [self.t[f"embedding.{name}"][ids[:, i]] for i, name in enumerate(FEATURES)]
        bits = np.stack([space, quotation_bits(forms)], 1).astype(np.float32)
        return np.concatenate(tables + [bits], 1)

    def lstm(self, name, x):
        """One direction, from the first row of `x` to the last; gates in the order input, forget, cell, output."""
        inputs = x @ self.t[f"{name}.input"].T + self.t[f"{name}.bias"]
        recurrent = self.t[f"{name}.recurrent"]
        width = recurrent.shape[1]
        hidden, cell, out = np.zeros(width, np.float32), np.zeros(width, np.float32), []
        for row in inputs:
            i, f, g, o = np.split(row + recurrent @ hidden, 4)
            cell = _sigmoid(f) * cell + _sigmoid(i) * np.tanh(g)
            hidden = _sigmoid(o) * np.tanh(cell)
            out.append(hidden)
        return np.stack(out)

    def encode(self, x):
        for layer in range(self.directory["layers"]):
            y = np.concatenate([self.lstm(f"encoder.{layer}.right", x), self.lstm(f"encoder.{layer}.left", x[::-1])[::-1]], 1)
            x = x + y if layer else y
        mean, variance = x.mean(1, keepdims=True), x.var(1, keepdims=True)
        return (x - mean) / np.sqrt(variance + 1e-5) * self.t["encoder.norm.scale"] + self.t["encoder.norm.shift"]

    def arcs(self, h):
        """[word, 1 + candidate] for words of one sentence; column 0 is the root, a word may not govern itself."""
        query = self.linear("tree.biaffine", np.maximum(self.linear("tree.dependant", h), 0))
        governor = np.maximum(self.linear("tree.governor", h), 0)
        places, far = np.arange(len(h)), self.directory["far"]
        offset = np.clip(places[None] - places[:, None], -far, far) + far
        within = query @ governor.T + self.t["tree.distance"][offset]
        within[places, places] = -1e9
        return np.concatenate([query @ self.t["tree.root"][:, None], within], 1)

    def relations(self, h, heads):
        governors = np.concatenate([self.t["tree.rel_root"][None], self.linear("tree.rel_governor", h)])
        return self.linear("tree.relation", np.maximum(self.linear("tree.rel_dependant", h) + governors[heads], 0))

    def read(self, forms, space):
        """Every output for one unit (a paragraph): token heads over all, trees sentence by sentence."""
        h = self.encode(self.embed(forms, space))
        out = {name.split(".")[1]: self.linear(f"head.{name.split('.')[1]}", h) for name in self.t if name.startswith("head.") and name.endswith("weight")}
        out["standing"] = self.linear("standing.out", np.maximum(self.linear("standing.hidden", h), 0))
        out["anchors"] = np.flatnonzero(out["roles"][:, 3] > 0)
        out["links"] = self.links(h, out["anchors"])
        starts = [0] + [i for i in range(1, len(forms)) if out["sentence"][i, 0] > 0]
        out["trees"] = [self.tree(h[a:b], a) for a, b in zip(starts, starts[1:] + [len(forms)])]
        return out

    def links(self, h, anchors):
        """[anchor · role, word]: the three roles of the first anchor, then of the next."""
        words = np.maximum(self.linear("links.word", h), 0)
        anchor = np.maximum(self.linear("links.anchor", h[anchors]), 0)
        query = self.linear("links.pair", anchor).reshape(len(anchors) * 3, words.shape[1])
        far = self.directory["far"]
        offset = np.clip(np.arange(len(h))[None] - anchors[:, None], -far, far) + far
        distance = self.t["links.distance"][:, offset].transpose(1, 0, 2).reshape(len(query), len(h))
        return query @ words.T + self.linear("links.own", anchor).reshape(-1, 1) + distance

    def tree(self, h, first):
        scores = self.arcs(h)
        heads = maximum_tree(scores)
        return {"first": first, "arcs": scores, "heads": heads, "relations": self.relations(h, heads)}


def _sigmoid(x):
    return 1 / (1 + np.exp(-x))


def _plain(value):
    if isinstance(value, dict):
        return {k: _plain(v) for k, v in value.items()}
    if isinstance(value, list):
        return [_plain(v) for v in value]
    if isinstance(value, np.ndarray):
        return value.tolist() if value.dtype.kind == "i" else [[round(float(v), 4) for v in row] for row in value]
    return value


def main():
    reference = Reference(sys.argv[1])
    units = []
    for forms, glued in UNITS:
        space = [int(i not in glued) for i in range(len(forms))]
        units.append({"forms": forms, "space": space, "quotation": quotation_bits(forms),
                      "ids": [reference.vocabulary.ids(f) for f in forms]} | _plain(reference.read(forms, space)))
    with open(sys.argv[2], "w", encoding="utf8") as out:
        json.dump(units, out, ensure_ascii=False, separators=(",", ":"))


if __name__ == "__main__":
    main()
