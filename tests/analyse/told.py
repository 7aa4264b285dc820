"""Read the events, the times and the names out of words written in a test."""

from reportedly.analyse.actor_code import code_actors
from reportedly.analyse.attributions import find_attributions
from reportedly.analyse.event import find_events
from reportedly.analyse.mention import told_states
from reportedly.analyse.parse import parse
from reportedly.analyse.people import find_entities
from reportedly.analyse.toponym import find_places
from reportedly.analyse.when import find_times
from reportedly.report import Completeness, Report


def report(body, published="2023-06-14", title=None):
    return Report(
        id="r1",
        path=None,
        title=title,
        published=published,
        published_basis=None,
        modified=None,
        publisher=None,
        agency=None,
        url=None,
        language="en",
        authors=(),
        editors=(),
        dateline=None,
        body=body,
        completeness=Completeness.FULL,
        notices=(),
        cut=(),
        links=(),
    )


def times(body, published="2023-06-14"):
    """Give each time expression as its words and its value."""
    read = report(body, published)
    return [(time.span.text, time.value) for time in find_times(read, parse(read))]


def events(body, published="2023-06-14"):
    read = report(body, published)
    passages = parse(read)
    attributions = find_attributions(read, passages)
    return find_events(read, passages, attributions, find_places(read, passages), find_times(read, passages))


def entities(body):
    read = report(body)
    passages = parse(read)
    return find_entities(read, passages, find_places(read, passages))


def actors(body):
    """Give each event's type with who acts in it and the code."""
    read = report(body)
    passages = parse(read)
    places = find_places(read, passages)
    found = find_events(read, passages, find_attributions(read, passages), places, find_times(read, passages))
    coded = code_actors(found, find_entities(read, passages, places), told_states(places))
    return [(event.type.value, event.actor, event.actor_code) for event in coded]
