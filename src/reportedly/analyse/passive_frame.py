"""Read the frames of verbs in the passive: 'is believed to', 'is accused of', 'was denied by', 'could be seen'."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportedly.analyse.content import content_after, trim
from reportedly.analyse.cue import TELLS, lemma
from reportedly.analyse.frame import Chars, Form, Frame, Source
from reportedly.analyse.picture_frame import shown_before
from reportedly.analyse.source import agent_source, noun_source
from reportedly.analyse.source_noun import source_kind
from reportedly.analyse.verb_act import has_to, verb_act, whole_subject
from reportedly.attribution import CueClass, SpeakerKind

if TYPE_CHECKING:
    from reportedly.analyse.parsed import Token

_SENSED = frozenset({"hear", "see"})
_EMPTY = frozenset({"it", "that", "which", "who"})  # subjects that say nothing by themselves


def passive_frame(verb: Token, takes: dict[str, CueClass]) -> Frame | None:
    """Read a verb in the passive, whose subject is part of the content: 'X is believed to ...', 'X was accused of ...'.

    `takes` is what the lexicon says of the verb; None where nothing of it stands there.
    """
    subject = next((c for c in verb.children if c.dep_ == "nsubjpass" or (c.i < verb.i and _says_what(c))), None)
    clause = next((c for c in verb.children if c.dep_ in ("xcomp", "ccomp") and c.i > verb.i), _of_what(verb))
    if subject is None:
        return None
    if clause is None:
        return _done_to(verb, subject, takes)
    picture = _picture_of(verb)
    content = content_after(verb, clause, picture[0].i if picture and picture[0].i > verb.i else len(verb.doc))
    source = agent_source(verb)
    if lemma(verb) in TELLS and "clause" in takes:  # 'was told by neighbours that ...', 'were told not to go'
        does = takes.get("infinitive", CueClass.DEMAND) if has_to(clause) else takes["clause"]
        return verb_act(Form.CLAUSE, verb, does, source, (content,), clause)
    if lemma(verb) in _SENSED and clause.tag_ in ("VBG", "VBN"):  # 'smoke could be seen rising'
        return _seen(verb, source, (whole_subject(subject), content), clause)
    if "passive" not in takes:
        return None
    parts = (None if subject.lower_ in _EMPTY else whole_subject(subject), content)
    return verb_act(Form.PASSIVE, verb, takes["passive"], source, parts, clause)


def _done_to(verb: Token, subject: Token, takes: dict[str, CueClass]) -> Frame | None:
    """Read 'the offer was dismissed by the union' and 'smoke could be seen over the port'."""
    source = agent_source(verb)
    if "object" not in takes:
        return None
    if source is not None and takes["object"] is CueClass.SEE and any(t.tag_ == "WDT" for t in subject.subtree):
        return None  # 'the memo, a copy of which was seen by the paper': how it came by it
    if source is not None:
        return verb_act(Form.OBJECT, verb, takes["object"], source, (whole_subject(subject),), None)
    if takes["object"] is not CueClass.SEE or not any(child.lower_ in ("can", "could") for child in verb.lefts):
        return None  # 'was seen' leaves open who saw it
    last = next((t for t in reversed(list(verb.subtree)) if not (t.is_punct or t.is_space)), verb)
    picture = _picture_of(verb)
    end = picture[0].idx if picture and picture[0].i > verb.i else last.idx + len(last)
    behind = trim(verb.doc, (verb.idx + len(verb), end))
    return _seen(verb, None, (whole_subject(subject), behind), verb)


def _seen(verb: Token, by: Source | None, parts: tuple[Chars | None, ...], predicate: Token) -> Frame | None:
    """Give what could be seen: by somebody, or 'in footage posted online, two boats can be seen'."""
    shown = _picture_of(verb)
    if by is None and shown is not None:
        pictures = noun_source(shown[1], shown[0].i + 1, verb.i if shown[0].i < verb.i else len(verb.doc))
        return verb_act(Form.OBJECT, verb, CueClass.SHOW, pictures, parts, predicate)
    if by is None and (going_on := shown_before(verb)) is not None:
        return verb_act(Form.OBJECT, verb, CueClass.SHOW, going_on, parts, predicate)
    return verb_act(Form.OBJECT, verb, CueClass.SEE, by, parts, predicate)


def _picture_of(verb: Token) -> tuple[Token, Token] | None:
    """Give the picture in which something can be seen, with the word that leads to it."""
    clauses = (c for c in verb.rights if c.dep_ in ("ccomp", "xcomp"))
    parts = (*verb.children, *(c for clause in clauses for c in clause.rights))
    links = (c for c in parts if c.dep_ == "prep" and c.lower_ in ("in", "on"))
    nouns = ((link, noun) for link in links for noun in link.rights if noun.dep_ == "pobj")
    return next(((k, n) for k, n in nouns if source_kind(n.lemma_.lower()) is SpeakerKind.IMAGERY), None)


def _says_what(clause: Token) -> bool:
    """Tell whether a clause is what can be seen: 'what is probably a cutter can be seen'."""
    return clause.dep_ in ("advcl", "ccomp", "csubj", "csubjpass") and any(c.lower_ == "what" for c in clause.lefts)


def _of_what(verb: Token) -> Token | None:
    """Give 'taking bribes' for 'is accused of taking bribes'."""
    link = next((c for c in verb.rights if c.dep_ == "prep" and c.lower_ == "of"), None)
    return next((c for c in link.rights if c.dep_ in ("pcomp", "pobj")), None) if link is not None else None
