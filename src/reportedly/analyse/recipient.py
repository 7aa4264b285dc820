"""Find whom a source told: 'told Reuters', 'in an interview with the paper', 'speaking to the BBC', 'quoted by AFP'."""

from __future__ import annotations

import re
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
from reportedly.analyse.source_name import proper_name, text_of
from reportedly.analyse.source_noun import listed_noun, source_kind
from reportedly.attribution import SpeakerKind

if TYPE_CHECKING:
    from reportedly.analyse.parsed import Token, Tokens

_SPEAKS = frozenset({"speak", "talk"})
_WARNS = frozenset({"advise", "caution", "promise", "warn"})
_GOES_ON_AIR = frozenset({"appear", "interview"})
_HEARS = frozenset({"ask", "cite", "contact", "interview", "meet", "question", "quote", "reach"})
_SPOKEN_TO = frozenset({"to", "with"})
_COMPARES = frozenset({"compare", "credit", "liken", "object"})  # 'to' says with what
_CARRIES = frozenset({"air", "broadcast", "carry", "print", "publish", "run"})
_PASSES_ON = frozenset({"circulate", "distribute", "relay", "release", "share"})  # as papers do, and others too
_IN_PRINT = frozenset({"in", "on"})  # 'wrote in the Gazette', 'said on Radio Norte'
_WORDS = 4  # from 'told' to an outlet's name
_MANY = re.compile(r"[A-Z]{2,}s")  # 'told MPs'
_CLAUSES = frozenset({"acl", "advcl", "relcl", "prep", "pcomp", "dep", "conj"})
_NO_LISTENER = frozenset({"CARDINAL", "DATE", "MONEY", "ORDINAL", "PERCENT", "QUANTITY", "TIME"})
# 'the Valley Courier newspaper': what the outlet is, not what it is called; 'news agency' is part of a name.
_LINKS = frozenset({"and", "de", "for", "of"})
_JOINS = frozenset("'s & - al d' da de del della den der des di do du e et la och og und van von voor y".split())
_THIRD = frozenset({"her", "him", "it", "them"})
_TRAILERS = frozenset("broadcaster channel magazine newspaper podcast program programme show station website".split())


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
    carried = next((found for c in noun.rights if c.dep_ == "prep" and (found := _carried(c)) is not None), None)
    if carried is not None:
        return carried
    clauses = (clause for clause in noun.subtree if clause.dep_ in ("relcl", "acl"))
    heard = (found for clause in clauses if (found := _heard_in(clause)) is not None)
    return next((found for found in heard if found.lower_ not in _THIRD), None)  # 'people who have spoken to him'


def name_recipient(told: Token | None, outlets: Set[str]) -> str | None:
    """Give the name of whom a source told; None for a pronoun, those unnamed ('reporters', 'a jury') or nobody.

    Args:
        told: the main word of those told, as a frame has it.
        outlets: names, lower case, that the report itself goes by.
    """
    if told is None or told.pos_ == "PRON":
        return None
    outlet = outlet_behind_noun(told)
    if outlet is not None:
        return outlet
    name = _name(told)
    owner = _owner(told, outlets)
    if owner is not None and told.ent_type_ != "PERSON":
        return owner
    sender = _outlet_of_reporter(told, outlets)
    if sender is not None:
        return sender
    if _is_group(told) and not _is_outlet(name, outlets):
        return None
    if _is_outlet(name, outlets) or (told.is_lower and name.split()[-1][:1].isupper()) or _is_named_body(told, name):
        return name
    if told.ent_type_ == "PERSON" and not name.startswith("The "):
        return proper_name(told) or name  # without a title
    if told.ent_type_ in ("ORG", "PERSON") or (not told.is_lower and told.ent_type_ not in _NO_LISTENER):
        return name
    beside = _named_beside(told)
    return _name(beside) if beside is not None else None


