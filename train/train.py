#!/usr/bin/env python3
"""Trains the reader on the treebanks and the news corpus together and writes one weights file.

    python train.py --corpora DIR --out sayso-core.bin

Every step reads one batch of treebank paragraphs and one of news paragraphs. The learning rate
follows the share of the steps done, never the clock, so that a run repeats itself to the bit. A
running average of the weights is what is scored and shipped.
"""
import argparse
import copy
import json
import os
import time
from concurrent.futures import ThreadPoolExecutor

import torch
from torch.nn import functional as F

import corpora
from batches import Labels, Stream, encode
from corpora import IGNORE, MORPHOLOGY
from features import Vocabulary
from model import CHANCE, Reader
from score import score_all

# How much each task's mean loss counts; set by hand, not tuned. Roles count four times because a mean over three sparse labels is small.
WEIGHTS = {"upos": 1, "morph": 1, "lemma": 0.5, "xpos": 0.5, "heads": 1, "rels": 1, "sentence": 0.5, "names": 2, "is_name": 0.5,
           "mention": 0.5, "coref": 0.3, "roles": 4, "links": 2, "standing": 0.3, "silver_heads": 0.5, "silver_rels": 0.5}


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpora", required=True, help="folder with language/, attribution/ and standing/")
    parser.add_argument("--out", required=True, help="the weights file to write; checkpoint and log go beside it")
    parser.add_argument("--steps", type=int, default=12000)
    parser.add_argument("--encoder", default="lstm-128-2")
    parser.add_argument("--rate", type=float, default=3e-3)
    parser.add_argument("--dropout", type=float, default=0.33)
    parser.add_argument("--tokens", type=int, default=2500, help="tokens in a batch of each pool")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--evaluate", type=float, default=15.0, help="minutes between scores on the development sets")
    parser.add_argument("--resume", action="store_true", help="go on from the checkpoint beside --out")
    return parser.parse_args()


def prepare(folder):
    """Corpora as encoded documents, with the vocabulary and the label lists they define."""
    data = corpora.load(folder)
    flat = {k: [s for d in data[k] for p in d for s in p] for k in ("tree", "news")}
    vocabulary = Vocabulary.count(f for sentences in flat.values() for s in sentences for f in s.forms)
    labels = Labels.count(flat["tree"], flat["news"])

    def coded(sentence, domain):
        return encode(sentence, vocabulary, labels, domain) | {"lemmas": sentence.lemma, "starts": sentence.starts}
    names = ("tree", "news", "ewt-dev", "gum-dev", "news-dev")
    encoded = {k: [[[coded(s, "news" if "news" in k else "tree") for s in p] for p in d] for d in data[k]] for k in names}
    return encoded, vocabulary, labels


def _mean(loss, mask):
    return (loss * mask).sum() / mask.sum().clamp(min=1)


def _classes(logits, target):
    return F.cross_entropy(logits.flatten(0, 1), target.flatten(), ignore_index=IGNORE) if (target != IGNORE).any() else 0.0


def _binary(logits, target):
    mask = (target != IGNORE).float()
    return _mean(F.binary_cross_entropy_with_logits(logits, target.clamp(min=0).float(), reduction="none"), mask)


def _tree(tree, h, heads, rels, number):
    known = heads != IGNORE
    arcs = _classes(tree.scores(h, number), heads)
    return arcs, _classes(tree.relations(h, heads.clamp(min=0)), torch.where(known, rels, IGNORE))


def losses(model, batch):
    """The losses of the tasks that the batch has labels for."""
    h = model(batch)
    heads = model.heads
    found = {"sentence": _binary(heads["sentence"](h)[..., 0], batch["sentence"]), "xpos": _classes(model.teaching["xpos"](h), batch["xpos"])}
    names = heads["names"](h)
    found["names"] = _classes(names, batch["names"])
    if (batch["upos"] != IGNORE).any():
        found |= {"upos": _classes(heads["upos"](h), batch["upos"]), "lemma": _classes(heads["lemma"](h), batch["lemma"]),
                  "mention": _classes(heads["mention"](h), batch["mention"]), "coref": _binary(heads["coref"](h)[..., 0], batch["coref"])}
        parts = heads["morph"](h).split([len(v) for v in MORPHOLOGY.values()], -1)
        found["morph"] = sum(_classes(part, batch["morph"][..., i]) for i, part in enumerate(parts))
        found["heads"], found["rels"] = _tree(model.tree, h, batch["heads"], batch["rels"], batch["number"])
        found["is_name"] = _some_name(names, batch["is_name"])
        scored = ~torch.isnan(batch["standing"])
        if scored.any():
            found["standing"] = F.smooth_l1_loss(model.standing(h[scored])[..., 0], batch["standing"][scored])
    else:
        found["roles"] = _binary(heads["roles"](h), batch["roles"])
        if len(batch["anchors"]):
            found["links"] = _linked(model.links(h, batch["anchors"]), batch["links"], batch["lengths"][batch["anchors"][:, 0]])
        found["silver_heads"], found["silver_rels"] = _tree(
            model.teaching["tree"], h, batch["silver_heads"], batch["silver_rels"], batch["number"])
    return found


def _some_name(logits, target):
    """Where only the part of speech is known: a proper noun is in some name, most other words are in none."""
    outside = F.log_softmax(logits, -1)[..., 0]
    inside = torch.log1p(-outside.exp().clamp(max=1 - 1e-6))
    return _mean(-torch.where(target == 1, inside, outside), (target != IGNORE).float())


