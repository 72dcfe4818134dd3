"""Learns which verbs commit the writer to what they govern, from the judgements of MegaVeridicality (White and Rawlins 2018).

    python train/veridicality.py CORPORA/standing/megaveridicality2.jsonl.gz data/words/veridicality.tsv

Every item is a verb in a frame with a judgement from -3 (it did not happen) to 3 (it did). A row of the result says, for a verb and a
frame (`c` an infinitive, `t` a clause with *that*), what holds where the verb does and where it is negated: `a` it is so, `n` it is not,
`h` it may be. Means beyond CERTAIN decide. Verbs that say `h` both times are what is taken for granted anyway and are left out; so are
verbs that commit to an infinitive only where they hold, or only where they do not ("affirmed to do it"): people guess there.
"""

import collections
import gzip
import json
import re
import sys

CERTAIN = 1.2
FRAMES = [
    ("c", re.compile(r"^(?:A particular person|Someone|John) (did n't |was n't |was )?(\S+)(?: a particular person)? to (?:do|have) ")),
    ("c", re.compile(r"^(?:A particular person|Someone|John) (did n't |was n't |was )?(\S+) for a particular thing to happen")),
    ("t", re.compile(r"^(?:A particular person|Someone|John) (did n't |was n't |was )?(\S+) that ")),
]


def lemmas(folder):
    """Past forms to lemmas, from the project's lists of verbs."""
    found = {}
    for lemma in open(folder + "/verbs.txt").read().split():
        stem = lemma[:-1] if lemma.endswith(("e", "y")) else lemma
        for past in (stem + ("ied" if lemma.endswith("y") else "ed"), lemma + "ed", lemma + lemma[-1] + "ed"):
            found.setdefault(past, lemma)
    for row in open(folder + "/irregular.tsv"):
        form, pos, lemma = row.rstrip("\n").split("\t")[:3]
        if pos == "VERB":
            found[form] = lemma
    return found


def main(corpus, target):
    past = lemmas(target.rsplit("/", 1)[0])
    judged = collections.defaultdict(list)
    for line in gzip.open(corpus, "rt"):
        item = json.loads(line)
        for frame, pattern in FRAMES:
            match = pattern.match(item["text"])
            if match:
                helper, verb = match[1] or "", match[2]
                lemma = verb if helper == "did n't " else past.get(verb)
                if lemma:
                    judged[lemma, frame, "n't" in helper].append(item["predicates"][0]["factuality"])
                break
    mean = {key: sum(values) / len(values) for key, values in judged.items()}
    letter = lambda value: "h" if value is None else "a" if value >= CERTAIN else "n" if value <= -CERTAIN else "h"
    rows = []
    for lemma, frame in sorted({key[:2] for key in mean}):
        plain, negated = letter(mean.get((lemma, frame, False))), letter(mean.get((lemma, frame, True)))
        guessed = frame == "c" and (plain, negated) in (("a", "h"), ("h", "n"))
        if (lemma, frame, False) in mean and (plain, negated) != ("h", "h") and not guessed:
            rows.append(f"{lemma}\t{frame}\t{plain}\t{negated}\n")
    open(target, "w").writelines(rows)
    print(len(rows), "rows from", sum(map(len, judged.values())), "judgements")


if __name__ == "__main__":
    main(*sys.argv[1:])