def _outlet_of_reporter(told: Token, outlets: Set[str]) -> str | None:
    """Give the outlet in 'told a Grayling Post reporter'."""
    if source_kind(told.lemma_.lower()) is not SpeakerKind.REPORTER:
        return None
    words = list(told.doc[told.left_edge.i : told.i])
    named = text_of([word for word in words if word.text[:1].isupper() and word.dep_ != "det"])
    return named if named is not None and _is_outlet(named, outlets) else None


def outlet_behind_noun(told: Token) -> str | None:
    """Give the whole name behind 'the trade paper' and 'the newspaper': 'Grocer's Week', 'Le Courrier de Harne'."""
    doc = told.doc
    for noun in doc[max(told.left_edge.i, told.sent.start) : told.i + 1]:
        listed = listed_noun(noun) if noun.is_lower and noun.pos_ in ("ADJ", "NOUN") else None
        if listed is not None and listed[0] is SpeakerKind.OUTLET and noun.i + 1 < told.sent.end:
            last = _end_of_name(doc[noun.i + 1 : told.sent.end])
            if last:
                return text_of(list(doc[noun.i + 1 : noun.i + 1 + last]))
    return None


def _end_of_name(words: Tokens) -> int:
    """Count the words of the name that some words open with; 0 where they open with none."""
    last = at = 0
    while at < len(words) and (words[at].text[:1].isupper() or (last and words[at].lower_ in _JOINS)):
        at += 1
        last = at if words[at - 1].text[:1].isupper() else last
    return last


def _is_named_body(told: Token, name: str) -> bool:
    """Tell whether 'the Norport council' is one body with a name, and not 'the French parliament'."""
    if source_kind(told.lemma_.lower()) is not SpeakerKind.ORGANISATION or not name[:1].isupper():
        return False
    return any(c.lower_ == "the" for c in told.lefts) and not any(c.ent_type_ == "NORP" for c in told.lefts)


def _is_group(told: Token) -> bool:
    """Tell whether those told are many without a name of their own: 'MPs', 'Democrats'."""
    return _MANY.fullmatch(told.text) is not None or (told.ent_type_ == "NORP" and told.text.endswith("s"))


def _named_beside(told: Token) -> Token | None:
    """Give the name behind the noun for one person: 'told his sister, Ada Lind, that'."""
    if told.tag_ != "NN":
        return None
    return next((c for c in told.rights if c.dep_ == "appos" and c.pos_ == "PROPN" and c.ent_type_ != "NORP"), None)


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
    while len(words) > 1 and words[0].text[:1].isupper() and _trails(words):
        words = words[:-1]
    if told.ent_type_ == "ORG":  # 'the House of Deputies'
        words += _rest_of_name(told)
    behind = told.doc[told.i + 1 : told.sent.end]
    named = next((n for n, t in enumerate(behind) if not (t.is_title or t.text == "&")), len(behind))
    if named and (told.is_lower or behind[0].text == "&"):  # 'the radio station Onda Sur', 'Rope & Anchor'
        words = [*(() if told.is_lower else words), *behind[:named]]
    return parsed_text(told.doc)[words[0].idx : words[-1].idx + len(words[-1])]


def _trails(words: list[Token]) -> bool:
    """Tell whether the last word says what the outlet is: 'the Courier newspaper', 'the Interport agency'."""
    agency = words[-1].text == "agency" and not words[-2].is_lower  # 'news agency' is part of a name
    return agency or words[-1].text in _TRAILERS


def _rest_of_name(told: Token) -> list[Token]:
    """Give what a body's name goes on with behind 'of'."""
    behind = told.doc[told.i + 1 : told.sent.end]
    opens = len(behind) > 0 and (behind[0].lower_ == "of" or behind[0].text[:1].isupper())  # 'BBC Radio Dunmere'
    if not opens or behind[0].ent_iob_ != "I":
        return []
    return list(behind[: next((n for n, t in enumerate(behind) if t.ent_iob_ != "I"), len(behind))])


