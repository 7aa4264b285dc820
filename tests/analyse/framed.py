"""A frame written by hand: the cue in [brackets], the content in {braces}, nothing known of its parse."""

import re

from tests.analyse.said import report

from reportedly.analyse.frame import Form, Frame
from reportedly.analyse.parse import parse
from reportedly.attribution import CueClass

_MARKS = re.compile(r"[\[\]{}]")


def framed(marked, cue_class=CueClass.SAY, form=Form.CLAUSE):
    """Give the frame of a marked sentence, as a tagger finds one, and its passage."""
    starts, ends = [], []
    for taken, mark in enumerate(_MARKS.finditer(marked)):
        (starts if mark.group() in "[{" else ends).append((mark.group(), mark.start() - taken))
    spots = [(mark, start, end) for (mark, start), (_, end) in zip(starts, ends, strict=True)]
    (passage,) = parse(report(_MARKS.sub("", marked)))
    cue = next((start, end) for mark, start, end in spots if mark == "[")
    inside = [token for token in passage.doc if cue[0] <= token.idx < cue[1]]
    head = next((token for token in inside if token.head not in inside or token.head == token), inside[0])
    content = tuple((start, end) for mark, start, end in spots if mark == "{")
    return Frame(
        form=form, head=head, cue=cue, cue_class=cue_class, source=None, content=content, predicate=None
    ), passage
