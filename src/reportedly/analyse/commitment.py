"""Judge what a sentence commits its author to about one of its predicates: how sure, so or not so, done or ahead.

A predicate's words are judged with everything above them: each governing word hands on what its signature says, as in
Nairn, Condoravdi and Karttunen, 'Computing relative polarity for textual inference' (2006).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reportedly.analyse.hedge import Outlook, Signature, State, level_beside, signature_of, weaker
from reportedly.analyse.negation import Run, is_rejected, negation_of
from reportedly.attribution import Certainty

if TYPE_CHECKING:
    from reportedly.analyse.parsed import Token

_HEIGHT = 12  # governing words looked at; nobody nests deeper, and a broken parse must not cost more
_BESIDE = frozenset({"aux", "advmod", "neg", "acomp", "prep", "oprd", "npadvmod", "intj"})
# What follows one of these happened, whatever is said of the rest: 'did not speak after the vote'.
_APART = frozenset({"after", "amid", "because", "before", "despite", "during", "following", "since"})
_UNTIL = frozenset({"before", "once", "till", "until", "when", "where"})
_AHEAD = frozenset({"will", "shall", "'ll", "wo", "would", "'d"})
_WOULD = frozenset({"would", "'d"})
# What the model takes for verbs behind a verb: 'rejected as lies claims that they had left'.
_MISREAD = frozenset({"claims", "reports", "rumours", "rumors", "suggestions"})
_OPEN = frozenset({"must", "should", "ought", "can", "ca"})
# Verbs that say only that their subject takes place: what holds of them holds of it.
_OCCURS = frozenset("begin come continue end erupt happen occur remain resume start".split())
_SO = State(Certainty.CERTAIN, False, Outlook.TOLD)
_NOT_SO = State(Certainty.CERTAIN, True, Outlook.TOLD)
_PLAIN = Signature(_SO, _SO)
_SHARED = Signature(_SO, _NOT_SO)
_UNDONE = Signature(_NOT_SO, _NOT_SO)
_AIMED = Signature(State(Certainty.CERTAIN, False, Outlook.OPEN), State(Certainty.CERTAIN, True, Outlook.OPEN))
_PURPOSE = Signature(_AIMED.affirmed, _AIMED.affirmed)
_ASKED = Signature(State(Certainty.UNSPECIFIED, False, Outlook.TOLD), State(Certainty.UNSPECIFIED, False, Outlook.TOLD))


class Commitment(NamedTuple):
    """What is said of a predicate, with the tokens that say it (None where none do)."""

    certainty: Certainty
    negated: bool
    outlook: Outlook
    hedge: Run | None
    negation: Run | None


_COMMITTED = Commitment(Certainty.CERTAIN, False, Outlook.TOLD, None, None)


class Link(NamedTuple):
    """How a predicate hangs on what governs it."""

    governor: Token
    signature: Signature


def judge_predicate(word: Token, top: Token | None = None) -> Commitment:
    """Judge a predicate by its own words and those above it.

    Args:
        word: the predicate's main word: a verb, a noun of happening, an adjective.
        top: the highest word that may bear on it; None to go up to the sentence's root.
    """
    return _judge(word, top, None, _HEIGHT)


def _judge(word: Token, top: Token | None, below: Token | None, height: int) -> Commitment:
    """Judge `word`; `below` is the child that is being judged through it, whose own words stay its own."""
    own = _own(word, below)
    if height == 0 or (top is not None and word.i == top.i):
        return own
    link = link_of(word)
    if link is None:
        return own if top is not None else _asked(own, word)
    above = _judge(link.governor, top, word, height - 1)
    return _join(_hand_on(above, link), own)


def _hand_on(above: Commitment, link: Link) -> Commitment:
    """Give what a governor, judged so far, leaves of the commitment to what hangs on it."""
    state = link.signature.negated if above.negated else link.signature.affirmed
    word = _with_particle(link.governor)
    certainty = weaker(above.certainty, state.certainty)
    return Commitment(
        certainty=certainty,
        negated=state.negated,
        outlook=max(above.outlook, state.outlook),
        hedge=above.hedge if certainty is above.certainty else word,
        negation=(above.negation or word) if state.negated else None,
    )


def _with_particle(verb: Token) -> Run:
    """Give the tokens of a verb with the particle behind it: 'rule out'."""
    after = verb.i + 1
    joined = after < len(verb.doc) and verb.doc[after].dep_ == "prt" and verb.doc[after].head.i == verb.i
    return verb.i, after if joined else verb.i


def _join(above: Commitment, own: Commitment) -> Commitment:
    certainty = weaker(above.certainty, own.certainty)
    return Commitment(
        certainty=certainty,
        negated=above.negated != own.negated,
        outlook=max(above.outlook, own.outlook),
        hedge=above.hedge if certainty is above.certainty else own.hedge,
        negation=own.negation or above.negation,
    )


def _own(word: Token, below: Token | None) -> Commitment:
    """Judge a word by what stands beside it alone."""
    negation = negation_of(word, below)
    found = _COMMITTED._replace(negated=negation is not None, negation=negation, outlook=_outlook(word))
    said_of = [word] if word.dep_ in ("acomp", "oprd") else []  # 'seems unlikely'
    for child in [*said_of, *_beside(word)]:
        level = level_beside(child) if below is None or child.i != below.i else None
        if level is not None and weaker(level, found.certainty) is not found.certainty:
            found = found._replace(
                certainty=level,
                hedge=(child.left_edge.i, child.right_edge.i) if child.dep_ == "prep" else (child.i, child.i),
            )
    return found


def _beside(word: Token) -> list[Token]:
    """List the words that may weaken `word`: its helpers and adverbs, or those of the verb that it is joined to."""
    roles = _BESIDE | {"amod"} if word.pos_ in ("NOUN", "PROPN") else _BESIDE
    found = [child for child in word.children if child.dep_ in roles]
    if word.lemma_ == "be":  # 'is very likely a fake'
        found += [
            c for child in word.rights if child.dep_ in ("attr", "acomp") for c in child.lefts if c.dep_ == "advmod"
        ]
        found += _of_equals(word)
    if word.dep_ == "conj" and _is_bare(word):
        found += [child for child in word.head.lefts if child.dep_ == "aux"]
    return found


def _of_equals(be: Token) -> list[Token]:
    """List the words that say how likely it is that one thing is another: 'the likeliest cause was a leak'."""
    equals = [child for child in be.children if child.dep_ in ("nsubj", "attr") and child.pos_ == "NOUN"]
    if not any(child.dep_ == "attr" for child in equals):
        return []
    return [c for noun in equals if any(d.lower_ == "the" for d in noun.lefts) for c in noun.lefts if c.pos_ == "ADJ"]


def _is_bare(verb: Token) -> bool:
    return verb.pos_ == "VERB" and not any(child.dep_ in ("aux", "nsubj", "nsubjpass") for child in verb.children)


def _outlook(word: Token) -> Outlook:
    helpers = {child.lower_ for child in _beside(word) if child.dep_ == "aux"}
    supposed = helpers & _WOULD and word.dep_ != "ccomp"  # 'said it would' is 'will' told afterwards
    if helpers & _OPEN or supposed or any(child.lower_ == "any" and child.dep_ == "det" for child in word.lefts):
        return Outlook.OPEN
    return Outlook.AHEAD if helpers & _AHEAD else Outlook.TOLD


def _asked(own: Commitment, word: Token) -> Commitment:
    """Leave a sentence's own statement open where the sentence asks."""
    asks = word.dep_ == "ROOT" and word.sent.text.rstrip('" ').endswith("?")
    return own._replace(certainty=Certainty.UNSPECIFIED) if asks else own


