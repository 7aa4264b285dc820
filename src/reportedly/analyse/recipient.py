"""Find whom a source told: 'told Reuters', 'in an interview with the paper', 'speaking to the BBC', 'quoted by AFP'."""

from __future__ import annotations

from collections.abc import Set
from typing import TYPE_CHECKING

from reportedly.analyse.cue import (
    TELLS,
    is_occasion,
    is_passive,
    is_speech_participle,
    is_verb_cue,
    lemma,
    quoted_by,
    verb_takes,
)
from reportedly.analyse.frame import parsed_text
from reportedly.analyse.outlet_name import is_outlet

if TYPE_CHECKING:
    from spacy.tokens import Token

_SPEAKS = frozenset({"speak", "talk"})
_HEARS = frozenset({"ask", "cite", "contact", "interview", "meet", "question", "quote", "reach"})
_SPOKEN_TO = frozenset({"to", "with"})
_COMPARES = frozenset({"compare", "credit", "liken", "object"})  # 'to' says with what
_CLAUSES = frozenset({"acl", "advcl", "relcl", "prep", "pcomp", "dep", "conj"})
_NO_LISTENER = frozenset({"CARDINAL", "DATE", "MONEY", "ORDINAL", "PERCENT", "QUANTITY", "TIME"})
# 'the Valley Courier newspaper': what the outlet is, not what it is called; 'news agency' is part of a name.
_LINKS = frozenset({"and", "de", "for", "of"})
_TRAILERS = frozenset({"broadcaster", "channel", "magazine", "newspaper", "station", "website"})


def find_recipient(verb: Token) -> Token | None:
    """Find whom the subject of `verb` told; for a participle that goes on with a speech, whom it began with."""
    own = _recipient(verb)
    quoting = quoted_by(verb)
    if own is None and quoting is not None:
        return _quoting(quoting) or _agent(verb)
    if own is None and is_speech_participle(verb) and is_verb_cue(verb.head):
        return _recipient(verb.head)
    return own if own is not None or verb.dep_ != "ROOT" else _spoken_to_beside(verb)


def recipient_of_source(noun: Token) -> Token | None:
    """Find whom 'officials who spoke to Reuters' spoke to, and who heard 'a neighbour interviewed by Reuters'."""
    clauses = (clause for clause in noun.subtree if clause.dep_ in ("relcl", "acl"))
    return next((found for clause in clauses if (found := _heard_in(clause)) is not None), None)


def name_recipient(told: Token | None, outlets: Set[str]) -> str | None:
    """Give the name of whom a source told; None for a pronoun, those unnamed ('reporters', 'a jury') or nobody.

    Args:
        told: the main word of those told, as a frame has it.
        outlets: names, lower case, that the report itself goes by.
    """
    if told is None or told.pos_ == "PRON":
        return None
    name = _name(told)
    if _is_outlet(name, outlets) or (told.is_lower and name.split()[-1][:1].isupper()):
        return name
    if told.ent_type_ in ("ORG", "PERSON") or (not told.is_lower and told.ent_type_ not in _NO_LISTENER):
        return name
    return _owner(told, outlets)


def _is_outlet(name: str, outlets: Set[str]) -> bool:
    return is_outlet(name) or name.lower() in outlets or f"the {name.lower()}" in outlets


def _name(told: Token) -> str:
    """Give the words that name those told, with 'The' where it is part of the name and without what it is."""
    before = [t for t in told.doc[told.left_edge.i : told.i] if not t.is_punct and t.dep_ not in ("poss", "case")]
    words = [*before, told]
    last = next((n for n in reversed(range(len(words))) if _is_capital(words[n])), len(words) - 1)
    first = last
    while first and (_is_capital(words[first - 1]) or words[first - 1].lower_ in _LINKS or words[first - 1].like_num):
        first -= 1
    while first < last and words[first].lower_ in _LINKS:
        first += 1
    words = words[first:]
    while len(words) > 1 and words[-1].text in _TRAILERS and words[0].text[:1].isupper():
        words = words[:-1]
    behind = told.doc[told.i + 1 : told.sent.end]
    named = next((n for n, t in enumerate(behind) if not (t.is_title or t.text == "&")), len(behind))
    if named and (told.is_lower or behind[0].text == "&"):  # 'the radio station Onda Sur', 'Rope & Anchor'
        words = [*(() if told.is_lower else words), *behind[:named]]
    return parsed_text(told.doc)[words[0].idx : words[-1].idx + len(words[-1])]