def _is_capital(word: Token) -> bool:
    """Tell whether the word is of a name: by a capital that is not just the sentence's first, or of its article."""
    joined = word.ent_type_ == "PERSON" and word.i > 0 and word.nbor(-1).tag_ == "HYPH"  # 'Kim Min-seok'
    return (joined or any(ch.isupper() for ch in word.text)) and not (word.text == "The" and word.i == word.sent.start)


def _owner(told: Token, outlets: Set[str]) -> str | None:
    """Give the outlet that a programme is of: 'told the BBC's morning programme'."""
    owner = next((t for t in told.doc[told.left_edge.i : told.i] if t.dep_ == "poss"), None)
    if owner is None:
        return None
    case = next((c for c in owner.rights if c.dep_ == "case"), owner)
    numbered = any(c.like_num for c in told.doc[owner.i + 1 : case.i])  # 'Channel 9's Breakfast'
    name = _name(owner) + (f" {told.doc[owner.i + 1 : case.i].text.strip()}" if numbered else "")
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
    if lemma(verb) in _WARNS:
        named = (c for c in verb.rights if c.dep_ in ("dative", "dobj") and c.ent_type_ in ("ORG", "PERSON"))
        return next(named, None)
    if lemma(verb) not in TELLS:
        return None
    passive = is_passive(verb)
    outlet = None if passive else _outlet_behind(verb) or _outlet_noun_behind(verb)
    if outlet is not None:
        return outlet
    heard = (
        c
        for c in verb.children
        if c.dep_ in (("nsubjpass",) if passive else ("dative", "dobj"))
        and c.pos_ != "ADP"
        and (c.ent_type_ not in _NO_LISTENER or c.n_lefts)
    )
    return next(heard, None) or _named_behind(verb)


def _outlet_behind(verb: Token) -> Token | None:
    """Give the outlet's name right behind 'told' that the parse took for one of the clause: 'told Reuters prices'."""
    name = verb.nbor() if verb.i + 1 < verb.sent.end else verb
    clause = name.dep_ in ("compound", "nmod", "nsubj") and name.head.i == name.i + 1 and name.head.is_lower
    return name if clause and name.pos_ == "PROPN" and is_outlet(name.text) else None


def _outlet_noun_behind(verb: Token) -> Token | None:
    """Give the noun before an outlet's name right behind 'told', whatever the parse: 'told the sports daily Meta'."""
    words = verb.doc[verb.i + 1 : min(verb.i + 2 + _WORDS, verb.sent.end)]
    last = next((word for word in words if word.i > verb.i + 1 and not word.is_lower), None)
    if last is None or last.i <= verb.i + 2 or words[0].lower_ != "the" or not last.text[:1].isupper():
        return None
    listed = listed_noun(last.nbor(-1))
    return last.nbor(-1) if listed is not None and listed[0] is SpeakerKind.OUTLET else None


def _named_behind(verb: Token) -> Token | None:
    """Give the last word of the name behind 'told' that the parse took for no object of it."""
    rest = verb.doc[verb.i + 1 : verb.sent.end]
    first = 1 if len(rest) > 1 and rest[0].lower_ == "the" else 0
    last = first
    while last < len(rest) and not rest[last].is_lower and rest[last].pos_ != "PRON":
        if rest[last].is_punct and (rest[last].tag_ != "HYPH" or rest[last].nbor(-1).whitespace_):
            break
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
    if occasion is None:
        return None
    if not is_occasion(occasion):
        return occasion if preposition.lower_ in _IN_PRINT and _is_printed(occasion) else None
    carried = _carried(preposition)
    further = (g for node in (occasion, preposition) for g in node.rights if g.dep_ == "prep")
    heard = next((noun for g in further if (noun := _hearer(g)) is not None), None)
    if heard is None and carried is not None:
        return carried
    return heard or next((c for c in occasion.lefts if c.dep_ == "compound" and is_outlet(_name(c))), None)


