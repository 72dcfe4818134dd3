"""Sentences as arrays, paragraphs as units, units as batches of about the same length."""
import collections
import random
from dataclasses import dataclass

import numpy as np
import torch

from corpora import IGNORE, MENTIONS, MORPHOLOGY, NAMES, ROLES, UPOS
from features import quotation_bits

LONGEST_SENTENCE = 160


def edit_script(form, lemma):
    """How to make the lemma: case ("keep" the form's or "lower" it), letters to strip at the end, letters to add."""
    case = "keep" if form != form.lower() and lemma != lemma.lower() else "lower"
    base = form if case == "keep" else form.lower()
    shared = 0
    while shared < min(len(base), len(lemma)) and base[shared] == lemma[shared]:
        shared += 1
    return f"{case} {len(base) - shared} {lemma[shared:]}"


def apply_script(script, form):
    case, strip, add = script.split(" ", 2)
    base = form if case == "keep" else form.lower()
    return base[:max(0, len(base) - int(strip))] + add


@dataclass
class Labels:
    """Every label list that the heads need, in the order of their outputs."""
    scripts: list
    relations: list
    silver_relations: list
    tags: list
    exceptions: dict      # "lower-case form/UPOS" -> lemma, before the scripts are asked

    @classmethod
    def count(cls, tree, news):
        scripts, relations, silver, tags = (collections.Counter() for _ in range(4))
        pairs = collections.defaultdict(collections.Counter)
        for s in tree:
            relations.update(s.rels)
            tags.update(s.xpos)
            for form, lemma, upos in zip(s.forms, s.lemma, s.upos):
                script = edit_script(form, lemma)
                scripts[script] += 1
                pairs[f"{form.lower()}/{upos}"][script, lemma] += 1
        for s in news:
            silver.update(r for r in s.silver_rels or () if r)
            tags.update(x for x in s.xpos or () if x)
        keep = [k for k, n in scripts.most_common() if n >= 4]
        return cls(keep, sorted(k for k, n in relations.items() if n >= 5), sorted(k for k, n in silver.items() if n >= 20),
                   sorted(k for k, n in tags.items() if n >= 20), cls._exceptions(pairs, scripts))

    @staticmethod
    def _exceptions(pairs, scripts):
        """Words whose (almost) only lemma needs a script too rare to be learned well."""
        found = {}
        for key, counts in pairs.items():
            (script, lemma), n = counts.most_common(1)[0]
            if script.startswith("lower") and scripts[script] < 25 and n >= 2 and n >= 0.9 * sum(counts.values()):
                found[key] = lemma
        return found

    def outputs(self):
        return {"upos": len(UPOS), "morph": sum(map(len, MORPHOLOGY.values())), "lemma": len(self.scripts), "names": len(NAMES),
                "mention": len(MENTIONS), "coref": 1, "roles": len(ROLES) + 1, "sentence": 1}


def _index(values, labels, count):
    if values is None:
        return np.full(count, IGNORE)
    return np.array([labels.get(v, IGNORE) for v in values])


def encode(sentence, vocabulary, labels, domain):
    """One sentence as arrays: `ids`, `space` and a target a task (IGNORE where the corpus is silent)."""
    n = len(sentence.forms)
    tables = {k: {v: i for i, v in enumerate(vs)} for k, vs in
              (("upos", UPOS), ("names", NAMES), ("mention", MENTIONS), ("rels", labels.relations),
               ("silver", labels.silver_relations), ("tags", labels.tags), ("scripts", labels.scripts))}
    scripts = [edit_script(f, l) for f, l in zip(sentence.forms, sentence.lemma)] if sentence.lemma else None
    standing = np.full(n, np.nan, np.float32)
    for index, value in sentence.standing.items():
        standing[index] = value
    morph = [_index(sentence.morph and sentence.morph[name], {v: i for i, v in enumerate(values)}, n) for name, values in MORPHOLOGY.items()]
    return {
        "forms": sentence.forms, "ids": np.array([vocabulary.ids(f) for f in sentence.forms]), "space": np.array(sentence.space),
        "upos": _index(sentence.upos, tables["upos"], n), "xpos": _index(sentence.xpos, tables["tags"], n), "morph": np.stack(morph, 1),
        "lemma": _index(scripts, tables["scripts"], n), "names": _index(sentence.names, tables["names"], n),
        "is_name": np.array(sentence.is_name if domain == "tree" and sentence.names is None else [IGNORE] * n),
        "mention": _index(sentence.mentions, tables["mention"], n),
        "coref": np.array(sentence.coref if sentence.coref is not None else [IGNORE] * n),
        "roles": np.array(sentence.roles if sentence.roles else [(IGNORE,) * (len(ROLES) + 1)] * n),
        "links": sentence.links or [], "anchors": sentence.anchors or [],
        "heads": np.array(sentence.heads if sentence.heads else [IGNORE] * n), "rels": _index(sentence.rels, tables["rels"], n),
        "silver_heads": np.array(sentence.silver_heads if sentence.silver_heads else [IGNORE] * n),
        "silver_rels": _index(sentence.silver_rels, tables["silver"], n), "standing": standing}


