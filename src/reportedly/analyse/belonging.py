"""Find whom or what somebody belongs to: 'its spokesman', 'the club's owner', 'a spokesman for the firm'."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from reportedly.analyse.body_sort import sort_of, sort_of_name
from reportedly.analyse.full_name import FullNames
from reportedly.analyse.gazetteer import look_up
from reportedly.analyse.known import PEOPLE, Known
from reportedly.analyse.nominal import is_origin, is_party, widened
from reportedly.analyse.outlet_name import is_outlet
from reportedly.analyse.person_name import HE, SHE, says_she
from reportedly.analyse.roster import IT, THEY, Roster
from reportedly.analyse.source_name import is_full_name, phrase_of, text_of, whole_entity
from reportedly.analyse.source_noun import is_body_noun, noun_form, source_kind
from reportedly.analyse.source_phrase import SourcePhrase, read_source_phrase
from reportedly.analyse.source_role import has_parts, is_part, is_person_noun, read_role
from reportedly.attribution import SpeakerKind, unnamed
from reportedly.data import read_words

if TYPE_CHECKING:
    from reportedly.analyse.parsed import Token

KIN = frozenset(
    "brother colleague daughter father friend husband mother neighbor neighbour relative sister son widow wife".split()
)
PLAYERS = frozenset({"boss", "coach", "footballer", "player"})
# Who speaks for a body that the word before names: 'a government source'; of a 'police officer' it is the trade.
_SPEAK_FOR = frozenset("insider official representative source spokesman spokesperson spokeswoman".split())
# Who acts for a person, and for nobody's body.
_HIRED = frozenset("agent attorney barrister counsel lawyer publicist solicitor".split())
_OF_STATE = frozenset({"central", "federal", "national", "of", "reserve"})  # as central banks are called
_NEWSMEN = frozenset({"anchor", "columnist", "editor", "presenter", "publisher", "viewer", "reader"})
_PARTIES = frozenset({"Labour"})  # called by the same word as their people
_FURTHER = frozenset({"another", "fellow", "second", "third"})
# They live somewhere, or are somebody's.
_OF_NO_BODY = (KIN - {"colleague"}) | frozenset(
    "citizen critic customer evacuee fan islander opponent resident supporter survivor victim villager".split()
)


class Belonging:
    """What people belong to, as far as the report has been read."""

    def __init__(self, roster: Roster, full: FullNames, again: Callable[[SourcePhrase, Token], Known | None]) -> None:
        self._roster, self._full, self._again = roster, full, again

    def body(self, noun: SourcePhrase, who: Token, owner: Known | None) -> str | None:
        """Give the body that a speaker belongs to, in full; `owner` is whose the words say that it is."""
        if noun.kind not in PEOPLE:
            return None if noun.name else noun.affiliation
        if not {word.removesuffix("s") for word in (noun.role or "").lower().split()[-1:]}.isdisjoint(_OF_NO_BODY):
            return None
        if noun.kind is SpeakerKind.REPORTER and noun.affiliation is None:
            return self._sender(who)
        if owner is not None:
            body = _part_of_owner(who) or self._of_owner(owner, noun, who)
            side = body is not None and (_is_land(body) or (is_party(body.lower()) and body not in _PARTIES))
            return None if side else body
        if noun.affiliation is None and _is_further_player(noun, who):
            return self._same(who)
        if noun.affiliation is None and _is_post_alone(noun, who):
            return self._latest()
        if noun.affiliation is None and _is_governor_alone(noun, who):
            return self._central_bank()
        if noun.affiliation is None and _is_trainer_alone(noun, who):
            return self._club()
        again = self.named_before(who) or (self._own_outlet(who) if noun.affiliation is None else None)
        if again is not None:
            return again
        body = self._full.of_owner(noun.affiliation) if noun.affiliation else None
        side = body is not None and (_is_land(body) or is_origin(body.lower()) or body == noun.party)
        side = side and body not in _PARTIES
        return None if body is None or side or self._is_person(body) else body

    def _is_person(self, name: str) -> bool:
        known = self._roster.known.get(f"name:{name.lower()}") if " " in name else None
        if known is not None:
            return known.speaker.kind is SpeakerKind.PERSON
        return is_full_name(name) and self._full.names.is_person(name) is True

    def owner(self, noun: SourcePhrase, who: Token) -> Known | None:
        """Give whose somebody is: of 'her lawyer' she, of 'the club's owner' the club; None for kin."""
        beside = (c for c in who.lefts if c.dep_ in ("compound", "nmod") and is_person_noun(c))
        roles = [who, *(c for c in who.children if c.dep_ == "appos"), *beside]
        owner = next((c for role in roles for c in role.lefts if c.dep_ == "poss"), None)
        kin = owner is None or any(role.lemma_.lower() in KIN for role in roles)
        return self._possessor(owner) if owner is not None and noun.kind in PEOPLE and not kin else None

    def _sender(self, who: Token) -> str | None:
        """Give the outlet of 'a Meridian reporter'."""
        sent = (child for child in who.lefts if child.pos_ == "PROPN" or child.ent_type_)
        names = (self._full.of_outlet(name) for child in sent for name in (child.text, whole_entity(child)))
        outlet = next((name for name in names if is_outlet(name) or name.lower() in self._full.outlets), None)
        ours = any(t.lower_ in ("my", "our") and t.dep_ == "poss" for t in who.subtree)
        return outlet or (self._full.own if ours else None)

    def _of_owner(self, owner: Known, noun: SourcePhrase, who: Token) -> str | None:
        """Give the body of 'its chairman', and for 'his agent' that which he belongs to unless another is told."""
        name, person = owner.speaker.name or "", owner.speaker.kind in PEOPLE
        if person and (" " in name or self._full.names.is_person(name) is not False):
            told = any(c.dep_ == "prep" and c.lower_ in ("at", "for") for c in who.rights)
            if noun_form(who) in _HIRED and not told:
                return None
            return noun.affiliation if told else owner.speaker.affiliation
        return (self._full.of_owner(name) if person else name) or None

    def _is_ours(self, name: str) -> bool:
        """Tell whether a name is that of the report's own outlet: 'Comet' where 'The Comet' publishes it."""
        return bool({name.lower(), f"the {name.lower()}"} & self._full.outlets)

    def _own_outlet(self, who: Token) -> str | None:
        """Give the report's own publisher where somebody is of it: 'an adviser to Rights Monitor'."""
        nouns = (who, *(c for c in who.rights if c.dep_ == "appos"))
        links = (c for noun in nouns for c in noun.rights if c.lower_ in ("at", "for", "of", "to", "with"))
        names = (whole_entity(c) for link in links for c in link.rights if c.dep_ == "pobj" and not c.is_lower)
        return next((self._full.of_outlet(name) for name in names if self._is_ours(name)), None)

    def _same(self, who: Token) -> str | None:
        """Give the club of the first coach for 'a second coach'."""
        first = self._roster.latest(lambda known: known.one_person and who.lemma_.lower() in known.heads)
        return first.speaker.affiliation if first is not None else None

    def _latest(self) -> str | None:
        """Give the body that the report is about, for 'a spokeswoman' alone."""
        body = self._roster.foremost(lambda known: _is_own_body(known) and not self._is_ours(known.speaker.name or ""))
        return body.speaker.name if body is not None else None

    def _central_bank(self) -> str | None:
        """Give the central bank that the report is about, for 'the governor'; None where it is about no bank."""
        name = self._latest() or ""
        words = name.lower().split()
        return name if "bank" in words and _OF_STATE.intersection(words) else None

    def _club(self) -> str | None:
        """Give the club that the report is about, for 'the manager, Ada Lind,'; None where it tells of several."""
        clubs = {known.speaker.name for known in self._roster.known.values() if _is_club(known)}
        return clubs.pop() if len(clubs) == 1 else None

    def named_before(self, who: Token) -> str | None:
        """Give the body that a noun brings in again: 'a spokesman for the firm', 'a ministry official'."""
        links = (child for child in who.rights if child.lower_ in ("at", "for", "from", "of", "with"))
        for noun in (c for link in links for c in link.rights if c.dep_ == "pobj" and c.is_lower and c.tag_ == "NN"):
            if is_body_noun(noun) and any(child.lower_ in ("the", "this", "that") for child in noun.lefts):
                known = self._again(self._read(noun), noun)
                return known.speaker.name if known is not None and known.speaker.kind not in PEOPLE else None
        before = next((c for c in who.lefts if c.dep_ == "compound" and _is_common(c) and is_body_noun(c)), None)
        if before is None:
            return None
        known = self._roster.by_noun(self._read(before), noun_form(before))
        if known is not None and known.speaker.kind not in PEOPLE and _is_told_to_be(known, noun_form(before)):
            return known.speaker.name
        own = (
            before.is_lower
            and noun_form(who) in _SPEAK_FOR
            and before.lower_ not in (read_role(who, None) or "").lower().split()
        )
        return phrase_of(before) if own else None

    def _possessor(self, owner: Token) -> Known | None:
        """Give the person or the body that a possessive stands for."""
        if owner.tag_ == "PRP$":
            several = self._roster.by_pronoun(owner.lower_) if owner.lower_ in THEY else None
            if several is not None and several.plural:
                return several
            known = self._roster.by_pronoun("it" if owner.lower_ in IT | THEY else owner.lower_)
            if known is not None and owner.lower_ in IT | THEY and _hears(known) and not _is_of_newsroom(owner.head):
                known = self._roster.foremost(_has_people) or known
            own = known is not None and known.speaker.kind is SpeakerKind.OUTLET and owner.lower_ in THEY
            return known if not own else None  # the agency of a dateline is no 'they'
        noun = self._read(owner)
        known = self._again(noun, owner)
        if known is not None and known.speaker.name:
            return known
        she = says_she({child.lower_ for child in owner.lefts})
        name = self._full.of_source(noun.name or "", noun.kind, plural=noun.plural, she=she) or None
        speaker = replace(unnamed(), kind=noun.kind, name=name)
        return Known("", owner.lemma_.lower(), noun.plural, speaker, None) if name else None

    def _read(self, noun: Token) -> SourcePhrase:
        return read_source_phrase(noun, self._full.outlets, self._full.names, alone=True)


