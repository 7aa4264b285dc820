"""Judge whether the content says that something is so or that it is not so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportedly.analyse.commitment import judge_predicate, takes_of
from reportedly.analyse.content import tokens_of
from reportedly.analyse.frame import Form, Frame
from reportedly.analyse.hedge import signature_of
from reportedly.analyse.main_predicate import core_of, main_predicate
from reportedly.analyse.negation import Run, negation_in_front, negation_of
from reportedly.analyse.parse import Passage
from reportedly.analyse.stance import called_false, denies, judge_stance
from reportedly.attribution import CueClass, Polarity, Stance
from reportedly.span import Span

if TYPE_CHECKING:
    from reportedly.analyse.parsed import Token

_VERBS = ("VERB", "AUX")


def judge_polarity(frame: Frame, passage: Passage) -> tuple[Polarity, Span | None]:
    """Tell whether the content is said to be so or not to be so, a denial included, and the words that negate it."""
    negated, run = negation_in(frame)
    if not negated:
        return Polarity.AFFIRMED, None
    return Polarity.NEGATED, passage.span(run[0], run[1] + 1) if run is not None else passage.chars(*frame.cue)


def negation_in(frame: Frame) -> tuple[bool, Run | None]:
    """Tell whether the content is said not to be so, and by which tokens (None where the cue alone says it)."""
    if judge_stance(frame) is Stance.DECLINES:
        return False, None
    main = main_predicate(frame)
    found = judge_predicate(core_of(main), main) if main is not None else None
    negation = found.negation if found is not None and found.negated else None
    if main is None or main.pos_ not in _VERBS:
        negation = negation or negation_in_front(list(tokens_of(frame)))
    if negation is None and frame.cue_class is not CueClass.DENY:
        false = called_false(frame)
        negation = (false.i, false.i) if false is not None else None
    if (negation is not None) == _turns_round(frame, main):
        return False, None
    return True, negation or negation_of(frame.head)


def _turns_round(frame: Frame, main: Token | None) -> bool:
    """Tell whether the cue says that its content is not so: 'denied', 'refused to', 'no evidence that'."""
    head = frame.head
    negated = negation_of(head) is not None
    if frame.cue_class is CueClass.DENY:
        return denies(frame)
    takes = "of" if frame.form is Form.NOUN else takes_of(main) if main is not None else "that"
    found = signature_of(head, takes)
    if found is None:
        return negated and frame.form is Form.NOUN
    return found.negated.negated if negated else found.affirmed.negated
