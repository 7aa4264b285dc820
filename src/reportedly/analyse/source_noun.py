"""Tell what sort of source a noun stands for, and how such a source knows."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from reportedly.attribution import Basis, SpeakerKind
from reportedly.data import read_table

if TYPE_CHECKING:
    from reportedly.analyse.parsed import Token


_SINGULAR = {"people": "person"}  # the model gives no singular for it


@cache
def source_nouns() -> dict[str, tuple[SpeakerKind, Basis]]:
    """Give, for each noun that a source may turn on, the kind of source and how it knows."""
    rows = read_table("speaker_kinds.tsv")
    return {row["noun"]: (SpeakerKind(row["kind"]), Basis(row["basis"])) for row in rows}


def source_kind(lemma: str) -> SpeakerKind | None:
    """Give what sort of source the noun stands for; None for a noun that is no source."""
    return source_nouns().get(lemma, (None, None))[0]


def noun_form(noun: Token) -> str:
    """Give a noun's dictionary form, lower case; 'start-up' for the model's 'up'."""
    joined = noun.i > 1 and noun.nbor(-1).tag_ == "HYPH"
    joined = joined or (noun.i > 1 and noun.nbor(-1).text == "-" and not noun.nbor(-1).whitespace_)
    form = f"{noun.nbor(-2).lower_}-{noun.lower_}" if joined else ""
    return form if form in source_nouns() else _SINGULAR.get(noun.lemma_.lower(), noun.lemma_.lower())


def is_body_noun(noun: Token) -> bool:
    """Tell whether a noun is one of bodies: 'agency', 'carmaker', 'start-up'; not 'lawmaker'."""
    form = noun_form(noun)
    kind = source_kind(form)
    return kind is SpeakerKind.ORGANISATION or (kind is None and noun.is_lower and form.endswith("maker"))


def speaking_noun(lemma: str) -> bool:
    """Tell whether the noun is one of people or bodies that speak."""
    return source_kind(lemma) in (SpeakerKind.ANONYMOUS, SpeakerKind.ORGANISATION)


def listed_noun(noun: Token) -> tuple[SpeakerKind, Basis] | None:
    """Give what the table of source nouns says of a noun, or of it with the word before it: 'news site'."""
    before = noun.nbor(-1).lower_ if noun.i else ""
    keys = (f"{before} {noun.lemma_.lower()}", noun.lemma_.lower(), noun.lower_, noun.lower_.rstrip("s"))
    return next((source_nouns()[key] for key in keys if key in source_nouns()), None)


def is_passed_round(who: Token) -> bool:
    """Tell whether papers are documents and no newspaper: 'procurement papers seen by Reuters'."""
    seen = any(c.dep_ == "acl" and c.lemma_ in ("draft", "draw", "leak", "obtain", "review", "see") for c in who.rights)
    return who.lemma_.lower() == "paper" and seen
