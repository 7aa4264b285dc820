"""Run the evals and hold their figures against the floors: `python -m evals.gate [--update [--accept-lower]] [TASK...]`."""

from __future__ import annotations

import json
import sys
from concurrent.futures import ProcessPoolExecutor
from datetime import UTC, datetime
from importlib import import_module
from multiprocessing import get_context
from pathlib import Path

from evals.reference import NotHere

HERE = Path(__file__).parent
# A floor is what was measured less this much: figures are shares of hundreds of cases and do not wobble, but a
# library's patch release may move one case.
SLACK = 0.005
_LONG = ("picture", "attribution", "lineage")  # tasks that take minutes: they begin first


def _begins_late(task: str) -> bool:
    return task not in _LONG


def tasks(asked: list[str]) -> list[str]:
    """Name the tasks to run: those asked for, or all."""
    return asked or sorted(path.parent.name for path in HERE.glob("*/run.py"))


def check(task: str, found: dict[str, float], whole: bool = True) -> list[str]:
    """Print a task's figures beside their floors and name those that fell; of a `whole` task none may be missing."""
    path = HERE / task / "floors.json"
    floors: dict[str, float] = json.loads(path.read_text()) if path.exists() else {}
    fallen = []
    for name, value in found.items():
        floor = floors.get(name)
        mark = "     " if floor is None else "ok   " if value >= floor else "FELL "
        print(f"{mark} {task:<12} {name:<34} {value:.3f}" + ("" if floor is None else f"   floor {floor:.3f}"))
        if floor is not None and value < floor:
            fallen.append(f"{task} {name}: {value:.3f} is below its floor {floor:.3f}")
    if whole:
        fallen += [f"{task} {name}: has a floor and was not measured" for name in floors if name not in found]
    return fallen


def update(task: str, found: dict[str, float], accept_lower: bool) -> None:
    """Raise the floors to what was measured; one is lowered only when that is accepted, and the ledger tells."""
    path = HERE / task / "floors.json"
    floors: dict[str, float] = json.loads(path.read_text()) if path.exists() else {}
    for name, value in found.items():
        if name.startswith("peer "):
            continue
        new = round(max(value - SLACK, 0.0), 3)
        old = floors.get(name)
        if old is None or new > old or (accept_lower and value < old):
            floors[name] = new
            if old is not None and new < old:
                with (HERE / "ledger.md").open("a") as ledger:
                    ledger.write(f"| {datetime.now(UTC):%Y-%m-%d} | {task} {name} | {old} | {new} | say why here |\n")
    path.write_text(json.dumps(floors, indent=1, sort_keys=True) + "\n")


def score(task: str) -> tuple[dict[str, float], str | None]:
    """Run one task; give its figures, and why not all of them could be measured."""
    try:
        return import_module(f"evals.{task}.run").score(), None
    except NotHere as reason:
        return reason.found, str(reason)


def main(arguments: list[str]) -> int:
    """Run; give the exit code."""
    options = {argument for argument in arguments if argument.startswith("--")}
    fallen: list[str] = []
    passed = skipped = 0
    with ProcessPoolExecutor(mp_context=get_context("spawn")) as pool:
        named = tasks([argument for argument in arguments if not argument.startswith("--")])
        begun = {task: pool.submit(score, task) for task in sorted(named, key=_begins_late)}
        for task in named:
            found, missing = begun[task].result()
            if missing is not None:
                print(f"skip  {task:<12} {missing}", flush=True)
                skipped += 1
            elif "--update" in options:
                update(task, found, "--accept-lower" in options)
            lost = check(task, found, whole=missing is None)
            fallen += lost
            passed += not lost and missing is None
    for line in fallen:
        print(line, file=sys.stderr)
    failed = len({line.split()[0] for line in fallen})
    print(f"evals: {passed} passed, {failed} failed, {skipped} skipped")
    return 1 if fallen else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
