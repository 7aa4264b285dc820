"""Tell the tense of the verb that governs some words: whether what it tells lies behind or ahead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportedly.data import read_words

if TYPE_CHECKING:
    from reportedly.analyse.parsed import Token, Tokens

_AHEAD = frozenset({"will", "shall", "'ll", "wo", "would", "may", "might"})
_MAYBE = frozenset({"could", "can", "should", "must"})  # ahead, save for what was not, or was merely seen
_SENSED = frozenset({"see", "hear", "reach", "contact", "confirm", "verify", "feel"})
_UNTIL = frozenset({"by", "until", "till", "through", "effective", "due"})
_SHOWS = frozenset({"show", "see", "reveal", "film", "capture", "spot", "watch", "observe"})
_CALLS = frozenset({"call", "plan", "schedule"})  # what they take lies ahead
_AWAITED = frozenset({"due", "schedule", "slate", "expect", "set", "plan", "bind"})


def governing_verb(token: Token) -> Token | None:
    """Give the nearest verb at or above `token`; None where its sentence has none above it."""
    while token.pos_ not in ("VERB", "AUX") and token.head.i != token.i:
        token = token.head
    return token if token.pos_ in ("VERB", "AUX") else None


def is_perceived(verb: Token) -> bool:
    """Tell whether a verb says what was seen to happen: 'showed the ship drifting', 'watched the column leave'.

    The model takes the bare infinitive for a second verb of who watched.
    """
    head = verb.head
    if head.lemma_ not in _SHOWS or head.i == verb.i:
        return False
    kinds = {child.dep_ for child in verb.children}
    joined = verb.dep_ == "conj" and head.tag_ in ("VBD", "VBN", "VBZ") and "nsubj" not in kinds
    told = verb.dep_ == "ccomp" and "mark" not in kinds
    bare = (joined or told) and verb.tag_ in ("VB", "VBP") and "aux" not in kinds
    return bare or (verb.dep_ == "advcl" and verb.tag_ == "VBG")


def _is_planned(verb: Token) -> bool:
    """Tell whether an infinitive hangs on a word that puts it in the future: 'plans to', 'due to'."""
    infinitive = any(child.dep_ == "aux" and child.lower_ == "to" for child in verb.children)
    if infinitive and verb.dep_ == "xcomp" and verb.head.lemma_ == "be":
        return True  # 'is to resume on Tuesday'
    return infinitive and verb.head.i != verb.i and verb.head.lemma_.lower() in read_words("predicates_plan.txt")


def _is_awaited(verb: Token, helpers: list[str]) -> bool:
    """Tell whether the verb's own sense lies ahead: 'is expected in December', 'rules to be published'."""
    if verb.lemma_ == "be" and any(child.dep_ == "acomp" and child.lower_ == "due" for child in verb.rights):
        return True  # 'is due in port on Sunday'
    apart = any(child.dep_ in ("acomp", "oprd", "prt") for child in verb.children)  # 'was set free', 'set up'
    perfect = bool({"have", "has", "had"} & set(helpers))
    if verb.tag_ == "VBN" and verb.lemma_.lower() in _AWAITED and not perfect and not apart:
        return True  # 'was scheduled for Friday', 'talks planned for Monday'
    passive = verb.tag_ == "VBN" and any(word in ("is", "are", "be", "to") for word in helpers)
    return passive and ("to" in helpers or verb.lemma_.lower() in read_words("predicates_plan.txt"))


def _may_be(verb: Token, helpers: list[str]) -> bool:
    """Tell whether 'could' and its like put the verb ahead: 'could resume on Monday', not 'could not be reached'."""
    negated = any(child.dep_ == "neg" for child in verb.children)
    lemma = verb.lemma_.lower()
    sensed = lemma in _SENSED and (lemma != "reach" or "be" in helpers)  # 'could be reached', not 'should reach port'
    return not (negated or "have" in helpers or sensed) and any(h in _MAYBE for h in helpers)


def _is_arranged(verb: Token) -> bool:
    """Tell whether a present tense speaks of what is arranged: 'the truce takes effect on Sunday'."""
    return verb.tag_ in ("VBZ", "VBP") and verb.lemma_.lower() in read_words("time_scheduled.txt")


def verb_tense(verb: Token) -> str:
    """Give 'future', 'past', or '' where the verb's form leaves it open."""
    if is_perceived(verb):
        return verb_tense(verb.head)  # 'saw the ships leave on Monday'
    helpers = [child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")]
    if "have" in helpers and verb.tag_ == "VBN" and not {"will", "'ll", "shall"} & set(helpers):
        return "past"  # 'may have been hit on Wednesday'
    if any(word in _AHEAD for word in helpers) or _is_planned(verb) or _is_awaited(verb, helpers):
        return "future"
    if _may_be(verb, helpers) or _is_arranged(verb):
        return "future"
    if verb.tag_ in ("VBD", "VBN") or any(word in ("had", "was", "were", "did", "has", "have") for word in helpers):
        return "past"
    if verb.dep_ in ("xcomp", "conj", "advcl", "acl", "pcomp") and verb.head.i != verb.i:
        above = governing_verb(verb.head)
        return verb_tense(above) if above is not None and above.i != verb.i else ""
    return ""


def tense_of(tokens: Tokens) -> tuple[str, bool]:
    """Give the tense of the verb that governs `tokens`, past, future or '', and whether no noun stands between."""
    root = tokens.root
    verb = governing_verb(root)
    if verb is not None and _is_shut_off(root, verb):
        before_it = list(root.sent[: root.i - root.sent.start])
        verb = next((word for word in reversed(before_it) if word.pos_ == "VERB"), None)
    tense = verb_tense(verb) if verb is not None else ""
    before = tokens.doc[tokens.start - 1].lower_ if tokens.start else ""
    if before in _UNTIL and (tense != "past" or before not in ("by", "until")):
        return "future", False
    direct = verb is not None and not _noun_between(root, verb)
    if verb is not None and verb.lemma_ in _CALLS and _is_current(verb) and any(c.dep_ == "dobj" for c in verb.rights):
        return "future", False  # 'have called a rally on Saturday'
    return tense, direct


def _is_current(verb: Token) -> bool:
    """Tell whether a verb stands in the present or the perfect: 'plan', 'have called'."""
    perfect = any(child.lower_ in ("has", "have") for child in verb.lefts)
    return verb.tag_ in ("VBP", "VBZ") or perfect


def _is_shut_off(token: Token, verb: Token) -> bool:
    """Tell whether a conjunction stands between words and the verb behind them: 'warned on Thursday that it could'."""
    return any(child.dep_ == "mark" and token.i < child.i < verb.i for child in verb.lefts)


def _noun_between(token: Token, verb: Token) -> bool:
    """Tell whether words hang on a noun before they hang on the verb: 'a cutback in September'."""
    while token.head.i not in (token.i, verb.i):
        token = token.head
        if token.pos_ in ("NOUN", "PROPN"):
            return True
    return False
