"""Read a source's noun phrase: what sort of source it is, its name, role, side, and how many speak."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from reportedly.analyse.frame import parsed_text
from reportedly.analyse.gazetteer import look_up
from reportedly.analyse.outlet_name import is_outlet
from reportedly.attribution import Basis, SpeakerKind
from reportedly.data import read_table

if TYPE_CHECKING:
    from spacy.tokens import Token

_NUMBERS = {w: n for n, w in enumerate("one two three four five six seven eight nine ten eleven twelve".split(), 1)}
_SIDES = frozenset("rebel opposition government insurgent separatist regime loyalist".split())
_PLACES = ("GPE", "NORP", "LOC")
_GROUPS = ("ORG", "GPE", "LOC", "FAC")
_MODIFIERS = ("compound", "nmod", "amod")
_HAVE_ROLES = frozenset({SpeakerKind.PERSON, SpeakerKind.ANONYMOUS, SpeakerKind.REPORTER})
_RANKS = frozenset("brig capt col cpl gen lt maj sgt".split())
_LOOSE = ("det", "nummod", "advmod", "preconj", "predet")
_TITLES = frozenset("mr mr. mrs mrs. ms ms. dr dr. sir dame lord sen. rep. gov. gen.".split())


@dataclass(frozen=True, slots=True)
class SourceNoun:
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


@cache
def _kinds() -> dict[str, tuple[SpeakerKind, Basis]]:
    rows = read_table("speaker_kinds.tsv")
    return {row["noun"]: (SpeakerKind(row["kind"]), Basis(row["basis"])) for row in rows}


def source_kind(lemma: str) -> SpeakerKind | None:
    """Give what sort of source the noun stands for; None for a noun that is no source."""
    return _kinds().get(lemma, (None, None))[0]


def speaking_noun(lemma: str) -> bool:
    """Tell whether the noun is one of people or bodies that speak."""
    return source_kind(lemma) in (SpeakerKind.ANONYMOUS, SpeakerKind.ORGANISATION)


def read_source_noun(who: Token, outlets: Set[str]) -> SourceNoun:
    """Read the noun phrase whose head is `who`.

    Args:
        who: the head noun of the source.
        outlets: names, lower case, that the report itself goes by (its publisher, its agency).
    """
    whole = _whole_of_share(who)
    share, who = (who if whole is not who else None), _firm_beside(whole) or _true_head(whole)
    person = _person_beside(who)
    name = _name(person or who) or _outlet_with_trailer(who)
    kind, basis = (SpeakerKind.PERSON, None) if person is not None else _kind(who, name, outlets)
    role = _role(who, name if person is None else None)
    named = name if kind in (SpeakerKind.PERSON, SpeakerKind.ORGANISATION, SpeakerKind.OUTLET) else None
    if kind is SpeakerKind.ORGANISATION and named is None:
        named, role = (None, role or _phrase(who)) if _is_any(who) else (_body(who), None)
    several = who.tag_ in ("NNS", "NNPS") and person is None and not (name and _is_person(who))
    plural = several or any(child.dep_ == "conj" for child in who.children)
    return SourceNoun(
        kind=kind,
        basis=basis,
        name=named,
        role=role if kind in _HAVE_ROLES or (kind is SpeakerKind.ORGANISATION and named is None) else None,
        affiliation=_affiliation(who, name),
        party=_party(who),
        count=_NUMBERS.get(share.lower_) if share is not None else _count_all(who, kind, plural),
        plural=plural,
        definite=_is_definite(who),
        modifiers=frozenset(child.lower_ for child in who.lefts if child.dep_ in _MODIFIERS),
        group=who if share is not None else None,
    )


def _whole_of_share(who: Token) -> Token:
    """Give 'officials' for 'two of the officials', else the noun itself."""
    if who.pos_ not in ("NUM", "DET", "PRON") and who.tag_ not in ("CD", "JJ", "DT"):
        return who
    share = next((c for c in who.rights if c.lower_ == "of"), None)
    return next((c for c in share.children if c.dep_ == "pobj"), who) if share is not None else who


def _person_beside(who: Token) -> Token | None:
    """Find the name beside a role: 'the council's spokesman, Ivan Horak'."""
    kind = _kinds().get(who.lemma_.lower(), (None,))[0]
    beside = (c for c in who.rights if c.dep_ == "appos" and c.pos_ == "PROPN" and _may_be_person(c))
    person = kind is SpeakerKind.ANONYMOUS or (kind is None and who.pos_ == "NOUN")
    return next(beside, None) if person and who.tag_ != "NNS" else None


