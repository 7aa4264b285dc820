"""Those whom a report has told of so far, and whom 'he', 'the two' and 'the minister' stand for among them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Set
from dataclasses import replace
from typing import TYPE_CHECKING

from reportedly.analyse.affiliation import body_in_clause, read_affiliation
from reportedly.analyse.given_name import she_by_name
from reportedly.analyse.known import PEOPLE, Known, part_of
from reportedly.analyse.nominal import (
    BODIES,
    are_of_two_lands,
    called,
    contradicts,
    is_anybody,
    may_be_one_of,
    may_stand_for,
)
from reportedly.analyse.person_name import HE, SHE, says_she
from reportedly.analyse.presence import SPOKE, Presence
from reportedly.analyse.source_count import number_of
from reportedly.analyse.source_phrase import SourcePhrase
from reportedly.analyse.source_role import is_person_noun, read_role
from reportedly.analyse.whence import agrees, in_name
from reportedly.attribution import Anonymity, SpeakerKind

if TYPE_CHECKING:
    from reportedly.analyse.parsed import Token

THEY = frozenset({"they", "them", "their"})
IT = frozenset({"it", "its"})
_SUBJECT = frozenset({"he", "she"})
_ANOTHER = frozenset({"another", "other", "others", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth"})
_ORDINALS = {"second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8}
_FIRST = "first"
_REST = frozenset({"other", "remaining"})
_PAIR = frozenset({"two", "both", "pair", "couple", "duo"})
_SEVERAL = 2
_PROPER = 3.0
_CALLED = 12.0  # one who was called so stays likelier than who may be described so for three sentences
_FAINT = 3.0  # what has the noun in its name is not forgotten
_FAINTEST, _NEAR = 0.01, 40.0  # the subject of the sentence before weighs so much
_RATHER = 2.0  # 'they' are people who just spoke rather than a body that they spoke of
_BY_NAME = 6.0  # nobody forgets who was brought in by the very noun
_OF_TITLE = 0.1
_GOES_ON = 1.5  # who spoke last is more likely described by who speaks next
_FROM_THERE = 4.0  # a body of which the report told that it is from there
_FRESH = 10.0  # so much weighs a group of which 'one' may be
_ANYBODY: Set[str] = frozenset()


class Roster:
    """The people and bodies that a report has told of so far."""

    def __init__(self) -> None:
        self.known: dict[str, Known] = {}  # by key, in the order in which they were brought in
        self.presence = Presence()
        self.mentions: Counter[str] = Counter()  # key -> how often the speaker was mentioned
        self._spoke = ""  # key of who spoke last
        self.speaking = ""  # key of who tells somebody something, and can not be that one
        self._she: dict[str, bool] = {}  # key -> whether the report calls the speaker 'she'

    def add(self, known: Known, weight: float) -> None:
        """Take in a mention of a speaker, with what it weighs."""
        self.known[known.key] = known
        self.mentions[known.key] += 1
        self._spoke = known.key if weight == SPOKE else self._spoke
        self.presence.mention(known.key, weight)

    def learn_gender(self, known: Known, who: Token) -> None:
        """Keep whether the words around a noun call the speaker he or she."""
        if not known.one_person or known.key in self._she:
            return
        beside = {c.lower_ for c in who.lefts} | set((known.speaker.role or "").lower().split()) | {who.lower_}
        further = {t.lower_ for t in who.subtree if t.tag_ == "PRP$" and t.head.i != who.i}
        she = says_she(beside)
        if she is None and known.speaker.name is not None:
            she = she_by_name(known.speaker.name)
        if she is None and (beside | further) & (HE | SHE):
            she = bool((beside | further) & SHE)
        if she is not None:
            self._she[known.key] = she

    def may_be(self, known: Known, name: str) -> bool:
        """Tell whether a name's bearer can be one who was called he or she before."""
        she = she_by_name(name)
        return she is None or self._she.get(known.key, she) is she

    def latest(self, fits: Callable[[Known], bool]) -> Known | None:
        """Find the most present speaker that fits."""
        return next((known for known in self._present() if fits(known)), None)

    def foremost(self, fits: Callable[[Known], bool]) -> Known | None:
        """Find the one of whom the report tells most among those that fit: the sentence before goes first."""
        near = self.latest(lambda known: fits(known) and self.presence.of(known.key) >= _NEAR)
        often = (self.known[key] for key, _ in self.mentions.most_common() if key in self.known)
        return near or next((known for known in often if fits(known)), None)

    def _present(self) -> Iterator[Known]:
        return (self.known[key] for key in self.presence.in_order() if key in self.known)

    def by_pronoun(
        self, form: str, content: Set[str] = _ANYBODY, *, besides: str = "", behind: bool = False
    ) -> Known | None:
        """Find whom a pronoun stands for: the most present one that it fits.

        Args:
            form: the pronoun, lower case.
            besides: the key of who cannot be meant, as it speaks.
            content: the words that its bearer says; nobody speaks of himself by name.
            behind: the pronoun stands behind them.
        """
        if form in HE or form in SHE:
            return self._person(form, content, besides)
        if form in THEY:
            body = self.latest(lambda known: known.speaker.kind is SpeakerKind.ORGANISATION and not known.plural)
            several = self.latest(lambda known: known.plural)
            if body is not None and several is not None:
                people = several.speaker.kind in PEOPLE and several.key == self._spoke
                if people and behind and self.presence.is_here(body.key):
                    return several  # 'The lender may call it in, they said'
                weight = self.presence.of(several.key) * (_RATHER if people else 1.0)
                return several if weight >= self.presence.of(body.key) else body
            return several or body or self.latest(lambda known: known.speaker.kind is SpeakerKind.ANONYMOUS)
        return self.latest(lambda known: not known.one_person and not known.plural) if form in IT else None

    def _person(self, form: str, content: Set[str], besides: str) -> Known | None:
        she = form in SHE

        def fits(known: Known) -> bool:
            name = (known.speaker.name or "").lower().split()[-1:]
            himself = not content.isdisjoint(name) and not self.presence.is_here(known.key)
            nobody = known.speaker.kind is SpeakerKind.REPORTER and known.speaker.name is None
            nobody = nobody or known.key == besides
            return known.one_person and self._she.get(known.key, she) is she and not (himself or nobody)

        found = self.latest(fits)
        if found is not None and form in _SUBJECT:  # 'her' may stand for one who is named behind it
            self._she.setdefault(found.key, she)
        return found

    def by_number(self, who: Token) -> Known | None:
        """Find the group that 'the two', 'both' and 'the couple' stand for, by its count."""
        count = 2 if who.lower_ in _PAIR else number_of(who) if who.pos_ == "NUM" else None
        beside = {child.lower_ for child in who.children}
        if count is None or count < _SEVERAL or beside & {"of", *_REST}:
            return None
        exact = self.latest(lambda known: known.plural and known.speaker.count == count)
        people = self.latest(
            lambda known: known.plural and known.speaker.count is None and known.speaker.kind in PEOPLE
        )
        return exact or people or self.latest(lambda known: known.plural and known.speaker.count is None)

    def together(self, who: Token) -> list[Known]:
        """Give the nameless ones whom a number takes together: 'two aides said ... a third aide said ... all three'."""
        count = 2 if who.lower_ in _PAIR else number_of(who) if who.pos_ == "NUM" else None
        nameless = [k for k in self._present() if k.speaker.kind is SpeakerKind.ANONYMOUS and k.speaker.count]
        for head in dict.fromkeys(known.head for known in nameless):
            same = [known for known in nameless if known.head == head and not known.of_title]
            if count and len(same) > 1 and sum(known.speaker.count or 0 for known in same) == count:
                return same
        return []

    def another(self, who: Token, where: str) -> Known | None:
        """Bring in the next of a group: 'another said', 'the third said'; None for other words."""
        if any(child.lower_ == "one" and child.dep_ == "nummod" for child in who.lefts) and who.tag_ == "NN":
            return self._one_of(who, where)
        if who.tag_ == "NN":
            return self._numbered(who, where)
        one = who.lower_ == "one" and who.n_lefts == 0 and not any(child.lower_ == "of" for child in who.rights)
        other = who.lower_ == "the" and who.i + 1 < len(who.doc) and who.nbor().lower_ == "other"
        rest = who.pos_ == "NUM" and any(child.lower_ in _REST for child in who.lefts)  # 'the other three'
        next_one = who.lower_ in _ANOTHER and not any(child.lower_ == "of" for child in who.rights)
        if not (next_one or one or other or rest):
            return None
        whole = self.latest(lambda known: known.plural or (known.whole is not None and not one))
        if one and whole is not None and self.presence.of(whole.key) < _FRESH:
            return None
        if whole is not None and whole.whole is not None:  # 'two of the five ... a third': all are of the five
            whole = self.known.get(whole.whole, whole)
        if whole is None:
            return None
        beyond = whole.speaker.count is not None and _ORDINALS.get(who.lower_, 0) > whole.speaker.count
        part = part_of(whole, number_of(who) if rest else None if who.lower_ == "others" else 1, where)
        if beyond:  # of two who asked not to be named the third is none
            own = replace(part.speaker, anonymity=Anonymity.UNNAMED, anonymity_reason=None)
            part = replace(part, whole=None, speaker=own)
        return described_beside(part, who)

    def _numbered(self, who: Token, where: str) -> Known | None:
        """Bring in 'the third analyst' of three who were told of, unless some analyst was called the third before."""
        lefts, head = {child.lower_ for child in who.lefts}, who.lemma_.lower()
        number = lefts & _ANOTHER - {"another", "other", "others"}
        if not number or "the" not in lefts:
            return None
        whole = self.latest(lambda known: known.plural and known.head == head and known.speaker.kind in PEOPLE)
        told = self.latest(lambda known: known.one_person and known.head == head and bool(number & known.which))
        if whole is None or told is not None or self.presence.of(whole.key) < _FRESH:
            return None
        return described_beside(replace(part_of(whole, 1, where), which=frozenset(number)), who)

    def _one_of(self, who: Token, where: str) -> Known | None:
        """Bring in one of a group that was counted: 'Four former employees ... One former employee said'."""
        head = who.lemma_.lower()
        whole = self.latest(lambda known: known.plural and known.head == head and known.speaker.kind in PEOPLE)
        more = any(child.dep_ in ("appos", "prep", "acl") for child in who.rights)
        if whole is None or more or self.presence.of(whole.key) < _FRESH:
            return None
        part = part_of(whole, 1, where)
        return replace(part, speaker=replace(part.speaker, role=read_role(who, None)))

    def by_noun(self, noun: SourcePhrase, head: str) -> Known | None:
        """Find whom a definite noun stands for: one who was called so, else one whom it may describe.

        `head` is the noun's dictionary form.
        """
        best, found = 0.0, self._first(noun, head) if _FIRST in noun.modifiers else None
        if found is not None:
            return found
        anew = all(called(known, noun, head) < 1.0 for known in self._present())
        for known in self._present():
            likely = self._likelihood(known, noun, head) if known.key != self.speaking else 0.0
            # A title's 'carmaker' is somebody whom the body names.
            noun_alone = known.of_title and known.speaker.kind in BODIES and (known.speaker.name or "").islower()
            likely *= _OF_TITLE if noun_alone else 1.0
            just_spoke = known.key == self._spoke and known.speaker.kind is SpeakerKind.ANONYMOUS
            # 'A member of the squad said ... The player said': what nobody was called says more of who just spoke.
            likely *= _CALLED if anew and just_spoke and known.one_person else 1.0
            if likely > best:
                best, found = likely, known
        if found is None or not found.plural or (noun.plural and found.of_some.isdisjoint(noun.modifiers)):
            return found
        member = part_of(found, None if noun.plural else 1, f"{found.key}:{'-'.join(sorted(noun.modifiers))}")
        return replace(member, speaker=replace(member.speaker, party=noun.party or member.speaker.party))

    def _first(self, noun: SourcePhrase, head: str) -> Known | None:
        """Find 'the first official': the one who was told of before a second one was, and by no number."""
        same = [known for known in self.known.values() if known.head == head and known.one_person]
        told = dict.fromkeys(known.key for known in same if known.which.isdisjoint(_ANOTHER))
        more = noun.modifiers - {_FIRST}
        first = next((known for known in same if known.key in told and more <= known.told | known.belongs), None)
        return first if len(same) > 1 else None

    def _likelihood(self, known: Known, noun: SourcePhrase, head: str) -> float:
        """Give how likely a noun stands for a speaker, by how present it is; 0 where it cannot."""
        present = max(self.presence.of(known.key), _FAINTEST)
        if known.speaker.kind in BODIES and not known.plural:
            same = agrees(noun.whence, known.whence)
            if same is False:
                return 0.0
            same = same or bool(agrees(noun.whence, in_name(known.speaker.name)))
            present = max(present * _FROM_THERE, _FAINT) if same else present
        if known.plural and not noun.plural and not noun.modifiers.isdisjoint(known.of_some):
            present = max(present, _NEAR * 2)  # 'four of them Libyan and one Turkish ... the Turkish official'
        if known.plural and not noun.plural and known.speaker.kind not in BODIES:
            return max(present, _FAINT) * may_be_one_of(known, noun, head) * _CALLED
        so_called = 0.0 if noun.plural and known.whole is not None else called(known, noun, head)
        if so_called:
            named = not known.one_person and (known.speaker.name or "")[:1].isupper()
            by_noun = known.one_person and so_called >= 1.0 and not is_anybody(head)
            return max(present, _FAINT if named else _BY_NAME if by_noun else 0.0) * so_called * _CALLED
        if known.speaker.kind in BODIES and are_of_two_lands(known, noun, head):
            return 0.0
        # What describes somebody stands for the last one told of, and not for one named in its own sentence.
        if known.one_person and (self.presence.is_here(known.key) or contradicts(known, noun, head)):
            return 0.0
        proper = _PROPER if (known.speaker.name or "")[:1].isupper() and not known.one_person else 1.0
        she, near = self._she.get(known.key), present >= _NEAR
        present *= _GOES_ON if known.one_person and near and known.key == self._spoke else 1.0
        return present * proper * may_stand_for(known, noun, head, she=she, near=near, present=present >= _FRESH)


def described_beside(part: Known, who: Token) -> Known:
    """Add what stands beside the word for one of a group: 'another, a former judge,', 'the third, who works at ...'."""
    beside = noun_beside(who)
    body = (read_affiliation(beside, None) if beside is not None else body_in_clause(who)) or part.speaker.affiliation
    role = read_role(beside, None) if beside is not None else part.speaker.role
    return replace(part, speaker=replace(part.speaker, role=role, affiliation=body))


def noun_beside(who: Token) -> Token | None:
    """Give the noun of people beside the word for one of a group: 'judge' in 'another, a former judge,'."""
    return next((c for c in who.rights if c.dep_ == "appos" and c.pos_ == "NOUN" and is_person_noun(c)), None)
