"""Find whom 'he' and 'one of them' stand for, and where a retelling lays what they say to somebody else."""

from __future__ import annotations

from reportedly.attribution import SpeakerKind
from reportedly.lineage import Drift, Variation, VariationKind
from reportedly.link.passage import Pairing, keys_of
from reportedly.link.saying import PRONOUNS, Saying
from reportedly.link.saying import keys_of as name_keys
from reportedly.link.source_height import compare_heights
from reportedly.link.source_words import may_be_one, read_source
from reportedly.reading import Reading
from reportedly.span import Span
from reportedly.text.word import words

_FAR = 1500  # signs of the body in front of a pronoun within which the one whom it stands for is named
_INDEFINITE = frozenset("a an another".split())


def find_replaced(pairing: Pairing, old: Saying, new: Saying, origin: Reading) -> list[Variation]:
    """Say where somebody new speaks, 'a guard', in the place of one who is only pointed at in the origin."""
    if old.source is None or new.source is None or old.frame is None or new.frame is None:
        return []
    one, two = read_source(old.source.text), read_source(new.source.text)
    fresh = next((word.form for word in words(new.source.text)), "") in _INDEFINITE and two.sort is not None
    if one.head not in PRONOUNS or not fresh or new.first.speaker.kind is not SpeakerKind.ANONYMOUS:
        return []
    named = _antecedent(old, origin)
    if named is None:
        return []
    kind, before = VariationKind.ATTRIBUTION_CHANGED, read_source(named.text)
    note = f"“{old.source.text}”, who is “{named.text}”, became “{new.source.text}”"
    name = frozenset(name_keys(old.first.speaker.name or ""))
    if old.first.speaker.kind is SpeakerKind.PERSON and name:
        if name & keys_of(pairing.derivative.body):
            return []
        note += ": the source’s name is gone."
        told = pairing.tell(kind, old.frame, new.frame, Drift.WEAKER, note)
        return [_with_origin(told, named)]
    if before.sort is None or (may_be_one(before, two) and before.ranks == two.ranks):
        return []
    drift = compare_heights(before, two)
    return [pairing.tell(kind, old.frame, new.frame, drift, f"{note}: another source.")]


def _with_origin(told: Variation, origin: Span) -> Variation:
    """Tell a variation of other words of the origin."""
    return Variation(
        kind=told.kind, origin=origin, derivative=told.derivative, direction=told.direction, note=told.note
    )


def _antecedent(old: Saying, origin: Reading) -> Span | None:
    """Give the words for the source that a pronoun points back to: of the same name, or the nearest."""
    place, name = old.source.start if old.source else 0, old.first.speaker.name
    found = [
        told.source
        for told in origin.attributions
        if told.source
        and place - _FAR <= told.source.start < place
        and read_source(told.source.text).head not in PRONOUNS
        and told.source.field is (old.source.field if old.source else None)
        and (not name or told.speaker.name == name)
    ]
    return (
        max(found, key=lambda span: span.start, default=None)
        if not name
        else min(found, key=lambda span: span.start, default=None)
    )
