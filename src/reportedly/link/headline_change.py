"""Find headlines and headings that say flatly what the text lays to a source."""

from __future__ import annotations

from reportedly.lineage import Drift, Variation, VariationKind
from reportedly.link.cue_change import find_cues
from reportedly.link.digest import Digest
from reportedly.link.lexicon import find_phrases
from reportedly.link.passage import Pairing, Passage
from reportedly.report import Report
from reportedly.span import Field, Span

_HEDGES = "variation_hedges.tsv"
_FEWEST = 3
_TELLERS = frozenset("say says sources source officials official report reports claims claim per".split())


def find_headline_changes(origin: Report, derivative: Report) -> list[Variation]:
    """Say where the derivative's headline says flatly what the origin's lays to a source or hedges."""
    if not origin.title or not derivative.title:
        return []
    one, two = (Passage(title, ((0, len(title)),)) for title in (origin.title, derivative.title))
    if not _guarded(one) or _guarded(two) or not one.keys & two.keys:
        return []
    return [
        Variation(
            kind=VariationKind.HEADLINE_CHANGED,
            origin=Span.of(origin.title, 0, len(origin.title), Field.TITLE),
            derivative=Span.of(derivative.title, 0, len(derivative.title), Field.TITLE),
            direction=Drift.STRONGER,
            note="The headline says flatly what the origin's lays to a source or hedges.",
        )
    ]


def _guarded(passage: Passage) -> bool:
    """Tell whether a headline names a source or hedges."""
    told = _TELLERS & set(passage.forms)
    return bool(told or find_phrases(passage, _HEDGES) or find_cues(passage))


def find_flat_headings(pairing: Pairing, derivative: Digest, headings: tuple[int, ...]) -> list[Variation]:
    """Say where a heading that the retelling put in says flatly what the origin lays to a source."""
    cues = find_cues(pairing.origin)
    found = []
    for number in headings:
        passage = Passage(derivative.report.body, (derivative.bounds[number],))
        if cues and len(passage.tokens) >= _FEWEST and not _guarded(passage):
            found.append(
                Variation(
                    kind=VariationKind.HEADLINE_CHANGED,
                    origin=pairing.origin.span(pairing.origin.clause(cues[0].reach)),
                    derivative=passage.span((0, len(passage.tokens))),
                    direction=Drift.STRONGER,
                    note="A heading says flatly what the origin lays to a source.",
                )
            )
    return found
