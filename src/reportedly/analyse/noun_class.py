"""Tell what kind of thing a noun stands for: what can act, what can move, where something can be."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from reportedly.analyse.asset import category_of
from reportedly.analyse.quantity import GROUPS, of_noun
from reportedly.data import read_table

if TYPE_CHECKING:
    from reportedly.analyse.parsed import Token

ACTS = frozenset({"force", "state", "person", "body", "name", "pronoun"})
MOVES = ACTS | {"asset"}
ARMED = frozenset({"asset", "force", "state", "pronoun"})
UNIT = frozenset({"asset", "force"})
_NAMED = {"PERSON": "person", "ORG": "name", "NORP": "force", "GPE": "state", "FAC": "place", "LOC": "place"}
_SUMS = frozenset({"MONEY", "PERCENT", "QUANTITY", "TIME", "DATE"})
_MISREAD = {"bases": "base", "axes": "axe"}  # the model takes 'bases' for the plural of 'basis'
# They are what they are of: 'thousands of teachers', 'tonnes of cocaine', 'much of the town'; alone, people.
_COUNTS = frozenset(
    "dozens hundreds thousands millions scores tens others none ones first second third last half part parts much most"
    " majority rest elements remnants members tonnes tonne tons ton kilos kilograms litres barrels lorryloads"
    " truckloads shipload".split()
)
_KINDS = frozenset({"kind", "sort", "type", "variant", "version", "model", "form", "batch"})
_PRONOUNS = frozenset("he she they it we i you him her them who us".split())


@cache
def _classes() -> dict[str, frozenset[str]]:
    """Give the classes of nouns: what our own table says of one comes before WordNet's first sense."""
    found: dict[str, set[str]] = {}
    for row in read_table("categories.tsv"):
        found.setdefault(row["noun"], set()).add(row["class"])
    classes = {row["noun"]: frozenset({row["class"]}) for row in read_table("noun_classes.tsv")}
    return classes | {noun: frozenset(kinds) for noun, kinds in found.items()}


@cache
def _armed_groups() -> frozenset[str]:
    """Give the names of one word of those who fight: 'Houthis'."""
    rows = [row for row in read_table("actors_groups.tsv") if row["role"] in ("REB", "UAF")]
    names = [name for row in rows for name in (row["name"], *row["aliases"].split("|"))]
    return frozenset(name for name in names if name.isalpha())


def noun_lemma(token: Token) -> str:
    """Give the singular of a noun, lower case; 'barracks' and 'troops' as they stand."""
    lemma = _MISREAD.get(token.lower_) or token.lemma_.lower()
    return token.lower_ if lemma not in _classes() and token.lower_ in _classes() else lemma


@lru_cache(maxsize=4096)  # every noun is asked for some times over
def classes_of(token: Token) -> frozenset[str]:
    """Give every class that `token` may belong to: force, body, state, person, place, thing, asset, name, pronoun.

    Empty where nothing is known of it, as with 'prices' and 'talks'.
    """
    if token.ent_type_ in _SUMS and category_of(token) is None:  # 'two mortars' are no sum, whatever the model says
        return frozenset()
    if token.lower_ in _PRONOUNS:
        return frozenset({"pronoun"})
    found = set(_classes().get(noun_lemma(token), frozenset()))
    if category_of(token) is not None:
        found.add("asset")
    named = _NAMED.get(token.ent_type_)
    if named is not None and token.pos_ == "PROPN":
        found.add(named)
    if token.pos_ == "PROPN" and token.text in _armed_groups():
        found = found - {"person"} | {"force"}  # whatever the model takes them for
    if token.pos_ == "PROPN" and not found:
        found.add("name")
    if (
        (token.pos_ in ("NUM", "ADJ", "PRON", "DET") and token.lower_ not in ("that", "this"))
        or token.like_num
        or token.lower_ in _COUNTS
    ):
        found |= _of(token)
    elif noun_lemma(token) in GROUPS and (members := of_noun(token)) is not None:
        found |= classes_of(members)  # 'a second batch of 22 prisoners'
    return frozenset(found)


def any_of(tokens: Iterable[Token], wanted: frozenset[str]) -> bool:
    """Tell whether any of some nouns is of one of the wanted classes."""
    return any(classes_of(token) & wanted for token in tokens)


def is_share(noun: Token) -> bool:
    """Tell whether a noun or a number is only a share of what 'of' brings in: 'much of its fleet'."""
    return noun.lower_ in _COUNTS or noun.lemma_.lower() in _KINDS or noun.like_num


def _of(token: Token) -> frozenset[str]:
    """Give the class of what is counted: 'two of the ships', 'dozens of soldiers', '12 were killed'."""
    counted = of_noun(token)
    if counted is not None:
        return classes_of(counted)
    return frozenset({"person"}) if token.like_num or token.pos_ == "NUM" else frozenset({"pronoun"})
