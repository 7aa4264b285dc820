"""The mention: one place in one report where a happening is told, as it is compared with others."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from reportedly.assess.leftover import words_left
from reportedly.assess.party import party_words
from reportedly.assess.place import roles_of
from reportedly.assess.story import story_of
from reportedly.assess.withdrawn import sentences_taken_back
from reportedly.assess.wording import count_negators, stem, stems
from reportedly.attribution import Attribution, Basis, Certainty, CueClass, Polarity, SpeakerKind, Stance
from reportedly.data import read_table
from reportedly.event import Event, EventType, Factuality, Place, ToponymUse, When
from reportedly.reading import Reading, Sentence
from reportedly.span import Field, Span
from reportedly.text.day import civil_day

_FEWEST_STEMS = 2  # attributed words that say less ('"No," he said') are no claim
_FEWEST_DENIED = 1  # but 'there was no withdrawal' is one
_FEWEST_IN_OWN_VOICE = 4
_MOST_OF = 0.4  # share of what is said that is why somebody is not named, from which it is no claim
# 'lowering its earlier toll of 17': a figure that no longer stands
_EARLIER = re.compile(
    r"\b(?:earlier|initial|previous|prior|provisional)\s+(?:\w+\s+){0,2}?(?:count|figure|number|toll)\b"
)
REACH_DAYS = 31  # tellings of one happening are no further apart, be it the days told or those of the reports
_SPOT_KM = 50.0  # a place with a larger radius is no spot

Days = tuple[date, date]  # the first and the last on which it may have been


class Mode(StrEnum):
    """Whether a happening is told as one, as a plan, or as a wish, a demand or a condition."""

    HAPPENED = "happened"
    PLANNED = "planned"
    OPEN = "open"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """One telling of a happening: an event, or attributed words in which no event was found."""

    key: tuple[str, int, int, str]  # report, start and end of the evidence, id of what it was made from
    report: str
    published: str | None
    event: Event | None
    attribution: Attribution | None
    nested_in: Attribution | None  # whoever passed the words on
    type: EventType
    polarity: Polarity
    mode: Mode
    evidence: Span
    said: str  # the words that tell the happening, without the cue
    sentence: int  # where the sentence starts that it stands in
    sentence_end: int
    actor: frozenset[str]
    target: frozenset[str]
    words: frozenset[str]
    where: Mapping[str, Place]  # by what the place is to the happening
    days: Days | None  # None where the time is not told, or not resolved
    day: date | None  # when the report came out
    negators: int  # words of denial in what is said
    context: str = ""  # its whole sentence
    named: frozenset[str] = frozenset()  # ids of the places, no wider than a town, that its sentence names
    story: frozenset[str] = frozenset()  # stems of the names that its report tells
    harm: str = ""  # of casualties: what befell them, where the words tell
    record_days: tuple[str, str] = ("", "")  # the first and last day that an image or a document may be of
    subject: str | None = None  # whom a pronoun at the head of `said` stands for, where the sentence tells
    polarity_set: bool = False  # by a person: what the words are like decides no more
    chosen: bool = False  # its words, by a person: they are told as they are
    taken_back: bool = False  # its sentence says what its outlet once told and now takes back
    minor: bool = False  # a circumstance or a double of what the sentence tells: no claim of its own

    def __hash__(self) -> int:
        """Give the hash of the key: no two mentions that count have the same."""
        return hash(self.key)

    @property
    def about(self) -> tuple[int, ...]:
        """Give the days, as ordinals, about which others tell of the same happening; none where nothing is dated.

        The day of the report, and the day told where that is far from it.
        """
        told = [] if self.day is None else [self.day.toordinal()]
        if self.days is not None and (self.days[1] - self.days[0]).days <= REACH_DAYS:
            first = self.days[0].toordinal()
            told += [first] if not told or abs(first - told[0]) > REACH_DAYS else []
        return tuple(told)

    def in_reach(self, other: Mention) -> bool:
        """Tell whether no more time lies between two tellings than between two of one happening."""
        return in_reach(self.about, other.about)


def in_reach(days: Sequence[int], others: Sequence[int]) -> bool:
    """Tell whether no more time lies between the days of two tellings than between two of one happening."""
    return not days or not others or any(abs(day - theirs) <= REACH_DAYS for day in days for theirs in others)


def collect_mentions(reading: Reading) -> list[Mention]:
    """List the mentions of one report, in reading order.

    Headlines and notices are left out: they repeat the text and are no source. So is a figure that the words
    themselves call an earlier one. So is whatever a speaker declined to say,
    asked or took back, and an attribution that only passes another one on. An event that nobody was found to tell,
    inside words that somebody is, is theirs.
    """
    attributions = {item.id: item for item in reading.attributions}
    near = _by_sentence(reading)
    covered = {item.parent for item in reading.attributions}
    found: list[Mention | None] = []
    for event in reading.events:
        if event.evidence.field is Field.TITLE:
            continue
        told_by = attributions.get(event.attribution or "") or _teller(
            event, near[_sentence_at(reading, event.predicate.start).start]
        )
        covered.add(told_by.id if told_by else None)
        found.append(_of_event(reading, event, told_by, attributions))
    for item, spans in words_left(reading, covered):
        found.append(_of_words(reading, spans, item, attributions))
    taken_back = sentences_taken_back(reading)
    notices = _notices(reading)
    counted = [
        mention
        for mention in found
        if mention
        and (mention.sentence in taken_back or not any(start <= mention.sentence < end for start, end in notices))
    ]
    return sorted(_placed(counted, reading, taken_back), key=lambda mention: mention.key)


def _notices(reading: Reading) -> list[tuple[int, int]]:
    """Give where a report speaks of itself: what a notice says is corrected is told in the text."""
    body = reading.report.body
    starts = [(body.find(notice.text), len(notice.text)) for notice in reading.report.notices if notice.text]
    return [(start, start + length) for start, length in starts if start >= 0]


def _placed(mentions: Sequence[Mention], reading: Reading, taken_back: Set[int]) -> Iterator[Mention]:
    """Add to each mention its sentence, the spots that this names, whatever they are to the event, and a record's day.

    Args:
        mentions: those of the reading.
        reading: what was read in the report.
        taken_back: where the sentences start that say what is taken back.
    """
    spots = [
        place
        for place in reading.places
        if place.gazetteer_id and place.use is ToponymUse.LITERAL and (place.radius_km or 0.0) <= _SPOT_KM
    ]
    starts = [place.span.start for place in spots]
    story = story_of(reading.report)
    for mention in mentions:
        first, last = (bisect_left(starts, edge) for edge in (mention.sentence, mention.sentence_end))
        ids = frozenset(place.gazetteer_id or "" for place in spots[first:last])
        context = reading.report.body[mention.sentence : mention.sentence_end]
        taken = mention.sentence in taken_back
        days = _record_days(mention, reading)
        yield replace(mention, named=ids, story=story, context=context, record_days=days, taken_back=taken)


def _by_sentence(reading: Reading) -> Mapping[int, list[Attribution]]:
    """Give the attributions by the start of each sentence that their words stand in."""
    near: dict[int, list[Attribution]] = defaultdict(list)
    for item in reading.attributions:
        for span in (*item.content, *((item.cue,) if item.cue else ())):
            first, last = (_sentence_number(reading, offset) for offset in (span.start, span.end - 1))
            for sentence in reading.sentences[first : last + 1]:
                if item not in near[sentence.start][-1:]:
                    near[sentence.start].append(item)
    return near


def _teller(event: Event, near: Sequence[Attribution]) -> Attribution | None:
    """Give the attribution whose words hold the event, the narrowest; None in the outlet's own voice."""
    holding = [
        item
        for item in near
        if any(span.holds(event.predicate) for span in item.content)
        or (item.cue is not None and item.cue.overlaps(event.predicate))
    ]
    return min(holding, key=lambda item: (sum(len(span.text) for span in item.content), item.id), default=None)


