"""Read a source's noun phrase: what sort of source it is, its name, role, side, and how many speak."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reportedly.analyse.affiliation import read_affiliation
from reportedly.analyse.body_sort import sort_of
from reportedly.analyse.gazetteer import look_up
from reportedly.analyse.known import singular_role
from reportedly.analyse.name_beside import EITHER, firm_beside, is_worked, may_be_firms, person_beside
from reportedly.analyse.name_marks import marks_of
from reportedly.analyse.nominal import is_origin, is_party
from reportedly.analyse.outlet_name import is_outlet
from reportedly.analyse.person_name import NameBook
from reportedly.analyse.source_count import count_all, count_one, number_of, share_of
from reportedly.analyse.source_name import (
    HONORIFICS,
    body_of,
    has_article,
    is_body_name,
    is_full_name,
    is_handle,
    is_known_group,
    is_named_elsewhere,
    is_team,
    joined_names,
    name_tokens,
    phrase_of,
    proper_name,
    text_of,
)
from reportedly.analyse.source_noun import is_body_noun, is_passed_round, listed_noun, source_kind
from reportedly.analyse.source_role import is_person_noun, read_party, read_role
from reportedly.analyse.whence import Whence, whence_of
from reportedly.analyse.which_one import modifiers_of
from reportedly.attribution import Basis, SpeakerKind
from reportedly.data import read_words

if TYPE_CHECKING:
    from reportedly.analyse.parsed import Token

_AMOUNTS = frozenset(
    "couple dozen half handful hundred majority minority number pair percent percentage quarter score third thousand "
    "trio".split()
)
_FIRMS_TO_FIRMS = frozenset({"partner", "rival", "sponsor"})
_COLLECTIVES = frozenset({"audience", "crew", "crowd", "family", "public", "staff"})  # people, nobody knows how many
_ONE_BODY = frozenset({"authorities", "forces", "services"})  # 'emergency services' act as one
_ABSTRACT = ("tion", "sion", "ment", "ing", "ity", "ness", "ance", "ence", "sis", "ism", "al", "dom")
_ON_AIR = frozenset({"radio", "tv", "television", "news"})
_REACH = 16  # tokens
_DEFINITE = frozenset({"the", "this", "that", "these", "those"})
_FEW = 2  # letters; fewer may be a person's
_OLD = 4  # tokens from '62' to 'old' in '62-year-old'
_IT, _PERSONS = frozenset({"it", "its"}), frozenset({"he", "him", "his", "she", "her"})
_GROUPS = ("ORG", "GPE", "LOC", "FAC")
_MODIFIERS = ("compound", "nmod", "amod")
_HAVE_ROLES = frozenset({SpeakerKind.PERSON, SpeakerKind.ANONYMOUS, SpeakerKind.REPORTER})
_NAMED = frozenset({SpeakerKind.PERSON, SpeakerKind.ORGANISATION, SpeakerKind.OUTLET})


@dataclass(frozen=True, slots=True)
class SourcePhrase:
    """What a noun phrase says of the source that it stands for."""

    kind: SpeakerKind
    basis: Basis | None  # what the table of source nouns says; None where the noun is not in it
    name: str | None
    role: str | None
    affiliation: str | None
    party: str | None
    count: int | None
    plural: bool
    definite: bool  # 'the official', 'these sources': may stand for one that was introduced before
    modifiers: frozenset[str]  # the words before the noun that say which one, lower case
    group: Token | None  # 'officials' in 'two of the officials'; None where all of them speak
    human: bool  # the noun is one of people: not 'the pressure', of which the tables know nothing
    age: int | None  # years, as told: 62 in 'Pia Holm, 62,' and 'the 62-year-old'
    of_some: frozenset[str]  # where some of those who speak are from
    marks: frozenset[str]  # what stands beside a name and says what its bearer is: 'dr', 'kc'
    whence: Whence  # from where it is


def read_source_phrase(who: Token, outlets: Set[str], names: NameBook, *, alone: bool = False) -> SourcePhrase:
    """Read the noun phrase whose head is `who`.

    Args:
        who: the head noun of the source.
        outlets: names, lower case, that the report itself goes by (its publisher, its agency).
        names: the names that the report has told so far.
        alone: leave out those who are joined to it by 'and'.
    """
    whole = _whole_of_share(who)
    one_firm = firm_beside(who) if whole is not who and number_of(who) == 1 else None  # 'one of them, Bergstad Motor'
    firm, whole, who = one_firm or firm_beside(whole), one_firm or whole, one_firm or who
    share, who = (who if whole is not who else None), firm or _true_head(whole)
    one = share is not None and number_of(share) == 1
    person = person_beside(who, one=one) or (person_beside(share) if share is not None else None)
    name = proper_name(person or who) or _outlet_with_trailer(who)
    kind, basis = (SpeakerKind.PERSON, None) if person is not None else _kind(who, name, outlets, names)
    if firm is not None and kind is SpeakerKind.PERSON and person is None:
        kind = SpeakerKind.ORGANISATION
    office = kind is SpeakerKind.ANONYMOUS and source_kind(who.lemma_.lower()) is kind  # 'Minister denies'
    role = read_role(who, None if office or person is not None else name)
    role = singular_role(role, who.lemma_.lower()) if one and person is not None else role
    named = name if kind in _NAMED else None
    if kind is SpeakerKind.ORGANISATION and named is None:
        named, role = (None, role or phrase_of(who)) if _is_any(who) else (body_of(who), None)
    several = person is None and _are_several(who) and not (name and kind in _NAMED)
    joined = not alone and any(c.dep_ == "conj" and c.left_edge.nbor(-1).text != "&" for c in who.children)
    plural, count = several or joined, count_all if joined else count_one
    if joined and kind is SpeakerKind.PERSON and name is not None:
        named = joined_names(person or who)
    return SourcePhrase(
        kind=kind,
        basis=basis,
        name=named,
        role=role if kind in _HAVE_ROLES or (kind is SpeakerKind.ORGANISATION and named is None) else None,
        affiliation=_affiliation(who, kind, name, named),
        party=read_party(who),
        count=share_of(share) if share is not None and person is None else count(who, kind, plural),
        plural=plural,
        definite=_is_definite(who),
        modifiers=modifiers_of(who),
        group=who if share is not None else None,
        human=person is not None or is_person_noun(who) or who.lower_.endswith("old"),
        age=_age_of(person or who),
        of_some=_origins_behind(who) if several else frozenset(),
        marks=marks_of(person or who, who) | _party_beside(person or who) if name is not None else _also_called(who),
        whence=whence_of(who),
    )


def _are_several(who: Token) -> bool:
    return who.tag_ in ("NNS", "NNPS") or who.lemma_.lower() in _COLLECTIVES


def _affiliation(who: Token, kind: SpeakerKind, name: str | None, named: str | None) -> str | None:
    """Give the body that somebody belongs to: no one is of what is only their own name or rank."""
    told = read_affiliation(who, name) if kind is not SpeakerKind.IMAGERY else None
    rank = (told or "").split()[-1:] and (told or "").split()[-1].lower().rstrip(".") in read_words("titles.txt")
    return None if told == named or rank else told


def _party_beside(who: Token) -> frozenset[str]:
    """Give the party that stands beside a name: 'Mary Poole, a Republican,', 'Mary Poole, Democrat of Ohio,'."""
    beside = (c for c in who.children if c.dep_ == "appos")
    words = (t.lower_ for c in beside for t in who.doc[c.left_edge.i : c.i + 1])
    return frozenset(word for word in words if is_party(word))


def _age_of(who: Token) -> int | None:
    """Give the age that stands beside a name or before a noun."""
    behind = next((child for child in who.children if is_age(child)), None)
    if behind is not None:
        return number_of(behind)
    words = who.doc[max(who.left_edge.i, who.i - _REACH) : who.right_edge.i + 1]
    old = next((t for t in words if t.lower_ == "old" and t.i >= _OLD and t.nbor(-2).lower_ == "year"), None)
    return number_of(old.nbor(-_OLD)) if old is not None else None


def _origins_behind(who: Token) -> frozenset[str]:
    """Give where some of a group are from, as told behind it: 'five officials, four of them Libyan and one Turkish'."""
    behind = who.doc[who.i + 1 : min(who.i + _REACH, who.sent.end)]
    verbs = (t.i for t in behind if t.pos_ in ("VERB", "AUX") and t.nbor(-1).lower_ != "one")  # 'one retired'
    last = next(verbs, who.sent.end)
    some = (t for t in behind if t.i < last and (is_origin(t.lower_) or t.nbor(-1).lower_ == "one"))
    return frozenset(t.lower_ for t in some if who.nbor().text == ",")


def _also_called(who: Token) -> frozenset[str]:
    """Give what a nameless person is beside the noun: 'one victim, a retired surgeon,'."""
    return frozenset(c.lemma_.lower() for c in who.rights if c.dep_ == "appos" and c.is_lower and is_person_noun(c))


def _whole_of_share(who: Token) -> Token:
    """Give 'officials' for 'two of the officials' and 'dozens of officials', else the noun itself."""
    amount = who.lemma_.lower() in _AMOUNTS
    if not amount and who.pos_ not in ("NUM", "DET", "PRON") and who.tag_ not in ("CD", "JJ", "DT"):
        return who
    share = next((c for c in who.rights if c.lower_ == "of"), None)
    whole = next((c for c in share.children if c.dep_ == "pobj"), who) if share is not None else who
    return whole if not amount or whole.tag_ in ("NNS", "NNPS") or whole.pos_ == "PRON" else who


def _true_head(who: Token) -> Token:
    """Give 'sources' for 'military and intelligence sources', whose head the parse takes to be 'military'."""
    beside = next((c for c in who.rights if c.dep_ == "appos" and c.pos_ in ("NOUN", "PROPN")), None)
    if who.i > 0 and who.nbor(-1).lower_ == "outside" and beside is not None:
        return beside  # 'Outside court, his wife, Carla, said'
    shown = who.nbor(-1) if who.i > who.left_edge.i and any(c.dep_ == "agent" for c in who.rights) else who
    if source_kind(who.lemma_.lower()) is None and source_kind(shown.lemma_.lower()) is not None:
        return shown  # 'drone footage broadcast by a channel'
    last = next((t for t in reversed(list(who.conjuncts)) if t.i > who.i), None)
    own = any(c.dep_ in ("det", "poss") and c.lower_ != "both" for c in who.lefts)
    if last is None or own or (who.tag_, last.tag_) != ("NN", "NNS"):
        return who
    return last if source_kind(last.lemma_.lower()) is SpeakerKind.ANONYMOUS else who


def _kind(who: Token, name: str | None, outlets: Set[str], names: NameBook) -> tuple[SpeakerKind, Basis | None]:
    if name is not None and is_handle(who):
        return SpeakerKind.PERSON, None
    if name is not None:
        kind = _kind_of_name(who, name, outlets, names)
        if kind is not None:
            return kind, None
    listed = listed_noun(who)
    if listed is not None and is_passed_round(who):
        return SpeakerKind.DOCUMENT, Basis.DOCUMENT
    if listed is not None:
        firm = SpeakerKind.ORGANISATION if name is None and _runs_something(who) else None
        return (_modified_kind(who) or firm or listed[0]), listed[1]
    if who.is_lower and is_body_noun(who):  # 'the carmaker', 'the start-up'
        return SpeakerKind.ORGANISATION, None
    if name is None and who.pos_ == "NOUN" and who.lemma_.lower().endswith(_ABSTRACT) and not is_person_noun(who):
        return SpeakerKind.DOCUMENT, None
    if name is None or (who.tag_ == "NNPS" and who.ent_type_ == "NORP"):
        return SpeakerKind.ANONYMOUS, None
    said = {token.lower_ for token in who.sent}
    thing = is_named_elsewhere(who) and bool(said & _IT) and not said & _PERSONS
    thing = thing or (names.is_person(name) is False and is_full_name(name) is False)
    return (SpeakerKind.ORGANISATION if thing or _is_group(who) else SpeakerKind.PERSON), None


def _kind_of_name(who: Token, name: str, outlets: Set[str], names: NameBook) -> SpeakerKind | None:
    """Tell what a name stands for by what is known of it; None where its noun must tell."""
    if is_outlet(name) or name.lower() in outlets or _says_outlet(who, name):
        return SpeakerKind.OUTLET
    if is_body_name(name) or names.is_body(name) or _is_letters(who, name) or _is_of_members(who, name):
        return SpeakerKind.ORGANISATION
    if not is_party(who.lower_) and (is_known_group(name) or has_article(who, name)) and not _has_title(who):
        return SpeakerKind.ORGANISATION
    if not is_full_name(name) and (_is_body_before(who, name) or (_says_sort(who) and not _has_title(who))):
        return SpeakerKind.ORGANISATION
    if (
        _is_state(name)
        or name.lower().endswith((" street", " palace", " house", " hill"))
        or any(left.lower_ == "based" for left in who.lefts)
    ):
        return SpeakerKind.ORGANISATION
    if is_team(who, name) and not _has_title(who):
        return SpeakerKind.ORGANISATION
    if _has_title(who) or (names.is_person(name) is not False and who.ent_type_ == "PERSON" and who.tag_ != "NNPS"):
        return SpeakerKind.PERSON
    if _says_body(who, name):
        return SpeakerKind.ORGANISATION
    if is_full_name(name):
        return SpeakerKind.PERSON
    return SpeakerKind.PERSON if names.is_person(names.full(name)) and who.tag_ != "NNPS" else None


def _is_letters(who: Token, name: str) -> bool:
    """Tell whether a name is made of first letters, as bodies' names are: 'UNMIL'; not where all is in capitals."""
    letters = name.isupper() and name.isalpha() and len(name) > _FEW
    return letters and any(token.is_lower for token in who.sent)


