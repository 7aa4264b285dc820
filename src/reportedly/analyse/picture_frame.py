"""Read 'satellite images from the firm Orb show tanks' where the parse took 'show' for a noun."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportedly.analyse.content import trim
from reportedly.analyse.frame import Form, Frame
from reportedly.analyse.source import tokens_source
from reportedly.analyse.source_noun import source_kind
from reportedly.attribution import CueClass, SpeakerKind

if TYPE_CHECKING:
    from reportedly.analyse.parsed import Token

_SHOWS = frozenset({"depict", "depicts", "reveal", "reveals", "show", "showed", "shows"})
_FINITE = frozenset({"VBD", "VBP", "VBZ", "MD"})


def picture_frame(word: Token) -> Frame | None:
    """Give what pictures show by a word that the parse took for no verb; None for any other word."""
    if word.lower_ not in _SHOWS or word.pos_ in ("VERB", "AUX") or word.tag_ in _FINITE:
        return None
    doc, sentence = word.doc, word.sent
    picture = sentence.root
    before, behind = doc[sentence.start : word.i], doc[word.i + 1 : sentence.end]
    if picture.i >= word.i or source_kind(picture.lemma_.lower()) is not SpeakerKind.IMAGERY:
        return None
    if any(token.tag_ in _FINITE and token.dep_ != "relcl" for token in before) or not len(behind):
        return None
    source = tokens_source(doc, picture.left_edge.i, word.i, picture)
    content = trim(doc, (behind[0].idx, sentence.end_char))
    if source is None or content is None:
        return None
    end = content[1] - 1 if sentence.text.rstrip().endswith((".", "!", "?")) else content[1]
    return Frame(
        form=Form.OBJECT,
        head=word,
        cue=(word.idx, word.idx + len(word)),
        cue_class=CueClass.SHOW,
        source=source,
        content=((content[0], end),),
        predicate=None,
    )
