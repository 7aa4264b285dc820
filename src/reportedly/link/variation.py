"""Find what changed between aligned sentences, and rank it by how much it changes the claim."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from reportedly.lineage import Drift, Relation, Variation, VariationKind
from reportedly.link.align import Match
from reportedly.link.caveat import find_lost_caveats
from reportedly.link.change_reader import look
from reportedly.link.change_settling import settle
from reportedly.link.compound_change import find_compound_changes
from reportedly.link.contrast_change import find_contrast_changes
from reportedly.link.cue_change import find_attribution_losses, find_cue_changes
from reportedly.link.dateline import skip_dateline
from reportedly.link.detail_change import find_detail_changes
from reportedly.link.digest import Digest
from reportedly.link.gathering import drop_repeated, join_quotations
from reportedly.link.heading import is_furniture, is_heading
from reportedly.link.headline_change import find_flat_headings, find_headline_changes
from reportedly.link.headline_reading import pair_headlines, settle_headline
from reportedly.link.hedge_change import find_hedge_changes
from reportedly.link.item_change import find_lost_items
from reportedly.link.left_out import find_omissions, is_part
from reportedly.link.name_change import find_name_changes
from reportedly.link.omission import find_lost_asides
from reportedly.link.passage import Pairing, Passage, share_held
from reportedly.link.place_change import find_place_changes
from reportedly.link.polarity_change import find_polarity_changes
from reportedly.link.qualifier_change import find_qualifier_changes
from reportedly.link.quantity_change import find_counted_changes, is_another_number
from reportedly.link.quotation_change import find_quotation_changes
from reportedly.link.residue import find_breaks, find_residue
from reportedly.link.rival_change import find_rival_changes
from reportedly.link.slot import Gaps, join_added
from reportedly.link.source_change import find_source_changes
from reportedly.link.swap_change import find_swapped_places
from reportedly.link.tail_change import find_lost_tails
from reportedly.link.tense_change import find_tense_changes
from reportedly.link.time_change import find_time_changes
from reportedly.reading import Reading

# What changes a claim most comes first; within a kind, what makes it claim more.
_RANK = {kind: place for place, kind in enumerate(VariationKind)} | {
    kind: place - 100
    for place, kind in enumerate(
        (
            VariationKind.POLARITY_CHANGED,
            VariationKind.HEDGE_DROPPED,
            VariationKind.CAVEAT_DROPPED,
            VariationKind.ATTRIBUTION_DROPPED,
            VariationKind.QUANTITY_CHANGED,
            VariationKind.HEADLINE_CHANGED,
            VariationKind.QUOTE_ALTERED,
            VariationKind.CUE_CHANGED,
            VariationKind.HEDGE_STRENGTHENED,
            VariationKind.HEDGE_WEAKENED,
            VariationKind.HEDGE_ADDED,
            VariationKind.TIME_CHANGED,
            VariationKind.PLACE_CHANGED,
            VariationKind.NAME_CHANGED,
            VariationKind.ATTRIBUTION_CHANGED,
            VariationKind.TENSE_CHANGED,
            VariationKind.GARBLED,
            VariationKind.DETAIL_CHANGED,
            VariationKind.DETAIL_DROPPED,
            VariationKind.DETAIL_ADDED,
            VariationKind.ATTRIBUTION_ADDED,
            VariationKind.OMITTED,
            VariationKind.ADDED,
            VariationKind.QUOTE_DIFFERS,
        )
    )
}
_DRIFTS = (Drift.STRONGER, Drift.WEAKER, Drift.NEUTRAL)
_SURE = 0.58  # likeness under which differences may be those of two sentences that only touch
_HELD = 0.5  # share of the shorter one's words in common that makes them one all the same
_MODEL = "tagger"  # among what made a reading, where trained models read
_MOST_TOLD = 200  # variations of one pair; a longer list is not read
_FINDERS: tuple[Callable[[Pairing], list[Variation]], ...] = (
    find_hedge_changes,
    find_compound_changes,
    find_quotation_changes,
    find_tense_changes,
    find_polarity_changes,
    find_contrast_changes,
    find_detail_changes,
    find_qualifier_changes,
    find_rival_changes,
    find_lost_asides,
    find_place_changes,
    find_lost_tails,
    find_lost_items,
)
# Those that take for lost what may stand there in other words.
_GUESSING = frozenset({find_lost_asides, find_lost_tails, find_lost_items})
_BY_WORDING = _GUESSING | {find_qualifier_changes}  # not asked of sentences that have little wording in common


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two reports, as read and as compared."""

    reading: Reading
    digest: Digest

    @property
    def analysed(self) -> bool:
        """Tell whether the report was analysed."""
        return self.reading.not_analysed is None

    @property
    def by_models(self) -> bool:
        """Tell whether trained models read the report on top of the rules."""
        return self.analysed and _MODEL in self.reading.made_by


def read_by_models(*sides: Side) -> bool:
    """Tell whether the reader of changes may be asked: readings by rules alone are compared by rules alone."""
    return all(side.by_models for side in sides)


