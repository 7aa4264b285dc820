"""Find words put for others that exclude them: a cousin for a brother, 'cancelled' for 'postponed'."""

from __future__ import annotations

from functools import cache

from reportedly.data import read_table
from reportedly.lineage import Drift, Variation, VariationKind
from reportedly.link.amount import near_keys, share_near
from reportedly.link.lexicon import Hit, find_phrases
from reportedly.link.passage import Pairing, Passage

_TABLE = "variation_rivals.tsv"
_ROUND = 5  # words told on either side
_ALIKE = 0.2  # share of the words round two rivals that must be the same
_BEARINGS = frozenset({"compass", "quarter"})  # fields of which another word is another place


def find_rival_changes(pairing: Pairing) -> list[Variation]:
    """List the words of which the retelling has another one of the same field at the same place."""
    ones, twos = _hits(pairing.origin), _hits(pairing.derivative)
    found = []
    for old in ones:
        if any(new.field == old.field and new.grade == old.grade for new in twos):
            continue
        news = [new for new in twos if new.field == old.field and not _known(new, ones)]
        new = max(news, key=lambda hit: _alike(pairing, old, hit), default=None)
        if new and (_alike(pairing, old, new) >= _ALIKE or pairing.puts_for(old.reach, new.reach)):
            twos.remove(new)
            reaches = (
                pairing.origin.window(old.reach, _ROUND, _ROUND),
                pairing.derivative.window(new.reach, _ROUND, _ROUND),
            )
            note = f"“{old.phrase}” became “{new.phrase}”."
            kind = VariationKind.PLACE_CHANGED if old.field in _BEARINGS else VariationKind.DETAIL_CHANGED
            found.append(pairing.tell(kind, *reaches, _drift(old, new), note))
    return found


@cache
def _scales() -> dict[str, int]:
    """Read in which fields the grades are steps, and which way a claim grows along them."""
    return {row["field"]: int(row["way"]) for row in read_table("variation_scales.tsv")}


def _drift(old: Hit, new: Hit) -> Drift:
    """Tell what became of the claim."""
    way = _scales().get(old.field, 0) * (new.grade - old.grade)
    return Drift.NEUTRAL if way == 0 else Drift.STRONGER if way > 0 else Drift.WEAKER


def _hits(passage: Passage) -> list[Hit]:
    """List the words of the table outside quotations and names."""
    return [hit for hit in find_phrases(passage, _TABLE) if not _is_name(passage, hit.reach[0])]


def _is_name(passage: Passage, place: int) -> bool:
    """Tell whether a word is quoted, or has a capital inside its sentence: 'North Korea', 'General Ruiz'."""
    token = passage.tokens[place]
    opens = any(
        start <= token.start < end and not passage.body[start : token.start].strip() for start, end in passage.bounds
    )
    return token.quoted or (token.capital and not opens)


def _known(hit: Hit, others: list[Hit]) -> bool:
    """Tell whether the other side has the word, or one that means as much."""
    return any(other.field == hit.field and other.grade == hit.grade for other in others)


def _alike(pairing: Pairing, old: Hit, new: Hit) -> float:
    """Give how much of what stands round one word stands round the other."""
    return share_near(near_keys(pairing.origin, old.reach), near_keys(pairing.derivative, new.reach))
