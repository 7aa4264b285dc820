"""A picture as plain text for a terminal: the brief in short."""

from __future__ import annotations

from textwrap import wrap

from reportedly.export.catalogue import Catalogue, catalogue, sort_families
from reportedly.export.claim_card import Card, Leg, lay_out
from reportedly.export.contradiction import pair_contradictions
from reportedly.export.family_tree import grow_tree
from reportedly.export.ledger_text import write_answers
from reportedly.export.lineage_text import describe_node
from reportedly.export.wording import GRADE, as_of, bases, count, legs, own_grade, quoted
from reportedly.picture import Dossier

_SHOWN = 12  # claims that are told; the rest are counted, and stand in the brief
_QUOTE = 160  # characters of evidence on one line


def write_picture(dossier: Dossier, *, width: int = 100) -> str:
    """Write what is known in short: the counts, the families, the contradictions and the claims.

    Args:
        dossier: the picture with its working papers.
        width: columns of the terminal.
    """
    papers = catalogue(dossier)
    cards = [lay_out(claim, papers.numbers[claim.id], papers) for claim in dossier.picture.claims]
    lines = _counts(dossier, cards)
    if dossier.picture.families:
        lines += ["", "FAMILIES", *_families(dossier, papers, width)]
    if dossier.picture.questions:
        lines += ["", "QUESTIONS", write_answers(dossier, width=width)]
    against = [item.card for item in pair_contradictions(cards)]
    if against:
        lines += ["", "CONTRADICTIONS", *(line for card in against for line in _contradiction(card, width))]
    if cards:
        lines += ["", "CLAIMS", *(line for card in cards[:_SHOWN] for line in _claim(card, width))]
    if len(cards) > _SHOWN:
        lines.append(f"  and {len(cards) - _SHOWN} more")
    if dossier.picture.unread:
        lines += ["", "NOT READ", *(f"  {u.path}: {u.reason}" for u in dossier.picture.unread)]
    if dossier.picture.lost:
        lost = (f"  {each.judgement}: {each.reason}" for each in dossier.picture.lost)
        lines += ["", "JUDGEMENTS WITH NOTHING TO HOLD FOR", *lost]
    return "\n".join(lines)


def _counts(dossier: Dossier, cards: list[Card]) -> list[str]:
    """Write the counts and the moment that they hold for."""
    picture = dossier.picture
    one = sum(card.claim.origins == 1 for card in cards)
    families = count(len(picture.families), "family", "families")
    held = f"{count(len(picture.reports), 'report')}, {families}, {count(len(cards), 'claim')}"
    return [f"{held}: {one} on one leg", as_of(picture.as_of)]


def _families(dossier: Dossier, papers: Catalogue, width: int) -> list[str]:
    """Write each family's tree, a report a line."""
    lines: list[str] = []
    for family in sort_families(dossier.picture.families):
        for node in grow_tree(family, dossier.lineage):
            label = f"{papers.label(node.report)} " if node.report else ""
            line = f"  {'  ' * node.depth}{label}{describe_node(node, dict(papers.reports))}"
            lines.append(line if len(line) <= width else f"{line[: width - 1]}…")
    return lines


def _claim(card: Card, width: int) -> list[str]:
    """Write one claim with its counts, its suggested grade and its speakers."""
    claim = card.claim
    grade = f"suggested grade {claim.credibility}, {GRADE[claim.credibility]}"
    grade += f" · {own_grade(claim.grade)}" if claim.grade else ""
    facts = f"{legs(claim)} · {bases(claim)} · {count(claim.reports, 'report')} · {grade}"
    who = f"{card.who or 'nobody that still counts'} ({', '.join(card.bases)})"
    return [
        *wrap(claim.summary, width, initial_indent=f"{card.number:>3}. ", subsequent_indent=" " * 5),
        *wrap(facts, width, initial_indent=" " * 5, subsequent_indent=" " * 5),
        *wrap(who, width, initial_indent=" " * 5, subsequent_indent=" " * 5),
    ]


def _contradiction(card: Card, width: int) -> list[str]:
    """Write who speaks for a claim and who against it."""
    head = wrap(card.claim.summary, width, initial_indent=f"{card.number:>3}. ", subsequent_indent=" " * 5)
    voices = [("for", leg) for leg in card.supporting] + [("against", leg) for leg in card.opposing]
    return head + [line for side, leg in voices for line in _voice(side, leg, width)]


def _voice(side: str, leg: Leg, width: int) -> list[str]:
    """Quote the first voice of a leg."""
    voice = leg.voices[0]
    where = voice.passages[0]
    words = " ".join(voice.quote.split())
    quote = words if len(words) <= _QUOTE else f"{words[:_QUOTE]}…"
    gone = ", withdrawn" if leg.withdrawn else ""
    line = f"{voice.speaker} ({where.label} {where.name}{gone}): {quoted(quote)}"
    return wrap(line, width, initial_indent=f"     {side:<8}", subsequent_indent=" " * 13)
