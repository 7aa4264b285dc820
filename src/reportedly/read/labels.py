"""Rows of labels: menus, the way to a page, buttons, side by side on one line."""

from __future__ import annotations

import re

_BETWEEN = re.compile(r"\s+[|·•›»>/]\s+|\s{2,}")
_LABEL_WORDS = 3
_FEWEST, _LONGEST_WORDS = 3, 4
_MOST_NUMBERED = 0.34  # of the labels hold a figure: a row with more is one of a table


def split_labels(line: str) -> list[str]:
    """Give the pieces of a line that stand apart on it, the line itself where none do."""
    return [piece for piece in _BETWEEN.split(line.strip()) if piece.strip()]


def is_label_row(line: str) -> bool:
    """Tell whether a line is three labels or more side by side.

    >>> is_label_row("Home > World > Asia"), is_label_row("Save   Print   Text size A+")
    (True, True)
    >>> is_label_row("Leeds  2  1  3"), is_label_row("He said: 'Wait | and see.'")
    (False, False)
    """
    if len(line) > 200:
        return False
    labels = split_labels(line)
    if len(labels) < _FEWEST or any(len(label.split()) > _LONGEST_WORDS or label[-1] in '.!?"' for label in labels):
        return False
    return sum(any(map(str.isdigit, label)) for label in labels) <= _MOST_NUMBERED * len(labels)


def is_label(line: str) -> bool:
    """Tell whether a line is a topic's name and no sentence's.

    >>> is_label("Sudan"), is_label("Armed forces"), is_label("They left."), is_label("- Izmail")
    (True, True, False, False)
    """
    words = line.split()
    return 0 < len(words) <= _LABEL_WORDS and all(word[0].isalnum() and word[-1].isalnum() for word in words)
