"""Judge how sure the content is of itself, by its hedges and where they stand."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from reportedly.analyse.content import tokens_of
from reportedly.analyse.frame import Form, Frame, parsed_text
from reportedly.analyse.parse import Passage
from reportedly.attribution import Certainty, CueClass
from reportedly.data import read_table
from reportedly.span import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

_WISHES = frozenset({CueClass.ASK, CueClass.DEMAND})
_WISH_VERBS = frozenset({"want", "hope", "wish"})
# A hedge below one of these speaks of something else than the content's main statement.
_ELSEWHERE = frozenset({"relcl", "acl", "advcl", "appos", "parataxis", "ccomp"})
_SENSES = frozenset({"see", "hear", "find", "read", "view", "watch"})


@cache
def _hedges() -> dict[str, Certainty]:
    return {row["phrase"]: Certainty(row["certainty"]) for row in read_table("hedges.tsv")}


def judge_certainty(frame: Frame, passage: Passage) -> tuple[Certainty, Span | None]:
    """Give the content's own certainty, and the hedge that shows it (None where there is none)."""
    if frame.form is Form.REFUSAL or frame.cue_class in _WISHES or frame.head.lemma_ in _WISH_VERBS:
        return Certainty.UNSPECIFIED, None
    if any(parsed_text(frame.head.doc)[start:end].rstrip('" ').endswith("?") for start, end in frame.content):
        return Certainty.UNSPECIFIED, None
    governor = frame.head.head  # 'appeared to show'
    if frame.head.dep_ == "xcomp" and governor.lower_ in _hedges():
        return _hedges()[governor.lower_], passage.of(governor)
    hedge = next(_found(frame), None)
    if hedge is not None:
        token, level = hedge
        return level, passage.of(token)
    if frame.cue_class is CueClass.BELIEVE or (frame.source is None and frame.form is not Form.QUOTE):
        return Certainty.PROBABLE, passage.of(frame.head)
    return Certainty.CERTAIN, None


def _found(frame: Frame) -> Iterator[tuple[Token, Certainty]]:
    """List the hedges that bear on the content's main statement."""
    for token in tokens_of(frame):
        level = _hedges().get(token.lower_) or _hedges().get(_with_next(token))
        if level is not None and not _is_ability(token) and not _is_month(token) and _bears_on(token, frame):
            yield token, level
    condition = _condition(frame)
    if condition is not None:
        yield condition, Certainty.POSSIBLE


def _with_next(token: Token) -> str:
    """Give the word with the one behind it: 'look like'."""
    return f"{token.lower_} {token.nbor().lower_}" if token.i + 1 < len(token.doc) else ""


def _is_month(token: Token) -> bool:
    """Tell whether 'May' is the month."""
    return token.text == "May" and token.tag_ != "MD"


def _condition(frame: Frame) -> Token | None:
    """Find the 'if' on which the content's main statement hangs: 'would reopen the gate if the guards left'."""
    children = list(frame.predicate.children) if frame.predicate is not None else []
    if not any(child.dep_ == "aux" and child.tag_ == "MD" for child in children):
        return None
    for clause in children:
        mark = next((c for c in clause.children if c.dep_ == "mark" and c.lower_ in ("if", "unless")), None)
        if clause.dep_ == "advcl" and mark is not None and mark.nbor(-1).lower_ not in ("as", "even"):
            return mark
    return None


def _is_ability(token: Token) -> bool:
    """Tell whether 'could' says what was possible to do: 'could be seen', 'could not'."""
    if token.lower_ not in ("could", "can"):
        return False
    verb = token.head
    return verb.lemma_ in _SENSES or any(child.dep_ == "neg" for child in verb.children)


def _bears_on(token: Token, frame: Frame) -> bool:
    """Tell whether the hedge stands in the main statement, not in a clause that hangs on it."""
    if token.pos_ in ("NOUN", "ADJ") and token.dep_ in ("amod", "compound"):
        return False
    main = frame.predicate
    node = token
    while main is not None and node.i != main.i and node.head.i != node.i:
        if node.dep_ in _ELSEWHERE and not (node.dep_ == "ccomp" and node.lower_ == token.lower_):
            return False
        node = node.head
    return main is not None or token.i - next(tokens_of(frame)).i < 15
