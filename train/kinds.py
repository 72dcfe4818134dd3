"""Learns the weights of the types of events: ridge regression of each type on the features of a dyad, in closed form.

    cargo run --release -p sayso-eval -- CORPORA --dyads dyads.tsv
    python train/kinds.py dyads.tsv data/words/kinds.tsv --dev
"""

import argparse

import numpy as np

# How much a template counts, found by cross-validation; 0.8 where none is named.
SCALES = {"between": 1.4, "predicate": 0.4, "predicate-type": 0.4, "source-type": 0.4, "target": 0.4}
RIDGE = 0.12


def load(path, drop):
    """Rows of (number, type, {template: features})."""
    rows = []
    for line in open(path, encoding="utf-8"):
        number, label, _, *items = line.rstrip("\n").split("\t")
        found = {}
        for item in items:
            template, feature = item.split(":", 1)
            if template not in drop:
                found.setdefault(template, []).append(feature)
        rows.append((int(number), label, found))
    return rows


def matrix(rows, columns):
    """A row a dyad, a column a feature: a template's features share it by the root of their number."""
    values = np.zeros((len(rows), len(columns)))
    for at, (_, _, found) in enumerate(rows):
        for template, features in found.items():
            for feature in features:
                if (template, feature) in columns:
                    values[at, columns[template, feature]] = SCALES.get(template, 0.8) / len(features) ** 0.5
    return values


def learn(rows, keep):
    """Types, columns, and the largest weights; the others are nothing."""
    labels = sorted({label for _, label, _ in rows})
    pairs = {(template, feature) for _, _, found in rows for template in found for feature in found[template]}
    columns = {pair: at for at, pair in enumerate(sorted(pairs))}
    values = matrix(rows, columns)
    targets = np.array([[1.0 if label == other else -1.0 for other in labels] for _, label, _ in rows])
    kernel = values @ values.T
    scale = kernel.trace() / len(rows)
    weights = values.T @ np.linalg.solve(kernel / scale + RIDGE * np.eye(len(rows)), targets) / scale
    least = np.sort(np.abs(weights), axis=None)[-min(keep, weights.size)]
    return labels, columns, np.where(np.abs(weights) >= least, weights, 0.0)


def accuracy(rows, labels, columns, weights):
    best = (matrix(rows, columns) @ weights).argmax(axis=1)
    return sum(labels[at] == label for at, (_, label, _) in zip(best, rows)) / len(rows)


def cross(rows, keep, repeats=3):
    """Accuracy over five parts of the rows, drawn anew a few times."""
    total = []
    for seed in range(repeats):
        order = np.random.default_rng(seed).permutation(len(rows))
        for part in range(5):
            learnt = learn([rows[at] for at in np.delete(order, slice(part, None, 5))], keep)
            held = [rows[at] for at in order[part::5]]
            total.append(accuracy(held, *learnt) * len(held))
    return sum(total) / len(rows) / repeats


def table(labels, columns, weights):
    """The scale of a template goes into its weights."""
    for (template, feature), at in columns.items():
        scaled = weights[at] * SCALES.get(template, 0.8)
        cells = [f"{label}:{weight:.3f}" for label, weight in zip(labels, scaled) if abs(weight) >= 0.0005]
        if cells:
            yield "\t".join([template, feature, *cells]) + "\n"


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("dyads")
    parser.add_argument("weights", nargs="?")
    parser.add_argument("--keep", type=int, default=10000, help="how many weights")
    parser.add_argument("--dev", action="store_true", help="leave every fifth row out and print the accuracy on those")
    parser.add_argument("--cross", action="store_true", help="print the accuracy in cross-validation on the rows learnt from")
    parser.add_argument("--without", default="", help="templates to leave out")
    args = parser.parse_args()
    rows = load(args.dyads, args.without.split())
    held = [row for row in rows if args.dev and row[0] % 5 == 4]
    rows = [row for row in rows if not (args.dev and row[0] % 5 == 4)]
    if args.cross:
        print(f"cross-validation {cross(rows, args.keep):.4f}", flush=True)
    if args.weights:
        learnt = learn(rows, args.keep)
        if held:
            print(f"held out {accuracy(held, *learnt):.4f} of {len(held)}")
        lines = list(table(*learnt))
        print(sum(line.count("\t") - 1 for line in lines), "weights in", len(lines), "rows")
        open(args.weights, "w", encoding="utf-8").writelines(lines)


if __name__ == "__main__":
    main()
