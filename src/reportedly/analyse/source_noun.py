"""Tell what sort of source a noun stands for, and how such a source knows."""

from __future__ import annotations

from functools import cache

from reportedly.attribution import Basis, SpeakerKind
from reportedly.data import read_table


@cache
def source_nouns() -> dict[str, tuple[SpeakerKind, Basis]]:
    """Give, for each noun that a source may turn on, the kind of source and how it knows."""
    rows = read_table("speaker_kinds.tsv")
    return {row["noun"]: (SpeakerKind(row["kind"]), Basis(row["basis"])) for row in rows}


def source_kind(lemma: str) -> SpeakerKind | None:
    """Give what sort of source the noun stands for; None for a noun that is no source."""
    return source_nouns().get(lemma, (None, None))[0]


def speaking_noun(lemma: str) -> bool:
    """Tell whether the noun is one of people or bodies that speak."""
    return source_kind(lemma) in (SpeakerKind.ANONYMOUS, SpeakerKind.ORGANISATION)
