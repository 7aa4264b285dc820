"""Find where another part of the same is spoken of: 'some of the crew' and 'the crew', 'nearly every' and 'every'."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reportedly.lineage import Drift, Variation, VariationKind
from reportedly.link.amount import TABLE, near_keys
from reportedly.link.lexicon import Hit, find_phrases
from reportedly.link.passage import Pairing, Passage, Reach
from reportedly.text.number import read_number

Places = Sequence[tuple[int, int]]
_TABLE = "variation_shares.tsv"
_SHARE, _TIMES, _PARTLY = "share", "times", "partly"
_ORDER = "order of"
_WHOLE = 5  # the grade of all of something
_THEM = frozenset({"them", "these", "those"})
_DEFINITE = frozenset("the its their his her our all whole entire this these those".split())
_ONE = frozenset({"a", "an"})
_OF = frozenset({"about", "around", "over", "beyond", "some", "close to"})  # these are more than bounds
_MEASURES = frozenset(
    "second minute hour day night week fortnight month year decade century dozen score hundred thousand million billion"
    " metre meter kilometre kilometer mile foot yard inch hectare acre tonne ton kilogram pound gram litre gallon"
    " barrel third quarter fifth tenth half".split()
)
_AHEAD = 4  # words behind a share among which stands what it is of
_BEFORE = 3  # words in front of a noun among which stands what makes it definite
_BACK, _ROUND = 3, 8  # words told before a share, and behind it


class Share(NamedTuple):
    """A share where it stands, with what it is of."""

    reach: Reach
    grade: int
    key: int | None  # of what it is of; 0 for 'of them'
    counted: float | None  # 2 of 'two of the three'


def find_share_changes(pairing: Pairing, one: Places = (), two: Places = ()) -> list[Variation]:
    """List the shares that became others, and those that are gone while the whole is told of.

    What stands in places of `one` in the origin and of `two` in the derivative is told elsewhere.
    """
    ones, twos = _shares(pairing.origin, one), _shares(pairing.derivative, two)
    found = []
    for old in ones:
        new = next((each for each in twos if each.key == old.key and each.key is not None), None)
        if new is not None:
            if _is_other(old, new, pairing):
                drift = Drift.STRONGER if new.grade > old.grade else Drift.WEAKER
                found.append(_tell(pairing, old.reach, new.reach, drift, "The share is another one"))
        elif (whole := _told_whole(old, pairing)) is not None:
            found.append(_tell(pairing, old.reach, whole, Drift.STRONGER, "A part is told as the whole"))
    return found + _times(pairing) + _least(pairing)


def _shares(passage: Passage, apart: Places) -> list[Share]:
    """List the shares outside quotations and places `apart`: by a word for one, or by so many 'of the' others."""
    found = [
        Share(hit.reach, hit.grade, _of_what(passage, hit.reach[1]), None)
        for hit in find_phrases(passage, _TABLE)
        if hit.field == _SHARE and not passage.tokens[hit.reach[0]].quoted
    ]
    held = {place for share in found for place in range(*share.reach)}
    for place in range(len(passage.tokens) - 3):
        value = None if place in held or passage.tokens[place].quoted else read_number(passage.forms[place])
        if value and passage.forms[place + 1] == "of" and passage.forms[place + 2] in _DEFINITE:
            found.append(Share((place, place + 3), 1, _of_what(passage, place + 3), value))
    starts = {share: passage.tokens[share.reach[0]].start for share in found}
    return sorted(share for share, at in starts.items() if not any(start <= at < end for start, end in apart))


def _of_what(passage: Passage, place: int) -> int | None:
    """Give the key of what a share that ends at `place` is of."""
    after = passage.tokens[place : place + _AHEAD]
    if after and after[0].form in _THEM:
        return 0
    return next((token.key for token in after if token.content and read_number(token.form) is None), None)


def _is_other(old: Share, new: Share, pairing: Pairing) -> bool:
    """Tell whether two shares of one thing are as much."""
    if old.counted is not None and new.counted is not None:
        return False  # amounts tell of that
    if old.counted is not None or new.counted is not None:
        counted, other = (old, pairing.derivative) if old.counted is not None else (new, pairing.origin)
        return (old if counted is new else new).grade == _WHOLE and not _counts(other, counted.counted)
    return old.grade != new.grade


def _counts(passage: Passage, value: float | None) -> bool:
    """Tell whether a passage has a number, outside 'all three'."""
    return any(read_number(form) == value for form in passage.forms)


def _told_whole(old: Share, pairing: Pairing) -> Reach | None:
    """Give where the derivative tells of the whole of which the origin speaks in part."""
    other = pairing.derivative
    if not old.key or not 0 < old.grade < _WHOLE or _counts(other, old.counted or -1.0) or _limits(other, old.key):
        return None
    places = [place for place, token in enumerate(other.tokens) if token.key == old.key and not token.quoted]
    if len(places) != 1:
        return None
    after = pairing.origin.forms[old.reach[1] - 1 : old.reach[1] + 1]
    number = read_number(after[1]) if len(after) > 1 and after[0] == "of" else None
    if number is not None:  # 'most of two days'
        whole = places[0] > 0 and read_number(other.forms[places[0] - 1]) == number
        return (places[0] - 1, places[0] + 1) if whole else None
    definite = [at for at in range(max(0, places[0] - _BEFORE), places[0]) if other.forms[at] in _DEFINITE]
    near = near_keys(pairing.origin, old.reach) & near_keys(other, (places[0], places[0] + 1))
    return (definite[0], places[0] + 1) if definite and near - {old.key} else None


def _limits(passage: Passage, key: int) -> bool:
    """Tell whether a passage speaks in any words of a part, unless it plainly is one of something else."""
    hits = [hit for hit in find_phrases(passage, _TABLE) if hit.field != _TIMES and hit.grade < _WHOLE]
    return any(hit.phrase.split()[-1] != "of" or _of_what(passage, hit.reach[1]) in (None, 0, key) for hit in hits)


def _times(pairing: Pairing) -> list[Variation]:
    """Say where 'nearly double' became 'double'."""
    ones, twos = (
        [
            hit
            for hit in find_phrases(passage, _TABLE)
            if hit.field == _TIMES and not passage.tokens[hit.reach[0]].quoted
        ]
        for passage in (pairing.origin, pairing.derivative)
    )
    if len(ones) != 1 or len(twos) != 1 or ones[0].grade == twos[0].grade:
        return []
    drift = Drift.STRONGER if twos[0].grade > ones[0].grade else Drift.WEAKER
    return [_tell(pairing, ones[0].reach, twos[0].reach, drift, "The number is another one")]


def _least(pairing: Pairing) -> list[Variation]:
    """Say where 'at least a month' became 'a month', or the other way round."""
    ones, twos = dict(_bounded(pairing.origin)), dict(_bounded(pairing.derivative))
    found = []
    for key in sorted(ones.keys() & twos.keys()):
        (old, one), (new, two) = ones[key], twos[key]
        if bool(one) is not bool(two):
            note = "The number is left open now" if two else "The number was left open and is now exact"
            found.append(_tell(pairing, old, new, Drift.WEAKER if two else Drift.STRONGER, note))
    return found


def _bounded(passage: Passage) -> Iterator[tuple[int, tuple[Reach, Hit | None]]]:
    """Give the nouns behind 'a' that stand once, with what leaves them open."""
    hits = (hit for hit in find_phrases(passage, TABLE) if not hit.phrase.endswith(_ORDER))  # 'on the order of a court'
    bounds = {hit.reach[1]: hit for hit in hits}
    for place in range(len(passage.tokens) - 1):
        after = passage.tokens[place + 1]
        once = sum(token.key == after.key for token in passage.tokens) == 1
        if passage.forms[place] in _ONE and after.content and once and not after.quoted:
            bound = bounds.get(place)
            if bound and bound.phrase in _OF and after.form not in _MEASURES:
                continue  # 'talks about a truce', 'over a fence'
            yield after.key, ((place, place + 2), bound)


def _tell(pairing: Pairing, old: Reach, new: Reach, drift: Drift, note: str) -> Variation:
    """Say what became of a share, with the words round it."""
    reaches = pairing.origin.window(old, _BACK, _ROUND), pairing.derivative.window(new, _BACK, _ROUND)
    texts = pairing.origin.text(reaches[0]), pairing.derivative.text(reaches[1])
    return pairing.tell(VariationKind.QUANTITY_CHANGED, *reaches, drift, f"{note}: “{texts[0]}” and “{texts[1]}”.")
