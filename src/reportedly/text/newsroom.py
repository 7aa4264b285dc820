"""Which news agency or outlet a name stands for, by one list for every stage."""

from __future__ import annotations

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
