"""Read which body a source's noun phrase tells that somebody belongs to: 'of the army', 'who works at the port'."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from reportedly.analyse.body_sort import sort_of
from reportedly.analyse.gazetteer import look_up
from reportedly.analyse.noun_class import classes_of
from reportedly.analyse.source_name import (
    HONORIFICS,
    is_full_name,
    name_tokens,
    phrase_of,
    text_of,
    whole_entity,
)
from reportedly.analyse.source_noun import source_kind
from reportedly.analyse.source_role import SPEAK, is_seat, noun_beside_vague, split_owner, words_before
from reportedly.attribution import SpeakerKind
from reportedly.data import read_words

if TYPE_CHECKING:
    from reportedly.analyse.parsed import Token

_GROUPS = ("ORG", "GPE", "LOC", "FAC")
_BELONGS = ("of", "at", "from", "with", "for", "in")
_BODIES = (SpeakerKind.ORGANISATION, SpeakerKind.OUTLET)
_PARTIES = frozenset("conservative democrat democratic independent labour liberal republican socialist tory".split())
_ADVISE = frozenset({"adviser", "advisor", "consultant"})
_WORKS = frozenset("analyse analyze cover follow lecture research study teach track work".split())
_RUN = frozenset("boss director foreman head landlady landlord manager principal superintendent warden".split())
_LEADS = frozenset("chair command direct edit found head lead manage own run".split())


def read_affiliation(who: Token, name: str | None) -> str | None:
    """Give the body that the source belongs to: 'of the army', 'at the port', 'Foreign Ministry spokesman'."""
    told = list(_bodies_behind(who, name))
    body = next((words for words in told if not look_up(words)), None)
    return body or (told[0] if told else _owner_of(who, name))


def _bodies_behind(who: Token, name: str | None) -> Iterator[str]:
    """Give the bodies that the words behind a source name, in order."""
    for child in who.rights:
        serves = child.lower_ in _BELONGS or (child.lower_ == "to" and who.lemma_.lower() in _ADVISE)
        if child.dep_ == "prep" and serves:
            found = _body_behind(child) or _named_behind(child, alone=name is not None) or _run_by(who, child)
            lives = child.lower_ == "in" and bool(look_up(found or ""))  # 'a diplomat in Bamako'
            person = child.lower_ == "to" and is_full_name(found or "")
            if found is not None and not lives and not person:
                yield found
        if child.dep_ == "appos" and (name is not None or child == noun_beside_vague(who)):
            found = None if child.lower_ in _PARTIES else read_affiliation(child, None)
            if found is not None and found not in (name or "").split():
                yield found
        if child.dep_ == "conj" and name is None:  # 'a welder at Lima and a shop steward for the union'
            joined = (t for t in child.subtree if t.dep_ == "prep" and t.lower_ in _BELONGS)
            yield from (found for t in joined if (found := _body_behind(t)) is not None)
        if child.dep_ == "relcl":
            yield from _in_clause(child)


def body_in_clause(who: Token) -> str | None:
    """Give where a clause behind a noun says that somebody works: 'the third source, who works at the port'."""
    return next((body for c in who.rights if c.dep_ == "relcl" for body in _in_clause(c)), None)


def _in_clause(clause: Token) -> Iterator[str]:
    """Give where a clause says that somebody works: where now, before where once."""
    verbs = [clause, *(verb for verb in clause.conjuncts if verb.i > clause.i)]
    told = ((verb, list(_served_by(verb, clause))) for verb in sorted(verbs, key=lambda verb: not _is_now(verb)))
    yield from next((bodies for _, bodies in told if bodies), [])


def _is_now(verb: Token) -> bool:
    return verb.tag_ in ("VBZ", "VBP")


def _served_by(verb: Token, clause: Token) -> Iterator[str]:
    """Give the bodies for which one verb of a clause says that somebody works: 'teaches at Ghent University'."""
    links = [t for t in clause.subtree if t.dep_ == "prep" and t.i > verb.i and _verb_of(t).i == verb.i]
    if verb.lemma_ in _WORKS:
        at = (t for t in links if t.lower_ in ("at", "for", "with") or (t.lower_ == "in" and t.head.i == verb.i))
        for link in at:
            found = _body_behind(link) or (_named_behind(link, alone=True) if link.lower_ == "at" else None)
            if found is not None and not (link.lower_ == "in" and look_up(found)):
                yield found
    if verb.lemma_ == "be" and _is_now(verb):
        at = (t for t in links if t.lower_ in ("at", "with") and t.head.i == verb.i)
        yield from (found for t in at if (found := _body_behind(t)) is not None)
    elif _is_now(verb) and verb.lemma_ not in _WORKS:  # 'who checks such clips for the research group Fieldmark'
        yield from (found for t in links if t.lower_ == "for" and (found := _named_body(t)) is not None)
    if verb.lemma_ in _LEADS:
        led = [c for c in verb.rights if c.dep_ == "dobj"]
        yield from (whole_entity(c) for c in led if c.pos_ == "PROPN")
        named = (text_of(_name_right_of(c)) for c in led if c.is_lower and source_kind(c.lemma_) in _BODIES)
        yield from (name for name in named if name is not None)  # 'who chairs the group Quiet Skies'


def _verb_of(token: Token) -> Token:
    """Give the verb that a word hangs on, however far up."""
    while token.pos_ not in ("VERB", "AUX") and token.head.i != token.i:
        token = token.head
    return token


def _named_body(of: Token) -> str | None:
    """Give the body behind 'for' if it has a name: 'for the research group Fieldmark', not 'for the firm'."""
    found = _body_behind(of)
    return found if found is not None and found[:1].isupper() else None


def _body_behind(of: Token) -> str | None:
    """Give the body behind 'of' or 'at'; of 'head of research at Nordhav' that behind the second."""
    noun = next((c for c in of.children if c.dep_ == "pobj"), None)
    if noun is None:
        return None
    firm = _is_firm(noun) or any(_is_firm(c) for c in noun.lefts if c.dep_ == "compound")
    if noun.ent_type_ in _GROUPS or source_kind(noun.lemma_.lower()) in _BODIES or firm:
        return _whole_body(noun, firm=firm)
    if of.lower_ == "with":
        return None  # 'people with knowledge of the inquiry'
    further = (c for c in noun.rights if c.dep_ == "prep" and c.lower_ in _BELONGS)
    return next((found for c in further if (found := _body_behind(c)) is not None), None)


def _is_firm(noun: Token) -> bool:
    """Tell whether a noun may be a firm's that is a person's as well: 'the broker Harrow Quay'."""
    return noun.is_lower and source_kind(noun.lemma_.lower()) not in _BODIES and sort_of(noun.lemma_) == "company"


def _whole_body(noun: Token, *, firm: bool) -> str | None:
    """Give the body that a noun stands for, under its own name where one stands beside the noun."""
    before = next((c for c in reversed(list(noun.lefts)) if c.is_lower and _is_body(c, firm=firm)), None)
    if before is not None and noun.text[:1].isupper():
        words = noun.doc[before.i + 1 : noun.i + 1]
        return text_of([t for t in words if t.tag_ != "POS" or t.i > before.i + 1])  # 'of the union Travail Uni'
    behind = _name_right_of(noun) if noun.is_lower else []
    if behind:
        return text_of(behind)
    if firm:
        return None
    named = next((c for c in noun.rights if c.dep_ == "appos" and c.pos_ == "PROPN" and not _is_other(c, noun)), noun)
    whole = whole_entity(named) if named.ent_type_ in _GROUPS and named.pos_ == "PROPN" else phrase_of(named)
    return whole + _rest_of(named)


def _is_body(noun: Token, *, firm: bool) -> bool:
    return source_kind(noun.lemma_) in _BODIES or (firm and _is_firm(noun))


def _is_other(name: Token, body: Token) -> bool:
    """Tell whether a name behind a body is a person's: 'the chair of the inquiry, Dame Ada Lind,'."""
    if name.left_edge.nbor(-1).text != ",":
        return False
    titled = any(c.lower_.rstrip(".") in HONORIFICS | read_words("titles.txt") for c in name.lefts)
    person = titled or name.ent_type_ == "PERSON" or is_full_name(text_of(name_tokens(name)) or "")
    return body.text[:1].isupper() or person


