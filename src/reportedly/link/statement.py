"""What each sentence of a report states: the words that carry matter, numbers under their values, names apart.

A number in words and one in figures are one item here, so that a report told anew can be held against its source where
no three words in a row were kept.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from functools import cache

import numpy as np

from reportedly.data import read_table
from reportedly.link.evidence import is_reporting
from reportedly.link.tokens import Tokens
from reportedly.link.weight import frequencies
from reportedly.text.number import read_number
from reportedly.text.quotation import Quotation

MOST = 60  # sentences that are read: what a retelling has of a longer report stands at its head
# What a number tells by its size: there are two of many things.
_SIZES = ((3.0, 2.0), (12.0, 3.5))
_LARGE = 5.0
_DAY = 2.0  # what a day's or a month's name tells: all reports of a happening have it
_TELLING = 3.0  # above which a number is telling
_YEARS = range(1900, 2100)
_OPENERS = "\"'“‘"  # marks behind which a capital tells nothing
_AND = frozenset({"hundred", "thousand"})  # behind which 'and' goes on with the number
_SPEAKING_ON = frozenset({"He", "She", "They"})
# The outlet speaking of itself, outside quotations.
_OURSELVES = frozenset({"we", "We", "our", "Our", "us", "I", "my", "My"})


@dataclass(frozen=True, slots=True)
class Statement:
    """One sentence, as it is held against another report's."""

    items: Mapping[int, float]  # what it names, with what each tells; numbers have keys below zero
    names: frozenset[int]
    numbers: frozenset[int]  # those large enough to tell something
    mass: float
    own: bool  # the outlet names itself in it, or says 'we', or whom it spoke to there speaks on


@dataclass(frozen=True, slots=True)
class Statements:
    """What a report states, sentence by sentence, and where each item stands."""

    told: tuple[Statement, ...]
    holders: Mapping[int, tuple[int, ...]]  # item -> the numbers of the sentences that hold it

    @classmethod
    def of(cls, told: Sequence[Statement]) -> Statements:
        """Note where each item stands."""
        holders: dict[int, tuple[int, ...]] = {}
        for number, statement in enumerate(told):
            for item in statement.items:
                holders[item] = (*holders.get(item, ()), number)
        return cls(tuple(told), holders)


@cache
def _days() -> frozenset[str]:
    """Read the names of days and months."""
    return frozenset(row["word"] for name in ("weekdays.tsv", "month_names.tsv") for row in read_table(name))


@cache
def _number_words() -> frozenset[str]:
    """Read the words that numbers are made up of."""
    return frozenset(row["word"] for row in read_table("numbers.tsv") if row["kind"] in ("unit", "ten", "scale"))


@cache
def _groups() -> Mapping[str, float]:
    """Read the nouns that tell how many there are: 'pair', 'quartet'."""
    rows = [row for row in read_table("numbers.tsv") if row["kind"] == "vague" and row["low"] == row["high"]]
    found = {row["word"].removesuffix(" of").split()[-1]: float(row["low"]) for row in rows if row["low"]}
    return {word: value for word, value in found.items() if word not in _number_words()}


def read_statements(
    body: str, tokens: Tokens, places: Sequence[Sequence[int]], quotations: Sequence[Quotation], muted: Set[int]
) -> tuple[Statement, ...]:
    """Read what the sentences of `body` state.

    Args:
        body: a report's body.
        tokens: its words.
        places: the numbers `[first, last)` of each sentence's words.
        quotations: what stands in quotation marks.
        muted: the keys of the words of the outlet's own name, which state nothing.
    """
    quoted = np.zeros(len(tokens.forms) + 1, np.int64)
    for mark in quotations:
        first, last = np.searchsorted(tokens.starts, (mark.start, mark.end)).tolist()
        quoted[first] += 1
        quoted[last] -= 1
    inside: Sequence[int] = np.cumsum(quoted).tolist()
    found: list[Statement] = []
    for first, last in places[:MOST]:
        statement = _read(body, tokens, first, last, inside, muted)
        if found and found[-1].own and _goes_on(body, tokens, first, last):
            statement = replace(statement, own=True)
        found.append(statement)
    return tuple(found)


def _goes_on(body: str, tokens: Tokens, first: int, last: int) -> bool:
    """Tell whether the sentence of the words `[first, last)` goes on with who spoke before, in the same paragraph."""
    if first in (0, last):
        return False
    between = body[int(tokens.starts[first - 1]) : int(tokens.starts[first])]
    return "\n" not in between and (tokens.forms[first] in _SPEAKING_ON or between[-1] in _OPENERS)


def _read(body: str, tokens: Tokens, first: int, last: int, inside: Sequence[int], muted: Set[int]) -> Statement:
    """Read one sentence, the words `[first, last)`; `inside` tells of each word whether it is quoted."""
    values = dict(_numbers(tokens.forms, first, last))
    items: dict[int, float] = {}
    names, numbers, own = set(), set(), False
    for place in range(first, last):
        form, key = tokens.forms[place], int(tokens.keys[place])
        own = own or (not inside[place] and (form in _OURSELVES or (key in muted and form[:1].isupper())))
        if place in values:
            if (value := values[place]) is not None:
                item = -1 - round(100 * value)
                items[item] = next((weight for most, weight in _SIZES if value <= most), _LARGE)
                if value > _TELLING:
                    numbers.add(item)
        elif tokens.content[place] and key not in muted:
            lower = form.lower()
            if lower in _days():
                items[key] = _DAY
            elif _is_name(body, tokens, place, place == first):
                items[key] = float(tokens.idf[place])
                names.add(key)
            elif not is_reporting(lower):
                items[key] = float(tokens.idf[place])
    return Statement(items, frozenset(names), frozenset(numbers), sum(items.values()), own)


def _is_name(body: str, tokens: Tokens, place: int, opens: bool) -> bool:
    """Tell whether a word is written with a capital that it does not owe to where it stands."""
    form = tokens.forms[place]
    if not form[:1].isupper():
        return False
    start = int(tokens.starts[place])
    return not (opens or (start > 0 and body[start - 1] in _OPENERS)) or form.lower() not in frequencies()


def _counts(form: str) -> bool:
    """Tell whether a word is one of number."""
    return form[:1].isdigit() or form.lower() in _number_words()


def _joins(forms: Sequence[str], first: int, place: int, last: int) -> bool:
    """Tell whether 'and' stands inside a number: 'three hundred and twenty'."""
    return first < place < last - 1 and forms[place - 1].lower() in _AND and forms[place + 1].lower() in _number_words()


def _numbers(forms: Sequence[str], first: int, last: int) -> Iterator[tuple[int, float | None]]:
    """Give the places of the words of number, with the number's value at its first word; days and years have none."""
    place = first
    while place < last:
        end = place
        while end < last and (_counts(forms[end]) or (forms[end] == "and" and _joins(forms, place, end, last))):
            end += 1
        lower = forms[place].lower()
        if end > place:
            near = {forms[at].lower() for at in (place - 1, end) if first <= at < last}
            value = None if near & _days() else read_number(" ".join(forms[place:end]))
            yield place, None if forms[place].isdigit() and value in _YEARS else value
            yield from ((at, None) for at in range(place + 1, end))
            place = end
        else:
            if lower in _groups():
                yield place, _groups()[lower]
            place += 1
