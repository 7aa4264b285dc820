"""Read what a newsroom saw where it was: 'When Reuters visited Gao on Monday, smoke hung over the market'."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportedly.analyse.content import sentence_start, trim
from reportedly.analyse.frame import Form, Frame
from reportedly.analyse.outlet_name import is_outlet
from reportedly.analyse.source import noun_source
from reportedly.analyse.source_noun import source_kind
from reportedly.attribution import CueClass, SpeakerKind

if TYPE_CHECKING:
    from reportedly.analyse.parsed import Token, Tokens

_GOES = frozenset({"enter", "reach", "tour", "visit"})
_NEWSROOM = frozenset({SpeakerKind.OUTLET, SpeakerKind.REPORTER})


def visit_frames(sentence: Tokens) -> list[Frame]:
    """List the frames of one sentence in which an outlet or its reporter was there when what is told was so."""
    frames = (_visit(token) for token in sentence if token.dep_ == "advcl" and token.lemma_ in _GOES)
    return [frame for frame in frames if frame is not None]


def _visit(verb: Token) -> Frame | None:
    doc, sentence = verb.doc, verb.sent
    who = next((child for child in verb.lefts if child.dep_ == "nsubj"), None)
    when = any(child.lower_ in ("as", "when") for child in verb.lefts)
    if who is None or not when or not (is_outlet(who.text) or source_kind(who.lemma_.lower()) in _NEWSROOM):
        return None
    first, last = verb.left_edge.i, verb.right_edge.i
    if first <= sentence.start:
        stop = sentence[-1].idx if sentence[-1].is_punct else sentence.end_char
        content = trim(doc, (doc[last].idx + len(doc[last]), stop)) if last + 1 < sentence.end else None
    else:
        content = trim(doc, (sentence_start(sentence), doc[first].idx))
    source = noun_source(who, first, verb.i)
    if content is None or source is None or not any(token.tag_ in ("VBD", "VBP", "VBZ") for token in sentence):
        return None
    return Frame(
        form=Form.PHRASE,
        head=verb,
        cue=(verb.idx, verb.idx + len(verb)),
        cue_class=CueClass.SEE,
        source=source,
        content=(content,),
        predicate=verb.head if verb.head.i != verb.i else None,
    )
