"""Tell given names from other words, and women's from men's."""

from __future__ import annotations

import unicodedata
from functools import cache

from reportedly.data import read_table


@cache
def _given_names() -> dict[str, str]:
    return {row["name"]: row["pronoun"] for row in read_table("speaker_given_names.tsv")}


def is_given_name(word: str) -> bool:
    """Tell whether the word is a common given name."""
    return _plain(word) in _given_names()


def she_by_name(name: str) -> bool | None:
    """Tell by its first name whether a person is a woman; None where that is open.

    >>> she_by_name("Anna Berg"), she_by_name("Robin Berg")
    (True, None)
    """
    pronoun = _given_names().get(_plain(name.split()[0]), "any") if name.split() else "any"
    return None if pronoun == "any" else pronoun == "she"


def _plain(word: str) -> str:
    parts = unicodedata.normalize("NFD", word.lower().split("-")[0])
    return "".join(letter for letter in parts if not unicodedata.combining(letter))
