"""Which way words pull what a passage claims: 'about', 'some of' and 'slightly' limit it, 'heavily' pushes it."""

from __future__ import annotations

from functools import cache

from reportedly.data import read_table
from reportedly.lineage import Drift
from reportedly.link.lexicon import Hit, find_phrases
from reportedly.link.passage import Passage, Reach

QUALIFIERS = "variation_qualifiers.tsv"
# Tables of phrases with the grade from which they limit nothing any more.
_LIMITS = {"variation_hedges.tsv": 4, "variation_approximations.tsv": 4, "variation_shares.tsv": 5}


@cache
def _pulls() -> dict[str, int]:
    """Read which way the qualifiers of each field pull a claim."""
    return {row["field"]: int(row["pull"]) for row in read_table("variation_pulls.tsv")}


def pull_of(hit: Hit) -> int:
    """Tell which way a qualifier pulls a claim, and how far."""
    return _pulls().get(hit.field, 0)


def drift_of(pull: int) -> Drift:
    """Tell what became of a claim that is pulled so far."""
    return Drift.NEUTRAL if pull == 0 else Drift.STRONGER if pull > 0 else Drift.WEAKER


def compare_pulls(one: Passage, reach: Reach, two: Passage, other: Reach) -> Drift:
    """Tell what became of a claim by the words that limit or push it in the one and not in the other."""
    old, new = _pulling(one, reach), _pulling(two, other)
    return drift_of(sum(new[each] for each in new.keys() - old) - sum(old[each] for each in old.keys() - new))


def _pulling(passage: Passage, reach: Reach) -> dict[str, int]:
    """Give the phrases in `reach` that limit or push, each with one step of its way."""
    found = {}
    for table, least in _LIMITS.items():
        for hit in find_phrases(passage, table):
            if _inside(hit, reach):
                found[hit.phrase] = -1 if hit.grade < least else 1
    for hit in find_phrases(passage, QUALIFIERS):
        if _inside(hit, reach) and hit.grade and (pull := pull_of(hit)):
            found.setdefault(hit.phrase, -1 if pull < 0 else 1)
    return found


def _inside(hit: Hit, reach: Reach) -> bool:
    """Tell whether a phrase stands in `reach`."""
    return reach[0] <= hit.reach[0] and hit.reach[1] <= reach[1]