def link_of(word: Token) -> Link | None:
    """Give what governs a predicate, and what that makes of it; None where nothing bears on it."""
    if word.dep_ == "conj" and word.head.dep_ != "ROOT":
        return link_of(word.head) if word.head.i < word.i else None
    if word.dep_ in ("acomp", "attr", "oprd"):  # 'seemed ready'
        seems = signature_of(word.head, "as")
        return Link(word.head, seems or _SHARED)
    if word.dep_ in ("xcomp", "ccomp", "csubj", "csubjpass", "acl", "pcomp", "advcl", "relcl"):
        return _clause_link(word)
    if word.pos_ in ("NOUN", "PROPN", "PRON"):
        return _noun_link(word)
    return None


def takes_of(word: Token) -> str:
    """Give the form of a clause: 'to', 'ing' or 'that'."""
    if any(child.tag_ == "TO" for child in word.lefts):
        return "to"
    bare = word.tag_ == "VBG" and not any(child.dep_ in ("aux", "nsubj", "mark") for child in word.lefts)
    return "ing" if bare else "that"


def _clause_link(word: Token) -> Link | None:
    marks = {child.lower_ for child in word.children if child.dep_ in ("mark", "advmod")}
    takes = takes_of(word)
    if word.dep_ == "acl" and (told := _told_by_noun(word)) is not None:
        return told
    if word.dep_ == "relcl" or (word.dep_ == "acl" and takes != "to" and "that" not in marks):
        # 'found no shop that sold it' sold nothing; 'did not find the shop that sold it' leaves it sold
        return Link(word.head, _SHARED) if negation_of(word.head, word) is not None else None
    if word.dep_ == "advcl":
        return _adverbial_link(word, marks, takes)
    if "whether" in marks or ("if" in marks and word.dep_ == "ccomp"):
        return Link(word.head, _ASKED)
    if word.dep_ == "pcomp":
        return _behind_preposition(word, word.head, "ing")
    governor = _governor(word.head)
    if takes == "to" and any(child.lower_ in ("too", "yet") for child in governor.children):
        return Link(governor, _UNDONE)  # 'too weak to march', 'has yet to reply'
    noun = governor.pos_ == "NOUN" or governor.lower_ in _MISREAD
    if takes == "that" and noun and is_rejected(governor):
        return Link(governor, _UNDONE)  # 'reports that they had left were baseless'
    default = _AIMED if takes == "to" else _PLAIN if takes == "that" else _SHARED
    found = signature_of(governor, "of") if takes == "that" and governor.pos_ == "NOUN" else None
    return Link(governor, found or signature_of(governor, takes) or default)


