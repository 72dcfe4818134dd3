"""The weights file: a header, a directory in JSON, then plain little-endian tensors.

    bytes 0..8    the magic `SAYSO\\0LM`
    bytes 8..12   version, u32
    bytes 12..16  length of the directory in bytes, u32
    then          the directory, UTF-8 JSON, filled up with spaces so that the data begin at a multiple of 64
    then          the data; every tensor begins at a multiple of 64 from the start of the data

Matrices are f16, row-major, [outputs, inputs]; vocabularies are u32.
"""
import json
import struct

import numpy as np

from corpora import ANCHOR, MENTIONS, MORPHOLOGY, NAMES, ROLES, UPOS
from features import FEATURES
from model import FAR, WIDTHS

MAGIC, VERSION, ALIGN = b"SAYSO\0LM", 1, 64


def tensors(model, vocabulary):
    """(name, array) of everything a reader needs, in the order of use."""
    for name, hashes, table in zip(FEATURES, vocabulary.hashes, model.embedding.tables):
        yield f"vocabulary.{name}", np.array(hashes, "<u4")
        yield f"embedding.{name}", _half(table.weight)
    for index, (ahead, back) in enumerate(zip(model.encoder.forwards, model.encoder.backwards)):
        for side, layer in (("right", ahead), ("left", back)):
            yield f"encoder.{index}.{side}.input", _half(layer.weight_ih_l0)
            yield f"encoder.{index}.{side}.recurrent", _half(layer.weight_hh_l0)
            yield f"encoder.{index}.{side}.bias", _half(layer.bias_ih_l0 + layer.bias_hh_l0)
    yield "encoder.norm.scale", _half(model.encoder.norm.weight)
    yield "encoder.norm.shift", _half(model.encoder.norm.bias)
    for task, head in model.heads.items():
        yield from _linear(f"head.{task}", head)
    yield from _linear("standing.hidden", model.standing[1])
    yield from _linear("standing.out", model.standing[4])
    tree = model.tree
    yield from _linear("tree.dependant", tree.dependant)
    yield from _linear("tree.governor", tree.governor)
    yield "tree.root", _half(tree.root)
    yield from _linear("tree.biaffine", tree.biaffine)
    yield "tree.distance", _half(tree.distance)
    yield from _linear("tree.rel_dependant", tree.rel_dependant)
    yield "tree.rel_governor.weight", _half(tree.rel_governor.weight)
    yield "tree.rel_root", _half(tree.rel_root)
    yield from _linear("tree.relation", tree.relation)
    links = model.links
    yield from _linear("links.word", links.word)
    yield from _linear("links.anchor", links.anchor)
    yield from _linear("links.pair", links.pair)
    yield from _linear("links.own", links.own)
    yield "links.distance", _half(links.distance)


def _half(tensor):
    return tensor.detach().numpy().astype("<f2")


def _linear(name, layer):
    yield f"{name}.weight", _half(layer.weight)
    yield f"{name}.bias", _half(layer.bias)


def write(path, model, vocabulary, labels):
    """Writes the file; `labels` go into its directory."""
    directory = {
        "features": list(FEATURES), "widths": list(WIDTHS.values()), "layers": len(model.encoder.forwards), "far": FAR,
        "upos": UPOS, "morph": MORPHOLOGY, "lemma": labels.scripts, "lemma_exceptions": labels.exceptions, "names": NAMES,
        "mention": MENTIONS, "roles": [*ROLES, ANCHOR], "relations": labels.relations, "tensors": []}
    data = bytearray()
    for name, array in tensors(model, vocabulary):
        data.extend(b"\0" * (-len(data) % ALIGN))
        directory["tensors"].append({"name": name, "dtype": "u32" if array.dtype.kind == "u" else "f16", "shape": list(array.shape), "offset": len(data)})
        data.extend(array.tobytes())
    text = json.dumps(directory, ensure_ascii=False, separators=(",", ":")).encode("utf8")
    text += b" " * (-(16 + len(text)) % ALIGN)
    with open(path, "wb") as out:
        out.write(MAGIC + struct.pack("<II", VERSION, len(text)) + text + data)


def load(path):
    """(directory, {name: array}); f16 becomes f32."""
    raw = open(path, "rb").read()
    version, length = struct.unpack("<II", raw[8:16])
    assert raw[:8] == MAGIC and version == VERSION, "not a weights file of this version"
    directory, base = json.loads(raw[16:16 + length]), 16 + length
    arrays = {}
    for entry in directory["tensors"]:
        kind = np.dtype("<u4" if entry["dtype"] == "u32" else "<f2")
        flat = np.frombuffer(raw, kind, int(np.prod(entry["shape"])), base + entry["offset"])
        arrays[entry["name"]] = flat.reshape(entry["shape"]) if kind.kind == "u" else flat.reshape(entry["shape"]).astype(np.float32)
    return directory, arrays
