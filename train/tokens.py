"""A plain stand-in for the product's tokeniser, for corpora that come as raw text (PolNeAR).

It follows the conventions of UD English: clitics and hyphenated compounds are split, abbreviations
and numbers are not. The product's own tokeniser has many more rules; what matters here is that the
tokens look alike.
"""
import re

_ABBREVIATIONS = "Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Lt|Col|Sgt|Jr|Sr|St|Inc|Corp|Co|Ltd|Bros|vs|etc|Jan|Feb|Aug|Sept|Oct|Nov|Dec|No|Prof|Rev|Hon|Reps|Sens"
_TOKEN = re.compile(
    r"(?:https?://|www\.)\S+[\w/]"
    r"|[\w.+-]+@[\w-]+\.[\w.-]+\w"
    r"|(?:[A-Za-z]\.){2,}"
    rf"|(?:{_ABBREVIATIONS})\."
    r"|[A-Z]\.(?=\s[A-Z])"
    r"|[A-Za-z]+?(?=n['’]t\b)|n['’]t\b"
    r"|['’](?:s|re|ve|ll|d|m|S|RE|VE|LL|D|M)\b"
    r"|\d+(?:[.,:]\d+)*(?:st|nd|rd|th|s|am|pm|m|bn|k)?\b"
    r"|[^\W\d_]+['’][A-Z]\w+"
    r"|[@#]\w+"
    r"|\w+"
    r"|\.{2,}|-{2,}"
    r"|\S")
_CANNOT = re.compile(r"(?i)(can)(not)$|(gon|wan|got)(na|ta)$")


def tokenise(text):
    """(start, end) of every token, in code points."""
    spans = []
    for match in _TOKEN.finditer(text):
        split = _CANNOT.match(match.group())
        if split:
            middle = match.start() + len(split.group(1) or split.group(3))
            spans += [(match.start(), middle), (middle, match.end())]
        else:
            spans.append(match.span())
    return spans
