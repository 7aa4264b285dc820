"""The sight: one place in one report that says that a thing was at a site, came to it, left it or was not there."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from reportedly.assess.kin import AWAY, TOWARD, group
from reportedly.assess.site_cue import (
    Act,
    Cue,
    apart,
    has_clause,
    is_apart,
    is_kept,
    is_loose,
    is_negated,
    is_past,
    is_spoken,
    is_told,
    others_told,
    overlap,
    read_cues,
    settle,
)
from reportedly.assess.site_scene import Part, Scene, SiteName, Spot, read_scenes
from reportedly.assess.site_thing import Found, Kind, find_things, kind_of, same_kind
from reportedly.attribution import Attribution, Polarity
from reportedly.claim import Claim, Support
from reportedly.event import Event, EventType, TimeExpression
from reportedly.reading import Reading
from reportedly.span import Field, Span
from reportedly.text.day import civil_day
from reportedly.text.number import find_numbers

_BESIDE_PLACE = 40  # characters between a verb and the place that it says was left
_SHORT_DAYS = 3  # a time of an event up to this long dates it
_SPOKEN_OF = 3  # sentences over which a person is meant by 'he' or 'she'
_LONG_DAYS = 14  # a period longer than this dates nothing
_PICTURES = re.compile(
    r"\b(?:images?|imagery|pictures?|photos?|photographs?|frames?|film|footage|video|satellite)\b|\bfilm(?:ed)?\b", re.I
)
# Who tells what he saw himself tells it of one day, over some sentences.
_WATCHER = re.compile(r"\b(?:correspondent|reporter|photographer|we|our|us)\b", re.IGNORECASE)
_WATCHED = 4  # sentences
# A time of day alone may be of another day than the one that was told last.
_CLOCK = re.compile(r"(?:about |around )?(?:\d{1,2}(?:[.:]\d\d)?(?: ?[ap]\.?m\.?)?|noon|midday|midnight)", re.IGNORECASE)
_EVER_SINCE = re.compile(r"\bsince\b", re.IGNORECASE)
_PERFECT = re.compile(r"\b(?:has|have)\b[^.;]{0,40}\Z", re.IGNORECASE)
_SINCE = re.compile(r"\bsince\s+\Z", re.IGNORECASE)
_OPENING = (
    r"^[\"'“‘]?(?:(?:[Bb]efore|[Bb]y|[Oo]n|[Ii]n|[Aa]t|[Aa]fter|[Dd]uring|[Ee]arly|[Ll]ate|[Ll]ater|[Tt]hen|[Yy]esterday|[Tt]oday)"
    r"\b[^,.;:]{0,30}?,? )?"
)
_AGAIN = re.compile(_OPENING + r"(?P<words>they|it|both|all|none|neither)\b(?: of them)?(?! of)", re.IGNORECASE)
# 'The third', 'the other two', 'two of them', 'three remain', 'the rest': a part of what was told.
_PART_AGAIN = re.compile(
    r"(?:^[\"'“‘]?|[,;] (?:(?:and|but|while|with) )?|\b(?:and|but|while|only|just) )"
    r"(?P<words>(?P<one>the (?:first|second|third|fourth|fifth|sixth|last)(?: one)?|the other|(?P<next>another|an? (?:second|third|fourth))|one)"
    r"|the (?:others|rest)|(?:the (?:other |remaining |last )?)?(?P<many>[a-z]+|\d+)(?: of them| others| more)?)"
    r" (?:of them )?(?=(?:(?:that|which|who) (?:still|remain|are|were)|is|are|was|were|has|have|had|will|still|remain\w*|stay\w*|stood|lay|sat|left|sailed|took|went|came|moved|flew"
    r"|docked|departed|arrived|lie|lies|stand|stands|sit|sits|put|pulled|rolled)\b)",
    re.IGNORECASE,
)
_BARE = re.compile(
    r"\b(?:berth|quay|pier|jetty|mole|dock|apron|runway|tarmac|hangar|yard|ward|cell|bed|ramp|square|siding|place|spot|space|slipway|pen)s?"
    r" (?:is|are|was|were|lay|stood|stands?|lies?) (?:now |again |simply |all )?(?:empty|bare|deserted|vacant)\b(?! of)",
    re.IGNORECASE,
)
_THERE_ARE = re.compile(
    r"\bthere (?:are|were|is|was) (?:only |just |still )?(?P<words>(?P<many>[a-z]+|\d+)(?: of them)?)(?: left)?(?=[.,;])",
    re.IGNORECASE,
)
_SEEN_MANY = re.compile(
    r"\b(?:counted|count|saw|see|sees|found|watched|photographed|shows?|showed)\s+(?P<words>(?P<many>[a-z]+|\d+)(?: of them\b(?! (?:head|leav|go|fly|mov|driv|sail))|(?=[.,;])))",
    re.IGNORECASE,
)
_SEEN_AGAIN = re.compile(r"(?<=\b(?:saw|see) )(?:them|it)\b", re.IGNORECASE)
_ONWARD = re.compile(r"\b(?:to|into) (?:[a-z]+)\b")
_PERSON = re.compile(r"\b(?:he|him|she|her)\b", re.IGNORECASE)
_Dates = dict[Cue, tuple[TimeExpression, tuple[date, date]]]
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
    claims: tuple[Claim, ...]
    support: Support | None
    attribution: Attribution | None
    part: bool = False  # whether it is of a part of what was told: 'the other two'


@dataclass(frozen=True, slots=True)
class Desk:
    """What looking for sights needs beside the readings: the claims, by where they are told."""

    by_event: Mapping[tuple[str, str], Claim] = field(default_factory=dict)
    by_report: Mapping[str, list[tuple[Claim, Support]]] = field(default_factory=dict)

    @classmethod
    def of(cls, claims: Sequence[Claim]) -> Desk:
        """Lay out the claims by the events and the reports that support them."""
        by_event: dict[tuple[str, str], Claim] = {}
        by_report: dict[str, list[tuple[Claim, Support]]] = defaultdict(list)
        for claim in claims:
            for support in claim.supporting:
                by_report[support.report].append((claim, support))
                if support.event is not None:
                    by_event[support.report, support.event] = claim
        return cls(by_event, by_report)


@dataclass(frozen=True, slots=True)
class _Line:
    """One sentence of a report, at work."""

    reading: Reading
    scene: Scene
    text: str
    start: int
    end: int
    sort: str  # the sort of the site that was asked for
    carried: tuple[date, date] | None  # the days of the picture that the sentences before speak of
    narrated: tuple[date, date] | None  # the day that the sentences before tell of


def find_sights(kind: Kind, site: SiteName, reading: Reading, desk: Desk) -> list[Sight]:
    """Find every place in a report that says something of a kind of thing at a site, in order."""
    name = " ".join([kind.phrase if kind.named else "", *sorted(kind.names)]).lower()
    scenes = read_scenes(site, reading, _FITS.get(kind.category, ""), name)
    sights: list[Sight] = []
    before: Found | None = None
    since = 0
    for line in _lines(reading, scenes, site.sort):
        things = find_things(kind, line.text)
        if not things and before is not None and line.scene.ours and _BARE.search(line.text):
            sights += [_bare_sight(line)]
        again = _parts_again(line.text, things[-1], things[-1].end) if things else _meant_again(line, kind, before)
        if things or again:
            before, since = (things or again)[-1], 0
        else:
            since += 1
            before = before if kind.named and since <= _SPOKEN_OF else None
        sights += [sight for thing in things for sight in _sights(line, thing, kind, desk)]
        told = [sight for thing in again for sight in _sights(line, thing, kind, desk)]
        sights += told if any(thing.part for thing in again) else _dated_alike(told, sights)
    # What stands beside a day of its own in the same report says no more by the report's day.
    dated = any(sight.told_day and sight.act in (Act.ARRIVED, Act.LEFT) for sight in sights)
    return [sight for sight in sights if not (dated and _is_faint(sight))]


def _is_faint(sight: Sight) -> bool:
    """Tell whether a presence is told in weak words, with no day, and not of a part that stayed."""
    return sight.act is Act.PRESENT and sight.weak and not sight.told_day and not sight.part


def _bare_sight(line: _Line) -> Sight:
    """Say that where something was told to be there is nothing now: 'on Thursday the berth was empty'."""
    days = _told_days(line)
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
        claims=(),
        support=None,
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


def _lines(reading: Reading, scenes: Sequence[Scene], sort: str) -> Iterator[_Line]:
    """Give the sentences in order, each with the days of the picture that is being spoken of."""
    carried: tuple[date, date] | None = None
    narrated: tuple[date, date] | None = None
    left = 0
    body = reading.report.body
    opens = True
    for sentence, scene in zip(reading.sentences, scenes, strict=True):
        text = body[sentence.start : sentence.end]
        days = next((days for time in _times(reading, sentence.start, sentence.end) if (days := _days(time))), None)
        if days is not None and _PICTURES.search(text):
            carried = days
        elif days is not None and opens:
            carried = None
        left -= 1
        if days is not None:
            narrated, left = days if days[0] == days[1] else None, _WATCHED if _WATCHER.search(text) else 0
        elif opens and left < 0:
            narrated = None
        yield _Line(reading, scene, text, sentence.start, sentence.end, sort, carried, narrated)
        opens = "\n" in body[sentence.end - 1 : sentence.end + 2]


def _times(reading: Reading, start: int, end: int) -> list[TimeExpression]:
    return [
        time
        for time in reading.times
        if time.span.field is Field.BODY
        and start <= time.span.start < end
        and time.start is not None
        and not (time.anchor is not None and _CLOCK.fullmatch(time.span.text))
    ]


def _days(time: TimeExpression) -> tuple[date, date] | None:
    """Give the first and last day of a time; None where it is too long to date anything."""
    first, last = civil_day(time.start), civil_day(time.end or time.start)
    return (first, last) if first and last and (last - first).days <= _LONG_DAYS else None


def _meant_again(line: _Line, kind: Kind, before: Found | None) -> list[Found]:
    """Give the words that speak of a thing of the sentence before again: 'he', 'they', 'the third'."""
    if before is None:
        return []
    match = _PERSON.search(line.text) if kind.named else _AGAIN.match(line.text) or _SEEN_AGAIN.search(line.text)
    if match is not None:
        start, end = match.span("words") if "words" in match.groupdict() else match.span()
        one = kind.named
        return [Found(start, end, 1 if one else before.low, 1 if one else before.high, again=True)]
    return [] if kind.named else _parts_again(line.text, before, 0)


def _parts_again(text: str, whole: Found, first: int) -> list[Found]:
    """Give the words that speak of a part of what was told before: 'the other two', 'three remain'."""
    numbers = find_numbers(text)
    found: list[Found] = []
    for match in (match for pattern in (_PART_AGAIN, _THERE_ARE, _SEEN_MANY) for match in pattern.finditer(text, first)):
        start, end = match.span("words")
        at = match.start("many")
        number = next((each for each in numbers if each.start <= at < each.end), None) if match["many"] else None
        if (match["many"] and number is None) or (match.groupdict().get("next") and whole.low != 1):
            continue
        low, high = (1, 1) if match.groupdict().get("one") else (None, None)
        if number is not None:
            low, high = int(number.low or 0), int(number.high or number.low or 0)
        found.append(Found(start, end, low, high, again=True, part=True))
    return found


def _sights(line: _Line, thing: Found, kind: Kind, desk: Desk) -> list[Sight]:
    """Say what a sentence tells of a thing at the site: by its main words, and others with a day of their own."""
    if not line.scene.ours:
        return []
    spots = [(spot.start - line.start, spot.end - line.start) for spot in line.scene.spots if spot.ours]
    event = _event_of(line, thing, kind)
    cues = read_cues(line.text, thing.start, thing.end, spots, _known(line, event))
    cues = [cue for cue in cues if not (thing.part and is_apart(line.text, cue, thing.start, thing.end))]
    dates = _dates_of(line, cues)
    words = _words_of(line, event)
    known = words is not None and not (cues and overlap(cues[0], words))
    main = cues[:1] if cues and not (cues[0].weak and known) else [None]
    told = [*main, *(cue for cue in cues[1:] if _tells_more(line, thing, cue, dates))]
    found = [sight for cue in told if (sight := _sight(line, _Told(thing, event, cue), dates, desk, kind)) is not None]
    dated = {sight.act for sight in found if sight.told_day}
    found = [sight for sight in found if sight.told_day or sight.act not in dated]
    came = {sight.last for sight in found if sight.act is Act.ARRIVED}
    found = [sight for sight in found if sight.act is not Act.PRESENT or sight.now or sight.last not in came]
    over = any(sight.act in (Act.LEFT, Act.ABSENT) for sight in found)
    return [sight for sight in found if not (over and sight.act is Act.PRESENT and not _of_its_own_day(sight, found))]


def _known(line: _Line, event: Event | None) -> list[Cue]:
    """Give the words by which an event tells what the thing did; none where 'moved' and 'sent' need their places."""
    words = _words_of(line, event)
    return [words] if words is not None and event is not None and event.type in _PLAIN else []


def _words_of(line: _Line, event: Event | None) -> Cue | None:
    """Give the words that name an event, in its sentence."""
    if event is None:
        return None
    act = _ACTS[group(event.type)]
    return Cue(act, event.predicate.start - line.start, event.predicate.end - line.start)


def _tells_more(line: _Line, thing: Found, cue: Cue, dates: _Dates) -> bool:
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


def _dates_of(line: _Line, cues: Sequence[Cue]) -> _Dates:
    """Give each time of a sentence to the words nearest to it."""
    dates: _Dates = {}
    for time in _times(line.reading, line.start, line.end):
        days = _days(time) or _since(time, line)
        if days is not None and cues:
            at = time.span.start - line.start
            nearest = min(cues, key=lambda cue: (apart(line.text, cue, at), cue.start))
            held = dates.get(nearest)
            if held is None or apart(line.text, nearest, held[0].span.start - line.start) > apart(
                line.text, nearest, at
            ):
                dates[nearest] = (time, days)
    return dates


def _since(time: TimeExpression, line: _Line) -> tuple[date, date] | None:
    """Give the days of 'since November', be they many."""
    first, last = civil_day(time.start), civil_day(time.end or time.start)
    return (first, last) if first and last and _is_since(time, line) else None


def _is_ever_since(time: TimeExpression, line: _Line, cue: Cue) -> bool:
    """Tell whether a thing has been there since what a time dates: 'has lain here since a fire on May 29'."""
    between = line.text[cue.end : max(time.span.start - line.start, cue.end)]
    return bool(_EVER_SINCE.search(between)) and bool(_PERFECT.search(line.text[: cue.end]))


def _is_since(time: TimeExpression, line: _Line) -> bool:
    before = line.text[: time.span.start - line.start]
    return time.span.text.lower().startswith("since ") or bool(_SINCE.search(before))


@dataclass(frozen=True, slots=True)
class _Told:
    """A thing with what tells of it: words, or an event, or neither."""

    thing: Found
    event: Event | None
    cue: Cue | None


def _sight(line: _Line, by: _Told, dates: _Dates, desk: Desk, kind: Kind) -> Sight | None:
    """Say what the words, or the event, tell of a thing at the site; None where they tell nothing of it."""
    thing, event, cue = by.thing, by.event, by.cue
    words = cue or _words_of(line, event)
    if not is_told(line.text, words, thing.start) or (cue is None and event is not None and event.planned):
        return None
    act = _act(line, thing, event, cue)
    if act is None:
        return None
    low, high = _count(event, line, thing, kind)
    first, last, told = _when(line, by, dates, act)
    if act is Act.PRESENT and cue is not None and cue.weak and _is_idle(line, thing, cue, told):
        return None
    claims, support = _claims(line, thing, event, desk)
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
        claims=claims,
        support=support,
        attribution=_attribution(line, thing),
        part=thing.part,
    )


def _is_idle(line: _Line, thing: Found, cue: Cue, told: bool) -> bool:
    """Tell whether words as weak as 'was' tell nothing: in another clause, or with no day and no site beside."""
    return (is_loose(line.text, cue, thing.start, thing.end) and not thing.part) or not (
        told or line.scene.told or line.scene.placed or thing.part
    )


def _event_of(line: _Line, thing: Found, kind: Kind) -> Event | None:
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


def _act(line: _Line, thing: Found, event: Event | None, cue: Cue | None) -> Act | None:
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
    if scene.told and (thing.low is not None or negated or at):
        return Act.ABSENT if negated else Act.PRESENT
    return None


def _is_far(spot: Spot, line: _Line, cue: Cue | None) -> bool:
    """Tell whether another place is what something else comes from: 'engines from Nakuru that left on Friday'."""
    from_it = spot.part is Part.FROM and not spot.ours
    return from_it and cue is not None and not -_BESIDE_PLACE <= spot.start - line.start - cue.start <= _BESIDE_PLACE


def _moved(line: _Line, cue: Cue) -> Act | None:
    """Say what 'was moved to the clinic' amounts to at the site that the sentences before tell of."""
    if _ONWARD.search(line.text, cue.end) is None:
        return None
    return Act.ARRIVED if line.sort and line.scene.sort == line.sort else Act.LEFT


def _count(event: Event | None, line: _Line, thing: Found, kind: Kind) -> tuple[int | None, int | None]:
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


def _when(line: _Line, by: _Told, dates: _Dates, act: Act) -> tuple[date | None, date | None, bool]:
    """Give the days that a sight is of, and whether words tell them."""
    published = civil_day(line.reading.report.published)
    lone = next(iter(dates.values())) if len(dates) == 1 and (by.cue is None or next(iter(dates)).weak) else None
    held = dates.get(by.cue, lone) if by.cue is not None else None
    if by.cue is not None and held is not None:
        time, (since, until) = held
        if act in (Act.LEFT, Act.ARRIVED) and is_spoken(line.text[: time.span.start - line.start]):
            return since, until, False
        if act in (Act.PRESENT, Act.ABSENT) and (_is_since(time, line) or _is_ever_since(time, line, by.cue)):
            return (published if by.cue.weak else since), published or until, not by.cue.weak
        return since, until, True
    if by.cue is None and by.event is not None and (days := _event_days(by.event)) is not None:
        return *days, True
    if by.cue is None and lone is not None:
        return *lone[1], True
    if by.cue is None and not dates and len(days := _told_days(line)) == 1:
        return *days[0], True
    if line.carried is not None and act in (Act.PRESENT, Act.ABSENT):
        return *line.carried, True
    if line.narrated is not None and act in (Act.PRESENT, Act.ABSENT) and is_past(line.text, by.cue, by.thing.start, by.thing.end):
        return *line.narrated, True
    return published, published, False


def _told_days(line: _Line) -> list[tuple[date, date]]:
    """List the days that a sentence tells."""
    return [days for time in _times(line.reading, line.start, line.end) if (days := _days(time)) is not None]


def _event_days(event: Event) -> tuple[date, date] | None:
    """Give the days of an event; None where they are not told, or many."""
    when = event.time
    first, last = (civil_day(when.start), civil_day(when.end or when.start)) if when is not None else (None, None)
    return (first, last) if first and last and (last - first).days <= _SHORT_DAYS else None


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
