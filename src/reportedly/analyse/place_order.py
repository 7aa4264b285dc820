"""How the names of places stand to each other in a sentence: one holds another, or they share a list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from reportedly.analyse.demonym import find_demonyms
from reportedly.analyse.name_extent import place_nouns
from reportedly.analyse.place_evidence import Mention

if TYPE_CHECKING:
    from reportedly.analyse.gazetteer import GazetteerEntry
    from reportedly.analyse.parsed import Doc

_JOINS: Final = frozenset({",", "and", "or", "/", "&"})
_ENDS: Final = frozenset({"and", "or", "&"})
_HOLDING: Final = frozenset({"in", "of", "near"})
# Words that may stand between a place and 'in' or 'of' what holds it: 'the Rice Lake area of Fulton County'.
_BETWEEN: Final = frozenset(
    "area district neighbourhood neighborhood suburb quarter located outskirts the part , , there".split()
)
_PARTS: Final = frozenset(
    "northern southern eastern western central northwestern northeastern southwestern southeastern".split()
)
_LONGEST_WAY: Final = 5  # tokens between a place and what holds it
_SORTS: Final = frozenset({"border", "capital", "coastal", "industrial", "main", "mining", "port", "seaside"})
_LONGEST_SORT: Final = 4  # tokens: 'coastal town of'
DIVISIONS: Final = frozenset({"country", "province"})


@dataclass(frozen=True, slots=True)
class Holding:
    """What is said to hold a place."""

    by: int  # the holder's number among the report's mentions
    told: (
        bool  # by a comma or brackets, 'Homs, Syria', which say nothing else; 'Homs in Syria' may be two ends of a way
    )


def find_lists(mentions: Sequence[Mention]) -> list[tuple[int, ...]]:
    """Give for each mention the numbers of those that it shares a list with, itself among them."""
    runs: list[list[int]] = []
    for number, mention in enumerate(mentions):
        if runs and _joined(mentions[runs[-1][-1]], mention):
            runs[-1].append(number)
        else:
            runs.append([number])
    shared: list[tuple[int, ...]] = [()] * len(mentions)
    for run in runs:
        # 'Homs, Syria' is no list of two: somewhere an 'and' joins.
        ended = any(_ended(mentions[a], mentions[b]) for a, b in pairwise(run))
        for number in run:
            shared[number] = tuple(run) if len(run) > 1 and ended else (number,)
    return shared


def _way(here: Mention, after: Mention) -> list[str] | None:
    """Give the words between two names of one parse; None where they are far apart or in two sentences."""
    gap = after.first - here.last
    if after.doc is not here.doc or not 0 < gap <= _LONGEST_WAY:
        return None
    words = here.doc[here.last : after.first]
    if any(token.is_sent_start for token in words) or here.doc[after.first].is_sent_start:
        return None
    return [token.lower_ for token in words]


def _joined(here: Mention, after: Mention) -> bool:
    way = _way(here, after)
    return way is not None and all(word in _JOINS or word == "the" for word in way)


def _ended(here: Mention, after: Mention) -> bool:
    way = _way(here, after)
    return way is not None and not _ENDS.isdisjoint(way)


def find_holdings(mentions: Sequence[Mention]) -> list[Holding | None]:
    """Give what holds each mention; None where nothing is said to."""
    found: list[Holding | None] = []
    for number, here in enumerate(mentions):
        before = mentions[number - 1] if number else None
        after = mentions[number + 1] if number + 1 < len(mentions) else None
        if after is not None and after.name != here.name and (told := _holds(here, after)) is not None:
            found.append(Holding(number + 1, told))
        elif before is not None and (_owns(before, here) or _is_of(before, here)):
            found.append(Holding(number - 1, False))
        else:
            found.append(None)
    return found


def _holds(here: Mention, after: Mention) -> bool | None:
    """Tell whether `after` is said to hold `here` and by nothing but a mark; None where it is not."""
    way = _way(here, after)
    if _is_of(here, after):
        return None
    if way and way[-1] in _PARTS:  # 'Tripoli, in northern Lebanon'
        way = way[:-1]
    if way in ([","], ["("], ["(", "the"], [",", "the"]):
        return True
    if way is None or not _HOLDING.intersection(way[-2:]) or (way[-1] not in _HOLDING and way[-1] != "the"):
        return None
    if not way:
        return None
    at = len(way) - 1 - (way[-1] == "the")
    if way[at] == "of" and at == 0:  # 'Bank of England' is held by nothing
        return None
    small = all(word in _BETWEEN or word in _HOLDING or word in place_nouns() for word in way)
    return False if small else None


def _owns(before: Mention, here: Mention) -> bool:
    """Tell whether a place's name owns another's: "Seoul's Jamsil Stadium"."""
    way = _way(before, here)
    return way is not None and way[0] in ("'s", "’s") and len(way) == 1


def _is_of(before: Mention, here: Mention) -> bool:
    """Tell whether a place's name says of what sort another is: 'the Palawan town of Quezon'."""
    way = _way(before, here)
    return way is not None and 1 < len(way) <= _LONGEST_SORT and way[-1] == "of" and _is_sort(way[:-1])


def _is_sort(words: Sequence[str]) -> bool:
    """Tell whether words are a noun for a settlement or a port, with adjectives of position before it."""
    noun = place_nouns().get(words[-1])
    # 'the Rimal neighbourhood of Gaza City' is held by what follows.
    settled = noun is not None and noun["kinds"].split()[-1] in ("city", "port") and words[-1] not in _BETWEEN
    return settled and all(word in _PARTS or word in _SORTS or word in place_nouns() for word in words[:-1])


def find_people(mention: Mention) -> GazetteerEntry | None:
    """Give the country whose people's name says of what sort a place is: 'the Egyptian port of Larn'."""
    doc, at = mention.doc, mention.first
    at -= 1 if at and doc[at - 1].lower_ == "of" else 0
    for size in range(1, _LONGEST_SORT):
        first = at - size
        if first < 1 or doc[first].is_sent_start or not _is_sort([token.lower_ for token in doc[first:at]]):
            break
        for start, end, entry in find_demonyms(doc):
            if end == first and start < end and entry is not None and entry.kind == "country":
                return entry
    return None


def same_sort(one: GazetteerEntry, other: GazetteerEntry) -> bool:
    """Tell whether two places are of one sort: two countries, or two divisions of one country."""
    if one.kind != other.kind or one.kind not in DIVISIONS:
        return False
    return one.id != other.id and (one.kind == "country" or one.country == other.country)


def closes(doc: Doc, last: int) -> bool:
    """Tell whether a holder's name ends the phrase: 'in Bradford, Ontario.', not 'In Moscow, Ukraine said'."""
    return last >= len(doc) or (not doc[last].is_alpha and doc[last].text not in ("'s", "’s", "-"))