def units(documents, cap, rng=None):
    """Paragraphs as runs of encoded sentences of at most `cap` tokens (a random limit below it with `rng`)."""
    found = []
    for document in documents:
        for paragraph in document:
            run, length, limit = [], 0, rng.randint(cap // 3, cap) if rng else cap
            for sentence in paragraph:
                count = len(sentence["ids"])
                if rng and count > LONGEST_SENTENCE:
                    continue
                if run and length + count > limit:
                    found.append(run)
                    run, length = [], 0
                run.append(sentence)
                length += count
            if run:
                found.append(run)
    return found


def batches(found, tokens, rng=None):
    """Units of about the same length together, about `tokens` a batch with the padding."""
    noise = (lambda n: n * rng.uniform(0.9, 1.1)) if rng else (lambda n: n)
    order = sorted(range(len(found)), key=lambda i: noise(sum(len(s["ids"]) for s in found[i])))
    made, batch, longest = [], [], 0
    for index in order:
        length = sum(len(s["ids"]) for s in found[index])
        if batch and max(longest, length) * (len(batch) + 1) > tokens:
            made.append(batch)
            batch, longest = [], 0
        batch.append(found[index])
        longest = max(longest, length)
    made.append(batch)
    if rng:
        rng.shuffle(made)
    return made


def collate(batch):
    """Padded tensors. Heads become positions in the unit: 0 the root, else 1 + place; `number` tells sentences apart."""
    lengths = [sum(len(s["ids"]) for s in unit) for unit in batch]
    size, longest = len(batch), max(lengths)
    out = {"ids": np.zeros((size, longest, 5), np.int64), "bits": np.zeros((size, longest, 2), np.float32),
           "number": np.full((size, longest), -1), "capital": np.zeros((size, longest), bool), "standing": np.full((size, longest), np.nan, np.float32)}
    for task, shape in (("upos", ()), ("xpos", ()), ("morph", (len(MORPHOLOGY),)), ("lemma", ()), ("names", ()), ("is_name", ()), ("mention", ()),
                        ("coref", ()), ("roles", (len(ROLES) + 1,)), ("heads", ()), ("rels", ()), ("silver_heads", ()), ("silver_rels", ()), ("sentence", ())):
        out[task] = np.full((size, longest) + shape, IGNORE)
    for row, unit in enumerate(batch):
        out["bits"][row, :lengths[row], 1] = quotation_bits([f for s in unit for f in s["forms"]])
        out["capital"][row, :lengths[row]] = [f[:1].isupper() for s in unit for f in s["forms"]]
        base = 0
        for number, sentence in enumerate(unit):
            end = base + len(sentence["ids"])
            out["bits"][row, base:end, 0] = sentence["space"]
            out["number"][row, base:end] = number
            out["sentence"][row, base:end] = 0
            out["sentence"][row, base] = 1
            for task in ("ids", "standing", "upos", "xpos", "morph", "lemma", "names", "is_name", "mention", "coref", "roles", "rels", "silver_rels"):
                out[task][row, base:end] = sentence[task]
            for task in ("heads", "silver_heads"):
                heads = sentence[task]
                out[task][row, base:end] = np.where(heads > 0, heads + base, heads)
            base = end
        out["sentence"][row, 0] = IGNORE
        out["bits"][row, 0, 0] = 1
    out["anchors"], out["links"] = _links(batch, longest)
    tensors = {k: torch.from_numpy(v) for k, v in out.items()}
    tensors["lengths"] = torch.tensor(lengths)
    return tensors


def _links(batch, longest):
    """Anchors as [row, place], and for each one and role whether a token of its row is linked to it: [anchor, role, token]."""
    anchors, links = [], []
    for row, unit in enumerate(batch):
        number, base = {}, 0
        for sentence in unit:
            number |= {attribution: base + i for i, attribution in sentence["anchors"]}
            base += len(sentence["ids"])
        first = len(anchors)
        order = {place: first + k for k, place in enumerate(sorted(set(number.values())))}   # cues that share a word share its links
        anchors += [(row, place) for place in order]
        links += [np.zeros((len(ROLES), longest), np.float32) for _ in order]
        base = 0
        for sentence in unit:
            for i, attribution, role in sentence["links"]:
                if attribution in number:
                    links[order[number[attribution]]][role, base + i] = 1
            base += len(sentence["ids"])
    return np.array(anchors, int).reshape(-1, 2), np.stack(links) if links else np.zeros((0, len(ROLES), longest), np.float32)


class Stream:
    """Endless batches of one pool; a new shuffle and new cuts every time round."""

    def __init__(self, documents, cap, tokens, seed):
        self.documents, self.cap, self.tokens, self.seed, self.round = documents, cap, tokens, seed, 0
        self.waiting = []

    def next(self):
        if not self.waiting:
            self._shuffle()
        return collate(self.waiting.pop())

    def go_to(self, rounds, left):
        """Back to where a checkpoint was."""
        self.round = rounds - 1
        self._shuffle()
        del self.waiting[left:]

    def _shuffle(self):
        rng = random.Random(self.seed * 1000 + self.round)
        self.waiting = batches(units(self.documents, self.cap, rng), self.tokens, rng)
        self.round += 1
