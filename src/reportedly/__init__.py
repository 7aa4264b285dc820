"""What is known from a set of news reports, every word of it leading to the words of a report.

>>> import reportedly
>>> report = reportedly.read_text("KYIV, May 3 - Two people were hurt, a police official said.")
>>> reading = reportedly.analyse_report(report)
>>> [a.source.text for a in reading.attributions if a.source]
['a police official']
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from reportedly.analyse import analyse as analyse_report
    from reportedly.collect import Collection as open  # noqa: A004, N813
    from reportedly.pipeline import (
        answer_question,
        assess_reports,
        compare_reports,
        gather_reports,
        link_reports,
        read_reports,
    )
    from reportedly.read import read_text

__all__ = [
    "__version__",
    "analyse_report",
    "answer_question",
    "assess_reports",
    "compare_reports",
    "gather_reports",
    "link_reports",
    "open",
    "read_reports",
    "read_text",
]
__version__ = "0.1.0"

# Importing the package loads nothing; a name brings its module when it is first asked for.
_HOMES = {
    "analyse_report": ("reportedly.analyse", "analyse"),
    "answer_question": ("reportedly.pipeline", "answer_question"),
    "assess_reports": ("reportedly.pipeline", "assess_reports"),
    "compare_reports": ("reportedly.pipeline", "compare_reports"),
    "gather_reports": ("reportedly.pipeline", "gather_reports"),
    "link_reports": ("reportedly.pipeline", "link_reports"),
    "open": ("reportedly.collect", "Collection"),
    "read_reports": ("reportedly.pipeline", "read_reports"),
    "read_text": ("reportedly.read", "read_text"),
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'reportedly' has no attribute {name!r}")
    module, attribute = _HOMES[name]
    return getattr(import_module(module), attribute)
