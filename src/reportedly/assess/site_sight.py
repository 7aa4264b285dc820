"""The sight: one place in one report that says that a thing was at a site, came to it, left it or was not there."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from reportedly.assess.kin import AWAY, TOWARD, group
from reportedly.assess.site_cue import Act, Cue, is_negated, is_told, read_cue, settle
from reportedly.assess.site_scene import Part, Scene, SiteName, Spot, read_scenes
from reportedly.assess.site_thing import Found, Kind, find_things
from reportedly.attribution import Attribution, Basis, Certainty, Polarity
from reportedly.claim import Claim, Support
from reportedly.event import Event, EventType, Place, TimeExpression
from reportedly.picture import Finding
from reportedly.reading import Reading
from reportedly.span import Field, Span
from reportedly.text.day import civil_day

_LONG_DAYS = 31  # a period longer than this dates nothing
_PICTURES = re.compile(r"\b(?:images?|imagery|pictures?|photos?|photographs?|frames?|film|footage|video|satellite)\b|\bfilm(?:ed)?\b", re.I)
_SINCE = re.compile(r"\b(?:since|from)\s+\Z", re.IGNORECASE)
_AGAIN = re.compile(r"^[\"'“”‘’]?(?:(?P<one>the (?:first|second|third|fourth|other|last)|one)|they|it|both|all)\b", re.IGNORECASE)
_PERSON = re.compile(r"\b(?:he|him|she|her)\b", re.IGNORECASE)
_ACTS = {AWAY: Act.LEFT, TOWARD: Act.ARRIVED, EventType.PRESENCE: Act.PRESENT, EventType.TRANSIT: Act.MOVE}
_FITS = {"aircraft": "airport", "ship": "port"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Sight:
    """What one sentence says of a thing at a site."""

    act: Act
    low: int | None
    high: int | None
    first: date | None  # the first day that it may be of
    last: date | None
    told_day: bool  # whether the words, or those of a picture, tell the day; else it is the report's
    evidence: Span
    report: str
    claims: tuple[Claim, ...]
    support: Support | None
    attribution: Attribution | None


@dataclass(frozen=True, slots=True)
class Desk:
    """What looking for sights needs beside the readings: the claims, by where they are told."""

    by_event: Mapping[tuple[str, str], Claim] = field(default_factory=dict)
    by_report: Mapping[str, list[tuple[Claim, Support]]] = field(default_factory=dict)

    @classmethod
    def of(cls, findings: Sequence[Finding]) -> Desk:
        """Lay out the claims by the events and the reports that support them."""
        by_event: dict[tuple[str, str], Claim] = {}
        by_report: dict[str, list[tuple[Claim, Support]]] = defaultdict(list)
        for finding in findings:
            for support in finding.claim.supporting:
                by_report[support.report].append((finding.claim, support))
                if support.event is not None:
                    by_event[support.report, support.event] = finding.claim
        return cls(by_event, by_report)


@dataclass(frozen=True, slots=True)
class _Line:
    """One sentence of a report, at work."""

    reading: Reading
    scene: Scene
    text: str
    start: int
    end: int
    carried: tuple[date, date] | None  # the days of the picture that the sentences before speak of


def find_sights(kind: Kind, site: SiteName, reading: Reading, desk: Desk) -> list[Sight]:
    """Find every place in a report that says something of a kind of thing at a site, in order."""
    scenes = read_scenes(site, reading, _FITS.get(kind.category, ""))
    sights: list[Sight] = []
    before: Found | None = None
    for line in _lines(reading, scenes):
        things = find_things(kind, line.text) or _meant_again(line, kind, before)
        before = things[-1] if things else None
        for thing in things:
            sight = _sight(line, thing, desk)
            if sight is not None:
                sights.append(sight)
    return sights


def _lines(reading: Reading, scenes: Sequence[Scene]) -> Iterator[_Line]:
    """Give the sentences in order, each with the days of the picture that is being spoken of."""
    carried: tuple[date, date] | None = None
    body = reading.report.body
    for sentence, scene in zip(reading.sentences, scenes, strict=True):
        text = body[sentence.start : sentence.end]
        days = next((days for time in _times(reading, sentence.start, sentence.end) if (days := _days(time))), None)
        if days is not None:
            carried = days if _PICTURES.search(text) or (carried and not scene.spots) else None
        yield _Line(reading, scene, text, sentence.start, sentence.end, carried)
        if body[sentence.end : sentence.end + 2].count("\n") >= 2 and carried and not _PICTURES.search(text) and days:
            carried = None


def _times(reading: Reading, start: int, end: int) -> list[TimeExpression]:
    return [
        time
        for time in reading.times
        if time.span.field is Field.BODY and start <= time.span.start < end and time.start is not None
    ]


def _days(time: TimeExpression) -> tuple[date, date] | None:
    """Give the first and last day of a time; None where it is too long to date anything."""
    first, last = civil_day(time.start), civil_day(time.end or time.start)
    return (first, last) if first and last and (last - first).days <= _LONG_DAYS else None


def _meant_again(line: _Line, kind: Kind, before: Found | None) -> list[Found]:
    """Give the words that speak of a thing of the sentence before again: 'he', 'they', 'the third'."""
    if before is None:
        return []
    match = _PERSON.search(line.text) if kind.named else _AGAIN.match(line.text)
    if match is None:
        return []
    one = kind.named or bool(match.groupdict().get("one"))
    return [Found(match.start(), match.end(), 1 if one else before.low, 1 if one else before.high)]


def _sight(line: _Line, thing: Found, desk: Desk) -> Sight | None:
    """Say what a sentence tells of a thing at the site; None where it tells nothing of it."""
    event = _event_of(line, thing)
    cue = read_cue(line.text, thing.start, thing.end)
    if event is not None and event.planned:
        return None
    if not is_told(line.text, cue, thing.start):
        return None
    negated = is_negated(line.text, cue, thing.start, thing.end)
    act = _act(line, thing, event, cue, negated)
    if act is None:
        return None
    low, high = _count(event, line, thing)
    first, last, told = _when(line, event, thing, cue, act)
    span = Span.of(line.reading.report.body, line.start, line.end)
    claims, support = _claims(line, thing, event, desk)
    return Sight(
        act=act,
        low=low,
        high=high,
        first=first,
        last=last,
        told_day=told,
        evidence=span,
        report=line.reading.report.id,
        claims=claims,
        support=support,
        attribution=_attribution(line, thing),
    )


def _event_of(line: _Line, thing: Found) -> Event | None:
    """Give the event that tells of the thing: one that has it among its assets first, then the nearest that holds it."""
    start, end = line.start + thing.start, line.start + thing.end
    held = [
        event
        for event in line.reading.events
        if group(event.type) in _ACTS
        and event.evidence.field is Field.BODY
        and line.start <= event.predicate.start < line.end
    ]
    with_asset = [event for event in held if any(asset.span.start < end and start < asset.span.end for asset in event.assets)]
    return min(with_asset, key=lambda event: abs(event.predicate.start - end), default=None)


def _act(line: _Line, thing: Found, event: Event | None, cue: Cue | None, negated: bool) -> Act | None:
    """Say what the thing did at the site, by the event that has it, else by the words."""
    scene = line.scene
    if event is not None:
        act = _ACTS[group(event.type)]
        if cue is not None and cue.act is Act.ABSENT and act is Act.LEFT:
            act = Act.ABSENT
        gone = event.polarity is Polarity.NEGATED
        if not scene.ours:
            return None
        return settle(act, gone, scene.spots)
    if not scene.ours:
        return None
    if cue is None:
        counted = thing.low is not None
        return (Act.ABSENT if negated else Act.PRESENT) if scene.told and (counted or negated) else None
    return settle(cue.act, negated, scene.spots)


def _count(event: Event | None, line: _Line, thing: Found) -> tuple[int | None, int | None]:
    """Give how many there were: as the event's asset tells, else as the words before the thing do."""
    start, end = line.start + thing.start, line.start + thing.end
    for asset in event.assets if event is not None else ():
        if asset.span.start < end and start < asset.span.end and (asset.min is not None or asset.max is not None):
            return asset.min, asset.max
    return thing.low, thing.high