def _linked(scores, links, lengths):
    within = (torch.arange(scores.shape[2])[None] < lengths[:, None])[:, None].expand_as(scores).float()
    return _mean(F.binary_cross_entropy_with_logits(scores, links, reduction="none"), within)


class Average:
    """Exponential average of the weights, with a short memory at first."""

    def __init__(self, model, decay=0.999):
        self.model, self.decay, self.count = copy.deepcopy(model), decay, 0

    @torch.no_grad()
    def update(self, model):
        self.count += 1
        decay = min(self.decay, (1 + self.count) / (10 + self.count))
        own, theirs = list(self.model.parameters()), list(model.parameters())
        torch._foreach_lerp_(own, theirs, 1 - decay)


def rate(progress):
    """Short warming up, then down to nothing in a straight line."""
    return min(1.0, progress / 0.01) * (1 - progress)


class Trainer:
    def __init__(self, options):
        self.options = options
        torch.manual_seed(options.seed)
        torch.set_num_threads(1)      # the cores are shared out by stream, not inside an operation
        self.data, self.vocabulary, self.labels = prepare(options.corpora)
        self.model = Reader(options.encoder, self.vocabulary.sizes(), self.labels.outputs(), len(self.labels.relations),
                            len(self.labels.silver_relations), len(self.labels.tags), options.dropout)
        self.average = Average(self.model)
        self.optimiser = torch.optim.Adam(self.model.parameters(), lr=options.rate, betas=(0.9, 0.98), fused=True)
        self.streams = [Stream(self.data[k], cap, options.tokens, options.seed + i) for i, (k, cap) in enumerate((("tree", 150), ("news", 200)))]
        self.parameters = list(self.model.parameters())
        self.workers = ThreadPoolExecutor(len(self.streams))
        self.step, self.spent, self.tokens = 0, 0.0, 0
        self.sums = {}

    def progress(self):
        return self.step / self.options.steps

    def one_step(self):
        for group in self.optimiser.param_groups:
            group["lr"] = self.options.rate * rate(self.progress())
        for parameter in self.parameters:
            parameter.grad = None
        for count, found, gradients in self.workers.map(self.gradients, range(len(self.streams))):
            self.tokens += count
            for k, v in found.items():
                self.sums[k] = 0.98 * self.sums.get(k, v) + 0.02 * v
            for parameter, gradient in zip(self.parameters, gradients):
                if gradient is not None:
                    parameter.grad = gradient if parameter.grad is None else parameter.grad + gradient
        torch.nn.utils.clip_grad_norm_(self.model.parameters(), 5.0)
        self.optimiser.step()
        self.average.update(self.model)
        self.step += 1

    def gradients(self, which):
        """Tokens, losses and gradients of the next batch of a stream; runs beside the other stream's, on one core each."""
        stream = self.streams[which]
        CHANCE.generator = torch.Generator().manual_seed((self.options.seed * 1_000_003 + self.step) * 2 + which)
        batch = stream.next()
        found = losses(self.model, batch)
        total = sum(WEIGHTS[k] * v for k, v in found.items())
        gradients = torch.autograd.grad(total, self.parameters, allow_unused=True)
        return int(batch["lengths"].sum()), {k: float(torch.as_tensor(v).detach()) for k, v in found.items()}, gradients

    def run(self):
        reported = scored = self.spent
        while self.progress() < 1:
            began = time.time()
            self.one_step()
            self.spent += time.time() - began
            if self.spent - reported > 60:
                reported = self.spent
                self.log({"losses": {k: round(v, 3) for k, v in self.sums.items()}})
                self.save()
            if self.spent - scored > 60 * self.options.evaluate:
                scored = self.spent
                self.log(self.score())
        self.save()
        final = self.score()
        self.log(final)
        return final

    def score(self):
        scores = score_all(self.average.model, self.data, self.labels, self.options.corpora)
        return {k: round(float(v), 4 if k == "standing" else 2) for k, v in scores.items()}

    def log(self, entry):
        entry = {"step": self.step, "minutes": round(self.spent / 60, 2), "tokens_per_s": int(self.tokens / max(1, self.spent))} | entry
        line = json.dumps(entry)
        print(line, flush=True)
        with open(self.options.out + ".log", "a") as log:
            log.write(line + "\n")

    def save(self):
        state = {"model": self.model.state_dict(), "average": self.average.model.state_dict(), "count": self.average.count,
                 "optimiser": self.optimiser.state_dict(), "step": self.step, "spent": self.spent, "tokens": self.tokens,
                 "rounds": [s.round for s in self.streams], "left": [len(s.waiting) for s in self.streams]}
        torch.save(state, self.options.out + ".part")
        os.replace(self.options.out + ".part", self.options.out + ".checkpoint")

    def resume(self):
        state = torch.load(self.options.out + ".checkpoint", weights_only=True)
        self.model.load_state_dict(state["model"])
        self.average.model.load_state_dict(state["average"])
        self.average.count = state["count"]
        self.optimiser.load_state_dict(state["optimiser"])
        self.step, self.spent, self.tokens = state["step"], state["spent"], state["tokens"]
        for stream, rounds, left in zip(self.streams, state["rounds"], state["left"]):
            stream.go_to(rounds, left)


def main():
    options = arguments()
    trainer = Trainer(options)
    if options.resume:
        trainer.resume()
    final = trainer.run()
    if options.encoder.startswith("lstm"):
        from export import write
        write(options.out, trainer.average.model, trainer.vocabulary, trainer.labels)
    return final


if __name__ == "__main__":
    main()
