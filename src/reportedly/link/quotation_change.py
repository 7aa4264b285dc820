"""Find words inside quotation marks that are not those that were said."""

from __future__ import annotations

import re
from functools import lru_cache

from reportedly.lineage import Drift, Variation, VariationKind
from reportedly.link.passage import Pairing, Passage, Reach, find_likest, quoted_parts, wording_of
from reportedly.link.pull import compare_pulls
from reportedly.link.time_change import MONTHS
from reportedly.link.weight import respell, weigh
from reportedly.text.fold import fold
from reportedly.text.word import words

_OWNER_LESS = re.compile(r"\[[^\[\]]{0,80}\]|\.{2,}|\s\.\s")
_FEWEST = 4  # words of a quotation that is more than a term
_MONTHS = {name[:3]: name for name in MONTHS} | {"sept": "september"}
_SHORT_MONTH = re.compile(r"(?<= )(jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)(?= \d)")
_RUN = 5  # words in a row that two translations of one speech do not share
_KEPT = 0.3  # share of three words in a row that a translation may share
_MADE = 0.5  # share of a quotation's content words that the origin tells without quoting them
_JOINING = frozenset("and or nor so because while which who when".split())
_LIMITING = frozenset("but although though if unless".split())  # their clauses say how far the rest goes
_HOLDING = frozenset("think believe hope fear suspect guess suppose assume feel if unless".split())
_NEXT = 2  # words in front of the rest among which stands what holds it back
_KIN = 0.2  # share of a quotation's content words that the other must hold to be the same speech


def find_quotation_changes(pairing: Pairing) -> list[Variation]:
    """List the derivative's quotations whose words differ from the origin's; one cut between clauses is none."""
    ones, twos = quotations_of(pairing.origin), quotations_of(pairing.derivative)
    found = _terms(pairing)
    for new in twos:
        old = max(ones, key=lambda reach: _kin(pairing, reach, new), default=None)
        if old is None:
            found += [] if _as_said(pairing, None, new) else _made(pairing, new)
        elif _as_said(pairing, old, new):
            found += _cut(pairing, old, new)
        elif _kin(pairing, old, new) >= _KIN or len(ones) == len(twos) == 1:
            found.append(_tell(pairing, old, new))
    return found


def _tell(pairing: Pairing, old: Reach, new: Reach) -> Variation:
    """Say that a quotation has other words: by translation where no quotation kept a few words in a row."""
    if is_translated(pairing.origin.body, pairing.derivative.body):
        note = "The same speech in other words, as by way of another language."
        return pairing.tell(VariationKind.QUOTE_DIFFERS, old, new, Drift.NEUTRAL, note)
    drift = compare_pulls(pairing.origin, old, pairing.derivative, new)
    note = "The words in quotation marks are not the origin's."
    return pairing.tell(VariationKind.QUOTE_ALTERED, old, new, drift, note)


def _cut(pairing: Pairing, old: Reach, new: Reach) -> list[Variation]:
    """Say where a quotation told as a whole sentence has lost what qualified it, in front or at its end."""
    said = pairing.origin.forms[slice(*old)]
    lost = len(said) - (new[1] - new[0])
    if (
        lost > 0
        and said[lost:] == pairing.derivative.forms[slice(*new)]
        and not _HOLDING.isdisjoint(said[:lost][-_NEXT:])
    ):
        note = f"What the quotation began with is gone: “{' '.join(said[:lost])}”."
        return [pairing.tell(VariationKind.QUOTE_ALTERED, old, new, Drift.STRONGER, note)]
    forms, end = pairing.origin.forms, old[0] + new[1] - new[0]
    whole = pairing.derivative.tokens[new[0]].capital and _closes(pairing.derivative, new)
    if end >= old[1] or not whole or forms[old[0] : end] != pairing.derivative.forms[new[0] : new[1]]:
        return []
    if forms[end] in _JOINING or (pairing.origin.breaks[end - 1] and forms[end] not in _LIMITING):
        return []
    note = f"The quotation was cut short before “{pairing.origin.text((end, old[1]))}”."
    return [pairing.tell(VariationKind.QUOTE_ALTERED, old, new, Drift.STRONGER, note)]


