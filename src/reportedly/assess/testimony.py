"""What each support of a claim says, with its words, its sentence and what was told just before."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reportedly.assess.act import Act, Hit, find_hits, is_denied
from reportedly.assess.place import roles_of
from reportedly.assess.wording import count_negators
from reportedly.attribution import Attribution, Polarity, Stance
from reportedly.claim import Claim, Support
from reportedly.event import Event, Place, Toponym, ToponymUse
from reportedly.reading import Reading

_BEFORE = 2  # sentences before that say whom or what 'it' and 'the field' are
_LEAD = 1  # the number of the last sentence that says what a report is about
_DENYING = re.compile(r"den(?:y|ies|ied|ying)\b")
_NO_PLACE = frozenset({ToponymUse.DEMONYM, ToponymUse.METONYM})


@dataclass(frozen=True, slots=True)
class Testimony:
    """One support of a claim as a question is held against it."""

    support: Support
    event: Event | None
    attribution: Attribution | None
    said: str  # the words that tell it
    sentence: str
    before: str  # the sentences before, in the same report
    title: str
    lead: str  # the title and the first sentences, which say what the report is about
    number: int  # of the sentence in its report, from 0
    of: int  # how many sentences the report has
    where: Mapping[str, Toponym | Place]  # by what the place is to the event
    places: tuple[Toponym, ...]  # that the sentence names as places
    places_before: tuple[Toponym, ...]
    published: str | None
    others: tuple[
        tuple[int, int], ...
    ]  # where in `said` the predicates of other events stand, which have claims of their own, and the names of things

    @property
    def negated(self) -> bool:
        """Tell whether it says that what it tells is not so."""
        if self.event is not None:
            return self.event.polarity is Polarity.NEGATED
        return self.attribution is not None and self.attribution.polarity is Polarity.NEGATED

    def denies(self, word: str, *, contrary: bool = False) -> bool:
        """Tell whether a word of what is said is denied: by the words before it, or by whoever speaks of it.

        Args:
            word: as it stands.
            contrary: the word itself says that something is not so, which the reading may have taken for a denial.
        """
        at = self.said.find(word)
        denied = is_denied(self.said, max(at, 0), at + len(word) if at >= 0 else None)
        if self.event is not None and not contrary and word in self.event.predicate.text:
            return denied or self.negated
        spoken = self.attribution is not None and (self.attribution.stance is Stance.DENIES or self._refused)
        cue = self.attribution.cue.text.lower() if self.attribution and self.attribution.cue else ""
        told_by_cue = contrary and (not cue or word.lower() in cue or cue in word.lower() or not _DENYING.match(cue))
        return denied is not (spoken and not told_by_cue)

    @property
    def _refused(self) -> bool:
        """Tell whether what is said is denied by the verb of saying alone: 'refuses to recognise the result'."""
        negated = self.attribution is not None and self.attribution.polarity is Polarity.NEGATED
        return negated and not count_negators(self.said)

    def find(self, act: Act) -> list[Hit]:
        """List the words for an act in what is said, but for those that tell another event or are a thing's name."""
        return [
            hit
            for hit in find_hits(act, self.said)
            if not any(hit.start < end and start < hit.end for start, end in self.others)
        ]


class Testimonies:
    """Finds what each support of a claim says."""

    def __init__(self, readings: Sequence[Reading], claims: Sequence[Claim] = ()) -> None:
        """Lay the readings out.

        Args:
            readings: of the reports that are asked.
            claims: whose events tell of themselves; words for other events are read with the claim around them.
        """
        told = {(s.report, s.event) for claim in claims for s in claim.supporting}
        self._readings = {reading.report.id: reading for reading in readings}
        self._events = {(r.report.id, event.id): event for r in readings for event in r.events}
        self._predicates = {
            r.report.id: tuple(event.predicate for event in r.events if (r.report.id, event.id) in told)
            for r in readings
        }
        self._things = {
            r.report.id: tuple({asset.span for event in r.events for asset in event.assets}) for r in readings
        }
        self._attributions = {(r.report.id, item.id): item for r in readings for item in r.attributions}

    def of(self, claim: Claim) -> list[Testimony]:
        """List what those that stand behind a claim say; what was withdrawn, or is not at hand, says nothing."""
        counting = (support for support in claim.supporting if not support.withdrawn)
        return [self._read(support) for support in counting if support.report in self._readings]

    def _read(self, support: Support) -> Testimony:
        """Lay out one support."""
        reading = self._readings[support.report]
        event = self._events.get((support.report, support.event or ""))
        attribution = self._attributions.get((support.report, support.attribution or ""))
        spot = event.predicate.start if event else support.evidence.start
        number = max(0, bisect_right(reading.sentences, spot, key=lambda sentence: sentence.start) - 1)
        start, end = self._edges(reading, number)
        first = self._edges(reading, max(0, number - _BEFORE))[0]
        body = reading.report.body
        return Testimony(
            support=support,
            event=event,
            attribution=attribution,
            said=support.evidence.text,
            sentence=body[start:end],
            before=body[first:start],
            title=reading.report.title or "",
            lead=self._lead(reading),
            number=number,
            of=len(reading.sentences),
            where=_roles(event, reading) if event else {},
            places=_places(reading, start, end),
            places_before=_places(reading, first, start),
            published=reading.report.published,
            others=self._others(support, event),
        )

    def _others(self, support: Support, event: Event | None) -> tuple[tuple[int, int], ...]:
        """Give where the predicates of other events stand in a support's words, and the things: ships tell no act."""
        start, own = support.evidence.start, event.predicate if event else None
        told = (*self._predicates.get(support.report, ()), *self._things.get(support.report, ()))
        return tuple(
            (word.start - start, word.end - start)
            for word in told
            if support.evidence.holds(word) and not (own is not None and own.overlaps(word))
        )

    def _lead(self, reading: Reading) -> str:
        """Give the title and the first sentences of a report."""
        last = min(_LEAD, max(len(reading.sentences) - 1, 0))
        return f"{reading.report.title or ''} {reading.report.body[: self._edges(reading, last)[1]]}"

    def _edges(self, reading: Reading, number: int) -> tuple[int, int]:
        """Give where a sentence starts and ends; the whole body where it has none."""
        if not reading.sentences:
            return 0, len(reading.report.body)
        return reading.sentences[number].start, reading.sentences[number].end


def _roles(event: Event, reading: Reading) -> dict[str, Toponym | Place]:
    """Give the event's places by their roles, each as the report names it, with its country, where it does."""
    named = {(place.span.field, place.span.start): place for place in reading.places}
    return {role: named.get((place.span.field, place.span.start), place) for role, place in roles_of(event).items()}


def _places(reading: Reading, start: int, end: int) -> tuple[Toponym, ...]:
    """List the places that a stretch of the body names as places."""
    first = bisect_left(reading.places, start, key=lambda place: place.span.start)
    last = bisect_left(reading.places, end, key=lambda place: place.span.start)
    return tuple(
        place for place in reading.places[first:last] if place.use not in _NO_PLACE and place.span.field == "body"
    )
