"""The claims of a collection worked out anew, with all that people judged."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.assess import Weighed, find_claims, weigh
from reportedly.collect.letters import Letters
from reportedly.collect.linking import Linker, find_apart
from reportedly.errors import JudgementFault
from reportedly.judgement import Act, Judgement, Subject
from reportedly.lineage import Lineage
from reportedly.picture import Finding
from reportedly.pipeline import link_reports
from reportedly.reading import Reading
from reportedly.store import Connection, claims, judgements, lineages, reports, source_letters
from reportedly.text.day import moment


def assess_all(connection: Connection) -> Weighed:
    """Work the claims of the whole collection out anew, and keep them."""
    readings = reports.load_readings(connection, [note.number for note in reports.list_held(connection)])
    weighed = weigh(readings, lineages.load_lineage(connection), judgements.load_judgements(connection))
    letters = Letters(source_letters.load_letters(connection), [reading.report for reading in readings], None)
    claims.drop_claims(connection)
    claims.save_findings(connection, letters.put_beside(weighed.findings))
    judgements.save_lost(connection, weighed.lost)
    return weighed


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
    lineage = link_reports(held, apart=find_apart(notes, judged))
    letters = Letters(source_letters.load_letters(connection), held, until)
    return readings, lineage, letters.put_beside(find_claims(readings, lineage, judged))


def take_in(connection: Connection, linker: Linker, made: Sequence[Judgement], *, strict: bool = False) -> int:
    """Keep judgements and bring lineage and claims up to date with them; give how many were not held.

    Args:
        connection: a connection that writes.
        linker: what links the collection's reports.
        made: the judgements.
        strict: refuse one that comes to nothing.

    Raises:
        JudgementFault: one was refused.
    """
    new = judgements.save_judgements(connection, made)
    if not new:
        return 0
    if any(each.subject in (Subject.DERIVATION, Subject.JUDGEMENT) for each in made):
        linker.relink(connection, _judged_reports(connection))
    weighed = assess_all(connection)
    if strict:
        _refuse_idle(weighed, {each.id for each in made})
    return new


def _judged_reports(connection: Connection) -> set[str]:
    """List the held reports of which anybody ever judged whom they were made from."""
    digests = {
        mark.digest
        for each in judgements.load_judgements(connection)
        if each.subject is Subject.DERIVATION
        for mark in (each.mark, each.other)
        if mark is not None
    }
    return {note.id for note in reports.list_held(connection) if note.digest in digests}


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
