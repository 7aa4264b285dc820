"""The files that a path stands for."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from reportedly.report import Unread

# What a saved page or a working folder holds beside reports; named on its own, such a file is still tried.
_NO_REPORTS = frozenset(
    ".css .js .map .json .py .pyc .ico .svg .png .jpg .jpeg .gif .webp .avif .mp3 .mp4 .webm"
    " .woff .woff2 .ttf .otf .eot".split()
)


_WATCH = ".toml"  # a watch file may lie beside the reports that it is for


def list_files(given: str) -> Iterator[str | Unread]:
    """Give the files below the folder `given`, by name, each with the path as given before it.

    Hidden ones and watch files are left out.
    """
    found = False
    for path in _walk(Path(given), given.rstrip("/") or "/"):
        if isinstance(path, str) and Path(path).suffix.lower() == _WATCH:
            continue
        found = True
        if isinstance(path, str) and Path(path).suffix.lower() in _NO_REPORTS:
            yield Unread(path=path, reason=f"a {Path(path).suffix} file holds no report")
        else:
            yield path
    if not found:
        yield Unread(path=given, reason="the folder holds no files")


def _walk(folder: Path, given: str) -> Iterator[str | Unread]:
    try:
        members = sorted(folder.iterdir(), key=lambda member: member.name)
    except OSError as error:
        yield Unread(path=given, reason=f"the folder cannot be opened: {error.strerror}")
        return
    for member in members:
        path = f"{given.rstrip('/')}/{member.name}"
        if member.name.startswith("."):
            continue
        if member.is_dir():
            # A link to a folder may lead back up: it is not followed.
            if not member.is_symlink():
                yield from _walk(member, path)
        elif member.exists() and not member.is_file():
            # Opening a pipe would wait for somebody to write to it.
            yield Unread(path=path, reason="it is a pipe or a device, not a file")
        else:
            yield path
