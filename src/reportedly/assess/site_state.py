"""The state of a site on a day: for each kind of thing whether it is there, came, left, or nobody says."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import takewhile

from reportedly.assess.site_cue import Act
from reportedly.assess.site_kind import Kind, kind_of, same_kind
from reportedly.assess.site_name import SiteName
from reportedly.assess.site_scene import know_site, may_tell
from reportedly.assess.site_sight import Desk, Sight, find_sights
from reportedly.assess.site_thing import name_singles
from reportedly.attribution import Basis, Certainty
from reportedly.claim import ClaimsOf
from reportedly.event import EntityKind, Event, Place
from reportedly.picture import Condition, SiteEvidence, SiteState, StateRow
from reportedly.reading import Reading

# Of two sights of one day the one further down tells how the day ended.
_ORDER = (Act.PRESENT, Act.ARRIVED, Act.LEFT, Act.ABSENT)
_CONDITIONS = {Act.ARRIVED: Condition.ARRIVED, Act.LEFT: Condition.LEFT, Act.ABSENT: Condition.ABSENT}
_BEST_FIRST = (
    *(Basis.OBSERVATION, Basis.IMAGERY, Basis.DATA, Basis.DOCUMENT, Basis.STATEMENT, Basis.ANALYSIS, Basis.MEDIA),
    *(Basis.HEARSAY, Basis.UNKNOWN, Basis.NO_COMMENT),
)


@dataclass(frozen=True, slots=True)
class _Dated:
    """A sight with the day that it counts for."""

    day: date
    sight: Sight

    @property
    def order(self) -> tuple[date, int]:
        """Give what sights are put in order by."""
        return (self.day, _ORDER.index(self.sight.act))


def site_state(
    claims: ClaimsOf, readings: Sequence[Reading], place: str, day: str, wanted: Sequence[str] = ()
) -> SiteState:
    """Say what is known of a site on a day; the order of claims and readings does not matter.

    Args:
        claims: gives the claims of some of the readings' reports at least, by their ids.
        readings: the reports as they were analysed. Of a large collection those are enough that name the place, and
            those of the same stories, as they may speak of "the quay" alone.
        place: the site by its name, an alias, or its id in the gazetteer; what lies in it counts as it.
        day: ISO 8601.
        wanted: kinds of thing to tell of whether anybody reports them or not.

    What nobody reports is told as not reported, never as absent.
    """
    on = date.fromisoformat(day[:10])
    everything = sorted(readings, key=lambda reading: reading.report.id)
    site = know_site(place, everything)
    ordered = [reading for reading in everything if may_tell(site, reading)]
    told = _told_of(site, ordered, [kind_of(what) for what in wanted])
    seen = [(what, _all_sights(kind_of(what), site, ordered)) for what in (*wanted, *told)]
    desk = Desk.of(claims({sight.report for _, sights in seen for sight in sights}))
    rows: list[StateRow] = []
    for number, (what, sights) in enumerate(seen):
        found = _rows(what, [desk.put_behind(sight) for sight in sights], on)
        rows += found or ([_unreported(what)] if number < len(wanted) else [])
    return SiteState(place=place, known_as=_known_as(site, ordered), day=on.isoformat(), rows=tuple(rows))


def _all_sights(kind: Kind, site: SiteName, readings: Sequence[Reading]) -> list[Sight]:
    kind = _called(name_singles(kind, (reading.report.body for reading in readings)), readings)
    return [sight for reading in readings for sight in find_sights(kind, site, reading)]


def _called(kind: Kind, readings: Iterable[Reading]) -> Kind:
    """Add to a person's name what the reports call him: 'the banker'."""
    if not kind.named:
        return kind
    heads = {
        told.split()[-1].lower()
        for reading in readings
        for entity in reading.entities
        if entity.kind is EntityKind.PERSON and kind.phrase.split()[-1] in entity.name.lower().split()
        for told in entity.descriptions
        if told.split()
    }
    return replace(kind, names=frozenset(f"the {head}" for head in heads if head.isalpha()))


