"""Count whom a source's noun phrase stands for: 'two pilots and an agent', 'five of the nine'."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportedly.analyse.source_name import is_clock
from reportedly.attribution import SpeakerKind

if TYPE_CHECKING:
    from reportedly.analyse.parsed import Token

_NUMBERS = {w: n for n, w in enumerate("one two three four five six seven eight nine ten eleven twelve".split(), 1)}
_SINGLE = frozenset({"another", "one", "somebody", "someone"})
_COUNTED = (SpeakerKind.PERSON, SpeakerKind.ANONYMOUS, SpeakerKind.REPORTER)


def number_of(token: Token) -> int | None:
    """Give the number that a word says."""
    if token.text.isdecimal():
        return int(token.text) if len(token.text) < 7 else None
    return _NUMBERS.get(token.lower_)


def count_all(who: Token, kind: SpeakerKind, plural: bool) -> int | None:
    """Count the noun with those joined to it: 'two pilots and an agent'; None where one of them is uncounted."""
    joined = [t for t in who.conjuncts if t.i > who.i and t.pos_ in ("NOUN", "PROPN")]
    if not joined:
        return count_one(who, kind, plural)
    counts = [count_one(t, SpeakerKind.ANONYMOUS, t.tag_ in ("NNS", "NNPS")) for t in (who, *joined)]
    return None if None in counts else sum(count for count in counts if count is not None)


def count_one(who: Token, kind: SpeakerKind, plural: bool) -> int | None:
    """Count whom the noun alone stands for; None where the words leave it open."""
    if kind not in _COUNTED or who.lemma_.lower() in ("cent", "percent", "percentage"):
        return None
    for child in who.lefts:
        if child.dep_ == "nummod" and not is_clock(child):
            if any(c.lower_ == "of" for c in child.lefts):  # 'two of five firefighters', as the model reads it
                return number_of(child.doc[child.left_edge.i])
            about = any(
                c.lower_ not in ("the", "these", "those", "all") for c in child.children
            )  # 'more than', 'at least'
            return None if about and not child.text.isdecimal() else number_of(child)
        if child.lower_ == "both" and not any(c.dep_ == "conj" for c in who.subtree):
            return 2
    if who.pos_ == "NUM" or who.lower_ in _SINGLE:
        return 1 if who.lower_ in _SINGLE else number_of(who)
    single = who.tag_ in ("NN", "NNP", "JJ") or any(child.lower_ in ("a", "an", "another") for child in who.lefts)
    return 1 if not plural and single else None


def share_of(share: Token) -> int | None:
    """Count the share of a group: one for 'another of the guards'."""
    return 1 if share.lower_ in ("another", "either", "neither") else number_of(share)
