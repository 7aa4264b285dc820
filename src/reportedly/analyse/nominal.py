"""Tell whether a definite noun, 'the minister' or 'the company', can stand for a speaker that was told of before."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from reportedly.analyse.body_sort import TRADES, UNLIKELY, UNTOLD, fits_sort, is_epithet, sort_of
from reportedly.analyse.gazetteer import look_up
from reportedly.analyse.known import PEOPLE, Known, words_of
from reportedly.analyse.name_beside import HANDLED
from reportedly.analyse.person_name import says_she
from reportedly.analyse.source_noun import source_kind
from reportedly.analyse.whence import places_in
from reportedly.attribution import SpeakerKind
from reportedly.data import read_table, read_words

if TYPE_CHECKING:
    from reportedly.analyse.source_phrase import SourcePhrase

_ANYBODY = frozenset(
    "accused boy celebrity champion defendant girl laureate man pensioner teenager veteran widow widower "
    "woman youth".split()
)
# What somebody may be beside a trade.
_NO_TRADE = frozenset(
    "ally billionaire bystander brother candidate celebrity critic daughter father favourite friend front-runner "
    "frontrunner hopeful husband leader member millionaire mother neighbor neighbour nominee opponent passenger "
    "patient person relative resident rival sister son star supporter survivor veteran victim wife winner "
    "witness".split()
)
SOMEBODY = frozenset({"man", "pensioner", "teenager", "widow", "widower", "woman", "youth"})
_REGIONS = frozenset({"county", "islands", "province", "region"})
_LARGE = 300_000  # people; a smaller town's name ends too many other words
_PARTIES = frozenset("conservative democrat green independent labour liberal republican socialist tory".split())
_SAME_PARTY = {"tory": "conservative", "torie": "conservative"}
_CROWD = frozenset({"man", "person", "teenager", "woman", "youth"})
_ON_TRIAL = frozenset({"accused", "defendant"})
_ANY_TRADE = frozenset({"executive", "expert", "leader", "man", "official", "star", "woman"})  # say too little
_STAFF = frozenset({"employee", "insider", "source", "staffer", "worker"})  # what anybody may be who works somewhere
_REDESCRIBED = frozenset(
    {"club", "company", "outlet", "regulator", "union"}
)  # sorts of bodies that reports describe anew: 'the shipping company'
# Bodies that are told of anew where the sentence before told of them: 'the governing body'.
_DESCRIBED_NEAR = frozenset(
    "bloc body charity establishment foundation fund institution movement museum ngo non-profit nonprofit organisation "
    "organization trust university".split()
)
_WIDER = 0.3  # of what counts for one who was called by the very noun
_RATHER_NEAR = 0.6  # for whom the sentence before told of, in another role
_SAME_AGE = 9.0
_ONE_OF = 0.5  # for one of a group who was not told of alone
_FROM_THERE = 0.4  # of what counts for one who was called so
_OF_OTHERS = frozenset("combined holding merged new other parent rival sister successor".split())
_PAST = frozenset({"former", "then", "ex"})  # an office that somebody had is no longer the one that there is
_RETIRED = _PAST | {"retired"}
_NO_LONGER = 0.05  # for one of whom nothing tells that the office is past
_SHORT = 4  # letters; no participle: 'red'
_SAY_WHICH = frozenset("accused alleged armed injured masked named suspected unnamed wounded".split())
_RANKS = frozenset(
    "admiral brigadier captain colonel commodore constable corporal general inspector lieutenant major marshal private "
    "sergeant superintendent".split()
)
_SAME = frozenset({"same", "very", "latter"})
BODIES = frozenset({SpeakerKind.ORGANISATION, SpeakerKind.OUTLET})


@cache
def _wider() -> dict[str, frozenset[str]]:
    return {row["noun"]: frozenset(row["wider"].split()) for row in read_table("speaker_wider.tsv")}


def widened(told: frozenset[str]) -> frozenset[str]:
    """Give the words with the wider nouns that they imply: an envoy is a diplomat."""
    return told.union(*(_wider().get(word, frozenset()) for word in told))


def is_office(noun: str) -> bool:
    """Tell whether the noun is an office's: 'the mayor' need not have been told of before."""
    return noun in read_words("speaker_offices.txt")


