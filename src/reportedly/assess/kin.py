"""Types of happening that are told apart by words alone, and may be one happening."""

from __future__ import annotations

from reportedly.event import EventType

_KIN = (
    frozenset({EventType.DEPART, EventType.WITHDRAW, EventType.REDEPLOY}),
    frozenset({EventType.ARRIVE, EventType.DEPLOY}),
    frozenset({EventType.CAPTURE, EventType.DETAIN}),
    frozenset({EventType.STATE, EventType.OTHER}),
    frozenset({EventType.ATTACK, EventType.EXPLOSION}),
    frozenset({EventType.RELEASE, EventType.AID}),
)
_GROUP = {kind: min(kin) for kin in _KIN for kind in kin}


def group(kind: EventType) -> EventType:
    """Give the type that stands for all types under which one happening may be told."""
    return _GROUP.get(kind, kind)


AWAY = group(EventType.DEPART)
TOWARD = group(EventType.ARRIVE)
SPOKEN = group(EventType.STATE)
