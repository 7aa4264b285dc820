"""Records as JSON text: UTF-8 can hold all of it, and readers give every character back."""

from __future__ import annotations

import json
from collections.abc import Iterable


def write_json(record: object) -> str:
    """Write one record over several lines.

    >>> write_json({"a": "\\ud800é"})
    '{\\n "a": "\\\\ud800é"\\n}\\n'
    """
    return _whole(json.dumps(record, ensure_ascii=False, allow_nan=False, indent=1)) + "\n"


def write_json_lines(records: Iterable[object]) -> str:
    """Write each record on a line."""
    return "".join(_whole(json.dumps(each, ensure_ascii=False, allow_nan=False)) + "\n" for each in records)


def _whole(text: str) -> str:
    """Put JSON's escape for each half of a surrogate pair, which UTF-8 has no bytes for."""
    return text.encode("utf-8", "backslashreplace").decode("utf-8")
