"""Part what one cue brings in where its clauses differ: one is so, the next is not so, or only may be."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import TYPE_CHECKING

from reportedly.analyse.certainty import level_of
from reportedly.analyse.content import tokens_of, trim
from reportedly.analyse.frame import Chars, Form, Frame, parsed_text
from reportedly.analyse.main_predicate import main_predicate
from reportedly.analyse.polarity import negation_in
from reportedly.analyse.stance import judge_stance
from reportedly.attribution import Certainty, CueClass, Stance

if TYPE_CHECKING:
    from reportedly.analyse.parsed import Token

_VERBS = ("VERB", "AUX")
_SUBJECTS = frozenset({"csubj", "expl", "nsubj", "nsubjpass"})
_ASIDE = frozenset({"acl", "advcl", "relcl", "xcomp"})
# What a picture shows beside a thing that is only made out: 'two craters and what may be a wreck'.
_BESIDE = frozenset({"alongside", "and", "behind", "beside", "beyond", "including", "near", "or", "plus", "with"})


@dataclass(frozen=True, slots=True)
class _Part:
    """A stretch of one piece of a content."""

    piece: int
    chars: Chars
    frame: Frame  # with this stretch alone as its content


def split_by_claim(frame: Frame) -> list[Frame]:
    """Give one frame for each run of joined clauses that agree on being so or not, and on how sure that is.

    'X is pulling back but is not leaving' becomes two, and so does 'shows two craters and what may be a wreck'; a frame
    whose clauses agree comes back as it is. A quotation is never parted: it is judged by what it opens with.
    """
    if not frame.content or judge_stance(frame) is not Stance.ASSERTS:
        return [frame]
    if frame.cue_class is CueClass.SHOW and frame.form not in (Form.QUOTE, Form.PHRASE):
        return _apart(frame, _guesses(frame))
    return _apart(frame, _clauses(frame)) if frame.form in (Form.CLAUSE, Form.PHRASE) else [frame]


def _apart(frame: Frame, parts: Iterator[_Part]) -> list[Frame]:
    """Put neighbours that agree together again, and give a frame for each run of them."""
    runs: list[list[_Part]] = []
    judged = None
    for part in parts:
        states = _states(part.frame)
        goes_on = bool(runs) and part.piece != runs[-1][-1].piece and not _is_joined(part.frame)
        if runs and (judged is None or not states or goes_on or judged == _judged(part.frame)):
            runs[-1].append(part)
        else:
            runs.append([part])
            judged = None
        judged = _judged(part.frame) if judged is None and states else judged
    return [_frame(frame, run) for run in runs] if len(runs) > 1 else [frame]


def _judged(frame: Frame) -> tuple[bool, Certainty]:
    level = level_of(frame)[0]
    return negation_in(frame)[0], Certainty.CERTAIN if level is Certainty.UNSPECIFIED else level


def _states(frame: Frame) -> bool:
    """Tell whether a part has something to be judged by: a verb that is no aside; of what is shown, any word."""
    main = main_predicate(frame)
    if main is None or frame.cue_class is CueClass.SHOW:
        return main is not None
    return main.pos_ in _VERBS and main.dep_ not in _ASIDE


def _is_joined(frame: Frame) -> bool:
    """Tell whether a piece behind its cue is a clause of its own: '..., he said, but no order had been given'."""
    first = next(tokens_of(frame), None)
    return first is not None and first.dep_ == "cc"


def _frame(frame: Frame, run: Sequence[_Part]) -> Frame:
    """Give the frame of a run: stretches of one piece are one stretch again."""
    doc = frame.head.doc
    pieces = [list(parts) for _, parts in groupby(run, key=lambda part: part.piece)]
    stretches = ((parts[0].chars[0], parts[-1].chars[1]) for parts in pieces)
    content = tuple(c for stretch in stretches if (c := stretch if stretch in frame.content else trim(doc, stretch)))
    return replace(frame, content=content, predicate=next(p.frame.predicate for p in run if _states(p.frame)))


def _part(frame: Frame, piece: int, chars: Chars, predicate: Token | None) -> _Part:
    inside = predicate is not None and chars[0] <= predicate.idx < chars[1]
    return _Part(piece, chars, replace(frame, content=(chars,), predicate=predicate if inside else None))


def _clauses(frame: Frame) -> Iterator[_Part]:
    """Part each piece of a content before the clauses that are joined to it and differ from it."""
    for piece, chars in enumerate(frame.content):
        part: _Part | None = _part(frame, piece, chars, frame.predicate)
        while part is not None:
            cut = _cut(part)
            yield part if cut is None else cut[0]
            part = cut[1] if cut is not None else None


def _cut(part: _Part) -> tuple[_Part, _Part] | None:
    """Part a stretch before the first clause joined to it, outside quotations, that differs from it."""
    main = main_predicate(part.frame)
    if main is None or main.pos_ not in _VERBS:
        return None
    joined = {token.i for token in main.conjuncts}
    for child in tokens_of(part.frame):
        # a verb joined to a noun is a clause whose partner the parse has lost
        second = child.i in joined or (child.dep_ == "conj" and child.head.pos_ in ("NOUN", "PROPN"))
        if second and child.i > main.i and child.pos_ in _VERBS:
            found = _before(part, main, child)
            if found is not None and _differ(*found, child):
                return found
    return None


def _before(part: _Part, main: Token, second: Token) -> tuple[_Part, _Part] | None:
    """Part a stretch before a joined clause, without the word that joins it."""
    start, end = part.chars
    at = second.doc[min(t.i for t in second.subtree if t.i <= second.i)]
    joint = at.nbor(-1) if at.i and at.nbor(-1).dep_ == "cc" else at
    quoted = parsed_text(second.doc).count('"', start, at.idx) % 2 == 1
    if joint.i <= main.i or quoted or not start < joint.idx < end:
        return None
    first, rest = (start, joint.idx), (at.idx, end)
    return _part(part.frame, part.piece, first, main), _part(part.frame, part.piece, rest, second)


def _differ(first: _Part, rest: _Part, verb: Token) -> bool:
    one, other = _judged(first.frame), _judged(rest.frame)
    own = any(child.dep_ in _SUBJECTS or child.dep_.startswith("aux") for child in verb.lefts)
    return one != other and (own or one[0] != other[0])


def _guesses(frame: Frame) -> Iterator[_Part]:
    """Part what is shown before what is only made out beside it: 'two craters and what may be a wreck'."""
    for piece, (start, end) in enumerate(frame.content):
        at = start
        for token in tokens_of(replace(frame, content=((start, end),))):
            before = token.nbor(-1) if token.i else token
            beside = before.lower_ in _BESIDE and before.idx > at
            if token.lower_ == "what" and token.dep_ in ("nsubj", "nsubjpass") and beside:
                yield _part(frame, piece, (at, before.idx), frame.predicate)
                at = token.idx
        yield _part(frame, piece, (at, end), frame.predicate)
