"""Judge how sure the content is of itself, by its hedges and where they stand."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from reportedly.analyse.commitment import judge_predicate, takes_of
from reportedly.analyse.content import tokens_of
from reportedly.analyse.cue import is_passive
from reportedly.analyse.frame import Frame
from reportedly.analyse.hedge import (
    Outlook,
    Signature,
    base,
    level_above,
    level_beside,
    phrase_level,
    signature_of,
    weaker,
)
from reportedly.analyse.main_predicate import core_of, is_anothers, main_predicate
from reportedly.analyse.negation import Run, negation_of
from reportedly.analyse.parse import Passage
from reportedly.analyse.source_noun import listed_noun
from reportedly.analyse.stance import asks, judge_stance
from reportedly.attribution import Certainty, CueClass, SpeakerKind, Stance
from reportedly.span import Span

if TYPE_CHECKING:
    from reportedly.analyse.parsed import Token

_WISHES = frozenset({CueClass.ASK, CueClass.DEMAND})
_WISH_VERBS = frozenset({"want", "hope", "wish"})
_ATTITUDES = frozenset({CueClass.BELIEVE, CueClass.OTHER})
_VERBS = ("VERB", "AUX")
_NAMES = ("NOUN", "PROPN")
_FINITE = frozenset({"VBD", "VBP", "VBZ"})
_HINTS = frozenset({"indicate", "suggest"})
_LIKENS = frozenset({"feel", "look", "seem", "sound"})
_SEES_AS = frozenset({"feel"})  # 'felt the blast' is no belief
# Behind one of these 'what' is only a part of what is told: 'two craters and what may be a wreck'.
_PARTS = frozenset({"CC", "IN"})
_OBLIGES = frozenset({"must", "should", "ought"})
Judged = tuple[Certainty, Run | None]


def judge_certainty(frame: Frame, passage: Passage) -> tuple[Certainty, Span | None]:
    """Give the content's own certainty, and the hedge that shows it (None where there is none)."""
    level, run = level_of(frame)
    return level, passage.span(run[0], run[1] + 1) if run is not None else None


def level_of(frame: Frame) -> Judged:
    """Give the content's own certainty, and the tokens of the hedge that shows it (None where there is none)."""
    silent = judge_stance(frame) is Stance.DECLINES
    if silent or frame.cue_class in _WISHES or base(frame.head) in _WISH_VERBS or asks(frame):
        return Certainty.UNSPECIFIED, None
    level, run = Certainty.CERTAIN, None
    for found, words in (_of_content(frame), _of_phrase(frame), _of_shape(frame), _of_cue(frame)):
        if weaker(found, level) is not level:
            level, run = found, words
    return level, run


def _of_content(frame: Frame) -> Judged:
    """Judge the content's main statement by its own words."""
    main = main_predicate(frame)
    if main is None:
        return Certainty.CERTAIN, None
    core = core_of(main) if main.pos_ in _VERBS else main
    found = judge_predicate(core, main)
    if found.certainty is not Certainty.CERTAIN:
        return found.certainty, found.hedge
    if core.pos_ not in _VERBS:
        return _called(frame, core)
    if _is_attitude(core):
        return level_above(core) or Certainty.CERTAIN, _one(core)
    signs = ((level, find(core)) for level, find in _SIGNS)
    return next((sign for sign in signs if sign[1] is not None), (Certainty.CERTAIN, None))


def _one(token: Token | None) -> Run | None:
    return (token.i, token.i) if token is not None else None


def _called(frame: Frame, noun: Token) -> Judged:
    """Judge a thing by what it is called behind its name: 'a closure improbable', 'a ship, possibly a tanker'."""
    for token in tokens_of(frame):
        guessed = token.pos_ == "ADV" and token.head.pos_ in _NAMES and token.nbor(-1).text == "," if token.i else False
        said_of = token.pos_ == "ADJ" and token.dep_ != "amod"
        level = level_beside(token) if token.i >= noun.i and (said_of or guessed) else None
        if level is not None:
            return level, _one(token)
    return Certainty.CERTAIN, None


