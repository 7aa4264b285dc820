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
from evals.picture.question import touches
from fit_ledger import of_pairs, spots_of

from reportedly.assess.testimony import Testimonies


def rows(outcome: Outcome) -> Iterator[dict[str, str]]:
    """Give each claim beside each question: its words, its sentence, and where the gold has it."""
    testimonies = Testimonies(outcome.readings, outcome.picture.claims)
    told = [(claim, said[0]) for claim in outcome.picture.claims if claim.origins and (said := testimonies.of(claim))]
    for question in outcome.gold.questions:
        at = spots_of(outcome, question)
        for claim, first in told:
            side = next((side.value for side, places in at if touches(claim, places)), "none")
            yield {"question": question.asked, "said": first.said, "sentence": first.sentence, "side": side}


if __name__ == "__main__":
    found = (*(work_out(gold, read_all(gold)) for gold in collections("open")), *of_pairs())
    lines = [json.dumps(row) + "\n" for outcome in found for row in rows(outcome)]
    Path(sys.argv[1]).write_text("".join(lines), encoding="utf-8")
