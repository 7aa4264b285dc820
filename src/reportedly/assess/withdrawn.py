"""Retractions: what has been taken back, so that it stands behind no claim any more."""

from __future__ import annotations

from collections.abc import Iterable

from reportedly.reading import Reading
from reportedly.report import NoticeKind


def withdrawn_reports(readings: Iterable[Reading]) -> frozenset[str]:
    """Give the ids of the reports that their own outlet retracted."""
    return frozenset(
        reading.report.id
        for reading in readings
        if any(notice.kind is NoticeKind.RETRACTION for notice in reading.report.notices)
    )