def _rest_of(name: Token) -> str:
    """Give what a body's name goes on with: ' for Maritime Studies', and the 's of 'at St. Brendan's'."""
    doc, at = name.doc, name.i + 1
    while at < len(doc) and doc[at].ent_iob_ == "I":
        at += 1
    case = doc[at - 1].tag_ == "POS" or (at < len(doc) and doc[at].tag_ == "POS")
    if case and name.dep_ == "pobj" and name.head.lower_ != "of":
        return "'s"
    body = name.text[:1].isupper() and source_kind(name.lower_) is SpeakerKind.ORGANISATION
    if not body or at + 1 >= len(doc) or doc[at].lower_ not in ("for", "of") or not doc[at + 1].text[:1].isupper():
        return ""
    last = at + 1
    while last + 1 < len(doc) and doc[last + 1].text[:1].isupper() and not doc[last + 1].is_sent_start:
        last += 1
    return f" {text_of(list(doc[at : last + 1]))}"


def _name_right_of(noun: Token) -> list[Token]:
    """Give the words of the name right behind a noun: 'Memory UK' behind 'of the charity'."""
    behind = list(noun.doc[noun.i + 1 : noun.sent.end])
    last = next((n for n, t in enumerate(behind) if not t.text[:1].isupper() and t.text != "&"), len(behind))
    return behind[:last] if last and all(t.tag_ in ("NNP", "NNPS", "CC") for t in behind[:last]) else []


