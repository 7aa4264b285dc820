"""What a person means by a few signs: a claim, an attribution, an event, words of a report, or two reports."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from reportedly.assess import find_again, mark_place, place_of
from reportedly.attribution import Attribution
from reportedly.claim import Claim, Support
from reportedly.correction import EVENT_FIELDS
from reportedly.errors import JudgementFault, SpanMismatch
from reportedly.event import Event
from reportedly.judgement import Act, Mark, Subject, digest_body
from reportedly.picture import Finding
from reportedly.reading import Reading
from reportedly.span import Span

_WORDS = re.compile(r"(.+):(\d{1,9})-(\d{1,9})", re.DOTALL | re.ASCII)
_SHOWN = 5  # ids that a message lists
Record = Attribution | Event
_RECORDS = (Subject.ATTRIBUTION, Subject.EVENT)
_ALLOWED: Mapping[Act, tuple[Subject, ...]] = {
    Act.ACCEPT: (*_RECORDS, Subject.SUPPORT, Subject.CLAIM, Subject.DERIVATION),
    Act.REJECT: (*_RECORDS, Subject.SUPPORT, Subject.DERIVATION),
    Act.CORRECT: _RECORDS,
    Act.ADD: _RECORDS,
    Act.MERGE: (Subject.CLAIM,),
    Act.SPLIT: (Subject.SUPPORT,),
    Act.GRADE: (Subject.CLAIM,),
}
# What a claim rests on stands for the claim, or for the support that it is.
_OF_A_CLAIM = {Act.MERGE: _RECORDS, Act.GRADE: _RECORDS, Act.SPLIT: _RECORDS}


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """What a judgement is about."""

    subject: Subject
    mark: Mark


class Guide:
    """Finds what a person names in a collection."""

    def __init__(self, readings: Sequence[Reading], findings: Sequence[Finding]) -> None:
        self._readings: Mapping[str, Reading] = {reading.report.id: reading for reading in readings}
        self._claims = [finding.claim for finding in findings]

    def find(self, act: Act, what: str, field: str | None) -> Target:
        """Give what is meant.

        Args:
            act: what is to be done to it.
            what: the beginning of a claim's id that no other shares, the id of an attribution, of an event (REPORT:ID
                finds these sooner) or of a report, or words of a report as REPORT:START-END.
            field: of a correction: it tells whether words stand for their attribution or for their event.

        Raises:
            JudgementFault: there is no such thing, or the act cannot be done to it.
        """
        told = self._find_named(what) or self._find_words(act, what, field)
        if told is not None and told.subject in _OF_A_CLAIM.get(act, ()):
            told = Target(subject=_ALLOWED[act][0], mark=told.mark)
        if told is None:
            raise JudgementFault(
                f"{what!r} is no claim, attribution, event, report or REPORT:START-END of this collection"
            )
        allowed = _ALLOWED[act]
        if told.subject not in allowed:
            wanted = " or ".join(subject.value for subject in allowed)
            raise JudgementFault(
                f"to {act.value} is to name {_article(wanted)}; {what!r} is {_article(told.subject.value)}"
            )
        return told

    def spread(self, act: Act, what: str) -> tuple[str, ...]:
        """Give all that an act is done to where it is done to something: rejecting a claim rejects what it rests on."""
        claim = next((each for each in self._claims if each.id == what), None)
        if act is not Act.REJECT or claim is None:
            return (what,)
        return tuple(dict.fromkeys(name_support(each) for each in claim.supporting))

    def _find_named(self, what: str) -> Target | None:
        """Give the claim, the attribution, the event or the report that goes by an id."""
        for report, record in self._records():
            if what in (record.id, f"{report.report.id}:{record.id}"):
                return self._target(report, record)
        if what in self._readings:
            digest = digest_body(self._readings[what].report)
            return Target(subject=Subject.DERIVATION, mark=Mark(digest=digest, span=None, core=None))
        begun = sorted((claim for claim in self._claims if what and claim.id.startswith(what)), key=lambda c: c.id)
        found = [claim for claim in begun if claim.id == what] or begun
        if len(found) > 1:
            raise JudgementFault(f"{what!r} stands for {', '.join(claim.id for claim in found[:_SHOWN])}")
        return self._claim(found[0]) if found else None

    def _find_words(self, act: Act, what: str, field: str | None) -> Target | None:
        """Give what is read at words of a report."""
        parts = _WORDS.fullmatch(what)
        if parts is None or parts[1] not in self._readings:
            return None
        reading = self._readings[parts[1]]
        try:
            span = Span.of(reading.report.body, int(parts[2]), int(parts[3]))
        except SpanMismatch as fault:
            raise JudgementFault(f"{what!r}: {fault}") from fault
        mark = Mark(digest=digest_body(reading.report), span=span, core=None)
        if act is Act.ADD:
            subject = Subject.EVENT if field in EVENT_FIELDS else Subject.ATTRIBUTION
            return Target(subject=subject, mark=replace(mark, core=span))
        if act is Act.CORRECT:
            return self._record_at(reading, mark, field or "")
        if act in (Act.ACCEPT, Act.REJECT):
            return Target(subject=Subject.SUPPORT, mark=mark)
        subject = Subject.SUPPORT if act is Act.SPLIT else Subject.CLAIM
        supports = [(self._place(support), support) for support in self._supports_in(reading.report.id)]
        found = find_again(mark, [(place, place) for place, _ in supports])
        if found is None:
            raise JudgementFault(f"{what!r}: no claim rests on these words")
        return Target(subject=subject, mark=mark_place(reading.report, found))

    def _record_at(self, reading: Reading, mark: Mark, field: str) -> Target:
        """Give the record that a field is corrected of: the event where there is one that has it."""
        orders: tuple[Sequence[Record], ...] = (reading.events if field in EVENT_FIELDS else (), reading.attributions)
        for records in orders:
            placed = [(record, place) for record in records if (place := place_of(record, reading.report))]
            if (found := find_again(mark, placed)) is not None:
                return self._target(reading, found)
        raise JudgementFault("nothing that has this field is read in these words")

    def _records(self) -> Iterator[tuple[Reading, Record]]:
        for reading in self._readings.values():
            yield from ((reading, record) for record in reading.attributions)
            yield from ((reading, record) for record in reading.events)

    def _target(self, reading: Reading, record: Record) -> Target:
        place = place_of(record, reading.report)
        if place is None:
            raise JudgementFault(f"{record.id} has no words that it could be known by")
        subject = Subject.EVENT if isinstance(record, Event) else Subject.ATTRIBUTION
        return Target(subject=subject, mark=mark_place(reading.report, place))

    def _claim(self, claim: Claim) -> Target:
        """Give a claim, known by its first support."""
        first = claim.supporting[0]
        report = self._readings[first.report].report
        return Target(subject=Subject.CLAIM, mark=mark_place(report, self._place(first)))

    def _supports_in(self, report: str) -> Iterator[Support]:
        return (support for claim in self._claims for support in claim.supporting if support.report == report)

    def _place(self, support: Support) -> tuple[Span, Span | None]:
        """Give where the words of a support stand, and the word that tells them from others there."""
        reading = self._readings[support.report]
        event = next((each for each in reading.events if each.id == support.event), None)
        if event is not None:
            return support.evidence, event.predicate
        said = next((each for each in reading.attributions if each.id == support.attribution), None)
        return support.evidence, (said.cue or said.source) if said else None


def name_support(support: Support) -> str:
    """Give what a support is judged by: its event, else its attribution, else its words, each with its report."""
    part = support.event or support.attribution or f"{support.evidence.start}-{support.evidence.end}"
    return f"{support.report}:{part}"


def _article(words: str) -> str:
    return f"{'an' if words[:1] in 'aeiou' else 'a'} {words}"
