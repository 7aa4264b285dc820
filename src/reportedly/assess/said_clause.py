"""The words of a claim as they follow 'that' in reported speech."""

from __future__ import annotations

import re

from reportedly.assess.mention import Mention
from reportedly.assess.summary import standing_clause
from reportedly.data import read_table, read_words
from reportedly.reading import Reading
from reportedly.trace import Told

_HANGING = re.compile(r"(?:unless|although|though|if|when|whether|once|even|despite|following|during)\b", re.IGNORECASE)
_FIRST = re.compile(r"(\[?)([^\W\d_][\w’'-]*)")


def as_clause(mention: Mention, told: Told, reading: Reading) -> str | None:
    """Give the words that tell a happening, fit to follow 'that'.

    None where they are no clause that stands alone, where they leave out how sure the speaker is, or where it cannot
    be told whether their first word is a name.
    """
    body = reading.report.body
    words = standing_clause(mention, body[mention.sentence : mention.sentence_end])
    if words is None or (told.hedge is not None and told.hedge.text.lower() not in words.lower()):
        return None
    if (_HANGING.match(words) and "," not in words) or told.speaker.lower() in words.lower():
        return None
    first = _FIRST.match(words)
    if first is None:
        return words if words[:1].isdigit() else None
    small = _lower(first[2], mention, reading)
    return None if small is None else first[1] + small + words[first.end() :]


def _lower(word: str, mention: Mention, reading: Reading) -> str | None:
    """Give the first word of a sentence as it stands within one; None where that cannot be told."""
    lower = word[:1].lower() + word[1:]
    numbers = {row["word"] for row in read_table("numbers.tsv")}
    if word[1:2].isupper() or lower.rstrip(".") in read_words("titles.txt") or lower in ("mr", "mrs", "ms", "dr"):
        return word
    if lower in read_words("stopwords.txt") or lower in numbers:
        return lower
    names = [span.text for span in (*(e.span for e in reading.entities), *(p.span for p in reading.places))]
    if any(name.split()[0] == word for name in names if name):
        return word
    body = reading.report.body
    if re.search(rf"(?<![\w-]){re.escape(lower)}(?![\w-])", body):
        return lower
    if re.search(rf"[a-z,]\s{re.escape(word)}(?![\w-])", body):
        return word
    return None
