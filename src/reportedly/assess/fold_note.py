"""Why a telling makes no leg of its own, in one plain sentence."""

from __future__ import annotations

from reportedly.report import Report
from reportedly.trace import FoldReason, Told


def outlet(report: Report) -> str:
    """Name a report's publisher, else the agency whose copy it is, else say that it names neither."""
    if report.publisher:
        return report.publisher
    return f"{report.agency} copy" if report.agency else "a report that names no publisher"


def owner(report: Report) -> str:
    """Say whose a report is."""
    if report.publisher or report.agency:
        return f"{report.publisher or report.agency}’s report"
    return "the report that names no publisher"


def explain_fold(told: Told, reason: FoldReason, to: Told, origin: Report, not_held: str | None) -> str:
    """Say why `told` is part of the leg of `to`.

    Args:
        told: the telling.
        reason: why it makes no leg of its own.
        to: the telling that it goes with.
        origin: the report that holds the words which it goes back to.
        not_held: whose report it credits, or `to` credits, where that one is not at hand.
    """
    room = told.newsroom or "one that no words name"
    notes = {
        FoldReason.RETELLS: f"Retells a sentence of {owner(origin)}.",
        FoldReason.SAME_SENTENCE: f"Goes back to the same sentence of {owner(origin)}.",
        FoldReason.OWN_VOICE: f"Says in the report’s own voice what the same report has from {to.speaker}.",
        FoldReason.INHERITED: f"Names nobody of its own for it, in a report that was made from {owner(origin)}.",
        FoldReason.NOT_HELD: f"Goes back to a story of {not_held}, which is not held.",
        FoldReason.SAME_NEWSROOM: f"Comes from the same newsroom, {room}.",
        FoldReason.SAME_SPEAKER: f"Quotes the same speaker, {to.speaker}.",
        FoldReason.SAME_RECORD: f"Rests on what may be the same {to.speaker_kind or 'record'}: {to.speaker}.",
        FoldReason.UNNAMED_ALIKE: f"No words tell {told.speaker} apart from {to.speaker}.",
        FoldReason.UNJUDGED: "No words tell which newsroom this comes from, so it counts for no leg of its own.",
    }
    if reason is FoldReason.SAME_NEWSROOM and told.via and told.report != to.report:
        return f"Was told to the same newsroom, {room}."
    if reason is FoldReason.SAME_NEWSROOM and told.report == to.report:
        return "Stands in the same report, by another speaker or in other words."
    return notes[reason]
