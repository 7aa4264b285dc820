"""Find the name beside a noun: 'the council's spokesman, Ivan Horak', 'the security firm Deepwatch'."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from reportedly.analyse.gazetteer import look_up
from reportedly.analyse.given_name import is_given_name
from reportedly.analyse.source_name import HONORIFICS, is_body_name, is_full_name, is_handle, name_tokens, proper_name
from reportedly.analyse.source_noun import is_body_noun, listed_noun, noun_form, source_kind
from reportedly.attribution import SpeakerKind
from reportedly.data import read_words

if TYPE_CHECKING:
    from reportedly.analyse.parsed import Token

# Firms or people: which, the name beside it must tell.
EITHER = frozenset("contractor developer manufacturer operator producer publisher supplier".split())
# People, and now and then firms.
_SELDOM = frozenset("buyer charterer creditor investor manager owner partner seller shareholder sponsor".split())
# What a person works at: of anything else 'the operator' is a firm.
HANDLED = frozenset(
    "boom camera computer crane digger drone film forklift game land machine music phone property radar radio record "
    "shift software sonar switchboard telephone theatre web winch".split()
)
_OF_STATES = frozenset("army department government ministry navy parliament police".split())
_FROM_ABOVE = frozenset({"aerial", "overhead", "radar", "satellite"})
_IT, _PERSONS = frozenset({"it", "its"}), frozenset({"he", "him", "his", "she", "her", "who"})
_BODIES = (SpeakerKind.ORGANISATION, SpeakerKind.OUTLET)
_PLACES = ("GPE", "NORP", "LOC")
_REACH = 16  # tokens of a role
_SUBJECTS = ("nsubj", "nsubjpass")


def person_beside(who: Token, *, one: bool = False) -> Token | None:
    """Find the name beside a role: 'the council's spokesman, Ivan Horak'; `one`: of several, 'one of the crew'."""
    listed = listed_noun(who)
    kind = listed[0] if listed is not None else None
    names = (c for c in who.rights if c.dep_ == "appos" and (c.pos_ == "PROPN" or _is_misread(c)))
    beside = (
        c
        for c in (
            *_handles(who),
            *names,
            *_known_as(who),
            *_behind(who),
            *_inside(who),
            *_behind_body(who),
            *_between_commas(who),
        )
        if (c.n_lefts or c.lower_.rstrip(".") not in read_words("titles.txt")) and _may_be_person(c)
    )
    person = kind in (SpeakerKind.ANONYMOUS, SpeakerKind.REPORTER) or (kind is None and who.pos_ == "NOUN")
    return next(beside, None) if person and (one or who.tag_ != "NNS") else None


def _handles(who: Token) -> Iterator[Token]:
    """Give what somebody is called on the net: 'a user who posts as @gulfhulls'."""
    for token in who.doc[who.i + 1 : min(who.right_edge.i + 1, who.i + _REACH)]:
        if is_handle(token) and (token.head.lower_ in ("as", "by") or token.head.i == who.i or token.dep_ == "appos"):
            yield token


def _known_as(who: Token) -> Iterator[Token]:
    """Give the name in 'the group's chief, known as Commander Lion,'."""
    for clause in who.rights:
        if clause.dep_ == "acl" and clause.lower_ in ("known", "identified", "named", "nicknamed"):
            links = (child for child in clause.rights if child.lower_ == "as")
            yield from (c for link in links for c in link.rights if c.dep_ == "pobj" and c.pos_ == "PROPN")


def _behind(who: Token) -> Iterator[Token]:
    """Give the person's name behind the noun that the parse has hung on something else."""
    doc, at = who.doc, who.right_edge.i + 1
    comma = at < len(doc) and doc[at].text == ","
    at += comma
    if at >= len(doc) or doc[at].ent_type_ != "PERSON":
        return
    name = doc[at]
    while name.head.i > name.i and name.dep_ == "compound":
        name = name.head
    loose = name.dep_ in ("npadvmod", "dep", "conj", "dobj") and name.n_rights == 0
    second = name.dep_ == who.dep_ == "nsubj" and name.head.i == who.head.i  # 'the singer Ada Lind sang'
    if name.ent_type_ == "PERSON" and (loose if comma else second):
        yield name


def _inside(who: Token) -> Iterator[Token]:
    """Give the name that the parse has hung on a word of the role: 'the envoy to Mali, Karim Diop'."""
    for token in who.doc[who.i + 1 : min(who.right_edge.i + 1, who.i + _REACH)]:
        leading = token.tag_ == "VBG" and token.dep_ == "acl"  # 'the officer leading the inquiry, Petra Kos'
        if token.pos_ in ("AUX", "VERB") and not leading:
            return
        hung = token.dep_ == "appos" and token.head.i != who.i and token.head.ent_type_ != "PERSON"
        person = token.ent_type_ == "PERSON" or is_full_name(proper_name(token) or "")
        apart = token.head.dep_ == "appos" or token.nbor(-1 - token.n_lefts).text == ","
        if hung and person and token.pos_ == "PROPN" and apart and not _is_titled_other(token):
            yield token


