"""Give those who act the code of the state and the part that they play: 'Russian forces' are RUSMIL."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from reportedly.analyse.actor_table import find_known, is_seat, noun_at_end, state_of
from reportedly.event import Entity, EntityKind, Event
from reportedly.text.fold import fold

_WORD = re.compile(r"[A-Za-z]\.(?:[A-Za-z]\.)+|[^\W_][\w.'-]*")
_STATE = 3  # letters of a state's code
_STATE_WORDS = 5  # 'the Democratic Republic of the Congo'


def code_actors(events: Sequence[Event], entities: Iterable[Entity], states: Iterable[str]) -> tuple[Event, ...]:
    """Give the events with the code of who acts in each, where the words tell it.

    Args:
        events: the report's.
        entities: the report's; what it says of a person tells whom he acts for.
        states: the codes of the states that the report tells of, ISO 3166-1 alpha-3.
    """
    roles: dict[str, tuple[str, ...]] = {}
    for entity in entities:
        if entity.kind is EntityKind.PERSON:
            roles[entity.name] = entity.descriptions
            roles.setdefault(fold(entity.span.text), entity.descriptions)
    told = frozenset(states)
    return tuple(replace(event, actor_code=_with_part(event, _code_in(event.actor, roles, told))) for event in events)


def _code_in(actor: str | None, roles: Mapping[str, tuple[str, ...]], states: frozenset[str]) -> str | None:
    if actor is None:
        return None
    for role in roles.get(fold(actor), ()):
        code = (
            None
            if re.match(r"(?:former|ex-|late|ousted|deposed|toppled)", role, re.IGNORECASE)
            else code_of(role, states)
        )
        if code is not None:
            return code
    return None if fold(actor) in roles else code_of(actor, states)


def _with_part(event: Event, code: str | None) -> str | None:
    """Add to a state's code the part of those of its people who act: 'Syrian troops left' is Syria's, and SYRMIL."""
    words = _WORD.findall(fold(event.evidence.text))
    if code is None or len(code) != _STATE or event.actor is None or event.actor in words:
        return code
    for at, word in enumerate(words):
        if state_of(word) == code:
            parts = (noun_at_end([each.lower() for each in words[at + 1 : at + 1 + size]]) for size in (3, 2, 1))
            return code + next((part[1] for part in parts if part is not None), "")
    return code


def code_of(name: str, states: frozenset[str] = frozenset()) -> str | None:
    """Give the code of an actor by its name: a state or IGO or NGO, then a role; None where neither is told.

    Args:
        name: as the report tells it.
        states: those that the report tells of; a form that many groups go by counts only with its own.

    Source: the actor codes of CAMEO (Gerner, Schrodt and Yilmaz 2009), which PLOVER keeps.

    >>> code_of("Russian forces"), code_of("Moscow"), code_of("Syria's defence ministry"), code_of("the rebels")
    ('RUSMIL', 'RUSGOV', 'SYRMIL', 'REB')
    >>> code_of("Hezbollah"), code_of("NATO"), code_of("a man") is None
    ('LBNREB', 'IGO', True)
    """
    folded = fold(name)
    known = find_known(folded, states)
    if known:
        return known[-1].actor.code or None
    words = [word.removesuffix("'s") for word in _WORD.findall(folded.removeprefix("the ").removeprefix("The "))]
    state, size = _state_in(words)
    noun = noun_at_end([word.lower() for word in words])
    role = noun[1] if noun is not None else ""
    if state and size == len(words) and is_seat(" ".join(words)):
        role = "GOV"
    return (state + role) or None


def _state_in(words: Sequence[str]) -> tuple[str, int]:
    """Give the code of the first state that words name, and how many of them name it; no code where none does."""
    for at in range(len(words)):
        for size in range(min(_STATE_WORDS, len(words) - at), 0, -1):
            phrase = words[at : at + size]
            state = state_of(" ".join(phrase)) if phrase[0][0].isupper() else None
            if state is not None:
                return state, size
    return "", 0
