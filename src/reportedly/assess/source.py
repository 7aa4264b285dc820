"""The terminal source: who or what a mention rests on at last, and which newsroom collected it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from reportedly.assess.mention import Mention
from reportedly.assess.party import (
    core_words,
    leads_others,
    may_be_one,
    may_be_one_body,
    newsroom_name,
    own_words,
    owner_of,
    party_words,
    person_key,
    plain,
    same_person,
    speaks_for_others,
    states_of,
    surely_two,
)
from reportedly.assess.provenance import UNNAMED, Provenance
from reportedly.assess.unnamed import is_anybody
from reportedly.attribution import Anonymity, Attribution, Basis, Speaker, SpeakerKind
from reportedly.data import read_table, read_words
from reportedly.text.fold import fold

_OFFICIAL = "authority"  # the walk of life of those who may speak for a body


class SourceKind(StrEnum):
    """How a terminal source can be told from another."""

    NEWSROOM = "newsroom"  # the outlet itself: its own voice, its own reporter
    PERSON = "person"
    BODY = "body"  # an organisation, a government, an army
    RECORD = "record"  # a document, an image, a post
    UNNAMED = "unnamed"


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Source:
    """Who or what stands behind a mention, as it is compared across newsrooms."""

    kind: SourceKind
    newsroom: str
    person: tuple[str, str] = ("", "")  # of a named person
    # Of a body its own words, of one who speaks for a body that body's, of unnamed people their side's, of a record
    # its maker's.
    party: tuple[str, ...] = ()
    walk: str = ""  # of an unnamed source: its walk of life, where the words tell
    record: str = ""  # of a record: what sort it is
    day: tuple[str, str] = ("", "")  # of a record: the first and last day that it may be of
    witness: bool = False  # it saw for itself
    # What the words say that somebody is, and of what; of unnamed people without what may be left out.
    office: tuple[str, ...] = ()
    leads: bool = False  # of a named person: the head of what the office names
    work: bool = False  # of a named person: what they made tells it, 'Hale's inquiry'
    guessed: bool = False  # of a body: its name stands in another sentence, 'the company said'
    # Of a body: no name is told, 'the authority'; of a record: no maker, 'a statement'; of somebody: nothing at all.
    vague: bool = False


def find_source(mention: Mention, provenance: Provenance) -> Source:
    """Give the terminal source of a mention, with the newsroom that collected it."""
    origin = provenance.descent(mention.report, mention.sentence).origin
    newsroom = provenance.own_newsroom(origin) if origin == mention.report else provenance.newsroom(origin)
    if (named := find_collector(mention)) and not _is_short_for(named, provenance.titles_of(origin)):
        newsroom = newsroom_name(named)
    attribution = mention.attribution
    if attribution is None or attribution.speaker.kind in (SpeakerKind.REPORTER, SpeakerKind.OUTLET):
        return Source(kind=SourceKind.NEWSROOM, newsroom=newsroom)
    speaker = attribution.speaker
    if speaker.kind in (SpeakerKind.IMAGERY, SpeakerKind.DOCUMENT):
        return _record(mention, attribution, newsroom)
    if speaker.kind is SpeakerKind.PERSON and speaker.name:
        body = _sorted(speaker.affiliation or speaker.party) if speaks_for_others(speaker.role or "") else ()
        office = _sorted(" ".join(filter(None, (speaker.role, speaker.affiliation))))
        key = person_key(speaker.name)
        leads = leads_others(speaker.role or "")
        work = attribution.source is not None and fold(attribution.source.text).endswith("'s")
        return Source(
            kind=SourceKind.PERSON, newsroom=newsroom, person=key, party=body, office=office, leads=leads, work=work
        )
    if speaker.anonymity is Anonymity.NAMED:
        return _body(attribution, newsroom)
    return _unnamed(attribution, newsroom)


def find_collector(mention: Mention) -> str | None:
    """Give the newsroom that the words say collected the mention; None where they name none."""
    attribution = mention.attribution
    if attribution is None:
        return None
    named = [attribution.via, _outlet(attribution.speaker)]
    if mention.nested_in is not None:
        named += [mention.nested_in.via, _outlet(mention.nested_in.speaker)]
    return next((name for name in named if name and plain(name) not in read_words("assess_audiences.txt")), None)


def _is_short_for(name: str, titles: Iterable[str]) -> bool:
    """Tell whether `name` is the short form of one of the titles: its initials, or some of its words."""
    own = party_words(name)
    initials = "".join(sign for sign in name if sign.isalpha())
    for title in titles:
        letters = "".join(word[0] for word in title.split() if word[:1].isupper() and word not in ("The", "Of"))
        if (own and own <= party_words(title)) or (len(initials) > 1 and initials == letters):
            return True
    return False


def _outlet(speaker: Speaker) -> str | None:
    """Give the outlet that a speaker is, or reports for."""
    if speaker.kind is SpeakerKind.OUTLET:
        return speaker.name or speaker.affiliation
    return speaker.affiliation if speaker.kind is SpeakerKind.REPORTER else None


def _record(mention: Mention, attribution: Attribution, newsroom: str) -> Source:
    """Describe a document or an image: who made it, and of which day it is."""
    speaker = attribution.speaker
    return Source(
        kind=SourceKind.RECORD,
        newsroom=newsroom,
        party=_sorted(speaker.affiliation or speaker.party or speaker.name),
        record=speaker.kind.value,
        vague=speaker.kind is SpeakerKind.DOCUMENT and not (speaker.affiliation or speaker.party or speaker.name),
        day=mention.record_days,
    )


def _body(attribution: Attribution, newsroom: str) -> Source:
    """Describe an organisation, or one known by office alone."""
    speaker = attribution.speaker
    words = speaker.name or " ".join(filter(None, (speaker.affiliation, speaker.role)))
    if not words:
        words = attribution.source.text if attribution.source is not None else ""
    if attribution.source is not None and surely_two(party_words(words), party_words(attribution.source.text)):
        words = attribution.source.text  # 'the Chilean embassy' is no other state's, whomever it was taken for
    lone = person_key(words) if len(words.split()) == 1 else owner_of(words)  # perhaps a surname after all
    vague = bool(words) and not any(sign.isupper() for sign in words.removeprefix("The "))
    told = party_words(attribution.source.text if attribution.source is not None else words)
    guessed = bool(told) and told.isdisjoint(party_words(words))
    return Source(
        kind=SourceKind.BODY, newsroom=newsroom, person=lone, party=_sorted(words), vague=vague, guessed=guessed
    )


def _unnamed(attribution: Attribution, newsroom: str) -> Source:
    """Describe unnamed people: their side and their walk of life; those who speak for a body are that body."""
    speaker = attribution.speaker
    side = _sorted(" ".join(filter(None, (speaker.affiliation, speaker.party))))
    if side and speaks_for_others(speaker.role or ""):
        return Source(kind=SourceKind.BODY, newsroom=newsroom, party=_sorted(speaker.affiliation or speaker.party))
    return Source(
        kind=SourceKind.UNNAMED,
        newsroom=newsroom,
        party=side,
        walk=_walk(speaker, attribution),
        office=tuple(sorted(core_words(party_words(speaker.role or ""), frozenset()))),
        witness=attribution.basis is Basis.OBSERVATION,
        vague=not (side or speaker.role or (attribution.source and not is_anybody(attribution.source.text))),
    )


def _sorted(words: str | None) -> tuple[str, ...]:
    """Give the words of a party in a fixed order."""
    return tuple(sorted(party_words(words or "")))


def _walk(speaker: Speaker, attribution: Attribution) -> str:
    """Give the walk of life that the first telling noun names; empty where none does."""
    walks = {row["noun"]: row["walk"] for row in read_table("assess_roles.tsv")}
    told = speaker.role or (attribution.source.text if attribution.source else "")
    for word in plain(told).replace(",", " ").split():
        if found := walks.get(word) or walks.get(word.removesuffix("s")):
            return found
    return ""


def judged(source: Source) -> bool:
    """Tell whether it can be told where a source's words come from: its newsroom has a name, or it has one itself."""
    named = source.kind in (SourceKind.PERSON, SourceKind.BODY) or (
        source.kind is SourceKind.RECORD and bool(source.party)
    )
    return named or not source.newsroom.startswith(UNNAMED)


