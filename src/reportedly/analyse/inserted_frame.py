"""Read a cue that is inserted with its source behind it: 'Repairs, said the operator, would last a week.'"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportedly.analyse.content import content_before, sentence_start, trim
from reportedly.analyse.cue import has_finite
from reportedly.analyse.frame import Form, Frame
from reportedly.analyse.source import tokens_source
from reportedly.analyse.verb_act import verb_act
from reportedly.attribution import CueClass

if TYPE_CHECKING:
    from reportedly.analyse.parsed import Token, Tokens

_SUBJECTS = ("nsubj", "nsubjpass", "expl")


def inserted_frame(verb: Token, does: CueClass, sentence: Tokens) -> Frame | None:
    """Give the frame of a cue that commas close in with its source; None for any other cue.

    The parse takes what stands before it for who speaks, and who speaks for the subject of what is said.
    """
    doc = verb.doc
    clause = next((c for c in verb.rights if c.dep_ == "ccomp"), None)
    if clause is None or verb.i <= sentence.start or doc[verb.i - 1].text != "," or not has_finite(verb):
        return None
    before = doc[sentence.start : verb.i - 1]
    who = next((c for c in (*clause.lefts, *verb.rights) if c.dep_ in _SUBJECTS and c.i < clause.i), None)
    first = verb.i + 1
    if who is None or who.left_edge.i != first or any(token.text == "," for token in before):
        return None
    parts = (c.i for c in (*verb.rights, *clause.lefts, clause) if c.i > who.right_edge.i and not c.is_punct)
    goes_on = min(parts, default=clause.i)
    if doc[goes_on - 1].text != ",":
        return None
    source = tokens_source(doc, first, goes_on, who)
    if source is None:
        return None
    front = content_before((verb.idx, verb.idx), sentence_start(sentence), verb)
    last = clause.right_edge
    rest = trim(doc, (doc[goes_on].idx, last.idx + len(last)))
    return verb_act(Form.CLAUSE, verb, does, source, (front, rest), clause)
