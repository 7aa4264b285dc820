"""Choose which place of a name is meant: by the noun beside it, what holds it, the countries and places around it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from reportedly.analyse.gazetteer import OURS, GazetteerEntry
from reportedly.analyse.place_base import is_naval
from reportedly.analyse.place_context import (
    KNOWN_TOWN,
    TOWN_SHARE,
    Context,
    Setting,
    apart_km,
    contains,
    has_town,
    likeliest,
    prior,
    read_settings,
)
from reportedly.analyse.place_evidence import Mention
from reportedly.analyse.place_order import DIVISIONS
from reportedly.data import read_words

# Weights were set on the GeoWebNews and GeoVirus development sets; a unit is a factor of ten in inhabitants.
_BESIDE_TOWN: Final = -1.5  # of 'Istanbul' the city is meant, where a fair part of the province lives in it
_WANTED: Final = 6.0
_SECOND_CHOICE: Final = 1.5  # a noun's first kind beats its second: 'the Rafah crossing' is not the town
_BUILT: Final = frozenset({"airport", "base", "crossing"})
_BUILT_TOLD: Final = 4.0
_UNWANTED: Final = -3.0
_SAME_NAME: Final = -5.0  # a division or town that bears its country's name is meant only where a noun says so
_BY_NAME: Final = -2.0  # a place by an old or a nick name, where a town of that very name is known
_METROPOLIS: Final = 1_000_000  # inhabitants
_FAR_LARGER: Final = 20  # times the people
_NAMESAKE: Final = -3.5
MOST_LEAD: Final = 12.0  # of a place without rivals; none outweighs its rivals by more
_ELSEWHERE_KM: Final = 100.0  # a rival as near as this is as good as the place itself
_HELD_WITHIN_KM: Final = 30.0  # the radius up to which a holder tells where a place is
_UNTOLD: Final = -3.0
_FLOWN: Final = 4.0
_HAMLET: Final = 3_000  # inhabitants
_LEAST: Final = 2.2  # a lone hamlet of the name, in a country that the report does not speak of, is not it


@dataclass(frozen=True, slots=True)
class Choice:
    """The place that a mention means, and how clear that is."""

    entry: GazetteerEntry | None  # None where the gazetteer has no place that fits
    within: GazetteerEntry | None = None  # what is said to hold a place without an entry, where that is small
    weight: float = 0.0  # what speaks for the place
    lead: float = MOST_LEAD  # by how much it outweighs the likeliest place elsewhere
    told: bool = False  # whether what holds it stands beside it


def _fit(entry: GazetteerEntry, wanted: tuple[str, ...], *, whole: bool) -> float:
    """Say how a place suits the noun beside its name; what bears the `whole` name in our table suits any."""
    if not wanted or "facility" in wanted:
        return 0.0
    if entry.kind == wanted[0] and entry.kind in _BUILT:
        return _WANTED + _BUILT_TOLD
    if entry.kind in wanted:
        return _WANTED - _SECOND_CHOICE * wanted.index(entry.kind)
    return 0.0 if whole else _UNWANTED


def _is_whole(mention: Mention, entry: GazetteerEntry) -> bool:
    """Tell whether a place of our table is told by its own full name of several words: 'CFB Cold Lake'."""
    return entry.ref == OURS and entry.main and mention.last - mention.first > 1


def _score(mention: Mention, entry: GazetteerEntry, context: Context, setting: Setting) -> float:
    score = (
        prior(entry) + _fit(entry, mention.wanted, whole=_is_whole(mention, entry)) + context.support(mention, entry)
    )
    score += setting.support(mention, entry)
    if entry.kind != "country" and any(e.kind == "country" and e.country == entry.country for e in mention.entries):
        score += _SAME_NAME
    share = 0.0 if mention.dateline else TOWN_SHARE  # a report is written in a town
    if entry.kind in ("province", "county") and not mention.holds and has_town(mention.entries, entry, share):
        score += _BESIDE_TOWN
    if entry.kind == "country" and context.prefers_namesake(mention, entry):
        score += _NAMESAKE
    if not entry.main and any(_is_known_so(other, entry) for other in mention.entries):
        score += _BY_NAME
    return score + _untold(mention, entry)


def _is_known_so(other: GazetteerEntry, entry: GazetteerEntry) -> bool:
    """Tell whether a name is a known town's own, or a far larger one's too: by 'New York' no village is meant."""
    if other.kind != "city" or other.id == entry.id:
        return False
    return other.population >= (KNOWN_TOWN if other.main else max(_METROPOLIS, _FAR_LARGER * entry.population))


def _untold(mention: Mention, entry: GazetteerEntry) -> float:
    """Say what speaks against an airfield that no noun tells: 'in Belaya', or for a base that is flown from.

    A hamlet is no rival of a base of our own table that has its name: Nevatim in the news is the air base.
    """
    if entry.kind not in ("airport", "base") or mention.wanted or mention.last - mention.first > 1:
        return 0.0
    ours = entry.ref == OURS
    if (entry.kind == "base" or ours) and mention.is_flown:
        return _FLOWN
    if entry.kind == "base" and is_naval(entry) and mention.is_sailed:
        return _FLOWN
    others = any(
        other.kind in ("city", "province", "county") and (not ours or other.population >= _HAMLET or other.ref == OURS)
        for other in mention.entries
    )
    return _UNTOLD if others or (entry.kind == "airport" and not mention.is_flown and not ours) else 0.0


def _best(mention: Mention, context: Context, setting: Setting) -> Choice:
    """Give the place that fits best; none where none fits well enough."""
    scored = [
        (_score(mention, entry, context, setting), -i)
        for i, entry in enumerate(mention.entries)
        # Another romanisation is one only in a country that the report speaks of; elsewhere it is another name.
        if not mention.romanised or entry.country in context.countries
    ]
    if not scored or max(scored)[0] < _LEAST:
        return Choice(None)
    weight, place = max(scored)
    entry = mention.entries[-place]
    rivals = [score for score, i in scored if apart_km(mention.entries[-i], entry) > _ELSEWHERE_KM]
    lead = min(MOST_LEAD, weight - max(rivals, default=-MOST_LEAD))
    return Choice(entry, weight=weight, lead=lead, told=any(contains(holder, entry) for holder in setting.holders))


def choose_places(mentions: Sequence[Mention], countries: Counter[str]) -> list[Choice]:
    """Give the place that each mention means.

    Args:
        mentions: the report's, in reading order.
        countries: how often the report names each country by demonyms, ISO 3166-1 alpha-2.
    """
    spoken_of = {e.country for m in mentions for e in m.entries if e.kind == "country" and e.main and e.country}
    context = Context(countries, spoken_of | set(countries))
    for mention in mentions:
        top = likeliest(mention.entries)
        if top is not None and top.country and top.main and (top.kind in DIVISIONS or top.capital):
            context.vote(mention.name, top.country)
    settings = read_settings(mentions)
    chosen = _settle(mentions, context, settings)
    entries = [choice.entry for choice in chosen if choice.entry]
    # A capital is named for its government in reports of any town of the land, and is no neighbour's sign.
    near = (entry for entry in entries if entry.kind in ("city", "province") and not entry.capital)
    context.settled = list({entry.id: entry for entry in near}.values())[:60]
    for mention, choice in zip(mentions, chosen, strict=True):
        if choice.entry is not None and choice.entry.country and choice.entry.kind == "city":
            context.vote(mention.name, choice.entry.country)
    return _settle(mentions, context, settings)


def _settle(mentions: Sequence[Mention], context: Context, settings: Sequence[Setting]) -> list[Choice]:
    """Choose for every mention; a bare name later means what it meant with its holder before."""
    meant: dict[str, Choice] = {}
    chosen: list[Choice] = []
    shorter = _shorter(mentions)
    for mention, setting in zip(mentions, settings, strict=True):
        name = mention.name.lower()
        alone = not setting.told and not setting.siblings and not mention.wanted
        if alone and name in meant:
            chosen.append(meant[name])
            continue
        choice = _best(mention, context, setting)
        if name in shorter and choice.entry is not None and choice.entry.country not in context.spoken_of:
            choice = _best(shorter[name], context, setting)
        chosen.append(choice)
        if choice.entry is not None and (setting.told or name not in meant):
            meant[name] = choice
    return [
        _within(choice, mention, setting, chosen)
        for choice, mention, setting in zip(chosen, mentions, settings, strict=True)
    ]


def _shorter(mentions: Sequence[Mention]) -> dict[str, Mention]:
    """Give the landforms of a report by their names without the noun: 'Scarborough' of 'Scarborough Shoal'."""
    nouns = read_words("toponym_landforms.txt")
    long = [mention for mention in mentions if mention.entries and mention.last - mention.first > 1]
    return {
        name.lower(): mention
        for mention in long
        for name, _, noun in [mention.name.rpartition(" ")]
        if noun.lower() in nouns
    }


def _within(choice: Choice, mention: Mention, setting: Setting, chosen: Sequence[Choice]) -> Choice:
    """Put a place of which nothing more is known into the town that holds it: 'the Bab el-Oued clinic in Algiers'."""
    if setting.by is None:
        return choice
    holder = chosen[setting.by].entry
    if holder is None or holder.lat is None or holder.radius_km > _HELD_WITHIN_KM or holder.kind in DIVISIONS:
        return choice
    if choice.entry is None or (mention.site and apart_km(holder, choice.entry) > _ELSEWHERE_KM):
        return Choice(None, within=holder, weight=chosen[setting.by].weight, lead=chosen[setting.by].lead, told=True)
    return choice
