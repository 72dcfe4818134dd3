"""Scores of every head on the development sets, on gold tokens (raw-text scores are the product's own business)."""
import numpy as np
import torch

from batches import apply_script, batches, collate, units
from corpora import IGNORE, MORPHOLOGY, NAMES, ROLES, UPOS, read_iob2


def maximum_tree(scores):
    """Chu-Liu/Edmonds. `scores[word, 0]` is the root's; `scores[word, 1 + head]` a head's. Heads as columns; exactly one root."""
    heads = _arborescence(scores)
    if (heads == 0).sum() == 1:
        return heads
    best, kept = -np.inf, heads
    for root in np.argsort(-scores[:, 0])[:5]:
        single = scores.copy()
        single[:, 0] = -1e12
        single[root, 0] = scores[root, 0]
        heads = _arborescence(single)
        total = single[np.arange(len(heads)), heads].sum()
        if total > best:
            best, kept = total, heads
    return kept


def _arborescence(scores):
    n = len(scores)
    heads = scores.argmax(1)
    cycle = _cycle(heads)
    if cycle is None:
        return heads
    outside = [i for i in range(n) if i not in cycle]
    inside = sorted(cycle)
    own = scores[inside, heads[inside]]
    # the cycle becomes one word, last of the smaller problem
    small = np.full((len(outside) + 1, len(outside) + 2), -1e12)
    columns = [0] + [i + 1 for i in outside]
    small[:-1, :-1] = scores[np.ix_(outside, columns)]
    out_scores = scores[np.ix_(outside, [i + 1 for i in inside])]
    if outside:
        small[:-1, -1] = out_scores.max(1)
    enter = scores[np.ix_(inside, columns)] - own[:, None]
    small[-1, :-1] = enter.max(0)
    solved = _arborescence(small)
    result = heads.copy()
    for row, word in enumerate(outside):
        column = solved[row]
        result[word] = inside[out_scores[row].argmax()] + 1 if column == len(columns) else columns[column]
    broken = inside[enter[:, solved[-1]].argmax()]
    result[broken] = columns[solved[-1]]
    return result


def _cycle(heads):
    state = [0] * len(heads)
    for start in range(len(heads)):
        path, node = [], start
        while node >= 0 and state[node] == 0:
            state[node] = 1
            path.append(node)
            node = heads[node] - 1
        if node >= 0 and state[node] == 1:
            return set(path[path.index(node):])
        for done in path:
            state[done] = 2
    return None


@torch.no_grad()
def read(model, documents, cap=400):
    """Every unit with its batch tensors and the outputs of all heads, in the order of the documents."""
    model.eval()
    found = units(documents, cap)
    document = [k for k, d in enumerate(documents) for _ in units([d], cap)]
    place = {id(unit): i for i, unit in enumerate(found)}
    results = [None] * len(found)
    for batch in batches(found, 6000):
        gold = collate(batch)
        h = model(gold)
        out = {task: head(h).numpy() for task, head in model.heads.items()}
        out["standing"] = model.standing(h)[..., 0].numpy()
        for row, unit in enumerate(batch):
            n = int(gold["lengths"][row])
            results[place[id(unit)]] = (unit, {k: v[row, :n].numpy() for k, v in gold.items() if k not in ("lengths", "anchors", "links")},
                                        {k: v[row, :n] for k, v in out.items()} | {"document": document[place[id(unit)]]}, h[row:row + 1, :n])
    return results


@torch.no_grad()
def parse(model, h, number):
    """Heads and relations of a unit whose sentences are given by number."""
    scores = model.tree.scores(h, torch.from_numpy(number)[None])[0].numpy()
    heads = np.zeros(len(number), int)
    for s in np.unique(number):
        own = np.where(number == s)[0]
        local = maximum_tree(scores[np.ix_(own, np.concatenate([[0], own + 1]))])
        heads[own] = np.where(local > 0, local + own[0], 0)
    return heads, model.tree.relations(h, torch.from_numpy(heads)[None])[0].numpy().argmax(1)


def _f1(right, found, gold):
    return 200 * right / max(1, found + gold)


def score_tree(model, results, labels):
    """UPOS, morphology, lemma, UAS/LAS on gold sentences, LAS on predicted ones, and sentence F1."""
    counts, right = 0, {k: 0 for k in ["upos", "lemma", "uas", "las", "las_own"] + list(MORPHOLOGY)}
    sentences = [0, 0, 0]
    base_relation = np.array([[a.split(":")[0] == b.split(":")[0] for b in labels.relations] + [False] for a in labels.relations])
    for unit, gold, out, h in results:
        counts += len(gold["upos"])
        upos = out["upos"].argmax(1)
        right["upos"] += (upos == gold["upos"]).sum()
        base = 0
        for i, (name, values) in enumerate(MORPHOLOGY.items()):
            right[name] += (out["morph"][:, base:base + len(values)].argmax(1) == gold["morph"][:, i]).sum()
            base += len(values)
        right["lemma"] += _lemmas(unit, upos, out["lemma"].argmax(1), labels)
        own = np.cumsum(np.concatenate([[1], out["sentence"][1:, 0] > 0]))
        starts = [set(zip(*_bounds(n))) for n in (own, gold["number"])]
        for i, v in enumerate((len(starts[0] & starts[1]), len(starts[0]), len(starts[1]))):
            sentences[i] += v
        for number, uas, las in ((gold["number"], "uas", "las"), (own, None, "las_own")):
            heads, rels = parse(model, h, number)
            same = heads == gold["heads"]
            if uas:
                right[uas] += same.sum()
            right[las] += (same & base_relation[rels, gold["rels"]]).sum()
    return {k: 100 * v / counts for k, v in right.items()} | {"sentences": _f1(*sentences)}


