#!/usr/bin/env python3
"""Writes the model card from the weights file and the training log.

    python card.py WEIGHTS LOG DATE > CARD.md
"""
import hashlib
import json
import os
import sys

TABLES = [
    ("Treebanks, gold tokens (accuracy; LAS over base relations)", ["EWT dev", "GUM dev"], [
        ("UPOS", "upos"), ("lemma", "lemma"), ("UAS, gold sentences", "uas"), ("LAS, gold sentences", "las"), ("LAS, predicted sentences", "las_own"),
        ("sentences (F1)", "sentences"), ("Tense", "Tense"), ("Mood", "Mood"), ("VerbForm", "VerbForm"), ("Voice", "Voice"), ("Number", "Number"), ("Polarity", "Polarity")]),
]
SINGLE = [("names PER/LOC/ORG, UNER on EWT dev, span F1 (decoded as in `train/README.md`)", "names"), ("names person/organisation/place/other, GUM dev, span F1", "gum_names"),
          ("mention heads, GUM dev, F1", "mention"), ("mention heads with the entity type, GUM dev, F1", "mention_typed"),
          ("mention heads in a chain, OntoGUM dev, F1", "coref"),
          ("source, PolNeAR dev, token F1", "source"), ("cue, PolNeAR dev, token F1", "cue"), ("content, PolNeAR dev, token F1", "content"),
          ("contents of linked attributions, PolNeAR dev, F1 (half the words shared)", "contents"), ("the same with the right source", "attributions"),
          ("standing, UDS-IH2 dev, Pearson r", "standing")]
HEAD = """# sayso-core: the reader's weights

One encoder (two layers of a bidirectional LSTM, 2 × 128) over hashed features of words, and linear or biaffine heads: sentence
boundaries, parts of speech, morphology, lemmas, dependency trees, names, mention heads, attributions, standing of predicates.
English; trained from nothing, no third-party weights. How a text is read with it: `train/README.md`.

- date: {date}
- file: `{file}`, {size} bytes, sha256 `{sha}`
- command: `{command}`
- training: {steps} steps, {minutes} minutes on 2 CPU cores shared with other work ({tokens} tokens/s), seed 1

## Data and licences

| corpus | what it teaches | licence |
|---|---|---|
| UD English EWT, train | tags, morphology, lemmas, trees, sentence boundaries, which words are names | CC BY-SA 4.0 |
| UD English GUM, train, genres without a non-commercial licence | the same, names, mention heads and their types | CC BY 4.0 / CC BY-SA / public domain, by document |
| OntoGUM, train, the same genres | which mentions are in a chain | as GUM |
| PolNeAR 1.0, train | source, cue, content, and which belong together | no licence file; annotations used for training, its news text is not redistributed |
| CoreNLP output shipped with PolNeAR train (machine-made) | names; tags, trees and sentence ends as a training-only aid | as PolNeAR |
| UDS-IH2, train (on EWT) | standing | CC BY-SA 4.0 |

Nothing was trained on the development sets; they were used for scoring, and with that for choosing the encoder and the way names are decoded. The weights hold no text; the vocabulary is stored as 32-bit hashes. The lemma exceptions
are single words with their lemmas.

## Scores on the development sets

Measured by the trainer, with the f16 weights of the file, on the corpora's own tokens (PolNeAR: the trainer's plain tokens, paragraphs as units); what the product scores from raw text is lower by
what its tokeniser misses.
"""
LIMITS = """
## Limits

- Political news of the United States (2015–2016) and web text; other domains and varieties of English are less well read.
- `group` and most of `other` rest on machine-made labels alone.
- Standing says whether an event *has happened* according to readers of single sentences, not whether the writer is committed to it.
"""


def main():
    path, log, date = sys.argv[1:4]
    entries = [json.loads(line) for line in open(log)]
    final = [e for e in entries if "ewt_upos" in e][-1]
    raw = open(path, "rb").read()
    print(HEAD.format(date=date, file=os.path.basename(path), size=len(raw), sha=hashlib.sha256(raw).hexdigest(),
                      command="python train.py --corpora DIR --out sayso-core.bin", steps=final["step"], minutes=final["minutes"], tokens=final["tokens_per_s"]))
    for title, columns, rows in TABLES:
        print(f"| {title} | {' | '.join(columns)} |\n|---|{'---|' * len(columns)}")
        for name, key in rows:
            print(f"| {name} | {final['ewt_' + key]:.1f} | {final['gum_' + key]:.1f} |")
    print("\n| other heads | |\n|---|---|")
    for name, key in SINGLE:
        print(f"| {name} | {final[key]:.3f} |" if key == "standing" else f"| {name} | {final[key]:.1f} |")
    print(LIMITS, end="")


if __name__ == "__main__":
    main()
