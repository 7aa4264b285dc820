"""Write claims of ours beside the questions of open collections and pairs, for train.py to be measured on.

`PYTHONPATH=.:src:tools/assess python tools/pairs/claims.py CLAIMS.jsonl`
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path

from evals.picture import collections
from evals.picture.measure import Outcome, read_all, work_out
from fit_ledger import beside_questions, of_pairs


def rows(outcome: Outcome) -> Iterator[dict[str, str]]:
    """Give each claim beside each question: its words, its sentence, and where the gold has it."""
    for question, told in beside_questions(outcome):
        for _, tellings, side in told:
            first = tellings[0]
            yield {
                "question": question.asked,
                "said": first.said,
                "sentence": first.sentence,
                "side": side.value if side else "none",
            }


if __name__ == "__main__":
    found = (*(work_out(gold, read_all(gold)) for gold in collections("open")), *of_pairs())
    lines = [json.dumps(row) + "\n" for outcome in found for row in rows(outcome)]
    Path(sys.argv[1]).write_text("".join(lines), encoding="utf-8")