def _firm_beside(who: Token) -> Token | None:
    """Find the firm beside what it does: 'the ship's owner, Bergen-based Nordhav Lines'."""
    beside = (c for c in who.rights if c.dep_ == "appos" and c.pos_ == "PROPN")
    return next((c for c in beside if any(left.lower_ == "based" for left in c.lefts)), None)


def _may_be_person(name: Token) -> bool:
    """Tell whether a name beside 'the envoy' can be the envoy's, for the tagger errs on names it has not met."""
    if name.ent_type_ == "PERSON":
        return True
    full = _name(name) or ""
    words = full.split()
    place = name.ent_type_ in _PLACES and bool(look_up(full))
    return not place and 2 <= len(words) <= 4 and source_kind(words[-1].lower()) is None


def _true_head(who: Token) -> Token:
    """Give 'sources' for 'military and intelligence sources', whose head the parse takes to be 'military'."""
    last = next((t for t in reversed(list(who.conjuncts)) if t.i > who.i), None)
    own = any(c.dep_ in ("det", "poss") and c.lower_ != "both" for c in who.lefts)
    if last is None or own or (who.tag_, last.tag_) != ("NN", "NNS"):
        return who
    return last if _kinds().get(last.lemma_.lower(), (None,))[0] is SpeakerKind.ANONYMOUS else who


def _kind(who: Token, name: str | None, outlets: Set[str]) -> tuple[SpeakerKind, Basis | None]:
    if name is not None and (is_outlet(name) or name.lower() in outlets):
        return SpeakerKind.OUTLET, None
    if name is not None and _is_state(name):
        return SpeakerKind.ORGANISATION, None
    if name is not None and any(left.lower_ == "based" for left in who.lefts):
        return SpeakerKind.ORGANISATION, None
    if name is not None and _is_person(who):
        return SpeakerKind.PERSON, None
    if name is not None and _says_body(who, name):
        return SpeakerKind.ORGANISATION, None
    before = who.nbor(-1).lower_ if who.i else ""
    for key in (f"{before} {who.lemma_.lower()}", who.lemma_.lower(), who.lower_, who.lower_.rstrip("s")):
        if key in _kinds():
            kind, basis = _kinds()[key]
            return (_modified_kind(who) or kind), basis
    if name is None:
        return SpeakerKind.ANONYMOUS, None
    if who.tag_ == "NNPS" and who.ent_type_ == "NORP":
        return SpeakerKind.ANONYMOUS, None
    return (SpeakerKind.ORGANISATION if _is_group(who) else SpeakerKind.PERSON), None


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


def _is_person(who: Token) -> bool:
    return who.ent_type_ == "PERSON" or any(
        child.lower_ in _TITLES or _says_role(child) or _says_person(child) for child in who.children
    )


def _says_role(child: Token) -> bool:
    """Tell whether 'a retired teacher' stands beside the name."""
    kind = _kinds().get(child.lemma_.lower(), (None,))[0]
    return child.dep_ == "appos" and kind is SpeakerKind.ANONYMOUS


def _says_body(who: Token, name: str) -> bool:
    """Tell whether ', the naval mission,' or ', which ...' stands beside the name, or a state owns it: 'Chad's X'."""
    for child in who.children:
        if child.dep_ in ("appos", "compound") and source_kind(child.lemma_.lower()) is SpeakerKind.ORGANISATION:
            return True
        if child.dep_ == "relcl" and any(token.lower_ == "which" for token in child.subtree):
            return True
        if child.dep_ == "poss" and child.ent_type_ == "GPE" and " " not in name.split("'s ")[-1]:
            return True
    return who.dep_ == "appos" and source_kind(who.head.lemma_.lower()) is SpeakerKind.ORGANISATION


