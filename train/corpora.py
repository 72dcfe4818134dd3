"""From the corpora's own formats to sentences of aligned labels.

A `Sentence` is a list of forms and, per task, one label a token; `None` in a task means that the
corpus says nothing about it, and IGNORE in a label means the same of one token. Sentences come in
paragraphs (lists), because the reader reads a paragraph at a time.
"""
import bisect
import collections
import gzip
import json
import re
from dataclasses import dataclass, field

from tokens import tokenise

IGNORE = -100
UPOS = "ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X".split()
MORPHOLOGY = {
    "Tense": ["", "Past", "Pres"],
    "Mood": ["", "Imp", "Ind", "Sub"],
    "VerbForm": ["", "Fin", "Ger", "Inf", "Part"],
    "Voice": ["", "Pass"],
    "Number": ["", "Plur", "Ptan", "Sing"],
    "Polarity": ["", "Neg", "Pos"],
}
NAMES = ["O"] + [f"{p}-{t}" for t in ("person", "organisation", "place", "group", "other") for p in "BI"]
MENTIONS = ["", "person", "organisation", "place", "animal", "plant", "object", "substance", "event", "time", "abstract"]
ROLES = ("source", "cue", "content")
ANCHOR = "anchor"                # the word of a cue that stands for it
_TITLES = {"mr", "mr.", "mrs", "mrs.", "ms", "ms.", "dr", "dr.", "president", "senator", "sen.", "rep.", "governor", "gov.", "judge",
           "professor", "prof.", "general", "gen.", "secretary", "king", "queen", "prince", "princess", "pope", "sir", "lord", "captain",
           "colonel", "justice", "minister", "mayor", "congressman", "chancellor", "rev.", "st."}
_JOINERS = {"of", "for", "the", "&", "-", "'s", "’s", "and", "in", "on"}


@dataclass
class Sentence:
    forms: list
    space: list                      # 1 if white space stands before the token
    upos: list = None
    xpos: list = None
    morph: list = None               # one list a feature of MORPHOLOGY, by name
    lemma: list = None
    heads: list = None               # 0 for the root, else 1-based
    rels: list = None
    silver_heads: list = None        # the same in the older scheme of the silver layer; IGNORE where unknown
    silver_rels: list = None
    names: list = None               # labels of NAMES
    is_name: list = None             # 1/0/IGNORE: a name of some kind (weaker than `names`)
    mentions: list = None            # entity type if the token heads a mention, else ""
    coref: list = None               # 1 if the mention it heads is in a chain
    roles: list = None               # one (source, cue, content, anchor) a token; anchors IGNOREd without the silver layer
    links: list = None               # (token, attribution, role of ROLES) of every token in an attribution
    anchors: list = None             # (token, attribution)
    standing: dict = field(default_factory=dict)   # token -> factuality, -3 to 3
    starts: list = None              # offsets into the document, for scoring


def open_text(path):
    return gzip.open(path, "rt", encoding="utf8") if str(path).endswith(".gz") else open(path, encoding="utf8")


def read_conllu(path):
    """Documents of paragraphs of sentences; each sentence carries its rows as `raw` for other layers."""
    documents, rows, ranges, fresh = [], [], {}, True
    for line in open_text(path):
        line = line.rstrip("\n")
        if line.startswith("# newdoc"):
            documents.append([])
            fresh = True
        elif line.startswith("# newpar"):
            fresh = True
        elif line and line[0] != "#":
            columns = line.split("\t")
            if columns[0].isdigit():
                rows.append(columns)
            elif "-" in columns[0]:
                first, last = map(int, columns[0].split("-"))
                ranges[first] = (last, "SpaceAfter=No" in columns[9])
        elif not line and rows:
            if not documents:
                documents.append([])
            if fresh:
                documents[-1].append([])
                fresh = False
            documents[-1][-1].append(_sentence(rows, ranges))
            rows, ranges = [], {}
    return documents


def _sentence(rows, ranges):
    forms = [r[1] for r in rows]
    features = [dict(f.split("=", 1) for f in r[5].split("|") if "=" in f) for r in rows]
    sentence = Sentence(
        forms, _spaces(rows, ranges), upos=[r[3] for r in rows], xpos=[r[4] for r in rows], lemma=[r[2] for r in rows],
        morph={name: [f.get(name, "") for f in features] for name in MORPHOLOGY},
        heads=[int(r[6]) for r in rows], rels=[r[7] for r in rows])
    sentence.misc = [r[9] for r in rows]
    sentence.is_name = [_is_name(r) for r in rows]
    return sentence


