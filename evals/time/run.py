"""Time expressions and their TIMEX3 values, on the development part of TimeBank: ours and, by the same measure, peers'."""

from __future__ import annotations

import importlib.util
import io
from collections.abc import Callable, Iterable
from contextlib import redirect_stdout
from pathlib import Path
from typing import Any

from evals.passages import PARTS
from evals.passages.times import figures as own
from evals.peers import Times, dateparser_times, timexy_times
from evals.reference import NotHere, figures, find, load_scorer, run_scorer

PEERS: dict[str, Callable[[str, str], Times]] = {"dateparser": dateparser_times, "timexy": timexy_times}


def score() -> dict[str, float]:
    """Give F1 over exact spans, F1 over values, and the share of full dates that are right; on our own passages F1 alone."""
    found = {f"{part} {key}": value for part in PARTS for key, value in own(part).items()}
    try:
        return found | _read(run_scorer("score.py", "time", str(find("corpora")))) | peers()
    except NotHere as reason:
        raise NotHere(f"{reason}: our own passages alone", found) from None


def peers() -> dict[str, float]:
    """Give the same figures for the peers that are installed, each on the same reports."""
    found: dict[str, float] = {}
    for name, times in PEERS.items():
        if importlib.util.find_spec(name) is None:
            print(f"skip  time         {name} is not installed: make evals installs it")
            continue
        lines = _measured(times, find("corpora"))
        found |= {f"peer {name} {key}": value for key, value in _read(lines).items()}
    return found


def _read(lines: Iterable[str]) -> dict[str, float]:
    told = (line.split(": ", 1)[1] for line in lines if line.startswith("timebank"))
    return {key: value for line in told for key, value in figures(line).items()}


def _measured(times: Callable[[str, str], Times], corpora: Path) -> list[str]:
    """Give the lines that the reference scorer prints when a peer's findings stand in for the command's."""
    scorer = load_scorer()

    def readings(command: list[str], reports: list[dict[str, Any]]) -> dict[str, dict[str, Any]]:
        return {report["id"]: {"times": _shaped(times(report["text"], report["dct"]))} for report in reports}

    scorer.__dict__["readings"] = readings
    printed = io.StringIO()
    with redirect_stdout(printed):
        scorer.time_(corpora, [])
    return printed.getvalue().splitlines()


def _shaped(found: Times) -> list[dict[str, Any]]:
    return [{"span": {"start": start, "end": end}, "value": value} for start, end, value in found]
