"""What a report says of which place a name means: the countries and places it speaks of, and the names beside it."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from reportedly.analyse.gazetteer import GazetteerEntry
from reportedly.analyse.place_evidence import Mention
from reportedly.analyse.place_order import DIVISIONS, Holding, closes, find_holdings, find_lists, find_people, same_sort
from reportedly.event import distance_km

# Weights were set on the GeoWebNews and GeoVirus development sets; a unit is a factor of ten in inhabitants.
_KIND_PRIOR: Final = (
    {"no_point": 20.0, "country": 10.5, "continent": 9.0, "seat": 9.0, "ocean": 8.0, "sea": 7.5}
    | dict.fromkeys(("region", "strait", "canal", "front"), 6.0)
    | dict.fromkeys(("gulf", "mountains", "river", "islands", "crossing", "facility"), 5.0)
    | dict.fromkeys(("port", "island", "lake", "valley", "peninsula", "desert", "delta"), 4.0)
    | {"coast": 3.0, "bay": 3.0, "cape": 3.0, "base": 2.5, "airport": 1.5}
)
_OWN_TABLE: Final = 1.5  # what we wrote down ourselves is in the news
_OWN_NAME: Final = 0.8
_COUNTY: Final = 0.8
_CAPITAL: Final = 2.0
_CONTAINED: Final = 8.0
_CONTAINED_LOOSELY: Final = 4.5  # 'Homs in Syria', "Syria's Homs"
_ELSEWHERE: Final = -8.0  # 'Bradford, Ontario' is none of the Bradfords that lie elsewhere
_HOLDS: Final = 5.0  # of 'Atlanta, Georgia' the one is meant that has an Atlanta
_LESS_LIKELY: Final = 4.0  # than the likeliest place of the name, and still to be thought of
_SIDE_BY_SIDE: Final = 6.0  # times the share of a list that are of one sort: 'Florida, Georgia and Texas'
_IN_COUNTRY: Final = 3.5
_NEAR: Final = 1.5
_NEAR_KM: Final = 250.0
_BESIDE_KM: Final = 100.0  # how far from a town lies what is said to be in it or near it
KNOWN_TOWN: Final = 100_000  # inhabitants
_METROPOLITAN: Final = 1_000_000
_LEADING: Final = 0.4  # the share of a report's names from which it is of a country
_STRAY: Final = -6.0
TOWN_SHARE: Final = 0.05  # the part of a division's people from which a town of its name is meant by it
_METROPOLIS: Final = 0.25  # the part of a state's people from which its name alone is its city's
_SMALL: Final = frozenset({"airport", "city", "county", "province"})
_ENOUGH_SETTLED: Final = 3  # places that must be known before one is far from all of them
_FAR_KM: Final = 1500.0


def apart_km(a: GazetteerEntry, b: GazetteerEntry) -> float:
    """Give the great-circle distance of two places; infinite where one has no point."""
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return math.inf
    return distance_km((a.lat, a.lon), (b.lat, b.lon))


_TOWN_OF_OURS = 100_000  # inhabitants of a town that our own table names, which tells none


def prior(entry: GazetteerEntry) -> float:
    """Say how likely a place is meant by its name alone."""
    known = _KIND_PRIOR.get(entry.kind)
    people = entry.population or (_TOWN_OF_OURS if entry.kind == "city" and entry.ref == "reportedly" else 0)
    weight = known if known is not None else math.log10(people + 10)
    if entry.kind == "county":
        weight -= _COUNTY
    if entry.capital:
        weight += _CAPITAL
    return weight + (_OWN_TABLE if entry.ref == "reportedly" else 0.0) + (_OWN_NAME if entry.main else 0.0)


def contains(holder: GazetteerEntry, entry: GazetteerEntry) -> bool:
    """Tell whether one place lies in another by their codes."""
    if holder.id == entry.id or holder.country is None or holder.country != entry.country:
        return False
    if holder.kind == "country":
        return True
    if holder.kind == "province":
        return holder.admin == entry.admin
    if holder.kind == "county" and None not in (holder.admin, entry.admin) and holder.admin != entry.admin:
        return False
    return apart_km(holder, entry) <= max(_BESIDE_KM, 1.5 * holder.radius_km)


class Context:
    """The countries and places that a report speaks of."""

    def __init__(self, peoples: Counter[str], spoken_of: set[str]) -> None:
        self.peoples = peoples  # how often each country's people are named
        self.spoken_of = spoken_of  # those named themselves or by their people
        self.votes: dict[str, Counter[str]] = {}  # a name, folded, -> the countries that its uses speak for
        self.settled: list[GazetteerEntry] = []
        self.countries = Counter(peoples)
        self.total = sum(peoples.values())

    def vote(self, name: str, country: str) -> None:
        """Count one use of a name for a country."""
        self.votes.setdefault(name.lower(), Counter())[country] += 1
        self.countries[country] += 1
        self.total += 1

    def share(self, country: str, name: str) -> float:
        """Give the share of the report that speaks of a country; what `name` itself says does not count."""
        own = self.votes.get(name.lower(), Counter())
        return (self.countries[country] - own[country]) / max(1, self.total - sum(own.values()))

    def support(self, mention: Mention, entry: GazetteerEntry) -> float:
        """Say how well a place fits what else the report speaks of; its rivals for the name do not count."""
        score = 0.0
        if entry.kind != "country" and entry.country:
            score += _IN_COUNTRY * math.sqrt(self.share(entry.country, mention.name))
        if entry.kind not in ("country", "continent") and any(
            other not in mention.entries and apart_km(other, entry) <= _NEAR_KM for other in self.settled
        ):
            score += _NEAR
        return score + (_STRAY if self.is_stray(entry) else 0.0)

    def prefers_namesake(self, mention: Mention, country: GazetteerEntry) -> bool:
        """Tell whether nothing speaks of a country, and the report is of one that has a division of its name."""
        rivals = {e.country for e in mention.entries if e.kind == "province" and e.main} - {None, country.country}
        return self.share(country.country or "", mention.name) == 0.0 and any(
            self.share(rival or "", mention.name) >= _LEADING for rival in rivals
        )

    def is_stray(self, entry: GazetteerEntry) -> bool:
        """Tell whether a small place lies far from all the others, in a country that the report does not name.

        A larger one is as stray where the name is not its own.
        """
        known = entry.population >= (KNOWN_TOWN if entry.main else _METROPOLITAN)
        if known or entry.kind not in _SMALL or len(self.settled) < _ENOUGH_SETTLED:
            return False
        return entry.country not in self.spoken_of and all(
            other.id == entry.id or apart_km(other, entry) > _FAR_KM for other in self.settled
        )


@dataclass(frozen=True, slots=True)
class Setting:
    """What the sentence around a mention says of which place it is."""

    by: int | None = None  # the number of the mention that holds it
    holders: tuple[GazetteerEntry, ...] = ()  # what may hold it
    told: bool = False  # whether that it is held is said outright
    held: tuple[GazetteerEntry, ...] = ()  # what it may hold
    siblings: tuple[tuple[GazetteerEntry, ...], ...] = ()  # what each other name in its list may mean

    def support(self, mention: Mention, entry: GazetteerEntry) -> float:
        """Say how well a place fits the names beside it."""
        score = 0.0
        if any(contains(holder, entry) for holder in self.holders) and not _is_lesser(entry, mention.entries):
            score += _CONTAINED if self.told else _CONTAINED_LOOSELY
        elif self.told and _excludes(self.holders, entry):
            score += _ELSEWHERE
        if any(contains(entry, other) for other in self.held):
            score += _HOLDS
        if self.siblings:
            alike = sum(any(same_sort(entry, other) for other in others) for others in self.siblings)
            score += _SIDE_BY_SIDE * alike / (len(self.siblings) + 1)
        return score


def _excludes(holders: Sequence[GazetteerEntry], entry: GazetteerEntry) -> bool:
    """Tell whether a place lies in none of the divisions that are said to hold it."""
    divisions = [holder for holder in holders if holder.kind in ("country", "province") and holder.main]
    return (
        bool(divisions)
        and entry.kind in _SMALL
        and all(holder.country != entry.country or holder.kind == "province" for holder in divisions)
    )


def _is_lesser(entry: GazetteerEntry, entries: Sequence[GazetteerEntry]) -> bool:
    """Tell whether a county bears the name of a country or province: 'Texas, Oklahoma and Ohio' is a list."""
    return entry.kind == "county" and any(other.main and other.kind in ("country", "province") for other in entries)


def has_town(entries: Sequence[GazetteerEntry], division: GazetteerEntry, share: float) -> bool:
    """Tell whether a town of the same name has at least this share of the division's people."""
    return any(
        entry.kind == "city"
        and (entry.country, entry.admin) == (division.country, division.admin)
        # Reports on America mean the state by 'Oklahoma' and say 'Oklahoma City'; by 'New York' they mean the city.
        and entry.population
        >= (share if entry.main or division.country != "US" else max(share, _METROPOLIS)) * division.population
        for entry in entries
    ) or any(
        (entry.kind, entry.ref, entry.main, entry.country) == ("city", "reportedly", True, division.country)
        for entry in entries
    )