def _is_of_members(who: Token, name: str) -> bool:
    """Tell whether a body is called by its members: 'the Pakistan Rangers', 'the Joint Chiefs of Staff'."""
    people = any(child.dep_ == "nummod" or _is_role_before(child) for child in who.lefts)
    return who.tag_ == "NNPS" and who.ent_type_ == "ORG" and " " in name and not people


def _is_body_before(who: Token, name: str) -> bool:
    """Tell whether the noun before a name says that it is a body's: 'turbine maker Corvin', 'the charity Aid UK'."""
    first = (name_tokens(who) or [who])[0]
    before = first.nbor(-1) if first.i > who.sent.start else None
    return before is not None and before.pos_ == "NOUN" and (is_body_noun(before) or may_be_firms(before, name))


def _says_outlet(who: Token, name: str) -> bool:
    """Tell whether a name says that it is an outlet's, or a word before it: 'Radio Tasman', 'state news agency ABI'."""
    before = [child for child in who.lefts if child.dep_ in _MODIFIERS and child.is_lower]
    first = (name_tokens(who) or [who])[0]
    if first.i > who.sent.start and first.nbor(-1).pos_ == "NOUN" and who.ent_type_ != "PERSON":
        before.append(first.nbor(-1))  # 'the state news agency SilkPress'
    before += [child for child in who.rights if child.dep_ == "appos" and child.pos_ == "NOUN"]  # ', a news site,'
    words = name.lower().split()
    said = any((listed_noun(noun) or (None,))[0] is SpeakerKind.OUTLET for noun in before if noun.is_lower)
    return said or "news agency" in phrase_of(who).lower() or (len(words) > 1 and not _ON_AIR.isdisjoint(words))


