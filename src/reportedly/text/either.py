"""One pattern for any of many words, which looks at each letter of a text once rather than once for every word."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable


def either(words: Iterable[str]) -> str:
    """Give a pattern that matches the longest of `words` that stands at a place; it needs no group around it.

    Words that begin alike share their beginning: of hundreds, those that begin otherwise are passed over at once.

    >>> either(["port", "ports", "portal", "pier"])
    'p(?:ier|ort(?:al|s)?)'
    """
    ending = False
    beginning: dict[str, list[str]] = defaultdict(list)
    for word in sorted(set(words)):
        if word:
            beginning[word[0]].append(word[1:])
        else:
            ending = True
    ways = [re.escape(sign) + either(rests) for sign, rests in beginning.items()]
    if not ways:
        return ""
    told = ways[0] if len(ways) == 1 and not ending else f"(?:{'|'.join(ways)})"
    return f"{told}?" if ending else told
