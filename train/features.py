"""What the reader sees of a token: five hashed features and two bits.

Everything here is repeated in Rust, so every rule is stated in full in README.md and kept free of
anything that differs between the two languages (no locale, no Unicode categories beyond the
`Uppercase` and `Lowercase` properties that `char::is_uppercase` / `is_lowercase` also use).
"""
import re

FEATURES = ("form", "prefix4", "suffix2", "suffix3", "shape")
OPENING, CLOSING, STRAIGHT = "“«", "”»", ('"', "``", "''")
_QUOTES = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-"})
_DIGITS = re.compile("[0-9]")


def fnv1a(text):
    """FNV-1a, 32 bits, over the UTF-8 bytes: offset basis 2166136261, prime 16777619."""
    value = 2166136261
    for byte in text.encode("utf8"):
        value = ((value ^ byte) * 16777619) & 0xFFFFFFFF
    return value


def normal(form):
    """Typographic marks become their keyboard forms, digits become 0, letters lower case."""
    return _DIGITS.sub("0", form.translate(_QUOTES).lower())


def shape(form):
    """Upper case to X, lower case to x, ASCII digits to d, the rest as it is; runs cut to three: Washington is Xxxx."""
    out = []
    for char in form:
        if char.isupper():
            char = "X"
        elif char.islower():
            char = "x"
        elif char in "0123456789":
            char = "d"
        if out[-3:] != [char] * 3:
            out.append(char)
    return "".join(out)


def strings(form):
    """The five feature strings of a token, in the order of FEATURES (lengths in code points)."""
    low = normal(form)
    return low, low[:4], low[-2:], low[-3:], shape(form)


def quotation_bits(forms):
    """1 for every token inside quotation marks of its own unit; the marks themselves count as inside.

    A straight mark toggles. A unit begins outside, because a quotation that runs over several
    paragraphs repeats its opening mark; one that is never closed runs to the end of the unit.
    """
    inside, bits = False, []
    for form in forms:
        if form in STRAIGHT:
            bits.append(1)
            inside = not inside
        elif form in OPENING:
            inside = True
            bits.append(1)
        elif form in CLOSING:
            bits.append(1)
            inside = False
        else:
            bits.append(int(inside))
    return bits


class Vocabulary:
    """Known values of each feature as sorted 32-bit hashes; row 0 of a table is for the unknown."""

    def __init__(self, hashes):
        self.hashes = hashes
        self.rows = [{h: i + 1 for i, h in enumerate(values)} for values in hashes]
        self._cache = {}

    @classmethod
    def count(cls, forms, least=(2, 3, 2, 3, 2)):
        """Keeps values seen at least so often; rarer ones teach the row of the unknown."""
        counts = [{} for _ in FEATURES]
        for form in forms:
            for table, value in zip(counts, strings(form)):
                table[value] = table.get(value, 0) + 1
        return cls([sorted({fnv1a(v) for v, n in table.items() if n >= floor}) for table, floor in zip(counts, least)])

    def sizes(self):
        return [len(values) + 1 for values in self.hashes]

    def ids(self, form):
        if form not in self._cache:
            self._cache[form] = tuple(rows.get(fnv1a(v), 0) for rows, v in zip(self.rows, strings(form)))
        return self._cache[form]
