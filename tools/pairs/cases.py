"""Cases for the reader of sentence pairs: groups of sentences about one happening, and what they are to it and to a question."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

RELATIONS = ("other", "same", "rival")  # of two sentences: neither, tell one happening, cannot both be true
SIDES = ("out", "yes", "no", "unclear")  # of a sentence to a question
_SIDE = {"o": 0, "y": 1, "n": 2, "u": 3}


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence: what it is to the group's happening (`+` tells it, `-` rivals it, `~` neither) and to its question."""

    relation: str
    side: int  # place in SIDES
    text: str


@dataclass(frozen=True, slots=True)
class Group:
    """A happening or statement, a question that it bears on, and sentences."""

    about: str
    question: str
    told: tuple[Told, ...]


def read_groups(path: Path) -> list[Group]:
    """Read a file of groups; raises ValueError naming the line that is in no form of the README."""
    groups: list[Group] = []
    about, question, told = "", "", []

    def close() -> None:
        if about:
            groups.append(Group(about, question, tuple(told)))

    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        line = line.strip()
        if not line or line.startswith("#"):
            continue
        sign, rest = line[:2], line[2:].strip()
        if line.startswith("@"):
            close()
            about, question, told = line[1:].strip(), "", []
        elif line.startswith("?"):
            question = line[1:].strip()
        elif len(sign) == 2 and sign[0] in "+-~" and sign[1] in _SIDE and rest:
            told.append(Told(sign[0], _SIDE[sign[1]], rest))
        else:
            raise ValueError(f"{path.name}:{number}: no sentence, question or group: {line[:60]}")
    close()
    return groups


def pairs(group: Group) -> Iterator[tuple[int, int, int]]:
    """Give pairs of a group's sentences, by number, with their place in RELATIONS."""
    for one, ours in enumerate(group.told):
        for other, theirs in enumerate(group.told):
            signs = ours.relation + theirs.relation
            if other > one and "+" in signs:
                yield one, other, 1 if signs == "++" else 2 if "-" in signs else 0
