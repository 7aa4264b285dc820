"""What is known at a site on a day: `python -m evals.picture.site [PART]...` prints the rows that come out wrong.

A row is right where the state is, and the numbers too where it tells some. Misses of `aside` are counted, never shown.
"""

from __future__ import annotations

import sys
from collections import Counter

from evals.picture import Row
from evals.picture.measure import Outcome, outcomes
from reportedly.assess import site_state
from reportedly.picture import SiteState, StateRow


def is_right(row: Row, states: list[StateRow]) -> bool:
    """Tell whether one of our rows tells what a gold row does."""
    return any(
        state.state.value == row.state
        and (row.min is None or state.min == row.min)
        and (row.max is None or state.max == row.max)
        for state in states
    )


def check(outcome: Outcome) -> list[tuple[str, Row, list[StateRow], bool]]:
    """Give every gold row of a collection with the place, our rows for it, and whether they are right."""
    found = []
    for site in outcome.gold.sites:
        wanted = list(dict.fromkeys(row.what for row in site.rows))
        state = site_state(lambda _: outcome.picture.claims, outcome.readings, site.place, site.day, wanted)
        for row in site.rows:
            ours = _ours(state, row.what, sum(other.what == row.what for other in site.rows))
            found.append((f"{site.place} {site.day}", row, ours, is_right(row, ours)))
    return found


def _ours(state: SiteState, what: str, how_many: int) -> list[StateRow]:
    """Give our rows for a thing, no more than the gold has: a second guess is none."""
    return [row for row in state.rows if row.what == what][:how_many]


def score(part: str = "open") -> dict[str, float]:
    """Give the share of rows that are right, and how many there are."""
    told = [right for outcome in outcomes(part) for *_, right in check(outcome)]
    return {"site state": sum(told) / len(told), "rows": float(len(told))}


def main(parts: list[str]) -> int:
    """Print the misses of `open`, and the figures by state of every part."""
    for part in parts or ["open"]:
        right: Counter[str] = Counter()
        total: Counter[str] = Counter()
        for outcome in outcomes(part):
            for where, row, ours, fine in check(outcome):
                total[row.state] += 1
                right[row.state] += fine
                if not fine and part == "open":
                    print(
                        f"{outcome.gold.name}: {where}: {_told(row)}\n    ours: {'; '.join(map(_shown, ours)) or 'none'}"
                    )
        for state in sorted(total):
            print(f"{part:6} {state:13} {right[state]:3} of {total[state]:3}")
        print(f"{part:6} {'all':13} {sum(right.values()):3} of {sum(total.values()):3}")
    return 0


def _told(row: Row) -> str:
    return f"{row.what} {row.state} {row.min} to {row.max} {row.day or ''}"


def _shown(row: StateRow) -> str:
    words = " / ".join(each.span.text[:110] for each in row.evidence[:2])
    return f"{row.state} {row.min} to {row.max} {row.day or ''} [{words}]"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
