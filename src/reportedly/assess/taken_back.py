"""What a newsroom takes back, though the words that it uses for that were put with another claim."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from reportedly.assess.coreference import Pool, PoolFinder
from reportedly.assess.mention import Mention
from reportedly.assess.odds import odds
from reportedly.text.day import moment

_SAME = 0.5  # log odds of one happening from which what is taken back is what was told


def find_taken_back(pools: Sequence[Pool], finder: PoolFinder) -> dict[tuple[str, int, int, str], frozenset[str]]:
    """Give for the key of each telling the reports that take back what it may be: their own newsroom's, or not."""
    found: dict[tuple[str, int, int, str], set[str]] = defaultdict(set)
    for back in (mention for pool in pools for mention in pool.members if mention.taken_back):
        for told, home in finder.candidates(back):
            if _takes_back(back, told):
                keys = [told.key, *(key for key, head in home.retold.items() if head == told.key)]
                for key in keys:
                    found[key].add(back.report)
    return {key: frozenset(reports) for key, reports in found.items()}


def _takes_back(back: Mention, told: Mention) -> bool:
    """Tell whether what one mention takes back is what another, no later one told."""
    later = told.published and back.published and moment(told.published) > moment(back.published)
    return told.report != back.report and not later and odds(back, told).same >= _SAME
