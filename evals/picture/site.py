"""What is known at a site on a day: `python -m evals.picture.site [PART]...` prints the rows that come out wrong.

A row is right where the state is, and the numbers too where it tells some. Misses of `aside` are counted, never shown.
"""

from __future__ import annotations

import json
import sys
import tempfile
from collections import Counter
from pathlib import Path

from evals.picture import Collection, Row, collections
from reportedly.assess import find_claims, site_state
from reportedly.picture import SiteState, StateRow
from reportedly.pipeline import analyse_reports, gather_reports, link_reports
from reportedly.reading import Reading


def read(collection: Collection) -> list[Reading]:
    """Analyse the reports of a collection, each text as it stands."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "reports.jsonl"
        path.write_text("\n".join(json.dumps(report.row) for report in collection.reports), encoding="utf-8")
        reports, _ = gather_reports([str(path)], as_is=True)
    return [item for item in analyse_reports(reports) if isinstance(item, Reading)]


def is_right(row: Row, states: list[StateRow]) -> bool:
    """Tell whether one of our rows tells what a gold row does."""
    return any(
        state.state.value == row.state
        and (row.min is None or state.min == row.min)
        and (row.max is None or state.max == row.max)
        for state in states
    )


def check(collection: Collection, readings: list[Reading]) -> list[tuple[str, Row, list[StateRow], bool]]:
    """Give every gold row of a collection with the place, our rows for it, and whether they are right."""
    found_claims = find_claims(readings, link_reports([reading.report for reading in readings]))
    claims = [finding.claim for finding in found_claims]
    found = []
    for site in collection.sites:
        wanted = list(dict.fromkeys(row.what for row in site.rows))
        state = site_state(claims, readings, site.place, site.day, wanted)
        for row in site.rows:
            ours = _ours(state, row.what, sum(other.what == row.what for other in site.rows))
            found.append((f"{site.place} {site.day}", row, ours, is_right(row, ours)))
    return found


def _ours(state: SiteState, what: str, how_many: int) -> list[StateRow]:
    """Give our rows for a thing, no more than the gold has: a second guess is none."""
    return [row for row in state.rows if row.what == what][:how_many]


def score(part: str = "open") -> dict[str, float]:
    """Give the share of rows that are right, and how many there are."""
    told = [right for collection in collections(part) for *_, right in check(collection, read(collection))]
    return {"site state": sum(told) / len(told), "rows": float(len(told))}


def main(parts: list[str]) -> int:
    """Print the misses of `open`, and the figures by state of every part."""
    for part in parts or ["open"]:
        right: Counter[str] = Counter()
        total: Counter[str] = Counter()
        for collection in collections(part):
            for where, row, ours, fine in check(collection, read(collection)):
                total[row.state] += 1
                right[row.state] += fine
                if not fine and part == "open":
                    print(
                        f"{collection.name}: {where}: {_told(row)}\n    ours: {'; '.join(map(_shown, ours)) or 'none'}"
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
