"""Check cases: print each attribution with the words that it resolved to, or what is wrong."""

from __future__ import annotations

import sys
from pathlib import Path

from evals.cases import PARTS, BadCase, cases, load


def main(paths: list[str]) -> int:
    """Check the named files, or count all."""
    for part in [] if paths else PARTS:
        every = cases(part)
        print(f"{part}: {len(every)} reports, {sum(len(case.wanted) for case in every)} attributions")
    wrong = 0
    for path in paths:
        try:
            case = load(Path(path))
        except (BadCase, KeyError, ValueError) as reason:
            print(f"WRONG {path}: {reason}")
            wrong += 1
            continue
        print(f"{path}: {len(case.wanted)} attributions")
        for one in case.wanted:
            text = case.report["title" if one.cue[0] == "title" else "text"]
            source = text[one.source[1] : one.source[2]] if one.source else "-"
            around = (
                text[max(0, one.cue[1] - 25) : one.cue[1]]
                + "["
                + text[one.cue[1] : one.cue[2]]
                + "]"
                + text[one.cue[2] : one.cue[2] + 15]
            )
            print(f"  {source!r} | {around!r} | {[text[s:e][:40] for _, s, e in one.content]}")
    return int(wrong > 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