def _spaces(rows, ranges):
    spaces, inside, after = [], 0, True
    for index, row in enumerate(rows, 1):
        spaces.append(int(after and index > inside))
        if index in ranges:
            inside, glued = ranges[index]
        if index < inside:
            after = True
        elif index == inside:
            after = not glued
        else:
            after = "SpaceAfter=No" not in row[9]
    return spaces


_DATES = set("monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october "
             "november december jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri sat sun".split())


def _is_name(row):
    """Proper nouns are (parts of) names, except dates; adjectives and numbers may be; the rest is not."""
    if row[3] == "PROPN":
        return IGNORE if row[1].lower().rstrip(".") in _DATES else 1
    if row[1][:1].isupper() or row[3] in ("NUM", "ADP", "PUNCT", "DET", "SYM", "X"):
        return IGNORE
    return 0


_ENTITY = re.compile(r"\((\d+(?:\[\d+/\d+\])?)-([a-z]+)[^()]*(\))?|(\d+(?:\[\d+/\d+\])?)\)")
_TYPES = {"organization": "organisation"}


def add_entities(documents):
    """GUM's entities: names (mentions headed by a proper noun) and mention heads with their type."""
    for document in documents:
        for sentence in (s for paragraph in document for s in paragraph):
            sentence.names = ["O"] * len(sentence.forms)
            sentence.mentions = [""] * len(sentence.forms)
            for first, last, kind in sorted(_spans(sentence), key=lambda s: s[0] - s[1]):
                kind = _TYPES.get(kind, kind)
                head = _head(sentence, first, last)
                sentence.mentions[head] = kind if kind in MENTIONS else "abstract"
                _add_name(sentence, first, last, head, kind)
            # "American" is a group in the silver layer and nothing here: say nothing
            sentence.names = [None if n == "O" and f[:1].isupper() and u == "ADJ" else n
                              for n, f, u in zip(sentence.names, sentence.forms, sentence.upos)]


def _spans(sentence):
    spans, stack = [], {}
    for index, misc in enumerate(sentence.misc):
        entity = next((m[7:] for m in misc.split("|") if m.startswith("Entity=")), "")
        for opened, kind, single, closed in _ENTITY.findall(entity):
            if single:
                spans.append((index, index, kind))
            elif opened:
                stack.setdefault(opened, []).append((index, kind))
            elif stack.get(closed):
                first, kind = stack[closed].pop()
                spans.append((first, index, kind))
    return spans


def _head(sentence, first, last):
    for index in range(first, last + 1):
        if not first + 1 <= sentence.heads[index] <= last + 1 and sentence.upos[index] != "PUNCT":
            return index
    return first


def _add_name(sentence, first, last, head, kind):
    """The run of proper nouns around the head, without titles; `of` and the like only inside institutions' names."""
    proper = [x in ("NNP", "NNPS") for x in sentence.xpos]
    if not proper[head] or kind == "time":
        return
    start = end = head
    joiners = {"-"} if kind == "person" else _JOINERS
    while start > first and proper[start - 1]:
        start -= 1
    while end < last:
        ahead = end + 1
        while ahead < last and not proper[ahead] and sentence.forms[ahead].lower() in joiners:
            ahead += 1
        if not proper[ahead]:
            break
        end = ahead
    while kind == "person" and start < end and sentence.forms[start].lower() in _TITLES:
        start += 1
    label = kind if kind in ("person", "organisation", "place") else "other"
    if all(n == "O" for n in sentence.names[start:end + 1]):
        sentence.names[start:end + 1] = [f"B-{label}"] + [f"I-{label}"] * (end - start)


