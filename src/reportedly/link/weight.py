"""How much a word tells: its stem, and how rare it is in news."""

from __future__ import annotations

from functools import cache, lru_cache
from hashlib import blake2b
from math import log
from typing import NamedTuple

from reportedly.data import read_table, read_words

_DOCUMENTS = 10_000  # what the table's counts are counts of
_UNLISTED = 8  # documents of 10,000 that an unlisted word is taken to stand in: the table starts near 20
# Endings that tell a form from its stem; the stem keeps at least four letters. Order: longest first.
_ENDINGS = "ations ation ments ment ings ing ions ion ies ied ers er ed es ly s y e".split()
_LEFT = 4  # letters
_BY_LAST = {last: tuple(each for each in _ENDINGS if each[-1] == last) for last in {each[-1] for each in _ENDINGS}}


class Weight(NamedTuple):
    """A word as it is compared: a stable number for its stem, and its inverse document frequency."""

    key: int  # 64 bits of the stem's digest
    idf: float  # 0 for a word that stands everywhere, about 7 for one that is unknown
    content: bool  # carries matter of its own: no function word


@cache
def frequencies() -> dict[str, int]:
    """Read how many of 10,000 texts hold each word."""
    return {row["word"]: int(row["documents"]) for row in read_table("frequencies.tsv")}


@cache
def _stem_frequencies() -> dict[str, int]:
    """Give for each stem in how many of 10,000 texts its commonest form stands: all forms weigh the same."""
    found: dict[str, int] = {}
    for form, documents in frequencies().items():
        found[stem(form)] = max(found.get(stem(form), 0), documents)
    return found


@cache
def _spellings() -> dict[str, str]:
    """Read American spellings with their British ones."""
    return {row["american"]: row["british"] for row in read_table("spelling.tsv")}


def stem(form: str) -> str:
    """Cut the ending off a lower-case word, whichever side of the Atlantic it was spelt on.

    >>> stem("organizations") == stem("organisation"), stem("defense") == stem("defence")
    (True, True)
    """
    british = respell(form)
    for ending in _BY_LAST.get(british[-1:], ()):
        if british.endswith(ending):
            bare = british[: -len(ending)]
            if len(bare) >= _LEFT and bare[-_LEFT:].isalpha():
                return bare
    return british


def respell(form: str) -> str:
    """Give a lower-case word as it is spelt in Britain, with 's' for every 'z' behind an 'i'."""
    return _spellings().get(form, form).replace("iz", "is")


@lru_cache(maxsize=1 << 18)
def weigh(form: str) -> Weight:
    """Give the weight of a lower-case word.

    Source: inverse document frequency over the shipped table, so that it depends on no collection.
    """
    bare = stem(form)
    digest = blake2b(bare.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    idf = log(_DOCUMENTS / _stem_frequencies().get(bare, _UNLISTED))
    content = form not in read_words("stopwords.txt") and (len(form) > 1 or form.isdigit())
    return Weight(int.from_bytes(digest, "big"), idf, content)
