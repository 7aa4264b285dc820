"""From bytes to reports: text, pages, archives, feeds, JSON lines, folders and standard input."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import BinaryIO

from reportedly.report import Report, Unread

__all__ = ["read", "read_text"]


def read(paths: Sequence[str], *, as_is: bool = False, stdin: BinaryIO | None = None) -> Iterator[Report | Unread]:
    """Give the reports at `paths` in order, each input that cannot be read with its reason in its place.

    Args:
        paths: files, folders, and '-' for standard input.
        as_is: take each text as the body, exactly: nothing is cut, title and dates come from the fields alone.
        stdin: where '-' reads from.
    """
    from reportedly.read.source import read_source

    for path in paths:
        yield from read_source(path, as_is=as_is, stdin=stdin)


def read_text(
    text: str,
    *,
    as_is: bool = False,
    title: str | None = None,
    published: str | None = None,
    publisher: str | None = None,
    url: str | None = None,
) -> Report:
    """Give the report that a text or an HTML page holds; the first one of a live blog.

    Args:
        text: the words as they were copied, or a page's HTML.
        as_is: take the text as the body, exactly.
        title: the headline, where it is known.
        published: the date of publication, as ISO 8601 or as pages print it.
        publisher: who put it out.
        url: its address.

    Raises:
        UnreadableInput: there is no text.
    """
    from reportedly.read.dates import read_date
    from reportedly.read.source import read_words
    from reportedly.read.told import Told
    from reportedly.report import DateBasis

    date = read_date(published)
    told = Told(
        title=title,
        url=url,
        published=date,
        published_basis=DateBasis.INPUT if date else None,
        publisher=publisher,
    )
    return next(read_words(text.replace("\x00", ""), told, as_is=as_is))