def _closes(passage: Passage, quotation: Reach) -> bool:
    """Tell whether a quotation ends as a sentence does, with no dots for what is left out."""
    end = passage.tokens[quotation[1] - 1].end
    after = fold(passage.body[end : end + 3])
    return after[:1] in {",", "."} and not after.startswith("..") and passage.body[end : end + 1] != "…"


@lru_cache(maxsize=64)
def is_translated(origin: str, derivative: str) -> bool:
    """Tell whether the derivative came by way of another language: it quotes no five words in a row."""
    wording = wording_of(origin)
    told = [[word.form for word in words(derivative[slice(*part)])] for part in quoted_parts(derivative)]
    told = [spoken for spoken in told if len(spoken) >= _FEWEST]
    runs = [(spoken[i : i + _RUN], len(spoken)) for spoken in told for i in range(max(1, len(spoken) - _RUN + 1))]
    if not runs or any(f" {' '.join(run)} " in wording for run, _ in runs):
        return False
    every = [word.form for word in words(derivative)]
    threes = {" ".join(every[i : i + 3]) for i in range(len(every) - 2)}
    return sum(f" {three} " in wording for three in threes) < _KEPT * len(threes)


def _terms(pairing: Pairing) -> list[Variation]:
    """Say where the one short quotation of a passage has other words, which stand nowhere in the other report."""
    one, two = quotations_of(pairing.origin, 1), quotations_of(pairing.derivative, 1)
    if len(one) != 1 or len(two) != 1 or two[0][1] - two[0][0] >= _FEWEST:
        return []
    spoken = [
        " ".join(passage.forms[slice(*reach[0])])
        for passage, reach in ((pairing.origin, one), (pairing.derivative, two))
    ]
    bodies = pairing.derivative.body, pairing.origin.body
    if any(_plain(words_) in _plain(wording_of(body)) for words_, body in zip(spoken, bodies, strict=True)):
        return []
    return [_tell(pairing, one[0], two[0])]


def quotations_of(passage: Passage, fewest: int = _FEWEST) -> list[Reach]:
    """List the quotations of so many words, by default of more than a term."""
    found: list[Reach] = []
    first = None
    for place, token in enumerate((*passage.tokens, None)):
        if token is not None and token.quoted:
            first = place if first is None else first
        elif first is not None:
            if place - first >= fewest:
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
    return " ".join(["", *map(respell, spoken.replace(" can not ", " cannot ").split()), ""])


def _made(pairing: Pairing, new: Reach) -> list[Variation]:
    """Say where the retelling sets in quotation marks what the origin tells without any."""
    keys = pairing.origin.keys
    told = [token for token in pairing.derivative.tokens[new[0] : new[1]] if token.content]
    whole = sum(token.idf for token in told)
    if not whole:
        return []
    if sum(token.idf for token in told if token.key in keys) / whole < _MADE:
        return _put_in(pairing, new)
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


def _put_in(pairing: Pairing, new: Reach) -> list[Variation]:
    """Say where the retelling lets somebody speak whom the origin only tells of, in words that it nowhere has."""
    told = {token.key for token in pairing.derivative.tokens[new[0] : new[1]] if token.content}
    elsewhere = [
        {weigh(w.form).key for w in words(pairing.origin.body[slice(*p)])} for p in quoted_parts(pairing.origin.body)
    ]
    spoken = any(len(told & keys) > len(told) / 2 for keys in elsewhere)
    if spoken or not pairing.derivative.tokens[new[0]].capital or any(token.quoted for token in pairing.origin.tokens):
        return []
    rest = (0, new[0]) if new[0] > len(pairing.derivative.tokens) - new[1] else (new[1], len(pairing.derivative.tokens))
    there = find_likest(pairing.derivative, rest, pairing.origin)
    note = "The origin does not quote these words; nobody says them there."
    return [pairing.tell(VariationKind.QUOTE_ALTERED, there, new, Drift.STRONGER, note)]