def _told_of(site: SiteName, readings: Sequence[Reading], asked: Sequence[Kind]) -> list[str]:
    """List the kinds of thing that some event at the site has, by name; those asked for are left out."""
    names = Counter(
        asset.name
        for reading in readings
        for event in reading.events
        if any(site.names(place) for place in _places(event))
        for asset in event.assets
    )
    bodies = [reading.report.body for reading in readings]
    kinds = [name_singles(kind, bodies) for kind in asked]
    kept: list[str] = []
    for name in sorted(names, key=lambda name: (-names[name], name)):
        kind = kind_of(name)
        if not any(same_kind(other, kind) or name.endswith(tuple(other.names or "/")) for other in kinds):
            kept.append(name)
            kinds.append(name_singles(kind, bodies))
    return kept


def _places(event: Event) -> list[Place]:
    return [place for place in (event.place, event.origin, event.destination) if place is not None]


def _known_as(site: SiteName, readings: Iterable[Reading]) -> tuple[str, ...]:
    names = {place.name for reading in readings for place in reading.places if site.names(place)}
    return tuple(sorted(names))


def _unreported(what: str) -> StateRow:
    return StateRow(
        what=what,
        state=Condition.NOT_REPORTED,
        min=None,
        max=None,
        day=None,
        age_days=None,
        since=(),
        claims=(),
        basis=Basis.UNKNOWN,
        certainty=Certainty.UNSPECIFIED,
        origins=0,
        origins_possible=0,
        opposed=False,
        evidence=(),
    )


def _rows(what: str, sights: Sequence[Sight], on: date) -> list[StateRow]:
    """Say what is known of one kind: its state, and the part that left where others stayed; empty if nobody tells."""
    live = [sight for sight in sights if sight.support is None or not sight.support.withdrawn]
    if any(sight.act is Act.ABSENT and sight.told_day for sight in live):
        live = [sight for sight in live if sight.act is not Act.LEFT or sight.told_day]
    dated = sorted((each for sight in live if (each := _date(sight, on)) is not None), key=lambda each: each.order)
    dated = [each for n, each in enumerate(dated) if not _restates(each, dated[:n])]
    undated = [sight for sight in live if sight.last is None]
    if not dated:
        return (
            [_row(what, undated[-1], [sight for sight in undated if sight.act is undated[-1].act], None, on, ())]
            if undated
            else []
        )
    last = _latest(dated, on)
    same = [each.sight for each in dated if each.day == last.day and each.sight.act is last.sight.act]
    since = _since(last, undated, on, dated)
    if last.sight.act is Act.PRESENT and not any(sight.low is not None for sight in same):
        same += [each.sight for each in dated if each.day == last.day and each.sight.act is Act.ARRIVED]
    rows = [_row(what, last.sight, same, last.day, on, since)]
    if last.sight.act is Act.PRESENT and (parted := _parted(dated, last)):
        rows.append(_row(what, parted[-1].sight, [each.sight for each in parted], parted[-1].day, on, ()))
    return rows


def _restates(each: _Dated, before: Sequence[_Dated]) -> bool:
    """Tell whether a report of a later day, that tells none itself, only tells again what came or left before."""
    if each.sight.told_day or each.sight.act not in (Act.ARRIVED, Act.LEFT):
        return False
    told = next((other.sight for other in reversed(before) if other.sight.told_day), None)
    if told is None or each.sight.low not in (None, told.low):
        return False
    return told.act is each.sight.act or (each.sight.act is Act.ARRIVED and each.sight.weak and told.act is Act.PRESENT)


def _date(sight: Sight, on: date) -> _Dated | None:
    """Give the day that a sight counts for; None where it tells of later days, or of none."""
    if sight.first is None or sight.last is None or sight.first > on:
        return None
    return _Dated(min(sight.last, on), sight)


