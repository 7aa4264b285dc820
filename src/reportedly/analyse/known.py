"""A speaker as a report has brought it in so far."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from reportedly.analyse.source_noun import source_kind
from reportedly.analyse.whence import NOWHERE, Whence
from reportedly.attribution import Anonymity, Basis, Speaker, SpeakerKind

PEOPLE = frozenset({SpeakerKind.PERSON, SpeakerKind.ANONYMOUS, SpeakerKind.REPORTER})


@dataclass(frozen=True, slots=True)
class Known:
    """A speaker that the report has brought in."""

    key: str  # the same for all its mentions
    head: str  # its noun's dictionary form
    plural: bool
    speaker: Speaker
    basis: Basis | None  # what its noun says of how it knows
    whole: str | None = None  # the key of the group that it is part of
    marks: frozenset[str] = frozenset()  # what stands beside its name: 'dr', 'kc', 'carmaker'
    sorts: frozenset[str] = frozenset()  # what sort of body nouns have told that it is
    of_some: frozenset[str] = frozenset()  # where some of a group are from: 'four of them Libyan and one Turkish'
    of_title: bool = False  # the title brought it in
    age: int | None = None  # years, where told beside it
    owner: str | None = None  # whose it is: of 'her lawyer' she
    which: frozenset[str] = frozenset()  # the words before its noun that say which one: 'second', 'indian'
    whence: Whence = NOWHERE  # from where the report has told that it is

    @property
    def one_person(self) -> bool:
        """Tell whether 'he' or 'she' can stand for it."""
        return self.speaker.kind in PEOPLE and not self.plural

    @property
    def nameless(self) -> bool:
        """Tell whether it is known by its role alone, and may yet be named."""
        return self.speaker.anonymity is Anonymity.UNNAMED and self.speaker.role is not None

    @property
    def told(self) -> frozenset[str]:
        """Give the words that the report has called it by, lower case."""
        return frozenset({self.head}) | self.marks | self.which | words_of((self.speaker.role, self.speaker.name))

    @property
    def heads(self) -> frozenset[str]:
        """Give the nouns that say what it is: 'manager' of 'campaign manager', 'minister' of 'minister of trade'."""
        role, name = (self.speaker.role or "").lower(), self.speaker.name or ""
        mains = (phrase.split(" of ")[0].split(" for ")[0].split()[-1:] for phrase in (role, name.lower()))
        first = [word for word in role.split() if word == "prime" or source_kind(word) is SpeakerKind.ANONYMOUS]
        return frozenset({self.head}) | self.marks | words_of([*first, *(word for main in mains for word in main)])

    @property
    def belongs(self) -> frozenset[str]:
        """Give the words of what it belongs to, lower case."""
        return words_of([self.speaker.affiliation, self.speaker.party])


def words_of(phrases: Iterable[str | None]) -> frozenset[str]:
    """Give the words of phrases, lower case; a plural's singular beside it."""
    words = {word.strip(",.'\"()").removesuffix("'s") for phrase in phrases for word in (phrase or "").lower().split()}
    return frozenset(words | {word.removesuffix("s") for word in words})


def part_of(whole: Known, count: int | None, where: str) -> Known:
    """Give some of a group as a speaker of their own, with what was told of the group; `where` tells them apart."""
    role = singular_role(whole.speaker.role, whole.head) if count == 1 else whole.speaker.role
    speaker = replace(whole.speaker, count=count if whole.speaker.kind in PEOPLE else None, role=role)
    return replace(whole, key=f"share:{where}", plural=count != 1, speaker=speaker, whole=whole.key)


def in_body(known: Known, role: str | None) -> Known:
    """Give one whom the title told of in short the role that the report's body tells: 'ex-boss', 'former boss'."""
    short = known.speaker.role or ""
    longer = role is not None and role.startswith("former ") and short.lower() == role.replace("former ", "ex-", 1)
    return replace(known, speaker=replace(known.speaker, role=role)) if known.of_title and longer else known


def singular_role(role: str | None, head: str) -> str | None:
    """Give the role of one of a group, whose main word is `head` in the dictionary.

    >>> singular_role("aid workers", "worker")
    'aid worker'
    """
    if role is None:
        return None
    words = role.split()
    if words[:2] == ["members", "of"]:
        return " ".join([head, *words[1:]])
    several = (
        n for n, word in reversed(list(enumerate(words))) if word.lower() != head and word.lower()[:3] == head[:3]
    )
    at = next(several, None)
    if at is None and words[-1:] and words[-1].lower().endswith("men"):
        return " ".join([*words[:-1], f"{words[-1][:-3]}man"])
    return role if at is None else " ".join([*words[:at], head, *words[at + 1 :]])