def _behind_body(who: Token) -> Iterator[Token]:
    """Give the name that follows whom a role serves: 'the spokesman of the Defence Ministry Omar Noori'."""
    serves = next((c for c in who.rights if c.lower_ in ("of", "for") and c.i == who.i + 1), None)
    if serves is None:
        return
    for token in who.doc[serves.i + 1 : min(who.right_edge.i + 1, who.i + _REACH)]:
        if token.pos_ in ("AUX", "VERB") or token.is_punct:
            return
        ends = token.ent_type_ == "PERSON" and (token.i + 1 == len(token.doc) or token.nbor().ent_iob_ != "I")
        name = name_tokens(token) if ends else []
        if len(name) > 1 and name[0].i > serves.i + 1 and _is_of_body(name[0].nbor(-1)):
            yield token
            return


def _between_commas(who: Token) -> Iterator[Token]:
    """Give the name between two commas behind a role, on whatever the parse has hung it: ', Capt. Ada Lind, said'."""
    doc, at = who.doc, who.i + 1
    while at < min(len(doc), who.i + _REACH) and doc[at].text != ",":
        if doc[at].pos_ in ("AUX", "VERB") or doc[at].text in (";", ":", "."):
            return
        at += 1
    served = doc[at - 1] if at - 1 > who.i else who
    if at + 1 >= len(doc) or doc[at].text != "," or _is_person_served(served, who):
        return  # whose name 'the lawyer for the driver, Ada Lind,' tells is open
    first = at + 1
    while first + 2 < len(doc) and doc[first].lower_.rstrip(".") in read_words("titles.txt") | HONORIFICS:
        first += 1 + (doc[first + 1].text == ".")
    name = next((entity for entity in doc.ents if entity.start == first and entity.label_ == "PERSON"), None)
    behind = doc[name.end] if name is not None and name.end < len(doc) else None
    if name is not None and len(name) > 1 and (behind is None or behind.text in (",", ".")):
        yield name[-1]


def _is_person_served(served: Token, who: Token) -> bool:
    """Tell whether whom a role serves is a person whom the name behind it may be of."""
    return served.i != who.i and source_kind(served.lemma_.lower()) is SpeakerKind.ANONYMOUS


def _is_of_body(word: Token) -> bool:
    """Tell whether a word ends what a state or its body is called: behind 'the company' a firm's name would stand."""
    state = word.ent_type_ == "GPE" or any(place.kind == "country" for place in look_up(word.text))
    return state or word.lower_ in _OF_STATES


def _is_misread(name: Token) -> bool:
    """Tell whether the model took a surname for a common noun: 'Gillies' of 'the harbour master, Morven Gillies,'."""
    given = name.i > 0 and name.nbor(-1).text[:1].isupper() and name.nbor(-1).dep_ == "compound"
    return given and name.text[:1].isupper() and name.ent_type_ in ("PERSON", "ORG") and not is_body_name(name.text)


def _is_titled_other(name: Token) -> bool:
    """Tell whether a name with a title is another's: 'a spokeswoman for a Democrat, Mayor Joanne Tully'."""
    titled = any(c.lower_.rstrip(".") in read_words("titles.txt") and c.text[:1].isupper() for c in name.lefts)
    return titled and name.head.dep_ == "pobj" and source_kind(name.head.lemma_.lower()) is SpeakerKind.ANONYMOUS


def firm_beside(who: Token) -> Token | None:
    """Find the firm beside what it is or does: 'the owner, Bergen-based Nordhav Lines', 'the service Hullview'."""
    beside = [c for c in who.rights if c.dep_ == "appos" and (c.pos_ == "PROPN" or _is_firm_misread(c))]
    nouns = (c for c in who.rights if c.dep_ == "appos" and c.pos_ == "NOUN" and is_body_noun(c))
    beside += [c for noun in nouns for c in noun.rights if c.dep_ == "appos" and c.pos_ == "PROPN"]
    beside += _calls_itself(who)
    second = (c for c in who.head.children if c.i > who.i and c.dep_ == who.dep_ == "nsubj" and c.pos_ == "PROPN")
    # 'the charity Nordhav Aid said', 'the miners' federation, Fedemin, said'
    beside += [c for c in second if c.left_edge.i == who.i + 1 or _is_between_commas(who, c)]
    listed = listed_noun(who)
    body = listed is not None and listed[0] in _BODIES and who.is_lower
    if body and not beside and who.i + 1 < who.sent.end and who.nbor().tag_ == "NNP":
        behind = _name_from(who.nbor())
        beside = [] if is_full_name(proper_name(behind) or "") or behind.dep_ in _SUBJECTS else [behind]
    for name in beside:
        full = proper_name(name) or ""
        if not body and who.is_lower and _is_of_firm(who, name, full):
            return name
        based = any(left.lower_ == "based" for left in name.lefts)
        named = body and (name.ent_type_ != "PERSON" or name.dep_ == "nsubj" or not is_full_name(full))
        if based or is_body_name(full) or (named and not look_up(full)):
            return name
    return None