def _says_person(child: Token) -> bool:
    """Tell whether ', 58,' or ', who chairs ...' or ', whose mother ...' stands behind the name."""
    if child.dep_ in ("appos", "nummod") and child.like_num and child.nbor(-1).text == ",":
        return True
    return child.dep_ == "relcl" and any(token.lower_ in ("who", "whose", "whom") for token in child.subtree)


def _is_any(who: Token) -> bool:
    """Tell whether the body stays unnamed: 'a rights group', 'aid agencies'."""
    if who.pos_ == "PROPN" or any(c.dep_ == "poss" or c.lower_ in ("the", "this", "that") for c in who.lefts):
        return False
    several = who.tag_ == "NNS" and who.lemma_.lower() != who.lower_  # not 'police'
    return several or any(c.lower_ in ("a", "an", "another", "one") for c in who.lefts)


def _outlet_with_trailer(who: Token) -> str | None:
    """Give the name in 'the Coastal Press agency'; None where the words name no outlet."""
    phrase = _phrase(who)
    return phrase if phrase[:1].isupper() and " " in phrase and is_outlet(phrase) else None


def _is_group(who: Token) -> bool:
    return who.ent_type_ in _GROUPS or any(child.lower_ == "the" for child in who.lefts)


def _name(who: Token) -> str | None:
    """Give the proper name that the noun is, with its first names, without titles and 'the'."""
    proper = who.pos_ == "PROPN" or who.ent_type_ in ("PERSON", "ORG")  # the tagger errs on names it has not met
    if not proper or not who.text[:1].isupper():
        return None
    first = who
    for child in reversed(list(who.lefts)):
        beside = first.i - 1 in (child.i, child.right_edge.i)
        if not beside or (child.pos_ != "PROPN" and child.dep_ != "punct"):
            break
        first = child
    opening = who
    while opening.ent_iob_ == "I" and opening.i > 0:
        opening = opening.nbor(-1)
    first = min(first, opening, key=lambda token: token.i)
    last = who.i
    while who.ent_type_ == "ORG" and last + 1 < len(who.doc) and who.doc[last + 1].ent_iob_ == "I":
        last += 1
    tokens = list(who.doc[first.i : last + 1])
    if who.ent_type_ == "PERSON":
        inside = [t for t in tokens if t.ent_type_ == "PERSON"]
        tokens = tokens[tokens.index(inside[0]) :]
    while len(tokens) > 1 and (tokens[0].lower_ in _TITLES | {"the", "-"} or not tokens[0].text[0].isalpha()):
        tokens = tokens[1:]
    text = parsed_text(who.doc)
    return str(text[tokens[0].idx : tokens[-1].idx + len(tokens[-1])])


def _phrase(who: Token) -> str:
    """Give the noun with the words before it, without article."""
    words = who.doc[who.left_edge.i : who.i + 1]
    start = next((t for t in words if t.pos_ != "DET" and not t.is_punct), who)
    return parsed_text(who.doc)[start.idx : who.idx + len(who)]


def _body(who: Token) -> str:
    """Give a body's name as the words have it, with 'of defence' behind 'ministry'."""
    end = who
    for child in who.rights:
        if child.lower_ == "of" and child.i == who.i + 1 and child.right_edge.i - who.i <= 5:
            end = child.right_edge
    phrase = _phrase(who)
    text = parsed_text(who.doc)
    return phrase + text[who.idx + len(who) : end.idx + len(end)] if end is not who else phrase