def called(known: Known, noun: SourcePhrase, head: str) -> float:
    """Give how well a noun fits what the report has called a speaker: 1 with all words before it, 0 not at all."""
    heads = known.heads
    if is_epithet(known.speaker.name, noun.modifiers, head) and not noun.plural:
        return 1.0
    if known.plural != noun.plural or head not in widened(heads) or not _same_being(known, noun):
        return 0.0
    no_longer = not noun.modifiers.isdisjoint(_RETIRED) and known.told.isdisjoint(_RETIRED)  # nor is a serving major
    exactly = 1.0 if head in heads else _WIDER
    more = {
        word for word in noun.modifiers - widened(known.told) - known.belongs - known.of_some if not _describes(word)
    }
    if not more:
        return exactly * (_NO_LONGER if no_longer else 1.0)
    # 'the Chilean midfielder' may tell where a named one is from; 'the Iraqi officials' are not the Turkish ones.
    from_there = more == {(noun.party or "").lower()} and known.speaker.party is None
    return _FROM_THERE if from_there and known.speaker.name is not None else 0.0


def may_be_one_of(known: Known, noun: SourcePhrase, head: str) -> float:
    """Give how well 'the Turkish official' is one of a group: 'five officials, four of them Libyan and one Turkish'."""
    if known.speaker.kind in PEOPLE and head in known.of_some and not noun.modifiers:
        return _ONE_OF  # 'two officials, one civilian and one military ... the civilian'
    if known.speaker.kind not in PEOPLE or known.head != head or is_office(head):
        return 0.0
    which = noun.modifiers - known.told - known.belongs - known.of_some
    return 0.0 if which else _ONE_OF


def _same_being(known: Known, noun: SourcePhrase) -> bool:
    """Tell whether both are people, both bodies, or both things."""
    unknown = noun.kind is SpeakerKind.ANONYMOUS and not noun.human  # 'the programme', of which the tables know nothing
    same = (known.speaker.kind in PEOPLE, known.speaker.kind in BODIES)
    return unknown or same == (noun.kind in PEOPLE, noun.kind in BODIES)


def is_vague(role: str) -> bool:
    """Tell whether a role says nothing of one who is named: 'person', 'woman', 'passenger-by'."""
    last = role.lower().split()[-1:]
    return not last or last[0] in SOMEBODY | {"person", "people", "one"}


def is_party(word: str) -> bool:
    """Tell whether a word is of a political party: 'Democrat', 'Democratic'."""
    return _party_of(word) is not None


def _party_of(word: str) -> str | None:
    form = word.removesuffix("ic").removesuffix("s")
    return _SAME_PARTY.get(form, form) if form in _PARTIES else None


def contradicts(known: Known, noun: SourcePhrase, head: str) -> bool:
    """Tell whether a noun says of somebody what it cannot be: of another age, of another party, no defendant."""
    if None not in (known.age, noun.age) and known.age != noun.age:
        return True
    ranks = _ranks_of(known)
    if are_of_two_lands(known, noun, head) or (head in _RANKS and bool(ranks) and head not in ranks):
        return True
    words = {head, *noun.modifiers, (noun.party or "").lower()}
    said, told = ({party for word in words if (party := _party_of(word))} for words in (words, _sides_of(known)))
    if said and told and said.isdisjoint(told):
        return True
    return head in _ON_TRIAL and any(is_office(word) for word in known.told)


def _ranks_of(known: Known) -> frozenset[str]:
    """Give the ranks that somebody was told to have: a general secretary has none."""
    role = (known.speaker.role or "").lower().split()
    return (known.marks & _RANKS - frozenset(role[:-1])) | (_RANKS & frozenset(role[-1:]))


def are_of_two_lands(known: Known, noun: SourcePhrase, head: str) -> bool:
    """Tell whether a noun says that one is of another land than was told: the Belgian firm is not the German one."""
    here = lands_of({head, *noun.modifiers, (noun.party or "").lower()})
    there = lands_of({*known.which, (known.speaker.party or "").lower()}) | _lands_in(known)
    return bool(here) and bool(there) and here.isdisjoint(there)


