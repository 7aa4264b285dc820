"""Ask the reader of changes whether a headline claims more than the report that was retold."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.lineage import Variation, VariationKind
from reportedly.link.change_reader import Look
from reportedly.link.change_settling import bounds
from reportedly.link.digest import Digest
from reportedly.link.headline_change import tell_headline, whole_headline
from reportedly.link.passage import Pairing, Passage
from reportedly.link.statement import MOST

_BESIDE = 2  # sentences of the origin that stand beside its own headline, those that most name what the other names


def pair_headlines(origin: Digest, derivative: Digest) -> Pairing | None:
    """Put the origin's headline, with what its text says of the other's matter, beside that; None if one has none."""
    old, new = origin.report.title, derivative.report.title
    if not old or not new:
        return None
    title = _line(new)
    said = {token.key: token.idf for token in title.tokens if token.content}
    body = origin.report.body
    weights = [
        (sum(said.get(key, 0.0) for key in Passage(body, (bounds,)).keys), -number, bounds)
        for number, bounds in enumerate(origin.bounds[:MOST])
    ]
    best = sorted(sorted(weights, reverse=True)[:_BESIDE], key=lambda row: -row[1])
    lines = [old, *(body[slice(*bounds)] for _, _, bounds in best)]
    starts = [sum(len(line) + 1 for line in lines[:number]) for number in range(len(lines))]
    bounds = tuple((start, start + len(line)) for start, line in zip(starts, lines, strict=True))
    pairing = Pairing(Passage("\n".join(lines), bounds), title)
    return pairing if title.tokens and pairing.origin.tokens else None


def settle_headline(found: Sequence[Variation], origin: Digest, seen: Look) -> list[Variation]:
    """Give what rules `found` of a headline and the reader does not deny, or what it is sure of itself.

    `origin` is what was retold, and `seen` how the reader looks at the two headlines (`pair_headlines`).
    """
    new = whole_headline(seen.pairing.derivative)
    chance = seen.chance(VariationKind.HEADLINE_CHANGED, (None, (new.start, new.end)))
    enough = bounds()[VariationKind.HEADLINE_CHANGED]
    if found:
        return [] if chance < enough.denied else list(found)
    if chance < enough.sure or not origin.report.title:
        return []
    old = whole_headline(_line(origin.report.title))
    note = f"The headline “{' '.join(old.text.split())}” became “{' '.join(new.text.split())}”."
    return [tell_headline(old, seen.pairing.derivative, note)]


def _line(text: str) -> Passage:
    return Passage(text, ((0, len(text)),))
