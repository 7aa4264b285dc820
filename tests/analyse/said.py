"""A report from one text, and its attributions."""

from reportedly.analyse.attributions import find_attributions
from reportedly.analyse.parse import parse
from reportedly.report import Completeness, Report


def report(body, title=None, **more):
    empty = dict.fromkeys(
        "path published published_basis modified publisher agency url dateline".split(),
    )
    given = {**empty, "id": "r1", "title": title, "language": "en", "body": body, **more}
    return Report(**given, authors=(), editors=(), completeness=Completeness.FULL, notices=(), cut=(), links=())


def said(body, title=None, **more):
    """Give the attributions that the rules find in a text, their spans checked."""
    one = report(body, title, **more)
    found = find_attributions(one, parse(one))
    for attribution in found:
        for span in (attribution.source, attribution.cue, attribution.certainty_span, *attribution.content):
            assert span is None or span.check(one.title if span.field == "title" else one.body)
    return found


def only(body, title=None, **more):
    """Give the one attribution of a text."""
    (one,) = said(body, title, **more)
    return one


def words(attribution):
    """Give source, cue and content as text."""
    source = attribution.source.text if attribution.source else None
    return source, attribution.cue.text, [span.text for span in attribution.content]
