"""Tell whether a happening is said to be so, may be so, is not so, or is only meant to be."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from reportedly.analyse.commitment import judge_predicate, link_of
from reportedly.analyse.hedge import level_above, level_beside, weaker
from reportedly.attribution import Certainty, Polarity
from reportedly.data import read_words
from reportedly.event import Factuality

if TYPE_CHECKING:
    from reportedly.analyse.parsed import Token

_WISHES = frozenset(
    {"demand", "urge", "call", "ask", "want", "wish", "propose", "request", "seek", "order", "tell", "warn"}
)
# With a noun after them these tell of something done: a truce that was agreed is there.
_REACHES = frozenset({"agree", "announce", "decide", "declare"})
_AWAITED = frozenset({"await", "expect"})  # are themselves what makes the happening likely: 'is expected in port'
_WEIGHED = frozenset({"consider", "contemplate", "mull", "weigh"})  # nobody has decided yet what is weighed
_LEVELS = {
    Certainty.CERTAIN: Factuality.CERTAIN,
    Certainty.PROBABLE: Factuality.PROBABLE,
    Certainty.POSSIBLE: Factuality.POSSIBLE,
    Certainty.IMPROBABLE: Factuality.POSSIBLE,
    Certainty.UNSPECIFIED: Factuality.UNSPECIFIED,
}


class Mood(NamedTuple):
    """How a happening is told."""

    factuality: Factuality
    polarity: Polarity
    planned: bool


def hedge_of(token: Token) -> Factuality | None:
    """Give how far a word weakens what it governs or stands beside: 'believed', 'may'; None where it does not."""
    level = level_beside(token) or level_above(token)
    return _LEVELS[level] if level is not None else None


def own_factuality(verb: Token) -> Factuality:
    """Give how sure a verb's own helpers and adverbs leave it: 'may be', 'is probably'."""
    return _LEVELS[judge_predicate(verb, verb).certainty]


def read_mood(words: Sequence[Token]) -> Mood:
    """Give the mood that `words` set, the happening's own word first and what governs it after."""
    lent = len(words) > 1 and words[0].pos_ == "NOUN" and link_of(words[0]) is None
    found = judge_predicate(words[1] if lent else words[0])
    return Mood(
        factuality=_factuality(words, found.certainty),
        polarity=Polarity.NEGATED if found.negated else Polarity.AFFIRMED,
        planned=_planned(words),
    )


def _around(words: Sequence[Token]) -> Iterator[tuple[Token, Token]]:
    """List each governing word with the words that hang on it and bear on the mood."""
    for word in words:
        for child in word.children:
            if child.dep_ in ("aux", "advmod", "neg", "det", "mark", "preconj", "amod"):
                yield word, child
    verb = words[-1]
    if verb.dep_ == "conj" and not any(child.dep_ in ("aux", "nsubj") for child in verb.children):
        # 'may regroup and leave': the second verb has the first one's helpers, though not its 'not'.
        for child in verb.head.children:
            if child.dep_ == "aux":
                yield verb, child


def _factuality(words: Sequence[Token], certainty: Certainty) -> Factuality:
    if any(word.lemma_.lower() in _WISHES for word in words[1:]):
        return Factuality.UNSPECIFIED
    if words[0].lemma_.lower() in _AWAITED:
        certainty = weaker(certainty, Certainty.PROBABLE)
    if any(word.lemma_.lower() in _WEIGHED for word in words[1:]):
        certainty = weaker(certainty, Certainty.POSSIBLE)
    supposed = any(_is_conditional(word) for word in words)
    return _LEVELS[weaker(certainty, Certainty.POSSIBLE) if supposed else certainty]


def _is_conditional(word: Token) -> bool:
    """Tell whether a clause of condition hangs on the verb: 'would leave if the truce fails'."""
    return any(
        clause.dep_ == "advcl"
        and any(
            mark.dep_ == "mark" and mark.lower_ in ("if", "unless") and mark.i < clause.i for mark in clause.children
        )
        for clause in word.children
    )


def _planned(words: Sequence[Token]) -> bool:
    plans = read_words("predicates_plan.txt")
    if words[0].pos_ == "NOUN" and len(words) > 1 and words[1].lemma_.lower() in _REACHES:
        words = [words[0], *words[2:]]
    if words[0].lemma_.lower() in _AWAITED:
        return True
    first = words[1] if len(words) > 1 and words[0].pos_ == "NOUN" else words[0]  # 'talks are to be held'
    if any(word.lemma_.lower() in plans or _is_to(word, first) for word in words[1:]):
        return True
    helpers = {child.lower_ for _, child in _around(words) if child.dep_ == "aux"}
    # 'said that they would leave' is 'will leave' told afterwards.
    told = words[-1].dep_ == "ccomp" and "would" in helpers and not any(_is_conditional(word) for word in words)
    return told or bool(helpers & {"will", "shall", "'ll", "wo"})


def _is_to(word: Token, first: Token) -> bool:
    """Tell whether 'is to' or 'are to' governs the happening: 'troops are to leave'."""
    bare = first.tag_ == "VB" or any(child.dep_ == "auxpass" and child.lower_ == "be" for child in first.lefts)
    return word.lemma_ == "be" and first.head.i == word.i and first.dep_ == "xcomp" and bare
