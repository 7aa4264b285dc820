"""What the user's own file says of publishers: kept in the collection, and nowhere else."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import Connection, delete, insert, select

from reportedly.source_letter import SourceLetter
from reportedly.store import table
from reportedly.store.codec import pack, plain, unpack


def save_letters(connection: Connection, letters: Mapping[tuple[str, str], SourceLetter]) -> None:
    """Keep letters, by the newsroom's one name and their date, in place of all that were kept before."""
    connection.execute(delete(table.source_letter))
    rows = [
        {"newsroom": plain(newsroom), "date": date, "record": pack(letter)}
        for (newsroom, date), letter in sorted(letters.items())
    ]
    if rows:
        connection.execute(insert(table.source_letter), rows)


def load_letters(connection: Connection) -> list[tuple[str, SourceLetter]]:
    """Give every letter with the newsroom's one name, those of one newsroom from the oldest to the newest."""
    held = table.source_letter.c
    chosen = select(held.newsroom, held.record).order_by(held.newsroom, held.date)
    return [(newsroom, unpack(SourceLetter, record)) for newsroom, record in connection.execute(chosen)]