def _latest(dated: Sequence[_Dated], on: date) -> _Dated:
    """Give the sight that tells how things stand: the last one; what has left is not absent besides."""
    last = dated[-1]
    seen = [each for each in dated if each.day == last.day == on and each.sight.act is Act.PRESENT]
    if last.sight.act is Act.ARRIVED and seen:
        return seen[-1]  # it came that day, and was seen there
    if last.sight.act is Act.LEFT and (
        stayed := [each for each in dated if each.day == last.day and _stays(each, last)]
    ):
        return stayed[-1]
    if last.sight.act is not Act.ABSENT:
        return last
    rivals = [each for each in dated if each.day == last.day and each.sight.act is Act.PRESENT]
    if rivals and min(map(_rank, rivals)) < min(
        _rank(each) for each in dated if each.sight.act is Act.ABSENT and each.day == last.day
    ):
        return rivals[-1]
    before = [each for each in dated if each.sight.act is not Act.ABSENT]
    gone = list(takewhile(lambda each: each.sight.act is Act.LEFT, reversed(before)))
    return next((each for each in gone if each.sight.told_day), last)


def _stays(each: _Dated, last: _Dated) -> bool:
    """Tell whether a part is told to be there, beside what left: 'two left, the other two are still there'."""
    return each.sight.act is Act.PRESENT and (each.sight.part or (last.sight.part and each.sight.low is not None))


def _rank(each: _Dated) -> int:
    return _BEST_FIRST.index(_basis([each.sight]))


def _parted(dated: Sequence[_Dated], last: _Dated) -> list[_Dated]:
    """Give the departures of a counted part, told before a sight of what stayed."""
    left = [
        each for each in dated if each.sight.act is Act.LEFT and each.sight.low is not None and each.day <= last.day
    ]
    return [each for each in left if each.day == left[-1].day]


def _since(last: _Dated, undated: Sequence[Sight], on: date, dated: Sequence[_Dated]) -> tuple[str, ...]:
    """Say what may have changed since an old sighting: what is told to have come or left on a day that is not told."""
    if last.sight.act is not Act.PRESENT or last.day == on:
        return ()
    known = {claim.id for each in dated for claim in each.sight.claims}
    acts = {sight.act for sight in undated if not known.intersection(claim.id for claim in sight.claims)}
    told = {
        Act.LEFT: "a departure is reported, its day is not told",
        Act.ARRIVED: "an arrival is reported, its day is not told",
    }
    return tuple(words for act, words in told.items() if act in acts)


def _row(
    what: str, chosen: Sight, same: Sequence[Sight], day: date | None, on: date, since: tuple[str, ...]
) -> StateRow:
    state = _CONDITIONS.get(chosen.act) or (Condition.PRESENT if day == on else Condition.LAST_SEEN)
    low, high = _range(same)
    claims = {claim.id: claim for sight in same for claim in sight.claims}
    best = max(claims.values(), key=lambda claim: (claim.origins, claim.origins_possible), default=None)
    return StateRow(
        what=what,
        state=state,
        min=low,
        max=high,
        day=day.isoformat() if day is not None else None,
        age_days=(on - day).days if day is not None else None,
        since=since,
        claims=tuple(sorted(claims)),
        basis=_basis(same),
        certainty=_certainty(same),
        origins=best.origins if best else 1,
        origins_possible=best.origins_possible if best else 1,
        opposed=any(claim.opposing for claim in claims.values()),
        evidence=tuple(SiteEvidence(report=sight.report, span=sight.evidence) for sight in same),
    )


def _range(same: Sequence[Sight]) -> tuple[int | None, int | None]:
    """Give how many there were, as most of the sights tell; None where none tells."""
    counted = [sight for sight in same if sight.low is not None or sight.high is not None]
    sure = [sight for sight in counted if sight.told_day] or counted
    told = Counter((sight.low, sight.high) for sight in sure)
    if not told:
        return None, None
    return max(told, key=lambda pair: (told[pair], pair[0] or 0, -(pair[1] or 0)))


def _basis(same: Iterable[Sight]) -> Basis:
    told = [
        sight.support.basis if sight.support else sight.attribution.basis if sight.attribution else Basis.UNKNOWN
        for sight in same
    ]
    return min(told, key=_BEST_FIRST.index, default=Basis.UNKNOWN)


def _certainty(same: Sequence[Sight]) -> Certainty:
    order = (Certainty.CERTAIN, Certainty.PROBABLE, Certainty.POSSIBLE, Certainty.IMPROBABLE, Certainty.UNSPECIFIED)
    told = [sight.support.certainty for sight in same if sight.support]
    return min(told, key=order.index, default=Certainty.CERTAIN)