def _record_days(mention: Mention, reading: Reading) -> tuple[str, str]:
    """Give of which day the image or the document is that a mention rests on: its words tell, or the event's time."""
    attribution, event = mention.attribution, mention.event
    if attribution is None or attribution.speaker.kind not in (SpeakerKind.IMAGERY, SpeakerKind.DOCUMENT):
        return mention.record_days
    if attribution.source is not None:
        first = bisect_left(reading.times, attribution.source.start, key=lambda time: time.span.start)
        for time in reading.times[first : first + 1]:
            if attribution.source.holds(time.span) and civil_day(time.value):
                return time.value[:10], time.value[:10]
    if event is not None and event.time is not None and event.time.start is not None:
        return event.time.start, event.time.end or event.time.start
    return mention.record_days


def _asserts(attribution: Attribution | None) -> bool:
    """Tell whether what is attributed is said to be so, or not so, at all."""
    return attribution is None or (
        attribution.stance in (Stance.ASSERTS, Stance.DENIES)
        and attribution.basis is not Basis.NO_COMMENT
        and attribution.cue_class not in (CueClass.ASK, CueClass.RETRACT)
        and not _tells_terms(attribution)
    )


def _tells_terms(attribution: Attribution) -> bool:
    """Tell whether what is said is why somebody is not named, and little else."""
    reason, said = attribution.speaker.anonymity_reason, " ".join(span.text for span in attribution.content)
    return reason is not None and reason in said and len(reason) >= _MOST_OF * len(said)


def _sentence_number(reading: Reading, offset: int) -> int:
    """Give which sentence holds `offset`, or is the last before it."""
    return max(0, bisect_right(reading.sentences, offset, key=lambda sentence: sentence.start) - 1)