def likeliest(entries: Sequence[GazetteerEntry]) -> GazetteerEntry | None:
    """Give the place that a name means where nothing else is known."""
    return max(entries, key=prior, default=None)


def read_settings(mentions: Sequence[Mention]) -> list[Setting]:
    """Read how the mentions stand to each other, and mark those that hold another."""
    holdings, lists = find_holdings(mentions), find_lists(mentions)
    held: dict[int, tuple[GazetteerEntry, ...]] = {}
    for number, holding in enumerate(holdings):
        if holding is None or _is_list(mentions, lists, number, holding):
            holdings[number] = None
        elif holding.told:
            mentions[holding.by].holds = True
            top = likeliest(mentions[number].entries)
            held[holding.by] = (top,) if top else ()
    return [
        Setting(
            by=holding.by if holding else None,
            holders=mentions[holding.by].entries if holding else _people(mentions[number]),
            told=bool(holding and holding.told and closes(mentions[number].doc, mentions[holding.by].last)),
            held=held.get(number, ()),
            siblings=tuple(_siblings(mentions, lists[number], number)),
        )
        for number, holding in enumerate(holdings)
    ]


def _people(mention: Mention) -> tuple[GazetteerEntry, ...]:
    """Give the country that a people's name before a place tells."""
    country = find_people(mention)
    return (country,) if country is not None else ()


def _siblings(mentions: Sequence[Mention], listed: Sequence[int], number: int) -> Iterator[tuple[GazetteerEntry, ...]]:
    """Give the countries and divisions that each other name of a list may mean; none where it means a town."""
    for other in listed:
        entries = mentions[other].entries if other != number else ()
        least = max((prior(entry) for entry in entries), default=0.0) - _LESS_LIKELY
        meant = tuple(
            entry
            for entry in entries
            if entry.kind in DIVISIONS
            and entry.main
            and prior(entry) >= least
            and not has_town(entries, entry, TOWN_SHARE)
        )
        if meant:
            yield meant


def _is_list(mentions: Sequence[Mention], lists: Sequence[tuple[int, ...]], number: int, holding: Holding) -> bool:
    """Tell whether a comma counts up: 'Niger, Nigeria and Togo', 'Washington, Pennsylvania and California'."""
    if not holding.told or holding.by not in lists[number] or len(lists[number]) < 3:
        return False
    top = likeliest(mentions[holding.by].entries)
    return top is not None and any(same_sort(entry, top) for entry in mentions[number].entries)