def add_chains(documents, path):
    """OntoGUM: which mentions are in a coreference chain; joined with GUM by its tokens."""
    chains, words, name = [], [], None
    blocks = []
    for line in open_text(path):
        if line.startswith("# begin document"):
            words = []
            blocks.append(words)
        elif line.strip() and line[0].isdigit():
            words.append(line.rstrip("\n").split("\t"))
    found = {"\t".join(w[1] for w in block): block for block in blocks}
    for document in documents:
        sentences = [s for paragraph in document for s in paragraph]
        block = found.get("\t".join(f for s in sentences for f in s.forms))
        if block is None:
            continue
        _mark_chains(sentences, [w[2] for w in block])


def _mark_chains(sentences, column):
    base = 0
    for sentence in sentences:
        sentence.coref, stack = [0] * len(sentence.forms), {}
        for index in range(len(sentence.forms)):
            for opened, single, closed in re.findall(r"\((\d+)(\))?|(\d+)\)", column[base + index]):
                if opened and not single:
                    stack.setdefault(opened, []).append(index)
                    continue
                first = index if single else (stack.get(closed) or [index]).pop()
                sentence.coref[_head(sentence, first, index)] = 1
        base += len(sentence.forms)


def add_standing(documents, path, split):
    """UDS-IH2 on the sentences of EWT, joined by their characters; returns how many predicates found their token."""
    by_text, found = {}, 0
    for record in map(json.loads, open_text(path)):
        if record["split"] == split:
            by_text.setdefault(record["text"].replace(" ", ""), []).append(record)
    for sentence in (s for d in documents for p in d for s in p):
        for record in by_text.get("".join(sentence.forms).replace(" ", ""), []):
            ends, position = {}, 0
            for index, form in enumerate(sentence.forms):
                ends[position] = index
                position += len(form)
            for predicate in record["predicates"]:
                index = ends.get(len(record["text"][:predicate["start"]].replace(" ", "")))
                if index is not None:
                    sentence.standing[index] = predicate["factuality"]
                    found += 1
    return found


def read_polnear(path, silver=None):
    """Documents of paragraphs of sentences with roles; with the silver layer also tags, names and a tree in an older scheme."""
    layers = {r["id"]: r for r in map(json.loads, open_text(silver))} if silver else {}
    return [_polnear_document(record, layers.get(record["id"])) for record in map(json.loads, open_text(path))]


def _polnear_document(record, layer):
    text, document = record["text"], []
    for match in re.finditer(r"[^\n\r]+", text):
        spans = [(a + match.start(), b + match.start()) for a, b in tokenise(match.group())]
        if not spans:
            continue
        paragraph = []
        for part in _cut(spans, layer):
            sentence = Sentence([text[a:b] for a, b in part], [int(a == 0 or text[a - 1].isspace()) for a, b in part])
            sentence.starts = part
            if layer:
                _add_silver(sentence, layer)
            paragraph.append(sentence)
        document.append(paragraph)
    _add_attributions([s for p in document for s in p], record["attributions"], bool(layer))
    return document


def _add_attributions(sentences, attributions, anchored):
    """Roles and links of every token; an anchor for every cue where there are trees to find it in."""
    places = [(s, i) for s in sentences for i in range(len(s.forms))]
    starts = [s.starts[i][0] for s, i in places]
    for s in sentences:
        s.links, s.anchors, s.roles = [], [], [(0, 0, 0, 0 if anchored else IGNORE) for _ in s.forms]
    for number, attribution in enumerate(attributions):
        for role, name in enumerate(ROLES):
            held = [places[k] for a, b in attribution.get(name) or [] for k in range(bisect.bisect_left(starts, a), bisect.bisect_left(starts, b))]
            for s, i in held:
                s.links.append((i, number, role))
                _mark(s, i, role)
            if name == "cue" and held and anchored:
                s, i = _anchor(held)
                s.anchors.append((i, number))
                _mark(s, i, len(ROLES))


def _mark(sentence, index, role):
    sentence.roles[index] = tuple(1 if k == role else v for k, v in enumerate(sentence.roles[index]))


def _anchor(cue):
    """The first word of the cue that hangs on a word outside it."""
    inside = {(id(s), i) for s, i in cue}
    words = [(s, i) for s, i in cue if any(c.isalnum() for c in s.forms[i])] or cue
    return next(((s, i) for s, i in words if (id(s), s.silver_heads[i] - 1) not in inside), words[0])