def _when(
    line: _Line, event: Event | None, thing: Found, cue: Cue | None, act: Act
) -> tuple[date | None, date | None, bool]:
    """Give the days that a sight is of, and whether words tell them."""
    published = civil_day(line.reading.report.published)
    times = [(time, days) for time in _times(line.reading, line.start, line.end) if (days := _days(time))]
    if event is not None and event.time is not None and event.time.start is not None:
        first, last = civil_day(event.time.start), civil_day(event.time.end or event.time.start)
        if first and last and (last - first).days <= 3:
            return first, last, True
    if times:
        at = line.start + (cue.start if cue is not None else thing.start)
        time, (first, last) = min(times, key=lambda item: abs(item[0].span.start - at))
        if act in (Act.PRESENT, Act.ABSENT) and _SINCE.search(line.text[: time.span.start - line.start]):
            return first, published or last, True
        return first, last, True
    if line.carried is not None and act in (Act.PRESENT, Act.ABSENT):
        return *line.carried, True
    return published, published, False


def _claims(line: _Line, thing: Found, event: Event | None, desk: Desk) -> tuple[tuple[Claim, ...], Support | None]:
    """Give the claims that the words support, the event's own first, and the support."""
    report = line.reading.report.id
    start, end = line.start + thing.start, line.start + thing.end
    told = [
        (claim, support)
        for claim, support in desk.by_report.get(report, ())
        if support.evidence.field is Field.BODY and support.evidence.start < end and start < support.evidence.end
    ]
    if event is not None and (own := desk.by_event.get((report, event.id))) is not None:
        told = [(claim, support) for claim, support in told if claim.id == own.id] or told
    else:
        told.sort(key=lambda item: (len(item[1].evidence.text), item[0].id))
        told = told[:1]
    return tuple({claim.id: claim for claim, _ in told}.values()), told[0][1] if told else None


def _attribution(line: _Line, thing: Found) -> Attribution | None:
    """Give the narrowest attribution whose words hold the thing; None in the outlet's own voice."""
    at = line.start + thing.start
    holding = [
        item
        for item in line.reading.attributions
        if any(span.field is Field.BODY and span.start <= at < span.end for span in item.content)
    ]
    return min(holding, key=lambda item: (sum(len(span.text) for span in item.content), item.id), default=None)