def _named_behind(of: Token, *, alone: bool) -> str | None:
    """Give the name behind 'of' or 'at' that the model has not met: 'Marta Quill of Evercross Partners'.

    `alone`: one word will do, for it is a person whose body it is and not a post.
    """
    named = next((c for c in of.children if c.dep_ == "pobj" and c.tag_ in ("NNP", "NNPS")), None)
    if named is None or named.ent_type_ in ("PERSON", "GPE", "LOC", "NORP", "DATE"):
        return None
    words = name_tokens(named)
    return text_of(words) if alone or len(words) > 1 else None


def _run_by(who: Token, of: Token) -> str | None:
    """Give the named place that a manager runs: 'Quill Lane grain store' of 'the manager of the Quill Lane ...'."""
    place = next((c for c in of.rights if c.dep_ == "pobj" and c.tag_ == "NN" and c.is_lower), None)
    if who.lemma_.lower() not in _RUN or place is None or "person" in classes_of(place):
        return None
    words = [t for t in place.doc[place.left_edge.i : place.i + 1] if t.dep_ != "det"]
    named = words[0].tag_ == "NNP" and words[0].text[:1].isupper()
    return text_of(words) if named and not any(t.dep_ == "poss" for t in words) else None


def _owner_of(who: Token, name: str | None) -> str | None:
    """Give the body that the words before a source name: 'Nordhav chief executive Ada Lind', 'a Nordhav spokesman'."""
    if who.ent_type_ == "PERSON":
        owner = text_of(split_owner(words_before(who))[0])
        if owner is not None:
            return owner
    for child in who.lefts:
        if child.ent_type_ == "ORG" and source_kind(child.lower_) is SpeakerKind.ANONYMOUS:
            continue  # 'Owner Ada Lind'
        body = child.ent_type_ in ("ORG", "GPE") or (child.dep_ == "poss" and child.pos_ == "PROPN")
        named = (child.pos_ == "PROPN" and not child.is_lower) or (who.lemma_.lower() in SPEAK and is_seat(child))
        body = body or (who.pos_ == "NOUN" and child.dep_ == "compound" and named)
        if body and child.dep_ in ("amod", "compound", "poss", "nmod"):
            own = name is not None and child.text in name.split()
            own = own or (
                child.ent_type_ != ""
                and child.i < who.i
                and all(t.ent_iob_ == "I" for t in who.doc[child.i + 1 : who.i + 1])
            )
            speaks = who.lemma_.lower() in SPEAK and child.text[:1].isupper() and who.is_lower
            common = child.lower_ in read_words("speaker_portfolios.txt") and not speaks
            return None if own or common else whole_entity(child)
    return None
