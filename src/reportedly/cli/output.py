"""What goes to standard output: JSON as it is, text without anything that could steer a terminal."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from reportedly.cli.exit import BAD_INPUT, DONE, refuse, tell
from reportedly.report import Unread

Item = TypeVar("Item")


class Form(StrEnum):
    """How a command prints."""

    TEXT = "text"
    JSON = "json"
    JSONL = "jsonl"


class Table(StrEnum):
    """How a command prints many records of one kind."""

    TEXT = "text"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"


def show_table(
    items: Sequence[Item],
    form: Table,
    *,
    row: Callable[[Item], Mapping[str, str | int | float | None]],
    text: Callable[[Sequence[Item]], str],
) -> None:
    """Print records of one kind.

    Args:
        items: the records, in order.
        form: how.
        row: makes of a record what a spreadsheet shows of it.
        text: makes of all records what a person reads.
    """
    from reportedly.record import to_record

    if form is Table.TEXT:
        show_text(text(items))
    elif form is Table.JSON:
        show_json([to_record(item) for item in items])
    elif form is Table.JSONL:
        for item in items:
            show_line(to_record(item))
    else:
        from reportedly.export.csv_table import write_rows

        rows = [row(item) for item in items]
        write_bytes(write_rows(list(rows[0]), (each.values() for each in rows)) if rows else "")


def write_bytes(text: str) -> None:
    """Print `text` in UTF-8; a lone surrogate comes out as the escape that JSON writes for it."""
    sys.stdout.buffer.write(text.encode("utf-8", "backslashreplace"))
    sys.stdout.buffer.flush()


def show_json(record: object) -> None:
    """Print one record over several lines."""
    write_bytes(json.dumps(record, ensure_ascii=False, indent=1) + "\n")


def show_line(record: object) -> None:
    """Print one record on one line."""
    write_bytes(json.dumps(record, ensure_ascii=False) + "\n")


def show_text(text: str) -> None:
    """Print words for people; reports may hold control characters, which a terminal would obey."""
    shown = "".join(char if char.isprintable() or char in "\n\t" else " " if char.isspace() else "�" for char in text)
    write_bytes(shown if shown.endswith("\n") else shown + "\n")


def save(path: Path, text: str) -> None:
    """Write a file of text that the user named, and end with exit code 2 where that cannot be done."""
    save_bytes(path, text.encode("utf-8", "replace"))


def save_bytes(path: Path, held: bytes) -> None:
    """Write a file that the user named, byte by byte, and end with exit code 2 where that cannot be done."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(held)
    except OSError as fault:
        refuse(f"cannot write {path}: {fault.strerror}")


def only(items: Iterable[Item], form: Form) -> Iterator[Item]:
    """Pass records on; with `--format json` a second one is wrong usage, found before anything is printed."""
    if form is not Form.JSON:
        yield from items
        return
    held: list[Item] = []
    for item in items:
        held.append(item)
        if sum(not isinstance(one, Unread) for one in held) > 1:
            refuse("several reports need --format jsonl: one record a line")
    yield from held


def tell_unread(unread: Iterable[Unread]) -> int:
    """Name on standard error all that could not be read; give the exit code that says so."""
    code = DONE
    for item in unread:
        tell(f"{item.path}: {item.reason}")
        code = BAD_INPUT
    return code