def _cut(spans, layer):
    """Cuts a paragraph at the silver layer's sentence ends."""
    if not layer:
        return [spans]
    if "begins" not in layer:
        layer["begins"] = {layer["tokens"][a][0] for a, b in layer["sentences"] if a < len(layer["tokens"])}
        layer["at"] = {t[0]: i for i, t in enumerate(layer["tokens"])}
        layer["sentence"] = {i: a for a, b in layer["sentences"] for i in range(a, b)}
    parts = [[]]
    for span in spans:
        if span[0] in layer["begins"] and parts[-1]:
            parts.append([])
        parts[-1].append(span)
    return parts


_SILVER_NAMES = {"PERSON": "person", "ORGANIZATION": "organisation", "LOCATION": "place"}


def _add_silver(sentence, layer):
    """Labels of the silver token that begins at the same place; tree and tag only if it also ends there."""
    count = len(sentence.forms)
    sentence.xpos, sentence.names = [None] * count, [None] * count
    sentence.silver_heads, sentence.silver_rels = [IGNORE] * count, [None] * count
    tokens, own, kinds = layer["tokens"], {}, []
    for index, (a, b) in enumerate(sentence.starts):
        silver = layer["at"].get(a)
        if silver is not None and tokens[silver][1] == b:
            own[silver] = index
            sentence.xpos[index] = tokens[silver][2]
    kind = None
    for index, (a, b) in enumerate(sentence.starts):
        silver = layer["at"].get(a)
        kind = _silver_name(tokens[silver]) if silver is not None else kind
        kinds.append(kind or "O")
    for index in reversed(range(count - 1)):   # one kind a run: "New Yorkers" is a group
        if {kinds[index], kinds[index + 1]} == {"group", "other"}:
            kinds[index] = kinds[index + 1]
    for index, kind in enumerate(kinds):
        same = index and kinds[index - 1] == kind
        sentence.names[index] = kind if kind in ("O", None) else f"{'I' if same else 'B'}-{kind}"
    for silver, index in own.items():
        head, rel = tokens[silver][5], tokens[silver][6]
        if rel == "root":
            sentence.silver_heads[index] = 0
        elif head in own:
            sentence.silver_heads[index] = own[head] + 1
        sentence.silver_rels[index] = rel


def _silver_name(token):
    """The silver MISC joins peoples and parties (adjectives, plurals) with works, events and products."""
    if token[3] == "MISC":
        return "group" if token[2] in ("JJ", "NNS", "NNPS") else "other"
    return _SILVER_NAMES.get(token[3], "O")


def read_iob2(path):
    """[(forms, labels)] of a UNER file."""
    sentences, forms, labels = [], [], []
    for line in open_text(path):
        if line.startswith("#"):
            continue
        columns = line.rstrip("\n").split("\t")
        if len(columns) > 2:
            forms.append(columns[1])
            labels.append(columns[2])
        elif forms:
            sentences.append((forms, labels))
            forms, labels = [], []
    return sentences + ([(forms, labels)] if forms else [])


def load(folder):
    """All corpora: {"tree": …, "news": …, "ewt-dev": …, "gum-dev": …, "news-dev": …}, each a list of documents."""
    language = f"{folder}/language"
    ewt, gum = read_conllu(f"{language}/en_ewt-ud-train.rebuilt.conllu.gz"), read_conllu(f"{language}/en_gum-ud-train.rebuilt.nonNC.conllu.gz")
    ewt_dev, gum_dev = read_conllu(f"{language}/en_ewt-ud-dev.conllu.gz"), read_conllu(f"{language}/en_gum-ud-dev.nonNC.conllu.gz")
    standing = f"{folder}/standing/uds-ih2-train-dev.jsonl.gz"
    counts = add_standing(ewt, standing, "train"), add_standing(ewt_dev, standing, "dev")
    for documents, chains in ((gum, "train"), (gum_dev, "dev")):
        add_entities(documents)
        add_chains(documents, f"{language}/ontogum-{chains}.conll.gz")
    news = read_polnear(f"{folder}/attribution/polnear-train.jsonl.gz", f"{language}/polnear-train-corenlp.jsonl.gz")
    news_dev = read_polnear(f"{folder}/attribution/polnear-dev.jsonl")
    return {"tree": ewt + gum, "news": news, "ewt-dev": ewt_dev, "gum-dev": gum_dev, "news-dev": news_dev, "standing": counts}
