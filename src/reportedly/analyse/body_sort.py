"""Tell what sort of body a noun and a name stand for: whether Nordhav Shipping can be 'the company'."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from reportedly.analyse.body_trade import trades_of, trades_of_name
from reportedly.analyse.gazetteer import look_up
from reportedly.analyse.known import Known
from reportedly.analyse.name_marks import ARMED
from reportedly.analyse.source_name import is_body_name
from reportedly.analyse.source_noun import source_kind
from reportedly.attribution import SpeakerKind
from reportedly.data import read_table, read_words
from reportedly.text.newsroom import NewsroomKind, newsroom_forms

UNTOLD = 0.4  # for a body of which nothing says what sort it is
_OFTEN = 0.8  # for a body of which its noun says as little
UNLIKELY = 0.1
_RATHER_CALLED = 0.999  # one who was called so goes before one who may be
# Sorts of bodies whose names, or the words beside them, say it.
_BY_NAME = frozenset(
    "army church council court hospital ministry museum parliament police prison school state university".split()
)
_OF_STATE = frozenset("army council court ministry parliament police prison state".split())
TRADES = frozenset({"club", "company"})
_OF_TRADE = frozenset({"group", "organisation", "organization", "outfit"})
_TRADING = frozenset({"agency", "business", "enterprise", "group", "partnership", "service"})
AGENCIES = frozenset({"agency", "service"})
_OF_PLACES = _OF_STATE | {"club"}
_LARGE = 300_000  # people
_SHOWS = frozenset({"program", "programme"})
_PAPERS = frozenset("broadsheet daily journal magazine newspaper paper tabloid weekly".split())
_ON_AIR = frozenset("broadcaster channel fm network radio station television tv".split())
_SOMEBODYS = frozenset({"her", "his", "its", "my", "our", "their"})
# How a body's name of one word ends that says its sort: 'Nordbank', 'Rosenergo'.
_ENDINGS = {"bank": "company", "energo": "company", "neft": "company", "werke": "company", "bahn": "company"}


@cache
def _sorts() -> dict[str, str]:
    return {row["noun"]: row["sort"] for row in read_table("speaker_bodies.tsv")}


@cache
def _name_sorts() -> dict[str, str]:
    return {row["word"]: row["sort"] for row in read_table("speaker_name_sorts.tsv")}


@cache
def _epithets() -> dict[str, frozenset[str]]:
    rows = ((name, row["phrases"].split("|")) for row in read_table("speaker_epithets.tsv") for name in _names(row))
    return {name: frozenset(phrases) for name, phrases in rows}


def _names(row: Mapping[str, str]) -> list[str]:
    return row["names"].split("|")


def is_epithet(name: str | None, modifiers: frozenset[str], head: str) -> bool:
    """Tell whether a noun is what reports call a well-known body: 'the world body' for the United Nations."""
    phrases = _epithets().get((name or "").lower().removeprefix("the "), frozenset())
    return any(phrase.split()[-1:] == [head] and set(phrase.split()[:-1]) == modifiers for phrase in phrases)


def sorts_of(noun: str) -> frozenset[str]:
    """Give every sort of body that a noun stands for: 'the force' is the police or an army."""
    if noun.endswith("maker"):
        return frozenset({"company"})
    return frozenset(_sorts().get(noun, "").split())


def sort_of(noun: str) -> str | None:
    """Give what sort of body a noun stands for; None for a noun of none."""
    maker = noun.endswith("maker") and source_kind(noun) is not SpeakerKind.ANONYMOUS  # no 'lawmaker'
    told = _sorts().get(noun, "").split() if not maker else ["company"]
    return told[0] if told else None


def fits_sort(known: Known, head: str) -> float:
    """Give how well a body can be what the noun says, 0 to 1: no ministry is 'the company'."""
    sort, name = sort_of(head), known.speaker.name
    by_name = sort_of_name(name or "")
    told = {word for word in known.told if source_kind(word) is SpeakerKind.ORGANISATION}
    if not _SOMEBODYS.isdisjoint((name or "").lower().split()[:1]):
        return 0.0
    if name is not None and "'s " in name and name.split()[-1].islower() and sort in TRADES:
        return 0.0  # 'Nordhav's plant' is not the company
    if sort is None or name is None or not (name[:1].isupper() or told & _sorts().keys()):
        return 0.0
    if sort == "outlet" or known.speaker.kind is SpeakerKind.OUTLET:
        return _fits_outlet(known, name, head)
    armed = {ARMED} & known.marks
    sorts = (frozenset().union(*map(sorts_of, told)) | by_name | known.sorts | armed) - {"any", "outlet"}
    if sort not in ("any", "company") and "outlet" in known.sorts and sorts.isdisjoint(sorts_of(head)):
        return 0.0  # who was told something is no club and no watchdog
    if not sorts and sort not in _OF_PLACES and _is_large_place(name):
        return 0.0  # the town of a dateline is no company and no group
    if sort == "any" and sorts.isdisjoint(sorts_of(head)):
        return _fits_any(known, head, sorts)
    if not sorts.isdisjoint(sorts_of(head)):
        return float(_may_do(known, head))
    unlisted = any(sort_of(word) is None or (sort in TRADES and word not in _TRADING) for word in told)
    if sorts or (unlisted and not by_name) or sort in _BY_NAME:
        return 0.0  # no trust is 'the company'
    likely = "outlet" not in known.sorts and (not look_up(name) or is_body_name(name))
    return UNTOLD if likely else UNLIKELY


def _is_large_place(name: str) -> bool:
    """Tell whether a name is first of all a land's or a large town's: a smaller town's may be a firm's as well."""
    return any(p.capital or p.kind == "country" or p.population > _LARGE for p in look_up(name))


def _fits_any(known: Known, head: str, sorts: frozenset[str]) -> float:
    """Give how well a body of some sorts can be what a noun of no sort says: 'the agency', 'the group'."""
    if head not in _OF_TRADE:
        if sorts & TRADES or ("outlet" in known.sorts and head not in AGENCIES | _SHOWS):
            return 0.0  # no airline is 'the agency'
        name = known.speaker.name or ""
        if name[:1].isupper() and look_up(name) and not is_body_name(name):
            return 0.0  # no town is 'the trust'
        return _OFTEN if _is_any(known) else UNLIKELY  # 'the agency' is rather the one that is called so
    if sorts & _OF_STATE:
        return 0.0  # no government is 'the group'
    return UNLIKELY if "outlet" in known.sorts else float(_may_do(known, head))


def _fits_outlet(known: Known, name: str, head: str) -> float:
    """Give how well an outlet can be what a noun says: no radio station is 'the paper'."""
    outlet = known.speaker.kind is SpeakerKind.OUTLET or "outlet" in known.sorts
    words = set(name.lower().split())
    outlet = outlet or (head in _ON_AIR and bool(words & _ON_AIR))
    outlet = outlet or (head in _PAPERS and bool(words & read_words("newsroom_words.txt") - _ON_AIR))
    if head in AGENCIES and "agency" not in words and not _is_agency(name):
        return UNLIKELY * outlet  # 'the agency' is no podcast
    other = (head in _PAPERS and words & _ON_AIR) or (
        head in _ON_AIR and words & read_words("newsroom_words.txt") - _ON_AIR - {"news"}
    )
    return float((sort_of(head) == "outlet" or head in AGENCIES) and outlet and not other)


def _is_agency(name: str) -> bool:
    """Tell whether an outlet is known to sell its stories to others."""
    room = newsroom_forms().get(name)
    return room is not None and room.kind is NewsroomKind.AGENCY


def _is_any(known: Known) -> bool:
    """Tell whether a body is told to be of no narrow sort, and may go by any noun: an institute is 'the agency'."""
    words = {*known.told, *(known.speaker.name or "").lower().split()[-1:]}
    return any(sort_of(word) == "any" for word in words)


def _may_do(known: Known, head: str) -> bool:
    """Tell whether a firm may be in the trade that a noun says: no airline is 'the manufacturer'."""
    said, told = trades_of({head}), trades_of(known.told) | trades_of_name(known.speaker.name or "")
    return not said or not told or not said.isdisjoint(told)


def may_be_body(known: Known, head: str) -> float:
    """Give how well a body can be what a noun alone says, 0 to 1: by its name, by what it was called, by its sort."""
    name = known.speaker.name or ""
    if not name or name.islower():
        return 0.0
    return 1.0 if name.lower().endswith(f" {head}") or head in known.heads else _RATHER_CALLED * fits_sort(known, head)


def sort_of_name(name: str) -> frozenset[str]:
    """Give which sorts of bodies a name says that it is of: company for 'Nordhav Shipping'; none where it says none."""
    words = [word.strip(".,") for word in name.lower().split()]
    opens = words[:1] if words and words[0] in read_words("speaker_name_starts.txt") else []
    inner = words[-2:-1] if words[-1:] in (["center"], ["centre"]) else []  # 'Medical Center'
    mains = words[:1] if words[1:2] == ["of"] else [*inner, *words[-1:], *opens]
    found = next((_name_sorts()[word] for word in mains if word in _name_sorts()), None)
    found = found or next((sort for end, sort in _ENDINGS.items() if words and words[-1].endswith(end)), None)
    found = found or ("company" if "&" in words else None)  # 'Lind & Berg'
    return frozenset(found.split()) if found else frozenset()
