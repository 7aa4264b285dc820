"""The mention: one place in one report where a happening is told, as it is compared with others."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from reportedly.assess.party import party_words
from reportedly.assess.wording import stems
from reportedly.attribution import Attribution, Basis, Certainty, CueClass, Polarity, Stance
from reportedly.event import Event, EventType, Factuality
from reportedly.reading import Reading
from reportedly.span import Field, Span

_FEWEST_STEMS = 3  # attributed words that say less ('"No," he said') are no claim


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
    actor: frozenset[str]
    target: frozenset[str]
    words: frozenset[str]


def collect_mentions(reading: Reading) -> list[Mention]:
    """List the mentions of one report, in reading order.

    Headlines are left out: they repeat the text and are no source. So is whatever a speaker declined to say,
    asked or took back, and an attribution that only passes another one on.
    """
    attributions = {item.id: item for item in reading.attributions}
    covered = {event.attribution for event in reading.events} | {item.parent for item in reading.attributions}
    predicates = sorted(event.predicate.start for event in reading.events)
    found = [_of_event(reading, event, attributions) for event in reading.events]
    for item in reading.attributions:
        if item.id not in covered and not _holds_one(item.content, predicates):
            found.append(_of_words(reading, item, attributions))
    return sorted((mention for mention in found if mention), key=lambda mention: mention.key)


def _holds_one(content: Sequence[Span], predicates: Sequence[int]) -> bool:
    """Tell whether an event was found inside the attributed words."""
    return any(bisect_left(predicates, span.start) < bisect_left(predicates, span.end) for span in content)


def _asserts(attribution: Attribution | None) -> bool:
    """Tell whether what is attributed is said to be so, or not so, at all."""
    return attribution is None or (
        attribution.stance in (Stance.ASSERTS, Stance.DENIES)
        and attribution.basis is not Basis.NO_COMMENT
        and attribution.cue_class not in (CueClass.ASK, CueClass.RETRACT)
    )


def _sentence_start(reading: Reading, offset: int) -> int:
    """Give where the sentence starts that holds `offset`."""
    at = bisect_right(reading.sentences, offset, key=lambda sentence: sentence.start) - 1
    return reading.sentences[at].start if at >= 0 else 0


def _of_event(reading: Reading, event: Event, attributions: Mapping[str, Attribution]) -> Mention | None:
    """Make a mention of an event; None where it is no telling of a happening."""
    attribution = attributions.get(event.attribution or "")
    if event.evidence.field is Field.TITLE or not _asserts(attribution):
        return None
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
        said=event.evidence.text,
        sentence=_sentence_start(reading, event.predicate.start),
        actor=party_words(event.actor or ""),
        target=party_words(event.target or ""),
        words=stems(event.evidence.text),
    )


def _wished(attribution: Attribution | None) -> bool:
    """Tell whether the attributed words are a demand or a threat: no telling that it happened."""
    return attribution is not None and attribution.cue_class in (CueClass.DEMAND, CueClass.THREATEN)


def _of_words(reading: Reading, item: Attribution, attributions: Mapping[str, Attribution]) -> Mention | None:
    """Make a mention of attributed words; None where they are none, or too few to be compared."""
    spans = [span for span in item.content if span.field is Field.BODY]
    said = " ".join(span.text for span in spans)
    if not spans or not _asserts(item) or len(stems(said)) < _FEWEST_STEMS:
        return None
    evidence = Span.of(reading.report.body, spans[0].start, max(span.end for span in spans))
    wished = item.certainty is Certainty.UNSPECIFIED or _wished(item)
    return Mention(
        key=(reading.report.id, evidence.start, evidence.end, item.id),
        report=reading.report.id,
        published=reading.report.published,
        event=None,
        attribution=item,
        nested_in=attributions.get(item.parent or ""),
        type=EventType.STATE,
        polarity=item.polarity,
        mode=Mode.OPEN if wished else Mode.HAPPENED,
        evidence=evidence,
        said=said,
        sentence=_sentence_start(reading, spans[0].start),
        actor=frozenset(),
        target=frozenset(),
        words=stems(said),
    )