def may_be_same(one: Source, other: Source) -> bool:
    """Tell whether two sources that two newsrooms name may be one: when unsure, they may."""
    kinds = {one.kind, other.kind}
    ours, theirs = frozenset(one.party), frozenset(other.party)
    if _may_speak_for(one, other) or _may_speak_for(other, one):
        return True
    if kinds == {SourceKind.NEWSROOM, SourceKind.BODY}:
        return _publishes(one, theirs) if one.kind is SourceKind.NEWSROOM else _publishes(other, ours)
    if kinds <= {SourceKind.PERSON, SourceKind.BODY}:
        return may_be_one_body(ours, theirs)
    if kinds == {SourceKind.RECORD}:
        return one.record == other.record and may_be_one(ours, theirs) and _same_days(one.day, other.day)
    if kinds == {SourceKind.UNNAMED}:
        return not surely_two(ours, theirs) and not (one.walk and other.walk and one.walk != other.walk)
    if kinds == {SourceKind.UNNAMED, SourceKind.BODY}:
        return _of_body(*((one, other) if one.kind is SourceKind.BODY else (other, one)))
    return False


def _may_speak_for(one: Source, other: Source) -> bool:
    """Tell whether the words of one source may be the other's, by what is told of the one."""
    if one.vague and (one.kind is SourceKind.UNNAMED or _may_stand_for(one, other)):
        return True
    if one.kind is SourceKind.PERSON and other.kind is SourceKind.PERSON:
        return same_person(one.person, other.person)
    if one.kind is SourceKind.PERSON and other.kind is SourceKind.BODY:
        return _is_surname(one, other) or _is_led(one, other)
    return one.guessed and (_is_body(other) or (other.kind is SourceKind.UNNAMED and other.walk == _OFFICIAL))


