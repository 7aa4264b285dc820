"""What nobody has reported, of the acts, places and assets that a question and the watchlist name."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.assess.asked import Asked, is_here
from reportedly.assess.day import civil_day, day_words
from reportedly.assess.kin import AWAY, group
from reportedly.assess.side import Bearing
from reportedly.assess.testimony import Testimony
from reportedly.assess.wording import stems
from reportedly.claim import Claim
from reportedly.watchlist import Watchlist, WatchedPlace

_MOVES = {"away": "leaving", "toward": "reaching", "at": "at"}
_Found = Sequence[tuple[Claim, list[Testimony], Bearing]]


def find_gaps(
    asked: Asked,
    watchlist: Watchlist,
    told: Sequence[tuple[Claim, list[Testimony]]],
    found: _Found,
    as_of: str | None,
) -> tuple[str, ...]:
    return ()