def _part_of_owner(who: Token) -> str | None:
    """Give the state's or the members' own body that a role is of: "Mali's army spokesman", "fans' trust chair"."""
    owner = next((c for c in who.lefts if c.dep_ == "poss"), None)
    part = next((c for c in reversed(list(who.lefts)) if c.dep_ == "compound" and is_part(c)), None)
    if owner is None or part is None or part.i < owner.i or not has_parts(owner):
        return None
    words = who.doc[owner.left_edge.i : part.i + 1]
    return text_of([word for word in words if word.dep_ != "det"])


def _is_common(word: Token) -> bool:
    """Tell whether a word is written as a common noun: in small letters, or opening its sentence."""
    return word.is_lower or (word.is_sent_start is True and word.tag_ == "NN")


def _is_further_player(noun: SourcePhrase, who: Token) -> bool:
    plays = not PLAYERS.isdisjoint(widened(frozenset({noun_form(who)})))
    return plays and bool(noun.modifiers & _FURTHER)


def _is_post_alone(noun: SourcePhrase, who: Token) -> bool:
    """Tell whether a role is a post that a body has and nothing says whose: 'a spokeswoman', 'chief nurse'."""
    post = (noun.role or "").lower().split(" of ")[0]
    told = any(child.dep_ in ("poss", "prep") and child.lower_ != "in" for child in who.children)
    told = told or any(child.dep_ == "compound" and is_body_noun(child) for child in who.lefts)
    told = told or (noun.name is not None and not (noun.role or "a").islower() and post == "representative")
    is_post = post in read_words("speaker_posts.txt") or (post.startswith("chief ") and post.endswith(" officer"))
    return is_post and not told


