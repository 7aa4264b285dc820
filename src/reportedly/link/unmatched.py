"""Find with the reader of changes what sentences go back to that share too little wording with any to be aligned."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np

from reportedly.link.align import MOST_SENTENCES, Match
from reportedly.link.change_reader import look
from reportedly.link.digest import Digest
from reportedly.link.heading import is_furniture, is_heading
from reportedly.link.passage import Pairing, Passage
from reportedly.link.statement import MOST

_SURE = 0.9  # chance from which two sentences say the same
_TRIED = 3  # sentences of the origin that are tried, the likest first
_FREE = 0.1  # likeness that it counts for to have no match
_TRUSTED = 0.5  # of that chance, as likeness: rules that go by wording have little to go by
_FEWEST = 5  # words of a sentence that is asked of


def match_more(one: Digest, other: Digest, matches: Sequence[Match]) -> tuple[Match, ...]:
    """Add to `matches` what sentences of the derivative `other` go back to that have no match."""
    matched = {j for match in matches for j in match.others}
    loose = [j for j in range(min(len(other.bounds), MOST_SENTENCES)) if j not in matched and _asked(other, j)][:MOST]
    if not loose or not one.bounds:
        return tuple(matches)
    taken = [i for match in matches for i in match.ones]
    likeness = np.einsum("ik,jk->ij", one.sentences.vectors, other.sentences.vectors[loose])
    likeness += _FREE
    likeness[taken] -= _FREE
    found = list(matches)
    for column, j in enumerate(loose):
        likest = np.argsort(-likeness[:, column], kind="stable")[:_TRIED].tolist()
        tried = [(_same(one, i, other, j), i) for i in likest if _asked(one, i)]
        if tried and (best := max(tried))[0] >= _SURE:
            found.append(Match((best[1],), (j,), best[0] * _TRUSTED))
    return _joined(found)


def _asked(digest: Digest, number: int) -> bool:
    """Tell whether a sentence is of the text, and long enough to say something."""
    body, bounds = digest.report.body, digest.bounds[number]
    first, last = digest.places[number]
    return last - first >= _FEWEST and not is_heading(body, *bounds) and not is_furniture(body[slice(*bounds)])


def _same(one: Digest, i: int, other: Digest, j: int) -> float:
    """Give the chance that two sentences say the same."""
    pairing = Pairing(
        Passage(one.report.body, (one.bounds[i],)),
        Passage(other.report.body, (other.bounds[j],)),
    )
    return look(pairing).same


def _joined(matches: Iterable[Match]) -> tuple[Match, ...]:
    """Put matches of one sentence of the origin together: the retelling tells it in two places."""
    found: list[Match] = []
    for match in matches:
        for at, old in enumerate(found):
            if set(old.ones) & set(match.ones):
                others = tuple(sorted({*old.others, *match.others}))
                found[at] = Match(old.ones, others, max(old.score, match.score))
                break
        else:
            found.append(match)
    return tuple(sorted(found, key=lambda match: (match.ones, match.others)))
