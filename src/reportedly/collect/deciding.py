"""What people decide in a collection: their judgements, and their letters of sources."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from reportedly.collect.assessing import assess_touched
from reportedly.collect.dossier import papers_of
from reportedly.collect.judging import Request, draw_up_judgement, draw_up_together, draw_up_undoings
from reportedly.collect.letters import read_letters
from reportedly.collect.linking import Linker
from reportedly.collect.subject import Guide
from reportedly.collect.weighing import take_in
from reportedly.judgement import Act, Entry, Judgement, draw_up
from reportedly.store import Database, judgements, reports, source_letters


class Deciding:
    """The part of a collection that takes in what people decide."""

    _database: Database
    _linker: Linker

    def judge(
        self,
        act: Act,
        what: str,
        value: str | None = None,
        *,
        field: str | None = None,
        why: str | None = None,
        by: str,
    ) -> Judgement:
        """Judge something that the machine made out, and work the claims out anew.

        Args:
            act: what is done.
            what: the beginning of a claim's id, the id of an attribution, an event or a report, or REPORT:START-END.
            value: of a correction what the field is, of a grade the digit, of a merge the other claim, of accepting
                or rejecting a report's derivation the other report.
            field: of a correction.
            why: the reason.
            by: who judges.

        Raises:
            JudgementFault: there is no such thing, the act cannot be done to it, or it would change nothing.
        """
        asked = Request(act=act, what=what, value=value, field=field, why=why, by=by)
        with self._database.writing() as connection:
            made = draw_up_judgement(asked, Guide(*papers_of(connection, asked.named)))
            take_in(connection, [made], strict=True)
        return made

    def judge_together(self, asked: Iterable[Request]) -> tuple[Judgement, ...]:
        """Judge several things as one decision, all of them or none; to reject a claim is to reject what it rests on.

        Raises:
            JudgementFault: one of them cannot be judged so, or it would change nothing.
        """
        wanted = tuple(asked)
        with self._database.writing() as connection:
            named = dict.fromkeys(name for each in wanted for name in each.named)
            made = draw_up_together(wanted, Guide(*papers_of(connection, named)))
            take_in(connection, made, strict=True)
        return made

    def undo(self, id_: str, *, why: str | None = None, by: str) -> Judgement:
        """Undo a judgement, be it an undoing itself, and work the claims out anew.

        Raises:
            JudgementFault: there is no such judgement, or it does not hold any more.
        """
        return self.undo_together([id_], why=why, by=by)[0]

    def undo_together(self, ids: Iterable[str], *, why: str | None = None, by: str) -> tuple[Judgement, ...]:
        """Undo several judgements, all of them or none, and work the claims out anew.

        Raises:
            JudgementFault: one of them is not held, or does not hold any more.
        """
        with self._database.writing() as connection:
            made = draw_up_undoings(ids, judgements.load_judgements(connection), by, why)
            take_in(connection, made)
        return made

    def judgements(self) -> tuple[Entry, ...]:
        """List everything that was judged, oldest first, with what has become of it."""
        with self._database.reading() as connection:
            return draw_up(judgements.load_judgements(connection), judgements.load_lost(connection))

    def take_judgements(self, made: Iterable[Judgement]) -> int:
        """Take judgements in that were made elsewhere; give how many were not held."""
        with self._database.writing() as connection:
            return take_in(connection, list(made))

    def take_letters(self, path: str | Path) -> int:
        """Take source letters from the user's own file, in place of all that were taken before; give how many.

        Raises:
            JudgementFault: the file is none of letters.
        """
        letters = read_letters(Path(path))
        with self._database.writing() as connection:
            source_letters.save_letters(connection, letters)
            assess_touched(connection, {note.id for note in reports.list_held(connection)})
        return len(letters)
