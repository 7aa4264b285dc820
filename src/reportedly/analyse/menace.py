"""Tell whether a warning threatens: 'the army warned that any convoy would be bombed'."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportedly.analyse.predicate_table import senses_of
from reportedly.event import EventType

if TYPE_CHECKING:
    from reportedly.analyse.parsed import Token

_HARMS = frozenset(
    {EventType.ATTACK, EventType.INTERCEPT, EventType.SEIZE, EventType.CAPTURE, EventType.DAMAGE, EventType.CASUALTIES}
)
_AHEAD = frozenset({"will", "would", "'ll", "'d"})
_THEMSELVES = frozenset({"it", "they", "we"})


def is_menacing(verb: Token, *, passive: bool = False) -> bool:
    """Tell whether who warns says that they will do harm; in the passive, that harm will be done by nobody named."""
    for clause in verb.rights:
        helpers = {child.lower_ for child in clause.lefts if child.dep_ in ("aux", "auxpass")}
        if clause.dep_ != "ccomp" or not helpers & _AHEAD or not _harms(clause):
            continue
        kinds = {child.dep_ for child in clause.children}
        if passive and "auxpass" in kinds and "agent" not in kinds:
            return True
        own = any(child.dep_ == "nsubj" and child.lower_ in _THEMSELVES for child in clause.lefts)
        if not passive and own and "neg" not in kinds:
            return True
    return False


def _harms(verb: Token) -> bool:
    return bool({sense.type for sense in senses_of().get((verb.lemma_.lower(), "verb"), ())} & _HARMS)
