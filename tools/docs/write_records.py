"""Write docs/records.md, every field of every record that is printed, from the nouns: `python tools/docs/write_records.py`."""

from __future__ import annotations

import inspect
import re
from dataclasses import is_dataclass
from enum import Enum
from pathlib import Path
from typing import get_args, get_type_hints

from reportedly.export.schema import ROOTS

PAGE = Path(__file__).resolve().parents[2] / "docs" / "records.md"
_FIELD = re.compile(r"^    (\w+): ([^=#]+?)(?: = [^#]+?)?(?:  # (.*))?$")
HEAD = """# Records: every field that is printed

Written by `tools/docs/write_records.py` from the program's own types; a test holds it to that. [The contract](contract.md) says how the
values are meant. Offsets are code points into the report's `body` (or its `title`, where a span's `field` says so).
"""


def nouns() -> list[type]:
    """List the records and closed lists that the printed records are made of, in the order in which they are met."""
    found: list[type] = []
    waiting: list[object] = list(ROOTS.values())
    while waiting:
        kind = waiting.pop(0)
        waiting[:0] = [part for part in get_args(kind) if part not in found]
        if isinstance(kind, type) and kind not in found and (is_dataclass(kind) or issubclass(kind, Enum)):
            found.append(kind)
            if is_dataclass(kind):
                waiting += list(get_type_hints(kind).values())
    return found


def table(kind: type) -> str:
    """Describe one record: a line a field, or the members of a closed list."""
    head = f"## {kind.__name__}\n\n{(kind.__doc__ or '').splitlines()[0]}\n\n"
    if issubclass(kind, Enum):
        return head + ", ".join(f"`{member.value}`" for member in kind) + "\n"
    rows = [match.groups() for line in inspect.getsource(kind).splitlines() if (match := _FIELD.match(line))]
    lines = [f"| `{name}` | {written.strip().replace('|', 'or')} | {remark or ''} |" for name, written, remark in rows]
    return head + "\n".join(["| field | type | meaning |", "|---|---|---|", *lines]) + "\n"


def page() -> str:
    """Give the whole page."""
    return "\n".join([HEAD, *(table(kind) for kind in nouns())])


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
