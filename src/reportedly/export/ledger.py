"""The ledger: the answer to a question laid out by side, each line with the words that it rests on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from reportedly.claim import Claim
from reportedly.export.catalogue import Catalogue
from reportedly.export.claim_card import Leg, lay_out
from reportedly.export.wording import BASIS, CERTAINTY, bases, count, join_words, legs
from reportedly.picture import Answer, LedgerLine, Side

HEADING: Mapping[Side, str] = {
    Side.FOR: "for",
    Side.AGAINST: "against",
    Side.ELSEWHERE: "elsewhere",
    Side.UNCLEAR: "unclear",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line of a ledger, laid out for people."""

    number: int  # the claim's
    claim: Claim
    line: LedgerLine
    leg: Leg  # the first that the claim stands on
    facts: str  # the reason, who says it too, the counts, how they know, how sure they are and how old it is


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """All that stands on one side."""

    side: Side
    heading: str
    counts: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ledger:
    """An answer laid out for people."""

    answer: Answer
    columns: tuple[Column, ...]  # those that hold anything


def lay_out_answer(answer: Answer, papers: Catalogue) -> Ledger:
    """Lay out one answer."""
    columns = []
    for side in Side:
        rows = tuple(_row(line, papers) for line in answer.lines if line.side is side and line.claim in papers.claims)
        if rows:
            columns.append(Column(side=side, heading=HEADING[side], counts=_counts(rows), rows=rows))
    return Ledger(answer=answer, columns=tuple(columns))


def _row(line: LedgerLine, papers: Catalogue) -> Row:
    """Lay out one line."""
    claim = papers.claims[line.claim]
    card = lay_out(claim, papers.numbers[claim.id], papers)
    leg = next((leg for leg in card.supporting if not leg.withdrawn), card.supporting[0])
    how = join_words(tuple(BASIS[basis] for basis in line.basis), 3)
    others = [name for name in card.speakers if name != leg.voices[0].speaker]
    also = f"also {join_words(tuple(others), len(others))}" if others else ""
    facts = (line.reason, also, legs(claim), bases(claim), how, CERTAINTY[line.certainty], age(line.age_days))
    return Row(
        number=card.number,
        claim=claim,
        line=line,
        leg=leg,
        facts=" · ".join(fact for fact in facts if fact),
    )


def _counts(rows: tuple[Row, ...]) -> str:
    """Count the claims of one side, and what they go back to."""
    signs = sum(row.line.sign for row in rows)
    origins = {support.origin for row in rows for support in row.claim.supporting if not support.withdrawn}
    told = "" if not signs else f", {count(signs, 'sign')}" if signs < len(rows) else ", only signs"
    return f"{count(len(rows), 'claim')}{told} · {count(len(origins), 'origin')}"


def age(days: int | None) -> str:
    """Say how old something is; the empty text where it has no day.

    >>> age(0), age(1), age(5), age(None)
    ('that day', '1 day old', '5 days old', '')
    """
    if days is None or days < 0:
        return "" if days is None else f"{count(-days, 'day')} ahead"
    return "that day" if days == 0 else f"{count(days, 'day')} old"
