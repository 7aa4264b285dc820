"""Judge whether the content says that something is so or that it is not so."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from reportedly.analyse.content import tokens_of, trim
from reportedly.analyse.frame import Form, Frame, parsed_text
from reportedly.analyse.parse import Passage
from reportedly.attribution import CueClass, Polarity
from reportedly.span import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

_VERBS = ("VERB", "AUX")
_REFUSES = frozenset({"decline", "refuse"})


def judge_polarity(frame: Frame, passage: Passage) -> tuple[Polarity, Span | None]:
    """Tell whether the content is said to be so or not to be so, a denial included, and the words that negate it."""
    if not _negates(frame):
        return Polarity.AFFIRMED, None
    main = _main(frame)
    word = _negation(main) if main is not None else None
    return Polarity.NEGATED, passage.of(word) if word is not None else passage.chars(*frame.cue)


def _negates(frame: Frame) -> bool:
    main = _main(frame)
    negated = main is not None and is_negated(main)
    if frame.cue_class is CueClass.DENY and not _has_negation(frame.head):
        negated = not negated
    if frame.form is Form.NOUN and any(child.lower_ == "no" for child in frame.head.lefts):
        negated = not negated  # 'there was no evidence that'
    if frame.form is Form.INFINITIVE and frame.head.lemma_.lower() in _REFUSES:
        negated = not negated  # 'refused to withdraw'
    return negated


def _main(frame: Frame) -> Token | None:
    """Find the content's main verb where the parse has not shown it."""
    if frame.form is Form.REFUSAL:
        return None
    if frame.predicate is not None and frame.predicate.pos_ in ("VERB", "AUX"):
        return frame.predicate
    inside = list(tokens_of(frame))
    numbers = {token.i for token in inside}
    heads = (t for t in inside if t.pos_ in ("VERB", "AUX") and (t.head.i == t.i or t.head.i not in numbers))
    return next(heads, None)


def is_negated(verb: Token) -> bool:
    """Tell whether the verb is negated: 'is not leaving', 'had no intention', 'is no longer'."""
    return _negation(verb) is not None


def _negation(verb: Token) -> Token | None:
    """Find the word that negates a verb; None where none does."""
    plain = next((child for child in verb.children if _is_not(child)), None)
    if plain is not None:
        return plain
    for child in verb.children:
        if child.lower_ == "longer" or child.dep_ in ("dobj", "attr", "nsubj", "nsubjpass"):
            no = next((c for c in child.lefts if c.lower_ == "no"), None)
            if no is not None:
                return no
        if child.dep_ in ("nsubj", "nsubjpass") and child.lower_ in ("nobody", "none", "nothing", "neither"):
            return child
    return None


def _is_not(token: Token) -> bool:
    return token.dep_ == "neg" or token.lower_ in ("not", "never", "n't")


def _has_negation(verb: Token) -> bool:
    return any(_is_not(child) for child in verb.children)


def split_by_polarity(frame: Frame) -> list[Frame]:
    """Give one frame for each run of coordinated clauses that agree on being so, or not being so.

    'X is pulling back but is not leaving' becomes two; a frame whose clauses agree comes back as it is.
    """
    main = _main(frame) or next((t for t in tokens_of(frame) if t.pos_ in _VERBS), None)
    if main is None or frame.form not in (Form.CLAUSE, Form.PHRASE) or '"' in _text(frame):
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
