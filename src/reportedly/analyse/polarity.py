"""Judge whether the content says that something is so or that it is not so."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from reportedly.analyse.commitment import judge_predicate, takes_of
from reportedly.analyse.content import tokens_of, trim
from reportedly.analyse.frame import Form, Frame, parsed_text
from reportedly.analyse.hedge import signature_of
from reportedly.analyse.main_predicate import core_of, main_predicate
from reportedly.analyse.negation import negation_in_front, negation_of
from reportedly.analyse.parse import Passage
from reportedly.analyse.stance import called_false, denies, judge_stance
from reportedly.attribution import CueClass, Polarity, Stance
from reportedly.span import Span

if TYPE_CHECKING:
    from reportedly.analyse.parsed import Token

_VERBS = ("VERB", "AUX")


def judge_polarity(frame: Frame, passage: Passage) -> tuple[Polarity, Span | None]:
    """Tell whether the content is said to be so or not to be so, a denial included, and the words that negate it."""
    if judge_stance(frame) is Stance.DECLINES:
        return Polarity.AFFIRMED, None
    main = main_predicate(frame)
    found = judge_predicate(core_of(main), main) if main is not None else None
    negation = found.negation if found is not None and found.negated else None
    if main is None or main.pos_ not in _VERBS:
        negation = negation or negation_in_front(list(tokens_of(frame)))
    if negation is None and frame.cue_class is not CueClass.DENY:
        false = called_false(frame)
        negation = (false.i, false.i) if false is not None else None
    if (negation is not None) == _turns_round(frame, main):
        return Polarity.AFFIRMED, None
    own = negation or negation_of(frame.head)
    return Polarity.NEGATED, passage.span(own[0], own[1] + 1) if own is not None else passage.chars(*frame.cue)


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


def is_negated(verb: Token) -> bool:
    """Tell whether the verb is negated: 'is not leaving', 'had no intention', 'is no longer'."""
    return negation_of(verb) is not None


def split_by_polarity(frame: Frame) -> list[Frame]:
    """Give one frame for each run of coordinated clauses that agree on being so, or not being so.

    'X is pulling back but is not leaving' becomes two; a frame whose clauses agree comes back as it is.
    """
    main = main_predicate(frame)
    if main is None or main.pos_ not in _VERBS or frame.form not in (Form.CLAUSE, Form.PHRASE) or '"' in _text(frame):
        return [frame]
    joined = {token.i for token in main.conjuncts}
    for child in tokens_of(frame):
        # a verb joined to a noun is a clause whose partner the parse has lost
        second = child.i in joined or (child.dep_ == "conj" and child.head.pos_ in ("NOUN", "PROPN"))
        if second and child.i > main.i and child.pos_ in _VERBS and is_negated(child) != is_negated(main):
            return _cut(frame, main, child)
    return [frame]


def _text(frame: Frame) -> str:
    return "".join(parsed_text(frame.head.doc)[start:end] for start, end in frame.content)


def _cut(frame: Frame, main: Token, second: Token) -> list[Frame]:
    doc = second.doc
    own = [t for t in second.subtree if t.i <= second.i]
    at = doc[min(t.i for t in own)]
    joint = at.nbor(-1) if at.i > main.i and at.nbor(-1).dep_ == "cc" else at
    for number, (start, end) in enumerate(frame.content):
        first, rest = trim(doc, (start, joint.idx)), trim(doc, (at.idx, end))
        if start < joint.idx < end and first and rest and at.idx > main.idx:
            before, after = frame.content[:number], frame.content[number + 1 :]
            return [
                replace(frame, content=(*before, first), predicate=main),
                replace(frame, content=(rest, *after), predicate=second),
            ]
    return [frame]
