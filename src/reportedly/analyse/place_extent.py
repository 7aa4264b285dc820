"""Settle where a place's name ends: what the tagger knows whole, and what belongs to a body's name after it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from reportedly.analyse.gazetteer import GazetteerEntry, look_up, look_up_romanised
from reportedly.analyse.name_extent import capital_runs, gazetteer_names, is_capital, place_nouns, trim
from reportedly.analyse.place_signs import PLACING
from reportedly.analyse.place_whole import whole_names
from reportedly.analyse.transliteration import flat
from reportedly.data import read_words

if TYPE_CHECKING:
    from reportedly.analyse.parsed import Doc

Name = tuple[int, int, tuple[GazetteerEntry, ...]]  # tokens `[first, last)` and the places that go by them

_OF_STATES: Final = frozenset({"department"})
_BARE_NOUNS: Final = frozenset({"mount", "fort", "saint", "port"})
_PLACES: Final = frozenset({"GPE", "LOC"})
_LONGEST: Final = 4  # tokens of a name that is looked for in other romanisations
_LOOSE: Final = frozenset({"the", "of"})  # lead to names of every sort


def known_names(doc: Doc) -> list[Name]:
    """Give the gazetteer's names in a parse, in order, each as far as it reaches; none overlaps another."""
    found = [
        _with_base(doc, *_before_body(doc, *name)) for name in gazetteer_names(doc) if not _is_bare_noun(doc, *name)
    ]
    found = [(first, last, _without_towns(doc, first, last, entries)) for first, last, entries in found]
    for first, last, entries in (*_tagged(doc), *_romanised(doc), *whole_names(doc)):
        inside = [name for name in found if name[0] < last and first < name[1]]
        if all(name[0] >= first and name[1] <= last for name in inside):
            found = [name for name in found if name not in inside] + [(first, last, entries)]
    return sorted(found, key=lambda name: name[0])


def _tagged(doc: Doc) -> Iterator[Name]:
    """Give the tagger's places of several words that the gazetteer knows whole: 'Dar es Salaam', "Côte d'Ivoire"."""
    for ent in doc.ents:
        first, last = trim(doc, ent.start, ent.end)
        if doc[ent.end - 1].text[:2] in ("d'", "d’"):
            last = ent.end
        if ent.label_ in _PLACES and last - first > 1 and (entries := look_up(doc[first:last].text)):
            yield first, last, entries


def _romanised(doc: Doc) -> Iterator[Name]:
    """Give names of several words that the gazetteer has in another romanisation, where a word of place leads to them.

    'off Khor Fakkan' is off Khawr Fakkan. All but the spelling of vowels must agree: 'near Ali Hassan' is no town.
    """
    for first, end in capital_runs(doc):
        if first == 0 or doc[first - 1].lower_ not in PLACING - _LOOSE:
            continue
        for last in range(min(end, first + _LONGEST), first + 1, -1):
            name = doc[first:last].text
            if look_up(name):
                break
            entries = tuple(entry for entry in look_up_romanised(name) if flat(entry.name) == flat(name))
            if entries:
                yield first, last, entries
                break


def _before_body(doc: Doc, first: int, last: int, entries: tuple[GazetteerEntry, ...]) -> Name:
    """Leave to a body the noun that is its own: 'U.S. District Court', 'Ely City Council', 'US State Department'."""
    noun = doc[last - 1].lower_ if last - first > 1 else ""
    if last == len(doc) or not is_capital(doc[last]) or noun not in ("city", "district", "state"):
        return first, last, entries
    # 'Osun State Police' is the police of a state.
    if doc[last].lower_ not in (read_words("toponym_bodies.txt") if noun != "state" else _OF_STATES):
        return first, last, entries
    return first, last - 1, look_up(doc[first : last - 1].text)


def _is_bare_noun(doc: Doc, first: int, last: int, entries: tuple[GazetteerEntry, ...]) -> bool:
    """Tell whether the name is but a noun of place: 'Air Base', 'Mount'."""
    words = doc[first:last].text.lower()
    return words in _BARE_NOUNS or (last - first > 1 and words in place_nouns())


def _with_base(doc: Doc, first: int, last: int, entries: tuple[GazetteerEntry, ...]) -> Name:
    """Widen a name to the noun of several words with capitals that is a part of it: 'Whiteman Air Force Base'."""
    for size in (3, 2):
        words = doc[last : last + size]
        if len(words) == size and all(is_capital(word) for word in words) and words.text.lower() in place_nouns():
            whole = look_up(doc[first : last + size].text)
            return first, last + size, whole or tuple(entry for entry in entries if entry.kind in ("base", "airport"))
    return first, last, entries


def _without_towns(doc: Doc, first: int, last: int, entries: tuple[GazetteerEntry, ...]) -> tuple[GazetteerEntry, ...]:
    """Leave out a division that bears its town's name behind an article that no town has: 'the Valparaiso'."""
    if first == 0 or doc[first - 1].lower_ != "the" or any(entry.kind != "province" for entry in entries):
        return entries
    towns = any(entry.kind == "city" and entry.main for entry in look_up(doc[first:last].text))
    return () if towns else entries
