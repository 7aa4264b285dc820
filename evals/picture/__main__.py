"""Check collections: `python -m evals.picture FILE...`."""

from __future__ import annotations

import sys
import tomllib
from pathlib import Path

from evals.picture import BadCollection, Collection, load


def main(names: list[str]) -> int:
    """Print what each file holds, or what is wrong with it; give the exit code."""
    bad = 0
    for name in names:
        try:
            print(f"{name}: {_told(load(Path(name)))}")
        except (OSError, BadCollection, UnicodeDecodeError, tomllib.TOMLDecodeError) as reason:
            print(f"{name}: {reason}", file=sys.stderr)
            bad += 1
    return bool(bad)


def _told(held: Collection) -> str:
    """Count what a collection holds."""
    mentions = sum(len(each.said) for each in held.claims)
    several = sum(each.legs > 1 for each in held.claims)
    pairs = sum(len(each.contradicts) for each in held.claims) // 2
    rows = sum(len(each.rows) for each in held.sites)
    return (
        f"{len(held.reports)} reports, {len(held.claims)} claims in {mentions} mentions, {several} of two legs or more, "
        f"{pairs} contradictions, {rows} rows of {len(held.sites)} sites, {len(held.questions)} questions"
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
