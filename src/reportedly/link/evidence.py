"""Which words of two sentences make them say the same: not names alone, nor who told whom."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import NamedTuple

from reportedly.data import read_table, read_words
from reportedly.link.weight import frequencies

_FEWEST = 2  # plain words that two sentences have to share, unless names beside them make more
_NEWSROOM = frozenset({"report", "reports", "reporter", "reporters", "agency"})
_LEAST_PART = 0.2  # of the plain words of the sentence with fewer, by weight


class Terms(NamedTuple):
    """The words of a sentence that carry matter."""

    weights: Mapping[int, float]  # key -> idf, names among them
    plain: frozenset[int]  # keys of those that are neither names nor words of reporting
    mass: float  # summed idf of the plain ones

    @classmethod
    def of(cls, weights: Mapping[int, float], plain: frozenset[int]) -> Terms:
        """Make terms of the words and of which of them are plain."""
        return cls(weights, plain, sum([weights[key] for key in plain]))

    def without(self, others: Iterable[Terms]) -> Terms:
        """Give what is left when all that `others` say is taken out."""
        said = {key for other in others for key in other.weights}
        return Terms.of({key: idf for key, idf in self.weights.items() if key not in said}, self.plain - said)


@cache
def _reporting() -> frozenset[str]:
    """Read the words with which news tells who told whom."""
    cues = {word for row in read_table("variation_cues.tsv") for word in row["phrase"].split()}
    return frozenset(cues | read_words("variation_sources.txt") | _NEWSROOM)


def is_reporting(form: str) -> bool:
    """Tell whether news tells with a lower-case word who told whom."""
    return form in _reporting()


def is_plain(form: str) -> tuple[bool, bool]:
    """Tell whether a word, capitals and all, is neither a name nor of reporting, in a sentence and where one opens."""
    lower = form.lower()
    plain, capital = not is_reporting(lower), form[:1].isupper()
    return plain and not capital, plain and (not capital or lower in frequencies())


def speaks_for(one: Terms, other: Terms) -> bool:
    """Tell whether the words that both hold make it likely that the one says what the other says."""
    shared = one.weights.keys() & other.weights.keys()
    if len(shared) < min(_FEWEST, len(one.weights), len(other.weights)):
        return False
    plain = shared & one.plain & other.plain
    if len(plain) < min(_FEWEST, len(one.plain), len(other.plain)) and len(shared) <= _FEWEST:
        return False
    return bool(plain) and sum([one.weights[key] for key in plain]) >= _LEAST_PART * min(one.mass, other.mass)