def _is_capital(word: Token) -> bool:
    """Tell whether the word is of a name: by a capital that is not just the sentence's first, or of its article."""
    return any(ch.isupper() for ch in word.text) and not (word.text == "The" and word.i == word.sent.start)


def _owner(told: Token, outlets: Set[str]) -> str | None:
    """Give the outlet that a programme is of: 'told the BBC's morning programme'."""
    owner = next((t for t in told.doc[told.left_edge.i : told.i] if t.dep_ == "poss"), None)
    name = _name(owner) if owner is not None else ""
    return name if _is_outlet(name, outlets) else None


def _recipient(verb: Token) -> Token | None:
    own = _told(verb)
    if own is not None:
        return own
    for child in verb.children:
        found = _listener(child, verb) if child.dep_ in ("prep", "dative") else None
        if found is None and child.dep_ in _CLAUSES:
            found = _heard_in(child)
        if found is not None:
            return found
    return None


def _told(verb: Token) -> Token | None:
    """Read the object of 'told' and the subject of 'was told'."""
    if lemma(verb) not in TELLS:
        return None
    passive = is_passive(verb)
    heard = (
        c for c in verb.children if c.dep_ in (("nsubjpass",) if passive else ("dative", "dobj")) and c.pos_ != "ADP"
    )
    return next(heard, None) or _named_behind(verb)


def _named_behind(verb: Token) -> Token | None:
    """Give the last word of the name behind 'told' that the parse took for no object of it."""
    rest = verb.doc[verb.i + 1 : verb.sent.end]
    first = 1 if len(rest) > 1 and rest[0].lower_ == "the" else 0
    last = first
    while last < len(rest) and not rest[last].is_lower and not rest[last].is_punct and rest[last].pos_ != "PRON":
        last += 1
    return rest[last - 1] if last > first else None


def _spoken_to_beside(verb: Token) -> Token | None:
    """Read ', speaking to Reuters' where the parse hung it on what is said."""
    speaking = (t for t in verb.sent if t.tag_ == "VBG" and t.lemma_ in _SPEAKS and t.i > t.sent.start)
    return next((found for t in speaking if t.nbor(-1).text == "," and (found := _heard_in(t)) is not None), None)


def _listener(preposition: Token, verb: Token) -> Token | None:
    """Read 'said to the paper' and 'said in an interview with the paper'."""
    if preposition.lower_ in _SPOKEN_TO:
        takes = verb_takes(lemma(verb))
        spoken = preposition.i > verb.i and "to" not in takes and bool(takes) and lemma(verb) not in _COMPARES
        return _object(preposition) if spoken or lemma(verb) in _SPEAKS else None
    occasion = _object(preposition)
    if occasion is None or not is_occasion(occasion):
        return None
    further = (g for node in (occasion, preposition) for g in node.rights if g.dep_ == "prep")
    return next((_object(g) for g in further if g.lower_ in _SPOKEN_TO), None)


def _heard_in(clause: Token) -> Token | None:
    """Read 'speaking to Reuters', 'interviewed by Reuters' and 'whom Reuters met'."""
    if clause.lemma_ in _SPEAKS:
        return next((_object(c) for c in clause.rights if c.lower_ in _SPOKEN_TO), None)
    if clause.dep_ == "relcl" and clause.lemma_ in _HEARS and any(c.lower_ == "whom" for c in clause.lefts):
        return next((c for c in clause.lefts if c.dep_ == "nsubj"), None)
    return _agent(clause) if clause.lemma_ in _HEARS and clause.tag_ == "VBN" else None


def _quoting(verb: Token) -> Token | None:
    """Give who quotes: the agent of 'was quoted', the subject of 'quoted'."""
    if is_passive(verb):
        return _agent(verb)
    return next((c for c in verb.lefts if c.dep_ == "nsubj"), None)


def _agent(verb: Token) -> Token | None:
    return next((_object(c) for c in verb.rights if c.lower_ == "by"), None)


def _object(preposition: Token) -> Token | None:
    return next((child for child in preposition.rights if child.dep_ == "pobj"), None)
