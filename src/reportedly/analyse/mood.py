"""Tell whether a happening is said to be so, may be so, is not so, or is only meant to be."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from reportedly.attribution import Polarity
from reportedly.data import read_table, read_words
from reportedly.event import Factuality

if TYPE_CHECKING:
    from spacy.tokens import Token

_NO = frozenset({"no", "neither", "nor", "without", "never", "not", "n't"})
_UNDONE = frozenset(
    {"deny", "refuse", "fail", "decline", "refrain", "stop", "avoid", "halt", "cancel", "prevent", "abandon", "rule"}
)
_DENIALS = frozenset({"deny", "reject", "dismiss", "refute", "rebut"})
_TOLD = frozenset(
    "accusation allegation charge claim evidence indication notion proof report rumour rumor sign suggestion".split()
)
_WISHES = frozenset(
    {"demand", "urge", "call", "ask", "want", "wish", "propose", "request", "seek", "order", "tell", "warn"}
)
# With a noun after them these tell of something done: a truce that was agreed is there.
_REACHES = frozenset({"agree", "announce", "decide", "declare"})
_SENSES = frozenset({"see", "hear", "spot", "observe", "watch"})
_LEVELS = {"probable": Factuality.PROBABLE, "possible": Factuality.POSSIBLE, "improbable": Factuality.POSSIBLE}


class Mood(NamedTuple):
    """How a happening is told."""

    factuality: Factuality
    polarity: Polarity
    planned: bool


@cache
def _hedges() -> dict[str, Factuality]:
    return {row["phrase"]: _LEVELS[row["certainty"]] for row in read_table("hedges.tsv") if " " not in row["phrase"]}


def hedge_of(token: Token) -> Factuality | None:
    """Give how far a word weakens what it governs: 'may', 'reportedly'; None where it does not."""
    return _hedges().get(token.lower_)


def read_mood(words: Sequence[Token]) -> Mood:
    """Give the mood that `words` set, the happening's own word first and what governs it after.

    Source: negation and hedges as in FactBank's markers, read off the dependency parse.
    """
    return Mood(
        factuality=_factuality(words),
        polarity=Polarity.NEGATED if _negated(words) else Polarity.AFFIRMED,
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


def _factuality(words: Sequence[Token]) -> Factuality:
    levels = [level for word in words[1:] if (level := hedge_of(word)) is not None]
    for word, child in _around(words):
        level = hedge_of(child)
        ability = child.lower_ in ("could", "can") and word.lemma_ in _SENSES
        if level is not None and not ability:
            levels.append(level)
        if child.dep_ == "mark" and child.lower_ in ("if", "whether", "unless"):
            return Factuality.UNSPECIFIED
    if words[-1].dep_ == "ccomp" and any(_asks(child) for child in words[-1].children):
        return Factuality.UNSPECIFIED
    if any(_is_conditional(word) for word in words):
        levels.append(Factuality.POSSIBLE)
    if any(word.lemma_.lower() in _WISHES for word in words[1:]):
        return Factuality.UNSPECIFIED
    top = words[-1]
    governor = top.head if top.dep_ == "ccomp" else None
    if governor is not None and (level := hedge_of(governor)) is not None:
        levels.append(level)
    return Factuality.POSSIBLE if Factuality.POSSIBLE in levels else levels[0] if levels else Factuality.CERTAIN


def _is_nobody(token: Token) -> bool:
    """Tell whether a subject or object says that there is none: 'no troops were sent', 'nobody left'."""
    if token.dep_ not in ("nsubj", "nsubjpass", "dobj"):
        return False
    none = token.lower_ in ("nobody", "none", "nothing") or (token.lower_ == "one" and token.nbor(-1).lower_ == "no")
    return none or any(child.lower_ in ("no", "neither") and child.dep_ == "det" for child in token.children)


def _asks(subject: Token) -> bool:
    """Tell whether a subject makes its clause a question: 'it is not known who fired them'."""
    return subject.dep_ in ("nsubj", "nsubjpass") and subject.lower_ in ("who", "what")


def _is_denied(governor: Token) -> bool:
    """Tell whether what hangs on the word is denied: 'deny that', 'reject claims that', 'no evidence that'."""
    if governor.pos_ == "NOUN" and governor.lemma_.lower() in _TOLD:
        above = (governor.head, governor.head.head)  # also in 'rejected what it called a claim that'
        denied = any(word.pos_ == "VERB" and word.lemma_.lower() in _DENIALS for word in above)
        return denied or any(child.lower_ == "no" for child in governor.children)
    return governor.pos_ == "VERB" and governor.lemma_.lower() in _DENIALS


def _is_conditional(word: Token) -> bool:
    """Tell whether a clause of condition hangs on the verb: 'would leave if the truce fails'."""
    return any(
        clause.dep_ == "advcl"
        and any(
            mark.dep_ == "mark" and mark.lower_ in ("if", "unless") and mark.i < clause.i for mark in clause.children
        )
        for clause in word.children
    )


def _negated(words: Sequence[Token]) -> bool:
    negations = sum(
        child.lower_ in _NO for _, child in _around(words) if child.dep_ in ("neg", "det", "preconj", "advmod")
    )
    negations += sum(_is_nobody(child) for word in words for child in word.children if child not in words)
    undone = sum(word.lemma_.lower() in _UNDONE for word in words[1:])
    governor = words[-1].head
    denied = words[-1].dep_ in ("ccomp", "acl") and _is_denied(governor)
    without = words[-1].dep_ == "pcomp" and governor.lower_ == "without"
    return (negations + undone + denied + without) % 2 == 1


def _planned(words: Sequence[Token]) -> bool:
    plans = read_words("predicates_plan.txt")
    if words[0].pos_ == "NOUN" and len(words) > 1 and words[1].lemma_.lower() in _REACHES:
        words = [words[0], *words[2:]]
    if any(word.lemma_.lower() in plans or _is_to(word, words[0]) for word in words[1:]):
        return True
    helpers = {child.lower_ for _, child in _around(words) if child.dep_ == "aux"}
    # 'said that they would leave' is 'will leave' told afterwards.
    told = words[-1].dep_ == "ccomp" and "would" in helpers and not any(_is_conditional(word) for word in words)
    return told or bool(helpers & {"will", "shall", "'ll", "wo"})


def _is_to(word: Token, first: Token) -> bool:
    """Tell whether 'is to' or 'are to' governs the happening: 'troops are to leave'."""
    return word.lemma_ == "be" and first.head.i == word.i and first.dep_ == "xcomp" and first.tag_ == "VB"
