"""Read the frames of verbs that take no clause: an infinitive, a participle, a preposition or a plain object."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportedly.analyse.content import content_after, object_of
from reportedly.analyse.cue import lemma
from reportedly.analyse.frame import Form, Frame
from reportedly.analyse.source import find_source
from reportedly.analyse.verb_act import has_to, verb_act
from reportedly.attribution import CueClass

if TYPE_CHECKING:
    from reportedly.analyse.parsed import Token

_NUMBERS = frozenset({"count", "figure", "number", "share", "toll", "total"})
_COMPARED = frozenset({"higher", "lower"})
_FIGURE_LINKS = frozenset({"as", "at"})
_ABOUT = 5  # tokens: 'as', 'at least' and the number
_GIVES_FIGURES = frozenset({"give", "put"})  # ... and what else they take tells nothing said


def complement_frame(verb: Token, takes: dict[str, CueClass]) -> Frame | None:
    """Read a verb that takes an infinitive, a participle, a preposition or a plain object.

    `takes` is what the lexicon says of the verb; None where nothing of it follows, or nobody is named.
    """
    for child in verb.rights:
        form = _form(child, takes)
        if form is None:
            continue
        name, does = form
        named = next(iter(child.rights), child) if name == "as" and child.dep_ == "prep" else child
        plain = name == "object" and does not in (CueClass.SEE, CueClass.SHOW)
        content = object_of(verb, named) if plain else content_after(verb, named, len(verb.doc))
        source = find_source(verb)
        if source is None:
            return None
        number = _given_as(child) if name == "as" and lemma(verb) == "give" else None
        if number is not None and content is not None:
            last = number.head if number.dep_ == "nummod" and number.head.i > number.i else number
            content = content[0], max(content[1], last.idx + len(last))
        kind = Form(name) if name in ("infinitive", "gerund") else Form.OBJECT
        return verb_act(kind, verb, does, source, (content,), child)
    return None


def _form(child: Token, takes: dict[str, CueClass]) -> tuple[str, CueClass] | None:
    if child.dep_ in ("xcomp", "ccomp", "advcl") and child.tag_ in ("VB", "VBN") and has_to(child):
        return ("infinitive", takes["infinitive"]) if "infinitive" in takes else None
    if child.dep_ in ("xcomp", "ccomp") and (child.tag_ == "VBG" or any(c.lower_ == "having" for c in child.lefts)):
        return ("gerund", takes["gerund"]) if "gerund" in takes else None
    if child.lower_ in _COMPARED and "at" in takes and any(c.lemma_ in _NUMBERS for c in child.lefts):
        return "at", takes["at"]  # 'put the toll higher'
    figure = next((link for link in _FIGURE_LINKS & takes.keys() if _is_figure(child, link)), None)
    if child.dep_ == "dobj" and figure is not None:
        return figure, takes[figure]
    if child.dep_ == "dobj" and "down" in takes and any(c.lower_ == "down" for c in child.head.rights):
        return "down", takes["down"]  # 'put it down to the storm'
    if child.dep_ == "prep" and child.lower_ in takes and lemma(child.head) not in _GIVES_FIGURES:
        return child.lower_, takes[child.lower_]
    if child.lower_ == "as" and child.dep_ == "prep" and "object" in takes and _asks_what(child.head):
        return "as", takes["object"]
    if child.dep_ in ("oprd", "dobj", "attr") and lemma(child.head) == "call" and _asks_what(child.head):
        return "as", CueClass.SAY
    if child.dep_ in ("dobj", "oprd") and "object" in takes and child.tag_ not in ("WP", "WDT"):
        return "object", takes["object"]
    return None


def _is_figure(noun: Token, preposition: str) -> bool:
    """Tell whether 'put the crowd at 9,000' and 'gave the toll as 12' say how much; not 'put lives at risk'."""
    if preposition == "as":
        return _given_as(noun) is not None
    if any(c.lower_ in _COMPARED and c.i > noun.i for c in (*noun.head.rights, *noun.rights)):
        return True  # 'put the toll higher'
    # 'put the number carried by the destroyer at 286': the model hangs the figure on 'carried'
    near = (*noun.rights, *noun.head.rights, *(noun.subtree if noun.lower_ in _NUMBERS else ()))
    links = (c for c in near if c.lower_ == preposition and c.i > noun.i)
    return any(token.like_num for link in links for token in link.subtree)


def _given_as(noun: Token) -> Token | None:
    """Find the number in 'gave the toll as about 40'; none in 'gave three talks as part of 12 events'."""
    behind = noun.doc[noun.i + 1 : noun.sent.end]
    link = next((t for t in behind if t.lower_ == "as" and t.i <= noun.right_edge.i + 1), None)
    words = noun.doc[link.i + 1 : min(link.i + _ABOUT, noun.sent.end)] if link is not None else ()
    number = next((token for token in words if token.like_num), None)
    plain = number is not None and all(t.pos_ in ("ADP", "ADV", "ADJ", "SCONJ") for t in words if t.i < number.i)
    return number if plain and any(c.lower_ in ("the", "its", "their") for c in noun.lefts) else None


def _asks_what(verb: Token) -> bool:
    """Tell whether the verb's object is the 'what' in front of it: 'in what nurses described as a raid'."""
    return any(child.lower_ == "what" for child in verb.lefts)
