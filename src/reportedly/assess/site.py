"""Sites: at each watched place what was seen, what came, what left and what is said of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from reportedly.assess.kin import AWAY, TOWARD, group
from reportedly.assess.mention import Mention, Mode
from reportedly.assess.place import place_key
from reportedly.attribution import Polarity
from reportedly.claim import Claim
from reportedly.data import read_words
from reportedly.event import Asset, Event, EventType, Place, Toponym, ToponymUse
from reportedly.picture import Heading, Sighting, Site, SiteEntry
from reportedly.reading import Reading
from reportedly.text.day import day_words

_MOVES = (AWAY, TOWARD, EventType.PRESENCE, EventType.TRANSIT)
_LINKING = frozenset("al and de del di el la le of the van von".split())  # words within names that are written small
_TOO_WIDE_KM = 60.0  # a country, a sea or a region is no site


@dataclass(slots=True)
class _Board:
    """What is put up under one place."""

    place: Place
    lists: dict[Heading, list[Sighting]] = field(default_factory=lambda: defaultdict(list))


def list_entries(claim: Claim, mention: Mention, reading: Reading) -> tuple[SiteEntry, ...]:
    """List on which boards a claim belongs, by the mention that it is told by and the reading that holds it.

    A site is a place of a kind that is watched (base, port, airport), or one where something is said to be, to
    have come or to have left. That nobody reports a thing there is never told as absence.
    """
    return tuple(
        SiteEntry(
            place=place,
            heading=heading,
            sighting=_sighting(claim, None if heading is Heading.STATEMENTS else mention.event),
        )
        for heading, place in _entries(mention, reading)
    )


def list_sites(entries: Iterable[SiteEntry], as_of: str | None) -> tuple[Site, ...]:
    """Put up the boards of all sites, by name.

    Args:
        entries: what claims say of them, in the order in which claims are shown.
        as_of: when the picture was taken.
    """
    boards: dict[str, _Board] = {}
    for entry in entries:
        board = boards.setdefault(place_key(entry.place), _Board(entry.place))
        board.lists[entry.heading].append(entry.sighting)
    sites = [_finish(board, as_of) for board in boards.values()]
    return tuple(sorted(sites, key=lambda site: (site.place.name, site.place.gazetteer_id or "")))


def _entries(mention: Mention, reading: Reading) -> list[tuple[Heading, Place]]:
    """List under which headings of which places a mention belongs."""
    event = mention.event
    found: list[tuple[Heading, Place]] = []
    if event is not None and group(event.type) in _MOVES and mention.mode is Mode.HAPPENED:
        found = [(heading, place) for heading, place in _moves(mention, event) if _is_site(place)]
    taken = {place_key(place) for _, place in found}
    for toponym in _watched(mention, reading):
        place = Place.of(toponym)
        if _is_site(place) and place_key(place) not in taken:
            taken.add(place_key(place))
            found.append((Heading.STATEMENTS, place))
    return found


def _moves(mention: Mention, event: Event) -> list[tuple[Heading, Place]]:
    """List what an event says is at, came to or left which place."""
    kind = group(event.type)
    if kind is EventType.PRESENCE:
        heading = Heading.PRESENT if mention.polarity is Polarity.AFFIRMED else Heading.ABSENT
        return [(heading, event.place)] if event.place else []
    if mention.polarity is Polarity.NEGATED:
        return [(Heading.STATEMENTS, place) for place in (event.place or event.origin or event.destination,) if place]
    left = event.origin or (event.place if kind is AWAY else None)
    bound = event.destination or (event.place if kind is TOWARD else None)
    # What left for a place, or was sent there, is not told to have come.
    came = event.type is EventType.ARRIVE or (kind is TOWARD and event.destination is None)
    reached = Heading.ARRIVALS if came else Heading.STATEMENTS
    return [(heading, place) for heading, place in ((Heading.DEPARTURES, left), (reached, bound)) if place]


def _is_site(place: Place) -> bool:
    """Tell whether a place has a name of its own, and is small enough, to be a site.

    Without coordinates its words have to be a name through and through: 'the northern towns' is none.
    """
    words = [word for word in place.name.split() if word.lower() not in _LINKING]
    named = place.lat is not None or (bool(words) and all(word[:1].isupper() for word in words))
    return named and (place.radius_km is None or place.radius_km <= _TOO_WIDE_KM)


def _watched(mention: Mention, reading: Reading) -> Iterable[Toponym]:
    """List the places of a watched kind that the words of a mention name."""
    kinds = read_words("assess_sites.txt")
    return (
        toponym
        for toponym in reading.places
        if toponym.kind in kinds
        and toponym.use in (ToponymUse.LITERAL, ToponymUse.MODIFIER)
        and mention.evidence.holds(toponym.span)
    )


def _sighting(claim: Claim, event: Event | None) -> Sighting:
    """Say what one claim tells of a site."""
    counted = [asset for asset in event.assets if asset.min is not None or asset.max is not None] if event else []
    first = next(iter(counted or (event.assets if event else ())), None)
    return Sighting(
        claim=claim.id,
        what=_asset_words(event.assets if event else ()) or claim.summary,
        min=first.min if first else None,
        max=first.max if first else None,
        start=claim.time.start if claim.time else None,
        end=claim.time.end if claim.time else None,
        note=None,
    )


def _asset_words(assets: Iterable[Asset]) -> str:
    """Say what was there in the report's words for the assets; empty where it names none."""
    told = [asset.span.text for asset in assets]
    small = [words if words[1:2].isupper() else words[:1].lower() + words[1:] for words in told]
    return ", ".join(dict.fromkeys(" ".join(words.split()) for words in small))


def _finish(board: _Board, as_of: str | None) -> Site:
    """Give the site, its lists by date, what was seen there with what may have changed since."""
    lists = {
        heading: tuple(sorted(items, key=lambda item: (item.start or "9", item.end or "9", item.claim)))
        for heading, items in board.lists.items()
    }
    departures = lists.get(Heading.DEPARTURES, ())
    return Site(
        place=board.place,
        present=tuple(_with_note(item, departures, as_of) for item in lists.get(Heading.PRESENT, ())),
        absent=lists.get(Heading.ABSENT, ()),
        arrivals=lists.get(Heading.ARRIVALS, ()),
        departures=departures,
        statements=lists.get(Heading.STATEMENTS, ()),
    )


def _with_note(sighting: Sighting, departures: Sequence[Sighting], as_of: str | None) -> Sighting:
    """Add to a sighting how old it is, and whether a departure is reported since."""
    if sighting.end is None:
        change = "; a departure is reported, before or after" if departures else ""
        return replace(sighting, note=f"the day of this sighting is not told{change}")
    year = (as_of or "")[:4] != sighting.end[:4]
    since = [item for item in departures if item.end is not None and item.end >= sighting.end]
    change = "; a departure is reported since" if since else ""
    return replace(sighting, note=f"last seen {day_words(sighting.end, year=year)}{change}")
