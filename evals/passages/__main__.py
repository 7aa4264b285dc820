"""Check files of passages: `python -m evals.passages FILE...`."""

from __future__ import annotations

import sys
import tomllib
from collections import Counter
from pathlib import Path

from evals.passages import BadPassage, load


def main(names: list[str]) -> int:
    """Print what each file holds, or what is wrong with it; give the exit code."""
    bad = 0
    for name in names:
        try:
            found = list(load(Path(name)))
        except (OSError, BadPassage, KeyError, tomllib.TOMLDecodeError) as reason:
            print(f"{name}: {reason}", file=sys.stderr)
            bad += 1
            continue
        events = Counter(event["type"] for each in found for event in each.events or ())
        twice = [name_ for name_, count in Counter(each.id for each in found).items() if count > 1]
        told = ", ".join(f"{kind} {count}" for kind, count in sorted(events.items()))
        print(f"{name}: {len(found)} passages, {sum(events.values())} events: {told}")
        for each in twice:
            print(f"{name}: {each} stands twice", file=sys.stderr)
        bad += bool(twice)
    return bool(bad)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
