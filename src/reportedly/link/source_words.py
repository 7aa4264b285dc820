"""What the words for a source say of it: how many, what sort, and from which level of a state."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from reportedly.data import read_table
from reportedly.text.number import read_number
from reportedly.text.word import words

_ENDS = frozenset(
    "who whom which that with in at of from for to on by about near close familiar speaking reached briefed working"
    " quoted cited said as".split()
)
_DEFINITE = frozenset("the this that these those his her its their our my both".split())
_SEVERAL = frozenset("several some many multiple numerous various few".split())
_LEVELS = frozenset(
    "district provincial regional national local federal state municipal city county village international".split()
)
_RANKS = frozenset("former retired ex junior senior deputy acting assistant".split())

_PARTITIVE = 3  # words of 'two of the'


class SourceWords(NamedTuple):
    """The words for a source, read."""

    head: str  # the noun, singular; empty where there is none
    plural: bool
    number: float | None  # told in figures or words
    several: bool
    definite: bool
    levels: frozenset[str]
    ranks: frozenset[str]  # 'former', 'senior'
    peoples: frozenset[str]  # words with a capital: 'Russian'
    other: frozenset[str]  # the other words before its end
    joined: bool  # more than one sort of source: 'two nurses and a driver'
    body: bool
    sort: int | None  # the same for nouns that may stand for each other; None for an unlisted one


@cache
def _roles() -> dict[str, tuple[str, int]]:
    """Read the nouns with what they are and their sort."""
    return {row["phrase"]: (row["field"], int(row["grade"])) for row in read_table("variation_roles.tsv")}


def sort_of(noun: str) -> int | None:
    """Give the sort of a noun; None for an unlisted one."""
    return _roles()[noun][1] if noun in _roles() else None


@cache
def _alike() -> frozenset[frozenset[int]]:
    """Read which two sorts of people may be told for each other."""
    rows = read_table("variation_roles_alike.tsv")
    return frozenset(frozenset(_roles()[row[side]][1] for side in ("wider", "other")) for row in rows)


def may_be_one(one: SourceWords, other: SourceWords) -> bool:
    """Tell whether two nouns are of one sort, or of two of which the one is the wider word: 'worker', 'docker'."""
    return one.sort == other.sort or frozenset({one.sort, other.sort}) in _alike()


def _singular(form: str) -> str:
    """Take the plural off a noun."""
    if form.endswith("men") and form[:-3] + "man" in _roles():
        return form[:-3] + "man"
    if form in _roles() or not form.endswith("s") or form.endswith("ss"):
        return form
    if form.endswith("ies"):
        return form[:-3] + "y"
    return next((cut for cut in (form[:-1], form[:-2]) if cut in _roles()), form[:-1])


def read_source(text: str) -> SourceWords:
    """Read the words for a source up to what only describes it.

    >>> read_source("two drivers who left").head, read_source("the army").body
    ('driver', True)
    """
    first = text.split(",")[0]
    forms = [word.form for word in words(first) if word.form != "s"]
    joined = " and " in f" {first} "
    single = forms[:2] == ["one", "of"]
    counted = (
        len(forms) > _PARTITIVE and forms[1] == "of" and forms[2] in _DEFINITE and read_number(forms[0]) is not None
    )
    forms = forms[2:] if single else [forms[0], *forms[3:]] if counted else forms  # 'two of the drivers'
    end = next((place for place, form in enumerate(forms) if place and form in _ENDS | {"and"}), len(forms))
    before = forms[:end]
    known = [form for form in before if _singular(form) in _roles()]
    noun = known[-1] if known else before[-1] if before else ""
    head = _singular(noun)
    capitals = frozenset(word.form for word in words(first) if word.start and first[word.start].isupper())
    kind, sort = _roles().get(head, ("", None))
    return SourceWords(
        head=head,
        plural=not single and (noun != head or head in ("people", "men", "women")),
        number=read_number(before[0]) if before else None,
        several=bool(before) and before[0] in _SEVERAL,
        definite=single or (bool(before) and before[0] in _DEFINITE),
        levels=frozenset(before) & _LEVELS,
        ranks=frozenset(before) & _RANKS,
        peoples=capitals & frozenset(before[:-1]),
        other=frozenset(before) - {noun},
        joined=joined,
        body=kind == "body",
        sort=sort,
    )
