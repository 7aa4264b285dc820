"""Find what 'did so' and 'has denied doing so' say again of another, or deny: the happening told last before them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from reportedly.analyse.actor import name_of
from reportedly.analyse.argument import find_arguments
from reportedly.analyse.event_page import Page, clause_of
from reportedly.analyse.event_scene import Told
from reportedly.analyse.event_time import time_of
from reportedly.analyse.mood import read_mood
from reportedly.analyse.predicate import Predicate
from reportedly.analyse.predicate_verb import chain
from reportedly.event import EventType
from reportedly.identity import identify

if TYPE_CHECKING:
    from reportedly.analyse.parsed import Token

_SO = {"do": frozenset({"so", "same", "likewise", "similarly"}), "follow": frozenset({"suit"})}
_BESIDE = frozenset({"advmod", "dobj"})
_UNTOLD = frozenset({EventType.STATE, EventType.OTHER, EventType.PRESENCE, EventType.TALKS})
_BACKGROUND = frozenset({"relcl", "advcl", "acl"})


def say_again(report_id: str, page: Page, told: Sequence[Told]) -> Iterator[Told]:
    """Give what each 'do so' of a page tells: the happening before it, done or denied by its own subject.

    Args:
        report_id: of the report that the page belongs to.
        page: its words.
        told: every happening that the page names by its own word.
    """
    for verb in page.passage.doc:
        if verb.dep_ in ("aux", "auxpass", "pcomp") or not _stands_for_another(verb):
            continue
        before = _before(verb, told)
        predicate = Predicate(verb, "do so", verb.i, verb.i, False, (), None)
        actor = name_of(page, find_arguments(predicate).subjects)
        if before is None or actor is None:
            continue
        mood, span = read_mood(chain(predicate)), page.passage.of(verb)
        event = replace(
            before.event,
            id=identify("event", report_id, span.field, span.start, span.end, before.event.type),
            predicate=span,
            actor=actor,
            time=time_of(page, predicate),
            factuality=mood.factuality,
            polarity=mood.polarity,
            planned=mood.planned,
            evidence=page.passage.span(*clause_of(verb)),
        )
        yield Told(event, verb, verb)


def _stands_for_another(verb: Token) -> bool:
    """Tell whether a verb only takes up another one: 'did so', 'do the same', 'followed suit'."""
    words = _SO.get(verb.lemma_.lower(), frozenset())
    near = [*verb.rights] + ([verb.nbor()] if verb.i + 1 < verb.sent.end else [])
    return any(word.lower_ in words and (word.dep_ in _BESIDE or word.i == verb.i + 1) for word in near)


def _before(verb: Token, told: Sequence[Told]) -> Told | None:
    """Give the happening that a verb told last before: in its own sentence, or as the main one of the last."""
    fit = [each for each in told if each.verb is not None and each.verb.i == each.word.i < verb.i]
    fit = [each for each in fit if each.event.type not in _UNTOLD]
    own = [each for each in fit if each.word.sent.start == verb.sent.start]
    last = [each for each in fit if each.word.sent.end == verb.sent.start and each.word.dep_ not in _BACKGROUND]
    if own:
        return own[-1]
    return min(last, key=lambda each: (_depth(each.word), -each.word.i)) if last else None


def _depth(word: Token) -> int:
    """Give how many words stand above one in its sentence."""
    return sum(1 for _ in word.ancestors)