def _sides_of(known: Known) -> frozenset[str]:
    return known.told | words_of([known.speaker.party])


def may_stand_for(known: Known, noun: SourcePhrase, head: str, *, she: bool | None, near: bool, present: bool) -> float:
    """Give how well a noun that no speaker was called by so far describes this one: 'the 58-year-old', 'the firm'.

    Args:
        known: the speaker.
        noun: the phrase.
        head: its noun's dictionary form.
        she: whether the speaker is known to be a woman.
        present: the speaker was told of a few sentences ago at most.
        near: the sentence before was about the speaker, who then may well have another trade.
    """
    body = known.speaker.kind in BODIES and not noun.plural
    if body and (noun.age is not None or not noun.modifiers.isdisjoint(HANDLED)):
        return 0.0  # 'the 58-year-old operator' and 'the machine operator' are no firms
    if (noun.plural or known.plural) and not body:
        return UNTOLD if near and _are_anybody(known, noun, head) else 0.0
    if known.speaker.kind in BODIES and (noun.kind in BODIES or sort_of(head) is not None):
        pairs = (f"{word} {head}" for word in noun.modifiers)
        head = next((pair for pair in pairs if sort_of(pair) is not None), head)  # 'the aid organisation'
        return fits_sort(known, head) if _redescribes(known, noun, head, near=near or present) else 0.0
    alone = known.speaker.role is None and " " not in (known.speaker.name or " ")
    bare = alone and known.speaker.kind is SpeakerKind.PERSON
    plain = noun.modifiers <= {(noun.party or "").lower()}
    if bare and she is None and near and sort_of(head) in TRADES and plain:
        return UNLIKELY  # a name alone that the model took for a person's
    is_she = says_she({head, *noun.modifiers})
    another = None not in (is_she, she) and is_she is not she
    if another or not _may_be_person(known, noun, head, near=near):
        return 0.0
    return _describes_person(known, noun, head, near=near, present=present)


def _redescribes(known: Known, noun: SourcePhrase, head: str, *, near: bool) -> bool:
    """Tell whether the words before a body's noun may say more of one told of before: 'the Geneva-based body'."""
    more = noun.modifiers - _SAME - words_of([known.speaker.name, head]) - {(noun.party or "").lower()}
    whence = noun.whence
    more = frozenset(w for w in more if not _describes(w) and not (whence and places_in(w.title()) & whence))
    anew = sort_of(head) in _REDESCRIBED or head == "group" or (near and head in _DESCRIBED_NEAR)
    return not more or (anew and not more & _OF_OTHERS)


def _may_be_person(known: Known, noun: SourcePhrase, head: str, *, near: bool) -> bool:
    """Tell whether a noun of people that nobody was called by can be this one's."""
    roleless = not {word for word in known.heads - _NO_TRADE if source_kind(word) is SpeakerKind.ANONYMOUS}
    # 'a survivor ... The woman', 'a member of the squad ... The player'
    narrower = near and not widened(frozenset({head})).isdisjoint(known.heads)  # 'a diplomat ... the envoy'
    fits = is_anybody(head) or head in _STAFF or (roleless and near) or narrower
    person = noun.human and noun.kind is not SpeakerKind.REPORTER and noun.kind not in BODIES
    lawyer = narrower and not widened(frozenset({head})).isdisjoint(
        known.heads - _ANY_TRADE
    )  # 'a lawyer ... the solicitor'
    office = is_office(head) and not any(map(_describes, noun.modifiers)) and noun.age is None and not lawyer
    if head == "source" and near and known.speaker.kind is SpeakerKind.ANONYMOUS:
        office = False  # 'A senior adviser said ... The source said'
    past = near and known.speaker.count == 1 and bool(noun.modifiers & _PAST)  # 'the minister said ... The ex-teacher'
    unnamed = known.speaker.kind is SpeakerKind.ANONYMOUS and (fits or past)
    return person and not office and (known.speaker.kind is SpeakerKind.PERSON or unnamed)


