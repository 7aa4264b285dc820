"""The reference folder that stands beside a developer's checkout: its texts belong to others and are only measured."""

from __future__ import annotations

import importlib.util
import os
import re
import subprocess
import sys
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from types import ModuleType

ROOT = Path(__file__).resolve().parent.parent
SHARED = Path(os.environ.get("REPORTEDLY_SHARED", ROOT.parent / "shared"))
COMMAND = str(Path(sys.executable).with_name("reportedly"))
_FIGURE = re.compile(r"([A-Za-z][\w+.]*(?: [\w+]+)*?)[:=]? (\d*\.\d+)(?![\d.])")


class NotHere(Exception):
    """The reference folder, or a part of it, is absent; the message says which.

    `found` holds what could be measured without it.
    """

    def __init__(self, reason: str, found: dict[str, float] | None = None) -> None:
        super().__init__(reason)
        self.found = found or {}


def find(part: str) -> Path:
    """Give the path of a part of the reference folder.

    Raises:
        NotHere: it is absent.
    """
    path = SHARED / part
    if not path.exists():
        raise NotHere(f"{part} is not beside this checkout")
    return path


def run_scorer(scorer: str, *arguments: str, more: Sequence[str] = ()) -> list[str]:
    """Run a scorer of the reference folder on the installed command and give the lines that it prints.

    `more` are options that stand between the command and its verb.
    """
    done = subprocess.run(
        [sys.executable, str(find(scorer)), *arguments, COMMAND, *more], capture_output=True, text=True, timeout=1500
    )
    if done.returncode:
        raise RuntimeError(f"{scorer} ended with {done.returncode}: {done.stderr[-400:]}")
    return done.stdout.splitlines()


@cache
def load_scorer(part: str = "score.py") -> ModuleType:
    """Load a scorer of the reference folder, whose rules hold for peers and for our own cases too.

    Raises:
        NotHere: it is absent.
    """
    spec = importlib.util.spec_from_file_location(Path(part).stem, find(part))
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def figures(line: str) -> dict[str, float]:
    """Give the named figures of one printed line.

    >>> figures("gwn-dev: exact-span P 0.700 R 0.600 F1 0.646  acc161 end to end 0.500")
    {'P': 0.7, 'R': 0.6, 'F1': 0.646, 'acc161 end to end': 0.5}
    """
    return {name.strip(): float(value) for name, value in _FIGURE.findall(line)}