def _of_phrase(frame: Frame) -> Judged:
    """Judge by a hedge of three words, which no parse keeps together: 'in all likelihood'."""
    words = list(tokens_of(frame))
    for first, second, third in zip(words, words[1:], words[2:], strict=False):
        level = phrase_level(f"{first.lower_} {second.lower_} {third.lower_}") if first.lower_ == "in" else None
        if level is not None:
            return level, (first.i, third.i)
    return Certainty.CERTAIN, None


def _asked_for(verb: Token) -> Run | None:
    """Find the word that demands or wishes: 'must leave', 'wants to leave', '"Leave!"'; None where neither is."""
    helpers = [child for child in verb.lefts if child.dep_ == "aux"]
    obliges = next((child for child in helpers if child.lower_ in _OBLIGES), None)
    if obliges is not None:
        return _one(obliges)
    wishes = base(verb) in _WISH_VERBS or (base(verb) == "like" and any(c.lower_ in ("would", "'d") for c in helpers))
    if wishes and any(child.dep_ == "nsubj" and child.pos_ == "PRON" for child in verb.lefts):
        return _one(verb)  # the speaker's own: whoever says what others want states something
    bare = verb.tag_ == "VB" and not any(c.dep_ in ("nsubj", "nsubjpass") or c.tag_ in ("TO", "MD") for c in verb.lefts)
    return _one(verb) if bare and verb.dep_ in ("ROOT", "ccomp") else None


def _inferring(verb: Token) -> Run | None:
    """Find the 'must' that draws a conclusion: 'must have left'."""
    helpers = {child.lower_: child for child in verb.lefts if child.dep_ == "aux"}
    return _one(helpers.get("must")) if "have" in helpers else None


def _is_attitude(verb: Token) -> bool:
    """Tell whether the statement itself is a belief about a thing: 'is feared dead', 'they suspect arson'."""
    thing = any(child.dep_ == "dobj" for child in verb.rights) and base(verb) not in _SEES_AS
    return (
        verb.pos_ == "VERB" and (is_passive(verb) or thing) and not is_anothers(verb) and level_above(verb) is not None
    )


def _condition(verb: Token) -> Run | None:
    """Find the 'if' on which a statement hangs: 'would reopen the gate if the guards left'."""
    if not any(child.tag_ == "MD" and child.dep_ == "aux" for child in verb.lefts):
        return None
    for clause in verb.children:
        mark = next((c for c in clause.children if c.dep_ == "mark" and c.lower_ in ("if", "unless")), None)
        if clause.dep_ == "advcl" and mark is not None and _is_supposed(clause, mark):
            return _one(mark)
    return None


def _is_supposed(clause: Token, mark: Token) -> bool:
    """Tell whether a clause supposes something: not 'if convicted', 'as if', 'even if'."""
    finite = any(word.tag_ in _FINITE for word in (clause, *(c for c in clause.lefts if c.dep_.startswith("aux"))))
    return finite and (mark.i == 0 or mark.nbor(-1).lower_ not in ("as", "even"))


def _likened(verb: Token) -> Run | None:
    """Find the words that only liken: 'looks like', 'sounded as'."""
    after = verb.i + 1
    if verb.lemma_ not in _LIKENS or after >= len(verb.doc) or verb.doc[after].lower_ not in ("as", "like"):
        return None
    return verb.i, after


def _fitting(verb: Token) -> Run | None:
    """Find the words that say no more than that it fits: 'the damage is consistent with a drone strike'."""
    word = next((c for c in verb.rights if c.dep_ == "acomp" and c.lower_ == "consistent"), None)
    behind = next((c for c in word.rights if c.lower_ == "with"), None) if word is not None else None
    return (word.i, behind.i) if word is not None and behind is not None else None


