"""Find headlines and headings that say flatly what the text lays to a source."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence, Set
from typing import NamedTuple

from reportedly.lineage import Drift, Relation, Variation, VariationKind
from reportedly.link.align import Match
from reportedly.link.cue_change import find_cues
from reportedly.link.digest import Digest
from reportedly.link.lexicon import Hit, find_phrases
from reportedly.link.nearness import nearness
from reportedly.link.passage import Pairing, Passage, Reach, Token, share_held
from reportedly.link.rival_change import find_rival_changes
from reportedly.span import Field, Span
from reportedly.text.number import read_number

_HEDGES = "variation_hedges.tsv"
_CONFIRM = "confirm"
_FEWEST = 3
_CLOSE = 6  # words behind a hedge that it surely bears on
_NEW_WORDS = 2  # of a headline that a sentence has to hold to be what the headline tells
_OF_ITS_OWN = 0.3  # share of a headline below which it tells of other items than the one that was taken over
_SHOWN = frozenset({"show", "see", "reveal"})
_SHOWING = frozenset(
    "image images imagery photo photos photograph photographs picture pictures video videos footage clip clips data"
    " record records document documents report reports study survey poll map maps satellite satellites letter memo"
    " email emails file files log logs radar analysis probe inquiry investigation review audit papers leak".split()
)
_TELLERS = frozenset("say says sources source officials official report reports claims claim per".split())


def find_headline_changes(
    origin: Digest, derivative: Digest, matches: Sequence[Match], relation: Relation
) -> list[Variation]:
    """Say where the derivative's headline says flatly what the origin's, or what the text, lays to a source or hedges.

    A later version's headline tells what is new, one over a round-up what the other items are: they are held
    against the origin's headline alone.
    """
    if not origin.report.title or not derivative.report.title:
        return []
    one, two = (Passage(title, ((0, len(title)),)) for title in (origin.report.title, derivative.report.title))
    least = _OF_ITS_OWN if relation is Relation.EXCERPT else 0.0
    if one.keys & two.keys and share_held(two, (0, len(two.tokens)), one) >= least and _is_flatter(one, two):
        return [
            tell_headline(
                whole_headline(one), two, "The headline says flatly what the origin's lays to a source or hedges."
            )
        ]
    if one.keys & two.keys and (grown := _grown(Pairing(one, two))):
        return [tell_headline(whole_headline(one), two, f"The headline claims more than the origin's: {grown}")]
    if relation in (Relation.UPDATE, Relation.EXCERPT) or _guarded(two):
        return []
    guard = _find_source(one, two, origin, derivative, matches)
    note = "The headline says flatly what the text lays to a source or hedges"
    return [tell_headline(whole_headline(one), two, f"{note}: “{guard.text}”.")] if guard else []


def _grown(pairing: Pairing) -> str:
    """Give by which words of one scale a headline claims more than another; empty where by none."""
    changes = find_rival_changes(pairing)
    return next((change.note for change in changes if change.direction is Drift.STRONGER), "")


def tell_headline(origin: Span, headline: Passage, note: str) -> Variation:
    """Make a variation of the derivative's headline and the words that it goes against."""
    return Variation(
        kind=VariationKind.HEADLINE_CHANGED,
        origin=origin,
        derivative=whole_headline(headline),
        direction=Drift.STRONGER,
        note=note,
    )


def whole_headline(headline: Passage) -> Span:
    """Give a headline as a span."""
    return Span.of(headline.body, 0, len(headline.body), Field.TITLE)


def _is_flatter(one: Passage, two: Passage) -> bool:
    """Tell whether a headline has lost the sources and the hedges of another, or its hedges to a confirmation."""
    if not _guarded(two):
        return _guarded(one) and _bears_on(one, two)
    hedged = bool(find_phrases(one, _HEDGES)) and not find_phrases(two, _HEDGES)
    return hedged and any(cue.field == _CONFIRM for cue in find_cues(two))


