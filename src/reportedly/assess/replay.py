"""The judgements that hold, replayed oldest first over what the machine made of the same words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TypeVar

from reportedly.assess.added import FIRST, add_field, name_added
from reportedly.assess.coreference import Pool, PoolFinder
from reportedly.assess.corrected import correct_attribution, correct_event
from reportedly.assess.found_again import find_again, place_of, place_of_mention
from reportedly.assess.mention import Mention
from reportedly.assess.provenance import Provenance
from reportedly.assess.regrouped import Outcome, Regrouped
from reportedly.attribution import Attribution
from reportedly.claim import Grade
from reportedly.errors import JudgementFault
from reportedly.event import Event
from reportedly.judgement import Act, Judgement, Lost, Mark, Subject, digest_body, standing
from reportedly.reading import Reading

_NOT_HELD = "no report that is held has this text"
_NOTHING = "nothing of that kind is read in these words any more"
_NO_CLAIM = "no claim rests on these words any more"
_OPPOSITE = "the two claims contradict each other: what speaks against a claim never supports it"
DIGITS = ("1", "2", "3", "4", "5", "6")  # Admiralty, of a claim


class Replay:
    """Judgements with what they are about in some readings."""

    def __init__(self, readings: Sequence[Reading], judgements: Iterable[Judgement]) -> None:
        self._standing = standing(judgements)
        self._readings = list(readings)
        self._of: dict[str, list[int]] = defaultdict(list)  # digest of a body -> readings, by their number
        if self._standing:
            for number, reading in enumerate(self._readings):
                self._of[digest_body(reading.report)].append(number)
        self._rejected: set[tuple[str, str]] = set()  # report, and id of an attribution or an event
        self._turned: set[tuple[str, str]] = set()  # the same, of those whose polarity a person set
        self._dropped: dict[str, list[Judgement]] = defaultdict(list)  # by report: on all that is read at some words
        self._grades: dict[int, Grade] = {}  # by the identity of a pool
        self._lost: dict[str, str] = {}
        self._idle: set[str] = set()  # judgements that found a record which is so anyway
        self._done: set[str] = set()  # those that changed one
        self._added: set[str] = set()  # ids of events that a person added
        for judgement in sorted(self._standing, key=_turn):
            self._take(judgement)

    @property
    def lost(self) -> tuple[Lost, ...]:
        """Give the judgements that found nothing to hold for, and why."""
        return tuple(Lost(judgement=id_, reason=self._lost[id_]) for id_ in sorted(self._lost))

    @property
    def idle(self) -> frozenset[str]:
        """Give the ids of judgements that change nothing: what they ask for is so anyway."""
        return frozenset(self._idle - self._done)

    @property
    def readings(self) -> list[Reading]:
        """Give the readings as people corrected them."""
        return self._readings

    def _take(self, judgement: Judgement) -> None:
        """Apply what can be before anything is pooled."""
        marks = [mark for mark in (judgement.mark, judgement.other) if mark is not None]
        if not marks or not all(self._of.get(mark.digest) for mark in marks):
            self._lost[judgement.id] = _NOT_HELD
        elif judgement.subject in (Subject.ATTRIBUTION, Subject.EVENT):
            numbers = self._of[marks[0].digest]
            if not [number for number in numbers if self._settle(judgement, marks[0], number)]:
                self._lost.setdefault(judgement.id, _NOTHING)
        elif judgement.subject is Subject.SUPPORT and judgement.act in (Act.REJECT, Act.ACCEPT):
            for number in self._of[marks[0].digest]:
                self._dropped[self._readings[number].report.id].append(judgement)
            self._lost[judgement.id] = _NOTHING  # until it is found, below

    def _settle(self, judgement: Judgement, mark: Mark, number: int) -> bool:
        """Apply a judgement on an attribution or an event to one reading; tell whether the record is there."""
        if judgement.act is Act.ADD:
            return self._add(judgement, mark, number)
        reading = self._readings[number]
        every: tuple[Attribution | Event, ...] = (
            reading.attributions if judgement.subject is Subject.ATTRIBUTION else reading.events
        )
        placed = [(item, place) for item in every if (place := place_of(item, reading.report))]
        found = find_again(mark, placed)
        if found is None:
            return False
        key = (reading.report.id, found.id)
        if judgement.act is Act.REJECT:
            self._rejected.add(key)
        elif judgement.act is Act.ACCEPT:
            self._rejected.discard(key)
        elif judgement.act is Act.CORRECT:
            return self._correct(judgement, number, found)
        return True

    def _add(self, judgement: Judgement, mark: Mark, number: int) -> bool:
        """Add what a person says is told in some words of one reading, or a field of it."""
        reading = self._readings[number]
        if mark.span is None or judgement.subject not in FIRST:
            return False
        try:
            changed = add_field(reading, judgement.subject, mark.span, judgement.field or "", judgement.value or "")
        except JudgementFault as fault:
            self._lost[judgement.id] = str(fault)
            return False
        if changed is None:
            return False
        self._added.add(name_added(Subject.EVENT, reading.report.id, mark.span))
        (self._idle if changed == reading else self._done).add(judgement.id)
        self._readings[number] = changed
        return True

    def _correct(self, judgement: Judgement, number: int, found: Attribution | Event) -> bool:
        """Set a field of one record of a reading."""
        reading, field, value = self._readings[number], judgement.field or "", judgement.value or ""
        try:
            if isinstance(found, Event):
                event = correct_event(found, field, value, reading.report.body)
                changed = replace(reading, events=_with(reading.events, event))
            else:
                item = correct_attribution(found, field, value, reading.attributions, reading.report.body)
                changed = replace(reading, attributions=_with(reading.attributions, item))
        except JudgementFault as fault:
            self._lost[judgement.id] = str(fault)
            return False
        if field == "polarity":
            self._turned.add((reading.report.id, found.id))
        (self._idle if changed == reading else self._done).add(judgement.id)
        self._readings[number] = changed
        return True

    def keep(self, mentions: Sequence[Mention]) -> list[Mention]:
        """Give the mentions of one report that count."""
        kept = [mention for mention in mentions if not self._is_rejected(mention)]
        dropped: set[str] = set()
        for judgement in self._dropped.get(mentions[0].report, ()) if mentions else ():
            assert judgement.mark is not None  # noqa: S101  # it was found by its mark
            found = find_again(judgement.mark, [(mention, place_of_mention(mention)) for mention in mentions])
            if found is not None:
                self._lost.pop(judgement.id, None)
                (dropped.add if judgement.act is Act.REJECT else dropped.discard)(found.key[3])
        return [self._marked(mention) for mention in kept if mention.key[3] not in dropped]

    def show(self, mentions: Sequence[Mention]) -> list[Mention]:
        """Give mentions, those that a person added as such: none is a mere circumstance of another."""
        return [
            replace(each, minor=False, chosen=True) if each.event is not None and each.event.id in self._added else each
            for each in mentions
        ]

    def _marked(self, mention: Mention) -> Mention:
        """Note on a mention what a person set that its words would have outweighed."""
        own = mention.event or mention.attribution
        turned = own is not None and (mention.report, own.id) in self._turned
        return replace(mention, polarity_set=True) if turned else mention

    def _is_rejected(self, mention: Mention) -> bool:
        ids = [record.id for record in (mention.event, mention.attribution) if record is not None]
        return any((mention.report, id_) in self._rejected for id_ in ids)

    def regroup(
        self, pools: Sequence[Pool], finder: PoolFinder, provenance: Provenance
    ) -> tuple[list[Pool], PoolFinder]:
        """Merge and split pools as people did, and note which they graded."""
        grouped = Regrouped(pools, finder, provenance)
        regroupings = [each for each in self._standing if each.act in (Act.MERGE, Act.SPLIT)]
        rest = [each for each in self._standing if each.act not in (Act.MERGE, Act.SPLIT) and _on_a_claim(each)]
        for judgement in (*regroupings, *rest):
            if judgement.id not in self._lost:
                self._regroup(judgement, grouped)
        return grouped.result()

    def _regroup(self, judgement: Judgement, grouped: Regrouped) -> None:
        """Apply one judgement on claims."""
        ones, others = self._find(judgement.mark, grouped), self._find(judgement.other, grouped)
        if not ones or (judgement.other is not None and not others):
            self._lost[judgement.id] = _NO_CLAIM
            return
        if judgement.act is Act.GRADE:
            self._grade(judgement, ones, grouped)
        outcome = Outcome.DONE
        if judgement.act is Act.MERGE:
            outcome = grouped.merge(ones, others)
        elif judgement.act is Act.SPLIT:
            outcome = grouped.split(ones)
        if outcome is Outcome.OPPOSITE:
            self._lost[judgement.id] = _OPPOSITE
        elif outcome is Outcome.IDLE:
            self._idle.add(judgement.id)

    def _find(self, mark: Mark | None, grouped: Regrouped) -> list[Mention]:
        """Give the mentions that stand where a mark is."""
        if mark is None:
            return []
        return grouped.find(mark, [self._readings[number].report.id for number in self._of[mark.digest]])

    def _grade(self, judgement: Judgement, graded: Sequence[Mention], grouped: Regrouped) -> None:
        """Note the digit that a person gave."""
        if judgement.value not in DIGITS:
            self._lost[judgement.id] = f"{judgement.value!r} is none of {', '.join(DIGITS)}"
            return
        grade = Grade(digit=int(judgement.value), by=judgement.by, at=judgement.at, why=judgement.why)
        for mention in graded:
            self._grades[id(grouped.pool_of(mention))] = grade

    def grade_of(self, pool: Pool) -> Grade | None:
        """Give the digit that a person gave a claim last; None where nobody did."""
        return self._grades.get(id(pool))


def _turn(judgement: Judgement) -> tuple[bool, bool]:
    """Give when a judgement is applied: what a person added comes first, and of it what makes it a record."""
    return judgement.act is not Act.ADD, judgement.field not in FIRST.values()


def _on_a_claim(judgement: Judgement) -> bool:
    """Tell whether a judgement is about what a claim rests on, and is not applied before there are claims."""
    on_support = judgement.subject is Subject.SUPPORT and judgement.act not in (Act.ACCEPT, Act.REJECT)
    return judgement.subject is Subject.CLAIM or on_support


Record = TypeVar("Record", Attribution, Event)


def _with(records: Sequence[Record], changed: Record) -> tuple[Record, ...]:
    """Give records with one of them changed."""
    return tuple(changed if each.id == changed.id else each for each in records)
