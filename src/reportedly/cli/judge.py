"""`reportedly judge`: what a person decides about the machine's records."""

from __future__ import annotations

import getpass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from reportedly.cli.exit import BAD_INPUT, refuse, tell
from reportedly.cli.option import DEFAULT_DB, Db, Debug, Format
from reportedly.cli.output import Form, save, show_json, show_line, show_text
from reportedly.errors import ReportedlyError

if TYPE_CHECKING:
    from reportedly.collect import Collection
    from reportedly.judgement import Entry, Judgement


class Deed(StrEnum):
    """What can be done; undoing has an option of its own."""

    ACCEPT = "accept"
    REJECT = "reject"
    CORRECT = "correct"
    ADD = "add"
    MERGE = "merge"
    SPLIT = "split"
    GRADE = "grade"


_Act = Annotated[Deed | None, typer.Argument(help="What to do.", show_default=False)]
_What = Annotated[
    str | None,
    typer.Argument(
        help="The beginning of a claim's id, the id of an attribution, an event or a report, or REPORT:START-END.",
        show_default=False,
    ),
]
_Value = Annotated[
    str | None,
    typer.Argument(
        help="Of correct and add what the field is (empty: not told), of grade a digit from 1 to 6, of merge the other"
        " claim, of accept and reject with a report the other report.",
        show_default=False,
    ),
]
_Field = Annotated[
    str | None, typer.Option("--field", metavar="FIELD", help="Which field to correct, or to add (of add: type).")
]
_Why = Annotated[str | None, typer.Option("--why", metavar="WORDS", help="The reason, kept with the judgement.")]
_By = Annotated[
    str | None, typer.Option("--by", metavar="NAME", help="Who judges; the login name where it is not told.")
]
_Undo = Annotated[str | None, typer.Option("--undo", metavar="ID", help="Undo a judgement, be it an undoing itself.")]
_Listed = Annotated[bool, typer.Option("--list", help="List every judgement and what has become of it.")]
_Taken = Annotated[
    Path | None, typer.Option("--import", metavar="FILE", dir_okay=False, help="Take judgements in, as JSON lines.")
]
_Given = Annotated[
    Path | None, typer.Option("--export", metavar="FILE", dir_okay=False, help="Write every judgement as JSON lines.")
]
_Letters = Annotated[
    Path | None,
    typer.Option("--letters", metavar="FILE", dir_okay=False, help="Take your own source letters, from CSV or TOML."),
]


def judge(
    act: _Act = None,
    what: _What = None,
    value: _Value = None,
    field: _Field = None,
    why: _Why = None,
    by: _By = None,
    undo: _Undo = None,
    listed: _Listed = False,
    taken: _Taken = None,
    given: _Given = None,
    letters: _Letters = None,
    db: Db = DEFAULT_DB,
    form: Format = Form.TEXT,
    debug: Debug = False,
) -> None:
    """Decide about what the machine made out of a collection's reports.

    Kept beside its records; it holds when reports are added or read anew.

    Example: reportedly judge correct eve-3f0a91c2d7b4 "East Quay 10.5,20.5" --field place --why "see the map"
    """
    from reportedly.collect import Collection

    asked = [act is not None, undo is not None, listed, taken is not None, given is not None, letters is not None]
    if sum(asked) != 1 or (act is not None) != (what is not None):
        refuse("name an act and what it is about, or one of --undo, --list, --import, --export and --letters")
    try:
        with Collection(db, create=False) as held:
            if act is not None and what is not None:
                _judge(held, act, (what, value, field, why), by, form)
            elif undo is not None:
                _tell_made(held.undo(undo, why=why, by=_name(by)), form)
            elif taken is not None or letters is not None:
                raise typer.Exit(_take(held, taken, letters))
            elif given is not None:
                _give(held, given)
            else:
                _list(held.judgements(), form)
    except ReportedlyError as fault:
        refuse(str(fault))


def _judge(
    held: Collection, act: Deed, told: tuple[str, str | None, str | None, str | None], by: str | None, form: Form
) -> None:
    """Judge once."""
    from reportedly.judgement import Act

    what, value, field, why = told
    _tell_made(held.judge(Act(act.value), what, value, field=field, why=why, by=_name(by)), form)


def _name(by: str | None) -> str:
    """Give who judges."""
    if by is not None:
        return by
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):
        refuse("nobody is logged in: --by NAME says who judges")


def _tell_made(judgement: Judgement, form: Form) -> None:
    """Show a judgement that was made."""
    from reportedly.export.judgement_text import describe_judgement
    from reportedly.record import to_record

    if form is Form.TEXT:
        show_text(f"{judgement.id}  {describe_judgement(judgement)}")
    else:
        (show_json if form is Form.JSON else show_line)(to_record(judgement))


def _list(entries: tuple[Entry, ...], form: Form) -> None:
    """Show every judgement."""
    from reportedly.export.judgement_text import write_judgements
    from reportedly.record import to_record

    if form is Form.TEXT:
        show_text(write_judgements(entries))
    elif form is Form.JSON:
        show_json([to_record(entry) for entry in entries])
    else:
        for entry in entries:
            show_line(to_record(entry))


def _take(held: Collection, taken: Path | None, letters: Path | None) -> int:
    """Take judgements or source letters in from a file; give the exit code."""
    from reportedly.collect import read_judgements
    from reportedly.errors import JudgementFault

    path = taken or letters
    try:
        if taken is not None:
            new = held.take_judgements(read_judgements(taken.read_text("utf-8").split("\n")))
            tell(f"took {new} judgements in that were not held")
        elif letters is not None:
            tell(f"took {held.take_letters(letters)} source letters in")
    except OSError as fault:
        tell(f"{path}: {fault.strerror}")
        return BAD_INPUT
    except UnicodeDecodeError:
        tell(f"{path}: is not in UTF-8")
        return BAD_INPUT
    except JudgementFault as fault:
        tell(str(fault) if letters is not None else f"{path}: {fault}")
        return BAD_INPUT
    return 0


def _give(held: Collection, path: Path) -> None:
    """Write every judgement to a file."""
    from reportedly.collect import write_judgements

    entries = held.judgements()
    save(path, "".join(f"{line}\n" for line in write_judgements(entry.judgement for entry in entries)))
    tell(f"wrote {len(entries)} judgements to {path}")