def _is_trainer_alone(noun: SourcePhrase, who: Token) -> bool:
    """Tell whether somebody is told to be a coach or a manager, and nothing says whose."""
    role = (noun.role or "").lower().split()[-1:]
    told = any(child.dep_ in ("poss", "prep") for child in who.children)
    return noun.name is not None and role in (["coach"], ["manager"]) and not told


def _is_governor_alone(noun: SourcePhrase, who: Token) -> bool:
    """Tell whether somebody is a governor or a deputy of one, and nothing says where."""
    role = (noun.role or "").lower().split()[-1:]
    told = any(child.dep_ in ("poss", "prep") for child in who.children)
    return role == ["governor"] and not told


def _is_club(known: Known) -> bool:
    body = known.speaker.kind is SpeakerKind.ORGANISATION and known.speaker.name is not None
    return body and "club" in known.sorts | known.marks | sort_of_name(known.speaker.name or "")


def _is_told_to_be(known: Known, noun: str) -> bool:
    """Tell whether a body may be meant by a noun: a firm by any, a union or a charity only where something says so."""
    sort = sort_of(noun)
    told = {sort_of(word) for word in known.told} | sort_of_name(known.speaker.name or "") | known.sorts
    return sort not in ("charity", "party", "regulator", "union") or sort in told


def _is_land(name: str) -> bool:
    """Tell whether a name is a country's: its people are of a side, not of a body."""
    return any(place.kind == "country" for place in look_up(name))


def _hears(known: Known) -> bool:
    """Tell whether a body is an outlet, or one that somebody told something: people of it are seldom told of."""
    return known.speaker.kind is SpeakerKind.OUTLET or "outlet" in known.sorts


def _has_people(known: Known) -> bool:
    name = known.speaker.name or ""
    body = known.speaker.kind is SpeakerKind.ORGANISATION and not known.plural and not _hears(known)
    return body and name[:1].isupper() and not is_origin(name.lower()) and not _is_land(name)


def _is_of_newsroom(noun: Token) -> bool:
    return source_kind(noun.lemma_.lower()) is SpeakerKind.REPORTER or noun.lemma_.lower() in _NEWSMEN


def _is_own_body(known: Known) -> bool:
    """Tell whether a body stands by itself: not 'her department'."""
    opening = (known.speaker.name or "").lower().split()[:1]
    told = "outlet" in known.sorts  # somebody told it something, as people tell papers
    return known.speaker.kind is SpeakerKind.ORGANISATION and not told and not {*opening} & (HE | SHE | IT | THEY)
