"""Find words inside quotation marks that are not those that were said."""

from __future__ import annotations

import re

from reportedly.lineage import Drift, Variation, VariationKind
from reportedly.link.passage import Pairing, Passage, Reach, wording_of
from reportedly.link.time_change import MONTHS
from reportedly.text.fold import fold
from reportedly.text.word import words

_OWNER_LESS = re.compile(r"\[[^\[\]]{0,80}\]|\.{2,}|\s\.\s")
_FEWEST = 4  # words of a quotation that is more than a term
_MONTHS = {name[:3]: name for name in MONTHS} | {"sept": "september"}
_SHORT_MONTH = re.compile(r"(?<= )(jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)(?= \d)")
_KIN = 0.2  # share of a quotation's content words that the other must hold to be the same speech


def find_quotation_changes(pairing: Pairing) -> list[Variation]:
    """List the derivative's quotations whose words differ from the origin's; a shortened one is none."""
    ones = quotations_of(pairing.origin)
    found = []
    for new in quotations_of(pairing.derivative):
        old = max(ones, key=lambda reach: _kin(pairing, reach, new), default=None)
        if old is None:
            found += [] if _as_said(pairing, None, new) else _made(pairing, new)
        elif _kin(pairing, old, new) >= _KIN and not _as_said(pairing, old, new):
            found.append(
                pairing.tell(
                    VariationKind.QUOTE_ALTERED,
                    old,
                    new,
                    Drift.NEUTRAL,
                    "The words in quotation marks are not the origin's.",
                )
            )
    return found


def quotations_of(passage: Passage) -> list[Reach]:
    """List the quotations of more than a term."""
    found: list[Reach] = []
    first = None
    for place, token in enumerate((*passage.tokens, None)):
        if token is not None and token.quoted:
            first = place if first is None else first
        elif first is not None:
            if place - first >= _FEWEST:
                found.append((first, place))
            first = None
    return found


def _kin(pairing: Pairing, old: Reach, new: Reach) -> float:
    """Give the share of the new quotation's content words that the old one holds."""
    said = {token.key for token in pairing.origin.tokens[old[0] : old[1]]}
    told = [token for token in pairing.derivative.tokens[new[0] : new[1]] if token.content]
    whole = sum(token.idf for token in told)
    return sum(token.idf for token in told if token.key in said) / whole if whole else 0.0


def _as_said(pairing: Pairing, old: Reach | None, new: Reach) -> bool:
    """Tell whether the origin holds the new quotation word for word, or the new one all of the old."""
    told = _plain(" ".join(pairing.derivative.forms[new[0] : new[1]]))
    said = _plain(" ".join(pairing.origin.forms[slice(*old)])) if old else ""
    whole = _plain(wording_of(pairing.origin.body))
    return all(_plain(part) in whole for part in _parts(pairing.derivative, new)) or (bool(said) and said in told)


def _parts(passage: Passage, quotation: Reach) -> list[str]:
    """Give the words of a quotation piece by piece: what stands in square brackets, or for dots, is not its own."""
    first, last = (passage.tokens[quotation[0]].start, passage.tokens[quotation[1] - 1].end)
    pieces = _OWNER_LESS.split(fold(passage.body[first:last]))
    return [" ".join(word.form for word in words(piece)) for piece in pieces if words(piece)]


def _plain(wording: str) -> str:
    """Write out what is spoken alike: shortened months, 'can not'."""
    spoken = _SHORT_MONTH.sub(lambda match: _MONTHS[match.group(1)], f" {wording.strip()} ")
    return spoken.replace(" can not ", " cannot ")


def _made(pairing: Pairing, new: Reach) -> list[Variation]:
    """Say where the retelling sets in quotation marks what the origin tells without any."""
    keys = pairing.origin.keys
    told = [token for token in pairing.derivative.tokens[new[0] : new[1]] if token.content]
    whole = sum(token.idf for token in told)
    if not whole or sum(token.idf for token in told if token.key in keys) / whole < 0.5:
        return []
    place = next(i for i, token in enumerate(pairing.origin.tokens) if token.key in {t.key for t in told})
    return [
        pairing.tell(
            VariationKind.QUOTE_ALTERED,
            pairing.origin.clause((place, place + 1)),
            new,
            Drift.STRONGER,
            "The origin does not quote these words.",
        )
    ]
