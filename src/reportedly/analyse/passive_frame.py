"""Read the frames of verbs in the passive: 'is believed to', 'is accused of', 'was denied by', 'could be seen'."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportedly.analyse.content import content_after, trim
from reportedly.analyse.cue import TELLS, lemma
from reportedly.analyse.frame import Form, Frame
from reportedly.analyse.source import agent_source
from reportedly.analyse.verb_act import has_to, verb_act, whole_subject
from reportedly.attribution import CueClass

if TYPE_CHECKING:
    from spacy.tokens import Token

_EMPTY = frozenset({"it", "that", "which", "who"})  # subjects that say nothing by themselves


def passive_frame(verb: Token, takes: dict[str, CueClass]) -> Frame | None:
    """Read a verb in the passive, whose subject is part of the content: 'X is believed to ...', 'X was accused of ...'.

    `takes` is what the lexicon says of the verb; None where nothing of it stands there.
    """
    subject = next((c for c in verb.children if c.dep_ == "nsubjpass"), None)
    clause = next((c for c in verb.children if c.dep_ in ("xcomp", "ccomp") and c.i > verb.i), _of_what(verb))
    if subject is None:
        return None
    if clause is None:
        return _done_to(verb, subject, takes)
    content = content_after(verb, clause, len(verb.doc))
    source = agent_source(verb)
    if lemma(verb) in TELLS and "clause" in takes:  # 'was told by neighbours that ...', 'were told not to go'
        does = takes.get("infinitive", CueClass.DEMAND) if has_to(clause) else takes["clause"]
        return verb_act(Form.CLAUSE, verb, does, source, (content,), clause)
    if "passive" not in takes:
        return None
    parts = (None if subject.lower_ in _EMPTY else whole_subject(subject), content)
    return verb_act(Form.PASSIVE, verb, takes["passive"], source, parts, clause)


def _done_to(verb: Token, subject: Token, takes: dict[str, CueClass]) -> Frame | None:
    """Read 'the offer was dismissed by the union' and 'smoke could be seen over the port'."""
    source = agent_source(verb)
    if "object" not in takes:
        return None
    if source is not None:
        return verb_act(Form.OBJECT, verb, takes["object"], source, (whole_subject(subject),), None)
    if takes["object"] is not CueClass.SEE or not any(child.lower_ in ("can", "could") for child in verb.lefts):
        return None  # 'was seen' leaves open who saw it
    last = next((t for t in reversed(list(verb.subtree)) if not (t.is_punct or t.is_space)), verb)
    behind = trim(verb.doc, (verb.idx + len(verb), last.idx + len(last)))
    return verb_act(Form.OBJECT, verb, CueClass.SEE, None, (whole_subject(subject), behind), verb)


def _of_what(verb: Token) -> Token | None:
    """Give 'taking bribes' for 'is accused of taking bribes'."""
    link = next((c for c in verb.rights if c.dep_ == "prep" and c.lower_ == "of"), None)
    return next((c for c in link.rights if c.dep_ in ("pcomp", "pobj")), None) if link is not None else None