def _sentence_at(reading: Reading, offset: int) -> Sentence:
    """Give the sentence that holds `offset`, or is the last before it; the whole body where it has none."""
    if not reading.sentences:
        return Sentence(start=0, end=len(reading.report.body))
    return reading.sentences[_sentence_number(reading, offset)]


def _of_event(
    reading: Reading, event: Event, attribution: Attribution | None, attributions: Mapping[str, Attribution]
) -> Mention | None:
    """Make a mention of an event that `attribution` tells; None where it is no telling of a happening."""
    if not _asserts(attribution):
        return None
    said = _said(event, attribution)
    if event.type is EventType.CASUALTIES and _EARLIER.search(said):
        return None
    sentence = _sentence_at(reading, event.predicate.start)
    wished = event.factuality is Factuality.UNSPECIFIED or _wished(attribution)
    return Mention(
        key=(reading.report.id, event.evidence.start, event.evidence.end, event.id),
        report=reading.report.id,
        published=reading.report.published,
        event=event,
        attribution=attribution,
        nested_in=attributions.get(attribution.parent or "") if attribution else None,
        type=event.type,
        polarity=event.polarity,
        mode=Mode.PLANNED if event.planned else Mode.OPEN if wished else Mode.HAPPENED,
        evidence=event.evidence,
        said=said,
        sentence=sentence.start,
        sentence_end=sentence.end,
        actor=party_words(event.actor or ""),
        target=party_words(event.target or ""),
        words=_words_of(event, said),
        where=roles_of(event),
        harm=harm_of(event),
        days=_days(event.time),
        day=civil_day(reading.report.published),
        negators=count_negators(said),
    )


def _said(event: Event, attribution: Attribution | None) -> str:
    """Give the words that tell the event, without those that tell who says so where the clause holds both."""
    for span in attribution.content if attribution else ():
        if span.holds(event.predicate):
            first, last = max(span.start, event.evidence.start), min(span.end, event.evidence.end)
            return event.evidence.text[first - event.evidence.start : last - event.evidence.start]
    return event.evidence.text


def _words_of(event: Event, said: str) -> frozenset[str]:
    """Give the stems of what is said of an event; a toll's own verb and number are told by its type and its range."""
    if not harm_of(event):
        return stems(said)
    counted = frozenset().union(*(stems(quantity.span.text) - stems(quantity.what) for quantity in event.quantities))
    return (stems(said) - stems(event.predicate.text) - counted) | {stem(event.type.value)}


def harm_of(event: Event) -> str:
    """Tell what befell those whom a casualty report counts; empty where its words leave it open."""
    if event.type is not EventType.CASUALTIES:
        return ""
    return next(
        (harm for words in (event.predicate.text, *(q.what for q in event.quantities)) if (harm := harm_in(words))), ""
    )


def harm_in(words: str) -> str:
    """Tell what harm words name; empty where they name none.

    >>> harm_in("were killed")
    'killed'
    """
    harms = {stem(row["word"]): row["harm"] for row in read_table("assess_harms.tsv")}
    return next((harms[key] for key in sorted(stems(words)) if key in harms), "")


def _days(when: When | None) -> Days | None:
    """Give the first and last day of a period; None where it is not resolved."""
    first, last = (civil_day(when.start), civil_day(when.end or when.start)) if when else (None, None)
    return (first, last) if first and last else None


def _wished(attribution: Attribution | None) -> bool:
    """Tell whether the attributed words are a demand or a threat: no telling that it happened."""
    return attribution is not None and attribution.cue_class in (CueClass.DEMAND, CueClass.THREATEN)


def _of_words(
    reading: Reading, spans: Sequence[Span], item: Attribution | None, attributions: Mapping[str, Attribution]
) -> Mention | None:
    """Make a mention of words in which no event was found; None where they are no telling, or too few."""
    said = " … ".join(span.text for span in spans)
    negators = count_negators(said)
    fewest = _FEWEST_IN_OWN_VOICE if item is None else _FEWEST_DENIED if negators else _FEWEST_STEMS
    if not _asserts(item) or len(stems(said)) < fewest:
        return None
    sentence = _sentence_at(reading, spans[0].start)
    evidence = Span.of(reading.report.body, spans[0].start, max(span.end for span in spans))
    wished = item is not None and (item.certainty is Certainty.UNSPECIFIED or _wished(item))
    own = Polarity.NEGATED if negators else Polarity.AFFIRMED
    return Mention(
        key=(reading.report.id, evidence.start, evidence.end, item.id if item else ""),
        report=reading.report.id,
        published=reading.report.published,
        event=None,
        attribution=item,
        nested_in=attributions.get(item.parent or "") if item else None,
        type=EventType.STATE,
        polarity=item.polarity if item else own,
        mode=Mode.OPEN if wished else Mode.HAPPENED,
        evidence=evidence,
        said=said,
        sentence=sentence.start,
        sentence_end=sentence.end,
        actor=frozenset(),
        target=frozenset(),
        words=stems(said),
        where={},
        days=None,
        day=civil_day(reading.report.published),
        negators=negators,
    )
