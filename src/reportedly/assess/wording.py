"""Words as they are compared across reports: stems, how much each tells, and how much two texts share."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from math import log

from reportedly.data import read_table, read_words
from reportedly.text.fold import fold
from reportedly.text.word import Word, words

_DOCUMENTS = 10_000  # what the shipped table's counts are counts of
_UNLISTED = 8  # documents of 10,000 that an unlisted word is taken to stand in
# Endings that tell a form from its stem; the stem keeps at least three letters. Longest first.
_ENDING = re.compile(r"(?<=[^\W\d_]{3})(?:ations?|ments?|ings?|ions?|ies|ied|ers?|ed|es|ly|s|y|e)$")
_NEGATOR = re.compile(r"\b(?:no|not|never|none|nor|neither|nobody|nothing|without|cannot)\b|n't\b", re.IGNORECASE)
_NAME = re.compile(r"(?<![\w’'-])[A-Z][\w’'-]*[\w]")
_MEMORY = 1 << 17  # words whose stems are kept at hand
_SENTENCES = 1 << 14  # texts whose stems are, and sets of stems that were weighed
_TEXTS = 1 << 12  # texts of which every word is
_AT_HAND = 128  # texts whose words are kept whole


@cache
def _spellings() -> dict[str, str]:
    """Read American spellings with their British ones."""
    return {row["american"]: row["british"] for row in read_table("spelling.tsv")}


@lru_cache(maxsize=_MEMORY)
def stem(form: str) -> str:
    """Cut the ending off a lower-case word.

    >>> stem("withdrawing") == stem("withdraws"), stem("defense") == stem("defence")
    (True, True)
    """
    form = _spellings().get(form, form)
    return form if any(sign.isdigit() for sign in form) else _ENDING.sub("", form.replace("iz", "is"))


@cache
def _frequencies() -> dict[str, int]:
    """Read how many of 10,000 texts hold each stem, by its most frequent form."""
    counts: dict[str, int] = {}
    for row in read_table("frequencies.tsv"):
        key = stem(row["word"])
        counts[key] = max(counts.get(key, 0), int(row["documents"]))
    return counts


@lru_cache(maxsize=_MEMORY)
def weight(key: str) -> float:
    """Give how much a stem tells: 0 where it stands everywhere, about 7 where it is unknown.

    Source: inverse document frequency over the shipped table, so that it depends on no collection.
    """
    return max(0.0, log(_DOCUMENTS / _frequencies().get(key, _UNLISTED)))


@lru_cache(maxsize=1 << 14)
def names(text: str) -> frozenset[str]:
    """Give the stems of the words of a sentence that are written as names, and keep them at hand."""
    return find_names(text)


def find_names(text: str) -> frozenset[str]:
    """Give the stems of the words that are written as names."""
    return frozenset(
        stem(found.group().lower().removesuffix("'s").removesuffix("’s"))
        for found in _NAME.finditer(text)
        if found.start() > 0 or len(found.group()) > 3
    )


@lru_cache(maxsize=_AT_HAND)
def words_of(text: str) -> tuple[Word, ...]:
    """Give the words of `text`: what measures a telling takes the same sentence apart one after the other."""
    return tuple(words(text))


@lru_cache(maxsize=_SENTENCES)
def stems(text: str) -> frozenset[str]:
    """Give the stems of the words in `text` that carry matter of their own."""
    idle = read_words("stopwords.txt")
    return frozenset(
        stem(word.form)
        for word in words_of(text)
        if word.form not in idle and (len(word.form) > 1 or word.form.isdigit())
    )


@lru_cache(maxsize=_TEXTS)
def placed_stems(text: str) -> tuple[tuple[int, str], ...]:
    """Give every word of `text` by its stem, each with where it starts."""
    return tuple((word.start, stem(word.form)) for word in words_of(text))


@lru_cache(maxsize=_TEXTS)
def all_stems(text: str) -> frozenset[str]:
    """Give the stems of all words in `text`, those that carry no matter too."""
    return frozenset(key for _, key in placed_stems(text))


def count_negators(text: str) -> int:
    """Count the words of denial in `text`.

    >>> count_negators("It isn’t so, and it was not.")
    2
    """
    return len(_NEGATOR.findall(fold(text)))


@lru_cache(maxsize=_SENTENCES)
def total(keys: frozenset[str]) -> float:
    """Give how much a set of stems tells together."""
    return sum(weight(key) for key in sorted(keys))


def overlap(one: frozenset[str], other: frozenset[str]) -> float:
    """Give the share, 0 to 1, of the shorter wording that the other holds too.

    >>> overlap(stems("Troops left the base."), stems("The troops have left the base, he said."))
    1.0
    """
    smaller = min(total(one), total(other))
    return total(one & other) / smaller if smaller else 0.0


def likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """Give the share, 0 to 1, that two wordings have in common of all that either says."""
    either = total(one | other)
    return total(one & other) / either if either else 0.0


def rarest(keys: frozenset[str], count: int) -> tuple[str, ...]:
    """Give the `count` stems that tell most."""
    return tuple(sorted(keys, key=lambda key: (-weight(key), key))[:count])
