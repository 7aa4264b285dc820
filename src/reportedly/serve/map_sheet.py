"""The sheet of the map: every claim with where, when and how it is told, and why what cannot be shown cannot."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from reportedly.attribution import Basis, Certainty
from reportedly.claim import Claim, Support
from reportedly.event import Asset, ToponymUse
from reportedly.export.catalogue import Catalogue, name_report
from reportedly.export.claim_spots import Placing
from reportedly.export.wording import period
from reportedly.picture import Dossier
from reportedly.reading import Reading
from reportedly.span import Span

# Which basis gives a claim that has several its mark: the nearer to the happening, the earlier.
_NEAREST = (
    *(Basis.OBSERVATION, Basis.IMAGERY, Basis.DATA, Basis.DOCUMENT, Basis.STATEMENT, Basis.ANALYSIS),
    *(Basis.HEARSAY, Basis.MEDIA, Basis.NO_COMMENT, Basis.UNKNOWN),
)
_SORT = 4  # digits of a symbol that only tell of what sort something is; the others tell what it is
_UNKNOWN = "is no place that the gazetteer knows"
_USES = {
    ToponymUse.METONYM: "stands for those who act or speak there",
    ToponymUse.MODIFIER: "says what kind of thing it is, not where it is",
    ToponymUse.EMBEDDED: "is part of another name",
    ToponymUse.DEMONYM: "names people, not a place",
    ToponymUse.LITERAL: "is not told as where this happened",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class MapPlace:
    """A place that claims lie at."""

    key: str
    name: str
    lat: float  # degrees, WGS 84
    lon: float  # degrees, WGS 84
    radius_km: float | None  # how far the true spot may lie from the point; None where nobody can say


@dataclass(frozen=True, slots=True, kw_only=True)
class Missing:
    """Why a claim has no place on the map, or no day on the timeline."""

    words: str | None  # of the report, where some bear on it
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MapSymbol:
    """A thing whose type is told for sure."""

    code: str  # MIL-STD-2525D: set and entity, eight digits
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MapClaim:
    """A claim as map and timeline show it."""

    id: str
    summary: str
    type: str
    basis: tuple[str, ...]  # the one nearest to the happening first: it shapes the mark
    origins: int
    origins_possible: int
    opposed: bool
    start: str | None  # ISO 8601, the first day that it may have been
    end: str | None
    when: str  # the days in words
    places: tuple[str, ...]  # keys
    symbol: MapSymbol | None
    unplaced: Missing | None
    undated: Missing | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue:
    """A report that came out on a day."""

    day: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MapSheet:
    """All that the map and the timeline show."""

    as_of: str | None
    places: tuple[MapPlace, ...]
    claims: tuple[MapClaim, ...]  # those that rest on more origins first
    total: int  # claims that are wanted, of which these are the first
    held: int  # claims of the collection at that moment
    issues: tuple[Issue, ...]


def lay_out_sheet(
    dossier: Dossier, papers: Catalogue, placing: Placing, claims: Sequence[Claim], *, total: int, held: int
) -> MapSheet:
    """Lay some claims of a picture out.

    Args:
        dossier: the picture, with what was read.
        papers: its records by id.
        placing: where these claims lie.
        claims: those that are shown.
        total: how many are wanted.
        held: how many there are.
    """
    at: dict[int, list[str]] = {}
    for spot in placing.spots:
        for number in spot.claims:
            at.setdefault(number, []).append(spot.key)
    days = {entry.claim: (entry.start, entry.end) for entry in dossier.picture.timeline}
    readings = {reading.report.id: reading for reading in dossier.readings}
    return MapSheet(
        as_of=dossier.picture.as_of,
        places=tuple(
            MapPlace(key=spot.key, name=spot.name, lat=spot.lat, lon=spot.lon, radius_km=spot.radius_km)
            for spot in placing.spots
        ),
        claims=tuple(
            _claim(
                claim, tuple(at.get(papers.numbers[claim.id], ())), days.get(claim.id, (None, None)), papers, readings
            )
            for claim in claims
        ),
        issues=tuple(
            Issue(day=report.published[:10], name=name_report(report))
            for report in papers.reports.values()
            if report.published
        ),
        total=total,
        held=held,
    )


def _claim(
    claim: Claim,
    at: tuple[str, ...],
    days: tuple[str | None, str | None],
    papers: Catalogue,
    readings: Mapping[str, Reading],
) -> MapClaim:
    counting = _counting(claim)
    start, end = days
    return MapClaim(
        id=claim.id,
        summary=claim.summary,
        type=claim.type.value,
        basis=tuple(basis.value for basis in _bases(claim)),
        origins=claim.origins,
        origins_possible=claim.origins_possible,
        opposed=bool(claim.opposing),
        start=start,
        end=end,
        when=period(start, end) if start or end else "",
        places=at,
        symbol=_symbol(counting, papers),
        unplaced=None if at else _why_unplaced(claim, papers, readings),
        undated=None if start or end else _why_undated(claim, readings),
    )


def nearest_basis(claim: Claim) -> Basis:
    """Give the basis, of those of a claim, that is nearest to the happening: it shapes the mark."""
    return _bases(claim)[0]


def _counting(claim: Claim) -> list[Support]:
    return [each for each in claim.supporting if not each.withdrawn] or list(claim.supporting)


def _bases(claim: Claim) -> list[Basis]:
    return sorted({each.basis for each in _counting(claim)}, key=_NEAREST.index)


def _symbol(supports: Iterable[Support], papers: Catalogue) -> MapSymbol | None:
    """Give the symbol of what a claim is about; None where more than one kind is told, or none for sure."""
    found: dict[str, str] = {}
    for support in supports:
        event = papers.event(support)
        for asset in event.assets if event else ():
            if not _is_sure(asset, support):
                return None
            found.setdefault(asset.symbol or "", asset.name)
    if len(found) != 1:
        return None
    code, name = next(iter(found.items()))
    return MapSymbol(code=code, name=name)


def _is_sure(asset: Asset, support: Support) -> bool:
    """Tell whether a support says plainly what a thing is."""
    told = asset.symbol or ""
    return support.certainty is Certainty.CERTAIN and any(digit != "0" for digit in told[_SORT:])


def _why_undated(claim: Claim, readings: Mapping[str, Reading]) -> Missing:
    """Say why a claim is not on the timeline, with the words of its reports that bear on it."""
    if claim.time is not None and claim.time.text:
        return Missing(words=claim.time.text, reason=claim.time.unresolved or "tells no day")
    for support in _counting(claim):
        reading = readings.get(support.report)
        for time in reading.times if reading else ():
            if _lies_in(time.span, support):
                return Missing(words=time.span.text, reason=time.unresolved or "is not told as when this happened")
    return Missing(words=None, reason="the words tell no day")


def _why_unplaced(claim: Claim, papers: Catalogue, readings: Mapping[str, Reading]) -> Missing:
    """Say why a claim is not on the map, with the words of its reports that bear on it."""
    if claim.place is not None:
        return Missing(words=claim.place.span.text, reason=_UNKNOWN)
    for support in _counting(claim):
        event, reading = papers.event(support), readings.get(support.report)
        roles = (event.place, event.destination, event.origin, event.via) if event else ()
        for place in filter(None, roles):
            return Missing(words=place.span.text, reason=_UNKNOWN)
        for toponym in reading.places if reading else ():
            if _lies_in(toponym.span, support):
                return Missing(words=toponym.span.text, reason=_USES[toponym.use])
    return Missing(words=None, reason="the words tell no place")


def _lies_in(span: Span, support: Support) -> bool:
    words = support.evidence
    return span.field is words.field and words.start <= span.start and span.end <= words.end
