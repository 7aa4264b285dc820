"""Words for the people of a place, its things and its language: 'Syrian', 'the Russians', 'South Koreans'."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from reportedly.analyse.gazetteer import GazetteerEntry, look_up
from reportedly.data import read_table

if TYPE_CHECKING:
    from reportedly.analyse.parsed import Doc

# Kinds that a demonym can be of, the likeliest first.
_KINDS = ("country", "continent", "region", "islands", "province", "city", "county", "no_point")


@cache
def _forms() -> dict[tuple[str, ...], str]:
    """Give each demonym's words, plurals too, with the name of its place."""
    forms: dict[tuple[str, ...], str] = {}
    for row in read_table("demonyms.tsv"):
        words = tuple(row["form"].split())
        forms[words] = row["place"]
        # 'Philippines', 'Laos' are the countries themselves.
        if not words[-1].endswith(("s", "sh", "ch", "ese", "men")) and row["form"] not in ("Lao", "Philippine"):
            forms[(*words[:-1], words[-1] + "s")] = row["place"]
    return forms


@cache
def _place(name: str) -> GazetteerEntry | None:
    """Give the one place that a demonym's table means by `name`."""
    entries = [entry for entry in look_up(name) if entry.kind in _KINDS]
    return min(entries, key=lambda entry: (_KINDS.index(entry.kind), -entry.population), default=None)


def place_of_demonym(words: str) -> GazetteerEntry | None:
    """Give the place of a demonym that stands alone: 'South Korean'; None where it is none, or of no place."""
    place = _forms().get(tuple(words.split()))
    return _place(place) if place is not None else None


def find_demonyms(doc: Doc) -> list[tuple[int, int, GazetteerEntry | None]]:
    """Give the demonyms of a parse as `[first token, last token)` with their place, in order.

    A word that is part of a person's name is none: 'Frank Roman'.
    """
    forms = _forms()
    found: list[tuple[int, int, GazetteerEntry | None]] = []
    end = 0
    for token in doc:
        if token.i < end or not token.text[:1].isupper():
            continue
        words = _form(doc, token.i, 2)
        size = 2 if len(words) == 2 and words in forms else 1  # the last word has none behind it
        if words[:size] in forms and not _in_person(doc, token.i, size) and not _in_name(doc, token.i):
            end = token.i + size
            found.append((token.i, end, _place(forms[words[:size]])))
    return found


def _form(doc: Doc, first: int, size: int) -> tuple[str, ...]:
    """Give `size` words as the table writes them; a word in capitals throughout as one with a capital."""
    words = [token.text for token in doc[first : first + size]]
    return tuple(word.capitalize() if word.isupper() and len(word) > 3 else word for word in words)


def _in_person(doc: Doc, first: int, size: int) -> bool:
    """Tell whether the words are a part of a longer person's name."""
    token = doc[first]
    if token.ent_type_ != "PERSON":
        return False
    alone = token.ent_iob_ == "B" and (first + size >= len(doc) or doc[first + size].ent_iob_ != "I")
    return not alone


def _in_name(doc: Doc, at: int) -> bool:
    """Tell whether 'Western' is the first word of a name, as in 'Western Digital', rather than of the West."""
    return doc[at].text == "Western" and at + 1 < len(doc) and bool(doc[at + 1].text[:1].isupper())
