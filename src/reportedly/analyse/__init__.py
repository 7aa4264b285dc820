"""Report -> Reading: what one report says, each value with its words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from enum import StrEnum
from types import MappingProxyType

from reportedly.reading import Reading, Sentence
from reportedly.report import Report
from reportedly.span import Span
from reportedly.text.sentence import split_sentences

__all__ = ["BODY_LIMIT", "COMPONENTS", "Tagger", "analyse", "components"]

BODY_LIMIT = 1_000_000  # characters; a longer body is kept, not analysed
COMPONENTS: Mapping[str, str] = MappingProxyType(
    {
        "parse": "en_core_web_sm/3.8.0",
        "attribution": "rules/1",
        "event": "rules/1",
        "place": "rules/1",
        "time": "rules/1",
    }
)
MODELS: Mapping[str, str] = MappingProxyType({"tagger": "minilm-l9/1", "kinds": "minilm-l5/1"})


class Tagger(StrEnum):
    """What finds who said what, and what happened: the trained models on top of the rules, or the rules alone."""

    MODEL = "model"
    RULES = "rules"


def _refusal(report: Report) -> str | None:
    """Say why `report` is not analysed; None where it is."""
    if len(report.body) > BODY_LIMIT:
        return f"the body has {len(report.body):,} characters; at most {BODY_LIMIT:,} are analysed"
    if report.language not in (None, "en"):
        return f"the language is {report.language}; only English is analysed"
    return None


def components(tagger: Tagger) -> dict[str, str]:
    """Name what makes a reading, each part with its version."""
    return {**COMPONENTS, **(MODELS if tagger is Tagger.MODEL else {})}


def analyse(report: Report, *, tagger: Tagger = Tagger.MODEL) -> Reading:
    """Read out of `report` who says what, what happened, where and when.

    A report that is not in English, or is longer than BODY_LIMIT, comes back with its sentences alone
    and the reason in `not_analysed`.
    """
    bare = Reading(
        report=report,
        made_by=components(tagger),
        not_analysed=_refusal(report),
        sentences=tuple(Sentence(start=start, end=end) for start, end in split_sentences(report.body)),
        attributions=(),
        events=(),
        places=(),
        times=(),
        entities=(),
    )
    return bare if bare.not_analysed else _fill(bare, tagger)


def _fill(bare: Reading, tagger: Tagger) -> Reading:
    """Add to a reading all that the parse of its report gives."""
    # The model takes seconds to load: only a report that is analysed pays for it.
    from reportedly.analyse.actor_code import code_actors
    from reportedly.analyse.anonymity import find_terms
    from reportedly.analyse.attributions import find_attributions
    from reportedly.analyse.event import find_events
    from reportedly.analyse.mention import told_states
    from reportedly.analyse.parse import parse
    from reportedly.analyse.people import find_entities
    from reportedly.analyse.tagger import observe
    from reportedly.analyse.toponym import find_places
    from reportedly.analyse.when import find_times

    report = bare.report
    passages = parse(report)
    seen = [observe(passage.doc) for passage in passages] if tagger is Tagger.MODEL else None
    attributions = find_attributions(report, passages, seen)
    places = find_places(report, passages)
    times = find_times(report, passages)
    entities = find_entities(report, passages, places)
    # On what terms somebody spoke is no news: of 'asked not to be named for fear of reprisals' nothing happened.
    terms = [Span.of(report.body, *each) for each in find_terms(report.body)]
    events = find_events(report, passages, attributions, places, times, seen)
    events = tuple(event for event in events if not any(term.holds(event.predicate) for term in terms))
    return replace(
        bare,
        attributions=attributions,
        events=code_actors(events, entities, told_states(places)),
        places=places,
        times=times,
        entities=entities,
    )
