"""Learns the weights of chains: a log-linear ranking of antecedents, by gradient descent on the likelihood of any right one.

    cargo run --release -p sayso-eval -- CORPORA --examples chains.bin
    python train/chains.py chains.bin data/words/chains.tsv
"""

import argparse
import struct

import numpy as np
import torch


def load(path):
    """Templates and documents; a document is a list of (labels, features of each option)."""
    data = open(path, "rb").read()
    cut = data.index(b"\n\n")
    templates = [(name, int(size)) for name, size in (line.split("\t") for line in data[:cut].decode().split("\n"))]
    documents, at = [], cut + 2
    while at < len(data):
        (count,) = struct.unpack_from("<H", data, at)
        at += 2
        if count == 0:
            documents.append([])
            continue
        options = []
        for _ in range(count):
            right, size = struct.unpack_from("<BH", data, at)
            options.append((right, np.frombuffer(data, "<u4", size, at + 3)))
            at += 3 + 4 * size
        documents[-1].append(options)
    return templates, documents


# What is added to the score of a wrong option while learning: standing alone, a wrong antecedent, an antecedent where there is none
# (Durrett & Klein 2013). Mentions that stand alone are left out of the result, so missing a link costs most.
COSTS = (3.0, 1.0, 0.0)


def tensors(documents, costs):
    """Every option as a bag of features, with the number of its choice and its cost."""
    choice, right, cost, flat, offsets = [], [], [], [], []
    number = total = 0
    for document in documents:
        for options in document:
            alone = options[0][0]
            for at, (label, features) in enumerate(options):
                cost.append(0.0 if label else costs[0] if at == 0 else costs[2] if alone else costs[1])
                choice.append(number)
                right.append(label)
                offsets.append(total)
                flat.append(features)
                total += len(features)
            number += 1
    flat = torch.from_numpy(np.concatenate(flat).astype(np.int64))
    return torch.tensor(choice), torch.tensor(right, dtype=torch.bool), torch.tensor(cost), flat, torch.tensor(offsets), number


def logsumexp(scores, choice, count):
    high = torch.full((count,), -1e9).scatter_reduce(0, choice, scores, "amax").detach()
    return high + torch.zeros(count).index_add(0, choice, torch.exp(scores - high[choice])).log()


def loss(weights, batch):
    choice, right, cost, flat, offsets, count = batch
    scores = cost + torch.nn.functional.embedding_bag(flat, weights[:, None], offsets, mode="sum")[:, 0]
    return (logsumexp(scores, choice, count) - logsumexp(scores[right], choice[right], count)).mean()


def learn(templates, documents, steps, decay, costs, held=None):
    size = sum(size for _, size in templates)
    weights = torch.zeros(size, requires_grad=True)
    optimiser = torch.optim.Adam([weights], lr=0.05)
    batches = [tensors(documents[at:at + 8], costs) for at in range(0, len(documents), 8)]
    held = held and tensors(held, costs)
    for step in range(steps):
        for group in optimiser.param_groups:
            group["lr"] = 0.05 * (1 - step / steps) + 0.001
        total = 0.0
        for batch in batches:
            optimiser.zero_grad()
            value = loss(weights, batch) + decay * weights.square().sum()
            value.backward()
            optimiser.step()
            total += value.item()
        if held:
            with torch.no_grad():
                print(step, total / len(batches), loss(weights, held).item(), flush=True)
    return weights.detach()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("examples")
    parser.add_argument("weights")
    parser.add_argument("--steps", type=int, default=8)
    parser.add_argument("--decay", type=float, default=2e-5)
    parser.add_argument("--costs", type=float, nargs=3, default=COSTS)
    parser.add_argument("--held", action="store_true", help="hold every fifth document out and print its loss")
    args = parser.parse_args()
    torch.manual_seed(0)
    torch.set_num_threads(1)
    templates, documents = load(args.examples)
    documents = [document for document in documents if document]
    held = documents[::5] if args.held else None
    if args.held:
        documents = [document for at, document in enumerate(documents) if at % 5]
    weights = learn(templates, documents, args.steps, args.decay, args.costs, held)
    seen = np.zeros(len(weights), bool)
    for document in documents:
        for options in document:
            for _, features in options:
                seen[features] = True
    rows, at = [], 0
    for name, size in templates:
        for value in range(size):
            if seen[at + value] and abs(weights[at + value]) >= 0.005:
                rows.append(f"{name}\t{value}\t{weights[at + value]:.2f}\n")
        at += size
    open(args.weights, "w").writelines(rows)


if __name__ == "__main__":
    main()
