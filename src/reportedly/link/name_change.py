"""Find names and places that a retelling changed."""

from __future__ import annotations

from rapidfuzz import fuzz

from reportedly.lineage import Drift, Variation, VariationKind
from reportedly.link.passage import Pairing, Passage, Reach, keys_of
from reportedly.link.time_change import is_time
from reportedly.reading import Reading

_SPELLING = 70.0  # likeness of letters, of 100, from which two names are one name spelt in two ways
_LONGEST = 4  # words of a name
_SLOT = 2  # words on one side of a name that make its place in the sentence


def find_name_changes(pairing: Pairing, origin: Reading, derivative: Reading) -> list[Variation]:
    """List the names that stand where another one stood, and that the other report knows nothing of."""
    known = keys_of(origin.report.body), keys_of(derivative.report.body)
    olds, news = _names(pairing.origin, known[1]), _names(pairing.derivative, known[0])
    replaced = {(change.origin, change.derivative) for change in pairing.changes}
    found = []
    for old in olds:
        for new in news:
            if (old, new) in replaced or _one_slot(pairing, old, new) or _alike(pairing, old, new):
                news.remove(new)
                if not _shortened(pairing.origin.text(old), pairing.derivative.text(new)):
                    found.append(_tell(pairing, old, new, _is_place(pairing, old, new, origin, derivative)))
                break
    return found


def _names(passage: Passage, known: frozenset[int]) -> list[Reach]:
    """List the runs of capitalised words outside quotations that the other report does not hold."""
    found: list[Reach] = []
    place = 0
    while place < len(passage.tokens):
        end = place
        while end < len(passage.tokens) and _unknown(passage, end, known) and (end == place or _goes_on(passage, end)):
            end += 1
        opens = place == 0 or passage.breaks[place - 1]
        if 0 < end - place <= _LONGEST and not (opens and end - place == 1):
            found.append((place, end))
        place = max(end, place + 1)
    return found


def _unknown(passage: Passage, place: int, known: frozenset[int]) -> bool:
    """Tell whether a word is part of a name that the other report does not hold."""
    token = passage.tokens[place]
    named = token.capital and token.content and not token.quoted
    return named and token.key not in known and not is_time(token.form)


def _goes_on(passage: Passage, place: int) -> bool:
    """Tell whether the word at `place` belongs to the one before it."""
    return not passage.breaks[place - 1]


def _one_slot(pairing: Pairing, old: Reach, new: Reach) -> bool:
    """Tell whether the same words lead up to both names: 'north to', or the same given name."""
    one, two = pairing.origin, pairing.derivative
    before = one.forms[max(0, old[0] - _SLOT) : old[0]]
    if len(before) == _SLOT and before == two.forms[max(0, new[0] - _SLOT) : new[0]]:
        return True
    given = old[0] > 0 and new[0] > 0 and one.tokens[old[0] - 1].key == two.tokens[new[0] - 1].key
    return bool(given) and one.tokens[old[0] - 1].capital and not one.breaks[old[0] - 1]


def _alike(pairing: Pairing, old: Reach, new: Reach) -> bool:
    """Tell whether two names are spelt nearly alike."""
    return fuzz.ratio(pairing.origin.text(old).lower(), pairing.derivative.text(new).lower()) >= _SPELLING


def _shortened(one: str, other: str) -> bool:
    """Tell whether one name is the other cut short: 'Dec' and 'December'."""
    short, long = sorted((one.lower(), other.lower()), key=len)
    return long.startswith(short)


def _is_place(pairing: Pairing, old: Reach, new: Reach, origin: Reading, derivative: Reading) -> bool:
    """Tell whether a reading knows a place where one of the names stands."""
    spans = pairing.origin.span(old), pairing.derivative.span(new)
    return any(
        place.span.overlaps(span)
        for span, reading in zip(spans, (origin, derivative), strict=True)
        for place in reading.places
    )


def _tell(pairing: Pairing, old: Reach, new: Reach, place: bool) -> Variation:
    """Say that a name became another one, or is spelt otherwise."""
    texts = pairing.origin.text(old), pairing.derivative.text(new)
    spelling = _alike(pairing, old, new)
    return pairing.tell(
        VariationKind.PLACE_CHANGED if place and not spelling else VariationKind.NAME_CHANGED,
        old,
        new,
        Drift.NEUTRAL,
        f"“{texts[0]}” is spelt “{texts[1]}”." if spelling else f"“{texts[0]}” became “{texts[1]}”.",
    )