def _calls_itself(who: Token) -> list[Token]:
    """Give the name in 'the group, which calls itself Night Heron,'."""
    clauses = (c for c in who.rights if c.dep_ in ("acl", "relcl") and c.lemma_ == "call")
    itself = [c for c in clauses if any(child.lower_ in ("itself", "themselves") for child in c.rights)]
    return [name for c in itself for name in c.rights if name.dep_ in ("oprd", "dobj") and name.pos_ == "PROPN"]


def _is_between_commas(who: Token, name: Token) -> bool:
    """Tell whether a name stands behind a noun as an apposition does, though the model takes both for subjects."""
    behind = name.right_edge.i + 1
    closes = behind < name.sent.end and name.doc[behind].text == ","
    return closes and name.left_edge.i == who.i + 2 and who.nbor().text == "," and who.is_lower


def _is_firm_misread(name: Token) -> bool:
    """Tell whether the tagger took a firm's name for a common noun: 'its operator, Primlines,'."""
    return name.ent_type_ == "ORG" and name.text[:1].isupper() and name.n_lefts == 0


def is_worked(noun: Token) -> bool:
    """Tell whether a noun is of who works at a thing: 'crane operator', which is no firm."""
    return any(child.lower_ in HANDLED for child in noun.lefts) or (noun.i > 0 and noun.nbor(-1).lower_ in HANDLED)


def may_be_firms(noun: Token, name: str) -> bool:
    """Tell whether a name beside 'operator' or 'supplier' is a firm's, as it opens with no given name."""
    return noun_form(noun) in EITHER and not is_worked(noun) and not is_given_name(name.split()[0])


def _is_body_before(name: Token) -> bool:
    """Tell whether the noun before a name says that it is a body's: 'Nordhav's parent, the Dutch utility Skarven'."""
    first = (name_tokens(name) or [name])[0]
    return name.dep_ == "appos" and first.i > 0 and is_body_noun(first.nbor(-1)) and first.nbor(-1).is_lower


def _is_of_firm(noun: Token, name: Token, full: str) -> bool:
    """Tell whether a noun that is said of people and of firms is said of a firm: 'its operator, Skarvenergo'."""
    person = source_kind(noun_form(noun)) is SpeakerKind.ANONYMOUS  # 'Nordhav's parent'
    if not full or may_be_firms(noun, full) or (person and _is_body_before(name)):
        return bool(full)
    said = {token.lower_ for token in name.doc[name.i : name.sent.end]}
    thing = bool(said & _IT) and not said & _PERSONS
    owned = any(c.dep_ == "poss" and (is_body_noun(c) or c.ent_type_ == "ORG") for c in noun.lefts)
    firm = thing or (owned and name.ent_type_ != "PERSON")  # 'the chipmaker's partner, Elbe Wafer,'
    return noun_form(noun) in _SELDOM and firm and not is_given_name(full.split()[0])


def maker_of(picture: Token) -> str | None:
    """Give the firm that took pictures from above: 'satellite images from Orb Labs'; None where no name is told."""
    above = picture.lemma_.lower() == "imagery" or any(c.lower_ in _FROM_ABOVE for c in picture.lefts)
    names = (t for t in picture.subtree if t.dep_ == "pobj" and t.head.lower_ in ("from", "by") and t.pos_ == "PROPN")
    return next((proper_name(name) for name in names if name.ent_type_ != "DATE"), None) if above else None


def _name_from(first: Token) -> Token:
    """Give the main word of the name that opens with `first`."""
    while first.head.i > first.i and first.dep_ == "compound":
        first = first.head
    return first


def _may_be_person(name: Token) -> bool:
    """Tell whether a name beside 'the envoy' can be the envoy's, for the tagger errs on names it has not met."""
    full = proper_name(name) or ""
    words = full.split()
    if is_handle(name):
        return True
    if _is_body_before(name):
        return False
    if name.ent_type_ == "PERSON" or is_body_name(full):
        return not is_body_name(full)
    place = name.ent_type_ in _PLACES and bool(look_up(full))
    return not place and 2 <= len(words) <= 4 and source_kind(words[-1].lower()) is None
