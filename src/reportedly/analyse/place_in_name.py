"""Tell whether a place's name is a part of another name: a body's, a company's, a ship's, a pact's, a disease's."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from reportedly.analyse.asset import category_of
from reportedly.analyse.craft_name import craft_names
from reportedly.analyse.gazetteer import GazetteerEntry
from reportedly.analyse.name_extent import is_capital
from reportedly.analyse.place_signs import PLACE_LABELS, name_around
from reportedly.analyse.source_noun import is_body_noun
from reportedly.data import read_words

if TYPE_CHECKING:
    from reportedly.analyse.parsed import Doc, Token

_ORGANISATION_LABELS: Final = frozenset({"ORG", "EVENT", "LAW", "PRODUCT", "WORK_OF_ART"})
_VESSELS: Final = frozenset({"ship", "vessel"})


def is_in_body(doc: Doc, first: int, last: int) -> bool:
    """Tell whether the tagger has an organisation or the like that is called by more than the name."""
    label = doc[first].ent_type_ or doc[last - 1].ent_type_
    if label not in _ORGANISATION_LABELS:
        return False
    around = name_around(doc, first if doc[first].ent_type_ else last - 1)
    if around[0] >= first and around[1] <= last:
        return False
    if around[0] == first and (
        doc[last].lower_ in ("to", "and", "from") or doc[last].like_num or doc[last].ent_type_ == "PRODUCT"
    ):
        return False  # 'from Van to Batman', 'US P-8s'
    return not (around[0] == first and doc[last].lower_ in read_words("toponym_state_bodies.txt"))


def is_in_company(doc: Doc, first: int, last: int, entries: Sequence[GazetteerEntry]) -> bool:
    """Tell whether a country's name ends a longer name that is no person's: 'Air France', 'Taco Bell Canada'.

    So does a town's where the words behind say that a body is meant: 'Northern Lens, a Seoul research group'.
    """
    before = doc[first - 1] if first else None
    longer = last - first > 1 or (before is not None and is_capital(before) and not before.is_sent_start)
    if longer and _is_called_body(doc[last - 1]) and all(entry.kind == "city" for entry in entries):
        return True
    if before is None or before.pos_ != "PROPN" or not is_capital(before) or before.is_sent_start:
        return False
    if "PERSON" in (doc[first].ent_type_, before.ent_type_) or before.ent_type_ in (*PLACE_LABELS, "DATE"):
        return False
    return any(entry.main and entry.kind == "country" for entry in entries)


def is_in_other_name(doc: Doc, first: int, last: int) -> bool:
    """Tell whether the name is a part of a body's, a pact's, a disease's or a ship's."""
    if last < len(doc):
        word = doc[last]
        if word.lower_ in read_words("toponym_things.txt") and (is_capital(word) or word.pos_ == "NOUN"):
            return True
        if is_capital(word) and word.lower_ in read_words("toponym_body_heads.txt"):
            return True
    before = doc[first - 1] if first else None
    if before is not None and before.is_lower and before.pos_ == "NOUN" and _is_vessel(before):
        return True
    return any(name.first <= first and last - 1 <= name.last for name in craft_names(doc).values())


def _is_called_body(name: Token) -> bool:
    """Tell whether the words behind a name say that it is a body's: 'Northern Lens, a Seoul research group'."""
    return any(child.dep_ == "appos" and child.pos_ == "NOUN" and is_body_noun(child) for child in name.rights)


def _is_vessel(noun: Token) -> bool:
    """Tell whether a noun is of ships, so that a name behind it is a ship's: 'the landing ship Kaliningrad'."""
    return category_of(noun) in _VESSELS and noun.dep_ in ("compound", "nmod", "nsubj", "dobj", "pobj", "appos", "ROOT")
