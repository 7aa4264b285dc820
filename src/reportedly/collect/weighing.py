"""What could be known at a moment, and what changes when somebody judges."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.assess import Weighed, find_claims
from reportedly.collect.assessing import assess_touched
from reportedly.collect.comparing import keep_comparisons
from reportedly.collect.letters import Letters
from reportedly.collect.linking import find_apart, relink
from reportedly.errors import JudgementFault
from reportedly.judgement import Act, Judgement, Subject
from reportedly.lineage import Lineage
from reportedly.picture import Finding
from reportedly.pipeline import link_reports
from reportedly.reading import Reading
from reportedly.store import Connection, judgements, reports, source_letters
from reportedly.text.day import moment


def known_at(connection: Connection, until: str) -> tuple[list[Reading], Lineage, list[Finding]]:
    """Work out what could be known at a moment, UTC.

    Corrections are about what words say, and hold at any moment. A grade and a source letter are about what was known
    when they were given, and count from then.
    """
    notes = reports.list_held(connection, until)
    readings = reports.load_readings(connection, [note.number for note in notes])
    every = judgements.load_judgements(connection)
    judged = [each for each in every if each.act is not Act.GRADE or moment(each.at) <= until]
    held = [reading.report for reading in readings]
    lineage = link_reports(held, apart=find_apart({note.id: note.digest for note in notes}, judged))
    letters = Letters(source_letters.load_letters(connection), held, until)
    return readings, lineage, letters.put_beside(find_claims(readings, lineage, judged))


def take_in(connection: Connection, made: Sequence[Judgement], *, strict: bool = False) -> int:
    """Keep judgements and bring lineage and claims up to date with them; give how many were not held.

    Args:
        connection: a connection that writes.
        made: the judgements.
        strict: refuse one that comes to nothing.

    Raises:
        JudgementFault: one was refused.
    """
    new = judgements.save_judgements(connection, made)
    if not new:
        return 0
    touched = _judged_reports(connection)
    if any(each.subject in (Subject.DERIVATION, Subject.JUDGEMENT) for each in made):
        touched |= relink(connection, touched)
        keep_comparisons(connection, touched)
    weighed = assess_touched(connection, touched)
    if strict:
        _refuse_idle(weighed, {each.id for each in made})
    return new


def _judged_reports(connection: Connection) -> set[str]:
    """List the held reports of which anybody ever judged anything."""
    every = judgements.load_judgements(connection)
    return reports.find_digests(connection, {mark.digest for each in every for mark in (each.mark, each.other) if mark})


def _refuse_idle(weighed: Weighed, made: set[str]) -> None:
    """Refuse judgements that came to nothing.

    Raises:
        JudgementFault: one did.
    """
    for lost in weighed.lost:
        if lost.judgement in made:
            raise JudgementFault(lost.reason)
    if weighed.idle & made:
        raise JudgementFault("that is so already: it would change nothing")
