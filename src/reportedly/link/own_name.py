"""Tell that a report is the outlet's which the other credits, where only its own words say whose it is."""

from __future__ import annotations

import re

from reportedly.link.credit import Credit
from reportedly.link.digest import Digest

# Who says 'the Herald reported' is not the Herald; 'told the Herald' it says of itself.
_TELLS = re.compile(
    r"\b(?:report(?:s|ed)?|revealed|writes|wrote|disclosed|published|broke|according|story|cit\w+|quot\w+)\b"
)


def find_named(source: Digest, teller: Digest) -> Credit | None:
    """Give where `teller` tells what an outlet reported, if `source` speaks by that outlet's name of itself."""
    if source.outlets:
        return None  # whose report it is, is known
    told = [credit for credit in teller.credits if _tells(teller, credit)]
    if not told:
        return None
    spoken = {_short(credit) for credit in source.credits if not _tells(source, credit)}
    spoken -= {_short(credit) for credit in source.credits if _tells(source, credit)}
    spoken -= {_short(credit) for credit in teller.credits if not _tells(teller, credit)}
    return next((credit for credit in told if _short(credit) in spoken), None)


def _tells(digest: Digest, credit: Credit) -> bool:
    """Tell whether a credit is for what the outlet reported."""
    return _TELLS.search(digest.report.body[credit.start : credit.end].lower()) is not None


def _short(credit: Credit) -> str:
    """Give the word by which an outlet calls itself: 'the Herald'."""
    return credit.outlet.split()[-1]
