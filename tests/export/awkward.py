"""A dossier whose words are awkward for files: formulas, control characters, marks of direction, half a character."""

from __future__ import annotations

from dataclasses import replace

from reportedly.lineage import Family
from reportedly.picture import Dossier
from reportedly.reading import Sentence

from . import factory

WORDS = '=HYPERLINK("x") \x0b\x1b[31m\u202eturned round\u202c and half \ud800 of it\ufffe'
BODY = f"{WORDS}, a clerk said. The ledger of the harbour was closed at noon and nobody came back for it that day."
NAME = "@Harbour\x07 \u2067Post\u2069"


def dossier() -> Dossier:
    """The fire at the port with one more report, and a claim that rests on its words."""
    plain = factory.dossier()
    odd = factory.report(
        "f-odd", BODY, title="-2 ships\x00 left", publisher=NAME, url="https://odd.example/a?b=<c>", published="2024-03"
    )
    made = factory.claim("odd", f"'{WORDS}", (factory.support(odd, WORDS, "\t+clerk", "leg-odd"),), why="=1+1")
    family = Family(origin=odd.id, members=(odd.id,), inferred_origin=None)
    picture = replace(
        plain.picture,
        reports=(*plain.picture.reports, odd),
        claims=(*plain.picture.claims, made),
        families=(*plain.picture.families, family),
    )
    cut = BODY.index("The ledger")
    sentences = (Sentence(start=0, end=cut - 1), Sentence(start=cut, end=len(BODY)))
    read = replace(factory.reading(odd), sentences=sentences)
    return replace(
        plain,
        picture=picture,
        lineage=replace(plain.lineage, families=picture.families),
        readings=(*plain.readings, read),
    )