def _is_state(name: str) -> bool:
    """Tell whether the name is a country's or a capital's, which stand for its government."""
    return any(place.capital or place.kind == "country" for place in look_up(name))


def _modified_kind(who: Token) -> SpeakerKind | None:
    """Tell 'satellite data', 'a military crew' from what the head noun alone would be."""
    before = {child.lower_ for child in who.lefts}
    if who.lemma_ in ("datum", "data", "pass", "view") and "satellite" in before:
        return SpeakerKind.IMAGERY
    if who.lemma_ in ("witness", "team", "eyewitness") and any(is_outlet(child.text) for child in who.lefts):
        return SpeakerKind.REPORTER
    if who.lemma_ == "crew" and not before & {"film", "television", "tv", "camera", "news"}:
        return SpeakerKind.ANONYMOUS
    return None


def _runs_something(who: Token) -> bool:
    """Tell whether 'the ferry's operator' is a firm, as no 'crane operator' is."""
    if who.lemma_.lower() not in EITHER or who.tag_ != "NN" or any(c.dep_ in ("relcl", "appos") for c in who.rights):
        return False
    if any(c.lower_.endswith("old") for c in who.lefts):  # 'a 26-year-old operator'
        return False
    before = [c for c in who.lefts if c.dep_ in ("compound", "poss") and c.tag_ != "PRP$"]
    return bool(before) and not is_worked(who) and _age_of(who) is None


