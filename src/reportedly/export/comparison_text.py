"""A comparison as plain text for a terminal: what changed, in two columns."""

from __future__ import annotations

from itertools import zip_longest
from textwrap import wrap

from reportedly.export.catalogue import name_report, title_report
from reportedly.export.changed_word import CHANGED
from reportedly.export.marked_text import Act, Piece
from reportedly.export.side_by_side import Row, SideBySide, lay_side_by_side
from reportedly.export.wording import ARROW, DRIFT, RELATION, count, day, name_variation
from reportedly.lineage import Comparison, Drift, Variation
from reportedly.report import Report

_GUTTER = " │ "
_NARROW = 64  # below this many characters the two columns stand one above the other
_SHOWN = 8  # passages left out or put in that are quoted; the rest are counted


def write_comparison(comparison: Comparison, *, width: int = 100) -> str:
    """Write what the retelling changed, the changes that matter most first.

    Args:
        comparison: the two reports and what changed between them.
        width: columns of the terminal.
    """
    page = lay_side_by_side(comparison)
    lines = _head(page, width)
    if not comparison.related:
        return "\n".join(lines)
    if page.changed:
        lines += wrap("‹ › words that the other side does not have", width)
    for row in page.changed:
        lines += ["", *_row(row, width)]
    lines += _listed("Left out by the retelling", page.left_out, width)
    lines += _listed("Put in by the retelling", page.put_in, width)
    if page.kept:
        lines += ["", f"{count(len(page.kept), 'passage')} carried over with no change that was named."]
    return "\n".join(lines)


def _head(page: SideBySide, width: int) -> list[str]:
    """Write which report came first, how sure that is and why."""
    comparison = page.comparison
    told = comparison.origin is not None
    lines = _named("ORIGIN" if told else "ONE", page.left, width)
    lines += _named("RETELLING" if told else "OTHER", page.right, width)
    if not comparison.related:
        return [*lines, "", "The two are unrelated: neither was made from the other."]
    sure = f"{comparison.direction.confidence:.2f} sure of the direction" if told else "direction not told"
    lines += ["", f"{RELATION[comparison.kind]}, {sure}"]
    lines += [f"  · {line}" for reason in comparison.direction.reasons for line in wrap(reason, width - 4)]
    coverage = comparison.coverage
    shares = (
        f"{coverage.of_derivative:.0%} of the retelling’s sentences have a counterpart;"
        f" {coverage.of_origin:.0%} of the origin’s were carried over."
    )
    tally = [f"{ARROW[drift]} {page.drift(drift)} {DRIFT[drift]}" for drift in Drift]
    changes = f"{count(len(comparison.variations), 'change')}: {', '.join(tally)}"
    return [*lines, *wrap(shares, width), *wrap(changes, width)]


def _named(role: str, report: Report, width: int) -> list[str]:
    """Write who a report is, its later lines indented."""
    words = f"{title_report(report)} ({name_report(report)}, {day(report.published)})"
    return wrap(words, width, initial_indent=f"{role:<10}", subsequent_indent=" " * 10)


def _row(row: Row, width: int) -> list[str]:
    """Write one changed passage: its changes, then both wordings."""
    lines = [line for variation in row.variations for line in _change(variation, width)]
    return lines + _columns(_words(row.origin), _words(row.derivative), width)


def _change(variation: Variation, width: int) -> list[str]:
    """Name one change, with the words changed where both sides have some."""
    head = f"{ARROW[variation.direction]} {name_variation(variation.kind).upper()}"
    return wrap(f"{head}: {variation.note}" if variation.note else head, width, subsequent_indent="  ")


def _words(pieces: tuple[Piece, ...]) -> str:
    """Write a passage, the words that the other side does not have between angles."""
    return " ".join("".join(_piece(piece) for piece in pieces).split()) or "(nothing)"


def _piece(piece: Piece) -> str:
    if piece.mark is None or piece.mark.tone != CHANGED or not piece.edge:
        return piece.text
    return "‹" if piece.act is Act.OPEN else "›"


def _columns(left: str, right: str, width: int) -> list[str]:
    """Set two texts side by side, or one above the other where there is no room."""
    if width < _NARROW:
        return [
            *wrap(left, width, initial_indent="  - ", subsequent_indent="    "),
            *wrap(right, width, initial_indent="  + ", subsequent_indent="    "),
        ]
    half = (width - len(_GUTTER) - 2) // 2
    pairs = zip_longest(wrap(left, half), wrap(right, half), fillvalue="")
    return [f"  {one:<{half}}{_GUTTER}{other}".rstrip() for one, other in pairs]


def _listed(head: str, variations: tuple[Variation, ...], width: int) -> list[str]:
    """Write the passages that only one side has."""
    if not variations:
        return []
    lines = ["", f"{head} ({len(variations)}):"]
    for variation in variations[:_SHOWN]:
        span = variation.origin or variation.derivative
        words = " ".join((span.text if span else variation.note).split())
        lines += wrap(words, width, initial_indent="  · ", subsequent_indent="    ")
    if len(variations) > _SHOWN:
        lines.append(f"  · and {len(variations) - _SHOWN} more")
    return lines
