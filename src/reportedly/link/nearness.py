"""How far one passage says what another says: the same words, or words of nearly the same meaning."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from reportedly.link.passage import Passage, Reach
from reportedly.text.meaning import vector_of, vector_width

_NEAR = 0.55  # cosine under which two words mean different things
Floats = NDArray[np.float32]


@lru_cache(maxsize=128)
def _vectors(passage: Passage) -> Floats:
    """Give where each word of a passage points, a row a word; zeros for names and for words that carry nothing."""
    found = np.zeros((len(passage.tokens), vector_width()), np.float32)
    for place, token in enumerate(passage.tokens):
        row = vector_of(token.form) if token.content and not token.capital else None
        if row is not None:
            found[place] = row
    return found


@lru_cache(maxsize=128)
def nearness(one: Passage, other: Passage) -> Floats:
    """Give for each word of `one`, row by row, how far each word of `other` means the same, 0 to 1."""
    ours, theirs = (np.array([t.key if t.content else 0 for t in p.tokens], np.uint64) for p in (one, other))
    # Not `@`: at this size BLAS would spend more on waking its threads than on the product.
    cosine = np.einsum("ik,jk->ij", _vectors(one), _vectors(other))
    near = np.where(cosine >= _NEAR, cosine**2, 0).astype(np.float32)
    near[(ours[:, None] == theirs) & (ours[:, None] > 0)] = 1
    found: Floats = near
    return found


def weights(one: Passage, reach: Reach) -> Floats:
    """Give what each word in `reach` tells; a word that stands there twice tells nothing the second time."""
    seen: set[int] = set()
    found = np.zeros(len(one.tokens), np.float32)
    for place, token in enumerate(one.tokens[slice(*reach)], reach[0]):
        if token.content and token.key not in seen:
            seen.add(token.key)
            found[place] = token.idf
    return found


def share_told(one: Passage, reach: Reach, other: Passage) -> float:
    """Give the share of what `reach` of `one` tells, by weight, that `other` tells too, be it in other words."""
    told = weights(one, reach)
    whole = float(told.sum())
    if not whole or not other.tokens:
        return 0.0
    return float((told * nearness(one, other).max(axis=1)).sum()) / whole