def _bounds(number):
    first = np.flatnonzero(np.diff(number, prepend=-9))
    return first, np.append(first[1:], len(number))


def lemma(form, upos, script, labels):
    return labels.exceptions.get(f"{form.lower()}/{upos}") or apply_script(script, form)


def _lemmas(unit, upos, scripts, labels):
    forms = [f for s in unit for f in s["forms"]]
    gold = [l for s in unit for l in s["lemmas"]]
    return sum(lemma(f, UPOS[u], labels.scripts[k], labels) == g for f, u, k, g in zip(forms, upos, scripts, gold))


def best_names(logits):
    """The best sequence of name labels in which every I-x follows B-x or I-x; one label a token."""
    allowed = np.array([[b[0] != "I" or a[2:] == b[2:] for b in NAMES] for a in NAMES])
    wall = np.where(allowed, 0.0, -1e9)
    total, back = logits[0] + wall[0], []      # a unit begins as if after O
    for row in logits[1:]:
        paths = total[:, None] + wall
        back.append(paths.argmax(0))
        total = paths.max(0) + row
    best = [int(total.argmax())]
    for pointers in reversed(back):
        best.append(int(pointers[best[-1]]))
    return [NAMES[i] for i in reversed(best)]


def spans(tags, kinds):
    """(first, end, kind) of BIO labels; an I without its B begins a name."""
    found, start, kind = set(), None, None
    for i, tag in enumerate(list(tags) + ["O"]):
        if start is not None and (tag[0] != "I" or tag[2:] != kind):
            if kind in kinds:
                found.add((start, i, kinds[kind]))
            start = None
        if tag != "O" and start is None:
            start, kind = i, tag[2:]
    return found


KINDS = ("person", "organisation", "place", "group", "other")


def names(results):
    """Spans (first, end, kind) of every unit: decoded, without spans that hold no proper noun or an address,
    and each with the kind that all its occurrences in the document prefer together."""
    found = [[s for s in spans(best_names(out["names"]), {k: k for k in KINDS}) if _like_a_name(unit, out, s)] for unit, _, out, _ in results]
    votes = {}
    for kept, (unit, _, out, _) in zip(found, results):
        for span in kept:
            key, preference = _key(unit, out, span), _preference(out["names"][span[0]:span[1]])
            votes[key] = votes.get(key, 0) + preference
            if span[1] - span[0] > 1:       # "Adela Kovač" has a say in what "Kovač" is
                key = _key(unit, out, (span[1] - 1, span[1]))
                votes[key] = votes.get(key, 0) + preference / 2
    return [{(a, b, KINDS[int(votes[_key(unit, out, (a, b))].argmax())]) for a, b, _ in kept} for kept, (unit, _, out, _) in zip(found, results)]


def _like_a_name(unit, out, span):
    proper = UPOS.index("PROPN") in out["upos"][span[0]:span[1]].argmax(1)
    return proper and not any(part in form for form in _forms(unit)[span[0]:span[1]] for part in ("@", "/", "http", ".com"))


def _key(unit, out, span):
    return out["document"], " ".join(_forms(unit)[span[0]:span[1]]).lower()


def _preference(logits):
    """Mean log-probability a token of B-x, I-x, … for every kind x."""
    shifted = logits - logits.max(1, keepdims=True)
    log = shifted - np.log(np.exp(shifted).sum(1, keepdims=True))
    return np.array([(log[0, 1 + 2 * k] + log[1:, 2 + 2 * k].sum()) / len(log) for k in range(len(KINDS))])


def score_names(results, path):
    """Span F1 against a UNER file over the same sentences, compared by characters (the tokens differ here and there)."""
    own, by_words = {"person": "PER", "organisation": "ORG", "place": "LOC"}, {}
    for found, (unit, _, _, _) in zip(names(results), results):
        base = 0
        for sentence in unit:
            end, at = base + len(sentence["forms"]), _characters(sentence["forms"])
            mine = {(at[a - base], at[min(b, end) - base], own[k]) for a, b, k in found if base <= a < end and k in own}
            by_words.setdefault("".join(sentence["forms"]), []).append(mine)
            base = end
    right = found = total = 0
    for forms, labels in read_iob2(path):
        at = _characters(forms)
        gold = {(at[a], at[b], k) for a, b, k in spans(labels, {"PER": "PER", "ORG": "ORG", "LOC": "LOC"})}
        mine = by_words["".join(forms)].pop(0)
        right, found, total = right + len(mine & gold), found + len(mine), total + len(gold)
    return {"names": _f1(right, found, total), "names_p": 100 * right / max(1, found), "names_r": 100 * right / max(1, total)}


