"""How a command ends: its exit codes and its one-line messages."""

from __future__ import annotations

import sys
from typing import NoReturn

import typer

DONE = 0
BAD_INPUT = 1
WRONG_USAGE = 2
FAULT = 70  # a fault of the program itself, which no input should bring about

STOPPED = 130  # by Ctrl-C, as shells number it


def tell(message: str) -> None:
    """Print one line on standard error."""
    line = "".join(char if char.isprintable() else " " for char in message)
    print(f"reportedly: {line}", file=sys.stderr)


def refuse(message: str) -> NoReturn:
    """End with exit code 2: the command was used wrongly."""
    raise typer.BadParameter(message)
