"""Names that the reports have for what a question names by its kind: 'the ferry' is the Santa Rita, and she a ferry."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from reportedly.assess.party import plain
from reportedly.assess.thing_kind import kinds_in
from reportedly.assess.wording import stem
from reportedly.reading import Reading
from reportedly.text.word import words

_MOST = 3  # names of one kind, above which the kind tells no one of them
_NAME = r"[A-ZÀ-Þ][\w’'-]+(?:\s+[A-ZÀ-Þ][\w’'-]+){0,2}"
_TITLED = re.compile(rf"\b([A-Za-z]{{3,}})\s+({_NAME})")
_PEOPLE = ("10", "11")


def names_of(kinds: frozenset[str], readings: Sequence[Reading]) -> frozenset[str]:
    """Give the stems of the names that stand behind a noun of these kinds, where these are few: 'the tanker Asteria'.

    Args:
        kinds: stems of common nouns.
        readings: whose reports are looked through.
    """
    found: Counter[str] = Counter()
    for noun, name in _titled(readings):
        if stem(noun.lower()) in kinds:
            found[name] += 1
    if not found or len(found) > _MOST:
        return frozenset()
    return _only_names(found, readings)


def kinds_of(name: str, readings: Sequence[Reading]) -> frozenset[str]:
    """Give the stems of the nouns for ships, aircraft and vehicles that stand before a name: 'the ferry Santa Rita'."""
    wanted = plain(name)
    found = {noun.lower() for noun, named in _titled(readings) if plain(named) == wanted}
    return frozenset(stem(noun) for noun in found if any(kind[:2] not in _PEOPLE for kind in kinds_in(noun)))


def _titled(readings: Sequence[Reading]) -> Iterator[tuple[str, str]]:
    """List each name that stands right behind a noun, with that noun."""
    for reading in readings:
        for match in _TITLED.finditer(reading.report.body):
            noun = match.group(1)
            if noun[1:].islower() and (noun[0].islower() or _opens(reading.report.body, match.start())):
                yield noun, " ".join(match.group(2).removesuffix("'s").removesuffix("’s").split())


def _opens(body: str, start: int) -> bool:
    """Tell whether a word opens a sentence, or is a title that is written large."""
    return start == 0 or body[:start].rstrip()[-1:] in '.!?"“”:\n' or not body[start - 1 : start].isalnum()


def _only_names(names: Iterable[str], readings: Sequence[Reading]) -> frozenset[str]:
    """Give the stems of words of names that no report has as plain words: 'Asteria', and not 'Bay'."""
    plainly = {
        stem(word.form)
        for reading in readings
        for word in words(reading.report.body)
        if reading.report.body[word.start : word.start + 1].islower()
    }
    return frozenset(stem(word.form) for name in names for word in words(name)) - plainly
