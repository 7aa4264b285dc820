"""What the reader of changes gets: two passages as word pieces, and what the words of each have in the other."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from reportedly.data.trained import load_vocabulary
from reportedly.lineage import VariationKind
from reportedly.link.passage import Pairing, Passage
from reportedly.text.fold import fold

# The columns that it was trained with, in their order; broken pieces are left to the rules.
_LAST = VariationKind.HEADLINE_CHANGED
KINDS = (*(kind for kind in VariationKind if kind not in (_LAST, VariationKind.GARBLED)), _LAST)
OPEN, BREAK = 101, 102  # the pieces [CLS] and [SEP]
MOST = 160  # pieces of either passage; what is longer is cut off
ORIGIN, DERIVATIVE = 1, 2  # sides; 0 for the pieces that stand around them
_SHARED, _QUOTED, _CAPITAL = 1, 2, 4  # marks, summed
MARKS = 8


@dataclass(frozen=True, slots=True)
class Laid:
    """Two passages laid out, piece by piece."""

    pieces: tuple[int, ...]
    sides: tuple[int, ...]
    marks: tuple[int, ...]
    spots: tuple[tuple[int, int], ...]  # `[start, end)` in the body of the side; (0, 0) for what stands around


def lay_out(pairing: Pairing) -> Laid:
    """Lay two passages out, the origin's first."""
    rows = [(OPEN, 0, 0, (0, 0))]
    for side, passage, other in (
        (ORIGIN, pairing.origin, pairing.derivative),
        (DERIVATIVE, pairing.derivative, pairing.origin),
    ):
        rows += [(piece, side, mark, spot) for piece, mark, spot in _read(passage, other)][:MOST]
        rows.append((BREAK, 0, 0, (0, 0)))
    return Laid(*(tuple(column) for column in zip(*rows, strict=True)))


def _read(passage: Passage, other: Passage) -> list[tuple[int, int, tuple[int, int]]]:
    """Give the pieces of a passage with their marks and spots."""
    found = []
    starts = [token.start for token in passage.tokens]
    for start, end in passage.bounds:
        encoded = load_vocabulary().encode(fold(passage.body[start:end]), add_special_tokens=False)
        for piece, (first, last) in zip(encoded.ids, encoded.offsets, strict=True):
            at = bisect_right(starts, start + first) - 1
            mark = 0
            if at >= 0 and start + first < passage.tokens[at].end:
                token = passage.tokens[at]
                mark = (
                    (_SHARED if token.key in other.keys else 0)
                    + (_QUOTED if token.quoted else 0)
                    + (_CAPITAL if token.capital else 0)
                )
            found.append((piece, mark, (start + first, start + last)))
    return found
