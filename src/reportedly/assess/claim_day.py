"""Of which day a claim is."""

from __future__ import annotations

from datetime import date

from reportedly.claim import Claim
from reportedly.text.day import civil_day


def happened_on(claim: Claim) -> date | None:
    """Give the last day that what is claimed may have happened on; None where none is told."""
    return civil_day(claim.time.end or claim.time.start) if claim.time else None


def latest_day(claim: Claim) -> date | None:
    """Give the day that a claim is of: of its happening, else of its last report."""
    return happened_on(claim) or civil_day(claim.last_reported)


def days_ago(day: date | None, as_of: str | None) -> int | None:
    """Give how many days before the picture's day, ISO 8601, another one is; None where either is not told."""
    today = civil_day(as_of)
    return (today - day).days if today is not None and day is not None else None
