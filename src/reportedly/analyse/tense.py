"""Tell the tense of the verb that governs some words: whether what it tells lies behind or ahead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportedly.data import read_words

if TYPE_CHECKING:
    from reportedly.analyse.parsed import Token, Tokens

_AHEAD = frozenset({"will", "shall", "'ll", "wo", "would", "may", "might"})

_UNTIL = frozenset({"by", "until", "till", "through", "effective", "due"})


def governing_verb(token: Token) -> Token | None:
    """Give the nearest verb at or above `token`; None where its sentence has none above it."""
    while token.pos_ not in ("VERB", "AUX") and token.head.i != token.i:
        token = token.head
    return token if token.pos_ in ("VERB", "AUX") else None


def _is_planned(verb: Token) -> bool:
    """Tell whether an infinitive hangs on a word that puts it in the future: 'plans to', 'due to'."""
    infinitive = any(child.dep_ == "aux" and child.lower_ == "to" for child in verb.children)
    if infinitive and verb.dep_ == "xcomp" and verb.head.lemma_ == "be":
        return True  # 'is to resume on Tuesday'
    return infinitive and verb.head.i != verb.i and verb.head.lemma_.lower() in read_words("predicates_plan.txt")


def _is_awaited(verb: Token, helpers: list[str]) -> bool:
    """Tell whether the verb's own sense lies ahead: 'is expected in December', 'rules to be published'."""
    passive = verb.tag_ == "VBN" and any(word in ("is", "are", "be", "to") for word in helpers)
    return passive and ("to" in helpers or verb.lemma_.lower() in read_words("predicates_plan.txt"))


def verb_tense(verb: Token) -> str:
    """Give 'future', 'past', or '' where the verb's form leaves it open."""
    helpers = [child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")]
    if any(word in _AHEAD for word in helpers) or _is_planned(verb) or _is_awaited(verb, helpers):
        return "future"
    if verb.tag_ in ("VBD", "VBN") or any(word in ("had", "was", "were", "did", "has", "have") for word in helpers):
        return "past"
    if verb.dep_ in ("xcomp", "conj", "advcl", "acl", "pcomp") and verb.head.i != verb.i:
        above = governing_verb(verb.head)
        return verb_tense(above) if above is not None and above.i != verb.i else ""
    return ""


def tense_of(tokens: Tokens) -> str:
    """Give the tense of the verb that governs `tokens`: past, future or ''."""
    verb = governing_verb(tokens.root)
    tense = verb_tense(verb) if verb is not None else ""
    before = tokens.doc[tokens.start - 1].lower_ if tokens.start else ""
    return "future" if before in _UNTIL and (tense != "past" or before not in ("by", "until")) else tense
