"""Read what stands beside a name and says what its bearer is: a title, a trade, a side in court, arms."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from reportedly.analyse.frame import parsed_text
from reportedly.analyse.source_noun import is_body_noun, noun_form
from reportedly.data import read_table, read_words

if TYPE_CHECKING:
    from reportedly.analyse.parsed import Token

ARMED = "armed"
_SAY_WHAT = frozenset({"dr", "kc", "mp", "prof", "qc", "rev", "sgt", "capt", "col", "gen"})
_IN_POLITICS = frozenset("governing opposition populist ruling".split())
_FIGHTING = frozenset(
    "armed guerrilla guerilla insurgent islamist jihadi jihadist mercenary militant militia paramilitary rebel "
    "separatist".split()
)
_OF_ARMS = frozenset({"brigades", "jihad", "liberation", "mujahideen", "resistance"})
FIGHTERS = frozenset(
    "fighter guerrilla guerilla gunman insurgent jihadist mercenary militant militiaman rebel separatist".split()
)
# 'Ada Lind, for the defence,', 'Ada Lind, prosecuting,'; 'cross-examined by Ada Lind'
_PLEADS = re.compile(r",? \(?(?:for the (?:defen[cs]e|prosecution|crown|state)|defending|prosecuting)\b", re.IGNORECASE)
_PROSECUTES = re.compile(r"prosecut|crown|state", re.IGNORECASE)
_EXAMINES = re.compile(r"\bexamined by (?:\w+ ){0,2}$", re.IGNORECASE)
_TRIED = frozenset("accuse acquit arraign charge convict indict prosecute sentence try".split())
_CHARGES = frozenset("charge count guilty manslaughter murder offence offense".split())
_ON_TRIAL = frozenset({"accused", "defendant"})
_REACH = 40  # characters beside a name
_WORDS = 4  # before a name, that may be of what it is


def marks_of(who: Token, role: Token) -> frozenset[str]:
    """Give what stands beside a name and says what its bearer is, lower case: 'dr', 'kc', 'carmaker', 'coach'.

    `role` is the noun that the name stands beside: 'the forward Ada Lind, who leads the side'; else the name.
    """
    before = who.doc[max(who.left_edge.i, who.i - _WORDS) : who.i]
    titles = {token.lower_ for token in before if token.lower_ in read_words("titles.txt")}
    words = {token.lower_.rstrip(".") for token in who.doc[max(who.left_edge.i, who.i - _WORDS) : who.i + 2]}
    beside = [t for t in who.children if t.dep_ in ("appos", "compound", "npadvmod") and t.is_lower]
    bodies = {noun_form(noun) for noun in beside if is_body_noun(noun)}
    does = _does(who) | (_does(role) if role is not who else set())
    party = {"party"} if {token.lower_ for token in before} & _IN_POLITICS and who.ent_type_ != "PERSON" else set()
    return frozenset((words & _SAY_WHAT) | party | titles | bodies | does | _pleads(who) | _fights(who, words))


def _does(who: Token) -> set[str]:
    """Give what somebody is by what a clause says that they do: 'who coaches the team'."""
    if who.ent_type_ not in ("PERSON", ""):
        return set()
    clauses = (c for c in who.rights if c.dep_ == "relcl" and any(child.lower_ == "who" for child in c.lefts))
    return {noun for clause in clauses if not _is_past(clause) for noun in _nouns().get(clause.lemma_.lower(), ())}


def _is_past(clause: Token) -> bool:
    return any(child.lower_ in ("had", "once", "formerly", "never", "not") for child in clause.lefts)


@cache
def _nouns() -> dict[str, tuple[str, ...]]:
    return {row["verb"]: tuple(row["nouns"].split()) for row in read_table("speaker_does.tsv")}


def _pleads(who: Token) -> set[str]:
    """Give 'barrister' for who stands up in court for a side."""
    text, end = parsed_text(who.doc), who.idx + len(who)
    side = _PLEADS.match(text, end, end + _REACH)
    if side is not None:
        return {"barrister", "lawyer"} | ({"prosecutor"} if _PROSECUTES.search(side.group()) else set())
    name = who.doc[who.left_edge.i]
    return {"barrister", "lawyer"} if _EXAMINES.search(text, max(0, name.idx - _REACH), name.idx) else set()


def trial_marks(who: Token) -> frozenset[str]:
    """Give what somebody is by what the law does to them: 'was charged', 'denies four counts', 'pleaded not guilty'."""
    verb = who.head
    if who.dep_ == "nsubj" and verb.lemma_ == "testify":
        return frozenset({"witness"})
    if who.dep_ == "nsubjpass" and verb.lemma_ in _TRIED:
        return _ON_TRIAL
    if who.dep_ != "nsubj" or verb.lemma_ not in ("admit", "deny", "face", "plead"):
        return frozenset()
    objects = [c for c in verb.rights if c.dep_ in ("acomp", "dobj", "oprd")]
    things = {word.lemma_.lower() for c in objects for word in c.subtree}
    return _ON_TRIAL if things & _CHARGES else frozenset()


def may_fight(name: str | None) -> bool:
    """Tell whether a body that is told to fight by no other word may be 'the rebels': 'the March 9 Front'."""
    return (name or "").lower().split()[-1:] in (["front"], ["movement"]) or " front for " in (name or "").lower()


def _fights(who: Token, words: set[str]) -> set[str]:
    """Give 'armed' for a body that is told to fight: 'the rebel group X', 'fighters of the X', 'X rebels'."""
    of = who.head if who.dep_ == "pobj" and who.head.lower_ in ("of", "from") else None
    theirs = (of.head if of is not None else who.head if who.dep_ in ("compound", "nmod") else None) or who
    words = words | {t.lower_ for t in who.children if t.dep_ == "appos"} | {t.lower_ for t in _before(who)}
    words = words | {token.lower_ for token in who.doc[who.left_edge.i : who.i + 1]}
    fights = bool(words & (_FIGHTING | _OF_ARMS)) or theirs.lemma_.lower() in FIGHTERS
    return {ARMED} if fights and who.ent_type_ != "PERSON" else set()


def _before(who: Token) -> list[Token]:
    """Give the words of the noun phrase before a name: 'the rebel group' before 'Northern Shield'."""
    start = who.left_edge.i
    while start > who.sent.start and who.doc[start - 1].pos_ in ("ADJ", "NOUN") and who.left_edge.i - start < _WORDS:
        start -= 1
    return list(who.doc[start : who.i])