# What makes a statement less than certain without a word of hedges.tsv; the first that is found decides.
_SIGNS: tuple[tuple[Certainty, Callable[[Token], Run | None]], ...] = (
    (Certainty.PROBABLE, _inferring),
    (Certainty.UNSPECIFIED, _asked_for),
    (Certainty.PROBABLE, _likened),
    (Certainty.PROBABLE, _fitting),
    (Certainty.POSSIBLE, _condition),
)


def _of_shape(frame: Frame) -> Judged:
    """Judge what is only said to look like something: 'what appeared to be a crater'."""
    for token in tokens_of(frame):
        if token.lower_ != "what" or token.dep_ not in ("nsubj", "nsubjpass") or _is_beside(frame, token):
            continue
        level = level_above(token.head)
        if level is not None:
            return level, _one(token.head)
        likened = _likened(token.head)
        if likened is not None:
            return Certainty.PROBABLE, likened
    return Certainty.CERTAIN, None


def _is_beside(frame: Frame, what: Token) -> bool:
    """Tell whether 'what' only begins a part of the content: 'a crater and what', 'a ship with what', 'at what'."""
    before = what.nbor(-1) if what.i else what
    first = before.idx <= frame.content[0][0]
    return not first and before.tag_ in _PARTS and before.dep_ != "mark" and before.lower_ != "of"


def _of_cue(frame: Frame) -> Judged:
    """Judge how far the cue weakens its content: 'believes that', 'is said to', 'appears to show', 'doubts'."""
    head = frame.head
    governor = head.head  # 'appeared to show'
    above = level_above(governor) if head.dep_ == "xcomp" and governor.i != head.i else None
    if above is not None and frame.cue_class is CueClass.SHOW:
        return above, _one(governor)
    beside = next(_hedged(head), None) if frame.cue_class is CueClass.SHOW else None
    if beside is not None:
        return beside
    main = main_predicate(frame)
    hinted = _hinted(frame)
    if hinted is not None:
        return hinted, _one(head)
    takes = takes_of(main) if main is not None and main.head.i == head.i else "that"
    found = signature_of(head, takes) or signature_of(head, "that")
    attitude = frame.cue_class in _ATTITUDES or takes == "to"
    if found is not None and (attitude or found.affirmed.certainty is not Certainty.CERTAIN):
        return _left_by(found, negation_of(head) is not None), _one(head)
    believed = frame.cue_class is CueClass.BELIEVE and main is not None and main.pos_ in _VERBS
    return (Certainty.PROBABLE, _one(head)) if believed or _is_heard(frame) else (Certainty.CERTAIN, None)


def _hinted(frame: Frame) -> Certainty | None:
    """Give what things that hint leave of their content: 'records indicate', 'images suggest'; None for others."""
    if frame.source is None or base(frame.head) not in _HINTS or negation_of(frame.head) is not None:
        return None
    listed = listed_noun(frame.source.who)
    shows = listed is not None and listed[0] in (SpeakerKind.DOCUMENT, SpeakerKind.IMAGERY)
    return Certainty.PROBABLE if shows else None


def _is_heard(frame: Frame) -> bool:
    """Tell whether nobody is named who says it: 'reportedly', 'it was reported that'."""
    if frame.source is not None:
        return False
    head = frame.head
    return level_beside(head) is not None or (is_passive(head) and any(child.lower_ == "it" for child in head.lefts))


def _left_by(signature: Signature, negated: bool) -> Certainty:
    """Give what a cue leaves of its content: a belief makes it probable, a wish or a demand leaves it open."""
    state = signature.negated if negated else signature.affirmed
    return Certainty.UNSPECIFIED if state.outlook is Outlook.OPEN else state.certainty


def _hedged(head: Token) -> Iterator[Judged]:
    for child in head.children:
        level = level_beside(child) if child.dep_ in ("aux", "advmod") else None
        if level is not None:
            yield level, _one(child)