def _role(who: Token, name: str | None) -> str | None:
    if name is None:
        words = [t for t in who.doc[who.left_edge.i : who.i + 1] if t.dep_ not in _LOOSE and not t.is_punct]
        return _text([t for t in words if t.tag_ != "PRP$"])
    for child in who.children:
        if child.dep_ == "appos" and child.pos_ in ("NOUN", "PROPN") and child.ent_type_ != "PERSON":
            return _text([t for t in who.doc[child.left_edge.i : child.i + 1] if t.dep_ != "det"])
    before = [t for t in who.lefts if t.dep_ in _MODIFIERS and t.text not in name.split() and t.lower_ not in _TITLES]
    while len(before) > 1 and before[-1].lower_.rstrip(".") in _RANKS:  # 'army spokesman Col.': the rank adds nothing
        before = before[:-1]
    return _text(list(who.doc[before[0].left_edge.i : before[-1].i + 1])) if before else None


def _text(tokens: list[Token]) -> str | None:
    if not tokens:
        return None
    doc = tokens[0].doc
    return parsed_text(doc)[tokens[0].idx : tokens[-1].idx + len(tokens[-1])]


def _affiliation(who: Token, name: str | None) -> str | None:
    """Give the body that the source belongs to: 'of the army', 'at the port', 'Foreign Ministry spokesman'."""
    for child in who.rights:
        if child.dep_ == "prep" and child.lower_ in ("of", "at", "from", "with", "for", "in"):
            noun = next((c for c in child.children if c.dep_ == "pobj"), None)
            if noun is not None and (noun.ent_type_ in _GROUPS or noun.lemma_.lower() in _kinds()):
                return _phrase(noun)
        if child.dep_ == "appos" and name is not None:
            found = _affiliation(child, None)
            if found is not None and found not in name.split():
                return found
    for child in who.lefts:
        if child.ent_type_ in ("ORG", "GPE", "NORP") and child.dep_ in ("amod", "compound", "poss", "nmod"):
            own = name is not None and child.text in name.split()
            return None if own else _entity(child)
    return None


def _entity(token: Token) -> str:
    """Give the whole name that the token is part of: 'United Nations' for 'Nations'."""
    first, last, doc = token.i, token.i, token.doc
    while first > 0 and doc[first].ent_iob_ == "I":
        first -= 1
    while last < token.i and doc[last + 1].ent_iob_ == "I":
        last += 1
    words = [t for t in doc[first : last + 1] if t.pos_ != "DET"]
    return parsed_text(doc)[words[0].idx : token.idx + len(token)] if words else str(token.text)


def _party(who: Token) -> str | None:
    """Give the side that the words name: a nation's adjective or owner, 'rebel', 'government'."""
    for token in who.doc[who.left_edge.i : who.i]:
        if token.ent_type_ in _PLACES and token.head.i <= who.i:
            return str(token.text)
        if token.lower_ in _SIDES:
            return str(token.text)
    return None


def _count_all(who: Token, kind: SpeakerKind, plural: bool) -> int | None:
    """Count the noun with those joined to it: 'two pilots and an agent'; None where one of them is uncounted."""
    joined = [t for t in who.conjuncts if t.i > who.i and t.pos_ in ("NOUN", "PROPN")]
    if not joined:
        return _count(who, kind, plural)
    counts = [_count(t, SpeakerKind.ANONYMOUS, t.tag_ in ("NNS", "NNPS")) for t in (who, *joined)]
    return None if None in counts else sum(count for count in counts if count is not None)


def _count(who: Token, kind: SpeakerKind, plural: bool) -> int | None:
    for child in who.lefts:
        if child.dep_ == "nummod":
            return int(child.text) if child.text.isdecimal() and len(child.text) < 7 else _NUMBERS.get(child.lower_)
        if child.lower_ == "both" and not any(c.dep_ == "conj" for c in who.subtree):
            return 2
    if plural or kind not in (SpeakerKind.PERSON, SpeakerKind.ANONYMOUS, SpeakerKind.REPORTER):
        return None
    return 1 if who.tag_ in ("NN", "NNP") else None


def _is_definite(who: Token) -> bool:
    return any(child.lower_ in ("the", "this", "that", "these", "those") for child in who.lefts)
