"""Which news agency or outlet a name stands for, by one list for every stage."""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

from reportedly.data import read_table


class NewsroomKind(StrEnum):
    """How far a name can be trusted to be a newsroom's."""

    AGENCY = "agency"  # it sells its stories to others
    OUTLET = "outlet"
    COMMON = "common"  # a word of the language or of many names: an outlet only where the words around it say so


class Newsroom(NamedTuple):
    """A news agency or outlet under the one name that it is counted under."""

    name: str
    kind: NewsroomKind


@cache
def newsroom_forms() -> Mapping[str, Newsroom]:
    """Give every printed form of a newsroom's name, the one name among them.

    >>> newsroom_forms()["Agence France-Presse"].name
    'AFP'
    """
    forms: dict[str, Newsroom] = {}
    for row in read_table("newsrooms.tsv"):
        room = Newsroom(row["name"], NewsroomKind(row["kind"]))
        forms |= dict.fromkeys((row["name"], *filter(None, row["forms"].split("|"))), room)
    return MappingProxyType(forms)


@cache
def _small() -> re.Pattern[str]:
    forms = sorted((form for form in newsroom_forms() if form.islower()), key=lambda form: (-len(form), form))
    return re.compile(rf"(?<![\w@#/.-])(?:{'|'.join(map(re.escape, forms))})(?![\w@/-]|\.\w)")


def in_capitals(text: str) -> str:
    """Give a text with the agencies that write themselves in small letters in capitals, so that a parser sees names.

    >>> in_capitals("officials told dpa on Tuesday")
    'officials told DPA on Tuesday'
    """
    return _small().sub(lambda name: name.group().upper(), text)


def as_written(name: str) -> str:
    """Give the name of an agency as it writes itself: 'dpa' for 'DPA'."""
    return name.lower() if name.isupper() and name.lower() in newsroom_forms() else name


def as_called(name: str) -> str:
    """Give the name of a newsroom as it is called in a sentence: with the article that is its own, without its trade.

    >>> as_called("Associated Press"), as_called("TASS news agency"), as_called("Tasnim news agency")
    ('The Associated Press', 'TASS', 'Tasnim news agency')
    """
    forms = newsroom_forms()
    if f"The {name}" in forms:
        return f"The {name}"
    bare = name.removesuffix(" news agency")
    own = bare in forms and any(form.endswith("Agency") and room == forms[bare] for form, room in forms.items())
    return bare if bare != name and bare in forms and not own else as_written(name)
