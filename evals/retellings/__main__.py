"""Check files of retellings: `python -m evals.retellings FILE...`."""

from __future__ import annotations

import sys
import tomllib
from collections import Counter
from pathlib import Path

from evals.retellings import BadStory, load


def main(names: list[str]) -> int:
    """Print what each file holds, or what is wrong with it; give the exit code."""
    bad = 0
    for name in names:
        try:
            story = load(Path(name))
        except (OSError, BadStory, KeyError, ValueError, tomllib.TOMLDecodeError) as reason:
            print(f"{name}: {reason}", file=sys.stderr)
            bad += 1
            continue
        kinds = Counter(str(change.kinds[0]) for each in story.retellings for change in each.changes)
        print(
            f"{name}: {len(story.retellings)} retellings, {sum(kinds.values())} changes: {dict(sorted(kinds.items()))}"
        )
    return bool(bad)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
