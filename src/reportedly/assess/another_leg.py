"""What would make another leg for a claim, and what would not though it may look so."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.assess.docket import Docket
from reportedly.assess.fold_note import outlet
from reportedly.assess.summary import OWN_VOICE
from reportedly.attribution import Anonymity, SpeakerKind
from reportedly.event import EventType
from reportedly.trace import Fold, FoldReason, Told, TraceLeg

_RECORDS = (SpeakerKind.IMAGERY, SpeakerKind.DOCUMENT)
_OUTLETS = (None, SpeakerKind.REPORTER, SpeakerKind.OUTLET)
_OWN = (FoldReason.SAME_NEWSROOM, FoldReason.SAME_SPEAKER, FoldReason.SAME_RECORD, FoldReason.NOT_HELD)
_NAMED = 3  # speakers that are named


def want_leg(legs: Sequence[TraceLeg], docket: Docket) -> tuple[str, ...]:
    """Say what would make another leg, from what is there."""
    rooms = list(dict.fromkeys(room for leg in legs for room in leg.newsrooms))
    found = [f"A report that names its own source for this, through a newsroom other than {_or(rooms)}."]
    if not legs:
        found = ["A report that stands, and names its own source for this."]
    elif not rooms:
        found = ["A report that says which newsroom it comes from, and names its own source for this."]
    folds = [fold for leg in legs for fold in leg.folds]
    found += [_tell_apart(fold, docket) for fold in folds if fold.reason is FoldReason.UNNAMED_ALIKE]
    found += [
        f"Word of which newsroom {_named(fold.told, docket)} has it from: nothing in it tells."
        for fold in folds
        if fold.reason is FoldReason.UNJUDGED
    ]
    kinds = {told.speaker_kind for leg in legs for told in (leg.first, *(fold.told for fold in leg.folds))}
    if docket.claim.type is EventType.STATE:
        return tuple(dict.fromkeys(found))  # what somebody said or means is shown by no image
    if kinds.isdisjoint(_RECORDS):
        found.append("A document or an image that shows it: nothing here rests on one.")
    else:
        found.append("A second record of it: another document, or an image of another day or from another provider.")
    return tuple(dict.fromkeys(found))


def name_no_leg(legs: Sequence[TraceLeg], docket: Docket) -> tuple[str, ...]:
    """Say what would make no further leg: the same speakers again, a record that is the source already."""
    told = [item for leg in legs for item in _sources(leg)]
    named = [item.speaker for item in told if item.anonymity is Anonymity.NAMED and item.speaker_kind not in _RECORDS]
    people = list(dict.fromkeys(named))[:_NAMED]
    found = []
    if people:
        again = _or(people)
        found.append(f"{again[:1].upper()}{again[1:]} again, through whatever newsroom.")
    records = list(dict.fromkeys(item.speaker for item in told if item.speaker_kind in _RECORDS))[:_NAMED]
    found += [
        f"{record[:1].upper()}{record[1:]}, seen by another newsroom: it is the same record." for record in records
    ]
    for leg in legs:
        if leg.not_held:
            by = _named(leg.first, docket)
            found.append(f"The {leg.not_held} report that {by} credits: worth having, but it is this leg’s own origin.")
    return tuple(found)


def _sources(leg: TraceLeg) -> list[Told]:
    """List the tellings of a leg that have a source of their own; what tells another one again has not."""
    told = [leg.first, *(fold.told for fold in leg.folds if fold.reason in _OWN)]
    return [item for item in told if item.speaker != OWN_VOICE and item.speaker_kind not in _OUTLETS]


def _tell_apart(fold: Fold, docket: Docket) -> str:
    """Say what would tell unnamed sources apart."""
    to = docket.report(fold.of)
    here = f"{fold.told.speaker} ({_named(fold.told, docket)})"
    return f"A name, an office or a place of work that tells {here} apart from those of {outlet(to)}."


def _named(told: Told, docket: Docket) -> str:
    """Name the outlet of a telling."""
    return outlet(docket.report(told.report))


def _or(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} or {names[-1]}" if names else ""
