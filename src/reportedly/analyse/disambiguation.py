"""Choose which place of a name is meant: by the noun beside it, what holds it, the countries and places around it."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from typing import Final

from reportedly.analyse.gazetteer import GazetteerEntry
from reportedly.analyse.place_evidence import Mention
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
_BESIDE_TOWN: Final = -1.5  # of 'Istanbul' the city is meant, where a fair part of the province lives in it
_TOWN_SHARE: Final = 0.2
_CAPITAL: Final = 2.0
_CONTAINED: Final = 8.0
_WANTED: Final = 6.0
_SECOND_CHOICE: Final = 1.5  # a noun's first kind beats its second: 'the Rafah crossing' is not the town
_BUILT: Final = frozenset({"airport", "base", "crossing"})
_BUILT_TOLD: Final = 4.0
_UNWANTED: Final = -3.0
_IN_COUNTRY: Final = 3.5
_NEAR: Final = 1.5
_NEAR_KM: Final = 250.0
_SAME_NAME: Final = -5.0  # a division or town that bears its country's name is meant only where a noun says so
_BY_NAME: Final = -2.0  # a place by an old or a nick name, where a town of that very name is known
_KNOWN_TOWN: Final = 100_000  # inhabitants
_STRAY: Final = -6.0
_SMALL: Final = frozenset({"airport", "city", "county", "province"})
_ENOUGH_SETTLED: Final = 3  # places that must be known before one is far from all of them
_FAR_KM: Final = 1500.0
_LEAST: Final = 2.2  # a lone hamlet of the name, in a country that the report does not speak of, is not it


def _apart_km(a: GazetteerEntry, b: GazetteerEntry) -> float:
    """Give the great-circle distance of two places; infinite where one has no point."""
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return math.inf
    return distance_km((a.lat, a.lon), (b.lat, b.lon))


def _prior(entry: GazetteerEntry) -> float:
    """Say how likely a place is meant by its name alone."""
    known = _KIND_PRIOR.get(entry.kind)
    prior = known if known is not None else math.log10(entry.population + 10)
    if entry.kind == "county":
        prior -= _COUNTY
    if entry.capital:
        prior += _CAPITAL
    return prior + (_OWN_TABLE if entry.ref == "reportedly" else 0.0) + (_OWN_NAME if entry.main else 0.0)


def _fit(entry: GazetteerEntry, wanted: tuple[str, ...]) -> float:
    """Say how a place suits the noun beside its name."""
    if not wanted or "facility" in wanted:
        return 0.0
    if entry.kind == wanted[0] and entry.kind in _BUILT:
        return _WANTED + _BUILT_TOLD
    return _WANTED - _SECOND_CHOICE * wanted.index(entry.kind) if entry.kind in wanted else _UNWANTED


def _holder(mentions: Sequence[Mention], index: int) -> Mention | None:
    """Give the mention that holds this one by a comma: 'Homs, Syria'."""
    if index + 1 >= len(mentions):
        return None
    here, after = mentions[index], mentions[index + 1]
    if after.doc is not here.doc or after.first != here.last + 1:
        return None
    return after if here.doc[here.last].text in (",", "(") else None


def _contains(holder: GazetteerEntry, entry: GazetteerEntry) -> bool:
    """Tell whether one place lies in another by their codes."""
    if holder.id == entry.id or holder.country is None or holder.country != entry.country:
        return False
    if holder.kind == "country":
        return True
    if holder.kind == "province":
        return holder.admin == entry.admin
    return _apart_km(holder, entry) <= max(60.0, 1.5 * holder.radius_km)


class Context:
    """The countries and places that a report speaks of."""

    def __init__(self, countries: Counter[str], spoken_of: set[str]) -> None:
        self.countries = countries
        self.spoken_of = spoken_of  # those named themselves or by their people
        self.total = max(1, sum(countries.values()))
        self.settled: list[GazetteerEntry] = []

    def support(self, entry: GazetteerEntry, rivals: Sequence[GazetteerEntry]) -> float:
        """Say how well a place fits what else the report speaks of; its rivals for the name do not count."""
        share = self.countries.get(entry.country or "", 0) / self.total
        score = _IN_COUNTRY * math.sqrt(share) if entry.kind != "country" else 0.0
        if entry.kind not in ("country", "continent") and any(
            other not in rivals and _apart_km(other, entry) <= _NEAR_KM for other in self.settled
        ):
            score += _NEAR
        return score + (_STRAY if self.is_stray(entry) else 0.0)

    def is_stray(self, entry: GazetteerEntry) -> bool:
        """Tell whether a small place lies far from all the others, in a country that the report does not name."""
        if entry.population >= _KNOWN_TOWN or entry.kind not in _SMALL or len(self.settled) < _ENOUGH_SETTLED:
            return False
        return entry.country not in self.spoken_of and all(
            other.id == entry.id or _apart_km(other, entry) > _FAR_KM for other in self.settled
        )


def _score(mention: Mention, entry: GazetteerEntry, context: Context, holders: tuple[GazetteerEntry, ...]) -> float:
    score = _prior(entry) + _fit(entry, mention.wanted) + context.support(entry, mention.entries)
    if any(_contains(holder, entry) for holder in holders) and not _is_lesser(entry, mention.entries):
        score += _CONTAINED
    if entry.kind != "country" and any(e.kind == "country" and e.country == entry.country for e in mention.entries):
        score += _SAME_NAME
    share = 0.0 if mention.dateline else _TOWN_SHARE  # a report is written in a town
    if entry.kind in ("province", "county") and not mention.holds and _has_town(mention.entries, entry, share):
        score += _BESIDE_TOWN
    if not entry.main and any(e.main and e.kind == "city" and e.population >= _KNOWN_TOWN for e in mention.entries):
        score += _BY_NAME
    if entry.kind in ("airport", "base") and not mention.wanted and mention.last - mention.first < 2:
        score -= 3.0
    return score


def _is_lesser(entry: GazetteerEntry, entries: Sequence[GazetteerEntry]) -> bool:
    """Tell whether a county bears the name of a country or province: 'Texas, Oklahoma and Ohio' is a list."""
    return entry.kind == "county" and any(other.main and other.kind in ("country", "province") for other in entries)


def _has_town(entries: Sequence[GazetteerEntry], division: GazetteerEntry, share: float) -> bool:
    """Tell whether a town of the same name has at least this share of the division's people."""
    return any(
        entry.kind == "city"
        # Reports on America mean the state by 'Oklahoma', and say 'Oklahoma City'.
        and (entry.main or division.country != "US")
        and (entry.country, entry.admin) == (division.country, division.admin)
        and entry.population >= share * division.population
        for entry in entries
    )


