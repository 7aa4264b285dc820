"""Find who a name that comes alone belongs to: to whom the report told of without one just before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportedly.analyse.cue import is_verb_cue
from reportedly.analyse.known import Known
from reportedly.analyse.nominal import is_office
from reportedly.analyse.presence import SPOKE
from reportedly.analyse.roster import Roster
from reportedly.analyse.source_phrase import SourcePhrase, is_age
from reportedly.span import Field

if TYPE_CHECKING:
    from reportedly.analyse.parsed import Token

_EARLY = 8  # whoever was told of before a name came that belongs to one of them
_MOUTHPIECES = ("official", "source", "spokes", "witness")  # who are seldom named by and by
_TELLING = frozenset({"acl", "prep", "relcl"})  # words behind a name that say who it is


class Nameless:
    """Those of a report who were told of without a name, and may yet get one."""

    def __init__(self, roster: Roster, opening: int) -> None:
        """Start with nobody; `opening` is the code point at which the body's first paragraph ends."""
        self._roster = roster
        self._opening = opening
        self.possessed: set[str] = set()  # keys of those who were told of as somebody's: 'her agent'

    def named(self, name: str, noun: SourcePhrase, who: Token) -> Known | None:
        """Find whom a name that was not told before belongs to; None where it brings somebody in."""
        return self._just_told(name, noun, who) or self._of_an_age(name, noun, who)

    def twins(self, known: Known) -> list[str]:
        """Give the keys of the other nameless ones who were brought in by the same noun."""
        return [one.key for one in self._all() if one.head == known.head and one is not known]

    def _all(self) -> list[Known]:
        return [known for known in self._roster.known.values() if known.one_person and known.nameless]

    def _of_an_age(self, name: str, noun: SourcePhrase, who: Token) -> Known | None:
        """Give the one whom the opening told of the name that comes with an age: 'A pilot ... Ivo Lind, 54, ...'."""
        early = len(self._roster.known) <= _EARLY and noun.role is None and " " in name
        if not early or not any(is_age(child) for child in who.children):
            return None
        indefinite = (one for one in self._all() if not is_office(one.head))  # an office's holder is named as such
        return next((known for known in indefinite if f":{Field.BODY}:" in known.key), None)

    def _just_told(self, name: str, noun: SourcePhrase, who: Token) -> Known | None:
        """Give whom a name that comes alone belongs to: 'Her agent said she would go. "She is done," Mo Frey said.'

        So it is with 'the mayor', who has an office, and with whom the opening told of.
        """
        if " " not in name or noun.role is not None or noun.affiliation is not None:
            return None
        if who.dep_ not in ("nsubj", "nsubjpass") or any(_tells_who(child) for child in who.rights):
            return None
        last = self._roster.latest(lambda known: known.one_person and known.nameless)
        speaks = who.dep_ == "nsubj" and is_verb_cue(who.head)
        if last is None or not (speaks or self._is_holder(last)):
            return None
        presence = self._roster.presence
        if presence.of(last.key) < SPOKE / 4 or presence.is_here(last.key):
            return None
        if not self._roster.may_be(last, name):
            return None
        first = is_office(last.head) or self._is_of_opening(last)
        likely = first and not last.head.startswith(_MOUTHPIECES)
        return last if last.key in self.possessed or likely else None

    def _is_holder(self, known: Known) -> bool:
        """Tell whether the opening was about who holds a body's office: of him a name alone may tell anything."""
        return is_office(known.head) and known.speaker.affiliation is not None and self._is_of_opening(known)

    def _is_of_opening(self, known: Known) -> bool:
        """Tell whether the body's first paragraph brought somebody in."""
        field, _, place = known.key.rpartition(":")
        return field.endswith(str(Field.BODY)) and place.isdecimal() and int(place) < self._opening


def _tells_who(child: Token) -> bool:
    """Tell whether words behind a name say who it is: a clause, a noun, and no age."""
    return child.dep_ in _TELLING or (child.dep_ == "appos" and not is_age(child))