def _bears_on(one: Passage, two: Passage) -> bool:
    """Tell whether a headline tells something of that part of another, up to ';', which a source or a hedge guards."""
    ends = [place for place, sign in enumerate(one.body) if sign == ";"]
    starts = [0, *(end + 1 for end in ends)]
    parts = [Passage(one.body, (bounds,)) for bounds in zip(starts, [*ends, len(one.body)], strict=True)]
    flat = {key for part in parts if not _guarded(part) for key in part.keys}
    near = nearness(one, two).max(axis=1, initial=0.0)
    guarded = [part.bounds[0] for part in parts if _guarded(part)]
    return any(
        near[place] > 0 and token.key not in flat and any(start <= token.start < end for start, end in guarded)
        for place, token in enumerate(one.tokens)
    )


class _Told(NamedTuple):
    """What the text says in one place: the origin's words, what both texts hold of a headline, and what guards it."""

    here: Passage
    held: frozenset[float]
    guard: Reach | None
    hedged: frozenset[float]  # what stands close behind a hedge, in either text


def _find_source(
    one: Passage, two: Passage, origin: Digest, derivative: Digest, matches: Sequence[Match]
) -> Span | None:
    """Give the origin's words that lay to a source, or hedge, what is new in the derivative's headline.

    What the text says flatly somewhere is no news of the headline's.
    """
    said = {_subject(token): token.idf for token in two.tokens if token.content}
    new = said.keys() - _subjects(one)
    numbers = {value for token in two.tokens if (value := read_number(token.form)) is not None}
    told = list(_read(origin, derivative, matches, new))
    flat = {subject for place in told if place.guard is None for subject in place.held}
    weighed = [
        (sum(said[subject] for subject in place.held - flat), place)
        for place in told
        if place.guard
        and len(place.held - flat) >= (1 if (place.hedged | numbers) & (place.held - flat) else _NEW_WORDS)
    ]
    if not weighed:
        return None
    _, best = max(weighed, key=lambda found: found[0])
    return best.here.span(best.here.clause(best.guard or (0, 1)))


def _read(origin: Digest, derivative: Digest, matches: Sequence[Match], new: Set[float]) -> Iterator[_Told]:
    """Give each place of the origin, with what stands for it in the derivative, as far as it holds `new` words."""
    matched = {number for match in matches for number in match.ones}
    alone = [((number,), ()) for number in range(len(origin.bounds)) if number not in matched]
    for ones, others in [*((match.ones, match.others) for match in matches), *alone]:
        here, there = (
            Passage(side.report.body, tuple(side.bounds[number] for number in numbers))
            for side, numbers in ((origin, ones), (derivative, others))
        )
        held = frozenset(new & (_subjects(here) | _subjects(there)))
        if here.tokens:
            guard = _guard_of(here, held) or (_guard_of(there, held) and (0, 1))
            yield _Told(here, held, guard, _hedged(here) | _hedged(there))


def _hedged(passage: Passage) -> frozenset[float]:
    """Give what stands close behind the hedges of a passage."""
    ends = [hedge.reach[1] for hedge in find_phrases(passage, _HEDGES)]
    return frozenset(_subject(token) for end in ends for token in passage.tokens[end : end + _CLOSE])


def _subject(token: Token) -> float:
    """Give what a word counts as: its key, or its number, however that is written."""
    value = read_number(token.form)
    return token.key if value is None else value


def _subjects(passage: Passage) -> set[float]:
    """Give what the words of a passage count as."""
    return {_subject(token) for token in passage.tokens}


def _guard_of(passage: Passage, held: Container[float]) -> Reach | None:
    """Give the cue, or the hedge with one of the `held` words behind it, that guards what a passage says."""
    cue = next(iter(find_cues(passage)), None)
    if cue:
        return cue.reach
    for hedge in find_phrases(passage, _HEDGES):
        if any(_subject(token) in held for token in passage.tokens[hedge.reach[0] :]):
            return hedge.reach
    return None


def _guarded(passage: Passage) -> bool:
    """Tell whether a headline names a source or hedges."""
    told = _TELLERS & set(passage.forms)
    return bool(told or find_phrases(passage, _HEDGES) or _cues(passage))


def _cues(passage: Passage) -> list[Hit]:
    """List the reporting verbs of a headline: 'captured' is none where nothing is named that shows something."""
    things = not _SHOWING.isdisjoint(passage.forms)
    return [cue for cue in find_cues(passage) if things or cue.field not in _SHOWN]


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