def _told_by_noun(word: Token) -> Link | None:
    """Give what 'of' joins a clause to with its subject: 'no sign of tugs being sent', 'reports of troops leaving'."""
    noun = word.head
    going_on = word.tag_ == "VBG" or any(child.lower_ == "being" for child in word.lefts)
    if not going_on or noun.dep_ != "pobj" or noun.head.lower_ != "of":
        return None
    governor = noun.head.head
    found = signature_of(governor, "of")
    return Link(governor, found) if found is not None else None


def _adverbial_link(word: Token, marks: set[str], takes: str) -> Link | None:
    if marks & {"if", "unless", "whether"}:
        return Link(word.head, _ASKED)
    if takes == "to":
        return Link(word.head, _PURPOSE)
    out = takes == "ing" and word.i > word.head.i and any(child.dep_ == "prt" for child in word.head.rights)
    if out and (found := signature_of(word.head, takes)) is not None:
        return Link(word.head, found)  # 'ruled out sending troops': the model hangs it on loosely
    if "that" in marks and word.head.pos_ == "ADJ" and (found := signature_of(word.head, "that")) is not None:
        return Link(word.head, found)  # 'thought it possible that they were still held'
    return Link(word.head, _PLAIN) if marks & _UNTIL else None


def _governor(head: Token) -> Token:
    """Give the adjective or noun behind 'be' that governs a clause hung on the verb: 'it is likely that'."""
    if head.lemma_ != "be":
        return head
    return next((c for c in head.rights if c.dep_ in ("acomp", "attr") and c.pos_ in ("ADJ", "NOUN", "VERB")), head)


def _behind_preposition(word: Token, preposition: Token, takes: str) -> Link | None:
    governor = preposition.head
    if preposition.lower_ in _APART:
        return None
    instead = (preposition.lower_, governor.lower_) in (("of", "instead"), ("than", "rather"))
    if preposition.lower_ == "without" or instead:
        return Link(governor, _UNDONE)
    # The table's 'to' is the infinitive's: 'due to a strike' is not 'due to strike'.
    found = signature_of(governor, preposition.lower_) if preposition.lower_ != "to" else None
    found = found or signature_of(governor, takes)
    if found is not None:
        return Link(governor, found)
    return Link(governor, _SHARED) if takes == "ing" or not _is_definite(word) else None


def _noun_link(word: Token) -> Link | None:
    if word.dep_ in ("dobj", "nsubjpass"):
        found = signature_of(word.head, "noun") or (None if _is_definite(word) else _SHARED)
        return Link(word.head, found) if found is not None else None
    if word.dep_ == "pobj":
        return _behind_preposition(word, word.head, "noun")
    if word.dep_ == "compound":
        return Link(word.head, _SHARED)
    if word.dep_ == "nsubj" and word.head.lemma_.lower() in _OCCURS:
        return Link(word.head, _SHARED)
    return None


def _is_definite(noun: Token) -> bool:
    """Tell whether a noun speaks of something known to be there: 'the attack', 'their attack'."""
    return any(c.lower_ in ("the", "this", "that", "these", "those") or c.dep_ == "poss" for c in noun.lefts)