def _describes_person(known: Known, noun: SourcePhrase, head: str, *, near: bool, present: bool) -> float:
    """Give how well a noun describes one whom it can stand for: by age, by trade, by what it says of anybody."""
    roles = {word for word in known.told - _NO_TRADE if source_kind(word) is SpeakerKind.ANONYMOUS}
    # A striker and a forward are both footballers.
    trade = not widened(frozenset(roles)).isdisjoint(_wider().get(head, frozenset()) - _ANY_TRADE)
    trade = trade or (near and not known.heads.isdisjoint(_wider().get(head, frozenset()) - _ANY_TRADE))
    described = head in _ANYBODY or is_origin(head) or any(map(_describes, {head, *noun.modifiers}))
    if noun.age is not None and known.age == noun.age:
        return _SAME_AGE
    if not (described or trade or near or (present and not roles)):
        return 0.0
    if sort_of(head) is not None and not (near and source_kind(head) is SpeakerKind.ANONYMOUS):
        return UNLIKELY  # 'the operator' is more likely a company
    if described or trade:
        return 1.0
    return (_RATHER_NEAR if near else UNLIKELY) if roles else UNTOLD


def _are_anybody(known: Known, noun: SourcePhrase, head: str) -> bool:
    """Tell whether 'the men' and 'the people' may be a group that was told of by what they do."""
    both = noun.plural and known.plural and known.speaker.kind in PEOPLE and not noun.modifiers
    return both and head in _CROWD and noun.count in (None, known.speaker.count)


def is_anybody(noun: str) -> bool:
    """Tell whether a noun may stand for somebody of whom nothing but a role is told: 'the woman', 'the 70-year-old'."""
    return noun in SOMEBODY or noun.endswith("old")


def is_origin(noun: str) -> bool:
    """Tell whether a noun says where somebody is from, or of which party: 'the Croatian', 'the Democrat'."""
    told = noun in _PARTIES or bool({noun, noun.removesuffix("woman"), noun.removesuffix("man")} & _demonyms())
    return told or (source_kind(noun) is None and _is_of_region(noun))


@cache
def _is_of_region(noun: str) -> bool:
    """Tell whether a noun is made of a region's or a large town's name: 'Yorkshireman', 'Berliner'."""
    if noun.endswith(("shireman", "shirewoman")):
        return True
    ends = ("woman", "man") if noun.endswith("man") else ("er",)
    places = (p for end in ends if noun.endswith(end) for p in look_up(noun.removesuffix(end).title()))
    return any(place.kind in _REGIONS or place.population > _LARGE for place in places)


def lands_of(words: set[str]) -> frozenset[str]:
    """Give the lands that words name the people of: 'german' Germany."""
    forms = {form.removesuffix(end) for form in words for end in ("", "s", "man", "woman")}
    return frozenset(_lands()[form] for form in forms if form in _lands())


def _lands_in(known: Known) -> frozenset[str]:
    """Give the lands that a body's name tells: 'Norway's defence ministry'."""
    words = (known.speaker.name or "").replace("'s ", " ").split() if known.speaker.kind in BODIES else []
    return frozenset(words) & frozenset(_lands().values())


@cache
def _lands() -> dict[str, str]:
    rows = [(row["form"].lower(), row["place"]) for row in read_table("demonyms.tsv")]
    lands = {form: place for form, place in rows if any(one.kind == "country" for one in look_up(place))}
    return lands | {"us": "United States", "u.s.": "United States", "uk": "United Kingdom", "u.k.": "United Kingdom"}


@cache
def _demonyms() -> frozenset[str]:
    return frozenset(row["form"].lower() for row in read_table("demonyms.tsv"))


def _describes(word: str) -> bool:
    """Tell whether a word describes somebody rather than says which one: '58-year-old', 'former', 'Oslo-based'."""
    listed = word in read_words("speaker_describing.txt") or word.endswith("old") or "-" in word
    return listed or (word.endswith("ed") and len(word) > _SHORT and word not in _SAY_WHICH)