def _has_title(who: Token) -> bool:
    """Tell whether a title, a role or an age beside the name says that it is a person's."""
    return any(
        child.lower_ in HONORIFICS or _says_role(child) or _says_person(child) or _is_role_before(child)
        for child in who.children
    )


def _is_role_before(child: Token) -> bool:
    """Tell whether a role stands before the name: 'Nurse Ola Dahl'."""
    may_be_firm = sort_of(child.lower_) is not None or child.lower_ in _FIRMS_TO_FIRMS
    return child.dep_ == "compound" and source_kind(child.lower_) is SpeakerKind.ANONYMOUS and not may_be_firm


def _says_role(child: Token) -> bool:
    """Tell whether 'a retired teacher' stands beside the name."""
    person = child.dep_ == "appos" and source_kind(child.lemma_.lower()) is SpeakerKind.ANONYMOUS
    of = _whole_of_share(child) if person else child  # 'one of the networks that run soup kitchens'
    return person and (of is child or source_kind(of.lemma_.lower()) in (None, SpeakerKind.ANONYMOUS))


def _says_body(who: Token, name: str) -> bool:
    """Tell whether ', the naval mission,' or ', which ...' stands beside the name, or a state owns it: 'Chad's X'."""
    if _says_sort(who):
        return True
    for child in who.children:
        if child.dep_ == "relcl" and any(token.lower_ == "which" for token in child.subtree):
            return True
        if child.dep_ == "poss" and child.ent_type_ == "GPE" and " " not in name.split("'s ")[-1]:
            return True
    return who.dep_ == "appos" and source_kind(who.head.lemma_.lower()) is SpeakerKind.ORGANISATION