def find_variations(
    origin: Side, derivative: Side, matches: Sequence[Match], relation: Relation = Relation.REWRITE
) -> tuple[Variation, ...]:
    """List what changed from `origin` to `derivative`; what changes the claim most comes first."""
    if is_part(origin.digest, derivative.digest, matches):
        relation = Relation.EXCERPT
    found = find_headline_changes(origin.digest, derivative.digest, matches, relation)
    both = pair_headlines(origin.digest, derivative.digest) if read_by_models(origin, derivative) else None
    if both:
        found = settle_headline(found, origin.digest, look(both))
    for match in matches:
        found += _between(origin, derivative, match)
    for match in join_added(Gaps(origin.digest, derivative.digest, matches), matches):
        found += _sources(origin, derivative, match)
    found += find_breaks(origin.digest, derivative.digest, matches)
    pieces = _loose_pieces(origin.digest, derivative.digest, {j for match in matches for j in match.others})
    found += [*pieces.values(), *find_omissions(origin.digest, derivative.digest, matches, pieces.keys(), relation)]
    once = sorted(set(found), key=_order)  # a set's own order is another one in every process
    found = drop_repeated(join_quotations(once, origin.digest.report.body, derivative.digest.report.body))
    return tuple(sorted(found, key=_order)[:_MOST_TOLD])


def _sources(origin: Side, derivative: Side, match: Match) -> list[Variation]:
    """List how the sources of sentences changed that say the same, or likely do."""
    one, two = origin.digest, derivative.digest
    pairing = Pairing(passage_of(one, match.ones), passage_of(two, match.others))
    if not pairing.origin.tokens or not pairing.derivative.tokens:
        return []
    return find_source_changes(pairing, origin.reading, derivative.reading, one.outlets)


def _loose_pieces(origin: Digest, derivative: Digest, matched: set[int]) -> dict[int, Variation]:
    """Give the cut-off pieces of the origin's sentences among those sentences of the derivative that match nothing."""
    everywhere = tuple(range(len(origin.bounds)))
    loose = (number for number in range(len(derivative.bounds)) if number not in matched)
    told = ((number, find_residue(origin, everywhere, derivative, number)) for number in loose)
    return {number: piece for number, piece in told if piece}


def _order(variation: Variation) -> tuple[int, int, int, tuple[int, ...], str]:
    """Rank a variation: by its kind, by whether the claim grew, by place; a denial left out ranks with the caveats."""
    place = variation.origin or variation.derivative
    others = [end for span in (variation.derivative, variation.origin) if span for end in (span.start, span.end)]
    limits = variation.kind is VariationKind.OMITTED and variation.direction is Drift.STRONGER
    return (
        _RANK[VariationKind.CAVEAT_DROPPED if limits else variation.kind],
        _DRIFTS.index(variation.direction),
        place.start if place else 0,
        tuple(others),
        variation.note,
    )


def passage_of(digest: Digest, sentences: Iterable[int]) -> Passage:
    """Give sentences of a report to compare; a dateline is no part of what they say."""
    body = digest.report.body
    return Passage(body, tuple(skip_dateline(body, digest.bounds[number]) for number in sentences))


def _least_alike(pairing: Pairing) -> float:
    """Give the share of its content words that the shorter passage has in common with the other."""
    shorter, longer = sorted((pairing.origin, pairing.derivative), key=lambda passage: len(passage.tokens))
    return share_held(shorter, (0, len(shorter.tokens)), longer)


def _between(origin: Side, derivative: Side, match: Match) -> list[Variation]:
    """List what changed between sentences that say the same."""
    one, two = origin.digest, derivative.digest
    if all(is_furniture(one.report.body[slice(*one.bounds[i])]) for i in match.ones):
        return []
    passage = passage_of(one, match.ones)
    residues = {j: find_residue(one, match.ones, two, j) for j in match.others}
    headings = tuple(j for j in match.others if is_heading(two.report.body, *two.bounds[j]) and not residues[j])
    found = [residue for residue in residues.values() if residue]
    text = [j for j in match.others if not residues[j] and j not in headings]
    pairing = Pairing(passage, passage_of(two, text or match.others))
    if not pairing.origin.tokens or not pairing.derivative.tokens:
        return found
    found += find_flat_headings(pairing, two, headings)
    if not text:
        return found + find_lost_asides(pairing)
    if pairing.verbatim or all(is_heading(one.report.body, *one.bounds[i]) for i in match.ones):
        return found
    loose = match.score < _SURE and _least_alike(pairing) < _HELD
    read = origin.analysed and derivative.analysed
    finders = tuple(find for find in _FINDERS if not loose or find not in _BY_WORDING)
    if loose:  # a listed caveat that was joined on is gone in whatever words the rest is told
        found += [caveat for caveat in find_lost_caveats(pairing) if caveat.derivative is None]
    guessed: list[Variation] = []
    for find in finders if read else (*finders, find_cue_changes, find_attribution_losses):
        known = {variation.note for variation in found}
        told = [variation for variation in find(pairing) if variation.note not in known]
        found += told
        guessed += told if find in _GUESSING else ()
    found += find_source_changes(pairing, origin.reading, derivative.reading, one.outlets)
    found += find_counted_changes(pairing, origin.reading, derivative.reading)
    found += find_time_changes(pairing, origin.reading, derivative.reading)
    names = find_name_changes(pairing, origin.reading, derivative.reading)
    found += names + find_swapped_places(pairing, origin.reading, derivative.reading, names)
    believed = [each for each in found if is_another_number(each)]
    return settle(found, guessed, look(pairing), believed) if read_by_models(origin, derivative) else found