def _hearer(preposition: Token) -> Token | None:
    """Give whom an occasion is with or by: 'an interview with the paper', 'a podcast by the weekly Meta'."""
    noun = _object(preposition)
    if preposition.lower_ in _SPOKEN_TO or noun is None:
        return noun if preposition.lower_ in _SPOKEN_TO else None
    outlet = is_outlet(_name(noun)) or outlet_behind_noun(noun) is not None
    return noun if preposition.lower_ in ("by", "for", "of") and outlet else None


def _carried(preposition: Token) -> Token | None:
    """Give who passed on what was said on an occasion: 'in remarks carried by Radio Norte'."""
    occasion = _object(preposition)
    if occasion is None or not is_occasion(occasion):
        return None
    verb = next((c for c in occasion.rights if c.dep_ == "acl" and _is_carried(c)), None)
    return _agent(verb) if verb is not None else None


def _is_carried(verb: Token) -> bool:
    """Tell whether a newsroom passed a statement on: 'carried by Interfax', 'distributed by the Interfax agency'."""
    agent = _agent(verb) if verb.lemma_ in _PASSES_ON else None
    return verb.lemma_ in _CARRIES or (agent is not None and is_outlet(_name(agent).removesuffix(" news agency")))


def _is_printed(noun: Token) -> bool:
    """Tell whether the noun is an outlet or a programme of one: 'the Gazette', 'Channel 9's Breakfast programme'."""
    return is_outlet(_name(noun)) or _owner(noun, frozenset()) is not None


def _heard_in(clause: Token) -> Token | None:
    """Read 'speaking to Reuters', 'interviewed by Reuters' and 'whom Reuters met'."""
    if clause.lemma_ in _SPEAKS:
        return next((_object(c) for c in clause.rights if c.lower_ in _SPOKEN_TO), None)
    if clause.dep_ == "relcl" and clause.lemma_ in _HEARS and any(c.lower_ == "whom" for c in clause.lefts):
        return next((c for c in clause.lefts if c.dep_ == "nsubj"), None)
    heard = _agent(clause) if clause.lemma_ in _HEARS and clause.tag_ == "VBN" else None
    if heard is None and clause.lemma_ in _GOES_ON_AIR and clause.tag_ in ("VBG", "VBN"):
        shows = (_object(c) for c in clause.rights if c.lower_ in _IN_PRINT)
        return next((show for show in shows if show is not None and _is_printed(show)), None)
    return heard


def _quoting(verb: Token) -> Token | None:
    """Give who quotes: the agent of 'was quoted', the subject of 'quoted'."""
    if is_passive(verb):
        return _agent(verb) or _paper(verb)
    if verb.dep_ == "relcl" and any(c.lower_ == "which" and c.dep_ == "nsubj" for c in verb.lefts):
        return verb.head  # 'the channel Norte TV, which quoted him'
    return next((c for c in verb.lefts if c.dep_ == "nsubj"), None)


def _paper(verb: Token) -> Token | None:
    """Give in which paper somebody 'was quoted in the Evening Echo'; no town and no day."""
    found = (_object(c) for c in verb.rights if c.lower_ in _IN_PRINT)
    named = (noun for noun in found if noun is not None and noun.pos_ == "PROPN" and noun.ent_type_ not in _NO_LISTENER)
    return next((noun for noun in named if noun.ent_type_ != "GPE" or _is_printed(noun)), None)


def _agent(verb: Token) -> Token | None:
    """Give by whom; of 'reached by telephone by the Monitor' the one with a name."""
    found = [noun for c in verb.rights if c.lower_ == "by" and (noun := _object(c)) is not None]
    outlets = (noun for noun in found if not noun.is_lower or outlet_behind_noun(noun) is not None)
    return next(outlets, next(iter(found), None))


def _object(preposition: Token) -> Token | None:
    return next((child for child in preposition.rights if child.dep_ == "pobj"), None)
