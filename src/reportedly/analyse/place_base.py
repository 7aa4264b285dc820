"""Tell where the words around a town's name speak of the base of that name: what is flown from, where warships lie."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from reportedly.analyse.asset import category_of
from reportedly.analyse.gazetteer import OURS, GazetteerEntry, look_up
from reportedly.data import read_words

if TYPE_CHECKING:
    from reportedly.analyse.parsed import Doc

_FLOWN_REACH: Final = 8  # tokens between 'parked' or 'took off' and the name
_LARGE: Final = 100_000  # inhabitants of a town that is meant itself by 'flew to'
_NAVAL: Final = re.compile(r"\b(?:naval|navy|submarine|fleet)\b", re.IGNORECASE)
_FORMS: Final = ("{} air base", "{} airbase", "{} airport", "{} naval base", "naval station {}", "{} naval station")


def is_flown(doc: Doc, first: int) -> bool:
    """Tell whether aircraft come, go or stand at what is named: 'took off from Hmeimim', 'parked at Engels-2'."""
    before = doc[max(0, first - _FLOWN_REACH) : first]
    if not len(before) or before[len(before) - 1].lower_ not in ("at", "from", "to", "on", "and", ","):
        return False
    words = read_words("toponym_flying.txt")
    return any(token.lemma_.lower() in words or category_of(token) == "aircraft" for token in before)


def is_sailed(doc: Doc, first: int) -> bool:
    """Tell whether warships are spoken of in the sentence of a name."""
    return any(token.lemma_.lower() in read_words("toponym_sailing.txt") for token in doc[first].sent)


def is_naval(entry: GazetteerEntry) -> bool:
    """Tell whether a base is a fleet's by its name."""
    return _NAVAL.search(entry.name) is not None


def bases_of(
    doc: Doc, first: int, last: int, entries: tuple[GazetteerEntry, ...], *, told: bool
) -> tuple[GazetteerEntry, ...]:
    """Give the bases and airfields of our table that bear a town's name, where the words around may mean them.

    Args:
        doc: the parse.
        first: the name's first token.
        last: the token after the name.
        entries: the places that go by the name alone.
        told: whether a noun beside the name asks for a base: 'the bomber base at Mozdok'.
    """
    flown, sailed = is_flown(doc, first), is_sailed(doc, first)
    large = any(entry.population >= _LARGE for entry in entries)
    if flown and large and not told and doc[first - 1].lower_ != "at":
        flown = False
    if not (told or flown or sailed):
        return ()
    name = doc[first:last].text
    found = (entry for form in _FORMS for entry in look_up(form.format(name)))
    return tuple(
        {
            entry.id: entry
            for entry in found
            if entry.kind in ("airport", "base") and entry.ref == OURS and (told or flown or is_naval(entry))
        }.values()
    )
