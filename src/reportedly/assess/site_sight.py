"""The sight: one place in one report that says that a thing was at a site, came to it, left it or was not there."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from reportedly.assess.kin import AWAY, TOWARD, group
from reportedly.assess.site_again import meant_again, parts_again
from reportedly.assess.site_cue import (
    Act,
    Cue,
    has_clause,
    is_apart,
    is_kept,
    is_loose,
    is_negated,
    is_past,
    is_told,
    others_told,
    overlap,
    read_cues,
    settle,
)
from reportedly.assess.site_day import Dates, Told, dates_of, read_when
from reportedly.assess.site_kind import Kind, kind_of, same_kind
from reportedly.assess.site_line import Line, read_lines, told_days
from reportedly.assess.site_name import SiteName
from reportedly.assess.site_part import Part
from reportedly.assess.site_scene import Spot, read_scenes
from reportedly.assess.site_thing import Found, find_things, may_name
from reportedly.attribution import Attribution, Polarity
from reportedly.claim import Claim, Support
from reportedly.event import Event, EventType
from reportedly.reading import Reading
from reportedly.span import Field, Span
from reportedly.text.day import civil_day

_BESIDE_PLACE = 40  # characters between a verb and the place that it says was left

_SPOKEN_OF = 3  # sentences over which a person is meant by 'he' or 'she'


_BARE = re.compile(
    r"\b(?:berth|quay|pier|jetty|mole|dock|apron|runway|tarmac|hangar|yard|ward|cell|bed|ramp|square"
    r"|siding|place|spot|space|slipway|pen)s?"
    r" (?:is|are|was|were|lay|stood|stands?|lies?) (?:now |again |simply |all )?"
    r"(?:empty|bare|deserted|vacant)\b(?! of)",
    re.IGNORECASE,
)


_ONWARD = re.compile(r"\b(?:to|into) (?:[a-z]+)\b")


_ACTS = {AWAY: Act.LEFT, TOWARD: Act.ARRIVED, EventType.PRESENCE: Act.PRESENT, EventType.TRANSIT: Act.MOVE}
# What these tell does not hang on the places beside them.
_PLAIN = frozenset({EventType.PRESENCE, EventType.ARRIVE, EventType.DEPART, EventType.WITHDRAW})
_FITS = {"aircraft": "airport", "ship": "port"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Sight:
    """What one sentence says of a thing at a site."""

    act: Act
    low: int | None
    high: int | None
    first: date | None  # the first day that it may be of
    last: date | None
    weak: bool  # whether the words often tell something else
    now: bool  # whether the words tell of what is, not of what was
    told_day: bool  # whether the words, or those of a picture, tell the day; else it is the report's
    evidence: Span
    report: str
    thing: tuple[int, int] | None  # where in the body the words for the thing stand; None where it is nowhere
    event: str | None  # by which it is told; None by words alone
    attribution: Attribution | None
    part: bool = False  # whether it is of a part of what was told: 'the other two'
    claims: tuple[Claim, ...] = ()  # that its words support, the event's own first
    support: Support | None = None


@dataclass(frozen=True, slots=True)
class Desk:
    """The claims, by where they are told."""

    by_event: Mapping[tuple[str, str], Claim] = field(default_factory=dict)
    by_report: Mapping[str, list[tuple[Claim, Support]]] = field(default_factory=dict)

    @classmethod
    def of(cls, claims: Iterable[Claim]) -> Desk:
        """Lay out the claims by the events and the reports that support them."""
        by_event: dict[tuple[str, str], Claim] = {}
        by_report: dict[str, list[tuple[Claim, Support]]] = defaultdict(list)
        for claim in claims:
            for support in claim.supporting:
                by_report[support.report].append((claim, support))
                if support.event is not None:
                    by_event[support.report, support.event] = claim
        return cls(by_event, by_report)

    def put_behind(self, sight: Sight) -> Sight:
        """Put behind a sight the claims that its words support; none where it is told of no thing."""
        if sight.thing is None:
            return sight
        start, end = sight.thing
        told = [
            (claim, support)
            for claim, support in self.by_report.get(sight.report, ())
            if support.evidence.field is Field.BODY and support.evidence.start < end and start < support.evidence.end
        ]
        if sight.event is not None and (own := self.by_event.get((sight.report, sight.event))) is not None:
            told = [(claim, support) for claim, support in told if claim.id == own.id] or told
        else:
            told.sort(key=lambda item: (len(item[1].evidence.text), item[0].id))
            told = told[:1]
        claims = tuple({claim.id: claim for claim, _ in told}.values())
        return replace(sight, claims=claims, support=told[0][1]) if told else sight


def find_sights(kind: Kind, site: SiteName, reading: Reading) -> list[Sight]:
    """Find every place in a report that says something of a kind of thing at a site, in order."""
    if not may_name(kind, reading.report.body):
        return []
    name = " ".join([kind.phrase if kind.named else "", *sorted(kind.names)]).lower()
    scenes = read_scenes(site, reading, _FITS.get(kind.category, ""), name)
    sights: list[Sight] = []
    before: Found | None = None
    since = 0
    for line in read_lines(reading, scenes, site.sort):
        things = find_things(kind, line.text)
        if not things and before is not None and line.scene.ours and _BARE.search(line.text):
            sights += [_bare_sight(line)]
        again = parts_again(line.text, things[-1], things[-1].end) if things else meant_again(line, kind, before)
        if things or again:
            before, since = (things or again)[-1], 0
        else:
            since += 1
            before = before if kind.named and since <= _SPOKEN_OF else None
        sights += [sight for thing in things for sight in _sights(line, thing, kind)]
        told = [sight for thing in again for sight in _sights(line, thing, kind)]
        sights += told if any(thing.part for thing in again) else _dated_alike(told, sights)
    # What stands beside a day of its own in the same report says no more by the report's day.
    dated = any(sight.told_day and sight.act in (Act.ARRIVED, Act.LEFT) for sight in sights)
    return [sight for sight in sights if not (dated and _is_faint(sight))]


def _is_faint(sight: Sight) -> bool:
    """Tell whether a presence is told in weak words, with no day, and not of a part that stayed."""
    return sight.act is Act.PRESENT and sight.weak and not sight.told_day and not sight.part


def _bare_sight(line: Line) -> Sight:
    """Say that where something was told to be there is nothing now: 'on Thursday the berth was empty'."""
    days = told_days(line)
    published = civil_day(line.reading.report.published)
    first, last = days[0] if days else line.carried or line.narrated or (published, published)
    return Sight(
        act=Act.ABSENT,
        low=None,
        high=None,
        first=first,
        last=last,
        weak=True,
        now=False,
        told_day=bool(days),
        evidence=Span.of(line.reading.report.body, line.start, line.end),
        report=line.reading.report.id,
        thing=None,
        event=None,
        attribution=None,
    )


def _dated_alike(found: Sequence[Sight], before: Sequence[Sight]) -> list[Sight]:
    """Give what is said of a thing again the day of what was said before, where its words tell none."""
    last = before[-1] if before else None
    return [
        sight
        if sight.told_day or sight.now or last is None
        else replace(sight, first=last.first, last=last.last, told_day=last.told_day)
        for sight in found
    ]


def _sights(line: Line, thing: Found, kind: Kind) -> list[Sight]:
    """Say what a sentence tells of a thing at the site: by its main words, and others with a day of their own."""
    if not line.scene.ours:
        return []
    spots = [(spot.start - line.start, spot.end - line.start) for spot in line.scene.spots if spot.ours]
    event = _event_of(line, thing, kind)
    cues = read_cues(line.text, thing.start, thing.end, spots, _known(line, event))
    own = thing.part or line.text.rfind(";", 0, thing.start) >= 0
    dates = dates_of(line, cues)
    cues = [cue for cue in cues if not (own and is_apart(line.text, cue, thing.start, thing.end))]
    words = _words_of(line, event)
    known = words is not None and not (cues and overlap(cues[0], words))
    main = cues[:1] if cues and not (cues[0].weak and known) else [None]
    told = [*main, *(cue for cue in cues[1:] if _tells_more(line, thing, cue, dates))]
    found = [sight for cue in told if (sight := _sight(line, Told(thing, event, cue), dates, kind)) is not None]
    dated = {sight.act for sight in found if sight.told_day}
    found = [sight for sight in found if sight.told_day or sight.act not in dated]
    came = {sight.last for sight in found if sight.act is Act.ARRIVED}
    found = [sight for sight in found if sight.act is not Act.PRESENT or sight.now or sight.last not in came]
    over = any(sight.act in (Act.LEFT, Act.ABSENT) for sight in found)
    return [sight for sight in found if not (over and sight.act is Act.PRESENT and not _of_its_own_day(sight, found))]


def _known(line: Line, event: Event | None) -> list[Cue]:
    """Give the words by which an event tells what the thing did; none where 'moved' and 'sent' need their places."""
    words = _words_of(line, event)
    return [words] if words is not None and event is not None and event.type in _PLAIN else []


def _words_of(line: Line, event: Event | None) -> Cue | None:
    """Give the words that name an event, in its sentence."""
    if event is None:
        return None
    act = _ACTS[group(event.type)]
    return Cue(act, event.predicate.start - line.start, event.predicate.end - line.start)


def _tells_more(line: Line, thing: Found, cue: Cue, dates: Dates) -> bool:
    """Tell whether words beside the main ones tell something of the thing too: they have a day, or end its clause."""
    if others_told(line.text, cue, thing.end) or (cue.weak and (cue.act is not Act.PRESENT or cue not in dates)):
        return False
    if cue in dates:
        negated = is_negated(line.text, cue, thing.start, thing.end)
        return not negated or cue.act is Act.ABSENT or is_kept(line.text, cue)
    return cue.act in (Act.LEFT, Act.ABSENT) and has_clause(line.text, thing.end)


def _of_its_own_day(sight: Sight, found: Sequence[Sight]) -> bool:
    """Tell whether a presence is told for a day before that on which the thing was gone."""
    gone = [other.last for other in found if other.act in (Act.LEFT, Act.ABSENT) and other.last is not None]
    return sight.told_day and sight.last is not None and sight.last < max(gone, default=sight.last)


def _sight(line: Line, by: Told, dates: Dates, kind: Kind) -> Sight | None:
    """Say what the words, or the event, tell of a thing at the site; None where they tell nothing of it."""
    thing, event, cue = by.thing, by.event, by.cue
    words = cue or _words_of(line, event)
    if not is_told(line.text, words, thing.start) or (cue is None and event is not None and event.planned):
        return None
    act = _act(line, thing, event, cue)
    if act is None:
        return None
    low, high = _count(event, line, thing, kind)
    first, last, told = read_when(line, by, dates, act)
    if act is Act.PRESENT and cue is not None and cue.weak and _is_idle(line, thing, cue, told):
        return None
    return Sight(
        act=act,
        low=low,
        high=high,
        first=first,
        last=last,
        weak=cue is None or cue.weak,
        now=not is_past(line.text, cue, thing.start, thing.end),
        told_day=told,
        evidence=Span.of(line.reading.report.body, line.start, line.end),
        report=line.reading.report.id,
        thing=(line.start + thing.start, line.start + thing.end),
        event=event.id if event is not None else None,
        attribution=_attribution(line, thing),
        part=thing.part,
    )


def _is_idle(line: Line, thing: Found, cue: Cue, told: bool) -> bool:
    """Tell whether words as weak as 'was' tell nothing: in another clause, or with no day and no site beside."""
    if cue.words in ("there", "here"):
        return is_loose(line.text, cue, thing.start, thing.end)
    return (is_loose(line.text, cue, thing.start, thing.end) and not thing.part) or not (
        told or line.scene.told or line.scene.placed or thing.part
    )


def _event_of(line: Line, thing: Found, kind: Kind) -> Event | None:
    """Give the event that has the thing among its assets, the nearest."""
    start, end = line.start + thing.start, line.start + thing.end
    held = [
        event
        for event in line.reading.events
        if group(event.type) in _ACTS
        and event.evidence.field is Field.BODY
        and line.start <= event.predicate.start < line.end
        and (
            any(asset.span.start < end and start < asset.span.end for asset in event.assets)
            or _acts(event, line.text[thing.start : thing.end])
        )
    ]
    return min(held, key=lambda event: (abs(event.predicate.start - end), event.id), default=None)


def _acts(event: Event, words: str) -> bool:
    """Tell whether a thing is who acts, or who is acted on, in an event that has no assets."""
    told = [name.lower() for name in (event.actor, event.target) if name] if not event.assets else []
    return any(name.endswith(words.lower()) for name in told)


def _act(line: Line, thing: Found, event: Event | None, cue: Cue | None) -> Act | None:
    """Say what the thing did at the site: by the words, else by the event that has it, else by its number there."""
    scene = line.scene
    spots = [spot for spot in scene.spots if not _is_far(spot, line, cue)]
    negated = is_negated(line.text, cue or _words_of(line, event), thing.start, thing.end)
    if event is not None and event.polarity is Polarity.NEGATED and (cue is None or not cue.words):
        negated = True
    if cue is not None and cue.act is Act.MOVE and not scene.spots:
        return _moved(line, cue) if not negated else None
    if cue is not None:
        act = settle(cue.act, negated, spots, is_kept(line.text, cue))
        if act is not None or cue.act is not Act.MOVE or event is None or event.type not in _PLAIN:
            return act
    if event is not None:
        return settle(_ACTS[group(event.type)], negated, spots)
    at = any(spot.ours and spot.part is Part.AT for spot in scene.spots)
    if (scene.told or scene.placed) and (thing.low is not None or negated or at):
        return Act.ABSENT if negated else Act.PRESENT
    return None


def _is_far(spot: Spot, line: Line, cue: Cue | None) -> bool:
    """Tell whether another place is what something else comes from: 'engines from Nakuru that left on Friday'."""
    from_it = spot.part is Part.FROM and not spot.ours
    return from_it and cue is not None and not -_BESIDE_PLACE <= spot.start - line.start - cue.start <= _BESIDE_PLACE


def _moved(line: Line, cue: Cue) -> Act | None:
    """Say what 'was moved to the clinic' amounts to at the site that the sentences before tell of."""
    if _ONWARD.search(line.text, cue.end) is None:
        return None
    return Act.ARRIVED if line.sort and line.scene.sort == line.sort else Act.LEFT


def _count(event: Event | None, line: Line, thing: Found, kind: Kind) -> tuple[int | None, int | None]:
    """Give how many there were: as the words before the thing tell, else as an asset of the sentence does."""
    if thing.again:
        return thing.low, thing.high
    start, end = line.start + thing.start, line.start + thing.end
    for asset in event.assets if event is not None else ():
        if asset.span.start < end and start < asset.span.end and (asset.min is not None or asset.max is not None):
            return asset.min, asset.max
    if thing.low is not None or thing.high is not None:
        return thing.low, thing.high
    for other in line.reading.events:
        if line.start <= other.predicate.start < line.end:
            for asset in other.assets:
                if asset.min is not None and same_kind(kind, kind_of(asset.name)):
                    return asset.min, asset.max
    return None, None


def _attribution(line: Line, thing: Found) -> Attribution | None:
    """Give the narrowest attribution whose words hold the thing; None in the outlet's own voice."""
    at = line.start + thing.start
    holding = [
        item
        for item in line.reading.attributions
        if any(span.field is Field.BODY and span.start <= at < span.end for span in item.content)
    ]
    return min(holding, key=lambda item: (sum(len(span.text) for span in item.content), item.id), default=None)