def _characters(forms):
    return [0] + list(np.cumsum([len(f) for f in forms]))


def score_gum_names(results):
    kinds = {k: k for k in ("person", "organisation", "place", "other")}
    right = found = total = mention = mentions = gold_mentions = typed = 0
    for mine, (_, gold, out, _) in zip(names(results), results):
        mine, theirs = {s for s in mine if s[2] in kinds}, spans([NAMES[max(0, i)] for i in gold["names"]], kinds)
        right, found, total = right + len(mine & theirs), found + len(mine), total + len(theirs)
        own = out["mention"].argmax(1)
        mention += ((own > 0) & (gold["mention"] > 0)).sum()
        typed += ((own > 0) & (gold["mention"] == own)).sum()
        mentions += (own > 0).sum()
        gold_mentions += (gold["mention"] > 0).sum()
    return {"gum_names": _f1(right, found, total), "mention": _f1(mention, mentions, gold_mentions), "mention_typed": _f1(typed, mentions, gold_mentions)}


def score_coref(results):
    right = found = total = 0
    for _, gold, out, _ in results:
        own, known = out["coref"][:, 0] > 0, gold["coref"] >= 0
        right += (own & (gold["coref"] == 1)).sum()
        found += (own & known).sum()
        total += (gold["coref"] == 1).sum()
    return {"coref": _f1(right, found, total)}


def _forms(unit):
    return [f for s in unit for f in s["forms"]]


def _words(unit):
    return np.array([any(c.isalnum() for c in f) for f in _forms(unit)])


def score_roles(results):
    """Token F1 over tokens with a letter or digit."""
    counts = np.zeros((3, 3))
    for unit, gold, out, _ in results:
        words = _words(unit)[:, None]
        own, theirs = (out["roles"][:, :3] > 0) & words, (gold["roles"][:, :3] == 1) & words
        counts += np.stack([(own & theirs).sum(0), own.sum(0), theirs.sum(0)])
    return {role: _f1(*counts[:, i]) for i, role in enumerate(ROLES)}


@torch.no_grad()
def score_links(model, results):
    """F1 of whole attributions: contents that share half their words, sources that share one (or both lack one)."""
    content, right, found, total = 0, 0, 0, 0
    for unit, _, out, h in results:
        words, anchors = _words(unit), np.flatnonzero(out["roles"][:, 3] > 0)
        pairs = np.array([(0, a) for a in anchors]).reshape(-1, 2)
        linked = (model.links(h, torch.from_numpy(pairs)).numpy() > 0) & words if len(anchors) else []
        own = [(set(np.flatnonzero(row[0])), set(np.flatnonzero(row[2]))) for row in linked]
        own = [pair for pair in own if pair[1]]
        theirs = [pair for pair in _attributions(unit, words) if pair[1]]
        found, total = found + len(own), total + len(theirs)
        ranked = sorted(((-len(a[1] & b[1]) / len(a[1] | b[1]), j, i) for i, a in enumerate(own) for j, b in enumerate(theirs)))
        used = (set(), set())
        for share, j, i in ranked:
            if share <= -0.5 and j not in used[0] and i not in used[1]:
                used[0].add(j)
                used[1].add(i)
                content += 1
                right += bool(own[i][0] & theirs[j][0]) or not own[i][0] and not theirs[j][0]
    return {"contents": _f1(content, found, total), "attributions": _f1(right, found, total)}


def _attributions(unit, words):
    """(source, content) of every gold attribution, as places in the unit."""
    found, base = {}, 0
    for sentence in unit:
        for i, attribution, role in sentence["links"]:
            if role != 1 and words[base + i]:
                found.setdefault(attribution, (set(), set()))[role // 2].add(base + i)
        base += len(sentence["forms"])
    return found.values()


def score_standing(results):
    own, theirs = [], []
    for _, gold, out, _ in results:
        known = ~np.isnan(gold["standing"])
        own += list(out["standing"][known])
        theirs += list(gold["standing"][known])
    return {"standing": float(np.corrcoef(own, theirs)[0, 1])}


def score_all(model, dev, labels, folder):
    ewt, gum, news = (read(model, dev[k]) for k in ("ewt-dev", "gum-dev", "news-dev"))
    scores = {f"ewt_{k}": v for k, v in score_tree(model, ewt, labels).items()}
    scores |= {f"gum_{k}": v for k, v in score_tree(model, gum, labels).items()}
    scores |= score_names(ewt, f"{folder}/language/uner-ewt-dev.iob2") | score_gum_names(gum) | score_coref(gum)
    return scores | score_roles(news) | score_links(model, news) | score_standing(ewt)