def _says_sort(who: Token) -> bool:
    """Tell whether a noun beside a name says what sort of body it is: 'Nordhav, a shipping company,'."""
    return any(c.dep_ in ("appos", "compound", "npadvmod") and is_body_noun(c) for c in who.children)


def _says_person(child: Token) -> bool:
    """Tell whether ', 58,' or ', who chairs ...' or ', whose mother ...' stands behind the name."""
    told = child.dep_ == "relcl" and any(token.lower_ in ("who", "whose", "whom") for token in child.subtree)
    return told or is_age(child)


def is_age(child: Token) -> bool:
    """Tell whether ', 58,' stands behind a name."""
    alone = child.like_num and child.n_rights == 0  # not 'one of the networks'
    return child.dep_ in ("appos", "nummod") and alone and child.i > 0 and child.nbor(-1).text == ","


def _is_any(who: Token) -> bool:
    """Tell whether the body stays unnamed: 'a rights group', 'aid agencies'."""
    if who.pos_ == "PROPN" or any(c.dep_ == "poss" or c.lower_ in ("the", "this", "that") for c in who.lefts):
        return False
    several = who.tag_ == "NNS" and who.lower_ not in _ONE_BODY and who.lemma_.lower() != who.lower_  # not 'police'
    return several or any(c.lower_ in ("a", "an", "another", "one") for c in who.lefts)


def _outlet_with_trailer(who: Token) -> str | None:
    """Give the name in 'the Coastal Press agency' and 'the newspaper Gol'; None where the words name no outlet."""
    listed = listed_noun(who)
    outlet = listed is not None and listed[0] is SpeakerKind.OUTLET
    beside = next((c for c in who.rights if c.dep_ == "appos" and c.pos_ == "PROPN"), None)
    if beside is not None and outlet:
        return proper_name(beside)
    phrase = phrase_of(who)
    if phrase[:1].isupper() and " " in phrase and is_outlet(phrase):
        return phrase
    if not outlet:
        return None
    names = (t for t in who.doc[who.left_edge.i : who.i] if t.pos_ == "PROPN" and t.text[:1].isupper())
    first = next((t for t in names if t.ent_type_ != "GPE"), None)
    return text_of(list(who.doc[first.i : who.i + 1])) if first is not None else None


def _is_group(who: Token) -> bool:
    return who.ent_type_ in _GROUPS or any(child.lower_ == "the" for child in who.lefts)


def _is_definite(who: Token) -> bool:
    if who.i > _FEW and who.nbor(-1).text == "-" and who.nbor(-2).lower_ in ("co", "ex"):
        return who.nbor(-3).lower_ in _DEFINITE
    first = who.left_edge  # the parse hangs 'the' of 'the ex-director' on 'ex'
    hung = first.head.head is who and first.head.dep_ in _MODIFIERS
    return any(c.lower_ in _DEFINITE for c in who.lefts) or (hung and first.lower_ in _DEFINITE)