def _may_stand_for(vague: Source, named: Source) -> bool:
    """Tell whether a body that is not named, or a statement that nobody is said to have made, may be the other's."""
    if vague.kind is SourceKind.RECORD:
        return named.kind is SourceKind.BODY or (
            named.kind is SourceKind.PERSON and bool(named.party or named.work or (named.leads and named.office))
        )
    words = frozenset(vague.party)
    if named.kind is SourceKind.PERSON:
        return bool(words & frozenset(named.office))
    theirs = frozenset(named.party)
    return named.kind is SourceKind.BODY and bool(words & theirs or (theirs and theirs == states_of(theirs)))


def _publishes(outlet: Source, body: frozenset[str]) -> bool:
    """Tell whether what publishes is the body itself: a ministry's own statement, a company's."""
    if outlet.newsroom.startswith(UNNAMED):
        return False
    words = party_words(outlet.newsroom)
    return bool(own_words(words) & own_words(body)) and may_be_one_body(words, body)


def _is_body(source: Source) -> bool:
    """Tell whether a source is a body, or a bare name that may be one's."""
    bare = source.kind is SourceKind.PERSON and not source.person[1] and not source.office
    return bare or source.kind is SourceKind.BODY


def _is_led(person: Source, body: Source) -> bool:
    """Tell whether a person leads a body."""
    office, words = frozenset(person.office), frozenset(body.party)
    return person.leads and bool(words - states_of(words)) and core_words(words, office) <= office


def _is_surname(person: Source, body: Source) -> bool:
    """Tell whether what was read as a body is the bare surname of a person, or what is that person's."""
    return bool(person.person[0]) and person.person[0] == body.person[0]


def surely_same(one: Source, other: Source) -> bool:
    """Tell whether two sources that two newsrooms name are one beyond doubt about unnamed people and names."""
    if SourceKind.UNNAMED in (one.kind, other.kind):
        return False
    ours, theirs = (replace(source, guessed=False) if source.guessed else source for source in (one, other))
    return may_be_same(ours, theirs)


def _same_days(ours: tuple[str, str], theirs: tuple[str, str]) -> bool:
    """Tell whether two records may be of one day; unknown ones may."""
    return not (ours[0] and theirs[0]) or (ours[0] <= theirs[1] and theirs[0] <= ours[1])


def _of_body(body: Source, people: Source) -> bool:
    """Tell whether unnamed people may be the voice of the body itself: by their side, or by what both are called."""
    whole, side = frozenset(body.party), frozenset(people.party)
    called_alike = not own_words(whole).isdisjoint(people.office) and not surely_two(whole, side)
    return called_alike or (bool(whole) and core_words(whole, side) <= side)
