"""A reading as plain text for a terminal: who said what, how they know and how sure they are."""

from __future__ import annotations

from itertools import zip_longest
from textwrap import wrap

from reportedly.attribution import Anonymity, Attribution, Stance
from reportedly.event import Event
from reportedly.export.catalogue import name_report, title_report
from reportedly.export.wording import BASIS, CERTAINTY, count, day, range_of, when
from reportedly.reading import Reading

_STANCE = {Stance.DENIES: "denies", Stance.DECLINES: "declines", Stance.ASKS: "asks"}


def write_reading(reading: Reading, *, width: int = 100) -> str:
    """Write who said what in one report, then what happened, where and when.

    Args:
        reading: what the report says.
        width: columns of the terminal.
    """
    report = reading.report
    lines = wrap(title_report(report), width)
    by = ", ".join(report.authors)
    lines.append(f"{name_report(report)}, {day(report.published)}{f', by {by}' if by else ''}")
    if reading.not_analysed:
        return "\n".join([*lines, "", f"Not analysed: {reading.not_analysed}"])
    said = count(len(reading.attributions), "attribution")
    lines += [f"{said}, {count(len(reading.events), 'event')}", ""]
    shares = (0.3, 0.24)
    lines += _table(("WHO", "BASIS, CERTAINTY", "WHAT"), [_said(a) for a in reading.attributions], shares, width)
    happened = [_happened(event) for event in reading.events]
    if happened:
        lines += ["", *_table(("WHAT HAPPENED", "WHERE, WHEN", "WORDS"), happened, shares, width)]
    return "\n".join(lines)


def _said(attribution: Attribution) -> tuple[str, str, str]:
    """Put one attribution into three cells."""
    speaker = attribution.speaker
    who = speaker.name or (attribution.source.text if attribution.source else "the report itself")
    details = [str(speaker.count)] if speaker.count and speaker.count > 1 else []
    details += ["unnamed"] if speaker.anonymity is not Anonymity.NAMED else []
    details += [f"told {attribution.via}"] if attribution.via else []
    how = [BASIS[attribution.basis], CERTAINTY[attribution.certainty]]
    how += [_STANCE[attribution.stance]] if attribution.stance in _STANCE else []
    what = " … ".join(span.text for span in attribution.content)
    return f"{who} ({', '.join(details)})" if details else who, ", ".join(how), what


def _happened(event: Event) -> tuple[str, str, str]:
    """Put one event into three cells."""
    assets = ", ".join(f"{range_of(a.min, a.max)} {a.name}".strip() for a in event.assets)
    what = f"{event.type.value}: {assets}" if assets else event.type.value
    flags = ["not so"] if event.polarity.value == "negated" else []
    flags += ["planned"] if event.planned else []
    where = event.place.name if event.place else "place not told"
    return ", ".join([what, *flags]), f"{where}, {when(event.time)}", event.evidence.text


def _table(
    heads: tuple[str, str, str], rows: list[tuple[str, str, str]], shares: tuple[float, float], width: int
) -> list[str]:
    """Write rows of three cells, each cell wrapped in its column."""
    if not rows:
        return []
    first, second = (max(12, int(width * share)) for share in shares)
    third = max(12, width - first - second - 4)
    lines: list[str] = []
    for row in (heads, *rows):
        cells = [wrap(" ".join(cell.split()), size) for cell, size in zip(row, (first, second, third), strict=True)]
        for one, two, three in zip_longest(*cells, fillvalue=""):
            lines.append(f"{one:<{first}}  {two:<{second}}  {three}".rstrip())
    return lines