def _best(mention: Mention, context: Context, holders: tuple[GazetteerEntry, ...]) -> GazetteerEntry | None:
    """Give the place that fits best; None where none fits well enough."""
    scored = [
        (_score(mention, entry, context, holders), -i)
        for i, entry in enumerate(mention.entries)
        # Another romanisation is one only in a country that the report speaks of; elsewhere it is another name.
        if not mention.romanised or entry.country in context.countries
    ]
    if not scored or max(scored)[0] < _LEAST:
        return None
    return mention.entries[-max(scored)[1]]


def choose_places(mentions: Sequence[Mention], countries: Counter[str]) -> list[GazetteerEntry | None]:
    """Give the place that each mention means; None where the gazetteer has no place that fits.

    Args:
        mentions: the report's, in reading order.
        countries: how often the report names each country by demonyms, ISO 3166-1 alpha-2.
    """
    named = Counter(countries)
    for mention in mentions:
        top = [entry for entry in mention.entries if entry.kind in ("country", "province") and entry.main]
        if top and top[0].country:
            named[top[0].country] += 1
    spoken_of = {e.country for m in mentions for e in m.entries if e.kind == "country" and e.main and e.country}
    context = Context(named, spoken_of | set(countries))
    for index in range(len(mentions)):
        if (holder := _holder(mentions, index)) is not None:
            holder.holds = True
    chosen = _settle(mentions, context)
    context.settled = list(
        {entry.id: entry for entry in chosen if entry and entry.kind in ("city", "province")}.values()
    )[:60]
    for entry in chosen:
        if entry is not None and entry.country and entry.kind == "city":
            context.countries[entry.country] += 1
    context.total = max(1, sum(context.countries.values()))
    return _settle(mentions, context)


def _settle(mentions: Sequence[Mention], context: Context) -> list[GazetteerEntry | None]:
    """Choose for every mention; a bare name later means what it meant with its holder before."""
    meant: dict[str, GazetteerEntry] = {}
    chosen: list[GazetteerEntry | None] = []
    for index, mention in enumerate(mentions):
        holder = _holder(mentions, index)
        name = mention.name.lower()
        if holder is None and not mention.wanted and name in meant:
            chosen.append(meant[name])
            continue
        entry = _best(mention, context, holder.entries if holder else ())
        chosen.append(entry)
        if entry is not None and (holder is not None or name not in meant):
            meant[name] = entry
    return chosen
