"""Judge what a speaker does with the content: asserts it, rejects it, declines to speak, or asks."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from reportedly.analyse.commitment import judge_predicate
from reportedly.analyse.content import tokens_of
from reportedly.analyse.cue import lemma, noun_class
from reportedly.analyse.frame import Form, Frame, parsed_text
from reportedly.analyse.main_predicate import core_of, main_predicate
from reportedly.analyse.negation import negation_of
from reportedly.attribution import CueClass, Stance
from reportedly.data import read_table

if TYPE_CHECKING:
    from reportedly.analyse.parsed import Token

_STOP = re.compile(r"[.!?]")
_IT = frozenset({"it", "that", "this"})


def judge_stance(frame: Frame) -> Stance:
    """Tell whether the speaker asserts, rejects what somebody else said, refuses to say, or asks."""
    if frame.form is Form.REFUSAL or _keeps_silent(frame):
        return Stance.DECLINES
    if frame.cue_class is CueClass.ASK or lemma(frame.head) == "wonder":
        return Stance.ASKS
    return Stance.DENIES if denies(frame) or called_false(frame) is not None else Stance.ASSERTS


def denies(frame: Frame) -> bool:
    """Tell whether the cue denies its content: 'denied leaving'; not 'did not deny it', nor what a denier then says."""
    return frame.cue_class is CueClass.DENY and negation_of(frame.head) is None and not _speaks_for_itself(frame)


def _speaks_for_itself(frame: Frame) -> bool:
    """Tell whether the content is a sentence that the speaker said: 'disagrees: "It was open."'"""
    main = main_predicate(frame)
    quoted = any(parsed_text(frame.head.doc)[start] == '"' for start, _ in frame.content[:1])
    return quoted and main is not None and main.pos_ in ("VERB", "AUX") and _subject(main) is not None


def asks(frame: Frame) -> bool:
    """Tell whether the content's first statement is a question."""
    main = main_predicate(frame)
    text = parsed_text(frame.head.doc)
    start, end = next((part for part in frame.content if main is None or part[0] <= main.idx < part[1]), (0, 0))
    stop = _STOP.search(text, main.idx if main is not None else start, end)
    return stop is not None and stop.group() == "?"


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(row["word"] for row in read_table("negation_stances.tsv") if row["kind"] == kind)


def _keeps_silent(frame: Frame) -> bool:
    """Tell whether the speaker will not speak: 'would not confirm', 'declined to say', '"We do not comment on it"'."""
    head = frame.head
    if lemma(head) in _words("refuse"):
        return not frame.content or any(lemma(word) in _words("silent") for word in head.rights)
    if lemma(head) in _words("silent") and negation_of(head) is not None:
        return True
    main = main_predicate(frame)
    return main is not None and (_says_no_comment(main) or _will_not_say(main))


def _says_no_comment(word: Token) -> bool:
    return word.lemma_.lower() in _words("comment") and any(child.lower_ == "no" for child in word.lefts)


def _will_not_say(verb: Token) -> bool:
    """Tell whether a speaker says of itself that it keeps silent: 'We do not comment', 'it was unable to confirm'."""
    subject = _subject(verb)
    core = core_of(verb)
    if subject is None or subject.pos_ != "PRON" or not judge_predicate(core, verb).negated:
        return False
    unwilling = core.i != verb.i or any(child.tag_ == "MD" for child in verb.lefts)
    return lemma(core) in _words("comment") or (unwilling and lemma(core) in _words("silent"))


def _subject(verb: Token) -> Token | None:
    return next((child for child in verb.lefts if child.dep_ in ("nsubj", "nsubjpass")), None)


def called_false(frame: Frame) -> Token | None:
    """Find the word with which the content rejects what was said: 'the claim was false', 'calling the report nonsense'.

    None where it rejects nothing.
    """
    known = _words("false") | _words("true")
    found = next((token for token in tokens_of(frame) if token.lower_ in known), None)
    if found is None or lemma(frame.head) in _words("call"):
        return found if found is not None and found.lower_ in _words("false") else None
    main = main_predicate(frame)
    subject = _subject(main) if main is not None and main.lemma_ == "be" else None
    if main is None or subject is None or not _is_saying(subject):
        return None
    wanted = _words("false" if negation_of(main) is None else "true")
    said_of = (token for child in main.rights for token in (child, *child.children))
    return next((token for token in said_of if token.lower_ in wanted), None)


def _is_saying(subject: Token) -> bool:
    return subject.lower_ in _IT or noun_class(subject.lemma_.lower()) is not None
