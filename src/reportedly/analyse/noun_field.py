"""Tell what field of life a noun belongs to: war, crime, play, trade, the mind."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

from reportedly.analyse.noun_class import noun_lemma
from reportedly.data import read_table, read_words

if TYPE_CHECKING:
    from reportedly.analyse.parsed import Token

_NAMING = frozenset({"NOUN", "PROPN", "ADJ"})


@cache
def _fields() -> dict[str, str]:
    """Give the field of each noun: what our own lists say comes before WordNet's first sense."""
    found = {row["noun"]: row["field"] for row in read_table("noun_fields.tsv")}
    return (
        found
        | dict.fromkeys(read_words("predicates_games.txt"), "play")
        | dict.fromkeys(read_words("predicates_hostile.txt"), "war")
    )


@lru_cache(maxsize=4096)  # every noun is asked for once by each happening near
def field_of(token: Token) -> str | None:
    """Give the field of a noun, a name or an adjective; None where it has none."""
    if token.pos_ not in _NAMING or token.ent_type_ in ("PERSON", "GPE", "DATE", "TIME"):
        return None
    return _fields().get(noun_lemma(token)) or _fields().get(token.lower_)
