"""Find where the same is laid to somebody else: another speaker, another number of them, a name lost or put in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from reportedly.attribution import Anonymity, Attribution, Speaker, SpeakerKind
from reportedly.lineage import Drift, Variation, VariationKind
from reportedly.link.passage import Pairing
from reportedly.link.weight import weigh
from reportedly.reading import Reading
from reportedly.span import Field, Span
from reportedly.text.word import words

_HELD = 0.5  # share of what is said that the other must be said to say too
_OUTLETS = frozenset({SpeakerKind.OUTLET, SpeakerKind.REPORTER, SpeakerKind.IMAGERY, SpeakerKind.DOCUMENT})


class Saying(NamedTuple):
    """An attribution with its words as keys."""

    told: Attribution
    source: Span
    content: dict[int, float]  # key -> idf
    who: frozenset[int]


def find_source_changes(
    pairing: Pairing, origin: Reading, derivative: Reading, outlets: frozenset[str] = frozenset()
) -> list[Variation]:
    """List where what one source says is laid to another, or to fewer, or to one who is better or less known.

    Whoever lays it to the origin's own `outlets` names the report, not another source.
    """
    own = {key for outlet in outlets for key in _keys(outlet)}
    ones, twos = _sayings(pairing.origin.bounds, origin), _sayings(pairing.derivative.bounds, derivative)
    found = []
    for old in ones:
        new = max(twos, key=lambda saying: _share(old, saying), default=None)
        if new is not None and _keys(new.source.text).keys() <= own:
            continue
        if new is not None and _share(old, new) >= _HELD and _share(new, old) >= _HELD:
            found += _compare(old, new) or _less_told(old, new)
            found += _reason_lost(old, new, origin.report.body)
    return found


def _sayings(bounds: Sequence[tuple[int, int]], reading: Reading) -> list[Saying]:
    """List what sources named in these sentences say in them."""
    found = []
    for told in reading.attributions:
        source = told.source
        if source is None or source.field is not Field.BODY or told.parent:
            continue
        if any(start <= source.start < end for start, end in bounds):
            content = {k: idf for part in told.content for k, idf in _keys(part.text).items()}
            who = " ".join(filter(None, (source.text, told.speaker.name, told.speaker.role, told.speaker.affiliation)))
            found.append(Saying(told, source, content, frozenset(_keys(who))))
    return found


def _keys(text: str) -> dict[int, float]:
    """Give the keys of a text's content words with their weight."""
    weighed = (weigh(word.form) for word in words(text))
    return {weight.key: weight.idf for weight in weighed if weight.content}


def _share(one: Saying, other: Saying) -> float:
    """Give the share of what `one` says that `other` says too."""
    whole = sum(one.content.values())
    return sum(idf for key, idf in one.content.items() if key in other.content) / whole if whole else 0.0


def _compare(old: Saying, new: Saying) -> list[Variation]:
    """Say how the speaker is another one."""
    one, two = old.told.speaker, new.told.speaker
    named_by = frozenset(_keys(old.source.text)), frozenset(_keys(new.source.text))
    # 'He said' may stand for anyone, and one who is called by the same words is no other.
    if {one.kind, two.kind} & _OUTLETS or not all(named_by) or named_by[0] == named_by[1]:
        return []
    if not old.who & new.who:
        return [_tell(old, new, Drift.NEUTRAL, f"“{old.source.text}” became “{new.source.text}”: another source.")]
    if one.count and two.count and one.count != two.count and one.kind is two.kind is SpeakerKind.ANONYMOUS:
        drift = Drift.STRONGER if two.count > one.count else Drift.WEAKER
        return [_tell(old, new, drift, f"“{old.source.text}” became “{new.source.text}”: the number of sources.")]
    if one.anonymity is not Anonymity.NAMED and _names(two, named_by[1]) and not _names(two, named_by[0]):
        return [_tell(old, new, Drift.STRONGER, f"The unnamed source is named: “{two.name}”.")]
    if two.anonymity is not Anonymity.NAMED and _names(one, named_by[0]) and not _names(one, named_by[1]):
        return [_tell(old, new, Drift.WEAKER, f"The source’s name is gone: “{one.name}”.")]
    return []


def _less_told(old: Saying, new: Saying) -> list[Variation]:
    """Say that the retelling tells less of an unnamed source: 'a diplomat in Lima' became 'a diplomat'."""
    one, two = frozenset(_keys(old.source.text)), frozenset(_keys(new.source.text))
    unnamed = old.told.speaker.kind is new.told.speaker.kind is SpeakerKind.ANONYMOUS
    counted = old.told.speaker.count != new.told.speaker.count and len(one - two) == 1  # 'two nurses', 'the nurses'
    if not unnamed or not two or not two < one or counted or old.told.speaker.anonymity_reason:
        return []
    note = f"Less is told of the source: “{old.source.text}” became “{new.source.text}”."
    return [
        Variation(
            kind=VariationKind.DETAIL_DROPPED,
            origin=old.source,
            derivative=new.source,
            direction=Drift.NEUTRAL,
            note=note,
        )
    ]


def _names(speaker: Speaker, said: frozenset[int]) -> bool:
    """Tell whether the words `said` hold a word of a person's name."""
    return speaker.kind is SpeakerKind.PERSON and not said.isdisjoint(_keys(speaker.name or ""))


def _reason_lost(old: Saying, new: Saying, body: str) -> list[Variation]:
    """Say that the retelling leaves out why the source is not named."""
    reason = old.told.speaker.anonymity_reason
    place = body.find(reason, old.source.start, old.source.end + 400) if reason else -1
    if not reason or place < 0 or new.told.speaker.anonymity_reason:
        return []
    return [
        Variation(
            kind=VariationKind.DETAIL_DROPPED,
            origin=Span.of(body, place, place + len(reason)),
            derivative=new.source,
            direction=Drift.NEUTRAL,
            note=f"Why the source is not named is no longer said: “{reason}”.",
        )
    ]


def _tell(old: Saying, new: Saying, drift: Drift, note: str) -> Variation:
    """Say that the source is another one, or known otherwise."""
    return Variation(
        kind=VariationKind.ATTRIBUTION_CHANGED, origin=old.source, derivative=new.source, direction=drift, note=note
    )
